#include "app/adjust_batch.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using ::testing::HasSubstr;

std::string rows(const std::string& id, int count, double season, int first = 1) {
    std::string text;
    for (int t = first; t < first + count; ++t)
        text += fmt::format(
            "{},{},{}\n", id, t,
            100 + 0.3 * t + season * std::sin(t * 0.5235987755982988) + ((t * 7919) % 13) / 6.0);
    return text;
}

struct Run {
    Result<AdjustReport> report;
    std::string components, rows, vintages;
};

Run run(const std::string& text, AdjustBatch batch, bool has_vintages = false) {
    batch.file = "t.csv";
    std::string components, report, vintages;
    const auto to = [](std::string& into) -> WriteTable {
        return [&into](std::string_view more) -> Result<void> {
            into += more;
            return {};
        };
    };
    auto made =
        adjust_batch(base::input_of(text), batch,
                     {to(components), to(report), has_vintages ? to(vintages) : WriteTable{}});
    return {std::move(made), components, report, vintages};
}

TEST(AdjustBatch, AdjustsWhatItCanAndSaysWhyNot) {
    const auto made = run("series_id,t,value\n" + rows("a", 60, 10) + rows("short", 20, 10) +
                              rows("flat", 60, 0) + "bad,1,x\n",
                          {});
    ASSERT_TRUE(made.report.ok()) << made.report.error().text();
    EXPECT_EQ(made.report->series, 3);
    EXPECT_EQ(made.report->unadjusted, 2);
    EXPECT_EQ(made.report->failed, 1);
    EXPECT_EQ(std::ranges::count(made.components, '\n'), 1 + 60);
    EXPECT_EQ(std::ranges::count(made.rows, '\n'), 1 + 3);
    EXPECT_THAT(made.rows, HasSubstr("\na,yes,present,"));
    EXPECT_THAT(made.rows, HasSubstr("\nshort,no,,"));
    EXPECT_THAT(made.rows, HasSubstr("three years are needed: 20 of 36 values"));
    EXPECT_THAT(made.rows, HasSubstr("\nflat,no,not-identifiable,"));
    // Each row has as many fields as the header; the one comma of a reason is quoted.
    EXPECT_THAT(made.rows, HasSubstr("\"no season can be identified"));
}

TEST(AdjustBatch, IsTheSameForAnyNumberOfThreads) {
    std::string text = "series_id,t,value\n";
    for (int s = 0; s < 12; ++s)
        text += rows(fmt::format("s{}", s), 48 + s, 4 + s);
    AdjustBatch batch;
    const auto one = run(text, batch);
    for (const unsigned threads : {2U, 5U}) {
        batch.threads = threads;
        const auto many = run(text, batch);
        EXPECT_EQ(many.components, one.components);
        EXPECT_EQ(many.rows, one.rows);
    }
}

// t = 1 is the first period of a year, wherever a series begins.
TEST(AdjustBatch, TakesTheYearFromT) {
    const auto early = run("series_id,t,value\n" + rows("a", 72, 10, 13), {});
    const auto before = run("series_id,t,value\n" + rows("a", 72, 10, -11), {});
    EXPECT_EQ(early.report->series - early.report->unadjusted, 1);
    EXPECT_EQ(before.report->series - before.report->unadjusted, 1);
    EXPECT_THAT(before.components, HasSubstr("\na,-11,"));
    EXPECT_THAT(early.components, HasSubstr("\na,13,"));
}

TEST(AdjustBatch, KeepsVintagesOfARevisionHistory) {
    AdjustBatch batch;
    batch.revisions = adjustment::RevisionPolicy::current;
    const auto made = run("series_id,t,value\n" + rows("a", 76, 10), batch, true);
    ASSERT_TRUE(made.report.ok());
    // From 60 known values to 76.
    std::ptrdiff_t expected = 1;
    for (int known = 60; known <= 76; ++known)
        expected += known;
    EXPECT_EQ(std::ranges::count(made.vintages, '\n'), expected);
    EXPECT_THAT(made.rows, HasSubstr("revised_after_one,revised_after_year"));
}

TEST(AdjustBatch, TakesOutInfluencesThatReachAYearBeyond) {
    std::string days = "series_id,t,value\n", text = "series_id,t,value\n";
    for (int t = -3; t <= 84; ++t)
        days += fmt::format("days,{},{}\n", t, (t + 10) * 5 % 7 - 3);
    for (int t = 1; t <= 72; ++t)
        text += fmt::format(
            "a,{},{}\n", t,
            (100 + 0.3 * t + 10 * std::sin(t * 0.5235987755982988) + ((t * 7919) % 13) / 6.0) *
                std::exp(0.02 * ((t + 10) * 5 % 7 - 3)));
    AdjustBatch batch;
    batch.mode = adjustment::Mode::multiplicative;
    batch.influences.given = read_series(base::input_of(days), "days.csv").value();
    ASSERT_EQ(batch.influences.given.size(), 1);
    EXPECT_EQ(batch.influences.given[0].first, -3);
    const auto made = run(text, batch);
    ASSERT_TRUE(made.report.ok());
    EXPECT_THAT(made.rows, HasSubstr("days 0.02"));
    batch.influences.given[0].values.pop_back();
    batch.influences.given[0].last -= 1;
    const auto refused = run(text, batch);
    ASSERT_EQ(refused.report->failed, 1);
    EXPECT_THAT(refused.report->faults[0].text(),
                HasSubstr("expected a value of days for each t from 1 to 84, found none at 84"));
    EXPECT_FALSE(read_series(base::input_of("series_id,t,value\nd,x,1\n"), "d.csv").ok());
}

TEST(AdjustBatch, RefusesAFrequencyThatIsNone) {
    AdjustBatch batch;
    batch.frequency = 0;
    EXPECT_THAT(run("series_id,t,value\na,1,2\n", batch).report.error().message,
                HasSubstr("frequency of 1 to 366, found 0"));
    batch.frequency = 52;
    const auto weeks = run("series_id,t,value\n" + rows("a", 60, 10), batch);
    EXPECT_EQ(weeks.report->unadjusted, 1);
    EXPECT_THAT(weeks.rows, HasSubstr("only months and quarters"));
}

}  // namespace
}  // namespace app
