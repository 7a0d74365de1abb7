#pragma once

#include "app/record.h"
#include "base/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The plan in force, what it leaves open, who confirmed what.
Result<base::Json> plan_view(const Record& record, const Question& question);

/// The figures of an indicator as of a day: years and months derived, and everything published.
/// Errors: not_found, and those of the series store.
Result<base::Json> indicator_view(const Record& record, const Question& question,
                                  std::string_view code);

/// A page of the journal, newest first; `before` is the cursor of the page before.
Result<base::Json> journal_page(const Record& record, std::optional<std::uint64_t> before,
                                std::size_t limit);

/// One entry with its inclusion proof in the newest checkpoint. Errors: not_found.
Result<base::Json> journal_entry(const Record& record, std::uint64_t seq);

/// {"seq","recorded_at","leaf_hash","tree_size","root","repeated"}
base::Json receipt_json(const journal::Receipt& receipt);

/// Reads the two clocks as callers write them: a day, or an instant; a day of `recorded_by` means
/// its end at the strategy's midnight. Errors: invalid_date, naming the parameter.
Result<Question> parse_question(const Record& record, std::string_view as_of,
                                std::string_view recorded_by);

}  // namespace app
