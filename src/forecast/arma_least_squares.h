#pragma once

#include "forecast/arma_quartet.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <vector>

namespace forecast::FORECAST_PATH {

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

}  // namespace forecast::FORECAST_PATH
