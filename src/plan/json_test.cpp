#include "plan/json.h"

#include "plan/test_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace plan {
namespace {

void expect_round_trip(const Plan& plan) {
    const auto json = to_json(plan);
    const auto parsed = base::Json::parse(json.text());
    ASSERT_TRUE(parsed.ok()) << parsed.error().text();
    const auto again = plan_from_json(*parsed);
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_EQ(to_json(*again).pretty(), json.pretty());
}

TEST(PlanJson, ReturnsAsItWent) {
    const auto small = TestFolder{}.compile();
    expect_round_trip(*small.plan);
    const auto real = compile(folder_on_disk(TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023"));
    ASSERT_TRUE(real.plan.has_value());
    expect_round_trip(*real.plan);
}

TEST(PlanJson, KeepsOpenApartFromAbsent) {
    const auto compilation =
        TestFolder{}
            .replace("plan.yaml", "due: 2026\n", "due: open\n                note: Not printed\n")
            .compile();
    const auto again = plan_from_json(to_json(*compilation.plan));
    ASSERT_TRUE(again.ok());
    const auto* target = again->find_target(TargetId{"1.1.2-2"});
    EXPECT_TRUE(target->due.is_open());
    EXPECT_TRUE(target->value.is_absent());
}

TEST(PlanJson, KeepsStepsOfTheWorkingPlan) {
    Plan plan = *TestFolder{}.compile().plan;
    plan.activities[0].steps.push_back(
        {"Invite", base::make_day(2023, 2, 1), base::make_day(2023, 3, 31)});
    const auto again = plan_from_json(to_json(plan));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again->activities[0].steps, plan.activities[0].steps);
}

TEST(PlanJson, KeepsTheCurrencyThatAStrategyMayName) {
    const auto with = plan_from_json(to_json(*TestFolder{}.compile().plan));
    EXPECT_EQ(with->currency->code(), "PKR");
    const auto without = TestFolder{}.replace("plan.yaml", "  currency: PKR\n", "").compile();
    EXPECT_FALSE(plan_from_json(to_json(*without.plan))->currency.has_value());
    const auto wrong = TestFolder{}.replace("plan.yaml", "PKR", "PRK").compile();
    EXPECT_EQ(codes_and_places(wrong), "E0122 plan.yaml:12:13");
}

TEST(PlanJson, WritesNumbersAsStrings) {
    const auto json = to_json(*TestFolder{}.compile().plan);
    std::function<void(const base::Json&)> visit = [&](const base::Json& value) {
        EXPECT_EQ(value.integer(), nullptr) << value.text();
        EXPECT_EQ(value.real(), nullptr) << value.text();
        if (const auto* list = value.array_items())
            for (const auto& item : *list)
                visit(item);
        if (const auto* members = value.members())
            for (const auto& [key, member] : *members)
                visit(member);
    };
    visit(json);
}

TEST(PlanJson, RefusesWhatIsNoPlanWithEveryPath) {
    const auto wrong =
        plan_from_json(base::Json::parse(R"({"code":"x","from":"2023-01-01","until":"never",
        "utc_offset":"+05:00","fiscal_year_start":"7","surprise":1,
        "activities":[{"code":"1.1.1","objective":"1.1","targets":[{"id":"1.1.1-1",
        "activity":"1.1.1","value":"many","bound":"at_least","direction":"up","rollup":"sum"}]}]})")
                           .value());
    ASSERT_FALSE(wrong.ok());
    std::vector<std::string> places{wrong.error().where};
    for (const auto& error : wrong.error().also)
        places.push_back(error.where);
    EXPECT_THAT(places, testing::UnorderedElementsAre("activities[0].targets[0].value",
                                                      "plan.until", "plan.surprise"));
}

}  // namespace
}  // namespace plan
