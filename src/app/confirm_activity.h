#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <optional>
#include <string>

namespace app {

/// What a lead or a supporter says it can carry out, and when.
struct ConfirmationRequest : Envelope {
    std::string activity;
    std::string answer;  ///< yes, partly, no
    std::string by;      ///< by when: a day or a period; may be empty
    std::string note;    ///< with what, or why not; kept in the vault
};

ConfirmationRequest read_confirmation(const base::Json& body);

Result<journal::Draft> draft_confirmation(const Answerable& moment,
                                          const trust::Principal& principal,
                                          const ConfirmationRequest& request);

/// Errors: no_such_activity, not_concerned, invalid_period, effective_in_future.
Result<journal::Receipt> confirm_activity(Record& record, const trust::Principal& principal,
                                          const ConfirmationRequest& request);

}  // namespace app
