#include "programme/earned_value.h"

#include <algorithm>
#include <string>

namespace programme {
namespace {

Reading quotient(double part, double whole, const char* why_not) {
    if (whole == 0)
        return Reading::none(why_not);
    return {part / whole, FigureBound::exact, {}};
}

Reading from(const Reading& basis, double value) {
    if (!basis.value)
        return basis;
    return {value, FigureBound::exact, {}};
}

// After the end of the schedule all of it was planned.
double planned_by(std::span<const TaskProgress> tasks, std::size_t period) {
    double value = 0;
    for (const auto& task : tasks)
        value += task.budget *
                 task.planned_percent[std::min(period, task.planned_percent.size() - 1)] / 100;
    return value;
}

Reading earned_schedule(std::span<const TaskProgress> tasks, std::size_t periods, double earned) {
    std::size_t reached = 0;
    double before = 0;
    for (; reached < periods; ++reached) {
        const double next = planned_by(tasks, reached);
        if (next > earned)
            return {static_cast<double>(reached) + (earned - before) / (next - before),
                    FigureBound::exact,
                    {}};
        before = next;
    }
    if (before == 0)
        return Reading::none("nothing was planned");
    return {static_cast<double>(reached), FigureBound::exact, {}};
}

void put_estimates(EarnedValue& found) {
    const double rest = found.budget_at_completion - found.earned_value;
    const auto& cpi = found.cost_performance;
    const auto& spi = found.schedule_performance;
    const char* nothing_earned = "nothing was earned yet";
    found.estimate_typical =
        cpi.value ? quotient(found.budget_at_completion, *cpi.value, nothing_earned) : cpi;
    found.estimate_atypical = {found.actual_cost + rest, FigureBound::exact, {}};
    if (!cpi.value || !spi.value) {
        found.estimate_mixed = cpi.value ? spi : cpi;
    } else {
        const auto left = quotient(rest, *cpi.value * *spi.value, nothing_earned);
        found.estimate_mixed = from(left, found.actual_cost + left.value.value_or(0));
    }
    const auto& estimate = found.estimate_typical;
    found.to_complete = from(estimate, estimate.value.value_or(0) - found.actual_cost);
    found.variance_at_completion =
        from(estimate, found.budget_at_completion - estimate.value.value_or(0));
    found.to_complete_performance =
        quotient(rest, found.budget_at_completion - found.actual_cost, "the whole budget is spent");
}

void put_times(EarnedValue& found, std::span<const TaskProgress> tasks) {
    const auto elapsed = static_cast<double>(found.periods_elapsed);
    found.earned_schedule = earned_schedule(tasks, found.periods_planned, found.earned_value);
    const auto& earned = found.earned_schedule;
    found.schedule_variance_time = from(earned, earned.value.value_or(0) - elapsed);
    found.schedule_performance_time =
        earned.value ? quotient(*earned.value, elapsed, "no period has elapsed") : earned;
    const auto& performance = found.schedule_performance_time;
    found.duration_estimate = performance.value
                                  ? quotient(static_cast<double>(found.periods_planned),
                                             *performance.value, "nothing was earned yet")
                                  : performance;
}

}  // namespace

EarnedValue assess_earned_value(std::span<const TaskProgress> tasks, std::size_t period) {
    EarnedValue found;
    found.periods_elapsed = period + 1;
    for (const auto& task : tasks) {
        found.periods_planned = task.planned_percent.size();
        found.budget_at_completion += task.budget;
        found.earned_value += task.budget * task.actual_percent[period] / 100;
        found.actual_cost += task.actual_cost[period];
    }
    if (!tasks.empty())
        found.planned_value = planned_by(tasks, period);
    found.schedule_variance = found.earned_value - found.planned_value;
    found.cost_variance = found.earned_value - found.actual_cost;
    found.schedule_performance =
        quotient(found.earned_value, found.planned_value, "nothing was planned by then");
    found.cost_performance =
        quotient(found.earned_value, found.actual_cost, "nothing was spent yet");
    const auto percent = [&](double value) {
        return quotient(100 * value, found.budget_at_completion, "the budget is zero");
    };
    found.percent_planned = percent(found.planned_value);
    found.percent_complete = percent(found.earned_value);
    found.percent_spent = percent(found.actual_cost);
    put_estimates(found);
    put_times(found, tasks);
    return found;
}

}  // namespace programme
