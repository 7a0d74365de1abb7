#pragma once

#include "forecast/arma_quartet.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numbers>
#include <span>

namespace forecast::FORECAST_PATH {

inline constexpr int degree_max = arma_lags_max + arma_seasonal_lags_max * arima_frequency_max;

/// The exact likelihood of four models, in as many operations as values times lags: with P_t the
/// covariance of the state, P_(t+1) - P_t has rank one and is carried by its factor alone.
/// Source: Morf, Sidhu and Kailath (1974); Pearlman (1980); Melard (1984), AS 197.
class Likelihood {
  public:
    /// Of products of factors.
    explicit Likelihood(const Polynomials& by) : mean_(by.mean) {
        ar_degree_ = multiplied(by.p, by.P, ar_);
        ma_degree_ = multiplied(by.q, by.Q, ma_);
        for (int i = 1; i <= ma_degree_; ++i)
            ma_[index(i)] = -ma_[index(i)];  // 1 - q_1 B - ..., but 1 + ma_1 B + ...
        begin();
    }

    /// Of the same coefficients in each lane.
    Likelihood(std::span<const double> ar, std::span<const double> ma, double mean)
        : mean_(mean), ar_degree_(int_of(ar)), ma_degree_(int_of(ma)) {
        for (std::size_t i = 0; i < ar.size(); ++i)
            ar_[i + 1] = ar[i];
        for (std::size_t i = 0; i < ma.size(); ++i)
            ma_[i + 1] = ma[i];
        begin();
    }

    Lanes coefficient_of_ar(int lag) const { return ar_[index(lag)]; }
    Lanes coefficient_of_ma(int lag) const { return ma_[index(lag)]; }
    int ar_degree() const { return ar_degree_; }
    int ma_degree() const { return ma_degree_; }
    Lanes squares() const { return squares_; }  ///< of standardised innovations

    void observe(std::span<const double> values) {
        for (const double value : values)
            observe(value);
    }

    /// Of so many values that were observed.
    Lanes deviance(double n) const {
        Lanes made;
        for (int lane = 0; lane < lane_count; ++lane) {
            const double logs = logs_[lane] + std::log(product_[lane]);
            const double squares = squares_[lane];
            const bool is_sound =
                sound_[lane] && squares > 0 && std::isfinite(squares) && std::isfinite(logs);
            made.set(lane, is_sound ? n * std::log(2 * std::numbers::pi * squares / n) + logs + n
                                    : std::numeric_limits<double>::infinity());
        }
        return made;
    }

    /// The next value, which is then taken for observed.
    double forecast() {
        const double made = state_[0][0];
        const Lanes first = state_[0];
        for (int i = 0; i < size_; ++i)
            state_[index(i)] = ar_[index(i + 1)] * first + state_[index(i + 1)];
        return mean_[0] + made;
    }

  private:
    using Coefficients = std::array<Lanes, degree_max + 2>;  // of lags 0, 1, ...; zeros behind

    static int int_of(std::span<const double> coefficients) {
        assert(coefficients.size() <= index(degree_max));
        return static_cast<int>(coefficients.size());
    }

    static int multiplied(const FactorCoefficients& plain, const FactorCoefficients& seasonal,
                          Coefficients& made) {
        const int frequency = seasonal.factor.step;
        for (int i = 0; i < plain.factor.count; ++i)
            made[index(i + 1)] += plain.c[index(i)];
        for (int s = 0; s < seasonal.factor.count; ++s) {
            const int lag = (s + 1) * frequency;
            made[index(lag)] += seasonal.c[index(s)];
            for (int i = 0; i < plain.factor.count; ++i)
                made[index(lag + i + 1)] -= plain.c[index(i)] * seasonal.c[index(s)];
        }
        return plain.factor.count + seasonal.factor.count * frequency;
    }

    // Autocovariances of the process without its moving average, by Levinson's recursion from its
    // partial autocorrelations, which the reversed recursion gives. Lanes without all lags have
    // partial autocorrelations of 0.
    void covariances_of_ar(Coefficients& partial, std::span<Lanes> covariances) {
        Coefficients c = ar_;
        Lanes variance = 1;
        for (int k = ar_degree_; k > 0; --k) {
            partial[index(k)] = c[index(k)];
            const Lanes rest = 1 - c[index(k)] * c[index(k)], inverse = 1 / rest;
            sound_ &= rest > 0;
            variance *= inverse;
            for (int i = 1, j = k - 1; i <= j; ++i, --j) {
                const Lanes low = c[index(i)], high = c[index(j)];
                c[index(i)] = (low + partial[index(k)] * high) * inverse;
                c[index(j)] = (high + partial[index(k)] * low) * inverse;
            }
        }
        covariances[0] = variance;
        for (int k = 1; k <= ar_degree_; ++k) {
            Lanes sum = partial[index(k)] * variance;
            for (int i = 1; i < k; ++i)
                sum += c[index(i)] * covariances[index(k - i)];
            covariances[index(k)] = sum;
            for (int i = 1, j = k - 1; i <= j; ++i, --j) {
                const Lanes low = c[index(i)], high = c[index(j)];
                c[index(i)] = low - partial[index(k)] * high;
                c[index(j)] = high - partial[index(k)] * low;
            }
            c[index(k)] = partial[index(k)];
            variance *= 1 - partial[index(k)] * partial[index(k)];
        }
        for (std::size_t k = index(ar_degree_) + 1; k < covariances.size(); ++k) {
            Lanes sum{};
            for (int i = 1; i <= ar_degree_; ++i)
                sum += ar_[index(i)] * covariances[k - index(i)];
            covariances[k] = sum;
        }
    }

    // The variance of the first innovation, and how the first value tells of the next state.
    void begin() {
        size_ = std::max(ar_degree_, ma_degree_ + 1);
        ar_[0] = Lanes{};
        ma_[0] = 1;
        Coefficients partial;
        std::array<Lanes, 2 * degree_max + 2> of_ar;
        covariances_of_ar(partial,
                          std::span{of_ar}.first(index(std::max(ar_degree_, 1) + ma_degree_)));
        // Products of the moving average with itself, moved; covariances of the whole; and what an
        // error does later.
        Coefficients products, whole, later;
        for (int k = 0; k <= ma_degree_; ++k) {
            products[index(k)] = Lanes{};
            for (int i = k; i <= ma_degree_; ++i)
                products[index(k)] += ma_[index(i)] * ma_[index(i - k)];
            later[index(k)] = ma_[index(k)];
            for (int i = 1; i <= std::min(k, ar_degree_); ++i)
                later[index(k)] += ar_[index(i)] * later[index(k - i)];
        }
        for (int s = 0; s < std::max(ar_degree_, 1); ++s) {
            Lanes sum = products[0] * of_ar[index(s)];
            for (int k = 1; k <= ma_degree_; ++k)
                sum += products[index(k)] * (of_ar[index(s + k)] + of_ar[index(std::abs(s - k))]);
            whole[index(s)] = sum;
        }
        variance_ = whole[0];
        sound_ &= variance_ > 0;
        for (int i = 0; i < size_; ++i) {
            Lanes sum{};
            for (int s = 0; i + 1 + s <= ar_degree_; ++s)
                sum += ar_[index(i + 1 + s)] * whole[index(s)];
            for (int s = 0; i + 1 + s <= ma_degree_; ++s)
                sum += ma_[index(i + 1 + s)] * later[index(s)];
            gain_[index(i)] = change_[index(i)] = sum;
        }
        change_variance_ = -1 / variance_;
    }

    void observe(double value) {
        const Lanes error = value - mean_ - state_[0], inverse = 1 / variance_;
        const Lanes first = state_[0], change = change_[0], scaled = error * inverse;
        squares_ += error * scaled;
        product_ *= variance_;
        if (any(product_ > 1e100))
            take_logarithms();
        const Lanes by = change_variance_ * change;
        change_variance_ += by * by * inverse;
        variance_ += change * by;
        sound_ &= variance_ > 0;
        const Lanes back = change / variance_;
        for (int i = 0; i < size_; ++i) {
            const Lanes ar = ar_[index(i + 1)];
            const Lanes moved = ar * change + change_[index(i + 1)];
            state_[index(i)] = ar * first + state_[index(i + 1)] + gain_[index(i)] * scaled;
            gain_[index(i)] += moved * by;
            change_[index(i)] = moved - gain_[index(i)] * back;
        }
    }

    void take_logarithms() {
        for (int lane = 0; lane < lane_count; ++lane)
            logs_.set(lane, logs_[lane] + std::log(product_[lane]));
        product_ = 1;
    }

    Lanes mean_;
    int ar_degree_ = 0, ma_degree_ = 0, size_ = 0;
    Coefficients ar_{}, ma_{};
    Coefficients state_{};   ///< expected
    Coefficients gain_{};    ///< covariance of the next state with this value
    Coefficients change_{};  ///< of the state's covariance: change_variance * change change'
    Lanes change_variance_{};
    Lanes variance_{};  ///< of the innovation
    Lanes squares_{}, logs_{}, product_ = 1;
    Mask sound_ = Lanes{1} > 0;
};

}  // namespace forecast::FORECAST_PATH
