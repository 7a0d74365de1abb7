#include "app/published_forecasts.h"

#include "app/record_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace app {
namespace {

using base::Decimal;
using base::Frequency;

PublishedForecast forecast_of(std::string_view period, std::optional<int> came) {
    PublishedForecast made;
    made.period = base::Period::parse(period).value();
    made.intervals = {{80, {259.53}, {338.67}}, {95, {232.85}, {365.35}}};
    if (came)
        made.came = Decimal{*came};
    return made;
}

TEST(ForecastScores, AreOfOneKindOfPeriodAndLeaveOutWhatHasNotCome) {
    const std::vector all{forecast_of("2024-05", 332), forecast_of("2024-06", 400),
                          forecast_of("2024-07", std::nullopt), forecast_of("FY2024", 300)};
    const auto scores = scores_of(all);
    ASSERT_EQ(scores.size(), 4);
    EXPECT_EQ(scores[0].every, Frequency::year);
    EXPECT_EQ(scores[0].came, 1);
    EXPECT_EQ(scores[2].every, Frequency::month);
    EXPECT_EQ(scores[2].level, 80);
    EXPECT_EQ(scores[2].came, 2);
    EXPECT_EQ(scores[2].inside, 1);
    EXPECT_EQ(scores[3].inside, 1);
    // 332 within: 0.1 of its ways to both ends; 400 beyond: 0.1 and 0.9 of them.
    EXPECT_NEAR(scores[2].pinball,
                ((0.1 * 72.47 + 0.1 * 6.67) / 2 + (0.1 * 140.47 + 0.9 * 61.33) / 2) / 2, 1e-9);
}

/// A series of the real strategy whose months are published on the 20th of the next one, and raised
/// by 2 % three months later. Today is 2026-11-25.
class ForecastsOfReleases : public ::testing::Test, protected RecordForTest {
  protected:
    void SetUp() override {
        clock().set(at("2026-11-25T09:00:00Z"));
        ASSERT_TRUE(adopt().ok());
        std::string rows;
        for (int t = 0; t < 60; ++t) {
            const auto month = base::Period::month(2021, 11).plus(t);
            const double value = 100 + t + (t * 7919 % 13) / 6.0;
            rows += row(month, value, 1);
            if (t + 3 < 60)
                rows += row(month, 1.02 * value, 4);
        }
        load(rows);
    }

    static std::string row(const base::Period& month, double value, int months_later) {
        const auto published = month.plus(months_later).first_day() + std::chrono::days{19};
        return fmt::format("invented,receipts,{},{:.1f},{},office\n", month.text(), value,
                           base::to_string(published));
    }
    void load(const std::string& rows) {
        LoadRequest request;
        request.file = "figures.csv";
        request.bytes = "category,measure,period,value,published,source\n" + rows;
        const auto loaded =
            load_dataset(record(), who("moitt", trust::Role::administrator), request);
        ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    }
    Result<journal::Receipt> publish(Release release, std::optional<base::Frequency> every = {}) {
        PublishRequest request;
        request.question.series = words_of("category=invented");
        request.question.horizon = 2;
        request.question.every = every;
        request.question.release = release;
        return publish_forecast(record(), who("moitt", trust::Role::administrator), request);
    }
    ForecastRecord published() { return published_forecasts(record(), {}).value(); }
};

TEST_F(ForecastsOfReleases, OfOneDayStandBesideEachOther) {
    std::map<Release, std::int64_t> entries;
    for (const auto release : {Release::last, Release::in_force, Release::first}) {
        const auto receipt = publish(release);
        ASSERT_TRUE(receipt.ok()) << receipt.error().text();
        entries[release] = static_cast<std::int64_t>(receipt->seq);
    }
    const auto made = published();
    const auto series = by_series(made);
    ASSERT_EQ(series.size(), 3U);
    for (const auto of_one : series) {
        ASSERT_EQ(of_one.size(), 2U);
        EXPECT_EQ(of_one[0].series.text(), "published-figures:category=invented;measure=receipts");
        EXPECT_EQ(of_one[0].entry, entries.at(of_one[0].release));
        EXPECT_EQ(of_one[0].intervals.size(), 2U);
        EXPECT_FALSE(of_one[0].came);
    }
    EXPECT_EQ(series[0][0].release, Release::in_force);
    EXPECT_EQ(series[1][0].release, Release::first);
    EXPECT_EQ(series[2][0].release, Release::last);
    EXPECT_LT(series[1][0].mean.to_double(), series[2][0].mean.to_double());
    const auto keys = record().series_store().find(forecast_dataflow, {}, 1000).value();
    EXPECT_EQ(keys.size(), 15U);
    const auto entry = record().log().read(static_cast<std::uint64_t>(entries[Release::first]));
    EXPECT_THAT(entry.value().payload.canonical(),
                ::testing::HasSubstr("forecast-of-first-figures-2026-11-25.csv"));
}

// What was published of forecasts before there were releases is what in-force has still.
TEST_F(ForecastsOfReleases, OfFiguresInForceHaveTheKeysThatTheyHad) {
    ASSERT_TRUE(publish(Release::in_force).ok());
    const auto find = [&](std::string quantile) {
        return record()
            .series_store()
            .find(forecast_dataflow, {{"quantile", std::move(quantile)}}, 1000)
            .value()
            .size();
    };
    EXPECT_EQ(find("mean"), 1U);
    EXPECT_EQ(find("0.025"), 1U);
    ASSERT_TRUE(publish(Release::first).ok());
    EXPECT_EQ(find("mean"), 1U);
    EXPECT_EQ(find("first mean"), 1U);
    EXPECT_EQ(find("first 0.025"), 1U);
}

TEST_F(ForecastsOfReleases, AreHeldAgainstTheFigureThatTheyAreOf) {
    for (const auto release : {Release::in_force, Release::first, Release::last})
        ASSERT_TRUE(publish(release).ok());
    const auto november = base::Period::month(2026, 11);
    const auto came = [&] {
        std::map<Release, std::string> all;
        for (const auto& one : published().forecasts)
            if (one.period == november)
                all[one.release] = one.came ? one.came->text() : "";
        return all;
    };
    clock().set(at("2026-12-21T09:00:00Z"));
    load(row(november, 161, 1));
    using enum Release;
    EXPECT_EQ(came(), (std::map<Release, std::string>{
                          {in_force, "161.0"}, {first, "161.0"}, {last, "161.0"}}));
    clock().set(at("2027-03-21T09:00:00Z"));
    load(row(november, 164.2, 4));
    EXPECT_EQ(came(), (std::map<Release, std::string>{
                          {in_force, "164.2"}, {first, "161.0"}, {last, "164.2"}}));
}

TEST_F(ForecastsOfReleases, OfSumsOfMonthsAreRefused) {
    const auto refused = publish(Release::first, base::Frequency::year);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().text(),
              "E0001 release: expected in-force for years that are sums of months, found first");
    const auto request = read_publication(
        base::Json::object({{"series", "category=invented"}, {"release", "newest"}}));
    ASSERT_EQ(request.faults.size(), 1U);
    EXPECT_EQ(request.faults[0].text(),
              "E0001 release: expected one of in-force, first, last, found \"newest\"");
}

}  // namespace
}  // namespace app
