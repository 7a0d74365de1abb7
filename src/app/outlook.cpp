#include "app/outlook.h"

#include "app/known_history.h"
#include "forecast/forecast.h"
#include "status/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;
using base::Period;

constexpr std::size_t paths_drawn = 4000;
constexpr std::size_t months_least = 24;  // of which a forecast can be made that means something
constexpr int years_most = 20;

Period month_of(base::Day day) {
    return Period::containing(day, Frequency::month);
}

Json rounded(double value, double by) {
    return std::round(value * by) / by;
}

double quantile(const std::vector<double>& ascending, double share) {
    return ascending[static_cast<std::size_t>(share * static_cast<double>(ascending.size() - 1))];
}

/// What a fiscal year may come to, from what was known on a day.
struct YearDraws {
    statistics::Answer to_date;
    std::size_t months_before = 0;
    int months_ahead = 0;
    std::vector<double> sums;  ///< ascending; none where nothing can be said or the year is known
    std::vector<std::string> models;
    std::string reason;

    bool is_known() const { return to_date.value && to_date.complete; }
};

YearDraws draw_year(base::Day day, const base::Period& year, const statistics::Series& series,
                    const statistics::SourceTable& sources) {
    YearDraws made;
    made.to_date = statistics::value_as_of(series, year, day, sources);
    if (made.is_known())
        return made;
    const double so_far = made.to_date.value ? made.to_date.value->to_double() : 0;
    const int known = made.to_date.value ? made.to_date.coverage.known : 0;
    const auto months = known_history(series, Frequency::month, year.year_start(), day, sources);
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
    auto values = months.values();
    while (months.first.index() + static_cast<int>(values.size()) > first_ahead.index())
        values.pop_back();
    const int skipped = std::max(0, first_ahead.index() - months.behind().index());
    forecast::Options options;
    options.horizon = skipped + made.months_ahead;
    options.frequency = 12;
    options.non_negative = true;
    const auto paths = forecast::sample_paths(values, options, paths_drawn, 1);
    if (!paths.ok()) {
        made.reason = paths.error().message;
        return made;
    }
    made.models = paths->models;
    for (std::size_t i = 0; i < paths->count(); ++i) {
        double sum = so_far;
        for (const double value : paths->path(i).subspan(static_cast<std::size_t>(skipped)))
            sum += value;
        made.sums.push_back(sum);
    }
    std::ranges::sort(made.sums);
    return made;
}

// The share of draws that satisfy what is asked.
template <typename Satisfies>
double share_of(const std::vector<double>& sums, const Satisfies& satisfies) {
    const auto met = std::ranges::count_if(sums, satisfies);
    return static_cast<double>(met) / static_cast<double>(sums.size());
}

Outlook outlook_on(base::Day day, const plan::Outcome& outcome, const statistics::Series& series,
                   const statistics::SourceTable& sources) {
    const auto& wanted = *outcome.value;
    auto draws = draw_year(day, *outcome.period, series, sources);
    Outlook made;
    made.as_of = day;
    made.months_before = draws.months_before;
    made.months_ahead = draws.months_ahead;
    made.models = std::move(draws.models);
    made.reason = std::move(draws.reason);
    if (draws.is_known()) {
        made.median = made.low = made.high = draws.to_date.value->to_double();
        made.probability =
            status::satisfies(*draws.to_date.value, wanted, outcome.bound, outcome.direction) ? 1
                                                                                              : 0;
    } else if (outcome.bound == plan::Bound::exactly) {
        made.reason = "what must be met exactly is met by chance";
    } else if (!draws.sums.empty()) {
        made.median = quantile(draws.sums, 0.5);
        made.low = quantile(draws.sums, 0.1);
        made.high = quantile(draws.sums, 0.9);
        made.probability = share_of(draws.sums, [&](double sum) {
            return status::satisfies(sum, wanted.to_double(), outcome.bound, outcome.direction);
        });
    }
    made.to_date = std::move(draws.to_date);
    return made;
}

/// The outcome that is asked about, and its statistic.
struct Subject {
    plan::Outcome outcome;
    std::shared_ptr<const std::vector<statistics::Series>> series;
    statistics::SourceTable sources;
    base::Day as_of;
    bool is_exercise = false;
};

Result<Subject> subject_of(const Record& record, const Question& question,
                           std::string_view outcome) {
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
    auto series =
        TRY(record.series({indicator->series.begin(), indicator->series.end()}, moment.known.seq));
    if (series->size() != 1)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected one series of {}, found {}", indicator->code.text(),
                                 series->size()),
                     "outcome"};
    return Subject{*found, std::move(series), TRY(record.sources(moment.known.seq)),
                   moment.known.as_of, plan.is_exercise};
}

constexpr double multiples[] = {0.9, 1.0, 1.1, 1.2};

// The claims of one year, as they would have been made at the end of each of its months.
void add_claims(const Subject& subject, const base::Period& year, std::vector<PastClaim>& to) {
    const auto& series = subject.series->front();
    const auto whole = statistics::value_as_of(series, year, subject.as_of, subject.sources);
    if (!whole.value || !whole.complete)
        return;
    for (auto month = month_of(year.first_day());
         month.index() <= month_of(year.last_day()).index(); month = month.next()) {
        const auto day = month.last_day();
        const auto before = statistics::value_as_of(series, year.plus(-1), day, subject.sources);
        const auto draws = draw_year(day, year, series, subject.sources);
        if (!before.value || !before.complete || draws.sums.empty())
            continue;
        for (const double multiple : multiples) {
            const double wanted = multiple * before.value->to_double();
            to.push_back({year, day, multiple,
                          share_of(draws.sums, [&](double sum) { return sum >= wanted; }),
                          whole.value->to_double() >= wanted});
        }
    }
}

double squared_error(const PastClaim& claim) {
    const double miss = claim.probability - (claim.happened ? 1 : 0);
    return miss * miss;
}

// The Brier score of always saying how often a multiple was reached.
double climatology_of(const std::vector<PastClaim>& claims) {
    double sum = 0;
    for (const double multiple : multiples) {
        double count = 0, happened = 0;
        for (const auto& claim : claims)
            if (claim.multiple == multiple) {
                count += 1;
                happened += claim.happened ? 1 : 0;
            }
        if (count > 0)
            sum += happened * (1 - happened / count);
    }
    return sum / static_cast<double>(claims.size());
}

// Whole years are drawn again and again.
void add_interval(TrackRecord& made) {
    std::vector<std::pair<double, double>> of_years;  // sum of squared errors, and how many
    for (std::size_t i = 0; i < made.claims.size(); ++i) {
        if (i == 0 || !(made.claims[i].year == made.claims[i - 1].year))
            of_years.emplace_back(0, 0);
        of_years.back().first += squared_error(made.claims[i]);
        of_years.back().second += 1;
    }
    made.years = static_cast<int>(of_years.size());
    std::mt19937_64 dice{1};
    std::vector<double> scores;
    for (int draw = 0; draw < 2000; ++draw) {
        double errors = 0, count = 0;
        for (std::size_t i = 0; i < of_years.size(); ++i) {
            const auto& year = of_years[dice() % of_years.size()];
            errors += year.first;
            count += year.second;
        }
        scores.push_back(errors / count);
    }
    std::ranges::sort(scores);
    made.brier_low = quantile(scores, 0.05);
    made.brier_high = quantile(scores, 0.95);
}

}  // namespace

Result<OutcomeOutlook> outcome_outlook(const Record& record, const Question& question,
                                       std::string_view outcome, bool history) {
    const auto subject = TRY(subject_of(record, question, outcome));
    const auto& asked = subject.outcome;
    OutcomeOutlook made{
        asked,
        fmt::format("{} {} in {}", status::wording(status::asked_of(asked.bound, asked.direction)),
                    asked.value->text(), asked.period->text()),
        subject.series->front().key,
        subject.is_exercise,
        {}};
    std::vector<base::Day> days;
    if (history) {
        const auto year = *subject.outcome.period;
        const auto last = std::min(subject.as_of, month_of(year.last_day()).plus(2).last_day());
        for (auto month = month_of(year.first_day()); month.last_day() < last; month = month.next())
            days.push_back(month.last_day());
        days.push_back(last);
    } else {
        days.push_back(subject.as_of);
    }
    for (const auto day : days)
        made.days.push_back(
            outlook_on(day, subject.outcome, subject.series->front(), subject.sources));
    return made;
}

Result<TrackRecord> outlook_track_record(const Record& record, const Question& question,
                                         std::string_view outcome) {
    const auto subject = TRY(subject_of(record, question, outcome));
    TrackRecord made;
    made.series = subject.series->front().key;
    made.is_exercise = subject.is_exercise;
    const auto start = subject.outcome.period->year_start();
    const auto last = Period::containing(subject.as_of, Frequency::year, start);
    for (auto year = last.plus(-years_most); year.index() <= last.index(); year = year.next())
        add_claims(subject, year, made.claims);
    if (made.claims.empty())
        return Error{
            ErrorCode::invalid_argument,
            "expected a fiscal year that is published whole, with the year before it and 24 "
            "months before that; found none",
            "outcome"};
    for (const auto& claim : made.claims)
        made.brier += squared_error(claim) / static_cast<double>(made.claims.size());
    made.climatology = climatology_of(made.claims);
    add_interval(made);
    return made;
}

Json to_json(const TrackRecord& record) {
    return Json::object({{"series", record.series.text()},
                         {"exercise", record.is_exercise},
                         {"years", record.years},
                         {"brier", rounded(record.brier, 1e4)},
                         {"brier_low", rounded(record.brier_low, 1e4)},
                         {"brier_high", rounded(record.brier_high, 1e4)},
                         {"climatology", rounded(record.climatology, 1e4)},
                         {"claims", Json::array_of(record.claims, [](const PastClaim& claim) {
                              return Json::object({{"year", claim.year.text()},
                                                   {"as_of", base::to_string(claim.as_of)},
                                                   {"multiple", claim.multiple},
                                                   {"probability", rounded(claim.probability, 1e4)},
                                                   {"happened", claim.happened}});
                          })}});
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
