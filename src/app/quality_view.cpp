#include "app/quality_view.h"

#include "app/load_dataset.h"
#include "app/target_status.h"
#include "app/views.h"
#include "dissemination/review_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using statistics::Finding;

struct Held {
    std::vector<statistics::Series> series;
    std::size_t figures = 0;
};

// What was published by a day of what is held. It is read for this question alone, so that nothing
// of it stays in memory, and no further than until it is more than is asked for.
Result<Held> held_by(const Record& record, const state::Known& known, std::size_t figures_max) {
    Held held;
    const auto recorded_max = static_cast<std::int64_t>(known.seq) - 1;
    for (const auto& key : TRY(record.series_store().find("", {}, recorded_max))) {
        if (key.dataflow() == rates_dataflow)
            continue;
        auto series = TRY(record.series_store().read(key, recorded_max));
        std::erase_if(series.observations, [&](const statistics::Observation& figure) {
            return figure.vintage.known_on > known.as_of;
        });
        held.figures += series.observations.size();
        if (held.figures > figures_max)
            break;
        if (!series.observations.empty())
            held.series.push_back(std::move(series));
    }
    return held;
}

std::vector<Finding> findings_in(const Held& held, const plan::Plan& plan) {
    const auto rules = dissemination::review_rules(plan.statistics.value_or(plan::Statistics{}),
                                                   held.series, plan.fiscal_year);
    return statistics::review(held.series, rules);
}

Json sources_json(const Quality& quality) {
    std::set<std::string> cited;
    for (const auto& finding : quality.findings)
        for (const auto* figures : {&finding.figures, &finding.against})
            for (const auto& figure : *figures)
                cited.insert(figure.source);
    Json list = Json::array();
    for (const auto& key : cited)
        if (const auto at = quality.sources.find(key); at != quality.sources.end())
            list.push(Json::object({{"source", key},
                                    {"publisher", at->second.publisher},
                                    {"address", at->second.address}}));
    return list;
}

}  // namespace

Json to_json(const Quality& quality) {
    Json json = Json::object();
    put_heading(json, quality.moment);
    json.set("figures", static_cast<std::int64_t>(quality.figures));
    json.set("kinds", Json::array_of(quality.counts, [](const auto& one) {
                 return Json::object({{"kind", statistics::word(one.first)},
                                      {"heading", statistics::heading(one.first)},
                                      {"findings", static_cast<std::int64_t>(one.second)}});
             }));
    json.set("findings", Json::array_of(quality.findings,
                                        [](const Finding& finding) { return finding.json(); }));
    json.set("sources", sources_json(quality));
    return json;
}

Result<QualityQuestion> parse_quality_question(const Record& record, const QualityWords& words) {
    QualityQuestion question;
    static_cast<Question&>(question) = TRY(parse_question(record, words.as_of, words.recorded_by));
    if (!words.kind.empty())
        question.kind = TRY(statistics::parse_finding_kind(words.kind));
    if (!words.notes.empty() && words.notes != "true" && words.notes != "false")
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected true or false, found \"{}\"", words.notes), "notes"};
    question.with_notes = words.notes == "true";
    return question;
}

Result<Quality> quality_view(const Record& record, const QualityQuestion& question) {
    const auto moment = TRY(record.answerable(question));
    const auto held = TRY(held_by(record, moment.known, question.figures_max));
    if (held.figures > question.figures_max)
        return Error{
            ErrorCode::too_many_to_review,
            fmt::format("at most {} figures are reviewed at one request, and more are held",
                        question.figures_max),
            {}};
    Quality quality;
    quality.moment = moment;
    quality.figures = held.figures;
    quality.findings = findings_in(held, *moment.plan->working);
    quality.sources = TRY(record.sources(moment.known.seq));
    for (const auto& finding : quality.findings)
        ++quality.counts[finding.kind];
    std::erase_if(quality.findings, [&](const Finding& finding) {
        const bool is_note = finding.severity == statistics::Severity::note;
        return question.kind ? finding.kind != *question.kind : is_note && !question.with_notes;
    });
    return quality;
}

Result<std::optional<std::vector<Finding>>> quality_of_load(const Record& record,
                                                            std::uint64_t load,
                                                            std::size_t brought) {
    std::optional<std::vector<Finding>> findings;
    if (brought > reviewed_at_load_max)
        return findings;
    const auto moment = TRY(record.now());
    const auto held = TRY(held_by(record, {load + 1, base::Day::max()}, reviewed_at_load_max));
    if (held.figures > reviewed_at_load_max)
        return findings;
    findings = findings_in(held, *moment.plan->working);
    std::erase_if(*findings, [&](const Finding& finding) {
        return std::ranges::find(finding.figures, static_cast<std::int64_t>(load),
                                 &statistics::CitedFigure::recorded) == finding.figures.end();
    });
    return findings;
}

}  // namespace app
