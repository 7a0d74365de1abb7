#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace base {
namespace {

constexpr std::array<std::string_view, 16> without_minor_units{
    "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW",
    "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF"};
constexpr std::array<std::string_view, 7> with_three_digits{"BHD", "IQD", "JOD", "KWD",
                                                            "LYD", "OMR", "TND"};

Result<Money> combined(const Money& a, const Money& b, std::int64_t sign) {
    if (a.currency() != b.currency())
        return Error{ErrorCode::currency_mismatch,
                     fmt::format("{} and {} are different currencies; exchange one first", a.text(),
                                 b.text()),
                     ""};
    std::int64_t signed_units = 0, sum = 0;
    if (__builtin_mul_overflow(b.minor_units(), sign, &signed_units) ||
        __builtin_add_overflow(a.minor_units(), signed_units, &sum))
        return Error{ErrorCode::overflow, "the sum of money is too large", ""};
    return Money{sum, a.currency()};
}

}  // namespace

Result<Currency> Currency::parse(std::string_view code) {
    const bool shaped =
        code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!shaped)
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected a currency as three capital letters, found \"{}\"", code), ""};
    Currency currency;
    std::ranges::copy(code, currency.code_);
    return currency;
}

int Currency::minor_digits() const noexcept {
    if (std::ranges::find(without_minor_units, code()) != without_minor_units.end())
        return 0;
    return std::ranges::find(with_three_digits, code()) != with_three_digits.end() ? 3 : 2;
}

Result<Money> Money::from_decimal(const Decimal& amount, Currency currency) {
    const int digits = currency.minor_digits();
    const Decimal trimmed = amount.trimmed();
    if (trimmed.scale() > digits)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("{} has {} decimal places, found {}", currency.code(), digits,
                                 amount.text()),
                     ""};
    std::int64_t units = trimmed.coefficient();
    for (int scale = trimmed.scale(); scale < digits; ++scale) {
        if (__builtin_mul_overflow(units, std::int64_t{10}, &units))
            return Error{ErrorCode::overflow, "the sum of money is too large", ""};
    }
    return Money{units, currency};
}

std::string Money::text() const {
    const auto amount = Decimal::from_parts(minor_units_, currency_.minor_digits());
    return fmt::format("{} {}", currency_.code(), amount.value().text());
}

Result<Money> add(const Money& a, const Money& b) {
    return combined(a, b, 1);
}

Result<Money> subtract(const Money& a, const Money& b) {
    return combined(a, b, -1);
}

}  // namespace base
