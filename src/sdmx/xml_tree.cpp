#include "sdmx/xml_tree.h"

#include "base/text.h"

namespace sdmx {

namespace {

// The depth is bounded by the reader.
base::Result<XmlElement> read_element(XmlReader& reader, std::size_t& elements) {
    const auto& bounds = reader.options().bounds;
    if (++elements > bounds.items_max)
        return reader.out_of_bounds("expected at most " + std::to_string(bounds.items_max) +
                                    " elements in one part of an artefact, found more");
    XmlElement element;
    element.name = reader.name();
    element.line = static_cast<std::uint32_t>(reader.line());
    element.column = static_cast<std::uint32_t>(reader.column());
    for (const auto& attribute : reader.attributes())
        element.attributes.emplace_back(attribute.name, attribute.value);
    for (;;) {
        switch (TRY(reader.next())) {
            case XmlReader::Event::start:
                element.children.push_back(TRY(read_element(reader, elements)));
                break;
            case XmlReader::Event::text:
                if (element.text.size() + reader.text().size() > bounds.text_bytes_max)
                    return reader.out_of_bounds("expected a text of at most " +
                                                std::to_string(bounds.text_bytes_max) +
                                                " bytes, found a longer one");
                element.text += reader.text();
                break;
            case XmlReader::Event::end:
            case XmlReader::Event::done:
                const auto trimmed = base::trimmed(element.text);
                if (trimmed.size() != element.text.size())
                    element.text = std::string{trimmed};
                return element;
        }
    }
}

}  // namespace

const XmlElement* XmlElement::child(std::string_view wanted) const {
    for (const auto& element : children)
        if (element.name == wanted)
            return &element;
    return nullptr;
}

std::string_view XmlElement::attribute(std::string_view wanted) const {
    for (const auto& [given, value] : attributes)
        if (given == wanted)
            return value;
    return {};
}

std::string_view XmlElement::text_of(std::string_view wanted) const {
    const auto* found = child(wanted);
    return found == nullptr ? std::string_view{} : std::string_view{found->text};
}

base::Result<XmlElement> read_tree(XmlReader& reader) {
    std::size_t elements = 0;
    return read_element(reader, elements);
}

}  // namespace sdmx
