#include "sdmx/period.h"

#include <gtest/gtest.h>

namespace {

std::string span(std::string_view text, sdmx::YearStartDay start = {}) {
    const auto read = sdmx::parse_period(text, start);
    return read ? base::to_string(read->first) + ".." + base::to_string(read->last) : "none";
}

TEST(Period, OfTheCalendar) {
    EXPECT_EQ(span("2024"), "2024-01-01..2024-12-31");
    EXPECT_EQ(span("2024-02"), "2024-02-01..2024-02-29");
    EXPECT_EQ(span("2023-02-28"), "2023-02-28..2023-02-28");
    EXPECT_EQ(span("2024-05-20T10:00:00Z"), "2024-05-20..2024-05-20");
    EXPECT_EQ(span("2024-05-20T23:30:00-02:00"), "2024-05-21..2024-05-21");
    EXPECT_EQ(span("2024-05-20T02:24:51.477+05:00"), "2024-05-19..2024-05-19");
}

TEST(Period, OfReporting) {
    EXPECT_EQ(span("2024-A1"), "2024-01-01..2024-12-31");
    EXPECT_EQ(span("2024-S2"), "2024-07-01..2024-12-31");
    EXPECT_EQ(span("2024-T3"), "2024-09-01..2024-12-31");
    EXPECT_EQ(span("2024-Q1"), "2024-01-01..2024-03-31");
    EXPECT_EQ(span("2024-M02"), "2024-02-01..2024-02-29");
    EXPECT_EQ(span("2024-W01"), "2024-01-01..2024-01-07");
    EXPECT_EQ(span("2021-W01"), "2021-01-04..2021-01-10");
    EXPECT_EQ(span("2020-W53"), "2020-12-28..2021-01-03");
    EXPECT_EQ(span("2024-D366"), "2024-12-31..2024-12-31");
}

// The technical notes count a reporting year from the day in the year whose number it carries.
TEST(Period, OfAFiscalYearBeginsInTheYearThatItIsCalledBy) {
    const auto july = *sdmx::parse_year_start_day("--07-01");
    EXPECT_EQ(span("2023-A1", july), "2023-07-01..2024-06-30");
    EXPECT_EQ(span("2010-Q2", july), "2010-10-01..2010-12-31");
    EXPECT_EQ(span("2023", july), "2023-01-01..2023-12-31");
}

TEST(Period, AsARange) {
    EXPECT_EQ(span("2023-07-01/P1Y"), "2023-07-01..2024-06-30");
    EXPECT_EQ(span("2023-07-01/P9M"), "2023-07-01..2024-03-31");
    EXPECT_EQ(span("2023-07-01T00:00:00/P1M15D"), "2023-07-01..2023-08-15");
}

TEST(Period, ThatIsNoneIsNotTaken) {
    for (const auto* text : {"",
                             "24",
                             "2024-",
                             "2024-13",
                             "2024-02-30",
                             "2024-Q5",
                             "2024-Q",
                             "2024-X1",
                             "2024-W54",
                             "2024-05-20T",
                             "2024-05-20T25:00:00",
                             "2024-05-20T10:00:00+15:00",
                             "2023-07-01/",
                             "2023-07-01/P",
                             "2023-07-01/P0D",
                             "2023-07-01/P1Y1Y",
                             "2023-07-01/P1D1Y",
                             "2024-05-20T24:00:01",
                             "2023-W53",
                             "2023-D366",
                             "2024-Q1x",
                             "0000",
                             "FY2024",
                             "2024-03-31/1Y"})
        EXPECT_EQ(span(text), "none") << text;
}

TEST(YearStartDay, IsADayOfEveryYear) {
    EXPECT_EQ(sdmx::parse_year_start_day("--07-01")->month, 7U);
    for (const auto* text : {"", "07-01", "--7-1", "--13-01", "--02-29", "--07-01x"})
        EXPECT_FALSE(sdmx::parse_year_start_day(text)) << text;
}

}  // namespace
