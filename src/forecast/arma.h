#pragma once

#include "forecast/arima.h"

#include <array>
#include <limits>
#include <span>
#include <vector>

namespace forecast {

// Of a factor of a model; a seasonal one has fewer.
inline constexpr int arma_lags_max = 5;
inline constexpr int arma_seasonal_lags_max = 2;
inline constexpr int arma_parameters_max = 2 * (arma_lags_max + arma_seasonal_lags_max) + 1;

/// A series that is differenced already.
struct ArmaSeries {
    std::span<const double> values;
    int frequency = 1;
    double scale = 1;  ///< the mean of its absolute values, in which a model's mean is searched
};

/// One model at one point of the search for its parameters.
///
/// Shape: `x` has a number for each coefficient of p, P, q and Q, as many as the order says: its
///        tanh is a partial autocorrelation, so that each x is a stationary and invertible model
///        (Monahan 1984); and last the mean, in units of the series' scale, if there is one.
struct ArmaModel {
    ArimaOrder order;  ///< d and D have been taken already
    std::array<double, arma_parameters_max> x{};
    double deviance = std::numeric_limits<double>::infinity();  ///< -2 log-likelihood, exact
    double squares = 0;  ///< of its errors: what they are is said where they are set

    int count() const { return order.p + order.P + order.q + order.Q + (order.constant ? 1 : 0); }
};

/// Coefficients of the lags 1, 2, ...; what arima.h says of them.
struct ArmaCoefficients {
    std::vector<double> ar, ma;
    double mean = 0;
};

}  // namespace forecast
