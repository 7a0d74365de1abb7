#pragma once

#include "almanac/sky.h"
#include "base/date.h"

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

}  // namespace almanac
