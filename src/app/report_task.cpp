#include "app/report_task.h"

#include <fmt/format.h>

namespace app {

using base::Error;
using base::ErrorCode;

TaskProgressRequest read_task_progress(const base::Json& body) {
    base::FieldReader fields{body, "body"};
    TaskProgressRequest request;
    request.task = fields.string("task");
    request.percent = fields.optional_decimal("percent");
    request.cost = fields.optional_decimal("cost");
    for (const char* key : {"percent", "cost"}) {
        if (body.find(key) == nullptr)
            fields.fail(ErrorCode::json_missing_field, key,
                        fmt::format("the field \"{}\" is required", key));
    }
    read_programme_envelope(fields, request);
    return request;
}

Result<journal::Draft> draft_task_progress(const Record& record, const Answerable& moment,
                                           const trust::Principal& principal,
                                           const TaskProgressRequest& request) {
    std::vector<Error> faults;
    for (const auto& [value, where] :
         {std::pair{&request.percent, "percent"}, {&request.cost, "cost"}}) {
        if (!*value)
            faults.push_back({ErrorCode::json_missing_field,
                              fmt::format("expected {}, found none",
                                          std::string_view{where} == "cost" ? "the cost so far"
                                                                            : "a percentage"),
                              where});
    }
    const bool is_read = faults.empty();
    const programme::TaskAdvance advance{request.task, request.percent.value_or(base::Decimal{}),
                                         request.cost.value_or(base::Decimal{})};
    return draft_about_programme(
        record, moment, principal, request,
        {"programme.progressed",
         [&](const programme::Setting& setting) {
             return is_read ? programme::check_advance(setting, advance, day_of(moment, request))
                            : std::vector<Error>{};
         },
         [&](journal::Draft& draft) -> Result<void> {
             draft.payload.set("task", advance.task);
             draft.payload.set("percent", advance.percent.text());
             draft.payload.set("cost", advance.cost.text());
             return {};
         }},
        std::move(faults));
}

Result<journal::Receipt> report_task(Record& record, const trust::Principal& principal,
                                     const TaskProgressRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_task_progress(record, moment, principal, request);
    });
}

}  // namespace app
