#pragma once

#include "base/json.h"
#include "programme/release_merge.h"

#include <string_view>

namespace app {

using base::Result;

/// A published text with its name, as places of errors begin.
struct PublishedText {
    std::string_view name;
    std::string_view text;
};

/// One record of OCDS releases by their schema. Published JSON is read as it is: where an object
/// names a key twice, the last one counts.
/// Errors: invalid_json, json_too_deep, invalid_utf8, release_does_not_merge.
Result<base::Json> merge_releases(const PublishedText& releases, const PublishedText& schema,
                                  programme::MergedForm form);

}  // namespace app
