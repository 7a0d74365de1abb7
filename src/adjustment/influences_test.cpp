#include "adjustment/influences.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace adjustment {
namespace {

using Values = std::vector<double>;

// A series as the airline model has it, from its own dice.
Values airline(std::size_t count, std::uint64_t seed) {
    std::mt19937_64 dice{seed};
    const auto noise = [&] {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(dice() >> 11) * 0x1p-53;
        return 0.02 * sum;
    };
    Values errors, series;
    for (std::size_t t = 0; t < count; ++t) {
        errors.push_back(noise());
        const auto error = [&](std::size_t back) { return t >= back ? errors[t - back] : 0; };
        const auto value = [&](std::size_t back) {
            return t >= back ? series[t - back] : 5 + 0.2 * std::sin(static_cast<double>(t));
        };
        if (t < 13) {
            series.push_back(value(t + 1) + error(0));
            continue;
        }
        series.push_back(value(1) + value(12) - value(13) + error(0) - 0.5 * error(1) -
                         0.6 * error(12) + 0.3 * error(13));
    }
    return series;
}

// Something that comes and goes with no season.
Influence pulse(std::size_t count, std::size_t lag) {
    Influence made{"pulse", Values(count, 0.0)};
    for (std::size_t t = lag; t < count; t += 29)
        made.values[t] = 1;
    return made;
}

RegArimaOptions options_of(Values& series) {
    RegArimaOptions options;
    options.is_logarithmic = true;
    for (auto& value : series)
        value = std::exp(value);
    return options;
}

TEST(Influences, WhatIsThereIsTakenAndWhatIsNotIsLeft) {
    constexpr std::size_t months = 180;
    int taken_right = 0, taken_wrong = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        auto series = airline(months, seed);
        const auto there = pulse(months + 12, 5), not_there = pulse(months + 12, 17);
        for (std::size_t t = 0; t < months; ++t)
            series[t] += 0.06 * there.values[t];
        const auto options = options_of(series);
        const std::vector<Alternatives> of{{{"there", {there}}}, {{"not there", {not_there}}}};
        const auto chosen = choose_influences(series, options, of);
        ASSERT_TRUE(chosen.ok());
        for (const auto& name : chosen->groups)
            ++(name == "there" ? taken_right : taken_wrong);
        EXPECT_EQ(chosen->influences.size(), chosen->groups.size());
    }
    EXPECT_GE(taken_right, 18);
    // One in six of one degree of freedom passes AICc by chance.
    EXPECT_LE(taken_wrong, 8);
}

TEST(Influences, AreTakenOutAndSaidAhead) {
    constexpr std::size_t months = 240;
    auto series = airline(months, 7);
    auto there = pulse(months + 12, 5);
    there.values[months + 3] = 1;
    Values clean = series;
    for (std::size_t t = 0; t < months; ++t)
        series[t] += 0.2 * there.values[t];
    auto options = options_of(series);
    options.influences = {there};
    const auto made = without_influences(series, options);
    ASSERT_TRUE(made.ok());
    ASSERT_EQ(made->ahead.size(), 12U);
    EXPECT_NEAR(std::log(made->ahead[3]), 0.2, 0.02);
    EXPECT_EQ(made->ahead[4], 1);
    for (std::size_t t = 0; t < months; ++t)
        EXPECT_NEAR(std::log(made->values[t]), clean[t], 0.02);
}

TEST(Influences, AGroupThatSaysNothingIsLeft) {
    auto series = airline(120, 3);
    const auto options = options_of(series);
    const Influence nothing{"nothing", Values(132, 0.0)};
    const std::vector<Alternatives> of{{{"nothing", {nothing}}}};
    const auto chosen = choose_influences(series, options, of);
    ASSERT_TRUE(chosen.ok());
    EXPECT_TRUE(chosen->groups.empty());
    EXPECT_FALSE(choose_influences(Values(20, 1.0), options, of).ok());
}

}  // namespace
}  // namespace adjustment
