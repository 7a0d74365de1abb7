#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "plan/plan.h"
#include "progress/calendar.h"
#include "progress/duty.h"
#include "status/status.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

namespace status {

/// What reports add up to, on one footing: claimed by the lead, or verified well enough.
struct Achieved {
    std::optional<base::Decimal> value;  ///< absent: nothing is known; never 0 in its place
    std::optional<bool> done;            ///< of a milestone
    std::optional<base::Day> until;      ///< the end of the last period that is counted, or the
                                         ///< day of its report where that came before its end
};

/// One year of a yearly count.
struct YearCount {
    base::Day from;
    base::Day until;
    base::Decimal count;
};

enum class Footing { claimed, verified };

/// Which reports count on a footing: those that stand (claimed), or those that an independent
/// institution verified on evidence of grade B or better (verified). Null where there is none.
const progress::Submission* counted(const progress::DutyRecord& record, Footing footing);

/// Sums, or takes the last or the ratio, as the target's roll-up says. Where a longer period was
/// reported after its parts, it speaks for them. Errors: overflow.
base::Result<Achieved> achieved(const plan::Target& target, std::span<const progress::Duty> duties,
                                Footing footing);

/// Where the years of the horizon begin: on its first day's month.
base::YearStart year_start(const plan::Plan& plan);

/// The counts of each year of the horizon that a counted report falls into, ascending.
base::Result<std::vector<YearCount>> counts_by_year(const plan::Plan& plan,
                                                    const plan::Target& target,
                                                    std::span<const progress::Duty> duties,
                                                    Footing footing);

/// A report that counts, with what it adds.
struct CountedReport {
    const progress::Duty* duty = nullptr;
    const progress::Submission* report = nullptr;
    std::optional<base::Decimal> value;  ///< absent for a milestone

    base::Day from() const { return duty->period.first_day(); }
    /// The end of its period, or its own day where that came before.
    base::Day until() const { return std::min(duty->period.last_day(), report->on); }
};

/// Those that count on a footing, ascending, without those for which a longer period speaks. The
/// duties outlive them. Errors: overflow.
base::Result<std::vector<CountedReport>> counted_reports(const plan::Target& target,
                                                         std::span<const progress::Duty> duties,
                                                         Footing footing);

/// The part of a year in which a yearly count was asked: from the first asked period, until the due
/// date. What is promised for a year is promised for a part of it in proportion, in whole things.
struct AskedPart {
    base::Day from, until;
    double promised = 0;
    bool is_whole = true;
};

/// Shape: the target has a value.
AskedPart asked_part(const plan::Target& target, const std::optional<progress::Calendar>& calendar,
                     base::Day year_from, base::Day year_until);

/// The years that are asked, from the first asked period (the horizon's first day where nobody was
/// asked) to the due date. Shape: the target has a due date.
std::vector<base::Period> asked_years(const plan::Plan& plan, const plan::Target& target,
                                      const std::optional<progress::Calendar>& calendar);

}  // namespace status
