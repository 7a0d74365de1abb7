#include "app/series_forecast.h"

#include "app/target_status.h"
#include "base/decimal.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;

constexpr Frequency kinds[] = {Frequency::month, Frequency::quarter, Frequency::half,
                               Frequency::year};

int usual_horizon(Frequency every) {
    return every == Frequency::year ? 3 : every == Frequency::month ? 12 : 8;
}

// The finest kind of period of which enough is known; that of which most is known where none is.
void choose_past(const statistics::Series& series, std::optional<Frequency> wanted,
                 base::YearStart fiscal, base::Day day, const statistics::SourceTable& sources,
                 SeriesForecast& made) {
    for (const auto every : kinds) {
        if (wanted && *wanted != every)
            continue;
        auto past = known_history(series, every, fiscal, day, sources);
        const bool is_enough = past.known >= figures_least(every);
        if (is_enough || past.known > made.past.known || wanted) {
            made.every = every;
            made.past = std::move(past);
        }
        if (is_enough)
            return;
    }
    made.reason = fmt::format("{} {}s are known, {} are needed", made.past.known,
                              base::name(made.every), figures_least(made.every));
}

bool is_flow(const statistics::Series& series) {
    return std::ranges::none_of(series.observations, [](const statistics::Observation& one) {
        return one.time.span == statistics::Span::point_in_time;
    });
}

double quantile(const std::vector<double>& ascending, double share) {
    const double at = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const auto above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], at - std::floor(at));
}

/// Longer periods of a flow whose months are known: what is published of them, and the months of
/// which nothing is, drawn together, so that a sum is as uncertain as it is.
class FromMonths {
  public:
    FromMonths(const statistics::Series& series, KnownHistory months, base::Day day,
               const statistics::SourceTable& sources)
        : series_(series), months_(std::move(months)), day_(day), sources_(sources) {}

    Result<forecast::Forecast> forecast(const base::Period& first, forecast::Options options) {
        const auto last = first.plus(options.horizon - 1);
        // The draws begin with the first month that is not in what is published of a period.
        const auto to_date = statistics::value_as_of(series_, first, day_, sources_);
        const int covered = to_date.value ? to_date.coverage.known : 0;
        const int begin = month_of(first.first_day()).plus(covered).index();
        auto values = months_.values();
        while (months_.first.index() + static_cast<int>(values.size()) > begin)
            values.pop_back();
        const int next = months_.first.index() + static_cast<int>(values.size());
        const auto levels = options.levels;
        options.horizon = month_of(last.last_day()).index() - next + 1;
        options.frequency = 12;
        const auto paths = TRY(forecast::sample_paths(values, options, paths_drawn, 1));
        forecast::Forecast made;
        made.models = paths.models;
        for (const double level : levels)
            made.intervals.push_back({level, {}, {}});
        for (auto period = first; period.index() <= last.index(); period = period.next()) {
            const bool is_begun = period == first && to_date.value;
            add(paths, std::max(begin, month_of(period.first_day()).index()) - next,
                month_of(period.last_day()).index() - next,
                is_begun ? to_date.value->to_double() : 0, made);
        }
        return made;
    }

  private:
    static constexpr std::size_t paths_drawn = 4000;

    static base::Period month_of(base::Day day) {
        return base::Period::containing(day, Frequency::month);
    }

    // The period whose months are those from `begin` to `last` of each path.
    static void add(const forecast::Paths& paths, int begin, int last, double so_far,
                    forecast::Forecast& made) {
        std::vector<double> sums;
        double mean = 0;
        for (std::size_t i = 0; i < paths.count(); ++i) {
            double sum = so_far;
            for (int month = begin; month <= last; ++month)
                sum += paths.path(i)[static_cast<std::size_t>(month)];
            sums.push_back(sum);
            mean += sum / static_cast<double>(paths.count());
        }
        std::ranges::sort(sums);
        made.mean.push_back(mean);
        for (auto& interval : made.intervals) {
            interval.lower.push_back(quantile(sums, (1 - interval.level / 100) / 2));
            interval.upper.push_back(quantile(sums, (1 + interval.level / 100) / 2));
        }
    }

    const statistics::Series& series_;
    KnownHistory months_;
    base::Day day_;
    const statistics::SourceTable& sources_;
};

Result<void> check(const ForecastQuestion& question) {
    if (question.series.empty())
        return Error{ErrorCode::invalid_argument, "expected DIMENSION=VALUE, found nothing",
                     "series"};
    if (question.every && std::ranges::find(kinds, *question.every) == std::end(kinds))
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected year, half, quarter or month, found {}",
                                 base::name(*question.every)),
                     "every"};
    return {};
}

}  // namespace

int SeriesForecast::places() const {
    double largest = 0;
    for (const double value : past.values())
        largest = std::isnan(value) ? largest : std::max(largest, std::abs(value));
    constexpr int digits = 6, places_most = 9;
    return largest > 0 ? std::clamp(digits - 1 - static_cast<int>(std::floor(std::log10(largest))),
                                    0, places_most)
                       : 0;
}

Result<std::vector<double>> parse_levels(std::string_view text) {
    std::vector<double> levels;
    for (const auto part : base::split(text, ',')) {
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

std::size_t figures_least(Frequency every) {
    return every == Frequency::month     ? 24
           : every == Frequency::quarter ? 12
           : every == Frequency::half    ? 8
                                         : 5;
}

Result<SeriesForecast> series_forecast(const Record& record, const ForecastQuestion& question) {
    TRY(check(question));
    SeriesForecast made{.moment = TRY(record.answerable(question)),
                        .series = {},
                        .past = {},
                        .method = question.method,
                        .ahead = {},
                        .reason = {}};
    const auto& plan = *made.moment.plan->working;
    const auto named = TRY(NamedSeries::create(record, made.moment.known));
    const auto* series = TRY(named.find(question.series, nullptr, "series"));
    made.series = series->key;
    made.is_exercise = plan.is_exercise;
    const auto sources = TRY(record.sources(made.moment.known.seq));
    choose_past(*series, question.every, plan.fiscal_year, made.moment.known.as_of, sources, made);
    forecast::Options options;
    options.horizon = question.horizon.value_or(usual_horizon(made.every));
    options.frequency = base::periods_per_year(made.every);
    options.levels = question.levels;
    options.method = question.method;
    const auto values = made.past.values();
    options.non_negative = made.is_non_negative =
        std::ranges::none_of(values, [](double value) { return value < 0; });
    // What is asked is held to its bounds, whether it can be answered or not.
    const double any[] = {0};
    (void)TRY(forecast::forecast(any, options));
    auto months = made.every == Frequency::month || !is_flow(*series)
                      ? KnownHistory{}
                      : known_history(*series, Frequency::month, plan.fiscal_year,
                                      made.moment.known.as_of, sources);
    if (months.known >= figures_least(Frequency::month) && !made.past.is_empty()) {
        made.is_from_months = true;
        made.reason.clear();
        FromMonths from{*series, std::move(months), made.moment.known.as_of, sources};
        made.ahead = TRY(from.forecast(made.past.behind(), options));
        return made;
    }
    if (!made.reason.empty())
        return made;
    made.ahead = TRY(forecast::forecast(values, options));
    return made;
}

Json to_json(const SeriesForecast& made) {
    const auto* unit = made.series.find("unit");
    Json json = Json::object();
    put_heading(json, made.moment);
    json.set("series", made.series.text());
    json.set("unit", unit == nullptr ? "" : *unit);
    json.set("every", base::name(made.every));
    json.set("method", forecast::word(made.method));
    json.set("known", static_cast<std::int64_t>(made.past.known));
    json.set("from_months", made.is_from_months);
    json.set("non_negative", made.is_non_negative);
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
    const double by = std::pow(10, made.places());
    const auto rounded = [by](double value) { return std::round(value * by) / by; };
    json.set("models", Json::array_of(ahead.models, [](const auto& name) { return Json{name}; }));
    json.set("fallback", ahead.fallback.empty() ? Json{} : Json{ahead.fallback});
    Json periods = Json::array();
    for (std::size_t h = 0; h < ahead.mean.size(); ++h, period = period.next())
        periods.push(Json::object(
            {{"time", period.text()},
             {"mean", rounded(ahead.mean[h])},
             {"intervals", Json::array_of(ahead.intervals, [&](const forecast::Interval& one) {
                  return Json::object({{"level", one.level},
                                       {"lower", rounded(one.lower[h])},
                                       {"upper", rounded(one.upper[h])}});
              })}}));
    json.set("ahead", std::move(periods));
    return json;
}

}  // namespace app
