#include "sdmx/read_bodies_ml.h"
#include "sdmx/read_ml.h"
#include "sdmx/reference_ml.h"

#include <algorithm>

namespace sdmx {

namespace {

using Event = XmlReader::Event;

class ArtefactReader {
  public:
    ArtefactReader(MlMessage& message, ArtefactType type)
        : message_(message), reader_(message.reader) {
        artefact_.type = type;
        artefact_.body = empty_body(type);
    }

    base::Result<void> read() {
        TRY(read_attributes());
        while (TRY(reader_.next_tag()) == Event::start) {
            const auto child = TRY(read_tree(reader_));
            TRY(take(child));
        }
        if (auto* hierarchies = std::get_if<Hierarchies>(&artefact_.body);
            hierarchies != nullptr && formal_levels_ && !hierarchies->hierarchies.empty())
            hierarchies->hierarchies.front().formal_levels = true;
        return message_.sink.artefact(std::move(artefact_));
    }

  private:
    // Schemes of which an agency has one alone; the schema fixes their ids.
    static std::string_view fixed_id(ArtefactType type) {
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

    base::Result<void> read_attributes() {
        const auto is = [&](std::string_view name) {
            const auto value = reader_.attribute(name);
            return value == "true" || value == "1";
        };
        artefact_.agency = reader_.attribute("agencyID");
        artefact_.id = reader_.attribute("id");
        artefact_.version = reader_.attribute("version");
        artefact_.valid_from = reader_.attribute("validFrom");
        artefact_.valid_to = reader_.attribute("validTo");
        artefact_.structure_url = reader_.attribute("structureURL");
        artefact_.external = is("isExternalReference");
        if (artefact_.id.empty())
            artefact_.id = fixed_id(artefact_.type);
        if (artefact_.id.empty())
            return reader_.malformed("expected the id of a " + std::string{reader_.name()} +
                                     ", found none");
        if (artefact_.version.empty())
            artefact_.version = "1.0";  // as the schemas have it
        // In 3.0 a version of three parts without an extension never changes.
        artefact_.final = is("isFinal") || (message_.form.format == Format::ml_30 &&
                                            std::ranges::count(artefact_.version, '.') == 2 &&
                                            !artefact_.version.contains('-'));
        if (auto* scheme = std::get_if<ItemScheme>(&artefact_.body); scheme != nullptr)
            scheme->partial = is("isPartial");
        if (auto* constraint = std::get_if<Constraint>(&artefact_.body); constraint != nullptr) {
            const auto type = reader_.attribute("type");
            const auto role = reader_.attribute("role");
            constraint->actual = (type.empty() ? role : type) != "Allowed";
        }
        formal_levels_ = is("hasFormalLevels");
        return {};
    }

    base::Result<void> take(const XmlElement& child) {
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
            return is_item(child) ? take_item(child, "", *scheme) : base::Result<void>{};
        return take_into_body(child, artefact_, aliases_, message_.options.name);
    }

    bool is_item(const XmlElement& element) const {
        const auto item = info(artefact_.type).item;
        return element.name == item ||
               // The schemas of 3.0 shorten some of them.
               (artefact_.type == ArtefactType::geographic_codelist &&
                element.name.ends_with("Code"));
    }

    base::Result<void> take_item(const XmlElement& element, const std::string& path,
                                 ItemScheme& scheme) {
        const auto most = message_.options.bounds.items_max;
        if (scheme.items.size() >= most)
            return reader_.out_of_bounds("expected at most " + std::to_string(most) +
                                         " items in one artefact, found more");
        Item item;
        item.id = element.attribute("id");
        if (item.id.empty())
            return reader_.malformed("expected the id of a " + std::string{element.name} +
                                     ", found none");
        item.names = texts_of(element, "Name");
        item.descriptions = texts_of(element, "Description");
        item.annotations = annotations_of(element);
        item.parent = path;
        if (const auto* parent = element.child("Parent"); parent != nullptr)
            item.parent = local_id(*parent);
        if (element.child("CoreRepresentation") != nullptr)
            item.core_representation =
                TRY(representation_of(element, "CoreRepresentation", message_.options.name));
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

    static Contact contact(const XmlElement& element) {
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

    MlMessage& message_;
    XmlReader& reader_;
    Artefact artefact_;
    CodelistAliases aliases_;
    bool formal_levels_ = false;
};

base::Result<void> read_container(MlMessage& message) {
    while (TRY(message.reader.next_tag()) == Event::start) {
        const auto name = message.reader.name();
        const auto* type = type_of_class(name);
        const bool known = type != nullptr && (name == type->class_21 || name == type->class_30);
        if (known)
            TRY(ArtefactReader(message, type->type).read());
        else
            return message.unexpected("an artefact of SDMX, such as Codelist or DataStructure");
    }
    return {};
}

}  // namespace

base::Result<void> read_structures(MlMessage& message) {
    while (TRY(message.reader.next_tag()) == Event::start)
        TRY(read_container(message));
    return {};
}

}  // namespace sdmx
