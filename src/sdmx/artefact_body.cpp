#include "sdmx/artefact_body.h"

#include "sdmx/element_reference.h"
#include "sdmx/place.h"

#include <algorithm>
#include <charconv>

namespace sdmx {

namespace {

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return text.empty() || end.ec != std::errc{} ? std::nullopt : std::optional{number};
}

// What takes one child of an artefact into its body; one overload for each kind of body.
class BodyTaker {
  public:
    BodyTaker(const Element& child, const Artefact& artefact, CodelistAliases& aliases,
              std::string_view file)
        : child_(child), artefact_(artefact), aliases_(aliases), file_(file) {}

    base::Result<void> operator()(ItemScheme&) { return {}; }

    base::Result<void> operator()(OtherBody& body) { return gather(child_, body.references); }

    base::Result<void> operator()(Flow& body) {
        if (child_.name == "Structure")
            body.structure = TRY(reference(child_, artefact_.type == ArtefactType::dataflow
                                                       ? ArtefactType::data_structure
                                                       : ArtefactType::metadata_structure));
        return {};
    }

    base::Result<void> operator()(ProvisionAgreement& body) {
        if (child_.name == "StructureUsage" || child_.name == "Dataflow")
            body.flow = TRY(reference(child_, ArtefactType::dataflow));
        else if (child_.name == "Metadataflow")
            body.flow = TRY(reference(child_, ArtefactType::metadataflow));
        else if (child_.name == "DataProvider")
            body.provider = TRY(reference(child_, ArtefactType::data_provider_scheme));
        else if (child_.name == "MetadataProvider")
            body.provider = TRY(reference(child_, ArtefactType::metadata_provider_scheme));
        return {};
    }

    base::Result<void> operator()(Categorisation& body) {
        if (child_.name == "Source")
            body.source = TRY(reference(child_, ArtefactType::dataflow));
        else if (child_.name == "Target")
            body.target = TRY(reference(child_, ArtefactType::category_scheme));
        return {};
    }

    base::Result<void> operator()(DataStructure& body) {
        if (child_.name != "DataStructureComponents")
            return {};
        for (const auto& list : child_.children) {
            if (list.name == "Group")
                body.groups.push_back(group(list));
            else if (list.name == "DimensionList" || list.name == "MeasureList" ||
                     list.name == "AttributeList")
                for (const auto& element : list.children)
                    TRY(take_component(element, body));
        }
        // Attributes stand before measures in a message, and behind them in the model.
        std::ranges::stable_sort(body.components, {}, [](const Component& component) {
            return component.role == ComponentRole::attribute        ? 3
                   : component.role == ComponentRole::measure        ? 2
                   : component.role == ComponentRole::time_dimension ? 1
                                                                     : 0;
        });
        return {};
    }

    base::Result<void> operator()(MetadataStructure& body) {
        if (child_.name != "MetadataStructureComponents")
            return {};
        for (const auto& list : child_.children) {
            if (list.name == "MetadataTarget" && body.target.empty())
                for (const auto& target : list.children)
                    if (target.name == "IdentifiableObjectTarget")
                        body.target = target.attribute("objectType");
            if (list.name == "ReportStructure" || list.name == "MetadataAttributeList")
                TRY(take_metadata_attributes(list, "", body));
        }
        return {};
    }

    base::Result<void> operator()(Constraint& body) {
        if (child_.name == "ConstraintAttachment") {
            for (const auto& attached : child_.children) {
                const auto* type = type_of_class(attached.name);
                auto found =
                    TRY(reference(attached, type == nullptr ? ArtefactType::dataflow : type->type));
                if (!found.id.empty())
                    body.attachments.push_back(std::move(found));
            }
        } else if (child_.name == "CubeRegion") {
            CubeRegion region;
            region.included = child_.is("include", child_.is("isIncluded", true));
            region.keys = key_values(child_);
            body.regions.push_back(std::move(region));
        } else if (child_.name == "DataKeySet") {
            DataKeySet set;
            set.included = child_.is("isIncluded", true);
            for (const auto& key : child_.children)
                if (key.name == "Key")
                    set.keys.push_back(key_values(key));
            body.key_sets.push_back(std::move(set));
        }
        return {};
    }

    base::Result<void> operator()(Hierarchies& body) {
        if (child_.name == "IncludedCodelist") {
            aliases_.emplace_back(child_.attribute("alias"),
                                  TRY(reference(child_, ArtefactType::codelist)));
        } else if (child_.name == "Hierarchy") {
            Hierarchy hierarchy;
            hierarchy.id = child_.attribute("id");
            hierarchy.names = texts_of(child_, "Name");
            hierarchy.formal_levels = child_.is("leveled");
            for (const auto& part : child_.children)
                TRY(take_hierarchy_part(part, hierarchy));
            body.hierarchies.push_back(std::move(hierarchy));
        } else if (child_.name == "Level" || child_.name == "HierarchicalCode") {
            if (body.hierarchies.empty())  // 3.0: the artefact itself is the hierarchy
                body.hierarchies.emplace_back();
            return take_hierarchy_part(child_, body.hierarchies.back());
        }
        return {};
    }

    base::Result<void> operator()(CodelistMaps& body) {
        if (child_.name == "CodelistMap") {
            CodelistMap map;
            map.id = child_.attribute("id");
            map.names = texts_of(child_, "Name");
            for (const auto& part : child_.children)
                TRY(take_map_part(part, map));
            body.maps.push_back(std::move(map));
        } else if (artefact_.type == ArtefactType::representation_map) {
            if (body.maps.empty())
                body.maps.emplace_back();
            return take_map_part(child_, body.maps.back());
        }
        return {};
    }

  private:
    base::Result<Reference> reference(const Element& element, ArtefactType fallback) const {
        return reference_in(element, fallback, file_);
    }

    base::Result<void> gather(const Element& element, std::vector<Reference>& into) const {
        auto found = TRY(reference(element, artefact_.type));
        if (!found.id.empty() && !found.agency.empty())
            into.push_back(std::move(found));
        for (const auto& inner : element.children)
            if (inner.name != "URN" && inner.name != "Ref" && inner.name != "Annotations")
                TRY(gather(inner, into));
        return {};
    }

    static Group group(const Element& element) {
        Group made;
        made.id = element.attribute("id");
        for (const auto& dimension : element.children)
            if (dimension.name == "GroupDimension")
                made.dimensions.push_back(local_id(named_in(dimension, "DimensionReference")));
        return made;
    }

    // SDMX-JSON leaves out the element between.
    static const Element& named_in(const Element& element, std::string_view name) {
        const auto* inner = element.child(name);
        return inner == nullptr ? element : *inner;
    }

    static std::optional<ComponentRole> role_of(std::string_view name) {
        if (name == "Dimension")
            return ComponentRole::dimension;
        if (name == "MeasureDimension")
            return ComponentRole::measure_dimension;
        if (name == "TimeDimension")
            return ComponentRole::time_dimension;
        if (name == "PrimaryMeasure" || name == "Measure")
            return ComponentRole::measure;
        if (name == "Attribute")
            return ComponentRole::attribute;
        return {};
    }

    base::Result<void> take_component(const Element& element, DataStructure& body) const {
        const auto role = role_of(element.name);
        if (!role)
            return {};
        Component made;
        made.role = *role;
        made.id = element.attribute("id");
        for (const auto& part : element.children) {
            if (part.name == "ConceptIdentity")
                made.concept_identity = TRY(reference(part, ArtefactType::concept_scheme));
            else if (part.name == "ConceptRole")
                made.concept_roles.push_back(TRY(reference(part, ArtefactType::concept_scheme)));
            else if (part.name == "AttributeRelationship")
                made.attachment = attachment(part);
            else if (part.name == "LocalRepresentation") {
                const auto most = part.attribute("maxOccurs");
                made.many_values = !most.empty() && most != "1";
            }
        }
        // What a measure dimension can take are the concepts of a scheme.
        made.representation = TRY(representation_of(element, "LocalRepresentation", file_,
                                                    made.role == ComponentRole::measure_dimension
                                                        ? ArtefactType::concept_scheme
                                                        : ArtefactType::codelist));
        made.mandatory = element.attribute("assignmentStatus") == "Mandatory" ||
                         element.attribute("usage") == "mandatory";
        // The schema lets a component do without an id of its own: its concept's serves.
        if (made.id.empty())
            made.id = *role == ComponentRole::time_dimension ? "TIME_PERIOD"
                      : element.name == "PrimaryMeasure"     ? "OBS_VALUE"
                                                             : made.concept_identity.item;
        if (made.id.empty())
            return Place{file_, element.line, element.column}.malformed(
                "expected the id of a " + std::string{element.name} + ", found none");
        body.components.push_back(std::move(made));
        return {};
    }

    static Attachment attachment(const Element& element) {
        Attachment made;
        for (const auto& part : element.children) {
            if (part.name == "PrimaryMeasure" || part.name == "Observation") {
                made.level = Attachment::Level::observation;
            } else if (part.name == "Group") {
                made.level = Attachment::Level::group;
                made.group = local_id(part);
            } else if (part.name == "Dimension") {
                made.level = Attachment::Level::dimensions;
                made.dimensions.push_back(local_id(part));
            }
        }
        return made;
    }

    base::Result<void> take_metadata_attributes(const Element& list, const std::string& parent,
                                                MetadataStructure& body) const {
        for (const auto& element : list.children) {
            if (element.name != "MetadataAttribute")
                continue;
            MetadataAttribute made;
            made.id = element.attribute("id");
            made.parent = parent;
            made.presentational = element.is("isPresentational");
            if (const auto* identity = element.child("ConceptIdentity"); identity != nullptr)
                made.concept_identity = TRY(reference(*identity, ArtefactType::concept_scheme));
            if (made.id.empty())
                made.id = made.concept_identity.item;
            made.representation = TRY(representation_of(element, "LocalRepresentation", file_));
            const auto path = parent.empty() ? made.id : parent + '.' + made.id;
            body.attributes.push_back(std::move(made));
            TRY(take_metadata_attributes(element, path, body));
        }
        return {};
    }

    static std::vector<KeyValues> key_values(const Element& region) {
        std::vector<KeyValues> found;
        for (const auto& element : region.children) {
            if (element.name != "KeyValue" && element.name != "Attribute" &&
                element.name != "Component")
                continue;
            KeyValues values;
            values.component = element.attribute("id");
            values.attribute = element.name != "KeyValue";
            values.included = element.is("include", element.is("isIncluded", true));
            for (const auto& value : element.children) {
                if (value.name == "Value")
                    values.values.push_back(value.text);
                else if (value.name == "TimeRange")
                    for (const auto& end : value.children) {
                        const bool start = end.name == "StartPeriod" || end.name == "AfterPeriod";
                        (start ? values.start_period : values.end_period) = end.text;
                    }
            }
            found.push_back(std::move(values));
        }
        return found;
    }

    base::Result<void> take_hierarchy_part(const Element& part, Hierarchy& hierarchy) const {
        if (part.name == "Level")
            take_levels(part, hierarchy);
        else if (part.name == "HierarchicalCode")
            TRY(take_hierarchical_code(part, "", hierarchy));
        return {};
    }

    static void take_levels(const Element& level, Hierarchy& hierarchy) {
        hierarchy.formal_levels = true;
        hierarchy.levels.emplace_back(level.attribute("id"), texts_of(level, "Name"));
        if (const auto* next = level.child("Level"); next != nullptr)
            take_levels(*next, hierarchy);
    }

    base::Result<void> take_hierarchical_code(const Element& element, const std::string& parent,
                                              Hierarchy& hierarchy) const {
        HierarchicalCode made;
        made.id = element.attribute("id");
        made.parent = parent;
        made.valid_from = element.attribute("validFrom");
        made.valid_to = element.attribute("validTo");
        if (const auto* level = element.child("Level"); level != nullptr)
            made.level = local_id(*level);
        if (const auto* code = element.child("Code"); code != nullptr)
            made.code = TRY(reference(*code, ArtefactType::codelist));
        if (const auto* code = element.child("CodeID"); code != nullptr) {
            for (const auto& [alias, list] : aliases_)
                if (alias == element.text_of("CodelistAliasRef"))
                    made.code = list;
            made.code.item = local_id(*code);
            made.code.item_class = "Code";
        }
        if (made.id.empty())
            made.id = made.code.item;
        const auto path = parent.empty() ? made.id : parent + '.' + made.id;
        hierarchy.codes.push_back(std::move(made));
        for (const auto& inner : element.children)
            if (inner.name == "HierarchicalCode")
                TRY(take_hierarchical_code(inner, path, hierarchy));
        return {};
    }

    base::Result<void> take_map_part(const Element& part, CodelistMap& map) const {
        if (part.name == "Source" || part.name == "SourceCodelist") {
            map.source = TRY(reference(part, ArtefactType::codelist));
        } else if (part.name == "Target" || part.name == "TargetCodelist") {
            map.target = TRY(reference(part, ArtefactType::codelist));
        } else if (part.name == "CodeMap") {
            CodeMapping mapping;
            if (const auto* source = part.child("Source"); source != nullptr)
                mapping.source = local_id(*source);
            if (const auto* target = part.child("Target"); target != nullptr)
                mapping.target = local_id(*target);
            map.mappings.push_back(std::move(mapping));
        } else if (part.name == "RepresentationMapping") {
            map.mappings.push_back({joined(part, "SourceValue"), joined(part, "TargetValue"),
                                    std::string{part.attribute("validFrom")},
                                    std::string{part.attribute("validTo")}});
        }
        return {};
    }

    // Of a map of several columns: their values behind one another, as in a key.
    static std::string joined(const Element& element, std::string_view name) {
        std::string text;
        bool first = true;
        for (const auto& value : element.children)
            if (value.name == name) {
                text += (first ? "" : ".") + value.text;
                first = false;
            }
        return text;
    }

    const Element& child_;
    const Artefact& artefact_;
    CodelistAliases& aliases_;
    std::string_view file_;
};

}  // namespace

Texts texts_of(const Element& element, std::string_view name) {
    Texts found;
    for (const auto& child : element.children)
        if (child.name == name) {
            const auto language = child.attribute("lang");
            // "en" is what the schema takes where the language is left out.
            found.emplace_back(language.empty() ? "en" : language, child.text);
        }
    return found;
}

std::vector<Annotation> annotations_of(const Element& element) {
    std::vector<Annotation> found;
    const auto* list = element.name == "Annotations" ? &element : element.child("Annotations");
    if (list == nullptr)
        return found;
    for (const auto& annotation : list->children)
        if (annotation.name == "Annotation")
            found.push_back({std::string{annotation.attribute("id")},
                             std::string{annotation.text_of("AnnotationTitle")},
                             std::string{annotation.text_of("AnnotationType")},
                             std::string{annotation.text_of("AnnotationURL")},
                             texts_of(annotation, "AnnotationText")});
    return found;
}

base::Result<Representation> representation_of(const Element& element, std::string_view name,
                                               std::string_view file, ArtefactType enumerated) {
    Representation made;
    const auto* found = element.child(name);
    if (found == nullptr)
        return made;
    if (const auto* list = found->child("Enumeration"); list != nullptr) {
        auto reference = TRY(reference_in(*list, enumerated, file));
        if (!reference.id.empty())
            made.enumeration = std::move(reference);
    }
    const auto* format = found->child("TextFormat");
    if (format == nullptr)
        format = found->child("EnumerationFormat");
    if (format != nullptr)
        made.format = TextFormat{
            std::string{
                format->attribute(format->attribute("textType").empty() ? "dataType" : "textType")},
            whole(format->attribute("maxLength")), whole(format->attribute("decimals"))};
    return made;
}

Body empty_body(ArtefactType type) {
    switch (type) {
        case ArtefactType::data_structure:
            return DataStructure{};
        case ArtefactType::metadata_structure:
            return MetadataStructure{};
        case ArtefactType::dataflow:
        case ArtefactType::metadataflow:
            return Flow{};
        case ArtefactType::provision_agreement:
        case ArtefactType::metadata_provision_agreement:
            return ProvisionAgreement{};
        case ArtefactType::categorisation:
            return Categorisation{};
        case ArtefactType::data_constraint:
        case ArtefactType::metadata_constraint:
        case ArtefactType::attachment_constraint:
            return Constraint{};
        case ArtefactType::hierarchy:
            return Hierarchies{};
        case ArtefactType::structure_set:
        case ArtefactType::representation_map:
            return CodelistMaps{};
        default:
            return info(type).item.empty() ? Body{OtherBody{}} : Body{ItemScheme{}};
    }
}

base::Result<void> take_into_body(const Element& child, Artefact& artefact,
                                  CodelistAliases& aliases, std::string_view file) {
    return std::visit(BodyTaker{child, artefact, aliases, file}, artefact.body);
}

}  // namespace sdmx
