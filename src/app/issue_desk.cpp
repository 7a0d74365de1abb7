#include "app/issue_desk.h"

#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using council::Issue;

namespace {

void check_form(const plan::Council& council, const std::string& form, std::vector<Error>& faults) {
    std::vector<std::string> forms;
    for (const auto& known : council::desk_of(council))
        forms.push_back(known.form);
    if (std::ranges::find(forms, form) == forms.end())
        faults.push_back(
            {ErrorCode::no_such_matter,
             fmt::format("expected one of {}, found \"{}\"", fmt::join(forms, ", "), form),
             "form"});
}

const Issue* issue_named(const council::Standing& standing, const std::string& code,
                         std::vector<Error>& faults) {
    if (const Issue* issue = standing.find_issue(code))
        return issue;
    faults.push_back(
        {ErrorCode::no_such_matter,
         fmt::format("no issue has the code \"{}\"; {}", code,
                     standing.issues.empty()
                         ? std::string{"none was raised"}
                         : fmt::format("the last one is {}", standing.issues.back().code())),
         "issue"});
    return nullptr;
}

void check_open(const Issue& issue, std::vector<Error>& faults) {
    if (!issue.is_open())
        faults.push_back({ErrorCode::matter_settled,
                          fmt::format("issue {} is {}", issue.code(), council::word(issue.state())),
                          "issue"});
}

void check_after(const Issue& issue, base::Day day, std::vector<Error>& faults) {
    base::Day last = issue.raised.on;
    if (issue.answered)
        last = std::max(last, issue.answered->on);
    if (!issue.reopenings.empty())
        last = std::max(last, issue.reopenings.back().on);
    if (day < last)
        faults.push_back({ErrorCode::wrong_day,
                          fmt::format("expected a day from {}, found {}", base::to_string(last),
                                      base::to_string(day)),
                          "effective_on"});
}

journal::Draft begin_issue(const Answerable& moment, const trust::Principal& principal,
                           const Envelope& envelope, std::string_view kind,
                           const std::string& code) {
    auto draft = begin_draft(moment, principal, envelope, kind, "issue/" + code);
    draft.payload.set("issue", code);
    draft.expects = journal::Expectation{0, {draft.subject, "issues"}};
    return draft;
}

}  // namespace

IssueRequest read_issue(const Json& body) {
    base::FieldReader fields{body, "body"};
    IssueRequest request;
    request.form = fields.optional_string("form").value_or("");
    request.title = fields.string("title");
    request.text = fields.optional_string("text").value_or("");
    request.raised_by = fields.string("raised_by");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_issue(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const IssueRequest& request) {
    TRY(trust::require(principal, trust::Action::raise));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const std::string form = request.form.empty() ? "issue" : request.form;
    check_form(plan.council, form, faults);
    check_title(request.title, "title", faults);
    std::string raised_by = request.raised_by;
    if (raised_by != "firm" && raised_by != "member") {
        const auto named = institution_named(plan, raised_by);
        const auto* own = plan.find_institution(principal.institution);
        if (named.ok())
            raised_by = named->text();
        if (named.ok() && !is_secretariat(moment, principal) &&
            (own == nullptr || own->code != named.value()))
            faults.push_back(
                {ErrorCode::not_the_owner,
                 fmt::format("expected firm, member or one's own institution, found {}: "
                             "the secretariat enters what others bring",
                             raised_by),
                 "raised_by"});
        if (!named.ok())
            faults.push_back(
                {named.error().code,
                 fmt::format("expected firm, member or an institution: {}", named.error().message),
                 "raised_by"});
    }
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    TRY(settle(request, std::move(faults)));
    // Numbered over all issues that were ever recorded, whatever day they count from.
    const auto everything =
        record.state().council({moment.known.seq, base::Day::max()}, moment.plan->working);
    auto draft = begin_issue(moment, principal, request, "issue.raised",
                             fmt::format("I-{}", everything->issues.size() + 1));
    draft.payload.set("form", form);
    draft.payload.set("title", request.title);
    draft.payload.set("raised_by", raised_by);
    if (!request.text.empty())
        draft.payload.set("text", vaulted(draft, request.text));
    return draft;
}

AssignmentRequest read_assignment(const Json& body) {
    base::FieldReader fields{body, "body"};
    AssignmentRequest request;
    request.issue = fields.string("issue");
    request.constraint = fields.optional_string("constraint").value_or("");
    request.owner = fields.string("owner");
    request.form = fields.optional_string("form").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_assignment(const Record& record, const Answerable& moment,
                                        const trust::Principal& principal,
                                        const AssignmentRequest& request) {
    TRY(trust::require(principal, trust::Action::convene));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const Issue* issue = issue_named(*standing, request.issue, faults);
    const auto owner = institution_named(plan, request.owner);
    if (!owner.ok())
        faults.push_back({owner.error().code, owner.error().message, "owner"});
    if (!request.form.empty())
        check_form(plan.council, request.form, faults);
    if (!request.constraint.empty() &&
        std::ranges::find(plan.constraints, request.constraint, &plan::Constraint::code) ==
            plan.constraints.end()) {
        std::vector<std::string> codes;
        for (const auto& constraint : plan.constraints)
            codes.push_back(constraint.code);
        faults.push_back({ErrorCode::no_such_matter,
                          fmt::format("expected one of {}, found \"{}\"", fmt::join(codes, ", "),
                                      request.constraint),
                          "constraint"});
    }
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (issue != nullptr) {
        check_open(*issue, faults);
        check_after(*issue, day_of(moment, request), faults);
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_issue(moment, principal, request, "issue.assigned", request.issue);
    draft.payload.set("owner", owner->text());
    if (!request.constraint.empty())
        draft.payload.set("constraint", request.constraint);
    if (!request.form.empty())
        draft.payload.set("form", request.form);
    return draft;
}

AnswerRequest read_answer(const Json& body) {
    base::FieldReader fields{body, "body"};
    AnswerRequest request;
    request.issue = fields.string("issue");
    request.text = fields.string("text");
    request.decision = fields.optional_string("decision").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_answer(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const AnswerRequest& request) {
    TRY(trust::require(principal, trust::Action::answer));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const plan::Plan& plan = *moment.plan->working;
    const Issue* issue = issue_named(*standing, request.issue, faults);
    const base::Day day = day_of(moment, request);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (base::is_blank(request.text))
        faults.push_back({ErrorCode::reason_required, "expected an answer, found none", "text"});
    if (issue != nullptr) {
        check_open(*issue, faults);
        check_after(*issue, day, faults);
        if (!request.decision.empty()) {
            check_authority(record, moment, request.decision, {request.issue}, day, faults);
        } else {
            const auto* institution = plan.find_institution(principal.institution);
            const bool is_owner = issue->assigned && institution != nullptr &&
                                  institution->code == issue->assigned->what->owner;
            if (!is_owner)
                faults.push_back({ErrorCode::not_the_owner,
                                  issue->assigned
                                      ? fmt::format("issue {} is for {} to answer", issue->code(),
                                                    issue->assigned->what->owner.text())
                                      : fmt::format("nobody owns issue {} yet; the secretariat "
                                                    "assigns it first",
                                                    issue->code()),
                                  "institution"});
        }
    }
    TRY(settle(request, std::move(faults)));
    auto draft = begin_issue(moment, principal, request, "issue.answered", request.issue);
    draft.payload.set("text", vaulted(draft, request.text));
    if (!request.decision.empty())
        draft.payload.set("decision", request.decision);
    return draft;
}

IssueChangeRequest read_issue_change(const Json& body) {
    base::FieldReader fields{body, "body"};
    IssueChangeRequest request;
    request.issue = fields.string("issue");
    request.reason = fields.optional_string("reason").value_or("");
    const auto action = fields.string("action");
    request.withdraw = action == "withdraw";
    if (action != "withdraw" && action != "reopen" && !action.empty())
        fields.fail(ErrorCode::invalid_argument, "action",
                    fmt::format("expected reopen or withdraw, found \"{}\"", action));
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

Result<journal::Draft> draft_issue_change(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const IssueChangeRequest& request) {
    TRY(trust::require(principal, trust::Action::raise));
    std::vector<Error> faults;
    const auto standing = standing_of(record, moment);
    const Issue* issue = issue_named(*standing, request.issue, faults);
    check_envelope(moment, principal, request, faults);
    (void)acting_institution(moment, principal, faults);
    if (base::is_blank(request.reason))
        faults.push_back({ErrorCode::reason_required, "expected a reason, found none", "reason"});
    if (issue != nullptr) {
        check_after(*issue, day_of(moment, request), faults);
        const auto* institution = moment.plan->working->find_institution(principal.institution);
        const bool raised_it =
            institution != nullptr && institution->code.text() == issue->raised.what->raised_by;
        if (!raised_it && !is_secretariat(moment, principal))
            faults.push_back({ErrorCode::not_the_owner,
                              fmt::format("issue {} was raised by {}; it, or the secretariat for "
                                          "it, says so",
                                          issue->code(), issue->raised.what->raised_by),
                              "institution"});
        if (request.withdraw)
            check_open(*issue, faults);
        else if (issue->is_open())
            faults.push_back({ErrorCode::matter_settled,
                              fmt::format("issue {} is open", issue->code()), "issue"});
    }
    TRY(settle(request, std::move(faults)));
    auto draft =
        begin_issue(moment, principal, request,
                    request.withdraw ? "issue.withdrawn" : "issue.reopened", request.issue);
    draft.payload.set("reason", vaulted(draft, request.reason));
    return draft;
}

}  // namespace app
