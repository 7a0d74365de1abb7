#pragma once

#include "statistics/as_of.h"

#include <algorithm>
#include <compare>
#include <span>
#include <vector>

namespace statistics {

/// Whether two times differ in their index alone, so that the index orders their days too.
inline bool is_like(const TimePeriod& a, const TimePeriod& b) {
    return a.span == b.span && a.span != Span::year_to_date &&
           a.period.frequency() == b.period.frequency() &&
           a.period.year_start() == b.period.year_start();
}

std::strong_ordering compare_unlike_days(const TimePeriod& a, const TimePeriod& b);

/// By first and last day. A state at the end of a month and a flow of that month are equal in it.
inline std::strong_ordering compare_days(const TimePeriod& a, const TimePeriod& b) {
    return is_like(a, b) ? a.period.index() <=> b.period.index() : compare_unlike_days(a, b);
}

/// The order of a series: by days, then vintage, journal entry and place in the load.
bool comes_before(const FigureFacts& a, const FigureFacts& b);

/// Whether two figures are alike in all but where they stand and when they were loaded.
template <typename Figure>
bool is_same_figure(const Figure& a, const Figure& b) {
    return a.time == b.time && a.value == b.value && a.value.scale() == b.value.scale() &&
           a.precision == b.precision && a.status == b.status && a.vintage == b.vintage;
}

/// What `drop_repeated` does, to observations or to their facts; `hear` gives the one that is kept
/// the word of the last one on whether it is suspect.
template <typename Figure, typename AreSame, typename Hear>
std::size_t drop_repeated_figures(std::vector<Figure>& figures, AreSame are_same, Hear hear) {
    const std::size_t before = figures.size();
    std::vector<Figure> kept;
    kept.reserve(before);
    std::size_t group = 0;  // where the figures of the same days and vintage begin
    for (auto& candidate : figures) {
        while (group < kept.size() && (kept[group].vintage.known_on != candidate.vintage.known_on ||
                                       compare_days(kept[group].time, candidate.time) != 0))
            ++group;
        const auto first = kept.begin() + static_cast<std::ptrdiff_t>(group);
        const auto same = std::find_if(first, kept.end(),
                                       [&](const Figure& one) { return are_same(one, candidate); });
        if (same == kept.end())
            kept.push_back(std::move(candidate));
        else
            hear(*same, candidate);
    }
    figures = std::move(kept);
    return before - figures.size();
}

/// Calls `use` for each time with the figures of it that `counts` lets pass, in the order in which
/// they became known; not where none does. A state at the end of a month and a flow of that month
/// may share their days, and are two times. `known` is room for the figures of a time.
///
/// Shape: `all`, of observations or of their facts, stands in the order of a series.
template <typename Figure, typename Counts, typename Use>
void for_each_time(std::span<const Figure> all, std::vector<const Figure*>& known, Counts counts,
                   Use use) {
    const auto comes_earlier = [](const auto* a, const auto* b) { return comes_after(*b, *a); };
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin + 1;
        while (end < all.size() && compare_days(all[end].time, all[begin].time) == 0)
            ++end;
        for (const bool point : {false, true}) {
            known.clear();
            for (std::size_t i = begin; i < end; ++i) {
                if ((all[i].time.span == Span::point_in_time) == point && counts(all[i]))
                    known.push_back(&all[i]);
            }
            if (!std::ranges::is_sorted(known, comes_earlier))
                std::ranges::sort(known, comes_earlier);
            if (!known.empty())
                use(known);
        }
        begin = end;
    }
}

template <typename Figure, typename Counts, typename Use>
void for_each_time(std::span<const Figure> all, Counts counts, Use use) {
    std::vector<const Figure*> known;
    for_each_time(all, known, counts, use);
}

}  // namespace statistics
