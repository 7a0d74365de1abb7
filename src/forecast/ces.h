#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace forecast {

/// Complex exponential smoothing: a level and its information potential, which move together as a
/// complex number. Source: Svetunkov, Kourentzes and Ord (2022), Complex exponential smoothing.
enum class CesSeason : unsigned char {
    none,
    partial,  ///< real seasonal effects, additive
    full      ///< complex ones, which grow with the level
};

struct CesFit {
    CesSeason season = CesSeason::none;
    double alpha_real = 0, alpha_imaginary = 0;
    double beta_real = 0, beta_imaginary = 0;
    double variance = 0;
    double aicc = 0;
    std::vector<double> mean;     ///< the forecasts
    std::vector<double> weights;  ///< of past errors in the errors of the forecasts: 1, c_1, ...

    std::string name() const;  ///< "CES(none)", "CES(partial)", "CES(full)"
};

/// Fits by least squares, with first states from running back through the series, and forecasts.
///
/// Shape: NaN is a missing value, for which its forecast stands in. Nothing where there are too few
///        values.
std::optional<CesFit> fit_ces(std::span<const double> values, int frequency, CesSeason season,
                              int horizon);

/// The one with the least AICc among those that the series allows.
std::optional<CesFit> choose_ces(std::span<const double> values, int frequency, int horizon);

}  // namespace forecast
