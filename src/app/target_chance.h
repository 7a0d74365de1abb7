#pragma once

#include "forecast/counts.h"
#include "status/achieved.h"
#include "status/status.h"

#include <optional>
#include <string>

namespace app {

/// What the reports on one footing say of how likely a target is met by its due date.
struct Chance {
    std::optional<double> probability;  ///< none: cannot tell yet
    bool is_known = false;              ///< on this footing, whatever comes: 0 or 1
    std::string reason;                 ///< why it is known, or why nothing can be said
    std::string method;                 ///< "gamma-poisson", ...; empty where nothing was computed
    std::size_t reports = 0;            ///< that count on this footing
    status::Explanation explanation;    ///< method, data, prior, assumptions, what would change it
};

/// How timely the milestones of a record were so far, on one footing.
struct MilestoneRecord {
    forecast::MilestonePace pace = forecast::MilestonePace::prior();
    int watched = 0;  ///< milestones of which a report counts
    int reached = 0;  ///< of those by their due date

    /// Adds a milestone by its reports; one without a due date after its start says nothing.
    /// Errors: those of counted_reports.
    base::Result<void> add(const status::TargetInput& milestone, status::Footing footing);
};

/// Below these nothing is said.
inline constexpr std::size_t reports_least = 2;     ///< of a count or a share
inline constexpr int days_covered_least = 180;      ///< that the reports of a count cover
inline constexpr int milestones_watched_least = 5;  ///< of a record
inline constexpr std::size_t levels_reported_least = 8;

/// How likely a target is met by its due date, by what was reported of it: counts and yearly counts
/// by a gamma-Poisson pace, milestones by how timely those of the record were, shares by how many
/// of all units change in a period, levels by sample paths. docs/methods/targets.md is the
/// method.
///
/// Shape:  `judged` is the status of the same input. What was met or missed by the status is known.
/// Errors: overflow.
base::Result<Chance> chance_of(const status::TargetInput& input, const status::TargetStatus& judged,
                               const MilestoneRecord& milestones, status::Footing footing);

}  // namespace app
