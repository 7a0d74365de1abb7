#include "base/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace base {
namespace {

Decimal d(std::string_view text) {
    return Decimal::parse(text).value();
}

TEST(Decimal, KeepsTheDigitsItWasPublishedWith) {
    for (const auto* text :
         {"0", "12.50", "-0.05", "3.223", "999999999999999999", "0.000000000000000001"})
        EXPECT_EQ(d(text).text(), text);
    EXPECT_EQ(d("+7.0").text(), "7.0");
    EXPECT_EQ(d("2.10"), d("2.1"));
    EXPECT_EQ(d("2.10").trimmed().text(), "2.1");
    EXPECT_EQ(d("-9223372036854775807").text(), "-9223372036854775807");
}

TEST(Decimal, IsRefusedInAnyOtherForm) {
    for (const auto* text : {"", "-", "+", ".", ".5", "5.", "1e3", "1,000", " 1", "1 ", "1.2.3",
                             "--1", "0x1", "NaN", "١"})
        EXPECT_EQ(Decimal::parse(text).error().code, ErrorCode::invalid_decimal) << text;
    EXPECT_EQ(Decimal::parse("9223372036854775808").error().code, ErrorCode::overflow);
    EXPECT_EQ(Decimal::parse("0.0000000000000000001").error().code, ErrorCode::overflow);
}

TEST(Decimal, AddsAndMultipliesExactly) {
    EXPECT_EQ(add(d("0.1"), d("0.2")).value(), d("0.3"));
    EXPECT_EQ(subtract(d("2.280"), d("0.31")).value().text(), "1.970");
    EXPECT_EQ(multiply(d("1.5"), d("-2.25")).value().text(), "-3.375");
    EXPECT_EQ(add(d("9223372036854775807"), d("1")).error().code, ErrorCode::overflow);
    EXPECT_EQ(multiply(d("9223372036854775807"), d("2")).error().code, ErrorCode::overflow);
}

TEST(Decimal, RoundsHalvesToEven) {
    EXPECT_EQ(d("2.5").rounded(0).value().text(), "2");
    EXPECT_EQ(d("3.5").rounded(0).value().text(), "4");
    EXPECT_EQ(d("-2.5").rounded(0).value().text(), "-2");
    EXPECT_EQ(d("2.51").rounded(0).value().text(), "3");
    EXPECT_EQ(d("0.125").rounded(2).value().text(), "0.12");
    EXPECT_EQ(d("1.2").rounded(5).value().text(), "1.2");
    EXPECT_FALSE(d("1.2").rounded(-1).ok());
}

TEST(Decimal, DividesToTheAskedPlaces) {
    EXPECT_EQ(divide(d("1"), d("3"), 4).value().text(), "0.3333");
    EXPECT_EQ(divide(d("2"), d("3"), 4).value().text(), "0.6667");
    EXPECT_EQ(divide(d("-1"), d("8"), 2).value().text(), "-0.12");
    EXPECT_EQ(divide(d("12.50"), d("0.05"), 0).value().text(), "250");
    EXPECT_EQ(divide(d("1"), d("0.00"), 2).error().code, ErrorCode::division_by_zero);
    EXPECT_EQ(divide(d("9223372036854775807"), d("0.000001"), 18).error().code,
              ErrorCode::overflow);
}

TEST(Decimal, ComparesAcrossScales) {
    EXPECT_LT(d("1.9"), d("2"));
    EXPECT_LT(d("-2"), d("-1.999999999999999999"));
    EXPECT_GT(d("9223372036854775807"), d("0.000000000000000001"));
    EXPECT_EQ(-d("1.5"), d("-1.5"));
}

TEST(Decimal, ComesFromDoublesOnlyWhereItFits) {
    EXPECT_EQ(Decimal::from_double(2.5899999999, 3).value().text(), "2.590");
    EXPECT_EQ(Decimal::from_double(std::nan(""), 2).error().code, ErrorCode::overflow);
    EXPECT_EQ(Decimal::from_double(1e300, 0).error().code, ErrorCode::overflow);
    EXPECT_EQ(Decimal::from_double(1, 19).error().code, ErrorCode::overflow);
    EXPECT_DOUBLE_EQ(d("12.25").to_double(), 12.25);
    EXPECT_DOUBLE_EQ(d("12.2").rounding_half_width(), 0.05);
}

}  // namespace
}  // namespace base
