#include "statistics/load.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <set>

namespace statistics {
namespace {

using base::ErrorCode;
using ::testing::HasSubstr;

constexpr std::string_view header =
    "id,category,measure,geography,period_type,period_start,period_end,value,unit,printed_as,"
    "role_in_text,vintage,source_key,source_publisher,source_address,publication_date,"
    "figures_attributed_to,note\n";

std::string row(std::string_view id, std::string_view type, std::string_view start,
                std::string_view end, std::string_view value, std::string_view source = "sbp",
                std::string_view published = "2024-05-20") {
    std::string text(id);
    for (const std::string_view field :
         {std::string_view{"ICT"}, std::string_view{"receipts"}, std::string_view{"world"}, type,
          start, end, value, std::string_view{"USD million"}, value, std::string_view{"current"},
          std::string_view{"as published"}, source, std::string_view{"Bank"},
          std::string_view{"https://bank.invalid"}, published, std::string_view{"SBP"},
          std::string_view{""}})
        text += ',' + std::string(field);
    return text + '\n';
}

std::string april(std::string_view id, std::string_view value, std::string_view source = "sbp",
                  std::string_view published = "2024-05-20") {
    return row(id, "month", "2024-04-01", "2024-04-30", value, source, published);
}

base::Result<Loaded> load(const std::string& rows) {
    return load_csv(std::string(header) + rows, {"figures.csv", "published-figures", {7}});
}

// All errors of a load, the first and those beside it.
std::vector<base::Error> errors_of(const base::Result<Loaded>& result) {
    if (result.ok())
        return {};
    std::vector<base::Error> all = {result.error()};
    all.insert(all.end(), result.error().also.begin(), result.error().also.end());
    return all;
}

void expect_only(const std::string& rows, ErrorCode code, std::string_view where) {
    const auto errors = errors_of(load(rows));
    ASSERT_EQ(errors.size(), 1u) << rows;
    EXPECT_EQ(errors[0].code, code) << errors[0].text();
    EXPECT_EQ(errors[0].where, where);
}

TEST(LoadCsv, NamesWhatIsWrongAndWhere) {
    const std::string good = april("A1", "310");
    expect_only(good + april("A2", "3,10").replace(0, 2, "A2"), ErrorCode::invalid_figure_row,
                "figures.csv:3");
    expect_only(good + april("A2", "31O"), ErrorCode::invalid_decimal,
                "figures.csv:3, column 8 (value)");
    expect_only(april("A1", "310", "sbp", "2024-02-30"), ErrorCode::invalid_date,
                "figures.csv:2, column 16 (publication_date)");
    expect_only(april("A1", "310", "sbp", "2024-13"), ErrorCode::invalid_date,
                "figures.csv:2, column 16 (publication_date)");
    expect_only(row("A1", "fortnight", "2024-04-01", "2024-04-30", "310"),
                ErrorCode::unknown_period_type, "figures.csv:2, column 5 (period_type)");
    expect_only(row("A1", "month", "2024-04-30", "2024-04-01", "310"),
                ErrorCode::period_ends_before_start, "figures.csv:2, column 7 (period_end)");
    expect_only(row("A1", "month", "2024-04-01", "2024-04-29", "310"), ErrorCode::invalid_period,
                "figures.csv:2, column 5 (period_type)");
    expect_only(row("A1", "cumulative July to month", "2023-08-01", "2024-04-30", "310"),
                ErrorCode::invalid_period, "figures.csv:2, column 5 (period_type)");
    expect_only(april("A1", ""), ErrorCode::invalid_figure_row, "figures.csv:2, column 8 (value)");
    expect_only(april("A1", "310", "sb\xFFp"), ErrorCode::invalid_utf8, "figures.csv:2, column 13");
}

// Half a month's figure would be taken for the whole month's.
TEST(LoadCsv, RefusesWhatWasPublishedBeforeItsPeriodEnded) {
    const auto refused = [](const std::string& rows) {
        expect_only(rows, ErrorCode::published_before_period_end,
                    "figures.csv:2, column 16 (publication_date)");
    };
    refused(april("A1", "310", "sbp", "2024-04-29"));
    refused(april("A1", "310", "sbp", "2024-03"));
    refused(row("A1", "fiscal year", "2023-07-01", "2024-06-30", "3223", "sbp", "2024-05-20"));
    refused(row("A1", "cumulative", "2023-07-01", "2024-06-30", "3223", "sbp", "2024-05-20"));
    refused(row("A1", "point in time", "2024-04-30", "2024-04-30", "9", "sbp", "2024-04-29"));
    EXPECT_TRUE(load(april("A1", "310", "sbp", "2024-04-30")).ok());
    EXPECT_TRUE(load(april("A1", "310", "sbp", "2024-04")).ok()) << "counts from the month's end";
    EXPECT_TRUE(
        load(row("A1", "point in time", "2024-04", "2024-04", "9", "sbp", "2024-04-11")).ok())
        << "a state of some day in April";
}

TEST(LoadCsv, TakesATargetAndWhatItsNoteCallsToDateBeforeThePeriodEnds) {
    const std::string year =
        row("A1", "fiscal year", "2023-07-01", "2024-06-30", "3000", "sbp", "2023-08-01");
    EXPECT_FALSE(load(year).ok());
    std::string target = year;
    target.replace(target.find("receipts"), 8, "target");
    EXPECT_TRUE(load(target).ok());
    std::string to_date = year;
    to_date.insert(to_date.size() - 1, "fiscal year to date in August 2023");
    EXPECT_TRUE(load(to_date).ok());
}

base::Result<Loaded> load_long(std::string_view row, LoadOptions options = {}) {
    options.file = "long.csv";
    return load_csv("series,period,value,status,published,source\n" + std::string(row) + "\n",
                    options);
}

TEST(LoadCsv, TakesAForecastBeforeThePeriodEnds) {
    const auto early = errors_of(load_long("exports,2024-05,332,P,2024-05-25,sbp"));
    ASSERT_EQ(early.size(), 1u);
    EXPECT_EQ(early[0].code, ErrorCode::published_before_period_end);
    EXPECT_EQ(early[0].where, "long.csv:2, column 5 (published)");
    EXPECT_EQ(early[0].message,
              "expected a day from 2024-05-31 on for a figure of 2024-05, found 2024-05-25");
    EXPECT_TRUE(load_long("exports,2024-05,332,F,2024-05-25,sbp").ok());
}

TEST(LoadCsv, RefusesWhatIsPublishedAfterToday) {
    LoadOptions options;
    options.today = base::make_day(2024, 5, 24);
    const auto code = [&](std::string_view row) {
        const auto errors = errors_of(load_long(row, options));
        return errors.empty() ? "" : base::info(errors[0].code).id;
    };
    EXPECT_EQ(code("exports,2024-04,310,,2024-05-24,sbp"), "");
    EXPECT_EQ(code("exports,2024-04,310,,2024-05-25,sbp"), "E0311");
    EXPECT_EQ(code("exports,2024-04,310,F,2024-05-25,sbp"), "E0311");
    EXPECT_EQ(code("exports,2024-04,310,,2024-05,sbp"), "") << "some day of this month";
    EXPECT_EQ(code("exports,2024-04,310,,2024-06,sbp"), "E0311");
    EXPECT_EQ(code("exports,2024-04,310,,,sbp"), "");
    EXPECT_EQ(code("exports,2024-05,310,,,sbp"), "E0310") << "published by today, if at all";
    EXPECT_TRUE(load_long("exports,2024-04,310,,2999-01-01,sbp").ok()) << "today is not known";
}

TEST(LoadCsv, RefusesAHeaderWithoutARow) {
    expect_only("", ErrorCode::invalid_csv, "figures.csv:2");
    EXPECT_THAT(load("").error().message, HasSubstr("at least one row"));
}

// A journal that holds such a file from before these rules must still be replayed.
TEST(LoadCsv, ReadsAgainWhatWasAcceptedBefore) {
    LoadOptions options;
    options.today = base::make_day(2024, 5, 1);
    options.reading = Reading::again;
    EXPECT_TRUE(load_long("exports,2024-05,332,P,2024-05-25,sbp", options).ok());
    EXPECT_TRUE(load_csv("series,period,value,published,source\n", options).ok());
}

TEST(LoadCsv, RefusesDuplicates) {
    expect_only(april("A1", "310") + april("A1", "311"), ErrorCode::duplicate_figure,
                "figures.csv:3");
    expect_only(april("A1", "310") + april("A2", "310.0"), ErrorCode::duplicate_figure,
                "figures.csv:3");
    EXPECT_TRUE(load(april("A1", "310") + april("A2", "311")).ok())
        << "two values of one source and day stand side by side";
    EXPECT_TRUE(load(april("A1", "310") + april("A2", "310", "pbs")).ok());
}

TEST(LoadCsv, FindsEverythingInOnePassAndLoadsNothing) {
    const auto errors = errors_of(load(april("A1", "310") + april("A2", "x") +
                                       row("A3", "decade", "2024-04-01", "2024-04-30", "y") +
                                       april("A4", "1", "", "yesterday")));
    ASSERT_EQ(errors.size(), 5u);
    std::set<std::string> places;
    for (const auto& error : errors)
        places.insert(error.where);
    EXPECT_THAT(places, ::testing::ElementsAre("figures.csv:3, column 8 (value)",
                                               "figures.csv:4, column 5 (period_type)",
                                               "figures.csv:4, column 8 (value)",
                                               "figures.csv:5, column 13 (source_key)",
                                               "figures.csv:5, column 16 (publication_date)"));
}

TEST(LoadCsv, FindsADuplicateBesideOtherFaults) {
    const auto errors = errors_of(load(april("A1", "310") + april("A2", "x") + april("A1", "311")));
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(errors[0].where, "figures.csv:3, column 8 (value)");
    EXPECT_EQ(errors[1].code, ErrorCode::duplicate_figure);
    EXPECT_EQ(errors[1].where, "figures.csv:4");
}

TEST(LoadCsv, NamesMissingColumns) {
    const auto result = load_csv("id,category,period_type\n", {"figures.csv", "x", {7}});
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::invalid_csv);
    EXPECT_THAT(result.error().message, HasSubstr("publication_date"));
    EXPECT_EQ(result.error().where, "figures.csv:1");
    EXPECT_FALSE(load_csv("", {"figures.csv", "x", {7}}).ok());
}

TEST(LoadCsv, ReportsAnUnclosedQuoteBesideOtherFaults) {
    const auto errors = errors_of(load(april("A1", "x") + "A2,\"never closed\n"));
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(errors[1].code, ErrorCode::invalid_csv);
}

// The series of the row that was refused is counted too, so the next one has a place.
TEST(LoadCsv, GoesOnBehindADoubledIdentifierOfANewSeries) {
    const auto errors =
        errors_of(load_csv("id,series,period,value,published,source\n"
                           "A1,one,2024-04,1,2024-05-20,sbp\n"
                           "A1,two,2024-04,2,2024-05-20,sbp\n"
                           "A3,three,2024-04,3,2024-05-20,sbp\n"
                           "A3,four,2024-04,4,2024-05-20,sbp\n"
                           "A5,five,2024-04,5,2024-05-20,sbp\n",
                           {"long.csv", "trade", {7}}));
    ASSERT_EQ(errors.size(), 2u);
    EXPECT_EQ(errors[0].where, "long.csv:3");
    EXPECT_EQ(errors[1].where, "long.csv:5");
    EXPECT_EQ(errors[1].code, ErrorCode::duplicate_figure);
}

// Each is held against the others of its months, and against differences of two of them.
TEST(LoadCsv, ManyVintagesOfTheSameMonthsDoNotTakeForEver) {
    std::string text = "series,period,value,published,source\n";
    for (int i = 0; i < 3000; ++i)
        for (const auto* period : {"2023-07/2024-04", "2023-07/2024-03", "2024-04"})
            text +=
                "x," + std::string(period) + "," + std::to_string(1000 + i) + ",2024-05-20,sbp\n";
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_TRUE(load_csv(text, {"long.csv", "trade", {7}}).ok());
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{10});
}

TEST(LoadCsv, RefusesAHeaderThatIsNotUtf8) {
    const std::string text =
        "caf\xE9,period,value,published,source\nx,2024-04,310,2024-05-20,sbp\n";
    const auto errors = errors_of(load_csv(text, {"long.csv", "trade", {7}}));
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].code, ErrorCode::invalid_utf8);
    EXPECT_EQ(errors[0].where, "long.csv:1, column 1");
}

TEST(LoadCsv, RefusesAnIdentifierThatItCouldNotKeepWhole) {
    const auto with_id = [](std::size_t bytes) {
        return errors_of(load_csv("id,series,period,value,published,source\n" +
                                      std::string(bytes, 'x') + ",one,2024-04,1,2024-05-20,sbp\n",
                                  {"long.csv", "trade", {7}}));
    };
    EXPECT_TRUE(with_id(1000).empty());
    ASSERT_EQ(with_id(1001).size(), 1u);
    EXPECT_EQ(with_id(70'000).front().where, "long.csv:2, column 1 (id)");
}

TEST(LoadCsv, DatesWhatHasNoDate) {
    const auto loaded = load(april("A1", "310", "undated", "not shown in the excerpt") +
                             row("A2", "month", "2023-04-01", "2023-04-30", "191", "undated",
                                 "not shown in the excerpt") +
                             april("A3", "310", "month", "2024-05"));
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    const auto& all = loaded->series.at(0).observations;
    EXPECT_EQ(all[0].row, "A2");
    EXPECT_EQ(all[0].vintage, (Vintage{base::make_day(2024, 5, 20), true}));
    EXPECT_EQ(all[1].vintage, (Vintage{base::make_day(2024, 5, 20), true}));
    EXPECT_EQ(all[2].vintage, (Vintage{base::make_day(2024, 5, 31), false}));
    EXPECT_EQ(loaded->report.estimated_dates, 2u);
    EXPECT_EQ(loaded->report.month_dates, 1u);
}

TEST(LoadCsv, KeepsFlowsToDateAsTheyWerePublished) {
    const auto loaded =
        load(row("A1", "cumulative July to month", "2023-07-01", "2024-03-31", "2280"));
    ASSERT_TRUE(loaded.ok());
    const auto& o = loaded->series.at(0).observations.at(0);
    EXPECT_EQ(o.time.span, Span::year_to_date);
    EXPECT_EQ(o.time.text(), "2023-07/2024-03");
    EXPECT_EQ(o.value.text(), "2280");
}

TEST(LoadCsv, ReadsTheLongLayout) {
    const auto loaded = load_csv(
        "series,unit,period,value,status,published,source\n"
        "exports,USD million,2024-04,310.0,P,2024-05-20,sbp\n"
        "exports,USD million,2023-07/2024-03,2280,,2024-04,sbp\n"
        "exports,USD million,2024-05,,M,2024-06-20,sbp\n",
        {"long.csv", "trade", {7}});
    ASSERT_TRUE(loaded.ok()) << loaded.error().text();
    ASSERT_EQ(loaded->series.size(), 1u);
    EXPECT_EQ(loaded->series[0].key.text(), "trade:series=exports;unit=USD million");
    const auto& all = loaded->series[0].observations;
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].time.text(), "2023-07/2024-03");
    EXPECT_EQ(all[1].status, ObservationStatus::provisional);
    EXPECT_EQ(all[1].value.text(), "310.0");
    EXPECT_EQ(all[2].status, ObservationStatus::missing);

    const auto faults =
        errors_of(load_csv("series,period,value,status,published,source\n"
                           "exports,April,310,Q,20-05-2024,\n",
                           {"long.csv", "trade", {7}}));
    EXPECT_EQ(faults.size(), 4u);
}

TEST(PrintedPrecision, IsThatOfTheLastDigitThatWasMeant) {
    const auto of = [](std::string_view printed, std::string_view value) {
        return printed_precision(printed, base::Decimal::parse(value).value(), 6);
    };
    EXPECT_EQ(of("$1.7 billion", "1700"), 2);
    EXPECT_EQ(of("$1.530 billion", "1530"), 0);
    EXPECT_EQ(of("US $ 1.689bn", "1689"), 0);
    EXPECT_EQ(of("29.2 crore", "292"), 0);
    EXPECT_EQ(of("3 arab 14 crore 20 lakh", "3142"), 0);
    EXPECT_EQ(of("1 arab 40 crore", "1400"), 2);
    EXPECT_EQ(of("539.71", "539.71"), -2);
    EXPECT_EQ(of("633.130", "633.13"), -3);
    EXPECT_EQ(of("310", "310"), 0);
    EXPECT_EQ(of("1200", "1200"), 2);
    EXPECT_EQ(of("over 10,000", "10000"), 4);
    EXPECT_EQ(of("$366 million (356- 366 in the lead)", "366"), 0);
    EXPECT_EQ(of("words alone", "12.50"), -2);
    EXPECT_EQ(of("$2 million", "1700"), 2) << "the print does not give the value: its own digits";
}

// A figure of each year's figures is 1000 times too small; the others are as they should be.
TEST(Suspects, AreTheFigureThatContradictsTheOthers) {
    const auto loaded = load(row("A1", "month", "2023-07-01", "2023-07-31", "200") +
                             row("A2", "cumulative", "2023-07-01", "2023-08-31", "410") +
                             row("A3", "cumulative", "2023-07-01", "2023-09-30", "0.62") +
                             row("A4", "cumulative", "2023-07-01", "2023-10-31", "840") +
                             row("A5", "month", "2023-10-01", "2023-10-31", "220"));
    ASSERT_TRUE(loaded.ok());
    ASSERT_EQ(loaded->report.suspects.size(), 1u);
    EXPECT_EQ(loaded->report.suspects[0].row, "A3");
    EXPECT_EQ(loaded->report.suspects[0].line, 4u);
    EXPECT_THAT(loaded->report.suspects[0].reason, HasSubstr("about 1000 times smaller"));
    EXPECT_EQ(loaded->report.warnings[0].code, ErrorCode::suspect_figure);
}

TEST(Suspects, AMonthThatIsNotTheDifferenceOfItsCumulatives) {
    const auto loaded = load(row("A1", "cumulative", "2023-07-01", "2023-08-31", "410") +
                             row("A2", "cumulative", "2023-07-01", "2023-09-30", "620") +
                             row("A3", "month", "2023-09-01", "2023-09-30", "2100"));
    ASSERT_EQ(loaded->report.suspects.size(), 1u);
    EXPECT_EQ(loaded->report.suspects[0].row, "A3");
    EXPECT_THAT(loaded->report.suspects[0].reason, HasSubstr("about 10 times larger"));
}

TEST(Suspects, RevisionsAndFallsAreNone) {
    EXPECT_TRUE(
        load(row("A1", "cumulative", "2023-07-01", "2023-08-31", "1.74") +
             row("A2", "cumulative", "2023-07-01", "2023-11-30", "1.44", "pbs", "2024-06-01"))
            ->report.suspects.empty());
}

}  // namespace
}  // namespace statistics
