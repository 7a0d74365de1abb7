#pragma once

#include "base/error.h"
#include "council/standing.h"

#include <string>
#include <vector>

namespace council {

/// How many seats of a body must be present, and the sentence that says why.
struct Quorum {
    int needed = 0;
    int seats = 0;
    std::string rule;  ///< "half of the seats", or that more than half count until it is decided
};

/// Of the council, as the plan in force states it; where it leaves the quorum open, and in working
/// groups, more than half.
Quorum quorum_of(const plan::Council& council, const Standing& standing, std::string_view body);

/// The seats that may take part in a body's meetings.
std::vector<InstitutionId> seats_of(const Standing& standing, std::string_view body);

/// Everything that is wrong with who is said to have been present.
/// Errors: not_a_seat, not_in_office, votes_twice where a seat stands twice.
std::vector<base::Error> check_presence(const Standing& standing, const Meeting& meeting,
                                        const std::vector<Present>& present, base::Day day);

/// Everything that is wrong with the votes on a decision of a meeting that was held.
/// Errors: not_quorate (without those who are recused), not_present, recused_votes, votes_twice.
std::vector<base::Error> check_votes(const Meeting& meeting, const Decided& decision);

struct Count {
    int in_favour = 0;
    int against = 0;
    int abstained = 0;
};
Count count(const std::vector<Ballot>& votes);

/// Adopted with more votes for it than against it.
bool is_carried(const std::vector<Ballot>& votes);

/// Whether the decision names the subject, its activity, its objective or the whole plan. What was
/// decided before, and what was brought before the council, is reached by its own code alone.
bool reaches(const plan::Plan& plan, const Standing& standing, const Decided& decision,
             const std::string& subject);

/// What is wrong with naming that decision for a change of these subjects on that day.
/// Errors: decision_required, no_such_decision, decision_elsewhere.
std::vector<base::Error> check_authority(const plan::Plan& plan, const Standing& standing,
                                         const std::string& decision,
                                         const std::vector<std::string>& subjects, base::Day day);

/// Errors: wrong_stage, wrong_day where it lies before the stage before.
std::vector<base::Error> check_stage(const Proposal& proposal, Stage stage, base::Day day);

/// The steps of the reform process table, in order, and what each score says.
/// Source: Public-Private Dialogue handbook, Reform Process Table.
const std::vector<std::string>& reform_steps();
const std::vector<std::string>& reform_scores();

}  // namespace council
