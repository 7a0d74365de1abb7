#include "base/input.h"

namespace base {

Input input_of(std::string_view text) {
    return [text](std::span<char> into) mutable -> Result<std::size_t> {
        const auto bytes = text.copy(into.data(), into.size());
        text.remove_prefix(bytes);
        return bytes;
    };
}

}  // namespace base
