#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <optional>
#include <string>

namespace app {

/// A change of the working plan, by decision of the council.
struct AmendmentRequest : Envelope {
    std::string subject;                        ///< the code of a target, an activity or an outcome
    base::Json changes = base::Json::object();  ///< field -> new value, as in the plan language
    std::string reason;
    std::string decision;
};

AmendmentRequest read_amendment(const base::Json& body);

Result<journal::Draft> draft_amendment(const Record& record, const Answerable& moment,
                                       const trust::Principal& principal,
                                       const AmendmentRequest& request);

/// Errors: those of the plan language, in one pass; nothing_to_change; reason_required.
Result<journal::Receipt> amend_plan(Record& record, const trust::Principal& principal,
                                    const AmendmentRequest& request);

}  // namespace app
