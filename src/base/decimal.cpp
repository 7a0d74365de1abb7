#include "base/decimal.h"

#include "base/decimal_text.h"
#include "base/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace base {
namespace {

constexpr std::array<std::int64_t, 19> powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (auto& entry : powers) {
        entry = power;
        power = power > std::numeric_limits<std::int64_t>::max() / 10 ? power : power * 10;
    }
    return powers;
}();

std::int64_t power_of_ten(int exponent) {
    return powers_of_ten[static_cast<std::size_t>(exponent)];
}

Error too_large(std::string_view operation) {
    return Error{ErrorCode::overflow,
                 fmt::format("{} gives more than the 18 digits that are kept exactly", operation),
                 ""};
}

bool fits(Wide value) {
    return value >= std::numeric_limits<std::int64_t>::min() &&
           value <= std::numeric_limits<std::int64_t>::max();
}

// A sum may need more digits than its operands; trailing zeros are given up before digits are.
Result<Decimal> narrow(Wide coefficient, int scale, std::string_view operation) {
    while (scale > 0 && (!fits(coefficient) || scale > Decimal::scale_max) &&
           coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    if (!fits(coefficient) || scale > Decimal::scale_max)
        return too_large(operation);
    return Decimal::from_parts(static_cast<std::int64_t>(coefficient), scale);
}

}  // namespace

Result<Decimal> Decimal::from_parts(std::int64_t coefficient, int scale) {
    if (scale < 0 || scale > scale_max)
        return Error{ErrorCode::overflow,
                     fmt::format("a decimal has 0 to 18 places, {} were asked for", scale), ""};
    return from_checked_parts(coefficient, scale);
}

Result<Decimal> Decimal::parse(std::string_view text) {
    const auto malformed = [&] {
        return Error{ErrorCode::invalid_decimal,
                     fmt::format("expected a decimal number such as -12.50, found \"{}\"", text),
                     ""};
    };
    std::string_view rest = text;
    const bool negative = !rest.empty() && rest.front() == '-';
    if (!rest.empty() && (rest.front() == '-' || rest.front() == '+'))
        rest.remove_prefix(1);
    Wide coefficient = 0;
    int digits = 0, scale = 0;
    bool after_point = false;
    for (const char c : rest) {
        if (c == '.' && !after_point && digits > 0) {
            after_point = true;
            continue;
        }
        if (c < '0' || c > '9')
            return malformed();
        coefficient = coefficient * 10 + (c - '0');
        ++digits;
        scale += after_point;
        if (!fits(coefficient) || scale > scale_max)
            return Error{
                ErrorCode::overflow,
                fmt::format("\"{}\" has more than the 18 digits that are kept exactly", text), ""};
    }
    if (digits == 0 || rest.back() == '.')
        return malformed();
    return from_parts(static_cast<std::int64_t>(negative ? -coefficient : coefficient), scale);
}

Result<Decimal> Decimal::from_double(double value, int scale) {
    if (scale < 0 || scale > scale_max)
        return from_parts(0, scale);
    const double scaled = std::nearbyint(value * static_cast<double>(power_of_ten(scale)));
    if (!std::isfinite(scaled) || std::abs(scaled) > 9.2e18)
        return too_large("the conversion");
    return from_parts(static_cast<std::int64_t>(scaled), scale);
}

double Decimal::to_double() const noexcept {
    return static_cast<double>(coefficient_) / static_cast<double>(power_of_ten(scale_));
}

double Decimal::rounding_half_width() const noexcept {
    return 0.5 / static_cast<double>(power_of_ten(scale_));
}

std::string Decimal::text() const {
    return std::string{DecimalText{*this}.view()};
}

Decimal Decimal::operator-() const noexcept {
    Decimal result = *this;
    result.coefficient_ = -coefficient_;
    return result;
}

Result<Decimal> Decimal::rounded(int scale) const {
    if (scale >= scale_)
        return *this;
    if (scale < 0)
        return from_parts(0, scale);
    const auto coefficient = divide_half_even(coefficient_, power_of_ten(scale_ - scale));
    return from_parts(static_cast<std::int64_t>(coefficient), scale);
}

Decimal Decimal::trimmed() const noexcept {
    Decimal result = *this;
    while (result.scale_ > 0 && result.coefficient_ % 10 == 0) {
        result.coefficient_ /= 10;
        --result.scale_;
    }
    return result;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) noexcept {
    const Wide left = Wide{a.coefficient_} * power_of_ten(b.scale_);
    const Wide right = Wide{b.coefficient_} * power_of_ten(a.scale_);
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

bool operator==(const Decimal& a, const Decimal& b) noexcept {
    return (a <=> b) == std::strong_ordering::equal;
}

Result<Decimal> add(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale(), b.scale());
    const Wide sum = Wide{a.coefficient()} * power_of_ten(scale - a.scale()) +
                     Wide{b.coefficient()} * power_of_ten(scale - b.scale());
    return narrow(sum, scale, "the sum");
}

Result<Decimal> subtract(const Decimal& a, const Decimal& b) {
    return add(a, -b);
}

Result<Decimal> multiply(const Decimal& a, const Decimal& b) {
    return narrow(Wide{a.coefficient()} * b.coefficient(), a.scale() + b.scale(), "the product");
}

Result<Decimal> divide(const Decimal& a, const Decimal& b, int scale) {
    if (b.is_zero())
        return Error{ErrorCode::division_by_zero,
                     fmt::format("{} cannot be divided by zero", a.text()), ""};
    if (scale < 0 || scale > Decimal::scale_max)
        return Decimal::from_parts(0, scale);
    Wide numerator = a.coefficient();
    Wide denominator = b.coefficient();
    for (int shift = scale + b.scale() - a.scale(); shift != 0;) {
        Wide& grown = shift > 0 ? numerator : denominator;
        grown *= 10;
        if (grown > (Wide{1} << 122) || grown < -(Wide{1} << 122))
            return too_large("the quotient");
        shift += shift > 0 ? -1 : 1;
    }
    const Wide quotient = divide_half_even(numerator, denominator);
    if (!fits(quotient))
        return too_large("the quotient");
    return Decimal::from_parts(static_cast<std::int64_t>(quotient), scale);
}

}  // namespace base
