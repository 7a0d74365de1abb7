#include "forecast/kernels.h"

#include "forecast/forecast.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace forecast {
namespace {

using Values = std::vector<double>;

/// A level, a trend, a season and noise of any size, from a seed; some with gaps, some negative.
Values series(unsigned seed, int frequency) {
    std::mt19937 dice{seed};
    std::normal_distribution<double> noise;
    std::uniform_real_distribution<double> any;
    const int length = 8 + static_cast<int>(any(dice) * 200);
    const double level = seed % 5 == 0 ? -50 : 1000, slope = 4 * (any(dice) - 0.5);
    const double season = 200 * any(dice), error = 100 * any(dice);
    double walk = 0;
    Values made;
    for (int t = 0; t < length; ++t) {
        walk += error * noise(dice);
        const double wave = season * std::sin(6.2831853 * t / frequency);
        made.push_back(seed % 7 == 3 && any(dice) < 0.1
                           ? std::numeric_limits<double>::quiet_NaN()
                           : level + slope * t + wave + 0.3 * walk + error * noise(dice));
    }
    made.back() = level;
    return made;
}

// The forecasts and the ends of their intervals, one after another.
Values everything(const Values& values, const Options& options) {
    const auto made = forecast(values, options).value();
    Values all = made.mean;
    for (const auto& interval : made.intervals) {
        all.insert(all.end(), interval.lower.begin(), interval.lower.end());
        all.insert(all.end(), interval.upper.begin(), interval.upper.end());
    }
    return all;
}

TEST(Kernels, BothPathsGiveTheSameBits) {
    if (!take_lane_path(LanePath::avx2))
        GTEST_SKIP() << "this processor has no AVX2";
    for (const int frequency : {1, 4, 12, 24})
        for (unsigned seed = 0; seed < 60; ++seed) {
            const auto values = series(seed, frequency);
            const Options options{.horizon = 2 * frequency, .frequency = frequency};
            ASSERT_TRUE(take_lane_path(LanePath::avx2));
            const auto wide = everything(values, options);
            ASSERT_TRUE(take_lane_path(LanePath::portable));
            const auto narrow = everything(values, options);
            ASSERT_EQ(std::memcmp(wide.data(), narrow.data(), wide.size() * sizeof(double)), 0)
                << fmt::format("series {} with frequency {}", seed, frequency);
        }
    EXPECT_TRUE(take_lane_path(LanePath::avx2));
}

TEST(Kernels, EveryProcessorHasThePortablePath) {
    const auto before = lane_path();
    EXPECT_TRUE(take_lane_path(LanePath::portable));
    EXPECT_EQ(lane_path(), LanePath::portable);
    EXPECT_TRUE(take_lane_path(before));
}

}  // namespace
}  // namespace forecast
