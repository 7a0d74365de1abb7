#include "sdmx/period.h"

#include <algorithm>

namespace sdmx {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

// Takes digits from the front; nothing unless there are at least `least` and at most `most`.
std::optional<int> take_number(std::string_view& text, std::size_t least, std::size_t most) {
    std::size_t length = 0;
    int number = 0;
    while (length < text.size() && length < most && text[length] >= '0' && text[length] <= '9')
        number = number * 10 + (text[length++] - '0');
    if (length < least)
        return {};
    text.remove_prefix(length);
    return number;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text.front() != c)
        return false;
    text.remove_prefix(1);
    return true;
}

base::Day plus_months(base::Day day, int count) {
    const year_month_day date{day};
    const auto moved = std::chrono::year_month{date.year(), date.month()} + months{count};
    const year_month_day last{moved / std::chrono::last};
    return year_month_day{moved.year(), moved.month(), std::min(date.day(), last.day())};
}

// "T10:00:00", "T10:00:00.5+05:00": what follows a date. The day may move by the offset.
bool read_time(std::string_view text, TimeSpan& span) {
    const auto hour = take_number(text, 2, 2);
    if (!hour || *hour > 24 || !take(text, ':'))
        return false;
    const auto minute = take_number(text, 2, 2);
    if (!minute || *minute > 59)
        return false;
    int second = 0;
    if (take(text, ':')) {
        const auto seconds = take_number(text, 2, 2);
        if (!seconds || *seconds > 60)
            return false;
        second = *seconds;
    }
    if (take(text, '.') && !take_number(text, 1, 9))
        return false;
    if (*hour == 24 && (*minute > 0 || second > 0))
        return false;
    int offset = 0;
    if (!take(text, 'Z') && !text.empty()) {
        const int sign = text.front() == '-' ? -1 : 1;
        if (text.front() != '+' && text.front() != '-')
            return false;
        text.remove_prefix(1);
        const auto hours = take_number(text, 2, 2);
        take(text, ':');
        const auto minutes = take_number(text, 2, 2);
        if (!hours || !minutes || *hours > 14 || *minutes > 59)
            return false;
        offset = sign * (*hours * 60 + *minutes) * 60;
    }
    if (!text.empty())
        return false;
    auto total = *hour * 3600 + *minute * 60 + second - offset;
    const int moved = total < 0 ? -1 : total / 86'400;
    span.first += days{moved};
    span.last = span.first;
    span.time = std::chrono::seconds{total - moved * 86'400};
    return true;
}

// What follows the year of a reporting period: "A1", "Q3", "W05".
bool read_reporting(std::string_view text, int year, YearStartDay start, TimeSpan& span) {
    const char kind = text.front();
    text.remove_prefix(1);
    const auto number = take_number(text, 1, 3);
    if (!number || *number == 0 || !text.empty())
        return false;
    const base::Day base_day = base::make_day(year, start.month, start.day);
    const base::Day next_base_day = base::make_day(year + 1, start.month, start.day);
    const auto in_months = [&](int length) {
        if (*number > 12 / length)
            return false;
        span.first = plus_months(base_day, (*number - 1) * length);
        span.last = plus_months(base_day, *number * length) - days{1};
        return true;
    };
    switch (kind) {
        case 'A':
            return in_months(12);
        case 'S':
            return in_months(6);
        case 'T':
            return in_months(4);
        case 'Q':
            return in_months(3);
        case 'M':
            return in_months(1);
        case 'W': {
            // The first week is the one that holds the first Thursday of the year.
            const auto weekday = std::chrono::weekday{base_day}.iso_encoding();
            const auto monday =
                weekday <= 4 ? base_day - days{weekday - 1} : base_day + days{8 - weekday};
            span.first = monday + days{7 * (*number - 1)};
            span.last = span.first + days{6};
            return span.first + days{3} < next_base_day;
        }
        case 'D':
            span.first = base_day + days{*number - 1};
            span.last = span.first;
            return span.first < next_base_day;
        default:
            return false;
    }
}

// "P1Y2M10D" from the first day on: each unit once, the longest first.
bool read_duration(std::string_view text, TimeSpan& span) {
    if (!take(text, 'P') || text.empty())
        return false;
    auto end = span.first;
    std::string_view units = "YMWD";
    while (!text.empty()) {
        const auto count = take_number(text, 1, 4);
        const auto unit = text.empty() ? units.npos : units.find(text.front());
        if (!count || unit == units.npos)
            return false;
        switch (units[unit]) {
            case 'Y':
                end = plus_months(end, *count * 12);
                break;
            case 'M':
                end = plus_months(end, *count);
                break;
            case 'W':
                end += days{7 * *count};
                break;
            default:
                end += days{*count};
        }
        units.remove_prefix(unit + 1);
        text.remove_prefix(1);
    }
    if (end <= span.first)
        return false;
    span.last = end - days{1};
    return true;
}

}  // namespace

std::optional<YearStartDay> parse_year_start_day(std::string_view text) {
    if (!text.starts_with("--"))
        return {};
    text.remove_prefix(2);
    const auto month = take_number(text, 2, 2);
    if (!month || !take(text, '-'))
        return {};
    const auto day = take_number(text, 2, 2);
    if (!day || !text.empty())
        return {};
    const YearStartDay start{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
    const year_month_day in_any_year{std::chrono::year{2023}, std::chrono::month{start.month},
                                     std::chrono::day{start.day}};
    return in_any_year.ok() ? std::optional{start} : std::nullopt;
}

std::optional<TimeSpan> parse_period(std::string_view text, YearStartDay year_start) {
    const auto year = take_number(text, 4, 4);
    if (!year || *year == 0)
        return {};
    TimeSpan span{base::make_day(*year, 1, 1), base::make_day(*year, 12, 31)};
    if (text.empty())
        return span;
    if (!take(text, '-') || text.empty())
        return {};
    if (text.front() >= 'A' && text.front() <= 'Z')
        return read_reporting(text, *year, year_start, span) ? std::optional{span} : std::nullopt;

    const auto month = take_number(text, 2, 2);
    if (!month || *month < 1 || *month > 12)
        return {};
    span.first = base::make_day(*year, static_cast<unsigned>(*month), 1);
    span.last = plus_months(span.first, 1) - days{1};
    if (text.empty())
        return span;
    if (!take(text, '-'))
        return {};
    const auto day = take_number(text, 2, 2);
    const auto days_in_month = (span.last - span.first).count() + 1;
    if (!day || *day < 1 || *day > days_in_month)
        return {};
    span.first += days{*day - 1};
    span.last = span.first;
    if (text.empty())
        return span;
    if (take(text, 'T')) {
        const auto slash = text.find('/');
        TimeSpan moved = span;
        if (!read_time(text.substr(0, slash), moved))
            return {};
        if (slash == text.npos)
            return moved;
        text.remove_prefix(slash);
    }
    return take(text, '/') && read_duration(text, span) ? std::optional{span} : std::nullopt;
}

}  // namespace sdmx
