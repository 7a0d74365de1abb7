#include "statistics/stage_notes.h"

#include <gtest/gtest.h>

#include <random>

namespace statistics {
namespace {

StageNotes some_notes() {
    StageNotes notes{.before = {17, 4}, .names = {"area", "period"}, .rows = 70'000};
    notes.lines = {{0, 2}, {69'999, -1}};
    notes.held.keys = {"a:b=c", "a:b=d"};
    notes.held.times = {TimePeriod::parse("FY2024").value(),
                        TimePeriod::parse("2023-07/2024-03").value(),
                        TimePeriod::parse("2024-12 (point in time)").value()};
    notes.held.sources = {{"sbp", "a bank", "https://bank.example", "2024-01", "an office"}};
    notes.held.suspicions = {"a slip"};
    notes.held.latest_actual = {-5, INT32_MAX};
    notes.held.month_dates = 3;
    notes.held.estimated_dates = 4;
    notes.has_ids = true;
    notes.parts = {{1, true, {{{1u << 31, 500}, 240}, {{7, 5}, 1}}}, {0, false}};
    return notes;
}

TEST(StageNotes, AreReadAsTheyWereWritten) {
    const auto bytes = print_notes(some_notes()).value();
    const auto again = parse_notes(bytes).value();
    EXPECT_EQ(print_notes(again).value(), bytes);
    EXPECT_EQ(again.rows, 70'000);
    EXPECT_EQ(again.held.times, some_notes().held.times);
    EXPECT_EQ(again.parts[0].blocks[0].at, 1u << 31);
    EXPECT_EQ(again.parts[0].blocks[1].observations, 1);
}

// What is accepted has one form, or at least one that is accepted again.
TEST(StageNotes, AreReadWithinTheirBounds) {
    const auto bytes = print_notes(some_notes()).value();
    for (std::size_t i = 0; i < bytes.size(); ++i)
        EXPECT_FALSE(parse_notes(std::string_view{bytes}.substr(0, i)).ok()) << i;
    EXPECT_FALSE(parse_notes(bytes + '\0').ok());
    std::mt19937 dice{3};
    for (int round = 0; round < 20'000; ++round) {
        auto other = bytes;
        for (auto changes = 1 + dice() % 3; changes > 0; --changes)
            other[dice() % other.size()] = static_cast<char>(dice() % 256);
        const auto notes = parse_notes(other);
        EXPECT_TRUE(!notes.ok() || parse_notes(print_notes(*notes).value()).ok());
    }
}

}  // namespace
}  // namespace statistics
