#include "sdmx/element_reference.h"

#include "sdmx/place.h"

namespace sdmx {

namespace {

Reference from_ref(const Element& ref, ArtefactType fallback) {
    Reference made;
    made.type = fallback;
    const auto class_name = ref.attribute("class");
    if (const auto* type = type_of_class(class_name); type != nullptr)
        made.type = type->type;
    made.agency = ref.attribute("agencyID");
    const auto parent = ref.attribute("maintainableParentID");
    if (parent.empty()) {
        made.id = ref.attribute("id");
        made.version = ref.attribute("version");
    } else {
        made.id = parent;
        made.version = ref.attribute("maintainableParentVersion");
        made.item = ref.attribute("id");
        made.item_class =
            class_name.empty() ? std::string{info(made.type).item} : std::string{class_name};
    }
    if (made.version.empty())
        made.version = "1.0";  // what the schema of 2.1 takes where it is left out
    return made;
}

}  // namespace

base::Result<Reference> reference_in(const Element& element, ArtefactType fallback,
                                     std::string_view file) {
    std::string_view urn = element.text_of("URN");
    if (urn.empty() && element.text.starts_with("urn:"))
        urn = element.text;
    if (const auto* ref = element.child("Ref"); ref != nullptr && urn.empty())
        return from_ref(*ref, fallback);
    if (urn.empty())
        return Reference{fallback, {}, {}, {}, {}, {}};
    auto parsed = parse_urn(urn);
    if (!parsed) {
        auto error = std::move(parsed).error();
        error.where = Place{file, element.line, element.column}.text();
        return error;
    }
    return parsed;
}

std::string local_id(const Element& element) {
    if (const auto* ref = element.child("Ref"); ref != nullptr)
        return std::string{ref->attribute("id")};
    const auto urn = element.text_of("URN");
    const auto named = urn.empty() ? std::string_view{element.text} : urn;
    if (!named.starts_with("urn:"))
        return std::string{named};
    const auto parsed = parse_urn(named);
    return parsed ? parsed->item.empty() ? parsed->id : parsed->item : std::string{};
}

}  // namespace sdmx
