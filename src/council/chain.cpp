#include "council/chain.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace council {
namespace {

using status::TargetStatus;

class Linking {
  public:
    explicit Linking(const ChainInput& input) : input_(input) {
        for (const auto& judged : input.targets)
            by_activity_[judged.activity.text()].push_back(&judged);
    }

    ChainLink link(const plan::Activity& activity) const {
        ChainLink link;
        link.activity = &activity;
        if (const auto at = by_activity_.find(activity.code.text()); at != by_activity_.end())
            link.targets = at->second;
        link.footing = footing_of(activity, link.targets);
        add_outcomes(activity, link);
        link.known = known_of(link);
        return link;
    }

  private:
    Footing footing_of(const plan::Activity& activity,
                       const std::vector<const TargetStatus*>& targets) const {
        const auto any = [&](auto test) { return std::ranges::any_of(targets, test); };
        if (any([](const TargetStatus* one) { return one->verified.has_value(); }) ||
            any([](const TargetStatus* one) { return one->status == status::Status::met; }))
            return Footing::verified;
        if (any([](const TargetStatus* one) { return one->actual.has_value(); }))
            return Footing::reported;
        return input_.asked_from.contains(activity.code) ? Footing::asked : Footing::not_asked;
    }

    // The results under the activity's own objective; where the strategy ties none to it, those of
    // the strategy as a whole.
    void add_outcomes(const plan::Activity& activity, ChainLink& link) const {
        std::set<plan::ObjectiveId> own{activity.objective};
        for (const auto* at = input_.plan.find(activity.objective);
             at != nullptr && at->parent && own.insert(*at->parent).second;)
            at = input_.plan.find(*at->parent);
        std::vector<const TargetStatus*> of_all;
        for (const auto& judged : input_.outcomes) {
            const auto* outcome = input_.plan.find_outcome(judged.id);
            if (outcome->objective && own.contains(*outcome->objective))
                link.outcomes.push_back(&judged);
            else if (!outcome->objective)
                of_all.push_back(&judged);
        }
        link.is_of_objective = !link.outcomes.empty();
        if (!link.is_of_objective)
            link.outcomes = std::move(of_all);
    }

    static std::string known_of(const ChainLink& link) {
        const auto measured = std::ranges::count_if(
            link.outcomes, [](const TargetStatus* one) { return one->actual.has_value(); });
        const std::string result =
            link.outcomes.empty()  ? "no result is named"
            : link.is_of_objective ? fmt::format("{} of {} results of its objective are measured",
                                                 measured, link.outcomes.size())
                                   : std::string{"the strategy ties no result to its objective"};
        switch (link.footing) {
            case Footing::not_asked:
                return "nobody has been asked to carry it out; " + result;
            case Footing::asked:
                return "asked, and nothing has been reported; " + result;
            case Footing::reported:
                return "reported, and not verified; " + result;
            default:
                return "verified to a part; " + result + "; whether it moved them is not tested";
        }
    }

    const ChainInput& input_;
    std::unordered_map<std::string, std::vector<const TargetStatus*>> by_activity_;
};

}  // namespace

std::string_view word(Footing footing) {
    constexpr std::array<std::string_view, 4> words{"not_asked", "asked", "reported", "verified"};
    return words[static_cast<std::size_t>(footing)];
}

std::vector<Chain> chains_of(const ChainInput& input) {
    const Linking linking{input};
    std::vector<Chain> chains;
    for (const auto& constraint : input.plan.constraints) {
        Chain chain{&constraint, {}, 0};
        for (const auto& code : constraint.activities) {
            if (const auto* activity = input.plan.find(code))
                chain.links.push_back(linking.link(*activity));
        }
        chain.open_issues =
            static_cast<int>(std::ranges::count_if(input.standing.issues, [&](const Issue& issue) {
                return issue.is_open() && issue.constraint == constraint.code;
            }));
        chains.push_back(std::move(chain));
    }
    return chains;
}

std::vector<plan::ActivityId> without_constraint(const plan::Plan& plan) {
    std::set<plan::ActivityId> addressed;
    for (const auto& constraint : plan.constraints)
        addressed.insert(constraint.activities.begin(), constraint.activities.end());
    std::vector<plan::ActivityId> rest;
    for (const auto& activity : plan.activities) {
        if (!addressed.contains(activity.code))
            rest.push_back(activity.code);
    }
    return rest;
}

}  // namespace council
