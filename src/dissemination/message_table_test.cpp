#include "dissemination/message_table.h"

#include "dissemination/example_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace {

using testing::HasSubstr;

base::Result<std::string> table(std::string_view message) {
    const auto declared = dissemination::testing::example_statistics();
    return dissemination::table_of_message(message, "file", {declared, base::YearStart{7}, {}});
}

const std::string csv_head =
    "DATAFLOW,FREQ,REF_AREA,COUNTERPART_AREA,SERVICE,FLOW,UNIT_MEASURE,"
    "TRANSFORMATION,TIME_PERIOD,OBS_VALUE,UNIT_MULT,OBS_STATUS,SOURCE,"
    "PUBLISHED,DATE_BASIS,ROW,REPORTING_YEAR_START_DAY\n";

std::string csv_row(std::string_view key, std::string_view rest) {
    return fmt::format("MOITT:ICT_EXPORTS(1.0),{},{},{}\n", key, rest,
                       key.starts_with("A,") ? "--07-01" : "");
}

TEST(MessageTable, IsWhatTheSameTableWouldHaveBrought) {
    const auto made = table(
        csv_head +
        csv_row("M,PK,W0,ICT,C,USD,N", "2024-04,310.5,6,A,\"SBP, by Profit\",2024-05-20,S,X1") +
        csv_row("M,PK,W0,ICT,C,USD,YTD", "2024-03,2280,6,P,SBP,2024-04-22,S,X2") +
        csv_row("A,PK,W0,ICT,C,USD,N", "2023-A1,3223,6,R,SBP,2024-07-20,E,X3") +
        csv_row("M,PK,W0,CALL,C,USD,N", "2024-04,,6,M,SBP,2024-05-20,S,X4"));
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(
        *made,
        "category,geography,measure,unit,period,value,status,published,source,id\n"
        "\"telecommunications, computer and information services (ICT, total)\",world,receipts,"
        "USD million,2024-04,310.5,A,2024-05-20,\"SBP, by Profit\",X1\n"
        "\"telecommunications, computer and information services (ICT, total)\",world,receipts,"
        "USD million,2023-07/2024-03,2280,P,2024-04-22,SBP,X2\n"
        "\"telecommunications, computer and information services (ICT, total)\",world,receipts,"
        "USD million,FY2024,3223,R,,SBP,X3\n"
        "call centre services,world,receipts,USD million,2024-04,,M,2024-05-20,SBP,X4\n");
}

TEST(MessageTable, RefusesWhatIsNotDeclaredEachWithItsPlace) {
    const auto faulty = [&](std::string_view key, std::string_view rest) {
        const auto made = table(csv_head + csv_row(key, rest));
        return made ? std::string{"loaded"} : made.error().text();
    };
    EXPECT_THAT(faulty("M,PK,W0,NONE,C,USD,N", "2024-04,1,6,A,,,,"),
                HasSubstr("CL_SERVICE has no code \"NONE\""));
    EXPECT_THAT(faulty("M,PK,XX,ICT,C,USD,N", "2024-04,1,6,A,,,,"), HasSubstr("file:2"));
    EXPECT_THAT(faulty("M,IN,W0,ICT,C,USD,N", "2024-04,1,6,A,,,,"), HasSubstr("expected \"PK\""));
    EXPECT_THAT(faulty("M,PK,W0,ICT,C,USD,N", "2024-Q1,1,6,A,,,,"), HasSubstr("TIME_PERIOD"));
    EXPECT_THAT(faulty("A,PK,W0,ICT,C,USD,YTD", "2023-A1,1,6,A,,,,"), HasSubstr("TIME_PERIOD"));
    EXPECT_THAT(faulty("M,PK,W0,ICT,C,USD,N", "2024-04,1,9,A,,,,"), HasSubstr("multiplier"));
    EXPECT_THAT(faulty("M,PK,,ICT,C,USD,N", "2024-04,1,6,A,,,,"), HasSubstr("COUNTERPART_AREA"));
}

TEST(MessageTable, RefusesOtherMessagesAndFlows) {
    EXPECT_THAT(
        table("DATAFLOW,FREQ,TIME_PERIOD,OBS_VALUE\nECB:EXR(1.0),M,2024-04,1\n").error().text(),
        HasSubstr("ECB:EXR"));
    EXPECT_THAT(table("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,TIME_PERIOD,OBS_VALUE\n"
                      "dataflow,MOITT:ICT_EXPORTS(1.0),D,M,2024-04,1\n")
                    .error()
                    .text(),
                HasSubstr("delete"));
    EXPECT_FALSE(table("<a/>"));
    EXPECT_FALSE(table("{}"));
}

TEST(MessageTable, MessagesAreToldFromTables) {
    for (const auto* text : {"<?xml version=\"1.0\"?>", "  {\"meta\":1}", "DATAFLOW,FREQ\n",
                             "STRUCTURE[;],STRUCTURE_ID\n",
                             "\xEF\xBB\xBF"
                             "DATAFLOW;FREQ\n"})
        EXPECT_TRUE(dissemination::is_message(text)) << text;
    for (const auto* text : {"", "id,category\n", "DATAFLOWS,x\n", "period,value\n"})
        EXPECT_FALSE(dissemination::is_message(text)) << text;
}

// Everything that is disseminated comes back as it went out, in every format.
TEST(MessageTable, WhatIsExportedIsLoadedAgain) {
    const auto catalogue = dissemination::testing::example_catalogue();
    if (catalogue == nullptr)
        GTEST_SKIP() << "the published figures are not there";
    const auto asked =
        sdmx::parse_data_query(sdmx::parse_address("ICT_EXPORTS", "").value(), sdmx::Rest::v1);
    const auto answer = dissemination::answer_data(*catalogue, asked.value(), sdmx::Rest::v1,
                                                   dissemination::testing::on(2026, 11, 22));
    ASSERT_TRUE(answer);
    for (const auto format :
         {sdmx::DataFormat::generic_21, sdmx::DataFormat::structure_specific_21,
          sdmx::DataFormat::structure_specific_30, sdmx::DataFormat::json_1,
          sdmx::DataFormat::json_2, sdmx::DataFormat::csv_1, sdmx::DataFormat::csv_2}) {
        const sdmx::MessageHead head{"A", "2026-11-22T00:00:00Z", false, {"MOITT", {}}};
        sdmx::DataMessage message{&head, {}};
        auto again = dissemination::answer_data(*catalogue, asked.value(), sdmx::Rest::v1,
                                                dissemination::testing::on(2026, 11, 22));
        message.sets = std::move(again->sets);
        sdmx::Output output;
        ASSERT_TRUE(sdmx::write_data(message, format, {}, output));
        const auto made = table(output.text);
        ASSERT_TRUE(made) << static_cast<int>(format) << made.error().text();
        statistics::LoadOptions options;
        options.file = "table";
        const auto loaded = statistics::load_csv(*made, options);
        ASSERT_TRUE(loaded) << static_cast<int>(format) << ' ' << loaded.error().text();
        EXPECT_EQ(loaded->report.observations, answer->observations) << static_cast<int>(format);
    }
}

}  // namespace
