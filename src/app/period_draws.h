#pragma once

#include "app/known_history.h"
#include "forecast/forecast.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Draws of a period, of which each counts the same.
inline constexpr std::size_t paths_drawn = 4000;
inline constexpr std::uint64_t paths_seed = 1;  ///< so that the same figures give the same draws

/// What one period may come to.
struct PeriodDraws {
    statistics::Answer to_date;
    int first_ahead = 0, last = 0;  ///< months of which nothing is published, by their index
    std::vector<double> sums;       ///< by path

    bool is_known() const { return to_date.value && to_date.complete; }
    int months_ahead() const { return is_known() ? 0 : last - first_ahead + 1; }
};

/// What several periods may come to together, from what was known on a day.
struct Draws {
    std::vector<PeriodDraws> periods;
    std::size_t months_before = 0;  ///< monthly figures from which the rest is drawn
    std::vector<std::string> models;
    std::string reason;  ///< why there are no sums where a period is not known
    bool is_drawn = false;

    bool is_known() const;
};

struct DrawOptions {
    forecast::Method method = forecast::Method::combination;
    bool non_negative = true;
};

/// Sums of what is published of each period and of the months of which nothing is, drawn together,
/// so that a period is as uncertain as it is.
///
/// Shape: periods of whole months, ascending. Nothing is drawn where fewer monthly figures are
///        known than a forecast of months needs.
Draws draw(const statistics::Series& series, std::span<const base::Period> periods, base::Day day,
           const statistics::SourceTable& sources, const DrawOptions& options = {});

/// Periods of that kind that must be known before a series is forecast: 24, 12, 8 or 5.
std::size_t figures_least(base::Frequency every);

base::Period month_of(base::Day day);

}  // namespace app
