#include "adjustment/filters.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace adjustment {
namespace {

using Values = std::vector<double>;

constexpr std::array<std::string_view, 5> words{"3x3", "3x5", "3x9", "3x15", "stable"};

/// The weights over the first `count` of the terms of `centre` that change least what the whole
/// average would give, for a straight line whose slope is small beside the noise.
/// `slope` is the squared slope over the variance of the noise, 0 for a level.
Values shortened(std::span<const double> centre, std::size_t count, double slope) {
    const double m = static_cast<double>(count);
    double lost = 0, moment = 0;
    for (std::size_t i = count; i < centre.size(); ++i) {
        lost += centre[i];
        moment += (static_cast<double>(i + 1) - (m + 1) / 2) * centre[i];
    }
    const double by = slope / (1 + m * (m - 1) * (m + 1) / 12 * slope);
    Values made(count);
    for (std::size_t j = 0; j < count; ++j)
        made[j] = centre[j] + lost / m + (static_cast<double>(j + 1) - (m + 1) / 2) * by * moment;
    return made;
}

MovingAverage with_ends(Values centre, double slope) {
    const std::size_t half = centre.size() / 2;
    std::vector<Values> ends;
    for (std::size_t after = 0; after < half; ++after)
        ends.push_back(shortened(centre, half + 1 + after, slope));
    return {std::move(centre), std::move(ends)};
}

Values scaled(std::initializer_list<double> weights, double by) {
    Values made;
    for (const double weight : weights)
        made.push_back(weight / by);
    return made;
}

/// A mean of three means of `terms` each.
Values three_by(std::size_t terms) {
    Values made(terms + 2, 0.0);
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < terms; ++j)
            made[i + j] += 1 / (3 * static_cast<double>(terms));
    return made;
}

}  // namespace

std::string_view word(SeasonalFilter filter) {
    return words[static_cast<std::size_t>(filter)];
}

std::optional<SeasonalFilter> parse_seasonal_filter(std::string_view text) {
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == text)
            return static_cast<SeasonalFilter>(i);
    return std::nullopt;
}

void MovingAverage::apply(std::span<const double> from, std::span<double> to) const {
    const std::size_t n = from.size(), h = half();
    if (h == 0 || n < 2 * h) {
        const double mean = std::accumulate(from.begin(), from.end(), 0.0) / static_cast<double>(n);
        std::ranges::fill(to, mean);
        return;
    }
    for (std::size_t t = 0; t < n; ++t) {
        const std::size_t before = std::min(t, h), after = std::min(n - 1 - t, h);
        double sum = 0;
        if (before == h && after == h) {
            for (std::size_t i = 0; i <= 2 * h; ++i)
                sum += centre_[i] * from[t - h + i];
        } else if (after < h) {
            const auto& weights = ends_[after];
            for (std::size_t i = 0; i < weights.size(); ++i)
                sum += weights[i] * from[t - h + i];
        } else {
            const auto& weights = ends_[before];
            for (std::size_t i = 0; i < weights.size(); ++i)
                sum += weights[i] * from[t + h - i];
        }
        to[t] = sum;
    }
}

const MovingAverage& seasonal_average(SeasonalFilter filter) {
    static const std::array<MovingAverage, 5> averages{
        MovingAverage{three_by(3), {scaled({5, 11, 11}, 27), scaled({3, 7, 10, 7}, 27)}},
        MovingAverage{three_by(5),
                      {scaled({9, 17, 17, 17}, 60), scaled({4, 11, 15, 15, 15}, 60),
                       scaled({4, 8, 13, 13, 13, 9}, 60)}},
        MovingAverage{three_by(9),
                      {{0.051, 0.112, 0.173, 0.197, 0.221, 0.246},
                       {0.028, 0.092, 0.144, 0.160, 0.176, 0.192, 0.208},
                       {0.032, 0.079, 0.123, 0.133, 0.143, 0.154, 0.163, 0.173},
                       {0.034, 0.075, 0.113, 0.117, 0.123, 0.128, 0.132, 0.137, 0.141},
                       {0.034, 0.073, 0.111, 0.113, 0.114, 0.116, 0.117, 0.118, 0.120, 0.084}}},
        with_ends(three_by(15), 0), MovingAverage{{1.0}, {}}};
    return averages[static_cast<std::size_t>(filter)];
}

MovingAverage henderson(int terms, double irregular_to_trend) {
    const int h = terms / 2;
    const double n = h + 2, n2 = n * n;
    const double below = 8 * n * (n2 - 1) * (4 * n2 - 1) * (4 * n2 - 9) * (4 * n2 - 25);
    Values centre;
    for (int j = -h; j <= h; ++j) {
        const double j2 = j * j;
        centre.push_back(315 * ((n - 1) * (n - 1) - j2) * (n2 - j2) * ((n + 1) * (n + 1) - j2) *
                         (3 * n2 - 16 - 11 * j2) / below);
    }
    return with_ends(std::move(centre),
                     4 / (std::numbers::pi * irregular_to_trend * irregular_to_trend));
}

}  // namespace adjustment
