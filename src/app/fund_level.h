#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <string>

namespace app {

/// Where money is counted: by objective, activity or step.
struct LevelRequest : Envelope {
    std::string level;
};

LevelRequest read_level(const base::Json& body);

Result<journal::Draft> draft_level(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const LevelRequest& request);

/// Errors: invalid_argument, level_is_fixed.
Result<journal::Receipt> declare_level(Record& record, const trust::Principal& principal,
                                       const LevelRequest& request);

}  // namespace app
