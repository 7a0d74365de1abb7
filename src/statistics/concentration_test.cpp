#include "statistics/concentration.h"

#include "base/file.h"
#include "base/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace statistics {
namespace {

std::optional<base::Json> reference(const std::string& name) {
    const auto path =
        std::filesystem::path(TAMEEL_SOURCE_DIR) / "../shared/conformance/trade" / name;
    const auto text = base::read_file(path);
    if (!text.ok())
        return std::nullopt;
    auto json = base::Json::parse(*text, name);
    return json.ok() ? std::optional{std::move(json).value()} : std::nullopt;
}

double number(const base::Json& json) {
    if (const auto* integer = json.integer())
        return static_cast<double>(*integer);
    return json.real() != nullptr ? *json.real() : NAN;
}

double number(const base::Json& object, std::string_view key) {
    const auto* member = object.find(key);
    return member == nullptr ? NAN : number(*member);
}

std::vector<double> numbers(const base::Json& object, std::string_view key) {
    std::vector<double> result;
    for (const auto& item : *object.find(key)->array_items())
        result.push_back(number(item));
    return result;
}

void expect_as_listed(const base::Json& expected, std::string_view shares) {
    const auto found = herfindahl(numbers(expected, shares)).value();
    EXPECT_NEAR(found.hhi, number(expected, "hhi"), 1e-12);
    EXPECT_NEAR(found.effective_number, number(expected, "effective_number"), 1e-9);
    EXPECT_NEAR(found.largest_share, number(expected, "cr1"), 1e-12);
    EXPECT_NEAR(found.top(4), number(expected, "cr4"), 1e-12);
    EXPECT_NEAR(found.top(5), number(expected, "cr5"), 1e-12);
    EXPECT_NEAR(found.gini_hirschman, number(expected, "gini_hirschman"), 1e-10);
    EXPECT_NEAR(10000 * found.hhi, number(expected, "hhi_10000"), 1e-8);
    EXPECT_NEAR(found.entropy, number(expected, "entropy"), 1e-12);
    EXPECT_NEAR(found.theil, number(expected, "theil"), 1e-12);
    EXPECT_NEAR(found.gini, number(expected, "gini"), 1e-12);
    EXPECT_EQ(found.unctad.has_value(), !expected.find("unctad_concentration")->is_null());
    if (found.unctad) {
        EXPECT_NEAR(*found.unctad, number(expected, "unctad_concentration"), 1e-12);
    }
    EXPECT_EQ(found.normalised.has_value(), !expected.find("hhi_normalised")->is_null());
    if (found.normalised) {
        EXPECT_NEAR(*found.normalised, number(expected, "hhi_normalised"), 1e-12);
    }
}

TEST(Herfindahl, GivesTheReferenceValues) {
    const auto units = reference("concentration_units.json");
    const auto trade = reference("expected.json");
    if (!units || !trade)
        GTEST_SKIP() << "../shared/conformance/trade is not there";
    std::size_t checked = 0;
    for (const auto& expected : *units->array_items())
        expect_as_listed(expected, "shares"), ++checked;
    for (const auto& expected : *trade->find("concentration")->array_items())
        expect_as_listed(expected, "values"), ++checked;
    EXPECT_GE(checked, 13u);
}

TEST(HhiBounds, GiveTheReferenceValues) {
    const auto seed = reference("hhi_bounds_seed.json");
    if (!seed)
        GTEST_SKIP() << "../shared/conformance/trade is not there";
    PartialShares shares;
    for (const double percent : numbers(*seed, "top_shares_pct"))
        shares.largest.push_back(percent / 100);
    shares.top_sum = number(*seed, "top20_pct") / 100;
    shares.top_count = static_cast<int>(number(*seed, "n_top"));
    shares.rest_count = static_cast<int>(number(*seed, "n_rest"));
    const auto bounds = hhi_bounds(shares).value();
    EXPECT_NEAR(bounds.lower, number(*seed, "lower"), 1e-12);
    EXPECT_NEAR(bounds.upper, number(*seed, "upper_bound"), 1e-9);
}

TEST(HhiBounds, HoldEveryCompletionOfTheShares) {
    // 0.5 and 0.2 are published; any split of 0.3 into parts of at most 0.2 lies between.
    const auto bounds = hhi_bounds({.largest = {0.5, 0.2}}).value();
    for (const auto& rest :
         {std::vector{0.2, 0.1}, std::vector{0.15, 0.15}, std::vector{0.1, 0.1, 0.1}}) {
        std::vector<double> all = {0.5, 0.2};
        all.insert(all.end(), rest.begin(), rest.end());
        const double hhi = herfindahl(all)->hhi;
        EXPECT_LE(bounds.lower, hhi);
        EXPECT_GE(bounds.upper + 1e-12, hhi);
    }
    EXPECT_NEAR(bounds.upper, 0.25 + 0.04 + 0.04 + 0.01, 1e-12);
}

TEST(HhiBounds, RefuseSharesThatCannotBe) {
    EXPECT_FALSE(hhi_bounds({.largest = {}}).ok());
    EXPECT_FALSE(hhi_bounds({.largest = {0.7, 0.6}}).ok());
    EXPECT_FALSE(hhi_bounds({.largest = {0.7}, .top_count = 5, .top_sum = 0.6}).ok());
    EXPECT_FALSE(herfindahl(std::vector<double>{}).ok());
    EXPECT_FALSE(herfindahl(std::vector<double>{0.5, -0.1}).ok());
    EXPECT_FALSE(herfindahl(std::vector<double>{0, 0}).ok());
}

Series market(std::string name, std::string_view value) {
    Series series;
    series.key =
        SeriesKey::create("trade", {{"geography", std::move(name)}, {"unit", "USD million"}})
            .value();
    Observation o;
    o.time = TimePeriod::parse("FY2024").value();
    o.value = base::Decimal::parse(value).value();
    o.vintage = {base::make_day(2024, 7, 20), false};
    series.observations = {o};
    return series;
}

TEST(Concentration, OfLevelsIsExactWhereTheyMakeTheWhole) {
    const std::vector<Series> all = {market("A", "60"), market("B", "40"), market("world", "100")};
    const auto result =
        concentration_as_of(all, "geography", std::nullopt, base::make_day(2024, 8, 1), {});
    EXPECT_TRUE(result.all_published);
    EXPECT_NEAR(result.hhi->lower, 0.52, 1e-12);
    EXPECT_EQ(result.hhi->lower, result.hhi->upper);
    EXPECT_DOUBLE_EQ(*result.largest_share, 60);
}

// Five markets have a total of their own, which is not the world's.
TEST(Concentration, ATotalOfSomeIsNotTheWhole) {
    const std::vector<Series> all = {market("A", "60"), market("B", "20"),
                                     market("total of the two", "80"), market("world", "100")};
    const auto result =
        concentration_as_of(all, "geography", std::nullopt, base::make_day(2024, 8, 1), {});
    EXPECT_FALSE(result.all_published);
    EXPECT_NEAR(result.hhi->lower, 0.40, 1e-12);
    EXPECT_NEAR(result.hhi->upper, 0.44, 1e-12) << "no ranking: all that is left may be one's";
    EXPECT_NEAR(result.effective_number->lower, 1 / 0.44, 1e-12);
    EXPECT_NEAR(result.effective_number->upper, 1 / 0.40, 1e-12);
    EXPECT_DOUBLE_EQ(*result.largest_share, 60);
    EXPECT_NE(result.text().find("HHI 0.4000 to 0.4400 for FY2024"), std::string::npos)
        << result.text();
}

// Shares of 0.6 and 0.4, each a half unit off, and a whole that is: 2 s d + d².
TEST(Concentration, SaysWhatRoundingMayHide) {
    const std::vector<Series> all = {market("A", "60"), market("B", "40"), market("world", "100")};
    const auto result =
        concentration_as_of(all, "geography", std::nullopt, base::make_day(2024, 8, 1), {});
    const auto hidden = [](double share) {
        const double off = 0.005 + share * 0.005;
        return 2 * share * off + off * off;
    };
    EXPECT_NEAR(result.uncertainty, hidden(0.6) + hidden(0.4), 1e-12);
    const auto none =
        concentration_as_of(all, "geography", std::nullopt, base::make_day(2024, 1, 1), {});
    EXPECT_EQ(none.messages.front().key, "no_shares");
    EXPECT_EQ(none.text(), "no value: no shares by geography published yet by 2024-01-01\n");
}

TEST(Concentration, DoesNotNameALargestThatAnUnpublishedOneMayExceed) {
    const std::vector<Series> all = {market("A", "30"), market("B", "10"), market("world", "100")};
    const auto result =
        concentration_as_of(all, "geography", std::nullopt, base::make_day(2024, 8, 1), {});
    EXPECT_FALSE(result.largest_share.has_value());
    EXPECT_FALSE(result.reason.empty());
}

}  // namespace
}  // namespace statistics
