#include "plan/compile.h"
#include "plan/test_folder.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

struct Case {
    std::string name;
    std::string file;
    std::string from;
    std::string to;
    std::string expected;  ///< code and place of each diagnostic
};

class OneFault : public testing::TestWithParam<Case> {};

// Each case changes one thing in a strategy without a fault.
TEST_P(OneFault, IsFoundAtItsPlaceAndNothingElse) {
    const auto& fault = GetParam();
    const auto compilation = TestFolder{}.replace(fault.file, fault.from, fault.to).compile();
    EXPECT_EQ(codes_and_places(compilation), fault.expected) << compilation.text();
    EXPECT_EQ(compilation.plan.has_value(), compilation.errors == 0);
}

INSTANTIATE_TEST_SUITE_P(
    Plan, OneFault,
    testing::Values(
        Case{"AnUnknownInstitutionLeads", "plan.yaml", "lead: pasha", "lead: psha",
             "E0107 plan.yaml:27:19"},
        Case{"AListOfLeads", "plan.yaml", "lead: pasha", "lead: [pasha, moitt]",
             "E0120 plan.yaml:27:13"},
        Case{"AMissingLead", "plan.yaml", "            lead: pasha\n", "", "E0120 plan.yaml:22:13"},
        Case{"AnOpenLeadWithoutNote", "plan.yaml", "lead: pasha", "lead: open",
             "E0112 plan.yaml:27:19"},
        Case{"AnOpenLeadWithNote", "plan.yaml", "lead: pasha",
             "lead: open\n            note: The cell is empty", "W0101 plan.yaml:27:19"},
        Case{"ALeadThatAlsoSupports", "plan.yaml", "              - moitt", "              - pasha",
             "E0121 plan.yaml:29:17"},
        Case{"ASupporterTwice", "plan.yaml", "              - moitt",
             "              - moitt\n              - MoITT", "E0149 plan.yaml:30:17"},
        Case{"ATargetWithoutMeasure", "plan.yaml", "                measure: count\n", "",
             "E0111 plan.yaml:31:17"},
        Case{"ATargetWithoutValue", "plan.yaml", "                value: 5\n", "",
             "E0111 plan.yaml:31:17\nE0132 plan.yaml:37:17"},
        Case{"ATargetWithoutUnit", "plan.yaml", "                unit: dialogues\n", "",
             "E0111 plan.yaml:31:17"},
        Case{"ATargetWithoutDueDate", "plan.yaml", "                due: 2025\n", "",
             "E0111 plan.yaml:31:17"},
        Case{"AnOpenDueDateWithoutNote", "plan.yaml", "due: 2025", "due: open",
             "E0112 plan.yaml:37:22"},
        Case{"AMilestoneWithValueAndUnit", "plan.yaml", "measure: milestone",
             "measure: milestone\n                value: 1\n                unit: reports",
             "E0127 plan.yaml:68:24\nE0127 plan.yaml:69:23"},
        Case{"AShareInAnotherUnit", "plan.yaml", "unit: percent", "unit: firms",
             "E0128 plan.yaml:58:23"},
        Case{"AnOutcomeInAnotherUnitThanItsIndicator", "plan.yaml", "unit: USD million",
             "unit: USD billion", "E0128 plan.yaml:77:11"},
        Case{"AShareAboveHundred", "plan.yaml", "value: 50", "value: 150", "E0129 plan.yaml:57:24"},
        Case{"ANegativeCount", "plan.yaml", "baseline: 0", "baseline: -1", "E0129 plan.yaml:36:27"},
        Case{"ACountThatIsNotWhole", "plan.yaml", "2023: 1", "2023: 1.5", "E0129 plan.yaml:39:19"},
        Case{"InterimTargetsThatGoBack", "plan.yaml", "2024: 3", "2024: 0",
             "E0130 plan.yaml:40:19"},
        Case{"InterimTargetsOutOfOrder", "plan.yaml", "2024: 3", "2022-12-31: 3",
             "E0126 plan.yaml:40:19\nE0130 plan.yaml:40:19"},
        Case{"AnInterimTargetThatMissesTheValue", "plan.yaml", "2025: 5", "2025: 4",
             "E0131 plan.yaml:41:19"},
        Case{"AnInterimTargetBeyondTheValue", "plan.yaml", "2025: 5", "2025: 6",
             "E0131 plan.yaml:41:19"},
        Case{"AnInterimTargetAfterTheDueDate", "plan.yaml", "2025: 5", "2026: 5",
             "E0131 plan.yaml:41:19"},
        Case{"APathWithoutValue", "plan.yaml", "measure: milestone",
             "measure: milestone\n                path:\n                  2024: 1",
             "E0132 plan.yaml:68:17"},
        Case{"ADueDateOutsideTheHorizon", "plan.yaml", "due: 2026-06-30", "due: 2028-06-30",
             "E0126 plan.yaml:60:22"},
        Case{"ADayThatDoesNotExist", "plan.yaml", "from: 2023-01-01", "from: 2023-02-30",
             "E0124 plan.yaml:6:9"},
        Case{"ADueDateThatIsNoDate", "plan.yaml", "due: 2026-06-30", "due: end of 2026",
             "E0125 plan.yaml:60:22"},
        Case{"ANumberWithGrouping", "plan.yaml", "value: 3000", "value: \"3,000\"",
             "E0123 plan.yaml:76:12"},
        Case{"AWordThatIsNotAllowed", "plan.yaml", "kind: project", "kind: projct",
             "E0122 plan.yaml:24:19"},
        Case{"AShareWithoutPopulation", "plan.yaml",
             "                population: firms in the register\n", "", "E0133 plan.yaml:54:17"},
        Case{"ASurveyWithoutQuestion", "plan.yaml",
             "                question: Do you see the sector recognized?\n", "",
             "E0134 plan.yaml:54:17"},
        Case{"ACycle", "plan.yaml", "            support:\n              - moitt\n",
             "            support:\n              - moitt\n            depends:\n              - "
             "1.1.2\n",
             "E0135 plan.yaml:54:17"},
        Case{"AnActivityThatWaitsForItself", "plan.yaml",
             "              - 1.1.1\n            targets",
             "              - 1.1.2\n            targets", "E0136 plan.yaml:52:17"},
        Case{"AnUnknownActivityAsPrerequisite", "plan.yaml",
             "              - 1.1.1\n            targets",
             "              - 1.1.4\n            targets", "E0118 plan.yaml:52:17"},
        Case{"AnUnknownActivityInAConstraint", "plan.yaml", "    activities:\n      - 1.1.1\n",
             "    activities:\n      - 1.1.9\n", "E0118 plan.yaml:92:9"},
        Case{"ACitedActivityThatDoesNotExist", "plan.yaml", "    activities:\n      - 1.1.1\n",
             "    activities:\n      - 1.1.1\n    cited:\n      - 1.1.4\n", "W0106 plan.yaml:94:9"},
        Case{"ACitedActivityThatDoesExist", "plan.yaml", "    activities:\n      - 1.1.1\n",
             "    activities:\n      - 1.1.1\n    cited:\n      - 1.1.2\n", "E0118 plan.yaml:94:9"},
        Case{"AnOutcomeWithUnknownIndicator", "plan.yaml", "indicator: exports",
             "indicator: export", "E0137 plan.yaml:74:16"},
        Case{"AnUnknownObjective", "plan.yaml", "objective: 1\n", "objective: 4\n",
             "E0119 plan.yaml:82:16"},
        Case{"AnUnknownDocument", "plan.yaml", "source: strategy-paper", "source: strategy-papers",
             "E0141 plan.yaml:11:11"},
        Case{"AnUnknownKey", "plan.yaml", "verification: Minutes", "verificaton: Minutes",
             "E0110 plan.yaml:42:17"},
        Case{"ADuplicateKey", "plan.yaml", "kind: project",
             "kind: project\n            kind: reform", "E0103 plan.yaml:25:13"},
        Case{"ADuplicateCode", "plan.yaml", "- code: 1.1.2", "- code: 1.1.1",
             "E0116 plan.yaml:43:19\nE0136 plan.yaml:52:17"},
        Case{"ACodeOutsideItsParent", "plan.yaml", "- code: 1.1.2", "- code: 1.2.2",
             "E0117 plan.yaml:43:19"},
        Case{"ACodeOfTheWrongForm", "plan.yaml", "- code: 1.1.2", "- code: B.2",
             "E0115 plan.yaml:43:19"},
        Case{"ATargetOutsideItsActivity", "plan.yaml", "id: 1.1.2-2", "id: 1.1.1-9",
             "E0117 plan.yaml:65:21"},
        Case{"AVerifierWhoLeads", "plan.yaml", "verifier: tdap", "verifier: moitt",
             "E0144 plan.yaml:62:27"},
        Case{"AVerifierWhoSupports", "plan.yaml", "verifier: tdap", "verifier: pasha",
             "E0144 plan.yaml:62:27"},
        Case{"AGrowthAsATarget", "plan.yaml", "measure: count", "measure: growth",
             "E0148 plan.yaml:33:26"},
        Case{"ACountAsAnOutcome", "plan.yaml", "measure: level", "measure: count",
             "E0148 plan.yaml:73:14"},
        Case{"AStrategyThatEndsBeforeItBegins", "plan.yaml", "until: 2027-12-31",
             "until: 2022-12-31", "E0145 plan.yaml:7:10"},
        Case{"APeriodThatEndsBeforeItBegins", "plan.yaml", "period: 2023-2025", "period: 2025-2023",
             "E0145 plan.yaml:26:21"},
        Case{"APeriodOutsideTheHorizon", "plan.yaml", "period: 2024-2026", "period: 2024-2030",
             "E0126 plan.yaml:47:21"},
        Case{"AFieldThatCannotBeOpen", "plan.yaml", "title: Hold dialogues", "title: open",
             "E0113 plan.yaml:23:20"},
        Case{"AListWhereOneValueBelongs", "plan.yaml", "title: Hold dialogues",
             "title:\n              - Hold dialogues", "E0114 plan.yaml:24:15"},
        Case{"AStatementOfTwoActivities", "plan.yaml", "statement: Report of the survey published",
             "statement: Five  dialogues held.", "W0105 plan.yaml:66:28"},
        Case{"APrerequisiteWithoutDate", "plan.yaml",
             "due: 2025\n                path:\n                  2023: 1\n                  2024: "
             "3\n                  2025: 5",
             "due: open\n                note: Not printed", "W0101 plan.yaml:37:22"},
        Case{"APrerequisiteWithNeitherPeriodNorDate", "plan.yaml",
             "period: 2023-2025\n            lead: pasha\n            support:\n              - "
             "moitt\n            targets:\n              - id: 1.1.1-1\n                statement: "
             "Five dialogues held\n                measure: count\n                value: 5\n      "
             "          unit: dialogues\n                baseline: 0\n                due: 2025\n",
             "period: open\n            note: Not legible\n            lead: pasha\n            "
             "support:\n              - moitt\n            targets:\n              - id: 1.1.1-1\n "
             "               statement: Five dialogues held\n                measure: count\n      "
             "          value: 5\n                unit: dialogues\n                baseline: 0\n   "
             "             due: open\n                note: Not printed\n",
             "W0101 plan.yaml:26:21\nW0101 plan.yaml:38:22\nW0104 plan.yaml:54:17"},
        Case{"APrerequisiteThatIsDueLater", "plan.yaml",
             "due: 2025\n                path:\n                  2023: 1\n                  2024: "
             "3\n                  2025: 5",
             "due: 2027", "W0107 plan.yaml:48:17"},
        Case{"AnAliasOfTwoInstitutions", "institutions.yaml", "aliases:\n",
             "aliases:\n      - moitt\n", "E0142 institutions.yaml:17:9"},
        Case{"ASeatTwice", "institutions.yaml", "number: 2", "number: 1",
             "E0143 institutions.yaml:30:15"},
        Case{"AnInstitutionWithTwoSeats", "institutions.yaml", "institution: pasha",
             "institution: MoITT", "E0143 institutions.yaml:31:20"},
        Case{"ASeatOfAnUnknownInstitution", "institutions.yaml", "institution: pasha",
             "institution: smeda", "E0107 institutions.yaml:31:20"},
        Case{"AMemberWithoutActivity", "institutions.yaml", "institution: pasha",
             "institution: Local chamber of commerce", "W0102 institutions.yaml:31:20"},
        Case{"AnOpenChairWithoutNote", "institutions.yaml", "chair: The minister", "chair: open",
             "E0112 institutions.yaml:22:10"},
        Case{"AGradeOutOfRange", "institutions.yaml", "capacity: 2", "capacity: 4",
             "E0123 institutions.yaml:10:15"},
        Case{"ARegulationOfAnUnknownActivity", "institutions.yaml", "      - Revenue Board\n",
             "      - Revenue Board\n    activities:\n      - 2.1.2\n",
             "E0118 institutions.yaml:39:9"},
        Case{"AnIndicatorWithoutSource", "indicators.yaml", "    source: central-bank\n", "",
             "E0138 indicators.yaml:2:5"},
        Case{"AnIndicatorWithoutFile", "indicators.yaml", "    file: data/exports.csv\n", "",
             "E0138 indicators.yaml:2:5"},
        Case{"ADataFileThatIsNotThere", "indicators.yaml", "data/exports.csv", "data/export.csv",
             "E0139 indicators.yaml:8:11"},
        Case{"ADataFileOutsideTheFolder", "indicators.yaml", "data/exports.csv",
             "../small/data/exports.csv", "E0139 indicators.yaml:8:11"},
        Case{"AColumnThatTheDataLack", "indicators.yaml", "category: ict", "categry: ict",
             "E0140 indicators.yaml:10:7"},
        Case{"ASeriesThatTheDataLack", "indicators.yaml", "category: ict", "category: bpo",
             "E0140 indicators.yaml:9:5"},
        Case{"AnUnknownFigure", "sources.yaml", "from: F2", "from: F9", "E0146 sources.yaml:33:11"},
        Case{"AClaimWithoutOperand", "sources.yaml", "    from: F2\n", "",
             "E0147 sources.yaml:28:5"},
        Case{"AClaimOfUnlikeUnits", "sources.yaml", "kind: growth", "kind: difference",
             "E0147 sources.yaml:29:11"},
        Case{"AClaimThatDoesNotHold", "sources.yaml", "value: 16.7", "value: 18.7",
             "W0120 sources.yaml:28:11"},
        Case{"AScaleThatIsNotKnown", "sources.yaml", "scale: billion", "scale: bilion",
             "E0122 sources.yaml:15:12\nW0120 sources.yaml:28:11"}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace plan
