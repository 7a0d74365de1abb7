#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

namespace dissemination {

struct CubeRows;

/// Rows that were made, so that they need not be made again; of more than so many rows those go
/// that were not asked for since the others were. Threads may share it.
class RowCache {
  public:
    explicit RowCache(std::size_t rows_max) : rows_max_(rows_max) {}

    std::size_t rows_max() const { return rows_max_; }
    std::size_t rows() const;  ///< that are kept; each series counts as 8 more
    /// Places for so many series more; gives the first.
    std::size_t add_slots(std::size_t count);
    /// Nothing where they are not kept.
    std::shared_ptr<const CubeRows> find(std::size_t slot) const;
    void keep(std::size_t slot, std::shared_ptr<const CubeRows> rows);

  private:
    struct Slot {
        std::shared_ptr<const CubeRows> rows;
        mutable bool was_asked = false;
    };
    void make_room();

    std::size_t rows_max_;
    mutable std::mutex mutex_;
    std::vector<Slot> slots_;
    std::size_t rows_ = 0;
    std::size_t hand_ = 0;  ///< the slot that is looked at next when there is no room (clock)
};

}  // namespace dissemination
