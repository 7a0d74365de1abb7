#include "forecast/theta.h"

#include "forecast/kernels.h"
#include "forecast/nelder_mead.h"
#include "forecast/season.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace forecast {
namespace {

constexpr double alpha_min = 0.1, alpha_max = 0.99, theta_min = 1, theta_max = 100;

bool is_in_bounds(const SimplexPoint& x) {
    const auto& [alpha, theta, level, unused] = x;
    return alpha >= alpha_min && alpha <= alpha_max && theta >= theta_min && theta <= theta_max;
}

}  // namespace

ThetaFit theta_forecast(std::span<const double> values, int frequency, int horizon) {
    ThetaFit made;
    const auto m = static_cast<std::size_t>(frequency);
    std::vector<double> adjusted(values.begin(), values.end());
    if (frequency > 1 && is_seasonal(values, frequency)) {
        made.has_season = true;
        made.is_relative = std::ranges::all_of(values, [](double y) { return !(y <= 0); });
        made.season = seasonal_effects(values, frequency, made.is_relative);
        adjusted = without_season(values, made.season, made.is_relative);
    }
    const auto first = std::ranges::find_if(adjusted, [](double y) { return !std::isnan(y); });
    const double start = first == adjusted.end() ? 0 : *first;
    double scale = 0;
    for (const double y : adjusted)
        if (!std::isnan(y))
            scale = std::max(scale, std::abs(y));
    if (!(scale > 0))
        scale = 1;
    const auto squares = [&](std::span<const SimplexPoint, 4> points, std::span<double, 4> sums) {
        std::array<SimplexPoint, 4> scaled;
        for (std::size_t i = 0; i < 4; ++i)
            scaled[i] = {points[i][0], points[i][1], points[i][2] * scale};
        kernels().theta_squares(adjusted, scaled, sums);
        for (std::size_t i = 0; i < 4; ++i)
            if (!is_in_bounds(points[i]))
                sums[i] = std::numeric_limits<double>::infinity();
    };
    constexpr std::array steps{0.2, 1.0, 0.1};
    const int evaluations = adjusted.size() > 3 ? 150 : 0;
    const auto [best, sum] =
        nelder_mead_by_four(squares, {0.5, 2, start / 2 / scale}, steps, evaluations, 1e-6);
    made.alpha = best[0];
    made.theta = best[1];
    made.level = best[2] * scale;
    made.mean.resize(static_cast<std::size_t>(horizon));
    kernels().theta_ahead(adjusted, {made.alpha, made.theta, made.level}, made.mean);
    made.variance = sum / std::max(1.0, static_cast<double>(adjusted.size()) - 3);
    if (made.has_season)
        for (std::size_t h = 0; h < made.mean.size(); ++h) {
            const double effect = made.season[(values.size() + h) % m];
            made.mean[h] = made.is_relative ? made.mean[h] * effect : made.mean[h] + effect;
        }
    return made;
}

}  // namespace forecast
