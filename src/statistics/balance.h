#pragma once

#include "base/json.h"
#include "statistics/derive.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace statistics {

enum class Verdict {
    holds,          ///< to the last digits that were printed
    rounded,        ///< a figure that is printed more coarsely than the others explains it
    does_not_hold,  ///< no rounding explains the difference
    not_known       ///< no release has all figures
};
std::string_view word(Verdict verdict);  ///< "holds", "rounded", "does not hold", "not known"

/// A total beside the sum of its parts, as one release printed them.
struct Balance {
    Answer total;
    Answer sum;                               ///< of the parts
    std::optional<base::Decimal> difference;  ///< sum less total
    double tolerance = 0;                     ///< what rounding may explain, in the unit
    Verdict verdict = Verdict::not_known;
    Messages
        notes;  ///< whose release it is, what of it is not used elsewhere, or why there is none

    std::string text() const;  ///< for people, with each operand and its source
    base::Json json() const;
};

/// The latest release that printed the total and every part for exactly these days. Suspect figures
/// count as printed, and are named: this is a check of what was published.
///
/// A figure is believed to half a unit of its last digit, and one that is printed more coarsely
/// than the finest to a whole unit, for its digits may have been cut off. Shape: parts in the unit
/// of the total, each once, none the total itself; else there is nothing.
Balance balance_of(std::span<const Series* const> parts, const Series& total,
                   const TimePeriod& time, base::Day day, const SourceTable& sources);

}  // namespace statistics
