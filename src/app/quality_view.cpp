#include "app/quality_view.h"

#include "app/load_dataset.h"
#include "dissemination/review_rules.h"

#include <algorithm>

namespace app {
namespace {

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

}  // namespace

Result<Quality> quality_view(const Record& record, const QualityQuestion& question) {
    const auto moment = TRY(record.answerable(question));
    const auto held = TRY(held_by(record, moment.known, SIZE_MAX));
    Quality quality{held.figures, findings_in(held, *moment.plan->working)};
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
