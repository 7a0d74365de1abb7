#pragma once

#include "almanac/sky.h"
#include "base/date.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

namespace almanac {

/// A month of the Islamic calendar: 1445, 9 is Ramadan of 1445.
struct IslamicMonth {
    int year = 1;
    int month = 1;  ///< 1 to 12

    IslamicMonth next() const {
        return month == 12 ? IslamicMonth{year + 1, 1} : IslamicMonth{year, month + 1};
    }
    friend bool operator==(const IslamicMonth&, const IslamicMonth&) = default;
};
inline constexpr int ramadan = 9, shawwal = 10, dhu_al_hijja = 12;

/// The arithmetic calendar: eleven leap years in thirty, epoch 622-07-19. At most two days from
/// what is seen. Source: Reingold and Dershowitz, Calendrical Calculations (2018), chapter 7.
base::Day tabular_first_day(IslamicMonth month);
/// The month that holds a day, in the arithmetic calendar.
IslamicMonth tabular_month_of(base::Day day);

/// Where a calendar is decided by seeing the crescent, and how hard a crescent is still seen.
struct Sighting {
    std::vector<Site> sites;  ///< seen at one of them is seen
    double visibility = 0;    ///< least, as `crescent_visibility` has it
};

/// Pakistan's: Karachi, Gwadar, Quetta, Lahore, Islamabad and Peshawar, with the visibility that
/// agrees best with what was announced from 2005 to 2025: 51 of 54 first days, the others one day
/// earlier than computed (`almanac_test --gtest_filter=Pakistan.*`).
const Sighting& pakistan();

/// The first day of a month as it follows from the evening on which the crescent is first visible:
/// the day after it. What was announced may be another day, for clouds hide and people err.
///
/// Shape: from 1300 to 1600, which is 1882 to 2174.
base::Day first_day(IslamicMonth month, const Sighting& sighting);

/// The same first days, each computed when it is first asked for and then kept. Several threads may
/// ask at once. Shape: as first_day.
class SightedCalendar {
  public:
    explicit SightedCalendar(Sighting sighting);

    base::Day first_day(IslamicMonth month) const;

  private:
    static constexpr int first_year = 1300, last_year = 1600;

    Sighting sighting_;
    /// By month: days behind the arithmetic calendar. Whoever computes one keeps the same number,
    /// so that nobody waits for another.
    mutable std::array<std::atomic<std::int8_t>, 12 * (last_year - first_year + 1)> days_behind_;
};

/// That of `pakistan`, for all who ask.
const SightedCalendar& calendar_of_pakistan();

}  // namespace almanac
