#pragma once

#include "sdmx/artefact.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sdmx {

/// Appends a whole number.
void append_number(std::string& out, std::int64_t number);
/// Appends `,"name":"best","names":{"en":"...","ur":"..."}`, with `key` in place of name; nothing
/// where there are no texts. The best is that of the first language that has one.
void append_json_texts(std::string& out, std::string_view key, const Texts& texts,
                       const std::vector<std::string>& languages);
/// The text of the first of these languages that has one.
std::string_view best_text(const Texts& texts, const std::vector<std::string>& languages);

}  // namespace sdmx
