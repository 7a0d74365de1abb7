#include "base/money.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace base {
namespace {

// ISO 4217, list one, ascending, one space between two: currencies in which one pays, and the
// special drawing right, in which the World Bank commits; no metals, no bonds, no codes for tests.
// Compared with iso-codes 4.15 of Debian 12.
constexpr std::string_view codes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN "
    "BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR "
    "FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD "
    "JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK "
    "MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN "
    "PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL "
    "THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XDR "
    "XOF XPF YER ZAR ZMW ZWL";
constexpr std::size_t code_length = 3;
static_assert((codes.size() + 1) / (code_length + 1) == 160);

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
    if (code.size() != code_length || code.contains(' ') || !codes.contains(code))
        return Error{ErrorCode::unknown_currency,
                     fmt::format("expected a currency of ISO 4217, three capitals such as PKR, "
                                 "found \"{}\"",
                                 code),
                     ""};
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

Decimal Money::amount() const {
    return Decimal::from_parts(minor_units_, currency_.minor_digits()).value();
}

std::string Money::text() const {
    return fmt::format("{} {}", currency_.code(), amount().text());
}

Result<Money> add(const Money& a, const Money& b) {
    return combined(a, b, 1);
}

Result<Money> subtract(const Money& a, const Money& b) {
    return combined(a, b, -1);
}

}  // namespace base
