#pragma once

#include "base/decimal.h"
#include "base/json.h"
#include "base/period.h"
#include "base/result.h"
#include "statistics/series.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// What may be wrong with figures that were published.
enum class FindingKind : std::uint8_t {
    unit_slip,           ///< a power of 1000 too large or too small
    digit_slip,          ///< a digit too many, too few or another one; a point in the wrong place
    transposed_digits,   ///< two digits that stand side by side changed places
    label_swap,          ///< two lines of one table under each other's name
    carried_over,        ///< the figure of another period
    period_mislabelled,  ///< a part of a period under the name of the whole
    total_not_parts,     ///< a total that is not the sum of the parts beside it
    total_for_a_part,  ///< the total of a dimension as the figure of one part; a share above 100 %
    figures_disagree,  ///< against what several others published for the same months
    implausible_change,  ///< against its own year and the years around it
    named_by_its_text,   ///< its own text says that another figure is in force
    several_values,      ///< several values were published; which one is in force
};
std::string_view word(FindingKind kind);       ///< "unit_slip"
std::string_view heading(FindingKind kind);    ///< "Unit slips"
std::span<const FindingKind> finding_kinds();  ///< in the order of reports
/// Errors: invalid_argument, with the words there are.
base::Result<FindingKind> parse_finding_kind(std::string_view text);

/// How sure it is: revisions are a note, what needs an eye is *to look at*.
enum class Severity : std::uint8_t { error_likely, to_look_at, note };
std::string_view word(Severity severity);  ///< "error likely", "to look at", "note"

/// A published figure, as findings name it.
struct CitedFigure {
    SeriesKey key;
    TimePeriod time;
    base::Decimal value;
    std::string source;
    std::string row;
    std::int64_t recorded = 0;
    std::uint32_t load_order = 0;

    std::string text() const;  ///< "X0476 1.46 for 2023-07/2023-12 [br_dec23]"
    base::Json json() const;
};

/// Something that a reader should know before using a figure. Nothing was mended.
struct Finding {
    FindingKind kind = FindingKind::several_values;
    Severity severity = Severity::note;
    std::vector<CitedFigure> figures;       ///< what may be wrong; of several values all of them
    std::optional<base::Decimal> expected;  ///< of the first figure
    std::vector<CitedFigure> against;       ///< what the expectation rests on
    std::string cause;                      ///< the likely cause, one sentence
    std::string suggestion;                 ///< what to look up; never applied; may be empty
    int strength = 0;                       ///< how many checks and figures speak for it
    bool is_unused = false;                 ///< derived answers pass over the first figure

    base::Json json() const;
};

/// A total and the parts that make it up: values of one dimension. Several for one total are
/// alternatives, as where a line was renamed: one that holds is enough.
struct Identity {
    std::string dimension;
    std::string total;
    std::vector<std::string> parts;
    friend bool operator==(const Identity&, const Identity&) = default;
};

/// The value of a dimension that is the whole, of which every other value is a part.
struct Whole {
    std::string dimension;
    std::string value;
    friend bool operator==(const Whole&, const Whole&) = default;
};

/// What figures are held to. Nothing is declared in the program: without identities and wholes,
/// figures are held against their own series alone.
struct ReviewRules {
    std::vector<Identity> identities;
    std::vector<Whole> wholes;
    base::YearStart fiscal_year{7};
};

/// Holds published figures against each other: the same months in other sources, the cumulative
/// figures and months of their year, the years around it, the parts of their total, lines beside
/// them. See docs/methods/statistics.md.
///
/// Shape:  all series that can say something of each other, of earlier loads too: a figure is
///         compared with everything that is given. Findings in the order (severity, kind, first
///         figure); a figure is the first of one finding, apart from several_values.
/// Source: De Waal, Pannekoek and Scholtus, Handbook of Statistical Data Editing and Imputation
///         (2011), chapters 2 (errors with a detectable cause) and 3 (error localisation).
std::vector<Finding> review(const std::vector<Series>& series, const ReviewRules& rules);

}  // namespace statistics
