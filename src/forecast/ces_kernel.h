#pragma once

#include "forecast/kernels.h"
#include "forecast/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace forecast::FORECAST_PATH {

/// Four models over one series.
template <CesSeason season>
class CesFilter {
  public:
    CesFilter(const CesProblem& problem, std::span<const SimplexPoint, 4> points)
        : values_(problem.values),
          year_(season == CesSeason::none ? 1 : problem.effects.size()),
          level_(problem.level),
          potential_(level_ / 1.1) {
        for (int lane = 0; lane < lane_count; ++lane) {
            const auto& [a0, a1, b0, b1] = points[index(lane)];
            a0_.set(lane, a0);
            a1_.set(lane, a1);
            b0_.set(lane, b0);
            b1_.set(lane, b1);
        }
        if constexpr (season != CesSeason::none)
            for (std::size_t s = 0; s < year_; ++s) {
                effects_[s] = problem.effects[s];
                potentials_[s] = effects_[s] / 1.1;
            }
    }

    /// Forward, back and forward again: the states before the first value are those to which the
    /// way back leads. Gives the sums of squared errors of the last way.
    Lanes run() {
        (void)forward();
        slot_ = (values_.size() - 1) % year_;
        for (std::size_t t = values_.size(); t-- > 0;) {
            (void)pass(values_[t]);
            slot_ = slot_ == 0 ? year_ - 1 : slot_ - 1;
        }
        return forward();
    }

    /// In the first lane the forecasts; in the second what an error of 1 in the first period does
    /// to later forecasts: the model is linear, so it is what that error does to nothing.
    void ahead(std::span<double> mean, std::span<double> weights) {
        const auto keep_first = [](Lanes& lanes) { lanes = {lanes[0], 0, 0, 0}; };
        keep_first(level_);
        keep_first(potential_);
        for (std::size_t s = 0; s < year_; ++s) {
            keep_first(effects_[s]);
            keep_first(potentials_[s]);
        }
        for (std::size_t h = 0; h < mean.size(); ++h) {
            const Lanes made = forecast();
            mean[h] = made[0];
            weights[h] = h == 0 ? 1 : made[1];
            move(h == 0 ? Lanes{0, 1, 0, 0} : Lanes{});
            slot_ = slot_ + 1 == year_ ? 0 : slot_ + 1;
        }
    }

  private:
    Lanes forward() {
        Lanes squares{};
        slot_ = 0;
        for (const double value : values_) {
            squares += pass(value);
            slot_ = slot_ + 1 == year_ ? 0 : slot_ + 1;
        }
        return squares;
    }

    // Gives the squared errors.
    Lanes pass(double value) {
        const Lanes error = std::isnan(value) ? Lanes{} : value - forecast();
        move(error);
        return error * error;
    }

    Lanes forecast() const { return season == CesSeason::none ? level_ : level_ + effects_[slot_]; }

    void move(Lanes error) {
        const Lanes level = level_;
        level_ = level - (1 - a1_) * potential_ + (a0_ - a1_) * error;
        potential_ = level + (1 - a0_) * potential_ + (a0_ + a1_) * error;
        if constexpr (season == CesSeason::partial) {
            effects_[slot_] += b0_ * error;
        } else if constexpr (season == CesSeason::full) {
            const Lanes effect = effects_[slot_], potential = potentials_[slot_];
            effects_[slot_] = effect - (1 - b1_) * potential + (b0_ - b1_) * error;
            potentials_[slot_] = effect + (1 - b0_) * potential + (b0_ + b1_) * error;
        }
    }

    std::span<const double> values_;
    std::size_t year_, slot_ = 0;
    Lanes a0_, a1_, b0_, b1_;
    Lanes level_, potential_;
    std::array<Lanes, ces_frequency_max> effects_{}, potentials_{};  ///< of each period of the year
};

template <typename Function>
void with_filter(const CesProblem& problem, std::span<const SimplexPoint, 4> points,
                 const Function& function) {
    switch (problem.season) {
        case CesSeason::none:
            return function(CesFilter<CesSeason::none>{problem, points});
        case CesSeason::partial:
            return function(CesFilter<CesSeason::partial>{problem, points});
        case CesSeason::full:
            return function(CesFilter<CesSeason::full>{problem, points});
    }
}

inline void ces_squares(const CesProblem& problem, std::span<const SimplexPoint, 4> points,
                        std::span<double, 4> squares) {
    with_filter(problem, points, [&](auto filter) {
        const Lanes found = filter.run();
        for (int lane = 0; lane < lane_count; ++lane)
            squares[index(lane)] = found[lane];
    });
}

inline void ces_ahead(const CesProblem& problem, const SimplexPoint& point, std::span<double> mean,
                      std::span<double> weights) {
    const std::array points{point, point, point, point};
    with_filter(problem, points, [&](auto filter) {
        (void)filter.run();
        filter.ahead(mean, weights);
    });
}

}  // namespace forecast::FORECAST_PATH
