#pragma once

#include "app/programme_setting.h"
#include "base/json.h"

#include <string_view>

namespace app {

/// One programme as an OC4IDS project.
///
/// Errors: no_such_programme.
/// Source: Open Contracting for Infrastructure Data Standard 0.9, project schema.
Result<base::Json> export_programme(const Record& record, const Question& question,
                                    std::string_view code);

}  // namespace app
