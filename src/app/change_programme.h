#pragma once

#include "app/programme_setting.h"

namespace app {

/// A change of a programme's duration, value or scope, with its reason.
struct ProgrammeChangeRequest : ProgrammeEnvelope {
    programme::Change change;  ///< its `reason` is the text, which is kept in the vault
};

ProgrammeChangeRequest read_programme_change(const base::Json& body);

Result<journal::Draft> draft_programme_change(const Record& record, const Answerable& moment,
                                              const trust::Principal& principal,
                                              const ProgrammeChangeRequest& request);

/// Errors: those of `draft_about_programme` and of `programme::check_change`; reason_required.
Result<journal::Receipt> change_programme(Record& record, const trust::Principal& principal,
                                          const ProgrammeChangeRequest& request);

}  // namespace app
