#pragma once

#include "forecast/ets_layout.h"
#include "forecast/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace forecast::FORECAST_PATH {

inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr double tiny = 1e-10;
inline constexpr int columns_max = 32;
static_assert(columns_max >= 4 + 2 + ets_frequency_max - 1);

/// A number for each parameter of the search, four side by side.
struct Row {
    std::array<Lanes, columns_max / lane_count> parts;

    double operator[](int i) const { return parts[index(i / lane_count)][i % lane_count]; }
    void set(int i, double x) { parts[index(i / lane_count)].set(i % lane_count, x); }
};

/// A symmetric matrix, of which each row begins with the four columns that hold its diagonal.
using Matrix = std::array<Row, columns_max>;

inline double logistic(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Sums that a pass over the series gathers: of squared errors, and of products of derivatives.
struct EtsPass {
    double squares = 0;  ///< of errors
    double logs = 0;     ///< of |forecast|
    int observed = 0;
    bool sound = true;
    Row gradient;      ///< error times derivative
    Row log_gradient;  ///< derivative of `logs`
    Matrix normal;
};

/// Smoothing parameters, and how they change with those of the search.
struct EtsNatural {
    double alpha, beta_ratio, gamma, phi;  ///< beta = alpha * beta_ratio
    double of_alpha, of_beta, of_gamma, of_gamma_by_alpha, of_phi;

    EtsNatural(const EtsLayout& at, std::span<const double> x) {
        const auto share_at = [&](int i) { return i < 0 ? 0 : logistic(x[index(i)]); };
        alpha = share_at(at.alpha);
        beta_ratio = share_at(at.beta);
        const double share = share_at(at.gamma);
        gamma = (1 - alpha) * share;
        const double damping = share_at(at.phi);
        phi = at.phi < 0 ? 1 : 0.8 + 0.18 * damping;
        of_alpha = alpha * (1 - alpha);
        of_beta = beta_ratio * (1 - beta_ratio);
        of_gamma = (1 - alpha) * share * (1 - share);
        of_gamma_by_alpha = -share * of_alpha;
        of_phi = 0.18 * damping * (1 - damping);
    }
};

enum class Derivatives : unsigned char { left_out, told };

/// Runs a model over a series. With derivatives it carries those of each state by each parameter.
template <EtsError error, EtsTrend trend, EtsSeason season>
class EtsFilter {
  public:
    EtsFilter(std::span<const double> values, int frequency, EtsModel model)
        : values_(values),
          frequency_(season == EtsSeason::none ? 1 : frequency),
          at_(model, frequency),
          groups_(index((at_.count + lane_count - 1) / lane_count)) {}

    const EtsLayout& layout() const { return at_; }
    std::size_t groups() const { return groups_; }

    template <Derivatives derivatives>
    void run(std::span<const double> x, EtsPass& pass, EtsFit* keep = nullptr) {
        const EtsNatural by{at_, x};
        begin(x, pass);
        if (keep != nullptr)
            keep_first(*keep);
        if constexpr (derivatives == Derivatives::told)
            begin_derivatives(pass);
        for (std::size_t t = 0; t < values_.size(); ++t) {
            Moment now = foresee(by);
            if constexpr (derivatives == Derivatives::told)
                derive_base(by);
            if (std::isnan(values_[t])) {
                if constexpr (derivatives == Derivatives::told)
                    rest_derivatives(by, now);
                level_ = now.base;
                slope_ = now.damped;
            } else {
                if (!observe(values_[t], now, pass))
                    return;
                if (keep != nullptr)
                    keep->residuals[t] = now.e;
                const double before = level_;
                level_ = now.base + by.alpha * (now.seen - now.base);
                now.step = level_ - before - now.damped;
                if constexpr (derivatives == Derivatives::told) {
                    gather(now, pass);
                    move_derivatives(by, now);
                }
                if constexpr (trend != EtsTrend::none)
                    slope_ = now.damped + by.beta_ratio * now.step;
                if constexpr (season != EtsSeason::none)
                    effects_[slot_] = now.effect + by.gamma * (now.of_season - now.effect);
            }
            slot_ = slot_ + 1 == index(frequency_) ? 0 : slot_ + 1;
        }
        if constexpr (error == EtsError::multiplicative)
            pass.logs += std::log(logged_);
        if constexpr (derivatives == Derivatives::told)
            multiply_gathered(pass);
        pass.sound = std::isfinite(pass.squares) && std::isfinite(pass.logs);
        if (keep != nullptr)
            keep_last(*keep);
    }

  private:
    /// What one period brings.
    struct Moment {
        double damped, base, effect, forecast;
        double y = 0, e = 0;
        double seen = 0;       ///< of level and slope alone
        double of_season = 0;  ///< what the season seems to be
        double step = 0;       ///< of the level, beyond its slope
    };

    void begin(std::span<const double> x, EtsPass& pass) {
        level_ = x[index(at_.level)];
        slope_ = trend == EtsTrend::none ? 0 : x[index(at_.slope)];
        slot_ = 0;
        logged_ = 1;
        if constexpr (season != EtsSeason::none) {
            double rest = season == EtsSeason::additive ? 0 : frequency_;
            for (int s = 0; s + 1 < frequency_; ++s) {
                effects_[index(s)] = x[index(at_.season + s)];
                rest -= effects_[index(s)];
            }
            effects_[index(frequency_ - 1)] = rest;
        }
        pass.squares = pass.logs = 0;
        pass.observed = 0;
        pass.sound = true;
    }

    Moment foresee(const EtsNatural& by) const {
        Moment now{};
        now.damped = trend == EtsTrend::none ? 0 : by.phi * slope_;
        now.base = level_ + now.damped;
        now.effect = season == EtsSeason::none ? 0 : effects_[slot_];
        now.forecast = season == EtsSeason::multiplicative ? now.base * now.effect
                       : season == EtsSeason::additive     ? now.base + now.effect
                                                           : now.base;
        return now;
    }

    // False where the model leaves what it is defined for.
    bool observe(double y, Moment& now, EtsPass& pass) {
        now.y = y;
        now.e = y - now.forecast;
        if constexpr (error == EtsError::multiplicative) {
            if (!(now.forecast > tiny))
                return pass.sound = false;
            now.e /= now.forecast;
            logged_ *= now.forecast;
            if (!(logged_ < 1e200 && logged_ > 1e-200)) {
                pass.logs += std::log(logged_);
                logged_ = 1;
            }
        }
        if constexpr (season == EtsSeason::multiplicative)
            if (!(std::abs(now.effect) > tiny && std::abs(now.base) > tiny))
                return pass.sound = false;
        pass.squares += now.e * now.e;
        ++pass.observed;
        now.seen = season == EtsSeason::multiplicative ? y / now.effect
                   : season == EtsSeason::additive     ? y - now.effect
                                                       : y;
        now.of_season = season == EtsSeason::multiplicative ? y / now.base : y - now.base;
        return true;
    }

    void begin_derivatives(EtsPass& pass) {
        const auto clear = [this](Row& row) { std::fill_n(row.parts.begin(), groups_, Lanes{}); };
        for (auto* row : {&d_level_, &d_slope_, &d_base_, &pass.gradient, &pass.log_gradient})
            clear(*row);
        for (int i = 0; i < at_.count; ++i)
            clear(pass.normal[index(i)]);
        waiting_ = 0;
        d_level_.set(at_.level, 1);
        if constexpr (trend != EtsTrend::none)
            d_slope_.set(at_.slope, 1);
        if constexpr (season != EtsSeason::none) {
            for (int s = 0; s < frequency_; ++s)
                clear(d_effects_[index(s)]);
            for (int s = 0; s + 1 < frequency_; ++s) {
                d_effects_[index(s)].set(at_.season + s, 1);
                d_effects_[index(frequency_ - 1)].set(at_.season + s, -1);
            }
        }
    }

    void derive_base(const EtsNatural& by) {
        for (std::size_t g = 0; g < groups_; ++g)
            d_base_.parts[g] = trend == EtsTrend::none
                                   ? d_level_.parts[g]
                                   : d_level_.parts[g] + by.phi * d_slope_.parts[g];
        if constexpr (trend == EtsTrend::damped)
            d_base_.parts[0] += slope_ * by.of_phi * unit(fixed.phi);
    }

    void rest_derivatives(const EtsNatural& by, const Moment& now) {
        for (std::size_t g = 0; g < groups_; ++g) {
            d_level_.parts[g] = d_base_.parts[g];
            if constexpr (trend != EtsTrend::none)
                d_slope_.parts[g] *= by.phi;
        }
        if constexpr (trend == EtsTrend::damped)
            d_slope_.parts[0] += now.damped / by.phi * by.of_phi * unit(fixed.phi);
    }

    // The derivatives of this period's error, and what they add to the gradient.
    void gather(const Moment& now, EtsPass& pass) {
        const Row& d_effect = d_effects_[slot_];
        Row& d = gathered_[waiting_];
        const double inverse = 1 / now.forecast;
        const double by = error == EtsError::multiplicative ? -now.y * inverse * inverse : -1;
        for (std::size_t g = 0; g < groups_; ++g) {
            Lanes d_forecast = d_base_.parts[g];
            if constexpr (season == EtsSeason::additive)
                d_forecast += d_effect.parts[g];
            if constexpr (season == EtsSeason::multiplicative)
                d_forecast = d_forecast * now.effect + now.base * d_effect.parts[g];
            if constexpr (error == EtsError::multiplicative)
                pass.log_gradient.parts[g] += d_forecast * inverse;
            d.parts[g] = d_forecast * by;
            pass.gradient.parts[g] += now.e * d.parts[g];
        }
        if (++waiting_ == gathered_.size())
            multiply_gathered(pass);
    }

    // Adds the products of derivatives of several periods, so that the sums are fetched once.
    void multiply_gathered(EtsPass& pass) {
        for (; waiting_ < gathered_.size() && waiting_ > 0; ++waiting_)
            std::fill_n(gathered_[waiting_].parts.begin(), groups_, Lanes{});
        if (waiting_ == 0)
            return;
        const auto& [a, b, c, d] = gathered_;
        for (int i = 0; i < at_.count; ++i) {
            Row& row = pass.normal[index(i)];
            const Lanes of_a = a[i], of_b = b[i], of_c = c[i], of_d = d[i];
            for (std::size_t g = index(i / lane_count); g < groups_; ++g)
                row.parts[g] += (of_a * a.parts[g] + of_b * b.parts[g]) +
                                (of_c * c.parts[g] + of_d * d.parts[g]);
        }
        waiting_ = 0;
    }

    void move_derivatives(const EtsNatural& by, const Moment& now) {
        Row& d_effect = d_effects_[slot_];
        const double of_effect = season == EtsSeason::multiplicative ? -now.seen / now.effect : -1;
        const double of_base = season == EtsSeason::multiplicative ? -now.of_season / now.base : -1;
        for (std::size_t g = 0; g < groups_; ++g) {
            const Lanes d_base = d_base_.parts[g], before = d_level_.parts[g];
            Lanes d_new = d_base - by.alpha * d_base;
            if constexpr (season != EtsSeason::none) {
                d_new = d_base + by.alpha * (of_effect * d_effect.parts[g] - d_base);
                d_effect.parts[g] += by.gamma * (of_base * d_base - d_effect.parts[g]);
            }
            if constexpr (trend != EtsTrend::none) {
                const Lanes d_damped = d_base - before;
                d_slope_.parts[g] = d_damped + by.beta_ratio * (d_new - before - d_damped);
            }
            d_level_.parts[g] = d_new;
        }
        const double of_alpha = (now.seen - now.base) * by.of_alpha;
        d_level_.parts[0] += of_alpha * unit(fixed.alpha);
        if constexpr (trend != EtsTrend::none)
            d_slope_.parts[0] += by.beta_ratio * of_alpha * unit(fixed.alpha) +
                                 now.step * by.of_beta * unit(fixed.beta);
        if constexpr (season != EtsSeason::none)
            d_effect.parts[0] +=
                (now.of_season - now.effect) *
                (by.of_gamma * unit(fixed.gamma) + by.of_gamma_by_alpha * unit(fixed.alpha));
    }

    // 1 for one of the smoothing parameters, which are the first four columns: to write one lane
    // of a vector that is read next would wait for memory.
    static Lanes unit(int parameter) {
        return Lanes{parameter == 0 ? 1.0 : 0.0, parameter == 1 ? 1.0 : 0.0,
                     parameter == 2 ? 1.0 : 0.0, parameter == 3 ? 1.0 : 0.0};
    }

    void keep_first(EtsFit& keep) const {
        keep.first = {level_, slope_, {}};
        if constexpr (season != EtsSeason::none)
            keep.first.season.assign(effects_.begin(), effects_.begin() + frequency_);
        keep.residuals.assign(values_.size(), std::numeric_limits<double>::quiet_NaN());
    }

    void keep_last(EtsFit& keep) const {
        keep.last = {level_, slope_, {}};
        if constexpr (season != EtsSeason::none)
            for (int s = 0; s < frequency_; ++s)
                keep.last.season.push_back(effects_[(slot_ + index(s)) % index(frequency_)]);
    }

    static constexpr EtsLayout fixed{{error, trend, season}, 1};  // smoothing parameters stay there
    std::span<const double> values_;
    int frequency_;
    EtsLayout at_;
    std::size_t groups_;  ///< of four columns in a row of derivatives
    double level_ = 0, slope_ = 0;
    std::array<double, ets_frequency_max> effects_;
    std::size_t slot_ = 0;  ///< of the season
    double logged_ = 1;     ///< the product of forecasts, of which one logarithm is taken at times
    Row d_level_, d_slope_, d_base_;
    std::array<Row, ets_frequency_max> d_effects_;
    std::array<Row, 4> gathered_;
    std::size_t waiting_ = 0;  ///< of those that are gathered
};

}  // namespace forecast::FORECAST_PATH
