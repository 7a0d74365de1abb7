#pragma once

#include "council/standing.h"
#include "status/status.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace council {

/// How far an activity has come towards acting on a constraint.
enum class Footing {
    not_asked,  ///< its lead has not confirmed it and no working plan holds it
    asked,      ///< nobody has reported yet
    reported,   ///< something was reported, nothing is verified on good evidence
    verified    ///< at least one target stands on verified evidence of grade B or better
};
std::string_view word(Footing footing);

/// An activity in a chain, with what is known of its links.
struct ChainLink {
    const plan::Activity* activity = nullptr;
    Footing footing = Footing::not_asked;
    std::vector<const status::TargetStatus*> targets;
    std::vector<const status::TargetStatus*> outcomes;  ///< of its objective, or of the whole plan
    bool is_of_objective = false;  ///< the strategy ties these outcomes to the activity's objective
    std::string known;             ///< what is known of the way to the result, in one sentence
};

/// A constraint with the activities that the strategy sets against it.
struct Chain {
    const plan::Constraint* constraint = nullptr;
    std::vector<ChainLink> links;
    int open_issues = 0;  ///< raised with the council and filed under the constraint
};

struct ChainInput {
    const plan::Plan& plan;
    const Standing& standing;
    const std::map<plan::ActivityId, base::Day>& asked_from;
    std::span<const status::TargetStatus> targets;
    std::span<const status::TargetStatus> outcomes;
};

/// Constraint → activity → target → result, in the plan's order of constraints.
/// Source: docs/methods/council.md, "The chain".
std::vector<Chain> chains_of(const ChainInput& input);

/// The activities that the strategy sets against no constraint.
std::vector<plan::ActivityId> without_constraint(const plan::Plan& plan);

}  // namespace council
