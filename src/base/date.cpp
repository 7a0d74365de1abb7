#include "base/date.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>

namespace base {
namespace {

bool read_digits(std::string_view text, int& value) {
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
    }
    return std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc{};
}

}  // namespace

Result<Day> parse_day(std::string_view text) {
    int year = 0, month = 0, day = 0;
    const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' &&
                        read_digits(text.substr(0, 4), year) &&
                        read_digits(text.substr(5, 2), month) &&
                        read_digits(text.substr(8, 2), day);
    if (!shaped)
        return Error{ErrorCode::invalid_date,
                     fmt::format("expected a date as YYYY-MM-DD, found \"{}\"", text), ""};
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok())
        return Error{ErrorCode::invalid_date,
                     fmt::format("the day {} does not exist in the calendar", text), ""};
    return Day{date};
}

void append_day(std::string& out, Day day) {
    const std::chrono::year_month_day date{day};
    const int year = static_cast<int>(date.year());
    if (year < 0 || year > 9999) {
        out += to_string(day);
        return;
    }
    const auto month = static_cast<unsigned>(date.month());
    const auto of_month = static_cast<unsigned>(date.day());
    const auto digit = [](unsigned value) { return static_cast<char>('0' + value % 10); };
    const auto of_year = static_cast<unsigned>(year);
    const char text[] = {digit(of_year / 1000),
                         digit(of_year / 100),
                         digit(of_year / 10),
                         digit(of_year),
                         '-',
                         digit(month / 10),
                         digit(month),
                         '-',
                         digit(of_month / 10),
                         digit(of_month)};
    out.append(text, sizeof text);
}

std::string to_string(Day day) {
    const std::chrono::year_month_day date{day};
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

Day make_day(int year, unsigned month, unsigned day) {
    return Day{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}};
}

}  // namespace base
