#pragma once

#include "statistics/as_of.h"

#include <algorithm>
#include <vector>

namespace statistics {

/// Calls `use` for each time of a series with the figures of it that `counts` lets pass, in the
/// order in which they became known. A state at the end of a month and a flow of that month may
/// share their days, and are two times.
template <typename Counts, typename Use>
void for_each_time(const Series& series, Counts counts, Use use) {
    std::vector<const Observation*> known;
    const auto& all = series.observations;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && counts_same_days(all[end].time, all[begin].time))
            ++end;
        for (const bool point : {false, true}) {
            known.clear();
            for (std::size_t i = begin; i < end; ++i) {
                if ((all[i].time.span == Span::point_in_time) == point && counts(all[i]))
                    known.push_back(&all[i]);
            }
            std::ranges::sort(known,
                              [](const auto* a, const auto* b) { return comes_after(*b, *a); });
            use(known);
        }
        begin = end;
    }
}

}  // namespace statistics
