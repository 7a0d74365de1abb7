#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sdmx {

/// The beginning of a text from outside, for the sentence of an error: whole characters, and U+FFFD
/// for each byte that is not UTF-8, so that any answer can hold it.
std::string excerpt(std::string_view text, std::size_t bytes_max = 200);

}  // namespace sdmx
