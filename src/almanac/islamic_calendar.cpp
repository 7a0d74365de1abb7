#include "almanac/islamic_calendar.h"

#include <algorithm>
#include <utility>

namespace almanac {
namespace {

using base::Day;
using std::chrono::days;

constexpr std::int8_t not_yet = 127;  // no month is so far from the arithmetic calendar

const Day epoch = base::make_day(622, 7, 19);

bool is_seen(Day evening, const Sighting& sighting) {
    return std::ranges::any_of(sighting.sites, [&](const Site& site) {
        const auto visibility = crescent_visibility(evening, site);
        return visibility && *visibility > sighting.visibility;
    });
}

}  // namespace

Day tabular_first_day(IslamicMonth month) {
    // Thirty and twenty-nine days by turns; leap days at the end of eleven years in thirty.
    const int before = 29 * (month.month - 1) + month.month / 2;
    return epoch + days{(month.year - 1) * 354 + (3 + 11 * month.year) / 30 + before};
}

IslamicMonth tabular_month_of(Day day) {
    const auto since = (day - epoch).count();
    IslamicMonth month{static_cast<int>((30 * since + 10646) / 10631), 1};
    while (tabular_first_day(month.next()) <= day)
        month = month.next();
    return month;
}

const Sighting& pakistan() {
    static const Sighting made{{{24.86, 67.01},
                                {25.12, 62.33},
                                {30.18, 66.98},
                                {31.55, 74.34},
                                {33.68, 73.05},
                                {34.01, 71.58}},
                               0.15};
    return made;
}

Day first_day(IslamicMonth month, const Sighting& sighting) {
    // The arithmetic calendar is never further off than this. The evening before is the last of the
    // old month; its moon sets before the sun or cannot be seen.
    const Day about = tabular_first_day(month);
    for (Day evening = about - days{3}; evening < about + days{3}; evening += days{1})
        if (is_seen(evening, sighting))
            return evening + days{1};
    return about;
}

SightedCalendar::SightedCalendar(Sighting sighting) : sighting_(std::move(sighting)) {
    for (auto& days_behind : days_behind_)
        days_behind.store(not_yet, std::memory_order_relaxed);
}

Day SightedCalendar::first_day(IslamicMonth month) const {
    if (month.year < first_year || month.year > last_year)
        return almanac::first_day(month, sighting_);
    const Day about = tabular_first_day(month);
    auto& kept =
        days_behind_[static_cast<std::size_t>(12 * (month.year - first_year) + month.month - 1)];
    auto days_behind = kept.load(std::memory_order_relaxed);
    if (days_behind == not_yet) {
        const auto found = almanac::first_day(month, sighting_) - about;
        days_behind = static_cast<std::int8_t>(found.count());
        kept.store(days_behind, std::memory_order_relaxed);
    }
    return about + days{days_behind};
}

const SightedCalendar& calendar_of_pakistan() {
    static const SightedCalendar made{pakistan()};
    return made;
}

}  // namespace almanac
