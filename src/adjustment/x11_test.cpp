#include "adjustment/x11.h"

#include "adjustment/reference_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace adjustment {
namespace {

using ::testing::HasSubstr;

TEST(Filters, OfAStraightLineGiveTheStraightLine) {
    Values line(40), made(40);
    std::iota(line.begin(), line.end(), 5.0);
    for (const int terms : {5, 7, 9, 13, 23}) {
        const auto average = henderson(terms, 1e-9);
        average.apply(line, made);
        for (std::size_t t = 0; t < line.size(); ++t)
            EXPECT_NEAR(made[t], line[t], 1e-9) << terms << " terms, " << t;
    }
    // Henderson's weights of 13 terms as published, to their five digits.
    const Values published{-0.01935, -0.02786, 0.0, 0.06549, 0.14736, 0.21434, 0.24006};
    const auto average = henderson(13, 3.5);
    for (std::size_t i = 0; i < published.size(); ++i)
        EXPECT_NEAR(average.centre()[i], published[i], 1e-5);
}

TEST(Filters, WeightsAddUpToOne) {
    for (const auto filter : {SeasonalFilter::s3x3, SeasonalFilter::s3x5, SeasonalFilter::s3x9,
                              SeasonalFilter::s3x15, SeasonalFilter::stable}) {
        const auto& average = seasonal_average(filter);
        const auto sum = [](std::span<const double> of) {
            return std::accumulate(of.begin(), of.end(), 0.0);
        };
        EXPECT_NEAR(sum(average.centre()), 1, 1e-12) << word(filter);
        for (std::size_t after = 0; after < average.half(); ++after)
            EXPECT_NEAR(sum(average.end(after)), 1, 1e-12) << word(filter);
        EXPECT_EQ(parse_seasonal_filter(word(filter)), filter);
    }
    EXPECT_FALSE(parse_seasonal_filter("3x4"));
    // Too short for the weights of its ends: the mean.
    Values made(3);
    seasonal_average(SeasonalFilter::s3x3).apply(Values{1, 2, 6}, made);
    EXPECT_EQ(made, (Values{3, 3, 3}));
}

struct Worst {
    double deviation = 0;
    std::string where;

    void take(double ours, double theirs, double scale, const std::string& at) {
        const double off = std::abs(ours - theirs) / scale;
        if (!(off <= deviation)) {
            deviation = off;
            where = at;
        }
    }
};

Worst compare(const std::string& id, const Reference& reference, const X11& made) {
    Worst worst;
    const auto mean = std::accumulate(reference.d12.begin(), reference.d12.end(), 0.0) /
                      static_cast<double>(reference.d12.size());
    const auto table = [&](const char* name, const Values& ours, const Values& theirs) {
        ASSERT_EQ(ours.size(), theirs.size()) << id << " " << name;
        for (std::size_t t = 0; t < ours.size(); ++t)
            // Differences near 0 are held against the level of the series.
            worst.take(ours[t], theirs[t], reference.is_additive() ? mean : std::abs(theirs[t]),
                       fmt::format("{} {} at {}", id, name, t + 1));
    };
    table("D10", made.d10, reference.d10);
    table("D11", made.d11, reference.d11);
    table("D12", made.d12, reference.d12);
    table("D13", made.d13, reference.d13);
    return worst;
}

X11Options options_of(const Reference& reference) {
    X11Options options;
    options.start = reference.start;
    if (reference.is_additive())
        options.mode = Mode::additive;
    return options;
}

// All of D10 to D13, given the forecasts that X-13 itself made.
TEST(X11, EqualsX13OnEverySeriesOfTheReference) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    const auto all = references("x11fix");
    ASSERT_EQ(all.size(), 40);
    Worst worst;
    for (const auto& [id, reference] : all) {
        const auto made = x11(reference.series, reference.forecasts, options_of(reference));
        ASSERT_TRUE(made.ok()) << id << ": " << made.error().message;
        EXPECT_EQ(word(made->seasonal), reference.diagnostics.at("sfmsr")) << id;
        const auto of_series = compare(id, reference, *made);
        EXPECT_LT(of_series.deviation, 1e-6) << of_series.where;
        worst.take(of_series.deviation, 0, 1, of_series.where);
    }
    // What is printed has twelve digits.
    fmt::print("worst relative deviation of 40 series: {:.1e}, {}\n", worst.deviation, worst.where);
    EXPECT_LT(worst.deviation, 1e-11);
}

// The series whose automatic model has neither outliers nor calendar: another model's forecasts,
// and one that X-13 adjusts additively.
TEST(X11, EqualsX13WithOtherForecastsAndAdditively) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    const auto all = references("x11auto");
    for (const std::string id : {"M3_1813", "M3_1998", "M3_2599", "TC_271"}) {
        const auto& reference = all.at(id);
        EXPECT_EQ(reference.is_additive(), id == "M3_1998");
        const auto made = x11(reference.series, reference.forecasts, options_of(reference));
        ASSERT_TRUE(made.ok()) << id;
        const auto worst = compare(id, reference, *made);
        EXPECT_LT(worst.deviation, 1e-11) << worst.where;
    }
}

Values quarters(std::size_t years) {
    const Values season{0.8, 1.1, 0.9, 1.2};
    Values made;
    for (std::size_t t = 0; t < 4 * years; ++t)
        made.push_back((100 + static_cast<double>(t)) * season[t % 4]);
    return made;
}

TEST(X11, FindsAQuarterlySeasonThatDoesNotMove) {
    X11Options options;
    options.frequency = 4;
    const auto made = x11(quarters(12), {}, options);
    ASSERT_TRUE(made.ok());
    const Values season{0.8, 1.1, 0.9, 1.2};
    for (std::size_t t = 8; t < 40; ++t) {
        EXPECT_NEAR(made->d10[t], season[t % 4], 2e-3) << t;
        EXPECT_NEAR(made->d11[t], made->b1[t] / made->d10[t], 1e-9);
    }
    options.mode = Mode::additive;
    const auto additive = x11(quarters(12), {}, options);
    ASSERT_TRUE(additive.ok());
    for (std::size_t t = 0; t < 48; ++t) {
        EXPECT_NEAR(additive->d10[t] + additive->d11[t], additive->b1[t], 1e-9);
        EXPECT_NEAR(additive->d12[t] + additive->d13[t], additive->d11[t], 1e-9);
    }
}

// An error of a tenth of one value stays out of the season, and half of what Henderson's average
// would take of it out of the trend: 9 terms would move by 3.3 %.
TEST(X11, KeepsAnExtremeOutOfSeasonAndTrend) {
    Values clean;
    for (int t = 0; t < 120; ++t)
        clean.push_back((100 + 0.3 * t) * (1 + 0.1 * std::sin(t * std::numbers::pi / 6)) *
                        (1 + 0.004 * ((t * 7919) % 13 - 6) / 6.0));
    auto spoilt = clean;
    spoilt[60] *= 1.1;
    const auto before = x11(clean, {}, {}), after = x11(spoilt, {}, {});
    ASSERT_TRUE(before.ok() && after.ok());
    EXPECT_EQ(after->weights[60], 0);
    EXPECT_NEAR(after->d10[60] / before->d10[60], 1, 0.003);
    EXPECT_EQ(after->trend_terms, 9);
    EXPECT_NEAR(after->d12[60] / before->d12[60], 1, 0.018);
    EXPECT_NEAR(after->d13[60] / before->d13[60], 1.1, 0.025);
}

TEST(X11, TakesTheFiltersThatAreAskedFor) {
    X11Options options;
    options.frequency = 4;
    for (const auto filter :
         {SeasonalFilter::s3x3, SeasonalFilter::s3x15, SeasonalFilter::stable}) {
        options.seasonal = filter;
        options.trend_terms = 5;
        const auto made = x11(quarters(20), {}, options);
        ASSERT_TRUE(made.ok());
        EXPECT_EQ(made->seasonal, filter);
        EXPECT_EQ(made->trend_terms, 5);
        if (filter == SeasonalFilter::stable) {
            EXPECT_NEAR(made->d10[20] / made->d10[40], 1, 1e-3);
        }
    }
}

TEST(X11, RefusesWhatItCannotAdjust) {
    const auto refusal = [](Values values, X11Options options, Values forecasts = {}) {
        const auto made = x11(values, forecasts, options);
        return made.ok() ? std::string{} : made.error().message;
    };
    const Values years(36, 5.0);
    EXPECT_THAT(refusal(Values(35, 5.0), {}), HasSubstr("36 values, found 35"));
    EXPECT_THAT(refusal(years, {.frequency = 52}), HasSubstr("12 or 4, found 52"));
    EXPECT_THAT(refusal(years, {.start = 12}), HasSubstr("from 0 to 11, found 12"));
    EXPECT_THAT(refusal(years, {.trend_terms = 12}), HasSubstr("odd number"));
    EXPECT_THAT(refusal(years, {.sigma_low = 3}), HasSubstr("ascending limits"));
    auto holes = years;
    holes[7] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(refusal(holes, {}), HasSubstr("finite and positive values, found nan"));
    EXPECT_THAT(refusal(holes, {.mode = Mode::additive}), HasSubstr("finite values, found nan"));
    holes[7] = 0;
    EXPECT_THAT(refusal(holes, {}), HasSubstr("positive values, found 0"));
    EXPECT_EQ(refusal(holes, {.mode = Mode::additive}), "");
    EXPECT_THAT(refusal(years, {}, {1, -1}), HasSubstr("positive values, found -1"));
    // A single huge value drives the first averages below 0 somewhere.
    auto spiked = years;
    spiked[18] = 1e9;
    const auto said = refusal(spiked, {});
    EXPECT_TRUE(said.empty() || said.find("nears 0") != std::string::npos) << said;
}

}  // namespace
}  // namespace adjustment
