#pragma once

#include "forecast/arma.h"
#include "forecast/lanes.h"

#include <algorithm>
#include <array>
#include <span>

namespace forecast::FORECAST_PATH {

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

}  // namespace forecast::FORECAST_PATH
