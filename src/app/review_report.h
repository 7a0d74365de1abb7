#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <optional>
#include <string>

namespace app {

/// What a verifier, the lead or the council does with the latest report of a period.
struct ReviewRequest : Envelope {
    std::string target;
    std::string period;
    std::string action;    ///< verify, return, withdraw, endorse; reopen: what was endorsed
    std::string grade;     ///< verify: as the verifier grades the evidence
    std::string reason;    ///< return, withdraw
    std::string decision;  ///< endorse
};

/// Errors: all that is wrong with its fields, in one pass.
ReviewRequest read_review(const base::Json& body);

Result<journal::Draft> draft_review(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const ReviewRequest& request);

/// Errors: everything that is wrong with it, in one pass.
Result<journal::Receipt> review_report(Record& record, const trust::Principal& principal,
                                       const ReviewRequest& request);

}  // namespace app
