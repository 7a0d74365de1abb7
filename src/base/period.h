#pragma once

#include "base/date.h"
#include "base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

enum class Frequency : std::uint8_t { year, half, quarter, month, week, day };

std::string_view name(Frequency frequency);  ///< "year", "half", ...
int periods_per_year(Frequency frequency);   ///< 1, 2, 4, 12, 52, 365

/// The month in which a year begins: 1 for calendar years, 7 for Pakistan's fiscal years.
struct YearStart {
    int month = 1;
    friend bool operator==(YearStart, YearStart) = default;
};

/// A stretch of time as frequency and index, so that the next one is +1.
///
/// Shape: a fiscal year carries the number of the calendar year in which it ends: with July as
///        first month, FY2024 is July 2023 to June 2024. Weeks are those of ISO 8601.
class Period {
  public:
    Period() = default;

    static Result<Period> year(int number, YearStart start = {});
    static Period month(int year, unsigned month);
    static Period day(Day day);
    /// The period of that frequency that holds `day`.
    static Period containing(Day day, Frequency frequency, YearStart start = {});
    /// 2024, 2024-H1, 2024-Q3, 2024-04, 2024-W05, 2024-04-20; FY2024, FY2024-H1, FY2024-Q1 in
    /// years that begin in `fiscal`. Errors: invalid_period.
    static Result<Period> parse(std::string_view text, YearStart fiscal = {7});

    Frequency frequency() const noexcept { return frequency_; }
    std::int32_t index() const noexcept { return index_; }
    YearStart year_start() const noexcept { return {start_month_}; }
    int year_number() const;  ///< the year (fiscal year) that the period belongs to
    Day first_day() const;
    Day last_day() const;
    std::string text() const;

    Period next() const { return plus(1); }
    Period plus(int count) const {
        Period result = *this;
        result.index_ += count;
        return result;
    }

    friend bool operator==(const Period&, const Period&) = default;
    /// Unordered where frequency or first month differ.
    friend std::partial_ordering operator<=>(const Period& a, const Period& b);

  private:
    Period(Frequency frequency, std::int32_t index, int start_month)
        : index_(index),
          frequency_(frequency),
          start_month_(static_cast<std::int8_t>(start_month)) {}

    std::int32_t index_ = 0;
    Frequency frequency_ = Frequency::day;
    std::int8_t start_month_ = 1;
};

/// Whether a period ends before another ends, whatever their frequencies.
bool ends_before(const Period& a, const Period& b);

/// How many whole periods lie between two of one frequency. Errors: invalid_period otherwise.
Result<int> periods_between(const Period& from, const Period& to);

}  // namespace base
