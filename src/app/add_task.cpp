#include "app/add_task.h"

namespace app {

using base::Error;

TaskRequest read_task(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    TaskRequest request;
    request.task.code = fields.string("task");
    request.task.title = fields.string("title");
    request.task.budget = fields.optional_decimal("budget");
    request.task.currency = fields.optional_string("currency").value_or("");
    request.task.from = read_day(fields, "from");
    request.task.until = read_day(fields, "until");
    read_programme_envelope(fields, request);
    return request;
}

Result<journal::Draft> draft_task(const Record& record, const Answerable& moment,
                                  const trust::Principal& principal, const TaskRequest& request) {
    const programme::Task& task = request.task;
    std::vector<Error> faults;
    (void)or_note(new_code(task.code, "task"), faults);
    check_title(task.title, "title", faults);
    return draft_about_programme(
        record, moment, principal, request,
        {"programme.tasked",
         [&](const programme::Setting& setting) { return programme::check_task(setting, task); },
         [&](journal::Draft& draft) -> Result<void> {
             draft.payload.set("task", task.code);
             draft.payload.set("title", task.title);
             if (task.budget) {
                 draft.payload.set("budget", task.budget->text());
                 draft.payload.set("currency", task.currency);
             }
             if (task.from && task.until) {
                 draft.payload.set("from", base::to_string(*task.from));
                 draft.payload.set("until", base::to_string(*task.until));
             }
             return {};
         }},
        std::move(faults));
}

Result<journal::Receipt> add_task(Record& record, const trust::Principal& principal,
                                  const TaskRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_task(record, moment, principal, request);
    });
}

}  // namespace app
