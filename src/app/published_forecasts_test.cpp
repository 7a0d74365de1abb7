#include "app/published_forecasts.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace app
