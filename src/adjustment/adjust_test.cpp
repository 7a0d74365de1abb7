#include "adjustment/adjust.h"

#include "adjustment/reference_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>

namespace adjustment {
namespace {

using ::testing::HasSubstr;

Values monthly(std::size_t count, double season = 3, unsigned seed = 4) {
    std::mt19937 generator{seed};
    const Values shape{3, 1, -2, -1, 2, 4, -3, -5, 1, 2, -2, 0};
    Values made;
    for (std::size_t t = 0; t < count; ++t) {
        const double draw = static_cast<double>(generator()) / 4294967296.0 - 0.5;
        made.push_back((100 + 0.2 * static_cast<double>(t)) *
                       (1 + season * shape[t % 12] / 100 + draw / 50));
    }
    return made;
}

// Where X-13 chose the same model with the same outliers, and neither working days nor Easter.
TEST(Adjust, WithOutliersIsAsX13) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    const auto all = references("x11auto");
    double worst = 0;
    for (const std::string id : {"M3_1826", "M3_1940", "M3_2599", "TC_271", "TC_303", "TC_80"}) {
        const auto& reference = all.at(id);
        AdjustOptions options;
        options.start = reference.start;
        const auto made = adjust(reference.series, options).value();
        EXPECT_EQ(made.model->outliers.size(),
                  static_cast<std::size_t>(reference.number("outlier.total")))
            << id;
        EXPECT_EQ(word(made.tables.seasonal), reference.diagnostics.at("sfmsr")) << id;
        for (std::size_t t = 0; t < reference.series.size(); ++t) {
            worst = std::max(worst, std::abs(made.seasonal[t] / reference.d10[t] - 1));
            worst = std::max(worst, std::abs(made.adjusted[t] / reference.d11[t] - 1));
            worst = std::max(worst, std::abs(made.trend[t] / reference.d12[t] - 1));
            worst = std::max(worst, std::abs(made.irregular[t] / reference.d13[t] - 1));
        }
    }
    fmt::print("six automatic adjustments of X-13, five outliers: within {:.1e}\n", worst);
    EXPECT_LT(worst, 1e-3);
}

TEST(Adjust, PartsMakeTheSeriesAgain) {
    auto series = monthly(120);
    series[40] *= 1.4;
    for (std::size_t t = 80; t < 120; ++t)
        series[t] *= 0.7;
    for (const auto mode : {Mode::multiplicative, Mode::additive}) {
        AdjustOptions options;
        options.mode = mode;
        const auto made = adjust(series, options).value();
        ASSERT_TRUE(made.is_adjusted) << made.reason;
        EXPECT_EQ(made.mode, mode);
        ASSERT_EQ(made.model->outliers.size(), 2);
        EXPECT_EQ(made.model->outliers[0].at, 40);
        EXPECT_EQ(made.model->outliers[1].at, 80);
        EXPECT_EQ(made.model->outliers[1].kind, OutlierKind::level_shift);
        for (std::size_t t = 0; t < series.size(); ++t) {
            const bool is_relative = mode == Mode::multiplicative;
            const double again = is_relative ? made.seasonal[t] * made.trend[t] * made.irregular[t]
                                             : made.seasonal[t] + made.trend[t] + made.irregular[t];
            EXPECT_NEAR(again, series[t], 1e-9 * series[t]);
        }
        // The shift is in the trend, the error of one month is not.
        EXPECT_LT(made.trend[80] / made.trend[79], 0.75);
        EXPECT_NEAR(made.trend[40] / made.trend[39], 1, 0.01);
        EXPECT_EQ(made.seasonal_ahead.size(), 12);
    }
}

TEST(Adjust, TakesAnInfluenceOutWithTheSeason) {
    auto series = monthly(120);
    Influence days{"days", {}};
    for (std::size_t t = 0; t < 132; ++t)
        days.values.push_back(static_cast<double>((t * 5) % 7) - 3);
    const auto before = adjust(series, {}).value();
    for (std::size_t t = 0; t < 120; ++t)
        series[t] *= std::exp(0.01 * days.values[t]);
    AdjustOptions options;
    options.influences = {days};
    const auto made = adjust(series, options).value();
    ASSERT_TRUE(made.is_adjusted);
    EXPECT_NEAR(made.model->coefficients[0], 0.01, 0.001);
    for (std::size_t t = 0; t < 120; ++t)
        EXPECT_NEAR(made.adjusted[t] / before.adjusted[t], 1, 0.01);
}

TEST(Adjust, SaysWhyItDoesNot) {
    const auto reason = [](const Values& values, int frequency = 12) {
        AdjustOptions options;
        options.frequency = frequency;
        const auto made = adjust(values, options).value();
        EXPECT_EQ(made.is_adjusted, made.reason.empty());
        if (!made.is_adjusted && made.tables.b1.empty()) {
            EXPECT_TRUE(made.adjusted.empty());
        }
        return made.reason;
    };
    EXPECT_EQ(reason(monthly(36)), "");
    EXPECT_EQ(reason(monthly(35)), "three years are needed: 35 of 36 values");
    EXPECT_EQ(reason({}), "three years are needed: 0 of 36 values");
    EXPECT_THAT(reason(monthly(60), 52), HasSubstr("not a frequency of 52"));
    EXPECT_THAT(reason(monthly(60), 1), HasSubstr("not a frequency of 1"));
    auto holes = monthly(60);
    holes[20] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(reason(holes), "a value is missing within the series");
    holes[21] = holes[20];
    EXPECT_EQ(reason(holes), "2 values are missing within the series");
    auto infinite = monthly(60);
    infinite[20] = std::numeric_limits<double>::infinity();
    EXPECT_EQ(reason(infinite), "a value is not finite");
    auto huge = monthly(60);
    for (auto& value : huge)
        value *= 1e120;
    EXPECT_THAT(reason(huge), HasSubstr("of a size of 1e+122, not between 1e-100 and 1e+100"));
    for (auto& value : huge)
        value *= 1e-240;
    EXPECT_THAT(reason(huge), HasSubstr("of a size of 1e-118"));
    EXPECT_EQ(reason(Values(801, 7.0), 4), "at most 200 years are adjusted; found 801 values");
    EXPECT_EQ(reason(Values(60, 0.0)), "it never changes");
    EXPECT_EQ(reason(Values(60, 7.0)), "it never changes");
    EXPECT_THAT(reason(monthly(120, 0)), HasSubstr("no season can be identified"));
    Values line;
    for (int t = 0; t < 60; ++t)
        line.push_back(10.0 + t);
    EXPECT_NE(reason(line), "");
}

TEST(Adjust, TakesZerosAndNegativeValuesAdditively) {
    auto series = monthly(96);
    for (auto& value : series)
        value -= 100;
    AdjustOptions options;
    options.mode = Mode::multiplicative;
    const auto made = adjust(series, options).value();
    ASSERT_TRUE(made.is_adjusted) << made.reason;
    EXPECT_EQ(made.mode, Mode::additive);
}

TEST(Adjust, OfASeriesWithoutNoiseFindsItsSeason) {
    Values series;
    for (std::size_t t = 0; t < 72; ++t)
        series.push_back((100 + static_cast<double>(t)) * (t % 12 == 6 ? 1.5 : 1));
    AdjustOptions options;
    options.mode = Mode::additive;
    const auto made = adjust(series, options).value();
    EXPECT_TRUE(made.is_adjusted) << made.reason;
    Values exact;
    for (std::size_t t = 0; t < 72; ++t)
        exact.push_back(static_cast<double>(t) + (t % 12 == 6 ? 60.0 : 0.0));
    const auto perfect = adjust(exact, options).value();
    ASSERT_TRUE(perfect.is_adjusted) << perfect.reason;
    EXPECT_NEAR(perfect.adjusted[30], 30 + 5, 1e-3);
    EXPECT_EQ(perfect.seasonal_ahead.size(), 12);
}

TEST(Adjust, RefusesOptionsThatAreWrongForEverySeries) {
    const auto message = [](const AdjustOptions& options) {
        const auto made = adjust(monthly(60), options);
        return made.ok() ? std::string{} : made.error().message;
    };
    AdjustOptions options;
    options.start = 12;
    EXPECT_THAT(message(options), HasSubstr("from 0 to 11, found 12"));
    options = {};
    options.influences = {{"short", Values(60, 1.0)}};
    EXPECT_THAT(message(options), HasSubstr("72 values of short, found 60"));
    options = {};
    options.outliers = {{OutlierKind::additive, 60, 0, 0}};
    EXPECT_THAT(message(options), HasSubstr("found one at 61"));
    options = {};
    options.trend_terms = 2;
    EXPECT_THAT(message(options), HasSubstr("odd number of terms"));
}

}  // namespace
}  // namespace adjustment
