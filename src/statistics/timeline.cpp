#include "statistics/timeline.h"

#include "statistics/known_figures.h"

namespace statistics {
namespace {

int rank(const Observation& observation) {
    if (!observation.suspect.empty())
        return 0;
    return observation.status == ObservationStatus::forecast ? 1 : 2;
}

bool takes_the_place_of(const Observation& later, const Observation& earlier) {
    return rank(later) == rank(earlier) ? supersedes(later, earlier) : rank(later) > rank(earlier);
}

}  // namespace

std::vector<Step> timeline(const Series& series) {
    std::vector<Step> steps;
    const auto is_there = [](const Observation& observation) {
        return observation.status != ObservationStatus::missing;
    };
    for_each_time(series, is_there, [&](const std::vector<const Observation*>& known) {
        const Observation* best = nullptr;
        for (const auto* next : known) {
            if (best != nullptr && !takes_the_place_of(*next, *best))
                continue;
            best = next;
            if (!steps.empty() && steps.back().figure->time.same_days(best->time) &&
                steps.back().from == best->vintage.known_on)
                steps.back().figure = best;
            else
                steps.push_back({best, best->vintage.known_on});
        }
    });
    return steps;
}

}  // namespace statistics
