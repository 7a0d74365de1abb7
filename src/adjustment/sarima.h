#pragma once

#include "base/result.h"
#include "forecast/arima.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace adjustment {

/// (0 1 1)(0 1 1), which fits most series of an economy. Source: Box and Jenkins (1970), series G.
inline constexpr forecast::ArimaOrder airline{0, 1, 1, 0, 1, 1, false};

/// "(0 1 1)(0 1 1)"; "(1 0 0)(0 1 1) with a mean".
std::string name_of(const forecast::ArimaOrder& order);
/// Reads such a name; "airline" is one too, "auto" is none. Errors: invalid_argument (p or q above
/// 5, d, P or Q above 2, D above 1).
base::Result<std::optional<forecast::ArimaOrder>> parse_model(std::string_view text);

/// Of a seasonal ARIMA model, with the signs of X-13ARIMA-SEATS: the differenced series w and white
/// noise e have (1 - ar_1 B - ...)(1 - seasonal_ar_1 B^m - ...) w =
/// (1 - ma_1 B - ...)(1 - seasonal_ma_1 B^m - ...) e, where m is the frequency.
struct Coefficients {
    std::vector<double> ar, seasonal_ar, ma, seasonal_ma;
};

/// How many coefficients a model has.
std::size_t coefficient_count(const forecast::ArimaOrder& order);

/// The coefficients at any numbers, as many as there are: the partial autocorrelations of each of
/// the four polynomials are their tanh, so that its roots lie outside the unit circle.
/// Source: Monahan (1984).
Coefficients coefficients_at(const forecast::ArimaOrder& order, std::span<const double> numbers);

/// Whether there are as many as the model has, and all roots lie outside the unit circle.
bool are_admissible(const forecast::ArimaOrder& order, const Coefficients& coefficients);

/// The differences of a model, from period to period and from year to year.
class Differences {
  public:
    Differences(const forecast::ArimaOrder& order, std::size_t year);

    std::size_t lost() const { return weights_.size() - 1; }  ///< values at the beginning
    std::vector<double> operator()(std::span<const double> x) const;
    /// Appends the levels whose differences these are.
    void undo(std::span<const double> differences, std::vector<double>& levels) const;

  private:
    std::vector<double> weights_;  ///< of a value and those before it
};

/// Turns a differenced series of the model into white noise. After the first values its
/// autoregressive part is applied, so that covariances are 0 beyond those of the moving average;
/// the triangle of Cholesky of this band does the rest.
/// Source: Ansley (1979), "An algorithm for the exact likelihood of a mixed autoregressive-moving
///         average process", Biometrika 66.
class Whitening {
  public:
    Whitening(const Coefficients& at, std::size_t year, std::size_t count);

    /// Of the covariances, in logarithms; infinite where they are not those of a series.
    double log_determinant() const { return log_determinant_; }

    std::vector<double> operator()(std::span<const double> x) const;
    /// Without an autoregressive part: the expectations of what follows a series that ends before
    /// the last row.
    std::vector<double> continued(std::span<const double> x) const;

  private:
    // The first column of a row that is not 0.
    std::size_t begin_of(std::size_t row) const { return row < first_ ? 0 : row - reach_; }
    double& lower(std::size_t row, std::size_t column) {
        return lower_[row * width_ + (row - column)];
    }
    double lower(std::size_t row, std::size_t column) const {
        return lower_[row * width_ + (row - column)];
    }
    double filtered(std::span<const double> x, std::size_t row) const;
    void factorise(std::span<const double> of_series, std::span<const double> of_both,
                   std::span<const double> of_average);
    void fill(std::size_t row, std::size_t column, double sum);

    std::vector<double> ar_, ma_;  ///< 1, then what the lags have on their side of the equation
    std::size_t reach_ = 0;        ///< lags of the moving average
    std::size_t first_ = 0;        ///< so many values stay as they are
    std::size_t width_ = 0, count_ = 0;
    std::vector<double> lower_;  ///< row by row, the diagonal first
    double log_determinant_ = 0;
};

/// The expectations of what follows a differenced series of the model. As in X-13ARIMA-SEATS the
/// noise is that of the moving average, once the autoregressive part is applied to the values that
/// have as many before them.
std::vector<double> continued(const Coefficients& at, std::size_t year, std::span<const double> x,
                              std::size_t ahead);

}  // namespace adjustment
