#include "app/quality_view.h"

#include "dissemination/review_rules.h"

#include <algorithm>

namespace app {

Result<Quality> quality_view(const Record& record, const QualityQuestion& question) {
    const auto moment = TRY(record.answerable(question));
    const auto& plan = *moment.plan->working;
    auto series = *TRY(record.series({}, moment.known.seq));
    Quality quality;
    for (auto& one : series) {
        std::erase_if(one.observations, [&](const statistics::Observation& figure) {
            return figure.vintage.known_on > moment.known.as_of;
        });
        quality.figures += one.observations.size();
    }
    std::erase_if(series, [](const statistics::Series& one) { return one.observations.empty(); });
    const auto rules = dissemination::review_rules(plan.statistics.value_or(plan::Statistics{}),
                                                   series, plan.fiscal_year);
    quality.findings = statistics::review(series, rules);
    std::erase_if(quality.findings, [&](const statistics::Finding& finding) {
        const bool is_note = finding.severity == statistics::Severity::note;
        return question.kind ? finding.kind != *question.kind : is_note && !question.with_notes;
    });
    return quality;
}

}  // namespace app
