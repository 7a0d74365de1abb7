#pragma once

#include "base/input.h"

#include <string>

namespace base {

/// Calls `use` for one piece of an input after another, until its end. Errors: those of both.
template <typename Use>
Result<void> for_each_piece(const Input& input, Use use) {
    std::string piece(std::size_t{1} << 18, '\0');
    while (const auto bytes = TRY(input(piece)))
        TRY(use(std::string_view{piece}.substr(0, bytes)));
    return {};
}

}  // namespace base
