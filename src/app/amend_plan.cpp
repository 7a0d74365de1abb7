#include "app/amend_plan.h"

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

Result<journal::Draft> draft_amendment(const Answerable& moment, const trust::Principal& principal,
                                       const AmendmentRequest& request) {
    TRY(trust::require(principal, trust::Action::amend));
    std::vector<Error> faults;
    if (is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    if (is_blank(request.decision))
        faults.push_back({ErrorCode::reason_required,
                          "a working plan is amended by decision only; found none", "decision"});
    (void)day_of(moment, principal, request, faults);
    const plan::Plan& before = *moment.plan->working;
    const auto applied = plan::apply(before, plan::Amendment{request.subject, request.changes});
    const bool is_read = request.faults.empty() || !request.changes.members()->empty();
    if (!applied.ok() && is_read) {
        faults.push_back(applied.error());
        faults.insert(faults.end(), applied.error().also.begin(), applied.error().also.end());
    }
    TRY(settle(request, std::move(faults)));
    const plan::Plan& after = applied.value();
    const auto changes = plan::difference(before, after);
    if (changes.empty())
        return Error{ErrorCode::nothing_to_change,
                     fmt::format("{} already is as the amendment would make it", request.subject),
                     "changes"};
    std::string readable;
    for (const auto& change : changes)
        readable += fmt::format("{}{} {}: {} -> {}", readable.empty() ? "" : "; ", change.subject,
                                change.field, change.before.empty() ? "(none)" : change.before,
                                change.after.empty() ? "(none)" : change.after);
    auto draft = begin_draft(moment, principal, request, "plan.amended", request.subject);
    draft.payload.set("subject", request.subject);
    draft.payload.set("changes", request.changes);
    draft.payload.set("difference", readable);
    draft.payload.set("reason", vaulted(draft, request.reason));
    draft.payload.set("decision", request.decision);
    draft.expects = journal::Expectation{0, {request.subject, "plan"}};
    return draft;
}

Result<journal::Receipt> amend_plan(Record& record, const trust::Principal& principal,
                                    const AmendmentRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_amendment(moment, principal, request);
    });
}

}  // namespace app
