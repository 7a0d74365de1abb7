#include "programme/funnel.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace programme {
namespace {

std::string why_not(const StageCount& from, const StageCount& to) {
    for (const auto* stage : {&from, &to}) {
        if (!stage->count)
            return fmt::format("no count of {}", stage->stage);
    }
    if (from.count->is_zero())
        return fmt::format("nobody reached {}", from.stage);
    if (*to.count > *from.count)
        return fmt::format("{} counts more than {}, so they are not of the same", to.stage,
                           from.stage);
    return {};
}

Reading share(const StageCount& part, const StageCount& whole) {
    if (auto why = why_not(whole, part); !why.empty())
        return Reading::none(std::move(why));
    return {part.count->to_double() / whole.count->to_double(),
            quotient_qualifier(part.qualifier, whole.qualifier),
            {}};
}

}  // namespace

Interval wilson95(double part, double whole) {
    constexpr double z = 1.959963984540054;  // the normal quantile of 0.975
    const double p = part / whole;
    const double scale = 1 + z * z / whole;
    const double centre = (p + z * z / (2 * whole)) / scale;
    const double half = z / scale * std::sqrt(p * (1 - p) / whole + z * z / (4 * whole * whole));
    return {std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

std::vector<FunnelStep> funnel_steps(std::span<const StageCount> stages) {
    std::vector<FunnelStep> steps;
    for (std::size_t i = 1; i < stages.size(); ++i) {
        const auto& from = stages[i - 1];
        const auto& to = stages[i];
        FunnelStep step{from.stage, to.stage, share(to, from), {}, share(to, stages[0]), {}};
        if (step.conversion.value) {
            step.dropped = {from.count->to_double() - to.count->to_double(),
                            difference_qualifier(from.qualifier, to.qualifier),
                            {}};
            step.wilson95 = wilson95(to.count->to_double(), from.count->to_double());
        } else {
            step.dropped = Reading::none(step.conversion.reason);
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace programme
