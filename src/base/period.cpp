#include "base/period.h"

#include <fmt/format.h>

#include <charconv>

namespace base {
namespace {

using std::chrono::days;

// Counted from a Monday, so that a week is a plain division.
const Day first_monday = make_day(1970, 1, 5);

int floor_divide(int a, int b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

int months_of(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return 12;
        case Frequency::half:
            return 6;
        case Frequency::quarter:
            return 3;
        default:
            return 1;
    }
}

// Months since January of the year 0, moved so that the year of the period begins at a multiple
// of 12. A fiscal year is named after the calendar year in which it ends.
int month_shift(int start_month) {
    return start_month == 1 ? 0 : 13 - start_month;
}

Day first_of_month(int months) {
    const int year = floor_divide(months, 12);
    return make_day(year, static_cast<unsigned>(months - year * 12 + 1), 1);
}

bool parse_number(std::string_view text, int digits, int& value) {
    if (static_cast<int>(text.size()) != digits)
        return false;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return false;
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return true;
}

// The Thursday of a week decides its year (ISO 8601).
Day monday_of_iso_week(int year, int week) {
    const Day fourth = make_day(year, 1, 4);
    const Day monday = fourth - days{std::chrono::weekday{fourth}.iso_encoding() - 1};
    return monday + days{7 * (week - 1)};
}

}  // namespace

std::string_view name(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return "year";
        case Frequency::half:
            return "half";
        case Frequency::quarter:
            return "quarter";
        case Frequency::month:
            return "month";
        case Frequency::week:
            return "week";
        case Frequency::day:
            return "day";
    }
    return "day";
}

int periods_per_year(Frequency frequency) {
    switch (frequency) {
        case Frequency::year:
            return 1;
        case Frequency::half:
            return 2;
        case Frequency::quarter:
            return 4;
        case Frequency::month:
            return 12;
        case Frequency::week:
            return 52;
        case Frequency::day:
            return 365;
    }
    return 365;
}

Result<Period> Period::year(int number, YearStart start) {
    if (number < 1 || number > 9999 || start.month < 1 || start.month > 12)
        return Error{
            ErrorCode::invalid_period,
            fmt::format("expected a year from 1 to 9999 that begins in month 1 to 12, found "
                        "year {} beginning in month {}",
                        number, start.month),
            ""};
    return Period{Frequency::year, number, start.month};
}

Period Period::month(int year, unsigned month) {
    return Period{Frequency::month, year * 12 + static_cast<int>(month) - 1, 1};
}

Period Period::day(Day day) {
    return Period{Frequency::day, static_cast<std::int32_t>(day.time_since_epoch().count()), 1};
}

Period Period::containing(Day day, Frequency frequency, YearStart start) {
    if (frequency == Frequency::day)
        return Period::day(day);
    if (frequency == Frequency::week) {
        const auto distance = static_cast<int>((day - first_monday).count());
        return Period{frequency, floor_divide(distance, 7), 1};
    }
    const std::chrono::year_month_day date{day};
    const int months = static_cast<int>(date.year()) * 12 +
                       static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    if (frequency == Frequency::month)
        return Period{frequency, months, 1};
    return Period{frequency, floor_divide(months + month_shift(start.month), months_of(frequency)),
                  start.month};
}

Result<Period> Period::parse(std::string_view text, YearStart fiscal) {
    const auto malformed = [&] {
        return Error{ErrorCode::invalid_period,
                     fmt::format("expected a period such as 2024, 2024-H1, 2024-Q3, 2024-04, "
                                 "2024-W05, 2024-04-20 or FY2024-Q1, found \"{}\"",
                                 text),
                     ""};
    };
    std::string_view rest = text;
    int start = 1;
    const bool is_fiscal = rest.starts_with("FY");
    if (is_fiscal) {
        rest.remove_prefix(2);
        start = fiscal.month;
    }
    int year = 0;
    if (rest.size() < 4 || !parse_number(rest.substr(0, 4), 4, year) || year == 0)
        return malformed();
    rest.remove_prefix(4);
    if (rest.empty())
        return Period{Frequency::year, year, start};
    if (rest.front() != '-' || rest.size() < 3)
        return malformed();
    rest.remove_prefix(1);
    int number = 0;
    if (rest[0] == 'H' && parse_number(rest.substr(1), 1, number) && number >= 1 && number <= 2)
        return Period{Frequency::half, year * 2 + number - 1, start};
    if (rest[0] == 'Q' && parse_number(rest.substr(1), 1, number) && number >= 1 && number <= 4)
        return Period{Frequency::quarter, year * 4 + number - 1, start};
    if (is_fiscal)
        return malformed();
    if (rest[0] == 'W' && parse_number(rest.substr(1), 2, number) && number >= 1) {
        const Period week = containing(monday_of_iso_week(year, number), Frequency::week);
        return week.year_number() == year ? Result<Period>{week} : malformed();
    }
    if (parse_number(rest, 2, number) && number >= 1 && number <= 12)
        return Period{Frequency::month, year * 12 + number - 1, 1};
    const auto date = parse_day(text);
    return date.ok() ? Result<Period>{day(date.value())} : malformed();
}

int Period::year_number() const {
    switch (frequency_) {
        case Frequency::year:
            return index_;
        case Frequency::half:
            return floor_divide(index_, 2);
        case Frequency::quarter:
            return floor_divide(index_, 4);
        case Frequency::month:
            return floor_divide(index_, 12);
        case Frequency::week:
            return static_cast<int>(std::chrono::year_month_day{first_day() + days{3}}.year());
        case Frequency::day:
            return static_cast<int>(std::chrono::year_month_day{first_day()}.year());
    }
    return 0;
}

Day Period::first_day() const {
    switch (frequency_) {
        case Frequency::day:
            return Day{days{index_}};
        case Frequency::week:
            return first_monday + days{7 * index_};
        default:
            return first_of_month(index_ * months_of(frequency_) - month_shift(start_month_));
    }
}

Day Period::last_day() const {
    return plus(1).first_day() - days{1};
}

std::string Period::text() const {
    const std::string_view prefix = start_month_ == 1 ? "" : "FY";
    const int year = year_number();
    switch (frequency_) {
        case Frequency::year:
            return fmt::format("{}{:04}", prefix, year);
        case Frequency::half:
            return fmt::format("{}{:04}-H{}", prefix, year, index_ - year * 2 + 1);
        case Frequency::quarter:
            return fmt::format("{}{:04}-Q{}", prefix, year, index_ - year * 4 + 1);
        case Frequency::month:
            return fmt::format("{:04}-{:02}", year, index_ - year * 12 + 1);
        case Frequency::week: {
            const auto since = (first_day() - monday_of_iso_week(year, 1)).count();
            return fmt::format("{:04}-W{:02}", year, since / 7 + 1);
        }
        case Frequency::day:
            return to_string(first_day());
    }
    return {};
}

bool ends_before(const Period& a, const Period& b) {
    const auto order = a <=> b;
    return order == std::partial_ordering::unordered ? a.last_day() < b.last_day() : order < 0;
}

std::partial_ordering operator<=>(const Period& a, const Period& b) {
    if (a.frequency_ != b.frequency_ || a.start_month_ != b.start_month_)
        return std::partial_ordering::unordered;
    return a.index_ <=> b.index_;
}

Result<int> periods_between(const Period& from, const Period& to) {
    if (from.frequency() != to.frequency() || from.year_start() != to.year_start())
        return Error{
            ErrorCode::invalid_period,
            fmt::format("{} and {} are periods of different kinds", from.text(), to.text()), ""};
    return to.index() - from.index();
}

}  // namespace base
