#include "base/clock.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(Date, SurvivesItsText) {
    for (const auto* text : {"2024-02-29", "1999-12-31", "0001-01-01", "9999-12-31"})
        EXPECT_EQ(to_string(parse_day(text).value()), text);
}

TEST(Date, MustExistInTheCalendar) {
    for (const auto* text : {"2023-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-1-1",
                             "20240101", "", "2024/01/01", "2024-01-01 ", "+024-01-01"})
        EXPECT_EQ(parse_day(text).error().code, ErrorCode::invalid_date) << text;
}

TEST(Instant, SurvivesItsText) {
    const auto* text = "2026-03-01T09:30:00.123456Z";
    EXPECT_EQ(to_string(parse_instant(text).value()), text);
    EXPECT_EQ(to_string(parse_instant("2026-03-01T09:30:00Z").value()),
              "2026-03-01T09:30:00.000000Z");
    EXPECT_EQ(to_string(parse_instant("2026-03-01T09:30:00.5Z").value()),
              "2026-03-01T09:30:00.500000Z");
}

TEST(Instant, IsRefusedInAnyOtherForm) {
    for (const auto* text :
         {"2026-03-01T09:30:00", "2026-03-01 09:30:00Z", "2026-03-01T24:00:00Z",
          "2026-03-01T09:60:00Z", "2026-03-01T09:30:60Z", "2026-02-30T09:30:00Z",
          "2026-03-01T09:30:00.Z", "2026-03-01T09:30:00.1234567Z", "2026-03-01T09-30:00Z",
          "2026-03-01T09:30-00Z", "2026-03-01T09:30:00+05:00", "2026-03-01T09:30:00.12a456Z", ""})
        EXPECT_FALSE(parse_instant(text).ok()) << text;
}

TEST(UtcOffset, MovesMidnight) {
    const auto karachi = UtcOffset::parse("+05:00").value();
    EXPECT_EQ(karachi.day_of(parse_instant("2026-02-28T19:00:00Z").value()), make_day(2026, 3, 1));
    EXPECT_EQ(karachi.day_of(parse_instant("2026-02-28T18:59:59.999999Z").value()),
              make_day(2026, 2, 28));
    EXPECT_EQ(to_string(karachi.midnight(make_day(2026, 3, 1))), "2026-02-28T19:00:00.000000Z");
    EXPECT_EQ(karachi.text(), "+05:00");
    EXPECT_EQ(UtcOffset::parse("-03:30").value().text(), "-03:30");
    EXPECT_EQ(UtcOffset{}.text(), "+00:00");
    for (const auto* text : {"", "5", "+5:00", "05:00", "+14:01", "+05:60", "+0500", "Z"})
        EXPECT_FALSE(UtcOffset::parse(text).ok()) << text;
}

TEST(FixedClock, MovesOnlyWhenItIsMoved) {
    FixedClock clock{parse_instant("2026-03-01T00:00:00Z").value()};
    EXPECT_EQ(clock.now(), clock.now());
    clock.advance(std::chrono::seconds{5});
    EXPECT_EQ(to_string(clock.now()), "2026-03-01T00:00:05.000000Z");
    EXPECT_GT(SystemClock{}.now(), make_day(2024, 1, 1));
}

}  // namespace
}  // namespace base
