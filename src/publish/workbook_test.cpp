#include "publish/workbook.h"

#include "sdmx/example_for_test.h"

#include <gtest/gtest.h>

namespace {

using publish::WorkbookFacts;
using publish::write_workbook;

// What stands in its cells is read by tests/sdmx/service_test.py.
TEST(Workbook, IsTheSameForTheSameAnswer) {
    const sdmx::Example example;
    const auto first = write_workbook(example.message(), {"2024-05-20", "/data", {}}, {"en"});
    const auto again = write_workbook(example.message(), {"2024-05-20", "/data", {}}, {"en"});
    ASSERT_TRUE(first.ok()) << first.error().text();
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(first.value().substr(0, 4), "PK\x03\x04");
    EXPECT_EQ(first.value(), again.value());
    const auto other = write_workbook(example.message(), {"2024-05-21", "/data", {}}, {"en"});
    EXPECT_NE(first.value(), other.value());
}

TEST(Workbook, OfTooManyFiguresIsRefused) {
    const sdmx::Example example;
    auto message = example.message();
    sdmx::SeriesData series;
    series.key.assign(message.sets[0].dimensions.size(), 0);
    series.times.assign(publish::workbook_figures_max + 1, 0);
    const std::vector figures(series.times.size(), base::DecimalText{base::Decimal{1}});
    series.values = figures;
    message.sets[0].series = [&, given = false]() mutable -> base::Result<const sdmx::SeriesData*> {
        return std::exchange(given, true) ? nullptr : &series;
    };
    const auto refused = write_workbook(message, {}, {"en"});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::sdmx_too_large);
}

TEST(Workbook, PassesOnWhatStopsTheSeries) {
    const sdmx::Example example;
    auto message = example.message();
    message.sets[0].series = []() -> base::Result<const sdmx::SeriesData*> {
        return base::Error{base::ErrorCode::not_found, "gone", {}};
    };
    const auto refused = write_workbook(message, {}, {"en"});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::not_found);
}

}  // namespace
