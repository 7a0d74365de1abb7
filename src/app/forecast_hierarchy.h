#pragma once

#include "app/series_batch.h"
#include "forecast/coherent.h"

#include <cstddef>
#include <string>

namespace app {

/// How the series of a table that must add up are forecast.
struct HierarchyBatch {
    std::string file, structure_file;  ///< as places of errors begin
    forecast::CoherentOptions options;
    unsigned threads = 1;
};

struct HierarchyReport {
    std::size_t bottom = 0, sums = 0;
    std::size_t checked = 0;      ///< sums that the table states too
    std::size_t begin_later = 0;  ///< bottom series that begin after the table's first period ...
    std::size_t end_earlier = 0;  ///< ... or end before its last one
    std::size_t fallbacks = 0;    ///< forecast by another method than was asked for
    forecast::Reconciliation reconciliation = forecast::Reconciliation::none;  ///< that was used
    double shrinkage = 1;  ///< of the correlations of past errors
};

/// Forecasts the series of a table series_id,t,value and their sums, so that they add up, and
/// writes the columns of forecast_batch for all of them, sums first.
///
/// Shape:  the structure names the groups of each series (series_id,region,goods: every further
///         column is a dimension) or each one's parent (series_id,parent). Its sums are named
///         `total`, `region=EU`, `region=EU,goods=01`; in a tree as its parents are. A group may be
///         NA. Series are put beside each other by t, from the first of the table to the last; what
///         is left out, empty, NA or NaN is missing, and a sum is missing where a part is. A sum
///         that the table states too is held against its parts and forecast from them.
/// Errors: invalid_csv; invalid_forecast, which names the place: a series that the other file does
///         not have, that is there twice or without values, a t that is no whole number or does not
///         ascend, a value that is no number, a sum that its parts do not add up to; those of
///         forecast_coherently, of the inputs and of the output.
Result<HierarchyReport> forecast_hierarchy(const base::Input& table, const base::Input& structure,
                                           const HierarchyBatch& batch, const WriteTable& write);

}  // namespace app
