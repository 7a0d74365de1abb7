#include "app/report_progress.h"

#include "app/target_status.h"
#include "base/text.h"
#include "status/judgement.h"
#include "status/status.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

// An `each` target is as far as the item that is least far.
void derive_value(ReportRequest& request) {
    if (request.value || request.items.empty())
        return;
    const auto least =
        std::ranges::min_element(request.items, {}, &std::pair<std::string, base::Decimal>::second);
    request.value = least->second;
}

std::string declared_breakdowns(const plan::Target& target) {
    if (target.breakdowns.empty())
        return "no breakdown";
    return fmt::format("breakdowns such as {}=...", target.breakdowns.front());
}

// The parts of a breakdown add up to the value.
void check_breakdown(const plan::Target& target, const ReportRequest& request,
                     std::vector<Error>& faults) {
    std::map<std::string, base::Decimal> sums;
    for (const auto& [name, value] : request.breakdown) {
        const auto dimension = name.substr(0, name.find('='));
        if (name.find('=') == std::string::npos ||
            std::ranges::find(target.breakdowns, dimension) == target.breakdowns.end()) {
            faults.push_back({ErrorCode::claim_does_not_fit,
                              fmt::format("{} declares {}; found \"{}\"", target.id.text(),
                                          declared_breakdowns(target), name),
                              "breakdown." + name});
            continue;
        }
        const auto sum = base::add(sums[dimension], value);
        if (sum.ok())
            sums[dimension] = sum.value();
    }
    for (const auto& [dimension, sum] : sums) {
        if (!request.value || sum != *request.value)
            faults.push_back(
                {ErrorCode::claim_does_not_fit,
                 fmt::format("expected the parts by {} to add up to {}, found {}", dimension,
                             request.value ? request.value->text() : "a value", sum.text()),
                 "breakdown"});
    }
}

bool is_behind(const Record& record, const Answerable& moment, const Located& located,
               const progress::ReportDraft& draft) {
    auto input = target_input(record, moment, *located.activity, *located.target);
    progress::DutyRecord claimed;
    claimed.latest = progress::Submission{
        0, moment.today, draft.claim, progress::Grade::none, draft.self_rating, 0};
    claimed.state = progress::DutyState::submitted;
    std::erase_if(input.duties,
                  [&](const progress::Duty& duty) { return duty.period == draft.period; });
    const auto place = std::ranges::find_if(input.duties, [&](const progress::Duty& duty) {
        return duty.period.last_day() > draft.period.last_day();
    });
    input.duties.insert(place, {draft.period, claimed});
    const auto judged = status::assess(input);
    return judged.status == status::Status::missed ||
           (judged.ratio && *judged.ratio < status::on_track_from);
}

}  // namespace

ReportRequest read_report(const Json& body) {
    base::FieldReader fields{body, "body"};
    ReportRequest request;
    request.target = fields.string("target");
    request.period = fields.string("period");
    request.value = fields.optional_decimal("value");
    request.numerator = fields.optional_decimal("numerator");
    request.denominator = fields.optional_decimal("denominator");
    request.done = fields.optional_boolean("done");
    request.items = read_amounts(fields, "items");
    request.breakdown = read_amounts(fields, "breakdown");
    request.unit = fields.optional_string("unit").value_or("");
    request.narrative = fields.optional_string("narrative").value_or("");
    request.explanation = fields.optional_string("explanation").value_or("");
    request.evidence = read_evidence(fields);
    request.self_rating = fields.optional_string("self_rating").value_or("");
    read_envelope(fields, request);
    finish(fields, request);
    return request;
}

namespace {

struct Checked {
    Located located;
    base::Period period;
    progress::ReportDraft draft;
    ReadEvidence evidence;
};

Result<Checked> check(const Record& record, const Answerable& moment,
                      const trust::Principal& principal, const ReportRequest& request,
                      ReportKind kind) {
    Checked checked;
    std::vector<Error> faults;
    const plan::Plan& plan = *moment.plan->working;
    checked.located = or_note(locate(plan, request.target), faults);
    checked.period = or_note(parse_report_period(plan, request.period), faults);
    // Who acts for no institution acts for the lead, which is not known where the target is not.
    plan::InstitutionId institution;
    if (checked.located.target != nullptr || !principal.institution.empty())
        institution = or_note(institution_named(plan, principal.institution), faults);
    progress::ReportDraft& draft = checked.draft;
    draft.period = checked.period;
    draft.unit = request.unit;
    draft.claim = {request.value, request.numerator, request.denominator, request.done};
    draft.items = request.items;
    draft.explanation = request.explanation;
    check_envelope(moment, principal, request, faults);
    draft.effective_on = day_of(moment, request);
    if (!request.self_rating.empty()) {
        const auto rating = progress::parse_self_rating(request.self_rating);
        if (rating)
            draft.self_rating = *rating;
        else
            faults.push_back({ErrorCode::unknown_rating,
                              fmt::format("expected on_track, at_risk, off_track or met, found "
                                          "\"{}\"",
                                          request.self_rating),
                              "self_rating"});
    }
    checked.evidence = look_at_evidence(record, request.evidence, faults);
    draft.evidence = checked.evidence.pieces;
    if (checked.located.target != nullptr) {
        auto setting = setting_of(moment, checked.located, institution);
        for (const auto& duty : record.state().wider_duties(checked.located.target->id,
                                                            checked.period, moment.known)) {
            if (duty.record.latest)
                setting.reported.push_back({duty.period, duty.record.latest->on});
        }
        const auto duty =
            record.state().duty(checked.located.target->id, checked.period, moment.known);
        add_new(faults, kind == ReportKind::report ? progress::check_report(setting, duty, draft)
                                                   : progress::check_contribution(setting, draft));
        check_breakdown(*checked.located.target, request, faults);
    }
    if (faults.empty() && request.faults.empty() && kind == ReportKind::report &&
        base::is_blank(request.explanation) && is_behind(record, moment, checked.located, draft))
        faults.push_back({ErrorCode::explanation_required,
                          "this report is behind the plan: expected an explanation, found none",
                          "explanation"});
    TRY(settle(request, std::move(faults)));
    return checked;
}

}  // namespace

Result<journal::Draft> draft_report(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal, const ReportRequest& given,
                                    ReportKind kind) {
    TRY(trust::require(
        principal, kind == ReportKind::report ? trust::Action::report : trust::Action::contribute));
    ReportRequest request = given;
    derive_value(request);
    const Checked checked = TRY(check(record, moment, principal, request, kind));
    auto draft =
        begin_draft(moment, principal, request,
                    kind == ReportKind::report ? "progress.reported" : "progress.contributed",
                    duty_subject(checked.located.target->id, checked.period));
    TRY(attach_evidence(record, draft, checked.evidence, request.evidence));
    Json& payload = draft.payload;
    payload.set("target", checked.located.target->id.text());
    payload.set("period", checked.period.text());
    const auto set_decimal = [&](const char* key, const std::optional<base::Decimal>& value) {
        if (value)
            payload.set(key, value->text());
    };
    set_decimal("value", request.value);
    set_decimal("numerator", request.numerator);
    set_decimal("denominator", request.denominator);
    if (request.done)
        payload.set("done", *request.done);
    if (!request.items.empty())
        payload.set("items", amounts_json(request.items));
    if (!request.breakdown.empty())
        payload.set("breakdown", amounts_json(request.breakdown));
    if (checked.draft.self_rating != progress::SelfRating::none)
        payload.set("self_rating", progress::word(checked.draft.self_rating));
    if (!request.narrative.empty())
        payload.set("narrative", vaulted(draft, request.narrative));
    if (!request.explanation.empty())
        payload.set("explanation", vaulted(draft, request.explanation));
    draft.expects = duty_expectation(checked.located, draft.subject);
    return draft;
}

Result<journal::Receipt> report_progress(Record& record, const trust::Principal& principal,
                                         const ReportRequest& request, ReportKind kind) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft_report(record, moment, principal, request, kind);
    });
}

}  // namespace app
