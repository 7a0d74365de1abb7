#include "sdmx/schema.h"

#include "sdmx/example_for_test.h"
#include "sdmx/schema_for_test.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace {

using sdmx::Standard;
using testing::HasSubstr;
using testing::Not;

const sdmx::Example& example() {
    static const sdmx::Example made;
    return made;
}

sdmx::SchemaContext context(const sdmx::Artefact& of, std::string at) {
    return {&of, &example().structure, std::move(at), [](const sdmx::Reference& list) {
                for (const auto* artefact : example().artefacts())
                    if (artefact->reference() == list)
                        return artefact;
                return static_cast<const sdmx::Artefact*>(nullptr);
            }};
}

// The schema with those of the standard around it, from the files beside the repository.
std::string combined(std::string schema, Standard standard) {
    const auto folder =
        (sdmx::conformance() / (standard == Standard::v21 ? "xsd-2.1" : "xsd-3.0.0")).string();
    const std::string web = standard == Standard::v21 ? "https://registry.sdmx.org/schemas/v2_1"
                                                      : "https://registry.sdmx.org/schemas/v3_0";
    for (auto at = schema.find(web); at != schema.npos; at = schema.find(web))
        schema.replace(at, web.size(), folder);
    const auto file = std::filesystem::path{testing::TempDir()} /
                      ("schema_" + std::to_string(std::hash<std::string>{}(schema)) + ".xsd");
    std::ofstream{file} << schema;
    const auto open = schema.find("targetNamespace=\"") + 17;
    const auto target = schema.substr(open, schema.find('"', open) - open);
    const std::string message = standard == Standard::v21
                                    ? "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
                                    : "http://www.sdmx.org/resources/sdmxml/schemas/v3_0/message";
    return "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:import namespace=\"" +
           message + "\" schemaLocation=\"" + folder +
           "/SDMXMessage.xsd\"/><xs:import namespace=\"" + target + "\" schemaLocation=\"" +
           file.string() + "\"/></xs:schema>";
}

TEST(Schema, StructureSpecificMessagesAreValidAgainstIt) {
    if (!std::filesystem::exists(sdmx::conformance()))
        GTEST_SKIP() << sdmx::conformance_is_missing;
    for (const auto standard : {Standard::v21, Standard::v30})
        for (const std::string at : {"TIME_PERIOD", "AllDimensions", "REF_AREA"}) {
            sdmx::WriteOptions options;
            options.dimension_at_observation = at;
            sdmx::Output output;
            ASSERT_TRUE(sdmx::write_data(example().message(),
                                         standard == Standard::v21
                                             ? sdmx::DataFormat::structure_specific_21
                                             : sdmx::DataFormat::structure_specific_30,
                                         options, output));
            const auto schema = sdmx::write_schema(context(example().flow, at), standard);
            ASSERT_TRUE(schema);
            const auto whole = combined(schema.value(), standard);
            EXPECT_EQ(sdmx::faults_of_xml(output.text, whole), "") << at;

            const auto hurt = [&](const std::string& what, const std::string& with) {
                auto text = output.text;
                const auto found = text.find(what);
                EXPECT_NE(found, text.npos) << what;
                return sdmx::faults_of_xml(text.replace(found, what.size(), with), whole);
            };
            EXPECT_NE(hurt("OBS_STATUS=\"P\"", "OBS_STATUS=\"PP\""), "") << at;
            EXPECT_NE(hurt("OBS_VALUE=\"-4\"", "OBS_VALUE=\"four\""), "") << at;
            EXPECT_NE(hurt("REF_AREA=\"US\"", "REF_AREA=\"XX\""), "") << at;
        }
}

TEST(Schema, HoldsTheCodesThatConstraintsAllow) {
    auto asked = context(example().flow, {});
    asked.allowed["FREQ"] = {"A"};
    const auto schema = sdmx::write_schema(asked, Standard::v21);
    ASSERT_TRUE(schema);
    EXPECT_THAT(schema.value(), HasSubstr(R"(<xs:enumeration value="A">)"));
    EXPECT_THAT(schema.value(), Not(HasSubstr(R"(<xs:enumeration value="M"><xs:annotation>)"
                                              R"(<xs:documentation xml:lang="en">Monthly)")));
}

TEST(Schema, NamesTheContextThatWasAskedFor) {
    const auto schema = sdmx::write_schema(context(example().agreement, {}), Standard::v21);
    ASSERT_TRUE(schema);
    EXPECT_THAT(schema.value(),
                HasSubstr("targetNamespace=\"urn:sdmx:org.sdmx.infomodel.registry."
                          "ProvisionAgreement=PK.MOITT:PA_EXPORTS(1.0):ObsLevelDim:TIME_PERIOD\""));
}

TEST(Schema, OfAnUnknownDimensionIsRefused) {
    const auto schema = sdmx::write_schema(context(example().flow, "OBS_STATUS"), Standard::v21);
    ASSERT_FALSE(schema);
    EXPECT_EQ(schema.error().code, base::ErrorCode::sdmx_no_such_dimension);
}

}  // namespace
