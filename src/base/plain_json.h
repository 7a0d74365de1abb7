#pragma once

#include <string_view>

namespace base {

/// Whether JSON has the text as it is: no control character, quote or backslash stands in it.
bool is_plain_json(std::string_view text);

}  // namespace base
