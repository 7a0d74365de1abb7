#pragma once

#include "almanac/islamic_calendar.h"
#include "base/period.h"

#include <string>
#include <vector>

namespace almanac {

/// A regressor of monthly or quarterly figures: one value for each period.
struct Regressor {
    std::string name;
    std::vector<double> values;
};

/// Stretches of time: `count` months or quarters from `first` on.
struct Stretch {
    base::Period first;
    std::size_t count = 0;
};

/// Six contrasts: how often each day from Monday to Saturday comes, less how often Sunday does.
/// Source: Bell and Hillmer (1983).
std::vector<Regressor> trading_days(const Stretch& of);
/// One contrast: days from Monday to Friday less five halves of Saturdays and Sundays.
Regressor weekdays(const Stretch& of);
/// 0.75 in a leap year's February, -0.25 in another's, 0 else; quarters alike.
Regressor leap_year(const Stretch& of);

/// Easter Sunday of the Gregorian calendar. Source: Meeus (1998), chapter 8.
base::Day easter_sunday(int year);
/// The share of the `days` days before Easter that lie in the period, less its mean from 1600 to
/// 2099. Source: Bell and Hillmer (1983).
Regressor easter(const Stretch& of, int days);

/// Days that come in each Islamic year: `length` of them from `day` of `month` on.
struct IslamicFeast {
    std::string name;
    int month = 1;
    int day = 1;
    int length = 1;
};
IslamicFeast ramadan_fast();  ///< the month of Ramadan, 29 or 30 days
IslamicFeast eid_al_fitr();   ///< three days from 1 Shawwal
IslamicFeast eid_al_adha();   ///< three days from 10 Dhu al-Hijja

/// The share of a feast's days that lie in the period, less what would lie there if they were
/// spread evenly over the years; so that the level of the series is not touched.
///
/// Shape: a day by which `first_day` errs moves one day of the feast: a third of an Eid, a
/// thirtieth
///        of Ramadan, where it falls across the end of a month, and nothing else.
Regressor islamic(const Stretch& of, const IslamicFeast& feast, const SightedCalendar& calendar);

}  // namespace almanac
