#pragma once

namespace base {

/// Wide enough for the product of two 64-bit numbers.
__extension__ using Wide = __int128;

/// The nearest whole number, halves to even; the denominator is not 0.
constexpr Wide divide_half_even(Wide numerator, Wide denominator) {
    const bool negative = (numerator < 0) != (denominator < 0);
    const Wide a = numerator < 0 ? -numerator : numerator;
    const Wide b = denominator < 0 ? -denominator : denominator;
    Wide quotient = a / b;
    const Wide twice_rest = (a % b) * 2;
    if (twice_rest > b || (twice_rest == b && quotient % 2 != 0))
        ++quotient;
    return negative ? -quotient : quotient;
}

}  // namespace base
