#include "status/achieved.h"

#include "progress/rules.h"

#include <algorithm>

namespace status {

using progress::DutyRecord;
using progress::DutyState;

std::optional<progress::Claim> claim_on(const DutyRecord& record, Footing footing) {
    if (footing == Footing::verified) {
        if (!record.verified || !progress::is_good_enough(record.verified_grade))
            return std::nullopt;
        return record.verified->claim;
    }
    // A report that was returned does not stand until it is submitted again; what had been
    // verified before it does.
    if (record.state == DutyState::returned)
        return record.verified ? std::optional{record.verified->claim} : std::nullopt;
    if (!record.latest)
        return std::nullopt;
    return record.latest->claim;
}

// From the newest report backwards; where values do not add up, the newest is the answer.
base::Result<Achieved> achieved(const plan::Target& target, std::span<const progress::Duty> duties,
                                Footing footing) {
    Achieved total;
    for (std::size_t i = duties.size(); i-- > 0;) {
        const progress::Duty& duty = duties[i];
        const auto claim = claim_on(duty.record, footing);
        if (!claim)
            continue;
        const auto value = TRY(progress::value_of(target, *claim));
        if (!value && !claim->done)
            continue;
        if (!total.until) {
            total.until = duty.period.last_day();
            total.done = claim->done;
        }
        if (value)
            total.value = total.value ? TRY(base::add(*total.value, *value)) : *value;
        if (target.rollup != plan::RollUp::sum)
            break;
    }
    return total;
}

base::Result<std::vector<YearCount>> counts_by_year(const plan::Plan& plan,
                                                    const plan::Target& target,
                                                    std::span<const progress::Duty> duties,
                                                    Footing footing) {
    const auto first_month = std::chrono::year_month_day{plan.from}.month();
    const base::YearStart start{static_cast<int>(static_cast<unsigned>(first_month))};
    std::vector<YearCount> years;
    for (const progress::Duty& duty : duties) {
        const auto claim = claim_on(duty.record, footing);
        if (!claim)
            continue;
        const auto value = TRY(progress::value_of(target, *claim));
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

}  // namespace status
