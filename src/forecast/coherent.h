#pragma once

#include "base/result.h"
#include "forecast/forecast.h"
#include "forecast/hierarchy.h"
#include "forecast/reconcile.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace forecast {

struct Estimate;

struct CoherentOptions {
    Options base;  ///< of each series alone; `levels` are those of the coherent intervals
    Reconciliation reconciliation = Reconciliation::mint;
    std::size_t paths = 1000;
    std::uint64_t seed = 1;
};

inline constexpr std::size_t paths_least = 100;

/// Forecasts of all series of a hierarchy, in its order, which add up.
struct CoherentForecast {
    std::size_t horizon = 0, count = 0;  ///< periods; paths
    std::vector<double> mean;            ///< mean[series * horizon + period]
    std::vector<Interval> intervals;     ///< their ends in the order of `mean`
    std::vector<double> paths;           ///< paths[(series * horizon + period) * count + path]
    std::vector<std::string> fallbacks;  ///< of each series; mostly empty
    Reconciliation reconciliation = Reconciliation::none;  ///< that was used
    double shrinkage = 1;  ///< of the correlations; 1 where none are used

    std::span<const double> draws(std::size_t series, std::size_t period) const {
        return std::span{paths}.subspan((series * horizon + period) * count, count);
    }
};

/// Does something for each number below the first argument, in any order, in one thread or several.
using ForEach =
    std::function<void(std::size_t count, const std::function<void(std::size_t)>& work)>;

/// Forecasts the bottom series and their sums, each by itself, draws paths of all series together
/// and makes points and each path add up. Intervals are quantiles of the paths that add up.
///
/// Each period of a path takes one past period for all series: each series' number is drawn from
/// where its change on the year before stood among its own changes (uniformly within that rank), so
/// that what moved together goes together, and each series alone stays spread as its interval says.
/// A series without such a change draws by itself.
///
/// Shape:  `bottom`: the histories in the order of the hierarchy, alike long, NaN where missing; a
///         sum is missing where a part is. The same seed gives the same bits however `for_each`
///         spreads the work.
/// Errors: invalid_forecast (another number of series or lengths; fewer than `paths_least` paths or
///         more than memory is meant for; with its name, a series or a sum that cannot be
///         forecast).
/// Source: ranks as in Clark et al. (2004), The Schaake shuffle; Panagiotelis et al. (2023),
///         Probabilistic forecast reconciliation, for reconciling draws.
base::Result<CoherentForecast> forecast_coherently(const Hierarchy& hierarchy,
                                                   std::span<const std::vector<double>> bottom,
                                                   const CoherentOptions& options,
                                                   const ForEach& for_each);

/// The same for what was estimated before; `estimates` in the hierarchy's order.
base::Result<CoherentForecast> add_up_forecasts(const Hierarchy& hierarchy,
                                                std::span<const Estimate> estimates,
                                                const CoherentOptions& options,
                                                const ForEach& for_each);

}  // namespace forecast
