#include "statistics/load.h"
#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace statistics {
namespace {

// What the slip was: exactly, where another source prints the same months; else its power of ten.
std::optional<DigitSlip> explain(const ReviewedFigure& figure, const ReviewedSeries& series,
                                 double expected) {
    for (const auto* peer : series.at(figure)) {
        if (peer == &figure)
            continue;
        auto exact = explain_slip(figure.observation->value, peer->value, peer->half_width());
        if (exact)
            return exact;
    }
    return explain_power(figure.observation->value, expected);
}

Found found_slip(const SeriesSlip& slip, const ReviewedFigure& figure,
                 const ReviewedSeries& series) {
    Found made;
    made.severity = Severity::error_likely;
    made.figures = {&figure};
    made.strength = std::max(slip.against, 1);
    for (const auto* peer : series.at(figure)) {
        if (peer != &figure && peer->value != figure.value)
            made.against.push_back(peer);
    }
    const auto& value = figure.observation->value;
    if (slip.repeats != nullptr) {
        made.kind = FindingKind::carried_over;
        made.cause = fmt::format("it {}", slip.reason);
        made.suggestion = "look up the base of the comparison in the source";
        return made;
    }
    if (const auto explained = explain(figure, series, slip.expected)) {
        made.kind = kind_of(explained->form);
        made.expected = explained->meant;
        made.cause = words_of(*explained, value);
        made.suggestion = fmt::format("look up whether {} was meant", explained->meant.text());
        return made;
    }
    made.kind = FindingKind::digit_slip;
    const auto expected = base::Decimal::from_double(slip.expected, value.scale());
    if (expected.ok())
        made.expected = expected.value();
    made.cause = slip.reason;
    made.suggestion = "look up the figure in the source";
    return made;
}

// What stands under the name of another line says nothing of this one.
std::vector<const Observation*> own_observations(const ReviewedSeries& series,
                                                 const FoundList& found) {
    std::vector<const Observation*> own;
    for (const auto* figure : series.all) {
        if (!found.is_wrong(*figure))
            own.push_back(figure->observation);
    }
    return own;
}

// What a load set aside without the knowledge of all series, or for what its text says.
void note_suspects(const ReviewedSeries& series, FoundList& found) {
    for (const auto* figure : series.all) {
        const auto& suspect = figure->observation->suspect;
        if (suspect.empty() || found.of(*figure) != nullptr || found.is_wrong(*figure))
            continue;
        if (suspect.starts_with(text_names_another))
            found.add({.kind = FindingKind::named_by_its_text,
                       .severity = Severity::error_likely,
                       .figures = {figure},
                       .cause = suspect,
                       .suggestion = "use the other figure of the text"});
        else
            found.add(
                {.kind = FindingKind::figures_disagree,
                 .severity = Severity::to_look_at,
                 .figures = {figure},
                 .cause = "its load set it aside, but all that is held speaks for it: " + suspect,
                 .suggestion = "look up what its load was compared with"});
    }
}

double off_level(const ReviewedFigure& figure, const ReviewedSeries& series) {
    std::vector<double> rates;
    for (const auto* other : series.all) {
        if (other->value > 0)
            rates.push_back(other->monthly_rate());
    }
    if (rates.empty() || figure.value <= 0)
        return 0;
    return std::abs(std::log(figure.monthly_rate() / median(std::move(rates))));
}

// A slip makes the figures beside it look wrong as well. So the one that most speaks against goes
// first, and the others are weighed without it.
void find_one_by_one(const ReviewedSeries& series, const ReviewRules& rules, FoundList& found) {
    std::map<const Observation*, const ReviewedFigure*> by_observation;
    for (const auto* figure : series.all)
        by_observation.emplace(figure->observation, figure);
    auto own = own_observations(series, found);
    for (;;) {
        const auto slips = find_slips(own, rules.fiscal_year);
        if (slips.empty())
            return;
        const auto& worst = std::ranges::max(slips, {}, [&](const SeriesSlip& slip) {
            return std::pair{slip.against, off_level(*by_observation.at(slip.observation), series)};
        });
        found.add(found_slip(worst, *by_observation.at(worst.observation), series));
        std::erase(own, worst.observation);
    }
}

}  // namespace

void check_slips(const ReviewedFigures& figures, const ReviewRules& rules, FoundList& found) {
    for (const auto& series : figures.series()) {
        find_one_by_one(series, rules, found);
        note_suspects(series, found);
    }
}

}  // namespace statistics
