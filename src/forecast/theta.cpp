#include "forecast/theta.h"

#include "forecast/nelder_mead.h"
#include "forecast/season.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace forecast {
namespace {

constexpr double alpha_min = 0.1, alpha_max = 0.99, theta_min = 1, theta_max = 100;

/// The line through what was seen so far, brought up to date by each value.
struct Running {
    double mean = 0, slope = 0, intercept = 0;
    double n = 0;

    void add(double y) {
        n += 1;
        const double before = mean;
        mean += (y - mean) / n;
        slope = n < 2 ? 0 : ((n - 2) * slope + 6 * (y - before) / n) / (n + 1);
        intercept = mean - slope * (n + 1) / 2;
    }
};

// Sum of squared one-step errors; after the series the forecasts.
double run(std::span<const double> values, double alpha, double theta, double level,
           std::span<double> ahead) {
    Running line;
    double squares = 0, power = 1;  // (1 - alpha)^t
    const std::size_t total = values.size() + ahead.size();
    for (std::size_t t = 0; t < total; ++t) {
        const double next_power = power * (1 - alpha);
        const double forecast =
            t == 0 && !values.empty() && !std::isnan(values[0])
                ? values[0]
                : level + (1 - 1 / theta) *
                              (power * line.intercept + (1 - next_power) / alpha * line.slope);
        const double seen = t < values.size() ? values[t] : forecast;
        const double y = std::isnan(seen) ? forecast : seen;
        if (t < values.size()) {
            const double error = y - forecast;
            if (t > 0)
                squares += error * error;
        } else {
            ahead[t - values.size()] = forecast;
        }
        level = alpha * y + (1 - alpha) * level;
        line.add(y);
        power = next_power;
    }
    return squares;
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
    made.alpha = 0.5;
    made.theta = 2;
    made.level = start / 2;
    if (adjusted.size() > 3 && scale > 0) {
        const auto squares = [&](std::span<const double> x) {
            if (x[0] < alpha_min || x[0] > alpha_max || x[1] < theta_min || x[1] > theta_max)
                return std::numeric_limits<double>::infinity();
            return run(adjusted, x[0], x[1], x[2] * scale, {});
        };
        const auto best = nelder_mead(squares, {made.alpha, made.theta, made.level / scale},
                                      {0.2, 1.0, 0.1}, 150, 1e-6);
        made.alpha = best[0];
        made.theta = best[1];
        made.level = best[2] * scale;
    }
    made.mean.resize(static_cast<std::size_t>(horizon));
    const double sum = run(adjusted, made.alpha, made.theta, made.level, made.mean);
    made.variance = sum / std::max(1.0, static_cast<double>(adjusted.size()) - 3);
    if (made.has_season)
        for (std::size_t h = 0; h < made.mean.size(); ++h) {
            const double effect = made.season[(values.size() + h) % m];
            made.mean[h] = made.is_relative ? made.mean[h] * effect : made.mean[h] + effect;
        }
    return made;
}

}  // namespace forecast
