#pragma once

#include "base/date.h"
#include "base/period.h"
#include "plan/plan.h"
#include "progress/duty.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace progress {

/// How reports are asked of one target.
struct Calendar {
    base::Frequency frequency = base::Frequency::quarter;
    int grace_days = 30;
    base::Day asked_from;  ///< the lead confirmed, or the council adopted the working plan
    base::Day until;       ///< the target's due date, or the horizon's end

    /// The first period that is asked: the one that holds `asked_from`.
    base::Period first() const;
    /// The last period that is asked: the one that holds `until`.
    base::Period last() const;
    /// Periods before that frequency's turn, or of another frequency, are not asked.
    bool asks(const base::Period& period) const;
    base::Day grace_ends(const base::Period& period) const;
    /// Until when a report that was returned may come again.
    base::Day second_grace_ends(const base::Period& period, base::Day returned_on) const;
    /// The newest asked period whose grace has ended before `day`; none where there is none yet.
    std::optional<base::Period> latest_closed(base::Day day) const;
};

/// The calendar of a target. A strategy's years are calendar years unless its horizon begins with
/// its fiscal year; reporting periods follow the calendar.
Calendar calendar_of(const plan::Plan& plan, const plan::Target& target, base::Day asked_from);

/// Turns what the entries say into where the duty stands on a day.
DutyState state_on(const DutyRecord& record, const std::optional<Calendar>& calendar,
                   const base::Period& period, base::Day day);

/// Whether a report stands for the period: one that was returned has the days of grace to come
/// again. What had been verified before stands.
bool is_answered(const DutyRecord& record, const Calendar& calendar, const base::Period& period,
                 base::Day day);

/// Whether a report for `wider`, made on that day, also speaks of `narrower`: after a calendar
/// became coarser. A period belongs to the one in which it ends, and nobody speaks of what is to
/// come.
bool covers(const base::Period& wider, base::Day reported_on, const base::Period& narrower);

/// The asked periods whose grace has ended before `day` and for which no report stands, ascending.
/// `duties` ascend by period.
std::vector<base::Period> silent_periods(const Calendar& calendar, std::span<const Duty> duties,
                                         base::Day day);

/// A late report climbs: each step is dated.
enum class Rung { officer, head_of_institution, secretariat, council };
std::string_view word(Rung rung);

struct EscalationStep {
    Rung rung;
    base::Day on;
    friend bool operator==(const EscalationStep&, const EscalationStep&) = default;
};

/// The steps that a report which is still missing has taken by `day`.
/// Source: docs/methods/status.md: on the day after the grace, then 14, 28 and 42 days later.
std::vector<EscalationStep> escalation(base::Day grace_ended, base::Day day);

}  // namespace progress
