#pragma once

#include "base/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// A fault that a line shows by itself.
struct LineFault {
    base::ErrorCode code{};
    int line = 0;    ///< from 1
    int column = 1;  ///< in characters, from 1
    int width = 1;
    std::string message;
    std::string hint;
};

/// The lines of a file made fit for a YAML parser: what it would let pass or trip over is found
/// here and mended or replaced by `faulty_value`, so that the rest of the file is read all the
/// same.
struct MendedLines {
    std::vector<std::string> original;
    std::vector<std::string> mended;
    std::vector<int> shift;  ///< per line: column in the file = column in the mended line + shift
    std::vector<LineFault> faults;
};

/// Stands in the mended text for a value that cannot be used; it cannot occur in an accepted file.
inline constexpr std::string_view faulty_value = "\xEE\x80\x80";

/// Finds quotes that are not closed, tabs in the indentation, anchors, aliases, tags, flow
/// mappings, directives, further documents, control characters, text that is not UTF-8, keys that
/// are indented below a value, and ": " inside plain text.
MendedLines mend_lines(std::string_view text);

}  // namespace plan
