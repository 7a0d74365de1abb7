// The table of published figures as it is, with its slips, its roundings and its missing dates.

#include "base/csv.h"
#include "base/file.h"
#include "statistics/concentration.h"
#include "statistics/derive.h"
#include "statistics/load.h"
#include "statistics/real_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <set>

namespace statistics {
namespace {

using base::Day;
using base::Period;
using ::testing::HasSubstr;

Day day(int year, unsigned month, unsigned d) {
    return base::make_day(year, month, d);
}

Period fiscal_year(int year) {
    return Period::year(year, {7}).value();
}

class PublishedFigures : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto text = testing::published_figures();
        if (!text)
            GTEST_SKIP() << "the table of published figures is neither in strategies/ nor beside "
                            "the repository";
        auto loaded = load_csv(*text, {"monthly-it-exports.csv", "published-figures", {7}});
        ASSERT_TRUE(loaded.ok()) << loaded.error().text();
        loaded_ = std::move(loaded).value();
        const Series* ict = testing::find_series(loaded_, testing::ict_receipts);
        ASSERT_NE(ict, nullptr);
        ict_ = *ict;
    }

    Answer year(int number, Day as_of) const {
        return value_as_of(ict_, fiscal_year(number), as_of, loaded_.sources);
    }
    const Observation& row(std::string_view id) const {
        for (const auto& series : loaded_.series) {
            for (const auto& observation : series.observations) {
                if (observation.row == id)
                    return observation;
            }
        }
        ADD_FAILURE() << "no row " << id;
        static const Observation none;
        return none;
    }

    Loaded loaded_;
    Series ict_;
};

TEST_F(PublishedFigures, AllRowsLoad) {
    EXPECT_EQ(loaded_.report.rows, 1130u);
    EXPECT_EQ(loaded_.report.observations, 1130u);
    EXPECT_EQ(loaded_.report.sources, 142u);
    EXPECT_EQ(loaded_.report.month_dates + loaded_.report.estimated_dates, 341u);
}

TEST_F(PublishedFigures, SuspectsAreTheSlipsAndNothingElse) {
    std::vector<std::string> rows;
    for (const auto& suspect : loaded_.report.suspects)
        rows.push_back(suspect.row);
    for (const auto& warning : loaded_.report.warnings)
        std::cout << warning.text() << '\n';
    // X0555 and X0724 are named as not in force by the very text that prints them.
    EXPECT_THAT(rows, ::testing::ElementsAre("X0147", "X0149", "X0476", "X0555", "X0724", "X0764",
                                             "X0865", "X0898", "X1015", "X1091"));
    EXPECT_THAT(row("X0476").suspect, HasSubstr("1000 times smaller"));
    EXPECT_THAT(row("X0476").suspect, HasSubstr("unit slip?"));
    EXPECT_EQ(row("X0476").value.text(), "1.46") << "a suspect is kept as it was published";
}

TEST_F(PublishedFigures, PrecisionFollowsThePrint) {
    EXPECT_EQ(row("X0415").precision, 2);   // $1.7 billion
    EXPECT_EQ(row("X0638").precision, 1);   // $2.28 billion
    EXPECT_EQ(row("X0495").precision, 0);   // $3.223 billion
    EXPECT_EQ(row("X0678").precision, 0);   // $1.530 billion
    EXPECT_EQ(row("X0468").precision, 0);   // 29.2 crore
    EXPECT_EQ(row("X1030").precision, 0);   // 38 crore 60 lakh
    EXPECT_EQ(row("X1032").precision, 2);   // 1 arab 40 crore
    EXPECT_EQ(row("X1040").precision, 1);   // over 23 crore
    EXPECT_EQ(row("X0263").precision, -3);  // 633.130, stored as 633.13
    EXPECT_EQ(row("X0263").value.text(), "633.130");
}

TEST_F(PublishedFigures, UnknownDatesFollowTheLatestPeriodOfTheirSource) {
    // Both stand in one text about April 2024; the one about April 2023 was not out in 2023.
    EXPECT_EQ(row("X1090").vintage, (Vintage{day(2024, 5, 20), true}));
    EXPECT_EQ(row("X1091").vintage, (Vintage{day(2024, 5, 20), true}));
    // The target for FY2029 does not move the text of July 2025 into 2029.
    EXPECT_EQ(row("X0580").vintage, (Vintage{day(2025, 7, 20), true}));
    // Only a month is printed: 2023-06.
    EXPECT_EQ(row("X1100").vintage, (Vintage{day(2023, 6, 30), false}));
}

TEST_F(PublishedFigures, Fy2024AsOfMay2024IsTheCumulativeFigureAndApril) {
    const Answer answer = year(2024, day(2024, 5, 20));
    ASSERT_TRUE(answer.value.has_value()) << answer.reason;
    EXPECT_EQ(answer.value->text(), "2590");
    EXPECT_EQ(answer.coverage, (Coverage{10, 12}));
    EXPECT_FALSE(answer.complete);
    EXPECT_FALSE(answer.estimated);
    EXPECT_EQ(answer.vintage, day(2024, 5, 20));
    EXPECT_EQ(answer.precision, 1);
    ASSERT_EQ(answer.derivation->operands.size(), 2u);
    EXPECT_EQ(answer.derivation->operands[0].row, "X0638");
    EXPECT_EQ(answer.derivation->operands[0].vintage->known_on, day(2024, 4, 22));
    EXPECT_EQ(answer.derivation->operands[1].row, "X0843");
    EXPECT_EQ(answer.derivation->operands[1].value.text(), "310");
    std::cout << answer.derivation->text() << answer.json().text() << '\n';
}

// "$1.7 billion" of 22 February has a stated date and 1719.921 an estimated one; the former is the
// latter rounded. So is 2.59 billion of 2 June to 2593, but not the sum of May, which nobody
// printed.
TEST_F(PublishedFigures, ARoundingNeverHidesTheFinerFigureWhoseDateIsEstimated) {
    const auto expect = [&](Day as_of, std::string_view value, std::string_view row) {
        const Answer answer = year(2024, as_of);
        ASSERT_TRUE(answer.derivation.has_value()) << answer.reason;
        EXPECT_EQ(answer.value->text(), value) << base::to_string(as_of);
        EXPECT_EQ(answer.derivation->row, row) << base::to_string(as_of);
        EXPECT_EQ(answer.estimated, row == "X0417" || row == "X1090") << base::to_string(as_of);
    };
    expect(day(2024, 2, 19), "1454.881", "X0917");
    for (Day d = day(2024, 2, 20); d < day(2024, 3, 20); d += std::chrono::days{1})
        expect(d, "1719.921", "X0417");
    expect(day(2024, 3, 20), "2000", "X0633");  // 1,978 is known from 2025 alone
    for (Day d = day(2024, 5, 20); d < day(2024, 6, 2); d += std::chrono::days{1})
        expect(d, "2590", "");  // 2280 + 310
    for (Day d = day(2024, 6, 2); d < day(2024, 6, 20); d += std::chrono::days{1})
        expect(d, "2593", "X1090");
}

TEST_F(PublishedFigures, NoAnswerUsesAFigureOfTheFuture) {
    for (Day as_of = day(2023, 7, 1); as_of < day(2024, 8, 1); as_of += std::chrono::days{1}) {
        const Answer answer = year(2024, as_of);
        EXPECT_LE(answer.vintage.value_or(as_of), as_of);
        EXPECT_EQ(answer.value.has_value(), answer.coverage.known > 0);
        EXPECT_LE(answer.coverage.known, answer.coverage.of);
    }
}

TEST_F(PublishedFigures, Fy2024TodayIsTheFullYear) {
    const Answer answer = year(2024, day(2026, 11, 22));
    EXPECT_EQ(answer.value->text(), "3223");
    EXPECT_TRUE(answer.complete);
    EXPECT_EQ(answer.coverage, (Coverage{12, 12}));
}

// 2605.34 (PBS) and 2605 are superseded by 2593, 2597 and last 2596, for no rounding turns one into
// the other; 2.59 billion of October 2025 is 2596 cut off and supersedes nothing.
TEST_F(PublishedFigures, Fy2023IsTheLastRevisionNotTheLastRounding) {
    EXPECT_EQ(year(2023, day(2023, 7, 18)).value->text(), "2605");
    EXPECT_EQ(year(2023, day(2023, 8, 18)).value->text(), "2593");
    EXPECT_EQ(year(2023, day(2023, 8, 22)).value->text(), "2605.34");
    EXPECT_EQ(year(2023, day(2024, 6, 21)).value->text(), "2597");
    EXPECT_EQ(year(2023, day(2024, 7, 20)).value->text(), "2596");
    EXPECT_EQ(year(2023, day(2026, 11, 22)).value->text(), "2596");
}

TEST_F(PublishedFigures, Fy2025AndBeforeTheFirstPublication) {
    EXPECT_EQ(year(2025, day(2026, 11, 22)).value->text(), "3810");
    const Answer early = year(2024, day(2023, 8, 1));
    EXPECT_FALSE(early.value.has_value());
    EXPECT_THAT(early.reason, HasSubstr("nothing published yet"));
    EXPECT_TRUE(early.json().find("value")->is_null());
}

TEST_F(PublishedFigures, GrowthComparesTheSameMonths) {
    const Answer growth = growth_as_of(ict_, fiscal_year(2024), day(2024, 5, 20), loaded_.sources);
    ASSERT_TRUE(growth.value.has_value()) << growth.reason;
    EXPECT_EQ(growth.coverage, (Coverage{10, 12}));
    EXPECT_EQ(growth.value->text(), "21.4");  // 2590 / 2133, both July to April
    const Answer full = growth_as_of(ict_, fiscal_year(2024), day(2026, 11, 22), loaded_.sources);
    EXPECT_NEAR(full.value->to_double(), 100 * (3223.0 / 2596 - 1), 0.06);
    std::cout << full.derivation->text();
}

// 54.54 and 97.05 percent: notes/engines.md, section 4; bounds as in conformance/trade.
TEST_F(PublishedFigures, MarketsAreConcentratedWithinBounds) {
    std::vector<Series> shares;
    for (const auto& series : loaded_.series) {
        if (*series.key.find("measure") == "share of export receipts")
            shares.push_back(series);
    }
    const auto result =
        concentration_as_of(shares, "geography", std::nullopt, day(2026, 11, 22), loaded_.sources);
    ASSERT_TRUE(result.largest_share.has_value()) << result.reason;
    EXPECT_DOUBLE_EQ(*result.largest_share, 54.54);
    EXPECT_EQ(result.largest, "United States");
    EXPECT_NEAR(result.hhi->lower, 0.317, 0.0005);
    EXPECT_NEAR(result.hhi->upper, 0.3233607064, 1e-9);
    EXPECT_FALSE(result.all_published);
    EXPECT_EQ(result.shares.size(), 5u);
    const auto before =
        concentration_as_of(shares, "geography", std::nullopt, day(2023, 6, 29), loaded_.sources);
    EXPECT_FALSE(before.hhi.has_value());
    EXPECT_THAT(before.reason, HasSubstr("published yet"));
}

class Material : public PublishedFigures {
  protected:
    // The rows of a CSV beside the repository, by column name.
    std::vector<std::map<std::string, std::string>> rows(const std::string& name) {
        std::vector<std::map<std::string, std::string>> result;
        const auto text =
            base::read_file(std::filesystem::path(TAMEEL_SOURCE_DIR) / "../shared/strategy" / name);
        if (!text.ok())
            return result;
        base::CsvReader reader(*text, name);
        const auto header = reader.next().value().value();
        for (auto fields = reader.next(); fields.ok() && fields->has_value();
             fields = reader.next()) {
            auto& row = result.emplace_back();
            for (std::size_t i = 0; i < header.size(); ++i)
                row[header[i]] = (**fields)[i];
        }
        return result;
    }
};

TEST_F(Material, MonthsBySubtractionAreTheListedOnes) {
    const auto listed = rows("derived_months.csv");
    if (listed.empty())
        GTEST_SKIP() << "../shared/strategy/derived_months.csv is not there";
    for (const auto& expected : listed) {
        const auto month = Period::parse(expected.at("month")).value();
        const Answer answer = month_as_of(ict_, month, day(2026, 11, 22), loaded_.sources);
        ASSERT_TRUE(answer.derivation.has_value()) << expected.at("month") << answer.reason;
        EXPECT_EQ(*answer.value, base::Decimal::parse(expected.at("value_usd_million")).value())
            << answer.derivation->text();
        EXPECT_EQ(answer.derivation->operation, Operation::difference);
        EXPECT_EQ(answer.derivation->operands.front().value, row(expected.at("row_a")).value);
    }
}

TEST_F(Material, TotalsAndPartsRecomputeAsListed) {
    const auto listed = rows("identity_checks.csv");
    if (listed.empty())
        GTEST_SKIP() << "../shared/strategy/identity_checks.csv is not there";
    for (const auto& check : listed) {
        const std::string ids = check.at("row_ids");
        const auto total = row(ids.substr(0, 5)).value;
        base::Decimal parts;
        for (std::size_t at = 6; at < ids.size(); at += 6)
            parts = base::add(parts, row(ids.substr(at, 5)).value).value();
        EXPECT_NEAR(parts.to_double(), std::stod(check.at("sum_of_parts")), 1e-4) << ids;
        EXPECT_NEAR(base::subtract(parts, total).value().to_double(),
                    std::stod(check.at("difference")), 1e-3)
            << ids;
    }
}

TEST_F(Material, EveryListedConflictIsKeptWithAllItsValues) {
    const auto listed = rows("vintage_conflicts.csv");
    if (listed.empty())
        GTEST_SKIP() << "../shared/strategy/vintage_conflicts.csv is not there";
    EXPECT_EQ(listed.size(), 110u);
    for (const auto& conflict : listed) {
        const std::string ids = conflict.at("row_ids");
        std::set<std::string> wanted;
        for (std::size_t at = 0; at < ids.size(); at += 6)
            wanted.insert(ids.substr(at, 5));
        std::set<std::string> found;
        for (const auto& series : loaded_.series) {
            if (*series.key.find("category") != conflict.at("category") ||
                *series.key.find("measure") != conflict.at("measure"))
                continue;
            for (const auto* o : vintages(series, row(*wanted.begin()).time, day(2026, 11, 22)))
                found.insert(o->row);
        }
        for (const auto& id : wanted)
            EXPECT_TRUE(found.contains(id)) << id << " of " << ids;
    }
}

}  // namespace
}  // namespace statistics
