#pragma once

#include "forecast/aicc.h"
#include "forecast/ets_filter.h"
#include "forecast/season.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace forecast::FORECAST_PATH {

// Kept off the ends, where a step of the search would no longer move it.
inline double bounded(double x) {
    return std::clamp(x, -11.0, 11.0);
}

inline double logit(double p) {
    return std::log(p / (1 - p));
}

/// The least squares problem that maximum likelihood is: errors, scaled by the geometric mean of
/// the forecasts where they are relative.
struct EtsObjective {
    double value = infinity;  ///< n log(sum of squares) + 2 sum of logs: -2 log-likelihood
    Row gradient;
    Matrix normal;
};

inline double value_of(const EtsPass& pass, bool relative) {
    if (!pass.sound || !(pass.squares > 0))
        return pass.sound && pass.observed > 0 ? -infinity : infinity;
    return pass.observed * std::log(pass.squares) + (relative ? 2 * pass.logs : 0);
}

inline void take(const EtsPass& pass, bool relative, int count, std::size_t groups,
                 EtsObjective& made) {
    made.value = value_of(pass, relative);
    if (!std::isfinite(made.value))
        return;
    Row scale;
    for (std::size_t g = 0; g < groups; ++g) {
        scale.parts[g] = relative ? pass.log_gradient.parts[g] / pass.observed : Lanes{};
        made.gradient.parts[g] = pass.gradient.parts[g] + pass.squares * scale.parts[g];
    }
    for (int i = 0; i < count; ++i) {
        const auto& from = pass.normal[index(i)];
        auto& to = made.normal[index(i)];
        const double c = scale[i], by_scale = pass.gradient[i] + pass.squares * c;
        for (std::size_t g = index(i / lane_count); g < groups; ++g)
            to.parts[g] = from.parts[g] + by_scale * scale.parts[g] + c * pass.gradient.parts[g];
    }
}

// Solves (N + damping diag N) step = -g by elimination; false where N is not positive.
inline bool solve(const EtsObjective& from, int count, std::size_t groups, double damping,
                  Row& step) {
    Matrix left;
    Row right;
    for (std::size_t g = 0; g < groups; ++g) {
        right.parts[g] = -from.gradient.parts[g];
        step.parts[g] = Lanes{};
    }
    for (int i = 0; i < count; ++i) {
        for (std::size_t g = index(i / lane_count); g < groups; ++g)
            left[index(i)].parts[g] = from.normal[index(i)].parts[g];
        left[index(i)].set(i, left[index(i)][i] + damping * left[index(i)][i] + 1e-300);
    }
    for (int k = 0; k < count; ++k) {
        const Row& above = left[index(k)];
        if (!(above[k] > 0))
            return false;
        const double inverse = 1 / above[k];
        for (int i = k + 1; i < count; ++i) {
            const double by = above[i] * inverse;
            for (std::size_t g = index(i / lane_count); g < groups; ++g)
                left[index(i)].parts[g] -= by * above.parts[g];
            right.set(i, right[i] - by * right[k]);
        }
    }
    for (int i = count - 1; i >= 0; --i) {
        Lanes known{};  // the steps before this one are still 0
        for (std::size_t g = index(i / lane_count); g < groups; ++g)
            known += left[index(i)].parts[g] * step.parts[g];
        step.set(i, (right[i] - sum_of(known)) / left[index(i)][i]);
    }
    return true;
}

inline std::vector<double> first_guess(std::span<const double> values, int frequency,
                                       EtsModel model, const EtsLayout& at) {
    std::vector<double> x(index(at.count), 0.0);
    const auto put = [&](int place, double value) { x[index(place)] = value; };
    const int m = model.season == EtsSeason::none ? 1 : frequency;
    std::vector<double> adjusted(values.begin(), values.end());
    if (model.season != EtsSeason::none) {
        const bool relative = model.season == EtsSeason::multiplicative;
        const auto effects = seasonal_effects(values, frequency, relative);
        adjusted = without_season(values, effects, relative);
        for (int s = 0; s + 1 < m; ++s)
            put(at.season + s, effects[index(s)]);
    }
    const auto some = std::min<std::size_t>(index(std::max(10, 2 * m)), adjusted.size());
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

/// The search for the most likely parameters of one model.
template <EtsError error, EtsTrend trend, EtsSeason season>
class EtsSearch {
  public:
    EtsSearch(std::span<const double> values, int frequency, EtsModel model)
        : filter_(values, frequency, model), at_(filter_.layout()), model_(model) {}

    std::optional<EtsFit> fit(std::vector<double> x, int passes_max) {
        if (is_relative && at_.season >= 0)
            flatten(x);
        const auto guess = x;
        climb(x, passes_max);
        double value = now_.value;
        // The likelihood may have several hills; a full search climbs them from other sides too.
        if (passes_max >= ets_passes)
            for (const double shift : {-2.5, 2.0}) {
                auto other = guess;
                for (int i = 0; i < at_.level; ++i)
                    other[index(i)] += shift;
                climb(other, passes_max);
                if (now_.value < value) {
                    value = now_.value;
                    x = std::move(other);
                }
            }
        if (value == infinity)
            return std::nullopt;
        return fit_at(x);
    }

  private:
    static constexpr bool is_relative = error == EtsError::multiplicative;

    // Relative errors need positive forecasts: the season is flattened until all are.
    void flatten(std::vector<double>& x) {
        const double middle = season == EtsSeason::multiplicative ? 1 : 0;
        for (int tries = 0; tries < 5; ++tries) {
            filter_.template run<Derivatives::left_out>(x, pass_);
            if (pass_.sound)
                return;
            for (int i = at_.season; i < at_.count; ++i)
                x[index(i)] = middle + (x[index(i)] - middle) / 2;
            if (at_.slope >= 0)
                x[index(at_.slope)] /= 2;
        }
    }

    // By Levenberg and Marquardt.
    void climb(std::vector<double>& x, int passes_max) {
        std::vector<double> next = x;
        Row step;
        filter_.template run<Derivatives::told>(x, pass_);
        take(pass_, is_relative, at_.count, filter_.groups(), now_);
        double damping = 1e-2;
        for (int passes = 0; passes < passes_max && std::isfinite(now_.value);) {
            if (!solve(now_, at_.count, filter_.groups(), damping, step)) {
                damping = std::max(damping * 10, 1e-3);
                if (damping > 1e9)
                    return;
                continue;
            }
            for (int i = 0; i < at_.count; ++i)
                next[index(i)] = i < at_.level
                                     ? bounded(x[index(i)] + std::clamp(step[i], -2.0, 2.0))
                                     : x[index(i)] + step[i];
            filter_.template run<Derivatives::told>(next, pass_);
            ++passes;
            const double gain = now_.value - value_of(pass_, is_relative);
            if (gain > 0) {
                std::swap(x, next);
                take(pass_, is_relative, at_.count, filter_.groups(), now_);
                damping = std::max(damping / 8, 1e-9);
                if (gain < 1e-5)
                    return;
            } else {
                damping *= 6;
                if (damping > 1e7)
                    return;
            }
        }
    }

    std::optional<EtsFit> fit_at(std::span<const double> x) {
        EtsFit made;
        made.model = model_;
        filter_.template run<Derivatives::left_out>(x, pass_, &made);
        if (!pass_.sound)
            return std::nullopt;
        const EtsNatural natural{at_, x};
        made.parameters = {natural.alpha, natural.alpha * natural.beta_ratio, natural.gamma,
                           natural.phi};
        const double n = pass_.observed;
        const double floor = std::numeric_limits<double>::min();
        made.log_likelihood = -0.5 * (n * std::log(std::max(pass_.squares, floor)) +
                                      (is_relative ? 2 * pass_.logs : 0));
        made.aicc = aicc(-2 * made.log_likelihood, at_.count + 1, n);
        made.variance = pass_.squares / std::max(1.0, n - at_.count);
        return made;
    }

    EtsFilter<error, trend, season> filter_;
    const EtsLayout& at_;
    EtsModel model_;
    EtsPass pass_;
    EtsObjective now_;
};

template <EtsError error, EtsTrend trend, EtsSeason season>
std::optional<EtsFit> fit_ets_as(std::span<const double> values, int frequency, int passes_max) {
    constexpr EtsModel model{error, trend, season};
    EtsSearch<error, trend, season> search{values, frequency, model};
    return search.fit(first_guess(values, frequency, model, EtsLayout{model, frequency}),
                      passes_max);
}

template <EtsError error, EtsTrend trend>
std::optional<EtsFit> fit_ets_as(std::span<const double> values, int frequency, EtsSeason season,
                                 int passes_max) {
    switch (season) {
        case EtsSeason::none:
            return fit_ets_as<error, trend, EtsSeason::none>(values, frequency, passes_max);
        case EtsSeason::additive:
            return fit_ets_as<error, trend, EtsSeason::additive>(values, frequency, passes_max);
        case EtsSeason::multiplicative:
            break;
    }
    return fit_ets_as<error, trend, EtsSeason::multiplicative>(values, frequency, passes_max);
}

template <EtsError error>
std::optional<EtsFit> fit_ets_as(std::span<const double> values, int frequency, EtsModel model,
                                 int passes_max) {
    switch (model.trend) {
        case EtsTrend::none:
            return fit_ets_as<error, EtsTrend::none>(values, frequency, model.season, passes_max);
        case EtsTrend::additive:
            return fit_ets_as<error, EtsTrend::additive>(values, frequency, model.season,
                                                         passes_max);
        case EtsTrend::damped:
            break;
    }
    return fit_ets_as<error, EtsTrend::damped>(values, frequency, model.season, passes_max);
}

inline std::optional<EtsFit> fit_ets(std::span<const double> values, int frequency, EtsModel model,
                                     int passes_max) {
    return model.error == EtsError::additive
               ? fit_ets_as<EtsError::additive>(values, frequency, model, passes_max)
               : fit_ets_as<EtsError::multiplicative>(values, frequency, model, passes_max);
}

}  // namespace forecast::FORECAST_PATH
