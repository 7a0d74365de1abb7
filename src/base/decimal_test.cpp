#include "base/decimal_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

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

// Short numbers are printed in a way of their own.
TEST(Decimal, PrintsNumbersOfEveryLength) {
    std::vector<std::int64_t> coefficients{0, std::numeric_limits<std::int64_t>::max()};
    for (std::int64_t power = 1; power < coefficients[1] / 10; power *= 10)
        for (const std::int64_t one : {power, power - 1, power + 1, 7 * power + power / 3})
            coefficients.push_back(one);
    for (const auto coefficient : coefficients)
        for (std::size_t scale = 0; scale <= Decimal::scale_max; ++scale) {
            auto digits = std::to_string(coefficient);
            if (digits.size() <= scale)
                digits.insert(0, scale + 1 - digits.size(), '0');
            if (scale > 0)
                digits.insert(digits.size() - scale, 1, '.');
            for (const auto sign : {1, -1}) {
                const auto number =
                    Decimal::from_parts(sign * coefficient, static_cast<int>(scale)).value();
                const auto expected = sign < 0 && coefficient > 0 ? "-" + digits : digits;
                EXPECT_EQ(number.text(), expected);
                const DecimalText kept{number};
                EXPECT_EQ(kept.view(), expected);
                EXPECT_EQ(kept.number().coefficient(), number.coefficient());
                EXPECT_EQ(kept.number().scale(), number.scale());
                std::array<char, DecimalText::room> room{};
                EXPECT_EQ(std::string_view(room.data(), kept.put(room.data())), expected);
            }
        }
    EXPECT_FALSE(DecimalText{}.is_there());
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
