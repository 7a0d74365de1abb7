#pragma once

#include "council/capacity.h"
#include "council/checklist.h"
#include "plan/amend.h"
#include "status/status.h"

#include <span>
#include <string>
#include <vector>

namespace council {

/// An agenda is for a meeting; what fills an entry is bounded.
inline constexpr std::size_t agenda_items_max = 120;

/// A promise that an adopted amendment, or a strategy adopted anew, changed.
struct PromiseChange {
    std::string subject;
    std::string difference;
    std::string decision;
    base::Day on;
};

/// A file of statistics that was refused, and that nobody has loaded since.
struct FailedLoad {
    std::string file;
    base::Day on;
    std::int64_t faults = 0;
    std::string first;  ///< the first fault, with its code
};

/// The state of the plan on a day, as the agenda is proposed from it.
struct AgendaInput {
    const plan::Plan& plan;
    const Standing& standing;
    std::vector<ActivityChecklist> checklist;
    std::span<const status::TargetStatus> targets;
    std::span<const status::TargetStatus> outcomes;

    std::vector<PromiseChange> promises;  ///< since the last meeting
    std::vector<FailedLoad> failed_loads;
    base::Day day;
};

/// The items that the state of the plan proposes for the council's next meeting, most pressing
/// first; those of the last meeting that it did not reach are among them.
/// Source: docs/methods/council.md, "The agenda".
std::vector<AgendaItem> propose_agenda(const AgendaInput& input);

/// The headings under which the items stand, by kind; the kinds in their order.
std::string_view heading(std::string_view kind);

}  // namespace council
