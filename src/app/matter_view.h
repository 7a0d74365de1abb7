#pragma once

#include "app/target_status.h"
#include "base/json.h"

#include <string_view>

namespace app {

/// One decision with what became of it, or one issue, by its code: every text that was typed and
/// every file that was handed in, in the order in which they came.
///
/// Shape:  {"code","title","history":[{"seq","on","kind","institution","facts":[{"name","value"}],
///         "texts":[{"name","text"}],"files":[{"sha256","title"}]}]}
/// Errors: no_such_matter.
Result<base::Json> matter_view(const Record& record, const Question& question,
                               std::string_view code, Reader reader = Reader::anybody);

}  // namespace app
