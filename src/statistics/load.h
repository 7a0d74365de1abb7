#pragma once

#include "base/error.h"
#include "base/period.h"
#include "base/result.h"
#include "statistics/series.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// Whether a file is handed in, or was accepted before and is read again, as by a replay. What was
/// accepted stays readable: it is not held to rules that may be younger than it.
enum class Reading { first, again };

struct LoadOptions {
    std::string file;  ///< the name that places of errors begin with
    std::string dataflow = "published-figures";
    base::YearStart fiscal_year{7};
    std::optional<base::Day> today = {};  ///< nothing is published later; absent: not asked
    Reading reading = Reading::first;
};

/// How the reason of a suspect begins that its own text names as not in force.
inline constexpr std::string_view text_names_another = "the text that prints it";

/// A figure that contradicts its neighbours: kept as published, not used in derived answers.
struct Suspect {
    std::string row;
    std::size_t line = 0;
    SeriesKey key;
    TimePeriod time;
    base::Decimal value;
    std::string reason;  ///< one sentence for a reader
};

/// What a load found, for the person who ran it.
struct LoadReport {
    std::size_t rows = 0;
    std::size_t observations = 0;
    std::size_t series = 0;
    std::size_t sources = 0;
    std::size_t month_dates = 0;      ///< publication dates that are only a month
    std::size_t estimated_dates = 0;  ///< publication dates that are unknown
    std::vector<Suspect> suspects;
    std::vector<base::Error> warnings;  ///< one per suspect, with file and line
};

struct Loaded {
    std::vector<Series> series;  ///< ascending by key
    SourceTable sources;
    LoadReport report;
};

/// Reads a CSV of published figures; which of two layouts it has is seen from its header.
///
/// Shape:  *Published figures*: the columns id, category, measure, geography, period_type,
///         period_start, period_end, value, unit, printed_as, role_in_text, vintage, source_key,
///         source_publisher, source_address, publication_date, figures_attributed_to, note (others
///         are ignored). *Long*: series columns and period, value, status, published, source.
///         See docs/methods/statistics.md for the rules of vintages, digits and suspects.
/// Errors: all that is wrong, in one pass (the first is the error, the others stand in `also`);
///         nothing is loaded if any row is wrong. invalid_csv, invalid_utf8, invalid_figure_row,
///         unknown_period_type, period_ends_before_start, duplicate_figure, invalid_date,
///         invalid_decimal, invalid_period, invalid_status, published_before_period_end,
///         published_in_future.
base::Result<Loaded> load_csv(std::string_view text, const LoadOptions& options);

/// The power of ten of the last meaningful digit of a figure, from how it was printed ("$1.7
/// billion", "38 crore 60 lakh"), or from its own digits where the print does not give the value.
///
/// Units: `value` counts in units of 10^`unit_exponent` (6 for "USD million").
int printed_precision(std::string_view printed_as, const base::Decimal& value, int unit_exponent);

/// Marks figures that contradict their neighbours (see docs/methods/statistics.md).
///
/// Shape: what is compared are flows of whole months; states, targets and other periods are not.
void mark_suspects(Series& series, base::YearStart fiscal_year);

}  // namespace statistics
