#include "statistics/derived.h"

#include "statistics/month_table.h"
#include "statistics/operands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Frequency;
using base::Period;

constexpr int places_most = 6;

double years_between(const Period& from, const Period& to) {
    const double periods_a_year = from.frequency() == Frequency::year      ? 1
                                  : from.frequency() == Frequency::half    ? 2
                                  : from.frequency() == Frequency::quarter ? 4
                                                                           : 12;
    return (to.index() - from.index()) / periods_a_year;
}

/// A unit with the power of ten that it is counted in: "USD million" is USD, 6.
struct ScaledUnit {
    std::string unit;
    int power = 0;
};

ScaledUnit scaled(const std::string& unit) {
    static constexpr std::pair<std::string_view, int> words[] = {
        {" thousand", 3}, {" million", 6}, {" billion", 9}, {" trillion", 12}};
    for (const auto& [word, power] : words)
        if (unit.ends_with(word))
            return {unit.substr(0, unit.size() - word.size()), power};
    return {unit, 0};
}

// The state's latest figure that is no later than the period's end and at most a year older.
const Observation* latest_state(const Series& state, const Period& period, Day day) {
    const Observation* latest = nullptr;
    for (const auto* one : as_of(state, day))
        if (one->time.last_day() <= period.last_day() &&
            one->time.last_day() > period.last_day() - std::chrono::days{366} &&
            (latest == nullptr || one->time.last_day() >= latest->time.last_day()))
            latest = one;
    return latest;
}

// A flow over a state, times 10^power of the unit.
Answer divided(const Series& flow, const Series& state, const ScaledUnit& unit,
               const Period& period, Day day, const SourceTable& sources) {
    const auto of_flow = whole(flow, period, day, sources);
    if (!of_flow.value)
        return without(unit.unit, period.text(), of_flow.messages);
    const auto* latest = latest_state(state, period, day);
    if (latest == nullptr)
        return without(unit.unit, period.text(), {say::no_state(state.key, period, day)});
    const auto of_state = published_answer(*latest, state.unit(), sources);
    if (number(of_state) <= 0)
        return without(unit.unit, period.text(), {say::not_positive("a ratio", of_state)});
    auto answer = inherited(Operation::ratio, unit.unit, period.text(), {&of_flow, &of_state});
    if (latest->time.last_day() != period.last_day())
        answer.say({say::divided_by_figure_of(latest->time.text())});
    const double scale = std::pow(10.0, unit.power);
    return with_value(std::move(answer), scale * number(of_flow) / number(of_state),
                      scale * ratio_uncertainty(of_flow, of_state), {0, places_most});
}

}  // namespace

Answer percent_change(const Answer& current, const Answer& before) {
    if (number(before) <= 0)
        return without("percent", current.time, {say::not_positive("growth", before)});
    auto answer = inherited(Operation::growth, "percent", current.time, {&current, &before});
    answer.derivation->time = current.derivation->time;
    const double uncertainty = 100 * ratio_uncertainty(current, before);
    // Exactly where decimals allow, so that a half is rounded as it is printed.
    auto exact = base::divide(*current.value, *before.value, 12);
    auto hundredfold = exact.ok() ? base::multiply(*exact, Decimal{100}) : std::move(exact);
    auto change =
        hundredfold.ok() ? base::subtract(*hundredfold, Decimal{100}) : std::move(hundredfold);
    const auto rounded =
        change.ok() ? change->rounded(Places{}.of(uncertainty)) : std::move(change);
    answer =
        with_value(std::move(answer), 100 * (number(current) / number(before) - 1), uncertainty);
    if (rounded.ok() && answer.value) {
        answer.value = rounded.value();
        answer.derivation->value = rounded.value();
    }
    return answer;
}

Answer growth_on_period(const Series& series, const Period& period, Day day,
                        const SourceTable& sources) {
    const auto current = whole(series, period, day, sources);
    if (!current.value)
        return without("percent", period.text(), current.messages);
    const auto before = whole(series, period.plus(-1), day, sources);
    if (!before.value)
        return without("percent", period.text(), before.messages);
    if (auto why = not_alike(current, period, before, period.plus(-1)); !why.empty())
        return without("percent", period.text(), why);
    return percent_change(current, before);
}

Answer average_growth(const Series& series, const Period& from, const Period& to, Day day,
                      const SourceTable& sources) {
    const auto time = from.text() + "/" + to.text();
    if (from.frequency() != to.frequency() || !is_whole_months(from) ||
        from.year_start().month != to.year_start().month || !(from < to))
        return without("percent a year", time, {say::not_of_one_kind(from, to)});
    const auto first = whole(series, from, day, sources);
    const auto last = whole(series, to, day, sources);
    for (const auto* one : {&first, &last}) {
        if (!one->value)
            return without("percent a year", time, one->messages);
        if (number(*one) <= 0)
            return without("percent a year", time, {say::not_positive("average growth", *one)});
    }
    if (auto why = not_alike(last, to, first, from); !why.empty())
        return without("percent a year", time, why);
    const double years = years_between(from, to);
    const double factor = std::pow(number(last) / number(first), 1 / years);
    auto answer = inherited(Operation::average_growth, "percent a year", time, {&last, &first});
    answer.say({say::over_years(years)});
    const double relative = first.uncertainty / number(first) + last.uncertainty / number(last);
    return with_value(std::move(answer), 100 * (factor - 1), 100 * factor * relative / years);
}

Answer rolling_sum(const Series& series, const Period& last, int count, Day day,
                   const SourceTable& sources) {
    const auto months = fmt::format("{}/{}", last.plus(1 - count).text(), last.text());
    if (last.frequency() != Frequency::month || count < 1)
        return without(series.unit(), last.text(), {say::wrong_months(last, count)});
    Answer sum = inherited(Operation::sum, series.unit(), months, {});
    sum.value = Decimal{};
    sum.coverage = {0, count};
    std::vector<std::string> missing;
    for (int i = count - 1; i >= 0; --i) {
        const auto month = last.plus(-i);
        const auto one = month_as_of(series, month, day, sources);
        if (!one.value) {
            missing.push_back(month.text());
            continue;
        }
        const auto added = base::add(*sum.value, *one.value);
        if (!added.ok())
            return without(series.unit(), months, {say::not_exact(added.error().message)});
        sum.value = added.value();
        ++sum.coverage.known;
        inherit(sum, one);
    }
    if (!missing.empty()) {
        auto none = without(series.unit(), months, {say::months_missing(missing, count, day)});
        none.coverage = sum.coverage;
        return none;
    }
    sum.derivation->value = *sum.value;
    return sum;
}

Answer share_of(const Series& part, const Series& total, const Period& period, Day day,
                const SourceTable& sources) {
    if (part.unit() != total.unit())
        return without("percent", period.text(),
                       {say::share_of_another_unit(part.unit(), total.unit())});
    const Wanted wanted[] = {{&part, period}, {&total, period}};
    const auto operands = of_one_release(wanted, day, sources);
    if (auto fault = operands.fault(wanted); !fault.empty())
        return without("percent", period.text(), fault);
    const auto& of_part = operands.answers[0];
    const auto& of_total = operands.answers[1];
    if (number(of_total) <= 0)
        return without("percent", period.text(), {say::not_positive("a share", of_total)});
    if (number(of_part) < 0 ||
        number(of_part) - of_part.uncertainty > number(of_total) + of_total.uncertainty)
        return without("percent", period.text(), {say::no_part_of(of_part, of_total)});
    auto answer = inherited(Operation::share, "percent", period.text(), {&of_part, &of_total});
    answer.say(operands.notes);
    return with_value(std::move(answer), 100 * number(of_part) / number(of_total),
                      100 * ratio_uncertainty(of_part, of_total));
}

Answer index_number(const Series& series, const Period& period, const Period& base_period, Day day,
                    const SourceTable& sources) {
    const auto unit = fmt::format("({} = 100)", base_period.text());
    const auto current = whole(series, period, day, sources);
    const auto at_base = whole(series, base_period, day, sources);
    for (const auto* one : {&current, &at_base})
        if (!one->value)
            return without(unit, period.text(), one->messages);
    if (auto why = not_alike(current, period, at_base, base_period); !why.empty())
        return without(unit, period.text(), why);
    if (number(at_base) <= 0)
        return without(unit, period.text(), {say::not_positive("an index", at_base)});
    auto answer = inherited(Operation::index, unit, period.text(), {&current, &at_base});
    return with_value(std::move(answer), 100 * number(current) / number(at_base),
                      100 * ratio_uncertainty(current, at_base));
}

Answer per_unit(const Series& flow, const Series& state, const Period& period, Day day,
                const SourceTable& sources) {
    return divided(flow, state, {fmt::format("{} / {}", flow.unit(), state.unit()), 0}, period, day,
                   sources);
}

Answer per_head(const Series& flow, const Series& state, const Period& period, Day day,
                const SourceTable& sources) {
    const auto of_flow = scaled(flow.unit());
    const auto of_state = scaled(state.unit());
    const auto unit = fmt::format("{} a head", of_flow.unit);
    if (of_state.unit != "persons")
        return without(unit, period.text(), {say::not_persons(state.unit())});
    return divided(flow, state, {unit, of_flow.power - of_state.power}, period, day, sources);
}

}  // namespace statistics
