#include "status/achieved.h"

#include "progress/calendar.h"
#include "progress/rules.h"

#include <algorithm>
#include <cmath>

namespace status {

using progress::DutyRecord;
using progress::DutyState;

const progress::Submission* counted(const DutyRecord& record, Footing footing) {
    if (footing == Footing::verified)
        return record.verified && progress::is_good_enough(record.verified_grade)
                   ? &*record.verified
                   : nullptr;
    // A report that was returned does not stand until it is submitted again; what had been
    // verified before it does.
    if (record.state == DutyState::returned)
        return record.verified ? &*record.verified : nullptr;
    return record.latest ? &*record.latest : nullptr;
}

namespace {

using progress::Duty;

// Reports for a longer period count in place of those for its parts; nearly always there are none.
class Covered {
  public:
    Covered(std::span<const Duty> duties, Footing footing) {
        for (const Duty& duty : duties) {
            if (duty.period.frequency() < duties.back().period.frequency() ||
                duty.period.frequency() < duties.front().period.frequency()) {
                if (const auto* report = counted(duty.record, footing))
                    wider_.push_back({&duty.period, report->on});
            }
        }
    }
    bool holds(const base::Period& period) const {
        return std::ranges::any_of(wider_, [&](const Wider& wider) {
            return progress::covers(*wider.period, wider.on, period);
        });
    }

  private:
    struct Wider {
        const base::Period* period;
        base::Day on;
    };
    std::vector<Wider> wider_;
};

}  // namespace

// From the newest report backwards; where values do not add up, the newest is the answer.
base::Result<Achieved> achieved(const plan::Target& target, std::span<const Duty> duties,
                                Footing footing) {
    Achieved total;
    const Covered covered{duties, footing};
    for (std::size_t i = duties.size(); i-- > 0;) {
        const Duty& duty = duties[i];
        const auto* report = counted(duty.record, footing);
        if (report == nullptr || covered.holds(duty.period))
            continue;
        const auto value = TRY(progress::value_of(target, report->claim));
        if (!value && !report->claim.done)
            continue;
        if (!total.until) {
            total.until = std::min(duty.period.last_day(), report->on);
            total.done = report->claim.done;
        }
        if (value)
            total.value = total.value ? TRY(base::add(*total.value, *value)) : *value;
        if (target.rollup != plan::RollUp::sum)
            break;
    }
    return total;
}

base::YearStart year_start(const plan::Plan& plan) {
    const auto first_month = std::chrono::year_month_day{plan.from}.month();
    return base::YearStart{static_cast<int>(static_cast<unsigned>(first_month))};
}

base::Result<std::vector<YearCount>> counts_by_year(const plan::Plan& plan,
                                                    const plan::Target& target,
                                                    std::span<const Duty> duties, Footing footing) {
    const base::YearStart start = year_start(plan);
    const Covered covered{duties, footing};
    std::vector<YearCount> years;
    for (const Duty& duty : duties) {
        const auto* report = counted(duty.record, footing);
        if (report == nullptr || covered.holds(duty.period))
            continue;
        const auto value = TRY(progress::value_of(target, report->claim));
        if (!value)
            continue;
        // A period counts in the year in which it ends.
        const auto year =
            base::Period::containing(duty.period.last_day(), base::Frequency::year, start);
        if (years.empty() || years.back().from != year.first_day())
            years.push_back({year.first_day(), year.last_day(), base::Decimal{}});
        years.back().count = TRY(base::add(years.back().count, *value));
    }
    return years;
}

base::Result<std::vector<CountedReport>> counted_reports(const plan::Target& target,
                                                         std::span<const Duty> duties,
                                                         Footing footing) {
    const Covered covered{duties, footing};
    std::vector<CountedReport> made;
    for (const Duty& duty : duties) {
        const auto* report = counted(duty.record, footing);
        if (report == nullptr || covered.holds(duty.period))
            continue;
        auto value = TRY(progress::value_of(target, report->claim));
        if (value || report->claim.done)
            made.push_back({&duty, report, std::move(value)});
    }
    return made;
}

AskedPart asked_part(const plan::Target& target, const std::optional<progress::Calendar>& calendar,
                     base::Day year_from, base::Day year_until) {
    AskedPart part{year_from, year_until, target.value->to_double(), true};
    if (calendar)
        part.from = std::clamp(calendar->first().first_day(), year_from, year_until);
    if (target.due.is_stated())
        part.until = std::clamp(target.due->day, part.from, year_until);
    const auto days = static_cast<double>((part.until - part.from).count() + 1);
    const auto whole = static_cast<double>((year_until - year_from).count() + 1);
    part.is_whole = days == whole;
    if (!part.is_whole)
        part.promised = target.bound == plan::Bound::at_most
                            ? std::ceil(part.promised * days / whole - 0.01)
                            : std::floor(part.promised * days / whole + 0.01);
    return part;
}

std::vector<base::Period> asked_years(const plan::Plan& plan, const plan::Target& target,
                                      const std::optional<progress::Calendar>& calendar) {
    const base::Day from =
        calendar ? std::max(plan.from, calendar->first().first_day()) : plan.from;
    std::vector<base::Period> years;
    auto year = base::Period::containing(from, base::Frequency::year, year_start(plan));
    for (; year.first_day() <= target.due->day; year = year.next())
        years.push_back(year);
    return years;
}

}  // namespace status
