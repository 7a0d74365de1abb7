#pragma once

#include "app/programme_setting.h"

namespace app {

/// How far a task is and what it has cost, both since it began.
struct TaskProgressRequest : ProgrammeEnvelope {
    std::string task;
    std::optional<base::Decimal> percent;
    std::optional<base::Decimal> cost;
};

TaskProgressRequest read_task_progress(const base::Json& body);

Result<journal::Draft> draft_task_progress(const Record& record, const Answerable& moment,
                                           const trust::Principal& principal,
                                           const TaskProgressRequest& request);

/// Errors: those of `draft_about_programme` and of `programme::check_advance`.
Result<journal::Receipt> report_task(Record& record, const trust::Principal& principal,
                                     const TaskProgressRequest& request);

}  // namespace app
