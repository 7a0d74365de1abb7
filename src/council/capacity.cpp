#include "council/capacity.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace council {

std::vector<InstitutionLoad> loads_of(const plan::Plan& plan) {
    constexpr std::array<double, 3> share_by_rating{0.30, 0.20, 0.10};
    constexpr double support_weight = 0.25;
    std::vector<InstitutionLoad> loads;
    std::unordered_map<std::string_view, std::size_t> index;
    for (const auto& institution : plan.institutions) {
        index.emplace(institution.code.text(), loads.size());
        loads.push_back({institution.code, {}, {}, institution.capacity, 0, {}, false});
    }
    const auto of = [&](const plan::InstitutionId& code) -> InstitutionLoad* {
        const auto at = index.find(code.text());
        return at == index.end() ? nullptr : &loads[at->second];
    };
    for (const auto& activity : plan.activities) {
        if (auto* lead = activity.lead.is_stated() ? of(*activity.lead) : nullptr)
            lead->leads.push_back(activity.code);
        for (const auto& supporter : activity.support) {
            if (auto* found = of(supporter))
                found->supports.push_back(activity.code);
        }
    }
    for (const auto& seat : plan.council.seats) {
        if (auto* member = of(seat.institution))
            member->has_seat = true;
    }
    const double activities = static_cast<double>(plan.activities.size());
    for (auto& load : loads) {
        load.load = static_cast<double>(load.leads.size()) +
                    support_weight * static_cast<double>(load.supports.size());
        if (load.capacity && *load.capacity >= 1 && *load.capacity <= 3)
            load.limit = std::max(
                1.0, share_by_rating[static_cast<std::size_t>(*load.capacity - 1)] * activities);
    }
    return loads;
}

}  // namespace council
