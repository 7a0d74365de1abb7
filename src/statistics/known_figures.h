#pragma once

#include "statistics/as_of.h"

#include <algorithm>
#include <compare>
#include <span>
#include <vector>

namespace statistics {

/// By first and last day. A state at the end of a month and a flow of that month are equal in it.
std::strong_ordering compare_days(const TimePeriod& a, const TimePeriod& b);

/// The order of a series: by days, then vintage, journal entry and place in the load.
bool comes_before(const FigureFacts& a, const FigureFacts& b);

/// Calls `use` for each time with the figures of it that `counts` lets pass, in the order in which
/// they became known; not where none does. A state at the end of a month and a flow of that month
/// may share their days, and are two times.
///
/// Shape: `all`, of observations or of their facts, stands in the order of a series.
template <typename Figure, typename Counts, typename Use>
void for_each_time(std::span<const Figure> all, Counts counts, Use use) {
    std::vector<const Figure*> known;
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
            if (known.size() > 1)
                std::ranges::sort(known,
                                  [](const auto* a, const auto* b) { return comes_after(*b, *a); });
            if (!known.empty())
                use(known);
        }
        begin = end;
    }
}

}  // namespace statistics
