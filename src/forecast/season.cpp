#include "forecast/season.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace forecast {

std::pair<double, double> line_through(std::span<const double> values) {
    double n = 0, sum_t = 0, sum_y = 0;
    for (std::size_t t = 0; t < values.size(); ++t)
        if (!std::isnan(values[t])) {
            n += 1;
            sum_t += static_cast<double>(t);
            sum_y += values[t];
        }
    if (n == 0)
        return {0, 0};
    const double mean_t = sum_t / n, mean_y = sum_y / n;
    double spread = 0, product = 0;
    for (std::size_t t = 0; t < values.size(); ++t)
        if (!std::isnan(values[t])) {
            const double from_mean = static_cast<double>(t) - mean_t;
            spread += from_mean * from_mean;
            product += from_mean * (values[t] - mean_y);
        }
    const double slope = spread > 0 ? product / spread : 0;
    return {mean_y - slope * mean_t, slope};
}

namespace {

// The mean of a year around each value, NaN where there is no whole year; the ends of an even one
// count half.
std::vector<double> centred_average(std::span<const double> values, std::size_t year) {
    std::vector<double> made(values.size(), std::numeric_limits<double>::quiet_NaN());
    const std::size_t half = year / 2;
    for (std::size_t t = half; t + half < values.size(); ++t) {
        double sum = 0, weight = 0;
        for (std::size_t i = t - half; i <= t + half; ++i) {
            const bool is_end = year % 2 == 0 && (i == t - half || i == t + half);
            const double w = is_end ? 0.5 : 1;
            if (!std::isnan(values[i])) {
                sum += w * values[i];
                weight += w;
            }
        }
        if (weight > 0)
            made[t] = sum / weight;
    }
    return made;
}

}  // namespace

std::vector<double> seasonal_effects(std::span<const double> values, int frequency, bool relative) {
    const auto m = static_cast<std::size_t>(frequency);
    const auto n = values.size();
    std::vector<double> trend;
    if (n < 3 * m) {
        const auto [level, slope] = line_through(values);
        for (std::size_t t = 0; t < n; ++t)
            trend.push_back(level + slope * static_cast<double>(t));
    } else {
        trend = centred_average(values, m);
    }
    std::vector<double> sums(m, 0.0), counts(m, 0.0);
    for (std::size_t t = 0; t < n; ++t) {
        if (std::isnan(trend[t]) || std::isnan(values[t]) || (relative && !(trend[t] > 0)))
            continue;
        sums[t % m] += relative ? values[t] / trend[t] : values[t] - trend[t];
        counts[t % m] += 1;
    }
    const double neutral = relative ? 1 : 0;
    std::vector<double> effects(m);
    double total = 0;
    for (std::size_t s = 0; s < m; ++s) {
        effects[s] = counts[s] > 0 ? sums[s] / counts[s] : neutral;
        if (relative)
            effects[s] = std::max(effects[s], 1e-2);
        total += effects[s];
    }
    const double mean = total / static_cast<double>(m);
    for (auto& effect : effects)
        effect = relative ? effect / mean : effect - mean;
    return effects;
}

std::vector<double> without_gaps(std::span<const double> values) {
    std::vector<double> made(values.begin(), values.end());
    std::size_t last = made.size();
    for (std::size_t t = 0; t < made.size(); ++t) {
        if (std::isnan(made[t]))
            continue;
        if (last == made.size())
            std::fill_n(made.begin(), t, made[t]);
        else
            for (std::size_t i = last + 1; i < t; ++i)
                made[i] = made[last] + (made[t] - made[last]) * static_cast<double>(i - last) /
                                           static_cast<double>(t - last);
        last = t;
    }
    if (last < made.size())
        std::fill(made.begin() + static_cast<std::ptrdiff_t>(last), made.end(), made[last]);
    return made;
}

std::vector<double> without_season(std::span<const double> values, std::span<const double> effects,
                                   bool relative) {
    std::vector<double> made(values.begin(), values.end());
    for (std::size_t t = 0; t < made.size(); ++t) {
        const double effect = effects[t % effects.size()];
        made[t] = relative ? made[t] / effect : made[t] - effect;
    }
    return made;
}

bool is_seasonal(std::span<const double> values, int frequency) {
    const auto m = static_cast<std::size_t>(frequency);
    std::vector<double> seen;
    for (const double y : values)
        if (!std::isnan(y))
            seen.push_back(y);
    const auto n = seen.size();
    if (frequency < 2 || n < 2 * m + 1)
        return false;
    const double mean = std::accumulate(seen.begin(), seen.end(), 0.0) / static_cast<double>(n);
    double variance = 0;
    for (const double y : seen)
        variance += (y - mean) * (y - mean);
    if (!(variance > 0))
        return false;
    double squares = 0, at_year = 0;
    for (std::size_t lag = 1; lag <= m; ++lag) {
        double sum = 0;
        for (std::size_t t = lag; t < n; ++t)
            sum += (seen[t] - mean) * (seen[t - lag] - mean);
        const double r = sum / variance;
        if (lag < m)
            squares += r * r;
        else
            at_year = r;
    }
    return std::abs(at_year) > 1.645 * std::sqrt((1 + 2 * squares) / static_cast<double>(n));
}

double seasonal_strength(std::span<const double> values, int frequency) {
    const auto m = static_cast<std::size_t>(frequency);
    if (frequency < 2 || values.size() < 2 * m + 1)
        return 0;
    const auto effects = seasonal_effects(values, frequency, false);
    const auto trend = centred_average(values, m);
    std::vector<double> rest, both;
    for (std::size_t t = 0; t < values.size(); ++t)
        if (!std::isnan(trend[t]) && !std::isnan(values[t])) {
            both.push_back(values[t] - trend[t]);
            rest.push_back(both.back() - effects[t % m]);
        }
    const auto variance = [](const std::vector<double>& x) {
        const double mean =
            std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
        double sum = 0;
        for (const double y : x)
            sum += (y - mean) * (y - mean);
        return sum;
    };
    const double whole = both.empty() ? 0 : variance(both);
    return whole > 0 ? std::max(0.0, 1 - variance(rest) / whole) : 0;
}

}  // namespace forecast
