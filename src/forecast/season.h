#pragma once

#include <span>
#include <utility>
#include <vector>

namespace forecast {

/// Intercept at the first value and slope of the least squares line through what is not missing;
/// {the value, 0} where there is one, {0, 0} where there is none.
std::pair<double, double> line_through(std::span<const double> values);

/// The effect of each period of the year, from the first value on, by classical decomposition:
/// means of the deviations from a centred moving average of one year. Additive effects have the
/// mean 0, relative ones the mean 1.
///
/// Shape: at least one value in each period of the year; with under three years the deviations are
///        those from a straight line.
std::vector<double> seasonal_effects(std::span<const double> values, int frequency, bool relative);

/// What is missing lies on a straight line between its neighbours; at the ends it is as the
/// nearest.
std::vector<double> without_gaps(std::span<const double> values);

/// The values without such effects, the first of which is that of the first value.
std::vector<double> without_season(std::span<const double> values, std::span<const double> effects,
                                   bool relative);

/// Whether the autocorrelation at one year is more than chance would make it at 90 %, given those
/// at shorter lags. Source: Assimakopoulos and Nikolopoulos (2000).
bool is_seasonal(std::span<const double> values, int frequency);

/// How much of what is left beside the trend the season explains, from 0 to 1.
/// Source: Wang, Smith and Hyndman (2006).
double seasonal_strength(std::span<const double> values, int frequency);

}  // namespace forecast
