#include "progress/calendar.h"

#include <algorithm>

namespace progress {
namespace {

using std::chrono::days;

constexpr std::array<int, 4> days_after_grace{1, 14, 28, 42};

}  // namespace

base::Period Calendar::first() const {
    return base::Period::containing(asked_from, frequency);
}

base::Period Calendar::last() const {
    return base::Period::containing(until, frequency);
}

bool Calendar::asks(const base::Period& period) const {
    return period.frequency() == frequency && period.year_start() == base::YearStart{} &&
           period.index() >= first().index() && period.index() <= last().index();
}

base::Day Calendar::grace_ends(const base::Period& period) const {
    return period.last_day() + days{grace_days};
}

std::optional<base::Period> Calendar::latest_closed(base::Day day) const {
    auto period = base::Period::containing(day - days{grace_days + 1}, frequency);
    // The period that holds that day may itself not have ended before it.
    if (grace_ends(period) >= day)
        period = period.plus(-1);
    if (period.index() > last().index())
        period = last();
    if (period.index() < first().index())
        return std::nullopt;
    return period;
}

Calendar calendar_of(const plan::Plan& plan, const plan::Target& target, base::Day asked_from) {
    Calendar calendar;
    calendar.frequency =
        plan::period_frequency(target.frequency ? *target.frequency : plan.frequency);
    calendar.grace_days = plan.grace_days;
    calendar.asked_from = asked_from;
    calendar.until = target.due.is_stated() ? target.due->day : plan.until;
    return calendar;
}

DutyState state_on(const DutyRecord& record, const Calendar& calendar, const base::Period& period,
                   base::Day day) {
    if (record.latest)
        return record.state;
    if (!calendar.asks(period))
        return DutyState::not_asked;
    if (day <= period.last_day())
        return DutyState::not_yet;
    return day <= calendar.grace_ends(period) ? DutyState::due : DutyState::overdue;
}

std::string_view word(Rung rung) {
    constexpr std::array<std::string_view, 4> words{"officer", "head of institution", "secretariat",
                                                    "council"};
    return words[static_cast<std::size_t>(rung)];
}

std::vector<EscalationStep> escalation(const Calendar& calendar, const base::Period& period,
                                       base::Day day) {
    std::vector<EscalationStep> steps;
    for (std::size_t i = 0; i < days_after_grace.size(); ++i) {
        const base::Day on = calendar.grace_ends(period) + days{days_after_grace[i]};
        if (on <= day)
            steps.push_back({static_cast<Rung>(i), on});
    }
    return steps;
}

}  // namespace progress
