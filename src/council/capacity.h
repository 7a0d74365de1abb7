#pragma once

#include "plan/plan.h"

#include <optional>
#include <vector>

namespace council {

/// What an institution carries of the plan, against its rated capacity.
///
/// Units:  `load` counts an activity that it leads as 1, one that it supports as a quarter; the
/// limit
///         is a share of all activities by rating: 1 (best) 30 %, 2 20 %, 3 10 %, and never
///         below 1.
/// Source: docs/methods/council.md; the ratings are the strategy's, the rule is ours.
struct InstitutionLoad {
    plan::InstitutionId institution;
    std::vector<plan::ActivityId> leads;
    std::vector<plan::ActivityId> supports;
    std::optional<int> capacity;
    double load = 0;
    std::optional<double> limit;  ///< nothing where the capacity is not rated
    bool has_seat = false;
    bool is_over() const { return limit && load > *limit; }
    bool is_idle() const { return leads.empty() && supports.empty(); }
};

/// One for every institution of the plan, in its order.
std::vector<InstitutionLoad> loads_of(const plan::Plan& plan);

}  // namespace council
