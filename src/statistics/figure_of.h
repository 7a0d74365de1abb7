#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// What may be asked of a series, in commands, addresses and statistics.yaml alike.
enum class FigureOf : std::uint8_t {
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
std::string_view word(FigureOf what);  ///< "value", "growth-on-period", ...
std::optional<FigureOf> parse_figure_of(std::string_view text);
std::vector<std::string> figure_words();  ///< in the order in which they are declared

/// What else a figure needs beside its series and a period.
bool takes_total(FigureOf what);  ///< a second series: the total, or what is divided by
bool takes_since(FigureOf what);  ///< a period where it begins, or that is its base

}  // namespace statistics
