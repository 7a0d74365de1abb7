#pragma once

#include "app/record.h"
#include "base/json.h"

namespace app {

/// The diagnosis tied to action: the chains from constraint to result with what is known of each
/// link, the load of institutions against their ratings, laws with the activities that would change
/// them, the foresight material with its activities.
Result<base::Json> diagnosis_view(const Record& record, const Question& question);

}  // namespace app
