#pragma once

#include "app/named_series.h"
#include "statistics/balance.h"
#include "statistics/concentration.h"
#include "statistics/contributions.h"
#include "statistics/derived.h"
#include "statistics/figure_of.h"
#include "statistics/revisions.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

using statistics::FigureOf;

/// Errors: invalid_argument, with what was meant perhaps.
Result<FigureOf> parse_figure_of(std::string_view text);

struct FigureQuestion : Question {
    /// The id of a figure that statistics.yaml declares; it stands for all that follows but the
    /// period, and these are then empty.
    std::string declared;
    SeriesWords series;
    FigureOf what = FigureOf::value;
    /// Empty: the latest fiscal year that is published as a whole, else the latest with any figure;
    /// the latest of another kind where `every` says so; of what counts months the latest month; of
    /// a concentration the latest time of any share. A balance may be of 2023-07/2024-03 too.
    std::string period;
    std::string since;  ///< where average growth begins, or an index is 100
    /// The total of a share and of a contribution, or what a figure is divided by; words that are
    /// not given are those of the series.
    SeriesWords of;
    /// What adds to the growth of the series, or makes it up; words that are not given are those of
    /// the series.
    std::vector<SeriesWords> parts;
    int months = 12;  ///< of a rolling sum
    std::string by;   ///< of a concentration: the dimension in which its series differ
    std::optional<base::Frequency> every;
};

struct FigureAnswer {
    Answerable moment;
    std::string declared;  ///< the id of its declaration, or empty
    std::string name;      ///< as it is declared
    std::string name_ur;
    statistics::SeriesKey series;  ///< of a concentration what its series have in common
    std::string by;                ///< of a concentration
    FigureOf what = FigureOf::value;
    std::variant<statistics::Answer, statistics::Contributions, statistics::Revisions,
                 statistics::Concentration, statistics::Balance>
        found;
    /// The series that were read, into which revisions point.
    std::shared_ptr<const std::deque<statistics::Series>> held;
};

/// Errors: invalid_argument unless it is year, half, quarter or month.
Result<base::Frequency> parse_every(std::string_view text);

/// Errors: invalid_argument (a word without "=", a period or a series that is missing),
/// invalid_period, not_found (no such declaration, no series, or several: the message names them).
Result<FigureAnswer> figure_view(const Record& record, const FigureQuestion& question);

base::Json to_json(const FigureAnswer& answer);

/// The figures that statistics.yaml declares.
Result<base::Json> declared_figures(const Record& record, const Question& question);

}  // namespace app
