#pragma once

#include "forecast/kernels.h"
#include "forecast/lanes.h"

#include <cmath>
#include <span>

namespace forecast::FORECAST_PATH {

/// The line through what was seen so far, brought up to date by each value.
struct RunningLine {
    Lanes mean{}, slope{}, intercept{};
    double n = 0;

    void add(Lanes y) {
        n += 1;
        const double share = 1 / n, next_share = 1 / (n + 1);
        const Lanes before = mean;
        mean += (y - mean) * share;
        if (n >= 2)
            slope = ((n - 2) * slope + 6 * share * (y - before)) * next_share;
        intercept = mean - slope * ((n + 1) / 2);
    }
};

/// Four models over one series, each with its alpha, theta and first level.
class ThetaFilter {
  public:
    explicit ThetaFilter(std::span<const SimplexPoint, 4> points) {
        for (int lane = 0; lane < lane_count; ++lane) {
            const auto& point = points[index(lane)];
            alpha_.set(lane, point[0]);
            theta_.set(lane, point[1]);
            level_.set(lane, point[2]);
        }
        of_line_ = 1 - 1 / theta_;
        of_slope_ = of_line_ / alpha_;
    }

    /// Sums of squared one-step errors.
    Lanes run(std::span<const double> values) {
        Lanes squares{};
        for (std::size_t t = 0; t < values.size(); ++t) {
            if (std::isnan(values[t])) {
                move(forecast());
                continue;
            }
            // The first value is taken as it is.
            const Lanes error = t == 0 ? Lanes{} : values[t] - forecast();
            squares += error * error;
            move(values[t]);
        }
        return squares;
    }

    double next() {
        const Lanes made = forecast();
        move(made);
        return made[0];
    }

  private:
    Lanes forecast() const {
        return level_ + of_line_ * power_ * line_.intercept +
               of_slope_ * (1 - power_ * (1 - alpha_)) * line_.slope;
    }

    void move(Lanes y) {
        level_ = alpha_ * y + (1 - alpha_) * level_;
        line_.add(y);
        power_ *= 1 - alpha_;
    }

    Lanes alpha_, theta_, level_, of_line_, of_slope_;
    Lanes power_ = 1;  ///< of 1 - alpha
    RunningLine line_;
};

inline void theta_squares(std::span<const double> values, std::span<const SimplexPoint, 4> points,
                          std::span<double, 4> squares) {
    const Lanes found = ThetaFilter{points}.run(values);
    for (int lane = 0; lane < lane_count; ++lane)
        squares[index(lane)] = found[lane];
}

inline void theta_ahead(std::span<const double> values, const SimplexPoint& point,
                        std::span<double> ahead) {
    const std::array points{point, point, point, point};
    ThetaFilter filter{points};
    (void)filter.run(values);
    for (auto& value : ahead)
        value = filter.next();
}

}  // namespace forecast::FORECAST_PATH
