#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dissemination {

/// Some rows of a series, in the order in which they are shown: a stretch of them, or each by its
/// number. A stretch costs nothing to take, and columns of it are copied whole.
class RowSet {
  public:
    static RowSet of_one(std::size_t row) {
        RowSet made;
        made.begin_ = row;
        made.end_ = row + 1;
        return made;
    }

    /// The first so many rows of the series.
    void take_first(std::size_t count) {
        is_listed_ = false;
        begin_ = 0;
        end_ = count;
    }

    std::size_t size() const { return is_listed_ ? listed_.size() : end_ - begin_; }
    bool empty() const { return size() == 0; }
    std::size_t operator[](std::size_t i) const { return is_listed_ ? listed_[i] : begin_ + i; }
    std::size_t back() const { return (*this)[size() - 1]; }

    /// Keeps those from `begin` on, and of them at most `count`.
    void cut(std::size_t begin, std::size_t count);
    /// Each by its number, to be changed one by one.
    std::vector<std::uint32_t>& list();
    /// The same, with none to begin with.
    std::vector<std::uint32_t>& list_anew();

    /// The values of these rows in a column: where they stand, or else copied to `room`.
    template <typename Value>
    std::span<const Value> in(const std::vector<Value>& column, std::vector<Value>& room) const {
        if (!is_listed_)
            return std::span{column}.subspan(begin_, end_ - begin_);
        room.resize(listed_.size());
        for (std::size_t i = 0; i < room.size(); ++i)
            room[i] = column[listed_[i]];
        return room;
    }

    bool is_stretch() const { return !is_listed_; }

  private:
    bool is_listed_ = false;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::vector<std::uint32_t> listed_;
};

}  // namespace dissemination
