#include "plan/diagnostic.h"

#include <gtest/gtest.h>

namespace plan {
namespace {

Diagnostic unknown_lead(std::string line, int column) {
    return {base::ErrorCode::unknown_institution,
            "the institution \"psha\" is not known; did you mean \"pasha\"?",
            {"plan.yaml", 31, column},
            4,
            std::move(line),
            "institutions.yaml lists the codes and aliases"};
}

TEST(Diagnostic, PrintsPlaceLineCaretsAndHint) {
    EXPECT_EQ(render(unknown_lead("            lead: psha", 19)),
              "plan.yaml:31:19: error E0107: the institution \"psha\" is not known; did you mean "
              "\"pasha\"?\n"
              "  31 |             lead: psha\n"
              "     |                   ^^^^\n"
              "  hint: institutions.yaml lists the codes and aliases\n");
}

TEST(Diagnostic, AlignsCaretsByCharacters) {
    const auto text = render(unknown_lead("  - [برآمدات, psha]", 15));
    EXPECT_NE(text.find("     |               ^^^^\n"), std::string::npos) << text;
}

TEST(Diagnostic, NeverUnderlinesBeyondTheLine) {
    auto diagnostic = unknown_lead("a: b", 4);
    diagnostic.width = 50;
    EXPECT_NE(render(diagnostic).find("     |    ^\n"), std::string::npos);
}

TEST(Diagnostic, SortsByFileAndPlaceAndUnitesEqualOnes) {
    std::vector<Diagnostic> list{unknown_lead("", 9), unknown_lead("", 3), unknown_lead("", 9)};
    list.push_back(list[0]);
    list.back().mark.file = "indicators.yaml";
    sort_and_unite(list);
    ASSERT_EQ(list.size(), 3u);
    EXPECT_EQ(list[0].mark.file, "indicators.yaml");
    EXPECT_EQ(list[1].mark.column, 3);
}

TEST(Diagnostic, IsJsonForMachines) {
    EXPECT_EQ(to_json(unknown_lead("", 19)).text(),
              R"({"code":"E0107","severity":"error","file":"plan.yaml","line":31,"column":19,)"
              R"("message":"the institution \"psha\" is not known; did you mean \"pasha\"?",)"
              R"("hint":"institutions.yaml lists the codes and aliases"})");
}

}  // namespace
}  // namespace plan
