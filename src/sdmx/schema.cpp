#include "sdmx/schema.h"

#include "sdmx/xml_element.h"

#include <algorithm>
#include <set>

namespace sdmx {

namespace {

class SchemaWriter {
  public:
    SchemaWriter(const SchemaContext& context, Standard standard, std::string at)
        : context_(context),
          structure_(std::get<DataStructure>(context.structure->body)),
          v21_(standard == Standard::v21),
          standard_(standard),
          at_(std::move(at)) {}

    std::string write() {
        const std::string schemas{schemas_of(standard_)};
        const auto target = context_.of->reference().urn(standard_) + ":ObsLevelDim:" + at_;
        std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        {
            XmlElement root{out, "xs:schema"};
            root.attribute("xmlns:xs", "http://www.w3.org/2001/XMLSchema");
            root.attribute("xmlns", target);
            root.attribute("xmlns:dsd", schemas + "data/structurespecific");
            root.attribute("xmlns:common", schemas + "common");
            root.attribute("targetNamespace", target);
            root.attribute("elementFormDefault", "qualified");
            root.attribute("attributeFormDefault", "unqualified");
            import(root, schemas + "data/structurespecific", "SDMXDataStructureSpecific.xsd");
            import(root, schemas + "common", "SDMXCommon.xsd");
            write_lists(root);
            write_set(root);
            if (at_ != "AllDimensions")
                write_series(root);
            write_observation(root);
        }
        return out + "\n";
    }

  private:
    void import(XmlElement& root, const std::string& name_space, const std::string& file) {
        root.content() += '\n';
        const std::string folder = v21_ ? "https://registry.sdmx.org/schemas/v2_1/"
                                        : "https://registry.sdmx.org/schemas/v3_0/";
        XmlElement{root, "xs:import"}
            .attribute("namespace", name_space)
            .attribute("schemaLocation", folder + file);
    }

    const Artefact* list_of(const Component& component) const {
        return component.representation.enumeration && context_.list_of
                   ? context_.list_of(*component.representation.enumeration)
                   : nullptr;
    }

    // A component whose codes a constraint narrows has a type of its own.
    std::string list_type(const Component& component) const {
        const auto* list = list_of(component);
        const auto name = list->agency + "." + list->id + "." + list->version;
        return context_.allowed.count(component.id) > 0 ? component.id + "." + name : name;
    }

    void write_lists(XmlElement& root) {
        std::set<std::string> written;
        for (const auto& component : structure_.components) {
            const auto* list = list_of(component);
            if (list == nullptr || !written.insert(list_type(component)).second)
                continue;
            root.content() += '\n';
            XmlElement type{root, "xs:simpleType"};
            type.attribute("name", list_type(component));
            XmlElement restriction{type, "xs:restriction"};
            restriction.attribute("base", "xs:string");
            const auto allowed = context_.allowed.find(component.id);
            for (const auto& item : std::get<ItemScheme>(list->body).items) {
                if (allowed != context_.allowed.end() &&
                    std::find(allowed->second.begin(), allowed->second.end(), item.id) ==
                        allowed->second.end())
                    continue;
                restriction.content() += '\n';
                XmlElement value{restriction, "xs:enumeration"};
                value.attribute("value", item.id);
                if (item.names.empty())
                    continue;
                XmlElement annotation{value, "xs:annotation"};
                for (const auto& [language, text] : item.names)
                    XmlElement{annotation, "xs:documentation"}
                        .attribute("xml:lang", language)
                        .text(text);
            }
        }
    }

    std::string type_of(const Component& component) const {
        if (component.role == ComponentRole::time_dimension)
            return "common:ObservationalTimePeriodType";
        if (list_of(component) != nullptr)
            return list_type(component);
        if (!component.representation.format)
            return "xs:string";
        const auto& format = component.representation.format->type;
        if (format == "Decimal")
            return "xs:decimal";
        if (format == "Integer" || format == "Long" || format == "Count")
            return "xs:integer";
        if (format == "Double" || format == "Float")
            return "xs:double";
        if (format == "Boolean")
            return "xs:boolean";
        if (format == "MonthDay")
            return "xs:gMonthDay";
        if (format == "GregorianDay")
            return "xs:date";
        if (format == "DateTime")
            return "xs:dateTime";
        return "xs:string";
    }

    // The type's frame: `fill` writes its elements and attributes.
    template <typename Fill>
    void write_type(XmlElement& root, const std::string& name, const std::string& base, Fill fill) {
        root.content() += '\n';
        XmlElement type{root, "xs:complexType"};
        type.attribute("name", name);
        XmlElement content{type, "xs:complexContent"};
        XmlElement restriction{content, "xs:restriction"};
        restriction.attribute("base", "dsd:" + base);
        fill(restriction);
    }

    void local_element(XmlElement& parent, const std::string& name, const std::string& type,
                       const std::string& most) {
        XmlElement element{parent, "xs:element"};
        element.attribute("name", name).attribute("type", type).attribute("form", "unqualified");
        element.attribute("minOccurs", "0").attribute("maxOccurs", most);
    }

    void annotations(XmlElement& sequence) {
        XmlElement{sequence, "xs:element"}
            .attribute("ref", "common:Annotations")
            .attribute("minOccurs", "0");
    }

    void write_set(XmlElement& root) {
        const std::string part = at_ == "AllDimensions" ? "Obs" : "Series";
        write_type(root, "DataSetType", "DataSetType", [&](XmlElement& restriction) {
            {
                XmlElement sequence{restriction, "xs:sequence"};
                annotations(sequence);
                local_element(sequence, "DataProvider", "common:DataProviderReferenceType", "1");
                XmlElement choice{sequence, "xs:choice"};
                choice.attribute("minOccurs", "0");
                if (!v21_)
                    choice.attribute("maxOccurs", "unbounded");
                XmlElement element{choice, "xs:element"};
                element.attribute("name", part).attribute("type", part + "Type");
                element.attribute("form", "unqualified");
                if (v21_)
                    element.attribute("maxOccurs", "unbounded");
            }
            prohibit(restriction, {});
        });
    }

    void write_series(XmlElement& root) {
        write_type(root, "SeriesType", "SeriesType", [&](XmlElement& restriction) {
            {
                XmlElement sequence{restriction, "xs:sequence"};
                annotations(sequence);
                local_element(sequence, "Obs", "ObsType", "unbounded");
            }
            write_components(restriction, true);
        });
    }

    void write_observation(XmlElement& root) {
        write_type(root, "ObsType", "ObsType", [&](XmlElement& restriction) {
            {
                XmlElement sequence{restriction, "xs:sequence"};
                annotations(sequence);
            }
            write_components(restriction, false);
        });
    }

    bool is_at_series(const Component& component) const {
        if (at_ == "AllDimensions")
            return false;
        if (component.role == ComponentRole::measure)
            return false;
        if (component.role != ComponentRole::attribute)
            return component.id != at_;
        // What was said of a series is said of each observation where another dimension is there.
        const auto* time = structure_.time();
        return time != nullptr && at_ == time->id &&
               component.attachment.level != Attachment::Level::observation;
    }

    void write_components(XmlElement& restriction, bool of_series) {
        std::set<std::string> written;
        for (const auto& component : structure_.components) {
            if (is_at_series(component) != of_series)
                continue;
            const bool needed = component.role != ComponentRole::attribute &&
                                component.role != ComponentRole::measure;
            XmlElement{restriction, "xs:attribute"}
                .attribute("name", component.id)
                .attribute("type", type_of(component))
                .attribute("use", needed ? "required" : "optional");
            written.insert(component.id);
        }
        prohibit(restriction, written);
    }

    // What the types below allow and this structure does not have here.
    void prohibit(XmlElement& restriction, const std::set<std::string>& written) {
        const auto forbid = [&](const char* name, const char* type) {
            if (written.count(name) == 0)
                XmlElement{restriction, "xs:attribute"}
                    .attribute("name", name)
                    .attribute("type", type)
                    .attribute("use", "prohibited");
        };
        if (v21_)
            forbid("REPORTING_YEAR_START_DAY", "xs:gMonthDay");
    }

    const SchemaContext& context_;
    const DataStructure& structure_;
    bool v21_;
    Standard standard_;
    std::string at_;
};

}  // namespace

base::Result<std::string> write_schema(const SchemaContext& context, Standard standard) {
    const auto& structure = std::get<DataStructure>(context.structure->body);
    auto at = context.dimension_at_observation;
    if (at.empty())
        at = structure.time() != nullptr ? structure.time()->id : "AllDimensions";
    const auto* dimension = structure.find(at);
    const bool known = dimension != nullptr && dimension->role != ComponentRole::attribute &&
                       dimension->role != ComponentRole::measure;
    if (at != "AllDimensions" && !known)
        return no_such_dimension(*context.structure, at);
    return SchemaWriter(context, standard, std::move(at)).write();
}

}  // namespace sdmx
