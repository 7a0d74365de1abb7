#include "statistics/contributions.h"

#include "statistics/made_series.h"
#include "statistics/real_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace statistics {
namespace {

using statistics::testing::series_of;
using ::testing::HasSubstr;

const base::Day today = base::make_day(2026, 11, 22);

base::Period fiscal(const char* text) {
    return base::Period::parse(text, {7}).value();
}

std::string said(const Answer& answer) {
    return answer.value ? fmt::format("{} {}", answer.value->text(), answer.unit) : answer.reason;
}

class RealContributions : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto text = statistics::testing::published_figures();
        if (!text)
            GTEST_SKIP() << "the published figures are not there";
        loaded_ = load_csv(*text, {"monthly-it-exports.csv", "published-figures", {7}}).value();
    }
    const Series* receipts(const std::string& category) const {
        auto filter = statistics::testing::ict_receipts;
        filter["category"] = category;
        return statistics::testing::find_series(loaded_, filter);
    }
    const Series& ict() const {
        return *statistics::testing::find_series(loaded_, statistics::testing::ict_receipts);
    }
    Loaded loaded_;
};

TEST_F(RealContributions, OfAWholeIsItsOwnGrowth) {
    EXPECT_EQ(said(contribution_of(ict(), ict(), fiscal("FY2024"), today, loaded_.sources)),
              "24.15 percentage points");
}

// One release printed 2,605.34 and 2,619.1 with all their parts.
TEST_F(RealContributions, AddUpToTheGrowthOfTheirTotal) {
    const std::vector<const Series*> parts = {receipts("computer services"),
                                              receipts("telecommunication services"),
                                              receipts("information services")};
    const auto found =
        contributions_to_growth(parts, ict(), fiscal("FY2023"), today, loaded_.sources);
    EXPECT_EQ(said(found.growth), "-0.53 percent");
    ASSERT_EQ(found.parts.size(), 3);
    EXPECT_EQ(said(found.parts[0].points), "0.06 percentage points");
    EXPECT_EQ(said(found.parts[1].points), "-0.60 percentage points");
    EXPECT_EQ(said(found.parts[2].points), "0.01 percentage points");
    ASSERT_TRUE(found.rest);
    EXPECT_TRUE(found.is_whole()) << found.text();
    auto sum = *found.rest;
    for (const auto& part : found.parts)
        sum = base::add(sum, *part.points.value).value();
    EXPECT_EQ(sum, *found.growth.value);
    EXPECT_THAT(
        text_of(found.notes),
        HasSubstr(
            "of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596"));
}

Series total() {
    return series_of("USD", {{"FY2023", "100", "2023-07-20"}, {"FY2024", "130", "2024-07-20"}},
                     "total");
}
Series goods() {
    return series_of("USD", {{"FY2023", "60", "2023-07-20"}, {"FY2024", "80", "2024-07-20"}},
                     "goods");
}

TEST(Contributions, NameThePartThatHasNoValueAndLeaveItInTheRest) {
    const auto whole = total(), part = goods();
    const auto gap = series_of("USD", {{"FY2024", "50", "2024-07-20"}}, "services");
    const std::vector<const Series*> parts = {&part, &gap};
    const auto found = contributions_to_growth(parts, whole, fiscal("FY2024"), today, {});
    EXPECT_EQ(said(found.growth), "30.0 percent");
    EXPECT_EQ(said(found.parts[0].points), "20.0 percentage points");
    EXPECT_THAT(said(found.parts[1].points), HasSubstr("nothing published yet for FY2023"));
    EXPECT_EQ(found.rest->text(), "10.0");
    EXPECT_FALSE(found.is_whole());
    EXPECT_THAT(found.text(), HasSubstr("10.0 percentage points are left"));
    EXPECT_THAT(found.text(), HasSubstr("\n  20.0 percentage points for FY2024 = contribution of\n"
                                        "    80 USD for FY2024: published 2024-07-20 [s]\n"));
    const auto json = found.json();
    EXPECT_EQ(*json.find("rest")->string(), "10.0");
    EXPECT_FALSE(*json.find("whole")->boolean());
}

TEST(Contributions, AreOfThePartsOfATotalOnly) {
    const auto whole = total(), part = goods();
    const auto other = series_of("PKR", {{"FY2023", "1", "2023-07-20"}}, "services");
    const auto reason = [&](std::vector<const Series*> parts) {
        return contributions_to_growth(parts, whole, fiscal("FY2024"), today, {}).growth.reason;
    };
    EXPECT_THAT(reason({}), HasSubstr("found none"));
    EXPECT_THAT(reason({&part, &part}), HasSubstr("stands twice"));
    EXPECT_THAT(reason({&whole}), HasSubstr("no part of itself"));
    EXPECT_THAT(reason({&other}), HasSubstr("a part in PKR adds nothing to a total in USD"));
    EXPECT_THAT(said(contribution_of(other, whole, fiscal("FY2024"), today, {})),
                HasSubstr("adds nothing"));
}

TEST(Contributions, NeedAPositiveTotalBefore) {
    const auto nothing =
        series_of("USD", {{"FY2023", "0", "2023-07-20"}, {"FY2024", "5", "2024-07-20"}}, "total");
    const auto part = goods();
    const std::vector<const Series*> parts = {&part};
    const auto found = contributions_to_growth(parts, nothing, fiscal("FY2024"), today, {});
    EXPECT_THAT(said(found.growth), HasSubstr("positive"));
    EXPECT_FALSE(found.rest);
    EXPECT_THAT(found.text(), HasSubstr("no value"));
}

// A later text that rounds to billions is no better release; one that revises is.
TEST(OneRelease, IsTheLatestThatDoesNotOnlyRound) {
    auto whole = series_of("USD million",
                           {{"FY2024", "3223", "2024-07-20", "bank"},
                            {"FY2024", "3200", "2024-08-01", "news"},
                            {"FY2024", "3300", "2025-07-20", "office"}},
                           "total");
    auto part = series_of(
        "USD million",
        {{"FY2024", "2600", "2024-07-20", "bank"}, {"FY2024", "2600", "2024-08-01", "news"}},
        "part");
    whole.observations[1].precision = 2;
    part.observations[1].precision = 2;
    const auto found = contribution_of(part, part, fiscal("FY2024"), today, {});
    EXPECT_THAT(said(found), HasSubstr("nothing published yet for FY2023"));
    for (auto* series : {&whole, &part}) {
        auto before = series->observations;
        for (auto& figure : before)
            figure.time = TimePeriod::parse("FY2023", {7}).value();
        series->observations.insert(series->observations.begin(), before.begin(), before.end());
    }
    const auto points = contribution_of(part, whole, fiscal("FY2024"), today, {});
    EXPECT_EQ(points.reason,
              "of one release, bank of 2024-07-20; in force now: 3300 USD million for FY2023");
}

TEST(OneRelease, IsSaidToBeMissingWhereNoneHasAllFigures) {
    const auto whole = series_of(
        "USD", {{"FY2023", "100", "2023-07-20", "bank"}, {"FY2024", "130", "2024-07-20", "bank"}},
        "total");
    const auto part = series_of(
        "USD", {{"FY2023", "60", "2023-07-20", "office"}, {"FY2024", "80", "2024-07-20", "office"}},
        "part");
    const auto points = contribution_of(part, whole, fiscal("FY2024"), today, {});
    EXPECT_EQ(said(points), "20.0 percentage points");
    EXPECT_EQ(points.reason, "no release has all of these figures; they are of bank, office");
}

}  // namespace
}  // namespace statistics
