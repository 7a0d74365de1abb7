#include "adjustment/choose_model.h"
#include "adjustment/reference_for_test.h"
#include "adjustment/x11.h"
#include "almanac/regressors.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <set>

// Models and the days that they take out, which meet here.
namespace app {
namespace {

using adjustment::Coefficients;
using adjustment::Influence;
using adjustment::Mode;
using adjustment::Outlier;
using adjustment::OutlierKind;
using adjustment::Reference;
using adjustment::RegArima;
using adjustment::RegArimaOptions;
using adjustment::Values;
using adjustment::X11Options;

/// "(0 1 1)(0 1 1)" or "(0 1 1)", as the reference names a model.
forecast::ArimaOrder order_of(const Reference& reference) {
    std::vector<int> numbers;
    for (const char c : reference.diagnostics.at("arimamdl"))
        if (c >= '0' && c <= '9')
            numbers.push_back(c - '0');
    numbers.resize(6, 0);
    return {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], false};
}

Coefficients coefficients_of(const Reference& reference) {
    const auto order = order_of(reference);
    const auto read = [&](std::string_view kind, int step, int count) {
        Values made;
        for (int i = 1; i <= count; ++i)
            made.push_back(reference.number(fmt::format("{}${:02}${:02}", kind, step, i * step)));
        return made;
    };
    return {read("AR$Nonseasonal", 1, order.p), read("AR$Seasonal", 12, order.P),
            read("MA$Nonseasonal", 1, order.q), read("MA$Seasonal", 12, order.Q)};
}

// The outliers that X-13 found.
std::vector<Outlier> outliers_of(const Reference& reference) {
    constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    std::vector<Outlier> made;
    for (const auto& [key, value] : reference.diagnostics) {
        if (!key.starts_with("AutoOutlier$"))
            continue;
        const auto kind = key.substr(12, 2);
        const int year = std::stoi(key.substr(14, 4));
        const auto month = static_cast<int>(months.find(key.substr(19, 3)) / 3);
        made.push_back(
            {kind == "AO"   ? OutlierKind::additive
             : kind == "LS" ? OutlierKind::level_shift
                            : OutlierKind::temporary_change,
             static_cast<std::size_t>((year - reference.year) * 12 + month - reference.start), 0,
             0});
    }
    return made;
}

// What the almanac makes of the months of a series and the year behind it.
almanac::Stretch months_of(const Reference& reference) {
    const auto month = static_cast<unsigned>(reference.start + 1);
    return {base::Period::month(reference.year, month), reference.series.size() + 12};
}

std::vector<Influence> influences_of(std::vector<almanac::Regressor> regressors) {
    std::vector<Influence> made;
    for (auto& one : regressors)
        made.push_back({std::move(one.name), std::move(one.values)});
    return made;
}

/// What X-13 may have estimated besides; the reference does not list it.
struct Besides {
    bool constant = false;
    int days = 0;  ///< 1: working days, 6: trading days; with either the length of February
    int easter = 0;
};

struct AtTheirs {
    RegArima model;
    Values series;  ///< without the length of February, where that is a factor
};

std::optional<AtTheirs> at_theirs(const Reference& reference, const Besides& besides) {
    RegArimaOptions options;
    options.is_logarithmic = !reference.is_additive();
    options.finds_outliers = false;
    options.order = order_of(reference);
    options.order.constant = besides.constant;
    options.outliers = outliers_of(reference);
    auto series = reference.series;
    const auto months = months_of(reference);
    std::vector<almanac::Regressor> regressors;
    if (besides.days == 1)
        regressors = {almanac::weekdays(months)};
    if (besides.days == 6)
        regressors = almanac::trading_days(months);
    if (besides.days > 0) {
        auto february = almanac::leap_year(months);
        for (std::size_t t = 0; t < series.size() && !reference.is_additive(); ++t)
            series[t] /= 1 + february.values[t] / 28.25;
        if (reference.is_additive())
            regressors.push_back(std::move(february));
    }
    if (besides.easter > 0)
        regressors.push_back(almanac::easter(months, besides.easter));
    options.influences = influences_of(std::move(regressors));
    auto made = adjustment::regarima_at(series, options, coefficients_of(reference));
    const double variance = reference.number("variance$mle");
    if (!made.ok() || std::abs(made->variance / variance - 1) > 1e-8)
        return {};
    return AtTheirs{std::move(*made), std::move(series)};
}

// The one whose variance is X-13's.
std::optional<AtTheirs> at_theirs(const Reference& reference) {
    for (const bool constant : {false, true})
        for (const int days : {0, 1, 6})
            for (const int easter_days : {0, 1, 8, 15})
                if (auto made = at_theirs(reference, Besides{constant, days, easter_days}))
                    return made;
    return {};
}

/// The worst relative difference of D10 to D13, outliers put back as X-13 does.
double deviation(const Reference& reference, const AtTheirs& theirs) {
    const bool adds = reference.is_additive();
    const auto& model = theirs.model;
    const auto with = [&](double value, double effect) {
        return adds ? value + effect : value * std::exp(effect);
    };
    Values linear;
    for (std::size_t t = 0; t < theirs.series.size(); ++t)
        linear.push_back(
            with(theirs.series[t], -model.outlier_effects[t] - model.influence_effects[t]));
    X11Options options;
    options.start = reference.start;
    options.mode = adds ? Mode::additive : Mode::multiplicative;
    const auto made = adjustment::x11(linear, model.linear_forecasts, options).value();
    double worst = 0;
    for (std::size_t t = 0; t < linear.size(); ++t) {
        const double all = model.outlier_effects[t], level = model.level_effects[t];
        const auto compare = [&](double ours, double of_x13) {
            worst =
                std::max(worst, std::abs(ours - of_x13) / (adds ? reference.series[t] : of_x13));
        };
        compare(made.d10[t], reference.d10[t]);
        compare(with(made.d11[t], all), reference.d11[t]);
        compare(with(made.d12[t], level), reference.d12[t]);
        compare(with(made.d13[t], all - level), reference.d13[t]);
    }
    return worst;
}

TEST(AutomaticModels, AtTheirCoefficientsAreThoseOfX13) {
    if (!adjustment::has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int same = 0;
    double likelihood = 0, tables = 0;
    std::set<std::string> models;
    for (const auto& [id, reference] : adjustment::references("x11auto")) {
        const auto theirs = at_theirs(reference);
        if (!theirs) {
            fmt::print("{} {}: not the same model\n", id, reference.diagnostics.at("arimamdl"));
            continue;
        }
        ++same;
        models.insert(theirs->model.order.name());
        likelihood = std::max(
            likelihood, std::abs(theirs->model.log_likelihood - reference.number("loglikelihood")));
        const double off = deviation(reference, *theirs);
        tables = std::max(tables, off);
    }
    fmt::print(
        "{} of 40 automatic models of X-13, of {} kinds, at its coefficients: log-likelihood "
        "within {:.1e}, D10 to D13 within {:.1e}\n",
        same, models.size(), likelihood, tables);
    EXPECT_EQ(same, 40);
    EXPECT_LT(likelihood, 6e-5);  // four decimals are printed
    EXPECT_LT(tables, 1e-6);
}

// Given the outliers, days and Easter that X-13 took out.
TEST(AutomaticModels, AreMostlyThoseThatX13Chooses) {
    if (!adjustment::has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int same = 0, same_differences = 0;
    for (const auto& [id, reference] : adjustment::references("x11auto")) {
        const auto theirs = at_theirs(reference);
        ASSERT_TRUE(theirs) << id;
        const auto& model = theirs->model;
        Values linear;
        for (std::size_t t = 0; t < theirs->series.size(); ++t) {
            const double effect = model.outlier_effects[t] + model.influence_effects[t];
            linear.push_back(reference.is_additive() ? theirs->series[t] - effect
                                                     : theirs->series[t] / std::exp(effect));
        }
        RegArimaOptions options;
        options.is_logarithmic = !reference.is_additive();
        const auto ours = adjustment::choose_model(linear, options).value();
        same += ours == model.order ? 1 : 0;
        same_differences += ours.d == model.order.d && ours.D == model.order.D ? 1 : 0;
    }
    fmt::print("{} of 40 models as X-13 chooses them, {} with its differences\n", same,
               same_differences);
    EXPECT_GE(same, 22);
    EXPECT_GE(same_differences, 29);
}

}  // namespace
}  // namespace app
