#include "statistics/quality.h"

#include "statistics/as_of.h"
#include "statistics/known_figures.h"
#include "statistics/review_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace statistics {
namespace {

using base::Json;

struct KindWords {
    FindingKind kind;
    std::string_view word;
    std::string_view heading;
};
constexpr std::array<KindWords, 12> kind_words{{
    {FindingKind::unit_slip, "unit_slip", "Printed in another unit"},
    {FindingKind::digit_slip, "digit_slip", "A digit too many, too few or another one"},
    {FindingKind::transposed_digits, "transposed_digits", "Two digits exchanged"},
    {FindingKind::label_swap, "label_swap", "Two lines under each other's name"},
    {FindingKind::carried_over, "carried_over", "The figure of another period"},
    {FindingKind::period_mislabelled, "period_mislabelled", "A part of a period called the whole"},
    {FindingKind::total_not_parts, "total_not_parts", "A total that is not its parts"},
    {FindingKind::total_for_a_part, "total_for_a_part", "A total printed for one part"},
    {FindingKind::figures_disagree, "figures_disagree", "Against what others print"},
    {FindingKind::implausible_change, "implausible_change", "Against the months around it"},
    {FindingKind::named_by_its_text, "named_by_its_text", "Named by its own text"},
    {FindingKind::several_values, "several_values", "Several values published"},
}};

const KindWords& words_for(FindingKind kind) {
    return *std::ranges::find(kind_words, kind, &KindWords::kind);
}

CitedFigure cited(const Series& series, const Observation& one) {
    return {series.key, one.time, one.value, one.source, one.row, one.recorded, one.load_order};
}

std::vector<CitedFigure> cited(const FigureList& figures) {
    std::vector<CitedFigure> all;
    for (const auto* figure : figures)
        all.push_back(cited(*figure->series, *figure->observation));
    return all;
}

Finding finished(Found found) {
    Finding made;
    made.kind = found.kind;
    made.severity = found.severity;
    made.figures = cited(found.figures);
    made.expected = found.expected;
    made.against = cited(found.against);
    made.cause = std::move(found.cause);
    made.suggestion = std::move(found.suggestion);
    made.strength = found.strength;
    made.is_unused = !found.figures.front()->observation->suspect.empty();
    return made;
}

void note_several_values(const Series& series, std::vector<Finding>& findings) {
    const auto in_force = as_of(series, base::Day::max());
    const auto happened = [](const Observation& one) {
        return one.status != ObservationStatus::missing &&
               one.status != ObservationStatus::forecast;
    };
    for_each_time(
        std::span{series.observations}, happened,
        [&](const std::vector<const Observation*>& known) {
            const bool is_one = std::ranges::all_of(
                known, [&](const Observation* one) { return one->value == known.front()->value; });
            if (is_one)
                return;
            std::set<base::Decimal> values;
            for (const auto* one : known)
                values.insert(one->value);
            Finding made;
            for (const auto* one : known)
                made.figures.push_back(cited(series, *one));
            const auto best = std::ranges::find_first_of(known, in_force);
            if (best != known.end())
                made.expected = (*best)->value;
            made.cause = fmt::format("{} values were published from {} to {}; in force is {}",
                                     values.size(), values.begin()->text(), values.rbegin()->text(),
                                     best == known.end() ? "none" : cited(series, **best).text());
            made.strength = static_cast<int>(values.size());
            findings.push_back(std::move(made));
        });
}

}  // namespace

std::string_view word(FindingKind kind) {
    return words_for(kind).word;
}
std::string_view heading(FindingKind kind) {
    return words_for(kind).heading;
}
std::span<const FindingKind> finding_kinds() {
    static const auto kinds = [] {
        std::array<FindingKind, kind_words.size()> all{};
        std::ranges::transform(kind_words, all.begin(), &KindWords::kind);
        return all;
    }();
    return kinds;
}

base::Result<FindingKind> parse_finding_kind(std::string_view text) {
    std::vector<std::string_view> known;
    for (const auto& one : kind_words) {
        if (one.word == text)
            return one.kind;
        known.push_back(one.word);
    }
    return base::Error{
        base::ErrorCode::invalid_argument,
        fmt::format("expected one of {}, found \"{}\"", fmt::join(known, ", "), text), "kind"};
}

std::string_view word(Severity severity) {
    switch (severity) {
        case Severity::error_likely:
            return "error likely";
        case Severity::to_look_at:
            return "to look at";
        case Severity::note:
            return "note";
    }
    return "";
}

std::string CitedFigure::text() const {
    return fmt::format("{}{}{} for {} [{}]", row, row.empty() ? "" : " ", value.text(), time.text(),
                       source);
}

Json CitedFigure::json() const {
    Json json = Json::object();
    if (!row.empty())
        json.set("row", row);
    json.set("series", key.text());
    json.set("time", time.text());
    json.set("value", value.text());
    json.set("source", source);
    json.set("entry", recorded);
    return json;
}

Json Finding::json() const {
    const auto list = [](const std::vector<CitedFigure>& cited_figures) {
        return Json::array_of(cited_figures, [](const CitedFigure& one) { return one.json(); });
    };
    Json json = Json::object({{"kind", word(kind)}, {"severity", word(severity)}});
    json.set("figures", list(figures));
    if (expected)
        json.set(kind == FindingKind::several_values ? "in_force" : "expected", expected->text());
    json.set("against", list(against));
    json.set("cause", cause);
    if (!suggestion.empty())
        json.set("suggestion", suggestion);
    json.set("strength", strength);
    json.set("unused", is_unused);
    return json;
}

std::vector<Finding> review(const std::vector<Series>& series, const ReviewRules& rules) {
    const ReviewedFigures figures(series, rules.fiscal_year);
    FoundList found;
    check_labels(figures, rules, found);
    check_slips(figures, rules, found);
    check_periods(figures, found);
    check_wholes(figures, rules, found);
    check_identities(figures, rules, found);
    check_changes(figures, found);
    std::vector<Finding> findings;
    for (auto& one : found.take())
        findings.push_back(finished(std::move(one)));
    for (const auto& one : series)
        note_several_values(one, findings);
    std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.kind) < std::tie(b.severity, b.kind);
    });
    return findings;
}

}  // namespace statistics
