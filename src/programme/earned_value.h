#pragma once

#include "programme/qualified.h"

#include <cstddef>
#include <span>
#include <vector>

namespace programme {

/// A task with its budget and, for each period, what was planned, done and spent by its end.
///
/// Units:  percentages of the task from 0 to 100, cumulative; costs cumulative, in the budget's
///         currency.
struct TaskProgress {
    double budget = 0;
    std::vector<double> planned_percent;  ///< for every period up to the end of the schedule
    std::vector<double> actual_percent;   ///< for the periods that have elapsed, at least
    std::vector<double> actual_cost;      ///< likewise
};

/// The indicators of earned value management at the end of one period.
struct EarnedValue {
    std::size_t periods_elapsed = 0;    ///< AT
    std::size_t periods_planned = 0;    ///< PD
    double budget_at_completion = 0;    ///< BAC
    double planned_value = 0;           ///< PV
    double earned_value = 0;            ///< EV
    double actual_cost = 0;             ///< AC
    double schedule_variance = 0;       ///< SV = EV - PV
    double cost_variance = 0;           ///< CV = EV - AC
    Reading schedule_performance;       ///< SPI = EV / PV
    Reading cost_performance;           ///< CPI = EV / AC
    Reading estimate_typical;           ///< EAC = BAC / CPI: costs go on as they went
    Reading estimate_atypical;          ///< EAC = AC + BAC - EV: the rest costs what was planned
    Reading estimate_mixed;             ///< EAC = AC + (BAC - EV) / (CPI SPI)
    Reading to_complete;                ///< ETC = EAC typical - AC
    Reading variance_at_completion;     ///< VAC = BAC - EAC typical
    Reading to_complete_performance;    ///< TCPI = (BAC - EV) / (BAC - AC)
    Reading percent_planned;            ///< 100 PV / BAC
    Reading percent_complete;           ///< 100 EV / BAC
    Reading percent_spent;              ///< 100 AC / BAC
    Reading earned_schedule;            ///< ES, in periods
    Reading schedule_variance_time;     ///< SV(t) = ES - AT
    Reading schedule_performance_time;  ///< SPI(t) = ES / AT
    Reading duration_estimate;          ///< IEAC(t) = PD / SPI(t)
};

/// Assesses tasks at the end of period `period`, counted from 0, so that `period + 1` have elapsed.
///
/// Shape:  all tasks have one schedule of the same length, at least one period; `period` may lie
///         after its end.
/// Errors: none; a division by zero yields no value, with the reason.
/// Source: ANSI/EIA-748 for PV, EV, AC and the indices; Lipke (2003) for earned schedule:
///         ES = N + (EV - PV_N) / (PV_N+1 - PV_N), N the last period whose PV is reached, PV_0 = 0.
EarnedValue assess_earned_value(std::span<const TaskProgress> tasks, std::size_t period);

}  // namespace programme
