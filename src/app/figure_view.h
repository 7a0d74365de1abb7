#pragma once

#include "app/record.h"
#include "statistics/contributions.h"
#include "statistics/derived.h"
#include "statistics/revisions.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// What may be asked of a series.
enum class FigureOf {
    value,
    growth_on_period,
    growth_on_year,
    average_growth,
    rolling_sum,
    share,
    contribution,
    contributions,
    index,
    per_unit,
    revisions
};
/// "value", "growth-on-period", ... Errors: invalid_argument, with what was meant perhaps.
Result<FigureOf> parse_figure_of(std::string_view text);

/// Series are named by values of their dimensions, "category=computer services"; as many as leave
/// one series.
struct FigureQuestion : Question {
    std::vector<std::string> series;
    FigureOf what = FigureOf::value;
    std::string period;  ///< empty: the latest fiscal year with any figure
    std::string since;   ///< where average growth begins, or an index is 100
    /// The total of a share and of a contribution, or what a figure is divided by; words that are
    /// not given are those of the series.
    std::vector<std::string> of;
    int months = 12;  ///< of a rolling sum
};

struct FigureAnswer {
    statistics::SeriesKey series;
    std::variant<statistics::Answer, statistics::Revisions> found;
    /// What revisions point into.
    std::shared_ptr<const std::vector<statistics::Series>> held;
};

/// Errors: invalid_argument (a word without "=", a period that is missing), invalid_period,
/// not_found (no series, or several: the message names them).
Result<FigureAnswer> figure_view(const Record& record, const FigureQuestion& question);

}  // namespace app
