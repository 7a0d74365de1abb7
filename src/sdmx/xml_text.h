#pragma once

#include <string>
#include <string_view>

namespace sdmx {

/// Appends text as XML 1.0 has it in content and in double-quoted attributes. Characters that XML
/// 1.0 has no place for (most controls) become U+FFFD.
void append_xml(std::string& out, std::string_view text);
/// ` name="text"`
void append_attribute(std::string& out, std::string_view name, std::string_view text);

}  // namespace sdmx
