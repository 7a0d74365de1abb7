#include "app/confirm_activity.h"

#include <fmt/format.h>

namespace app {

using base::Error;
using base::ErrorCode;

ConfirmationRequest read_confirmation(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    ConfirmationRequest request;
    request.activity = fields.string("activity");
    request.answer = fields.string("answer");
    request.by = fields.optional_string("by").value_or("");
    request.note = fields.optional_string("note").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_confirmation(const Answerable& moment,
                                          const trust::Principal& principal,
                                          const ConfirmationRequest& request) {
    TRY(trust::require(principal, trust::Action::confirm));
    const plan::Plan& plan = *moment.plan->working;
    std::vector<Error> faults;
    const plan::Activity* activity = or_note(activity_named(plan, request.activity), faults);
    const auto institution = or_note(institution_named(plan, principal.institution), faults);
    if (activity != nullptr && !institution.empty() && !progress::is_lead(*activity, institution) &&
        !progress::is_supporter(*activity, institution))
        faults.push_back({ErrorCode::not_concerned,
                          fmt::format("{} neither leads nor supports activity {}",
                                      plan.find(institution)->name, request.activity),
                          "institution"});
    if (request.answer != "yes" && request.answer != "partly" && request.answer != "no")
        faults.push_back({ErrorCode::invalid_argument,
                          fmt::format("expected yes, partly or no, found \"{}\"", request.answer),
                          "answer"});
    if (!request.by.empty()) {
        const auto by = base::Period::parse(request.by, plan.fiscal_year);
        if (!by.ok())
            faults.push_back({by.error().code, by.error().message, "by"});
        else if (by->last_day() < plan.from || by->first_day() > plan.until)
            faults.push_back(
                {ErrorCode::invalid_argument,
                 fmt::format("expected a time from {} to {}, found {}", base::to_string(plan.from),
                             base::to_string(plan.until), request.by),
                 "by"});
    }
    check_envelope(moment, principal, request, faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "plan.confirmed", request.activity);
    draft.payload.set("activity", request.activity);
    draft.payload.set("answer", request.answer);
    if (!request.by.empty())
        draft.payload.set("by", request.by);
    if (!request.note.empty())
        draft.payload.set("note", vaulted(draft, request.note));
    draft.expects = journal::Expectation{0, {request.activity, "plan"}};
    return draft;
}

Result<journal::Receipt> confirm_activity(Record& record, const trust::Principal& principal,
                                          const ConfirmationRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_confirmation(moment, principal, request);
    });
}

}  // namespace app
