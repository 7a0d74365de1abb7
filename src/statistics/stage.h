#pragma once

#include "base/csv.h"
#include "base/input.h"
#include "statistics/load.h"
#include "statistics/series_store.h"
#include "statistics/stage_notes.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace statistics {

/// A load says how far it is each time that it has read so many rows.
inline constexpr std::size_t rows_between_reports = std::size_t{1} << 18;

struct StageProgress {
    std::size_t rows = 0;
    bool is_reading = true;  ///< else the series are being packed
};

/// How far a stage was when all that it had read waited packed. With the file that it kept, another
/// one can go on from there.
struct StagePoint {
    std::uint64_t rows = 0;
    base::CsvReader::Position next = {};  ///< of the table: where its next record begins
    std::uint64_t kept_bytes = 0;         ///< of the file
    Stretch notes = {};                   ///< the last ones in it
};

/// How a stage is kept, so that it can be gone on with.
struct StageKeeping {
    std::filesystem::path file;  ///< in which what waits lies
    /// Told, while nothing was found wrong, where a point will be, and of the point itself once
    /// what was read until then waits packed.
    std::function<void()> comes_to;
    std::function<void(const StagePoint&)> is_at;
};

struct StageOptions {
    LoadOptions load;
    /// So many figures wait in memory, about 40 bytes each; what goes beyond waits packed, in a
    /// file without a name unless it is kept.
    std::size_t held_max = std::size_t{1} << 19;
    std::function<void(const StageProgress&)> progress = {};  ///< now and then
    std::optional<StageKeeping> keeping = {};
};

/// A table that was read and checked, as its series will be stored; nothing is stored yet.
class StagedLoad {
  public:
    struct State;
    explicit StagedLoad(std::unique_ptr<State> state);
    StagedLoad(StagedLoad&&) noexcept;
    StagedLoad& operator=(StagedLoad&&) noexcept;
    ~StagedLoad();

    const LoadReport& report() const;
    const SourceTable& sources() const;
    /// The line of the file on which a row stands. Shape: `load_order` is that of an observation.
    std::size_t line_of(std::uint32_t load_order) const;
    /// Gives each series once, in the order of its first row; call again for another round.
    PackedSource packed() const;

  private:
    friend base::Result<StagedLoad> stage_rest(StagedLoad, const base::Input&);

    std::unique_ptr<State> state_;
};

/// Reads a table of figures as `load_csv` does, piece by piece: memory grows with the number of
/// series and sources, not with that of figures.
///
/// Errors: those of load_csv and of the input, file_not_writable.
base::Result<StagedLoad> stage_csv(const base::Input& input, const StageOptions& options);

/// What a stage with the same options had read at a point; not yet the whole of a table.
///
/// Errors: block_damaged (the file does not hold what belongs to that point), file_not_readable,
///         file_not_writable.
base::Result<StagedLoad> find_stage(const StageOptions& options, const StagePoint& point);
/// Goes on with it, to the end of the table; the result is that of `stage_csv` over all of it.
///
/// Shape: the input gives the table from the point's next record on.
base::Result<StagedLoad> stage_rest(StagedLoad begun, const base::Input& rest);

}  // namespace statistics
