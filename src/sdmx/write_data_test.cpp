#include "sdmx/data_message.h"
#include "sdmx/example_for_test.h"
#include "sdmx/schema_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <limits>

namespace {

using sdmx::DataFormat;
using sdmx::IndexColumn;
using testing::HasSubstr;
using testing::Not;

const sdmx::Example& example() {
    static const sdmx::Example made;
    return made;
}

std::string written(DataFormat format, const sdmx::WriteOptions& options = {}) {
    sdmx::Output output;
    const auto done = sdmx::write_data(example().message(), format, options, output);
    EXPECT_TRUE(done) << (done ? "" : done.error().text());
    return output.text;
}

sdmx::WriteOptions at(std::string dimension) {
    sdmx::WriteOptions options;
    options.dimension_at_observation = std::move(dimension);
    return options;
}

TEST(WriteData, GenericIsValidWhateverStandsAtTheObservations) {
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    for (const auto* dimension : {"", "TIME_PERIOD", "AllDimensions", "REF_AREA"}) {
        EXPECT_EQ(sdmx::faults_of_xml(written(DataFormat::generic_21, at(dimension)),
                                      "xsd-2.1/SDMXMessage.xsd"),
                  "")
            << dimension;
    }
    EXPECT_EQ(
        sdmx::faults_of_xml(written(DataFormat::generic_time_series_21), "xsd-2.1/SDMXMessage.xsd"),
        "");
}

TEST(WriteData, GenericNamesTheStructureAsClientsFetchIt) {
    const auto text = written(DataFormat::generic_21);
    EXPECT_THAT(text, HasSubstr(R"(<message:Structure structureID="DSD_EXAMPLE" )"));
    EXPECT_THAT(text, HasSubstr(R"(structureRef="DSD_EXAMPLE")"));
    EXPECT_THAT(text, HasSubstr(R"(<common:StructureUsage><Ref agencyID="PK.MOITT" )"
                                R"(id="EXPORTS" version="1.0"/>)"));
}

TEST(WriteData, StructureSpecificDeclaresTheMessageNamespaceFirst) {
    const auto text = written(DataFormat::structure_specific_21);
    EXPECT_LT(text.find("xmlns:message="), text.find("xmlns:ns1=\"urn:"));
    EXPECT_THAT(text, HasSubstr(R"(xmlns:ns1="urn:sdmx:org.sdmx.infomodel.datastructure.)"
                                R"(Dataflow=PK.MOITT:EXPORTS(1.0):ObsLevelDim:TIME_PERIOD")"));
    EXPECT_THAT(text, HasSubstr(R"(<Series FREQ="M" REF_AREA="W0" UNIT=)"));
    EXPECT_THAT(text, HasSubstr(R"(<Obs TIME_PERIOD="2024-01" OBS_VALUE="231.50" )"
                                R"(OBS_STATUS="A"/>)"));
}

TEST(WriteData, AMissingValueIsLeftOutWithItsStatusBesideIt) {
    EXPECT_THAT(written(DataFormat::structure_specific_21),
                HasSubstr(R"(<Obs TIME_PERIOD="2024-03" OBS_STATUS="M"/>)"));
    EXPECT_THAT(written(DataFormat::json_1), HasSubstr(R"("2":[null,2,null])"));
    EXPECT_THAT(written(DataFormat::csv_1), HasSubstr("M,W0,2024-03,,"));
}

TEST(WriteData, JsonIsReadAndHasEveryArrayThatItsReadersCount) {
    for (const auto format : {DataFormat::json_1, DataFormat::json_2})
        for (const auto* dimension : {"", "AllDimensions", "REF_AREA"}) {
            const auto text = written(format, at(dimension));
            rapidjson::Document message;
            message.Parse(text.c_str());
            ASSERT_FALSE(message.HasParseError()) << text;
            const auto& structure = format == DataFormat::json_1 ? message["data"]["structure"]
                                                                 : message["data"]["structures"][0];
            for (const auto* part : {"dimensions", "attributes"})
                for (const auto* level : {"dataSet", "series", "observation"})
                    EXPECT_TRUE(structure[part][level].IsArray()) << part << ' ' << level;
        }
}

TEST(WriteData, JsonKeepsEveryDigitAndRefersByIndex) {
    const auto text = written(DataFormat::json_1);
    EXPECT_THAT(text, HasSubstr(R"("0:0":{"attributes":[0],"observations":)"
                                R"({"0":[231.50,0,null],"1":[-4,1,0],"2":[null,2,null]}})"));
    EXPECT_THAT(text, HasSubstr(R"("0:1":{"attributes":[0],"observations":)"
                                R"({"0":[0.001,0,null],"2":[98765432109.5,0,null]}})"));
}

TEST(WriteData, JsonOfTheFirstEditionHoldsOneFlow) {
    sdmx::Example other;
    auto message = example().message();
    message.sets.push_back(other.message().sets[0]);
    sdmx::Output output;
    const auto done = sdmx::write_data(message, DataFormat::json_1, {}, output);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::sdmx_one_flow_only);
    EXPECT_TRUE(sdmx::write_data(message, DataFormat::json_2, {}, output));
}

TEST(WriteData, CsvOfTheFirstEdition) {
    EXPECT_EQ(written(DataFormat::csv_1),
              "DATAFLOW,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT,OBS_STATUS,COMMENT\n"
              "PK.MOITT:EXPORTS(1.0),M,W0,2024-01,231.50,"
              "\"USD million, net of \"\"returns\"\" & <fees>\",A,\n"
              "PK.MOITT:EXPORTS(1.0),M,W0,2024-02,-4,"
              "\"USD million, net of \"\"returns\"\" & <fees>\",P,"
              "\"revised\tlater,\nsee \"\"note\"\" <3> & more\"\n"
              "PK.MOITT:EXPORTS(1.0),M,W0,2024-03,,"
              "\"USD million, net of \"\"returns\"\" & <fees>\",M,\n"
              "PK.MOITT:EXPORTS(1.0),M,US,2024-01,0.001,"
              "\"USD million, net of \"\"returns\"\" & <fees>\",A,\n"
              "PK.MOITT:EXPORTS(1.0),M,US,2024-03,98765432109.5,"
              "\"USD million, net of \"\"returns\"\" & <fees>\",A,\n");
}

TEST(WriteData, CsvOfTheSecondEditionWithKeysAndNames) {
    sdmx::WriteOptions options;
    options.csv.labels = sdmx::CsvOptions::Labels::name;
    options.csv.series_key = options.csv.observation_key = true;
    const auto text = written(DataFormat::csv_2, options);
    EXPECT_THAT(text, testing::StartsWith(
                          "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,SERIES_KEY,OBS_KEY,FREQ,"
                          "Frequency,REF_AREA,Area,TIME_PERIOD,Time period,OBS_VALUE,"
                          "Observation value,UNIT,Unit,OBS_STATUS,Status,COMMENT,Comment\n"
                          "dataflow,PK.MOITT:EXPORTS(1.0),Exports,I,M.W0,M.W0.2024-01,M,Monthly,"
                          "W0,\"World, \"\"all\"\" of it\",2024-01,2024-01,231.50,,"));
}

TEST(WriteData, CsvLabelsFollowTheLanguage) {
    sdmx::WriteOptions options;
    options.csv.labels = sdmx::CsvOptions::Labels::both;
    options.languages = {"ur", "en"};
    const auto text = written(DataFormat::csv_1, options);
    EXPECT_THAT(text, HasSubstr("PK.MOITT:EXPORTS(1.0): برآمدات,M: ماہانہ,"));
}

TEST(WriteData, DetailLeavesOutWhatWasNotAskedFor) {
    sdmx::WriteOptions keys;
    keys.detail = sdmx::DataDetail::series_keys_only;
    sdmx::WriteOptions data;
    data.detail = sdmx::DataDetail::data_only;
    sdmx::WriteOptions none;
    none.detail = sdmx::DataDetail::no_data;
    for (const auto format : {DataFormat::generic_21, DataFormat::structure_specific_21,
                              DataFormat::structure_specific_30}) {
        EXPECT_THAT(written(format, keys), Not(HasSubstr("Obs ")));
        EXPECT_THAT(written(format, keys), Not(HasSubstr("USD million")));
        EXPECT_THAT(written(format, keys), HasSubstr("GB"));
        EXPECT_THAT(written(format, data), HasSubstr("231.50"));
        EXPECT_THAT(written(format, data), Not(HasSubstr("USD million")));
        EXPECT_THAT(written(format, none), Not(HasSubstr("231.50")));
        EXPECT_THAT(written(format, none), HasSubstr("USD million"));
    }
    EXPECT_THAT(written(DataFormat::json_2, keys), HasSubstr(R"("1:2":{"observations":{}})"));
}

TEST(WriteData, AnUnknownDimensionAtTheObservationsIsRefused) {
    for (const auto format : {DataFormat::generic_21, DataFormat::structure_specific_30,
                              DataFormat::json_2, DataFormat::generic_time_series_21}) {
        sdmx::Output output;
        const auto options = at("COLOUR");
        const auto done = sdmx::write_data(example().message(), format, options, output);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, base::ErrorCode::sdmx_no_such_dimension);
        EXPECT_THAT(done.error().message, HasSubstr("COLOUR"));
    }
}

// The writer of SDMX-JSON writes some rows at a time, with the columns of their attributes.
TEST(WriteData, RowsOfALongSeriesKeepTheirAttributes) {
    for (const std::size_t rows : {511U, 512U, 513U, 1300U}) {
        std::vector<std::int32_t> times(rows), statuses(rows);
        std::vector<base::DecimalText> values(rows);
        std::string series, flat;
        for (std::size_t row = 0; row < rows; ++row) {
            times[row] = static_cast<std::int32_t>(row % 3);
            statuses[row] = row % 7 == 0 ? sdmx::no_value : static_cast<std::int32_t>(row % 2);
            if (row % 5 != 0)
                values[row] = base::DecimalText{base::Decimal{static_cast<std::int64_t>(row)}};
            // Where observations stand alone, the series' attribute stands at each.
            const auto key = std::to_string(times[row]) + "\":[";
            const auto figure = row % 5 == 0 ? "null" : std::to_string(row);
            const auto status = row % 7 == 0 ? ",null" : "," + std::to_string(row % 2);
            series += (row > 0 ? ",\"" : "\"") + key + figure + status + ",null]";
            flat += (row > 0 ? ",\n\"0:1:" : "\"0:1:") + key + figure + ",0" + status + ",null]";
        }
        const std::vector<sdmx::SeriesData> one{
            {{0, 1}, {0}, times, values, {IndexColumn{statuses}, IndexColumn{sdmx::no_value}}}};
        auto message = example().message();
        message.sets[0].series = sdmx::source_of(one);
        for (const auto* dimension : {"", "AllDimensions"}) {
            sdmx::Output output;
            ASSERT_TRUE(sdmx::write_data(message, DataFormat::json_2, at(dimension), output));
            const auto& expected = *dimension == '\0' ? series : flat;
            EXPECT_NE(output.text.find("\"observations\":{" + expected + "}"), std::string::npos)
                << rows << ' ' << dimension;
        }
    }
}

// Copies reach further than what they put, into room that is kept for it.
TEST(WriteData, TheLongestRowsFitIntoTheirRoom) {
    constexpr std::size_t rows = 1300;
    const base::DecimalText longest{
        base::Decimal::from_parts(-std::numeric_limits<std::int64_t>::max(), 18).value()};
    ASSERT_EQ(longest.view().size(), base::DecimalText::letters_max);
    const std::vector figures(rows, longest);
    for (const auto& status : {IndexColumn{sdmx::no_value}, IndexColumn{std::vector(rows, -1)}}) {
        const std::vector<sdmx::SeriesData> one{{{0, 1},
                                                 {0},
                                                 std::vector<std::int32_t>(rows, 2),
                                                 figures,
                                                 {status, IndexColumn{sdmx::no_value}}}};
        auto message = example().message();
        message.sets[0].series = sdmx::source_of(one);
        std::string expected;
        for (std::size_t row = 0; row < rows; ++row)
            expected +=
                (row > 0 ? "," : "") + std::string{"\"2\":[-9.223372036854775807,null,null]"};
        sdmx::Output output;
        ASSERT_TRUE(sdmx::write_data(message, DataFormat::json_2, {}, output));
        EXPECT_NE(output.text.find("\"observations\":{" + expected + "}"), std::string::npos);
    }
}

TEST(ValueList, KnowsWhatStandsBesideEachOther) {
    const std::vector<sdmx::Value> all(6);
    sdmx::ValueList list;
    EXPECT_TRUE(list.empty());
    for (const std::size_t i : {1U, 2U, 3U})
        list.push_back(&all[i]);
    EXPECT_TRUE(list.is_stretch());
    EXPECT_EQ(list.stretch_end(0), 3U);
    EXPECT_EQ(list.stretch_end(2), 3U);
    for (const std::size_t i : {5U, 0U, 1U})
        list.push_back(&all[i]);
    EXPECT_FALSE(list.is_stretch());
    ASSERT_EQ(list.size(), 6U);
    EXPECT_EQ(list[2], &all[3]);
    EXPECT_EQ(list[3], &all[5]);
    EXPECT_EQ(list.stretch_end(0), 3U);
    EXPECT_EQ(list.stretch_end(3), 4U);
    EXPECT_EQ(list.stretch_end(4), 6U);
}

TEST(WriteData, SpillsSoThatMemoryStaysSmall) {
    const std::vector figures(3, base::DecimalText{base::Decimal{1}});
    const sdmx::SeriesData each{
        {0, 1}, {0}, {0, 1, 2}, figures, {IndexColumn{0}, IndexColumn{sdmx::no_value}}};
    const std::vector<sdmx::SeriesData> many(5'000, each);
    for (const auto format : {DataFormat::generic_21, DataFormat::structure_specific_30,
                              DataFormat::json_2, DataFormat::csv_2}) {
        auto message = example().message();
        message.sets[0].series = sdmx::source_of(many);
        std::size_t largest = 0;
        std::size_t whole = 0;
        sdmx::Output output;
        output.spill = [&](std::string& text) -> base::Result<void> {
            largest = std::max(largest, text.size());
            whole += text.size();
            return {};
        };
        ASSERT_TRUE(sdmx::write_data(message, format, {}, output));
        EXPECT_GT(whole, std::size_t{250'000});
        EXPECT_LT(largest, 2 * sdmx::Output::spill_at);
    }
}

}  // namespace
