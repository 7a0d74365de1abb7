#pragma once

#include "base/input.h"
#include "statistics/load.h"
#include "statistics/series_store.h"

#include <cstddef>
#include <cstdint>
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

struct StageOptions {
    LoadOptions load;
    /// So many figures wait in memory, about 40 bytes each; what goes beyond waits packed, in a
    /// file without a name.
    std::size_t held_max = std::size_t{1} << 19;
    std::function<void(const StageProgress&)> progress = {};  ///< now and then
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
    std::unique_ptr<State> state_;
};

/// Reads a table of figures as `load_csv` does, piece by piece: memory grows with the number of
/// series and sources, not with that of figures.
///
/// Errors: those of load_csv and of the input, file_not_writable.
base::Result<StagedLoad> stage_csv(const base::Input& input, const StageOptions& options);

}  // namespace statistics
