#pragma once

#include "app/setting.h"
#include "base/json.h"

#include <string>

namespace app {

/// A firm or a member brings something before the council's desk; the clock runs from that day.
struct IssueRequest : Envelope {
    std::string form;       ///< of the desk: issue (where empty), whitelisting, one_window, ...
    std::string title;      ///< for all to read; no names of people
    std::string text;       ///< kept in the vault
    std::string raised_by;  ///< firm, member, or an institution
};
IssueRequest read_issue(const base::Json& body);
/// Errors: no_such_matter (form), unknown_institution, role_not_allowed.
Result<journal::Draft> draft_issue(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const IssueRequest& request);

/// The secretariat says which constraint it belongs to and who answers.
struct AssignmentRequest : Envelope {
    std::string issue;
    std::string constraint;
    std::string owner;
    std::string form;
};
AssignmentRequest read_assignment(const base::Json& body);
/// Errors: no_such_matter, matter_settled, wrong_day, unknown_institution.
Result<journal::Draft> draft_assignment(const Record& record, const Answerable& moment,
                                        const trust::Principal& principal,
                                        const AssignmentRequest& request);

/// The answer, which is published.
struct AnswerRequest : Envelope {
    std::string issue;
    std::string text;
    std::string decision;  ///< where the council answered
};
AnswerRequest read_answer(const base::Json& body);
/// Errors: no_such_matter, matter_settled, not_the_owner, reason_required, wrong_day,
///         those of `check_authority`.
Result<journal::Draft> draft_answer(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const AnswerRequest& request);

/// Whoever raised it is not content with the answer, or takes it back.
struct IssueChangeRequest : Envelope {
    std::string issue;
    std::string reason;
    bool withdraw = false;  ///< else it is reopened
};
IssueChangeRequest read_issue_change(const base::Json& body);
/// Errors: no_such_matter, matter_settled, reason_required, wrong_day.
Result<journal::Draft> draft_issue_change(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const IssueChangeRequest& request);

}  // namespace app
