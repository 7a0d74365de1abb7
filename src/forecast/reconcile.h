#pragma once

#include "base/result.h"
#include "forecast/hierarchy.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace forecast {

/// How forecasts of all series become forecasts that add up. `none` leaves them as they are.
/// Source: Wickramasuriya, Athanasopoulos and Hyndman (2019), Optimal forecast reconciliation
/// through trace minimization: `wls` takes the variances of the errors, `mint` their covariances.
/// `top_down` shares the forecast of the total as the bottom series' own forecasts of the period
/// share theirs (forecast proportions).
enum class Reconciliation : unsigned char { none, bottom_up, top_down, wls, mint };
std::string_view word(Reconciliation reconciliation);
std::optional<Reconciliation> parse_reconciliation(std::string_view text);
std::vector<std::string> reconciliation_words();

/// Whether values below 0 can happen.
enum class Domain : unsigned char { any, non_negative };

/// By how much correlations are drawn towards 0: the sum of their estimated variances over the sum
/// of their squares, between 0 and 1.
///
/// Shape:  for each series its errors, as long as one another, NaN where missing; what is missing
///         counts as the mean, 0.
/// Source: Schaefer and Strimmer (2005), A shrinkage approach to large-scale covariance matrix
///         estimation, target D, about the mean 0 as forecast errors are.
double shrinkage_of(std::span<const std::vector<double>> errors);

inline constexpr std::size_t sums_max = 3000;
/// Fewer periods with errors say nothing of covariances.
inline constexpr std::size_t error_periods_least = 4;

/// Makes columns of values add up; the work that does not depend on them is done once.
class Reconciler {
  public:
    /// Shape:  `errors` past errors of each series in the hierarchy's order (one vector each, alike
    ///         long, NaN where missing); where several of a series tell of the same period, `each`
    ///         says how many, and correlations are shrunk as by that many times fewer. The
    ///         hierarchy outlives the reconciler. With fewer than `error_periods_least` columns of
    ///         errors, `mint` is `wls`.
    /// Errors: invalid_forecast (another number of series; more than `sums_max` sums).
    static base::Result<Reconciler> create(const Hierarchy& hierarchy, Reconciliation method,
                                           std::span<const std::vector<double>> errors,
                                           int each = 1);

    Reconciliation method() const { return method_; }  ///< which may be another than was asked for
    double shrinkage() const { return shrinkage_; }    ///< 1 where no covariances are used

    /// Overwrites the values of each column by ones that add up.
    ///
    /// Shape:  `values[series * columns + column]`. Where nothing below 0 can happen, bottom values
    ///         below 0 become 0 before they are added up.
    /// Source: for the latter Di Fonzo and Girolimetto (2023), Spatio-temporal reconciliation of
    ///         solar forecasts: set negative to zero.
    void apply(std::span<double> values, std::size_t columns, Domain domain) const;

  private:
    explicit Reconciler(const Hierarchy& hierarchy) : hierarchy_(&hierarchy) {}
    void find_gains(std::span<const std::vector<double>> errors, int each);
    void share_total(std::span<double> values, std::size_t columns) const;
    void find_excess(const double* values, std::size_t columns, std::size_t width,
                     std::span<double> excess) const;
    void project(double* values, std::size_t columns, std::size_t width,
                 std::span<double> excess) const;

    const Hierarchy* hierarchy_;
    Reconciliation method_ = Reconciliation::none;
    double shrinkage_ = 1;
    /// What a bottom series gives up of each sum's excess over its parts: bottom by sums.
    std::vector<double> gains_;
};

}  // namespace forecast
