#pragma once

#include "base/input.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace base {

/// Gives the text in pieces of so many bytes; it must outlive the input.
inline Input in_pieces(std::string_view text, std::size_t bytes_max) {
    return [text, bytes_max](std::span<char> into) mutable -> Result<std::size_t> {
        const auto bytes = text.copy(into.data(), std::min(bytes_max, into.size()));
        text.remove_prefix(bytes);
        return bytes;
    };
}

}  // namespace base
