#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/result.h"
#include "plan/plan.h"
#include "status/status.h"

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

}  // namespace status
