#include "app/outlook.h"

#include "app/period_draws.h"
#include "app/rounded.h"
#include "app/target_status.h"
#include "forecast/calibration.h"
#include "forecast/forecast.h"
#include "statistics/concentration.h"
#include "status/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <span>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;
using base::Period;

constexpr int years_most = 20;

// The share of draws that satisfy what is asked.
template <typename Satisfies>
double share_of(const std::vector<double>& sums, const Satisfies& satisfies) {
    const auto met = std::ranges::count_if(sums, satisfies);
    return static_cast<double>(met) / static_cast<double>(sums.size());
}

// What is asked of draws of the value that decides, which are put in order.
void judge(const plan::Outcome& outcome, std::vector<double> values, Outlook& made) {
    std::ranges::sort(values);
    made.median = forecast::sample_quantile(values, 0.5);
    made.low = forecast::sample_quantile(values, 0.1);
    made.high = forecast::sample_quantile(values, 0.9);
    made.probability = share_of(values, [&](double value) {
        return status::satisfies(value, outcome.value->to_double(), outcome.bound,
                                 outcome.direction);
    });
}

void judge_known(const plan::Outcome& outcome, const base::Decimal& value, Outlook& made) {
    made.median = made.low = made.high = value.to_double();
    made.probability =
        status::satisfies(value, *outcome.value, outcome.bound, outcome.direction) ? 1 : 0;
}

// The periods that decide: the one that the plan states, or where it states none each year from the
// latest of which anything is published to the due one, in any of which the value may be reached.
std::vector<base::Period> deciding(base::Day day, const plan::Outcome& outcome,
                                   const statistics::Series& series, base::YearStart start) {
    if (outcome.period.is_stated())
        return {*outcome.period};
    const auto due = Period::containing(outcome.due->day, Frequency::year, start);
    auto year = statistics::latest_period(series, Frequency::year, start, day)
                    .value_or(Period::containing(day, Frequency::year, start));
    if (year.index() > due.index())
        year = due;
    std::vector<base::Period> made;
    for (; year.index() <= due.index(); year = year.next())
        made.push_back(year);
    return made;
}

// Of each path the best of the periods that decide: their levels, or their growth in percent on the
// period before each of them in the list, which comes from the same path.
std::vector<double> best_of(const Draws& draws, const plan::Outcome& outcome) {
    const bool is_growth = outcome.measure == plan::Measure::growth;
    const bool is_least_best =
        status::asked_of(outcome.bound, outcome.direction) == plan::Bound::at_most;
    std::vector<double> made;
    for (std::size_t i = 0; i < draws.periods.back().sums.size(); ++i) {
        std::optional<double> best;
        for (std::size_t k = is_growth ? 1 : 0; k < draws.periods.size(); ++k) {
            double value = draws.periods[k].sums[i];
            if (is_growth && !(draws.periods[k - 1].sums[i] > 0))
                continue;
            if (is_growth)
                value = 100 * (value / draws.periods[k - 1].sums[i] - 1);
            best = !best ? value : is_least_best ? std::min(*best, value) : std::max(*best, value);
        }
        if (best)
            made.push_back(*best);
    }
    return made;
}

Outlook outlook_on(base::Day day, const plan::Outcome& outcome, const statistics::Series& series,
                   base::YearStart start, const statistics::SourceTable& sources) {
    const bool is_growth = outcome.measure == plan::Measure::growth;
    const auto asked = deciding(day, outcome, series, start);
    auto periods = asked;
    if (is_growth)
        periods.insert(periods.begin(),
                       asked.front().plus(-base::periods_per_year(asked.front().frequency())));
    auto draws = draw(series, periods, day, sources);
    Outlook made;
    made.as_of = day;
    made.months_before = draws.months_before;
    made.months_ahead = draws.periods.back().months_ahead();
    made.models = std::move(draws.models);
    made.reason = std::move(draws.reason);
    // The first that is not known whole is the one that is told of; one that is known and meets
    // what is asked decides.
    for (std::size_t k = 0; k < asked.size(); ++k) {
        made.to_date = is_growth ? statistics::growth_as_of(series, asked[k], day, sources)
                                 : draws.periods[k].to_date;
        if (!made.to_date.value || !made.to_date.complete)
            break;
        judge_known(outcome, *made.to_date.value, made);
        if (*made.probability > 0)
            return made;
    }
    if (made.to_date.value && made.to_date.complete)
        return made;
    made.probability.reset();
    if (outcome.bound == plan::Bound::exactly) {
        made.reason = "what must be met exactly is met by chance";
    } else if (draws.is_drawn) {
        auto values = best_of(draws, outcome);
        if (values.empty())
            made.reason = "the period a year before has nothing to grow from";
        else
            judge(outcome, std::move(values), made);
    } else if (made.reason.empty()) {
        made.reason = made.to_date.reason;
    }
    return made;
}

constexpr int years_least = 8;  // of yearly shares

// The largest share of each year as one series; what a share of a part of a year says is left out.
Outlook concentration_on(base::Day day, const plan::Outcome& outcome,
                         std::span<const statistics::Series> series, std::string_view dimension,
                         base::YearStart start, const statistics::SourceTable& sources) {
    Outlook made;
    made.as_of = day;
    const auto due = Period::containing(outcome.due->day, Frequency::year, start);
    const auto last = Period::containing(std::min(day, outcome.due->day), Frequency::year, start);
    std::vector<double> shares;
    int known = 0, horizon = due.index() - last.index();
    for (auto year = last.plus(-years_most); year.index() <= last.index(); year = year.next()) {
        const auto found = statistics::concentration_as_of(series, dimension, year, day, sources);
        if (!found.largest_share) {
            if (!shares.empty())
                shares.push_back(std::numeric_limits<double>::quiet_NaN());
            continue;
        }
        shares.push_back(*found.largest_share);
        ++known;
    }
    if (known < years_least) {
        made.reason =
            fmt::format("the largest share of {} is known, {} are needed",
                        known == 1 ? "1 year" : fmt::format("{} years", known), years_least);
        return made;
    }
    while (std::isnan(shares.back())) {
        shares.pop_back();
        ++horizon;
    }
    if (horizon < 1) {
        judge(outcome, {shares.back()}, made);
        return made;
    }
    forecast::Options options;
    options.horizon = horizon;
    options.non_negative = true;
    const auto paths = forecast::sample_paths(shares, options, paths_drawn, paths_seed);
    if (!paths.ok()) {
        made.reason = paths.error().message;
        return made;
    }
    made.models = paths->models;
    std::vector<double> at_due;
    for (std::size_t i = 0; i < paths->count(); ++i)
        at_due.push_back(std::min(100.0, paths->path(i).back()));
    judge(outcome, std::move(at_due), made);
    return made;
}

/// The outcome that is asked about, and its statistic.
struct Subject {
    Answerable moment;
    plan::Outcome outcome;
    std::shared_ptr<const std::vector<statistics::Series>> series;
    statistics::SourceTable sources;
    base::Day as_of;
    std::string dimension;  ///< of a concentration
    base::YearStart year_start;
};

// A level or growth needs a period of whole months or a day until which it may be reached, a
// concentration a day on which it must hold.
bool can_be_forecast(const plan::Outcome& outcome) {
    if (!outcome.value.is_stated())
        return false;
    if (outcome.measure == plan::Measure::concentration || !outcome.period.is_stated())
        return outcome.due.is_stated() && !outcome.period.is_open();
    return outcome.period->frequency() <= Frequency::month;
}

Result<Subject> subject_at(const Record& record, const Answerable& moment,
                           const plan::Outcome& outcome) {
    const auto& plan = *moment.plan->working;
    const auto* indicator = plan.find(outcome.indicator);
    if (!can_be_forecast(outcome) || indicator == nullptr || indicator->series.empty())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected an outcome with a value, a statistic, and a period of "
                                 "months or a due date; {} is none",
                                 outcome.id.text()),
                     "outcome"};
    auto series =
        TRY(record.series({indicator->series.begin(), indicator->series.end()}, moment.known.seq));
    const bool is_concentration = outcome.measure == plan::Measure::concentration;
    if (series->empty() || (series->size() != 1 && !is_concentration))
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected one series of {}, found {}", indicator->code.text(),
                                 series->size()),
                     "outcome"};
    return Subject{moment,
                   outcome,
                   std::move(series),
                   TRY(record.sources(moment.known.seq)),
                   moment.known.as_of,
                   is_concentration ? indicator->dimension : "",
                   plan.fiscal_year};
}

Result<Subject> subject_of(const Record& record, const Question& question,
                           std::string_view outcome) {
    const auto moment = TRY(record.answerable(question));
    const auto* found = moment.plan->working->find_outcome(plan::TargetId{std::string{outcome}});
    if (found == nullptr)
        return Error{ErrorCode::no_such_target, fmt::format("no outcome is called {}", outcome),
                     "outcome"};
    return subject_at(record, moment, *found);
}

Outlook outlook_of(const Subject& subject, base::Day day) {
    if (!subject.dimension.empty())
        return concentration_on(day, subject.outcome, *subject.series, subject.dimension,
                                subject.year_start, subject.sources);
    return outlook_on(day, subject.outcome, subject.series->front(), subject.year_start,
                      subject.sources);
}

// The days that are asked about: of a concentration the ends of years, else of months of the period
// and two after it.
std::vector<base::Day> days_of(const Subject& subject, bool history) {
    std::vector<base::Day> days;
    if (history && !subject.dimension.empty()) {
        const auto now = Period::containing(subject.as_of, Frequency::year, subject.year_start);
        for (auto year = now.plus(-5); year.last_day() < subject.as_of; year = year.next())
            days.push_back(year.last_day());
        days.push_back(subject.as_of);
    } else if (history && !subject.outcome.period.is_stated()) {
        for (auto month = month_of(subject.as_of).plus(-24); month.last_day() < subject.as_of;
             month = month.next())
            days.push_back(month.last_day());
        days.push_back(subject.as_of);
    } else if (history) {
        const auto period = *subject.outcome.period;
        const auto last = std::min(subject.as_of, month_of(period.last_day()).plus(2).last_day());
        for (auto month = month_of(period.first_day()); month.last_day() < last;
             month = month.next())
            days.push_back(month.last_day());
        days.push_back(last);
    } else {
        days.push_back(subject.as_of);
    }
    return days;
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
        const auto draws = draw(series, {&year, 1}, day, subject.sources);
        if (!before.value || !before.complete || !draws.is_drawn)
            continue;
        for (const double multiple : multiples) {
            const double wanted = multiple * before.value->to_double();
            to.push_back(
                {year, day, multiple,
                 share_of(draws.periods.front().sums, [&](double sum) { return sum >= wanted; }),
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
    made.brier_low = forecast::sample_quantile(scores, 0.05);
    made.brier_high = forecast::sample_quantile(scores, 0.95);
}

Json day_json(const Outlook& day) {
    Json json =
        Json::object({{"as_of", base::to_string(day.as_of)},
                      {"months_known", day.to_date.coverage.known},
                      {"months_ahead", day.months_ahead},
                      {"months_before", static_cast<std::int64_t>(day.months_before)},
                      {"to_date", day.to_date.value ? Json{day.to_date.value->text()} : Json{}},
                      {"reason", day.reason}});
    if (day.probability) {
        json.set("probability", rounded(*day.probability, 4));
        json.set("median", rounded(day.median, 2));
        json.set("low", rounded(day.low, 2));
        json.set("high", rounded(day.high, 2));
    }
    json.set("models", Json::array_of(day.models, [](const auto& name) { return Json{name}; }));
    return json;
}

}  // namespace

std::string requirement_of(const plan::Outcome& asked) {
    if (!can_be_forecast(asked))
        return "";
    const auto amount =
        fmt::format("{} {}", status::wording(status::asked_of(asked.bound, asked.direction)),
                    asked.value->text());
    if (asked.measure == plan::Measure::concentration)
        return fmt::format("{} percent by {}", amount, base::to_string(asked.due->day));
    return fmt::format(
        "{}{} in {}", amount, asked.measure == plan::Measure::growth ? " percent growth" : "",
        asked.period.is_stated() ? asked.period->text()
                                 : "a year until " + base::to_string(asked.due->day));
}

Result<Outlook> outcome_outlook_at(const Record& record, const Answerable& moment,
                                   const plan::Outcome& outcome) {
    return outlook_of(TRY(subject_at(record, moment, outcome)), moment.known.as_of);
}

Result<OutcomeOutlook> outcome_outlook(const Record& record, const Question& question,
                                       std::string_view outcome, bool history) {
    const auto subject = TRY(subject_of(record, question, outcome));
    const auto& asked = subject.outcome;
    OutcomeOutlook made{
        subject.moment,
        asked,
        requirement_of(asked),
        subject.dimension.empty() ? subject.series->front().key : statistics::SeriesKey{},
        {}};
    for (const auto day : days_of(subject, history))
        made.days.push_back(outlook_of(subject, day));
    return made;
}

Result<TrackRecord> outlook_track_record(const Record& record, const Question& question,
                                         std::string_view outcome) {
    const auto subject = TRY(subject_of(record, question, outcome));
    const auto& asked = subject.outcome.period;
    if (!subject.dimension.empty() || (asked.is_stated() && asked->frequency() != Frequency::year))
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected an outcome of a year's level or growth; {} is none", outcome),
            "outcome"};
    TrackRecord made;
    made.series = subject.series->front().key;
    made.is_exercise = subject.moment.is_exercise();
    const auto start = asked.is_stated() ? asked->year_start() : subject.year_start;
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
                         {"brier", rounded(record.brier, 4)},
                         {"brier_low", rounded(record.brier_low, 4)},
                         {"brier_high", rounded(record.brier_high, 4)},
                         {"climatology", rounded(record.climatology, 4)},
                         {"claims", Json::array_of(record.claims, [](const PastClaim& claim) {
                              return Json::object({{"year", claim.year.text()},
                                                   {"as_of", base::to_string(claim.as_of)},
                                                   {"multiple", claim.multiple},
                                                   {"probability", rounded(claim.probability, 4)},
                                                   {"happened", claim.happened}});
                          })}});
}

Json to_json(const OutcomeOutlook& outlook) {
    const auto& outcome = outlook.outcome;
    Json json = Json::object();
    put_heading(json, outlook.moment);
    json.set("outcome", outcome.id.text());
    json.set("statement", outcome.statement);
    json.set("series", outcome.measure == plan::Measure::concentration ? std::string{}
                                                                       : outlook.series.text());
    json.set("measure", plan::word(outcome.measure));
    json.set("unit", outcome.unit.is_stated() ? Json{*outcome.unit} : Json{});
    json.set("period", outcome.period.is_stated() ? Json{outcome.period->text()} : Json{});
    json.set("bound", plan::word(outcome.bound));
    json.set("value", outcome.value->text());
    json.set("days", Json::array_of(outlook.days, day_json));
    return json;
}

}  // namespace app
