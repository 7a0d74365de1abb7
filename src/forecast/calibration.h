#pragma once

namespace forecast {

/// The quantile of the standard normal distribution. Shape: 0 < probability < 1.
double normal_quantile(double probability);

/// How many standard deviations, as the models state them, an interval of that level needs on each
/// side so that it covers what it says; learned from rolling origins, see docs/methods/forecast.md.
double calibrated_quantile(double level, int frequency, int horizon);

}  // namespace forecast
