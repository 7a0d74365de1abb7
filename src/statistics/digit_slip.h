#pragma once

#include "base/decimal.h"

#include <optional>

namespace statistics {

enum class SlipForm { unit, point, transposition, substitution, dropped, added };

/// How a number came to be printed instead of another.
struct DigitSlip {
    SlipForm form = SlipForm::substitution;
    base::Decimal meant;
};

/// The one slip of the pen that leads from a number near `wanted` to the printed one: a power of a
/// thousand, a point in the wrong place, two neighbouring digits exchanged, one digit changed,
/// dropped or added. Nothing where none does.
///
/// Units: `tolerance` in those of the number; half of the printed last digit is allowed anyway, and
///         moves with the point.
std::optional<DigitSlip> explain_slip(const base::Decimal& printed, double wanted,
                                      double tolerance);

/// The power of ten by which a number was printed too large or too small, where what was wanted is
/// known within a factor of 2 only.
std::optional<DigitSlip> explain_power(const base::Decimal& printed, double wanted);

}  // namespace statistics
