#include "sdmx/element.h"

namespace sdmx {

const Element* Element::child(std::string_view wanted) const {
    for (const auto& element : children)
        if (element.name == wanted)
            return &element;
    return nullptr;
}

std::string_view Element::attribute(std::string_view wanted) const {
    for (const auto& [given, value] : attributes)
        if (given == wanted)
            return value;
    return {};
}

std::string_view Element::text_of(std::string_view wanted) const {
    const auto* found = child(wanted);
    return found == nullptr ? std::string_view{} : std::string_view{found->text};
}

bool Element::is(std::string_view wanted, bool otherwise) const {
    const auto value = attribute(wanted);
    return value.empty() ? otherwise : value == "true" || value == "1";
}

}  // namespace sdmx
