#include "app/quality_view.h"

#include "app/load_dataset.h"

#include <algorithm>
#include <set>

namespace app {
namespace {

using statistics::Finding;
using statistics::Identity;
using statistics::Series;
using statistics::Severity;

// A code may be printed in several words: each choice of words is an identity of its own.
void add_identities(const std::string& column, const plan::StatisticalList& list,
                    const plan::StatisticalIdentity& declared, std::vector<Identity>& made) {
    std::vector<Identity> choices{{column, "", {}}};
    const auto each_word = [&](const std::string& code, auto add) {
        const auto* found = list.find(code);
        std::vector<Identity> more;
        for (const auto& choice : choices) {
            for (const auto& word : found == nullptr ? std::vector<std::string>{} : found->printed)
                add(more.emplace_back(choice), word);
        }
        choices = std::move(more);
    };
    each_word(declared.total, [](Identity& one, const std::string& word) { one.total = word; });
    for (const auto& part : declared.parts)
        each_word(part, [](Identity& one, const std::string& word) { one.parts.push_back(word); });
    for (auto& choice : choices) {
        if (std::ranges::find(made, choice) == made.end())
            made.push_back(std::move(choice));
    }
}

// The one code from which the others of a list branch off.
const plan::StatisticalCode* root_of(const plan::StatisticalList& list) {
    const plan::StatisticalCode* root = nullptr;
    for (const auto& code : list.codes) {
        const bool has_parts =
            std::ranges::find(list.codes, code.code, &plan::StatisticalCode::parent) !=
            list.codes.end();
        if (!code.parent.empty() || !has_parts)
            continue;
        if (root != nullptr)
            return nullptr;
        root = &code;
    }
    return root;
}

void add_wholes(const std::string& column, const plan::StatisticalList& list,
                std::vector<statistics::Whole>& made) {
    const auto* root = root_of(list);
    for (const auto& word : root == nullptr ? std::vector<std::string>{} : root->printed) {
        const statistics::Whole whole{column, word};
        if (std::ranges::find(made, whole) == made.end())
            made.push_back(whole);
    }
}

struct Held {
    std::vector<Series> series;
    std::size_t figures = 0;
};

// What had been recorded and published by then; nothing where it is more than is asked for.
Result<std::optional<Held>> held_by(const Record& record, const state::Known& known,
                                    std::size_t figures_max) {
    Held held;
    const auto recorded_max = static_cast<std::int64_t>(known.seq) - 1;
    for (const auto& key : TRY(record.series_store().find("", {}, recorded_max))) {
        if (key.dataflow() == rates_dataflow)
            continue;
        auto series = TRY(record.series_store().read(key, recorded_max));
        std::erase_if(series.observations, [&](const statistics::Observation& one) {
            return one.vintage.known_on > known.as_of;
        });
        held.figures += series.observations.size();
        if (held.figures > figures_max)
            return std::optional<Held>{};
        if (!series.observations.empty())
            held.series.push_back(std::move(series));
    }
    return std::optional{std::move(held)};
}

}  // namespace

statistics::ReviewRules review_rules(const plan::Plan& plan) {
    statistics::ReviewRules rules;
    rules.fiscal_year = plan.fiscal_year;
    if (!plan.statistics)
        return rules;
    for (const auto& structure : plan.statistics->structures) {
        for (const auto& dimension : structure.dimensions) {
            const auto* list = plan.statistics->find_list(dimension.list);
            if (dimension.from != plan::CodeFrom::column || list == nullptr)
                continue;
            for (const auto& identity : plan.statistics->identities) {
                if (identity.list == list->id)
                    add_identities(dimension.text, *list, identity, rules.identities);
            }
            add_wholes(dimension.text, *list, rules.wholes);
        }
    }
    return rules;
}

std::size_t QualityView::count(Severity severity) const {
    return static_cast<std::size_t>(std::ranges::count(findings, severity, &Finding::severity));
}

base::Json QualityView::json() const {
    const auto number = [](std::size_t value) { return static_cast<std::int64_t>(value); };
    base::Json json = base::Json::object({{"as_of", base::to_string(moment.known.as_of)}});
    json.set("exercise", moment.plan->working->is_exercise);
    json.set("figures", number(figures));
    json.set("series", number(series));
    json.set("errors_likely", number(count(Severity::error_likely)));
    json.set("to_look_at", number(count(Severity::to_look_at)));
    json.set("notes", number(count(Severity::note)));
    json.set("findings",
             base::Json::array_of(findings, [](const Finding& one) { return one.json(); }));
    return json;
}

Result<QualityView> quality_view(const Record& record, const QualityQuestion& question) {
    QualityView view;
    view.moment = TRY(record.answerable(question));
    const auto held = TRY(held_by(record, view.moment.known, SIZE_MAX));
    view.figures = held->figures;
    view.series = held->series.size();
    view.findings = statistics::review(held->series, review_rules(*view.moment.plan->working));
    if (question.kind)
        std::erase_if(view.findings,
                      [&](const Finding& one) { return one.kind != *question.kind; });
    return view;
}

Result<std::optional<std::vector<Finding>>> review_of_load(const Record& record, std::uint64_t seq,
                                                           std::size_t brought) {
    std::optional<std::vector<Finding>> findings;
    if (brought > reviewed_at_load_max)
        return findings;
    const auto moment = TRY(record.now());
    const auto held = TRY(held_by(record, {seq + 1, base::Day::max()}, reviewed_at_load_max));
    if (!held)
        return findings;
    findings = statistics::review(held->series, review_rules(*moment.plan->working));
    std::erase_if(*findings, [&](const Finding& finding) {
        return std::ranges::none_of(finding.figures, [&](const statistics::CitedFigure& figure) {
            return figure.recorded == static_cast<std::int64_t>(seq);
        });
    });
    return findings;
}

}  // namespace app
