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

Result<std::vector<statistics::Finding>> quality_of_load(const Record& record, std::uint64_t load) {
    constexpr std::size_t series_most = 20'000;
    if (TRY(record.series_store().keys(statistics::SeriesStore::everything)).size() > series_most)
        return std::vector<statistics::Finding>{};
    auto findings = TRY(quality_view(record, {})).findings;
    std::erase_if(findings, [&](const statistics::Finding& finding) {
        return finding.is_unused ||
               finding.figures.front().recorded != static_cast<std::int64_t>(load);
    });
    return findings;
}

}  // namespace app
