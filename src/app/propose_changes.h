#pragma once

#include "app/setting.h"
#include "base/json.h"

#include <string>

namespace app {

/// What the secretariat or the lead proposes for the working plan of an activity or of one of its
/// targets; the council adopts it with the working plan of a year. A later proposal for the same
/// subject takes its place.
struct ProposedChangeRequest : Envelope {
    std::string subject;
    base::Json changes = base::Json::object();  ///< field -> new value, as in the plan language
    std::string note;
};
ProposedChangeRequest read_proposed_change(const base::Json& body);
/// Errors: those of the plan language, in one pass; not_lead, nothing_to_change, role_not_allowed.
Result<journal::Draft> draft_proposed_change(const Record& record, const Answerable& moment,
                                             const trust::Principal& principal,
                                             const ProposedChangeRequest& request);

/// The proposals that wait for these activities and were made before an entry, in the order in
/// which they were made: what was proposed after a decision did not lie before those who took it.
std::vector<const plan::ProposedChange*> waiting_proposals(
    const state::PlanInForce& plan, const std::vector<std::string>& activities,
    std::uint64_t before);

/// A proposal is taken back by who made it or by the secretariat, or declined by the council.
struct DeclineRequest : Envelope {
    std::int64_t proposal = -1;  ///< the sequence number of its entry
    std::string reason;
    std::string decision;  ///< of the council, where it declined
};
DeclineRequest read_decline(const base::Json& body);
/// Errors: no_such_matter, matter_settled, not_the_owner, reason_required, no_such_decision.
Result<journal::Draft> draft_decline(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const DeclineRequest& request);

/// What the plan becomes with them. Errors: those of the plan language, naming the proposal.
Result<plan::Plan> with_proposals(const plan::Plan& plan,
                                  const std::vector<const plan::ProposedChange*>& proposals);

/// "1.1.1-1 due: open -> 2025; ...", one change of a subject after another.
std::string readable_difference(const plan::Plan& before, const plan::Plan& after,
                                std::string_view subject);

}  // namespace app
