#include "base/byte_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace {

constexpr std::array<char, 4> wanted{',', '\n', '\r', '"'};

std::string made(std::size_t size, std::mt19937_64& dice) {
    static constexpr std::string_view letters{"ab-\xFF,,\n\r\"\0 ", 11};
    std::string text;
    for (std::size_t i = 0; i < size; ++i)
        text += letters[dice() % letters.size()];
    return text;
}

TEST(ByteSearch, BothWaysFindTheSame) {
    std::mt19937_64 dice{1};
    for (int i = 0; i < 10'000; ++i) {
        const auto text = made(64, dice);
        ASSERT_EQ(base::places_of(text.data(), wanted),
                  base::places_one_by_one(text.data(), wanted));
    }
}

TEST(ByteSearch, FindsEachInItsTurnWhereverOneGoesOn) {
    std::mt19937_64 dice{2};
    for (int i = 0; i < 20'000; ++i) {
        const auto text = made(dice() % 200, dice);
        base::ByteSearch search{wanted};
        const char* const end = text.data() + text.size();
        const auto step = dice() % 80;
        for (const char* at = text.data(); at < end;) {
            const auto* expected = std::find_first_of(at, end, wanted.begin(), wanted.end());
            ASSERT_EQ(search.next(at, end) - text.data(), expected - text.data());
            at = std::min(end, expected + 1 + dice() % (step + 1));
        }
        EXPECT_EQ(search.next(end, end), end);
    }
}

// What stands behind the end is not found, not even where it is looked for.
TEST(ByteSearch, FindsZeroesWithinTheTextAlone) {
    const std::string text{"a\0b", 3};
    base::ByteSearch search{{'\0', '\0', '\0', '\0'}};
    const auto* const end = text.data() + text.size();
    EXPECT_EQ(search.next(text.data(), end), text.data() + 1);
    EXPECT_EQ(search.next(text.data() + 2, end), end);
}

TEST(ByteSearch, SeesWhatStandsThereNowWhenItForgets) {
    std::string text(100, 'a');
    base::ByteSearch search{wanted};
    const auto* const end = text.data() + text.size();
    ASSERT_EQ(search.next(text.data(), end), end);
    text[70] = ',';
    search.forget();
    EXPECT_EQ(search.next(text.data(), end), text.data() + 70);
    text[3] = '"';
    search.forget();
    EXPECT_EQ(search.next(text.data(), text.data() + 50), text.data() + 3);
}

}  // namespace
