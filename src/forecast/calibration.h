#pragma once

#include <span>

namespace forecast {

/// The quantile of the standard normal distribution. Shape: 0 < probability < 1.
double normal_quantile(double probability);

/// The same to some 1e-15 of it, quick enough for millions of draws.
/// Source: Wichura (1988), Algorithm AS 241: the percentage points of the normal distribution.
double normal_score(double probability);

/// The quantile of values that ascend, on the straight line between the two beside its place.
/// Shape: 0 <= share <= 1, at least one value. Source: Hyndman and Fan (1996), definition 7.
double sample_quantile(std::span<const double> ascending, double share);

/// How many standard deviations, as the models state them, an interval needs on each side so that
/// it covers what it says, where `normal` of them would do if the models were right; learned from
/// rolling origins, see docs/methods/forecast.md.
double calibrated(double normal, int frequency, int horizon);

}  // namespace forecast
