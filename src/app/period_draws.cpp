#include "app/period_draws.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace app {
namespace {

using base::Frequency;

// The sums of each path: what is published, and the months of which nothing is.
void add_sums(Draws& made, const forecast::Paths& paths, int origin) {
    for (auto& period : made.periods) {
        const double so_far = period.to_date.value ? period.to_date.value->to_double() : 0;
        period.sums.assign(paths.count(), so_far);
        for (std::size_t i = 0; i < paths.count() && !period.is_known(); ++i)
            for (int month = period.first_ahead; month <= period.last; ++month)
                period.sums[i] += paths.path(i)[static_cast<std::size_t>(month - origin)];
    }
}

PeriodDraws begun(const statistics::Series& series, const base::Period& period, base::Day day,
                  const statistics::SourceTable& sources) {
    PeriodDraws made;
    made.to_date = statistics::value_as_of(series, period, day, sources);
    made.first_ahead = month_of(period.first_day()).index() +
                       (made.to_date.value ? made.to_date.coverage.known : 0);
    made.last = month_of(period.last_day()).index();
    return made;
}

}  // namespace

bool Draws::is_known() const {
    return std::ranges::all_of(periods, &PeriodDraws::is_known);
}

Draws draw(const statistics::Series& series, std::span<const base::Period> periods, base::Day day,
           const statistics::SourceTable& sources, const DrawOptions& how) {
    Draws made;
    int first_ahead = std::numeric_limits<int>::max(), last = 0;
    for (const auto& period : periods) {
        const auto& one = made.periods.emplace_back(begun(series, period, day, sources));
        if (one.is_known())
            continue;
        first_ahead = std::min(first_ahead, one.first_ahead);
        last = std::max(last, one.last);
    }
    if (made.is_known())
        return made;
    const auto months =
        known_history(series, Frequency::month, periods.front().year_start(), day, sources);
    made.months_before = months.known;
    const auto least = figures_least(Frequency::month);
    if (months.known < least) {
        made.reason =
            fmt::format("{} monthly figures are needed, known so far: {}", least, months.known);
        return made;
    }
    // The forecast begins after the last monthly figure, or with the first month that is not in
    // what is published to date.
    auto values = months.values();
    const auto next = [&] { return months.first.index() + static_cast<int>(values.size()); };
    while (next() > first_ahead)
        values.pop_back();
    forecast::Options options;
    options.horizon = last - next() + 1;
    options.frequency = 12;
    options.method = how.method;
    options.non_negative = how.non_negative;
    const auto paths = forecast::sample_paths(values, options, paths_drawn, paths_seed);
    if (!paths.ok()) {
        made.reason = paths.error().message;
        return made;
    }
    made.models = paths->models;
    made.is_drawn = true;
    add_sums(made, *paths, next());
    return made;
}

std::size_t figures_least(Frequency every) {
    return every == Frequency::month     ? 24
           : every == Frequency::quarter ? 12
           : every == Frequency::half    ? 8
                                         : 5;
}

base::Period month_of(base::Day day) {
    return base::Period::containing(day, Frequency::month);
}

}  // namespace app
