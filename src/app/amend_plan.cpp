#include "app/amend_plan.h"

#include "app/propose_changes.h"
#include "base/text.h"
#include "plan/amend.h"
#include "progress/rules.h"

#include <fmt/format.h>

namespace app {

using base::Error;
using base::ErrorCode;

AmendmentRequest read_amendment(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    AmendmentRequest request;
    request.subject = fields.string("subject");
    if (const auto* changes = fields.optional_object("changes"))
        request.changes = *changes;
    else
        fields.fail(ErrorCode::json_missing_field, "changes", "the field \"changes\" is required");
    request.reason = fields.string("reason");
    request.decision = fields.string("decision");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

// An amendment that counts from an earlier day stands beside what was decided since; on none of the
// days between may the plan become one that breaks its rules.
void check_later_days(const Record& record, const Answerable& moment,
                      const AmendmentRequest& request, std::vector<Error>& faults) {
    if (!request.effective_on || *request.effective_on >= moment.today)
        return;
    auto days = record.state().plan_days(*request.effective_on);
    days.insert(days.begin(), *request.effective_on);
    for (const base::Day day : days) {
        const auto then = record.state().plan_at({moment.known.seq, day});
        if (!then.ok() || !then.value())
            continue;
        const auto applied =
            plan::apply(*then.value()->working, plan::Amendment{request.subject, request.changes});
        if (!applied.ok()) {
            faults.push_back({applied.error().code,
                              fmt::format("on {} the plan was another: {}", base::to_string(day),
                                          applied.error().message),
                              "effective_on"});
            return;
        }
    }
}

void check_frequency(const Record& record, const Answerable& moment,
                     const AmendmentRequest& request, std::vector<Error>& faults) {
    const auto* target = moment.plan->working->find_target(plan::TargetId{request.subject});
    if (target == nullptr || request.changes.find("frequency") == nullptr)
        return;
    if (auto fault = late_fault(record, moment, *target, "changes.frequency"))
        faults.push_back(std::move(*fault));
}

}  // namespace

Result<journal::Draft> draft_amendment(const Record& record, const Answerable& moment,
                                       const trust::Principal& principal,
                                       const AmendmentRequest& request) {
    TRY(trust::require(principal, trust::Action::amend));
    std::vector<Error> faults;
    if (base::is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    check_envelope(moment, principal, request, faults);
    check_authority(record, moment, request.decision, {request.subject}, day_of(moment, request),
                    faults);
    const plan::Plan& before = *moment.plan->working;
    const auto applied = plan::apply(before, plan::Amendment{request.subject, request.changes});
    const bool is_read = request.faults.empty() || !request.changes.members()->empty();
    if (!applied.ok() && is_read) {
        for (auto& fault : base::one_by_one(applied.error()))
            faults.push_back(std::move(fault));
    } else if (is_read) {
        check_later_days(record, moment, request, faults);
    }
    check_frequency(record, moment, request, faults);
    TRY(settle(request, std::move(faults)));
    const plan::Plan& after = applied.value();
    const auto difference = readable_difference(before, after, request.subject);
    if (difference.empty())
        return Error{ErrorCode::nothing_to_change,
                     fmt::format("{} already is as the amendment would make it", request.subject),
                     "changes"};
    auto draft = begin_draft(moment, principal, request, "plan.amended", request.subject);
    draft.payload.set("subject", request.subject);
    draft.payload.set("changes", request.changes);
    draft.payload.set("difference", difference);
    draft.payload.set("reason", vaulted(draft, request.reason));
    draft.payload.set("decision", request.decision);
    draft.expects = journal::Expectation{0, {request.subject, "plan"}};
    return draft;
}

Result<journal::Receipt> amend_plan(Record& record, const trust::Principal& principal,
                                    const AmendmentRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_amendment(record, moment, principal, request);
    });
}

}  // namespace app
