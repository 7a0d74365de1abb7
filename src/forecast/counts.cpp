#include "forecast/counts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace forecast {
namespace {

constexpr double tiny = 1e-300, enough = 1e-15;
constexpr int terms_max = 20'000;

double away_from_zero(double x) {
    return std::abs(x) < tiny ? tiny : x;
}

/// The continued fraction of the incomplete beta function, by Lentz's method.
double beta_fraction(double a, double b, double x) {
    double c = 1, d = 1 / away_from_zero(1 - (a + b) * x / (a + 1)), made = d;
    for (int i = 1; i < terms_max; ++i) {
        const double m = i;
        const auto go_on = [&](double numerator) {
            d = 1 / away_from_zero(1 + numerator * d);
            c = away_from_zero(1 + numerator / c);
            made *= d * c;
        };
        go_on(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
        go_on(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
        if (std::abs(d * c - 1) < enough)
            break;
    }
    return made;
}

// Means of functions of what is believed are sums over so many points, evenly apart where the
// density is smooth and falls off fast: the trapezoid rule is all but exact there.
constexpr int points = 800;

/// The mean of f over x, whose log density in an even scale is `density`, between two ends.
template <typename Density, typename Function>
double mean_over(double from, double to, const Density& density, const Function& f) {
    double highest = -std::numeric_limits<double>::infinity();
    for (int i = 0; i <= points; ++i)
        highest = std::max(highest, density(from + (to - from) * i / points));
    double sum = 0, weights = 0;
    for (int i = 0; i <= points; ++i) {
        const double x = from + (to - from) * i / points;
        const double weight = std::exp(density(x) - highest);
        if (weight < 1e-18)
            continue;
        sum += weight * f(x);
        weights += weight;
    }
    return sum / weights;
}

// Where a logarithm with the density of that many events has left all but 1e-15.
double reach_below(double events) {
    return 36 / events + 9 / std::sqrt(events);
}

}  // namespace

double gamma_share(double shape, double x) {
    if (!(x > 0))
        return 0;
    const double front = std::exp(shape * std::log(x) - x - std::lgamma(shape));
    if (x < shape + 1) {
        double term = 1 / shape, sum = term;
        for (double n = 1; n < terms_max && term > sum * enough; ++n) {
            term *= x / (shape + n);
            sum += term;
        }
        return std::min(1.0, front * sum);
    }
    double b = x + 1 - shape, c = 1 / tiny, d = 1 / b, fraction = d;
    for (int i = 1; i < terms_max; ++i) {
        const double numerator = -i * (i - shape);
        b += 2;
        d = 1 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
        fraction *= d * c;
        if (std::abs(d * c - 1) < enough)
            break;
    }
    return std::clamp(1 - front * fraction, 0.0, 1.0);
}

double beta_share(double a, double b, double x) {
    if (!(x > 0))
        return 0;
    if (x >= 1)
        return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    const double share = x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a
                                                   : 1 - front * beta_fraction(b, a, 1 - x) / b;
    return std::clamp(share, 0.0, 1.0);
}

double at_least(const Rate& rate, double exposure, double events) {
    if (events <= 0)
        return 1;
    if (exposure <= 0)
        return 0;
    return beta_share(events, rate.shape, exposure / (rate.exposure + exposure));
}

double all_at_least(const Rate& rate, std::span<const Need> needs) {
    const double middle = std::log(rate.mean());
    const double above = std::log1p(9 / std::sqrt(rate.shape) + 36 / rate.shape);
    return mean_over(
        middle - reach_below(rate.shape), middle + above,
        [&](double log_rate) { return rate.shape * log_rate - rate.exposure * std::exp(log_rate); },
        [&](double log_rate) {
            double all = 1;
            for (const auto& need : needs)
                if (need.events > 0)
                    all *= gamma_share(need.events, std::exp(log_rate) * need.exposure);
            return all;
        });
}

double batch_size(std::span<const Counted> periods) {
    double events = 0, exposure = 0;
    for (const auto& period : periods) {
        events += period.events;
        exposure += period.exposure;
    }
    if (!(events > 0) || !(exposure > 0))
        return 1;
    constexpr double weight = 2, variation = 0.5;
    double pearson = 0;
    for (const auto& period : periods) {
        const double expected = events * period.exposure / exposure;
        if (expected > 0)
            pearson += (period.events - expected) * (period.events - expected) / expected;
    }
    const auto count = static_cast<double>(periods.size());
    const double first = std::max(1.0, variation * variation * events / count);
    return std::max(1.0, (pearson + weight * first) / (count - 1 + weight));
}

MilestonePace MilestonePace::prior() {
    return {{Rate{1, 1 / 0.1}, Rate{1, 1 / 0.15}, Rate{1, 1 / 0.2}, Rate{1, 1 / 0.3}}};
}

void MilestonePace::add(double until, End end) {
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const double from = ends[i], to = ends[i + 1];
        const bool is_here = until > from && until <= to;
        // What is reached after it was due says only that it was not reached before.
        stretches[i] = stretches[i].after(is_here && end == End::reached ? 1 : 0,
                                          (std::clamp(until, from, to) - from) / (to - from));
    }
}

double MilestonePace::by_due(double now) const {
    double none = 1;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const double from = ends[i], to = ends[i + 1];
        const auto& rate = stretches[i];
        const double left = (to - std::clamp(now, from, to)) / (to - from);
        none *= std::pow(rate.exposure / (rate.exposure + left), rate.shape);
    }
    return 1 - none;
}

double beta_binomial_at_least(double n, double k, double a, double b) {
    if (k <= 0)
        return 1;
    if (k > n)
        return 0;
    const double middle = std::log(a / b);
    return mean_over(
        middle - reach_below(a), middle + reach_below(b),
        [&](double logit) {
            // log of chance^a (1 - chance)^b, without leaving the numbers at either end.
            return -a * std::log1p(std::exp(-logit)) - b * std::log1p(std::exp(logit));
        },
        [&](double logit) { return beta_share(k, n - k + 1, 1 / (1 + std::exp(-logit))); });
}

Change Change::planned(double share, double periods) {
    const double chance = std::clamp(share / std::max(1.0, periods), 0.001, 0.999);
    return {units_together * chance, units_together * (1 - chance)};
}

Change Change::after(double units, double changed_units, double periods) const {
    if (!(units > 0) || !(periods > 0))
        return *this;
    const double weight = std::min(1.0, units_together / units);
    const double moved = std::clamp(changed_units, 0.0, units);
    return {changed + weight * moved, remained + weight * std::max(0.0, units * periods - moved)};
}

double Change::at_least(double units, double needed, double periods) const {
    if (needed <= 0)
        return 1;
    if (needed > units || periods <= 0)
        return 0;
    const double together = std::min(units, units_together);
    return beta_binomial_at_least(together * periods, needed / units * together, changed, remained);
}

}  // namespace forecast
