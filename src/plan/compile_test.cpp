#include "plan/compile.h"

#include "plan/json.h"
#include "plan/test_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace plan {
namespace {

using testing::HasSubstr;

Compilation compile_folder(const std::string& path) {
    return compile(folder_on_disk(std::string{TAMEEL_SOURCE_DIR "/"} + path));
}

TEST(Compile, FindsNothingWrongWithASmallStrategy) {
    const auto compilation = TestFolder{}.compile();
    EXPECT_EQ(compilation.diagnostics.size(), 0u) << compilation.text();
    ASSERT_TRUE(compilation.plan.has_value());
    const auto& plan = *compilation.plan;
    EXPECT_EQ(plan.code, "small");
    ASSERT_EQ(plan.activities.size(), 2u);
    EXPECT_EQ(plan.activities[1].lead->text(), "moitt");
    EXPECT_EQ(plan.activities[1].depends.at(0).text(), "1.1.1");
    const auto* target = plan.find_target(TargetId{"1.1.1-1"});
    ASSERT_NE(target, nullptr);
    EXPECT_EQ(target->due->day, base::make_day(2025, 12, 31));
    EXPECT_EQ(target->path.size(), 3u);
    EXPECT_EQ(target->rollup, RollUp::sum);
    EXPECT_EQ(plan.outcomes.at(0).due->day, base::make_day(2024, 6, 30));
    EXPECT_EQ(plan.regulations.at(0).responsible.at(0), "Revenue Board");
}

// tests/fixtures/thirty-faults: each fault is numbered by a comment on a line before it.
TEST(Compile, FindsThirtyFaultsOfDifferentKindsInOneRun) {
    const auto compilation = compile_folder("tests/fixtures/thirty-faults");
    const std::string expected =
        "E0138 indicators.yaml:3:5\nE0140 indicators.yaml:11:7\nE0142 institutions.yaml:14:9\n"
        "E0143 institutions.yaml:23:15\nE0122 plan.yaml:7:12\nE0122 plan.yaml:14:14\n"
        "E0104 plan.yaml:16:1\nE0102 plan.yaml:26:20\nE0110 plan.yaml:28:13\nE0103 "
        "plan.yaml:32:13\n"
        "E0107 plan.yaml:36:19\nE0129 plan.yaml:44:24\nE0127 plan.yaml:52:24\nE0120 "
        "plan.yaml:61:13\n"
        "E0133 plan.yaml:67:17\nE0134 plan.yaml:76:17\nE0121 plan.yaml:92:17\nE0118 "
        "plan.yaml:95:17\n"
        "E0126 plan.yaml:101:22\nE0130 plan.yaml:122:19\nE0129 plan.yaml:128:24\nE0135 "
        "plan.yaml:142:17\n"
        "E0131 plan.yaml:153:19\nE0144 plan.yaml:156:27\nE0128 plan.yaml:162:23\nE0112 "
        "plan.yaml:164:22\n"
        "E0137 plan.yaml:172:16\nE0125 sources.yaml:5:16\nW0120 sources.yaml:27:11\nE0146 "
        "sources.yaml:37:13";
    EXPECT_EQ(codes_and_places(compilation), expected) << compilation.text();
    EXPECT_EQ(compilation.diagnostics.size(), 30u);
    EXPECT_FALSE(compilation.plan.has_value());
}

TEST(Compile, FindsFaultsInEveryFileThoughOneCannotBeRead) {
    const auto compilation = TestFolder{}
                                 .set("plan.yaml", "strategy: [\n")
                                 .replace("institutions.yaml", "capacity: 2", "capacity: 9")
                                 .replace("indicators.yaml", "    file: data/exports.csv\n", "")
                                 .replace("sources.yaml", "value: 16.7", "value: many")
                                 .compile();
    const auto text = codes_and_places(compilation);
    for (const auto* part : {"E0138 indicators.yaml", "E0123 institutions.yaml", "E0101 plan.yaml",
                             "E0123 sources.yaml"})
        EXPECT_THAT(text, HasSubstr(part));
}

TEST(Compile, DoesNotBlameAPlanForInstitutionsThatCannotBeRead) {
    const auto compilation = TestFolder{}.remove("institutions.yaml").compile();
    EXPECT_EQ(codes_and_places(compilation), "E0108 institutions.yaml:1:1") << compilation.text();
}

TEST(Compile, SaysOnceThatADataFileHasNoRow) {
    const auto compilation =
        TestFolder{}
            .set("data/exports.csv", "category,measure,period,value,published,source\n")
            .compile();
    EXPECT_EQ(codes_and_places(compilation), "E0013 indicators.yaml:8:11") << compilation.text();
}

// What a cumulative figure counts depends on where the year begins.
TEST(Compile, DoesNotJudgeFiguresWhileTheFiscalYearIsNotKnown) {
    TestFolder folder;
    folder.replace("data/exports.csv", "ict,receipts,2023-08,", "ict,receipts,2023-07/2023-08,");
    EXPECT_EQ(folder.compile().errors, 0) << folder.compile().text();
    folder.replace("plan.yaml", "fiscal_year_start: 7", "fiscal_year_start: 13");
    EXPECT_EQ(folder.compile().errors, 1) << folder.compile().text();
}

// The help of E0125 and E0123 speaks of due dates and of grouped thousands.
TEST(Compile, HintsAtWhatTheFieldTakes) {
    const auto hint = [](const std::string& file, const std::string& from, const std::string& to) {
        const auto compilation = TestFolder{}.replace(file, from, to).compile();
        EXPECT_EQ(compilation.diagnostics.size(), 1u) << compilation.text();
        return compilation.diagnostics.empty() ? "" : compilation.diagnostics[0].hint;
    };
    EXPECT_THAT(hint("plan.yaml", "\"+05:00\"", "5"), HasSubstr("ahead of UTC"));
    EXPECT_THAT(hint("plan.yaml", "period: 2023-2025", "period: 2023 to 2025"),
                HasSubstr("2023-2025"));
    EXPECT_THAT(hint("plan.yaml", "period: FY2024", "period: FY24"), HasSubstr("FY2024-Q1"));
    EXPECT_THAT(hint("plan.yaml", "priority: 1", "priority: 4"), HasSubstr("within these bounds"));
    EXPECT_THAT(hint("plan.yaml", "country: PAK", "country: pak"), HasSubstr("ISO 3166-1"));
    EXPECT_THAT(hint("institutions.yaml", "capacity: 2", "capacity: 9"),
                HasSubstr("within these bounds"));
    EXPECT_THAT(hint("sources.yaml", "published: ", "published: in "), HasSubstr("2023-01-31"));
}

TEST(Compile, NamesEveryFileThatIsMissing) {
    const auto compilation = compile_folder("tests/fixtures/no-such-folder");
    EXPECT_EQ(compilation.errors, 4);
    EXPECT_EQ(compilation.activities, 0);
}

TEST(Compile, GivesCountsAndDiagnosticsAsJson) {
    const auto json =
        TestFolder{}.replace("plan.yaml", "lead: pasha", "lead: psha").compile().json();
    EXPECT_EQ(*json.find("errors")->integer(), 1);
    EXPECT_EQ(*json.find("activities")->integer(), 2);
    EXPECT_EQ(*json.find("targets")->integer(), 3);
    EXPECT_EQ(*json.find("outcomes")->integer(), 1);
    EXPECT_EQ(*json.find("institutions")->integer(), 4);
    EXPECT_EQ(*(*json.find("diagnostics")->array_items())[0].find("code")->string(), "E0107");
}

TEST(Compile, TakesInstitutionsByAlias) {
    const auto compilation = TestFolder{}
                                 .replace("plan.yaml", "              - moitt",
                                          "              - Local chamber of commerce")
                                 .compile();
    ASSERT_TRUE(compilation.plan.has_value()) << compilation.text();
    EXPECT_EQ(compilation.plan->activities[0].support.at(0).text(), "chambers");
    EXPECT_EQ(compilation.plan->find_institution("local CHAMBERS of commerce")->code.text(),
              "chambers");
    EXPECT_EQ(compilation.plan->find_institution("p@sha")->code.text(), "pasha");
    EXPECT_EQ(compilation.plan->find_institution("nobody"), nullptr);
}

TEST(Compile, WarnsOfALeadWithMoreThanAThirdOfThePlan) {
    TestFolder folder;
    const std::string first = folder.text("plan.yaml");
    const auto begin = first.find("          - code: 1.1.2");
    std::string more;
    for (int i = 3; i < 6; ++i) {
        const std::string code = "1.1." + std::to_string(i);
        more += "          - code: " + code +
                "\n            title: More\n            kind: project\n" +
                "            priority: 1\n            period: 2024\n            lead: pasha\n      "
                "      support: []\n" +
                "            targets:\n              - id: " + code +
                "-1\n                statement: Done " + std::to_string(i) +
                "\n                measure: milestone\n                due: 2024\n" +
                "                verification: A report\n";
    }
    folder.set("plan.yaml", first.substr(0, begin) + more + first.substr(begin));
    const auto compilation = folder.compile();
    EXPECT_EQ(codes_and_places(compilation), "W0103 institutions.yaml:2:11") << compilation.text();
    EXPECT_THAT(compilation.text(), HasSubstr("leads 4 of 5 activities"));
}

TEST(Compile, PrintsTheCycle) {
    const auto text =
        TestFolder{}
            .replace("plan.yaml", "            support:\n              - moitt\n",
                     "            support:\n              - moitt\n            depends:\n"
                     "              - 1.1.2\n")
            .compile()
            .text();
    EXPECT_THAT(text, HasSubstr("1.1.1 → 1.1.2 → 1.1.1"));
}

// The strategy as it is delivered: no error, and a warning for everything that its source leaves
// open.
TEST(Compile, AcceptsTheStrategyOfPakistan) {
    const auto compilation = compile_folder("strategies/pakistan-bpo-2023");
    EXPECT_EQ(compilation.errors, 0) << compilation.text();
    EXPECT_EQ(compilation.activities, 23);
    EXPECT_EQ(compilation.targets, 47);
    EXPECT_EQ(compilation.institutions, 27);
    ASSERT_TRUE(compilation.plan.has_value());
    const auto& plan = *compilation.plan;
    const auto targets = plan.targets();
    EXPECT_EQ(
        std::ranges::count_if(targets, [](const Target* target) { return target->due.is_open(); }),
        41);
    EXPECT_TRUE(plan.find(ActivityId{"3.2.2"})->lead.is_open());
    EXPECT_TRUE(plan.find(ActivityId{"3.2.2"})->targets_are_open);
    EXPECT_EQ(plan.council.seats.size(), 13u);
    EXPECT_EQ(plan.regulations.size(), 9u);
    EXPECT_EQ(plan.constraints.size(), 7u);
    EXPECT_EQ(plan.find_institution("local chamber of commerce"),
              plan.find_institution("Local chambers of commerce"));
}

TEST(Compile, FindsTheArithmeticFaultsOfTheStrategysSources) {
    const auto compilation = compile_folder("strategies/pakistan-bpo-2023");
    std::set<std::string> broken;
    for (const auto& result : compilation.claims) {
        if (!result.check.holds)
            broken.insert(result.claim.code);
    }
    // A1, A2, A6, B1, B3, B4, B5, B7, B8, B9, B10, B11, B12, B15, B17, B18 of the review.
    for (const auto* code :
         {"april-2024-increase", "ntc-profit-unit", "mena-2022", "five-year-growth",
          "decade-growth", "philippine-employment", "top-five-share", "freelance-rate",
          "english-speakers", "philippine-automation", "pseb-hubs", "handsets-2019-12",
          "telecom-investment", "usf-half-year-mauzas", "nic-jobs", "ntc-profit-half"})
        EXPECT_TRUE(broken.contains(code)) << code;
    EXPECT_GT(compilation.claims.size(), 2 * broken.size()) << "most claims hold";
}

TEST(Compile, ProgrammesNeedNoFileAndTakeNoAddressOfTheInterface) {
    EXPECT_EQ(TestFolder{}.compile().programmes, 0);
    const auto programme = [](const std::string& code) {
        return TestFolder{}
            .set("programmes.yaml", "programmes:\n  - code: " + code +
                                        "\n    title: T\n    kind: fund\n    owner: pasha\n")
            .compile();
    };
    EXPECT_EQ(programme("fund").plan->programmes.front().owner, "pasha");
    EXPECT_EQ(codes_and_places(programme("cohorts")), "E0115 programmes.yaml:2:11");
    EXPECT_EQ(codes_and_places(programme("Fund")), "E0115 programmes.yaml:2:11");
}

TEST(Compile, AFigureOfAStageThatCouldNotBeReadIsNotBlamed) {
    const auto compiled =
        TestFolder{}
            .set("programmes.yaml",
                 "programmes:\n  - code: fund\n    title: T\n    kind: fund\n    owner: pasha\n    "
                 "unit: "
                 "projects\n    stages: received\n    figures:\n      - stage: received\n        "
                 "period: 2024\n        value: 3\n        document: strategy-paper\n")
            .compile();
    EXPECT_EQ(codes_and_places(compiled), "E0114 programmes.yaml:7:13");
}

}  // namespace
}  // namespace plan
