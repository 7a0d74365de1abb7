#include "plan/amend.h"
#include "plan/compile.h"
#include "plan/json.h"
#include "plan/test_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plan {
namespace {

using statistics::FigureOf;
using testing::HasSubstr;

const std::string file = "statistics.yaml";

// The small strategy's one series, and more beside it: a part, people, and a part in rupees.
const std::string more_rows =
    "call centres,receipts,2023-07,10.5,2023-08-20,central-bank\n"
    "ict,payments,2023-07,7,2023-08-20,central-bank\n";

const std::string derived = R"(derived:
  - id: GROWTH
    name: Growth on a year
    name-ur: سالانہ نمو
    description: Of all receipts.
    figure: growth-on-year
    series:
      category: ict
      measure: receipts
  - id: SHARE
    name: Share of call centres
    figure: share
    series:
      category: call centres
      measure: receipts
    of:
      category: ict
  - id: PARTS
    name: Contributions
    figure: contributions
    series:
      category: ict
      measure: receipts
    parts:
      - category: call centres
  - id: INDEX
    name: Index
    figure: index
    series:
      category: ict
      measure: receipts
    since: FY2023
  - id: QUARTER
    name: Last three months
    figure: rolling-sum
    series:
      category: ict
      measure: receipts
    months: 3
  - id: MONTH
    name: Growth on the month before
    figure: growth-on-period
    every: month
    series:
      category: ict
      measure: receipts
  - id: BALANCE
    name: Total and parts
    figure: balance
    series:
      category: ict
      measure: receipts
    parts:
      - category: call centres
  - id: SPREAD
    name: Concentration
    figure: concentration
    series:
      measure: receipts
    by: category
)";

TestFolder with_derived() {
    TestFolder folder;
    folder.set(file,
               base::read_file(TAMEEL_SOURCE_DIR "/tests/fixtures/small-statistics.yaml").value() +
                   derived);
    return folder.set("data/exports.csv", folder.text("data/exports.csv") + more_rows);
}

struct Case {
    std::string name;
    std::string from;
    std::string to;
    std::string code;  ///< of the one diagnostic
    std::string at;    ///< what stands at its place: from there to the end of the line
    std::string says = {};
};

std::string from_mark(const std::string& text, const Mark& mark) {
    std::size_t begin = 0;
    for (int line = 1; line < mark.line; ++line)
        begin = text.find('\n', begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin)
        .substr(static_cast<std::size_t>(mark.column) - 1);
}

class OneFaultOfADerivedFigure : public testing::TestWithParam<Case> {};

TEST_P(OneFaultOfADerivedFigure, IsFoundAtItsPlaceAndNothingElse) {
    const auto& fault = GetParam();
    auto folder = with_derived();
    folder.replace(file, fault.from, fault.to);
    const auto compilation = folder.compile();
    ASSERT_EQ(compilation.errors, 1) << compilation.text();
    const auto& found = compilation.diagnostics.front();
    EXPECT_EQ(base::info(found.code).id, fault.code) << compilation.text();
    EXPECT_EQ(found.mark.file, file);
    EXPECT_EQ(from_mark(folder.text(file), found.mark), fault.at);
    EXPECT_THAT(found.message, HasSubstr(fault.says));
}

INSTANTIATE_TEST_SUITE_P(
    Derived, OneFaultOfADerivedFigure,
    testing::Values(
        Case{"NoId", "  - id: GROWTH\n    name", "  - name", "E0111", "name: Growth on a year"},
        Case{"AnIdThatIsNone", "id: GROWTH", "id: 1GROWTH", "E0115", "1GROWTH"},
        Case{"AnIdTwice", "id: SHARE", "id: GROWTH", "E0116", "GROWTH", "stands twice"},
        Case{"NoName", "    name: Growth on a year\n", "", "E0111", "id: GROWTH"},
        Case{"NoFigure", "    figure: growth-on-year\n", "", "E0111", "id: GROWTH"},
        Case{"AFigureThatIsNone", "growth-on-year", "growth-on-yaer", "E0122", "growth-on-yaer",
             "did you mean \"growth-on-year\"?"},
        Case{"AColumnThatNoTableHas", "figure: growth-on-year\n    series:\n      category",
             "figure: growth-on-year\n    series:\n      catgory", "E0140",
             "series:", "no series has the dimension catgory"},
        Case{"AWordThatNoTableHas", "category: ict\n      measure: receipts\n  - id: SHARE",
             "category: itc\n      measure: receipts\n  - id: SHARE", "E0140",
             "series:", "did you mean ict?"},
        Case{"WordsOfTwoSeries", "category: ict\n      measure: receipts\n  - id: SHARE",
             "category: ict\n  - id: SHARE", "E0140",
             "series:", "expected words that leave one series, found 2"},
        Case{"AWordWithoutAValue", "measure: receipts\n  - id: SHARE", "measure:\n  - id: SHARE",
             "E0111", "measure:"},
        Case{"AShareOfNothing", "    of:\n      category: ict\n", "", "E0111", "id: SHARE"},
        Case{"AShareOfWhatIsNotThere", "of:\n      category: ict", "of:\n      category: itc",
             "E0140", "of:", "did you mean ict?"},
        Case{"AGrowthOfATotal", "figure: share", "figure: value", "E0110", "of:"},
        Case{"NoParts", "    parts:\n      - category: call centres\n", "", "E0111", "id: PARTS"},
        Case{"APartTwice", "- category: call centres",
             "- category: call centres\n      - category: call centres", "E0149",
             "category: call centres", "listed twice"},
        Case{"APartThatIsTheTotal", "- category: call centres", "- category: ict", "E0149",
             "category: ict", "no part of itself"},
        Case{"APartThatIsNotThere", "- category: call centres", "- category: call centers", "E0140",
             "category: call centers", "did you mean call centres?"},
        Case{"NoBaseOfAnIndex", "    since: FY2023\n", "", "E0111", "id: INDEX"},
        Case{"ABaseThatIsNoPeriod", "since: FY2023", "since: FY23", "E0125", "FY23"},
        Case{"AMonthTooFew", "months: 3", "months: 0", "E0123", "0"},
        Case{"AnUnknownKey", "months: 3", "month: 3", "E0110", "month: 3"},
        Case{"AKindOfPeriodThatIsNone", "every: month", "every: mnth", "E0122", "mnth",
             "did you mean \"month\"?"},
        Case{"ASumOfMonthsEveryYear", "months: 3", "every: year", "E0110", "every: year"},
        Case{"ABalanceOfNothing",
             "measure: receipts\n    parts:\n      - category: call centres\n  - id: SPREAD",
             "measure: receipts\n  - id: SPREAD", "E0111", "id: BALANCE"},
        Case{"AConcentrationByNothing", "    by: category\n", "", "E0111", "id: SPREAD"},
        Case{"AConcentrationByWhatNoTableHas", "by: category", "by: geography", "E0140",
             "geography", "no series with measure=receipts has the dimension geography"},
        Case{"AConcentrationOfSeriesThatDifferElse", "measure: receipts\n    by: category",
             "category: ict\n    by: category", "E0140", "category",
             "expected series that differ in category alone"},
        Case{"AGrowthByCategory", "months: 3", "by: category", "E0110", "by: category"}),
    [](const auto& tested) { return tested.param.name; });

TEST(CompileDerived, ReadsEveryKeyAndCompletesWords) {
    const auto compilation = with_derived().compile();
    ASSERT_TRUE(compilation.plan) << compilation.text();
    const auto& read = *compilation.plan->statistics;
    ASSERT_EQ(read.derived.size(), 8);
    const SeriesWords ict{{"category", "ict"}, {"measure", "receipts"}};
    const SeriesWords calls{{"category", "call centres"}, {"measure", "receipts"}};
    EXPECT_EQ(read.derived[0].naming.name_ur, "سالانہ نمو");
    EXPECT_EQ(read.derived[0].what, FigureOf::growth_on_year);
    EXPECT_EQ(read.derived[0].series, ict);
    EXPECT_EQ(read.derived[1].of, ict);
    EXPECT_EQ(read.derived[2].parts, std::vector{calls});
    EXPECT_EQ(read.derived[3].since, "FY2023");
    EXPECT_EQ(read.find_derived("QUARTER")->months, 3);
    EXPECT_EQ(read.find_derived("YEAR"), nullptr);
    EXPECT_EQ(read.find_derived("MONTH")->every, base::Frequency::month);
    EXPECT_EQ(read.find_derived("BALANCE")->parts, std::vector{calls});
    EXPECT_EQ(read.find_derived("SPREAD")->by, "category");
    EXPECT_FALSE(read.find_derived("SPREAD")->every);
}

TEST(CompileDerived, ComesBackFromJson) {
    const auto plan = *with_derived().compile().plan;
    const auto again = plan_from_json(to_json(plan));
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_EQ(*again->statistics, *plan.statistics);
}

TEST(CompileDerived, AChangeIsToldFigureByFigure) {
    const auto before = *with_derived().compile().plan;
    auto after = before;
    after.statistics->derived[0].what = FigureOf::growth_on_period;
    after.statistics->derived[2].parts[0]["category"] = "software";
    after.statistics->derived.pop_back();
    std::string told;
    for (const auto& change : difference(before, after))
        told +=
            fmt::format("{}|{}|{}|{}\n", change.subject, change.field, change.before, change.after);
    EXPECT_EQ(told,
              "GROWTH|figure|growth-on-year|growth-on-period\n"
              "PARTS category: software, measure: receipts|||\n"
              "PARTS category: call centres, measure: receipts|||\n"
              "SPREAD|||\n");
}

// A part in another unit cannot be added up; where the tables have no unit, nothing differs.
TEST(CompileDerived, UnitsOfPartsAreThoseOfTheirTotal) {
    auto folder = with_derived();
    folder.set("data/more.csv",
               "category,measure,unit,period,value,status,published,source\n"
               "rupees,sales,PKR,2023-07,1,A,2023-08-20,central-bank\n");
    folder.replace(file, "files:\n", "files:\n  - data/more.csv\n");
    folder.replace(file, "- category: call centres", "- category: rupees\n        measure: sales");
    const auto compilation = folder.compile();
    ASSERT_EQ(compilation.errors, 1) << compilation.text();
    EXPECT_EQ(base::info(compilation.diagnostics.front().code).id, "E0128");
    EXPECT_THAT(compilation.text(),
                HasSubstr("expected a series that is counted in nothing, found PKR"));
}

// What cannot be read may hold the series that seems to be missing.
TEST(CompileDerived, NobodyIsBlamedForAFileThatCannotBeRead) {
    auto folder = with_derived();
    folder.set("data/exports.csv", "category,measure\n");
    const auto compilation = folder.compile();
    EXPECT_GT(compilation.errors, 0);
    EXPECT_THAT(compilation.text(), testing::Not(HasSubstr("statistics.yaml")));
}

}  // namespace
}  // namespace plan
