#include "base/money.h"

#include "base/percent.h"

#include <gtest/gtest.h>

#include <limits>

namespace base {
namespace {

Money money(std::string_view amount, std::string_view currency) {
    return Money::from_decimal(Decimal::parse(amount).value(), Currency::parse(currency).value())
        .value();
}

TEST(Money, IsPrintedWithTheDigitsOfItsCurrency) {
    EXPECT_EQ(money("1250", "PKR").text(), "PKR 1250.00");
    EXPECT_EQ(money("1250", "JPY").text(), "JPY 1250");
    EXPECT_EQ(money("-1.5", "KWD").text(), "KWD -1.500");
    EXPECT_EQ(money("1.50", "USD").minor_units(), 150);
}

TEST(Money, OfTwoCurrenciesIsNeverAdded) {
    EXPECT_EQ(add(money("1", "USD"), money("1", "PKR")).error().code, ErrorCode::currency_mismatch);
    EXPECT_EQ(subtract(money("5", "USD"), money("7", "USD")).value().text(), "USD -2.00");
    const Money most{std::numeric_limits<std::int64_t>::max(), Currency::parse("USD").value()};
    EXPECT_EQ(add(most, money("1", "USD")).error().code, ErrorCode::overflow);
    const Money least{std::numeric_limits<std::int64_t>::min(), Currency::parse("USD").value()};
    EXPECT_EQ(subtract(money("0", "USD"), least).error().code, ErrorCode::overflow);
}

TEST(Money, NeedsACurrencyAndItsPlaces) {
    for (const auto* code : {"", "pkr", "PK", "PKRS", "P1R", "ZZZ", "XTS", "XAU", "R U", "D AE"})
        EXPECT_EQ(Currency::parse(code).error().code, ErrorCode::unknown_currency) << code;
    for (const auto* code : {"AED", "PKR", "XDR", "ZMW"})
        EXPECT_TRUE(Currency::parse(code).ok()) << code;
    EXPECT_FALSE(
        Money::from_decimal(Decimal::parse("1.005").value(), Currency::parse("USD").value()).ok());
    EXPECT_TRUE(
        Money::from_decimal(Decimal::parse("1.500").value(), Currency::parse("USD").value()).ok());
    EXPECT_EQ(Money::from_decimal(Decimal{std::numeric_limits<std::int64_t>::max()},
                                  Currency::parse("USD").value())
                  .error()
                  .code,
              ErrorCode::overflow);
}

TEST(Percent, AndPercentagePointsDoNotMix) {
    const auto share = percent_of(Decimal{1}, Decimal{3}, 1).value();
    EXPECT_EQ(share.value.text(), "33.3");
    const auto points = difference({Decimal{40}}, share).value();
    EXPECT_EQ(points.value.text(), "6.7");
    EXPECT_EQ(shifted(share, points).value().value, Decimal{40});
    EXPECT_EQ(percent_of(Decimal{1}, Decimal{0}, 1).error().code, ErrorCode::division_by_zero);
    static_assert(!std::is_convertible_v<PercentagePoints, Percent>);
}

}  // namespace
}  // namespace base
