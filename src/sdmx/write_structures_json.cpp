#include "base/json.h"
#include "sdmx/json_text.h"
#include "sdmx/write_structures.h"

#include <string>

namespace sdmx {

namespace {

using base::Json;

class StructureJson {
  public:
    StructureJson(const StructureMessage& message, Standard standard,
                  const std::vector<std::string>& languages)
        : message_(message),
          v21_(standard == Standard::v21),
          standard_(standard),
          languages_(languages) {}

    std::string write() {
        Json data = Json::object();
        for (const auto& type : all_artefact_types()) {
            const auto member = v21_ ? type.json_1 : type.json_2;
            if (member.empty() || data.find(member) != nullptr)
                continue;
            Json list = Json::array();
            for (const auto* artefact : message_.artefacts)
                if ((v21_ ? info(artefact->type).json_1 : info(artefact->type).json_2) == member)
                    list.push(artefact_json(*artefact));
            if (!list.array_items()->empty())
                data.set(std::string{member}, std::move(list));
        }
        return Json::object(
                   {{"meta", meta()}, {"data", std::move(data)}, {"errors", Json::array()}})
                   .text() +
               "\n";
    }

  private:
    Json meta() const {
        Json sender = Json::object({{"id", message_.head->sender.id}});
        texts(sender, "name", message_.head->sender.names);
        const std::string version = v21_ ? "1.0" : "2.0.0";
        return Json::object(
            {{"schema",
              "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/"
              "structure-message/tools/schemas/" +
                  version + "/sdmx-json-structure-schema.json"},
             {"id", message_.head->id},
             {"test", message_.head->test},
             {"prepared", message_.head->prepared},
             {"contentLanguages",
              Json::array_of(languages_, [](const auto& language) { return Json{language}; })},
             {"sender", std::move(sender)}});
    }

    void texts(Json& to, const std::string& key, const Texts& list) const {
        if (list.empty())
            return;
        to.set(key, best_text(list, languages_));
        Json all = Json::object();
        for (const auto& [language, text] : list)
            all.set(language, text);
        to.set(key + "s", std::move(all));
    }

    void name(Json& to, const std::string& id, const Texts& names) const {
        if (names.empty())
            to.set("name", id);
        else
            texts(to, "name", names);
    }

    void annotations(Json& to, const std::vector<Annotation>& list) const {
        if (list.empty())
            return;
        to.set("annotations", Json::array_of(list, [&](const Annotation& annotation) {
                   Json one = Json::object();
                   for (const auto& [key, text] :
                        {std::pair{"id", &annotation.id}, std::pair{"title", &annotation.title},
                         std::pair{"type", &annotation.type}})
                       if (!text->empty())
                           one.set(key, *text);
                   texts(one, "text", annotation.texts);
                   return one;
               }));
    }

    static Json self(const std::string& urn) {
        return Json::array_of(std::vector{urn}, [](const auto& text) {
            return Json::object({{"rel", "self"}, {"urn", text}});
        });
    }

    std::string urn(const Reference& to) const { return to.urn(standard_); }
    std::string urn_inside(const Artefact& artefact, std::string_view item_class,
                           const std::string& item) const {
        auto to = artefact.reference();
        to.item_class = item_class;
        to.item = item;
        return urn(to);
    }

    Json artefact_json(const Artefact& artefact) const {
        Json json = Json::object(
            {{"id", artefact.id}, {"agencyID", artefact.agency}, {"version", artefact.version}});
        name(json, artefact.id, artefact.names);
        texts(json, "description", artefact.descriptions);
        annotations(json, artefact.annotations);
        json.set("links", self(urn(artefact.reference())));
        if (artefact.external)
            json.set("isExternalReference", true);
        if (v21_)
            json.set("isFinal", artefact.final);
        if (!artefact.valid_from.empty())
            json.set("validFrom", date_time(artefact.valid_from));
        if (!artefact.valid_to.empty())
            json.set("validTo", date_time(artefact.valid_to));
        if (!artefact.external)
            std::visit([&](const auto& body) { add_body(json, artefact, body); }, artefact.body);
        return json;
    }

    void add_body(Json&, const Artefact&, const OtherBody&) const {}

    // "codes" of a code list, "categories" of a category scheme, ...
    static std::string items_member(ArtefactType type) {
        switch (type) {
            case ArtefactType::agency_scheme:
                return "agencies";
            case ArtefactType::category_scheme:
                return "categories";
            case ArtefactType::codelist:
                return "codes";
            case ArtefactType::concept_scheme:
                return "concepts";
            case ArtefactType::data_provider_scheme:
                return "dataProviders";
            case ArtefactType::data_consumer_scheme:
                return "dataConsumers";
            case ArtefactType::metadata_provider_scheme:
                return "metadataProviders";
            case ArtefactType::organisation_unit_scheme:
                return "organisationUnits";
            case ArtefactType::value_list:
                return "valueItems";
            default:
                return "items";
        }
    }

    void add_body(Json& json, const Artefact& artefact, const ItemScheme& scheme) const {
        json.set("isPartial", scheme.partial);
        Json items = Json::array();
        const bool nested = artefact.type == ArtefactType::category_scheme;
        for (const auto& item : scheme.items)
            if (!nested || item.parent.empty())
                items.push(item_json(artefact, scheme, item, item.id));
        if (!items.array_items()->empty())
            json.set(items_member(artefact.type), std::move(items));
    }

    Json item_json(const Artefact& artefact, const ItemScheme& scheme, const Item& item,
                   const std::string& path) const {
        Json json = Json::object({{"id", item.id}});
        name(json, item.id, item.names);
        texts(json, "description", item.descriptions);
        annotations(json, item.annotations);
        json.set("links", self(urn_inside(artefact, info(artefact.type).item, path)));
        if (artefact.type == ArtefactType::category_scheme) {
            Json children = Json::array();
            for (const auto& child : scheme.items)
                if (child.parent == path)
                    children.push(item_json(artefact, scheme, child, path + "." + child.id));
            if (!children.array_items()->empty())
                json.set("categories", std::move(children));
        } else if (!item.parent.empty()) {
            const bool by_urn = v21_ && artefact.type == ArtefactType::concept_scheme;
            json.set("parent", by_urn ? urn_inside(artefact, info(artefact.type).item, item.parent)
                                      : item.parent);
        }
        if (item.core_representation)
            representation(json, "coreRepresentation", *item.core_representation);
        if (!item.contacts.empty())
            json.set("contacts", Json::array_of(item.contacts, [&](const Contact& contact) {
                         Json one = Json::object();
                         texts(one, "name", contact.names);
                         const auto list = [&](const char* key, const auto& values) {
                             if (!values.empty())
                                 one.set(key, Json::array_of(values, [](const auto& value) {
                                             return Json{value};
                                         }));
                         };
                         list("uris", contact.uris);
                         list("emails", contact.emails);
                         return one;
                     }));
        return json;
    }

    void representation(Json& to, const std::string& key, const Representation& from) const {
        if (!from.enumeration && !from.format)
            return;
        Json json = Json::object();
        if (from.enumeration)
            json.set("enumeration", urn(*from.enumeration));
        if (from.format) {
            Json format = Json::object({{v21_ ? "textType" : "dataType", from.format->type}});
            if (from.format->length_max)
                format.set("maxLength", *from.format->length_max);
            if (from.format->decimals)
                format.set("decimals", *from.format->decimals);
            json.set(from.enumeration ? "enumerationFormat"
                     : v21_           ? "textFormat"
                                      : "format",
                     std::move(format));
        }
        to.set(key, std::move(json));
    }

    Json component_json(const Artefact& artefact, const Component& component,
                        const char* kind) const {
        Json json = Json::object({{"id", component.id}});
        json.set("links", self(urn_inside(artefact, kind, component.id)));
        json.set("conceptIdentity", urn(component.concept_identity));
        if (!component.concept_roles.empty())
            json.set("conceptRoles",
                     Json::array_of(component.concept_roles,
                                    [&](const Reference& role) { return Json{urn(role)}; }));
        representation(json, "localRepresentation", component.representation);
        return json;
    }

    void add_body(Json& json, const Artefact& artefact, const DataStructure& structure) const {
        Json components = Json::object({{"dimensionList", dimensions(artefact, structure)}});
        if (!structure.groups.empty())
            components.set(
                "groups", Json::array_of(structure.groups, [](const Group& group) {
                    return Json::object(
                        {{"id", group.id},
                         {"groupDimensions", Json::array_of(group.dimensions, [](const auto& id) {
                              return Json{id};
                          })}});
                }));
        if (const auto attributes = structure.in_role(ComponentRole::attribute);
            !attributes.empty())
            components.set(
                "attributeList",
                Json::object(
                    {{"id", "AttributeDescriptor"},
                     {"attributes", Json::array_of(attributes, [&](const Component* attribute) {
                          return attribute_json(artefact, *attribute, structure);
                      })}}));
        if (const auto measures = structure.in_role(ComponentRole::measure); !measures.empty()) {
            Json list = Json::object({{"id", "MeasureDescriptor"}});
            if (v21_)
                list.set("primaryMeasure",
                         component_json(artefact, *measures[0], "PrimaryMeasure"));
            else
                list.set("measures", Json::array_of(measures, [&](const Component* measure) {
                             return component_json(artefact, *measure, "Measure");
                         }));
            components.set("measureList", std::move(list));
        }
        json.set("dataStructureComponents", std::move(components));
    }

    Json dimensions(const Artefact& artefact, const DataStructure& structure) const {
        Json plain = Json::array();
        Json measure = Json::array();
        Json time;
        std::int64_t position = 0;
        for (const auto& component : structure.components) {
            const bool of_time = component.role == ComponentRole::time_dimension;
            const bool of_measure = component.role == ComponentRole::measure_dimension && v21_;
            if (!of_time && component.role != ComponentRole::dimension &&
                component.role != ComponentRole::measure_dimension)
                continue;
            const auto* kind = of_time      ? "TimeDimension"
                               : of_measure ? "MeasureDimension"
                                            : "Dimension";
            Json one = component_json(artefact, component, kind);
            if (v21_) {
                one.set("position", position);
                one.set("type", kind);
            } else if (!of_time) {
                one.set("position", position);
            }
            ++position;
            if (of_time)
                time = std::move(one);
            else
                (of_measure ? measure : plain).push(std::move(one));
        }
        Json list = Json::object({{"id", "DimensionDescriptor"}, {"dimensions", std::move(plain)}});
        if (!measure.array_items()->empty())
            list.set("measureDimensions", std::move(measure));
        if (!time.is_null()) {
            if (v21_)
                list.set("timeDimensions", Json{Json::Array{std::move(time)}});
            else
                list.set("timeDimension", std::move(time));
        }
        return list;
    }

    Json attribute_json(const Artefact& artefact, const Component& attribute,
                        const DataStructure& structure) const {
        Json json = component_json(artefact, attribute, "DataAttribute");
        if (v21_)
            json.set("assignmentStatus", attribute.mandatory ? "Mandatory" : "Conditional");
        else
            json.set("usage", attribute.mandatory ? "mandatory" : "optional");
        Json relation = Json::object();
        const auto measures = structure.in_role(ComponentRole::measure);
        switch (attribute.attachment.level) {
            case Attachment::Level::dataset:
                relation.set(v21_ ? "none" : "dataflow", Json::object());
                break;
            case Attachment::Level::dimensions:
                relation.set("dimensions", Json::array_of(attribute.attachment.dimensions,
                                                          [](const auto& id) { return Json{id}; }));
                break;
            case Attachment::Level::group:
                relation.set("group", attribute.attachment.group);
                break;
            case Attachment::Level::observation:
                if (v21_)
                    relation.set("primaryMeasure", measures.empty() ? "" : measures[0]->id);
                else
                    relation.set("observation", Json::object());
        }
        json.set("attributeRelationship", std::move(relation));
        return json;
    }

    void add_body(Json& json, const Artefact& artefact, const MetadataStructure& structure) const {
        Json attributes = metadata_attributes(structure, {});
        Json components = Json::object();
        if (v21_) {
            Json object = Json::object(
                {{"id", "OBJECT"},
                 {"objectType", structure.target},
                 {"localRepresentation",
                  Json::object(
                      {{"textFormat", Json::object({{"textType", "IdentifiableReference"}})}})}});
            Json target =
                Json::object({{"id", "TARGET"},
                              {"identifiableObjectTargets", Json{Json::Array{std::move(object)}}}});
            Json report = Json::object(
                {{"id", "REPORT"},
                 {"metadataAttributes", std::move(attributes)},
                 {"metadataTargets",
                  Json{Json::Array{urn_inside(artefact, "MetadataTarget", "TARGET")}}}});
            components.set("metadataTargets", Json{Json::Array{std::move(target)}});
            components.set("reportStructures", Json{Json::Array{std::move(report)}});
        } else {
            components.set("metadataAttributeList",
                           Json::object({{"id", "MetadataAttributeDescriptor"},
                                         {"metadataAttributes", std::move(attributes)}}));
        }
        json.set("metadataStructureComponents", std::move(components));
    }

    Json metadata_attributes(const MetadataStructure& structure, const std::string& of) const {
        Json list = Json::array();
        for (const auto& attribute : structure.attributes) {
            if (attribute.parent != of)
                continue;
            Json one = Json::object({{"id", attribute.id},
                                     {"minOccurs", 0},
                                     {"maxOccurs", "unbounded"},
                                     {"isPresentational", attribute.presentational},
                                     {"conceptIdentity", urn(attribute.concept_identity)}});
            representation(one, "localRepresentation", attribute.representation);
            Json inside =
                metadata_attributes(structure, of.empty() ? attribute.id : of + "." + attribute.id);
            if (!inside.array_items()->empty())
                one.set("metadataAttributes", std::move(inside));
            list.push(std::move(one));
        }
        return list;
    }

    void add_body(Json& json, const Artefact& artefact, const Flow& flow) const {
        if (flow.structure.id.empty())
            return;
        json.set("structure", urn(flow.structure));
        if (artefact.type == ArtefactType::metadataflow && !v21_)
            json.set("targets", Json{Json::Array{"urn:sdmx:org.sdmx.infomodel.datastructure."
                                                 "Dataflow=*:*(*)"}});
    }

    void add_body(Json& json, const Artefact&, const ProvisionAgreement& agreement) const {
        json.set(v21_ ? "structureUsage" : "dataflow", urn(agreement.flow));
        json.set("dataProvider", urn(agreement.provider));
    }

    void add_body(Json& json, const Artefact&, const Categorisation& categorisation) const {
        json.set("source", urn(categorisation.source));
        json.set("target", urn(categorisation.target));
    }

    void add_body(Json& json, const Artefact&, const Constraint& constraint) const {
        json.set(v21_ ? "type" : "role", constraint.actual ? "Actual" : "Allowed");
        Json attachment = Json::object();
        for (const auto& to : constraint.attachments) {
            if (to.item_class == "DataProvider") {
                attachment.set("dataProvider", urn(to));
                break;
            }
            const std::string member{v21_ ? info(to.type).json_1 : info(to.type).json_2};
            if (attachment.find(member) != nullptr)
                continue;
            Json list = Json::array();
            for (const auto& other : constraint.attachments)
                if (other.type == to.type)
                    list.push(urn(other));
            attachment.set(member, std::move(list));
        }
        json.set("constraintAttachment", std::move(attachment));
        if (!constraint.regions.empty())
            json.set("cubeRegions",
                     Json::array_of(constraint.regions,
                                    [&](const CubeRegion& region) { return region_json(region); }));
        if (!constraint.key_sets.empty())
            json.set(
                "dataKeySets", Json::array_of(constraint.key_sets, [&](const DataKeySet& set) {
                    return Json::object(
                        {{"isIncluded", set.included},
                         {"keys", Json::array_of(set.keys, [&](const auto& key) {
                              return Json::object(
                                  {{"keyValues", Json::array_of(key, [](const KeyValues& one) {
                                        return Json::object(
                                            {{"id", one.component},
                                             {"value", one.values.empty() ? std::string{}
                                                                          : one.values.front()}});
                                    })}});
                          })}});
                }));
    }

    Json region_json(const CubeRegion& region) const {
        Json json = Json::object({{v21_ ? "isIncluded" : "include", region.included}});
        for (const bool attribute : {false, true}) {
            Json list = Json::array();
            for (const auto& values : region.keys)
                if (values.attribute == attribute)
                    list.push(key_values(values));
            if (!list.array_items()->empty())
                json.set(!attribute ? "keyValues"
                         : v21_     ? "attributes"
                                    : "components",
                         std::move(list));
        }
        return json;
    }

    Json key_values(const KeyValues& values) const {
        Json json = Json::object({{"id", values.component}});
        if (!v21_ && !values.included)
            json.set("include", false);
        if (values.start_period.empty() && values.end_period.empty()) {
            if (!values.values.empty())
                json.set("values", Json::array_of(values.values,
                                                  [](const auto& value) { return Json{value}; }));
            return json;
        }
        Json range = Json::object();
        const auto end = [&](const char* key, const std::string& period) {
            range.set(key, Json::object({{"isInclusive", true}, {"period", period}}));
        };
        if (values.end_period.empty())
            end("afterPeriod", values.start_period);
        else if (values.start_period.empty())
            end("beforePeriod", values.end_period);
        else {
            end("startPeriod", values.start_period);
            end("endPeriod", values.end_period);
        }
        json.set("timeRange", std::move(range));
        return json;
    }

    void add_body(Json& json, const Artefact& artefact, const Hierarchies& all) const {
        if (v21_) {
            json.set("hierarchies",
                     Json::array_of(all.hierarchies, [&](const Hierarchy& hierarchy) {
                         Json one = Json::object({{"id", hierarchy.id}});
                         name(one, hierarchy.id, hierarchy.names);
                         one.set("leveled", hierarchy.formal_levels);
                         add_hierarchy(one, artefact, hierarchy, hierarchy.id + ".");
                         return one;
                     }));
        } else if (!all.hierarchies.empty()) {
            json.set("hasFormalLevels", all.hierarchies[0].formal_levels);
            add_hierarchy(json, artefact, all.hierarchies[0], {});
        }
    }

    void add_hierarchy(Json& json, const Artefact& artefact, const Hierarchy& hierarchy,
                       const std::string& urn_before) const {
        json.set("hierarchicalCodes", hierarchical_codes(artefact, hierarchy, {}, urn_before));
        Json level;
        for (auto at = hierarchy.levels.size(); at-- > 0;) {
            Json outer = Json::object({{"id", hierarchy.levels[at].first}});
            name(outer, hierarchy.levels[at].first, hierarchy.levels[at].second);
            if (!level.is_null())
                outer.set("level", std::move(level));
            level = std::move(outer);
        }
        if (!level.is_null())
            json.set("level", std::move(level));
    }

    Json hierarchical_codes(const Artefact& artefact, const Hierarchy& hierarchy,
                            const std::string& of, const std::string& urn_before) const {
        Json list = Json::array();
        for (const auto& code : hierarchy.codes) {
            if (code.parent != of)
                continue;
            Json one = Json::object({{"id", code.id}, {"code", urn(code.code)}});
            if (!code.valid_from.empty())
                one.set("validFrom", date_time(code.valid_from));
            if (!code.valid_to.empty())
                one.set("validTo", date_time(code.valid_to));
            if (!code.level.empty())
                one.set("level",
                        v21_ ? urn_inside(artefact, "Level", urn_before + code.level) : code.level);
            Json inside = hierarchical_codes(artefact, hierarchy,
                                             of.empty() ? code.id : of + "." + code.id, urn_before);
            if (!inside.array_items()->empty())
                one.set("hierarchicalCodes", std::move(inside));
            list.push(std::move(one));
        }
        return list;
    }

    void add_body(Json& json, const Artefact&, const CodelistMaps& all) const {
        if (v21_) {
            json.set("codelistMaps", Json::array_of(all.maps, [&](const CodelistMap& map) {
                         Json one = Json::object({{"id", map.id}});
                         name(one, map.id, map.names);
                         one.set("source", urn(map.source));
                         one.set("target", urn(map.target));
                         one.set("codeMaps", Json::array_of(map.mappings, [&](const auto& pair) {
                                     return code_map(map, pair);
                                 }));
                         return one;
                     }));
            return;
        }
        if (all.maps.empty())
            return;
        const auto& map = all.maps[0];
        const auto list = [&](const Reference& to) {
            return Json{Json::Array{Json::object({{"codelist", urn(to)}})}};
        };
        json.set("source", list(map.source));
        json.set("target", list(map.target));
        json.set(
            "representationMappings", Json::array_of(map.mappings, [](const CodeMapping& pair) {
                Json one = Json::object(
                    {{"sourceValues", Json{Json::Array{Json::object({{"value", pair.source}})}}},
                     {"targetValues", Json{Json::Array{Json{pair.target}}}}});
                if (!pair.valid_from.empty())
                    one.set("validFrom", date_time(pair.valid_from));
                if (!pair.valid_to.empty())
                    one.set("validTo", date_time(pair.valid_to));
                return one;
            }));
    }

    Json code_map(const CodelistMap& map, const CodeMapping& pair) const {
        const auto code = [&](Reference to, const std::string& item) {
            to.item_class = "Code";
            to.item = item;
            return urn(to);
        };
        Json one = Json::object(
            {{"source", code(map.source, pair.source)}, {"target", code(map.target, pair.target)}});
        annotations(one, validity(pair));
        return one;
    }

    const StructureMessage& message_;
    bool v21_;
    Standard standard_;
    const std::vector<std::string>& languages_;
};

}  // namespace

std::string write_structures_json(const StructureMessage& message, Standard standard,
                                  const std::vector<std::string>& languages) {
    return StructureJson(message, standard, languages).write();
}

}  // namespace sdmx
