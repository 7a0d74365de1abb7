#include "plan/claims.h"

#include "plan/test_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace plan {
namespace {

using testing::HasSubstr;

/// The claims of a sources.yaml with these figures ("F1 458 USD million", "F2 21 percent",
/// "F3 90 percent about") and one claim.
Compilation check(const std::vector<std::string>& figures, const std::string& claim) {
    std::string yaml =
        "documents:\n  - code: paper\n    title: A paper\n  - code: strategy-paper\n    title: x\n"
        "  - code: central-bank\n    title: x\nfigures:\n";
    for (const auto& figure : figures) {
        std::istringstream words{figure};
        std::string code, value, unit, word;
        words >> code >> value >> unit;
        yaml += "  - code: " + code +
                "\n    document: paper\n    subject: a figure\n    value: " + value +
                "\n    unit: " + unit + "\n";
        while (words >> word)
            yaml += (word == "about" || word == "at_least" || word == "at_most" ? "    bound: "
                                                                                : "    scale: ") +
                    word + "\n";
    }
    yaml += "claims:\n  - code: claim\n    statement: A claim\n" + claim;
    auto compilation = TestFolder{}.set("sources.yaml", yaml).compile();
    EXPECT_EQ(compilation.errors, 0) << compilation.text();
    return compilation;
}

void expect_holds(const std::vector<std::string>& figures, const std::string& claim) {
    const auto compilation = check(figures, claim);
    ASSERT_EQ(compilation.claims.size(), 1u);
    EXPECT_TRUE(compilation.claims[0].check.holds) << compilation.text();
    EXPECT_EQ(compilation.warnings, 0);
}

/// The recomputed number and the hint of a claim that must not hold.
std::string broken(const std::vector<std::string>& figures, const std::string& claim) {
    const auto compilation = check(figures, claim);
    if (compilation.claims.size() != 1 || compilation.claims[0].check.holds)
        return "it holds";
    EXPECT_EQ(codes_and_places(compilation).substr(0, 5), "W0120");
    const auto& result = compilation.claims[0].check;
    return result.recomputed + (result.hint.empty() ? "" : "; " + result.hint);
}

// The names of the next tests are those of the review of the source documents.
TEST(Claims, A1FindsMillionForBillion) {
    EXPECT_EQ(broken({"F1 458 USD million", "F2 2.135 USD million", "F3 2.593 USD billion"},
                     "    kind: difference\n    result: F1\n    from: F2\n    to: F3\n"),
              "2590.9 USD million; 2.135 million would have to be 2.135 billion");
}

TEST(Claims, A2FindsAUnitThatIsPrintedOnce) {
    EXPECT_THAT(broken({"F1 399.51 PKR", "F2 398.78 PKR million"},
                       "    kind: same_magnitude\n    result: F1\n    of: F2\n"),
                HasSubstr("399.51 would have to be 399.51 million"));
}

TEST(Claims, A6FindsARoundingToTheWrongSide) {
    EXPECT_EQ(broken({"F1 177 USD billion", "F2 177942 USD million"},
                     "    kind: equal\n    result: F1\n    of: F2\n"),
              "177.9 USD billion");
}

TEST(Claims, B1FindsThatGrowthAndItsYearlyRateDisagree) {
    EXPECT_EQ(broken({"F1 178 percent", "F2 30 percent"},
                     "    kind: compound\n    result: F1\n    rate: F2\n    years: 5\n"),
              "271.3 percent");
}

TEST(Claims, B3FindsAYearlyGrowthThatIsTooSmall) {
    EXPECT_EQ(broken({"F1 14 percent", "F2 220 USD million about", "F3 2000 USD million about"},
                     "    kind: cagr\n    result: F1\n    from: F2\n    to: F3\n    years: 10\n"),
              "24.7 percent");
}

TEST(Claims, B4FindsAYearlyGrowthOfEmployment) {
    EXPECT_EQ(broken({"F1 7.8 percent", "F2 1.3 persons million", "F3 1.8 persons million"},
                     "    kind: cagr\n    result: F1\n    from: F2\n    to: F3\n    years: 3\n"),
              "11.46 percent");
}

TEST(Claims, B5FindsAShareOfAnotherWhole) {
    EXPECT_EQ(broken({"F1 90 percent about", "F2 1158.31 USD million", "F3 1439.97 USD million"},
                     "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n"),
              "80.4 percent");
}

TEST(Claims, B7FindsAnHourThatCostsCents) {
    EXPECT_EQ(broken({"F1 1 USD billion", "F2 10 hours billion"},
                     "    kind: per_unit_between\n    part: F1\n    whole: F2\n    least: 1\n    "
                     "most: 200\n"),
              "0.1");
}

TEST(Claims, B8FindsAShareWithAnotherPopulation) {
    EXPECT_EQ(broken({"F1 49 percent", "F2 94.3 persons million", "F3 200 persons million"},
                     "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n"),
              "47.1 percent");
}

TEST(Claims, B9FindsAShareOfAnotherWorkforce) {
    EXPECT_EQ(broken({"F1 16 percent", "F2 110000 jobs", "F3 1.32 persons million"},
                     "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n"),
              "8.33 percent");
}

TEST(Claims, B10FindsSharesThatAddToMoreThanAll) {
    EXPECT_EQ(broken({"F1 36.4 percent", "F2 28 percent", "F3 27 percent", "F4 10 percent"},
                     "    kind: total\n    parts: [F1, F2, F3, F4]\n"),
              "101.4");
}

TEST(Claims, B11FindsATableRowOf101) {
    EXPECT_EQ(broken({"F1 32 percent", "F2 13 percent", "F3 56 percent"},
                     "    kind: total\n    parts: [F1, F2, F3]\n"),
              "101");
}

TEST(Claims, B12FindsASumBelowItsBound) {
    EXPECT_EQ(broken({"F1 6.3 USD billion at_least", "F2 839.7 USD million",
                      "F3 1394.0 USD million", "F4 1336.1 USD million", "F5 2073.0 USD million"},
                     "    kind: sum\n    result: F1\n    parts: [F2, F3, F4, F5]\n"),
              "5.64 USD billion");
}

TEST(Claims, B15FindsAFlowAboveItsTarget) {
    EXPECT_EQ(broken({"F1 796 mauzas", "F2 341 mauzas"},
                     "    kind: not_above\n    result: F1\n    of: F2\n"),
              "341 mauzas");
}

TEST(Claims, B17FindsStartUpsOfTheSizeOfFactories) {
    EXPECT_EQ(broken({"F1 126000 jobs at_least", "F2 1317 startups at_least"},
                     "    kind: per_unit_between\n    part: F1\n    whole: F2\n    least: 0\n    "
                     "most: 50\n"),
              "95.7");
}

TEST(Claims, B18FindsAHalfYearAsLargeAsAYear) {
    EXPECT_EQ(broken({"F1 398.78 PKR million", "F2 399.51 PKR million"},
                     "    kind: per_unit_between\n    part: F1\n    whole: F2\n    least: 0.25\n   "
                     " most: 0.75\n"),
              "0.998");
}

// What the review recomputed and found in order.
TEST(Claims, StaySilentOnSumsThatHold) {
    expect_holds({"F1 269.8 USD million", "F2 156.9 USD million", "F3 112.9 USD million"},
                 "    kind: sum\n    result: F1\n    parts: [F2, F3]\n");
    expect_holds({"F1 54.1 percent", "F2 52.8 percent", "F3 1.3 percent"},
                 "    kind: sum\n    result: F1\n    parts: [F2, F3]\n");
    expect_holds({"F1 97.05 percent", "F2 2.95 percent"}, "    kind: total\n    parts: [F1, F2]\n");
    expect_holds({"F1 54 percent", "F2 23 percent", "F3 23 percent"},
                 "    kind: total\n    parts: [F1, F2, F3]\n");
    expect_holds(
        {"F1 150 USD billion", "F2 81 USD billion", "F3 34.5 USD billion", "F4 34.5 USD billion"},
        "    kind: sum\n    result: F1\n    parts: [F2, F3, F4]\n");
}

TEST(Claims, StaySilentOnSharesAndGrowthThatHold) {
    expect_holds({"F1 88.6 percent", "F2 1.72 USD billion", "F3 1.94 USD billion"},
                 "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n");
    expect_holds({"F1 97.6 percent", "F2 52.8 percent", "F3 54.1 percent"},
                 "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n");
    expect_holds({"F1 16.7 percent", "F2 1.47 USD billion", "F3 1.72 USD billion"},
                 "    kind: growth\n    result: F1\n    from: F2\n    to: F3\n");
    expect_holds({"F1 36 percent", "F2 1.6 persons million", "F3 4.47 persons million"},
                 "    kind: share\n    result: F1\n    part: F2\n    whole: F3\n");
    expect_holds({"F1 458 USD million", "F2 2.135 USD billion", "F3 2.593 USD billion"},
                 "    kind: difference\n    result: F1\n    from: F2\n    to: F3\n");
    expect_holds({"F1 21 percent", "F2 2.135 USD billion", "F3 2.593 USD billion"},
                 "    kind: growth\n    result: F1\n    from: F2\n    to: F3\n");
}

TEST(Claims, AllowARateThatWasCutInsteadOfRounded) {
    const std::string claim = "    kind: growth\n    result: F1\n    from: F2\n    to: F3\n";
    expect_holds({"F1 1.9 percent", "F2 27588 USD million", "F3 28129 USD million"}, claim);
    EXPECT_EQ(broken({"F1 1.8 percent", "F2 27588 USD million", "F3 28129 USD million"}, claim),
              "1.96 percent");
    EXPECT_EQ(broken({"F1 2.1 percent", "F2 27588 USD million", "F3 28129 USD million"}, claim),
              "1.96 percent");
}

TEST(Claims, KnowLakhCroreAndArab) {
    const std::string equal = "    kind: equal\n    result: F1\n    of: F2\n";
    expect_holds({"F1 2.5 PKR crore", "F2 250 PKR lakh"}, equal);
    expect_holds({"F1 3.1 PKR arab", "F2 3.1 PKR billion"}, equal);
    expect_holds({"F1 3.1 PKR arab", "F2 310 PKR crore"}, equal);
    EXPECT_THAT(broken({"F1 25 PKR lakh", "F2 25 PKR crore"}, equal),
                HasSubstr("25 lakh would have to be 25 crore"));
}

TEST(Claims, FindADigitSlipByTrying) {
    EXPECT_THAT(broken({"F1 201 USD million", "F2 180 USD million", "F3 2.1 USD million"},
                       "    kind: sum\n    result: F1\n    parts: [F2, F3]\n"),
                HasSubstr("2.1 million would have to be 21 million"));
}

TEST(Claims, HoldABoundToItsSideOnly) {
    const std::string claim = "    kind: sum\n    result: F1\n    parts: [F2]\n";
    expect_holds({"F1 10 firms at_least", "F2 500 firms"}, claim);
    expect_holds({"F1 10 firms at_most", "F2 5 firms"}, claim);
    EXPECT_EQ(broken({"F1 10 firms at_most", "F2 12 firms"}, claim), "12 firms");
}

TEST(Claims, CountWhatIsListed) {
    expect_holds({"F1 8 centres"}, "    kind: count\n    result: F1\n    items: 8\n");
    EXPECT_EQ(
        broken({"F1 30 persons at_least"}, "    kind: count\n    result: F1\n    items: 26\n"),
        "26 persons");
}

TEST(Claims, MultiplyFactors) {
    expect_holds({"F1 12 USD million", "F2 3 units million", "F3 4 USD"},
                 "    kind: product\n    result: F1\n    factors: [F2, F3]\n");
}

TEST(Claims, SayWhenTheyCannotBeComputed) {
    const Figure zero{.code = "F1",
                      .document = {},
                      .place = {},
                      .subject = {},
                      .measure = {},
                      .value = base::Decimal{0},
                      .unit = "USD",
                      .scale = {},
                      .bound = {},
                      .period = {},
                      .note = {},
                      .mark = {}};
    Claim claim;
    claim.kind = ClaimKind::growth;
    claim.operands = {{"result", {zero}}, {"from", {zero}}, {"to", {zero}}};
    const auto result = check_claim(claim);
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, base::ErrorCode::claim_incomplete);
}

}  // namespace
}  // namespace plan
