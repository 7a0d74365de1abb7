#pragma once

#include "base/decimal.h"

#include <compare>

namespace base {

/// A share: 54.5 percent of something. It does not mix with a difference of two shares.
struct Percent {
    Decimal value;
    friend bool operator==(const Percent&, const Percent&) = default;
    friend auto operator<=>(const Percent&, const Percent&) = default;
};

/// The difference of two shares.
struct PercentagePoints {
    Decimal value;
    friend bool operator==(const PercentagePoints&, const PercentagePoints&) = default;
    friend auto operator<=>(const PercentagePoints&, const PercentagePoints&) = default;
};

inline Result<PercentagePoints> difference(const Percent& a, const Percent& b) {
    return PercentagePoints{TRY(subtract(a.value, b.value))};
}

inline Result<Percent> shifted(const Percent& share, const PercentagePoints& by) {
    return Percent{TRY(add(share.value, by.value))};
}

/// `part / whole` as a percentage with `scale` places. Errors: division_by_zero, overflow.
inline Result<Percent> percent_of(const Decimal& part, const Decimal& whole, int scale) {
    const Decimal hundredfold = TRY(multiply(part, Decimal{100}));
    return Percent{TRY(divide(hundredfold, whole, scale))};
}

}  // namespace base
