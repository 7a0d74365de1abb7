#pragma once

#include "forecast/arma.h"
#include "forecast/lanes.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

namespace forecast::FORECAST_PATH {

inline constexpr int degree_max = arma_lags_max + arma_seasonal_lags_max * arima_frequency_max;

using Parameters = std::array<Lanes, arma_parameters_max>;

/// One of the four polynomials of which models are the product: its parameters are `begin` and the
/// following, its lags `step`, 2 `step`, ...
struct Factor {
    int begin = 0, count = 0, step = 1;
};

/// Four models side by side. A lane has 0 for the lags that its own model lacks.
struct Quartet {
    // In the order of ArmaModel's x, each with room for its highest order; the mean comes last.
    Factor p{0, 0, 1}, P{arma_lags_max, 0, 1};
    Factor q{arma_lags_max + arma_seasonal_lags_max, 0, 1},
        Q{2 * arma_lags_max + arma_seasonal_lags_max, 0, 1};
    static constexpr int mean = arma_parameters_max - 1;
    bool has_mean = false;
    Parameters x{};
    Parameters present{};  ///< 1 where a lane has the parameter
    Mask used{};           ///< lanes that have any

    std::array<const Factor*, 4> factors() const { return {&p, &P, &q, &Q}; }
};

/// Calls with each parameter of a model: where it stands in its x and in the quartet.
template <typename Function>
void for_each_parameter(const ArimaOrder& order, const Quartet& four, const Function& function) {
    int from = 0;
    const auto of = [&](const Factor& factor, int count) {
        for (int i = 0; i < count; ++i)
            function(index(from++), index(factor.begin + i));
    };
    of(four.p, order.p);
    of(four.P, order.P);
    of(four.q, order.q);
    of(four.Q, order.Q);
    if (order.constant)
        function(index(from), index(Quartet::mean));
}

inline Quartet side_by_side(std::span<const ArmaModel> models, int frequency) {
    Quartet four;
    four.P.step = four.Q.step = frequency;
    for (int lane = 0; lane < static_cast<int>(models.size()); ++lane) {
        const auto& model = models[index(lane)];
        four.p.count = std::max(four.p.count, model.order.p);
        four.P.count = std::max(four.P.count, model.order.P);
        four.q.count = std::max(four.q.count, model.order.q);
        four.Q.count = std::max(four.Q.count, model.order.Q);
        four.has_mean = four.has_mean || model.order.constant;
        for_each_parameter(model.order, four, [&](std::size_t from, std::size_t to) {
            four.x[to].set(lane, model.x[from]);
            four.present[to].set(lane, 1);
            four.used.set(lane);
        });
    }
    return four;
}

/// The coefficients of a factor, 1 - c_1 B - c_2 B^2 - ..., from its parameters (Monahan 1984), and
/// how each changes with each of them.
struct FactorCoefficients {
    Factor factor;
    std::array<Lanes, arma_lags_max> c{};
    std::array<std::array<Lanes, arma_lags_max>, arma_lags_max> by{};  ///< by[parameter][lag]

    FactorCoefficients(const Factor& of, const Parameters& x) : factor(of) {
        for (int k = 0; k < factor.count; ++k) {
            const Lanes partial = hyperbolic_tangent(x[index(factor.begin + k)]);
            const auto lower = c;
            for (int i = 0; i < k; ++i)
                c[index(i)] -= partial * lower[index(k - 1 - i)];
            c[index(k)] = partial;
            for (int j = 0; j < k; ++j) {
                const auto by_lower = by[index(j)];
                for (int i = 0; i < k; ++i)
                    by[index(j)][index(i)] -= partial * by_lower[index(k - 1 - i)];
            }
            const Lanes of_partial = 1 - partial * partial;
            for (int i = 0; i < k; ++i)
                by[index(k)][index(i)] = -of_partial * lower[index(k - 1 - i)];
            by[index(k)][index(k)] = of_partial;
        }
    }

    /// What the lags add at one place of a padded series.
    Lanes lagged(const Lanes* at) const {
        Lanes sum{};
        for (int i = 0; i < factor.count; ++i)
            sum += c[index(i)] * at[-(i + 1) * factor.step];
        return sum;
    }
};

struct Polynomials {
    FactorCoefficients p, P, q, Q;
    Lanes mean;

    Polynomials(const Quartet& four, const Parameters& x, double scale)
        : p(four.p, x), P(four.P, x), q(four.q, x), Q(four.Q, x), mean(x[Quartet::mean] * scale) {}
};

/// A series of lanes with zeros before it, so that no lag needs to be asked whether it is there.
class Padded {
  public:
    Padded(std::size_t size, int before) : before_(index(before)), lanes_(before_ + size) {}
    Lanes* begin() { return lanes_.data() + before_; }

  private:
    std::size_t before_;
    std::vector<Lanes> lanes_;
};

/// Least squares of the errors given nothing before the first value, by Levenberg and Marquardt.
///
/// As operators e = (p P / q Q) w, so the derivative of e by a coefficient of p is -e / p, moved by
/// its lag: one series has all derivatives of a factor.
class LeastSquares {
  public:
    LeastSquares(const ArmaSeries& series, int lags_most)
        : series_(series), series_of_lanes_(series.values.size(), lags_most) {}

    /// Gives the sums of squares where it ends.
    Lanes improve(Quartet& four) {
        take_columns(four);
        Lanes now = squares({four, four.x, series_.scale}), damping = 1e-3;
        Mask going = four.used & (now < std::numeric_limits<double>::infinity());
        for (int pass = 0; pass < 6 && any(going); ++pass) {
            derive(four);
            Mask pending = going;
            Lanes gain{};
            for (int tries = 0; tries < 6 && any(pending); ++tries) {
                Parameters next = four.x;
                const Mask solved = step(damping, now, next);
                const Lanes tried = squares({four, next, series_.scale});
                const Mask better = pending & solved & (tried < now);
                for (std::size_t i = 0; i < count_; ++i) {
                    auto& x = four.x[columns_[i].parameter];
                    x = select(better, next[columns_[i].parameter], x);
                }
                gain = select(better, (now - tried) / now, gain);
                now = select(better, tried, now);
                damping = select(better, most(damping / 10, 1e-8), damping * 10);
                pending &= ~better;
            }
            going &= ~pending & (gain >= 1e-4);
        }
        return now;
    }

  private:
    /// The derivatives of the errors by a coefficient.
    struct Column {
        std::size_t parameter = 0;
        const Lanes* at = nullptr;
        double sign = 1;
    };
    using Products =
        std::array<std::array<Lanes, arma_parameters_max + 1>, arma_parameters_max + 1>;

    /// Series of lanes with zeros before each, so that no lag needs to be asked whether it is
    /// there.
    class SeriesOfLanes {
      public:
        SeriesOfLanes(std::size_t size, int lags_most)
            : before_(index(lags_most)), width_(before_ + size), lanes_(6 * width_) {}
        Lanes* operator[](std::size_t i) { return lanes_.data() + i * width_ + before_; }

      private:
        std::size_t before_, width_;
        std::vector<Lanes> lanes_;
    };

    std::size_t size() const { return series_.values.size(); }
    Lanes* errors() { return series_of_lanes_[0]; }
    Lanes* of_mean() { return series_of_lanes_[1]; }
    Lanes* of_factor(std::size_t i) { return series_of_lanes_[2 + i]; }

    void take_columns(const Quartet& four) {
        count_ = 0;
        for (std::size_t f = 0; f < 4; ++f) {
            const Factor& factor = *four.factors()[f];
            for (int i = 0; i < factor.count; ++i)
                columns_[count_++] = {index(factor.begin + i), of_factor(f) - (i + 1) * factor.step,
                                      f < 2 ? -1.0 : 1.0};
        }
        if (four.has_mean)
            columns_[count_++] = {index(Quartet::mean), of_mean(), -series_.scale};
        columns_[count_] = {0, errors(), 1};
    }

    // What is left of a source; gives the sum of squares.
    template <typename Source>
    Lanes filter(const Polynomials& by, const Source& source, Lanes* left) {
        // Until derivatives are asked for, theirs is the room for what lies between.
        Lanes *w = of_factor(0), *u = of_factor(1), *a = of_factor(2);
        Lanes sum{};
        for (std::size_t t = 0; t < size(); ++t, ++w, ++u, ++a, ++left) {
            *w = source(t);
            *u = *w - by.p.lagged(w);
            *a = *u - by.P.lagged(u) + by.Q.lagged(a);
            *left = *a + by.q.lagged(left);
            sum += *left * *left;
        }
        return sum;
    }

    Lanes squares(const Polynomials& by) {
        return filter(
            by, [&](std::size_t t) { return series_.values[t] - by.mean; }, errors());
    }

    // The products of all derivatives by parameters, and in the last column with the errors.
    void derive(const Quartet& four) {
        const Polynomials by{four, four.x, series_.scale};
        if (four.has_mean)
            (void)filter(
                by, [](std::size_t) { return Lanes{1}; }, of_mean());
        (void)squares(by);
        Lanes *p = of_factor(0), *P = of_factor(1), *q = of_factor(2), *Q = of_factor(3);
        const Lanes* e = errors();
        for (std::size_t t = 0; t < size(); ++t, ++e, ++p, ++P, ++q, ++Q) {
            *p = *e + by.p.lagged(p);
            *P = *e + by.P.lagged(P);
            *q = *e + by.q.lagged(q);
            *Q = *e + by.Q.lagged(Q);
        }
        for (std::size_t i = 0; i <= count_; ++i)
            multiply(i);
        std::size_t first = 0;
        for (const auto* of : {&by.p, &by.P, &by.q, &by.Q}) {
            to_parameters(*of, first, four.present);
            first += index(of->factor.count);
        }
        if (four.has_mean)
            for (std::size_t i = 0; i <= count_; ++i) {
                products_[first][i] *= four.present[Quartet::mean];
                products_[i][first] *= four.present[Quartet::mean];
            }
    }

    // One column with those before it, four at a time.
    void multiply(std::size_t i) {
        const Lanes* of = columns_[i].at;
        for (std::size_t j = 0; j <= i; j += 4) {
            const auto with = [&](std::size_t more) { return columns_[std::min(j + more, i)].at; };
            const Lanes *a = with(0), *b = with(1), *c = with(2), *d = with(3);
            std::array<Lanes, 4> sums{};
            for (std::size_t t = 0; t < size(); ++t) {
                sums[0] += of[t] * a[t];
                sums[1] += of[t] * b[t];
                sums[2] += of[t] * c[t];
                sums[3] += of[t] * d[t];
            }
            for (std::size_t more = 0; more < 4 && j + more <= i; ++more)
                products_[i][j + more] = products_[j + more][i] =
                    sums[more] * (columns_[i].sign * columns_[j + more].sign);
        }
    }

    // From the coefficients of a factor to its parameters, in rows and in columns.
    void to_parameters(const FactorCoefficients& of, std::size_t first, const Parameters& present) {
        const auto count = index(of.factor.count);
        for (std::size_t i = 0; i <= count_; ++i) {
            std::array<Lanes, arma_lags_max> row{};
            for (std::size_t a = 0; a < count; ++a) {
                for (std::size_t lag = 0; lag < count; ++lag)
                    row[a] += of.by[a][lag] * products_[first + lag][i];
                row[a] *= present[index(of.factor.begin) + a];
            }
            for (std::size_t a = 0; a < count; ++a)
                products_[first + a][i] = row[a];
        }
        for (std::size_t i = 0; i <= count_; ++i) {
            std::array<Lanes, arma_lags_max> row{};
            for (std::size_t a = 0; a < count; ++a) {
                for (std::size_t lag = 0; lag < count; ++lag)
                    row[a] += of.by[a][lag] * products_[i][first + lag];
                row[a] *= present[index(of.factor.begin) + a];
            }
            for (std::size_t a = 0; a < count; ++a)
                products_[i][first + a] = row[a];
        }
    }

    // Moves `x` by the damped step of Gauss and Newton, where the equations have a solution.
    Mask step(Lanes damping, Lanes squares, Parameters& x) const {
        Products left = products_;
        Mask solved = damping > 0;
        for (std::size_t i = 0; i < count_; ++i)
            left[i][i] += damping * left[i][i] + 1e-12 * (1 + squares);
        for (std::size_t k = 0; k < count_; ++k) {
            solved &= left[k][k] > 0;
            const Lanes inverse = 1 / left[k][k];
            for (std::size_t i = k + 1; i < count_; ++i) {
                const Lanes by = left[k][i] * inverse;
                for (std::size_t j = i; j <= count_; ++j)
                    left[i][j] -= by * left[k][j];
            }
        }
        Parameters moves;
        for (std::size_t i = count_; i-- > 0;) {
            Lanes sum = left[i][count_];
            for (std::size_t j = i + 1; j < count_; ++j)
                sum -= left[i][j] * moves[j];
            moves[i] = clamped(sum / left[i][i], -1, 1);
            auto& to = x[columns_[i].parameter];
            to = clamped(to - moves[i], -4, 4);
        }
        return solved;
    }

    const ArmaSeries& series_;
    SeriesOfLanes series_of_lanes_;
    std::array<Column, arma_parameters_max + 1> columns_;  ///< the errors come last
    std::size_t count_ = 0;
    Products products_;
};

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

inline int lags_most(int frequency) {
    return std::max(arma_lags_max, arma_seasonal_lags_max * frequency);
}

inline void arma_least_squares(const ArmaSeries& series, std::span<ArmaModel> models) {
    LeastSquares search{series, lags_most(series.frequency)};
    for (std::size_t i = 0; i < models.size(); i += lane_count) {
        const auto some = models.subspan(i, std::min<std::size_t>(lane_count, models.size() - i));
        auto four = side_by_side(some, series.frequency);
        const auto squares = search.improve(four);
        for (int lane = 0; lane < static_cast<int>(some.size()); ++lane) {
            some[index(lane)].squares = squares[lane];
            for_each_parameter(some[index(lane)].order, four,
                               [&](std::size_t to, std::size_t from) {
                                   some[index(lane)].x[to] = four.x[from][lane];
                               });
        }
    }
}

inline void arma_likelihoods(const ArmaSeries& series, std::span<ArmaModel> models) {
    for (std::size_t i = 0; i < models.size(); i += lane_count) {
        const auto some = models.subspan(i, std::min<std::size_t>(lane_count, models.size() - i));
        const auto four = side_by_side(some, series.frequency);
        Likelihood likelihood{Polynomials{four, four.x, series.scale}};
        likelihood.observe(series.values);
        const auto deviances = likelihood.deviance(static_cast<double>(series.values.size()));
        for (int lane = 0; lane < static_cast<int>(some.size()); ++lane) {
            some[index(lane)].deviance = deviances[lane];
            some[index(lane)].squares = likelihood.squares()[lane];
        }
    }
}

inline ArmaCoefficients arma_coefficients(const ArmaSeries& series, const ArmaModel& model) {
    const auto four = side_by_side({&model, 1}, series.frequency);
    const Polynomials by{four, four.x, series.scale};
    const Likelihood likelihood{by};
    ArmaCoefficients made;
    for (int lag = 1; lag <= likelihood.ar_degree(); ++lag)
        made.ar.push_back(likelihood.coefficient_of_ar(lag)[0]);
    for (int lag = 1; lag <= likelihood.ma_degree(); ++lag)
        made.ma.push_back(likelihood.coefficient_of_ma(lag)[0]);
    made.mean = by.mean[0];
    return made;
}

inline void arma_ahead(std::span<const double> values, const ArmaCoefficients& model,
                       std::span<double> ahead) {
    Likelihood likelihood{model.ar, model.ma, model.mean};
    likelihood.observe(values);
    for (auto& value : ahead)
        value = likelihood.forecast();
}

}  // namespace forecast::FORECAST_PATH
