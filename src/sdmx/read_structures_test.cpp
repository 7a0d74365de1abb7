// The same artefacts in SDMX-ML 2.1, SDMX-ML 3.0 and SDMX-JSON 2.0.

#include "sdmx/message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

class Artefacts : public sdmx::MessageSink {
  public:
    base::Result<void> artefact(sdmx::Artefact&& artefact) override {
        found.push_back(std::move(artefact));
        return {};
    }
    std::vector<sdmx::Artefact> found;
};

std::vector<sdmx::Artefact> artefacts(std::string_view message) {
    Artefacts sink;
    const auto done = sdmx::read_message(base::input_of(message), {.name = "file"}, sink);
    EXPECT_TRUE(done) << done.error().text();
    return sink.found;
}

std::string ml(std::string_view version, std::string_view structures) {
    const auto schemas = "http://www.sdmx.org/resources/sdmxml/schemas/" + std::string{version};
    return "<m:Structure xmlns:m=\"" + schemas + "/message\" xmlns:s=\"" + schemas +
           "/structure\" xmlns:c=\"" + schemas + "/common\"><m:Structures>" +
           std::string{structures} + "</m:Structures></m:Structure>";
}

constexpr auto names = R"(<c:Name xml:lang="en">Frequency</c:Name>)"
                       R"(<c:Name xml:lang="ur">تعدد</c:Name>)"
                       R"(<c:Description xml:lang="en">How often</c:Description>)";

const std::string codelist_21 = ml(
    "v2_1", std::string{R"(<s:Codelists><s:Codelist id="CL_FREQ" agencyID="SDMX" version="2.1.0")"
                        R"( isFinal="true" isPartial="true"><c:Annotations><c:Annotation id="N">)"
                        R"(<c:AnnotationTitle>T</c:AnnotationTitle>)"
                        R"(<c:AnnotationType>Y</c:AnnotationType>)"
                        R"(<c:AnnotationURL>http://a</c:AnnotationURL>)"
                        R"(<c:AnnotationText xml:lang="en">X</c:AnnotationText>)"
                        R"(</c:Annotation></c:Annotations>)"} +
                names +
                R"(<s:Code id="A"><c:Name xml:lang="en">Annual</c:Name></s:Code>)"
                R"(<s:Code id="B"><c:Name xml:lang="en">Part</c:Name>)"
                R"(<s:Parent><Ref id="A"/></s:Parent></s:Code></s:Codelist></s:Codelists>)");

const std::string codelist_30 = ml(
    "v3_0", std::string{R"(<s:Codelists><s:Codelist id="CL_FREQ" agencyID="SDMX" version="2.1.0")"
                        R"( isPartial="true"><c:Annotations><c:Annotation id="N">)"
                        R"(<c:AnnotationTitle>T</c:AnnotationTitle>)"
                        R"(<c:AnnotationType>Y</c:AnnotationType>)"
                        R"(<c:AnnotationURL>http://a</c:AnnotationURL>)"
                        R"(<c:AnnotationText xml:lang="en">X</c:AnnotationText>)"
                        R"(</c:Annotation></c:Annotations>)"} +
                names +
                R"(<s:Code id="A"><c:Name xml:lang="en">Annual</c:Name></s:Code>)"
                R"(<s:Code id="B"><c:Name xml:lang="en">Part</c:Name>)"
                R"(<s:Parent>A</s:Parent></s:Code></s:Codelist></s:Codelists>)");

constexpr auto codelist_json =
    R"({"data":{"codelists":[{"codes":[{"id":"A","name":"Annual","names":{"en":"Annual"}},)"
    R"({"id":"B","names":{"en":"Part"},"parent":"A"}],"id":"CL_FREQ","agencyID":"SDMX",)"
    R"("version":"2.1.0","isPartial":true,"name":"Frequency",)"
    R"("names":{"en":"Frequency","ur":"تعدد"},"descriptions":{"en":"How often"},)"
    R"("annotations":[{"id":"N","title":"T","type":"Y","texts":{"en":"X"},)"
    R"("links":[{"href":"http://a"}]}]}]}})";

TEST(ReadStructures, ACodeListIsTheSameInEveryFormat) {
    const auto found = artefacts(codelist_21);
    ASSERT_EQ(found.size(), 1);
    const auto& list = found[0];
    EXPECT_EQ(list.reference().urn(),
              "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1.0)");
    EXPECT_EQ(list.names, (sdmx::Texts{{"en", "Frequency"}, {"ur", "تعدد"}}));
    EXPECT_EQ(list.descriptions, (sdmx::Texts{{"en", "How often"}}));
    EXPECT_TRUE(list.final);
    ASSERT_EQ(list.annotations.size(), 1);
    EXPECT_EQ(list.annotations[0], (sdmx::Annotation{"N", "T", "Y", "http://a", {{"en", "X"}}}));
    const auto& scheme = std::get<sdmx::ItemScheme>(list.body);
    EXPECT_TRUE(scheme.partial);
    ASSERT_EQ(scheme.items.size(), 2);
    EXPECT_EQ(scheme.items[1].parent, "A");
    EXPECT_EQ(artefacts(codelist_30), found);
    EXPECT_EQ(artefacts(codelist_json), found);
}

const std::string structure_21 = ml(
    "v2_1",
    R"(<s:DataStructures><s:DataStructure id="D" agencyID="A" version="1.0">)"
    R"(<s:DataStructureComponents><s:DimensionList id="DimensionDescriptor">)"
    R"(<s:Dimension id="FREQ"><s:ConceptIdentity><Ref id="FREQ" maintainableParentID="CS")"
    R"( maintainableParentVersion="1.0" agencyID="A" class="Concept"/></s:ConceptIdentity>)"
    R"(<s:LocalRepresentation><s:Enumeration><Ref id="CL_FREQ" agencyID="SDMX" version="2.1")"
    R"( class="Codelist"/></s:Enumeration></s:LocalRepresentation></s:Dimension>)"
    R"(<s:TimeDimension id="TIME_PERIOD"><s:ConceptIdentity><Ref id="TIME_PERIOD")"
    R"( maintainableParentID="CS" maintainableParentVersion="1.0" agencyID="A")"
    R"( class="Concept"/></s:ConceptIdentity><s:LocalRepresentation>)"
    R"(<s:TextFormat textType="ObservationalTimePeriod"/></s:LocalRepresentation>)"
    R"(</s:TimeDimension></s:DimensionList><s:Group id="G"><s:GroupDimension>)"
    R"(<s:DimensionReference><Ref id="FREQ"/></s:DimensionReference></s:GroupDimension></s:Group>)"
    R"(<s:AttributeList><s:Attribute id="UNIT" assignmentStatus="Mandatory">)"
    R"(<s:AttributeRelationship><s:Dimension><Ref id="FREQ"/></s:Dimension>)"
    R"(</s:AttributeRelationship></s:Attribute><s:Attribute id="NOTE">)"
    R"(<s:AttributeRelationship><s:PrimaryMeasure><Ref id="OBS_VALUE"/></s:PrimaryMeasure>)"
    R"(</s:AttributeRelationship></s:Attribute></s:AttributeList><s:MeasureList>)"
    R"(<s:PrimaryMeasure id="OBS_VALUE"/></s:MeasureList></s:DataStructureComponents>)"
    R"(</s:DataStructure></s:DataStructures>)");

constexpr auto structure_json =
    R"({"data":{"dataStructures":[{"id":"D","agencyID":"A","version":"1.0",)"
    R"("dataStructureComponents":{"attributeList":{"attributes":[{"id":"UNIT",)"
    R"("usage":"mandatory","attributeRelationship":{"dimensions":["FREQ"]}},{"id":"NOTE",)"
    R"("attributeRelationship":{"observation":{}}}]},"dimensionList":{"dimensions":[{"id":"FREQ",)"
    R"("conceptIdentity":"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).FREQ",)"
    R"("localRepresentation":{"enumeration":)"
    R"_("urn:sdmx:org.sdmx.infomodel.codelist.Codelist=SDMX:CL_FREQ(2.1)"}}],)_"
    R"("timeDimension":{"id":"TIME_PERIOD","conceptIdentity":)"
    R"("urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=A:CS(1.0).TIME_PERIOD",)"
    R"("localRepresentation":{"format":{"dataType":"ObservationalTimePeriod"}}}},)"
    R"("groups":[{"id":"G","groupDimensions":["FREQ"]}],)"
    R"("measureList":{"measures":[{"id":"OBS_VALUE"}]}}}]}})";

TEST(ReadStructures, ADataStructureIsTheSameInEveryFormat) {
    const auto found = artefacts(structure_21);
    ASSERT_EQ(found.size(), 1);
    const auto& structure = std::get<sdmx::DataStructure>(found[0].body);
    ASSERT_EQ(structure.components.size(), 5);
    EXPECT_EQ(structure.key().size(), 1);
    EXPECT_EQ(structure.time()->representation.format->type, "ObservationalTimePeriod");
    EXPECT_EQ(structure.find("FREQ")->representation.enumeration->id, "CL_FREQ");
    EXPECT_EQ(structure.find("FREQ")->concept_identity.item, "FREQ");
    EXPECT_TRUE(structure.find("UNIT")->mandatory);
    EXPECT_EQ(structure.find("UNIT")->attachment.dimensions, std::vector<std::string>{"FREQ"});
    EXPECT_EQ(structure.find("NOTE")->attachment.level, sdmx::Attachment::Level::observation);
    EXPECT_EQ(structure.groups,
              (std::vector<sdmx::Group>{{"G", std::vector<std::string>{"FREQ"}}}));
    EXPECT_EQ(artefacts(structure_json), found);
}

TEST(ReadStructures, AConstraintKeepsRegionsAndKeys) {
    const auto found = artefacts(ml(
        "v3_0",
        R"(<s:DataConstraints><s:DataConstraint id="C" agencyID="A" version="1.0" role="Allowed">)"
        R"(<s:ConstraintAttachment><s:Dataflow>urn:sdmx:org.sdmx.infomodel.datastructure.)"
        R"(Dataflow=A:F(1.0)</s:Dataflow></s:ConstraintAttachment><s:DataKeySet)"
        R"( isIncluded="false"><s:Key><s:KeyValue id="FREQ"><s:Value>M</s:Value></s:KeyValue>)"
        R"(</s:Key></s:DataKeySet><s:CubeRegion include="true"><s:KeyValue id="FREQ">)"
        R"(<s:Value>A</s:Value><s:Value>Q</s:Value></s:KeyValue><s:KeyValue id="TIME_PERIOD">)"
        R"(<s:TimeRange><s:StartPeriod>2020</s:StartPeriod><s:EndPeriod>2024</s:EndPeriod>)"
        R"(</s:TimeRange></s:KeyValue></s:CubeRegion></s:DataConstraint></s:DataConstraints>)"));
    const auto json = artefacts(
        R"({"data":{"dataConstraints":[{"id":"C","agencyID":"A","version":"1.0",)"
        R"("role":"Allowed","constraintAttachment":{"dataflows":)"
        R"_(["urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=A:F(1.0)"]},)_"
        R"("dataKeySets":[{"isIncluded":false,"keys":[{"keyValues":)"
        R"([{"id":"FREQ","value":"M"}]}]}],)"
        R"("cubeRegions":[{"include":true,"keyValues":[{"id":"FREQ","values":["A",)"
        R"({"value":"Q"}]},{"id":"TIME_PERIOD","timeRange":{"startPeriod":{"period":"2020"},)"
        R"("endPeriod":{"period":"2024"}}}]}]}]}})");
    ASSERT_EQ(found.size(), 1);
    const auto& constraint = std::get<sdmx::Constraint>(found[0].body);
    EXPECT_FALSE(constraint.actual);
    EXPECT_EQ(constraint.attachments.size(), 1);
    EXPECT_EQ(constraint.regions[0].keys[0].values, (std::vector<std::string>{"A", "Q"}));
    EXPECT_EQ(constraint.regions[0].keys[1].end_period, "2024");
    EXPECT_FALSE(constraint.key_sets[0].included);
    EXPECT_EQ(json, found);
}

TEST(ReadStructures, AnInvalidUrnIsNamedWithItsPlace) {
    Artefacts sink;
    const auto done =
        sdmx::read_message(base::input_of(ml("v3_0",
                                             "<s:Dataflows>\n<s:Dataflow id='F' agencyID='A'>\n"
                                             "<s:Structure>urn:sdmx:D</s:Structure></s:Dataflow>"
                                             "</s:Dataflows>")),
                           {.name = "file"}, sink);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::sdmx_invalid_urn);
    EXPECT_TRUE(done.error().where.starts_with("file:3:")) << done.error().where;
}

TEST(ReadStructures, AnArtefactOrItemWithoutAnIdIsRefused) {
    for (const auto* text : {R"({"data":{"codelists":[{"agencyID":"A"}]}})",
                             R"({"data":{"codelists":[{"id":"A","codes":[{"name":"x"}]}]}})",
                             R"({"data":{"codelists":[3]}})"}) {
        Artefacts sink;
        const auto done = sdmx::read_message(base::input_of(text), {.name = "file"}, sink);
        ASSERT_FALSE(done) << text;
        EXPECT_EQ(done.error().code, base::ErrorCode::sdmx_malformed) << text;
    }
}

TEST(ReadStructures, ItemsAreBounded) {
    sdmx::ReadOptions options;
    options.name = "file";
    options.bounds.items_max = 1;
    for (const std::string_view text : {std::string_view{codelist_21}, {codelist_json}}) {
        Artefacts sink;
        const auto done = sdmx::read_message(base::input_of(text), options, sink);
        ASSERT_FALSE(done);
        EXPECT_EQ(done.error().code, base::ErrorCode::sdmx_out_of_bounds);
    }
}

}  // namespace
