#include "adjustment/x11.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace adjustment {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A table of the series' length that knows its values from `first` up to before `last`.
struct Table {
    Values at;
    std::size_t first = 0, last = 0;

    std::size_t size() const { return at.size(); }
};

/// A year's window of years for its standard deviation, both ends included.
struct Window {
    std::size_t from, to;
};

class Iterations {
  public:
    Iterations(Values series, std::size_t observed, const X11Options& options)
        : observed_(observed),
          year_(static_cast<std::size_t>(options.frequency)),
          start_(static_cast<std::size_t>(options.start)),
          is_relative_(options.mode == Mode::multiplicative),
          options_(options),
          y_{std::move(series), 0, 0} {
        y_.last = y_.size();
    }

    X11 run() const;

  private:
    double neutral() const { return is_relative_ ? 1 : 0; }
    double without(double a, double b) const { return is_relative_ ? a / b : a - b; }
    double change(double from, double to) const {
        return std::abs(is_relative_ ? to / from - 1 : to - from);
    }
    Table without(const Table& a, const Table& b) const;
    std::size_t year_of(std::size_t t) const { return (t + start_) / year_; }

    Table centred(const Table& x) const;
    Table seasonal(const Table& ratios, SeasonalFilter filter) const;
    Table normalised(Table factors) const;
    Table factors(const Table& ratios, SeasonalFilter filter) const {
        return normalised(seasonal(ratios, filter));
    }
    void fill_ends(Table& factors) const;

    std::vector<Window> windows(const Table& irregular) const;
    Values deviations(const Table& irregular) const;
    Table weights(const Table& irregular) const;
    double replacement(const Table& ratios, const Table& weights, std::size_t t) const;
    Table replaced(const Table& ratios, const Table& weights) const;
    Table without_extremes(const Table& irregular, const Table& weights) const;

    double ratio_to_trend(const Table& adjusted) const;
    int trend_terms(double ratio, int most) const;
    Table trend(const Table& adjusted, int terms) const;

    Table preliminary(const Table& series, bool is_first) const;
    double moving_seasonality(const Table& ratios, std::size_t last) const;
    SeasonalFilter choose_filter(const Table& ratios) const;

    Table first_irregular() const;
    Table second_irregular(const Table& weights_of, Table& weights_made) const;

    std::size_t observed_, year_, start_;
    bool is_relative_;
    X11Options options_;
    Table y_;
};

Table Iterations::without(const Table& a, const Table& b) const {
    Table made{Values(a.size(), missing), std::max(a.first, b.first), std::min(a.last, b.last)};
    for (std::size_t t = made.first; t < made.last; ++t)
        made.at[t] = without(a.at[t], b.at[t]);
    return made;
}

// The mean of a year about each period, the two ends by half.
Table Iterations::centred(const Table& x) const {
    const std::size_t half = year_ / 2;
    Table made{Values(x.size(), missing), x.first + half, x.last - half};
    for (std::size_t t = made.first; t < made.last; ++t) {
        double sum = (x.at[t - half] + x.at[t + half]) / 2;
        for (std::size_t i = t - half + 1; i < t + half; ++i)
            sum += x.at[i];
        made.at[t] = sum / static_cast<double>(year_);
    }
    return made;
}

Table Iterations::seasonal(const Table& ratios, SeasonalFilter filter) const {
    const auto& average = seasonal_average(filter);
    Table made{Values(ratios.size(), missing), ratios.first, ratios.last};
    Values from, to;
    for (std::size_t period = 0; period < year_; ++period) {
        from.clear();
        for (std::size_t t = ratios.first + period; t < ratios.last; t += year_)
            from.push_back(ratios.at[t]);
        to.resize(from.size());
        average.apply(from, to);
        for (std::size_t i = 0; i < to.size(); ++i)
            made.at[ratios.first + period + i * year_] = to[i];
    }
    return made;
}

// The mean over any year becomes that of no season; at the ends the nearest mean stays.
Table Iterations::normalised(Table factors) const {
    const auto means = centred(factors);
    for (std::size_t t = factors.first; t < factors.last; ++t)
        factors.at[t] =
            without(factors.at[t], means.at[std::clamp(t, means.first, means.last - 1)]);
    return factors;
}

// Periods without a factor have that of the nearest year.
void Iterations::fill_ends(Table& factors) const {
    while (factors.first > 0) {
        --factors.first;
        factors.at[factors.first] = factors.at[factors.first + year_];
    }
    for (; factors.last < factors.size(); ++factors.last)
        factors.at[factors.last] = factors.at[factors.last - year_];
}

/// For each calendar year the five full years about it. The first two and the last two full years
/// share those of the third, with what there is of the year before the first or after the last.
std::vector<Window> Iterations::windows(const Table& irregular) const {
    const std::size_t first = year_of(irregular.first), last = year_of(irregular.last - 1);
    const std::size_t from = first + ((irregular.first + start_) % year_ == 0 ? 0 : 1);
    const std::size_t to = last - ((irregular.last + start_) % year_ == 0 ? 0 : 1);
    std::vector<Window> made(last + 1, Window{first, last});
    if (to < from + 5)
        return made;
    for (std::size_t year = first; year <= last; ++year) {
        const std::size_t centre = std::clamp(year, from + 2, to - 2);
        made[year] = {centre == from + 2 && year != centre ? first : centre - 2,
                      centre == to - 2 && year != centre ? last : centre + 2};
    }
    return made;
}

// What lies beyond the upper limit of its own year is left out of every year's second estimate.
Values Iterations::deviations(const Table& irregular) const {
    const auto years = windows(irregular);
    Values made(years.size(), 0.0);
    std::vector<bool> is_out(irregular.size(), false);
    for (const bool is_second : {false, true}) {
        for (std::size_t year = year_of(irregular.first); year < years.size(); ++year) {
            double squares = 0, count = 0;
            for (std::size_t t = irregular.first; t < irregular.last; ++t) {
                if (year_of(t) < years[year].from || year_of(t) > years[year].to || is_out[t])
                    continue;
                const double off = irregular.at[t] - neutral();
                squares += off * off;
                ++count;
            }
            made[year] = count > 0 ? std::sqrt(squares / count) : 0;
        }
        for (std::size_t t = irregular.first; t < irregular.last && !is_second; ++t)
            is_out[t] =
                std::abs(irregular.at[t] - neutral()) > options_.sigma_high * made[year_of(t)];
    }
    return made;
}

Table Iterations::weights(const Table& irregular) const {
    const auto sigma = deviations(irregular);
    Table made{Values(irregular.size(), 1.0), irregular.first, irregular.last};
    for (std::size_t t = irregular.first; t < irregular.last; ++t) {
        const double off = std::abs(irregular.at[t] - neutral());
        const double low = options_.sigma_low * sigma[year_of(t)];
        const double high = options_.sigma_high * sigma[year_of(t)];
        made.at[t] = off <= low ? 1 : off > high ? 0 : (high - off) / (high - low);
    }
    return made;
}

// The mean of the value by its weight and of four neighbours of full weight in the same period: two
// on each side, more on the other where one side has fewer. Where there are not four, the mean of
// all the period's values.
double Iterations::replacement(const Table& ratios, const Table& weights, std::size_t t) const {
    Values before, after;
    double all = ratios.at[t], count = 1;
    const auto look = [&](std::size_t i, Values& side) {
        all += ratios.at[i];
        ++count;
        if (weights.at[i] >= 1)
            side.push_back(ratios.at[i]);
    };
    for (std::size_t i = t; i >= ratios.first + year_;)
        look(i -= year_, before);
    for (std::size_t i = t + year_; i < ratios.last; i += year_)
        look(i, after);
    constexpr std::size_t neighbours = 4;
    if (before.size() + after.size() < neighbours)
        return all / count;
    const std::size_t earlier =
        std::clamp(neighbours / 2, neighbours - std::min(after.size(), neighbours),
                   std::min(before.size(), neighbours));
    double sum = weights.at[t] * ratios.at[t];
    for (std::size_t i = 0; i < earlier; ++i)
        sum += before[i];
    for (std::size_t i = 0; i < neighbours - earlier; ++i)
        sum += after[i];
    return sum / (weights.at[t] + static_cast<double>(neighbours));
}

Table Iterations::replaced(const Table& ratios, const Table& weights) const {
    auto made = ratios;
    for (std::size_t t = ratios.first; t < ratios.last; ++t)
        if (weights.at[t] < 1)
            made.at[t] = replacement(ratios, weights, t);
    return made;
}

/// The series with its extremes as near to the trend as their weights say.
Table Iterations::without_extremes(const Table& irregular, const Table& weights) const {
    auto made = y_;
    for (std::size_t t = irregular.first; t < irregular.last; ++t) {
        const double kept = neutral() + weights.at[t] * (irregular.at[t] - neutral());
        made.at[t] = without(y_.at[t], without(irregular.at[t], kept));
    }
    return made;
}

/// The mean change of the irregular over that of the trend (I/C), by a symmetric average alone.
double Iterations::ratio_to_trend(const Table& adjusted) const {
    const int terms = year_ == 12 ? 13 : 5;
    const auto average = henderson(terms, 1);
    const std::size_t half = average.half();
    double of_trend = 0, of_irregular = 0, trend_before = 0, irregular_before = 0;
    const std::size_t first = adjusted.first + half;
    const std::size_t last = std::min(adjusted.last, observed_) - half;
    for (std::size_t t = first; t < last; ++t) {
        const auto values = std::span{adjusted.at}.subspan(t - half, 2 * half + 1);
        const double trend =
            std::inner_product(values.begin(), values.end(), average.centre().begin(), 0.0);
        const double irregular = without(adjusted.at[t], trend);
        if (t > first) {
            of_trend += change(trend_before, trend);
            of_irregular += change(irregular_before, irregular);
        }
        trend_before = trend;
        irregular_before = irregular;
    }
    return of_trend > 0 ? of_irregular / of_trend : infinity;
}

int Iterations::trend_terms(double ratio, int most) const {
    if (options_.trend_terms > 0)
        return options_.trend_terms;
    if (year_ == 4)
        return ratio < 3.5 ? 5 : 7;
    return std::min(most, ratio < 1 ? 9 : ratio < 3.5 ? 13 : 23);
}

Table Iterations::trend(const Table& adjusted, int terms) const {
    const double irregular_to_trend = year_ == 4    ? (terms <= 5 ? 0.001 : 4.5)
                                      : terms <= 9  ? 1.0
                                      : terms <= 13 ? 3.5
                                                    : 4.5;
    Table made{Values(adjusted.size(), missing), adjusted.first, adjusted.last};
    const auto count = adjusted.last - adjusted.first;
    henderson(terms, irregular_to_trend)
        .apply(std::span{adjusted.at}.subspan(adjusted.first, count),
               std::span{made.at}.subspan(made.first, count));
    return made;
}

// A first season from the mean of a year, and the series without it (B2 to B6, C2 to C6, D2 to D6).
Table Iterations::preliminary(const Table& series, bool is_first) const {
    auto ratios = without(series, centred(series));
    if (is_first)
        ratios = replaced(ratios, weights(without(ratios, factors(ratios, SeasonalFilter::s3x3))));
    auto made = factors(ratios, SeasonalFilter::s3x3);
    fill_ends(made);
    return without(series, made);
}

/// The mean change from year to year of the irregular over that of the season (MSR), of the values
/// before `last`; the season by a mean of seven years of each period, where years before the first
/// and after the last are the mean of the three nearest.
///
/// The first and last three changes of such a season have another variance than those between: of
/// noise, 4/147 against 2/49, and 298/147 against 100/49 in the irregular. Lothian (1984) brings
/// the means to that of the changes between, which is what the roots below do. Each period counts
/// by its years.
double Iterations::moving_seasonality(const Table& ratios, std::size_t last) const {
    constexpr std::size_t half = 3;
    double of_season = 0, of_irregular = 0;
    Values x, padded;
    for (std::size_t period = 0; period < year_; ++period) {
        x.clear();
        for (std::size_t t = period; t < last; t += year_)
            x.push_back(ratios.at[t]);
        const std::size_t years = x.size();
        padded.assign(half, (x[0] + x[1] + x[2]) / 3);
        padded.insert(padded.end(), x.begin(), x.end());
        padded.insert(padded.end(), half, (x[years - 1] + x[years - 2] + x[years - 3]) / 3);
        double seasons = 0, irregulars = 0, season_before = 0, irregular_before = 0;
        for (std::size_t year = 0; year < years; ++year) {
            double season = 0;
            for (std::size_t i = 0; i <= 2 * half; ++i)
                season += padded[year + i] / (2 * half + 1);
            const double irregular = without(x[year], season);
            if (year > 0) {
                seasons += change(season_before, season);
                irregulars += change(irregular_before, irregular);
            }
            season_before = season;
            irregular_before = irregular;
        }
        const double count = static_cast<double>(years), between = count - 1 - 2 * half;
        of_irregular += count * irregulars * std::sqrt(150.0) /
                        (2 * half * std::sqrt(149.0) + between * std::sqrt(150.0));
        of_season += count * seasons * std::sqrt(3.0) /
                     (2 * half * std::sqrt(2.0) + between * std::sqrt(3.0));
    }
    return of_season > 0 ? of_irregular / of_season : infinity;
}

// Of whole years from the first value on, the last of them with its forecasts. Between the bounds
// the last year is left out and the ratio taken again, down to six years.
SeasonalFilter Iterations::choose_filter(const Table& ratios) const {
    constexpr std::size_t years_least = 6;
    for (std::size_t years = y_.size() / year_; years >= years_least; --years) {
        const double ratio = moving_seasonality(ratios, years * year_);
        if (ratio < 2.5)
            return SeasonalFilter::s3x3;
        if (ratio >= 3.5 && ratio < 5.5)
            return SeasonalFilter::s3x5;
        if (ratio >= 6.5)
            return SeasonalFilter::s3x9;
    }
    return SeasonalFilter::s3x5;
}

// B7 to B13: the irregular whose extremes are taken out of the series before C.
Table Iterations::first_irregular() const {
    const auto adjusted = preliminary(y_, true);
    const auto c = trend(adjusted, trend_terms(ratio_to_trend(adjusted), 13));
    auto ratios = without(y_, c);
    const auto season = factors(ratios, SeasonalFilter::s3x5);
    ratios = replaced(ratios, weights(without(ratios, season)));
    return without(without(y_, factors(ratios, SeasonalFilter::s3x5)), c);
}

// C1 to C17: the same from the series without those extremes.
Table Iterations::second_irregular(const Table& irregular, Table& weights_made) const {
    const auto series = without_extremes(irregular, weights(irregular));
    const auto adjusted = preliminary(series, false);
    const auto c = trend(adjusted, trend_terms(ratio_to_trend(adjusted), 23));
    auto made = without(without(y_, factors(without(series, c), SeasonalFilter::s3x5)), c);
    weights_made = weights(made);
    return made;
}

X11 Iterations::run() const {
    Table weights_made;
    const auto irregular = second_irregular(first_irregular(), weights_made);
    const auto series = without_extremes(irregular, weights_made);
    const auto adjusted = preliminary(series, false);
    const auto d7 = trend(adjusted, trend_terms(ratio_to_trend(adjusted), 23));
    const auto d8 = without(y_, d7);
    const auto d9 = without(series, d7);
    X11 made;
    made.seasonal = options_.seasonal ? *options_.seasonal : choose_filter(d9);
    made.moving_seasonality = moving_seasonality(d9, observed_);
    const auto d10 = factors(d9, made.seasonal);
    const auto d11 = without(y_, d10);
    const auto modified = without(series, d10);
    made.irregular_to_trend = ratio_to_trend(modified);
    made.trend_terms = trend_terms(made.irregular_to_trend, 23);
    const auto d12 = trend(modified, made.trend_terms);
    const auto observed = static_cast<std::ptrdiff_t>(observed_);
    const auto cut = [&](const Table& x) { return Values(x.at.begin(), x.at.begin() + observed); };
    made.mode = options_.mode;
    made.frequency = options_.frequency;
    made.start = options_.start;
    made.b1 = cut(y_);
    made.weights = cut(weights_made);
    made.d8 = cut(d8);
    made.d9 = cut(d9);
    made.d10 = cut(d10);
    made.d10_ahead.assign(d10.at.begin() + observed, d10.at.end());
    made.d11 = cut(d11);
    made.d12 = cut(d12);
    made.d13 = cut(without(d11, d12));
    return made;
}

Error refused(std::string message) {
    return {ErrorCode::invalid_forecast, std::move(message), {}};
}

base::Result<void> check(std::span<const double> values, std::span<const double> forecasts,
                         const X11Options& options) {
    if (options.frequency != 12 && options.frequency != 4)
        return refused(fmt::format("expected a frequency of 12 or 4, found {}", options.frequency));
    const auto year = static_cast<std::size_t>(options.frequency);
    if (values.size() < 3 * year)
        return refused(fmt::format("expected at least three years, that is {} values, found {}",
                                   3 * year, values.size()));
    if (options.start < 0 || options.start >= options.frequency)
        return refused(fmt::format("expected a first period of the year from 0 to {}, found {}",
                                   options.frequency - 1, options.start));
    if (options.trend_terms != 0 &&
        (options.trend_terms < 3 || options.trend_terms > 33 || options.trend_terms % 2 == 0))
        return refused(
            fmt::format("expected an odd number of terms of the trend from 3 to 33, found {}",
                        options.trend_terms));
    if (!(options.sigma_low > 0 && options.sigma_low < options.sigma_high))
        return refused(fmt::format("expected ascending limits above 0, found {} and {}",
                                   options.sigma_low, options.sigma_high));
    for (const auto& part : {values, forecasts})
        for (const double value : part)
            if (!std::isfinite(value) || (options.mode == Mode::multiplicative && !(value > 0)))
                return refused(fmt::format(
                    "expected {} values, found {}",
                    options.mode == Mode::multiplicative ? "finite and positive" : "finite",
                    value));
    return {};
}

}  // namespace

std::string_view word(Mode mode) {
    return mode == Mode::multiplicative ? "multiplicative" : "additive";
}

base::Result<X11> x11(std::span<const double> values, std::span<const double> forecasts,
                      const X11Options& options) {
    TRY(check(values, forecasts, options));
    Values series(values.begin(), values.end());
    series.insert(series.end(), forecasts.begin(), forecasts.end());
    auto made = Iterations{std::move(series), values.size(), options}.run();
    // A trend or a season can fall to 0 where a series nearly does, and ratios lose their meaning.
    const bool is_relative = options.mode == Mode::multiplicative;
    for (const auto* table : {&made.d10, &made.d11, &made.d12, &made.d13})
        for (const double value : *table)
            if (!std::isfinite(value) || (is_relative && !(value > 0)))
                return refused(
                    "expected a series that a trend and a season can be divided out "
                    "of, found one that nears 0");
    return made;
}

}  // namespace adjustment
