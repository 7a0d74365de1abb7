#include "statistics/trade.h"

#include "base/file.h"
#include "base/json.h"
#include "statistics/derived.h"
#include "statistics/made_series.h"
#include "statistics/read_trade.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <limits>

namespace statistics {
namespace {

const std::filesystem::path material =
    std::filesystem::path(TAMEEL_SOURCE_DIR) / "../shared/conformance/trade";

/// The given matrices of two periods, and what they must give.
class Trade : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto table = base::read_file(material / "trade_matrix.csv");
        const auto expected = base::read_file(material / "expected.json");
        if (!table.ok() || !expected.ok())
            GTEST_SKIP() << "../shared/conformance/trade is not there";
        expected_ = base::Json::parse(*expected).value();
        auto read = read_trade(*table, "trade_matrix.csv");
        ASSERT_TRUE(read.ok()) << read.error().text();
        ASSERT_EQ(read->matrices.size(), 2U);
        names_ = {read->exporters, read->products, read->importers};
        before_ = std::move(read->matrices[0]);
        after_ = std::move(read->matrices[1]);
        ASSERT_TRUE(check(before_).ok());
        ASSERT_TRUE(check(after_).ok());
    }

    std::size_t index(std::size_t of, const std::string& name) const {
        const auto at = std::ranges::find(names_[of], name);
        EXPECT_NE(at, names_[of].end()) << name;
        return static_cast<std::size_t>(at - names_[of].begin());
    }
    std::size_t exporter(const base::Json& row, const char* key = "exporter") const {
        return index(0, *row.find(key)->string());
    }
    std::size_t product(const base::Json& row) const {
        return index(1, *row.find("product")->string());
    }
    std::size_t importer(const base::Json& row) const {
        return index(2, *row.find("importer")->string());
    }
    const std::vector<base::Json>& rows(const char* of) const {
        return *expected_.find(of)->array_items();
    }

    static void expect(const base::Json& row, const char* key, std::optional<double> found) {
        const auto* wanted = row.find(key);
        ASSERT_NE(wanted, nullptr) << key;
        if (wanted->is_null()) {
            EXPECT_FALSE(found) << key;
            return;
        }
        const double value = wanted->integer() != nullptr ? static_cast<double>(*wanted->integer())
                                                          : *wanted->real();
        ASSERT_TRUE(found) << key;
        EXPECT_NEAR(*found, value, 1e-12 * std::max(1.0, std::abs(value))) << key;
    }

    TradeMatrix before_, after_;
    base::Json expected_;
    std::array<std::vector<std::string>, 3> names_;
};

TEST_F(Trade, AdvantagesAreThoseOfTheReference) {
    for (const auto& row : rows("rca")) {
        const auto found = advantage(after_, exporter(row), product(row));
        ASSERT_TRUE(found);
        expect(row, "x", after_.sum(exporter(row), product(row), std::nullopt));
        expect(row, "balassa", found->balassa);
        expect(row, "rsca", found->symmetric);
        expect(row, "nrca", found->normalised);
        expect(row, "vollrath_lnrxa", found->vollrath);
    }
}

TEST_F(Trade, StructuresAreThoseOfTheReference) {
    for (const auto& row : rows("structure"))
        expect(row, "unctad_diversification", diversification(after_, exporter(row)));
    for (const auto& row : rows("finger_kreinin"))
        expect(row, "value", export_similarity(after_, exporter(row, "a"), exporter(row, "b")));
    for (const auto& row : rows("complementarity"))
        expect(row, "value", complementarity(after_, exporter(row), importer(row)));
    for (const auto& row : rows("intensity"))
        expect(row, "value", intensity(after_, exporter(row), importer(row)));
}

TEST_F(Trade, ChangesAreTakenApartInTwoFormsThatAddUp) {
    for (const auto& row : rows("cms")) {
        const auto found = constant_market_share(before_, after_, exporter(row, "country"));
        ASSERT_TRUE(found.ok() && found->has_value());
        const auto& cms = **found;
        expect(row, "growth", cms.change);
        expect(row, "world_growth", cms.world_growth);
        expect(row, "commodity", cms.commodity);
        expect(row, "market", cms.market);
        expect(row, "competitiveness_residual", cms.competitiveness);
        expect(row, "share_form_structural", cms.structural);
        expect(row, "share_form_competitive", cms.competitive);
        expect(row, "share_form_interaction", cms.interaction);
        EXPECT_NEAR(cms.structural + cms.competitive + cms.interaction, cms.change, 1e-9);
    }
}

TEST_F(Trade, PotentialsAreThoseOfTheReference) {
    for (const auto& row : rows("epi")) {
        const auto found = export_potential(after_, exporter(row), product(row), importer(row));
        ASSERT_TRUE(found);
        expect(row, "ease", found->ease);
        expect(row, "potential", found->potential);
        expect(row, "actual", found->actual);
        expect(row, "unrealised", found->unrealised);
        expect(row, "realised_share", found->realised());
    }
}

// Printed as exact figures are, to two places: growth over the four years between the periods.
TEST_F(Trade, GrowthIsThatOfTheReference) {
    for (const auto& row : rows("growth")) {
        const auto e = exporter(row);
        const auto total = [&](const TradeMatrix& matrix) {
            return fmt::format("{:.3f}", matrix.sum(e, std::nullopt, std::nullopt));
        };
        const auto before = total(before_), after = total(after_);
        const auto series = testing::series_of("USD", {{"FY2020", before.c_str(), "2020-08-01"},
                                                       {"FY2024", after.c_str(), "2024-08-01"}});
        const auto first = base::Period::parse("FY2020", {7}).value();
        const auto last = base::Period::parse("FY2024", {7}).value();
        const auto day = base::make_day(2026, 1, 1);
        const auto change =
            percent_change(value_as_of(series, last, day, {}), value_as_of(series, first, day, {}));
        const auto a_year = average_growth(series, first, last, day, {});
        ASSERT_TRUE(change.value && a_year.value);
        EXPECT_NEAR(change.value->to_double(), *row.find("pct")->real(), 0.005);
        EXPECT_NEAR(a_year.value->to_double(), *row.find("cagr_4y")->real(), 0.005);
    }
}

// The reference names no imports; they are whole numbers, so each follows from its product's index,
// and the index of all products is the test.
TEST_F(Trade, IntraIndustryTradeOfAllProductsIsWeighted) {
    for (const auto& name : names_[0]) {
        std::vector<double> exports, imports;
        std::optional<double> wanted;
        for (const auto& row : rows("grubel_lloyd")) {
            if (*row.find("country")->string() != name)
                continue;
            const double index_of = *row.find("value")->real();
            if (*row.find("product")->string() == "ALL") {
                wanted = index_of;
                continue;
            }
            const double x = after_.sum(index(0, name), product(row), std::nullopt);
            const double less = index_of * x / (2 - index_of), more = x * (2 - index_of) / index_of;
            const bool is_less = std::abs(less - std::round(less)) < 1e-6;
            exports.push_back(x);
            imports.push_back(std::round(is_less ? less : more));
            EXPECT_NEAR(
                *intra_industry_trade(std::span{exports}.last(1), std::span{imports}.last(1))
                     .value(),
                index_of, 1e-12);
        }
        ASSERT_TRUE(wanted);
        EXPECT_NEAR(*intra_industry_trade(exports, imports).value(), *wanted, 1e-12) << name;
    }
}

TEST(TradeOfNothing, HasNoMeasures) {
    const TradeMatrix nothing{2, 2, 2, std::vector<double>(8)};
    EXPECT_TRUE(check(nothing).ok());
    EXPECT_FALSE(advantage(nothing, 0, 0));
    EXPECT_FALSE(diversification(nothing, 0));
    EXPECT_FALSE(export_similarity(nothing, 0, 1));
    EXPECT_FALSE(complementarity(nothing, 0, 0));
    EXPECT_FALSE(intensity(nothing, 0, 0));
    EXPECT_FALSE(export_potential(nothing, 0, 0, 0));
    EXPECT_FALSE(constant_market_share(nothing, nothing, 0).value());
    EXPECT_FALSE(intra_industry_trade({}, {}).value());
}

TEST(TradeMatrices, ThatCannotBeAreRefused) {
    EXPECT_FALSE(check({2, 2, 2, std::vector<double>(7)}).ok());
    EXPECT_FALSE(check({1, 1, 1, {-1}}).ok());
    EXPECT_FALSE(check({1, 1, 1, {std::numeric_limits<double>::quiet_NaN()}}).ok());
    EXPECT_FALSE(constant_market_share({1, 1, 1, {1}}, {1, 1, 2, {1, 1}}, 0).ok());
    const double negative[] = {-1}, one[] = {1}, two[] = {1, 2};
    EXPECT_FALSE(intra_industry_trade(negative, one).ok());
    EXPECT_FALSE(intra_industry_trade(one, two).ok());
}

}  // namespace
}  // namespace statistics
