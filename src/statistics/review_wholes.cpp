#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>

namespace statistics {
namespace {

// One digit, as in 300, may be the same by chance.
constexpr int digits_of_a_total = 2;

void compare(const ReviewedSeries& part, const ReviewedSeries& whole, const Whole& rule,
             FoundList& found) {
    for (const auto* figure : part.all) {
        FigureList same;
        for (const auto* total : whole.at(*figure)) {
            if (agree_as_printed(*figure, *total))
                same.push_back(total);
        }
        if (same.empty() || figure->value == 0 ||
            significant_digits(*figure->observation) < digits_of_a_total)
            continue;
        found.add({.kind = FindingKind::total_for_a_part,
                   .severity = Severity::error_likely,
                   .figures = {figure},
                   .against = same,
                   .cause = fmt::format("it is the figure of the whole ({}), printed for {}",
                                        rule.value, *part.series->key.find(rule.dimension)),
                   .suggestion = "look up what the figure is of; the part's own is not published",
                   .strength = 1 + static_cast<int>(same.size())});
    }
}

// Percent may also be growth, which has no bound.
bool is_share(const SeriesKey& key) {
    return std::ranges::any_of(key.dimensions(), [](const Dimension& dimension) {
        return dimension.value.starts_with("share of");
    });
}

void check_shares(const ReviewedSeries& series, FoundList& found) {
    for (const auto* figure : series.all) {
        if (figure->value > 100 && is_share(series.series->key))
            found.add({.kind = FindingKind::total_for_a_part,
                       .severity = Severity::error_likely,
                       .figures = {figure},
                       .cause = "a share is above 100 percent of the whole",
                       .suggestion = "look up what the share is of",
                       .strength = 1});
    }
}

}  // namespace

void check_wholes(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found) {
    for (const auto& series : figures.series()) {
        const auto& key = series.series->key;
        if (series.series->unit() == "percent") {
            check_shares(series, found);
            continue;
        }
        for (const auto& rule : rules.wholes) {
            const auto* value = key.find(rule.dimension);
            if (value == nullptr || *value == rule.value)
                continue;
            if (const auto* whole = figures.sibling(key, rule.dimension, rule.value))
                compare(series, *whole, rule, found);
        }
    }
}

}  // namespace statistics
