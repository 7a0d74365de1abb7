#pragma once

#include "base/result.h"
#include "statistics/series.h"

#include <span>
#include <string_view>
#include <vector>

namespace statistics {

/// The one series that a filter names: the only one that matches, else the one that has nothing
/// beside what was named, though others have more.
///
/// Errors: not_found, saying which word none has and what was meant perhaps, or which series match.
base::Result<const SeriesKey*> find_one_series(std::span<const SeriesKey* const> keys,
                                               const DimensionFilter& filter);

/// The series that a filter leaves and that differ in `dimension` alone, two or more.
///
/// Errors: not_found, saying what none has, or in what else they differ.
base::Result<std::vector<const SeriesKey*>> find_series_by(std::span<const SeriesKey* const> keys,
                                                           const DimensionFilter& filter,
                                                           std::string_view dimension);

}  // namespace statistics
