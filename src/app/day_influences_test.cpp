#include "app/day_influences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace app {
namespace {

using Values = std::vector<double>;

base::Period january(int year) {
    return base::Period::month(year, 1);
}

// Monthly figures with a season, noise and, if asked, what Ramadan makes of them.
Values figures(std::size_t count, double of_ramadan) {
    const auto fast = almanac::islamic({january(2005), count}, almanac::ramadan_fast(),
                                       almanac::calendar_of_pakistan());
    std::mt19937_64 dice{11};
    Values made;
    for (std::size_t t = 0; t < count; ++t) {
        const double noise = static_cast<double>(dice() >> 11) * 0x1p-53 - 0.5;
        made.push_back(1000 * std::exp(0.004 * static_cast<double>(t) +
                                       0.1 * std::sin(static_cast<double>(t % 12)) + 0.02 * noise +
                                       of_ramadan * fast.values[t]));
    }
    return made;
}

InfluenceSources of_pakistan() {
    InfluenceSources sources;
    sources.days = DayCalendar::pakistan;
    sources.first = january(2005);
    return sources;
}

double error_of(const forecast::Forecast& made, std::span<const double> actual) {
    double sum = 0;
    for (std::size_t h = 0; h < actual.size(); ++h)
        sum += std::abs(made.mean[h] - actual[h]) / actual[h];
    return sum / static_cast<double>(actual.size());
}

TEST(DayInfluences, RamadanThatMovesIsForecastWhereItWillBe) {
    const auto whole = figures(192, -0.3);
    const std::span<const double> past = std::span{whole}.first(180),
                                  ahead = std::span{whole}.last(12);
    forecast::Options options;
    options.horizon = 12;
    options.frequency = 12;
    const auto without = forecast::forecast(past, options);
    const auto with = forecast_with_influences(past, 1, options, of_pakistan());
    ASSERT_TRUE(with.ok());
    EXPECT_NE(std::ranges::find(with->models, "Ramadan"), with->models.end());
    EXPECT_LT(error_of(*with, ahead), 0.02);
    EXPECT_GT(error_of(*without, ahead), 2 * error_of(*with, ahead));
    for (const auto& interval : with->intervals)
        for (std::size_t h = 0; h < 12; ++h)
            EXPECT_LT(interval.lower[h], interval.upper[h]);
    // The same from the middle of the table.
    auto later = of_pakistan();
    later.first = base::Period::month(2000, 1);
    const auto same = forecast_with_influences(past, 61, options, later);
    ASSERT_TRUE(same.ok());
    EXPECT_EQ(same->mean, with->mean);
}

TEST(DayInfluences, WhatCannotBeEstimatedIsForecastAsItIsAndSaid) {
    auto gappy = figures(60, -0.3);
    gappy[30] = std::nan("");
    forecast::Options options;
    options.frequency = 12;
    const auto made = forecast_with_influences(gappy, 1, options, of_pakistan());
    ASSERT_TRUE(made.ok());
    EXPECT_TRUE(made->fallback.starts_with("influences were not estimated")) << made->fallback;
    EXPECT_EQ(made->mean, forecast::forecast(gappy, options)->mean);
}

TEST(DayInfluences, GivenOnesMustReachAhead) {
    const auto read =
        read_series(base::input_of("series_id,t,value\nstrike,1,0\nstrike,3,0.5\n"), "i.csv");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read->front().id, "strike");
    EXPECT_FALSE(read_series(base::input_of("t,a\n1,2\n"), "i.csv").ok());
    InfluenceSources sources;
    sources.given = *read;
    forecast::Options options;
    options.frequency = 12;
    const auto made = forecast_with_influences(figures(60, 0), 1, options, sources);
    ASSERT_FALSE(made.ok());
    EXPECT_EQ(made.error().message,
              "expected a value of strike for each t from 1 to 72, found none at 2");
}

TEST(DayInfluences, ACalendarNeedsToKnowItsFirstPeriod) {
    InfluenceSources sources;
    sources.days = DayCalendar::western;
    EXPECT_FALSE(sources.check(12).ok());
    sources.first = january(2010);
    EXPECT_TRUE(sources.check(12).ok());
    EXPECT_FALSE(sources.check(4).ok());
    EXPECT_TRUE(parse_day_calendar("pakistan").ok());
    EXPECT_FALSE(parse_day_calendar("moon").ok());
}

}  // namespace
}  // namespace app
