#pragma once

#include "sdmx/artefact.h"
#include "sdmx/data_message.h"

#include <string>
#include <vector>

namespace sdmx {

enum class StructureFormat : std::uint8_t { ml_21, ml_30, json_1, json_2 };

/// Artefacts on their way out. One that is `external` is written as a stub: without its body, and
/// with descriptions and annotations where it has them (a complete stub).
struct StructureMessage {
    const MessageHead* head = nullptr;  ///< must outlive the message
    std::vector<const Artefact*> artefacts;
};

/// Writes a structure message; the artefacts stand in the order of the standard's containers, and
/// within one in the order given. Kinds that the standard does not have are left out.
/// Source: SDMX-ML 2.1 and 3.0.0 schemas, SDMX-JSON 1.0 and 2.0.0.
std::string write_structures(const StructureMessage& message, StructureFormat format,
                             const std::vector<std::string>& languages);

/// An error as the standard has it: SDMX-ML 2.1 and 3.0 as a message, SDMX-JSON as one without
/// data. `code` is that of the standard: 100 no results, 140 syntax, 150 semantics, 500 server, ...
struct ErrorMessage {
    int code = 500;
    std::string text;
    std::string id;  ///< of the message, for JSON
    std::string prepared;
    Sender sender;
};
std::string write_error(const ErrorMessage& message, StructureFormat format);

}  // namespace sdmx
