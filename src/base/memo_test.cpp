#include "base/memo.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace base {
namespace {

TEST(Memo, GivesWhatWasAdded) {
    Memo<int> memo;
    std::map<std::string, int> wanted;
    std::mt19937 dice{7};
    for (int i = 0; i < 5000; ++i) {
        const auto text =
            std::to_string(dice() % 4 == 0 ? dice() % 100 : static_cast<unsigned>(i) % 100);
        const auto* found = memo.find(text);
        const auto at = wanted.find(text);
        ASSERT_EQ(found == nullptr, at == wanted.end()) << text;
        if (found != nullptr)
            ASSERT_EQ(*found, at->second);
        else
            memo.add(text, wanted[text] = i);
    }
    EXPECT_EQ(memo.size(), wanted.size());
    memo.clear();
    EXPECT_EQ(memo.find("1"), nullptr);
}

TEST(Parts, AreTakenAsTheyWereAppended) {
    std::string one, other;
    for (const auto part : {"a", "", "bc"})
        append_part(one, part);
    for (const auto part : {"a", "b", "c"})
        append_part(other, part);
    EXPECT_NE(one, other);
    std::string_view rest = one;
    EXPECT_TRUE(take_part(rest, "a"));
    EXPECT_FALSE(take_part(rest, "b"));
    EXPECT_TRUE(take_part(rest, ""));
    EXPECT_FALSE(take_part(rest, "b"));
    EXPECT_TRUE(take_part(rest, "bc"));
    EXPECT_FALSE(take_part(rest, ""));
    EXPECT_TRUE(rest.empty());
}

TEST(SameText, IsToldAtEveryLengthAndPlace) {
    for (std::size_t size = 0; size < 70; ++size) {
        const std::string text(size, 'x');
        EXPECT_TRUE(is_same_text(text, std::string(size, 'x'))) << size;
        EXPECT_FALSE(is_same_text(text, text + 'x')) << size;
        for (std::size_t at = 0; at < size; ++at) {
            auto other = text;
            other[at] = 'y';
            EXPECT_FALSE(is_same_text(text, other)) << size << ' ' << at;
        }
    }
}

}  // namespace
}  // namespace base
