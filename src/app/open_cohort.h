#pragma once

#include "app/programme_setting.h"

namespace app {

/// A cohort of a programme, by a code of its own and an official title: "2024-A".
struct CohortRequest : ProgrammeEnvelope {
    std::string cohort;
    std::string title;
    std::optional<std::int64_t> seats;
};

CohortRequest read_cohort(const base::Json& body);

Result<journal::Draft> draft_cohort(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal,
                                    const CohortRequest& request);

/// Errors: those of `draft_about_programme` and of `programme::check_cohort`.
Result<journal::Receipt> open_cohort(Record& record, const trust::Principal& principal,
                                     const CohortRequest& request);

}  // namespace app
