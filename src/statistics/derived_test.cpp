#include "statistics/derived.h"

#include "base/csv.h"
#include "base/file.h"
#include "statistics/made_series.h"
#include "statistics/real_file.h"
#include "statistics/revisions.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>

namespace statistics {
namespace {

using statistics::testing::series_of;
using ::testing::HasSubstr;

class Derived : public ::testing::Test {
  protected:
    void SetUp() override {
        const auto text = statistics::testing::published_figures();
        if (!text)
            GTEST_SKIP() << "the published figures are not there";
        loaded_ = load_csv(*text, {"monthly-it-exports.csv", "published-figures", {7}}).value();
    }
    const Series& receipts(const std::string& category) const {
        auto filter = statistics::testing::ict_receipts;
        filter["category"] = category;
        return *statistics::testing::find_series(loaded_, filter);
    }
    const Series& ict() const {
        return *statistics::testing::find_series(loaded_, statistics::testing::ict_receipts);
    }
    static base::Period period(const char* text) { return base::Period::parse(text, {7}).value(); }

    const base::Day today_ = base::make_day(2026, 11, 22);
    Loaded loaded_;
};

std::string said(const Answer& answer) {
    return answer.value ? fmt::format("{} {}", answer.value->text(), answer.unit) : answer.reason;
}

TEST_F(Derived, GrowthIsThatOfTheWholePeriods) {
    EXPECT_EQ(said(growth_on_period(ict(), period("FY2024"), today_, loaded_.sources)),
              "24.15 percent");
    EXPECT_EQ(said(growth_as_of(ict(), period("FY2024"), today_, loaded_.sources)),
              "24.15 percent");
    const auto april = growth_on_period(ict(), period("2024-04"), today_, loaded_.sources);
    EXPECT_EQ(said(april), "1.3 percent");
    EXPECT_THAT(april.derivation->text(), HasSubstr("310 USD million for 2024-04"));
    EXPECT_THAT(april.derivation->text(), HasSubstr("306 USD million for 2024-03"));
    EXPECT_THAT(said(growth_on_period(ict(), period("FY2024"), base::make_day(2024, 5, 20),
                                      loaded_.sources)),
                HasSubstr("FY2024 is published for 10 of 12 months"));
}

// Five fiscal years in a row are four years of growth.
TEST_F(Derived, AverageGrowthCountsTheYearsBetween) {
    const auto four =
        average_growth(ict(), period("FY2020"), period("FY2024"), today_, loaded_.sources);
    ASSERT_TRUE(four.value) << four.reason;
    EXPECT_EQ(four.reason, "over 4 years");
    const auto first = value_as_of(ict(), period("FY2020"), today_, loaded_.sources);
    EXPECT_NEAR(four.value->to_double(),
                100 * (std::pow(3223 / first.value->to_double(), 0.25) - 1), 0.005);
    EXPECT_THAT(
        said(average_growth(ict(), period("FY2024"), period("FY2020"), today_, loaded_.sources)),
        HasSubstr("the later one second"));
    EXPECT_THAT(
        said(average_growth(ict(), period("FY2024"), period("2024-12"), today_, loaded_.sources)),
        HasSubstr("of one kind"));
}

TEST_F(Derived, ASumOfMonthsNamesThoseThatAreMissing) {
    const auto year = rolling_sum(ict(), period("2024-06"), 12, today_, loaded_.sources);
    ASSERT_TRUE(year.value) << year.reason;
    EXPECT_NEAR(year.value->to_double(), 3223, 10);
    EXPECT_EQ(year.coverage, (Coverage{12, 12}));
    EXPECT_EQ(year.derivation->operands.size(), 12);
    const auto early =
        rolling_sum(ict(), period("2024-06"), 12, base::make_day(2024, 5, 20), loaded_.sources);
    EXPECT_FALSE(early.value);
    EXPECT_THAT(early.reason, HasSubstr("2024-05, 2024-06"));
}

TEST_F(Derived, SharesAreThoseOfParts) {
    const auto& computer = receipts("computer services");
    const auto share = share_of(computer, ict(), period("FY2023"), today_, loaded_.sources);
    ASSERT_TRUE(share.value) << share.reason;
    // The total was revised to 2596 since, the part was not: what one release printed is compared.
    EXPECT_EQ(said(share), "81.03 percent");
    EXPECT_EQ(share.reason,
              "of one release, Daily Times / APP [pbs_fy23] of 2023-08-22; in force now: 2596 USD "
              "million for FY2023");
    ASSERT_EQ(share.messages.size(), 2u);
    EXPECT_EQ(share.messages[0].key, "one_release");
    const auto* source = share.messages[0].parameters.find("source");
    EXPECT_EQ(*source->find("key")->string(), "pbs_fy23");
    EXPECT_EQ(*source->find("publisher")->string(), "Daily Times / APP");
    EXPECT_EQ(share.messages[1].key, "in_force_now");
    EXPECT_EQ(share.messages[1].parameters.find("figures")->array_items()->size(), 1u);
    EXPECT_THAT(said(share_of(ict(), computer, period("FY2023"), today_, loaded_.sources)),
                HasSubstr("is no part of"));
}

TEST_F(Derived, AnIndexIsAHundredAtItsBase) {
    EXPECT_EQ(
        said(index_number(ict(), period("FY2023"), period("FY2023"), today_, loaded_.sources)),
        "100.00 (FY2023 = 100)");
    EXPECT_EQ(
        said(index_number(ict(), period("FY2024"), period("FY2023"), today_, loaded_.sources)),
        "124.15 (FY2023 = 100)");
    EXPECT_THAT(
        said(index_number(ict(), period("FY2024"), period("FY1999"), today_, loaded_.sources)),
        HasSubstr("nothing published yet for FY1999"));
}

// Each month that nobody published, from the two sums to date that the list names.
TEST_F(Derived, MonthlyFlowsAreThoseOfTheList) {
    const auto list = base::read_file(std::filesystem::path(TAMEEL_SOURCE_DIR) /
                                      "../shared/strategy/derived_months.csv");
    if (!list.ok())
        GTEST_SKIP() << "../shared/strategy/derived_months.csv is not there";
    base::CsvReader reader{*list, "derived_months.csv"};
    reader.next().value();
    std::size_t checked = 0;
    while (const auto row = reader.next().value()) {
        const auto month = base::Period::parse(row->at(0)).value();
        const auto flow = monthly_flow(ict(), month, today_, loaded_.sources);
        ASSERT_TRUE(flow.value) << month.text() << ": " << flow.reason;
        EXPECT_EQ(*flow.value, base::Decimal::parse(row->at(1)).value()) << flow.derivation->text();
        EXPECT_EQ(flow.derivation->operation, Operation::difference);
        EXPECT_THAT(flow.derivation->text(), HasSubstr(row->at(3).substr(0, 5)));
        ++checked;
    }
    EXPECT_EQ(checked, 8u);
}

TEST_F(Derived, AMonthlyFlowIsOfOneReleaseAndNamesWhatElseIsPublished) {
    // A month that is published for itself: the sums to date say nearly the same.
    const auto april = monthly_flow(ict(), period("2024-04"), today_, loaded_.sources);
    ASSERT_TRUE(april.value) << april.reason;
    EXPECT_EQ(april.derivation->operation, Operation::difference);
    EXPECT_EQ(april.time, "2024-04");
    EXPECT_GT(april.uncertainty, 0);
    const auto early =
        monthly_flow(ict(), period("2024-04"), base::make_day(2024, 4, 25), loaded_.sources);
    EXPECT_FALSE(early.value);
    EXPECT_EQ(early.messages.front().key, "no_sum_to_date");
    EXPECT_THAT(early.reason, HasSubstr("no sum to date is published for 2023-07/2024-04"));
    EXPECT_EQ(monthly_flow(ict(), period("FY2024"), today_, loaded_.sources).messages[0].key,
              "expected_a_month");
}

TEST(DerivedOfMade, MonthlyFlowsStayWithinOneSource) {
    const auto series = series_of("USD", {{"2023-07/2023-08", "20.0", "2023-09-20", "bank"},
                                          {"2023-07/2023-09", "30.0", "2023-10-20", "bank"},
                                          {"2023-07/2023-08", "21.0", "2023-10-25", "news"},
                                          {"2023-09", "10.5", "2023-10-25", "news"},
                                          {"2023-07", "9.0", "2023-08-20", "bank"}});
    const auto day = base::make_day(2024, 1, 1);
    const auto flow = monthly_flow(series, base::Period::month(2023, 9), day, {});
    EXPECT_EQ(said(flow), "9.0 USD") << "the sums in force, for the bank's own was superseded";
    EXPECT_EQ(flow.reason,
              "no release has all of these figures; they are of bank, news; for the "
              "month itself 10.5 USD are published");
    const auto before =
        monthly_flow(series, base::Period::month(2023, 9), base::make_day(2023, 10, 21), {});
    EXPECT_EQ(said(before), "10.0 USD");
    EXPECT_TRUE(before.reason.empty());
    const auto july = monthly_flow(series, base::Period::month(2023, 7), day, {});
    EXPECT_EQ(said(july), "9.0 USD");
    EXPECT_EQ(july.derivation->operation, Operation::published);
    EXPECT_THAT(said(monthly_flow(series, base::Period::month(2023, 11), day, {})),
                HasSubstr("2023-07/2023-11 by 2024-01-01; no sum to date is published for "
                          "2023-07/2023-10"));
    const auto state = series_of("people", {{"2023-12 (point in time)", "40", "2024-01-20"}});
    EXPECT_EQ(monthly_flow(state, base::Period::month(2023, 12), day, {}).messages[0].key,
              "not_a_flow");
}

TEST_F(Derived, AYearToDateIsAsFarAsIsPublished) {
    const auto to_april = year_to_date(ict(), period("2024-04"), {7}, today_, loaded_.sources);
    EXPECT_EQ(said(to_april), "2593 USD million");
    EXPECT_EQ(to_april.time, "2023-07/2024-04");
    EXPECT_TRUE(to_april.complete);
    const auto year =
        year_to_date(ict(), period("FY2024"), {7}, base::make_day(2024, 5, 25), loaded_.sources);
    EXPECT_EQ(year.coverage, (Coverage{10, 12}));
    EXPECT_EQ(year.messages.front().key, "published_in_part");
    const auto june =
        year_to_date(ict(), period("2024-06"), {7}, base::make_day(2024, 5, 25), loaded_.sources);
    EXPECT_FALSE(june.value) << "a month is asked for itself";
    EXPECT_EQ(june.reason, "published for 10 of 12 months by 2024-05-25");
    EXPECT_THAT(said(year_to_date(ict(), period("1999-06"), {7}, today_, loaded_.sources)),
                HasSubstr("nothing published yet for 1998-07/1999-06"));
}

TEST_F(Derived, ReceiptsAHeadAreInTheMoneyItself) {
    const auto freelance = [&](const char* measure, const char* unit) -> const Series& {
        return *statistics::testing::find_series(
            loaded_, {{"category", "freelancers, all"}, {"measure", measure}, {"unit", unit}});
    };
    const auto& receipts = freelance("receipts", "USD million");
    const auto& people = freelance("number of freelancers", "persons");
    const auto half = per_head(receipts, people, period("2025-H2"), today_, loaded_.sources);
    // 557 million over 2.32 million people, who were counted a year before.
    EXPECT_EQ(said(half), "240 USD a head") << half.uncertainty;
    EXPECT_EQ(half.reason, "divided by the figure of 2024-12 (point in time)");
    EXPECT_NEAR(half.uncertainty, 0.74, 0.02);
    const auto none = per_head(receipts, people, period("FY2022"), today_, loaded_.sources);
    EXPECT_EQ(none.messages.front().key, "no_state");
    EXPECT_EQ(per_head(receipts, receipts, period("FY2022"), today_, loaded_.sources).reason,
              "expected a number of persons, found USD million");
}

TEST(DerivedOfMade, ScalesOfBothUnitsCount) {
    const auto flow = series_of("PKR billion", {{"FY2024", "10", "2024-07-20"}});
    const auto heads =
        series_of("persons million", {{"2024-06 (point in time)", "4", "2024-07-20"}});
    EXPECT_EQ(said(per_head(flow, heads, base::Period::parse("FY2024", {7}).value(),
                            base::make_day(2026, 1, 1), {})),
              "2500 PKR a head");
}

TEST(DerivedOfMade, AFlowForEachHeadNamesAnOlderCount) {
    const auto flow = series_of("USD", {{"FY2024", "1000", "2024-07-20"}});
    const auto heads = series_of("people", {{"2023-12 (point in time)", "40", "2024-01-20"},
                                            {"2024-12 (point in time)", "50", "2025-01-20"}});
    const auto answer = per_unit(flow, heads, base::Period::parse("FY2024", {7}).value(),
                                 base::make_day(2026, 1, 1), {});
    EXPECT_EQ(said(answer), "25.0 USD / people") << answer.uncertainty;
    EXPECT_EQ(answer.reason, "divided by the figure of 2023-12 (point in time)");
    const auto old = series_of("people", {{"2022-12 (point in time)", "40", "2023-01-20"}});
    EXPECT_THAT(said(per_unit(flow, old, base::Period::parse("FY2024", {7}).value(),
                              base::make_day(2026, 1, 1), {})),
                HasSubstr("no figure of"));
}

// June of one year is not held against March of another.
TEST(DerivedOfMade, StatesAreComparedAtTheSameMonth) {
    const auto firms = series_of("companies", {{"2023-06 (point in time)", "400", "2023-07-20"},
                                               {"2024-03 (point in time)", "450", "2024-04-20"},
                                               {"2024-06 (point in time)", "500", "2024-07-20"}});
    const auto fy = [](const char* text) { return base::Period::parse(text, {7}).value(); };
    const auto early = base::make_day(2024, 5, 1), late = base::make_day(2025, 1, 1);
    EXPECT_EQ(said(growth_on_period(firms, fy("FY2024"), late, {})), "25.0 percent");
    EXPECT_EQ(said(growth_as_of(firms, fy("FY2024"), late, {})), "25.0 percent");
    EXPECT_EQ(said(growth_as_of(firms, fy("2024-06"), late, {})), "25.0 percent");
    EXPECT_EQ(said(growth_on_period(firms, fy("FY2024"), early, {})),
              "2024-03 (point in time) of FY2024 is not compared with 2023-06 (point in time) of "
              "FY2023");
    EXPECT_EQ(
        said(growth_as_of(firms, fy("FY2024"), early, {})),
        "2024-03 (point in time) is published, but not 2023-03, which growth is measured from");
    EXPECT_THAT(said(index_number(firms, fy("FY2024"), fy("FY2023"), early, {})),
                HasSubstr("is not compared with"));
    EXPECT_THAT(said(average_growth(firms, fy("FY2023"), fy("FY2024"), early, {})),
                HasSubstr("is not compared with"));
    const auto registered =
        series_of("companies", {{"2024-06 (point in time)", "100", "2024-07-20"}});
    EXPECT_EQ(said(share_of(registered, firms, fy("FY2024"), late, {})), "20.0 percent");
    const auto older = series_of("companies", {{"2024-03 (point in time)", "100", "2024-04-20"}});
    EXPECT_THAT(said(share_of(older, firms, fy("FY2024"), late, {})),
                HasSubstr("is not compared with"));
}

TEST(DerivedOfMade, WhatIsNotPositiveHasNoGrowth) {
    const auto series =
        series_of("USD", {{"FY2023", "0", "2023-07-20"}, {"FY2024", "10", "2024-07-20"}});
    const auto fy = [](const char* text) { return base::Period::parse(text, {7}).value(); };
    const auto day = base::make_day(2026, 1, 1);
    EXPECT_THAT(said(growth_on_period(series, fy("FY2024"), day, {})), HasSubstr("positive"));
    EXPECT_THAT(said(average_growth(series, fy("FY2023"), fy("FY2024"), day, {})),
                HasSubstr("positive"));
    EXPECT_THAT(said(index_number(series, fy("FY2024"), fy("FY2023"), day, {})),
                HasSubstr("positive"));
    EXPECT_THAT(said(share_of(series, series, fy("FY2023"), day, {})), HasSubstr("positive"));
}

TEST(Revisions, AreCountedWithoutRoundingsAndConfirmations) {
    const auto series = series_of("USD", {{"2024-01", "100.0", "2024-02-20"},
                                          {"2024-01", "100", "2024-03-01"},
                                          {"2024-01", "103.0", "2024-08-20"},
                                          {"2024-02", "200.0", "2024-03-20"},
                                          {"2024-02", "199.0", "2024-08-20"},
                                          {"2024-03", "300.0", "2024-04-20"},
                                          {"2024-03", "300.0", "2024-08-20"}});
    const auto found =
        revisions_of(series, base::Frequency::month, Span::period, base::make_day(2026, 1, 1));
    ASSERT_EQ(found.periods.size(), 3);
    EXPECT_EQ(found.periods[0].figures.size(), 2);
    EXPECT_EQ(found.periods[2].figures.size(), 1);
    EXPECT_EQ(found.revised, 2);
    EXPECT_NEAR(*found.mean, 2.0 / 3, 1e-12);
    EXPECT_NEAR(*found.mean_absolute, 4.0 / 3, 1e-12);
    EXPECT_NEAR(*found.relative_mean_absolute, 400.0 / 602, 1e-12);
    EXPECT_NEAR(*found.bias_t, 0.5547, 1e-4);
    EXPECT_FALSE(*found.is_biased);
    EXPECT_EQ(found.upward, 1);
    EXPECT_EQ(found.downward, 1);
    const auto early =
        revisions_of(series, base::Frequency::month, Span::period, base::make_day(2024, 3, 31));
    EXPECT_FALSE(early.mean);
    EXPECT_THAT(early.reason, HasSubstr("2 periods"));
}

TEST_F(Derived, FiscalYearsWereRevisedAsTheyWere) {
    const auto found = revisions_of(ict(), base::Frequency::year, Span::period, today_);
    const auto fy2023 = std::ranges::find_if(
        found.periods, [](const auto& one) { return one.time.text() == "FY2023"; });
    ASSERT_NE(fy2023, found.periods.end());
    EXPECT_EQ(fy2023->latest().value.text(), "2596");
    EXPECT_EQ(found.upward, 1);
    EXPECT_EQ(found.downward, 2);
    EXPECT_THAT(found.text(), HasSubstr("no bias can be told: t = -1.22 with 7 periods"));
}

// Three periods, each revised upward by nearly the same: 10, 10.1, 9.9.
TEST(Revisions, TellABiasThatChanceDoesNotExplain) {
    const auto series = series_of("USD", {{"2024-01", "100.0", "2024-02-20"},
                                          {"2024-01", "110.0", "2024-08-20"},
                                          {"2024-02", "200.0", "2024-03-20"},
                                          {"2024-02", "210.1", "2024-08-20"},
                                          {"2024-03", "300.0", "2024-04-20"},
                                          {"2024-03", "309.9", "2024-08-20"}});
    const auto found =
        revisions_of(series, base::Frequency::month, Span::period, base::make_day(2026, 1, 1));
    EXPECT_NEAR(*found.bias_t, 10 / (0.1 / std::sqrt(3.0)), 1e-6);
    EXPECT_TRUE(*found.is_biased);
    EXPECT_EQ(found.upward, 3);
    EXPECT_FALSE(found.mean_growth_revision) << "nothing of the year before";
}

}  // namespace
}  // namespace statistics
