#pragma once

#include "app/evidence.h"
#include "app/setting.h"
#include "base/json.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A decision of a meeting of the council or of a working group; or one that was taken before this
/// record could hold the meeting, from signed minutes.
struct DecisionRequest : Envelope {
    std::string meeting;
    std::string item;
    std::string code;           ///< of a decision from minutes; else it is given
    EvidenceReference minutes;  ///< the signed minutes
    std::string title;
    std::string text;  ///< kept in the vault
    std::vector<std::string> concerns;
    std::vector<std::string> in_favour;
    std::vector<std::string> against;
    std::vector<std::string> abstained;
    std::vector<std::string> recused;
    bool by_consensus = false;  ///< all who are present and not recused are for it
    std::string owner;          ///< with a seat: the decision becomes an obligation
    std::string body;           ///< that decides it: the decision becomes a policy proposal
    std::optional<base::Day> due;
    std::string proof;
};
DecisionRequest read_decision(const base::Json& body);
/// Errors: no_such_meeting, meeting_not_open, no_such_matter (item), not_quorate, not_present,
///         recused_votes, votes_twice, owner_required, not_a_seat (the owner), wrong_day,
///         code_taken, proof_required (no minutes).
Result<journal::Draft> draft_decision(const Record& record, const Answerable& moment,
                                      const trust::Principal& principal,
                                      const DecisionRequest& request);

/// The due date of an obligation is put off, by a decision; the first one stays visible.
struct ExtensionRequest : Envelope {
    std::string obligation;
    std::optional<base::Day> due;
    std::string decision;
};
ExtensionRequest read_extension(const base::Json& body);
/// Errors: no_such_matter, matter_settled, wrong_day, those of `check_authority`.
Result<journal::Draft> draft_extension(const Record& record, const Answerable& moment,
                                       const trust::Principal& principal,
                                       const ExtensionRequest& request);

/// An obligation is closed with its proof, by somebody other than its owner.
struct ClosingRequest : Envelope {
    std::string obligation;
    std::vector<EvidenceReference> evidence;
    std::string note;
};
ClosingRequest read_closing(const base::Json& body);
/// Errors: no_such_matter, matter_settled, proof_required (none, or none of grade A to C),
///         owner_closes, wrong_day.
Result<journal::Draft> draft_closing(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const ClosingRequest& request);

/// A policy proposal moves on.
struct AdvanceRequest : Envelope {
    std::string proposal;
    std::string stage;
    std::string body;        ///< where it lies now
    std::string legal_text;  ///< its citation; needed once it is enacted
    std::optional<EvidenceReference> paper;
    std::string note;
};
AdvanceRequest read_advance(const base::Json& body);
/// Errors: no_such_matter, wrong_stage, wrong_day, proof_required (enacted without its text).
Result<journal::Draft> draft_advance(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const AdvanceRequest& request);

/// What the council itself achieved in one step of a reform, from 0 to 3.
struct CreditRequest : Envelope {
    std::string proposal;
    std::int64_t step = 0;
    std::int64_t score = -1;
    std::string reason;
};
CreditRequest read_credit(const base::Json& body);
/// Errors: no_such_matter, invalid_argument, reason_required.
Result<journal::Draft> draft_credit(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const CreditRequest& request);

}  // namespace app
