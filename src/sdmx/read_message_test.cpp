#include "sdmx/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;

/// Notes what it is given, line by line.
class Notes : public sdmx::MessageSink {
  public:
    base::Result<void> form(const sdmx::MessageForm& form) override {
        kind = form.kind;
        return {};
    }
    base::Result<void> data_set(const sdmx::DataSetStart& start) override {
        lines.push_back("set " + start.structure + (start.action == remove ? " delete" : ""));
        return {};
    }
    base::Result<void> data_set_attributes(std::span<const sdmx::ComponentValue> values) override {
        lines.push_back("about" + text(values));
        return {};
    }
    base::Result<void> group(std::span<const sdmx::ComponentValue> key,
                             std::span<const sdmx::ComponentValue> attributes) override {
        lines.push_back("group" + text(key) + " |" + text(attributes));
        return {};
    }
    base::Result<void> series(std::span<const sdmx::ComponentValue> key,
                              std::span<const sdmx::ComponentValue> attributes) override {
        lines.push_back("series" + text(key) + " |" + text(attributes));
        return {};
    }
    base::Result<void> observation(const sdmx::ObservationRecord& record) override {
        lines.push_back("obs" + text(record.key) + " = " + std::string{record.value.value_or("-")} +
                        " |" + text(record.attributes));
        return {};
    }
    base::Result<void> service_message(const sdmx::ServiceMessage& message) override {
        lines.push_back("message " + message.code + ' ' +
                        (message.texts.empty() ? "" : message.texts[0]));
        return {};
    }

    sdmx::MessageKind kind{};
    std::vector<std::string> lines;

  private:
    static constexpr auto remove = sdmx::DataSetStart::Action::remove;
    static std::string text(std::span<const sdmx::ComponentValue> values) {
        std::string all;
        for (const auto& [component, value, language] : values)
            all += ' ' + std::string{component} +
                   (language.empty() ? "" : '@' + std::string{language}) + '=' + std::string{value};
        return all;
    }
};

base::Result<void> read(std::string_view message, sdmx::MessageSink& sink,
                        const sdmx::ReadBounds& bounds = {}) {
    sdmx::ReadOptions options;
    options.name = "file";
    options.bounds = bounds;
    return sdmx::read_message(base::input_of(message), options, sink);
}

std::vector<std::string> notes(std::string_view message) {
    Notes notes;
    const auto done = read(message, notes);
    EXPECT_TRUE(done) << done.error().text();
    return notes.lines;
}

base::Error refused(std::string_view message, const sdmx::ReadBounds& bounds = {}) {
    Notes sink;
    const auto done = read(message, sink, bounds);
    EXPECT_FALSE(done) << message.substr(0, 200);
    return done ? base::Error{} : done.error();
}

std::string specific(std::string_view set) {
    return R"(<m:StructureSpecificData)"
           R"( xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message">)" +
           std::string{set} + "</m:StructureSpecificData>";
}

/// Observations with their places, and where each can be gone on from.
struct Rows : sdmx::MessageSink {
    base::Result<void> observation(const sdmx::ObservationRecord& record) override {
        std::string line{record.where};
        for (const auto& [component, value, language] : record.key)
            line += ' ' + std::string{value};
        lines.push_back(line + " = " + std::string{record.value.value_or("-")});
        next.push_back(record.next);
        return {};
    }
    std::vector<std::string> lines;
    std::vector<std::optional<sdmx::RowPlace>> next;
};

// From wherever a row of SDMX-CSV ended, the header and the rest give what followed.
TEST(ReadCsv, GoesOnWhereARowEnded) {
    const std::string first = "DATAFLOW,AREA,TIME_PERIOD,OBS_VALUE,NOTE";
    const std::string rows =
        "A:F(1.0),PK,2024-01,1,plain\r\nA:F(1.0),PK,2024-02,2,\"two\nlines\"\r\n"
        "\r\nA:G(1.0),PK,2024-01,3,\"a \"\"word\"\"\"\nA:F(1.0),IN,2024-01,4,";
    for (const std::string mark : {"", "\xEF\xBB\xBF"}) {
        const auto message = mark + first + '\n' + rows;
        Rows all;
        ASSERT_TRUE(read(message, all).ok());
        ASSERT_EQ(all.lines.size(), 4);
        EXPECT_EQ(all.lines[3], "file:7 IN 2024-01 = 4");
        for (std::size_t i = 0; i < all.lines.size(); ++i) {
            ASSERT_TRUE(all.next[i]);
            sdmx::ReadOptions options;
            options.name = "file";
            options.from = all.next[i];
            const auto rest =
                message.substr(0, options.from->header_bytes) + message.substr(options.from->bytes);
            Rows behind;
            ASSERT_TRUE(sdmx::read_message(base::input_of(rest), options, behind).ok());
            EXPECT_THAT(behind.lines,
                        testing::ElementsAreArray(all.lines.begin() + static_cast<int>(i) + 1,
                                                  all.lines.end()));
            for (std::size_t j = 0; j < behind.next.size(); ++j)
                EXPECT_EQ(behind.next[j]->bytes, all.next[i + 1 + j]->bytes);
        }
    }
}

TEST(ReadMessage, SaysWhatItExpectedWhereTheFileIsNoMessage) {
    for (const auto* text :
         {"", "hello", "[1]", "\xFF\xD8\xFF", "STRUCTURED,A\n", "dataflow,A\n"}) {
        const auto error = refused(text);
        EXPECT_EQ(error.code, ErrorCode::sdmx_unknown_form) << text;
        EXPECT_THAT(error.message, HasSubstr("expected an SDMX message")) << text;
        EXPECT_EQ(error.where, "file:1:1");
    }
    EXPECT_EQ(refused("<html/>").code, ErrorCode::sdmx_unknown_form);
    EXPECT_EQ(
        refused(R"(<a xmlns="http://www.sdmx.org/resources/sdmxml/schemas/v2_0/message"/>)").code,
        ErrorCode::sdmx_unknown_form);
    EXPECT_EQ(refused(R"({"a":1})").code, ErrorCode::sdmx_unknown_form);
}

TEST(ReadMl, RefusesWhatIsNotWellFormedAndSaysWhere) {
    for (const auto& [set, column] :
         {std::pair{"<m:DataSet>\n <Series A='1' A='2'/></m:DataSet>", "file:2:"},
          {"<m:DataSet>\n</m:Other>", "file:2:"},
          {"<m:DataSet>\n\n<Series", "file:3:"},
          {"<m:DataSet>&nothing;</m:DataSet>", "file:1:"}}) {
        const auto error = refused(specific(set));
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed) << set;
        EXPECT_TRUE(error.where.starts_with(column)) << set << ' ' << error.text();
        EXPECT_THAT(error.message, HasSubstr("expected")) << set;
    }
    EXPECT_EQ(refused(specific("<m:DataSet T='\xC3\x28'/>")).code, ErrorCode::invalid_utf8);
}

TEST(ReadMl, RefusesBrokenUtf16WithoutPrintingAnything) {
    testing::internal::CaptureStderr();
    const auto error = refused(std::string_view{"\xFF\xFE<\0a\0>\0\x00\xD8\x00\xD8<\0", 14});
    EXPECT_NE(error.code, ErrorCode::internal);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(ReadMl, RefusesDocumentTypesBeforeAnyEntityIsKept) {
    for (const std::string_view dtd :
         {R"(<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;&b;&b;&b;">]>)",
          R"(<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">)"}) {
        const auto error = refused(std::string{dtd} + specific("<m:DataSet T='&c;'/>"));
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed);
        EXPECT_THAT(error.message, HasSubstr("document type"));
    }
}

TEST(ReadMl, RefusesElementsThatStandWhereTheyMayNot) {
    for (const auto* set : {"<m:Structures/>", "<m:DataSet><Obs><Obs/></Obs></m:DataSet>",
                            "<m:DataSet><Series><Series/></Series></m:DataSet>",
                            "<m:DataSet><Group/><Nothing/></m:DataSet>",
                            "<m:DataSet><Series><Obs/><Comp id='A'/></Series></m:DataSet>"}) {
        const auto error = refused(specific(set));
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed) << set;
        EXPECT_THAT(error.message, HasSubstr(", found <")) << set;
    }
    EXPECT_THAT(refused(specific("<m:DataSet action='Steal'/>")).message, HasSubstr("\"Steal\""));
}

TEST(ReadMl, KeepsItsBounds) {
    sdmx::ReadBounds bounds;
    bounds.depth_max = 4;
    EXPECT_EQ(refused(specific("<m:DataSet><Series><Obs><Comp id='A'><Value/></Comp></Obs>"
                               "</Series></m:DataSet>"),
                      bounds)
                  .code,
              ErrorCode::sdmx_out_of_bounds);
    bounds = {};
    bounds.components_max = 3;
    EXPECT_EQ(
        refused(specific("<m:DataSet><Obs A='1' B='2' C='3' D='4'/></m:DataSet>"), bounds).code,
        ErrorCode::sdmx_out_of_bounds);
    bounds = {};
    bounds.text_bytes_max = 100'000;
    EXPECT_EQ(refused(specific("<m:DataSet><Obs A='" + std::string(300'000, 'x')), bounds).code,
              ErrorCode::sdmx_out_of_bounds);
}

TEST(ReadMl, KeepsAttributesThatHoldMarksWhereverBlocksEnd) {
    const auto text = specific(
        "<m:DataSet><Obs A='&lt;&amp;&gt;&#233; >' TIME_PERIOD='2020'/>"
        "</m:DataSet>");
    for (std::size_t block = 1; block < 12; ++block) {
        Notes sink;
        std::string_view rest = text;
        const sdmx::Input input = [&](std::span<char> into) -> base::Result<std::size_t> {
            const auto bytes = std::min({block, into.size(), rest.size()});
            std::copy_n(rest.data(), bytes, into.data());
            rest.remove_prefix(bytes);
            return bytes;
        };
        const auto done = sdmx::read_message(input, {.name = "file"}, sink);
        ASSERT_TRUE(done) << done.error().text();
        EXPECT_THAT(sink.lines, ElementsAre("set ", "obs A=<&>é > TIME_PERIOD=2020 = - |"));
    }
}

TEST(ReadMl, TellsDimensionsByTheRulesWhereNoStructureIsKnown) {
    EXPECT_THAT(notes(specific("<m:DataSet TITLE='t'>"
                               "<Group FREQ='A' UNIT_MULT='6'/>"
                               "<Series FREQ='A' AREA='PK' DECIMALS='1'>"
                               "<Comp id='COMMENT'><Value>a</Value><Value>b</Value></Comp>"
                               "<Obs TIME_PERIOD='2020' OBS_VALUE='1.50' OBS_STATUS='P'/></Series>"
                               "</m:DataSet>")),
                ElementsAre("set ", "about TITLE=t", "group FREQ=A | UNIT_MULT=6",
                            "series FREQ=A AREA=PK | DECIMALS=1 COMMENT=a COMMENT=b",
                            "obs FREQ=A AREA=PK TIME_PERIOD=2020 = 1.50 | OBS_STATUS=P"));
}

TEST(ReadMl, GivesErrorsAndFooters) {
    Notes sink;
    ASSERT_TRUE(read(R"(<m:Error xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/)"
                     R"(message"><m:ErrorMessage code="100"><Text>No results</Text>)"
                     R"(</m:ErrorMessage></m:Error>)",
                     sink));
    EXPECT_EQ(sink.kind, sdmx::MessageKind::error);
    EXPECT_THAT(sink.lines, ElementsAre("message 100 No results"));
}

TEST(ReadMessage, ReferenceMetadataAreGroupsWhateverTheyWereWrittenIn) {
    const auto expected = ElementsAre(
        testing::_, "group Target=urn:x | CONTACT.NAME@en=N CONTACT.NAME@fr=M CONTACT.PHONE=3");
    EXPECT_THAT(
        notes(R"(<m:Metadata xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message">)"
              R"(<m:MetadataSet id="S"><Target>urn:x</Target><Attribute id="CONTACT">)"
              R"(<Attribute id="NAME"><Value><Text xml:lang="en">N</Text>)"
              R"(<Text xml:lang="fr">M</Text></Value></Attribute><Attribute id="PHONE">)"
              R"(<Value>3</Value></Attribute></Attribute></m:MetadataSet></m:Metadata>)"),
        expected);
    EXPECT_THAT(notes(R"({"data":{"metadataSets":[{"id":"S","targets":["urn:x"],"attributes":)"
                      R"([{"id":"CONTACT","attributes":[{"id":"NAME","value":)"
                      R"({"en":"N","fr":"M"}},{"id":"PHONE","value":3}]}]}]}})"),
                expected);
}

// What SDMX-JSON asks for, with data sets before or behind their structure.
std::string json(std::string_view sets, bool structure_first = true) {
    const std::string structure =
        R"("structure":{"links":[{"urn":"urn:sdmx:org.sdmx.infomodel.datastructure.)"
        R"_(Dataflow=A:F(1.0)"}],"dimensions":{"dataSet":[{"id":"FREQ","values":[{"id":"A"}]}],)_"
        R"("series":[{"id":"AREA","values":[{"id":"PK"},{"id":"IN"}]}],)"
        R"("observation":[{"id":"TIME_PERIOD","values":[{"id":"2020"},{"id":"2021"}]}]},)"
        R"("attributes":{"series":[{"id":"UNIT","values":[{"name":"USD"}]}],)"
        R"("observation":[{"id":"NOTE"}]}})";
    const std::string data = R"("dataSets":)" + std::string{sets};
    return R"({"data":{)" + (structure_first ? structure + ',' + data : data + ',' + structure) +
           "}}";
}

TEST(ReadJson, GivesTheSameWhicheverWayRoundItIs) {
    const auto* sets = R"([{"series":{"1":{"attributes":[0],"observations":)"
                       R"({"0":[1.50,"a \"b\" \u00e9\ud83d\ude00"],"1":[null]}}}}])";
    for (const bool first : {true, false})
        EXPECT_THAT(notes(json(sets, first)),
                    ElementsAre("set urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=A:F(1.0)",
                                "series FREQ=A AREA=IN | UNIT=USD",
                                "obs FREQ=A AREA=IN TIME_PERIOD=2020 = 1.50 | NOTE=a \"b\" é😀",
                                "obs FREQ=A AREA=IN TIME_PERIOD=2021 = - |"));
}

TEST(ReadJson, RefusesIndexesThatItsListsDoNotHave) {
    for (const auto* sets :
         {R"([{"series":{"2":{}}}])", R"([{"series":{"-1":{}}}])", R"([{"series":{"x":{}}}])",
          R"([{"series":{"0:0":{}}}])", R"([{"series":{"0":{"observations":{"7":[1]}}}}])",
          R"([{"series":{"0":{"attributes":[1]}}}])", R"([{"series":{"0":{"attributes":[0.5]}}}])",
          R"([{"structure":1,"series":{}}])"}) {
        const auto error = refused(json(sets));
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed) << sets;
        EXPECT_THAT(error.message, HasSubstr("index")) << sets;
        EXPECT_TRUE(error.where.starts_with("file:1:")) << error.where;
    }
}

TEST(ReadJson, RefusesWhatIsNoJsonAndSaysWhere) {
    for (const auto* text : {R"({"data":{}} x)",
                             R"({"data":{}}{)",
                             R"({"data":{"a":[1,]}})",
                             R"({"data":{"a":01}})",
                             R"({"data":{"a":1.}})",
                             R"({"data":{"a":+1}})",
                             R"({"data":{"a":NaN}})",
                             R"({"data":{"a":"\x"}})",
                             R"({"data":{"a":"\ud800"}})",
                             R"({"data":{"a":"\udc00"}})",
                             "{\"data\":{\"a\":\"\n\"}}",
                             R"({"data":{"a" 1}})",
                             R"({"data":{a:1}})",
                             R"({"data":{"a":[1}})",
                             R"({"data":{"a":{1]}})",
                             R"({"data":{"a":tru}})",
                             R"({"data":{"a":"b)",
                             R"({"data":)",
                             R"({"dataSets":3,"structure":{}})",
                             R"({"dataSets":[]})"}) {
        const auto error = refused(text);
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed) << text;
        EXPECT_THAT(error.message, HasSubstr("expected")) << text;
        EXPECT_TRUE(error.where.starts_with("file:")) << error.where;
    }
    EXPECT_EQ(refused("{\"data\":{\n\"a\":\n \"b\", 3}}").where, "file:3:7");
    EXPECT_EQ(refused("{\"data\":{\"a\":\"\xC3\x28\"}}").code, ErrorCode::invalid_utf8);
}

TEST(ReadJson, KeepsItsBounds) {
    sdmx::ReadBounds bounds;
    bounds.depth_max = 5;
    EXPECT_EQ(refused(R"({"data":)" + std::string(100'000, '['), bounds).code,
              ErrorCode::sdmx_out_of_bounds);
    bounds = {};
    bounds.text_bytes_max = 100'000;
    EXPECT_EQ(refused(R"({"data":")" + std::string(300'000, 'x'), bounds).code,
              ErrorCode::sdmx_out_of_bounds);
    bounds = {};
    bounds.held_bytes_max = 100'000;
    std::string many = R"([{"series":{)";
    while (many.size() < 400'000)
        many += R"("0":{},)";
    EXPECT_EQ(refused(json(many + R"("0":{}}}])", false), bounds).code,
              ErrorCode::sdmx_out_of_bounds);
    EXPECT_TRUE(notes(json(many + R"("0":{}}}])")).size() > 1000);
}

TEST(ReadCsv, TakesTheSeparatorThatFollowsTheFirstTerm) {
    const std::vector<std::string> expected{"set A:F(1.0)", "obs FREQ=A TIME_PERIOD=2020 = 1,5 |"};
    EXPECT_EQ(notes("\xEF\xBB\xBF"
                    "DATAFLOW;FREQ;TIME_PERIOD;OBS_VALUE\r\nA:F(1.0);A;2020;1,5\r\n"),
              expected);
    EXPECT_EQ(notes("DATAFLOW\tFREQ\tTIME_PERIOD\tOBS_VALUE\nA:F(1.0)\tA\t2020\t1,5"), expected);
    EXPECT_EQ(notes("\"DATAFLOW\",\"FREQ\",\"TIME_PERIOD\",\"OBS_VALUE\"\n"
                    "\"A:F(1.0)\",\"A\",\"2020\",\"1,5\"\n\n"),
              expected);
}

TEST(ReadCsv, GivesManyValuesAndLanguagesPieceByPiece) {
    EXPECT_THAT(
        notes("STRUCTURE[;],STRUCTURE_ID,ACTION,FREQ,OBS_VALUE,TAG[],NOTE[en;fr],BOTH[en;fr]\n"
              "dataflow,A:F(1.0),I,A,1,\"x;\"\"y;z\"\"\",\"en:a;fr:b: c\","
              "\"\"\"en:1;fr:2\"\";\"\"en:3\"\"\"\n"),
        ElementsAre("set A:F(1.0)",
                    "obs FREQ=A = 1 | TAG=x TAG=y;z NOTE@en=a NOTE@fr=b: c "
                    "BOTH@en=1 BOTH@fr=2 BOTH@en=3"));
}

TEST(ReadCsv, NestedAttributesAreNamedByTheirPath) {
    EXPECT_THAT(notes("STRUCTURE[;],STRUCTURE_ID,ACTION,DIM,HOW.METHOD[en;fr],CONTACT[],"
                      "CONTACT[].NAME[]\n"
                      "dataflow,A:F(1.0),M,~,en:a;fr:b,c;d,\"\"\"n 1;n 2\"\";;\"\"n 3\"\"\"\n"),
                ElementsAre("set A:F(1.0)",
                            "about HOW.METHOD@en=a HOW.METHOD@fr=b CONTACT=c "
                            "CONTACT=d CONTACT.NAME=n 1;n 2 CONTACT.NAME= "
                            "CONTACT.NAME=n 3"));
}

TEST(ReadCsv, ActionsAndStructuresBeginDataSetsAndPartsOfKeysAreGroups) {
    EXPECT_THAT(notes("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,AREA,OBS_VALUE,UNIT\n"
                      "dataflow,A:F(1.0),I,A,PK,1,\n"
                      "dataflow,A:F(1.0),I,A,~,,USD\n"
                      "dataflow,A:F(1.0),D,,,,\n"
                      "DataStructure,A:D,D,,,,x\n"),
                ElementsAre("set A:F(1.0)", "obs FREQ=A AREA=PK = 1 |", "group FREQ=A | UNIT=USD",
                            "set A:F(1.0) delete", "set A:D delete", "about UNIT=x"));
}

TEST(ReadCsv, RefusesRowsThatAreNotAsTheHeaderHasThem) {
    const std::string header = "DATAFLOW,FREQ,OBS_VALUE\n";
    const auto expect = [&](std::string_view rows, std::string_view where, std::string_view said) {
        const auto error = refused(header + std::string{rows});
        EXPECT_EQ(error.code, ErrorCode::sdmx_malformed) << rows;
        EXPECT_EQ(error.where, where) << error.text();
        EXPECT_THAT(error.message, HasSubstr(said)) << rows;
    };
    expect("A:F(1),A,1\nA:F(1),A\n", "file:3", "expected 3 fields, as the header has, found 2");
    expect("A:F(1),A,1,2\n", "file:2", "found 4");
    expect("A:F(1),\"A\nB\",1\nA:F(1),\"A", "file:4", "the quote that closes a field");
    expect("A:F(1),A\"B,1\n", "file:2:9", "quotes around the whole field");
    expect("A:F(1),\"A\"B,1\n", "file:2:11", "a separator after a quoted field");
    expect("flow,A,1\n", "file:2", "AGENCY:ID(VERSION)");
    EXPECT_EQ(refused(header + "A:F(1),\xC3\x28,1\n").where, "file:2:8");
    EXPECT_EQ(refused("STRUCTURE,FREQ\n").code, ErrorCode::sdmx_malformed);
    EXPECT_EQ(refused("DATAFLOW,FREQ,FREQ\n").code, ErrorCode::sdmx_malformed);
    EXPECT_EQ(refused("DATAFLOW\n").code, ErrorCode::sdmx_malformed);
}

// A character may be cut in two where a block ends, and stay so where the file ends.
TEST(ReadCsv, ACharacterThatIsNeverWholeIsRefused) {
    for (std::size_t block = 1; block < 8; ++block) {
        std::string_view rest = "DATAFLOW,A\nA:F(1),\xD8\xAA\nA:F(1),\xD8";
        const sdmx::Input input = [&](std::span<char> into) -> base::Result<std::size_t> {
            const auto bytes = std::min({block, into.size(), rest.size()});
            std::copy_n(rest.data(), bytes, into.data());
            rest.remove_prefix(bytes);
            return bytes;
        };
        Notes sink;
        const auto done = sdmx::read_message(input, {.name = "file"}, sink);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, ErrorCode::invalid_utf8);
        EXPECT_EQ(done.error().where, "file:3:8");
    }
}

TEST(ReadCsv, KeepsItsBounds) {
    sdmx::ReadBounds bounds;
    bounds.text_bytes_max = 300'000;
    EXPECT_EQ(refused("DATAFLOW,A\nA:F(1),\"" + std::string(600'000, '\n'), bounds).code,
              ErrorCode::sdmx_out_of_bounds);
    bounds = {};
    bounds.components_max = 10;
    std::string header = "DATAFLOW";
    for (int i = 0; i < 100; ++i)
        header += ",C" + std::to_string(i);
    EXPECT_EQ(refused(header, bounds).code, ErrorCode::sdmx_out_of_bounds);
}

TEST(ReadMessage, EndsWhereTheSinkSaysSo) {
    class Full : public sdmx::MessageSink {
        base::Result<void> observation(const sdmx::ObservationRecord& record) override {
            return base::Error{ErrorCode::overflow, "full", std::string{record.where}};
        }
    } full;
    const auto done = read("DATAFLOW,FREQ,OBS_VALUE\nA:F(1),A,1\nA:F(1),A\n", full);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().where, "file:2");
}

}  // namespace
