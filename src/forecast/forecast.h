#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forecast {

/// `combination` is the default: the mean of eleven forecasts without the highest and the lowest of
/// each period (exponential smoothing, ARIMA, theta, theta behind loess and complex smoothing, each
/// on the series' own scale and on its logarithms, and the seasonal naive one). `mstl` takes
/// seasons out by loess, one after another, and smooths what is left exponentially. Exponential
/// smoothing and ARIMA are averages of several models.
enum class Method : unsigned char { combination, ets, arima, theta, ces, seasonal_naive, mstl };
std::string_view word(Method method);
std::optional<Method> parse_method(std::string_view text);
std::vector<std::string> method_words();

inline constexpr int horizon_max = 10'000;
inline constexpr int frequency_most = 366;
inline constexpr int season_most = 10'000;

struct Options {
    int horizon = 12;
    int frequency = 1;                   ///< periods of a year, or of whatever comes again
    std::vector<double> levels{80, 95};  ///< of the intervals, in per cent, ascending
    Method method = Method::combination;
    bool non_negative = false;     ///< nothing below 0 can happen
    std::vector<int> longer = {};  ///< further seasons, of mstl: 168 beside a frequency of 24
};

/// Both ends of an interval, for each period.
struct Interval {
    double level = 0;
    std::vector<double> lower, upper;
};

struct Forecast {
    std::vector<double> mean;  ///< the point forecasts
    std::vector<Interval> intervals;
    std::vector<std::string> models;  ///< what was combined: "ARIMA(0,1,1)(0,1,1)", ...
    std::string fallback;  ///< why another method stands in for the one asked for; mostly empty
};

/// Whether the options can be answered, whatever the series.
/// Errors: invalid_forecast (a horizon, frequency, season or level out of its bounds).
base::Result<void> check(const Options& options);

/// Forecasts a series; the same series gives the same bits in any thread.
///
/// Shape: `values` from the first period to the last, NaN where one is missing. Any number of them
///        but none gives an answer: with fewer than five the last value, or the value of a year
///        before, stays; a series that never changes goes on; one that is a straight line too.
///        No end of an interval is infinite, and a higher level never lies inside a lower one.
/// Errors: those of check; invalid_forecast (no value; one that is infinite or beyond 1e300).
base::Result<Forecast> forecast(std::span<const double> values, const Options& options);

/// What may come, in many ways that are alike possible: each path is a value for each period.
struct Paths {
    std::size_t horizon = 0;
    std::vector<double> values;       ///< path after path
    std::vector<std::string> models;  ///< what was combined

    std::size_t count() const { return horizon == 0 ? 0 : values.size() / horizon; }
    std::span<const double> path(std::size_t i) const {
        return std::span{values}.subspan(i * horizon, horizon);
    }
};

/// Draws paths whose values at each period are spread as the intervals say. An error goes on into
/// later periods as it does in the models, so that sums of periods are as uncertain as they are.
/// The same seed gives the same paths.
/// Errors: as forecast.
base::Result<Paths> sample_paths(std::span<const double> values, const Options& options,
                                 std::size_t count, std::uint64_t seed);

}  // namespace forecast
