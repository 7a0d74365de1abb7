#include "programme/earned_value.h"
#include "programme/funnel.h"
#include "programme/physical_financial.h"
#include "programme/release_merge.h"

#include <gtest/gtest.h>

namespace programme {
namespace {

using base::Decimal;
using base::ErrorCode;
using base::Json;

StageCount stage(std::string name, int count, FigureBound qualifier = FigureBound::exact) {
    return {std::move(name), Decimal{count}, qualifier};
}

TEST(Funnel, ALowerBoundOfTheLaterStageMakesTheConversionALowerBound) {
    const auto steps =
        funnel_steps(std::vector{stage("in", 100), stage("out", 40, FigureBound::at_least)});
    EXPECT_EQ(steps[0].conversion.qualifier, FigureBound::at_least);
    EXPECT_EQ(steps[0].dropped.qualifier, FigureBound::at_most);
}

TEST(Funnel, ALowerBoundOfTheEarlierStageMakesTheConversionAnUpperBound) {
    const auto steps =
        funnel_steps(std::vector{stage("in", 100, FigureBound::at_least), stage("out", 40)});
    EXPECT_EQ(steps[0].conversion.qualifier, FigureBound::at_most);
    EXPECT_EQ(steps[0].dropped.qualifier, FigureBound::at_least);
}

TEST(Funnel, TwoLowerBoundsMakeNeitherBound) {
    const auto steps = funnel_steps(std::vector{stage("in", 1317, FigureBound::at_least),
                                                stage("out", 660, FigureBound::at_least)});
    EXPECT_EQ(steps[0].conversion.qualifier, FigureBound::about);
}

TEST(Funnel, AStageThatNobodyCountedLeavesItsStepsWithoutNumbers) {
    const auto steps =
        funnel_steps(std::vector{StageCount{"in", {}, FigureBound::exact}, stage("out", 40)});
    EXPECT_FALSE(steps[0].conversion.value);
    EXPECT_EQ(steps[0].conversion.reason, "no count of in");
    EXPECT_FALSE(steps[0].wilson95);
}

TEST(Funnel, NobodyAtTheFirstStageIsNoConversion) {
    const auto steps = funnel_steps(std::vector{stage("in", 0), stage("out", 0)});
    EXPECT_EQ(steps[0].conversion.reason, "nobody reached in");
}

TEST(Funnel, MoreAtTheLaterStageIsNoConversion) {
    const auto steps = funnel_steps(std::vector{stage("in", 10), stage("out", 11)});
    EXPECT_FALSE(steps[0].conversion.value);
}

TEST(Wilson, StaysWithinZeroAndOne) {
    EXPECT_EQ(wilson95(0, 10).low, 0);
    EXPECT_GT(wilson95(0, 10).high, 0.2);
    EXPECT_DOUBLE_EQ(wilson95(10, 10).high, 1);
    EXPECT_LE(wilson95(10, 10).high, 1);
}

TEST(EarnedValue, NothingSpentIsNoIndexAndNoEstimate) {
    const auto found =
        assess_earned_value(std::vector{TaskProgress{100, {50, 100}, {0, 0}, {0, 0}}}, 0);
    EXPECT_EQ(found.cost_performance.reason, "nothing was spent yet");
    EXPECT_FALSE(found.estimate_typical.value);
    EXPECT_FALSE(found.to_complete.value);
    EXPECT_EQ(*found.estimate_atypical.value, 100);
    EXPECT_EQ(*found.schedule_performance.value, 0);
    EXPECT_EQ(found.duration_estimate.reason, "nothing was earned yet");
}

TEST(EarnedValue, NothingPlannedYetIsNoScheduleIndex) {
    const auto found =
        assess_earned_value(std::vector{TaskProgress{100, {0, 100}, {10, 10}, {10, 10}}}, 0);
    EXPECT_EQ(found.schedule_performance.reason, "nothing was planned by then");
    EXPECT_EQ(*found.earned_schedule.value, 1.1);
}

TEST(EarnedValue, ABudgetThatIsSpentLeavesNoIndexToComplete) {
    const auto found =
        assess_earned_value(std::vector{TaskProgress{100, {50, 100}, {40, 40}, {100, 100}}}, 0);
    EXPECT_EQ(found.to_complete_performance.reason, "the whole budget is spent");
}

TEST(EarnedValue, ABudgetOfZeroHasNoPercentages) {
    const auto found = assess_earned_value(std::vector{TaskProgress{0, {100}, {0}, {0}}}, 0);
    EXPECT_EQ(found.percent_complete.reason, "the budget is zero");
    EXPECT_EQ(found.earned_schedule.reason, "nothing was planned");
}

TEST(PhysicalFinancial, ALowerBoundOfWhatWasDoneMakesTheGapALowerBound) {
    const auto found = compare_progress(
        {{Decimal{100}}, {Decimal{70}, FigureBound::at_least}, {Decimal{50}}, {Decimal{25}}});
    EXPECT_EQ(*found.gap_points.value, 20);
    EXPECT_EQ(found.gap_points.qualifier, FigureBound::at_least);
    EXPECT_EQ(found.cost_a_unit_disbursed.qualifier, FigureBound::at_most);
    EXPECT_TRUE(is_alert(found.gap_points));
}

TEST(PhysicalFinancial, ExactlyTenPointsAreNoAlertEitherWay) {
    EXPECT_FALSE(is_alert({10.0, FigureBound::exact, {}}));
    EXPECT_FALSE(is_alert({-10.0, FigureBound::exact, {}}));
    EXPECT_TRUE(is_alert({-10.1, FigureBound::exact, {}}));
    EXPECT_FALSE(is_alert(Reading::none("not known")));
}

TEST(PhysicalFinancial, WhatIsNotKnownIsNamed) {
    const auto found = compare_progress({{Decimal{100}}, {Decimal{70}}, {}, {Decimal{25}}});
    EXPECT_EQ(found.gap_points.reason, "not known: money approved");
    EXPECT_EQ(*found.physical_percent.value, 70);
}

Json json(std::string_view text) {
    return Json::parse(text).value();
}

const Json any_schema = json(R"({"properties":{"ocid":{"type":"string"}}})");

std::string merged(std::string_view releases, MergedForm form = MergedForm::compiled) {
    const auto rules = merge_rules(any_schema).value();
    const auto found = merge_releases(json(releases), rules, form);
    return found.ok() ? found.value().canonical() : found.error().message;
}

TEST(ReleaseMerge, ANullWithdrawsAFieldAndAllBelowIt) {
    EXPECT_EQ(merged(R"([{"ocid":"o","id":"1","date":"2024-01-01","a":{"b":1,"c":[{"id":1,"d":2}]}},
                         {"ocid":"o","id":"2","date":"2024-01-02","a":null,"e":3}])"),
              R"({"date":"2024-01-02","e":3,"id":"o-2024-01-02","ocid":"o","tag":["compiled"]})");
}

TEST(ReleaseMerge, ReleasesAreMergedByTheirDatesAndNotAsTheyStand) {
    EXPECT_EQ(
        merged(R"([{"ocid":"o","id":"2","date":"2024-01-02","a":"new"},
                         {"ocid":"o","id":"1","date":"2024-01-01","a":"old"}])"),
        R"({"a":"new","date":"2024-01-02","id":"o-2024-01-02","ocid":"o","tag":["compiled"]})");
}

TEST(ReleaseMerge, AllThatIsWrongIsSaidInOnePass) {
    const auto rules = merge_rules(any_schema).value();
    const auto found = merge_releases(json(R"([1,{"ocid":"o","id":"1"},
        {"ocid":"p","id":2,"date":"2024-01-01"}])"),
                                      rules, MergedForm::compiled);
    ASSERT_FALSE(found.ok());
    EXPECT_EQ(found.error().code, ErrorCode::release_does_not_merge);
    EXPECT_EQ(found.error().where, "releases[0]");
    ASSERT_EQ(found.error().also.size(), 3u);
    EXPECT_EQ(found.error().also[0].where, "releases[1].date");
    EXPECT_EQ(found.error().also[1].where, "releases[2].id");
    EXPECT_EQ(found.error().also[2].where, "releases[2].ocid");
}

TEST(ReleaseMerge, AListOfNothingAndASchemaOfNothingAreRefused) {
    EXPECT_FALSE(merge_rules(json("[]")).ok());
    EXPECT_NE(merged("[]").find("an empty list"), std::string::npos);
    EXPECT_NE(merged("{}").find("an object"), std::string::npos);
}

}  // namespace
}  // namespace programme
