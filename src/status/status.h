#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "plan/plan.h"
#include "progress/calendar.h"
#include "progress/duty.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace status {

/// Where a target stands. It is computed, never typed; docs/methods/status.md is the rule.
enum class Status {
    met,
    on_track,
    at_risk,
    off_track,
    missed,
    overdue,       ///< asked and silent
    no_data,       ///< asked, or measured by a statistic, and nothing is known yet
    not_asked,     ///< nobody has been asked to report
    not_due,       ///< nothing is expected of it yet
    cannot_judge,  ///< the plan leaves open what a judgement needs; `why` says what
};
inline constexpr std::size_t status_count = 10;

std::string_view word(Status status);   ///< "on_track", as the API has it
std::string_view label(Status status);  ///< "on track", for people

/// One node of the tree that explains a status: a statement, its value, where it comes from.
struct Explanation {
    std::string label;
    std::string value;
    std::string source;
    std::vector<Explanation> parts;
};

/// The parts that a caller asks for: sentences are cheap, the tree is not.
enum class Detail { sentences, tree };

/// What the status of a target is computed from.
struct TargetInput {
    const plan::Plan& plan;
    const plan::Activity& activity;
    const plan::Target& target;
    const plan::Target* promised = nullptr;  ///< as printed, where an amendment has changed it
    const plan::Activity* promised_activity = nullptr;  ///< likewise
    std::optional<progress::Calendar> calendar;         ///< absent: nobody has been asked
    std::vector<progress::Duty> duties;  ///< ascending by period, only those with entries
    base::Day as_of;
    /// Turns a journal entry into words for the explanation ("entry 17, Ministry of ...").
    std::string (*cite)(std::uint64_t seq) = nullptr;
};

/// A change of what was promised; the original stays visible beside it.
struct Promise {
    std::string field;  ///< "value", "due", "baseline", "path"
    std::string promised;
    std::string now;
    bool is_lowered = false;
};

struct TargetStatus {
    plan::TargetId id;
    plan::ActivityId activity;  ///< empty for an outcome
    Status status = Status::cannot_judge;
    std::optional<double> expected;         ///< by the interim path on `judged_on`, target's unit
    std::optional<base::Decimal> actual;    ///< as claimed, or as published
    std::optional<base::Decimal> verified;  ///< on verified evidence of grade B or better
    std::optional<double> ratio;            ///< of achieved to expected progress
    std::optional<base::Day> judged_on;     ///< the day to which actual and expected belong
    std::vector<std::string> why;
    std::vector<std::string> alerts;     ///< self-rating diverges, a lowered promise, ...
    std::vector<std::string> decisions;  ///< what somebody would have to decide
    std::vector<Promise> promises;
    std::vector<progress::EscalationStep> escalation;
    std::optional<base::Period> overdue_period;
    std::vector<base::Period> silent_periods;  ///< asked, late, and no report stands
    int waiting_reports = 0;                   ///< submitted, and neither verified nor returned
    std::optional<base::Day> waiting_since;    ///< the earliest of them
    Explanation explanation;
};

TargetStatus assess(const TargetInput& input, Detail detail = Detail::sentences);

/// What a statistic says of an outcome on a day.
struct Measured {
    base::Decimal value;
    int covered = 0;  ///< periods that the value covers ...
    int of = 0;       ///< ... of those that the measured period has
    bool is_complete = false;
    bool is_estimated = false;  ///< a date of publication was estimated
    std::string described;      ///< "July 2023 to April 2024", "FY2024"
    Explanation derivation;
};

struct OutcomeInput {
    const plan::Plan& plan;
    const plan::Outcome& outcome;
    const plan::Indicator* indicator = nullptr;
    std::optional<Measured> measured;
    std::string reason;  ///< where nothing is measured
    base::Day as_of;
    const plan::Outcome* promised = nullptr;  ///< as printed, where an amendment has changed it
};

TargetStatus assess(const OutcomeInput& input, Detail detail = Detail::sentences);

/// How many targets of an objective stand where; means are not formed, since no plan declares
/// weights and units differ.
struct Tally {
    std::array<int, status_count> by_status{};
    int targets = 0;
    void add(Status status) {
        ++by_status[static_cast<std::size_t>(status)];
        ++targets;
    }
};

/// The tally of every objective, a strategic one holding those of its operational ones.
std::map<plan::ObjectiveId, Tally> roll_up(const plan::Plan& plan,
                                           const std::vector<TargetStatus>& targets);

}  // namespace status
