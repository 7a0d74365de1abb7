#include "app/fund_account.h"
#include "app/fund_budget.h"
#include "app/fund_level.h"
#include "app/fund_rate.h"
#include "app/fund_record.h"
#include "app/funding_view.h"
#include "app/record_for_test.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace app {
namespace {

using base::ErrorCode;
using base::make_day;

class FundingTest : public testing::Test {
  protected:
    FundingTest() {
        EXPECT_TRUE(made_.adopt().ok());
        EXPECT_TRUE(open_account(record(), tdap_, {{}, "A03", "Operating expenses", ""}).ok());
    }
    Record& record() { return made_.record(); }
    Result<journal::Receipt> rate(std::string value, std::string on, std::string published = "") {
        auto loaded = load_rate(
            record(), tdap_,
            {{}, "USD", std::move(value), std::move(on), std::move(published), "a-bank", "", ""});
        if (!loaded.ok())
            return loaded.error();
        return loaded.value().receipt;
    }
    Result<journal::Receipt> fund(std::string stage, std::string amount, std::string currency,
                                  std::optional<base::Day> on = {}, std::string request_id = "") {
        Envelope envelope;
        envelope.effective_on = on;
        envelope.request_id = std::move(request_id);
        return record_funds(record(), tdap_,
                            {envelope,
                             currency == "PKR" ? "psdp" : "wb",
                             "moitt",
                             "1.1.1",
                             "FY2027",
                             std::move(stage),
                             std::move(amount),
                             currency,
                             {}});
    }
    funding::Amounts whole(const Question& question = {}) {
        return funding_view(record(), question).value().table.nodes.front().years.all;
    }

    RecordForTest made_;  // 2026-11-22
    trust::Principal tdap_ = RecordForTest::who("tdap", trust::Role::secretariat);
};

// A rate that was corrected a week later: an old answer uses the one that was known then.
TEST_F(FundingTest, AnAnswerUsesTheRateThatWasKnownOnItsDay) {
    ASSERT_TRUE(rate("280.00", "2026-11-10").ok());
    ASSERT_TRUE(fund("commitment", "100", "USD", make_day(2026, 11, 11)).ok());
    EXPECT_EQ(whole().committed, 2'800'000);
    ASSERT_TRUE(rate("281.00", "2026-11-10", "2026-11-17").ok());
    EXPECT_EQ(whole().committed, 2'810'000);
    EXPECT_EQ(whole({make_day(2026, 11, 16), {}}).committed, 2'800'000);
    EXPECT_EQ(whole({make_day(2026, 11, 17), {}}).committed, 2'810'000);
}

// The same bytes as two entries before: what was typed last counts.
TEST_F(FundingTest, ARateMayGoBackToWhatItWas) {
    ASSERT_TRUE(rate("280", "2026-11-20").ok());
    ASSERT_TRUE(fund("commitment", "100", "USD", make_day(2026, 11, 20)).ok());
    ASSERT_TRUE(rate("290", "2026-11-20").ok());
    EXPECT_EQ(whole().committed, 2'900'000);
    const auto back = rate("280", "2026-11-20");
    ASSERT_TRUE(back.ok());
    EXPECT_FALSE(back.value().repeated);
    EXPECT_EQ(whole().committed, 2'800'000);
}

TEST_F(FundingTest, ARepeatedRequestForARateIsTheSameEntry) {
    RateRequest request{{}, "USD", "280", "2026-11-20", "", "a-bank", "", ""};
    request.request_id = "rate-1";
    const auto first = load_rate(record(), tdap_, request);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(rate("290", "2026-11-20").ok());
    const auto again = load_rate(record(), tdap_, request);
    ASSERT_TRUE(again.ok());
    EXPECT_TRUE(again.value().receipt.repeated);
    EXPECT_EQ(again.value().receipt.seq, first.value().receipt.seq);
}

TEST_F(FundingTest, ARateThatWasNotKnownYetCannotBeUsed) {
    ASSERT_TRUE(rate("280.00", "2026-11-10", "2026-11-20").ok());
    ASSERT_TRUE(fund("commitment", "100", "USD", make_day(2026, 11, 11)).ok());
    EXPECT_EQ(whole().unknown_funds, 0u);
    EXPECT_EQ(whole({make_day(2026, 11, 19), {}}).unknown_funds, 1u);
    const auto view = funding_view(record(), {make_day(2026, 11, 19), {}}).value();
    EXPECT_TRUE(to_json(view)
                    .find("rows")
                    ->array_items()
                    ->front()
                    .find("all")
                    ->find("committed")
                    ->is_null());
    ASSERT_EQ(used_rates(view).size(), 1u);
    EXPECT_EQ(used_rates(view)[0].rate, nullptr);
}

TEST_F(FundingTest, WhatWasRecordedLaterIsNotInAnOlderRecord) {
    ASSERT_TRUE(fund("commitment", "100", "PKR", make_day(2026, 11, 1)).ok());
    const auto evening = made_.clock().now();
    made_.clock().advance(std::chrono::hours{24});
    ASSERT_TRUE(fund("commitment", "50", "PKR", make_day(2026, 11, 2)).ok());
    EXPECT_EQ(whole().committed, 15'000);
    EXPECT_EQ(whole({make_day(2026, 11, 1), {}}).committed, 10'000);
    EXPECT_EQ(whole({make_day(2026, 11, 2), evening}).committed, 10'000);
}

TEST_F(FundingTest, TheSameRequestIsTheSameEntryThoughTheRulesHaveMovedOn) {
    ASSERT_TRUE(fund("commitment", "100", "PKR").ok());
    const auto first = fund("disbursement", "100", "PKR", {}, "pay-1");
    ASSERT_TRUE(first.ok());
    const auto again = fund("disbursement", "100", "PKR", {}, "pay-1");
    ASSERT_TRUE(again.ok()) << again.error().text();
    EXPECT_TRUE(again.value().repeated);
    EXPECT_EQ(again.value().seq, first.value().seq);
    EXPECT_EQ(fund("disbursement", "100", "PKR", {}, "pay-2").error().code,
              ErrorCode::above_commitment);
}

// Two who pay out the same commitment at once: one of them is told that it is spent.
TEST_F(FundingTest, TwoAtOnceDoNotDisburseTheSameMoney) {
    ASSERT_TRUE(fund("commitment", "100", "PKR").ok());
    std::atomic<int> accepted{0};
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i)
        people.emplace_back([&] { accepted += fund("disbursement", "60", "PKR").ok(); });
    people.clear();
    EXPECT_EQ(accepted, 1);
    EXPECT_EQ(whole().disbursed, 6'000);
}

// All entries on money rest on each other, so that writers in parallel would meet in every one.
TEST_F(FundingTest, ManyAtOnceAreAllRecorded) {
    std::atomic<int> accepted{0};
    std::vector<std::jthread> people;
    for (int i = 0; i < 8; ++i)
        people.emplace_back([&] {
            for (int j = 0; j < 25; ++j)
                accepted += fund("commitment", "1", "PKR").ok();
        });
    people.clear();
    EXPECT_EQ(accepted, 200);
    EXPECT_EQ(whole().committed, 20'000);
}

TEST_F(FundingTest, OnlySecretariatAndAdministratorRecordMoney) {
    for (const auto role : {trust::Role::reporter, trust::Role::head, trust::Role::verifier,
                            trust::Role::council, trust::Role::auditor}) {
        const auto refused =
            open_account(record(), RecordForTest::who("tdap", role), {{}, "A13", "Repairs", ""});
        EXPECT_EQ(refused.error().code, ErrorCode::role_not_allowed);
    }
}

TEST_F(FundingTest, NobodyRecordsMoneyForNoInstitution) {
    for (const auto* institution : {"", "nobody"}) {
        const auto who = RecordForTest::who(institution, trust::Role::secretariat);
        EXPECT_EQ(open_account(record(), who, {{}, "A13", "Repairs", ""}).error().code,
                  ErrorCode::unknown_institution);
        EXPECT_EQ(load_rate(record(), who, {{}, "USD", "280", "2026-11-20", "", "a-bank", "", ""})
                      .error()
                      .code,
                  ErrorCode::unknown_institution);
    }
}

// What stands above a part is known in the whole table alone, and the part still says so.
TEST_F(FundingTest, APartAloneSaysThatItIsFundedAbove) {
    ASSERT_TRUE(declare_level(record(), tdap_, {{}, "objective"}).ok());
    ASSERT_TRUE(budget(record(), tdap_,
                       {{}, "halls", "1.1.1", "FY2027", "A03", "500", "PKR", "estimate", "Halls"})
                    .ok());
    ASSERT_TRUE(record_funds(record(), tdap_,
                             {{}, "psdp", "moitt", "1.1", "FY2027", "commitment", "10", "PKR", {}})
                    .ok());
    const auto part = funding_view(record(), {}, {"1.1.1", "", ""}).value();
    ASSERT_EQ(part.table.nodes.size(), 1u);
    EXPECT_EQ(part.table.nodes[0].years.all.cost, 50'000);
    EXPECT_EQ(gap_word(part.table.nodes[0].years.all), "funded above");
    EXPECT_TRUE(part.table.funders.empty());
    EXPECT_EQ(funding_view(record(), {}, {"", "FY2026", ""}).value().table.nodes[0].years.all.cost,
              0);
    EXPECT_EQ(funding_view(record(), {}, {"1.1.1/9", "", ""}).error().code,
              ErrorCode::no_such_subject);
}

TEST_F(FundingTest, AFileOfRatesIsKnownByItsColumns) {
    LoadRequest load;
    load.file = "rates.csv";
    load.bytes =
        "FREQ,CURRENCY,CURRENCY_DENOM,period,value,published,source\n"
        "D,PKR,USD,2026-11-19,281.1,2026-11-19,a-bank\n"
        "D,PKR,EUR,2026-11-19,310,2026-11-19,a-bank\n"
        "M,PKR,USD,2026-10,279,2026-11-01,a-bank\n";
    ASSERT_TRUE(load_dataset(record(), tdap_, load).ok());
    ASSERT_TRUE(fund("pledge", "10", "USD").ok());
    EXPECT_EQ(whole().pledged, 281'100);
    const auto keys = record().series_store().find(rates_dataflow, {}, 1000).value();
    EXPECT_EQ(keys.size(), 3u);
}

TEST_F(FundingTest, AFundersNameBecomesTheCodeOfTheInstitution) {
    ASSERT_TRUE(record_funds(record(), tdap_,
                             {{}, "psdp", "P@SHA", "1.1.1", "FY2027", "pledge", "10", "PKR", {}})
                    .ok());
    const auto view = funding_view(record(), {}).value();
    ASSERT_EQ(view.table.funders.size(), 1u);
    EXPECT_EQ(view.table.funders[0].funder->text, "pasha");
}

}  // namespace
}  // namespace app
