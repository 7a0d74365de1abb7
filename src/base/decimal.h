#pragma once

#include "base/result.h"

#include <cassert>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace base {

/// An exact decimal number: `coefficient / 10^scale`. It keeps the digits it was published with:
/// 2.10 and 2.1 are equal but print as they were written.
///
/// Units:  scale from 0 to 18.
/// Errors: overflow where a result would not fit; never a rounded result unless it was asked for.
class Decimal {
  public:
    static constexpr int scale_max = 18;

    constexpr Decimal() = default;
    constexpr explicit Decimal(std::int64_t whole) : coefficient_(whole) {}

    /// Digits with an optional sign and one point; no exponent, no grouping, no spaces.
    static Result<Decimal> parse(std::string_view text);
    static Result<Decimal> from_parts(std::int64_t coefficient, int scale);
    /// The same of a scale that was checked.
    static constexpr Decimal from_checked_parts(std::int64_t coefficient, int scale) {
        assert(scale >= 0 && scale <= scale_max);
        Decimal result;
        result.coefficient_ = coefficient;
        result.scale_ = static_cast<std::int8_t>(scale);
        return result;
    }
    /// The decimal of `scale` places nearest to `value`, halves to even.
    static Result<Decimal> from_double(double value, int scale);

    std::int64_t coefficient() const noexcept { return coefficient_; }
    int scale() const noexcept { return scale_; }
    double to_double() const noexcept;
    std::string text() const;
    /// Half a unit of the last printed digit: what rounding may have hidden.
    double rounding_half_width() const noexcept;
    bool is_zero() const noexcept { return coefficient_ == 0; }
    bool is_negative() const noexcept { return coefficient_ < 0; }

    Decimal operator-() const noexcept;

    /// To `scale` places, halves to even.
    Result<Decimal> rounded(int scale) const;
    /// The same number with the fewest digits: 2.10 becomes 2.1.
    Decimal trimmed() const noexcept;

    friend bool operator==(const Decimal& a, const Decimal& b) noexcept;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept;

  private:
    std::int64_t coefficient_ = 0;
    std::int8_t scale_ = 0;
};

Result<Decimal> add(const Decimal& a, const Decimal& b);
Result<Decimal> subtract(const Decimal& a, const Decimal& b);
Result<Decimal> multiply(const Decimal& a, const Decimal& b);
/// a / b to `scale` places, halves to even. Errors: division_by_zero, overflow.
Result<Decimal> divide(const Decimal& a, const Decimal& b, int scale);

}  // namespace base
