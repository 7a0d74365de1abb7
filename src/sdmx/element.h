#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sdmx {

/// A small part of a message as a tree, whatever it was written in: a header, a component list,
/// one code. SDMX-ML's names stand for those of SDMX-JSON too ("dimensions": several Dimension).
/// Names live as long as the reader that they came from.
struct Element {
    std::string_view name;
    std::vector<std::pair<std::string_view, std::string>> attributes;
    std::vector<Element> children;
    std::string text;  ///< trimmed
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    const Element* child(std::string_view wanted) const;  ///< the first; nullptr: none
    std::string_view attribute(std::string_view wanted) const;
    std::string_view text_of(std::string_view wanted) const;  ///< of the first such child
    /// Whether an attribute is "true" or "1"; `otherwise` where it is absent.
    bool is(std::string_view attribute, bool otherwise = false) const;
};

}  // namespace sdmx
