#pragma once

#include "sdmx/data_message.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace sdmx {

/// What a schema of structure-specific data is written for.
struct SchemaContext {
    const Artefact* of = nullptr;          ///< a data structure, dataflow or provision agreement
    const Artefact* structure = nullptr;   ///< its data structure
    std::string dimension_at_observation;  ///< empty: time, or all where there is none
    /// The list that a component's codes are of; nullptr where it is not known.
    std::function<const Artefact*(const Reference&)> list_of;
    /// The codes that constraints allow; a component that is not named may have all of its list.
    std::map<std::string, std::vector<std::string>> allowed = {};
};

/// Writes the XML schema against which structure-specific messages of that context are valid; its
/// code lists stand in it as enumerations.
///
/// Errors: sdmx_no_such_dimension.
/// Source: SDMX-ML 2.1 and 3.0, structure-specific data.
base::Result<std::string> write_schema(const SchemaContext& context, Standard standard);

}  // namespace sdmx
