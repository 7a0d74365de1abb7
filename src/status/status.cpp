#include "status/status.h"

#include <array>

namespace status {
namespace {

constexpr std::array<std::string_view, status_count> words{
    "met",     "on_track", "at_risk",   "off_track", "missed",
    "overdue", "no_data",  "not_asked", "not_due",   "cannot_judge"};
constexpr std::array<std::string_view, status_count> labels{
    "met",     "on track", "at risk",   "off track", "missed",
    "overdue", "no data",  "not asked", "not due",   "cannot judge"};

}  // namespace

std::string_view word(Status status) {
    return words[static_cast<std::size_t>(status)];
}

std::string_view label(Status status) {
    return labels[static_cast<std::size_t>(status)];
}

std::map<plan::ObjectiveId, Tally> roll_up(const plan::Plan& plan,
                                           const std::vector<TargetStatus>& targets) {
    std::map<plan::ObjectiveId, Tally> tallies;
    for (const auto& objective : plan.objectives)
        tallies[objective.code];
    std::map<plan::ActivityId, const plan::Objective*> objective_of;
    for (const auto& activity : plan.activities)
        objective_of[activity.code] = plan.find(activity.objective);
    for (const auto& target : targets) {
        const auto at = objective_of.find(target.activity);
        if (at == objective_of.end() || at->second == nullptr)
            continue;
        tallies[at->second->code].add(target.status);
        if (at->second->parent)
            tallies[*at->second->parent].add(target.status);
    }
    return tallies;
}

}  // namespace status
