#include "funding/rates.h"

#include "base/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace funding {
namespace {

using base::Error;
using base::ErrorCode;

using base::Wide;

Wide power_of_ten(int exponent) {
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

}  // namespace

void Rates::add(base::Currency currency, std::vector<DatedRate> ascending) {
    if (ascending.empty())
        return;
    Series series{currency, std::move(ascending), {}};
    const auto& rates = series.rates;
    const auto days = (rates.back().day - rates.front().day).count() + days_back_max + 1;
    series.by_day.assign(static_cast<std::size_t>(days), -1);
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const auto at = static_cast<std::size_t>((rates[i].day - rates.front().day).count());
        // A later rate of the same week writes over the days that it stands for itself.
        std::fill_n(series.by_day.begin() + static_cast<std::ptrdiff_t>(at), days_back_max + 1,
                    static_cast<std::int32_t>(i));
    }
    series_.push_back(std::move(series));
}

const Rates::Series* Rates::series(base::Currency currency) const {
    for (const auto& series : series_) {
        if (series.currency == currency)
            return &series;
    }
    return nullptr;
}

const DatedRate* Rates::find(base::Currency currency, base::Day day) const {
    const Series* found = series(currency);
    if (found == nullptr || day < found->rates.front().day)
        return nullptr;
    const auto at = static_cast<std::size_t>((day - found->rates.front().day).count());
    if (at >= found->by_day.size() || found->by_day[at] < 0)
        return nullptr;
    return &found->rates[static_cast<std::size_t>(found->by_day[at])];
}

// minor units / 10^digits of theirs * coefficient / 10^scale * 10^digits of ours.
Rates::Converted Rates::convert(const base::Money& money, base::Day day, bool& overflowed) const {
    if (money.currency() == own_)
        return {money.minor_units(), nullptr, true};
    const DatedRate* rate = find(money.currency(), day);
    if (rate == nullptr)
        return {};
    Wide numerator = Wide{money.minor_units()} * rate->rate.coefficient();
    const int shift = own_.minor_digits() - money.currency().minor_digits() - rate->rate.scale();
    Wide result = 0;
    if (shift > 0)
        overflowed |= __builtin_mul_overflow(numerator, power_of_ten(shift), &result);
    else
        result = base::divide_half_even(numerator, power_of_ten(-shift));
    if (result > std::numeric_limits<std::int64_t>::max()) {
        overflowed = true;
        return {0, rate, true};
    }
    return {static_cast<std::int64_t>(result), rate, true};
}

Result<Rates::Converted> Rates::convert(const base::Money& money, base::Day day) const {
    bool overflowed = false;
    const Converted converted = convert(money, day, overflowed);
    if (overflowed)
        return Error{ErrorCode::overflow,
                     fmt::format("{} is too much to be counted in {}", money.text(), own_.code()),
                     "amount"};
    return converted;
}

Error Rates::missing(base::Currency currency, base::Day day) const {
    std::string nearest = "none is known";
    if (const Series* known = series(currency)) {
        const auto after = std::ranges::upper_bound(known->rates, day, {}, &DatedRate::day);
        const auto say = [](const DatedRate& rate) {
            return fmt::format("{} of {}", rate.rate.text(), base::to_string(rate.day));
        };
        std::string list;
        if (after != known->rates.begin())
            list = say(*(after - 1));
        if (after != known->rates.end())
            list += (list.empty() ? "" : " and ") + say(*after);
        nearest = "the nearest known are " + list;
        if (list.find(" and ") == std::string::npos)
            nearest = "the nearest known is " + list;
    }
    return {ErrorCode::no_exchange_rate,
            fmt::format("expected a rate in {} for {} of {} or of the {} days before, found none; "
                        "{}",
                        own_.code(), currency.code(), base::to_string(day), days_back_max, nearest),
            "currency"};
}

}  // namespace funding
