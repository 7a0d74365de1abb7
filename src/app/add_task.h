#pragma once

#include "app/programme_setting.h"

namespace app {

/// A task of a programme. Budget and schedule may be unknown; then there is no earned value.
struct TaskRequest : ProgrammeEnvelope {
    programme::Task task;
};

TaskRequest read_task(const base::Json& body);

Result<journal::Draft> draft_task(const Record& record, const Answerable& moment,
                                  const trust::Principal& principal, const TaskRequest& request);

/// Errors: those of `draft_about_programme` and of `programme::check_task`.
Result<journal::Receipt> add_task(Record& record, const trust::Principal& principal,
                                  const TaskRequest& request);

}  // namespace app
