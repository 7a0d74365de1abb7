#pragma once

#include "app/record.h"
#include "base/json.h"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

/// The entry whose place another one takes.
struct Replaced {
    std::uint64_t seq = 0;
    std::string what;  ///< "commitment of PKR 15000000.00 of fund psdp-24 for 1.1.1 in FY2024"
};

/// What an entry took the place of: what its `corrects` names, and of a budget line the one before.
/// Errors: those of the journal.
Result<std::optional<Replaced>> replaced_by(const Record& record, std::uint64_t seq);

/// A receipt with what its entry took the place of, where it did.
Result<base::Json> receipt_json(const Record& record, const journal::Receipt& receipt);

}  // namespace app
