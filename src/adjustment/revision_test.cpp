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
TEST(RevisionHistory, OfTheReferenceIsLeastWhereNothingIsChangedForAYear) {
    if (!has_reference())
        GTEST_SKIP() << "the reference of X-13 is not beside the repository";
    double after_one[3] = {}, after_year[3] = {};
    int series = 0;
    for (const auto& [id, reference] : references("x11fix")) {
        if (!id.starts_with("M3_19"))
            continue;
        AdjustOptions options;
        options.start = reference.start;
        if (!adjust(reference.series, options)->is_adjusted)
            continue;
        ++series;
        for (const auto policy :
             {RevisionPolicy::concurrent, RevisionPolicy::partial, RevisionPolicy::current}) {
            const auto made = revision_history(reference.series, options, policy, 84).value();
            after_one[static_cast<int>(policy)] += made.after_one.value_or(0);
            after_year[static_cast<int>(policy)] += made.after_year.value_or(0);
        }
    }
    ASSERT_GT(series, 0);
    for (int policy = 0; policy < 3; ++policy)
        fmt::print("{}: {:.2f} % after a month, {:.2f} % after a year (mean of {} series)\n",
                   word(static_cast<RevisionPolicy>(policy)), after_one[policy] / series,
                   after_year[policy] / series, series);
    EXPECT_LT(after_one[2], after_one[0]);
}

TEST(RevisionHistory, InfluencesReachAYearBeyondEachEnd) {
    const auto series = quarterly(40);
    auto options = quarters();
    Influence strike{"strike", Values(44, 0.0)};
    strike.values[9] = strike.values[30] = 1;
    options.influences = {strike};
    const auto made = revision_history(series, options, RevisionPolicy::concurrent, 20);
    ASSERT_TRUE(made.ok()) << made.error().message;
    EXPECT_EQ(made->vintages.size(), 21U);
    for (const auto& vintage : made->vintages)
        EXPECT_EQ(vintage.adjusted.size(), vintage.known);
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
    options.influences = {{"days", Values(30, 1.0)}};  // 44 would reach
    EXPECT_THAT(message(20, options), HasSubstr("expected"));
    EXPECT_EQ(parse_revision_policy("partial"), RevisionPolicy::partial);
    EXPECT_FALSE(parse_revision_policy("never"));
}

}  // namespace
}  // namespace adjustment
