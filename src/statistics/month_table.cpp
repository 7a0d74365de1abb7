#include "statistics/month_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace statistics {
namespace {

using base::Frequency;
using base::Period;

std::optional<MonthValue> combined(Operation operation, Months months,
                                   std::vector<MonthValue> operands) {
    MonthValue result;
    result.months = months;
    result.precision = operands.front().precision;
    result.known_on = operands.front().known_on;
    auto& derivation = result.derivation;
    derivation.operation = operation;
    derivation.time = text_of(months);
    derivation.unit = operands.front().derivation.unit;
    derivation.value = operands.front().derivation.value;
    for (std::size_t i = 0; i < operands.size(); ++i) {
        auto& operand = operands[i];
        if (i > 0) {
            const auto value = operation == Operation::sum
                                   ? base::add(derivation.value, operand.derivation.value)
                                   : base::subtract(derivation.value, operand.derivation.value);
            if (!value.ok())
                return std::nullopt;
            derivation.value = *value;
        }
        result.precision = std::max(result.precision, operand.precision);
        result.uncertainty += operand.uncertainty;
        result.estimated = result.estimated || operand.estimated;
        result.provisional = result.provisional || operand.provisional;
        result.known_on = std::max(result.known_on, operand.known_on);
        derivation.operands.push_back(std::move(operand.derivation));
    }
    return result;
}

}  // namespace

Months months_of(const TimePeriod& time) {
    return {Period::containing(time.first_day(), Frequency::month).index(),
            Period::containing(time.last_day(), Frequency::month).index()};
}

std::string text_of(Months months) {
    const Period first = Period::month(0, 1).plus(months.first);
    const Period last = Period::month(0, 1).plus(months.last);
    return first == last ? first.text() : first.text() + '/' + last.text();
}

bool is_whole_months(const Period& period) {
    return period.frequency() != Frequency::week && period.frequency() != Frequency::day;
}

MonthTable::MonthTable(const std::vector<const Observation*>& in_force, base::YearStart year_start,
                       std::string unit, const SourceTable& sources)
    : start_(year_start.month - 1), unit_(std::move(unit)), sources_(sources) {
    for (const Observation* o : in_force) {
        if (o->time.span != Span::point_in_time && is_whole_months(o->time.period))
            by_months_.emplace(months_of(o->time), o);
    }
}

int MonthTable::year_begin(int month) const {
    return month - ((month - start_) % 12 + 12) % 12;
}

const Observation* MonthTable::figure(Months months) const {
    const auto at = by_months_.find(months);
    return at == by_months_.end() ? nullptr : at->second;
}

std::optional<MonthValue> MonthTable::published(Months months) const {
    const Observation* found = figure(months);
    if (found == nullptr)
        return std::nullopt;
    return published_value(*found, unit_, sources_);
}

std::optional<MonthValue> MonthTable::longest(Months months) const {
    if (auto whole = published(months))
        return whole;
    if (year_begin(months.first) != year_begin(months.last))
        return over_years(months);
    auto best = chain(months);
    if (months.first != year_begin(months.first)) {
        auto subtracted = longest_difference(months);
        if (subtracted && (!best || subtracted->months.last > best->months.last))
            best = std::move(subtracted);
    }
    return best;
}

// A figure from the first month on, then the single months after it, without a gap. Where two
// reach equally far, the longer first figure leaves fewer operands.
std::optional<MonthValue> MonthTable::chain(Months months) const {
    std::vector<Months> best;
    for (auto at = by_months_.lower_bound({months.first, months.first});
         at != by_months_.end() && at->first.first == months.first && at->first.last <= months.last;
         ++at) {
        std::vector<Months> links{at->first};
        for (int next = at->first.last + 1;
             next <= months.last && by_months_.contains({next, next}); ++next)
            links.push_back({next, next});
        if (best.empty() || links.back().last >= best.back().last)
            best = std::move(links);
    }
    if (best.empty())
        return std::nullopt;
    if (best.size() == 1)
        return published(best.front());
    std::vector<MonthValue> operands;
    for (const Months link : best)
        operands.push_back(*published(link));
    return combined(Operation::sum, {months.first, best.back().last}, std::move(operands));
}

// The longer figure may run past the months asked for, where the months between are published.
std::optional<MonthValue> MonthTable::difference(Months months) const {
    const int begin = year_begin(months.first);
    auto shorter = published({begin, months.first - 1});
    if (begin == months.first || year_begin(months.last) != begin || !shorter)
        return std::nullopt;
    std::vector<MonthValue> operands{std::move(*shorter)};
    for (int last = months.last; last < begin + 12; ++last) {
        if (last > months.last) {
            auto between = published({last, last});
            if (!between)
                return std::nullopt;
            operands.push_back(std::move(*between));
        }
        if (auto longer = published({begin, last})) {
            operands.insert(operands.begin(), std::move(*longer));
            return combined(Operation::difference, months, std::move(operands));
        }
    }
    return std::nullopt;
}

std::optional<MonthValue> MonthTable::longest_difference(Months months) const {
    const int begin = year_begin(months.first);
    auto longer = chain({begin, months.last});
    auto shorter = chain({begin, months.first - 1});
    if (!longer || !shorter || longer->months.last < months.first ||
        shorter->months.last != months.first - 1)
        return std::nullopt;
    return combined(Operation::difference, {months.first, longer->months.last},
                    {std::move(*longer), std::move(*shorter)});
}

// A period over two fiscal years is the sum of its parts in each.
std::optional<MonthValue> MonthTable::over_years(Months months) const {
    std::vector<MonthValue> parts;
    for (int first = months.first; first <= months.last;) {
        const int last = std::min(months.last, year_begin(first) + 11);
        auto part = longest({first, last});
        if (!part)
            break;
        const bool is_whole = part->months.last == last;
        parts.push_back(std::move(*part));
        if (!is_whole)
            break;
        first = last + 1;
    }
    if (parts.empty())
        return std::nullopt;
    if (parts.size() == 1)
        return parts.front();
    const int reached = parts.back().months.last;
    return combined(Operation::sum, {months.first, reached}, std::move(parts));
}

std::optional<MonthValue> difference_in_one_source(const Series& series, Months months,
                                                   base::Day day, base::YearStart year_start,
                                                   const SourceTable& sources) {
    std::optional<MonthValue> best;
    std::map<std::string, std::vector<const Observation*>> by_source;
    for (const Observation* o : as_of(series, day))
        by_source[o->source].push_back(o);
    for (const auto& [source, figures] : by_source) {
        auto value = MonthTable(figures, year_start, series.unit(), sources).difference(months);
        if (value && (!best || best->known_on < value->known_on))
            best = std::move(value);
    }
    return best;
}

}  // namespace statistics
