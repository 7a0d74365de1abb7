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

/// The deviation of a forecast's error that allows for models that are all wrong, the more so the
/// further ahead: with each year ahead a share of the variance of changes on a year before is added
/// to what the models state. `steps` are periods behind the first one that is forecast.
double doubted(double deviation, double change, int frequency, int steps);

/// How many such deviations an interval needs on each side so that it covers what it says, where
/// `normal` of them would do if the models were right; learned, as that share is, from rolling
/// origins, see docs/methods/forecast.md.
double calibrated(double normal, int frequency);

}  // namespace forecast
