#include "app/trade_view.h"

#include "base/file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace app {
namespace {

using base::Json;
using statistics::read_trade;
using testing::HasSubstr;

const std::filesystem::path material =
    std::filesystem::path(TAMEEL_SOURCE_DIR) / "../shared/conformance/trade";

/// What `tameel trade trade_matrix.csv --json` prints, beside what the matrices must give.
class TradeView : public testing::Test {
  protected:
    void SetUp() override {
        const auto table = base::read_file(material / "trade_matrix.csv");
        const auto expected = base::read_file(material / "expected.json");
        if (!table.ok() || !expected.ok())
            GTEST_SKIP() << "../shared/conformance/trade is not there";
        expected_ = Json::parse(*expected).value();
        const auto read = read_trade(*table, "trade_matrix.csv");
        ASSERT_TRUE(read.ok()) << read.error().text();
        const auto answer = trade_view(*read, {});
        ASSERT_TRUE(answer.ok()) << answer.error().text();
        printed_ = Json::parse(answer->pretty()).value();
    }

    const std::vector<Json>& listed(const char* key) const {
        return *expected_.find(key)->array_items();
    }
    static const std::string& name(const Json& row, const char* key) {
        return *row.find(key)->string();
    }
    /// The item of a list that has this name.
    static const Json& item(const Json& of, const char* list, const char* key,
                            const std::string& wanted) {
        for (const auto& one : *of.find(list)->array_items())
            if (name(one, key) == wanted)
                return one;
        ADD_FAILURE() << "no " << wanted << " in " << list;
        static const Json none;
        return none;
    }
    const Json& exporter(const std::string& wanted) const {
        return item(printed_, "exporters", "exporter", wanted);
    }

    static double number(const Json& json) {
        return json.integer() != nullptr ? static_cast<double>(*json.integer()) : *json.real();
    }
    static void expect(const Json& row, const char* key, const Json& found, const char* as) {
        const auto& wanted = *row.find(key);
        ASSERT_NE(found.find(as), nullptr) << as;
        const auto& printed = *found.find(as);
        ASSERT_EQ(wanted.is_null(), printed.is_null()) << as;
        if (wanted.is_null())
            return;
        EXPECT_NEAR(number(printed), number(wanted),
                    1e-12 * std::max(1.0, std::abs(number(wanted))))
            << as;
    }

    Json expected_, printed_;
};

TEST_F(TradeView, ConcentrationsAreThoseOfTheReference) {
    for (const auto& row : listed("concentration")) {
        const auto& of = exporter(name(row, "exporter"));
        const auto& found = *of.find(name(row, "by") == "product" ? "concentration_of_products"
                                                                  : "concentration_of_markets");
        expect(row, "n", found, "count");
        expect(row, "hhi", found, "hhi");
        expect(row, "hhi_normalised", found, "hhi_normalised");
        expect(row, "effective_number", found, "effective_number");
        expect(row, "unctad_concentration", found, "unctad_concentration");
        expect(row, "entropy", found, "entropy");
        expect(row, "theil", found, "theil");
        expect(row, "gini", found, "gini");
        expect(row, "gini_hirschman", found, "gini_hirschman");
        expect(row, "cr1", found, "largest_share");
    }
}

TEST_F(TradeView, AdvantagesAndStructuresAreThoseOfTheReference) {
    for (const auto& row : listed("rca")) {
        const auto& found =
            item(exporter(name(row, "exporter")), "products", "product", name(row, "product"));
        expect(row, "x", found, "exports");
        expect(row, "balassa", found, "balassa");
        expect(row, "rsca", found, "symmetric");
        expect(row, "nrca", found, "normalised");
        expect(row, "vollrath_lnrxa", found, "vollrath");
    }
    for (const auto& row : listed("structure"))
        expect(row, "unctad_diversification", exporter(name(row, "exporter")), "diversification");
    for (const auto& row : listed("finger_kreinin"))
        expect(row, "value",
               item(exporter(name(row, "a")), "similarity", "exporter", name(row, "b")), "value");
}

TEST_F(TradeView, MarketsAreThoseOfTheReference) {
    for (const auto* key : {"complementarity", "intensity"})
        for (const auto& row : listed(key))
            expect(
                row, "value",
                item(exporter(name(row, "exporter")), "markets", "importer", name(row, "importer")),
                key);
    for (const auto& row : listed("epi")) {
        const auto& found = item(
            item(exporter(name(row, "exporter")), "markets", "importer", name(row, "importer")),
            "potentials", "product", name(row, "product"));
        expect(row, "ease", found, "ease");
        expect(row, "potential", found, "potential");
        expect(row, "actual", found, "actual");
        expect(row, "unrealised", found, "unrealised");
        expect(row, "realised_share", found, "realised");
    }
}

// Of the others the reference has imports that the table does not list.
TEST_F(TradeView, IntraIndustryTradeIsThatOfTheReferenceWhereTheTableHasTheImports) {
    std::size_t checked = 0;
    for (const auto& row : listed("grubel_lloyd")) {
        const auto& of = exporter(name(row, "country"));
        const bool is_whole = name(row, "product") == "ALL";
        const auto& found = is_whole ? of : item(of, "products", "product", name(row, "product"));
        if (name(row, "country") != "PAK")
            EXPECT_TRUE(found.find("intra_industry_trade")->is_null());
        else
            expect(row, "value", found, "intra_industry_trade"), ++checked;
    }
    EXPECT_EQ(checked, 6u);
}

TEST_F(TradeView, ChangesAreThoseOfTheReference) {
    EXPECT_EQ(name(printed_, "since"), "t0");
    EXPECT_EQ(name(printed_, "period"), "t1");
    for (const auto& row : listed("cms")) {
        const auto& found = *exporter(name(row, "country")).find("constant_market_share");
        expect(row, "v0", found, "before");
        expect(row, "v1", found, "after");
        expect(row, "growth", found, "change");
        expect(row, "world_growth", found, "world_growth");
        expect(row, "commodity", found, "commodity");
        expect(row, "market", found, "market");
        expect(row, "competitiveness_residual", found, "competitiveness");
        expect(row, "share_form_structural", found, "structural");
        expect(row, "share_form_competitive", found, "competitive");
        expect(row, "share_form_interaction", found, "interaction");
    }
    for (const auto& row : listed("growth"))
        expect(row, "pct", *exporter(name(row, "exporter")).find("constant_market_share"),
               "growth");
}

constexpr std::string_view small =
    "exporter,product,importer,value,period\n"
    "PAK,A,USA,10,FY2023\nPAK,B,USA,0,FY2023\n"
    "USA,A,PAK,6,FY2023\nUSA,B,PAK,4,FY2023\n"
    "PAK,A,USA,15,FY2024\nPAK,B,USA,5,FY2024\n"
    "USA,A,PAK,6,FY2024\nUSA,B,PAK,4,FY2024\n";

// Of 20 exports and 10 imports, 6 of A and 4 of B go both ways: 1 - (9 + 1) / 30.
TEST(TradeTables, OfPeriodsMayStandBelowEachOther) {
    const auto table = read_trade(small, "t.csv");
    ASSERT_TRUE(table.ok()) << table.error().text();
    EXPECT_EQ(table->periods, (std::vector<std::string>{"FY2023", "FY2024"}));
    const auto answer = trade_view(*table, {.exporter = "PAK"}).value();
    const auto& of = answer.find("exporters")->array_items()->front();
    EXPECT_EQ(answer.find("exporters")->array_items()->size(), 1u);
    EXPECT_EQ(of.find("markets")->array_items()->size(), 1u) << "not its own market";
    EXPECT_NEAR(*of.find("intra_industry_trade")->real(), 1 - 10.0 / 30, 1e-12);
    EXPECT_NEAR(*of.find("products")->array_items()->front().find("intra_industry_trade")->real(),
                1 - 9.0 / 21, 1e-12);
    EXPECT_EQ(*of.find("constant_market_share")->find("change")->real(), 10);
    const auto earlier = trade_view(*table, {.exporter = "PAK", .period = "FY2023"}).value();
    EXPECT_TRUE(earlier.find("since")->is_null());
    EXPECT_TRUE(
        earlier.find("exporters")->array_items()->front().find("constant_market_share")->is_null());
}

TEST(TradeTables, WithoutAPeriodHaveNoChange) {
    const auto table =
        read_trade("product,exporter,value,importer\nA,PAK,10,USA\nA,IND,5,USA\n", "t.csv");
    ASSERT_TRUE(table.ok()) << table.error().text();
    const auto answer = trade_view(*table, {}).value();
    EXPECT_TRUE(answer.find("period")->is_null());
    EXPECT_TRUE(
        answer.find("exporters")->array_items()->front().find("intra_industry_trade")->is_null())
        << "it imports nothing here";
}

TEST(TradeTables, CodesThatAreNotThereAreRefused) {
    const auto table = read_trade(small, "t.csv").value();
    for (const auto& [question, says] :
         {std::pair{TradeQuestion{.exporter = "PAX"},
                    "no exporter is called PAX; did you mean PAK?"},
          std::pair{TradeQuestion{.product = "C"}, "no product is called C"},
          std::pair{TradeQuestion{.importer = "UAS"}, "did you mean USA?"},
          std::pair{TradeQuestion{.period = "FY2025"}, "no period is called FY2025"},
          std::pair{TradeQuestion{.period = "FY2023", .since = "FY2024"},
                    "expected a period before FY2023"}}) {
        const auto answer = trade_view(table, question);
        ASSERT_FALSE(answer.ok());
        EXPECT_THAT(answer.error().text(), HasSubstr(says));
    }
}

}  // namespace
}  // namespace app
