#pragma once

#include <span>
#include <vector>

namespace forecast {

/// The dynamic optimised theta model. Source: Fiorucci, Pellegrini, Louzada, Petropoulos and
/// Koehler (2016), Models for optimising the theta method and their relationship to state space
/// models.
struct ThetaFit {
    double alpha = 0;
    double theta = 0;
    double level = 0;  ///< before the first observation
    double variance = 0;
    bool has_season = false;
    bool is_relative = false;    ///< the season multiplies
    std::vector<double> season;  ///< effects from the first value on
    std::vector<double> mean;    ///< the forecasts
};

/// Fits by least squares of the one-step errors, of the series without its season where it has one
/// at 90 %, and forecasts.
///
/// Shape: NaN is a missing value, for which its forecast stands in. At least one value.
ThetaFit theta_forecast(std::span<const double> values, int frequency, int horizon);

}  // namespace forecast
