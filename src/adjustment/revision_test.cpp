#include "adjustment/revision.h"

#include "adjustment/reference_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace adjustment {
namespace {

using ::testing::HasSubstr;

Values quarterly(std::size_t count) {
    std::mt19937 generator{11};
    const Values shape{0.9, 1.1, 0.95, 1.05};
    Values made;
    for (std::size_t t = 0; t < count; ++t) {
        const double draw = static_cast<double>(generator()) / 4294967296.0 - 0.5;
        made.push_back((100 + static_cast<double>(t)) * shape[t % 4] * (1 + 0.04 * draw));
    }
    return made;
}

AdjustOptions quarters() {
    AdjustOptions options;
    options.frequency = 4;
    return options;
}

TEST(RevisionHistory, OfAConcurrentPolicyIsWhatEachEndWouldHaveGiven) {
    const auto series = quarterly(40);
    const auto made = revision_history(series, quarters(), RevisionPolicy::concurrent).value();
    ASSERT_EQ(made.vintages.size(), 40 - 20 + 1);
    double sum = 0;
    for (std::size_t i = 0; i < made.vintages.size(); ++i) {
        const auto& vintage = made.vintages[i];
        EXPECT_EQ(vintage.known, 20 + i);
        EXPECT_TRUE(vintage.is_full);
        const auto alone = adjust(std::span{series}.first(vintage.known), quarters()).value();
        EXPECT_EQ(vintage.adjusted, alone.adjusted);
        if (i > 0) {
            const auto& before = made.vintages[i - 1].adjusted;
            sum += std::abs(vintage.adjusted[before.size() - 1] / before.back() - 1);
        }
    }
    EXPECT_NEAR(*made.after_one, 100 * sum / 20, 1e-12);
    EXPECT_GT(*made.after_year, 0);
}

TEST(RevisionHistory, OfProjectedFactorsChangesNothingForAYear) {
    const auto series = quarterly(40);
    const auto made = revision_history(series, quarters(), RevisionPolicy::current, 24).value();
    for (std::size_t i = 0; i < made.vintages.size(); ++i) {
        const auto& vintage = made.vintages[i];
        EXPECT_EQ(vintage.is_full, i % 4 == 0);
        ASSERT_EQ(vintage.adjusted.size(), vintage.known);
        if (i % 4 != 0) {
            const auto& before = made.vintages[i - 1].adjusted;
            EXPECT_TRUE(std::equal(before.begin(), before.end(), vintage.adjusted.begin()));
        }
    }
}

TEST(RevisionHistory, OfAPartialPolicyKeepsItsChoicesForAYear) {
    const auto series = quarterly(40);
    const auto made = revision_history(series, quarters(), RevisionPolicy::partial, 24).value();
    const auto first = adjust(std::span{series}.first(24), quarters()).value();
    auto kept = quarters();
    kept.mode = first.mode;
    kept.finds_outliers = false;
    kept.seasonal = first.tables.seasonal;
    kept.trend_terms = first.tables.trend_terms;
    kept.outliers = first.model->outliers;
    const auto next = adjust(std::span{series}.first(25), kept).value();
    EXPECT_FALSE(made.vintages[1].is_full);
    EXPECT_EQ(made.vintages[1].adjusted, next.adjusted);
    EXPECT_TRUE(made.vintages[4].is_full);
}

TEST(RevisionHistory, KnowsInfluencesAYearAheadAndOutliersFromTheirPeriodOn) {
    const auto series = quarterly(40);
    auto options = quarters();
    Influence days{"days", {}};
    for (std::size_t t = 0; t < 44; ++t)
        days.values.push_back(static_cast<double>((t * 5) % 7) - 3);
    options.influences = {days};
    options.outliers = {{OutlierKind::additive, 30, 0, 0}};
    const auto made = revision_history(series, options, RevisionPolicy::concurrent, 28).value();
    ASSERT_EQ(made.vintages.size(), 13);
    auto before = options;
    before.influences[0].values.resize(29 + 4);
    before.outliers.clear();
    EXPECT_EQ(made.vintages[1].adjusted,
              adjust(std::span{series}.first(29), before).value().adjusted);
    EXPECT_EQ(made.vintages.back().adjusted, adjust(series, options).value().adjusted);
}

// A balance about 0 has no size of its own; its revisions are held against the series.
TEST(RevisionHistory, OfDifferencesIsMeasuredBySizeOfTheSeries) {
    auto series = quarterly(40);
    for (auto& value : series)
        value -= 115;
    const auto made = revision_history(series, quarters(), RevisionPolicy::concurrent).value();
    double size = 0, sum = 0;
    for (const double value : series)
        size += std::abs(value) / 40;
    for (std::size_t i = 1; i < made.vintages.size(); ++i) {
        const auto& before = made.vintages[i - 1].adjusted;
        sum += std::abs(made.vintages[i].adjusted[before.size() - 1] - before.back());
    }
    EXPECT_EQ(made.vintages[0].mode, Mode::additive);
    EXPECT_NEAR(*made.after_one, 100 * sum / size / 20, 1e-9);
}

// What the policies cost, on monthly series of the reference.
struct Means {
    double after_one = 0, after_year = 0;
    int series = 0;
};

// Of those that the model lets adjust, from seven years on.
Means means_of(RevisionPolicy policy, std::optional<forecast::ArimaOrder> model) {
    Means made;
    for (const auto& [id, reference] : references("x11fix")) {
        if (!id.starts_with("M3_19"))
            continue;
        AdjustOptions options;
        options.start = reference.start;
        options.model = model;
        if (!adjust(reference.series, options)->is_adjusted)
            continue;
        const auto history = revision_history(reference.series, options, policy, 84).value();
        made.after_one += history.after_one.value_or(0);
        made.after_year += history.after_year.value_or(0);
        ++made.series;
    }
    return made;
}

TEST(RevisionHistory, OfTheReferenceIsLeastWhereNothingIsChangedForAYear) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    std::vector<double> after_one;
    for (const auto& [model, name] : {std::pair{std::optional{airline}, "airline"},
                                      std::pair{std::optional<forecast::ArimaOrder>{}, "chosen"}})
        for (const auto policy :
             {RevisionPolicy::concurrent, RevisionPolicy::partial, RevisionPolicy::current}) {
            const auto made = means_of(policy, model);
            ASSERT_GT(made.series, 0);
            fmt::print(
                "{}, {} model: {:.2f} % after a month, {:.2f} % after a year (mean of {} series)\n",
                word(policy), name, made.after_one / made.series, made.after_year / made.series,
                made.series);
            after_one.push_back(made.after_one / made.series);
        }
    EXPECT_LT(after_one[2], after_one[0]);
    EXPECT_LT(after_one[5], after_one[3]);
}

TEST(RevisionHistory, RefusesWhatItCannotBeginWith) {
    const auto series = quarterly(40);
    const auto message = [&](std::size_t first, const AdjustOptions& options) {
        const auto made = revision_history(series, options, RevisionPolicy::concurrent, first);
        return made.ok() ? std::string{} : made.error().message;
    };
    EXPECT_THAT(message(11, quarters()), HasSubstr("12 to 40 values at first, found 11"));
    EXPECT_THAT(message(41, quarters()), HasSubstr("found 41"));
    auto options = quarters();
    options.influences = {{"days", Values(40, 1.0)}};
    EXPECT_THAT(message(20, options), HasSubstr("44 values of days, found 40"));
    EXPECT_EQ(parse_revision_policy("partial"), RevisionPolicy::partial);
    EXPECT_FALSE(parse_revision_policy("never"));
}

}  // namespace
}  // namespace adjustment
