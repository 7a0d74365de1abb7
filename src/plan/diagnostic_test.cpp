#include "plan/diagnostic.h"

#include "base/text.h"

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

// The lines that a finding is printed as.
std::vector<std::string> lines_of(const Diagnostic& diagnostic) {
    std::vector<std::string> lines;
    const auto text = render(diagnostic);
    for (const auto line : base::parts(text, '\n'))
        lines.emplace_back(line);
    return lines;
}

TEST(Diagnostic, ShowsOfALongLineThePartAroundTheCaret) {
    const std::string before(100'000, 'a'), after(100'000, 'z');
    for (const auto& [line, column] : {std::pair{before + "psha" + after, 100'001},
                                       {"psha" + after, 1},
                                       {before + "psha", 100'001},
                                       {"  - ایک " + before + "psha", 100'009}}) {
        const auto lines = lines_of(unknown_lead(line, column));
        const auto& shown = lines.at(1);
        EXPECT_LE(base::count_characters(shown), 7u + 162u);
        EXPECT_EQ(shown.starts_with("  31 | …"), column > 1);
        EXPECT_EQ(shown.ends_with("…"), line.ends_with(after));
        const auto caret = lines.at(2).find('^');
        ASSERT_NE(caret, std::string::npos);
        EXPECT_EQ(lines.at(2).substr(caret), "^^^^");
        // The only character of more than one byte before the caret is the mark of the cut.
        EXPECT_EQ(shown.substr(caret + (column > 1 ? 2 : 0), 4), "psha") << lines.at(2);
    }
    EXPECT_EQ(lines_of(unknown_lead(std::string(150, ' ') + "lead: psha", 157)).at(1).size(), 167u)
        << "160 columns are not cut";
}

TEST(Diagnostic, UnderlinesALongFaultToTheCut) {
    auto diagnostic = unknown_lead(std::string(1000, 'x'), 501);
    diagnostic.width = 500;
    const auto lines = lines_of(diagnostic);
    EXPECT_EQ(base::count_characters(lines.at(1)), 7u + 162u);
    EXPECT_EQ(lines.at(2).size(), 7u + 161u);
}

TEST(Diagnostic, AbridgesASentenceThatRepeatsALongText) {
    auto diagnostic = unknown_lead("", 19);
    std::string urdu;
    for (int i = 0; i < 50'000; ++i)
        urdu += "ی";
    diagnostic.message = "expected a number such as 12.5, found \"" + urdu + "\"";
    const auto first = lines_of(diagnostic).at(0);
    EXPECT_LT(first.size(), 1100u);
    EXPECT_TRUE(base::check_utf8(first, "").ok());
    EXPECT_TRUE(first.ends_with("ی\""));
    EXPECT_LT(to_json(diagnostic).text().size(), 1300u);
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
