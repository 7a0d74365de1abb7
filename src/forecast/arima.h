#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace forecast {

/// A seasonal ARIMA model (p,d,q)(P,D,Q) with the frequency of the series, with a constant (a mean,
/// or a drift where the series is differenced once). Source: Box and Jenkins (1970).
struct ArimaOrder {
    int p = 0, d = 0, q = 0;
    int P = 0, D = 0, Q = 0;
    bool constant = false;

    std::string name() const;  ///< "ARIMA(1,1,2)(0,1,1) with drift"
    friend bool operator==(const ArimaOrder&, const ArimaOrder&) = default;
};

struct ArimaFit {
    ArimaOrder order;
    int frequency = 1;
    /// Coefficients of the lags 1, 2, ... with the seasonal ones multiplied out:
    /// w_t = sum ar_i w_(t-i) + e_t + sum ma_j e_(t-j), of the differenced series less its mean.
    std::vector<double> ar, ma;
    double mean = 0;  ///< of the differenced series
    double variance = 0;
    double log_likelihood = 0;  ///< exact, Gaussian
    double aicc = 0;
    std::vector<double> differenced;
    std::vector<double> series;  ///< gaps filled
};

inline constexpr int arima_frequency_max = 24;  ///< of models with seasonal coefficients

/// Fits by exact maximum likelihood, from the least squares of the conditional errors.
///
/// Shape: NaN is a missing value, which is filled by a straight line between its neighbours.
///        Nothing where there are too few values, or p or q is above 5, P or Q above 2.
std::optional<ArimaFit> fit_arima(std::span<const double> values, int frequency, ArimaOrder order);

struct WeightedArima {
    ArimaFit fit;
    double weight = 1;  ///< by its AICc (Burnham and Anderson 2002), that of the best is 1
};

/// Chooses differences by the strength of the season and the KPSS test, and orders by AICc among
/// neighbours. Source: Hyndman and Khandakar (2008); Wang, Smith and Hyndman (2006).
///
/// Shape: the best first, at its most likely point, then those that are not far behind it, each at
///        the least squares of its conditional errors; none where nothing can be fitted.
std::vector<WeightedArima> choose_arima(std::span<const double> values, int frequency);

std::vector<double> arima_forecast(const ArimaFit& fit, int horizon);

/// The weights of past errors in the forecast errors: 1, psi_1, ..., of the series itself.
std::vector<double> arima_weights(const ArimaFit& fit, int horizon);

}  // namespace forecast
