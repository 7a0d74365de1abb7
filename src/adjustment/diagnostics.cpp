#include "adjustment/diagnostics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace adjustment {
namespace {

using Values = std::vector<double>;

// The continued fraction of the incomplete beta function, by Lentz's method.
double beta_fraction(double a, double b, double x) {
    constexpr double tiny = 1e-300;
    double c = 1, d = 1 - (a + b) * x / (a + 1);
    d = 1 / (std::abs(d) < tiny ? tiny : d);
    double made = d;
    for (int m = 1; m < 500; ++m) {
        const double twice = 2.0 * m;
        for (const double by : {m * (b - m) * x / ((a + twice - 1) * (a + twice)),
                                -(a + m) * (a + b + m) * x / ((a + twice) * (a + twice + 1))}) {
            d = 1 + by * d;
            d = 1 / (std::abs(d) < tiny ? tiny : d);
            c = 1 + by / c;
            if (std::abs(c) < tiny)
                c = tiny;
            made *= c * d;
        }
        if (std::abs(c * d - 1) < 1e-15)
            break;
    }
    return made;
}

double incomplete_beta(double a, double b, double x) {
    if (!(x > 0))
        return 0;
    if (!(x < 1))
        return 1;
    const double front = std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) +
                                  a * std::log(x) + b * std::log1p(-x));
    return x < (a + 1) / (a + b + 2) ? front * beta_fraction(a, b, x) / a
                                     : 1 - front * beta_fraction(b, a, 1 - x) / b;
}

double mean_of(const Values& x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

double variance(const Values& x) {
    const double mean = mean_of(x);
    double squares = 0;
    for (const double value : x)
        squares += (value - mean) * (value - mean);
    return squares / static_cast<double>(x.size() - 1);
}

/// The full calendar years of a series.
struct Years {
    std::size_t first = 0, count = 0, periods = 0;

    explicit Years(const X11& tables) : periods(static_cast<std::size_t>(tables.frequency)) {
        first = (periods - static_cast<std::size_t>(tables.start)) % periods;
        count = (tables.b1.size() - first) / periods;
    }
    std::size_t at(std::size_t year, std::size_t period) const {
        return first + year * periods + period;
    }
};

Test stable_test(const Values& d8, std::size_t periods) {
    const double n = static_cast<double>(d8.size()), k = static_cast<double>(periods);
    const double mean = mean_of(d8);
    double between = 0, within = 0;
    for (std::size_t period = 0; period < periods; ++period) {
        Values of_period;
        for (std::size_t t = period; t < d8.size(); t += periods)
            of_period.push_back(d8[t]);
        const double own = mean_of(of_period);
        between += static_cast<double>(of_period.size()) * (own - mean) * (own - mean);
        for (const double value : of_period)
            within += (value - own) * (value - own);
    }
    // A season without any noise is as certain as can be.
    const double f = within > 0 ? between / (k - 1) / (within / (n - k)) : between > 0 ? 1e300 : 0;
    return {f, f_tail(f, k - 1, n - k)};
}

Test moving_test(const X11& tables) {
    const Years years{tables};
    const double neutral = tables.mode == Mode::multiplicative ? 1 : 0;
    const auto size = [&](std::size_t year, std::size_t period) {
        return std::abs(tables.d8[years.at(year, period)] - neutral);
    };
    Values of_year(years.count, 0.0), of_period(years.periods, 0.0);
    const double n = static_cast<double>(years.count), k = static_cast<double>(years.periods);
    double mean = 0;
    for (std::size_t year = 0; year < years.count; ++year)
        for (std::size_t period = 0; period < years.periods; ++period) {
            of_year[year] += size(year, period) / k;
            of_period[period] += size(year, period) / n;
            mean += size(year, period) / (n * k);
        }
    double between = 0, rest = 0;
    for (std::size_t year = 0; year < years.count; ++year) {
        between += k * (of_year[year] - mean) * (of_year[year] - mean);
        for (std::size_t period = 0; period < years.periods; ++period) {
            const double off = size(year, period) - of_year[year] - of_period[period] + mean;
            rest += off * off;
        }
    }
    const double f = rest > 0 ? between / (n - 1) / (rest / ((n - 1) * (k - 1))) : 0;
    return {f, f_tail(f, n - 1, (n - 1) * (k - 1))};
}

Test rank_test(const Values& d8, std::size_t periods) {
    std::vector<std::size_t> order(d8.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, {}, [&](std::size_t t) { return d8[t]; });
    Values rank(d8.size());
    // Equal values share the mean of their ranks.
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i;
        while (end < order.size() && d8[order[end]] == d8[order[i]])
            ++end;
        for (std::size_t j = i; j < end; ++j)
            rank[order[j]] = static_cast<double>(i + end + 1) / 2;
        i = end;
    }
    const double n = static_cast<double>(d8.size());
    double sum = 0;
    for (std::size_t period = 0; period < periods; ++period) {
        double of_period = 0, count = 0;
        for (std::size_t t = period; t < d8.size(); t += periods) {
            of_period += rank[t];
            ++count;
        }
        sum += of_period * of_period / count;
    }
    const double value = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
    return {value, chi_squared_tail(value, static_cast<double>(periods) - 1)};
}

// The two parts of M7, each at most 9, so that M7 is at most 3.
double of_stable(const SeasonalityTests& tests) {
    return tests.stable.value > 0 ? std::min(9.0, 7 / tests.stable.value) : 9;
}
double of_moving(const SeasonalityTests& tests) {
    return tests.stable.value > 0 ? std::min(9.0, 3 * tests.moving.value / tests.stable.value) : 9;
}

Seasonality combined(const SeasonalityTests& tests) {
    constexpr double one_in_thousand = 0.001, one_in_twenty = 0.05;
    if (!(tests.stable.p < one_in_thousand))
        return Seasonality::not_identifiable;
    const double m7 = std::sqrt((of_stable(tests) + of_moving(tests)) / 2);
    if (tests.moving.p < one_in_twenty && m7 >= 1)
        return Seasonality::not_identifiable;
    if (of_stable(tests) >= 1 || of_moving(tests) >= 1 ||
        !(tests.kruskal_wallis.p < one_in_thousand))
        return Seasonality::probably_not;
    return Seasonality::present;
}

/// The series of an adjustment as the measures look at them.
class Measures {
  public:
    explicit Measures(const X11& tables)
        : x_(tables),
          is_relative_(tables.mode == Mode::multiplicative),
          periods_(static_cast<std::size_t>(tables.frequency)),
          series_(tables.b1),
          irregular_(tables.d13) {
        // What has no weight is replaced by what the tables expect there (E1 and E3).
        for (std::size_t t = 0; t < series_.size(); ++t) {
            if (tables.weights[t] != 0)
                continue;
            series_[t] = is_relative_ ? x_.d12[t] * x_.d10[t] : x_.d12[t] + x_.d10[t];
            irregular_[t] = is_relative_ ? 1 : 0;
        }
    }

    double m1() const {
        const std::size_t span = periods_ == 12 ? 3 : 1;
        const double i = change(irregular_, span), c = change(x_.d12, span);
        const double s = change(x_.d10, span);
        return 10 * i * i / (i * i + c * c + s * s);
    }
    double m2() const;
    double m3() const {
        return periods_ == 12 ? (x_.irregular_to_trend - 1) / 2
                              : (x_.irregular_to_trend - 1.0 / 3) / (2.0 / 3);
    }
    double m4() const;
    double m5() const;
    double m6() const { return std::abs(x_.moving_seasonality - 4) / 2.5; }
    void of_season(Quality& to) const;

  private:
    double change(double from, double to) const {
        return std::abs(is_relative_ ? to / from - 1 : to - from);
    }
    double change(const Values& of, std::size_t span) const {
        double sum = 0;
        for (std::size_t t = span; t < of.size(); ++t)
            sum += change(of[t - span], of[t]);
        return sum / static_cast<double>(of.size() - span);
    }
    Values scaled(Values of) const {
        for (auto& value : of)
            value = is_relative_ ? std::log(value) : value;
        return of;
    }

    const X11& x_;
    bool is_relative_;
    std::size_t periods_;
    Values series_, irregular_;
};

// The share of the irregular in the variance about the straight line through the trend.
double Measures::m2() const {
    const auto trend = scaled(x_.d12);
    auto rest = scaled(series_);
    const double middle = (static_cast<double>(trend.size()) - 1) / 2, mean = mean_of(trend);
    double product = 0, squares = 0;
    for (std::size_t t = 0; t < trend.size(); ++t) {
        const double off = static_cast<double>(t) - middle;
        product += off * (trend[t] - mean);
        squares += off * off;
    }
    for (std::size_t t = 0; t < rest.size(); ++t)
        rest[t] -= mean + product / squares * (static_cast<double>(t) - middle);
    const double whole = variance(rest);
    return whole > 0 ? 10 * variance(scaled(irregular_)) / whole : 0;
}

// How far the number of runs up and down of the irregular is from that of pure noise.
double Measures::m4() const {
    double runs = 0;
    int before = 0;
    for (std::size_t t = 1; t < x_.d13.size(); ++t) {
        const double off = x_.d13[t] - x_.d13[t - 1];
        const int now = off > 0 ? 1 : off < 0 ? -1 : 0;
        runs += now != before || now == 0 ? 1 : 0;
        before = now;
    }
    const double n = static_cast<double>(x_.d13.size());
    const double duration = n / runs;
    return std::abs((n - 1) / duration - 2 * (n - 1) / 3) / (2.577 * std::sqrt((16 * n - 29) / 90));
}

// After how many periods the trend has changed more than the irregular, between whole ones by a
// straight line; without an end within a year, the worst.
double Measures::m5() const {
    Values ratio(periods_ + 1, 0.0);
    for (std::size_t span = 1; span <= periods_; ++span) {
        const double of_trend = change(x_.d12, span);
        ratio[span] = of_trend > 0 ? change(x_.d13, span) / of_trend : 99;
    }
    std::size_t span = periods_ + 1;
    while (span > 1 && ratio[span - 1] < 1)
        --span;
    if (span > periods_)
        return 3;
    // From the first period on: as good as can be.
    if (span == 1)
        return 0;
    const double months =
        static_cast<double>(span) - 1 + (ratio[span - 1] - 1) / (ratio[span - 1] - ratio[span]);
    return periods_ == 12 ? (months - 0.5) / 5 : (months - 0.17) / 1.67;
}

// How much the standardised season changes from year to year (M8), in one direction (M9), and both
// in the years before the last two (M10, M11).
void Measures::of_season(Quality& to) const {
    double squares = 0;
    for (const double factor : x_.d10)
        squares += (factor - (is_relative_ ? 1 : 0)) * (factor - (is_relative_ ? 1 : 0));
    const double deviation = std::sqrt(squares / static_cast<double>(x_.d10.size() - 1));
    if (!(deviation > 0))
        return;
    double all = 0, count = 0, along = 0, recent = 0, recent_along = 0;
    for (std::size_t period = 0; period < periods_; ++period) {
        Values of_period;
        for (std::size_t t = period; t < x_.d10.size(); t += periods_)
            of_period.push_back(x_.d10[t] / deviation);
        const std::size_t years = of_period.size();
        for (std::size_t year = 1; year < years; ++year) {
            const double off = std::abs(of_period[year] - of_period[year - 1]);
            all += off;
            ++count;
            recent += year + 5 >= years && year + 2 < years ? off : 0;
        }
        along += std::abs(of_period.back() - of_period.front()) / static_cast<double>(years - 1);
        recent_along += std::abs(of_period[years - 3] - of_period[years - 6]);
    }
    const double periods = static_cast<double>(periods_);
    to.m[7] = 10 * all / count;
    to.m[8] = 10 * along / periods;
    to.m[9] = 10 * recent / (3 * periods);
    to.m[10] = 10 * recent_along / (3 * periods);
}

}  // namespace

std::string_view word(Seasonality seasonality) {
    return seasonality == Seasonality::present        ? "present"
           : seasonality == Seasonality::probably_not ? "probably-not"
                                                      : "not-identifiable";
}

double f_tail(double value, double above, double below) {
    return value > 0 ? incomplete_beta(below / 2, above / 2, below / (below + above * value)) : 1;
}

double chi_squared_tail(double value, double degrees) {
    if (!(value > 0))
        return 1;
    const double a = degrees / 2, x = value / 2;
    const double front = std::exp(a * std::log(x) - x - std::lgamma(a));
    if (x < a + 1) {
        double term = 1 / a, sum = term;
        for (double n = a + 1; term > 1e-17 * sum; ++n) {
            term *= x / n;
            sum += term;
        }
        return 1 - front * sum;
    }
    // The upper part by its continued fraction, which keeps small chances exact.
    double b = x + 1 - a, c = 1e300, d = 1 / b, made = d;
    for (int i = 1; i < 500; ++i) {
        const double by = -i * (i - a);
        b += 2;
        d = 1 / (by * d + b);
        c = b + by / c;
        made *= c * d;
        if (std::abs(c * d - 1) < 1e-15)
            break;
    }
    return front * made;
}

SeasonalityTests seasonality_tests(const X11& tables) {
    const auto periods = static_cast<std::size_t>(tables.frequency);
    SeasonalityTests made;
    made.stable = stable_test(tables.d8, periods);
    made.moving = moving_test(tables);
    made.kruskal_wallis = rank_test(tables.d8, periods);
    made.verdict = combined(made);
    return made;
}

Quality quality(const X11& tables, const SeasonalityTests& tests) {
    constexpr std::array<double, 11> of_long{10, 11, 10, 8, 11, 10, 18, 7, 7, 4, 4};
    constexpr std::array<double, 11> of_short{14, 15, 10, 8, 11, 10, 32, 0, 0, 0, 0};
    constexpr std::size_t years_long = 6;
    const bool is_long =
        tables.b1.size() >= years_long * static_cast<std::size_t>(tables.frequency);
    const Measures measures{tables};
    Quality made;
    made.m = {measures.m1(),
              measures.m2(),
              measures.m3(),
              measures.m4(),
              measures.m5(),
              measures.m6(),
              std::sqrt((of_stable(tests) + of_moving(tests)) / 2)};
    if (is_long)
        measures.of_season(made);
    double all = 0, without_m2 = 0;
    for (std::size_t i = 0; i < made.m.size(); ++i) {
        made.m[i] = std::clamp(made.m[i], 0.0, 3.0);
        constexpr std::size_t m2 = 1, m6 = 5;
        if (i == m6 && tables.seasonal != SeasonalFilter::s3x5)
            continue;
        const double weight = is_long ? of_long[i] : of_short[i];
        made.q += weight * made.m[i];
        all += weight;
        made.q2 += i == m2 ? 0 : weight * made.m[i];
        without_m2 += i == m2 ? 0 : weight;
    }
    made.q /= all;
    made.q2 /= without_m2;
    return made;
}

Test residual_seasonality(std::span<const double> values, int frequency) {
    const auto year = static_cast<std::size_t>(frequency);
    const Values x(values.begin(), values.end());
    if (x.size() <= 2 * year)
        return {};
    const double mean = mean_of(x), n = static_cast<double>(x.size());
    double whole = 0;
    for (const double value : x)
        whole += (value - mean) * (value - mean);
    Test made;
    if (!(whole > 0))
        return made;
    for (const std::size_t lag : {year, 2 * year}) {
        double sum = 0;
        for (std::size_t t = lag; t < x.size(); ++t)
            sum += (x[t] - mean) * (x[t - lag] - mean);
        const double correlation = sum / whole;
        // Without a positive one at one year there is no season to speak of.
        if (!(correlation > 0)) {
            if (lag == year)
                return made;
            continue;
        }
        made.value += n * (n + 2) * correlation * correlation / (n - static_cast<double>(lag));
    }
    made.p = chi_squared_tail(made.value, 2);
    return made;
}

Test residual_seasonality_of_adjusted(std::span<const double> adjusted, Mode mode, int frequency) {
    Values changes;
    for (std::size_t t = 1; t < adjusted.size(); ++t)
        changes.push_back(mode == Mode::multiplicative ? std::log(adjusted[t] / adjusted[t - 1])
                                                       : adjusted[t] - adjusted[t - 1]);
    return residual_seasonality(changes, frequency);
}

}  // namespace adjustment
