#include "app/propose_changes.h"

#include "base/text.h"
#include "plan/amend.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;

ProposedChangeRequest read_proposed_change(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    ProposedChangeRequest request;
    request.subject = fields.string("subject");
    if (const auto* changes = fields.optional_object("changes"))
        request.changes = *changes;
    else
        fields.fail(ErrorCode::json_missing_field, "changes", "the field \"changes\" is required");
    request.note = fields.optional_string("note").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

std::string readable_difference(const plan::Plan& before, const plan::Plan& after,
                                std::string_view subject) {
    std::string readable;
    for (const auto& change : plan::difference(before, after, subject))
        readable += fmt::format("{}{} {}: {}", readable.empty() ? "" : "; ", change.subject,
                                change.field, plan::arrow(change));
    return readable;
}

namespace {

const plan::Activity* activity_of(const plan::Plan& plan, const std::string& subject) {
    if (const auto* activity = plan.find(plan::ActivityId{subject}))
        return activity;
    const auto* target = plan.find_target(plan::TargetId{subject});
    return target != nullptr ? plan.find(target->activity) : nullptr;
}

// A head speaks for the activities that the institution leads; the secretariat for all.
void check_proposer(const Answerable& moment, const trust::Principal& principal,
                    const plan::Activity& activity, std::vector<Error>& faults) {
    const plan::Plan& plan = *moment.plan->working;
    if (is_secretariat(moment, principal))
        return;
    const auto institution = institution_named(plan, principal.institution);
    if (!institution.ok())
        faults.push_back(institution.error());
    else if (!progress::is_lead(activity, institution.value()))
        faults.push_back({ErrorCode::not_lead,
                          fmt::format("{} does not lead {}; its lead or the secretariat proposes "
                                      "its working plan",
                                      institution->text(), activity.code.text()),
                          "institution"});
}

}  // namespace

Result<journal::Draft> draft_proposed_change(const Record&, const Answerable& moment,
                                             const trust::Principal& principal,
                                             const ProposedChangeRequest& request) {
    TRY(trust::require(principal, trust::Action::propose));
    std::vector<Error> faults;
    const plan::Plan& plan = *moment.plan->working;
    const auto* activity = activity_of(plan, request.subject);
    if (activity == nullptr)
        faults.push_back({ErrorCode::no_such_activity,
                          fmt::format("expected an activity or a target of the plan, found \"{}\"",
                                      request.subject),
                          "subject"});
    else
        check_proposer(moment, principal, *activity, faults);
    check_envelope(moment, principal, request, faults);
    const auto applied = plan::apply(plan, plan::Amendment{request.subject, request.changes});
    const bool is_read = request.faults.empty() || !request.changes.members()->empty();
    if (activity != nullptr && !applied.ok() && is_read)
        std::ranges::move(base::one_by_one(applied.error()), std::back_inserter(faults));
    TRY(settle(request, std::move(faults)));
    const auto difference = readable_difference(plan, applied.value(), request.subject);
    if (difference.empty())
        return Error{ErrorCode::nothing_to_change,
                     fmt::format("{} already is as the proposal would make it", request.subject),
                     "changes"};
    auto draft = begin_draft(moment, principal, request, "plan.proposed", request.subject);
    draft.payload.set("subject", request.subject);
    draft.payload.set("changes", request.changes);
    draft.payload.set("difference", difference);
    if (!request.note.empty())
        draft.payload.set("note", vaulted(draft, request.note));
    draft.expects = journal::Expectation{0, {request.subject, "plan"}};
    return draft;
}

std::vector<const plan::ProposedChange*> waiting_proposals(
    const state::PlanInForce& plan, const std::vector<std::string>& activities,
    std::uint64_t before) {
    std::vector<const plan::ProposedChange*> waiting;
    for (const auto& change : plan.proposed) {
        if (!change.is_pending() || change.seq >= before)
            continue;
        const auto* activity = activity_of(*plan.working, change.subject);
        if (activity != nullptr &&
            std::ranges::find(activities, activity->code.text()) != activities.end())
            waiting.push_back(&change);
    }
    return waiting;
}

DeclineRequest read_decline(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    DeclineRequest request;
    request.proposal = fields.integer("proposal");
    request.reason = fields.optional_string("reason").value_or("");
    request.decision = fields.optional_string("decision").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_decline(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const DeclineRequest& request) {
    TRY(trust::require(principal, trust::Action::propose));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    check_envelope(moment, principal, request, faults);
    const auto institution = acting_institution(moment, principal, faults);
    const auto& proposed = moment.plan->proposed;
    const auto at = std::ranges::find(proposed, request.proposal, [](const auto& change) {
        return static_cast<std::int64_t>(change.seq);
    });
    if (base::is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    if (!request.decision.empty() && standing->find_decision(request.decision) == nullptr)
        faults.push_back({ErrorCode::no_such_decision,
                          fmt::format("no decision has the code \"{}\"", request.decision),
                          "decision"});
    if (at == proposed.end()) {
        faults.push_back(
            {ErrorCode::no_such_matter,
             fmt::format("expected the entry of a proposal, found {}", request.proposal),
             "proposal"});
    } else {
        if (!at->is_pending())
            faults.push_back({ErrorCode::matter_settled,
                              fmt::format("the proposal of entry {} was settled by entry {}",
                                          at->seq, *at->settled_by),
                              "proposal"});
        if (institution != at->institution && !is_secretariat(moment, principal))
            faults.push_back({ErrorCode::not_the_owner,
                              fmt::format("{} proposed it; it or the secretariat takes it back",
                                          at->institution.text()),
                              "institution"});
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "plan.declined", at->subject);
    draft.payload.set("proposal", request.proposal);
    if (!request.decision.empty())
        draft.payload.set("decision", request.decision);
    draft.payload.set("reason", vaulted(draft, request.reason));
    draft.expects = journal::Expectation{0, {at->subject, "plan"}};
    return draft;
}

Result<plan::Plan> with_proposals(const plan::Plan& plan,
                                  const std::vector<const plan::ProposedChange*>& proposals) {
    plan::Plan after = plan;
    for (const auto* proposal : proposals) {
        auto applied =
            plan::apply(std::move(after), plan::Amendment{proposal->subject, *proposal->changes});
        if (!applied.ok())
            return Error{applied.error().code,
                         fmt::format("the proposal of entry {} no longer fits: {}", proposal->seq,
                                     applied.error().message),
                         "activities"};
        after = std::move(applied).value();
    }
    return after;
}

}  // namespace app
