#pragma once

#include "base/result.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace base {

/// Where bytes come from: fills the buffer and says how many it gave, 0 at the end.
using Input = std::function<Result<std::size_t>(std::span<char>)>;

Input input_of(std::string_view text);  ///< the text must outlive the input

}  // namespace base
