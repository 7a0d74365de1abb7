#include "app/figure_view.h"

#include "app/record_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace app {
namespace {

using base::ErrorCode;
using testing::HasSubstr;

class FigureViewTest : public testing::Test, protected RecordForTest {
  protected:
    void SetUp() override {
        const auto adoption = adopt();
        ASSERT_TRUE(adoption.ok()) << adoption.error().text();
    }
    Result<FigureAnswer> ask(FigureQuestion question) { return figure_view(record(), question); }
    static FigureQuestion ict(FigureOf what, std::string period = "FY2024") {
        FigureQuestion question;
        question.series = {
            "category=telecommunications, computer and information services (ICT, total)",
            "measure=receipts", "geography=world", "unit=USD million"};
        question.what = what;
        question.period = std::move(period);
        return question;
    }
    static std::string value(const Result<FigureAnswer>& answer) {
        if (!answer.ok())
            return answer.error().text();
        const auto& found = std::get<statistics::Answer>(answer->found);
        return found.value ? found.value->text() + " " + found.unit : found.reason;
    }
    // The code and the words of what is refused.
    static void expect_refused(const Result<FigureAnswer>& answer, ErrorCode code,
                               const std::string& says) {
        ASSERT_FALSE(answer.ok());
        EXPECT_EQ(answer.error().code, code) << answer.error().text();
        EXPECT_THAT(answer.error().text(), HasSubstr(says));
    }
};

TEST_F(FigureViewTest, EveryDeclaredFigureOfTheStrategyHasAnAnswer) {
    const auto& declared = record().now()->plan->working->statistics->derived;
    ASSERT_GE(declared.size(), 8u);
    for (const auto& figure : declared) {
        FigureQuestion question;
        question.declared = figure.id;
        const bool is_of_months = usual_frequency(figure.what) == base::Frequency::month ||
                                  figure.every == base::Frequency::month;
        question.period = is_of_months                            ? "2024-06"
                          : figure.every == base::Frequency::half ? "2025-H2"
                                                                  : "FY2023";
        const auto answer = ask(question);
        ASSERT_TRUE(answer.ok()) << figure.id << ": " << answer.error().text();
        EXPECT_EQ(answer->name, figure.naming.name);
        EXPECT_FALSE(answer->name_ur.empty()) << figure.id;
        const auto json = to_json(*answer);
        if (const auto* one = std::get_if<statistics::Answer>(&answer->found))
            EXPECT_EQ(one->value.has_value(), figure.id != "CALL_CENTRE_SHARE")
                << figure.id << ": " << one->reason;
        else
            EXPECT_TRUE(json.find("contributions") != nullptr ||
                        json.find("revisions") != nullptr || json.find("balance") != nullptr ||
                        json.find("concentration") != nullptr);
        question.period.clear();
        EXPECT_TRUE(ask(question).ok()) << figure.id;
    }
}

// Where no period is named, the latest that is published as a whole.
TEST_F(FigureViewTest, TheLatestPeriodIsOfTheFiguresOwnKind) {
    const auto time = [&](const char* id) {
        FigureQuestion question;
        question.declared = id;
        return std::get<statistics::Answer>(ask(question)->found).time;
    };
    EXPECT_EQ(time("ICT_MONTHLY_FLOW"), "2026-02");
    EXPECT_EQ(time("ICT_YEAR_TO_DATE"), "2025-07/2026-02");
    EXPECT_EQ(time("ICT_MONTH_GROWTH"), "2026-02");
    EXPECT_EQ(time("COMPUTER_CONTRIBUTION"), "FY2025");
    EXPECT_EQ(time("FREELANCE_RECEIPTS_A_HEAD"), "FY2026-H1");
    auto question = ict(FigureOf::value, "");
    question.every = base::Frequency::quarter;
    EXPECT_EQ(std::get<statistics::Answer>(ask(question)->found).time, "FY2026-Q2");
    EXPECT_FALSE(parse_every("week").ok());
    EXPECT_FALSE(parse_every("mnth").ok());
}

TEST_F(FigureViewTest, MarketsAreConcentratedWithinBounds) {
    FigureQuestion question;
    question.declared = "MARKET_CONCENTRATION";
    const auto answer = ask(question);
    ASSERT_TRUE(answer.ok()) << answer.error().text();
    const auto& found = std::get<statistics::Concentration>(answer->found);
    EXPECT_EQ(found.time, "2022-07/2023-03");
    EXPECT_NEAR(found.effective_number->lower, 1 / 0.3233607064, 1e-6);
    EXPECT_EQ(answer->by, "geography");
    EXPECT_EQ(answer->series.find("geography"), nullptr);
    const auto json = to_json(*answer);
    EXPECT_EQ(json.find("concentration")->find("shares")->array_items()->size(), 5u);
    question.as_of = base::make_day(2023, 1, 1);
    EXPECT_EQ(*to_json(*ask(question))
                   .find("concentration")
                   ->find("messages")
                   ->array_items()
                   ->front()
                   .find("key")
                   ->string(),
              "no_shares");
    question = {};
    question.series = {"category=computer services", "measure=receipts"};
    question.what = FigureOf::concentration;
    expect_refused(ask(question), ErrorCode::invalid_argument, "by: expected the dimension");
    question.by = "geography";
    expect_refused(ask(question), ErrorCode::not_found, "found published-figures:");
    question.series = {"measure=receipts", "unit=USD million"};
    expect_refused(ask(question), ErrorCode::not_found, "differ in geography alone");
    question.by = "place";
    expect_refused(ask(question), ErrorCode::not_found,
                   "no series with measure=receipts, unit=USD million has the dimension place");
}

TEST_F(FigureViewTest, ABalanceIsOfAnyDays) {
    FigureQuestion question;
    question.declared = "ICT_BALANCE";
    question.period = "2023-07/2024-04";
    const auto answer = ask(question);
    ASSERT_TRUE(answer.ok()) << answer.error().text();
    const auto& found = std::get<statistics::Balance>(answer->found);
    EXPECT_EQ(found.verdict, statistics::Verdict::rounded) << found.text();
    EXPECT_EQ(found.difference->text(), "-0.68");
    EXPECT_EQ(*to_json(*answer).find("balance")->find("verdict")->string(), "rounded");
    question.period = "2023-09/2024-04";
    EXPECT_FALSE(ask(question).ok());
    question.period.clear();
    EXPECT_EQ(std::get<statistics::Balance>(ask(question)->found).total.time, "FY2023")
        << "the latest year of which a release has all";
}

TEST_F(FigureViewTest, ADeclarationStandsForItsWords) {
    FigureQuestion declared;
    declared.declared = "ICT_GROWTH";
    declared.period = "FY2024";
    EXPECT_EQ(value(ask(declared)), "24.15 percent");
    EXPECT_EQ(value(ask(declared)), value(ask(ict(FigureOf::growth_on_year))));
    declared.since = "FY2020";
    expect_refused(ask(declared), ErrorCode::invalid_argument, "the period alone");
    declared = {};
    declared.declared = "ICT_GROWHT";
    expect_refused(ask(declared), ErrorCode::not_found, "did you mean ICT_GROWTH?");
}

TEST_F(FigureViewTest, TheDeclarationsAreListed) {
    const auto json = declared_figures(record(), {}).value();
    const auto& figures = *json.find("figures")->array_items();
    EXPECT_EQ(*figures.front().find("id")->string(), "ICT_GROWTH");
    EXPECT_EQ(*figures.front().find("figure")->string(), "growth-on-year");
    EXPECT_FALSE(figures.front().find("name_ur")->string()->empty());
}

TEST_F(FigureViewTest, ASeriesIsNamedByItsWholeKeyToo) {
    auto question = ict(FigureOf::value);
    const auto key = ask(question)->series.text();
    question.series = words_of(key);
    EXPECT_EQ(value(ask(question)), "3223 USD million");
    question.series = words_of(
        "category=computer services;measure=receipts;geography=world;"
        "unit=USD million");
    EXPECT_EQ(question.series.size(), 4u);
    EXPECT_TRUE(ask(question).ok());
}

TEST_F(FigureViewTest, WhatIsKnownIsWhatWasKnownOnTheDay) {
    auto question = ict(FigureOf::value, "FY2023");
    question.as_of = base::make_day(2023, 7, 20);
    EXPECT_EQ(value(ask(question)), "2605 USD million");
    question.as_of = base::make_day(2023, 2, 1);
    EXPECT_THAT(value(ask(question)), HasSubstr("USD million")) << "to date";
}

TEST_F(FigureViewTest, WhatDoesNotBelongToAFigureIsRefused) {
    expect_refused(ask({}), ErrorCode::invalid_argument, "found nothing");
    expect_refused(ask(ict(FigureOf::share)), ErrorCode::invalid_argument, "second series");
    expect_refused(ask(ict(FigureOf::index)), ErrorCode::invalid_argument, "since");
    expect_refused(ask(ict(FigureOf::contributions)), ErrorCode::invalid_argument, "the parts");
    expect_refused(ask(ict(FigureOf::value, "yesterday")), ErrorCode::invalid_period, "period");
    auto question = ict(FigureOf::value);
    question.of = {"category=computer services"};
    expect_refused(ask(question), ErrorCode::invalid_argument, "value takes no second series");
    question = ict(FigureOf::value);
    question.since = "FY2020";
    expect_refused(ask(question), ErrorCode::invalid_argument, "value takes no period");
    question = ict(FigureOf::value);
    question.parts = {{"category=computer services"}};
    expect_refused(ask(question), ErrorCode::invalid_argument, "value takes no parts");
    question = ict(FigureOf::value);
    question.by = "geography";
    expect_refused(ask(question), ErrorCode::invalid_argument, "value is of one series");
    question = ict(FigureOf::rolling_sum, "2024-06");
    question.months = 0;
    expect_refused(ask(question), ErrorCode::invalid_argument, "1 to 1200");
    question = ict(FigureOf::value);
    question.series.front() = "category";
    expect_refused(ask(question), ErrorCode::invalid_argument, "expected DIMENSION=VALUE");
    question.series = {"measure=receipts", "geography=world"};
    expect_refused(ask(question), ErrorCode::not_found, "expected words that leave one series");
    question.series = {"category=computer servces"};
    expect_refused(ask(question), ErrorCode::not_found, "did you mean computer services?");
    question.series = {"categry=computer services"};
    expect_refused(ask(question), ErrorCode::not_found, "no series has the dimension categry");
    EXPECT_FALSE(parse_figure_of("growth").ok());
}

}  // namespace
}  // namespace app
