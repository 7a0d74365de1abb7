#pragma once

#include "base/period.h"

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
    revisions,
    monthly_flow,
    fiscal_year_to_date,
    per_head,
    concentration,
    balance
};
std::string_view word(FigureOf what);  ///< "value", "growth-on-period", ...
std::optional<FigureOf> parse_figure_of(std::string_view text);
std::vector<std::string> figure_words();  ///< in the order in which they are declared

/// Of what kind a figure's latest period is, where none is named.
base::Frequency usual_frequency(FigureOf what);

/// What else a figure needs beside its series and a period.
bool takes_total(FigureOf what);  ///< a second series: the total, or what is divided by
bool divides(FigureOf what);      ///< the second series is what is divided by, named in whole
bool takes_since(FigureOf what);  ///< a period where it begins, or that is its base
bool takes_parts(FigureOf what);  ///< the parts of its series
bool takes_by(FigureOf what);     ///< a dimension by which its series differ; it has several

}  // namespace statistics
