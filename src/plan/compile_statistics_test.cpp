#include "plan/amend.h"
#include "plan/compile.h"
#include "plan/json.h"
#include "plan/test_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plan {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string file = "statistics.yaml";

/// The small strategy with statistics.
TestFolder with_statistics() {
    return TestFolder{}.set(
        file, base::read_file(TAMEEL_SOURCE_DIR "/tests/fixtures/small-statistics.yaml").value());
}

struct Case {
    std::string name;
    std::string from;
    std::string to;
    std::string expected;  ///< code and place of each diagnostic, without the file
};

class OneStatisticalFault : public testing::TestWithParam<Case> {};

TEST_P(OneStatisticalFault, IsFoundAtItsPlaceAndNothingElse) {
    const auto& fault = GetParam();
    const auto compilation = with_statistics().replace(file, fault.from, fault.to).compile();
    std::string found = codes_and_places(compilation);
    for (auto at = found.find(file + ":"); at != std::string::npos; at = found.find(file + ":"))
        found.erase(at, file.size() + 1);
    EXPECT_EQ(found, fault.expected) << compilation.text();
    EXPECT_FALSE(compilation.plan.has_value());
}

INSTANTIATE_TEST_SUITE_P(
    Statistics, OneStatisticalFault,
    testing::Values(
        Case{"NoAgency", "agency:\n  id: MOITT\n", "agency:\n", "E0111 2:3"},
        Case{"AnAgencyThatIsNoId", "id: MOITT", "id: 1MOITT", "E0115 2:7"},
        Case{"AProviderTwice", "subjects:", "  - id: SBP\n    name: Again\nsubjects:", "E0116 8:9"},
        Case{"AProviderWithAParent", "name: State Bank of Pakistan",
             "name: State Bank of Pakistan\n    parent: SBP", "E0110 8:5"},
        Case{"ASubjectOfNoSubject", "parent: TRADE", "parent: TRAED", "E0160 13:13"},
        Case{"ASubjectUnderItself", "name: Trade\n", "name: Trade\n    parent: SERVICES\n",
             "E0135 11:13\nE0135 14:13"},
        Case{"AUnitWithoutACode", "    code: USD\n    multi", "    code: USS\n    multi",
             "E0160 16:11"},
        Case{"AMultiplierThatIsNoPower", "multiplier: 6", "multiplier: million", "E0123 17:17"},
        Case{"AnIdentityOfNoList", "files:",
             "identities:\n  - id: A\n    list: CL_SERVCE\n    total: ICT\n    parts:\n      - "
             "ICT_CALL\nfiles:",
             "E0160 105:11"},
        Case{"AnIdentityWithAPartTwice", "files:",
             "identities:\n  - id: A\n    list: CL_SERVICE\n    total: ICT\n    parts:\n      - "
             "ICT_CALL\n      - ICT_CALL\nfiles:",
             "E0149 109:9"},
        Case{"AnIdentityOfAnUnknownPart", "files:",
             "identities:\n  - id: A\n    list: CL_SERVICE\n    total: ICT\n    parts:\n      - "
             "ICT_COLL\nfiles:",
             "E0160 108:9"},
        Case{"ATotalThatIsItsPart", "files:",
             "identities:\n  - id: A\n    list: CL_SERVICE\n    total: ICT\n    parts:\n      - "
             "ICT\nfiles:",
             "E0149 108:9"},
        Case{"AListTwice", "id: CL_EBOPS", "id: CL_SERVICE", "E0116 34:9"},
        Case{"AListThatIsBuiltIn", "id: CL_UNIT\n", "id: CL_OBS_STATUS\n", "E0116 43:9"},
        Case{"AVersionOfOnePart", "version: \"1.0\"", "version: \"1\"", "E0115 20:14"},
        Case{"AVersionThatIsNone", "version: \"1.0\"", "version: 1.x", "E0115 20:14"},
        Case{"ACodeThatIsNone", "code: ICT_CALL", "code: ICT CALL", "E0115 28:15"},
        Case{"ACodeTwice", "code: SI1", "code: SI", "E0116 40:15"},
        Case{"AParentOfAnotherList", "parent: ICT\n", "parent: SI\n", "E0160 30:17"},
        Case{"WordsOfTwoCodes", "- contact centres", "- ict", "E0116 33:13"},
        Case{"WordsTwiceInACode", "- contact centres", "- call centres", "E0149 33:13"},
        Case{"AnUnknownList", "list: CL_SERVICE", "list: CL_SERVICES", "E0160 60:15"},
        Case{"AFrequencyOfAnotherList", "list: CL_FREQ", "list: CL_UNIT", "E0160 56:15"},
        Case{"AColumnOfTheListOfFrequencies", "list: CL_SERVICE", "list: CL_FREQ", "E0160 60:15"},
        Case{"ADimensionFromNowhere", "from: column", "from: colum", "E0122 61:15"},
        Case{"AColumnWithoutAName", "        text: category\n", "", "E0111 58:9"},
        Case{"AFixedCodeThatIsNone", "text: SI", "text: SJ", "E0160 67:15"},
        Case{"ATextWhereNoneBelongs", "from: unit", "from: unit\n        text: unit", "E0110 72:9"},
        Case{"ADimensionTwice", "id: CLASS", "id: SERVICE", "E0116 63:13"},
        Case{"ADimensionThatEveryStructureHas", "id: CLASS", "id: TIME_PERIOD", "E0116 63:13"},
        Case{"AFlowOfAnUnknownStructure", "structure: DSD_TRADE", "structure: DSD_TARDE",
             "E0160 80:16"},
        Case{"AFlowOfAnUnknownProvider", "provider: SBP", "provider: PBS", "E0160 81:15"},
        Case{"AFlowOfAnUnknownSubject", "subject: SERVICES", "subject: SERVICE", "E0160 82:14"},
        Case{"AFlowOfWordsWithoutACode", "        - call centres\ncorr",
             "        - call centers\ncorr", "E0160 86:11"},
        Case{"AFlowOfWordsTwice", "        - call centres\ncorr", "        - ict\ncorr",
             "E0149 86:11"},
        Case{"AFlowOfNoWords", "      category:\n        - ict\n        - call centres\n",
             "      category: []\n", "E0111 84:7"},
        Case{"AMappingOfAnUnknownCode", "- from: ICT\n", "- from: ITC\n", "E0160 94:15"},
        Case{"AMappingToAnUnknownCode", "to: SI1", "to: SI9", "E0160 100:13"},
        Case{"ACorrespondenceOfAnUnknownList", "to-list: CL_EBOPS", "to-list: CL_EBPOS",
             "E0160 92:14"},
        Case{"AMappingThatEndsBeforeItBegins", "valid-from: 2023-07-01",
             "valid-from: 2023-07-01\n        valid-to: 2023-06-01", "E0145 102:19"},
        Case{"MappingsThatOverlapByADay", "valid-to: 2023-06-30", "valid-to: 2023-07-01",
             "E0149 99:15"},
        Case{"MappingsOfAllTimes", "        valid-to: 2023-06-30\n", "", "E0149 98:15"},
        Case{"ADayThatDoesNotExist", "valid-to: 2023-06-30", "valid-to: 2023-06-31", "E0124 98:19"},
        Case{"ADataFileThatIsNotThere", "data/exports.csv", "data/imports.csv", "E0139 104:5"},
        Case{"ADataFileTwice", "  - data/exports.csv", "  - data/exports.csv\n  - data/exports.csv",
             "E0149 105:5"},
        Case{"AnUnknownKey", "multiplier: 6", "factor: 6", "E0110 17:5"},
        // What cannot be read may be what is missing elsewhere.
        Case{"AnIdThatCannotBeRead", "- id: CL_EBOPS", "- id: \"CL_EBOPS", "E0102 34:9"},
        Case{"AListWithoutItsId", "  - id: CL_EBOPS\n    version", "  - version", "E0111 34:5"}),
    [](const auto& tested) { return tested.param.name; });

TEST(CompileStatistics, ReadsEveryKey) {
    const auto compilation = with_statistics().compile();
    ASSERT_TRUE(compilation.plan) << compilation.text();
    EXPECT_EQ(compilation.dataflows, 1);
    EXPECT_THAT(compilation.text(), HasSubstr("1 dataflow"));
    const auto& read = *compilation.plan->statistics;
    EXPECT_EQ(read.agency.id, "MOITT");
    EXPECT_FALSE(read.agency.naming.name_ur.empty());
    EXPECT_EQ(read.subjects[1].parent, "TRADE");
    EXPECT_EQ(read.units[0], (StatisticalUnit{"USD million", "USD", 6}));
    const auto* list = read.find_list("CL_SERVICE");
    EXPECT_EQ(list->naming.description, "Lines as they are printed.");
    EXPECT_EQ(list->find_printed("contact centres")->code, "ICT_CALL");
    EXPECT_EQ(list->find_printed("Contact centres"), nullptr);
    const auto& dimensions = read.find_structure("DSD_TRADE")->dimensions;
    EXPECT_EQ(dimensions[1].from, CodeFrom::column);
    EXPECT_EQ(dimensions[1].text, "category");
    EXPECT_EQ(dimensions[2].text, "SI");
    EXPECT_THAT(read.find_flow("EXPORTS")->where.at("category"),
                ElementsAre("ict", "call centres"));
    EXPECT_EQ(read.correspondences[0].mappings[2],
              (StatisticalMapping{"ICT_CALL", "SI1", "2023-07-01", "",
                                  "From then on reported under telecommunications."}));
    EXPECT_THAT(read.files, ElementsAre("data/exports.csv"));
}

TEST(CompileStatistics, AStrategyWithoutTheFileHasNone) {
    const auto compilation = TestFolder{}.compile();
    EXPECT_FALSE(compilation.plan->statistics.has_value());
    EXPECT_THAT(compilation.text(), testing::Not(HasSubstr("dataflow")));
    EXPECT_EQ(to_json(*compilation.plan).find("statistics"), nullptr);
}

TEST(CompileStatistics, AllFaultsAreFoundInOneRun) {
    const auto compilation = with_statistics()
                                 .replace(file, "provider: SBP", "provider: SPB")
                                 .replace(file, "to: SI1", "to: SI2")
                                 .replace(file, "multiplier: 6", "multiplier: -6")
                                 .replace("plan.yaml", "lead: pasha", "lead: psha")
                                 .compile();
    EXPECT_EQ(codes_and_places(compilation),
              "E0107 plan.yaml:27:19\nE0123 statistics.yaml:17:17\n"
              "E0160 statistics.yaml:81:15\nE0160 statistics.yaml:100:13");
}

TEST(CompileStatistics, OtherProvidersAreKnownAndNamedOnce) {
    const auto with = [](const std::string& others) {
        return with_statistics()
            .replace(file, "providers:\n", "providers:\n  - id: PBS\n    name: Bureau\n")
            .replace(file, "    provider: SBP\n", "    provider: SBP\n" + others)
            .compile();
    };
    const auto good = with("    other-providers:\n      - PBS\n");
    ASSERT_TRUE(good.plan.has_value()) << good.text();
    EXPECT_THAT(good.plan->statistics->flows[0].other_providers, testing::ElementsAre("PBS"));
    const auto again = plan_from_json(base::Json::parse(to_json(*good.plan).canonical()).value());
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->statistics, good.plan->statistics);
    const auto faulty = with("    other-providers:\n      - SBP\n      - PBS\n      - PSB\n");
    EXPECT_THAT(faulty.text(), HasSubstr("\"SBP\" is listed twice"));
    EXPECT_THAT(faulty.text(), HasSubstr("no provider is called \"PSB\""));
}

TEST(CompileStatistics, TheJsonOfAPlanKeepsThem) {
    const auto plan = *with_statistics().compile().plan;
    const auto again = plan_from_json(base::Json::parse(to_json(plan).canonical()).value());
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->statistics, plan.statistics);
    const auto stored = to_json(plan);  // with every number as a string
    EXPECT_EQ(*stored.find("statistics")->find("units")->array_items()->front().find("multiplier"),
              base::Json{"6"});
    EXPECT_THAT(difference(plan, *again), testing::IsEmpty());
}

std::vector<std::string> lines_of(const std::vector<Change>& changes) {
    std::vector<std::string> lines;
    for (const auto& change : changes)
        lines.push_back(change.field.empty()
                            ? change.subject + " " + std::string{word(change.kind)}
                            : change.subject + " " + change.field + ": " + arrow(change));
    return lines;
}

TEST(CompileStatistics, AChangeNamesTheCodeAndNotTheWholeList) {
    const auto before = *with_statistics().compile().plan;
    const auto changed = [&](const std::string& from, const std::string& to) {
        return lines_of(
            difference(before, *with_statistics().replace(file, from, to).compile().plan));
    };
    EXPECT_THAT(changed("name: Call centres", "name: Contact centres"),
                ElementsAre("CL_SERVICE ICT_CALL name: Call centres -> Contact centres"));
    EXPECT_THAT(changed("multiplier: 6", "multiplier: 9"),
                ElementsAre("USD million multiplier: 6 -> 9"));
    EXPECT_THAT(changed("        - ict\n        - call centres\n", "        - ict\n"),
                ElementsAre("EXPORTS where: category: ict, call centres -> category: ict"));
    EXPECT_THAT(changed("valid-to: 2023-06-30", "valid-to: 2023-05-31"),
                ElementsAre("SERVICE_TO_EBOPS ICT_CALL valid_to: 2023-06-30 -> 2023-05-31"));
    EXPECT_THAT(changed("files:\n  - data/exports.csv", "files: []"),
                ElementsAre("statistics files: data/exports.csv -> (none)"));
    EXPECT_THAT(
        changed("      - id: FREQ\n        name: Frequency\n        list: CL_FREQ\n"
                "        from: frequency\n      - id: SERVICE\n        name: Service\n"
                "        list: CL_SERVICE\n        from: column\n        text: category\n",
                "      - id: SERVICE\n        name: Service\n        list: CL_SERVICE\n"
                "        from: column\n        text: category\n      - id: FREQ\n"
                "        name: Frequency\n        list: CL_FREQ\n        from: frequency\n"),
        ElementsAre("DSD_TRADE order of dimensions: FREQ, SERVICE, CLASS, UNIT_MEASURE, "
                    "TRANSFORMATION -> SERVICE, FREQ, CLASS, UNIT_MEASURE, "
                    "TRANSFORMATION"));
}

TEST(CompileStatistics, TheFirstAndTheLastDeclarationAreToldOneByOne) {
    const auto without = *TestFolder{}.compile().plan;
    const auto with = *with_statistics().compile().plan;
    EXPECT_THAT(lines_of(difference(without, with)),
                testing::IsSupersetOf({"SBP added", "SERVICES added", "USD million added",
                                       "CL_SERVICE added", "DSD_TRADE added", "EXPORTS added",
                                       "SERVICE_TO_EBOPS added"}));
    EXPECT_THAT(lines_of(difference(with, without)),
                testing::IsSupersetOf({"SBP removed", "CL_SERVICE removed", "EXPORTS removed"}));
}

}  // namespace
}  // namespace plan
