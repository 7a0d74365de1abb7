#pragma once

#include "base/date.h"
#include "base/json.h"
#include "plan/plan.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace plan {

/// What an institution said it can carry out.
struct Confirmation {
    std::uint64_t seq = 0;
    base::Day effective_on;
    InstitutionId institution;
    std::string answer;     ///< yes, partly, no
    std::string by;         ///< by when, as it said; may be empty
    std::string note = {};  ///< a commitment: with what, or why not
};

/// What the secretariat or a lead proposes for the working plan; the council adopts it, or not.
struct ProposedChange {
    std::uint64_t seq = 0;
    base::Day effective_on;
    InstitutionId institution;
    std::string subject;     ///< an activity or one of its targets
    std::string difference;  ///< readable: "1.1.1-1 due: open -> 2025"
    std::shared_ptr<const base::Json> changes;
    std::optional<std::uint64_t> settled_by = {};  ///< adopted, or replaced by a later proposal
    bool is_pending() const { return !settled_by; }
};

/// For which year the council adopted the working plan of an activity.
struct WorkingYear {
    std::string year;  ///< "2024", "FY2025"
    base::Day on;
    std::string decision;
};

}  // namespace plan
