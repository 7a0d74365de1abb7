#include "adjustment/choose_model.h"
#include "adjustment/reference_for_test.h"
#include "adjustment/regarima.h"
#include "adjustment/x11.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <cmath>
#include <optional>
#include <set>

namespace adjustment {
namespace {

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

std::chrono::year_month month_of(const Reference& reference, std::size_t t) {
    return std::chrono::year_month{std::chrono::year{reference.year}, std::chrono::January} +
           std::chrono::months{reference.start + static_cast<int>(t)};
}

/// How often each weekday comes in a month, less how often Sunday does.
std::vector<Influence> trading_days(const Reference& reference, std::size_t count) {
    std::vector<Influence> made(6, {"trading days", {}});
    for (std::size_t t = 0; t < count; ++t) {
        const auto month = month_of(reference, t);
        const std::chrono::sys_days end{(month + std::chrono::months{1}) / 1};
        std::array<int, 7> times{};
        for (std::chrono::sys_days day{month / 1}; day < end; day += std::chrono::days{1})
            ++times[std::chrono::weekday{day}.c_encoding()];
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i].values.push_back(times[i + 1] - times[0]);
    }
    return made;
}

/// Working days less two and a half times the days of weekends.
std::vector<Influence> working_days(const Reference& reference, std::size_t count) {
    const auto each = trading_days(reference, count);
    Influence made{"working days", Values(count, 0.0)};
    for (std::size_t t = 0; t < count; ++t)
        for (std::size_t i = 0; i < each.size(); ++i)
            made.values[t] += each[i].values[t] * (i < 5 ? 1 : -2.5);
    return {made};
}

// Of February, beside the mean of four years.
double leap(std::chrono::year_month month) {
    return month.month() != std::chrono::February ? 0 : month.year().is_leap() ? 0.75 : -0.25;
}

// Source: the anonymous Gregorian algorithm (Nature, 1876).
std::chrono::sys_days easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4;
    const int g = (8 * b + 13) / 25, h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return std::chrono::year{year} / (n / 31) / (n % 31 + 1);
}

// The share of so many days before Easter that lie in a month.
double before_easter(std::chrono::year_month month, int days) {
    const auto sunday = easter(static_cast<int>(month.year()));
    int inside = 0;
    for (int back = 1; back <= days; ++back)
        inside +=
            std::chrono::year_month_day{sunday - std::chrono::days{back}}.month() == month.month()
                ? 1
                : 0;
    return static_cast<double>(inside) / days;
}

/// The same less its mean in that month over 500 years.
Influence easter_influence(const Reference& reference, std::size_t count, int days) {
    Influence made{"Easter", {}};
    std::map<unsigned, double> means;
    for (int year = 1600; year < 2100; ++year)
        for (unsigned m = 1; m <= 12; ++m)
            means[m] += before_easter(std::chrono::year{year} / std::chrono::month{m}, days) / 500;
    for (std::size_t t = 0; t < count; ++t) {
        const auto month = month_of(reference, t);
        made.values.push_back(before_easter(month, days) -
                              means[static_cast<unsigned>(month.month())]);
    }
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
    const std::size_t count = series.size() + 12;
    if (besides.days > 0) {
        options.influences =
            besides.days == 1 ? working_days(reference, count) : trading_days(reference, count);
        Influence february{"leap years", {}};
        for (std::size_t t = 0; t < count; ++t)
            february.values.push_back(leap(month_of(reference, t)));
        if (reference.is_additive())
            options.influences.push_back(february);
        for (std::size_t t = 0; t < series.size() && !reference.is_additive(); ++t)
            series[t] /= 1 + february.values[t] / 28.25;
    }
    if (besides.easter > 0)
        options.influences.push_back(easter_influence(reference, count, besides.easter));
    auto made = regarima_at(series, options, coefficients_of(reference));
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
    const auto made = x11(linear, model.linear_forecasts, options).value();
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
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int same = 0;
    double likelihood = 0, tables = 0;
    std::set<std::string> models;
    for (const auto& [id, reference] : references("x11auto")) {
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
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int same = 0, same_differences = 0;
    for (const auto& [id, reference] : references("x11auto")) {
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
        const auto ours = choose_model(linear, options).value();
        same += ours == model.order ? 1 : 0;
        same_differences += ours.d == model.order.d && ours.D == model.order.D ? 1 : 0;
    }
    fmt::print("{} of 40 models as X-13 chooses them, {} with its differences\n", same,
               same_differences);
    EXPECT_GE(same, 22);
    EXPECT_GE(same_differences, 29);
}

TEST(AutomaticModels, HaveNamesThatCanBeRead) {
    for (const std::string name :
         {"(0 1 1)(0 1 1)", "(3 2 0)(1 0 1)", "(1 0 0)(0 1 1) with a mean"})
        EXPECT_EQ(name_of(parse_model(name).value().value()), name);
    EXPECT_EQ(parse_model("airline").value(), airline);
    EXPECT_EQ(parse_model("auto").value(), std::nullopt);
    for (const std::string name :
         {"", "(0 1 1)", "(0 1 1) (0 1 1)", "(0 1 1)(0 1 1", "(6 1 1)(0 1 1)", "(0 1 1)(0 2 1)",
          "(0 1 -1)(0 1 1)", "with a mean"})
        EXPECT_THAT(parse_model(name).error().message, testing::HasSubstr("such as (0 1 1)(0 1 1)"))
            << name;
}

// Two computations of one likelihood, by Cholesky here and by recursions there; of models of every
// shape, on series of every kind.
TEST(AutomaticModels, AreAtLeastAsLikelyAsThoseOfFitArima) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    int fits = 0, behind = 0;
    double most = -1;
    for (const auto& [id, reference] : references("x11fix")) {
        RegArimaOptions options;
        options.is_logarithmic = true;
        options.finds_outliers = false;
        Values logarithms;
        for (const double value : reference.series)
            logarithms.push_back(std::log(value));
        for (const auto& order :
             {forecast::ArimaOrder{1, 0, 0, 0, 0, 0, true}, forecast::ArimaOrder{2, 1, 0, 0, 1, 1},
              forecast::ArimaOrder{1, 0, 1, 1, 0, 1, true},
              forecast::ArimaOrder{0, 1, 2, 1, 1, 0}}) {
            options.order = order;
            const auto ours = fit_regarima(reference.series, options).value();
            const auto other = forecast::fit_arima(logarithms, 12, order);
            ASSERT_TRUE(other) << id;
            const double gain = ours.log_likelihood - other->log_likelihood;
            most = std::max(most, gain);
            ++fits;
            behind += gain < -0.01 ? 1 : 0;
        }
    }
    fmt::print(
        "{} fits, {} of a likelihood below that of fit_arima, others above by up to {:.1f}\n", fits,
        behind, most);
    // One is of noise alone, where two parts take each other back wherever they are.
    EXPECT_LE(behind, 1);
}

}  // namespace
}  // namespace adjustment
