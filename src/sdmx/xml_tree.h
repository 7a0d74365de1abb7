#pragma once

#include "sdmx/xml_reader.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sdmx {

/// A small part of a message as a tree: a header, a component list, one code. Names live as long
/// as the reader that they came from.
struct XmlElement {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string>> attributes;
    std::vector<XmlElement> children;
    std::string text;  ///< trimmed
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    const XmlElement* child(std::string_view wanted) const;  ///< the first; nullptr: none
    std::string_view attribute(std::string_view wanted) const;
    std::string_view text_of(std::string_view wanted) const;  ///< of the first such child
};

/// Reads the element whose start the reader stands at, past its end.
///
/// Errors: sdmx_out_of_bounds where it holds more than the bounds' items_max elements.
base::Result<XmlElement> read_tree(XmlReader& reader);

}  // namespace sdmx
