#include "sdmx/xml_tree.h"

#include "base/text.h"

namespace sdmx {

namespace {

// The depth is bounded by the reader.
base::Result<Element> read_element(XmlReader& reader, std::size_t& elements) {
    const auto& bounds = reader.options().bounds;
    if (++elements > bounds.items_max)
        return reader.out_of_bounds("expected at most " + std::to_string(bounds.items_max) +
                                    " elements in one part of an artefact, found more");
    auto element = start_of(reader);
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

Element start_of(const XmlReader& reader) {
    Element element;
    element.name = reader.name();
    element.line = static_cast<std::uint32_t>(reader.line());
    element.column = static_cast<std::uint32_t>(reader.column());
    for (const auto& attribute : reader.attributes())
        element.attributes.emplace_back(attribute.name, attribute.value);
    return element;
}

base::Result<Element> read_tree(XmlReader& reader) {
    std::size_t elements = 0;
    return read_element(reader, elements);
}

}  // namespace sdmx
