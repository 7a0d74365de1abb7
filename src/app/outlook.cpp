#include "app/outlook.h"

#include "forecast/forecast.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;
using base::Period;

constexpr std::size_t paths_drawn = 4000;
constexpr std::size_t months_least = 24;  // of which a forecast can be made that means something
constexpr int months_most = 240;

Period month_of(base::Day day) {
    return Period::containing(day, Frequency::month);
}

/// The monthly figures of a series that were known on a day, NaN where there is none.
struct MonthlyHistory {
    Period first;
    std::vector<double> values;
    std::size_t known = 0;
};

MonthlyHistory history_of(const statistics::Series& series, base::Day day,
                          const statistics::SourceTable& sources) {
    MonthlyHistory made;
    const auto last = month_of(day);
    const auto begin = last.plus(-months_most);
    for (auto month = begin; month.index() <= last.index(); month = month.next()) {
        const auto answer = statistics::month_as_of(series, month, day, sources);
        if (!answer.value) {
            if (!made.values.empty())
                made.values.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        if (made.values.empty())
            made.first = month;
        made.values.push_back(answer.value->to_double());
        ++made.known;
    }
    while (!made.values.empty() && std::isnan(made.values.back()))
        made.values.pop_back();
    return made;
}

bool meets(plan::Bound bound, double value, double wanted) {
    return bound == plan::Bound::at_most ? value <= wanted : value >= wanted;
}

Json rounded(double value, double by) {
    return std::round(value * by) / by;
}

double quantile(const std::vector<double>& ascending, double share) {
    return ascending[static_cast<std::size_t>(share * static_cast<double>(ascending.size() - 1))];
}

Outlook outlook_on(base::Day day, const plan::Outcome& outcome, const statistics::Series& series,
                   const statistics::SourceTable& sources) {
    const auto& year = *outcome.period;
    const double wanted = outcome.value->to_double();
    Outlook made;
    made.as_of = day;
    made.to_date = statistics::value_as_of(series, year, day, sources);
    const double so_far = made.to_date.value ? made.to_date.value->to_double() : 0;
    const int known = made.to_date.value ? made.to_date.coverage.known : 0;
    if (made.to_date.value && made.to_date.complete) {
        made.median = made.low = made.high = so_far;
        made.probability = meets(outcome.bound, so_far, wanted) ? 1 : 0;
        return made;
    }
    auto months = history_of(series, day, sources);
    made.months_before = months.known;
    const auto first_ahead = month_of(year.first_day()).plus(known);
    made.months_ahead = month_of(year.last_day()).index() - first_ahead.index() + 1;
    if (months.known < months_least) {
        made.reason =
            fmt::format("{} monthly figures are known, {} are needed", months.known, months_least);
        return made;
    }
    // The forecast begins after the last monthly figure, or with the first month that is not in
    // what is published to date.
    const int next = months.first.index() + static_cast<int>(months.values.size());
    while (months.first.index() + static_cast<int>(months.values.size()) > first_ahead.index())
        months.values.pop_back();
    const int skipped = std::max(0, first_ahead.index() - next);
    forecast::Options options;
    options.horizon = skipped + made.months_ahead;
    options.frequency = 12;
    options.non_negative = true;
    const auto paths = forecast::sample_paths(months.values, options, paths_drawn, 1);
    const auto points = forecast::forecast(months.values, options);
    if (!paths.ok() || !points.ok()) {
        made.reason = paths.ok() ? points.error().message : paths.error().message;
        return made;
    }
    made.models = points->models;
    std::vector<double> sums;
    double met = 0;
    for (std::size_t i = 0; i < paths->count(); ++i) {
        double sum = so_far;
        for (const double value : paths->path(i).subspan(static_cast<std::size_t>(skipped)))
            sum += value;
        sums.push_back(sum);
        met += meets(outcome.bound, sum, wanted) ? 1 : 0;
    }
    std::ranges::sort(sums);
    made.median = quantile(sums, 0.5);
    made.low = quantile(sums, 0.1);
    made.high = quantile(sums, 0.9);
    made.probability = met / static_cast<double>(sums.size());
    return made;
}

}  // namespace

Result<OutcomeOutlook> outcome_outlook(const Record& record, const Question& question,
                                       std::string_view outcome, bool history) {
    const auto moment = TRY(record.answerable(question));
    const auto& plan = *moment.plan->working;
    const auto* found = plan.find_outcome(plan::TargetId{std::string{outcome}});
    if (found == nullptr)
        return Error{ErrorCode::no_such_target, fmt::format("no outcome is called {}", outcome),
                     "outcome"};
    const auto* indicator = plan.find(found->indicator);
    const bool is_year = found->period.is_stated() && found->period->frequency() == Frequency::year;
    if (found->measure != plan::Measure::level || !is_year || !found->value.is_stated() ||
        indicator == nullptr || indicator->series.empty())
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected an outcome that a level of a fiscal year decides, with a "
                        "value and a statistic; {} is none",
                        outcome),
            "outcome"};
    const auto all =
        TRY(record.series({indicator->series.begin(), indicator->series.end()}, moment.known.seq));
    if (all->size() != 1)
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected one series of {}, found {}", indicator->code.text(), all->size()),
            "outcome"};
    const auto sources = TRY(record.sources(moment.known.seq));
    OutcomeOutlook made{*found, all->front().key, plan.is_exercise, {}};
    std::vector<base::Day> days;
    if (history) {
        const auto year = *found->period;
        const auto last =
            std::min(moment.known.as_of, month_of(year.last_day()).plus(2).last_day());
        for (auto month = month_of(year.first_day()); month.last_day() < last; month = month.next())
            days.push_back(month.last_day());
        days.push_back(last);
    } else {
        days.push_back(moment.known.as_of);
    }
    for (const auto day : days)
        made.days.push_back(outlook_on(day, *found, all->front(), sources));
    return made;
}

Json to_json(const OutcomeOutlook& outlook) {
    const auto& outcome = outlook.outcome;
    return Json::object(
        {{"outcome", outcome.id.text()},
         {"statement", outcome.statement},
         {"exercise", outlook.is_exercise},
         {"series", outlook.series.text()},
         {"bound", std::string{plan::word(outcome.bound)}},
         {"value", outcome.value->text()},
         {"days", Json::array_of(outlook.days, [](const Outlook& day) {
              Json json = Json::object(
                  {{"as_of", base::to_string(day.as_of)},
                   {"months_known", day.to_date.coverage.known},
                   {"months_ahead", day.months_ahead},
                   {"months_before", static_cast<std::int64_t>(day.months_before)},
                   {"to_date", day.to_date.value ? Json{day.to_date.value->text()} : Json{}},
                   {"reason", day.reason}});
              if (day.probability) {
                  json.set("probability", rounded(*day.probability, 1e4));
                  json.set("median", rounded(day.median, 100));
                  json.set("low", rounded(day.low, 100));
                  json.set("high", rounded(day.high, 100));
              }
              json.set("models",
                       Json::array_of(day.models, [](const auto& name) { return Json{name}; }));
              return json;
          })}});
}

}  // namespace app
