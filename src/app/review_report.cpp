#include "app/review_report.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using progress::EventKind;

Result<EventKind> kind_of(const std::string& action) {
    if (action == "verify")
        return EventKind::verified;
    if (action == "return" || action == "reopen")
        return EventKind::returned;
    if (action == "withdraw")
        return EventKind::withdrawn;
    if (action == "endorse")
        return EventKind::endorsed;
    return Error{
        ErrorCode::invalid_argument,
        fmt::format("expected verify, return, withdraw, endorse or reopen, found \"{}\"", action),
        "action"};
}

trust::Action right_for(EventKind kind, const std::string& action) {
    if (action == "reopen")
        return trust::Action::endorse;
    switch (kind) {
        case EventKind::withdrawn:
            return trust::Action::report;
        case EventKind::endorsed:
            return trust::Action::endorse;
        default:
            return trust::Action::review;
    }
}

void add_those_of(const plan::Activity* activity, std::vector<plan::InstitutionId>& list) {
    if (activity == nullptr)
        return;
    if (activity->lead.is_stated())
        list.push_back(*activity->lead);
    list.insert(list.end(), activity->support.begin(), activity->support.end());
}

// Those who reported or contributed, and those who led or supported on the day of the report or
// when it was recorded; by the codes that they have now.
Result<std::vector<plan::InstitutionId>> took_part(const Record& record, const Answerable& moment,
                                                   const Located& located,
                                                   const base::Period& period) {
    std::vector<plan::InstitutionId> list;
    for (const auto& event : record.state().events(located.target->id, period, moment.known)) {
        if (event.kind != EventKind::reported && event.kind != EventKind::contributed)
            continue;
        list.emplace_back(record.state().institution_name(event.institution));
        const auto recorded =
            moment.plan->printed->utc_offset.day_of(*record.state().recorded_at(event.seq));
        for (const base::Day day : {event.effective_on, recorded}) {
            const auto then = TRY(record.state().plan_at({event.seq, day}));
            if (then)
                add_those_of(then->working->find(located.activity->code), list);
        }
    }
    // A report that was returned often names the same few again and again.
    std::ranges::sort(list);
    const auto [same, end] = std::ranges::unique(list);
    list.erase(same, end);
    for (auto& institution : list) {
        if (const auto* now = moment.plan->working->find_institution(institution.text()))
            institution = now->code;
    }
    return list;
}

}  // namespace

ReviewRequest read_review(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    ReviewRequest request;
    request.target = fields.string("target");
    request.period = fields.string("period");
    request.action = fields.string("action");
    request.grade = fields.optional_string("grade").value_or("");
    request.reason = fields.optional_string("reason").value_or("");
    request.decision = fields.optional_string("decision").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_review(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const ReviewRequest& request) {
    const auto known = kind_of(request.action);
    const EventKind kind = known.ok() ? known.value() : EventKind::verified;
    TRY(trust::require(principal, right_for(kind, request.action)));
    const plan::Plan& plan = *moment.plan->working;
    std::vector<Error> faults;
    if (!known.ok())
        faults.push_back(known.error());
    const Located located = or_note(locate(plan, request.target), faults);
    const base::Period period = or_note(parse_report_period(plan, request.period), faults);
    const auto institution = or_note(institution_named(plan, principal.institution), faults);
    progress::ReviewDraft review;
    review.period = period;
    review.kind = kind;
    review.reason = request.reason;
    review.decision = request.decision;
    check_envelope(moment, principal, request, faults);
    review.effective_on = day_of(moment, request);
    review.reopens = request.action == "reopen";
    if (!request.grade.empty()) {
        const auto grade = progress::parse_grade(request.grade);
        if (grade)
            review.grade = *grade;
        else
            faults.push_back({ErrorCode::unknown_grade,
                              fmt::format("expected A, B, C or D, found \"{}\"", request.grade),
                              "grade"});
    }
    progress::DutyRecord duty;
    if (located.target != nullptr && known.ok()) {
        duty = record.state().duty(located.target->id, period, moment.known);
        auto setting = setting_of(moment, located, institution);
        setting.took_part = TRY(took_part(record, moment, located, period));
        add_new(faults, progress::check_review(setting, duty, review));
    }
    if (!base::is_blank(request.decision))
        check_authority(record, moment, request.decision, {request.target}, review.effective_on,
                        faults);
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, progress::word(kind),
                             duty_subject(located.target->id, period));
    draft.payload.set("target", located.target->id.text());
    draft.payload.set("period", period.text());
    const auto& about = kind == EventKind::endorsed ? duty.verified : duty.latest;
    draft.payload.set("report", about->seq);
    if (review.grade != progress::Grade::none)
        draft.payload.set("grade", progress::word(review.grade));
    if (!request.reason.empty())
        draft.payload.set("reason", vaulted(draft, request.reason));
    if (!request.decision.empty())
        draft.payload.set("decision", request.decision);
    draft.expects = duty_expectation(located, draft.subject);
    return draft;
}

Result<journal::Receipt> review_report(Record& record, const trust::Principal& principal,
                                       const ReviewRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_review(record, moment, principal, request);
    });
}

}  // namespace app
