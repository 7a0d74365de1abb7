#pragma once

#include <filesystem>
#include <string>

namespace sdmx {

inline constexpr const char* conformance_is_missing =
    "the schemas and samples of ../shared/conformance/sdmx are not beside this repository";
std::filesystem::path conformance();

/// What a validator says against the message; empty where it is valid. `schema` is a file below
/// the conformance folder, or the text of a schema that imports such files.
std::string faults_of_xml(const std::string& message, const std::string& schema);

}  // namespace sdmx
