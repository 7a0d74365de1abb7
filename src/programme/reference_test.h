#pragma once

#include "base/file.h"
#include "base/json.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Where the reference values lie beside the repository; tests skip where they are absent.
namespace programme {

constexpr const char* missing_reference =
    "the reference values ../shared/conformance/progress are not beside this repository";

inline std::filesystem::path reference_path() {
    return std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() / "shared/conformance/progress";
}

inline std::optional<base::Json> reference_json(const std::string& name) {
    const auto bytes = base::read_file(reference_path() / name);
    if (!bytes.ok())
        return std::nullopt;
    // The schema of OCDS 1.0.3 names a key twice.
    return base::Json::parse(bytes.value(), name, 64, base::DoubledKeys::last_counts).value();
}

inline const base::Json& at(const base::Json& json, const char* key) {
    return *json.find(key);
}

inline double number_at(const base::Json& json, const char* key) {
    const auto& field = at(json, key);
    if (const auto* text = field.string())
        return base::Decimal::parse(*text).value().to_double();
    return field.integer() != nullptr ? static_cast<double>(*field.integer()) : *field.real();
}

inline std::vector<double> numbers_at(const base::Json& json, const char* key) {
    std::vector<double> numbers;
    for (const auto& item : *at(json, key).array_items())
        numbers.push_back(item.integer() != nullptr ? static_cast<double>(*item.integer())
                                                    : *item.real());
    return numbers;
}

}  // namespace programme
