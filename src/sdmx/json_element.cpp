#include "sdmx/json_element.h"

#include <algorithm>
#include <array>

namespace sdmx {

namespace {

using Token = JsonReader::Token;

struct Member {
    std::string_view json;
    std::string_view ml;
};

// In the order of their names, to be searched.
constexpr std::array members{
    Member{"agencies", "Agency"},
    Member{"attributeList", "AttributeList"},
    Member{"attributeRelationship", "AttributeRelationship"},
    Member{"attributes", "Attribute"},
    Member{"categories", "Category"},
    Member{"code", "Code"},
    Member{"codeID", "CodeID"},
    Member{"codeMaps", "CodeMap"},
    Member{"codelist", "Codelist"},
    Member{"codelistAliasRef", "CodelistAliasRef"},
    Member{"codelistMaps", "CodelistMap"},
    Member{"codes", "Code"},
    Member{"components", "Component"},
    Member{"conceptIdentity", "ConceptIdentity"},
    Member{"conceptRoles", "ConceptRole"},
    Member{"concepts", "Concept"},
    Member{"constraintAttachment", "ConstraintAttachment"},
    Member{"contacts", "Contact"},
    Member{"coreRepresentation", "CoreRepresentation"},
    Member{"cubeRegions", "CubeRegion"},
    Member{"customTypes", "CustomType"},
    Member{"dataConsumers", "DataConsumer"},
    Member{"dataKeySets", "DataKeySet"},
    Member{"dataProvider", "DataProvider"},
    Member{"dataProviders", "DataProvider"},
    Member{"dataStructureComponents", "DataStructureComponents"},
    Member{"dataStructures", "DataStructure"},
    Member{"dataflow", "Dataflow"},
    Member{"dataflows", "Dataflow"},
    Member{"dimensionList", "DimensionList"},
    Member{"dimensions", "Dimension"},
    Member{"emails", "Email"},
    Member{"endPeriod", "EndPeriod"},
    Member{"enumeration", "Enumeration"},
    Member{"enumerationFormat", "EnumerationFormat"},
    Member{"format", "TextFormat"},
    Member{"geoFeatureSetCodes", "GeoFeatureSetCode"},
    Member{"geoGridCodes", "GeoGridCode"},
    Member{"group", "Group"},
    Member{"groupDimensions", "GroupDimension"},
    Member{"groups", "Group"},
    Member{"hierarchicalCodes", "HierarchicalCode"},
    Member{"hierarchies", "Hierarchy"},
    Member{"includedCodelists", "IncludedCodelist"},
    Member{"keyValues", "KeyValue"},
    Member{"keys", "Key"},
    Member{"level", "Level"},
    Member{"localRepresentation", "LocalRepresentation"},
    Member{"measureDimensions", "MeasureDimension"},
    Member{"measureList", "MeasureList"},
    Member{"measures", "Measure"},
    Member{"metadataAttributeList", "MetadataAttributeList"},
    Member{"metadataAttributes", "MetadataAttribute"},
    Member{"metadataProvider", "MetadataProvider"},
    Member{"metadataProviders", "MetadataProvider"},
    Member{"metadataStructureComponents", "MetadataStructureComponents"},
    Member{"metadataStructures", "MetadataStructure"},
    Member{"metadataTargets", "MetadataTarget"},
    Member{"metadataflow", "Metadataflow"},
    Member{"metadataflows", "Metadataflow"},
    Member{"namePersonalisations", "NamePersonalisation"},
    Member{"observation", "Observation"},
    Member{"organisationUnits", "OrganisationUnit"},
    Member{"parent", "Parent"},
    Member{"period", "Period"},
    Member{"primaryMeasure", "PrimaryMeasure"},
    Member{"provisionAgreements", "ProvisionAgreement"},
    Member{"reportStructures", "ReportStructure"},
    Member{"reportingCategories", "ReportingCategory"},
    Member{"representationMap", "RepresentationMap"},
    Member{"representationMappings", "RepresentationMapping"},
    Member{"rulesets", "Ruleset"},
    Member{"source", "Source"},
    Member{"sourceValues", "SourceValue"},
    Member{"startPeriod", "StartPeriod"},
    Member{"structure", "Structure"},
    Member{"structureUsage", "StructureUsage"},
    Member{"target", "Target"},
    Member{"targetValues", "TargetValue"},
    Member{"targets", "Target"},
    Member{"textFormat", "TextFormat"},
    Member{"timeDimension", "TimeDimension"},
    Member{"timeDimensions", "TimeDimension"},
    Member{"timeRange", "TimeRange"},
    Member{"transformations", "Transformation"},
    Member{"uris", "URI"},
    Member{"userDefinedOperators", "UserDefinedOperator"},
    Member{"value", "Value"},
    Member{"valueItems", "ValueItem"},
    Member{"values", "Value"},
    Member{"vtlMappings", "VtlMapping"},
};
static_assert(std::ranges::is_sorted(members, {}, &Member::json));

class TreeReader {
  public:
    explicit TreeReader(JsonReader& reader) : reader_(reader) {}

    // `member` as it stands in the message; the value's first token was read.
    base::Result<void> read(std::string_view member, Element& parent) {
        if (member == "annotations")
            return read_annotations(parent);
        if (member == "names" || member == "descriptions")
            return read_texts(member == "names" ? "Name" : "Description", parent);
        if (member == "name" || member == "description")
            return read_best_text(member == "name" ? "Name" : "Description", parent);
        const auto known = element_name(member);
        // References to oneself and to pages about oneself.
        if (member == "links" || (known.empty() && !is_scalar()))
            return reader_.skip();
        if (known.empty())
            return read_scalar(member, parent);
        if (reader_.token() == Token::begin_array) {
            while (TRY(reader_.next()) != Token::end_array)
                TRY(read_value(known, parent));
            return {};
        }
        return read_value(known, parent);
    }

  private:
    base::Result<void> read_scalar(std::string_view member, Element& parent) {
        const auto name = kept(member);
        if (reader_.token() == Token::null)
            return {};
        if (name.empty() && parent.name == "Value") {  // {"en": "a text", "fr": ...}
            auto* text = TRY(add("Text", parent));
            text->text = reader_.text();
            text->attributes.emplace_back("lang", member);
        } else if (!name.empty()) {
            parent.attributes.emplace_back(name, reader_.text());
        }
        return {};
    }

    // Attributes that the readers of bodies ask for; others are read past.
    static std::string_view kept(std::string_view member) {
        for (const std::string_view name : {"id",
                                            "agencyID",
                                            "version",
                                            "validFrom",
                                            "validTo",
                                            "structureURL",
                                            "isExternalReference",
                                            "isFinal",
                                            "isPartial",
                                            "type",
                                            "role",
                                            "leveled",
                                            "hasFormalLevels",
                                            "usage",
                                            "assignmentStatus",
                                            "maxOccurs",
                                            "minOccurs",
                                            "include",
                                            "isIncluded",
                                            "textType",
                                            "dataType",
                                            "maxLength",
                                            "decimals",
                                            "alias",
                                            "objectType",
                                            "isPresentational",
                                            "lang",
                                            "action",
                                            "structureRef",
                                            "validFromDate",
                                            "validToDate"})
            if (name == member)
                return name;
        return {};
    }

    bool is_scalar() const {
        return reader_.token() != Token::begin_object && reader_.token() != Token::begin_array;
    }

    base::Result<Element*> add(std::string_view name, Element& parent) {
        const auto most = reader_.options().bounds.items_max;
        if (++elements_ > most)
            return reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                         " values in one part of an artefact, found more");
        auto& made = parent.children.emplace_back();
        made.name = name;
        made.line = static_cast<std::uint32_t>(reader_.line());
        made.column = static_cast<std::uint32_t>(reader_.column());
        return &made;
    }

    base::Result<void> read_value(std::string_view name, Element& parent) {
        if (reader_.token() == Token::null)
            return {};
        auto* element = TRY(add(name, parent));
        if (is_scalar()) {
            element->text = reader_.text();
        } else if (reader_.token() == Token::begin_array) {
            while (TRY(reader_.next()) != Token::end_array)
                TRY(read_value(name, *element));
        } else {
            while (TRY(reader_.next_key())) {
                const std::string key{reader_.text()};
                TRY(reader_.next());
                TRY(read(key, *element));
            }
            take_inner_text(*element);
        }
        return {};
    }

    // {"value": "A"} where SDMX-ML has <Value>A</Value>; {"period": ...}, {"codelist": URN} alike.
    static void take_inner_text(Element& element) {
        if (element.name != "Value" && element.name != "StartPeriod" &&
            element.name != "EndPeriod" && element.name != "SourceValue" &&
            element.name != "TargetValue" && element.name != "Source" && element.name != "Target")
            return;
        for (const auto inner : {"Value", "Period", "Codelist"})
            if (element.text.empty())
                element.text = element.text_of(inner);
    }

    // {"en": "Frequency", "fr": ...}
    base::Result<void> read_texts(std::string_view name, Element& parent) {
        std::erase_if(parent.children, [&](const Element& child) { return child.name == name; });
        if (is_scalar())
            return read_value(name, parent);
        while (TRY(reader_.next_key())) {
            const std::string language{reader_.text()};
            TRY(reader_.next());
            if (is_scalar()) {
                auto* element = TRY(add(name, parent));
                element->text = reader_.text();
                element->attributes.emplace_back("lang", language);
            }
            TRY(reader_.skip());
        }
        return {};
    }

    // The best of several is one of them, so it counts where it stands alone.
    base::Result<void> read_best_text(std::string_view name, Element& parent) {
        if (!is_scalar() || parent.child(name) != nullptr)
            return reader_.skip();
        return read_value(name, parent);
    }

    base::Result<void> read_annotations(Element& parent) {
        if (reader_.token() != Token::begin_array)
            return reader_.skip();
        auto* list = TRY(add("Annotations", parent));
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object) {  // an index, in data
                TRY(reader_.skip());
                continue;
            }
            auto* annotation = TRY(add("Annotation", *list));
            while (TRY(reader_.next_key())) {
                const std::string key{reader_.text()};
                TRY(reader_.next());
                TRY(read_annotation_member(key, *annotation));
            }
        }
        return {};
    }

    base::Result<void> read_annotation_member(std::string_view key, Element& annotation) {
        if (key == "id" && is_scalar())
            annotation.attributes.emplace_back("id", reader_.text());
        else if (key == "texts")
            return read_texts("AnnotationText", annotation);
        else if (key == "text")
            return read_best_text("AnnotationText", annotation);
        else if (key == "title" && is_scalar())
            return read_value("AnnotationTitle", annotation);
        else if (key == "type" && is_scalar())
            return read_value("AnnotationType", annotation);
        else if ((key == "url" || key == "uri" || key == "href") && is_scalar())
            return read_value("AnnotationURL", annotation);
        else if (key == "value" && is_scalar())  // 2.0
            return read_best_text("AnnotationText", annotation);
        else if (key == "links" && reader_.token() == Token::begin_array)
            return read_annotation_links(annotation);
        return reader_.skip();
    }

    base::Result<void> read_annotation_links(Element& annotation) {
        while (TRY(reader_.next()) != Token::end_array) {
            if (reader_.token() != Token::begin_object) {
                TRY(reader_.skip());
                continue;
            }
            while (TRY(reader_.next_key())) {
                const bool address = reader_.text() == "href" || reader_.text() == "uri";
                TRY(reader_.next());
                if (address && is_scalar() && annotation.child("AnnotationURL") == nullptr)
                    TRY(read_value("AnnotationURL", annotation));
                else
                    TRY(reader_.skip());
            }
        }
        return {};
    }

    JsonReader& reader_;
    std::size_t elements_ = 0;
};

}  // namespace

std::string_view element_name(std::string_view member) {
    const auto found = std::ranges::lower_bound(members, member, {}, &Member::json);
    return found != members.end() && found->json == member ? found->ml : std::string_view{};
}

base::Result<void> read_member(JsonReader& reader, std::string_view member, Element& parent) {
    return TreeReader{reader}.read(member, parent);
}

}  // namespace sdmx
