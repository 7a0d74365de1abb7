#include "app/series_forecast.h"

#include "app/period_draws.h"
#include "app/rounded.h"
#include "app/target_status.h"
#include "base/decimal.h"
#include "base/text.h"
#include "forecast/calibration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;

constexpr Frequency kinds[] = {Frequency::month, Frequency::quarter, Frequency::half,
                               Frequency::year};

constexpr std::size_t years_of_influences = 3;  // as many as their model needs

int usual_horizon(Frequency every) {
    return every == Frequency::year ? 3 : every == Frequency::month ? 12 : 8;
}

// The finest kind of period of which enough is known; that of which most is known where none is.
void choose_past(const KnownSeries& known, const ForecastQuestion& question, SeriesForecast& made) {
    const auto& wanted = question.every;
    for (const auto every : kinds) {
        if (wanted && *wanted != every)
            continue;
        auto [past, revisions] = released_history(question.release, known.series, every,
                                                  known.moment.plan->working->fiscal_year,
                                                  known.moment.known.as_of, known.sources);
        const bool is_enough = past.known >= figures_least(every);
        if (is_enough || past.known > made.past.known || wanted) {
            made.every = every;
            made.past = std::move(past);
            made.revisions = std::move(revisions);
        }
        if (is_enough)
            return;
    }
    made.reason = fmt::format("{} {}s are needed, known so far: {}", figures_least(made.every),
                              base::name(made.every), made.past.known);
}

bool is_flow(const statistics::Series& series) {
    return std::ranges::none_of(series.observations, [](const statistics::Observation& one) {
        return one.time.span == statistics::Span::point_in_time;
    });
}

// Longer periods of a flow whose months are known: their middle and their intervals.
forecast::Forecast forecast_of(const Draws& draws, std::span<const double> levels) {
    forecast::Forecast made;
    made.models = draws.models;
    for (const double level : levels)
        made.intervals.push_back({level, {}, {}});
    for (const auto& period : draws.periods) {
        auto sums = period.sums;
        const auto count = static_cast<double>(sums.size());
        made.mean.push_back(
            std::accumulate(sums.begin(), sums.end(), 0.0,
                            [&](double mean, double sum) { return mean + sum / count; }));
        std::ranges::sort(sums);
        for (auto& interval : made.intervals) {
            const double outside = (1 - interval.level / 100) / 2;
            interval.lower.push_back(forecast::sample_quantile(sums, outside));
            interval.upper.push_back(forecast::sample_quantile(sums, 1 - outside));
        }
    }
    return made;
}

// Errors of a forecast and revisions have nothing to do with each other, so their squares add up.
void widen(const RevisionsSeen& revisions, bool non_negative, forecast::Forecast& ahead) {
    for (auto& interval : ahead.intervals) {
        const double normal = forecast::normal_quantile(0.5 + interval.level / 200);
        for (std::size_t h = 0; h < ahead.mean.size(); ++h) {
            const double by = normal * revisions.deviation / 100 * std::abs(ahead.mean[h]);
            const double lower = std::hypot(ahead.mean[h] - interval.lower[h], by);
            const double upper = std::hypot(interval.upper[h] - ahead.mean[h], by);
            interval.lower[h] = ahead.mean[h] - lower;
            interval.upper[h] = ahead.mean[h] + upper;
            if (non_negative)
                interval.lower[h] = std::max(0.0, interval.lower[h]);
        }
    }
}

Result<void> check(const ForecastQuestion& question) {
    if (question.every && std::ranges::find(kinds, *question.every) == std::end(kinds))
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected year, half, quarter or month, found {}",
                                 base::name(*question.every)),
                     "every"};
    return {};
}

}  // namespace

Result<std::vector<double>> parse_levels(std::string_view text) {
    std::vector<double> levels;
    for (const auto part : base::parts(text, ',')) {
        const auto level = base::Decimal::parse(base::trimmed(part));
        if (!level.ok())
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected levels such as 80,95, found \"{}\"", text),
                         "levels"};
        levels.push_back(level->to_double());
    }
    std::ranges::sort(levels);
    return levels;
}

Result<forecast::Method> parse_forecast_method(std::string_view text) {
    const auto method = forecast::parse_method(text);
    if (!method)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected one of {}, found \"{}\"",
                                 fmt::join(forecast::method_words(), ", "), text),
                     "method"};
    return *method;
}

Result<SeriesForecast> series_forecast(const Record& record, const ForecastQuestion& question) {
    TRY(check(question));
    const auto known = TRY(known_series(record, question, question.series));
    const auto& series = known.series;
    const auto day = known.moment.known.as_of;
    SeriesForecast made{.moment = known.moment,
                        .series = series.key,
                        .past = {},
                        .method = question.method,
                        .release = question.release,
                        .revisions = {},
                        .ahead = {},
                        .reason = {}};
    choose_past(known, question, made);
    // Influences are estimated from what has no gaps.
    if (question.days != DayCalendar::none) {
        auto tail = after_last_gap(made.past);
        if (tail.known >=
            years_of_influences * static_cast<std::size_t>(base::periods_per_year(made.every))) {
            made.left_out = made.past.known - tail.known;
            made.past = std::move(tail);
        }
    }
    forecast::Options options;
    options.horizon = question.horizon.value_or(usual_horizon(made.every));
    options.frequency = base::periods_per_year(made.every);
    options.levels = question.levels;
    options.method = question.method;
    const auto values = made.past.values();
    options.non_negative = made.is_non_negative =
        std::ranges::none_of(values, [](double value) { return value < 0; });
    const InfluenceSources of_days{question.days, made.past.first, {}};
    if (!made.past.is_empty())
        TRY(of_days.check(options.frequency));
    // What is asked is held to its bounds, whether it can be answered or not.
    TRY(forecast::check(options));
    if (made.every != Frequency::month && is_flow(series) && !made.past.is_empty()) {
        std::vector<base::Period> periods;
        for (int h = 0; h < options.horizon; ++h)
            periods.push_back(made.past.behind().plus(h));
        const auto draws =
            draw(series, periods, day, known.sources, {question.method, options.non_negative});
        if (draws.is_drawn && question.release != Release::in_force)
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected in-force for {}s that are sums of months, found {}",
                                     base::name(made.every), word(question.release)),
                         "release"};
        if (draws.is_drawn) {
            made.is_from_months = true;
            made.reason.clear();
            made.ahead = forecast_of(draws, options.levels);
            return made;
        }
    }
    if (!made.reason.empty())
        return made;
    made.ahead = TRY(forecast_with_influences(values, 1, options, of_days));
    if (question.release == Release::last)
        widen(made.revisions, options.non_negative, *made.ahead);
    return made;
}

Json to_json(const SeriesForecast& made) {
    Json json = Json::object();
    put_heading(json, made.moment);
    json.set("series", made.series.text());
    json.set("unit", unit_of(made.series));
    json.set("every", base::name(made.every));
    json.set("method", forecast::word(made.method));
    json.set("known", static_cast<std::int64_t>(made.past.known));
    json.set("left_out", static_cast<std::int64_t>(made.left_out));
    json.set("from_months", made.is_from_months);
    json.set("non_negative", made.is_non_negative);
    json.set("release", word(made.release));
    json.set("revisions", made.release == Release::in_force ? Json{} : made.revisions.json());
    json.set("reason", made.reason.empty() ? Json{} : Json{made.reason});
    auto period = made.past.first;
    json.set("past", Json::array_of(made.past.answers, [&](const statistics::Answer& answer) {
                 Json one =
                     Json::object({{"time", period.text()},
                                   {"value", answer.value ? Json{answer.value->text()} : Json{}},
                                   {"provisional", answer.provisional},
                                   {"estimated", answer.estimated}});
                 period = period.next();
                 return one;
             }));
    if (!made.ahead)
        return json;
    const auto& ahead = *made.ahead;
    const auto round = [places = made.past.places()](double value) {
        return rounded(value, places);
    };
    json.set("models", Json::array_of(ahead.models, [](const auto& name) { return Json{name}; }));
    json.set("fallback", ahead.fallback.empty() ? Json{} : Json{ahead.fallback});
    Json periods = Json::array();
    for (std::size_t h = 0; h < ahead.mean.size(); ++h, period = period.next())
        periods.push(Json::object(
            {{"time", period.text()},
             {"mean", round(ahead.mean[h])},
             {"intervals", Json::array_of(ahead.intervals, [&](const forecast::Interval& one) {
                  return Json::object({{"level", one.level},
                                       {"lower", round(one.lower[h])},
                                       {"upper", round(one.upper[h])}});
              })}}));
    json.set("ahead", std::move(periods));
    return json;
}

}  // namespace app
