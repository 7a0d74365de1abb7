#include "app/adopt_plan.h"

#include "app/load_dataset.h"
#include "plan/json.h"
#include "progress/rules.h"

#include <fmt/format.h>

#include <set>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

Error faults_of(const plan::Compilation& compilation) {
    std::vector<Error> faults;
    for (const auto& diagnostic : compilation.diagnostics) {
        if (plan::severity(diagnostic.code) == plan::Severity::error)
            faults.push_back({diagnostic.code, diagnostic.message,
                              fmt::format("{}:{}:{}", diagnostic.mark.file, diagnostic.mark.line,
                                          diagnostic.mark.column)});
    }
    return Error{ErrorCode::strategy_has_errors,
                 fmt::format("the strategy has {} errors and is not adopted", faults.size()), "",
                 std::move(faults)};
}

// Keeps the strategy's own files, so that what was adopted can be read as it was written.
Result<Json> keep_files(Record& record, const plan::FolderReader& folder, journal::Draft& draft) {
    Json files = Json::object();
    for (const char* name : {"plan.yaml", "institutions.yaml", "indicators.yaml", "sources.yaml"}) {
        const auto bytes = folder(name);
        if (!bytes.ok())
            continue;
        const journal::Hash hash = TRY(record.objects().put(bytes.value()));
        draft.attachments.push_back(hash);
        files.set(name, journal::to_hex(hash));
    }
    return files;
}

Result<journal::Draft> draft_adoption(Record& record, const plan::FolderReader& folder,
                                      const plan::Plan& plan) {
    journal::Draft draft;
    // The plan is in force from the first day of its horizon, however late this record began.
    draft.effective_on = plan.from;
    draft.actor = console().actor;
    draft.kind = "plan.adopted";
    draft.subject = "plan";
    const std::string compiled = plan::to_json(plan).canonical();
    const journal::Hash hash = TRY(record.objects().put(compiled));
    draft.attachments.push_back(hash);
    draft.payload.set("v", 1);
    draft.payload.set("what", "printed");
    draft.payload.set("code", plan.code);
    draft.payload.set("exercise", plan.is_exercise);
    draft.payload.set("plan", journal::to_hex(hash));
    draft.payload.set("files", TRY(keep_files(record, folder, draft)));
    draft.request_id = "adopt-" + journal::to_hex(hash);
    return draft;
}

Result<Adoption> adopt(Record& record, const std::filesystem::path& path, Again again,
                       bool is_exercise) {
    TRY(record.catch_up());
    if (!record.is_empty() && again == Again::no)
        return Error{ErrorCode::already_adopted, "this store already holds a strategy", ""};
    const auto folder = plan::folder_on_disk(path);
    Adoption adoption;
    adoption.compilation = plan::compile(folder);
    if (!adoption.compilation.plan)
        return faults_of(adoption.compilation);
    plan::Plan plan = *adoption.compilation.plan;
    plan.is_exercise = is_exercise;
    std::vector<journal::Draft> drafts{TRY(draft_adoption(record, folder, plan))};
    std::set<std::string> files;
    for (const auto& indicator : plan.indicators)
        files.insert(indicator.file);
    for (const auto& file : files) {
        const std::string bytes = TRY(folder(file));
        drafts.push_back(
            TRY(draft_load(record, console(), {file, bytes, "", plan.fiscal_year}, plan.from)));
        adoption.loaded.push_back(file);
    }
    const auto receipts = TRY(record.log().append_all(std::move(drafts)));
    adoption.receipt = receipts.front();
    TRY(record.catch_up());
    return adoption;
}

}  // namespace

std::string summary(const Adoption& adoption) {
    const auto& compilation = adoption.compilation;
    return fmt::format("adopted {} with {} targets, {} outcomes and {} warnings",
                       compilation.plan->code, compilation.targets, compilation.outcomes,
                       compilation.warnings);
}

trust::Principal console() {
    return {"console", "", {trust::Role::administrator}};
}

Result<Adoption> adopt_plan(Record& record, const std::filesystem::path& folder, Again again) {
    return adopt(record, folder, again, false);
}

Result<Adoption> adopt_exercise(Record& record, const std::filesystem::path& folder) {
    if (!record.is_empty())
        return Error{ErrorCode::not_an_exercise,
                     "expected an empty store for the exercise, found one with entries", ""};
    return adopt(record, folder, Again::no, true);
}

Result<WorkingPlanRequest> read_working_plan(const Json& body) {
    base::FieldReader fields{body, "body"};
    WorkingPlanRequest request;
    request.year = fields.string("year");
    request.activities = fields.optional_strings("activities");
    if (request.activities.empty())
        fields.fail(ErrorCode::json_missing_field, "activities",
                    "expected a list of at least one activity");
    request.decision = fields.string("decision");
    read_envelope(fields, request);
    TRY(fields.finish());
    return request;
}

Result<journal::Draft> draft_working_plan(const Answerable& moment,
                                          const trust::Principal& principal,
                                          const WorkingPlanRequest& request) {
    TRY(trust::require(principal, trust::Action::adopt));
    const plan::Plan& plan = *moment.plan->working;
    std::vector<Error> faults;
    for (const auto& code : request.activities) {
        (void)or_note(activity_named(plan, code), faults);
    }
    (void)day_of(moment, request, faults);
    if (request.activities.empty())
        faults.push_back({ErrorCode::no_such_activity, "expected at least one activity, found none",
                          "activities"});
    TRY(progress::as_result(std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "plan.adopted", "plan");
    draft.payload.set("what", "working");
    draft.payload.set("year", request.year);
    draft.payload.set("decision", request.decision);
    draft.payload.set("activities", Json::array_of(request.activities, [](const std::string& code) {
                          return Json{code};
                      }));
    draft.expects = journal::Expectation{0, {"plan"}};
    return draft;
}

Result<journal::Receipt> adopt_working_plan(Record& record, const trust::Principal& principal,
                                            const WorkingPlanRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_working_plan(moment, principal, request);
    });
}

}  // namespace app
