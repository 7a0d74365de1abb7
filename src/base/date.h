#pragma once

#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace base {

/// A day of the Gregorian calendar.
using Day = std::chrono::sys_days;

/// Errors: invalid_date unless the text is YYYY-MM-DD and that day exists.
Result<Day> parse_day(std::string_view text);
std::string to_string(Day day);
/// Appends what `to_string` gives.
void append_day(std::string& out, Day day);
Day make_day(int year, unsigned month, unsigned day);

}  // namespace base
