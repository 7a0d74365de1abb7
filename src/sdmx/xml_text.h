#pragma once

#include "sdmx/artefact.h"

#include <string>
#include <string_view>

namespace sdmx {

/// Appends text as XML 1.0 has it in content and in double-quoted attributes. Characters that XML
/// 1.0 has no place for (most controls) become U+FFFD.
void append_xml(std::string& out, std::string_view text);
/// What the namespaces of the standard's schemas begin with.
std::string_view schemas_of(Standard standard);
/// ` name="text"`
void append_attribute(std::string& out, std::string_view name, std::string_view text);

}  // namespace sdmx
