#pragma once

#include "programme/event.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// A count, wherever it comes from: printed in a document, or reported.
///
/// Units:  `count.value` in units of one; what was printed in billions is so many.
struct Observation {
    ReportedCount count;
    std::optional<std::uint64_t> seq;  ///< of the entry that reported it
    std::string figure;                ///< of sources.yaml
    std::string document;
    std::string note;
    base::Day known_on;

    std::string source() const;  ///< "entry 12", "F085"
};

template <typename What>
struct Recorded {
    std::uint64_t seq = 0;
    base::Day effective_on;
    What what;
};

/// All that is known of one programme.
///
/// Shape:  each list as it was recorded; what was corrected is not in it.
struct Ledger {
    std::vector<Observation> observations;
    std::vector<Recorded<Cohort>> cohorts;
    std::vector<Recorded<Task>> tasks;
    std::vector<Recorded<TaskAdvance>> advances;
    std::vector<Recorded<Change>> changes;

    const Recorded<Cohort>* find_cohort(std::string_view code) const;
    const Recorded<Task>* find_task(std::string_view code) const;
    /// Cohorts that were opened, and those that only a printed figure names; in that order.
    std::vector<std::string> cohort_codes() const;
    /// The newest observation of a stage in a cohort.
    const Observation* latest_of_stage(std::string_view stage, std::string_view cohort) const;
};

/// The ledger as of a day.
///
/// Shape:  `events` are those of the programme that are known, in the journal's order. A printed
///         figure is known from the last day of the date on which its document was published; where
///         that is not known, from 20 days after what it counts, as for statistics. The entry
///         `without` is left out as if it had been corrected.
Ledger fold(const plan::Plan& plan, const plan::Programme& programme,
            std::span<const Event* const> events, base::Day as_of,
            std::optional<std::uint64_t> without = {});

}  // namespace programme
