#include "statistics/balance.h"

#include "statistics/contributions.h"
#include "statistics/operands.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace statistics {
namespace {

using base::Day;

using Printed = std::vector<const Observation*>;  ///< the total, then its parts

// What each source printed of every series for these days; the last where it printed several.
std::map<std::string, Printed> printed_by_source(std::span<const Series* const> all,
                                                 const TimePeriod& time, Day day) {
    std::map<std::string, Printed> found;
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const auto* figure : vintages(*all[i], time, day)) {
            auto& printed = found[figure->source];
            printed.resize(all.size());
            printed[i] = figure;
        }
    std::erase_if(found, [](const auto& one) {
        return std::ranges::find(one.second, nullptr) != one.second.end();
    });
    return found;
}

Day known_on(const Printed& printed) {
    return (*std::ranges::max_element(
                printed, {}, [](const Observation* figure) { return figure->vintage.known_on; }))
        ->vintage.known_on;
}

double unit_of(const Answer& figure) {
    return std::pow(10.0, figure.precision);
}

struct Tolerance {
    double fine = 0;  ///< of figures that are printed like the finest
    double all = 0;
};

// Whose last digit is ten times as large is printed alike still: a trailing zero is often left out.
Tolerance tolerance_of(std::span<const Answer> figures) {
    int finest = figures.front().precision;
    for (const auto& figure : figures)
        finest = std::min(finest, figure.precision);
    constexpr double slack = 1 + 1e-9;
    Tolerance made;
    for (const auto& figure : figures) {
        const double half = slack * unit_of(figure) / 2;
        made.fine += figure.precision <= finest + 1 ? half : 0;
        made.all += figure.precision > finest ? 2 * half : half;
    }
    return made;
}

}  // namespace

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::holds:
            return "holds";
        case Verdict::rounded:
            return "rounded";
        case Verdict::does_not_hold:
            return "does not hold";
        case Verdict::not_known:
            return "not known";
    }
    return {};
}

Balance balance_of(std::span<const Series* const> parts, const Series& total,
                   const TimePeriod& time, Day day, const SourceTable& sources) {
    Balance made;
    made.total = made.sum = without(total.unit(), time.text(), {});
    made.notes = not_parts_of(parts, total);
    if (!made.notes.empty())
        return made;
    std::vector<const Series*> all{&total};
    all.insert(all.end(), parts.begin(), parts.end());
    const auto releases = printed_by_source(all, time, day);
    if (releases.empty()) {
        made.notes.push_back(say::no_release_has_all(time.text(), day));
        return made;
    }
    const auto& [source, printed] = *std::ranges::max_element(
        releases, {}, [](const auto& release) { return known_on(release.second); });
    made.notes.push_back(say::one_release(source, known_on(printed), sources));
    std::vector<Answer> answers;
    made.sum = inherited(Operation::sum, total.unit(), time.text(), {});
    base::Decimal sum;
    for (const auto* figure : printed) {
        answers.push_back(published_answer(*figure, total.unit(), sources));
        if (!figure->suspect.empty())
            made.notes.push_back(say::not_used(figure->row, figure->suspect));
        if (answers.size() == 1)
            continue;
        const auto added = base::add(sum, figure->value);
        if (!added.ok()) {
            made.notes.push_back(say::not_exact(added.error().message));
            return made;
        }
        sum = *added;
        inherit(made.sum, answers.back());
    }
    made.total = answers.front();
    made.sum.value = made.sum.derivation->value = sum;
    made.sum.coverage = {1, 1};
    const auto difference = base::subtract(sum, *made.total.value);
    if (!difference.ok()) {
        made.notes.push_back(say::not_exact(difference.error().message));
        return made;
    }
    made.difference = *difference;
    const auto tolerance = tolerance_of(answers);
    made.tolerance = tolerance.all;
    const double off = std::abs(difference->to_double());
    made.verdict = off <= tolerance.fine  ? Verdict::holds
                   : off <= tolerance.all ? Verdict::rounded
                                          : Verdict::does_not_hold;
    return made;
}

std::string Balance::text() const {
    if (!difference)
        return fmt::format("no value: {}\n", text_of(notes));
    const auto verdict_text = verdict == Verdict::holds ? "rounding to the last digit explains it"
                              : verdict == Verdict::rounded
                                  ? "rounding of a coarser figure explains it"
                                  : "no rounding explains it";
    return fmt::format("{}{}sum less total: {} {}; {} (up to {:.2g})\n{}\n",
                       total.derivation->text(), sum.derivation->text(), difference->text(),
                       total.unit, verdict_text, tolerance, text_of(notes));
}

base::Json Balance::json() const {
    return base::Json::object(
        {{"total", total.json()},
         {"sum", sum.json()},
         {"difference", difference ? base::Json{difference->text()} : base::Json{}},
         {"tolerance", tolerance},
         {"verdict", word(verdict)},
         {"note", notes.empty() ? base::Json{} : base::Json{text_of(notes)}},
         {"messages", json_of(notes)}});
}

}  // namespace statistics
