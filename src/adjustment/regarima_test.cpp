#include "adjustment/regarima.h"

#include "adjustment/reference_for_test.h"
#include "adjustment/x11.h"
#include "forecast/arima.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <set>

namespace adjustment {
namespace {

using ::testing::HasSubstr;

RegArimaOptions plain(bool is_logarithmic = true) {
    RegArimaOptions options;
    options.is_logarithmic = is_logarithmic;
    options.finds_outliers = false;
    return options;
}

/// The worst relative difference from the reference's D10 to D13.
double deviation(const Reference& reference, const Values& forecasts) {
    X11Options options;
    options.start = reference.start;
    const auto made = x11(reference.series, forecasts, options).value();
    double worst = 0;
    const auto table = [&](const Values& ours, const Values& theirs) {
        for (std::size_t t = 0; t < ours.size(); ++t)
            worst = std::max(worst, std::abs(ours[t] / theirs[t] - 1));
    };
    table(made.d10, reference.d10);
    table(made.d11, reference.d11);
    table(made.d12, reference.d12);
    table(made.d13, reference.d13);
    return worst;
}

double largest(const Values& ours, const Values& theirs) {
    double worst = 0;
    for (std::size_t h = 0; h < ours.size(); ++h)
        worst = std::max(worst, std::abs(ours[h] / theirs[h] - 1));
    return worst;
}

// X-13 stops where the likelihood gains less than 1e-5, so its parameters are near the top, ours on
// it. At its parameters everything is equal.
TEST(RegArima, IsAtLeastAsLikelyAsX13AndEqualAtItsParameters) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    double likelihood_least = 1, likelihood_most = 0, theta = 0, seasonal = 0;
    double forecasts_there = 0, tables_there = 0, forecasts_ours = 0, tables_ours = 0;
    int within = 0;
    for (const auto& [id, reference] : references("x11fix")) {
        const auto ours = fit_regarima(reference.series, plain()).value();
        const double theirs_theta = reference.number("MA$Nonseasonal$01$01");
        const double theirs_seasonal = reference.number("MA$Seasonal$12$12");
        const auto there =
            regarima_at(reference.series, plain(), {{}, {}, {theirs_theta}, {theirs_seasonal}})
                .value();
        const double gain = ours.log_likelihood - reference.number("loglikelihood");
        likelihood_least = std::min(likelihood_least, gain);
        likelihood_most = std::max(likelihood_most, gain);
        theta = std::max(theta, std::abs(ours.arma.ma[0] - theirs_theta));
        seasonal = std::max(seasonal, std::abs(ours.arma.seasonal_ma[0] - theirs_seasonal));
        // The criterion counts the transformation, over the values whose likelihood it is.
        EXPECT_NEAR(there.aicc, reference.number("aicc"), 2e-4) << id;
        EXPECT_NEAR(there.variance, reference.number("variance$mle"), 1e-6 * there.variance) << id;
        forecasts_there = std::max(forecasts_there, largest(there.forecasts, reference.forecasts));
        forecasts_ours = std::max(forecasts_ours, largest(ours.forecasts, reference.forecasts));
        tables_there = std::max(tables_there, deviation(reference, there.forecasts));
        const double of_ours = deviation(reference, ours.forecasts);
        tables_ours = std::max(tables_ours, of_ours);
        within += of_ours < 1e-3 ? 1 : 0;
    }
    fmt::print(
        "log-likelihood less X-13's: {:.5f} to {:.5f}; theta within {:.4f}, seasonal within "
        "{:.4f}\nat X-13's parameters: forecasts within {:.1e}, D10 to D13 within {:.1e}\n"
        "at ours: forecasts within {:.1e}, D10 to D13 within {:.1e}, {} of 40 within 1e-3\n",
        likelihood_least, likelihood_most, theta, seasonal, forecasts_there, tables_there,
        forecasts_ours, tables_ours, within);
    EXPECT_GT(likelihood_least, -6e-5);  // four decimals are printed
    EXPECT_LT(likelihood_most, 1e-3);
    EXPECT_LT(theta, 1e-3);
    EXPECT_LT(seasonal, 0.03);
    EXPECT_LT(forecasts_there, 1e-7);
    EXPECT_LT(tables_there, 1e-6);
    EXPECT_LT(forecasts_ours, 0.01);
    EXPECT_LT(tables_ours, 0.005);
    EXPECT_GE(within, 37);
}

// Two computations of one likelihood: Cholesky of a band here, Durbin and Levinson's recursion
// there.
TEST(RegArima, HasTheLikelihoodOfFitArima) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    for (const auto& [id, reference] : references("x11fix")) {
        Values logarithms;
        for (const double value : reference.series)
            logarithms.push_back(std::log(value));
        const auto other = forecast::fit_arima(logarithms, 12, {0, 1, 1, 0, 1, 1, false});
        const auto ours = fit_regarima(reference.series, plain()).value();
        ASSERT_TRUE(other) << id;
        EXPECT_GT(ours.log_likelihood, other->log_likelihood - 1e-6) << id;
        EXPECT_LT(ours.log_likelihood, other->log_likelihood + 1e-3) << id;
    }
}

TEST(RegArima, ChoosesLogarithmsWhereX13Does) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int agreed = 0;
    for (const auto& [id, reference] : references("x11auto")) {
        const auto made = choose_transformation(reference.series, plain()).value();
        const bool theirs = reference.diagnostics.at("aictrans") == "Log(y)";
        EXPECT_EQ(made.is_logarithmic, theirs) << id;
        agreed += made.is_logarithmic == theirs ? 1 : 0;
    }
    fmt::print("{} of 40 transformations as X-13\n", agreed);
    EXPECT_FALSE(choose_transformation(Values(40, -1.0), plain()).ok());
}

/// "AO1992.Sep", as the reference names it.
std::string name_of(const Outlier& outlier, const Reference& reference) {
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto at = static_cast<int>(outlier.at) + reference.start;
    return fmt::format("{}{}.{}", word(outlier.kind), reference.year + at / 12, months[at % 12]);
}

// Automatic models of the same order. Where X-13 also estimated working days or Easter its errors
// are others, and so can its outliers be; where it did not, everything is equal.
TEST(RegArima, FindsTheOutliersThatX13Finds) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int series = 0, theirs = 0, ours = 0, common = 0, same_model = 0;
    for (const auto& [id, reference] : references("x11auto")) {
        if (reference.diagnostics.at("arimamdl") != "(0 1 1)(0 1 1)")
            continue;
        ++series;
        auto options = plain(!reference.is_additive());
        options.finds_outliers = true;
        const auto made = fit_regarima(reference.series, options).value();
        std::set<std::string> found, expected;
        for (const auto& [key, value] : reference.diagnostics)
            if (key.starts_with("AutoOutlier$"))
                expected.insert(key.substr(12));
        for (const auto& outlier : made.outliers)
            found.insert(name_of(outlier, reference));
        theirs += static_cast<int>(expected.size());
        ours += static_cast<int>(found.size());
        for (const auto& one : found)
            common += expected.contains(one) ? 1 : 0;
        if (std::abs(made.aicc - reference.number("aicc")) < 1e-3) {
            ++same_model;
            EXPECT_EQ(found, expected) << id;
        }
    }
    fmt::print(
        "{} series: X-13 found {} outliers, we {}, {} the same; in {} series the criterion "
        "is the same too\n",
        series, theirs, ours, common, same_model);
    EXPECT_EQ(common, 10);
    EXPECT_EQ(theirs, 14);
    EXPECT_LE(ours - common, 1);
    EXPECT_GE(same_model, 6);
}

/// A seeded series of the airline model with noise of the deviation 1.
Values airline(std::size_t count, unsigned seed) {
    constexpr std::size_t year = 12, warm = 60;
    std::mt19937 generator{seed};
    // Sums of twelve uniform numbers, since std::normal_distribution is not the same everywhere.
    const auto noise = [&] {
        double sum = -6;
        for (int i = 0; i < 12; ++i)
            sum += static_cast<double>(generator()) / 4294967296.0;
        return sum;
    };
    Values e, x;
    for (std::size_t t = 0; t < count + warm; ++t) {
        e.push_back(noise());
        if (t <= year) {
            x.push_back(100 + 5 * std::sin(static_cast<double>(t)));
            continue;
        }
        x.push_back(x[t - 1] + x[t - year] - x[t - year - 1] + e[t] - 0.4 * e[t - 1] -
                    0.6 * e[t - year] + 0.24 * e[t - year - 1]);
    }
    return {x.begin() + warm, x.end()};
}

TEST(RegArima, FindsPlantedOutliersAndFewOthers) {
    int planted = 0, found = 0, right = 0, others = 0;
    for (unsigned seed = 1; seed <= 30; ++seed) {
        for (const auto kind :
             {OutlierKind::additive, OutlierKind::level_shift, OutlierKind::temporary_change}) {
            auto series = airline(144, seed);
            const std::size_t at = 30 + 3 * seed;
            for (std::size_t t = at; t < series.size(); ++t)
                series[t] += kind == OutlierKind::additive      ? (t == at ? 8 : 0)
                             : kind == OutlierKind::level_shift ? 8
                                                                : 8 * std::pow(0.7, t - at);
            auto options = plain(false);
            options.finds_outliers = true;
            const auto made = fit_regarima(series, options).value();
            ++planted;
            for (const auto& outlier : made.outliers) {
                found += outlier.at == at ? 1 : 0;
                right += outlier.at == at && outlier.kind == kind ? 1 : 0;
                others += outlier.at == at ? 0 : 1;
                if (outlier.at == at && outlier.kind == kind) {
                    EXPECT_NEAR(outlier.effect, 8, 3.5) << word(kind) << seed;
                }
            }
        }
    }
    int clean = 0, with_any = 0, in_clean = 0;
    for (unsigned seed = 101; seed <= 300; ++seed) {
        auto options = plain(false);
        options.finds_outliers = true;
        const auto made = fit_regarima(airline(144, seed), options).value();
        ++clean;
        with_any += made.outliers.empty() ? 0 : 1;
        in_clean += static_cast<int>(made.outliers.size());
    }
    fmt::print(
        "of {} planted outliers {} found at their place, {} of the right kind, {} others; in "
        "{} clean series {} outliers, in {} of them\n",
        planted, found, right, others, clean, in_clean, with_any);
    EXPECT_GE(found, planted - 3);
    EXPECT_GE(right, planted * 9 / 10);
    EXPECT_LE(others, planted / 6);
    EXPECT_LE(with_any, clean / 5);
}

TEST(RegArima, EstimatesAnInfluenceAndForecastsWithIt) {
    auto series = airline(120, 7);
    RegArimaOptions options = plain(false);
    Influence days{"days", {}};
    for (std::size_t t = 0; t < 132; ++t)
        days.values.push_back(static_cast<double>((t * 5) % 7) - 3);
    for (std::size_t t = 0; t < 120; ++t)
        series[t] += 2 * days.values[t];
    const auto without = fit_regarima(series, options).value();
    options.influences = {days};
    const auto made = fit_regarima(series, options).value();
    EXPECT_NEAR(made.coefficients[0], 2, 0.2);
    EXPECT_GT(made.t_values[0], 10);
    EXPECT_LT(made.aicc, without.aicc - 50);
    for (std::size_t h = 0; h < 12; ++h)
        EXPECT_NEAR(made.forecasts[h],
                    made.linear_forecasts[h] + made.coefficients[0] * days.values[120 + h], 1e-9);
    // A known outlier is estimated, and never taken out again.
    options.outliers = {{OutlierKind::level_shift, 50, 0, 0}};
    const auto known = fit_regarima(series, options).value();
    ASSERT_EQ(known.outliers.size(), 1);
    EXPECT_NEAR(known.level_effects[49], -known.outliers[0].effect, 1e-12);
    EXPECT_EQ(known.level_effects[50], 0);
}

TEST(RegArima, HasTheCriticalValuesOfTheManual) {
    EXPECT_NEAR(critical_value(36), 3.55, 1e-12);
    EXPECT_NEAR(critical_value(132), 3.87, 1e-12);
    EXPECT_NEAR(critical_value(5000), 4.07, 1e-12);
    EXPECT_NEAR(critical_value(1), 3.16, 1e-12);
}

TEST(RegArima, RefusesWhatItCannotEstimate) {
    const auto refusal = [](const Values& values, const RegArimaOptions& options) {
        const auto made = fit_regarima(values, options);
        return made.ok() ? std::string{} : made.error().message;
    };
    const auto series = airline(60, 3);
    EXPECT_THAT(refusal(Values(35, 1.0), plain(false)), HasSubstr("36 values, found 35"));
    EXPECT_THAT(refusal(Values(60, 1.0), plain(false)), HasSubstr("changes otherwise"));
    auto options = plain(false);
    options.frequency = 7;
    EXPECT_THAT(refusal(series, options), HasSubstr("12 or 4, found 7"));
    options = plain(false);
    options.influences = {{"short", Values(60, 1.0)}};
    EXPECT_THAT(refusal(series, options), HasSubstr("72 values of short, found 60"));
    options.influences = {{"flat", Values(72, 1.0)}};
    EXPECT_THAT(refusal(series, options), HasSubstr("none of which is the sum"));
    options.influences.clear();
    options.outliers = {{OutlierKind::additive, 60, 0, 0}};
    EXPECT_THAT(refusal(series, options), HasSubstr("found one at 61"));
    auto negative = series;
    negative[3] = -1;
    EXPECT_THAT(refusal(negative, plain()), HasSubstr("positive values, found -1"));
    EXPECT_FALSE(regarima_at(series, plain(false), {{}, {}, {1.0}, {0.2}}).ok());
}

}  // namespace
}  // namespace adjustment
