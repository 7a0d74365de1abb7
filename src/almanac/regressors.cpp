#include "almanac/regressors.h"

#include <algorithm>
#include <array>

namespace almanac {
namespace {

using base::Day;
using base::Period;
using std::chrono::days;

constexpr double lunar_year = 354.36708;  // days, the mean

// How often each weekday comes, Sunday first.
std::array<int, 7> weekdays_in(const Period& period) {
    std::array<int, 7> made{};
    for (Day day = period.first_day(); day <= period.last_day(); day += days{1})
        ++made[std::chrono::weekday{day}.c_encoding()];
    return made;
}

template <typename Value>
Regressor made(std::string name, const Stretch& of, Value value) {
    Regressor regressor{std::move(name), {}};
    regressor.values.reserve(of.count);
    auto period = of.first;
    for (std::size_t i = 0; i < of.count; ++i, period = period.next())
        regressor.values.push_back(value(period));
    return regressor;
}

// Days of a stretch that lie in a period.
int days_within(const Period& period, Day first, int length) {
    const auto begin = std::max(period.first_day(), first);
    const auto end = std::min(period.last_day(), first + days{length - 1});
    return static_cast<int>(std::max<std::int64_t>(0, (end - begin).count() + 1));
}

double share_before_easter(const Period& period, int year, int length) {
    return static_cast<double>(days_within(period, easter_sunday(year) - days{length}, length)) /
           length;
}

int year_of(const Period& period) {
    return static_cast<int>(std::chrono::year_month_day{period.first_day()}.year());
}

}  // namespace

std::vector<Regressor> trading_days(const Stretch& of) {
    constexpr std::array names{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    std::vector<Regressor> all;
    for (std::size_t i = 0; i < names.size(); ++i)
        all.push_back(made(names[i], of, [i](const Period& period) {
            const auto counts = weekdays_in(period);
            return static_cast<double>(counts[i + 1] - counts[0]);
        }));
    return all;
}

Regressor weekdays(const Stretch& of) {
    return made("weekdays", of, [](const Period& period) {
        const auto counts = weekdays_in(period);
        int working = 0;
        for (std::size_t i = 1; i <= 5; ++i)
            working += counts[i];
        return working - 2.5 * (counts[0] + counts[6]);
    });
}

Regressor leap_year(const Stretch& of) {
    return made("leap year", of, [](const Period& period) {
        const std::chrono::year year{year_of(period)};
        const Day last = year / std::chrono::February / std::chrono::last;
        if (last < period.first_day() || period.last_day() < last)
            return 0.0;
        return year.is_leap() ? 0.75 : -0.25;
    });
}

Day easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return base::make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

Regressor easter(const Stretch& of, int days_before) {
    constexpr int from = 1600, to = 2099;
    const int in_year = base::periods_per_year(of.first.frequency());
    std::vector<double> means(static_cast<std::size_t>(in_year), 0);
    for (int year = from; year <= to; ++year) {
        auto period = Period::containing(base::make_day(year, 1, 1), of.first.frequency());
        for (auto& mean : means) {
            mean += share_before_easter(period, year, days_before) / (to - from + 1);
            period = period.next();
        }
    }
    return made("Easter", of, [&](const Period& period) {
        const int year = year_of(period);
        const auto begin = Period::containing(base::make_day(year, 1, 1), of.first.frequency());
        const auto place = static_cast<std::size_t>(base::periods_between(begin, period).value());
        return share_before_easter(period, year, days_before) - means[place];
    });
}

IslamicFeast ramadan_fast() {
    return {"Ramadan", ramadan, 1, 30};
}
IslamicFeast eid_al_fitr() {
    return {"Eid al-Fitr", shawwal, 1, 3};
}
IslamicFeast eid_al_adha() {
    return {"Eid al-Adha", dhu_al_hijja, 10, 3};
}

Regressor islamic(const Stretch& of, const IslamicFeast& feast, const SightedCalendar& calendar) {
    struct Days {
        Day first;
        int length = 0;
    };
    std::vector<Days> all;
    if (of.count > 0) {
        const auto end = of.first.plus(static_cast<int>(of.count) - 1).last_day();
        for (IslamicMonth month{tabular_month_of(of.first.first_day()).year - 1, feast.month};
             tabular_first_day(month) <= end + days{3}; ++month.year) {
            const auto first = calendar.first_day(month);
            // A whole month is as long as it is.
            const bool is_month = feast.day == 1 && feast.length >= 29;
            const auto length =
                is_month ? (calendar.first_day(month.next()) - first).count() : feast.length;
            all.push_back({first + days{feast.day - 1}, static_cast<int>(length)});
        }
    }
    return made(feast.name, of, [&](const Period& period) {
        double share = 0;
        for (const auto& one : all)
            share += static_cast<double>(days_within(period, one.first, one.length)) / one.length;
        const auto length = (period.last_day() - period.first_day()).count() + 1;
        return share - static_cast<double>(length) / lunar_year;
    });
}

}  // namespace almanac
