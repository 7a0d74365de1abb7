#include "statistics/row_ids.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace statistics {
namespace {

TEST(RowIds, NameTheFirstRowOfEach) {
    RowIds ids;
    EXPECT_EQ(ids.add("X0999", 0), std::nullopt);
    EXPECT_EQ(ids.add("X1000", 1), std::nullopt);
    EXPECT_EQ(ids.add("X1", 2), std::nullopt);
    EXPECT_EQ(ids.add("X01", 3), std::nullopt);
    EXPECT_EQ(ids.add("x", 4), std::nullopt);
    EXPECT_EQ(ids.add("X1000", 5), 1u);
    EXPECT_EQ(ids.add("X01", 6), 3u);
    EXPECT_EQ(ids.add("x", 7), 4u);
    EXPECT_EQ(ids.add("12345678901234567890", 8), std::nullopt) << "too long for a number";
    EXPECT_EQ(ids.add("12345678901234567890", 9), 8u);
}

TEST(RowIds, AreAsAMapWouldHaveThem) {
    std::mt19937 dice{20240520};
    for (int round = 0; round < 50; ++round) {
        RowIds ids;
        std::map<std::string, std::uint32_t> wanted;
        std::uint32_t next = 0;
        for (std::uint32_t row = 0; row < 400; ++row) {
            next = dice() % 8 == 0 ? static_cast<std::uint32_t>(dice() % 300) : next + 1;
            const auto id = fmt::format("{}{}", dice() % 30 == 0 ? "B" : "A", next);
            const auto [at, is_new] = wanted.emplace(id, row);
            const auto found = ids.add(id, row);
            if (is_new)
                EXPECT_EQ(found, std::nullopt) << id;
            else
                EXPECT_EQ(found, at->second) << id;
        }
    }
}

}  // namespace
}  // namespace statistics
