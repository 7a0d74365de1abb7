#include "sdmx/example_for_test.h"
#include "sdmx/schema_for_test.h"
#include "sdmx/structure_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidjson/document.h>

namespace {

using sdmx::StructureFormat;
using testing::HasSubstr;
using testing::Not;

const sdmx::Example& example() {
    static const sdmx::Example made;
    return made;
}

std::string written(StructureFormat format, std::vector<const sdmx::Artefact*> artefacts) {
    const sdmx::MessageHead head{
        "STRUCTURES-1", "2024-05-20T10:00:00Z", false, {"MOITT", {{"en", "Ministry"}}}};
    return sdmx::write_structures({&head, std::move(artefacts)}, format, {"en"});
}

TEST(WriteStructures, EveryKindIsValidSdmxMl) {
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    EXPECT_EQ(sdmx::faults_of_xml(written(StructureFormat::ml_21, example().artefacts()),
                                  "xsd-2.1/SDMXMessage.xsd"),
              "");
    EXPECT_EQ(sdmx::faults_of_xml(written(StructureFormat::ml_30, example().artefacts()),
                                  "xsd-3.0.0/SDMXMessage.xsd"),
              "");
}

TEST(WriteStructures, AStubIsValidAndHasNoBody) {
    std::vector<sdmx::Artefact> stubs;
    for (const auto* artefact : example().artefacts()) {
        stubs.push_back(*artefact);
        stubs.back().external = true;
        stubs.back().structure_url = "http://127.0.0.1/sdmx/codelist";
        stubs.back().descriptions.clear();
    }
    std::vector<const sdmx::Artefact*> pointers;
    for (const auto& stub : stubs)
        pointers.push_back(&stub);
    const auto text = written(StructureFormat::ml_21, pointers);
    EXPECT_THAT(text, HasSubstr(R"(isExternalReference="true")"));
    for (const auto* inside : {"<str:Code ", "<str:Concept ", "DataStructureComponents"})
        EXPECT_THAT(text, Not(HasSubstr(inside)));
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    EXPECT_EQ(sdmx::faults_of_xml(text, "xsd-2.1/SDMXMessage.xsd"), "");
    EXPECT_EQ(
        sdmx::faults_of_xml(written(StructureFormat::ml_30, pointers), "xsd-3.0.0/SDMXMessage.xsd"),
        "");
}

TEST(WriteStructures, ReferencesSayAllThatClientsRead) {
    EXPECT_THAT(
        written(StructureFormat::ml_21, {&example().flow}),
        HasSubstr(R"(<str:Structure><Ref id="DSD_EXAMPLE" version="1.0" )"
                  R"(agencyID="PK.MOITT" package="datastructure" class="DataStructure"/>)"));
    EXPECT_THAT(written(StructureFormat::ml_30, {&example().flow}),
                HasSubstr("<str:Structure>urn:sdmx:org.sdmx.infomodel.datastructure."
                          "DataStructure=PK.MOITT:DSD_EXAMPLE(1.0)</str:Structure>"));
}

TEST(WriteStructures, JsonHoldsEachKindUnderItsOwnName) {
    rapidjson::Document message;
    message.Parse(written(StructureFormat::json_1, example().artefacts()).c_str());
    ASSERT_FALSE(message.HasParseError());
    const auto& data = message["data"];
    EXPECT_EQ(data["codelists"].Size(), 3U);
    EXPECT_EQ(data["codelists"][1]["codes"][1]["parent"], "W0");
    EXPECT_TRUE(data.HasMember("contentConstraints"));
    EXPECT_FALSE(data.HasMember("representationMaps"));
    message.Parse(written(StructureFormat::json_2, example().artefacts()).c_str());
    ASSERT_FALSE(message.HasParseError());
    EXPECT_TRUE(message["data"].HasMember("dataConstraints"));
    EXPECT_FALSE(message["data"].HasMember("structureSets"));
}

TEST(WriteStructures, AKindThatTheStandardLacksIsLeftOut) {
    EXPECT_THAT(written(StructureFormat::ml_30, {&example().correspondence_21}),
                Not(HasSubstr("AREA_SET")));
}

TEST(WriteError, IsAMessageOfTheStandard) {
    const sdmx::ErrorMessage error{
        100, "No data for <that> & this", "ERR", "2024-05-20T10:00:00Z", {"MOITT", {}}};
    const auto text = sdmx::write_error(error, StructureFormat::ml_21);
    EXPECT_THAT(text, HasSubstr(R"(<mes:ErrorMessage code="100"><com:Text xml:lang="en">)"
                                "No data for &lt;that&gt; &amp; this</com:Text>"));
    EXPECT_THAT(sdmx::write_error(error, StructureFormat::json_2),
                HasSubstr(R"("errors":[{"code":100,"title":"No data for <that> & this"}])"));
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    EXPECT_EQ(sdmx::faults_of_xml(text, "xsd-2.1/SDMXMessage.xsd"), "");
    EXPECT_EQ(sdmx::faults_of_xml(sdmx::write_error(error, StructureFormat::ml_30),
                                  "xsd-3.0.0/SDMXMessage.xsd"),
              "");
}

}  // namespace
