#include "statistics/derive.h"

#include "statistics/derived.h"
#include "statistics/month_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Period;

base::YearStart year_start_of(const Series& series) {
    for (const auto& observation : series.observations) {
        if (observation.time.span == Span::year_to_date)
            return observation.time.year_start;
    }
    for (const auto& observation : series.observations) {
        if (observation.time.period.year_start().month != 1)
            return observation.time.period.year_start();
    }
    return {1};
}

bool is_provisional(ObservationStatus status) {
    return status == ObservationStatus::provisional || status == ObservationStatus::estimated ||
           status == ObservationStatus::imputed;
}

Answer no_answer(const Series& series, std::string time, Coverage coverage, const Messages& why) {
    Answer answer;
    answer.unit = series.unit();
    answer.time = std::move(time);
    answer.coverage = coverage;
    answer.say(why);
    return answer;
}

// What an answer inherits from its leaves: dates, statuses, and what rounding may have hidden.
void gather(const MonthValue& value, Answer& answer) {
    answer.precision = value.precision;
    answer.uncertainty = value.uncertainty;
    answer.estimated = value.estimated;
    answer.provisional = value.provisional;
    answer.vintage = value.known_on;
    answer.value = value.derivation.value;
    answer.derivation = value.derivation;
}

Messages unanswered(const Series& series, const Period& period, Day day) {
    const Day first = period.first_day(), last = period.last_day();
    Messages why{say::nothing_published(period.text(), day)};
    for (const auto& o : series.observations) {
        if (o.vintage.known_on <= day && !o.suspect.empty() && o.time.first_day() >= first &&
            o.time.last_day() <= last)
            why.push_back(say::not_used(o.row, o.suspect));
    }
    return why;
}

Answer point_as_of(const Series& series, const Period& period, Day day,
                   const SourceTable& sources) {
    const Observation* latest = nullptr;
    for (const Observation* o : as_of(series, day)) {
        if (o->time.span == Span::point_in_time && o->time.last_day() >= period.first_day() &&
            o->time.last_day() <= period.last_day())
            latest = o;
    }
    if (latest == nullptr)
        return no_answer(series, period.text(), {}, unanswered(series, period, day));
    Answer answer = no_answer(series, latest->time.text(), {1, 1}, {});
    answer.complete = true;
    gather(published_value(*latest, series.unit(), sources), answer);
    return answer;
}

bool is_of_points(const Series& series) {
    return std::ranges::any_of(series.observations, [](const Observation& o) {
        return o.time.span == Span::point_in_time;
    });
}

// A stated figure that could not take the place of the one in force says that these months were
// out, and leaves open only when its last digits were.
std::optional<MonthValue> finer_in_force(const MonthValue& stated, const MonthTable& all,
                                         const MonthTable& dated) {
    if (stated.derivation.operation != Operation::published)
        return std::nullopt;
    const Observation* in_force = all.figure(stated.months);
    if (in_force == nullptr || supersedes(*dated.figure(stated.months), *in_force))
        return std::nullopt;
    return all.published(stated.months);
}

// Figures with stated dates are the better witnesses; the others only where they reach further, or
// are what a stated one was rounded from.
std::optional<MonthValue> best_value(const MonthTable& all, const MonthTable& dated,
                                     Months months) {
    if (const auto published = all.published(months))
        return published;
    auto from_all = all.longest(months);
    auto from_dated = dated.longest(months);
    if (!from_dated || (from_all && from_dated->months.last < from_all->months.last))
        return from_all;
    if (auto finer = finer_in_force(*from_dated, all, dated))
        return finer;
    return from_dated;
}

// The latest state of the period against that of the same month a year before.
Answer growth_of_points(const Series& series, const Period& period, Day day,
                        const SourceTable& sources) {
    auto current = point_as_of(series, period, day, sources);
    if (!current.value)
        return current;
    const auto time = TimePeriod::parse(current.time, period.year_start());
    const auto last_day = time.ok() ? time->last_day() : period.last_day();
    const auto month =
        Period::containing(last_day, base::Frequency::month, period.year_start()).plus(-12);
    const auto before = point_as_of(series, month, day, sources);
    if (!before.value)
        return no_answer(series, current.time, {},
                         {say::no_base_of_growth(current.time, month.text())});
    return percent_change(current, before);
}

// Who printed the operands, each once.
std::vector<std::string> sources_of(const Derivation& derivation) {
    std::set<std::string> found;
    for (const auto& operand : derivation.operands)
        found.insert(operand.source);
    return {found.begin(), found.end()};
}

struct Tables {
    MonthTable all;
    MonthTable dated;

    Tables(const Series& series, Day day, const SourceTable& sources)
        : all(as_of(series, day), year_start_of(series), series.unit(), sources),
          dated(as_of(series, day, UseEstimatedDates::no), year_start_of(series), series.unit(),
                sources) {}
    std::optional<MonthValue> value(Months months) const { return best_value(all, dated, months); }
};

}  // namespace

std::string_view word(Operation operation) {
    switch (operation) {
        case Operation::published:
            return "published";
        case Operation::sum:
            return "sum";
        case Operation::difference:
            return "difference";
        case Operation::growth:
            return "growth";
        case Operation::share:
            return "share";
        case Operation::average_growth:
            return "average growth";
        case Operation::contribution:
            return "contribution";
        case Operation::index:
            return "index";
        case Operation::ratio:
            return "ratio";
    }
    return {};
}

MonthValue published_value(const Observation& o, std::string_view unit,
                           const SourceTable& sources) {
    MonthValue value;
    value.months = months_of(o.time);
    auto& leaf = value.derivation;
    leaf.time = o.time.text();
    leaf.value = o.value;
    leaf.unit = unit;
    leaf.row = o.row;
    leaf.source = o.source;
    if (const auto at = sources.find(o.source); at != sources.end()) {
        leaf.publisher = at->second.publisher;
        leaf.address = at->second.address;
    }
    leaf.vintage = o.vintage;
    leaf.status = o.status;
    value.precision = o.precision;
    value.uncertainty = 0.5 * std::pow(10.0, o.precision);
    value.estimated = o.vintage.estimated;
    value.provisional = is_provisional(o.status);
    value.known_on = o.vintage.known_on;
    return value;
}

Answer value_as_of(const Series& series, const Period& period, Day day,
                   const SourceTable& sources) {
    if (is_of_points(series))
        return point_as_of(series, period, day, sources);
    const TimePeriod time{period, Span::period, {}};
    const Months months = months_of(time);
    if (!is_whole_months(period))
        return no_answer(series, period.text(), {}, {say::not_whole_months(period)});
    const Tables tables(series, day, sources);
    const auto value = tables.value(months);
    if (!value)
        return no_answer(series, period.text(), {0, months.count()},
                         unanswered(series, period, day));
    Answer answer =
        no_answer(series, text_of(value->months), {value->months.count(), months.count()}, {});
    gather(*value, answer);
    answer.complete = value->months == months;
    if (answer.complete)
        answer.time = period.text();
    else
        answer.say({say::published_in_part(value->months.count(), months.count(), day)});
    return answer;
}

Answer month_as_of(const Series& series, const Period& month, Day day, const SourceTable& sources) {
    const Months months = months_of({month, Span::period, {}});
    if (months.count() != 1)
        return no_answer(series, month.text(), {}, {say::expected_a_month(month)});
    if (is_of_points(series))
        return point_as_of(series, month, day, sources);
    const MonthTable table(as_of(series, day), year_start_of(series), series.unit(), sources);
    auto value = table.published(months);
    if (!value)
        value = difference_in_one_source(series, months, day, year_start_of(series), sources);
    if (!value)
        value = table.difference(months);
    if (!value)
        return no_answer(series, month.text(), {0, 1}, unanswered(series, month, day));
    Answer answer = no_answer(series, month.text(), {1, 1}, {});
    gather(*value, answer);
    answer.complete = true;
    return answer;
}

Answer monthly_flow(const Series& series, const Period& month, Day day,
                    const SourceTable& sources) {
    if (month.frequency() != base::Frequency::month)
        return no_answer(series, month.text(), {}, {say::expected_a_month(month)});
    if (is_of_points(series))
        return no_answer(series, month.text(), {}, {say::not_a_flow(series.key)});
    const Months months = months_of({month, Span::period, {}});
    const auto start = year_start_of(series);
    const MonthTable table(as_of(series, day), start, series.unit(), sources);
    const auto to_date = table.to_date(months.last);
    std::optional<MonthValue> value;
    if (to_date == months) {
        value = table.published(months);
    } else {
        value = difference_in_one_source(series, months, day, start, sources);
        if (!value)
            value = table.difference(months);
    }
    if (!value) {
        Messages why;
        for (const Months wanted : {to_date, Months{to_date.first, months.last - 1}})
            if (wanted.count() > 0 && table.figure(wanted) == nullptr)
                why.push_back(say::no_sum_to_date(text_of(wanted), day));
        return no_answer(series, month.text(), {0, 1}, why);
    }
    Answer answer = no_answer(series, month.text(), {1, 1}, {});
    gather(*value, answer);
    answer.complete = true;
    if (const auto of = sources_of(*answer.derivation); of.size() > 1)
        answer.say({say::no_common_release(of, sources)});
    if (const auto published = table.published(months)) {
        Answer itself = no_answer(series, month.text(), {1, 1}, {});
        gather(*published, itself);
        if (*itself.value != *answer.value)
            answer.say({say::month_as_published(itself)});
    }
    return answer;
}

Answer year_to_date(const Series& series, const Period& period, base::YearStart fiscal, Day day,
                    const SourceTable& sources) {
    if (!is_whole_months(period))
        return no_answer(series, period.text(), {}, {say::not_whole_months(period)});
    if (is_of_points(series))
        return no_answer(series, period.text(), {}, {say::not_a_flow(series.key)});
    const auto year = Period::containing(period.last_day(), base::Frequency::year, fiscal);
    const Months months{months_of({year, Span::period, {}}).first,
                        months_of({period, Span::period, {}}).last};
    const Tables tables(series, day, sources);
    const auto value = tables.value(months);
    if (!value)
        return no_answer(series, text_of(months), {0, months.count()},
                         {say::nothing_published(text_of(months), day)});
    Answer answer =
        no_answer(series, text_of(value->months), {value->months.count(), months.count()}, {});
    gather(*value, answer);
    answer.complete = value->months == months;
    if (answer.complete)
        return answer;
    answer.say({say::published_in_part(value->months.count(), months.count(), day)});
    // A year is asked for as far as it has come; a month is asked for itself.
    if (period.frequency() != base::Frequency::year) {
        answer.value.reset();
        answer.derivation.reset();
    }
    return answer;
}

Answer growth_as_of(const Series& series, const Period& period, Day day,
                    const SourceTable& sources) {
    if (!is_whole_months(period))
        return no_answer(series, period.text(), {}, {say::not_whole_months(period)});
    if (is_of_points(series))
        return growth_of_points(series, period, day, sources);
    const Months months = months_of({period, Span::period, {}});
    const Tables tables(series, day, sources);
    const auto current = tables.value(months);
    if (!current)
        return no_answer(series, period.text(), {0, months.count()},
                         unanswered(series, period, day));
    Answer answer =
        no_answer(series, text_of(current->months), {current->months.count(), months.count()}, {});
    answer.complete = current->months == months;
    const Months year_before{current->months.first - 12, current->months.last - 12};
    const auto before = tables.value(year_before);
    if (!before || before->months != year_before) {
        answer.say({say::no_base_of_growth(text_of(current->months), text_of(year_before))});
        return answer;
    }
    Answer from = answer;
    gather(*before, from);
    const auto coverage = answer.coverage;
    const bool is_complete = answer.complete;
    gather(*current, answer);
    answer = percent_change(answer, from);
    answer.coverage = coverage;
    answer.complete = is_complete;
    return answer;
}

std::optional<Period> latest_period(const Series& series, base::Frequency frequency,
                                    base::YearStart start, Day day) {
    std::optional<Day> latest;
    for (const Observation* o : as_of(series, day)) {
        if (!latest || o->time.last_day() > *latest)
            latest = o->time.last_day();
    }
    if (!latest)
        return std::nullopt;
    return Period::containing(*latest, frequency, start);
}

}  // namespace statistics
