#include "forecast/ets.h"

#include "forecast/aicc.h"
#include "forecast/season.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace forecast {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int frequency_max = 24;  // a longer year has more initial states than years tell of
constexpr int columns_max = 4 + 2 + frequency_max;
constexpr double tiny = 1e-10;

/// The parameters of the search: smoothing parameters without bounds, then states.
///
/// Shape: alpha, beta / alpha, gamma / (1 - alpha) and (phi - 0.8) / 0.18 as logits, those that the
///        model has; level, slope, and all seasonal effects but the last, which makes their sum 0
///        (their mean 1).
struct Layout {
    int alpha = 0, beta = -1, gamma = -1, phi = -1, level = 0, slope = -1, season = -1, count = 0;

    Layout(EtsModel model, int frequency) {
        int next = 1;
        if (model.trend != EtsTrend::none)
            beta = next++;
        if (model.season != EtsSeason::none)
            gamma = next++;
        if (model.trend == EtsTrend::damped)
            phi = next++;
        level = next++;
        if (model.trend != EtsTrend::none)
            slope = next++;
        if (model.season != EtsSeason::none) {
            season = next;
            next += frequency - 1;
        }
        count = next;
    }
};

double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}
double logit(double p) {
    return std::log(p / (1 - p));
}
// Kept off the ends, where a step of the search would no longer move it.
double bounded(double x) {
    return std::clamp(x, -11.0, 11.0);
}

/// Sums that a pass over the series gathers: of squared errors, and of products of derivatives.
struct Pass {
    double squares = 0;  ///< of errors
    double logs = 0;     ///< of |forecast|
    int observed = 0;
    bool sound = true;
    std::array<double, columns_max> gradient{};      ///< error times derivative
    std::array<double, columns_max> log_gradient{};  ///< derivative of `logs`
    std::array<double, columns_max * columns_max> normal{};
};

struct Natural {
    double alpha, beta_ratio, gamma, phi;  ///< beta = alpha * beta_ratio
};

Natural natural_of(const Layout& at, const std::vector<double>& x) {
    Natural made{};
    made.alpha = logistic(x[static_cast<std::size_t>(at.alpha)]);
    made.beta_ratio = at.beta < 0 ? 0 : logistic(x[static_cast<std::size_t>(at.beta)]);
    made.gamma =
        at.gamma < 0 ? 0 : (1 - made.alpha) * logistic(x[static_cast<std::size_t>(at.gamma)]);
    made.phi = at.phi < 0 ? 1 : 0.8 + 0.18 * logistic(x[static_cast<std::size_t>(at.phi)]);
    return made;
}

/// Runs a model over a series. With derivatives it carries those of each state by each parameter.
template <EtsError error, EtsTrend trend, EtsSeason season>
class Filter {
  public:
    Filter(std::span<const double> values, int frequency, EtsModel model)
        : values_(values),
          frequency_(season == EtsSeason::none ? 1 : frequency),
          at_(model, frequency),
          width_((at_.count + 3) / 4 * 4) {}

    void run(const std::vector<double>& x, Pass& pass, bool derivatives, EtsFit* keep) {
        const auto [alpha, beta, gamma, phi] = natural_of(at_, x);
        const int count = width_;
        double level = x[index(at_.level)];
        double slope = trend == EtsTrend::none ? 0 : x[index(at_.slope)];
        std::array<double, frequency_max> effects;
        if constexpr (season != EtsSeason::none) {
            double rest = season == EtsSeason::additive ? 0 : frequency_;
            for (int s = 0; s + 1 < frequency_; ++s) {
                effects[index(s)] = x[index(at_.season + s)];
                rest -= effects[index(s)];
            }
            effects[index(frequency_ - 1)] = rest;
        }
        if (keep != nullptr) {
            keep->first = {level, slope, {}};
            if (season != EtsSeason::none)
                keep->first.season.assign(effects.begin(), effects.begin() + frequency_);
            keep->residuals.assign(values_.size(), std::numeric_limits<double>::quiet_NaN());
        }
        pass.squares = pass.logs = 0;
        pass.observed = 0;
        pass.sound = true;
        double logged =
            1;  // the product of forecasts, of which one logarithm is taken now and then
        double* d_level = d_level_.data();
        double* d_slope = d_slope_.data();
        if (derivatives)
            begin_derivatives(pass);
        // Of the natural parameters by those of the search.
        const double a = x[index(at_.alpha)];
        const double da = logistic(a) * (1 - logistic(a));
        const double db = at_.beta < 0 ? 0 : beta * (1 - beta);
        const double share = at_.gamma < 0 ? 0 : gamma / (1 - alpha);
        const double dg = (1 - alpha) * share * (1 - share);
        const double dg_a = -share * da;
        const double dphi = at_.phi < 0 ? 0 : (phi - 0.8) * (1 - (phi - 0.8) / 0.18);
        int slot = 0;
        for (std::size_t t = 0; t < values_.size(); ++t) {
            const double y = values_[t];
            const double damped = trend == EtsTrend::none ? 0 : phi * slope;
            const double base = level + damped;
            double effect = season == EtsSeason::multiplicative ? 1 : 0;
            if constexpr (season != EtsSeason::none)
                effect = effects[index(slot)];
            const double forecast = season == EtsSeason::multiplicative ? base * effect
                                    : season == EtsSeason::additive     ? base + effect
                                                                        : base;
            double* d_effect = d_effects_.data() + slot * columns_max;
            if (derivatives) {
                if constexpr (trend != EtsTrend::none) {
                    for (int i = 0; i < count; ++i)
                        d_base_[index(i)] = d_level[i] + phi * d_slope[i];
                    if constexpr (trend == EtsTrend::damped)
                        d_base_[index(at_.phi)] += slope * dphi;
                } else {
                    for (int i = 0; i < count; ++i)
                        d_base_[index(i)] = d_level[i];
                }
            }
            if (std::isnan(y)) {
                level = base;
                slope = damped;
                if (derivatives) {
                    for (int i = 0; i < count; ++i)
                        d_level[i] = d_base_[index(i)];
                    if constexpr (trend != EtsTrend::none) {
                        for (int i = 0; i < count; ++i)
                            d_slope[i] *= phi;
                        if constexpr (trend == EtsTrend::damped)
                            d_slope[at_.phi] += damped / phi * dphi;
                    }
                }
                slot = slot + 1 == frequency_ ? 0 : slot + 1;
                continue;
            }
            double e = y - forecast;
            if constexpr (error == EtsError::multiplicative) {
                if (!(forecast > tiny)) {
                    pass.sound = false;
                    return;
                }
                e /= forecast;
                logged *= forecast;
                if (!(logged < 1e200 && logged > 1e-200)) {
                    pass.logs += std::log(logged);
                    logged = 1;
                }
            }
            pass.squares += e * e;
            ++pass.observed;
            if (keep != nullptr)
                keep->residuals[t] = e;
            if (derivatives)
                add_derivatives(y, forecast, base, effect, e, d_effect, pass);
            // The states after the observation.
            double seen = y;
            if constexpr (season == EtsSeason::additive)
                seen = y - effect;
            if constexpr (season == EtsSeason::multiplicative) {
                if (!(std::abs(effect) > tiny && std::abs(base) > tiny)) {
                    pass.sound = false;
                    return;
                }
                seen = y / effect;
            }
            const double before = level;
            level = base + alpha * (seen - base);
            const double step = level - before - damped;
            const double now = season == EtsSeason::multiplicative ? y / base : y - base;
            if (derivatives) {
                const double by = season == EtsSeason::multiplicative ? -seen / effect : -1;
                const double of_now = season == EtsSeason::multiplicative ? -now / base : -1;
                for (int i = 0; i < count; ++i) {
                    const double d_base = d_base_[index(i)];
                    const double d_seen = season == EtsSeason::none ? 0 : by * d_effect[i];
                    const double d_new = d_base + alpha * (d_seen - d_base);
                    if constexpr (trend != EtsTrend::none) {
                        const double d_damped = d_base - d_level[i];
                        d_slope[i] = d_damped + beta * (d_new - d_level[i] - d_damped);
                    }
                    d_level[i] = d_new;
                    if constexpr (season != EtsSeason::none)
                        d_effect[i] += gamma * (of_now * d_base - d_effect[i]);
                }
                d_level[at_.alpha] += (seen - base) * da;
                if constexpr (trend != EtsTrend::none) {
                    d_slope[at_.alpha] += beta * (seen - base) * da;
                    d_slope[at_.beta] += step * db;
                }
                if constexpr (season != EtsSeason::none) {
                    d_effect[at_.gamma] += (now - effect) * dg;
                    d_effect[at_.alpha] += (now - effect) * dg_a;
                }
            }
            if constexpr (trend != EtsTrend::none)
                slope = damped + beta * step;
            if constexpr (season != EtsSeason::none)
                effects[index(slot)] = effect + gamma * (now - effect);
            slot = slot + 1 == frequency_ ? 0 : slot + 1;
        }
        if constexpr (error == EtsError::multiplicative)
            pass.logs += std::log(logged);
        pass.sound = std::isfinite(pass.squares) && std::isfinite(pass.logs);
        if (keep != nullptr) {
            keep->last = {level, slope, {}};
            if constexpr (season != EtsSeason::none)
                for (int s = 0; s < frequency_; ++s)
                    keep->last.season.push_back(effects[index((slot + s) % frequency_)]);
        }
    }

    const Layout& layout() const { return at_; }

  private:
    static std::size_t index(int i) { return static_cast<std::size_t>(i); }

    void begin_derivatives(Pass& pass) {
        d_level_.fill(0);
        d_slope_.fill(0);
        d_base_.fill(0);
        d_level_[index(at_.level)] = 1;
        if (trend != EtsTrend::none)
            d_slope_[index(at_.slope)] = 1;
        if (season != EtsSeason::none) {
            std::fill_n(d_effects_.begin(), frequency_ * columns_max, 0.0);
            for (int s = 0; s + 1 < frequency_; ++s) {
                d_effects_[index(s * columns_max + at_.season + s)] = 1;
                d_effects_[index((frequency_ - 1) * columns_max + at_.season + s)] = -1;
            }
        }
        std::fill_n(pass.gradient.begin(), width_, 0.0);
        std::fill_n(pass.log_gradient.begin(), width_, 0.0);
        std::fill_n(pass.normal.begin(), at_.count * columns_max, 0.0);
    }

    void add_derivatives(double y, double forecast, double base, double effect, double e,
                         const double* d_effect, Pass& pass) {
        const int count = width_;
        std::array<double, columns_max> d;
        for (int i = 0; i < count; ++i) {
            double d_forecast = d_base_[index(i)];
            if constexpr (season == EtsSeason::additive)
                d_forecast += d_effect[i];
            if constexpr (season == EtsSeason::multiplicative)
                d_forecast = d_forecast * effect + base * d_effect[i];
            d[index(i)] = d_forecast;
        }
        if constexpr (error == EtsError::multiplicative) {
            const double inverse = 1 / forecast;
            for (int i = 0; i < count; ++i)
                pass.log_gradient[index(i)] += d[index(i)] * inverse;
            const double by = -y * inverse * inverse;
            for (int i = 0; i < count; ++i)
                d[index(i)] *= by;
        } else {
            for (int i = 0; i < count; ++i)
                d[index(i)] = -d[index(i)];
        }
        for (int i = 0; i < count; ++i)
            pass.gradient[index(i)] += e * d[index(i)];
        // The lower half, row by row.
        for (int i = 0; i < at_.count; ++i) {
            const double of_row = d[index(i)];
            double* row = pass.normal.data() + i * columns_max;
            const int end = (i + 4) / 4 * 4;
            for (int j = 0; j < end; ++j)
                row[j] += of_row * d[index(j)];
        }
    }

    std::span<const double> values_;
    int frequency_;
    Layout at_;
    int width_;  ///< of a row of derivatives, a multiple of four
    alignas(32) std::array<double, columns_max> d_level_{}, d_slope_{}, d_base_{};
    alignas(32) std::array<double, columns_max * frequency_max> d_effects_{};
};

/// The least squares problem that maximum likelihood is: errors, scaled by the geometric mean of
/// the forecasts where they are relative.
struct Objective {
    double value = infinity;  ///< n log(sum of squares) + 2 sum of logs: -2 log-likelihood
    std::array<double, columns_max> gradient{};
    std::array<double, columns_max * columns_max> normal{};
};

void scale(const Pass& pass, bool relative, int count, Objective& made) {
    const double n = pass.observed;
    if (!pass.sound || !(pass.squares > 0)) {
        made.value = pass.sound && pass.observed > 0 ? -infinity : infinity;
        return;
    }
    made.value = n * std::log(pass.squares) + (relative ? 2 * pass.logs : 0);
    for (int i = 0; i < count; ++i) {
        const auto I = static_cast<std::size_t>(i);
        const double c = relative ? pass.log_gradient[I] / n : 0;
        made.gradient[I] = pass.gradient[I] + pass.squares * c;
        for (int j = 0; j <= i; ++j) {
            const auto J = static_cast<std::size_t>(j);
            const double of_j = relative ? pass.log_gradient[J] / n : 0;
            made.normal[I * columns_max + J] = pass.normal[I * columns_max + J] +
                                               pass.gradient[I] * of_j + c * pass.gradient[J] +
                                               pass.squares * c * of_j;
        }
    }
}

// Solves (N + damping diag N) step = -g by Cholesky; false where N is not positive.
bool solve(const Objective& from, int count, double damping,
           std::array<double, columns_max>& step) {
    std::array<double, columns_max * columns_max> root;
    for (int i = 0; i < count; ++i)
        for (int j = 0; j <= i; ++j) {
            const auto at = static_cast<std::size_t>(i * columns_max + j);
            double sum = from.normal[at];
            if (i == j)
                sum += damping * from.normal[at] + 1e-300;
            for (int k = 0; k < j; ++k)
                sum -= root[static_cast<std::size_t>(i * columns_max + k)] *
                       root[static_cast<std::size_t>(j * columns_max + k)];
            if (i == j) {
                if (!(sum > 0))
                    return false;
                root[at] = std::sqrt(sum);
            } else {
                root[at] = sum / root[static_cast<std::size_t>(j * columns_max + j)];
            }
        }
    for (int i = 0; i < count; ++i) {
        double sum = -from.gradient[static_cast<std::size_t>(i)];
        for (int k = 0; k < i; ++k)
            sum -= root[static_cast<std::size_t>(i * columns_max + k)] *
                   step[static_cast<std::size_t>(k)];
        step[static_cast<std::size_t>(i)] =
            sum / root[static_cast<std::size_t>(i * columns_max + i)];
    }
    for (int i = count - 1; i >= 0; --i) {
        double sum = step[static_cast<std::size_t>(i)];
        for (int k = i + 1; k < count; ++k)
            sum -= root[static_cast<std::size_t>(k * columns_max + i)] *
                   step[static_cast<std::size_t>(k)];
        step[static_cast<std::size_t>(i)] =
            sum / root[static_cast<std::size_t>(i * columns_max + i)];
    }
    return true;
}

std::vector<double> first_guess(std::span<const double> values, int frequency, EtsModel model,
                                const Layout& at) {
    std::vector<double> x(static_cast<std::size_t>(at.count), 0.0);
    const auto put = [&](int place, double value) { x[static_cast<std::size_t>(place)] = value; };
    const int m = model.season == EtsSeason::none ? 1 : frequency;
    std::vector<double> adjusted(values.begin(), values.end());
    if (model.season != EtsSeason::none) {
        const bool relative = model.season == EtsSeason::multiplicative;
        const auto effects = seasonal_effects(values, frequency, relative);
        adjusted = without_season(values, effects, relative);
        for (int s = 0; s + 1 < m; ++s)
            put(at.season + s, effects[static_cast<std::size_t>(s)]);
    }
    const auto some =
        std::min<std::size_t>(static_cast<std::size_t>(std::max(10, 2 * m)), adjusted.size());
    const auto [level, slope] = line_through(std::span{adjusted}.first(some));
    const bool has_trend = model.trend != EtsTrend::none;
    double start = has_trend ? level - slope : level + slope * (static_cast<double>(some) - 1) / 2;
    if (model.error == EtsError::multiplicative && !(start > tiny))
        start = std::max(tiny, std::abs(adjusted.front()));
    put(at.level, start);
    put(at.alpha, logit(m > 1 ? 0.2 : 0.4));
    if (has_trend) {
        put(at.slope, slope);
        put(at.beta, logit(0.1));
    }
    if (model.season != EtsSeason::none)
        put(at.gamma, logit(0.1));
    if (model.trend == EtsTrend::damped)
        put(at.phi, logit((0.95 - 0.8) / 0.18));
    return x;
}

template <EtsError error, EtsTrend trend, EtsSeason season>
std::optional<EtsFit> fit(std::span<const double> values, int frequency, EtsModel model,
                          int passes_max) {
    Filter<error, trend, season> filter{values, frequency, model};
    const auto& at = filter.layout();
    const int count = at.count;
    constexpr bool relative = error == EtsError::multiplicative;
    Pass pass;
    Objective now, tried;
    std::array<double, columns_max> step{};
    // Levenberg and Marquardt.
    const auto search = [&](std::vector<double>& x) {
        std::vector<double> next = x;
        filter.run(x, pass, true, nullptr);
        scale(pass, relative, count, now);
        double damping = 1e-2;
        for (int passes = 0; passes < passes_max && std::isfinite(now.value);) {
            if (!solve(now, count, damping, step)) {
                damping = std::max(damping * 10, 1e-3);
                if (damping > 1e9)
                    return;
                continue;
            }
            for (int i = 0; i < count; ++i) {
                const auto I = static_cast<std::size_t>(i);
                const bool smoothing = i < at.level;
                next[I] =
                    smoothing ? bounded(x[I] + std::clamp(step[I], -2.0, 2.0)) : x[I] + step[I];
            }
            filter.run(next, pass, true, nullptr);
            ++passes;
            scale(pass, relative, count, tried);
            if (tried.value < now.value) {
                const double gain = now.value - tried.value;
                std::swap(x, next);
                std::swap(now, tried);
                damping = std::max(damping / 8, 1e-9);
                if (gain < 1e-5)
                    return;
            } else {
                damping *= 6;
                if (damping > 1e7)
                    return;
            }
        }
    };
    std::vector<double> x = first_guess(values, frequency, model, at);
    // Relative errors need positive forecasts: the season is flattened until all are.
    if (relative && at.season >= 0)
        for (int tries = 0; tries < 5; ++tries) {
            filter.run(x, pass, false, nullptr);
            if (pass.sound)
                break;
            const double middle = season == EtsSeason::multiplicative ? 1 : 0;
            for (int i = at.season; i < count; ++i) {
                auto& effect = x[static_cast<std::size_t>(i)];
                effect = middle + (effect - middle) / 2;
            }
            if (at.slope >= 0)
                x[static_cast<std::size_t>(at.slope)] /= 2;
        }
    const auto guess = x;
    search(x);
    double value = now.value;
    // The likelihood may have several hills; a full search climbs them from other sides too.
    if (passes_max >= ets_passes)
        for (const double shift : {-2.5, 2.0}) {
            auto other = guess;
            for (int i = 0; i < at.level; ++i)
                other[static_cast<std::size_t>(i)] += shift;
            search(other);
            if (now.value < value) {
                value = now.value;
                x = std::move(other);
            }
        }
    if (value == infinity)
        return std::nullopt;
    EtsFit made;
    made.model = model;
    filter.run(x, pass, false, &made);
    if (!pass.sound)
        return std::nullopt;
    const auto natural = natural_of(at, x);
    made.parameters = {natural.alpha, at.beta < 0 ? 0 : natural.alpha * natural.beta_ratio,
                       natural.gamma, natural.phi};
    const double n = pass.observed;
    const double floor = std::numeric_limits<double>::min();
    made.log_likelihood =
        -0.5 * (n * std::log(std::max(pass.squares, floor)) + (relative ? 2 * pass.logs : 0));
    made.aicc = aicc(-2 * made.log_likelihood, count + 1, n);
    made.variance = pass.squares / std::max(1.0, n - count);
    return made;
}

template <EtsError error, EtsTrend trend>
std::optional<EtsFit> fit(std::span<const double> values, int frequency, EtsModel model,
                          int passes_max) {
    switch (model.season) {
        case EtsSeason::none:
            return fit<error, trend, EtsSeason::none>(values, frequency, model, passes_max);
        case EtsSeason::additive:
            return fit<error, trend, EtsSeason::additive>(values, frequency, model, passes_max);
        case EtsSeason::multiplicative:
            break;
    }
    return fit<error, trend, EtsSeason::multiplicative>(values, frequency, model, passes_max);
}

template <EtsError error>
std::optional<EtsFit> fit(std::span<const double> values, int frequency, EtsModel model,
                          int passes_max) {
    switch (model.trend) {
        case EtsTrend::none:
            return fit<error, EtsTrend::none>(values, frequency, model, passes_max);
        case EtsTrend::additive:
            return fit<error, EtsTrend::additive>(values, frequency, model, passes_max);
        case EtsTrend::damped:
            break;
    }
    return fit<error, EtsTrend::damped>(values, frequency, model, passes_max);
}

}  // namespace

std::string EtsModel::name() const {
    const std::string season_letter = season == EtsSeason::none       ? "N"
                                      : season == EtsSeason::additive ? "A"
                                                                      : "M";
    return std::string{"ETS("} + (error == EtsError::additive ? "A" : "M") + "," +
           (trend == EtsTrend::none       ? "N"
            : trend == EtsTrend::additive ? "A"
                                          : "Ad") +
           "," + season_letter + ")";
}

std::vector<EtsModel> ets_models(std::span<const double> values, int frequency) {
    bool positive = true;
    int observed = 0;
    for (const double y : values)
        if (!std::isnan(y)) {
            positive = positive && y > 0;
            ++observed;
        }
    const bool seasonal =
        frequency > 1 && frequency <= frequency_max && observed >= 2 * frequency + 1;
    std::vector<EtsModel> models;
    for (const auto error : {EtsError::additive, EtsError::multiplicative})
        for (const auto trend : {EtsTrend::none, EtsTrend::additive, EtsTrend::damped})
            for (const auto season :
                 {EtsSeason::none, EtsSeason::additive, EtsSeason::multiplicative}) {
                const bool relative =
                    error == EtsError::multiplicative || season == EtsSeason::multiplicative;
                // An additive error with a multiplicative season has an infinite variance.
                const bool unstable =
                    error == EtsError::additive && season == EtsSeason::multiplicative;
                if ((relative && !positive) || unstable || (season != EtsSeason::none && !seasonal))
                    continue;
                const EtsModel model{error, trend, season};
                if (observed >= Layout{model, frequency}.count + 3)
                    models.push_back(model);
            }
    return models;
}

std::optional<EtsFit> fit_ets(std::span<const double> values, int frequency, EtsModel model,
                              int passes_max) {
    const auto observed = std::ranges::count_if(values, [](double y) { return !std::isnan(y); });
    if (model.season != EtsSeason::none && (frequency < 2 || frequency > frequency_max))
        return std::nullopt;
    if (observed < Layout{model, frequency}.count + 3)
        return std::nullopt;
    return model.error == EtsError::additive
               ? fit<EtsError::additive>(values, frequency, model, passes_max)
               : fit<EtsError::multiplicative>(values, frequency, model, passes_max);
}

void ets_path(const EtsFit& fit, int frequency, std::span<const double> errors,
              std::span<double> path) {
    const auto& [alpha, beta, gamma, phi] = fit.parameters;
    double level = fit.last.level, slope = fit.last.slope;
    auto effects = fit.last.season;
    const auto m = effects.empty() ? std::size_t{1} : static_cast<std::size_t>(frequency);
    const bool has_trend = fit.model.trend != EtsTrend::none;
    for (std::size_t h = 0; h < path.size(); ++h) {
        const double damped = has_trend ? phi * slope : 0;
        const double base = level + damped;
        const double effect = effects.empty() ? 0 : effects[h % m];
        const bool relative_season = fit.model.season == EtsSeason::multiplicative;
        const double forecast = effects.empty()   ? base
                                : relative_season ? base * effect
                                                  : base + effect;
        const double y = fit.model.error == EtsError::additive ? forecast + errors[h]
                                                               : forecast * (1 + errors[h]);
        path[h] = y;
        const double seen = effects.empty() ? y : relative_season ? y / effect : y - effect;
        const double before = level;
        level = base + alpha * (seen - base);
        if (has_trend)
            slope = damped + (alpha > 0 ? beta / alpha : 0) * (level - before - damped);
        if (!effects.empty()) {
            const double now = relative_season ? y / base : y - base;
            effects[h % m] = effect + gamma * (now - effect);
        }
    }
}

std::vector<double> ets_forecast(const EtsFit& fit, int frequency, int horizon) {
    const std::vector<double> none(static_cast<std::size_t>(horizon), 0.0);
    std::vector<double> made(none.size());
    ets_path(fit, frequency, none, made);
    return made;
}

}  // namespace forecast
