#include "app/adopt_plan.h"

#include "app/load_dataset.h"
#include "app/propose_changes.h"
#include "base/text.h"
#include "plan/amend.h"
#include "plan/json.h"
#include "progress/rules.h"

#include <fmt/format.h>

#include <algorithm>
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
    std::vector<std::string_view> names{plan::required_files.begin(), plan::required_files.end()};
    names.insert(names.end(), {plan::programmes_file, plan::statistics_file});
    for (const auto listed : names) {
        const std::string name{listed};
        const auto bytes = folder(name);
        if (!bytes.ok())
            continue;
        const journal::Hash hash = TRY(record.objects().put(bytes.value()));
        draft.attachments.push_back(hash);
        files.set(name, journal::to_hex(hash));
    }
    return files;
}

// A promise is not withdrawn by leaving it out: it would be gone from every count.
Result<void> check_promises(const std::vector<plan::Change>& changes,
                            const state::PlanInForce& in_force) {
    const plan::Plan& promised = *in_force.promised;
    std::vector<Error> faults;
    for (const auto& change : changes) {
        const bool is_promise = promised.find_target(plan::TargetId{change.subject}) != nullptr ||
                                promised.find_outcome(plan::TargetId{change.subject}) != nullptr ||
                                promised.find(plan::ActivityId{change.subject}) != nullptr;
        if (change.kind == plan::ChangeKind::removed && is_promise)
            faults.push_back({ErrorCode::promise_left_out,
                              fmt::format("{} was promised and is missing in the changed strategy",
                                          change.subject),
                              change.subject});
    }
    return progress::as_result(std::move(faults));
}

Result<void> check_calendar(const Record& record, const Answerable& moment,
                            const plan::Plan& plan) {
    const plan::Plan& before = *moment.plan->printed;
    if (plan.frequency == before.frequency && plan.grace_days == before.grace_days &&
        plan.from == before.from)
        return {};
    std::vector<Error> faults;
    for (const auto* target : moment.plan->working->targets()) {
        if (auto fault = late_fault(record, moment, *target, target->id.text()))
            faults.push_back(std::move(*fault));
    }
    return progress::as_result(std::move(faults));
}

// What the council amended goes on in the changed strategy; where it no longer fits, the strategy
// is not adopted, for a decision is undone by decision only.
Result<void> check_amendments(const state::PlanInForce& in_force, const plan::Plan& plan) {
    std::vector<Error> faults;
    plan::Plan amended = plan;
    for (const auto& amendment : in_force.amendments) {
        auto applied = plan::apply(amended, {amendment.subject, *amendment.changes});
        if (applied.ok())
            amended = std::move(applied).value();
        else
            faults.push_back({ErrorCode::invalid_amendment,
                              fmt::format("the amendment of entry {} no longer fits: {}",
                                          amendment.seq, applied.error().message),
                              amendment.subject});
    }
    return progress::as_result(std::move(faults));
}

Result<journal::Draft> draft_adoption(Record& record, const plan::FolderReader& folder,
                                      const plan::Plan& plan, Adoption& adoption) {
    journal::Draft draft;
    const std::string compiled = plan::to_json(plan).canonical();
    const journal::Hash hash = journal::sha256(compiled);
    draft.actor = console().actor;
    draft.kind = "plan.adopted";
    draft.subject = "plan";
    draft.payload.set("v", 1);
    draft.payload.set("what", "printed");
    draft.payload.set("code", plan.code);
    draft.payload.set("exercise", plan.is_exercise);
    draft.payload.set("plan", journal::to_hex(hash));
    draft.request_id = "adopt-" + journal::to_hex(hash);
    // The plan is in force from the first day of its horizon, however late this record began; what
    // takes its place counts from the day on which it does, so that the past stays as it was.
    draft.effective_on = plan.from;
    if (!record.is_empty()) {
        const auto moment = TRY(record.now());
        adoption.changes = plan::difference(*moment.plan->printed, plan);
        if (adoption.changes.empty())
            return Error{ErrorCode::nothing_to_change, "the strategy in force is the same already",
                         ""};
        TRY(check_promises(adoption.changes, *moment.plan));
        TRY(check_calendar(record, moment, plan));
        TRY(check_amendments(*moment.plan, plan));
        draft.effective_on = moment.today;
        draft.request_id += fmt::format("-after-{}", moment.plan->adopted_by);
        const auto difference =
            Json::array_of(adoption.changes, [](const auto& change) { return to_json(change); });
        const journal::Hash kept = TRY(record.objects().put(difference.canonical()));
        draft.attachments.push_back(kept);
        draft.payload.set("difference", journal::to_hex(kept));
        draft.payload.set("changes", static_cast<std::int64_t>(adoption.changes.size()));
    }
    draft.attachments.push_back(TRY(record.objects().put(compiled)));
    draft.payload.set("files", TRY(keep_files(record, folder, draft)));
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
    // An exercise stays one, whatever is adopted in it.
    plan.is_exercise =
        is_exercise || (!record.is_empty() && TRY(record.now()).plan->printed->is_exercise);
    std::vector<journal::Draft> drafts{TRY(draft_adoption(record, folder, plan, adoption))};
    std::set<std::string> files;
    for (const auto& indicator : plan.indicators)
        files.insert(indicator.file);
    if (plan.statistics)
        files.insert(plan.statistics->files.begin(), plan.statistics->files.end());
    for (const auto& file : files) {
        const std::string bytes = TRY(folder(file));
        if (was_loaded(record, bytes))
            continue;
        drafts.push_back(
            TRY(draft_load(record, console(), {{}, file, bytes, "", plan.fiscal_year}, plan.from)));
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
    auto text = fmt::format("adopted {} with {} targets, {} outcomes and {} warnings",
                            compilation.plan->code, compilation.targets, compilation.outcomes,
                            compilation.warnings);
    for (const auto& change : adoption.changes) {
        const auto word = plan::word(change.kind);
        text += change.field.empty() ? fmt::format("\n{} {}", change.subject, word)
                                     : fmt::format("\n{} {} {}: {}", change.subject, change.field,
                                                   word, plan::arrow(change));
    }
    return text;
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

WorkingPlanRequest read_working_plan(const Json& body) {
    base::FieldReader fields{body, "body"};
    WorkingPlanRequest request;
    request.year = fields.string("year");
    request.activities = fields.optional_strings("activities");
    if (request.activities.empty())
        fields.fail(ErrorCode::json_missing_field, "activities",
                    "expected a list of at least one activity");
    request.decision = fields.string("decision");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

void check_year(const plan::Plan& plan, const std::string& text, std::vector<Error>& faults) {
    const auto year = base::Period::parse(text, plan.fiscal_year);
    const bool is_year = year.ok() && year->frequency() == base::Frequency::year;
    if (!is_year || year->last_day() < plan.from || year->first_day() > plan.until)
        faults.push_back(
            {ErrorCode::invalid_period,
             fmt::format("expected a year of the strategy, {} to {}, found \"{}\"",
                         base::to_string(plan.from), base::to_string(plan.until), text),
             "year"});
}

}  // namespace

namespace {

// A lead that is proposed comes into force with the working plan.
bool proposes_lead(const Answerable& moment, const std::string& activity) {
    return std::ranges::any_of(moment.plan->proposed, [&](const plan::ProposedChange& change) {
        return change.is_pending() && change.subject == activity &&
               change.changes->find("lead") != nullptr;
    });
}

}  // namespace

Result<journal::Draft> draft_working_plan(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const WorkingPlanRequest& request) {
    TRY(trust::require(principal, trust::Action::adopt));
    const plan::Plan& plan = *moment.plan->working;
    std::vector<Error> faults;
    for (std::size_t i = 0; i < request.activities.size(); ++i) {
        auto named = activity_named(plan, request.activities[i]);
        if (!named.ok())
            faults.push_back(
                {named.error().code, named.error().message, fmt::format("activities[{}]", i)});
        else if (!named.value()->lead.is_stated() && !proposes_lead(moment, request.activities[i]))
            faults.push_back({ErrorCode::lead_is_open,
                              fmt::format("nobody leads {}, so nobody would be asked; decide its "
                                          "lead first",
                                          request.activities[i]),
                              fmt::format("activities[{}]", i)});
    }
    check_envelope(moment, principal, request, faults);
    check_year(plan, request.year, faults);
    check_authority(record, moment, request.decision, request.activities, day_of(moment, request),
                    faults);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < request.activities.size(); ++i) {
        if (!seen.insert(request.activities[i]).second)
            faults.push_back({ErrorCode::invalid_argument,
                              fmt::format("activity {} stands twice", request.activities[i]),
                              fmt::format("activities[{}]", i)});
    }
    if (request.activities.empty())
        faults.push_back({ErrorCode::no_such_activity, "expected at least one activity, found none",
                          "activities"});
    const auto standing = standing_of(record, moment);
    const auto* decision = standing->find_decision(request.decision);
    const auto proposals = waiting_proposals(*moment.plan, request.activities,
                                             decision != nullptr ? decision->seq : 0);
    const auto after = with_proposals(plan, proposals);
    if (!after.ok())
        faults.push_back(after.error());
    TRY(settle(request, std::move(faults)));
    auto draft = begin_draft(moment, principal, request, "plan.adopted", "plan");
    draft.payload.set("what", "working");
    draft.payload.set("year", request.year);
    draft.payload.set("decision", request.decision);
    draft.payload.set("activities", Json::array_of(request.activities, [](const std::string& code) {
                          return Json{code};
                      }));
    if (!proposals.empty()) {
        draft.payload.set("proposals",
                          Json::array_of(proposals, [](const plan::ProposedChange* change) {
                              return Json{change->seq};
                          }));
        std::string adopts;
        for (const auto* change : proposals) {
            const auto part = readable_difference(plan, after.value(), change->subject);
            adopts += (adopts.empty() || part.empty() ? "" : "; ") + part;
        }
        draft.payload.set("adopts", adopts);
    }
    draft.expects = journal::Expectation{0, {"plan"}};
    return draft;
}

Result<journal::Receipt> adopt_working_plan(Record& record, const trust::Principal& principal,
                                            const WorkingPlanRequest& request) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_working_plan(record, moment, principal, request);
    });
}

}  // namespace app
