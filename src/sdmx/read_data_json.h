#pragma once

#include "sdmx/json_structure.h"

#include <vector>

namespace sdmx {

/// Reads the array "dataSets", whose first token was read, by structures that are known.
///
/// Errors: sdmx_malformed, also for an index that its list of values does not have.
base::Result<void> read_json_sets(JsonReader& reader, const std::vector<JsonStructure>& structures,
                                  MessageSink& sink);

}  // namespace sdmx
