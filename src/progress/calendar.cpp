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

base::Day Calendar::second_grace_ends(const base::Period& period, base::Day returned_on) const {
    return std::max(grace_ends(period), returned_on + days{grace_days});
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

DutyState state_on(const DutyRecord& record, const std::optional<Calendar>& calendar,
                   const base::Period& period, base::Day day) {
    if (record.latest)
        return record.state;
    if (!calendar || !calendar->asks(period))
        return DutyState::not_asked;
    if (day <= period.last_day())
        return DutyState::not_yet;
    return day <= calendar->grace_ends(period) ? DutyState::due : DutyState::overdue;
}

bool is_answered(const DutyRecord& record, const Calendar& calendar, const base::Period& period,
                 base::Day day) {
    if (!record.latest)
        return false;
    if (record.state != DutyState::returned || record.verified)
        return true;
    return day <= calendar.second_grace_ends(period, *record.returned_on);
}

bool covers(const base::Period& wider, base::Day reported_on, const base::Period& narrower) {
    return wider.frequency() < narrower.frequency() && wider.first_day() <= narrower.last_day() &&
           narrower.last_day() <= std::min(wider.last_day(), reported_on);
}

std::vector<base::Period> silent_periods(const Calendar& calendar, std::span<const Duty> duties,
                                         base::Day day) {
    std::vector<base::Period> silent;
    const auto closed = calendar.latest_closed(day);
    if (!closed)
        return silent;
    const auto answers = [&](const Duty& duty, const base::Period& period) {
        return (duty.period == period ||
                (duty.record.latest && covers(duty.period, duty.record.latest->on, period))) &&
               is_answered(duty.record, calendar, period, day);
    };
    std::vector<const Duty*> wider;
    for (const Duty& duty : duties) {
        if (duty.period.frequency() < calendar.frequency)
            wider.push_back(&duty);
    }
    auto at = duties.begin();
    for (auto period = calendar.first(); period.index() <= closed->index();
         period = period.next()) {
        while (at != duties.end() && base::ends_before(at->period, period))
            ++at;
        auto same_end = at;
        while (same_end != duties.end() && same_end->period != period &&
               same_end->period.last_day() == period.last_day())
            ++same_end;
        const bool by_its_own = same_end != duties.end() && answers(*same_end, period);
        if (!by_its_own &&
            std::ranges::none_of(wider, [&](const Duty* duty) { return answers(*duty, period); }))
            silent.push_back(period);
    }
    return silent;
}

std::string_view word(Rung rung) {
    constexpr std::array<std::string_view, 4> words{"officer", "head of institution", "secretariat",
                                                    "council"};
    return words[static_cast<std::size_t>(rung)];
}

std::vector<EscalationStep> escalation(base::Day grace_ended, base::Day day) {
    std::vector<EscalationStep> steps;
    for (std::size_t i = 0; i < days_after_grace.size(); ++i) {
        const base::Day on = grace_ended + days{days_after_grace[i]};
        if (on <= day)
            steps.push_back({static_cast<Rung>(i), on});
    }
    return steps;
}

}  // namespace progress
