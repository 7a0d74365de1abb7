#pragma once

#include "base/error.h"
#include "plan/plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// A rule of the plan language that an item breaks, or a warning about it.
///
/// Shape: `field` is the key of the item ("value", "support.1", "path.0" with the place in the
///        list), or empty for the item itself. The compiler turns it into a place in the file, an
///        amendment into a JSON path.
struct Fault {
    base::ErrorCode code{};
    std::string field;
    std::string message;
    std::string hint = {};
};

/// The rules that hold for one item within its plan; the same for the compiler and for amendments.
std::vector<Fault> check_target(const Plan& plan, const Activity& activity, const Target& target);
std::vector<Fault> check_activity(const Plan& plan, const Activity& activity);
std::vector<Fault> check_outcome(const Plan& plan, const Outcome& outcome);

/// Cycles (E0135, printed as "1.2.1 → 1.2.2 → 1.2.1") and prerequisites without a date, by
/// activity.
struct ActivityFault {
    ActivityId activity;
    Fault fault;
};
std::vector<ActivityFault> check_dependencies(const Plan& plan);

/// The day by which an activity promises anything, if it says so: the last due date of its
/// targets, else the end of its period.
std::optional<base::Day> last_promised_day(const Activity& activity);

/// The fields of an item that are open, in the order of the plan language.
std::vector<std::string> open_fields(const Target& target);
std::vector<std::string> open_fields(const Activity& activity);
std::vector<std::string> open_fields(const Outcome& outcome);

/// Who can close an open field: "the council", "the lead", "the secretariat".
/// How many of the seats must be present: "7", "half of the seats", "more than half of the seats",
/// "two thirds of the seats", "all seats"; nothing where the text says something else.
std::optional<int> seats_needed(std::string_view quorum, int seats);

/// "Two years", "18 months"; nothing where the text says something else.
std::optional<int> term_months(std::string_view term);

std::string_view who_can_close(std::string_view field);

/// W0101 for each open field, or E0112 where no note says why.
std::vector<Fault> open_faults(const std::vector<std::string>& fields, std::string_view note);

}  // namespace plan
