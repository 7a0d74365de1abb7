#pragma once

#include "base/result.h"
#include "statistics/held_rows.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace statistics {

/// A stretch of the file in which a stage keeps what waits packed.
struct Stretch {
    std::uint64_t at = 0;
    std::uint32_t bytes = 0;
};

/// A block of a series that waits packed.
struct WaitingBlock : Stretch {
    std::uint32_t observations = 0;
};

/// The line of each row: mostly as many lines behind the one before as it is rows.
class RowLines {
  public:
    /// From this row on, a row's line is its number and `offset`.
    struct Step {
        std::uint32_t row = 0;
        std::int64_t offset = 0;
    };
    void add(std::uint32_t row, std::size_t line);
    void add(const Step& step) { steps_.push_back(step); }
    std::size_t of(std::uint32_t row) const;
    const std::vector<Step>& steps() const { return steps_; }

  private:
    std::vector<Step> steps_;
};

/// What a stage knows more than at its last notes, once what was read until then waits packed: all
/// notes of a stage together are enough to go on with it.
struct StageNotes {
    /// What a series got, in the order of series.
    struct Part {
        std::uint32_t series = 0;
        bool is_settled = false;  ///< its blocks hold all of it, and nothing was found in them
        std::vector<WaitingBlock> blocks = {};
    };
    Stretch before = {};                  ///< the last notes; none where it has no bytes
    std::vector<std::string> names = {};  ///< of the columns; in the first notes alone
    std::uint64_t rows = 0;               ///< all that were read
    std::vector<RowLines::Step> lines = {};
    HeldRows::News held = {};
    bool has_ids = false;  ///< some of these rows call themselves something
    std::vector<Part> parts = {};
};

/// Errors: invalid_argument (a period that cannot be kept).
base::Result<std::string> print_notes(const StageNotes& notes);
/// Errors: block_damaged (a length, an index or a number out of its bounds; bytes that follow).
base::Result<StageNotes> parse_notes(std::string_view bytes);

}  // namespace statistics
