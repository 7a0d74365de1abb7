#include "sdmx/write_structures.h"
#include "sdmx/xml_element.h"

#include <algorithm>
#include <string>

namespace sdmx {

namespace {

class StructureWriter {
  public:
    StructureWriter(const StructureMessage& message, Standard standard)
        : message_(message), v21_(standard == Standard::v21), standard_(standard) {}

    std::string write() {
        const std::string schemas{schemas_of(standard_)};
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        {
            XmlElement root{out_, "mes:Structure"};
            root.attribute("xmlns:mes", schemas + "message");
            root.attribute("xmlns:str", schemas + "structure");
            root.attribute("xmlns:com", schemas + "common");
            root.content() += '\n';
            header(root);
            XmlElement structures{root, "mes:Structures"};
            structures.content() += '\n';
            containers(structures);
        }
        out_ += '\n';
        return std::move(out_);
    }

  private:
    void header(XmlElement& root) {
        XmlElement header{root, "mes:Header"};
        XmlElement{header, "mes:ID"}.text(message_.head->id);
        XmlElement{header, "mes:Test"}.text(message_.head->test ? "true" : "false");
        XmlElement{header, "mes:Prepared"}.text(message_.head->prepared);
        {
            XmlElement sender{header, "mes:Sender"};
            sender.attribute("id", message_.head->sender.id);
            texts(sender, "com:Name", message_.head->sender.names);
        }
        header.content() += "\n";
    }

    // Containers stand in the order of the schema: that of the table in 2.1, of the alphabet
    // in 3.0.
    void containers(XmlElement& structures) {
        std::vector<std::string_view> names;
        for (const auto& type : all_artefact_types()) {
            const auto name = v21_ ? type.container_21 : type.container_30;
            if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
        if (!v21_)
            std::sort(names.begin(), names.end());
        for (const auto name : names) {
            std::vector<const Artefact*> inside;
            for (const auto* artefact : message_.artefacts)
                if ((v21_ ? info(artefact->type).container_21
                          : info(artefact->type).container_30) == name)
                    inside.push_back(artefact);
            if (inside.empty())
                continue;
            XmlElement container{structures, "str:" + std::string{name}};
            container.content() += '\n';
            for (const auto* artefact : inside) {
                write(container, *artefact);
                container.content() += '\n';
            }
        }
    }

    void texts(XmlElement& parent, std::string_view element, const Texts& list) {
        for (const auto& [language, text] : list)
            XmlElement{parent, element}.attribute("xml:lang", language).text(text);
    }

    void annotations(XmlElement& parent, const std::vector<Annotation>& list) {
        if (list.empty())
            return;
        XmlElement all{parent, "com:Annotations"};
        for (const auto& annotation : list) {
            XmlElement one{all, "com:Annotation"};
            one.optional("id", annotation.id);
            if (!annotation.title.empty())
                XmlElement{one, "com:AnnotationTitle"}.text(annotation.title);
            if (!annotation.type.empty())
                XmlElement{one, "com:AnnotationType"}.text(annotation.type);
            if (!annotation.url.empty())
                XmlElement{one, "com:AnnotationURL"}.text(annotation.url);
            texts(one, "com:AnnotationText", annotation.texts);
        }
    }

    void reference(XmlElement& parent, std::string_view element, const Reference& to) {
        XmlElement holder{parent, element};
        if (!v21_) {
            holder.text(to.urn(Standard::v30));
            return;
        }
        // All that can be said is said: some clients read the class, some the package.
        XmlElement ref{holder, "Ref"};
        if (to.item.empty()) {
            ref.attribute("id", to.id);
            ref.attribute("version", to.version);
        } else {
            ref.attribute("id", to.item);
            ref.attribute("maintainableParentID", to.id);
            ref.attribute("maintainableParentVersion", to.version);
        }
        ref.attribute("agencyID", to.agency);
        ref.attribute("package", info(to.type).package);
        ref.attribute("class", to.item.empty() ? class_of(to.type, Standard::v21)
                                               : std::string_view{to.item_class});
    }

    // To something inside the same artefact.
    void local_reference(XmlElement& parent, std::string_view element, std::string_view id) {
        XmlElement holder{parent, element};
        if (v21_)
            XmlElement{holder, "Ref"}.attribute("id", id);
        else
            holder.text(id);
    }

    std::string urn_inside(const Artefact& artefact, std::string_view item_class,
                           std::string_view item) const {
        auto to = artefact.reference();
        to.item_class = item_class;
        to.item = item;
        return to.urn(standard_);
    }

    void representation(XmlElement& parent, std::string_view element, const Representation& from) {
        if (!from.enumeration && !from.format)
            return;
        XmlElement holder{parent, element};
        if (from.enumeration)
            reference(holder, "str:Enumeration", *from.enumeration);
        if (from.format) {
            XmlElement format{holder,
                              from.enumeration ? "str:EnumerationFormat" : "str:TextFormat"};
            format.attribute("textType", from.format->type);
            if (from.format->length_max)
                format.attribute("maxLength", std::to_string(*from.format->length_max));
            if (from.format->decimals)
                format.attribute("decimals", std::to_string(*from.format->decimals));
        }
    }

    void write(XmlElement& container, const Artefact& artefact) {
        const auto name = class_of(artefact.type, standard_);
        XmlElement element{container, "str:" + std::string{name}};
        element.attribute("urn", artefact.reference().urn(standard_));
        if (artefact.external)
            element.attribute("isExternalReference", "true");
        element.optional("structureURL", artefact.structure_url);
        element.attribute("agencyID", artefact.agency);
        element.attribute("id", artefact.id);
        // A scheme of organisations is never final in 2.1 and has no version in 3.0.
        const bool organisations = info(artefact.type).word == "organisation_scheme";
        if (v21_ || !organisations)
            element.attribute("version", artefact.version);
        if (v21_)
            element.attribute("isFinal", artefact.final && !organisations ? "true" : "false");
        element.optional("validFrom", artefact.valid_from);
        element.optional("validTo", artefact.valid_to);
        attributes_of(element, artefact);
        annotations(element, artefact.annotations);
        texts(element, "com:Name", artefact.names);
        texts(element, "com:Description", artefact.descriptions);
        if (!artefact.external || asks_for_its_body(artefact))
            std::visit([&](const auto& body) { write_body(element, artefact, body); },
                       artefact.body);
    }

    // The schema takes no stub of these without what they refer to.
    bool asks_for_its_body(const Artefact& artefact) const {
        switch (artefact.type) {
            case ArtefactType::provision_agreement:
                return true;
            case ArtefactType::metadataflow:
            case ArtefactType::hierarchy:
            case ArtefactType::representation_map:
                return !v21_;
            default:
                return false;
        }
    }

    // What the kind adds to the start tag.
    void attributes_of(XmlElement& element, const Artefact& artefact) {
        if (const auto* scheme = std::get_if<ItemScheme>(&artefact.body); scheme && scheme->partial)
            element.attribute("isPartial", "true");
        if (const auto* constraint = std::get_if<Constraint>(&artefact.body))
            element.attribute(v21_ ? "type" : "role", constraint->actual ? "Actual" : "Allowed");
        const auto* hierarchies = std::get_if<Hierarchies>(&artefact.body);
        if (hierarchies != nullptr && !v21_ && !hierarchies->hierarchies.empty())
            element.attribute("hasFormalLevels",
                              hierarchies->hierarchies[0].formal_levels ? "true" : "false");
    }

    void write_body(XmlElement&, const Artefact&, const OtherBody&) {}

    void write_body(XmlElement& element, const Artefact& artefact, const ItemScheme& scheme) {
        element.content() += '\n';
        const bool nested = artefact.type == ArtefactType::category_scheme;
        for (const auto& item : scheme.items)
            if (!nested || item.parent.empty())
                write_item(element, artefact, scheme, item, item.id);
    }

    void write_item(XmlElement& parent, const Artefact& artefact, const ItemScheme& scheme,
                    const Item& item, const std::string& path) {
        const auto& type = info(artefact.type);
        {
            XmlElement element{parent, "str:" + std::string{type.item}};
            element.attribute("urn", urn_inside(artefact, type.item, path));
            element.attribute("id", item.id);
            annotations(element, item.annotations);
            texts(element, "com:Name", item.names);
            texts(element, "com:Description", item.descriptions);
            if (artefact.type == ArtefactType::category_scheme) {
                for (const auto& child : scheme.items)
                    if (child.parent == path)
                        write_item(element, artefact, scheme, child, path + "." + child.id);
            } else if (!item.parent.empty()) {
                local_reference(element, "str:Parent", item.parent);
            }
            if (item.core_representation)
                representation(element, "str:CoreRepresentation", *item.core_representation);
            for (const auto& contact : item.contacts)
                write_contact(element, contact);
        }
        parent.content() += '\n';
    }

    void write_contact(XmlElement& parent, const Contact& contact) {
        XmlElement element{parent, "str:Contact"};
        texts(element, "com:Name", contact.names);
        for (const auto& uri : contact.uris)
            XmlElement{element, "str:URI"}.text(uri);
        for (const auto& email : contact.emails)
            XmlElement{element, "str:Email"}.text(email);
    }

    void write_body(XmlElement& element, const Artefact& artefact, const DataStructure& structure) {
        element.content() += '\n';
        XmlElement components{element, "str:DataStructureComponents"};
        {
            XmlElement list{components, "str:DimensionList"};
            list.attribute("urn",
                           urn_inside(artefact, "DimensionDescriptor", "DimensionDescriptor"));
            list.attribute("id", "DimensionDescriptor");
            int position = 0;
            for (const auto& component : structure.components)
                if (component.role == ComponentRole::dimension ||
                    component.role == ComponentRole::measure_dimension ||
                    component.role == ComponentRole::time_dimension)
                    write_dimension(list, artefact, component, ++position);
        }
        for (const auto& group : structure.groups) {
            XmlElement element_of_group{components, "str:Group"};
            element_of_group.attribute("urn",
                                       urn_inside(artefact, "GroupDimensionDescriptor", group.id));
            element_of_group.attribute("id", group.id);
            for (const auto& dimension : group.dimensions) {
                XmlElement holder{element_of_group, "str:GroupDimension"};
                local_reference(holder, "str:DimensionReference", dimension);
            }
        }
        write_attributes(components, artefact, structure);
        write_measures(components, artefact, structure);
    }

    void write_dimension(XmlElement& list, const Artefact& artefact, const Component& component,
                         int position) {
        const auto kind = component.role == ComponentRole::time_dimension ? "TimeDimension"
                          : component.role == ComponentRole::measure_dimension && v21_
                              ? "MeasureDimension"
                              : "Dimension";
        XmlElement element{list, "str:" + std::string{kind}};
        element.attribute("urn", urn_inside(artefact, kind, component.id));
        element.attribute("id", component.id);
        if (v21_ || component.role != ComponentRole::time_dimension)
            element.attribute("position", std::to_string(position));
        write_component(element, component);
    }

    void write_component(XmlElement& element, const Component& component) {
        reference(element, "str:ConceptIdentity", component.concept_identity);
        representation(element, "str:LocalRepresentation", component.representation);
        for (const auto& role : component.concept_roles)
            reference(element, "str:ConceptRole", role);
    }

    void write_attributes(XmlElement& components, const Artefact& artefact,
                          const DataStructure& structure) {
        const auto attributes = structure.in_role(ComponentRole::attribute);
        if (attributes.empty())
            return;
        XmlElement list{components, "str:AttributeList"};
        list.attribute("urn", urn_inside(artefact, "AttributeDescriptor", "AttributeDescriptor"));
        list.attribute("id", "AttributeDescriptor");
        for (const auto* attribute : attributes) {
            XmlElement element{list, "str:Attribute"};
            element.attribute("urn", urn_inside(artefact, "DataAttribute", attribute->id));
            element.attribute("id", attribute->id);
            if (v21_)
                element.attribute("assignmentStatus",
                                  attribute->mandatory ? "Mandatory" : "Conditional");
            else
                element.attribute("usage", attribute->mandatory ? "mandatory" : "optional");
            write_component(element, *attribute);
            write_relationship(element, attribute->attachment, structure);
        }
    }

    void write_relationship(XmlElement& attribute, const Attachment& attachment,
                            const DataStructure& structure) {
        XmlElement element{attribute, "str:AttributeRelationship"};
        switch (attachment.level) {
            case Attachment::Level::dataset:
                XmlElement{element, v21_ ? "str:None" : "str:Dataflow"};
                return;
            case Attachment::Level::dimensions:
                for (const auto& dimension : attachment.dimensions)
                    local_reference(element, "str:Dimension", dimension);
                return;
            case Attachment::Level::group:
                local_reference(element, "str:Group", attachment.group);
                return;
            case Attachment::Level::observation:
                break;
        }
        const auto measures = structure.in_role(ComponentRole::measure);
        if (!v21_)
            XmlElement{element, "str:Observation"};
        else if (!measures.empty())
            local_reference(element, "str:PrimaryMeasure", measures[0]->id);
    }

    void write_measures(XmlElement& components, const Artefact& artefact,
                        const DataStructure& structure) {
        const auto measures = structure.in_role(ComponentRole::measure);
        if (measures.empty())
            return;
        XmlElement list{components, "str:MeasureList"};
        list.attribute("urn", urn_inside(artefact, "MeasureDescriptor", "MeasureDescriptor"));
        list.attribute("id", "MeasureDescriptor");
        for (const auto* measure : measures) {
            const auto kind = v21_ ? "PrimaryMeasure" : "Measure";
            XmlElement element{list, "str:" + std::string{kind}};
            element.attribute("urn", urn_inside(artefact, kind, measure->id));
            element.attribute("id", measure->id);
            write_component(element, *measure);
            if (v21_)
                break;  // there is one
        }
    }

    void write_body(XmlElement& element, const Artefact& artefact,
                    const MetadataStructure& structure) {
        XmlElement components{element, "str:MetadataStructureComponents"};
        if (v21_) {
            {
                XmlElement target{components, "str:MetadataTarget"};
                target.attribute("urn", urn_inside(artefact, "MetadataTarget", "TARGET"));
                target.attribute("id", "TARGET");
                XmlElement object{target, "str:IdentifiableObjectTarget"};
                object.attribute("urn",
                                 urn_inside(artefact, "IdentifiableObjectTarget", "TARGET.OBJECT"));
                object.attribute("id", "OBJECT").attribute("objectType", structure.target);
                XmlElement local{object, "str:LocalRepresentation"};
                XmlElement{local, "str:TextFormat"}.attribute("textType", "IdentifiableReference");
            }
            XmlElement report{components, "str:ReportStructure"};
            report.attribute("urn", urn_inside(artefact, "ReportStructure", "REPORT"));
            report.attribute("id", "REPORT");
            write_metadata_attributes(report, artefact, structure, {}, "REPORT.");
            local_reference(report, "str:MetadataTarget", "TARGET");
        } else {
            XmlElement list{components, "str:MetadataAttributeList"};
            list.attribute("id", "MetadataAttributeDescriptor");
            write_metadata_attributes(list, artefact, structure, {}, {});
        }
    }

    void write_metadata_attributes(XmlElement& parent, const Artefact& artefact,
                                   const MetadataStructure& structure, const std::string& of,
                                   const std::string& urn_before) {
        for (const auto& attribute : structure.attributes) {
            if (attribute.parent != of)
                continue;
            const auto path = of.empty() ? attribute.id : of + "." + attribute.id;
            XmlElement element{parent, "str:MetadataAttribute"};
            element.attribute("urn", urn_inside(artefact, "MetadataAttribute", urn_before + path));
            element.attribute("id", attribute.id);
            element.attribute("minOccurs", "0").attribute("maxOccurs", "unbounded");
            element.attribute("isPresentational", attribute.presentational ? "true" : "false");
            reference(element, "str:ConceptIdentity", attribute.concept_identity);
            representation(element, "str:LocalRepresentation", attribute.representation);
            write_metadata_attributes(element, artefact, structure, path, urn_before);
        }
    }

    void write_body(XmlElement& element, const Artefact& artefact, const Flow& flow) {
        if (flow.structure.id.empty())
            return;
        reference(element, "str:Structure", flow.structure);
        // 3.0 asks a metadataflow for what it may describe.
        if (artefact.type == ArtefactType::metadataflow && !v21_)
            XmlElement{element, "str:Target"}.text(
                "urn:sdmx:org.sdmx.infomodel.datastructure."
                "Dataflow=*:*(*)");
    }

    void write_body(XmlElement& element, const Artefact&, const ProvisionAgreement& agreement) {
        reference(element, v21_ ? "str:StructureUsage" : "str:Dataflow", agreement.flow);
        reference(element, "str:DataProvider", agreement.provider);
    }

    void write_body(XmlElement& element, const Artefact&, const Categorisation& categorisation) {
        reference(element, "str:Source", categorisation.source);
        reference(element, "str:Target", categorisation.target);
    }

    void write_body(XmlElement& element, const Artefact&, const Constraint& constraint) {
        if (!constraint.attachments.empty()) {
            XmlElement attachment{element, "str:ConstraintAttachment"};
            for (const auto& to : constraint.attachments)
                reference(attachment,
                          "str:" + std::string{to.item.empty() ? class_of(to.type, standard_)
                                                               : std::string_view{to.item_class}},
                          to);
        }
        for (const auto& set : constraint.key_sets) {
            XmlElement keys{element, "str:DataKeySet"};
            keys.attribute("isIncluded", set.included ? "true" : "false");
            for (const auto& key : set.keys) {
                XmlElement one{keys, "str:Key"};
                for (const auto& values : key)
                    write_key_values(one, values);
            }
        }
        for (const auto& region : constraint.regions) {
            XmlElement cube{element, "str:CubeRegion"};
            cube.attribute("include", region.included ? "true" : "false");
            for (const bool attribute : {false, true})
                for (const auto& values : region.keys)
                    if (values.attribute == attribute)
                        write_key_values(cube, values);
        }
    }

    void write_key_values(XmlElement& parent, const KeyValues& values) {
        const std::string prefix = v21_ ? "com:" : "str:";
        XmlElement element{parent, prefix + (!values.attribute ? "KeyValue"
                                             : v21_            ? "Attribute"
                                                               : "Component")};
        element.attribute("id", values.component);
        if (!values.included)
            element.attribute("include", "false");
        for (const auto& value : values.values)
            XmlElement{element, prefix + "Value"}.text(value);
        if (values.start_period.empty() && values.end_period.empty())
            return;
        XmlElement range{element, prefix + "TimeRange"};
        const auto end = [&](std::string_view name, const std::string& period) {
            XmlElement{range, prefix + std::string{name}}
                .attribute("isInclusive", "true")
                .text(period);
        };
        if (values.end_period.empty())
            end("AfterPeriod", values.start_period);
        else if (values.start_period.empty())
            end("BeforePeriod", values.end_period);
        else {
            end("StartPeriod", values.start_period);
            end("EndPeriod", values.end_period);
        }
    }

    void write_body(XmlElement& element, const Artefact& artefact, const Hierarchies& all) {
        for (const auto& hierarchy : all.hierarchies) {
            if (!v21_) {
                write_levels(element, artefact, hierarchy, 0, {});
                write_hierarchical_codes(element, artefact, hierarchy, {}, {});
                return;  // one in an artefact
            }
            XmlElement inside{element, "str:Hierarchy"};
            inside.attribute("urn", urn_inside(artefact, "Hierarchy", hierarchy.id));
            inside.attribute("id", hierarchy.id);
            inside.attribute("leveled", hierarchy.formal_levels ? "true" : "false");
            texts(inside, "com:Name", hierarchy.names);
            write_hierarchical_codes(inside, artefact, hierarchy, {}, hierarchy.id + ".");
            write_levels(inside, artefact, hierarchy, 0, hierarchy.id + ".");
        }
    }

    void write_levels(XmlElement& parent, const Artefact& artefact, const Hierarchy& hierarchy,
                      std::size_t at, const std::string& path) {
        if (at >= hierarchy.levels.size())
            return;
        const auto& [id, names] = hierarchy.levels[at];
        XmlElement level{parent, "str:Level"};
        level.attribute("urn", urn_inside(artefact, "Level", path + id));
        level.attribute("id", id);
        texts(level, "com:Name", names);
        write_levels(level, artefact, hierarchy, at + 1, path + id + ".");
    }

    void write_hierarchical_codes(XmlElement& parent, const Artefact& artefact,
                                  const Hierarchy& hierarchy, const std::string& of,
                                  const std::string& urn_before) {
        for (const auto& code : hierarchy.codes) {
            if (code.parent != of)
                continue;
            const auto path = of.empty() ? code.id : of + "." + code.id;
            XmlElement element{parent, "str:HierarchicalCode"};
            element.attribute("urn", urn_inside(artefact, "HierarchicalCode", urn_before + path));
            element.attribute("id", code.id);
            element.optional("validFrom", date_time(code.valid_from));
            element.optional("validTo", date_time(code.valid_to));
            reference(element, "str:Code", code.code);
            write_hierarchical_codes(element, artefact, hierarchy, path, urn_before);
            if (!code.level.empty())
                local_reference(element, "str:Level", code.level);
        }
    }

    void write_body(XmlElement& element, const Artefact& artefact, const CodelistMaps& all) {
        for (const auto& map : all.maps) {
            if (!v21_) {
                write_representation_map(element, map);
                return;  // one in an artefact
            }
            XmlElement inside{element, "str:CodelistMap"};
            inside.attribute("urn", urn_inside(artefact, "CodelistMap", map.id));
            inside.attribute("id", map.id);
            texts(inside, "com:Name", map.names);
            reference(inside, "str:Source", map.source);
            reference(inside, "str:Target", map.target);
            for (const auto& mapping : map.mappings) {
                XmlElement code{inside, "str:CodeMap"};
                annotations(code, validity(mapping));
                local_reference(code, "str:Source", mapping.source);
                local_reference(code, "str:Target", mapping.target);
            }
        }
    }

    void write_representation_map(XmlElement& element, const CodelistMap& map) {
        XmlElement{element, "str:SourceCodelist"}.text(map.source.urn(Standard::v30));
        XmlElement{element, "str:TargetCodelist"}.text(map.target.urn(Standard::v30));
        for (const auto& mapping : map.mappings) {
            XmlElement one{element, "str:RepresentationMapping"};
            one.optional("validFrom", mapping.valid_from);
            one.optional("validTo", mapping.valid_to);
            XmlElement{one, "str:SourceValue"}.text(mapping.source);
            XmlElement{one, "str:TargetValue"}.text(mapping.target);
        }
    }

    const StructureMessage& message_;
    bool v21_;
    Standard standard_;
    std::string out_;
};

}  // namespace

std::string write_structures_ml(const StructureMessage& message, Standard standard) {
    return StructureWriter(message, standard).write();
}

}  // namespace sdmx
