#include "adjustment/regarima.h"

#include "forecast/aicc.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>

namespace adjustment {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double farthest = 5;  ///< of a number whose tanh is taken

Error refused(std::string message) {
    return {ErrorCode::invalid_forecast, std::move(message), {}};
}

double product(const Values& a, const Values& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Least squares by Gram and Schmidt, each column made orthogonal to those before.
struct LeastSquares {
    Values coefficients, standard_errors;  ///< the latter of noise of the variance 1
    Values residuals;
    std::vector<Values> basis;  ///< orthogonal, of the length 1
    bool is_sound = true;

    LeastSquares(const Values& y, const std::vector<Values>& columns) : residuals(y) {
        const std::size_t k = columns.size();
        std::vector<Values> triangle(k, Values(k, 0.0));
        Values projected(k);
        for (std::size_t j = 0; j < k; ++j) {
            auto column = columns[j];
            const double before = std::sqrt(product(column, column));
            // A second pass takes away what rounding left of the first.
            for (int pass = 0; pass < 2; ++pass)
                for (std::size_t i = 0; i < j; ++i) {
                    const double by = product(basis[i], column);
                    triangle[i][j] += by;
                    for (std::size_t t = 0; t < column.size(); ++t)
                        column[t] -= by * basis[i][t];
                }
            const double length = std::sqrt(product(column, column));
            if (!(length > 1e-9 * before)) {
                is_sound = false;
                return;
            }
            triangle[j][j] = length;
            for (auto& value : column)
                value /= length;
            projected[j] = product(column, residuals);
            for (std::size_t t = 0; t < column.size(); ++t)
                residuals[t] -= projected[j] * column[t];
            basis.push_back(std::move(column));
        }
        solve(triangle, projected);
    }

  private:
    void solve(const std::vector<Values>& triangle, const Values& projected) {
        const std::size_t k = projected.size();
        coefficients.assign(k, 0.0);
        for (std::size_t j = k; j-- > 0;) {
            double sum = projected[j];
            for (std::size_t i = j + 1; i < k; ++i)
                sum -= triangle[j][i] * coefficients[i];
            coefficients[j] = sum / triangle[j][j];
        }
        // The rows of the inverse triangle, whose squares add up to the variances.
        for (std::size_t j = 0; j < k; ++j) {
            Values row(k, 0.0);
            row[j] = 1 / triangle[j][j];
            double squares = row[j] * row[j];
            for (std::size_t i = j + 1; i < k; ++i) {
                double sum = 0;
                for (std::size_t l = j; l < i; ++l)
                    sum -= row[l] * triangle[l][i];
                row[i] = sum / triangle[i][i];
                squares += row[i] * row[i];
            }
            standard_errors.push_back(std::sqrt(squares));
        }
    }
};

// The step of Levenberg and Marquardt that brings a sum of squares down.
Values damped_step(const std::vector<Values>& slopes, const Values& errors, double damping) {
    // Least squares of the errors, and below them of 0 with the damping.
    const std::size_t n = errors.size(), k = slopes.size();
    Values y(n + k, 0.0);
    for (std::size_t t = 0; t < n; ++t)
        y[t] = -errors[t];
    std::vector<Values> columns = slopes;
    for (std::size_t i = 0; i < k; ++i) {
        const double size = std::sqrt(product(slopes[i], slopes[i]));
        columns[i].resize(n + k, 0.0);
        columns[i][n + i] = std::sqrt(damping) * (size > 0 ? size : 1);
    }
    return LeastSquares{y, columns}.coefficients;
}

double shape(OutlierKind kind, std::size_t at, std::size_t t, double decay) {
    switch (kind) {
        case OutlierKind::additive:
            return t == at ? 1 : 0;
        case OutlierKind::level_shift:
            // Before the shift, so that the last level is the one that forecasts go on from.
            return t < at ? -1 : 0;
        case OutlierKind::temporary_change:
            return t < at ? 0 : std::pow(decay, static_cast<double>(t - at));
    }
    return 0;
}

class Estimation {
  public:
    Estimation(std::span<const double> values, const RegArimaOptions& options)
        : options_(options),
          year_(static_cast<std::size_t>(options.frequency)),
          count_(values.size()),
          ahead_(static_cast<std::size_t>(options.horizon)),
          decay_(std::pow(0.7, 12.0 / options.frequency)),
          differences_(options.order, year_),
          first_outlier_(options.influences.size() + (options.order.constant ? 1 : 0)),
          outliers_(options.outliers) {
        for (const double value : values)
            z_.push_back(options.is_logarithmic ? std::log(value) : value);
        // Of the values whose likelihood it is: those that are left by the differences.
        for (std::size_t t = differences_.lost(); t < count_ && options.is_logarithmic; ++t)
            jacobian_ -= z_[t];
        w_ = differences_(z_);
        if (options.order.constant)
            columns_.emplace_back(w_.size(), 1.0);
        for (const auto& one : options.influences)
            columns_.push_back(differences_(std::span{one.values}.first(count_)));
        for (const auto& one : outliers_)
            columns_.push_back(differences_(shape_of(one, count_)));
    }

    base::Result<RegArima> run(const Coefficients* fixed);

  private:
    Values shape_of(const Outlier& outlier, std::size_t count) const {
        Values made(count);
        for (std::size_t t = 0; t < count; ++t)
            made[t] = shape(outlier.kind, outlier.at, t, decay_);
        return made;
    }
    void estimate(const std::vector<Values>& starts);
    double deviance_at(const Values& numbers, Values* errors) const;
    void climb(Values& numbers) const;
    std::optional<Outlier> strongest() const;
    bool drop_weakest();
    void find_outliers();
    LeastSquares squares_at(const Coefficients& at, double* deviance) const;
    RegArima result() const;
    void forecast(RegArima& to) const;

    const RegArimaOptions& options_;
    std::size_t year_, count_, ahead_;
    double decay_;
    double jacobian_ = 0;
    Differences differences_;
    std::size_t first_outlier_;  ///< among the columns
    Values z_, w_;
    std::vector<Values> columns_;  ///< differenced: a constant, influences, then outliers
    std::vector<Outlier> outliers_;
    Values numbers_;  ///< of which the coefficients are made
    Coefficients at_;
};

// Twice the negative log-likelihood, the variance at its maximum.
LeastSquares Estimation::squares_at(const Coefficients& at, double* deviance) const {
    const Whitening whitened{at, year_, w_.size()};
    std::vector<Values> columns;
    for (const auto& column : columns_)
        columns.push_back(whitened(column));
    LeastSquares made{whitened(w_), columns};
    if (deviance != nullptr) {
        const double n = static_cast<double>(w_.size());
        const double squares = product(made.residuals, made.residuals);
        *deviance =
            made.is_sound && squares > 0
                ? n * std::log(2 * std::numbers::pi * squares / n) + n + whitened.log_determinant()
                : infinity;
    }
    return made;
}

// The deviance at free numbers; `errors` get what its logarithm is the sum of squares of, but for
// constants.
double Estimation::deviance_at(const Values& numbers, Values* errors) const {
    double deviance = infinity;
    auto fit = squares_at(coefficients_at(options_.order, numbers), &deviance);
    if (errors == nullptr || !std::isfinite(deviance))
        return deviance;
    const double n = static_cast<double>(w_.size());
    const double squares = product(fit.residuals, fit.residuals);
    const double scale = std::exp((deviance - n * std::log(squares)) / (2 * n));
    for (auto& error : fit.residuals)
        error *= scale;
    *errors = std::move(fit.residuals);
    return deviance;
}

// Levenberg and Marquardt, with differences for derivatives. A number beyond the farthest would
// change nothing more.
void Estimation::climb(Values& numbers) const {
    const std::size_t k = numbers.size();
    Values errors;
    double deviance = deviance_at(numbers, &errors);
    double damping = 1e-3;
    int small_gains = 0;
    for (int step = 0; step < 100 && small_gains < 2 && std::isfinite(deviance); ++step) {
        constexpr double apart = 1e-5;
        std::vector<Values> slopes;
        for (std::size_t i = 0; i < k; ++i) {
            auto beside = numbers;
            beside[i] += numbers[i] > 0 ? -apart : apart;
            Values there;
            if (!std::isfinite(deviance_at(beside, &there)))
                return;
            for (std::size_t t = 0; t < there.size(); ++t)
                there[t] = (there[t] - errors[t]) / (beside[i] - numbers[i]);
            // What is as far as it may be, and would go further, stays.
            if (std::abs(numbers[i]) == farthest && product(there, errors) * numbers[i] < 0)
                there.assign(there.size(), 0.0);
            slopes.push_back(std::move(there));
        }
        double gain = 0;
        while (gain <= 0 && damping < 1e8) {
            auto next = numbers;
            const auto by = damped_step(slopes, errors, damping);
            for (std::size_t i = 0; i < k; ++i)
                next[i] = std::clamp(next[i] + by[i], -farthest, farthest);
            Values there;
            const double found = deviance_at(next, &there);
            gain = deviance - found;
            if (gain > 0) {
                numbers = std::move(next);
                errors = std::move(there);
                deviance = found;
                damping /= 10;
            } else {
                damping *= 10;
            }
        }
        small_gains = gain < (options_.is_draft ? 1e-3 : 1e-9) ? small_gains + 1 : 0;
        damping = std::min(damping, 1e4);
    }
}

// The likelihood can have a second top, with a season that hardly differs from year to year or one
// that does.
void Estimation::estimate(const std::vector<Values>& starts) {
    double least = infinity;
    for (auto numbers : starts) {
        climb(numbers);
        if (const double found = deviance_at(numbers, nullptr); found < least) {
            least = found;
            numbers_ = std::move(numbers);
        }
    }
    at_ = coefficients_at(options_.order, numbers_);
}

/// The outlier of the greatest |t| beside what is in the model, by a standard deviation that
/// outliers do not move: 1.4826 times the median of the absolute errors.
std::optional<Outlier> Estimation::strongest() const {
    const auto now = squares_at(at_, nullptr);
    const Whitening whitened{at_, year_, w_.size()};
    auto sizes = now.residuals;
    for (auto& size : sizes)
        size = std::abs(size);
    std::ranges::sort(sizes);
    const double deviation = 1.4826 * sizes[sizes.size() / 2];
    std::optional<Outlier> best;
    if (!(deviation > 0))
        return best;
    for (const auto kind :
         {OutlierKind::additive, OutlierKind::level_shift, OutlierKind::temporary_change})
        for (std::size_t at = 0; at < count_; ++at) {
            // A shift before which or after which there is but one value is that value.
            if (kind != OutlierKind::additive && (at < 1 || at + 1 >= count_))
                continue;
            if (kind == OutlierKind::level_shift && at < 2)
                continue;
            const bool is_known = std::ranges::any_of(
                outliers_, [&](const auto& one) { return one.kind == kind && one.at == at; });
            if (is_known)
                continue;
            auto column = whitened(differences_(shape_of({kind, at, 0, 0}, count_)));
            const double before = product(column, column);
            for (const auto& base : now.basis) {
                const double by = product(base, column);
                for (std::size_t t = 0; t < column.size(); ++t)
                    column[t] -= by * base[t];
            }
            const double length = product(column, column);
            if (!(length > 1e-9 * before))
                continue;
            const double effect = product(column, now.residuals) / length;
            const double t = effect * std::sqrt(length) / deviation;
            if (!best || std::abs(t) > std::abs(best->t))
                best = Outlier{kind, at, effect, t};
        }
    return best;
}

bool Estimation::drop_weakest() {
    const auto now = squares_at(at_, nullptr);
    const double n = static_cast<double>(w_.size());
    const double deviation = std::sqrt(product(now.residuals, now.residuals) / n);
    const double critical = options_.critical > 0 ? options_.critical : critical_value(count_);
    const std::size_t first = first_outlier_ + options_.outliers.size();
    std::size_t weakest = columns_.size();
    double least = critical;
    for (std::size_t j = first; j < columns_.size(); ++j) {
        const double t = std::abs(now.coefficients[j]) / (now.standard_errors[j] * deviation);
        if (t < least) {
            least = t;
            weakest = j;
        }
    }
    if (weakest == columns_.size())
        return false;
    columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(weakest));
    outliers_.erase(outliers_.begin() + static_cast<std::ptrdiff_t>(weakest - first_outlier_));
    return true;
}

void Estimation::find_outliers() {
    const double critical = options_.critical > 0 ? options_.critical : critical_value(count_);
    // So many that a series of nothing else would still be a series.
    const std::size_t most = options_.outliers.size() + count_ / 12;
    while (outliers_.size() < most) {
        const auto next = strongest();
        if (!next || std::abs(next->t) < critical)
            break;
        outliers_.push_back(*next);
        columns_.push_back(differences_(shape_of(*next, count_)));
        estimate({numbers_});
    }
    while (drop_weakest())
        estimate({numbers_});
}

void Estimation::forecast(RegArima& to) const {
    Values linear = z_;
    for (std::size_t t = 0; t < count_; ++t)
        linear[t] -= to.outlier_effects[t] + to.influence_effects[t];
    auto changes = differences_(linear);
    for (auto& change : changes)
        change -= to.mean;
    changes = continued(at_, year_, changes, ahead_);
    for (auto& change : changes)
        change += to.mean;
    differences_.undo(changes, linear);
    to.linear_forecasts.assign(linear.begin() + static_cast<std::ptrdiff_t>(count_), linear.end());
    to.forecasts = to.linear_forecasts;
    for (std::size_t h = 0; h < ahead_; ++h) {
        to.forecasts[h] += to.outlier_effects[count_ + h] + to.influence_effects[count_ + h];
        if (options_.is_logarithmic) {
            to.forecasts[h] = std::exp(to.forecasts[h]);
            to.linear_forecasts[h] = std::exp(to.linear_forecasts[h]);
        }
    }
}

RegArima Estimation::result() const {
    RegArima made;
    made.order = options_.order;
    made.arma = at_;
    double deviance = 0;
    const auto fit = squares_at(at_, &deviance);
    const double n = static_cast<double>(w_.size());
    made.variance = product(fit.residuals, fit.residuals) / n;
    made.log_likelihood = -deviance / 2;
    const auto parameters = coefficient_count(options_.order) + columns_.size() + 1;
    made.aicc = forecast::aicc(deviance - 2 * jacobian_, static_cast<double>(parameters), n);
    made.outlier_effects.assign(count_ + ahead_, 0.0);
    made.influence_effects = made.level_effects = made.outlier_effects;
    const auto t_of = [&](std::size_t j) {
        return fit.coefficients[j] / (fit.standard_errors[j] * std::sqrt(made.variance));
    };
    if (options_.order.constant) {
        made.mean = fit.coefficients[0];
        made.mean_t = t_of(0);
    }
    for (std::size_t i = 0; i < options_.influences.size(); ++i) {
        const std::size_t j = first_outlier_ - options_.influences.size() + i;
        made.coefficients.push_back(fit.coefficients[j]);
        made.t_values.push_back(t_of(j));
        for (std::size_t t = 0; t < count_ + ahead_; ++t)
            made.influence_effects[t] += fit.coefficients[j] * options_.influences[i].values[t];
    }
    for (std::size_t i = 0; i < outliers_.size(); ++i) {
        const std::size_t j = first_outlier_ + i;
        auto outlier = outliers_[i];
        outlier.effect = fit.coefficients[j];
        outlier.t = t_of(j);
        const auto values = shape_of(outlier, count_ + ahead_);
        for (std::size_t t = 0; t < values.size(); ++t) {
            made.outlier_effects[t] += outlier.effect * values[t];
            if (outlier.kind == OutlierKind::level_shift)
                made.level_effects[t] += outlier.effect * values[t];
        }
        made.outliers.push_back(outlier);
    }
    std::ranges::sort(made.outliers, {}, &Outlier::at);
    forecast(made);
    return made;
}

// The first of each polynomial; the others begin at 0.
Values start_of(const forecast::ArimaOrder& order, double ar, double ma, double seasonal_ma) {
    Values made;
    for (const auto& [count, first] : {std::pair{order.p, ar}, std::pair{order.P, ar},
                                       std::pair{order.q, ma}, std::pair{order.Q, seasonal_ma}})
        for (int i = 0; i < count; ++i)
            made.push_back(i == 0 ? std::atanh(first) : 0);
    return made;
}

std::vector<Values> starts_of(const RegArimaOptions& options) {
    const auto& order = options.order;
    std::vector<Values> starts{start_of(order, 0.1, 0.4, 0.6)};
    if (options.is_draft)
        return starts;
    starts.push_back(start_of(order, 0.1, 0.1, 0.1));
    if (order.p + order.P > 0)
        starts.push_back(start_of(order, 0.7, 0.4, 0.4));
    return starts;
}

base::Result<RegArima> Estimation::run(const Coefficients* fixed) {
    const auto starts = starts_of(options_);
    at_ = fixed != nullptr ? *fixed : coefficients_at(options_.order, starts.front());
    double deviance = 0;
    const auto first = squares_at(at_, &deviance);
    if (!first.is_sound)
        return refused("expected influences and outliers none of which is the sum of others");
    if (!std::isfinite(deviance))
        return refused("expected a series that changes otherwise than by the same each year");
    if (fixed == nullptr) {
        estimate(starts);
        if (options_.finds_outliers)
            find_outliers();
    }
    return result();
}

base::Result<void> check(std::span<const double> values, const RegArimaOptions& options) {
    if (options.frequency != 12 && options.frequency != 4)
        return refused(fmt::format("expected a frequency of 12 or 4, found {}", options.frequency));
    const auto least = static_cast<std::size_t>(3 * options.frequency);
    if (values.size() < least)
        return refused(fmt::format("expected at least three years, that is {} values, found {}",
                                   least, values.size()));
    if (options.horizon < 0 || options.horizon > 10 * options.frequency)
        return refused(fmt::format("expected a horizon of 0 to {} periods, found {}",
                                   10 * options.frequency, options.horizon));
    for (const double value : values)
        if (!std::isfinite(value) || (options.is_logarithmic && !(value > 0)))
            return refused(fmt::format("expected {} values, found {}",
                                       options.is_logarithmic ? "finite and positive" : "finite",
                                       value));
    const auto length = values.size() + static_cast<std::size_t>(options.horizon);
    for (const auto& one : options.influences) {
        if (one.values.size() != length)
            return refused(fmt::format("expected {} values of {}, found {}", length, one.name,
                                       one.values.size()));
        for (const double value : one.values)
            if (!std::isfinite(value))
                return refused(
                    fmt::format("expected finite values of {}, found {}", one.name, value));
    }
    for (const auto& one : options.outliers)
        if (one.at >= values.size())
            return refused(fmt::format("expected an outlier among the {} values, found one at {}",
                                       values.size(), one.at + 1));
    return {};
}

}  // namespace

std::string_view word(OutlierKind kind) {
    return kind == OutlierKind::additive ? "AO" : kind == OutlierKind::level_shift ? "LS" : "TC";
}

double critical_value(std::size_t count) {
    struct Row {
        double count, value;
    };
    constexpr std::array rows{Row{12, 3.16},  Row{24, 3.42},  Row{36, 3.55},  Row{48, 3.63},
                              Row{72, 3.73},  Row{96, 3.80},  Row{120, 3.85}, Row{144, 3.89},
                              Row{168, 3.92}, Row{192, 3.95}, Row{216, 3.97}, Row{240, 3.99},
                              Row{264, 4.01}, Row{288, 4.03}, Row{312, 4.04}, Row{336, 4.05},
                              Row{360, 4.07}};
    const double n = std::clamp(static_cast<double>(count), rows.front().count, rows.back().count);
    std::size_t i = 1;
    while (rows[i].count < n)
        ++i;
    const auto& low = rows[i - 1];
    const auto& high = rows[i];
    return low.value + (high.value - low.value) * (n - low.count) / (high.count - low.count);
}

base::Result<RegArima> fit_regarima(std::span<const double> values,
                                    const RegArimaOptions& options) {
    TRY(check(values, options));
    return Estimation{values, options}.run(nullptr);
}

base::Result<RegArima> regarima_at(std::span<const double> values, const RegArimaOptions& options,
                                   const Coefficients& at) {
    TRY(check(values, options));
    if (!are_admissible(options.order, at))
        return refused(
            fmt::format("expected {} coefficients of {} with roots outside the unit circle",
                        coefficient_count(options.order), options.order.name()));
    return Estimation{values, options}.run(&at);
}

base::Result<Transformation> choose_transformation(std::span<const double> values,
                                                   RegArimaOptions options) {
    Transformation made;
    options.finds_outliers = false;
    options.is_logarithmic = false;
    made.aicc_level = TRY(fit_regarima(values, options)).aicc;
    made.aicc_logarithmic = infinity;
    if (std::ranges::any_of(values, [](double value) { return !(value > 0); }))
        return made;
    options.is_logarithmic = true;
    made.aicc_logarithmic = TRY(fit_regarima(values, options)).aicc;
    constexpr double in_favour_of_logarithms = 2;
    made.is_logarithmic = made.aicc_logarithmic <= made.aicc_level + in_favour_of_logarithms;
    return made;
}

}  // namespace adjustment
