#include "app/diagnosis_view.h"

#include "app/setting.h"
#include "app/target_status.h"
#include "council/capacity.h"
#include "council/chain.h"
#include "council/checklist.h"

namespace app {

using base::Json;

namespace {

template <typename Codes>
Json list_of(const Codes& codes) {
    return Json::array_of(codes, [](const auto& code) { return Json{code.text()}; });
}

Json judged_json(const status::TargetStatus& judged, const std::string& statement) {
    return Json::object({{"id", judged.id.text()},
                         {"statement", statement},
                         {"status", status::word(judged.status)},
                         {"why", judged.why.empty() ? "" : judged.why.front()}});
}

Json link_json(const plan::Plan& plan, const council::ChainLink& link) {
    const plan::Activity& activity = *link.activity;
    Json json = Json::object(
        {{"code", activity.code.text()},
         {"title", activity.title},
         {"lead",
          activity.lead.is_stated() ? Json{council::short_name(plan, *activity.lead)} : Json{}},
         {"footing", council::word(link.footing)},
         {"known", link.known},
         {"of_objective", link.is_of_objective}});
    json.set("targets", Json::array_of(link.targets, [&](const auto* judged) {
                 const auto* target = plan.find_target(judged->id);
                 return judged_json(*judged,
                                    target->statement.is_stated() ? *target->statement : "open");
             }));
    json.set("outcomes", Json::array_of(link.outcomes, [&](const auto* judged) {
                 return judged_json(*judged, plan.find_outcome(judged->id)->statement);
             }));
    return json;
}

Json chain_json(const plan::Plan& plan, const council::Chain& chain) {
    const plan::Constraint& constraint = *chain.constraint;
    Json json = Json::object({{"code", constraint.code},
                              {"level", constraint.level},
                              {"title", constraint.title},
                              {"causes", texts_json(constraint.causes)},
                              {"ease", constraint.ease},
                              {"urgency", constraint.urgency},
                              {"cited", texts_json(constraint.cited)},
                              {"open_issues", chain.open_issues},
                              {"note", constraint.note}});
    json.set("activities",
             Json::array_of(chain.links, [&](const auto& link) { return link_json(plan, link); }));
    return json;
}

Json load_json(const plan::Plan& plan, const council::InstitutionLoad& load) {
    const auto* institution = plan.find(load.institution);
    const auto rating = [](const std::optional<int>& value) {
        return value ? Json{*value} : Json{};
    };
    return Json::object({{"institution", load.institution.text()},
                         {"name", institution->name},
                         {"abbreviation", council::short_name(plan, load.institution)},
                         {"resources", rating(institution->resources)},
                         {"capacity", rating(institution->capacity)},
                         {"influence", rating(institution->influence)},
                         {"seat", load.has_seat},
                         {"leads", list_of(load.leads)},
                         {"supports", list_of(load.supports)},
                         {"load", load.load},
                         {"limit", load.limit ? Json{*load.limit} : Json{}},
                         {"over", load.is_over()}});
}

Json law_json(const plan::Plan& plan, const plan::Regulation& regulation) {
    return Json::object({{"code", regulation.code},
                         {"title", regulation.title},
                         {"date", regulation.date},
                         {"responsible", Json::array_of(regulation.responsible,
                                                        [&](const std::string& who) {
                                                            return Json{council::short_name(
                                                                plan, plan::InstitutionId{who})};
                                                        })},
                         {"purpose", regulation.purpose},
                         {"status", regulation.status},
                         {"activities", list_of(regulation.activities)},
                         {"note", regulation.note}});
}

Json foresight_json(const plan::Foresight& item) {
    return Json::object({{"code", item.code},
                         {"group", item.group},
                         {"kind", item.kind},
                         {"title", item.title},
                         {"activities", list_of(item.activities)},
                         {"note", item.note}});
}

}  // namespace

Result<Json> diagnosis_view(const Record& record, const Question& question) {
    const auto board = TRY(scoreboard(record, question));
    const Answerable& moment = board.moment;
    const plan::Plan& plan = *moment.plan->working;
    const auto standing = standing_of(record, moment);
    const auto chains = council::chains_of(
        {plan, *standing, moment.plan->asked_from, board.targets, board.outcomes});
    Json json = Json::object();
    put_heading(json, moment);
    json.set("constraints",
             Json::array_of(chains, [&](const auto& chain) { return chain_json(plan, chain); }));
    json.set("without_constraint", list_of(council::without_constraint(plan)));
    json.set("institutions", Json::array_of(council::loads_of(plan), [&](const auto& load) {
                 return load_json(plan, load);
             }));
    json.set("regulations", Json::array_of(plan.regulations, [&](const auto& regulation) {
                 return law_json(plan, regulation);
             }));
    json.set("foresight", Json::array_of(plan.foresight, foresight_json));
    return json;
}

}  // namespace app
