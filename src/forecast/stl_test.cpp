#include "forecast/stl.h"

#include "forecast/forecast.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace forecast {
namespace {

using Values = std::vector<double>;

// Accidental deaths in the United States, months from 1973 on: USAccDeaths of R.
const Values deaths{9007, 8106, 8928, 9137, 10017, 10826, 11317, 10744, 9713, 9938, 9161, 8927,
                    7750, 6981, 8038, 8422, 8714,  9512,  10120, 9823,  8743, 9129, 8710, 8680,
                    8162, 7306, 8124, 7870, 9387,  9556,  10093, 9620,  8285, 8466, 8160, 8034,
                    7717, 7461, 7767, 7925, 8623,  8945,  10078, 9179,  8037, 8488, 7874, 8647,
                    7792, 6957, 7726, 8106, 8890,  9299,  10625, 9302,  8314, 8850, 8265, 8796,
                    7836, 6892, 7791, 8192, 9115,  9434,  10484, 9827,  9110, 9070, 8633, 9240};

struct Expected {
    Values seasonal, trend;
};
constexpr std::size_t places[] = {0, 1, 29, 46, 71};  // the last, where the series ends before it

void expect(const Values& series, const StlOptions& options, const Expected& expected) {
    const auto made = stl(series, options);
    ASSERT_TRUE(made);
    for (std::size_t i = 0; i < std::size(places); ++i) {
        const auto t = std::min(places[i], series.size() - 1);
        EXPECT_NEAR(made->seasonal[t], expected.seasonal[i], 1e-6);
        EXPECT_NEAR(made->trend[t], expected.trend[i], 1e-6);
    }
}

// R 4.2.2, stl() of the package stats.
TEST(Stl, DecomposesAsRDoes) {
    expect(deaths, {12, 0, false},
           {{-819.8719819148, -1559.0545186926, 814.9122305514, -286.4030055030, -26.8870936065},
            {9934.5374556483, 9880.7716950276, 8627.8095528176, 8383.0624593879, 9072.2143836688}});
    expect(
        deaths, {12, 7, false},
        {{-916.5034366364, -1628.5150704419, 804.8214304930, -350.1462455669, 110.6250925045},
         {10030.9751125722, 9954.1171747525, 8641.0344411424, 8412.1516887486, 9055.4587308726}});
    expect(deaths, {4, 9, false},
           {{-97.3096587286, -153.1984089577, -115.7724304004, 258.1058362956, 218.9391939955},
            {8354.6196243439, 8731.4993683001, 9283.7872353029, 8202.1840020779, 8718.3866054506}});
}

// Of an odd number of values: of an even one R sorts too little to find the median of the
// deviations once in a while, so that its weights are others.
TEST(Stl, IsRobustAsRIs) {
    Values odd(deaths.begin(), deaths.end() - 1);
    expect(odd, {12, 13, true},
           {{-711.4498574690, -1658.1946746051, 781.3922568556, -271.9938462632, -287.0026400752},
            {9881.3677754806, 9831.4201310866, 8620.5099656396, 8390.0142116821, 8934.3567970593}});
    odd[19] = 20000;
    expect(odd, {12, 11, true},
           {{-730.6116129752, -1677.9073612048, 792.4240864196, -273.4636436068, -296.5017371342},
            {9904.9911832098, 9850.5820354106, 8621.6402701384, 8390.6239505203, 8942.4453036511}});
}

TEST(Stl, NeedsTwoYearsAndKeepsGaps) {
    EXPECT_FALSE(stl(Values(23, 1.0), {12, 0, false}));
    EXPECT_FALSE(stl(deaths, {1, 0, false}));
    auto gap = deaths;
    gap[30] = std::numeric_limits<double>::quiet_NaN();
    const auto made = stl(gap, {12, 0, false});
    ASSERT_TRUE(made);
    EXPECT_TRUE(std::isnan(made->remainder[30]));
    EXPECT_NEAR(made->seasonal[30] + made->trend[30], deaths[30], 1000);
    const auto constant = stl(Values(48, 3.0), {12, 7, true});
    ASSERT_TRUE(constant);
    for (std::size_t t = 0; t < 48; ++t) {
        EXPECT_NEAR(constant->trend[t], 3, 1e-9);
        EXPECT_NEAR(constant->remainder[t], 0, 1e-9);
    }
}

TEST(Stl, SeveralSeasonsAreToldApart) {
    Values series;
    const auto wave = [](std::size_t t, double period) {
        return std::sin(2 * std::numbers::pi * static_cast<double>(t) / period);
    };
    for (std::size_t t = 0; t < 24 * 7 * 6; ++t)
        series.push_back(100 + 0.01 * static_cast<double>(t) + 5 * wave(t, 24) + 9 * wave(t, 168));
    const int periods[] = {168, 24, 8766};
    const auto made = mstl(series, periods);
    EXPECT_EQ(made.periods, (std::vector<int>{24, 168}));
    for (std::size_t t = 300; t < 500; ++t) {
        EXPECT_NEAR(made.seasonal[0][t], 5 * wave(t, 24), 0.3);
        EXPECT_NEAR(made.seasonal[1][t], 9 * wave(t, 168), 0.3);
        EXPECT_NEAR(made.seasonal[0][t] + made.seasonal[1][t] + made.trend[t] + made.remainder[t],
                    series[t], 1e-9);
    }
    for (std::size_t ahead = 0; ahead < 400; ++ahead) {
        const auto t = series.size() + ahead;
        EXPECT_NEAR(made.season_ahead(ahead), 5 * wave(t, 24) + 9 * wave(t, 168), 0.8);
    }
}

TEST(Stl, ADayAndAWeekGoOn) {
    const auto value = [](std::size_t t) {
        const auto wave = [&](double period) {
            return std::sin(2 * std::numbers::pi * static_cast<double>(t) / period);
        };
        return 100 + 5 * wave(24) + 9 * wave(168);
    };
    Values series;
    for (std::size_t t = 0; t < 24 * 7 * 5; ++t)
        series.push_back(value(t));
    Options options;
    options.horizon = 336;
    options.frequency = 24;
    options.method = Method::mstl;
    options.longer = {168};
    const auto made = forecast(series, options);
    ASSERT_TRUE(made.ok());
    EXPECT_TRUE(made->models.front().starts_with("loess and ETS")) << made->models.front();
    for (std::size_t h = 0; h < 336; ++h)
        EXPECT_NEAR(made->mean[h], value(series.size() + h), 1) << h;
    // What comes late, and what is missing, moves no season.
    const double missing = std::numeric_limits<double>::quiet_NaN();
    series[500] = missing;
    std::fill(series.end() - 30, series.end(), missing);
    const auto later = forecast(series, options);
    ASSERT_TRUE(later.ok());
    for (std::size_t h = 0; h < 336; ++h)
        EXPECT_NEAR(later->mean[h], value(series.size() + h), 1) << h;

    options.method = Method::ets;
    EXPECT_EQ(forecast(series, options).error().message,
              "expected the method mstl for further seasons");
    options.method = Method::mstl;
    options.longer = {24};
    EXPECT_EQ(forecast(series, options).error().message,
              "expected further seasons of 25 to 10000 periods, found 24");
}

}  // namespace
}  // namespace forecast
