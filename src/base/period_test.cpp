#include "base/period.h"

#include <gtest/gtest.h>

namespace base {
namespace {

Period p(std::string_view text) {
    return Period::parse(text).value();
}

std::string span(std::string_view text) {
    return to_string(p(text).first_day()) + " " + to_string(p(text).last_day());
}

TEST(Period, CoversTheDaysOfItsName) {
    EXPECT_EQ(span("2024"), "2024-01-01 2024-12-31");
    EXPECT_EQ(span("2024-H2"), "2024-07-01 2024-12-31");
    EXPECT_EQ(span("2024-Q1"), "2024-01-01 2024-03-31");
    EXPECT_EQ(span("2024-02"), "2024-02-01 2024-02-29");
    EXPECT_EQ(span("2023-02"), "2023-02-01 2023-02-28");
    EXPECT_EQ(span("2024-04-20"), "2024-04-20 2024-04-20");
}

TEST(Period, OfAFiscalYearIsNamedAfterItsEnd) {
    EXPECT_EQ(span("FY2024"), "2023-07-01 2024-06-30");
    EXPECT_EQ(span("FY2024-H1"), "2023-07-01 2023-12-31");
    EXPECT_EQ(span("FY2024-Q1"), "2023-07-01 2023-09-30");
    EXPECT_EQ(span("FY2024-Q4"), "2024-04-01 2024-06-30");
    const auto april = Period::parse("FY2024", {4}).value();
    EXPECT_EQ(to_string(april.first_day()), "2023-04-01");
    EXPECT_EQ(Period::containing(make_day(2023, 6, 30), Frequency::year, {7}).text(), "FY2023");
    EXPECT_EQ(Period::containing(make_day(2023, 7, 1), Frequency::year, {7}).text(), "FY2024");
    EXPECT_EQ(Period::containing(make_day(2024, 1, 5), Frequency::quarter, {7}).text(),
              "FY2024-Q3");
}

// ISO 8601: the week with the year's first Thursday is week 1.
TEST(Period, CountsWeeksAsIso8601Does) {
    EXPECT_EQ(span("2024-W01"), "2024-01-01 2024-01-07");
    EXPECT_EQ(span("2021-W01"), "2021-01-04 2021-01-10");
    EXPECT_EQ(span("2020-W53"), "2020-12-28 2021-01-03");
    EXPECT_EQ(Period::containing(make_day(2021, 1, 3), Frequency::week).text(), "2020-W53");
    EXPECT_EQ(Period::containing(make_day(2024, 12, 30), Frequency::week).text(), "2025-W01");
    EXPECT_EQ(Period::containing(make_day(1969, 12, 31), Frequency::week).text(), "1970-W01");
    EXPECT_FALSE(Period::parse("2021-W53").ok());
    EXPECT_FALSE(Period::parse("2024-W00").ok());
}

TEST(Period, SurvivesItsText) {
    for (const auto* text : {"2024", "2024-H1", "2024-Q3", "2024-12", "2024-W52", "2024-02-29",
                             "FY2024", "FY2024-H2", "FY2024-Q4", "0001", "9999-12"})
        EXPECT_EQ(p(text).text(), text);
}

TEST(Period, HoldsEveryDayExactlyOnce) {
    for (const auto frequency : {Frequency::year, Frequency::half, Frequency::quarter,
                                 Frequency::month, Frequency::week, Frequency::day}) {
        for (const int start : {1, 4, 7, 10}) {
            const auto first = make_day(1999, 1, 1);
            for (int i = 0; i < 1200; ++i) {
                const Day day = first + std::chrono::days{i};
                const auto period = Period::containing(day, frequency, {start});
                EXPECT_LE(period.first_day(), day);
                EXPECT_GE(period.last_day(), day);
                EXPECT_EQ(period.next().first_day(), period.last_day() + std::chrono::days{1});
            }
        }
    }
}

TEST(Period, IsRefusedInAnyOtherForm) {
    for (const auto* text :
         {"", "24", "2024-", "2024-13", "2024-00", "2024-Q5", "2024-Q0", "2024-H3", "2024-02-30",
          "FY2024-01", "FY24", "fy2024", "2024Q1", "0000", "2024-Q11", "2024-1", " 2024",
          "FY2024-W01", "2024-04-20T00:00"})
        EXPECT_EQ(Period::parse(text).error().code, ErrorCode::invalid_period) << text;
    EXPECT_FALSE(Period::year(0).ok());
    EXPECT_FALSE(Period::year(10'000).ok());
    EXPECT_FALSE(Period::year(2024, {13}).ok());
}

TEST(Period, IsComparedOnlyWithItsOwnKind) {
    EXPECT_LT(p("2024-Q1"), p("2024-Q2"));
    EXPECT_EQ(p("2024-Q1").plus(4), p("2025-Q1"));
    EXPECT_FALSE(p("2024") < p("FY2025"));
    EXPECT_FALSE(p("2024") > p("FY2025"));
    EXPECT_EQ(periods_between(p("2023-11"), p("2024-02")).value(), 3);
    EXPECT_EQ(periods_between(p("2024"), p("FY2024")).error().code, ErrorCode::invalid_period);
    EXPECT_EQ(p("FY2024-Q1").year_number(), 2024);
}

}  // namespace
}  // namespace base
