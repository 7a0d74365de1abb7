#include "sdmx/artefact.h"

#include "sdmx/excerpt.h"

#include <algorithm>
#include <array>

namespace sdmx {

namespace {

constexpr std::string_view or_none(std::string_view word) {
    return word == "-" ? std::string_view{} : word;
}

constexpr std::array artefact_types{
#define SDMX_ARTEFACT(name, package, class_21, class_30, rest_1, rest_2, container_21,     \
                      container_30, json_1, json_2, item, word)                            \
    ArtefactTypeInfo{                                                                      \
        ArtefactType::name, package,         or_none(class_21),     or_none(class_30),     \
        or_none(rest_1),    or_none(rest_2), or_none(container_21), or_none(container_30), \
        or_none(json_1),    or_none(json_2), or_none(item),         word},
#include "sdmx/artefact_types.def"
#undef SDMX_ARTEFACT
};

base::Error invalid_urn(std::string_view urn, std::string_view expected) {
    return base::Error{base::ErrorCode::sdmx_invalid_urn,
                       "expected " + std::string{expected} + ", found \"" + excerpt(urn) + "\"",
                       {}};
}

struct ReferenceCollector {
    std::vector<Reference>& found;

    void add(const Reference& reference) const {
        if (!reference.id.empty())
            found.push_back(reference);
    }
    void add(const Representation& representation) const {
        if (representation.enumeration)
            add(*representation.enumeration);
    }
    void operator()(const OtherBody& body) const {
        for (const auto& reference : body.references)
            add(reference);
    }
    void operator()(const ItemScheme& body) const {
        for (const auto& item : body.items)
            if (item.core_representation)
                add(*item.core_representation);
    }
    void operator()(const DataStructure& body) const {
        for (const auto& component : body.components) {
            add(component.concept_identity);
            add(component.representation);
            for (const auto& role : component.concept_roles)
                add(role);
        }
    }
    void operator()(const MetadataStructure& body) const {
        for (const auto& attribute : body.attributes) {
            add(attribute.concept_identity);
            add(attribute.representation);
        }
    }
    void operator()(const Flow& body) const { add(body.structure); }
    void operator()(const ProvisionAgreement& body) const {
        add(body.flow);
        add(body.provider);
    }
    void operator()(const Categorisation& body) const {
        add(body.source);
        add(body.target);
    }
    void operator()(const Constraint& body) const {
        for (const auto& reference : body.attachments)
            add(reference);
    }
    void operator()(const Hierarchies& body) const {
        for (const auto& hierarchy : body.hierarchies)
            for (const auto& code : hierarchy.codes)
                add(code.code);
    }
    void operator()(const CodelistMaps& body) const {
        for (const auto& map : body.maps) {
            add(map.source);
            add(map.target);
        }
    }
};

}  // namespace

const ArtefactTypeInfo& info(ArtefactType type) {
    return artefact_types[static_cast<std::size_t>(type)];
}

std::span<const ArtefactTypeInfo> all_artefact_types() {
    return artefact_types;
}

const ArtefactTypeInfo* type_of_class(std::string_view name) {
    if (name.empty())
        return nullptr;
    for (const auto& type : artefact_types)
        if (name == type.class_21 || name == type.class_30)
            return &type;
    if (name == "Organisation" || name == "OrganisationScheme")
        return &info(ArtefactType::agency_scheme);
    for (const auto& type : artefact_types)
        if (!type.item.empty() && name == type.item)
            return &type;
    // Components of a structure, codes in a hierarchy, and the like: by package alone.
    return nullptr;
}

std::string_view text_in(const Texts& texts, std::string_view language) {
    for (const auto wanted : {language, std::string_view{"en"}})
        for (const auto& [tag, text] : texts)
            if (tag == wanted)
                return text;
    return texts.empty() ? std::string_view{} : std::string_view{texts.front().second};
}

std::string Reference::urn(Standard standard) const {
    const auto& type_info = info(type);
    // A kind that one standard lacks keeps the name that the other gives it.
    const auto own = standard == Standard::v21 ? type_info.class_21 : type_info.class_30;
    const auto other = standard == Standard::v21 ? type_info.class_30 : type_info.class_21;
    std::string urn = "urn:sdmx:org.sdmx.infomodel.";
    urn += type_info.package;
    urn += '.';
    urn += item.empty() ? (own.empty() ? other : own) : std::string_view{item_class};
    urn += '=' + agency + ':' + id + '(' + version + ')';
    if (!item.empty())
        urn += '.' + item;
    return urn;
}

Reference Reference::artefact() const {
    return {type, agency, id, version, {}, {}};
}

base::Result<Reference> parse_urn(std::string_view urn) {
    constexpr std::string_view prefix = "urn:sdmx:org.sdmx.infomodel.";
    constexpr std::string_view shape =
        "urn:sdmx:org.sdmx.infomodel.PACKAGE.CLASS=AGENCY:ID(VERSION)";
    if (!urn.starts_with(prefix))
        return invalid_urn(urn, shape);
    const auto rest = urn.substr(prefix.size());
    const auto equals = rest.find('=');
    const auto dot = rest.find('.');
    if (equals == rest.npos || dot == rest.npos || dot > equals)
        return invalid_urn(urn, shape);
    const auto name = rest.substr(dot + 1, equals - dot - 1);
    const auto target = rest.substr(equals + 1);
    const auto colon = target.find(':');
    const auto open = target.find('(');
    const auto close = target.find(')', open == target.npos ? 0 : open);
    if (colon == target.npos || open == target.npos || close == target.npos || colon > open ||
        colon == 0 || open == colon + 1)
        return invalid_urn(urn, shape);

    const auto* type = type_of_class(name);
    Reference reference;
    if (type == nullptr) {
        const auto package = rest.substr(0, dot);
        const auto of_package = std::find_if(artefact_types.begin(), artefact_types.end(),
                                             [&](const auto& t) { return t.package == package; });
        if (of_package == artefact_types.end())
            return invalid_urn(urn, "a class of the SDMX information model");
        type = package == "datastructure" ? &info(ArtefactType::data_structure) : &*of_package;
    }
    reference.type = type->type;
    reference.agency = target.substr(0, colon);
    reference.id = target.substr(colon + 1, open - colon - 1);
    reference.version = target.substr(open + 1, close - open - 1);
    const auto tail = target.substr(close + 1);
    if (!tail.empty()) {
        if (tail.front() != '.' || tail.size() == 1)
            return invalid_urn(urn, "nothing or .ITEM after the version");
        reference.item = tail.substr(1);
        reference.item_class = name;
    }
    return reference;
}

const Component* DataStructure::find(std::string_view id) const {
    const auto found = std::find_if(components.begin(), components.end(),
                                    [&](const auto& component) { return component.id == id; });
    return found == components.end() ? nullptr : &*found;
}

const Component* DataStructure::time() const {
    const auto times = in_role(ComponentRole::time_dimension);
    return times.empty() ? nullptr : times.front();
}

std::vector<const Component*> DataStructure::in_role(ComponentRole role) const {
    std::vector<const Component*> found;
    for (const auto& component : components)
        if (component.role == role)
            found.push_back(&component);
    return found;
}

std::vector<const Component*> DataStructure::key() const {
    std::vector<const Component*> found;
    for (const auto& component : components)
        if (component.role == ComponentRole::dimension ||
            component.role == ComponentRole::measure_dimension)
            found.push_back(&component);
    return found;
}

std::vector<Reference> references_of(const Artefact& artefact) {
    std::vector<Reference> found;
    std::visit(ReferenceCollector{found}, artefact.body);
    return found;
}

}  // namespace sdmx
