#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace forecast {

/// Exponential smoothing in state space form. Source: Hyndman, Koehler, Ord and Snyder (2008),
/// Forecasting with Exponential Smoothing, chapters 2 to 6.
enum class EtsError : unsigned char { additive, multiplicative };
enum class EtsTrend : unsigned char { none, additive, damped };
enum class EtsSeason : unsigned char { none, additive, multiplicative };

struct EtsModel {
    EtsError error = EtsError::additive;
    EtsTrend trend = EtsTrend::none;
    EtsSeason season = EtsSeason::none;

    std::string name() const;  ///< "ETS(A,Ad,M)"
    friend bool operator==(const EtsModel&, const EtsModel&) = default;
};

/// Smoothing parameters in the form of Hyndman et al.: 0 < alpha < 1, 0 < beta < alpha,
/// 0 < gamma < 1 - alpha, 0.8 <= phi <= 0.98; what the model does not have is 0 (phi: 1).
struct EtsParameters {
    double alpha = 0;
    double beta = 0;
    double gamma = 0;
    double phi = 1;
};

/// Level, slope and, for a seasonal model, the effects of the next `frequency` periods in order.
struct EtsState {
    double level = 0;
    double slope = 0;
    std::vector<double> season;
};

struct EtsFit {
    EtsModel model;
    EtsParameters parameters;
    EtsState first;  ///< before the first observation
    EtsState last;   ///< after the last one
    /// -n/2 log(sum of squared errors) less the sum of log|one-step forecast| for multiplicative
    /// errors: that of R's ets(), whose constant it leaves out too.
    double log_likelihood = 0;
    double aicc = 0;
    double variance = 0;            ///< of the one-step errors, relative where multiplicative
    std::vector<double> residuals;  ///< one-step, relative where multiplicative; NaN where missing
};

/// The models that may be fitted: without multiplicative parts where a value is not positive, and
/// without a season where there are fewer than two years or no frequency.
std::vector<EtsModel> ets_models(std::span<const double> values, int frequency);

/// Fits one model by maximum likelihood, in all smoothing parameters and all initial states.
///
/// Shape: NaN is a missing value, over which the states move on. Nothing where there are too few
///        values for the model (at least as many as parameters plus two), or where it leaves the
///        numbers.
///        `passes_max` ends the search early, at a point between the first guess (a classical
///        decomposition) and the most likely one.
inline constexpr int ets_passes = 120;
std::optional<EtsFit> fit_ets(std::span<const double> values, int frequency, EtsModel model,
                              int passes_max = ets_passes);

/// Point forecasts of the next `horizon` periods.
std::vector<double> ets_forecast(const EtsFit& fit, int frequency, int horizon);

/// One path of the next periods, driven by `errors` (one for each period, in the form of the
/// model's residuals).
void ets_path(const EtsFit& fit, int frequency, std::span<const double> errors,
              std::span<double> path);

}  // namespace forecast
