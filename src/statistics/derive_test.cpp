#include "statistics/derive.h"

#include "statistics/as_of.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace statistics {
namespace {

using base::Day;
using base::Decimal;
using base::Period;
using ::testing::HasSubstr;

constexpr base::YearStart july{7};

struct Given {
    std::string_view time;
    std::string_view value;
    std::string_view known_on;
    bool estimated = false;
    int precision = 0;
    std::string suspect = {};
};

Series series_of(std::vector<Given> figures) {
    Series series;
    series.key = SeriesKey::create("test", {{"unit", "USD million"}}).value();
    for (const auto& given : figures) {
        Observation o;
        o.time = TimePeriod::parse(given.time, july).value();
        o.value = Decimal::parse(given.value).value();
        o.precision = given.precision == 0 ? -o.value.scale() : given.precision;
        o.vintage = {base::parse_day(given.known_on).value(), given.estimated};
        o.source = "office";
        o.row = "R" + std::to_string(series.observations.size());
        o.load_order = static_cast<std::uint32_t>(series.observations.size());
        o.suspect = given.suspect;
        series.observations.push_back(o);
    }
    sort_observations(series.observations);
    return series;
}

Answer fiscal_year(const Series& series, std::string_view day) {
    return value_as_of(series, Period::year(2024, july).value(), base::parse_day(day).value(), {});
}

std::string in_force(const Series& series, std::string_view day) {
    const auto figures = as_of(series, base::parse_day(day).value());
    return figures.empty() ? "none" : figures[0]->value.text();
}

TEST(AsOf, ACoarserRoundingNeverSupersedesAFinerFigure) {
    const auto series = series_of({{"FY2024", "3223", "2024-07-20"},
                                   {"FY2024", "3220", "2025-10-20", false, 1},
                                   {"FY2024", "3200", "2025-11-20", false, 2},
                                   {"FY2024", "2300", "2025-12-20", false, 2}});
    EXPECT_EQ(in_force(series, "2024-07-19"), "none");
    EXPECT_EQ(in_force(series, "2024-07-20"), "3223");
    EXPECT_EQ(in_force(series, "2026-01-01"), "3223");
}

TEST(AsOf, ARevisionSupersedesThoughItIsPrintedMoreCoarsely) {
    const auto series =
        series_of({{"FY2024", "2605.34", "2024-07-20"}, {"FY2024", "2596", "2024-08-20"}});
    EXPECT_EQ(in_force(series, "2024-08-19"), "2605.34");
    EXPECT_EQ(in_force(series, "2024-08-20"), "2596");
}

TEST(AsOf, ABackfilledVintageChangesWhatItSays) {
    auto figures = std::vector<Given>{{"2024-04", "310", "2024-05-20"}};
    EXPECT_EQ(in_force(series_of(figures), "2024-06-01"), "310");
    figures.push_back({"2024-04", "312", "2024-05-25"});
    EXPECT_EQ(in_force(series_of(figures), "2024-06-01"), "312");
}

TEST(AsOf, OnOneDayAStatedDateOutranksAnEstimatedOneAndTheLaterLoadTheEarlier) {
    EXPECT_EQ(in_force(series_of({{"2024-04", "310", "2024-05-20"},
                                  {"2024-04", "312", "2024-05-20", true}}),
                       "2024-06-01"),
              "310");
    EXPECT_EQ(
        in_force(series_of({{"2024-04", "310", "2024-05-20"}, {"2024-04", "312", "2024-05-20"}}),
                 "2024-06-01"),
        "312");
}

TEST(AsOf, AConfirmationKeepsTheFirstPublication) {
    const auto series =
        series_of({{"2024-04", "310", "2024-05-20"}, {"2024-04", "310", "2024-06-20"}});
    EXPECT_EQ(as_of(series, base::make_day(2025, 1, 1))[0]->row, "R0");
}

TEST(AsOf, AQuarterAndTheCumulativeFigureOfItsMonthsAreOneTime) {
    const auto series = series_of(
        {{"FY2024-Q1", "635", "2023-10-20"}, {"2023-07/2023-09", "635.01", "2023-11-20"}});
    EXPECT_EQ(as_of(series, base::make_day(2025, 1, 1)).size(), 1u);
    EXPECT_EQ(in_force(series, "2025-01-01"), "635.01");
}

TEST(ValueAsOf, PrefersThePublishedWholeThenTheCumulativeThenTheMonths) {
    const auto series = series_of({{"2023-07", "200", "2023-08-20"},
                                   {"2023-08", "210", "2023-09-20"},
                                   {"2023-09", "220", "2023-10-20"},
                                   {"2023-07/2023-08", "412", "2023-10-20"},
                                   {"FY2024", "3223", "2024-07-20"}});
    const auto months = fiscal_year(series, "2023-09-20");
    EXPECT_EQ(months.value->text(), "410");
    EXPECT_EQ(months.derivation->operands.size(), 2u);
    EXPECT_EQ(months.coverage, (Coverage{2, 12}));
    const auto chain = fiscal_year(series, "2023-10-20");
    EXPECT_EQ(chain.value->text(), "632");
    EXPECT_EQ(chain.time, "2023-07/2023-09");
    EXPECT_FALSE(chain.complete);
    const auto whole = fiscal_year(series, "2024-07-20");
    EXPECT_EQ(whole.value->text(), "3223");
    EXPECT_TRUE(whole.complete);
    EXPECT_EQ(whole.derivation->operation, Operation::published);
}

TEST(ValueAsOf, StopsAtAGapAndNeverStartsAfterOne) {
    EXPECT_EQ(
        fiscal_year(series_of({{"2023-07", "200", "2023-08-20"}, {"2023-09", "220", "2023-10-20"}}),
                    "2024-01-01")
            .value->text(),
        "200");
    const auto late = fiscal_year(series_of({{"2023-09", "220", "2023-10-20"}}), "2024-01-01");
    EXPECT_FALSE(late.value.has_value());
    EXPECT_THAT(late.reason, HasSubstr("nothing published yet for FY2024"));
}

TEST(ValueAsOf, PassesOverSuspectsAndSaysSo) {
    const auto answer = fiscal_year(
        series_of({{"2023-07/2023-12", "1.46", "2024-01-20", false, 0, "1000 times smaller"}}),
        "2024-02-01");
    EXPECT_FALSE(answer.value.has_value());
    EXPECT_THAT(answer.reason, HasSubstr("R0 is not used: it is 1000 times smaller"));
}

TEST(ValueAsOf, NeverTakesAForecastForAFigure) {
    auto series =
        series_of({{"2023-07/2024-03", "2280", "2024-04-22"}, {"FY2024", "3500", "2024-04-22"}});
    for (auto& observation : series.observations) {
        if (observation.value.text() == "3500")
            observation.status = ObservationStatus::forecast;
    }
    EXPECT_EQ(fiscal_year(series, "2024-05-01").value->text(), "2280");
    EXPECT_EQ(
        vintages(series, TimePeriod::parse("FY2024", july).value(), base::make_day(2025, 1, 1))
            .size(),
        1u)
        << "it is kept and shown";
}

TEST(ValueAsOf, UsesEstimatedDatesOnlyWhereTheyReachFurther) {
    auto figures = std::vector<Given>{{"2023-07/2024-03", "2280", "2024-04-22", false, 1},
                                      {"2024-04", "310", "2024-05-20"},
                                      {"2023-07/2024-04", "2593", "2024-05-20", true}};
    const auto stated = fiscal_year(series_of(figures), "2024-05-20");
    EXPECT_EQ(stated.value->text(), "2590");
    EXPECT_FALSE(stated.estimated);
    EXPECT_DOUBLE_EQ(stated.uncertainty, 5.5);
    figures.erase(figures.begin() + 1);
    const auto estimated = fiscal_year(series_of(figures), "2024-05-20");
    EXPECT_EQ(estimated.value->text(), "2593");
    EXPECT_TRUE(estimated.estimated);
}

TEST(ValueAsOf, TakesAStatedFigureUnlessItOnlyRoundsTheOneInForce) {
    const auto value = [](std::string_view stated, int precision) {
        const auto answer =
            fiscal_year(series_of({{"2023-07/2024-01", "1719.921", "2024-02-20", true, -3},
                                   {"2023-07/2024-01", stated, "2024-02-22", false, precision}}),
                        "2024-02-22");
        EXPECT_EQ(answer.estimated, answer.value->text() == "1719.921");
        return answer.value->text();
    };
    EXPECT_EQ(value("1700", 2), "1719.921");
    EXPECT_EQ(value("1720", 1), "1719.921");
    EXPECT_EQ(value("1719", 0), "1719.921") << "cut off";
    EXPECT_EQ(value("1722", 0), "1722") << "a revision";
    EXPECT_EQ(value("1750", 1), "1750") << "a revision";
}

TEST(ValueAsOf, SumsACalendarYearOverTwoFiscalYears) {
    const auto series = series_of({{"FY2023", "2600", "2023-07-20"},
                                   {"2022-07/2022-12", "1330", "2023-01-20"},
                                   {"2023-07/2023-12", "1455", "2024-01-20"}});
    const auto answer =
        value_as_of(series, Period::year(2023).value(), base::make_day(2024, 2, 1), {});
    ASSERT_TRUE(answer.value.has_value()) << answer.reason;
    EXPECT_EQ(answer.value->text(), "2725");
    EXPECT_TRUE(answer.complete);
    const auto text = answer.derivation->text();
    EXPECT_THAT(text, HasSubstr("2725 USD million for 2023-01/2023-12 = sum of\n"
                                "  1270 USD million for 2023-01/2023-06 = difference of\n"
                                "    2600 USD million for FY2023: published 2023-07-20"));
}

TEST(GrowthAsOf, NeedsTheSameMonthsOfTheYearBefore) {
    const auto growth = [](const Series& series) {
        return growth_as_of(series, Period::year(2024, july).value(), base::make_day(2024, 2, 1),
                            {});
    };
    const auto full = growth(series_of({{"2023-07/2023-12", "1455", "2024-01-20"},
                                        {"2022-07/2022-12", "1330", "2024-01-20"},
                                        {"FY2023", "2596", "2023-07-20"}}));
    EXPECT_EQ(full.value->text(), "9.4");
    EXPECT_EQ(full.coverage, (Coverage{6, 12}));
    const auto lacking = growth(
        series_of({{"2023-07/2023-12", "1455", "2024-01-20"}, {"FY2023", "2596", "2023-07-20"}}));
    EXPECT_FALSE(lacking.value.has_value());
    EXPECT_THAT(lacking.reason, HasSubstr("2022-07/2022-12"));
}

}  // namespace
}  // namespace statistics
