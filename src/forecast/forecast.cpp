#include "forecast/forecast.h"

#include "forecast/arima.h"
#include "forecast/calibration.h"
#include "forecast/ces.h"
#include "forecast/estimate.h"
#include "forecast/ets.h"
#include "forecast/season.h"
#include "forecast/stl.h"
#include "forecast/theta.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>
#include <random>

namespace forecast {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;

// At the place of its value.
constexpr std::array<std::string_view, 7> words{"combination",    "ets", "arima", "theta", "ces",
                                                "seasonal-naive", "mstl"};
static_assert(words.size() == static_cast<std::size_t>(Method::mstl) + 1);

// Searches of exponential smoothing end after so many steps: what is most likely of so many states
// forecasts worse than what lies between it and a classical decomposition. Found by rolling origins
// inside the training parts, see docs/methods/forecast.md.
constexpr int passes_of_search = 6;
// Only the last so many values are fitted; older ones tell little and cost much.
constexpr std::size_t fitted_max = 600;
// Longer years are taken out before the models are fitted.
constexpr int frequency_of_models = 24;

std::size_t at(int i) {
    return static_cast<std::size_t>(i);
}

/// One model's forecasts, with the standard deviation of each, and what an error of 1 does to later
/// periods (1 at the first).
struct Member {
    std::string name;
    Values mean;
    Values deviation;
    Values weights;
    Values errors = {};  ///< one-step, of the past; not every member has them
};

bool is_sound(const Member& member) {
    return std::ranges::all_of(member.mean, [](double y) { return std::isfinite(y); }) &&
           std::ranges::all_of(member.deviation,
                               [](double y) { return std::isfinite(y) && y >= 0; });
}

/// Of errors whose effect on later forecasts is 1, c_1, c_2, ...
Values deviations(double variance, std::span<const double> weights) {
    Values made;
    double sum = 0;
    for (const double w : weights) {
        sum += w * w;
        made.push_back(std::sqrt(variance * sum));
    }
    return made;
}

Values weights_of(const EtsFit& fit, int frequency, int horizon) {
    Values weights(at(horizon), 1.0);
    const auto& [alpha, beta, gamma, phi] = fit.parameters;
    double damped = 0, power = 1;
    for (int j = 1; j < horizon; ++j) {
        power *= phi;
        damped += power;
        const bool is_year = fit.model.season != EtsSeason::none && j % frequency == 0;
        weights[at(j)] = alpha + beta * damped + (is_year ? gamma : 0);
    }
    return weights;
}

// On the scale of the series: a relative error e of a value y was y - y / (1 + e).
Values errors_of(const EtsFit& fit, const Values& series) {
    Values made = fit.residuals;
    if (fit.model.error == EtsError::multiplicative)
        for (std::size_t t = 0; t < made.size(); ++t)
            made[t] = series[t] - series[t] / (1 + made[t]);
    return made;
}

/// Models of one kind as one member: each with its weight, named after the heaviest.
class Average {
  public:
    explicit Average(int horizon)
        : made_{"", Values(at(horizon)), Values(at(horizon)), Values(at(horizon))} {}

    /// Whether it is the heaviest yet.
    bool add(const Member& one, double weight) {
        for (std::size_t h = 0; h < made_.mean.size(); ++h) {
            made_.mean[h] += weight * one.mean[h];
            made_.deviation[h] += weight * one.deviation[h];
            made_.weights[h] += weight * one.weights[h];
        }
        sum_ += weight;
        if (!(weight > heaviest_))
            return false;
        heaviest_ = weight;
        made_.name = one.name;
        return true;
    }
    void tell_errors(Values errors) { made_.errors = std::move(errors); }

    std::optional<Member> made() && {
        if (sum_ == 0)
            return std::nullopt;
        for (auto* values : {&made_.mean, &made_.deviation, &made_.weights})
            for (auto& value : *values)
                value /= sum_;
        return std::move(made_);
    }

  private:
    Member made_;
    double sum_ = 0, heaviest_ = 0;
};

/// The models of exponential smoothing, each with the weight that its AICc gives it.
std::optional<Member> ets_member(const Values& series, int frequency, int horizon) {
    std::vector<EtsFit> fits;
    double least = std::numeric_limits<double>::infinity();
    for (const auto& model : ets_models(series, frequency))
        if (auto fit = fit_ets(series, frequency, model, passes_of_search);
            fit && std::isfinite(fit->aicc)) {
            least = std::min(least, fit->aicc);
            fits.push_back(std::move(*fit));
        }
    Average average{horizon};
    for (const auto& fit : fits) {
        const double weight = std::exp((least - fit.aicc) / 2);
        if (weight < 1e-3)
            continue;
        auto weights = weights_of(fit, frequency, horizon);
        Member one{fit.model.name(), ets_forecast(fit, frequency, horizon),
                   deviations(fit.variance, weights), std::move(weights)};
        if (fit.model.error == EtsError::multiplicative)
            for (std::size_t h = 0; h < one.mean.size(); ++h)
                one.deviation[h] *= std::abs(one.mean[h]);
        if (average.add(one, weight))
            average.tell_errors(errors_of(fit, series));
    }
    return std::move(average).made();
}

/// The same of ARIMA.
std::optional<Member> arima_member(const Values& series, int frequency, int horizon) {
    Average average{horizon};
    for (const auto& [fit, weight] : choose_arima(series, frequency)) {
        auto weights = arima_weights(fit, horizon);
        auto spread = deviations(fit.variance, weights);
        average.add(
            {fit.order.name(), arima_forecast(fit, horizon), std::move(spread), std::move(weights)},
            weight);
    }
    return std::move(average).made();
}

std::optional<Member> ces_member(const Values& series, int frequency, int horizon) {
    const auto fit = choose_ces(series, frequency, horizon);
    if (!fit)
        return std::nullopt;
    return Member{fit->name(), fit->mean, deviations(fit->variance, fit->weights), fit->weights};
}

Member theta_member(const Values& series, int frequency, int horizon) {
    const auto fit = theta_forecast(series, frequency, horizon);
    Values weights(at(horizon), fit.alpha);
    weights.front() = 1;
    Member made{"theta", fit.mean, deviations(fit.variance, weights), weights};
    if (fit.has_season && fit.is_relative)
        for (std::size_t h = 0; h < made.deviation.size(); ++h)
            made.deviation[h] *= fit.season[(series.size() + h) % at(frequency)];
    return made;
}

/// The same of the series without the season that loess finds, where there is one.
std::optional<Member> loess_theta_member(const Values& series, int frequency, int horizon) {
    const auto seasons = mstl(series, std::array{frequency});
    if (seasons.periods.empty())
        return std::nullopt;
    auto rest = series;
    for (std::size_t t = 0; t < rest.size(); ++t)
        rest[t] -= seasons.seasonal.front()[t];
    auto made = theta_member(rest, 1, horizon);
    for (std::size_t h = 0; h < made.mean.size(); ++h)
        made.mean[h] += seasons.season_ahead(h);
    made.name = "loess and theta";
    return made;
}

std::size_t year_or_one(const Values& series, int frequency) {
    return series.size() > at(frequency) ? at(frequency) : 1;
}

// NaN where either value is missing.
Values naive_errors(const Values& series, std::size_t lag) {
    Values made(series.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t t = lag; t < series.size(); ++t)
        made[t] = series[t] - series[t - lag];
    return made;
}

// Their deviation, as the mean of their sizes has it where they are normal: single large ones count
// less. 0 where there is none.
double size_of(const Values& errors) {
    double sum = 0, count = 0;
    for (const double error : errors)
        if (!std::isnan(error)) {
            sum += std::abs(error);
            count += 1;
        }
    return count > 0 ? sum / count * std::sqrt(std::numbers::pi / 2) : 0;
}

Member naive_member(const Values& series, int frequency, int horizon) {
    const std::size_t lag = year_or_one(series, frequency);
    Member made{lag > 1 ? "seasonal naive" : "naive", {}, {}, {}, naive_errors(series, lag)};
    double squares = 0, count = 0;
    for (const double error : made.errors)
        if (!std::isnan(error)) {
            squares += error * error;
            count += 1;
        }
    Values whole = series;
    for (int h = 0; h < horizon; ++h) {
        double value = whole[whole.size() - lag];
        // What is missing there is what was seen last.
        for (std::size_t back = whole.size(); std::isnan(value) && back-- > 0;)
            value = whole[back];
        whole.push_back(value);
        made.mean.push_back(value);
        made.weights.push_back(at(h) % lag == 0 ? 1 : 0);
        const double steps = static_cast<double>(at(h) / lag + 1);
        made.deviation.push_back(count > 0 ? std::sqrt(squares / count * steps) : std::abs(value));
    }
    return made;
}

// A forecast of logarithms, on the scale of the series: its median, and the deviation there.
Member from_logarithms(Member member, double shift) {
    for (std::size_t h = 0; h < member.mean.size(); ++h) {
        member.mean[h] = std::exp(member.mean[h] - shift);
        member.deviation[h] *= member.mean[h];
    }
    member.name = "log " + member.name;
    return member;
}

/// What one method says; the combination has several.
std::optional<Member> member_by(Method method, const Values& series, int frequency, int horizon) {
    switch (method) {
        case Method::combination:
            break;
        case Method::ets:
            return ets_member(series, frequency, horizon);
        case Method::arima:
            return arima_member(series, frequency, horizon);
        case Method::theta:
            return theta_member(series, frequency, horizon);
        case Method::ces:
            return ces_member(series, frequency, horizon);
        case Method::seasonal_naive:
            return naive_member(series, frequency, horizon);
        case Method::mstl: {
            auto made = ets_member(series, frequency, horizon);
            if (made)
                made->name = "loess and " + made->name;
            return made;
        }
    }
    return std::nullopt;
}

/// Those that are combined: all, or one alone.
std::vector<Member> members_by(Method method, const Values& series, int frequency, int horizon) {
    std::vector<Member> members;
    const auto add = [&](std::optional<Member> member) {
        if (member && is_sound(*member))
            members.push_back(std::move(*member));
    };
    if (method != Method::combination) {
        add(member_by(method, series, frequency, horizon));
        return members;
    }
    // One after another, on the scale of the series or of its logarithms.
    const auto add_all = [&](const Values& of, auto on_scale) {
        for (const auto one : {Method::ets, Method::arima, Method::theta, Method::ces})
            if (auto member = member_by(one, of, frequency, horizon))
                add(on_scale(std::move(*member)));
        if (auto member = loess_theta_member(of, frequency, horizon))
            add(on_scale(std::move(*member)));
    };
    add_all(series, [](Member member) { return member; });
    add(naive_member(series, frequency, horizon));
    if (std::ranges::any_of(series, [](double y) { return y <= 0; }))
        return members;
    // Complex smoothing draws towards 0, so where that is must not depend on the unit.
    constexpr double mean_of_logarithms = 10;
    Values logs;
    double sum = 0, count = 0;
    for (const double y : series) {
        logs.push_back(std::log(y));
        if (!std::isnan(y)) {
            sum += logs.back();
            count += 1;
        }
    }
    const double shift = mean_of_logarithms - sum / count;
    for (auto& y : logs)
        y += shift;
    add_all(logs, [&](Member member) { return from_logarithms(std::move(member), shift); });
    return members;
}

double median_of(Values values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// Which forecasts of a period lie within ten times the median distance from their median: a model
// on logarithms may go on growing as nothing does.
std::vector<bool> agreeing(const Values& means) {
    constexpr std::size_t few = 6;
    constexpr double distances_most = 10;
    std::vector<bool> made(means.size(), true);
    if (means.size() < few)
        return made;
    const double middle = median_of(means);
    auto distances = means;
    for (auto& distance : distances)
        distance = std::abs(distance - middle);
    const double most = distances_most * median_of(distances);
    for (std::size_t i = 0; i < means.size(); ++i)
        made[i] = distances[i] <= most;
    return made;
}

// The mean without the highest and the lowest, where there are enough.
double trimmed_mean(Values of) {
    std::ranges::sort(of);
    const std::ptrdiff_t cut = of.size() >= 4 ? 1 : 0;
    return std::accumulate(of.begin() + cut, of.end() - cut, 0.0) /
           static_cast<double>(static_cast<std::ptrdiff_t>(of.size()) - 2 * cut);
}

// Of each period the trimmed mean of those that agree.
Member combined(const std::vector<Member>& members, int horizon) {
    Member made{"combination", Values(at(horizon)), Values(at(horizon)), Values(at(horizon))};
    Values means, agreed, spreads;
    for (std::size_t h = 0; h < at(horizon); ++h) {
        means.clear();
        for (const auto& member : members) {
            means.push_back(member.mean[h]);
            made.weights[h] += member.weights[h] / static_cast<double>(members.size());
        }
        const auto agrees = agreeing(means);
        agreed.clear();
        spreads.clear();
        for (std::size_t i = 0; i < members.size(); ++i)
            if (agrees[i]) {
                agreed.push_back(means[i]);
                spreads.push_back(members[i].deviation[h]);
            }
        made.mean[h] = trimmed_mean(agreed);
        made.deviation[h] = trimmed_mean(spreads);
    }
    return made;
}

// Not where a value is missing.
bool is_line(const Values& x) {
    double scale = 0;
    for (const double y : x)
        scale = std::max(scale, std::abs(y));
    for (std::size_t t = 2; t < x.size(); ++t)
        if (!(std::abs(x[t] - 2 * x[t - 1] + x[t - 2]) <= 1e-12 * scale))
            return false;
    return true;
}

Error invalid(std::string message) {
    return Error{ErrorCode::invalid_forecast, std::move(message), ""};
}

base::Result<void> check(std::span<const double> values) {
    bool any = false;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (std::isinf(values[t]) || std::abs(values[t]) > 1e300)
            return invalid(fmt::format("expected values of at most 1e300, found {} at period {}",
                                       values[t], t + 1));
        any = any || !std::isnan(values[t]);
    }
    if (!any)
        return invalid("expected at least one value, found none");
    return {};
}

}  // namespace

base::Result<void> check(const Options& options) {
    if (options.horizon < 1 || options.horizon > horizon_max)
        return invalid(fmt::format("expected a horizon of 1 to {} periods, found {}", horizon_max,
                                   options.horizon));
    if (options.frequency < 1 || options.frequency > frequency_most)
        return invalid(fmt::format("expected a frequency of 1 to {}, found {}", frequency_most,
                                   options.frequency));
    if (!options.longer.empty() && options.method != Method::mstl)
        return invalid("expected the method mstl for further seasons");
    for (const int season : options.longer)
        if (season <= options.frequency || season > season_most)
            return invalid(fmt::format("expected further seasons of {} to {} periods, found {}",
                                       options.frequency + 1, season_most, season));
    for (const double level : options.levels)
        if (!(level > 0 && level < 100))
            return invalid(fmt::format("expected levels between 0 and 100, found {}", level));
    return {};
}

namespace {

/// A series as the models see it: from its first value to its last, divided by its largest, without
/// a long year.
struct Prepared {
    Values series;
    std::size_t late = 0;  ///< periods at the end of which nothing is known yet
    double scale = 1;
    int frequency = 1;
    Values effects;          ///< of the long year that was taken out
    SeveralSeasons seasons;  ///< that loess took out

    double effect_at(std::size_t h) const {
        const double effect = effects.empty() ? 0 : effects[(series.size() + h) % effects.size()];
        return effect + seasons.season_ahead(h);
    }
};

// By loess, where that was asked for; else a year that the models have no room for.
void take_season(Prepared& made, const Options& options) {
    auto& series = made.series;
    if (options.method == Method::mstl) {
        auto periods = options.longer;
        periods.push_back(options.frequency);
        made.seasons = mstl(series, periods);
        for (const auto& season : made.seasons.seasonal)
            for (std::size_t t = 0; t < series.size(); ++t)
                series[t] -= season[t];
        made.frequency = 1;
    } else if (options.frequency > frequency_of_models) {
        if (is_seasonal(series, options.frequency)) {
            made.effects = seasonal_effects(series, options.frequency, false);
            series = without_season(series, made.effects, false);
        }
        made.frequency = 1;
    }
}

Prepared prepare(std::span<const double> values, const Options& options) {
    Prepared made;
    const auto is_there = [](double y) { return !std::isnan(y); };
    auto& series = made.series;
    series.assign(std::ranges::find_if(values, is_there), values.end());
    while (std::isnan(series.back())) {
        series.pop_back();
        ++made.late;
    }
    auto longest = options.frequency;
    for (const int season : options.longer)
        longest = std::max(longest, season);
    const auto most = std::max(fitted_max, at(3 * longest));
    if (series.size() > most)
        series.erase(series.begin(), series.end() - static_cast<std::ptrdiff_t>(most));
    double largest = 0;
    for (const double y : series)
        if (is_there(y))
            largest = std::max(largest, std::abs(y));
    made.scale = largest > 0 ? largest : 1;
    for (auto& y : series)
        y /= made.scale;
    // A line goes on as it is, whatever season loess would see in it.
    made.frequency = options.frequency;
    if (!is_line(series))
        take_season(made, options);
    return made;
}

/// What is combined, and why it is not what was asked for.
struct Chosen {
    std::vector<Member> members;
    std::string fallback;
    bool is_exact = false;  ///< nothing is estimated
};

// To eleven digits. What the unit of a series changes in the last bits of its values would else
// make another search of ARIMA end elsewhere.
Values to_eleven_digits(const Values& series) {
    auto made = series;
    for (auto& y : made) {
        int exponent = 0;
        constexpr double bits = 0x1p36;
        const double fraction = std::frexp(y, &exponent);
        y = std::isnan(y) ? y : std::ldexp(std::nearbyint(fraction * bits) / bits, exponent);
    }
    return made;
}

Chosen choose(const Prepared& prepared, Method method, int horizon) {
    const auto& series = prepared.series;
    const auto observed = std::ranges::count_if(series, [](double y) { return !std::isnan(y); });
    if (series.size() >= 3 && is_line(series)) {
        const double slope = series.back() - series[series.size() - 2];
        Member line{"straight line", {}, Values(at(horizon), 0.0), Values(at(horizon), 1.0)};
        for (int h = 1; h <= horizon; ++h)
            line.mean.push_back(series.back() + slope * h);
        return {{std::move(line)},
                slope == 0 ? "the series never changes" : "the series is a straight line",
                true};
    }
    if (observed < 5)
        return {{naive_member(series, prepared.frequency, horizon)},
                fmt::format("{} values are too few for a model", observed),
                true};
    auto members = members_by(method, to_eleven_digits(series), prepared.frequency, horizon);
    if (!members.empty())
        return {std::move(members), "", false};
    return {{naive_member(series, prepared.frequency, horizon)}, "no model could be fitted", false};
}

// Of the member that has them first; a method that has none has those of exponential smoothing.
Values errors_among(const std::vector<Member>& members, const Prepared& prepared, bool is_exact) {
    for (const auto& member : members)
        if (!member.errors.empty())
            return member.errors;
    if (is_exact)
        return Values(prepared.series.size(), 0.0);
    auto smoothed = ets_member(prepared.series, prepared.frequency, 1);
    return smoothed && is_sound(*smoothed)
               ? std::move(smoothed->errors)
               : naive_member(prepared.series, prepared.frequency, 1).errors;
}

}  // namespace

base::Result<Estimate> estimate(std::span<const double> values, const Options& options,
                                PastErrors past) {
    TRY(check(options));
    TRY(check(values));
    const auto prepared = prepare(values, options);
    const int horizon = options.horizon + static_cast<int>(prepared.late);
    auto [members, fallback, is_exact] = choose(prepared, options.method, horizon);
    const auto whole = combined(members, horizon);
    Estimate made;
    made.late = prepared.late;
    made.is_exact = is_exact;
    made.fallback = std::move(fallback);
    made.weights = whole.weights;
    for (const auto& member : members)
        made.models.push_back(member.name);
    const double change =
        size_of(naive_errors(prepared.series, year_or_one(prepared.series, options.frequency)));
    for (std::size_t h = prepared.late; h < at(horizon); ++h) {
        made.mean.push_back((whole.mean[h] + prepared.effect_at(h)) * prepared.scale);
        const double deviation =
            is_exact ? whole.deviation[h]
                     : doubted(whole.deviation[h], change, options.frequency, static_cast<int>(h));
        made.deviation.push_back(deviation * prepared.scale);
    }
    if (past == PastErrors::left_out)
        return made;
    const auto aligned = [&](const Values& errors) {
        Values placed(values.size(), std::numeric_limits<double>::quiet_NaN());
        const std::size_t first = values.size() - prepared.late - errors.size();
        for (std::size_t t = 0; t < errors.size(); ++t)
            placed[first + t] = errors[t] * prepared.scale;
        return placed;
    };
    made.errors = aligned(errors_among(members, prepared, is_exact));
    const auto& series = prepared.series;
    made.changes = aligned(naive_errors(series, year_or_one(series, prepared.frequency)));
    return made;
}

double Estimate::distance(double normal, const Options& options, std::size_t period) const {
    const double factor = is_exact ? normal : calibrated(normal, options.frequency);
    return std::min(deviation[period] * factor, 1e307);
}

Values Estimate::spreads() const {
    return deviations(1, weights);
}

void Estimate::follow(std::span<const double> normals, std::span<const double> spreads,
                      const Options& options, std::span<double> path) const {
    for (std::size_t h = late; h < normals.size(); ++h) {
        double sum = 0;
        for (std::size_t j = 0; j <= h; ++j)
            sum += weights[j] * normals[h - j];
        const double normal = spreads[h] > 0 ? sum / spreads[h] : 0;
        const std::size_t period = h - late;
        const double far = distance(std::abs(normal), options, period);
        const double value = mean[period] + (normal < 0 ? -far : far);
        path[period] = options.non_negative ? std::max(0.0, value) : value;
    }
}

std::string_view word(Method method) {
    return words[static_cast<std::size_t>(method)];
}

std::optional<Method> parse_method(std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return std::nullopt;
    return static_cast<Method>(found - words.begin());
}

std::vector<std::string> method_words() {
    return {words.begin(), words.end()};
}

base::Result<Forecast> forecast(std::span<const double> values, const Options& options) {
    const auto whole = TRY(estimate(values, options, PastErrors::left_out));
    Forecast made{{}, {}, whole.models, whole.fallback};
    Values normals;
    for (const double level : options.levels) {
        made.intervals.push_back({level, {}, {}});
        normals.push_back(normal_quantile(0.5 + level / 200));
    }
    for (std::size_t h = 0; h < whole.mean.size(); ++h) {
        const double mean = whole.mean[h];
        made.mean.push_back(options.non_negative ? std::max(0.0, mean) : mean);
        for (std::size_t i = 0; i < normals.size(); ++i) {
            const double half = whole.distance(normals[i], options, h);
            const double low = mean - half;
            auto& interval = made.intervals[i];
            interval.lower.push_back(options.non_negative ? std::max(0.0, low) : low);
            interval.upper.push_back(std::max(made.mean.back(), mean + half));
        }
    }
    return made;
}

base::Result<Paths> sample_paths(std::span<const double> values, const Options& options,
                                 std::size_t count, std::uint64_t seed) {
    const auto whole = TRY(estimate(values, options, PastErrors::left_out));
    Paths made;
    made.horizon = whole.mean.size();
    made.models = whole.models;
    const std::size_t steps = made.horizon + whole.late;
    std::mt19937_64 dice{seed};
    // Halves of pairs by Box and Muller, since what the library draws is its own affair.
    const auto uniform = [&] { return (static_cast<double>(dice() >> 11) + 0.5) * 0x1p-53; };
    const auto spreads = whole.spreads();
    Values normals(steps);
    made.values.resize(count * made.horizon);
    for (std::size_t i = 0; i < count; ++i) {
        for (auto& normal : normals) {
            const double radius = std::sqrt(-2 * std::log(uniform()));
            normal = radius * std::cos(2 * std::numbers::pi * uniform());
        }
        whole.follow(normals, spreads, options,
                     std::span{made.values}.subspan(i * made.horizon, made.horizon));
    }
    return made;
}

}  // namespace forecast
