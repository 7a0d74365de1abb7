#include "base/even_column.h"

#include <gtest/gtest.h>

#include <span>
#include <vector>

namespace base {
namespace {

TEST(EvenColumn, HoldsOneValueWhileAllAreTheSame) {
    const EvenColumn<int> of_none;
    EXPECT_TRUE(of_none.is_even());
    const EvenColumn of_all{7};
    EXPECT_TRUE(of_all.is_even());
    EXPECT_EQ(of_all[0], 7);
    EXPECT_EQ(of_all[1'000'000], 7);
    EXPECT_EQ(of_all.step(), 0U);
    EXPECT_EQ(*of_all.data(), 7);
}

TEST(EvenColumn, OfTwoPartsKeepsEachRow) {
    for (std::size_t rows = 0; rows < 6; ++rows)
        for (std::size_t other = 0; other <= rows; ++other)
            for (std::size_t part = 0; part <= rows; ++part) {
                std::vector<int> all(rows, 1);
                if (other < rows)
                    all[other] = 2;
                const std::span values{all};
                const auto column =
                    EvenColumn<int>::joined(values.first(part), values.subspan(part));
                EXPECT_EQ(column.is_even(), other >= rows || rows < 2) << rows << ' ' << other;
                for (std::size_t row = 0; row < rows; ++row) {
                    EXPECT_EQ(column[row], row == other ? 2 : 1);
                    EXPECT_EQ(column.data()[row * column.step()], column[row]);
                }
            }
}

}  // namespace
}  // namespace base
