#pragma once

#include "app/programme_setting.h"
#include "app/target_status.h"
#include "base/json.h"

#include <string_view>

namespace app {

/// Every programme with its newest counts and its alerts: what `tameel programme list --json`
/// prints and GET /api/v1/programmes answers.
Result<base::Json> programme_list(const Record& record, const Question& question);

/// One programme: funnels, cohorts, counts, physical against financial progress, earned value,
/// tasks, changes. Why it was changed is for those who hold the store.
/// Errors: no_such_programme.
Result<base::Json> programme_view(const Record& record, const Question& question,
                                  std::string_view code, Reader reader = Reader::anybody);

}  // namespace app
