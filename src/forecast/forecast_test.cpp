#include "forecast/forecast.h"

#include "forecast/arima.h"
#include "forecast/calibration.h"
#include "forecast/ces.h"
#include "forecast/competition_for_test.h"
#include "forecast/ets.h"
#include "forecast/season.h"
#include "forecast/theta.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <map>
#include <random>

namespace forecast {
namespace {

using ::testing::HasSubstr;
using Values = std::vector<double>;
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

// Deaths by accident in the USA, monthly 1973 to 1978 (Brockwell and Davis 1991), and the flow of
// the Nile at Aswan, 1871 to 1970 (Durbin and Koopman 2001): both come with R.
const Values deaths{9007, 8106, 8928, 9137, 10017, 10826, 11317, 10744, 9713, 9938, 9161, 8927,
                    7750, 6981, 8038, 8422, 8714,  9512,  10120, 9823,  8743, 9129, 8710, 8680,
                    8162, 7306, 8124, 7870, 9387,  9556,  10093, 9620,  8285, 8466, 8160, 8034,
                    7717, 7461, 7767, 7925, 8623,  8945,  10078, 9179,  8037, 8488, 7874, 8647,
                    7792, 6957, 7726, 8106, 8890,  9299,  10625, 9302,  8314, 8850, 8265, 8796,
                    7836, 6892, 7791, 8192, 9115,  9434,  10484, 9827,  9110, 9070, 8633, 9240};
const Values nile{1120, 1160, 963,  1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110,
                  994,  1020, 960,  1180, 799,  958,  1140, 1100, 1210, 1150, 1250, 1260, 1220,
                  1030, 1100, 774,  840,  874,  694,  940,  833,  701,  916,  692,  1020, 1050,
                  969,  831,  726,  456,  824,  702,  1120, 1100, 832,  764,  821,  768,  845,
                  864,  862,  698,  845,  744,  796,  1040, 759,  781,  865,  845,  944,  984,
                  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,  1040, 860,  874,
                  848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,  1020,
                  906,  901,  1170, 912,  746,  919,  718,  714,  740};

EtsModel model(std::string_view name) {
    EtsModel made;
    made.error = name[0] == 'A' ? EtsError::additive : EtsError::multiplicative;
    made.trend = name[1] == 'N'   ? EtsTrend::none
                 : name[1] == 'D' ? EtsTrend::damped
                                  : EtsTrend::additive;
    made.season = name.back() == 'N'   ? EtsSeason::none
                  : name.back() == 'A' ? EtsSeason::additive
                                       : EtsSeason::multiplicative;
    return made;
}

// The likelihoods that R's ets() (forecast 8.20) reaches; ours are never lower.
TEST(Ets, IsAtLeastAsLikelyAsRs) {
    struct Case {
        const Values& series;
        int frequency;
        const char* name;
        double of_r;
    };
    for (const auto& one : {Case{deaths, 12, "ANN", -628.171379556},
                            {deaths, 12, "AAA", -555.924933733},
                            {deaths, 12, "ADA", -552.502559607},
                            {deaths, 12, "ANA", -555.072335013},
                            {deaths, 12, "MAM", -562.232044123},
                            {deaths, 12, "MDM", -552.062864625},
                            {deaths, 12, "MNM", -556.919983017},
                            {deaths, 12, "MAA", -555.006073623},
                            {deaths, 12, "MDA", -553.940609116},
                            {nile, 1, "ANN", -726.390519999},
                            {nile, 1, "AAN", -725.956062245},
                            {nile, 1, "ADN", -726.502046801},
                            {nile, 1, "MNN", -726.150957803},
                            {nile, 1, "MAN", -725.741241187},
                            {nile, 1, "MDN", -726.307260664}}) {
        const auto fit = fit_ets(one.series, one.frequency, model(one.name));
        ASSERT_TRUE(fit) << one.name;
        EXPECT_GE(fit->log_likelihood, one.of_r - 1e-3) << one.name;
        EXPECT_LT(fit->log_likelihood, one.of_r + 15) << one.name;
    }
}

// The states that a fit ends with are those to which its own errors lead from the first ones.
TEST(Ets, ForecastsGoOnFromTheLastState) {
    for (const auto& one : ets_models(deaths, 12)) {
        const auto fit = fit_ets(deaths, 12, one);
        ASSERT_TRUE(fit) << one.name();
        EtsFit from_start = *fit;
        from_start.last = fit->first;
        Values again(deaths.size() + 6);
        Values errors = fit->residuals;
        errors.resize(again.size(), 0.0);
        ets_path(from_start, 12, errors, again);
        for (std::size_t t = 0; t < deaths.size(); ++t)
            EXPECT_NEAR(again[t], deaths[t], 1e-6) << one.name();
        const auto ahead = ets_forecast(*fit, 12, 6);
        for (std::size_t h = 0; h < 6; ++h)
            EXPECT_NEAR(ahead[h], again[deaths.size() + h], 1e-6) << one.name();
    }
}

// R's arima(method = "ML"): the likelihood, and the forecasts for the same maximum. Where a series
// is differenced R starts from a prior with a finite variance, which moves its figure by some
// 0.003.
TEST(Arima, IsAsLikelyAsRsAndForecastsTheSame) {
    const auto plain = fit_arima(nile, 1, {1, 0, 1, 0, 0, 0, true});
    ASSERT_TRUE(plain);
    EXPECT_GE(plain->log_likelihood, -637.038784611 - 1e-3);
    EXPECT_NEAR(plain->ar[0], 0.861040113472, 1e-4);
    EXPECT_NEAR(plain->ma[0], -0.517658930676, 1e-4);
    const auto ahead = arima_forecast(*plain, 3);
    EXPECT_NEAR(ahead[0], 800.361343786, 0.05);
    EXPECT_NEAR(ahead[2], 831.483070468, 0.05);
    const auto differenced = fit_arima(nile, 1, {0, 1, 1, 0, 0, 0, false});
    ASSERT_TRUE(differenced);
    EXPECT_GE(differenced->log_likelihood, -632.545624383 - 1e-3);
    EXPECT_NEAR(differenced->ma[0], -0.732941385352, 1e-4);
    const auto airline = fit_arima(deaths, 12, {0, 1, 1, 0, 1, 1, false});
    ASSERT_TRUE(airline);
    EXPECT_GE(airline->log_likelihood, -425.439993561 - 5e-3);
    EXPECT_NEAR(airline->ma[0], -0.430278483359, 2e-3);
    EXPECT_NEAR(airline->ma[11], -0.55277200687, 2e-3);
    EXPECT_NEAR(arima_forecast(*airline, 1)[0], 8336.05991121, 5);
}

Values changes(const Values& of, std::size_t lag) {
    Values made;
    for (std::size_t t = lag; t < of.size(); ++t)
        made.push_back(of[t] - of[t - lag]);
    return made;
}

void expect_near_relative(const Values& made, const Values& expected) {
    for (std::size_t h = 0; h < expected.size(); ++h)
        EXPECT_NEAR(made[h] / expected[h], 1, 1e-6) << h;
}

// R 4.2.2, arima(fixed = ...) and predict; of the differenced series with kappa = 1e9, since its
// usual 1e6 is not diffuse enough (it moves these by 3e-6).
TEST(Arima, ForecastsAtFixedParametersAreThoseOfR) {
    ArimaFit airline;
    airline.order = {0, 1, 1, 0, 1, 1, false};
    airline.frequency = 12;
    airline.ma.assign(13, 0.0);
    airline.ma[0] = -0.43;
    airline.ma[11] = -0.95;
    airline.ma[12] = 0.43 * 0.95;
    airline.series = deaths;
    airline.differenced = changes(changes(deaths, 12), 1);
    expect_near_relative(
        arima_forecast(airline, 14),
        {8299.51179850, 7539.00360007, 8317.19223433, 8531.46731528, 9380.90142993, 9850.00425946,
         10710.98290582, 10004.90222799, 8957.86930790, 9246.93896655, 8724.32074361, 8982.06320901,
         8194.40162764, 7433.89342922});
    ArimaFit plain;
    plain.order = {1, 0, 1, 0, 0, 0, true};
    plain.ar = {0.8};
    plain.ma = {-0.4};
    plain.mean = 900;
    plain.series = nile;
    for (const double y : nile)
        plain.differenced.push_back(y);
    expect_near_relative(arima_forecast(plain, 6), {794.00545769, 815.20436615, 832.16349292,
                                                    845.73079434, 856.58463547, 865.26770838});
}

TEST(Arima, WeightsAreThoseOfItsPolynomials) {
    ArimaFit random_walk;
    random_walk.order = {0, 1, 0, 0, 0, 0, false};
    for (const double w : arima_weights(random_walk, 5))
        EXPECT_DOUBLE_EQ(w, 1);
    ArimaFit ar;
    ar.ar = {0.5};
    EXPECT_DOUBLE_EQ(arima_weights(ar, 4)[3], 0.125);
    ArimaFit airline;
    airline.frequency = 4;
    airline.order = {0, 1, 1, 0, 1, 1, false};
    airline.ma = {-0.4, 0, 0, -0.6, 0.24};
    const auto weights = arima_weights(airline, 6);
    EXPECT_NEAR(weights[1], 0.6, 1e-12);
    EXPECT_NEAR(weights[3], 0.6, 1e-12);
    EXPECT_NEAR(weights[4], 0.6 + 0.4, 1e-12);
}

TEST(Season, EffectsAddUpAndAreFound) {
    Values series;
    const double effects[] = {3, -1, -4, 2};
    for (int t = 0; t < 40; ++t)
        series.push_back(10 + 0.5 * t + effects[t % 4]);
    const auto found = seasonal_effects(series, 4, false);
    for (std::size_t s = 0; s < 4; ++s)
        EXPECT_NEAR(found[s], effects[s], 1e-9);
    EXPECT_TRUE(is_seasonal(series, 4));
    EXPECT_GT(seasonal_strength(series, 4), 0.99);
    EXPECT_FALSE(is_seasonal(Values{5, 3, 8, 1, 9, 2, 4, 7, 6, 8, 1, 5, 3, 9, 2, 6}, 4));
}

/// A series of every awkward kind, by name.
std::map<std::string, Values> awkward() {
    std::mt19937 dice{7};
    std::normal_distribution<double> noise;
    std::map<std::string, Values> all;
    for (int n = 1; n <= 10; ++n)
        for (int t = 0; t < n; ++t)
            all[fmt::format("{} values", n)].push_back(100 + 10 * noise(dice));
    for (int t = 0; t < 60; ++t) {
        const double wave = 10 * std::sin(t * 0.5236);
        all["constant"].push_back(7);
        all["zero"].push_back(0);
        all["linear"].push_back(3 + 2 * t);
        all["falling through zero"].push_back(30 - t + noise(dice));
        all["one outlier"].push_back(t == 40 ? 1e6 : 100 + noise(dice));
        all["gaps"].push_back(t % 5 == 2 ? missing : 100 + wave + noise(dice));
        all["ragged ends"].push_back(t < 4 || t > 55 ? missing : 100 + wave);
        all["level shift"].push_back((t < 30 ? 100 : 500) + noise(dice));
        all["negative"].push_back(-100 + wave + noise(dice));
        all["mostly zero"].push_back(t % 7 == 0 ? 5 : 0);
        all["tiny"].push_back(1e-200 * (100 + wave + noise(dice)));
        all["huge"].push_back(1e295 * (100 + wave + noise(dice)));
        all["exploding"].push_back(std::exp(0.3 * t));
        all["pure season"].push_back(t % 12);
        all["alternating"].push_back(t % 2 == 0 ? 1 : 1000);
        all["one value then zero"].push_back(t == 0 ? 5 : 0);
        all["two values of sixty"].push_back(t == 3 || t == 50 ? 4 : missing);
        all["steps"].push_back(t / 10);
    }
    for (int t = 0; t < 10'000; ++t)
        all["ten thousand"].push_back(1000 + 10 * std::sin(t * 0.5236) + noise(dice));
    return all;
}

TEST(Forecast, EverySeriesGetsAnAnswer) {
    for (const auto& [name, series] : awkward())
        for (const int frequency : {1, 4, 7, 12, 24, 52})
            for (const auto method : {Method::combination, Method::ets, Method::arima,
                                      Method::theta, Method::ces, Method::seasonal_naive}) {
                if (name == "ten thousand" && method != Method::combination && frequency != 12)
                    continue;
                const auto what = fmt::format("{}, {}, {}", name, frequency, word(method));
                const auto made = forecast(series, {15, frequency, {50, 80, 95}, method, false});
                ASSERT_TRUE(made.ok()) << what << made.error().text();
                ASSERT_EQ(made->mean.size(), 15) << what;
                for (std::size_t h = 0; h < 15; ++h) {
                    ASSERT_TRUE(std::isfinite(made->mean[h])) << what;
                    double low = made->mean[h], high = made->mean[h];
                    for (const auto& interval : made->intervals) {
                        ASSERT_TRUE(std::isfinite(interval.lower[h])) << what;
                        ASSERT_TRUE(std::isfinite(interval.upper[h])) << what;
                        ASSERT_LE(interval.lower[h], low) << what;
                        ASSERT_GE(interval.upper[h], high) << what;
                        low = interval.lower[h];
                        high = interval.upper[h];
                    }
                }
            }
}

// A single value that is off is not followed, but that its month of later years feels it; a level
// that changed is. Near the end the two cannot be told apart. Each widens the intervals.
TEST(Forecast, FollowsALevelThatChangedAndNoSingleValue) {
    std::mt19937 dice{11};
    std::normal_distribution<double> noise;
    Values calm;
    for (int t = 0; t < 96; ++t)
        calm.push_back(1000 + 3 * t + 100 * std::sin(t * 0.5236) + 20 * noise(dice));
    const auto ahead = [](const Values& series) {
        return forecast(series, {12, 12, {80, 95}}).value();
    };
    const auto width = [](const Forecast& made) {
        return made.intervals[0].upper[0] - made.intervals[0].lower[0];
    };
    const auto expected = ahead(calm);
    const auto moved_by = [&](const Forecast& made) {
        double sum = 0;
        for (std::size_t h = 0; h < 12; ++h)
            sum += made.mean[h] - expected.mean[h];
        return sum / 12;
    };
    constexpr double by = 600;
    const auto changed = [&](std::size_t from, double stays) {
        auto series = calm;
        double part = 1;
        for (auto t = from; t < series.size(); ++t, part *= stays)
            series[t] += by * part;
        return ahead(series);
    };
    const auto outlier = changed(60, 0), shift = changed(60, 1), fading = changed(60, 0.7);
    EXPECT_NEAR(moved_by(outlier), 0, 0.05 * by);
    for (std::size_t h = 0; h < 12; ++h)
        EXPECT_NEAR(outlier.mean[h], expected.mean[h], 0.25 * by) << h;
    EXPECT_NEAR(moved_by(fading), 0, 0.1 * by);
    EXPECT_NEAR(moved_by(shift), by, 0.25 * by);
    for (const auto& late : {changed(95, 0), changed(93, 0.7)}) {
        EXPECT_GT(moved_by(late), 0.05 * by);
        EXPECT_LT(moved_by(late), 0.6 * by);
    }
    for (const auto& made : {outlier, shift, fading, changed(95, 0)})
        EXPECT_GT(width(made), 1.5 * width(expected));
}

// A last value that is off may be taken for a trend, but not for growth without end.
TEST(Forecast, DoesNotGoOnAsOneModelAloneWould) {
    const auto made =
        forecast(Values{89, 99, 100, 104, 103, 107, 97, 102, 104, 10'000}, {12, 12, {95}}).value();
    for (const double y : made.mean)
        EXPECT_LT(y, 20'000);
}

TEST(Forecast, WhatIsExactStaysExact) {
    const auto ahead = [](const Values& series, int frequency) {
        return forecast(series, {3, frequency, {95}, Method::combination, false}).value();
    };
    const auto constant = ahead(Values(20, 7.0), 12);
    EXPECT_EQ(constant.mean, Values(3, 7.0));
    EXPECT_EQ(constant.intervals[0].lower, Values(3, 7.0));
    EXPECT_EQ(constant.fallback, "the series never changes");
    Values line;
    for (int t = 0; t < 20; ++t)
        line.push_back(3 + 2 * t);
    const auto linear = ahead(line, 4);
    for (std::size_t h = 0; h < 3; ++h)
        EXPECT_NEAR(linear.mean[h], 43 + 2 * static_cast<double>(h), 1e-9);
    EXPECT_EQ(linear.fallback, "the series is a straight line");
    // Loess would bend it.
    EXPECT_NEAR(forecast(line, {3, 4, {95}, Method::mstl}).value().mean[2], 47, 1e-9);
    EXPECT_EQ(ahead({4, 5}, 12).mean, Values(3, 5.0));
    EXPECT_EQ(ahead({4, 5}, 12).fallback, "2 values are too few for a model");
    // A value that is known late is counted from where it is.
    EXPECT_EQ(ahead({missing, 4, missing}, 12).mean, Values(3, 4.0));
}

TEST(Forecast, TheUnitDoesNotMatter) {
    const Options options{12, 12, {80, 95}, Method::combination, false};
    const auto plain = forecast(deaths, options).value();
    EXPECT_EQ(plain.models.size(), 11);
    for (const double unit : {1e-6, 1e3, 1e9}) {
        Values scaled;
        for (const double y : deaths)
            scaled.push_back(y * unit);
        const auto made = forecast(scaled, options).value();
        for (std::size_t h = 0; h < 12; ++h) {
            EXPECT_NEAR(made.mean[h] / unit, plain.mean[h], 1e-6 * plain.mean[h]);
            EXPECT_NEAR(made.intervals[1].upper[h] / unit, plain.intervals[1].upper[h],
                        1e-6 * plain.mean[h]);
        }
    }
    // Of decimals a unit changes the last bits; no search may end elsewhere for that.
    std::mt19937 dice{5};
    std::normal_distribution<double> noise;
    for (int i = 0; i < 100; ++i) {
        Values tenths, whole;
        for (int t = 0; t < 30; ++t) {
            whole.push_back(std::round(1000 + 200 * noise(dice)));
            tenths.push_back(whole.back() / 10);
        }
        const Options by_arima{6, 1, {80}, Method::arima};
        const auto expected = forecast(tenths, by_arima).value();
        const auto made = forecast(whole, by_arima).value();
        for (std::size_t h = 0; h < 6; ++h)
            EXPECT_NEAR(made.mean[h] / 10, expected.mean[h], 1e-6) << i;
    }
    // And twice the same is the same to the bit.
    const auto again = forecast(deaths, options).value();
    EXPECT_EQ(std::memcmp(again.mean.data(), plain.mean.data(), 12 * sizeof(double)), 0);
}

// Each period is spread as its interval says; a year is less certain than independent months were.
TEST(Paths, AreSpreadAsTheIntervalsSayAndHangTogether) {
    const Options options{12, 12, {80}, Method::combination, false};
    const auto made = forecast(deaths, options).value();
    const auto paths = sample_paths(deaths, options, 4000, 1).value();
    ASSERT_EQ(paths.count(), 4000);
    ASSERT_EQ(paths.horizon, 12);
    double variances = 0;
    Values sums(4000, 0.0);
    for (std::size_t h = 0; h < 12; ++h) {
        double mean = 0, squares = 0, inside = 0;
        for (std::size_t i = 0; i < 4000; ++i) {
            const double y = paths.path(i)[h];
            mean += y / 4000;
            squares += y * y / 4000;
            sums[i] += y;
            inside += made.intervals[0].lower[h] <= y && y <= made.intervals[0].upper[h] ? 1 : 0;
        }
        EXPECT_NEAR(inside / 4000, 0.8, 0.025) << h;
        EXPECT_NEAR(mean, made.mean[h], 0.01 * made.mean[h]) << h;
        variances += squares - mean * mean;
    }
    double mean = 0, squares = 0;
    for (const double sum : sums) {
        mean += sum / 4000;
        squares += sum * sum / 4000;
    }
    EXPECT_GT(squares - mean * mean, 2 * variances);
    const auto again = sample_paths(deaths, options, 4000, 1).value();
    EXPECT_EQ(again.values, paths.values);
    EXPECT_NE(sample_paths(deaths, options, 10, 2)->values[0], paths.values[0]);
    EXPECT_FALSE(sample_paths({}, options, 10, 2).ok());
}

TEST(Forecast, NothingIsNegativeWhereNothingCanBe) {
    Values falling;
    for (int t = 0; t < 40; ++t)
        falling.push_back(40 - t + (t % 3));
    const auto made = forecast(falling, {24, 1, {95}, Method::combination, true}).value();
    for (std::size_t h = 0; h < 24; ++h) {
        EXPECT_GE(made.mean[h], 0);
        EXPECT_GE(made.intervals[0].lower[h], 0);
        EXPECT_GE(made.intervals[0].upper[h], made.mean[h]);
    }
}

TEST(Forecast, SaysWhatItCannotRead) {
    const auto fault = [](const Values& values, Options options) {
        const auto made = forecast(values, options);
        return made.ok() ? std::string{} : made.error().text();
    };
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(fault({}, {}), "E1001: expected at least one value, found none");
    EXPECT_EQ(fault({missing, missing}, {}), "E1001: expected at least one value, found none");
    EXPECT_EQ(fault({1, infinity}, {}),
              "E1001: expected values of at most 1e300, found inf at period 2");
    EXPECT_EQ(fault({1, -2e300}, {}),
              "E1001: expected values of at most 1e300, found -2e+300 at period 2");
    EXPECT_EQ(fault({1}, {.horizon = 0, .levels = {80}}),
              "E1001: expected a horizon of 1 to 10000 periods, found 0");
    EXPECT_EQ(fault({1}, {.horizon = 10'001, .levels = {80}}),
              "E1001: expected a horizon of 1 to 10000 periods, found 10001");
    EXPECT_THAT(fault({1}, {.frequency = 0, .levels = {80}}), HasSubstr("a frequency of 1 to 366"));
    EXPECT_THAT(fault({1}, {.levels = {100}}), HasSubstr("levels between 0 and 100, found 100"));
    EXPECT_EQ(fault(deaths, {.horizon = 10'000, .levels = {80}}), "");
}

TEST(Calibration, QuantilesAreThoseOfTheNormalDistribution) {
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
    EXPECT_NEAR(normal_quantile(0.5), 0, 1e-12);
    EXPECT_NEAR(normal_quantile(0.001), -3.090232306167813, 1e-11);
    for (const int frequency : {1, 4, 12, 52})
        for (double level = 1; level < 99; level += 1)
            EXPECT_LT(calibrated(normal_quantile(0.5 + level / 200), frequency),
                      calibrated(normal_quantile(0.505 + level / 200), frequency));
}

TEST(Calibration, DoubtGrowsWithTheYearsAhead) {
    EXPECT_DOUBLE_EQ(doubted(3, 5, 12, 0), 3);
    EXPECT_DOUBLE_EQ(doubted(3, 5, 12, 12), std::sqrt(9 + 0.12 * 25));
    EXPECT_DOUBLE_EQ(doubted(3, 5, 1, 2), doubted(3, 5, 4, 8));
    EXPECT_DOUBLE_EQ(doubted(3, 0, 1, 100), 3);
}

/// The measures of conformance/forecast/README.md, averaged over series.
struct Scores {
    double smape = 0, mase = 0, msis = 0, covered_80 = 0, covered_95 = 0;
    int series = 0;
};

Scores scores_of(const std::string& set) {
    const auto train = competition(set + "_given_train");
    const auto test = competition(set + "_given_test");
    Scores sum;
    for (const auto& [id, series] : train) {
        const auto& actual = test.at(id);
        const auto horizon = static_cast<double>(actual.size());
        const auto made = forecast(series, {static_cast<int>(actual.size()), 12, {80, 95}}).value();
        double scale = 0;
        for (std::size_t t = 12; t < series.size(); ++t)
            scale += std::abs(series[t] - series[t - 12]);
        scale /= static_cast<double>(series.size() - 12);
        for (std::size_t h = 0; h < actual.size(); ++h) {
            const double y = actual[h], f = made.mean[h];
            const auto& of_80 = made.intervals[0];
            const auto& of_95 = made.intervals[1];
            sum.smape += 200 * std::abs(y - f) / (std::abs(y) + std::abs(f)) / horizon;
            sum.mase += std::abs(y - f) / scale / horizon;
            sum.msis += (of_95.upper[h] - of_95.lower[h] + 40 * std::max(0.0, of_95.lower[h] - y) +
                         40 * std::max(0.0, y - of_95.upper[h])) /
                        scale / horizon;
            sum.covered_80 += (of_80.lower[h] <= y && y <= of_80.upper[h] ? 1 : 0) / horizon;
            sum.covered_95 += (of_95.lower[h] <= y && y <= of_95.upper[h] ? 1 : 0) / horizon;
        }
        sum.series += 1;
    }
    for (auto* part : {&sum.smape, &sum.mase, &sum.msis, &sum.covered_80, &sum.covered_95})
        *part /= sum.series;
    fmt::print(
        "{}: {} series, sMAPE {:.3f}, MASE {:.4f}, MSIS {:.3f}, 80 % cover {:.3f}, 95 % {:.3f}\n",
        set, sum.series, sum.smape, sum.mase, sum.msis, sum.covered_80, sum.covered_95);
    return sum;
}

bool has_competitions() {
    return !competition("m3_monthly_given_train").empty();
}

// The mean of four automatic methods of a leading fast library has 13.71, 0.814, 6.29 and 90.3 %.
TEST(Accuracy, OfTheM3MonthlySeries) {
    if (!has_competitions())
        GTEST_SKIP() << "the series of the M3 competition are not beside the repository";
    const auto scores = scores_of("m3_monthly");
    EXPECT_EQ(scores.series, 476);
    EXPECT_LT(scores.smape, 13.5);
    EXPECT_LT(scores.mase, 0.805);
    EXPECT_LT(scores.msis, 6.2);
    EXPECT_NEAR(scores.covered_95, 0.95, 0.01);
    EXPECT_NEAR(scores.covered_80, 0.80, 0.02);
}

// On 108 of these series the same mean has 17.64 and 1.479.
TEST(Accuracy, OfTheTourismMonthlySeries) {
    if (!has_competitions())
        GTEST_SKIP() << "the series of the tourism competition are not beside the repository";
    const auto scores = scores_of("tourism_monthly");
    EXPECT_EQ(scores.series, 122);
    EXPECT_LT(scores.smape, 17.2);
    EXPECT_LT(scores.mase, 1.45);
    EXPECT_NEAR(scores.covered_95, 0.95, 0.02);
}

}  // namespace
}  // namespace forecast
