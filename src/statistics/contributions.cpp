#include "statistics/contributions.h"

#include "base/text.h"
#include "statistics/derived.h"
#include "statistics/operands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Period;

constexpr std::string_view points = "percentage points";

struct Change {
    const Answer& now;
    const Answer& before;
};

Answer contribution(const Change& part, const Answer& total_before, const Period& period) {
    auto answer = inherited(Operation::contribution, std::string{points}, period.text(),
                            {&part.now, &part.before, &total_before});
    const double change = number(part.now) - number(part.before);
    const double total = number(total_before);
    const double uncertainty = 100 *
                               (part.now.uncertainty + part.before.uncertainty +
                                std::abs(change) / total * total_before.uncertainty) /
                               total;
    return with_value(std::move(answer), 100 * change / total, uncertainty);
}

// Growth less the contributions, of the digits that are printed.
void add_rest(Contributions& made) {
    Decimal rest = *made.growth.value;
    double uncertainty = made.growth.uncertainty + 0.5 * std::pow(10.0, made.growth.precision);
    for (const auto& part : made.parts) {
        if (!part.points.value)
            continue;
        const auto less = base::subtract(rest, *part.points.value);
        if (!less.ok()) {
            made.notes.push_back(say::not_exact(less.error().message));
            return;
        }
        rest = less.value();
        uncertainty += part.points.uncertainty + 0.5 * std::pow(10.0, part.points.precision);
    }
    made.rest = rest;
    made.rest_uncertainty = uncertainty;
}

std::string indented(const Answer& answer) {
    const auto text = answer.derivation->text();
    std::string out;
    for (const auto line : base::parts(text, '\n'))
        if (!line.empty())
            out += fmt::format("  {}\n", line);
    return out;
}

}  // namespace

Messages not_parts_of(std::span<const Series* const> parts, const Series& total) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i]->key == total.key)
            return {say::own_part(total.key)};
        if (parts[i]->unit() != total.unit())
            return {say::part_of_another_unit(parts[i]->unit(), total.unit())};
        for (std::size_t j = 0; j < i; ++j)
            if (parts[j]->key == parts[i]->key)
                return {say::part_twice(parts[i]->key)};
    }
    return parts.empty() ? Messages{say::no_parts()} : Messages{};
}

Answer contribution_of(const Series& part, const Series& total, const Period& period, Day day,
                       const SourceTable& sources) {
    const auto none = [&](const Messages& why) {
        return without(std::string{points}, period.text(), why);
    };
    if (part.unit() != total.unit())
        return none({say::part_of_another_unit(part.unit(), total.unit())});
    const auto before = year_before(period);
    const Wanted wanted[] = {{&part, period}, {&part, before}, {&total, before}};
    const auto operands = of_one_release(wanted, day, sources);
    if (auto fault = operands.fault(wanted); !fault.empty())
        return none(fault);
    const auto& of_total = operands.answers[2];
    if (number(of_total) <= 0)
        return none({say::not_positive("a contribution", of_total)});
    auto answer = contribution({operands.answers[0], operands.answers[1]}, of_total, period);
    if (answer.value)
        answer.say(operands.notes);
    return answer;
}

Contributions contributions_to_growth(std::span<const Series* const> parts, const Series& total,
                                      const Period& period, Day day, const SourceTable& sources) {
    Contributions made;
    made.growth = without("percent", period.text(), not_parts_of(parts, total));
    if (!made.growth.messages.empty())
        return made;
    const auto before = year_before(period);
    std::vector<Wanted> wanted = {{&total, period}, {&total, before}};
    for (const auto* part : parts) {
        made.parts.push_back({part->key, without(std::string{points}, period.text(), {})});
        auto& points_of = made.parts.back().points;
        for (const auto& of : {period, before})
            if (const auto one = whole(*part, of, day, sources);
                !one.value && points_of.messages.empty())
                points_of.say(one.messages);
        if (points_of.messages.empty()) {
            wanted.push_back({part, period});
            wanted.push_back({part, before});
        }
    }
    const auto operands = of_one_release(wanted, day, sources);
    made.growth.say(operands.fault(wanted));
    if (!made.growth.messages.empty())
        return made;
    made.growth = percent_change(operands.answers[0], operands.answers[1]);
    if (!made.growth.value)
        return made;
    made.notes = operands.notes;
    std::size_t next = 2;
    for (auto& part : made.parts) {
        if (!part.points.messages.empty())
            continue;
        part.points = contribution({operands.answers[next], operands.answers[next + 1]},
                                   operands.answers[1], period);
        next += 2;
    }
    add_rest(made);
    return made;
}

bool Contributions::is_whole() const {
    return rest && std::abs(rest->to_double()) <= rest_uncertainty &&
           std::ranges::all_of(parts,
                               [](const Part& part) { return part.points.value.has_value(); });
}

std::string Contributions::text() const {
    if (!growth.value)
        return fmt::format("no value: {}\n", growth.reason);
    std::string out = growth.derivation->text();
    for (const auto& part : parts) {
        out += part.key.text() + '\n';
        out += part.points.value ? indented(part.points)
                                 : fmt::format("  no value: {}\n", part.points.reason);
    }
    if (rest)
        out += fmt::format("{} {} are left, of which rounding may explain {:.2g}\n", rest->text(),
                           points, rest_uncertainty);
    if (!notes.empty())
        out += text_of(notes) + '\n';
    return out;
}

base::Json Contributions::json() const {
    return base::Json::object(
        {{"growth", growth.json()},
         {"parts", base::Json::array_of(parts,
                                        [](const Part& part) {
                                            return base::Json::object(
                                                {{"series", part.key.text()},
                                                 {"contribution", part.points.json()}});
                                        })},
         {"rest", rest ? base::Json{rest->text()} : base::Json{}},
         {"rest_uncertainty", rest_uncertainty},
         {"whole", is_whole()},
         {"note", notes.empty() ? base::Json{} : base::Json{text_of(notes)}},
         {"messages", json_of(notes)}});
}

}  // namespace statistics
