#include "sdmx/artefact_builder.h"

#include "sdmx/element_reference.h"
#include "sdmx/place.h"

#include <algorithm>

namespace sdmx {

namespace {

// Schemes of which an agency has one alone; the schemas fix their ids.
std::string_view fixed_id(ArtefactType type) {
    switch (type) {
        case ArtefactType::agency_scheme:
            return "AGENCIES";
        case ArtefactType::data_provider_scheme:
            return "DATA_PROVIDERS";
        case ArtefactType::data_consumer_scheme:
            return "DATA_CONSUMERS";
        case ArtefactType::metadata_provider_scheme:
            return "METADATA_PROVIDERS";
        default:
            return {};
    }
}

Contact contact(const Element& element) {
    Contact made;
    made.names = texts_of(element, "Name");
    for (const auto& part : element.children) {
        if (part.name == "Email")
            made.emails.push_back(part.text);
        else if (part.name == "URI")
            made.uris.push_back(part.text);
    }
    return made;
}

base::Error without_id(const Element& element, std::string_view file) {
    return Place{file, element.line, element.column}.malformed(
        "expected the id of a " + std::string{element.name} + ", found none");
}

// Hierarchies and maps that are artefacts of their own (3.0) are called what those are called.
void name_inner(Artefact& artefact, bool formal_levels) {
    if (auto* body = std::get_if<Hierarchies>(&artefact.body))
        for (auto& hierarchy : body->hierarchies)
            if (hierarchy.id.empty()) {
                hierarchy.id = artefact.id;
                hierarchy.names = artefact.names;
                hierarchy.formal_levels |= formal_levels;
            }
    if (auto* body = std::get_if<CodelistMaps>(&artefact.body))
        for (auto& map : body->maps)
            if (map.id.empty()) {
                map.id = artefact.id;
                map.names = artefact.names;
            }
}

}  // namespace

ArtefactBuilder::ArtefactBuilder(ArtefactType type, Standard standard, const ReadOptions& options)
    : standard_(standard), options_(options) {
    artefact_.type = type;
    artefact_.body = empty_body(type);
}

bool ArtefactBuilder::is_item(std::string_view name) const {
    return std::holds_alternative<ItemScheme>(artefact_.body) && name == info(artefact_.type).item;
}

base::Result<void> ArtefactBuilder::take(const Element& child) {
    if (child.name == "Name" || child.name == "Description") {
        auto& into = child.name == "Name" ? artefact_.names : artefact_.descriptions;
        const auto language = child.attribute("lang");
        into.emplace_back(language.empty() ? "en" : language, child.text);
        return {};
    }
    if (child.name == "Annotations") {
        artefact_.annotations = annotations_of(child);
        return {};
    }
    if (auto* scheme = std::get_if<ItemScheme>(&artefact_.body); scheme != nullptr)
        return is_item(child.name) ? take_item(child, "", *scheme) : base::Result<void>{};
    return take_into_body(child, artefact_, aliases_, options_.name);
}

base::Result<void> ArtefactBuilder::take_item(const Element& element, const std::string& path,
                                              ItemScheme& scheme) {
    const auto most = options_.bounds.items_max;
    if (scheme.items.size() >= most)
        return Place{options_.name, element.line, element.column}.out_of_bounds(
            "expected at most " + std::to_string(most) + " items in one artefact, found more");
    Item item;
    item.id = element.attribute("id");
    if (item.id.empty())
        return without_id(element, options_.name);
    item.names = texts_of(element, "Name");
    item.descriptions = texts_of(element, "Description");
    item.annotations = annotations_of(element);
    item.parent = path;
    if (const auto* parent = element.child("Parent"); parent != nullptr)
        item.parent = local_id(*parent);
    if (element.child("CoreRepresentation") != nullptr)
        item.core_representation =
            TRY(representation_of(element, "CoreRepresentation", options_.name));
    for (const auto& part : element.children)
        if (part.name == "Contact")
            item.contacts.push_back(contact(part));
    const auto own = path.empty() ? item.id : path + '.' + item.id;
    scheme.items.push_back(std::move(item));
    for (const auto& part : element.children)
        if (part.name == element.name)
            TRY(take_item(part, own, scheme));
    return {};
}

base::Result<Artefact> ArtefactBuilder::finish(const Element& element) {
    artefact_.agency = element.attribute("agencyID");
    artefact_.id = element.attribute("id");
    artefact_.version = element.attribute("version");
    artefact_.valid_from = element.attribute("validFrom");
    artefact_.valid_to = element.attribute("validTo");
    artefact_.structure_url = element.attribute("structureURL");
    artefact_.external = element.is("isExternalReference");
    if (artefact_.id.empty())
        artefact_.id = fixed_id(artefact_.type);
    if (artefact_.id.empty())
        return without_id(element, options_.name);
    if (artefact_.version.empty())
        artefact_.version = "1.0";  // as the schemas have it
    // In 3.0 a version of three parts without an extension never changes.
    artefact_.final = element.is("isFinal") || (standard_ == Standard::v30 &&
                                                std::ranges::count(artefact_.version, '.') == 2 &&
                                                !artefact_.version.contains('-'));
    if (auto* scheme = std::get_if<ItemScheme>(&artefact_.body))
        scheme->partial = element.is("isPartial");
    if (auto* constraint = std::get_if<Constraint>(&artefact_.body)) {
        const auto type = element.attribute("type");
        constraint->actual = (type.empty() ? element.attribute("role") : type) != "Allowed";
    }
    name_inner(artefact_, element.is("hasFormalLevels") || element.is("leveled"));
    return std::move(artefact_);
}

}  // namespace sdmx
