#pragma once

#include "server/http.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace server {

/// Undoes percent-encoding (RFC 3986, section 2.1). Errors: malformed_request for a broken triplet,
/// a NUL, or bytes that are not UTF-8 once decoded.
base::Result<std::string> percent_decoded(std::string_view text);

/// Reads a request-target (RFC 9112, section 3.2: origin form, absolute form, or "*" with OPTIONS)
/// into path, segments and query parameters of `request`.
///
/// Errors: malformed_request, also for "." and ".." as segments, however they are encoded.
base::Result<void> read_target(std::string_view target, Request& request);

}  // namespace server
