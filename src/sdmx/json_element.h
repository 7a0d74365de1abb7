#pragma once

#include "sdmx/element.h"
#include "sdmx/json_reader.h"

namespace sdmx {

/// Reads the value whose first token was read last into children of `parent`, as SDMX-ML has them:
/// the member "dimensions" becomes an element Dimension for each value of its array, a scalar an
/// attribute too.
///
/// Errors: sdmx_out_of_bounds where it holds more than the bounds' items_max values.
base::Result<void> read_member(JsonReader& reader, std::string_view member, Element& parent);

/// What SDMX-ML calls a member; empty where it has no such element.
std::string_view element_name(std::string_view member);

}  // namespace sdmx
