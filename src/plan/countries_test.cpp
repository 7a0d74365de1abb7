#include "plan/countries.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

TEST(Countries, AreTheCodesThatAreAssigned) {
    for (const auto* code : {"ABW", "PAK", "GBR", "SSD", "XKX", "ZWE"})
        EXPECT_EQ(is_country(code), std::string_view{code} != "XKX") << code;
    for (const auto* code : {"", "PA", "PAKI", "pak", "ZZZ", "AAA", "UNO", "ANT", "W A", "G AIA"})
        EXPECT_FALSE(is_country(code)) << code;
}

// Every three letters are tried, so that no line of the table runs into the next.
TEST(Countries, Are249) {
    int count = 0;
    for (char a = 'A'; a <= 'Z'; ++a) {
        for (char b = 'A'; b <= 'Z'; ++b) {
            for (char c = 'A'; c <= 'Z'; ++c)
                count += is_country(std::string{a, b, c});
        }
    }
    EXPECT_EQ(count, 249);
}

}  // namespace
}  // namespace plan
