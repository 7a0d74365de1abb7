#pragma once

#include "adjustment/sarima.h"
#include "base/result.h"

#include <span>
#include <string>
#include <vector>

namespace adjustment {

/// What one event does to a series: to one period (AO), to all from it on (LS), or to it and, by
/// less each period, to those after (TC, 0.7 a month).
enum class OutlierKind : unsigned char { additive, level_shift, temporary_change };
std::string_view word(OutlierKind kind);  ///< "AO"

struct Outlier {
    OutlierKind kind = OutlierKind::additive;
    std::size_t at = 0;  ///< the index of the first value concerned
    double effect = 0;   ///< in the series' own unit, or in logarithms
    double t = 0;        ///< the effect over its standard error
};

/// A known influence, such as working days: one value for each period and each forecast.
struct Influence {
    std::string name;
    std::vector<double> values;
};

struct RegArimaOptions {
    int frequency = 12;
    forecast::ArimaOrder order = airline;
    bool is_logarithmic = false;  ///< the model is of the logarithms
    bool is_draft = false;  ///< near the top of the likelihood is enough, as to compare models
    bool finds_outliers = true;
    double critical = 0;  ///< least |t| of an outlier; 0: by the length of the series
    int horizon = 12;     ///< how many forecasts
    std::vector<Influence> influences = {};
    std::vector<Outlier> outliers = {};  ///< that are known to be there; kind and place count
};

/// A seasonal ARIMA model with regression effects: the series less its effects is one of the model.
struct RegArima {
    forecast::ArimaOrder order;
    Coefficients arma;
    double mean = 0, mean_t = 0;    ///< of the differenced series, where the model has a constant
    double variance = 0;            ///< of the noise, by maximum likelihood
    double log_likelihood = 0;      ///< exact and Gaussian, of the differenced series
    double aicc = 0;                ///< of the series itself, its transformation counted
    std::vector<Outlier> outliers;  ///< in order of time
    std::vector<double> coefficients, t_values;  ///< of the influences
    /// What the effects make of each value and forecast, on the scale of the model.
    std::vector<double> outlier_effects, influence_effects, level_effects;
    std::vector<double> forecasts;  ///< on the series' own scale, with influences and outliers
    std::vector<double> linear_forecasts;  ///< the same without their effects
};

/// Estimates a model and its regression effects by exact maximum likelihood; with
/// `finds_outliers` adds the outlier of the greatest |t| until none is above the critical value,
/// and takes back those that fall below it.
///
/// Shape:  at least three years; no gaps; positive values where logarithmic.
/// Errors: invalid_forecast (what is not so; an influence of another length, or one that is the sum
///         of others).
/// Source: Box and Jenkins (1970); Bell (1983); Chang, Tiao and Chen (1988); Findley et al. (1998).
base::Result<RegArima> fit_regarima(std::span<const double> values, const RegArimaOptions& options);

/// The same at given coefficients, which are not estimated; effects are.
base::Result<RegArima> regarima_at(std::span<const double> values, const RegArimaOptions& options,
                                   const Coefficients& at);

/// Whether a series is better described by its logarithms, by the model without outliers.
struct Transformation {
    bool is_logarithmic = false;
    double aicc_logarithmic = 0, aicc_level = 0;
};

/// Logarithms, unless the criterion of the series itself is lower by more than 2, or a value is not
/// positive. Errors: as fit_regarima.
base::Result<Transformation> choose_transformation(std::span<const double> values,
                                                   RegArimaOptions options);

/// The |t| above which the largest of `count` values is called an outlier, some 5 % of clean series
/// having one. Source: Ljung (1993), as tabulated in the X-13ARIMA-SEATS reference manual.
double critical_value(std::size_t count);

}  // namespace adjustment
