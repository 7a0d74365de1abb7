#include "statistics/balance.h"

#include "base/csv.h"
#include "base/file.h"
#include "base/text.h"
#include "statistics/made_series.h"
#include "statistics/real_file.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

namespace statistics {
namespace {

using ::testing::HasSubstr;
using testing::series_of;

const base::Day today = base::make_day(2026, 11, 22);

/// The published figures, and the list of sums that were checked by hand.
class Balances : public ::testing::Test {
  protected:
    using Row = std::map<std::string, std::string>;

    void SetUp() override {
        const auto text = testing::published_figures();
        const auto list = base::read_file(std::filesystem::path(TAMEEL_SOURCE_DIR) /
                                          "../shared/strategy/identity_checks.csv");
        if (!text || !list.ok())
            GTEST_SKIP() << "the published figures or ../shared/strategy/identity_checks.csv are "
                            "not there";
        loaded_ = load_csv(*text, {"monthly-it-exports.csv", "published-figures", {7}}).value();
        base::CsvReader reader{*list, "identity_checks.csv"};
        const auto header = reader.next().value().value();
        while (const auto fields = reader.next().value()) {
            auto& row = listed_.emplace_back();
            for (std::size_t i = 0; i < header.size(); ++i)
                row[header[i]] = (*fields)[i];
        }
        for (const auto& series : loaded_.series)
            for (const auto& figure : series.observations)
                by_row_[figure.row] = &series;
    }

    /// What one source printed of the series that holds a row.
    Series printed(const std::string& row, const std::string& source) const {
        Series only{by_row_.at(row)->key, {}};
        for (const auto& figure : by_row_.at(row)->observations)
            if (figure.source == source)
                only.observations.push_back(figure);
        return only;
    }
    /// When the row of the list is about, as its first figure has it.
    TimePeriod time(const std::string& row) const {
        for (const auto& figure : by_row_.at(row)->observations)
            if (figure.row == row)
                return figure.time;
        return {};
    }

    Loaded loaded_;
    std::vector<Row> listed_;
    std::map<std::string, const Series*> by_row_;
};

std::set<std::string> rows_of(const Balance& balance) {
    std::set<std::string> rows{balance.total.derivation->row};
    for (const auto& operand : balance.sum.derivation->operands)
        rows.insert(operand.row);
    return rows;
}

// "slip in source" of the list is what no rounding explains.
Verdict listed_verdict(const std::string& result) {
    return result == "ok"                 ? Verdict::holds
           : result == "rounded operands" ? Verdict::rounded
                                          : Verdict::does_not_hold;
}

TEST_F(Balances, AreThoseOfTheList) {
    ASSERT_EQ(listed_.size(), 136u);
    std::vector<std::string> differ;
    for (const auto& row : listed_) {
        const auto& source = row.at("source_key");
        const auto ids = base::split(row.at("row_ids"), ' ');
        const std::string first{ids.front()};
        const auto total = printed(first, source);
        std::vector<Series> parts;
        for (std::size_t i = 1; i < ids.size(); ++i)
            parts.push_back(printed(std::string{ids[i]}, source));
        std::vector<const Series*> pointers;
        for (const auto& part : parts)
            pointers.push_back(&part);
        const auto found = balance_of(pointers, total, time(first), today, loaded_.sources);
        ASSERT_TRUE(found.difference) << row.at("row_ids") << ": " << text_of(found.notes);
        EXPECT_EQ(rows_of(found), (std::set<std::string>{ids.begin(), ids.end()}));
        EXPECT_NEAR(found.total.value->to_double(), std::stod(row.at("total")), 1e-9);
        EXPECT_NEAR(found.sum.value->to_double(), std::stod(row.at("sum_of_parts")), 1e-9)
            << row.at("row_ids");
        EXPECT_NEAR(found.difference->to_double(), std::stod(row.at("difference")), 1e-9)
            << row.at("row_ids");
        if (found.verdict != listed_verdict(row.at("result")))
            differ.push_back(fmt::format("{}: {}, listed as {}", row.at("row_ids"),
                                         word(found.verdict), row.at("result")));
    }
    // 6.73 and 2.027 are 8.757, printed as 8.73: the list lets it pass, the printed digits do not.
    EXPECT_THAT(differ, ::testing::ElementsAre(HasSubstr("does not hold, listed as ok")));
}

// All series at once, without saying which source: the latest release that has every figure.
TEST_F(Balances, OfTheStoreAreOfTheLatestReleaseThatHasAll) {
    const auto with = [&](const std::string& category) {
        auto filter = testing::ict_receipts;
        filter["category"] = category;
        return testing::find_series(loaded_, filter);
    };
    const Series* parts[] = {with("computer services"), with("telecommunication services"),
                             with("information services")};
    const auto* total = testing::find_series(loaded_, testing::ict_receipts);
    const auto year = TimePeriod::parse("FY2023", {7}).value();
    const auto found = balance_of(parts, *total, year, today, loaded_.sources);
    EXPECT_EQ(found.verdict, Verdict::holds) << found.text();
    EXPECT_THAT(found.text(), HasSubstr("of one release, Daily Times / APP [pbs_fy23]"));
    const auto before = balance_of(parts, *total, year, base::make_day(2023, 7, 1), {});
    EXPECT_EQ(before.verdict, Verdict::not_known);
    EXPECT_EQ(before.notes.front().key, "no_release_has_all");
    EXPECT_THAT(before.text(), HasSubstr("no value: no release known on 2023-07-01"));
}

Balance of(const char* total, const char* a, const char* b) {
    const auto whole = series_of("USD", {{"FY2024", total, "2024-08-01"}});
    const auto one = series_of("USD", {{"FY2024", a, "2024-08-01"}}, "a");
    const auto two = series_of("USD", {{"FY2024", b, "2024-08-01"}}, "b");
    const Series* parts[] = {&one, &two};
    return balance_of(parts, whole, TimePeriod::parse("FY2024", {7}).value(), today, {});
}

TEST(Balance, HoldsToTheDigitsThatWerePrinted) {
    EXPECT_EQ(of("10.00", "4.50", "5.50").verdict, Verdict::holds);
    EXPECT_EQ(of("10.01", "4.50", "5.50").verdict, Verdict::holds) << "a half unit of each";
    EXPECT_EQ(of("10.02", "4.50", "5.50").verdict, Verdict::does_not_hold);
    EXPECT_EQ(of("10", "4.56", "6.21").verdict, Verdict::rounded)
        << "10.77 with its digits cut off";
    EXPECT_EQ(of("10", "4.56", "7.21").verdict, Verdict::does_not_hold);
    EXPECT_EQ(of("10", "4.56", "6.21").difference->text(), "0.77");
}

TEST(Balance, OfWhatIsNoPartIsRefusedWithItsReason) {
    const auto whole = series_of("USD", {{"FY2024", "10", "2024-08-01"}});
    const auto other = series_of("PKR", {{"FY2024", "10", "2024-08-01"}}, "a");
    const auto year = TimePeriod::parse("FY2024", {7}).value();
    const Series* rupees[] = {&other};
    EXPECT_EQ(balance_of(rupees, whole, year, today, {}).notes.front().key, "part_of_another_unit");
    const Series* itself[] = {&whole};
    EXPECT_EQ(balance_of(itself, whole, year, today, {}).notes.front().key, "own_part");
    EXPECT_EQ(balance_of({}, whole, year, today, {}).notes.front().key, "no_parts");
    EXPECT_TRUE(balance_of({}, whole, year, today, {}).json().find("difference")->is_null());
}

// A figure that derived answers pass over was published all the same.
TEST(Balance, TakesSuspectFiguresAndNamesThem) {
    const auto whole = series_of("USD", {{"FY2024", "10.0", "2024-08-01"}});
    auto part = series_of("USD", {{"FY2024", "100.0", "2024-08-01"}}, "a");
    part.observations.front().row = "X1";
    part.observations.front().suspect = "ten times too large";
    const Series* parts[] = {&part};
    const auto found =
        balance_of(parts, whole, TimePeriod::parse("FY2024", {7}).value(), today, {});
    EXPECT_EQ(found.verdict, Verdict::does_not_hold);
    EXPECT_THAT(found.text(), HasSubstr("X1 is not used: it is ten times too large"));
}

}  // namespace
}  // namespace statistics
