#pragma once

#include "base/decimal.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace base {

/// An ISO 4217 code such as PKR.
class Currency {
  public:
    /// Errors: unknown_currency unless ISO 4217 lists the code.
    static Result<Currency> parse(std::string_view code);
    std::string_view code() const noexcept { return {code_, 3}; }
    /// Digits after the point: 2 for PKR and USD, 0 for JPY, 3 for KWD (ISO 4217, table A.1).
    int minor_digits() const noexcept;
    friend bool operator==(const Currency&, const Currency&) = default;

  private:
    char code_[3] = {'X', 'X', 'X'};
};

/// Minor units of one currency. Adding two currencies is an error, not an exchange.
class Money {
  public:
    Money(std::int64_t minor_units, Currency currency)
        : minor_units_(minor_units), currency_(currency) {}
    /// Errors: invalid_argument where the amount has more places than the currency has.
    static Result<Money> from_decimal(const Decimal& amount, Currency currency);

    std::int64_t minor_units() const noexcept { return minor_units_; }
    Currency currency() const noexcept { return currency_; }
    Decimal amount() const;    ///< with all places of its currency
    std::string text() const;  ///< "PKR 1250.00"
    friend bool operator==(const Money&, const Money&) = default;

  private:
    std::int64_t minor_units_;
    Currency currency_;
};

Result<Money> add(const Money& a, const Money& b);
Result<Money> subtract(const Money& a, const Money& b);

}  // namespace base
