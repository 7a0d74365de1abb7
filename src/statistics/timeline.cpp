#include "statistics/timeline.h"

#include "statistics/as_of.h"

#include <algorithm>

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
    std::vector<const Observation*> known;
    const auto& all = series.observations;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && counts_same_days(all[end].time, all[begin].time))
            ++end;
        for (const bool point : {false, true}) {
            known.clear();
            for (std::size_t i = begin; i < end; ++i)
                if ((all[i].time.span == Span::point_in_time) == point &&
                    all[i].status != ObservationStatus::missing)
                    known.push_back(&all[i]);
            std::ranges::sort(known,
                              [](const auto* a, const auto* b) { return comes_after(*b, *a); });
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
        }
        begin = end;
    }
    return steps;
}

}  // namespace statistics
