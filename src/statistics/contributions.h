#pragma once

#include "base/json.h"
#include "statistics/derive.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace statistics {

/// Why these are not the parts of a total, or nothing: of another unit, twice, or the total itself.
Messages not_parts_of(std::span<const Series* const> parts, const Series& total);

/// A part's contribution to the growth of its total on a year, in percentage points:
/// (part - part a year before) / total a year before × 100. Of one release, as a share is.
Answer contribution_of(const Series& part, const Series& total, const base::Period& period,
                       base::Day day, const SourceTable& sources);

/// The growth of a total on a year, and what each of its parts adds to it.
///
/// What is printed adds up: growth = parts + rest, to the last digit.
struct Contributions {
    struct Part {
        SeriesKey key;
        Answer points;
    };
    Answer growth;            ///< of the total, in percent
    std::vector<Part> parts;  ///< as they were given; one without a value says why
    /// Growth less the parts, in percentage points: what is no part, and what rounding left.
    std::optional<base::Decimal> rest;
    double rest_uncertainty = 0;  ///< what rounding may have made of it
    Messages notes;               ///< whose release the figures are

    /// Whether every part has a value and rounding explains the rest.
    bool is_whole() const;
    std::string text() const;
    base::Json json() const;
};

/// Parts and total of one release where one has them all (`of_one_release`). A part without a value
/// is named and stays in the rest.
/// Shape: parts in the unit of the total, each once, none the total itself; else there is nothing.
Contributions contributions_to_growth(std::span<const Series* const> parts, const Series& total,
                                      const base::Period& period, base::Day day,
                                      const SourceTable& sources);

}  // namespace statistics
