#include "forecast/kernels.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <vector>

namespace forecast {
namespace {

using Values = std::vector<double>;

Values drawn(std::size_t count, std::mt19937_64& dice) {
    std::uniform_real_distribution<double> uniform{-1, 1};
    Values made(count);
    for (auto& one : made)
        one = uniform(dice);
    return made;
}

// Of every length, so that all that is left over behind the fours is met.
TEST(Kernels, GiveTheSameBitsEverywhere) {
    std::mt19937_64 dice{7};
    for (std::size_t n = 0; n < 70; ++n) {
        const auto a = drawn(n, dice), b = drawn(n, dice);
        EXPECT_EQ(kernels().dot(a.data(), b.data(), n),
                  portable_kernels().dot(a.data(), b.data(), n));
        auto a_here = a, b_here = b, a_there = a, b_there = b;
        kernels().cross(a_here.data(), b_here.data(), n, 0.37);
        portable_kernels().cross(a_there.data(), b_there.data(), n, 0.37);
        EXPECT_EQ(a_here, a_there);
        EXPECT_EQ(b_here, b_there);
        for (std::size_t i = 0; i < n; ++i) {
            EXPECT_EQ(a_here[i], a[i] - 0.37 * b[i]);
            EXPECT_EQ(b_here[i], b[i] - 0.37 * a[i]);
        }
    }
}

TEST(Kernels, ErrorsOfFourModelsAreThoseOfEach) {
    std::mt19937_64 dice{11};
    const auto values = drawn(50, dice);
    const std::array<std::size_t, 2> ar_lags{1, 12}, ma_lags{1, 13};
    const auto ar = drawn(8, dice), ma = drawn(8, dice), means = drawn(4, dice);
    const FourLags of_ar{ar_lags.data(), ar.data(), 2}, of_ma{ma_lags.data(), ma.data(), 2};
    Values here(200), there(200);
    kernels().arma_errors(values.data(), 50, means.data(), of_ar, of_ma, here.data());
    portable_kernels().arma_errors(values.data(), 50, means.data(), of_ar, of_ma, there.data());
    EXPECT_EQ(here, there);
    for (std::size_t lane = 0; lane < 4; ++lane) {
        Values e;
        for (std::size_t t = 0; t < 50; ++t) {
            double sum = values[t] - means[lane];
            for (std::size_t i = 0; i < 2 && ar_lags[i] <= t; ++i)
                sum -= ar[4 * i + lane] * (values[t - ar_lags[i]] - means[lane]);
            for (std::size_t i = 0; i < 2 && ma_lags[i] <= t; ++i)
                sum -= ma[4 * i + lane] * e[t - ma_lags[i]];
            e.push_back(sum);
            EXPECT_EQ(here[4 * t + lane], sum);
        }
    }
}

}  // namespace
}  // namespace forecast
