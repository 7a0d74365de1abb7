#pragma once

#include "base/file.h"
#include "base/json.h"
#include "journal/hash.h"

#include <filesystem>
#include <optional>
#include <string>

/// Where the reference vectors lie beside the repository; tests skip where they are absent.
namespace journal {

constexpr const char* missing_reference =
    "the reference vectors ../shared/conformance/tlog are not beside this repository";

inline std::filesystem::path reference_path() {
    return std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() / "shared/conformance/tlog";
}

inline std::optional<base::Json> reference_json(const std::string& name) {
    const auto bytes = base::read_file(reference_path() / name);
    if (!bytes.ok())
        return std::nullopt;
    return base::Json::parse(bytes.value(), name).value();
}

inline std::string from_hex(std::string_view text) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        bytes += static_cast<char>(std::stoi(std::string{text.substr(i, 2)}, nullptr, 16));
    return bytes;
}

}  // namespace journal
