#include "programme/alerts.h"

#include "programme/readings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

namespace programme {
namespace {

using plan::FigureOf;

// "About 5" may be more than 4, and "more than 5" than 6: only what bounds them is compared.
bool is_surely_less(const ReportedCount& less, const ReportedCount& more) {
    const auto bounds_above = [](FigureBound bound) {
        return bound == FigureBound::exact || bound == FigureBound::at_most;
    };
    const auto bounds_below = [](FigureBound bound) {
        return bound == FigureBound::exact || bound == FigureBound::at_least;
    };
    return bounds_above(less.qualifier) && bounds_below(more.qualifier) && less.value < more.value;
}

std::string told(const Observation& observation, std::string_view unit) {
    const auto& count = observation.count;
    return fmt::format("{}{}{}{} until {} ({})", before(count.qualifier), count.value.text(),
                       unit.empty() ? "" : " ", unit, count.when.text, observation.source());
}

/// The totals since inception of one thing in one cohort, ascending by day.
using Totals = std::vector<const Observation*>;
using Thing = std::tuple<FigureOf, std::string, std::string, std::string>;

std::map<Thing, Totals> totals_of(const plan::Programme& programme, const Ledger& ledger) {
    std::map<Thing, Totals> things;
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        const auto* measure = programme.find_measure(count.code);
        const bool is_flow = count.of == FigureOf::measure && measure != nullptr &&
                             measure->nature == plan::Nature::flow;
        if (count.when.is_day() && (is_flow || count.of == FigureOf::money))
            things[{count.of, count.code, count.currency, count.cohort}].push_back(&observation);
    }
    for (auto& [thing, totals] : things)
        std::ranges::stable_sort(totals, {}, [](const auto* one) { return one->count.when.until; });
    return things;
}

std::string of_cohort(const std::string& cohort) {
    return cohort.empty() ? "" : " of cohort " + cohort;
}

void note_falls(const plan::Programme& programme, const Totals& totals,
                std::vector<std::string>& alerts) {
    for (std::size_t i = 1; i < totals.size(); ++i) {
        const auto& earlier = *totals[i - 1];
        const auto& later = *totals[i];
        if (!is_surely_less(later.count, earlier.count))
            continue;
        const auto* measure = programme.find_measure(later.count.code);
        const bool is_money = later.count.of == FigureOf::money;
        const std::string unit = is_money ? later.count.currency : measure->unit;
        alerts.push_back(fmt::format("{}{}: {}, less than {}: a total since inception never falls",
                                     is_money ? "money " + later.count.code : measure->title,
                                     of_cohort(later.count.cohort), told(later, unit),
                                     told(earlier, unit)));
    }
}

void note_disbursed(const std::map<Thing, Totals>& things, const Totals& disbursed,
                    std::vector<std::string>& alerts) {
    const Observation& paid = *disbursed.back();
    const auto newest = [&](plan::MoneyLine line) -> const Observation* {
        const auto at = things.find({FigureOf::money, std::string{plan::word(line)},
                                     paid.count.currency, paid.count.cohort});
        return at == things.end() ? nullptr : at->second.back();
    };
    const auto note = [&](const Observation& bound, const char* word) {
        alerts.push_back(fmt::format("money disbursed{}: {}, beyond the {} {}",
                                     of_cohort(paid.count.cohort), told(paid, paid.count.currency),
                                     word, told(bound, paid.count.currency)));
    };
    const auto* approved = newest(plan::MoneyLine::approved);
    if (approved != nullptr && is_surely_less(approved->count, paid.count))
        note(*approved, "approved");
    // What was released until an earlier day says nothing of what has been released since.
    const auto* released = newest(plan::MoneyLine::released);
    if (released != nullptr && released->count.when.until >= paid.count.when.until &&
        is_surely_less(released->count, paid.count))
        note(*released, "released");
}

}  // namespace

std::vector<std::string> count_alerts(const plan::Programme& programme, const Ledger& ledger) {
    const auto things = totals_of(programme, ledger);
    std::vector<std::string> alerts;
    for (const auto& [thing, totals] : things) {
        note_falls(programme, totals, alerts);
        if (std::get<0>(thing) == FigureOf::money &&
            std::get<1>(thing) == plan::word(plan::MoneyLine::disbursed))
            note_disbursed(things, totals, alerts);
    }
    return alerts;
}

}  // namespace programme
