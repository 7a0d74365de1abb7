#include "plan/amend.h"

#include "plan/json.h"
#include "plan/test_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Plan small_plan() {
    auto compilation = TestFolder{}.compile();
    return std::move(compilation.plan).value();
}

base::Json json(const std::string& text) {
    return base::Json::parse(text).value();
}

std::vector<std::string> errors_of(const base::Result<Amendment>& result) {
    std::vector<std::string> list;
    if (result.ok())
        return list;
    const auto& first = result.error();
    list.push_back(std::string{base::info(first.code).id} + ' ' + first.where);
    for (const auto& error : first.also)
        list.push_back(std::string{base::info(error.code).id} + ' ' + error.where);
    return list;
}

Plan amended(const Plan& plan, const std::string& body) {
    const auto amendment = parse_amendment(plan, json(body));
    EXPECT_THAT(errors_of(amendment), IsEmpty()) << amendment.error().text();
    return apply(plan, amendment.value()).value();
}

TEST(Amend, ChangesTheWorkingPlanAndLeavesThePrintedOne) {
    const Plan printed = small_plan();
    const auto before = to_json(printed).text();
    const Plan working = amended(printed, R"({"subject":"1.1.1-1","changes":{"due":"2026","path":[
        {"at":"2024","value":"2"},{"at":"2026","value":"5"}],
        "verifier":"Trade Development Authority"}})");
    const auto* target = working.find_target(TargetId{"1.1.1-1"});
    EXPECT_EQ(target->due->day, base::make_day(2026, 12, 31));
    EXPECT_EQ(target->path.size(), 2u);
    EXPECT_EQ(target->verifier->text(), "tdap");
    EXPECT_EQ(to_json(printed).text(), before);
}

TEST(Amend, ChangesLeadsSupportersPeriodsAndSteps) {
    const Plan working = amended(small_plan(), R"({"subject":"1.1.1","changes":{"lead":"tdap",
        "support":["pasha","MoITT"],"period":"2023-2026",
        "steps":[{"title":"Invite","from":"2023-02-01","until":"2023-03-31"}]}})");
    const auto* activity = working.find(ActivityId{"1.1.1"});
    EXPECT_EQ(activity->lead->text(), "tdap");
    EXPECT_EQ(activity->support.at(1).text(), "moitt");
    EXPECT_EQ(activity->period->until, base::make_day(2026, 12, 31));
    EXPECT_EQ(activity->steps.at(0).title, "Invite");
}

TEST(Amend, FindsEveryFaultInOnePassWithItsPath) {
    const auto result = parse_amendment(small_plan(), json(R"({"subject":"1.1.1-1","changes":{
        "due":"soon","value":"many","verifier":"nobody","lead":"pasha"}})"));
    EXPECT_THAT(errors_of(result),
                ElementsAre("E0125 amendment.changes.due", "E0123 amendment.changes.value",
                            "E0107 amendment.changes.verifier", "E0150 amendment.changes.lead"));
}

TEST(Amend, HoldsTheRulesOfTheCompiler) {
    const Plan plan = small_plan();
    const auto faults = [&](const std::string& body) {
        return errors_of(parse_amendment(plan, json(body)));
    };
    EXPECT_THAT(faults(R"({"subject":"1.1.1-1","changes":{"due":"2031"}})"),
                Contains("E0126 amendment.changes.due"));
    EXPECT_THAT(faults(R"({"subject":"1.1.1-1","changes":{"value":"-1"}})"),
                Contains("E0129 amendment.changes.value"));
    EXPECT_THAT(faults(R"({"subject":"1.1.1-1","changes":{"value":"3"}})"),
                ElementsAre("E0131 amendment.changes"));
    EXPECT_THAT(faults(R"({"subject":"1.1.2-1","changes":{"value":"130"}})"),
                ElementsAre("E0129 amendment.changes.value"));
    EXPECT_THAT(faults(R"({"subject":"1.1.2-1","changes":{"verifier":"pasha"}})"),
                ElementsAre("E0144 amendment.changes.verifier"));
    EXPECT_THAT(faults(R"({"subject":"1.1.2-1","changes":{"population":null}})"),
                ElementsAre("E0133 amendment.changes.population"));
    EXPECT_THAT(faults(R"({"subject":"1.1.1","changes":{"support":["moitt","pasha"]}})"),
                ElementsAre("E0121 amendment.changes.support[1]"));
    EXPECT_THAT(faults(R"({"subject":"1.1.2","changes":{"lead":"tdap"}})"),
                ElementsAre("E0144 amendment.changes"));
    EXPECT_THAT(faults(R"({"subject":"1.1.1","changes":{"lead":"open"}})"),
                ElementsAre("E0112 amendment.changes.lead"));
    EXPECT_THAT(faults(R"({"subject":"exports-fy2024","changes":{"unit":"PKR"}})"),
                ElementsAre("E0150 amendment.changes.unit"));
    EXPECT_THAT(faults(R"({"subject":"9.9.9","changes":{"due":"2024"}})"),
                ElementsAre("E0150 amendment.subject"));
    EXPECT_THAT(faults(R"({"subject":"1.1.1"})"), ElementsAre("E0150 amendment.changes"));
}

TEST(Amend, TurnsAMilestoneIntoACountOnlyWithItsNumber) {
    const Plan plan = small_plan();
    EXPECT_THAT(errors_of(parse_amendment(
                    plan, json(R"({"subject":"1.1.2-2","changes":{"measure":"count"}})"))),
                ElementsAre("E0111 amendment.changes", "E0111 amendment.changes"));
    const Plan working = amended(
        plan, R"({"subject":"1.1.2-2","changes":{"measure":"count","value":2,"unit":"reports"}})");
    EXPECT_EQ(working.find_target(TargetId{"1.1.2-2"})->rollup, RollUp::sum);
}

TEST(Amend, ShowsALoweredTargetAndALaterDate) {
    const Plan printed = small_plan();
    const Plan working = amended(
        amended(
            printed,
            R"({"subject":"1.1.2-1","changes":{"value":"40","due":"2027","frequency":"yearly"}})"),
        R"({"subject":"exports-fy2024","changes":{"value":"3500"}})");
    EXPECT_THAT(
        difference(printed, working),
        ElementsAre(Change{"1.1.2-1", "value", "50", "40", ChangeKind::lowered},
                    Change{"1.1.2-1", "due", "2026-06-30", "2027", ChangeKind::later},
                    Change{"1.1.2-1", "frequency", "", "yearly", ChangeKind::changed},
                    Change{"exports-fy2024", "value", "3000", "3500", ChangeKind::changed}));
    EXPECT_THAT(difference(printed, printed), IsEmpty());
}

TEST(Amend, ShowsWhatWasAddedAndRemoved) {
    const Plan before = small_plan();
    Plan after = before;
    after.activities[1].targets.pop_back();
    after.activities[0].targets.push_back(before.activities[1].targets[1]);
    after.activities[0].targets.back().id = TargetId{"1.1.1-2"};
    EXPECT_THAT(difference(before, after),
                ElementsAre(Change{"1.1.1-2", "", "", "", ChangeKind::added},
                            Change{"1.1.2-2", "", "", "", ChangeKind::removed}));
}

TEST(Amend, ListsWhatIsOpenAndWhoCanCloseIt) {
    const auto compilation = TestFolder{}
                                 .replace("plan.yaml", "period: 2023-2025",
                                          "period: open\n            note: Not legible")
                                 .replace("plan.yaml", "verification: The published report",
                                          "verification: open\n                note: Not named")
                                 .replace("institutions.yaml", "quorum: Half of the seats",
                                          "quorum: open\n  note: Silent")
                                 .compile();
    ASSERT_TRUE(compilation.plan.has_value()) << compilation.text();
    EXPECT_THAT(open_points(*compilation.plan),
                ElementsAre(OpenPoint{"1.1.1", "period", "Not legible", "the council"},
                            OpenPoint{"1.1.2-2", "verification", "Not named", "the lead"},
                            OpenPoint{"council", "quorum", "Silent", "the council"}));
}

TEST(Amend, ClosesAnOpenPoint) {
    const auto compilation =
        TestFolder{}
            .replace("plan.yaml", "due: 2026\n", "due: open\n                note: Not printed\n")
            .compile();
    ASSERT_TRUE(compilation.plan.has_value()) << compilation.text();
    const Plan working =
        amended(*compilation.plan, R"({"subject":"1.1.2-2","changes":{"due":"2026-03-31"}})");
    EXPECT_THAT(open_points(working), IsEmpty());
    EXPECT_THAT(difference(*compilation.plan, working),
                ElementsAre(Change{"1.1.2-2", "due", "open", "2026-03-31", ChangeKind::changed}));
}

TEST(Amend, AChangedMeasureOfAProgrammeIsNamedAndNothingElse) {
    const auto text = base::read_file(TAMEEL_SOURCE_DIR "/tests/fixtures/small-programmes.yaml");
    const auto compiled = [&](const std::string& from, const std::string& to) {
        return *TestFolder{}
                    .set("programmes.yaml", text.value())
                    .replace("programmes.yaml", from, to)
                    .compile()
                    .plan;
    };
    const auto before = compiled("target: 400", "target: 400");
    const auto changes = [&](const std::string& from, const std::string& to) {
        std::string all;
        for (const auto& change : difference(before, compiled(from, to)))
            all += fmt::format("{}{} {} {} {}", all.empty() ? "" : "; ", change.subject,
                               word(change.kind), change.field, arrow(change));
        return all;
    };
    EXPECT_EQ(changes("target: 400", "target: 450"), "course hours changed target 400 -> 450");
    EXPECT_EQ(changes("code: rooms", "code: halls"),
              "course halls added  (none) -> (none); course rooms removed  (none) -> (none)");
    EXPECT_EQ(changes("kind: training", "kind: conversion"),
              "course changed kind training -> conversion");
    EXPECT_EQ(changes("code: park", "code: parks"),
              "parks added  (none) -> (none); park removed  (none) -> (none)");
}

}  // namespace
}  // namespace plan
