#include "statistics/derived.h"

#include "statistics/month_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Frequency;
using base::Period;

constexpr int places_most = 6;

Answer without(std::string unit, std::string time, std::string reason) {
    Answer answer;
    answer.unit = std::move(unit);
    answer.time = std::move(time);
    answer.reason = std::move(reason);
    return answer;
}

// The whole of a period, or why there is none of it.
Answer whole(const Series& series, const Period& period, Day day, const SourceTable& sources) {
    auto answer = period.frequency() == Frequency::month
                      ? month_as_of(series, period, day, sources)
                      : value_as_of(series, period, day, sources);
    if (answer.value && !answer.complete) {
        answer.reason = fmt::format("{} is {}", period.text(), answer.reason);
        answer.value.reset();
        answer.derivation.reset();
    }
    return answer;
}

// What all operands say; complete, with a derivation that is still without its value.
Answer inherited(Operation operation, std::string unit, std::string time,
                 std::initializer_list<const Answer*> operands) {
    Answer answer = without(std::move(unit), std::move(time), {});
    answer.complete = true;
    Derivation derivation;
    derivation.operation = operation;
    derivation.time = answer.time;
    derivation.unit = answer.unit;
    for (const auto* operand : operands) {
        answer.estimated = answer.estimated || operand->estimated;
        answer.provisional = answer.provisional || operand->provisional;
        if (operand->vintage)
            answer.vintage =
                std::max(answer.vintage.value_or(*operand->vintage), *operand->vintage);
        derivation.operands.push_back(*operand->derivation);
    }
    answer.derivation = std::move(derivation);
    return answer;
}

double number(const Answer& answer) {
    return answer.value->to_double();
}

double relative(const Answer& answer) {
    return number(answer) == 0 ? 0 : answer.uncertainty / std::abs(number(answer));
}

// As many places as `uncertainty` lets one believe: the last one is at most twice as coarse.
int places_for(double uncertainty, int least, int most) {
    int places = least;
    while (places < most && uncertainty < 0.5 * std::pow(10.0, -places))
        ++places;
    return places;
}

Answer with_value(Answer answer, double value, double uncertainty, int least, int most) {
    const int places = places_for(uncertainty, least, most);
    const auto rounded = Decimal::from_double(value, places);
    if (!rounded.ok())
        return without(answer.unit, answer.time, rounded.error().message);
    answer.value = rounded.value();
    answer.precision = -places;
    answer.uncertainty = uncertainty;
    answer.coverage = {1, 1};
    answer.derivation->value = rounded.value();
    return answer;
}

std::string not_positive(std::string_view what, const Answer& answer) {
    return fmt::format("{} needs a positive value for {}, found {}", what, answer.time,
                       answer.value->text());
}

Period year_before(const Period& period) {
    switch (period.frequency()) {
        case Frequency::year:
            return period.plus(-1);
        case Frequency::half:
            return period.plus(-2);
        case Frequency::quarter:
            return period.plus(-4);
        default:
            return period.plus(-12);
    }
}

double years_between(const Period& from, const Period& to) {
    const double periods_a_year = from.frequency() == Frequency::year      ? 1
                                  : from.frequency() == Frequency::half    ? 2
                                  : from.frequency() == Frequency::quarter ? 4
                                                                           : 12;
    return (to.index() - from.index()) / periods_a_year;
}

bool is_kept(const Answer& answer) {
    return answer.value.has_value();
}

}  // namespace

Answer percent_change(const Answer& current, const Answer& before) {
    const double from = number(before);
    if (from <= 0)
        return without("percent", current.time, not_positive("growth", before));
    auto answer = inherited(Operation::growth, "percent", current.time, {&current, &before});
    answer.derivation->time = current.derivation->time;
    const double ratio = number(current) / from;
    const double uncertainty = 100 * ratio * (relative(current) + relative(before));
    // Exactly where decimals allow, so that a half is rounded as it is printed.
    const int places = places_for(uncertainty, 1, 2);
    const auto exact = base::divide(*current.value, *before.value, 12);
    const auto hundredfold = exact.ok() ? base::multiply(*exact, Decimal{100}) : exact;
    const auto change = hundredfold.ok() ? base::subtract(*hundredfold, Decimal{100}) : hundredfold;
    const auto rounded = change.ok() ? change->rounded(places) : change;
    answer = with_value(std::move(answer), 100 * (ratio - 1), uncertainty, 1, 2);
    if (rounded.ok() && answer.value) {
        answer.value = rounded.value();
        answer.derivation->value = rounded.value();
    }
    return answer;
}

Answer growth_on_period(const Series& series, const Period& period, Day day,
                        const SourceTable& sources) {
    const auto current = whole(series, period, day, sources);
    if (!is_kept(current))
        return without("percent", period.text(), current.reason);
    const auto before = whole(series, period.plus(-1), day, sources);
    if (!is_kept(before))
        return without("percent", period.text(), before.reason);
    return percent_change(current, before);
}

Answer average_growth(const Series& series, const Period& from, const Period& to, Day day,
                      const SourceTable& sources) {
    const auto time = from.text() + "/" + to.text();
    if (from.frequency() != to.frequency() || !is_whole_months(from) ||
        from.year_start().month != to.year_start().month || !(from < to))
        return without("percent a year", time,
                       fmt::format("expected two periods of one kind, the later one second, found "
                                   "{} and {}",
                                   from.text(), to.text()));
    const auto first = whole(series, from, day, sources);
    const auto last = whole(series, to, day, sources);
    for (const auto* one : {&first, &last}) {
        if (!is_kept(*one))
            return without("percent a year", time, one->reason);
        if (number(*one) <= 0)
            return without("percent a year", time, not_positive("average growth", *one));
    }
    const double years = years_between(from, to);
    const double factor = std::pow(number(last) / number(first), 1 / years);
    auto answer = inherited(Operation::average_growth, "percent a year", time, {&last, &first});
    answer.reason = fmt::format("over {:g} years", years);
    return with_value(std::move(answer), 100 * (factor - 1),
                      100 * factor * (relative(first) + relative(last)) / years, 1, 2);
}

Answer rolling_sum(const Series& series, const Period& last, int count, Day day,
                   const SourceTable& sources) {
    const auto months = fmt::format("{}/{}", last.plus(1 - count).text(), last.text());
    if (last.frequency() != Frequency::month || count < 1)
        return without(
            series.unit(), last.text(),
            fmt::format("expected a month, and at least one, found {} and {}", last.text(), count));
    Answer sum = inherited(Operation::sum, series.unit(), months, {});
    sum.value = Decimal{};
    sum.coverage = {0, count};
    std::vector<std::string> missing;
    for (int i = count - 1; i >= 0; --i) {
        const auto month = last.plus(-i);
        const auto one = month_as_of(series, month, day, sources);
        if (!is_kept(one)) {
            missing.push_back(month.text());
            continue;
        }
        const auto added = base::add(*sum.value, *one.value);
        if (!added.ok())
            return without(series.unit(), months, added.error().message);
        sum.value = added.value();
        ++sum.coverage.known;
        sum.precision =
            sum.coverage.known == 1 ? one.precision : std::max(sum.precision, one.precision);
        sum.uncertainty += one.uncertainty;
        sum.estimated = sum.estimated || one.estimated;
        sum.provisional = sum.provisional || one.provisional;
        sum.vintage = std::max(sum.vintage.value_or(*one.vintage), *one.vintage);
        sum.derivation->operands.push_back(*one.derivation);
    }
    if (!missing.empty()) {
        auto none = without(series.unit(), months,
                            fmt::format("{} of {} months are not known on {}: {}", missing.size(),
                                        count, base::to_string(day), fmt::join(missing, ", ")));
        none.coverage = sum.coverage;
        return none;
    }
    sum.derivation->value = *sum.value;
    return sum;
}

Answer share_of(const Series& part, const Series& total, const Period& period, Day day,
                const SourceTable& sources) {
    const auto of_part = whole(part, period, day, sources);
    const auto of_total = whole(total, period, day, sources);
    for (const auto* one : {&of_part, &of_total})
        if (!is_kept(*one))
            return without("percent", period.text(), one->reason);
    if (of_part.unit != of_total.unit)
        return without(
            "percent", period.text(),
            fmt::format("a part in {} has no share of a total in {}", of_part.unit, of_total.unit));
    if (number(of_total) <= 0)
        return without("percent", period.text(), not_positive("a share", of_total));
    if (number(of_part) < 0 ||
        number(of_part) - of_part.uncertainty > number(of_total) + of_total.uncertainty)
        return without(
            "percent", period.text(),
            fmt::format("{} is no part of {}", of_part.value->text(), of_total.value->text()));
    auto answer = inherited(Operation::share, "percent", period.text(), {&of_part, &of_total});
    const double share = 100 * number(of_part) / number(of_total);
    return with_value(std::move(answer), share, share * (relative(of_part) + relative(of_total)), 1,
                      2);
}

Answer contribution_of(const Series& part, const Series& total, const Period& period, Day day,
                       const SourceTable& sources) {
    const auto before = year_before(period);
    const auto now = whole(part, period, day, sources);
    const auto then = whole(part, before, day, sources);
    const auto of = whole(total, before, day, sources);
    for (const auto* one : {&now, &then, &of})
        if (!is_kept(*one))
            return without("percentage points", period.text(), one->reason);
    if (now.unit != of.unit)
        return without(
            "percentage points", period.text(),
            fmt::format("a part in {} adds nothing to a total in {}", now.unit, of.unit));
    if (number(of) <= 0)
        return without("percentage points", period.text(), not_positive("a contribution", of));
    auto answer =
        inherited(Operation::contribution, "percentage points", period.text(), {&now, &then, &of});
    const double points = 100 * (number(now) - number(then)) / number(of);
    const double uncertainty =
        100 * (now.uncertainty + then.uncertainty) / number(of) + std::abs(points) * relative(of);
    return with_value(std::move(answer), points, uncertainty, 1, 2);
}

Answer index_number(const Series& series, const Period& period, const Period& base_period, Day day,
                    const SourceTable& sources) {
    const auto unit = fmt::format("({} = 100)", base_period.text());
    const auto current = whole(series, period, day, sources);
    const auto at_base = whole(series, base_period, day, sources);
    for (const auto* one : {&current, &at_base})
        if (!is_kept(*one))
            return without(unit, period.text(), one->reason);
    if (number(at_base) <= 0)
        return without(unit, period.text(), not_positive("an index", at_base));
    auto answer = inherited(Operation::index, unit, period.text(), {&current, &at_base});
    const double index = 100 * number(current) / number(at_base);
    return with_value(std::move(answer), index, index * (relative(current) + relative(at_base)), 1,
                      2);
}

Answer per_unit(const Series& flow, const Series& state, const Period& period, Day day,
                const SourceTable& sources) {
    const auto unit = fmt::format("{} / {}", flow.unit(), state.unit());
    const auto of_flow = whole(flow, period, day, sources);
    if (!is_kept(of_flow))
        return without(unit, period.text(), of_flow.reason);
    const Observation* latest = nullptr;
    for (const auto* one : as_of(state, day))
        if (one->time.last_day() <= period.last_day() &&
            one->time.last_day() > period.last_day() - std::chrono::days{366} &&
            (latest == nullptr || one->time.last_day() >= latest->time.last_day()))
            latest = one;
    if (latest == nullptr)
        return without(unit, period.text(),
                       fmt::format("no figure of {} in the year before the end of {} is known on "
                                   "{}",
                                   state.key.text(), period.text(), base::to_string(day)));
    const auto found = published_value(*latest, state.unit(), sources);
    Answer of_state = without(state.unit(), latest->time.text(), {});
    of_state.value = latest->value;
    of_state.uncertainty = found.uncertainty;
    of_state.estimated = found.estimated;
    of_state.provisional = found.provisional;
    of_state.vintage = found.known_on;
    of_state.derivation = found.derivation;
    if (number(of_state) <= 0)
        return without(unit, period.text(), not_positive("a ratio", of_state));
    auto answer = inherited(Operation::ratio, unit, period.text(), {&of_flow, &of_state});
    if (latest->time.last_day() != period.last_day())
        answer.reason = fmt::format("divided by the figure of {}", latest->time.text());
    const double ratio = number(of_flow) / number(of_state);
    return with_value(std::move(answer), ratio, ratio * (relative(of_flow) + relative(of_state)), 0,
                      places_most);
}

}  // namespace statistics
