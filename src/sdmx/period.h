#pragma once

#include "base/date.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace sdmx {

/// The day on which reporting years begin: 1 July in "--07-01". A reporting period 2023-A1 is then
/// July 2023 to June 2024: a reporting year carries the number of the year in which it begins.
/// Source: SDMX 2.1 technical notes, section 4.2.6.
struct YearStartDay {
    unsigned month = 1;
    unsigned day = 1;
};
/// Nothing unless the text is "--MM-DD" and that day is in every year.
std::optional<YearStartDay> parse_year_start_day(std::string_view text);

/// What a TIME_PERIOD covers: its first and last day, and of a date-time the second of the day.
struct TimeSpan {
    base::Day first{};
    base::Day last{};
    std::optional<std::chrono::seconds> time = {};  ///< since midnight, UTC
};

/// Reads an ObservationalTimePeriod: 2024, 2024-03, 2024-03-31, 2024-03-31T10:00:00Z, 2024-A1,
/// 2024-S1, 2024-T1, 2024-Q1, 2024-M03, 2024-W09, 2024-D064, 2023-07-01/P1Y. Nothing where it is
/// none of these.
std::optional<TimeSpan> parse_period(std::string_view text, YearStartDay year_start);

}  // namespace sdmx
