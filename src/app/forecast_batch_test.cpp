#include "app/forecast_batch.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace app {
namespace {

using ::testing::HasSubstr;

std::string table(int series, int values) {
    std::string text = "series_id,t,value\n";
    for (int s = 0; s < series; ++s)
        for (int t = 1; t <= values; ++t)
            text += fmt::format("s{},{},{}\n", s, t,
                                100 + s % 7 + 5 * std::sin(0.5236 * (t + s)) + (t * 7919 + s) % 13);
    return text;
}

struct Run {
    Result<ForecastReport> report;
    std::string rows;
};

Run run(const std::string& text, unsigned threads, std::function<bool(std::size_t)> progress = {}) {
    ForecastBatch batch;
    batch.file = "t.csv";
    batch.options.horizon = 3;
    batch.options.frequency = 12;
    batch.threads = threads;
    batch.progress = std::move(progress);
    std::string rows;
    auto report =
        forecast_batch(base::input_of(text), batch, [&](std::string_view more) -> Result<void> {
            rows += more;
            return {};
        });
    return {std::move(report), std::move(rows)};
}

TEST(ForecastBatch, IsTheSameForAnyNumberOfThreads) {
    const auto text = table(40, 50);
    const auto one = run(text, 1);
    ASSERT_TRUE(one.report.ok()) << one.report.error().text();
    EXPECT_EQ(one.report->series, 40);
    EXPECT_EQ(std::ranges::count(one.rows, '\n'), 1 + 40 * 3);
    for (const unsigned threads : {2U, 5U})
        EXPECT_EQ(run(text, threads).rows, one.rows);
}

// Many short series go through in parts; a run that is stopped keeps what it has.
TEST(ForecastBatch, GoesOnInPartsAndStopsBetweenThem) {
    const auto text = table(5000, 2);
    std::vector<std::size_t> told;
    const auto whole = run(text, 2, [&](std::size_t done) {
        told.push_back(done);
        return true;
    });
    EXPECT_EQ(whole.report->series, 5000);
    EXPECT_EQ(whole.report->fallbacks, 5000);
    EXPECT_EQ(told, (std::vector<std::size_t>{2048, 4096, 5000}));
    const auto stopped = run(text, 2, [](std::size_t) { return false; });
    EXPECT_TRUE(stopped.report->is_cancelled);
    EXPECT_EQ(stopped.report->series, 2048);
    EXPECT_TRUE(whole.rows.starts_with(stopped.rows));
}

TEST(ForecastBatch, AFaultIsOfItsSeriesAlone) {
    const auto made =
        run("series_id,t,value,note\n"
            "a,1,5,\n"
            "b,1,x,\n"
            "b,2,3,\n"
            "c,2,1,\n"
            "c,2,1,\n"
            "d,1,1,\n"
            "a,2,5,\n"
            "e,1.5,1,\n"
            "f,1,2\n"
            "g,1,1e301,\n"
            "h,1,2,\n",
            1);
    ASSERT_TRUE(made.report.ok());
    std::vector<std::string> faults;
    for (const auto& fault : made.report->faults)
        faults.push_back(fault.text());
    EXPECT_EQ(made.report->series, 3);
    ASSERT_EQ(faults.size(), 6) << ::testing::PrintToString(faults);
    EXPECT_EQ(faults[0], "E1001 t.csv:3, column 3: b: expected a number, found \"x\"");
    EXPECT_EQ(faults[1], "E1001 t.csv:6, column 2: c: expected a t after 2, found 2");
    EXPECT_EQ(faults[2],
              "E1001 t.csv:8, column 1: a: expected the rows of a together, found some further up");
    EXPECT_EQ(faults[3],
              "E1001 t.csv:9, column 2: e: expected a whole number for t, found \"1.5\"");
    EXPECT_EQ(faults[4], "E1001 t.csv:10: f: expected 4 fields, found 3");
    EXPECT_THAT(faults[5], HasSubstr("g: expected values of at most 1e300"));
    EXPECT_THAT(made.rows, HasSubstr("h,2,2,"));
    EXPECT_EQ(run("series_id,value\na,1\n", 1).report.error().code, base::ErrorCode::invalid_csv);
    EXPECT_EQ(run("", 1).report.error().code, base::ErrorCode::invalid_csv);
}

}  // namespace
}  // namespace app
