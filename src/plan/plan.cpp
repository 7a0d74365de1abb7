#include "plan/plan.h"

#include "base/text.h"

#include <algorithm>

namespace plan {
namespace {

template <typename Item, typename Code>
const Item* find_in(const std::vector<Item>& items, const Code& code, Code Item::*member) {
    const auto at = std::ranges::find(items, code, member);
    return at == items.end() ? nullptr : &*at;
}

}  // namespace

const Activity* Plan::find(const ActivityId& id) const {
    return find_in(activities, id, &Activity::code);
}

const Target* Plan::find_target(const TargetId& id) const {
    for (const auto& activity : activities) {
        if (const auto* target = find_in(activity.targets, id, &Target::id))
            return target;
    }
    return nullptr;
}

const Outcome* Plan::find_outcome(const TargetId& id) const {
    return find_in(outcomes, id, &Outcome::id);
}

const Institution* Plan::find(const InstitutionId& id) const {
    return find_in(institutions, id, &Institution::code);
}

const Indicator* Plan::find(const IndicatorId& id) const {
    return find_in(indicators, id, &Indicator::code);
}

const Objective* Plan::find(const ObjectiveId& id) const {
    return find_in(objectives, id, &Objective::code);
}

const Programme* Plan::find(const ProgrammeId& id) const {
    return find_in(programmes, id, &Programme::code);
}

const Document* Plan::find_document(std::string_view wanted) const {
    const auto at = std::ranges::find(documents, wanted, &Document::code);
    return at == documents.end() ? nullptr : &*at;
}

const Stage* Programme::find_stage(std::string_view stage) const {
    const auto at = std::ranges::find(stages, stage, &Stage::code);
    return at == stages.end() ? nullptr : &*at;
}

const ProgrammeMeasure* Programme::find_measure(std::string_view measure) const {
    const auto at = std::ranges::find(measures, measure, &ProgrammeMeasure::code);
    return at == measures.end() ? nullptr : &*at;
}

std::vector<const Stage*> Programme::funnel() const {
    std::vector<const Stage*> passed;
    for (const auto& stage : stages) {
        if (stage.role != StageRole::dropped)
            passed.push_back(&stage);
    }
    return passed;
}

std::vector<std::string> Programme::parts() const {
    std::vector<std::string> codes;
    for (const auto& stage : stages)
        codes.push_back(stage.code);
    for (const auto& measure : measures)
        codes.push_back(measure.code);
    return codes;
}

const Institution* Plan::find_institution(std::string_view asked) const {
    const auto wanted = base::lower_ascii(base::trimmed(asked));
    const auto is_it = [&](std::string_view text) {
        return !text.empty() && base::lower_ascii(text) == wanted;
    };
    for (const auto& institution : institutions) {
        if (is_it(institution.code.text()) || is_it(institution.name) ||
            is_it(institution.abbreviation) || std::ranges::any_of(institution.aliases, is_it))
            return &institution;
    }
    return nullptr;
}

std::vector<const Target*> Plan::targets() const {
    std::vector<const Target*> all;
    for (const auto& activity : activities) {
        for (const auto& target : activity.targets)
            all.push_back(&target);
    }
    return all;
}

}  // namespace plan
