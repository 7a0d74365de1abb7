#pragma once

#include "statistics/derive.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// A run of whole months, counted from January of the year 0.
struct Months {
    int first = 0;
    int last = 0;
    int count() const { return last - first + 1; }
    friend auto operator<=>(const Months&, const Months&) = default;
};

Months months_of(const TimePeriod& time);
std::string text_of(Months months);  ///< "2023-07/2024-04", or "2024-04" for one
bool is_whole_months(const base::Period& period);

/// A value for a run of months with its derivation, and what its leaves say of it.
struct MonthValue {
    Months months;
    Derivation derivation;
    int precision = 0;
    double uncertainty = 0;
    bool estimated = false;
    bool provisional = false;
    base::Day known_on;
};

MonthValue published_value(const Observation& observation, std::string_view unit,
                           const SourceTable& sources);

/// The figures in force on one day by the months that they cover, and what follows from them.
class MonthTable {
  public:
    MonthTable(const std::vector<const Observation*>& in_force, base::YearStart year_start,
               std::string unit, const SourceTable& sources);

    /// The figure in force for exactly these months, or nullptr.
    const Observation* figure(Months months) const;
    std::optional<MonthValue> published(Months months) const;
    /// From the start of the year to a month.
    Months to_date(int month) const { return {year_begin(month), month}; }
    /// The value from the first month on that reaches furthest, at most to the last.
    std::optional<MonthValue> longest(Months months) const;
    /// Cumulative to the last month less cumulative to the month before the first.
    std::optional<MonthValue> difference(Months months) const;

  private:
    std::optional<MonthValue> chain(Months months) const;
    std::optional<MonthValue> longest_difference(Months months) const;
    std::optional<MonthValue> over_years(Months months) const;
    int year_begin(int month) const;

    std::map<Months, const Observation*> by_months_;
    int start_;
    std::string unit_;
    const SourceTable& sources_;
};

/// The difference of two cumulative figures that one source printed and that are known on `day`.
std::optional<MonthValue> difference_in_one_source(const Series& series, Months months,
                                                   base::Day day, base::YearStart year_start,
                                                   const SourceTable& sources);

}  // namespace statistics
