#include "progress/rules.h"

#include "base/percent.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace progress {
namespace {

using base::Error;
using base::ErrorCode;
using plan::Measure;

class Faults {
  public:
    void add(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), std::move(where)});
    }
    void add(Error error) { errors_.push_back(std::move(error)); }
    std::vector<Error> take() { return std::move(errors_); }

  private:
    std::vector<Error> errors_;
};

std::string name_of(const plan::Plan& plan, const plan::InstitutionId& id) {
    const auto* institution = plan.find(id);
    return institution != nullptr ? institution->name : id.text();
}

void check_day(const Setting& setting, base::Day effective_on, Faults& faults) {
    if (auto fault = day_fault(effective_on, setting.today))
        faults.add(std::move(*fault));
}

void check_period(const Setting& setting, const base::Period& period, base::Day effective_on,
                  Faults& faults) {
    if (!setting.calendar) {
        faults.add(ErrorCode::period_not_asked,
                   fmt::format("nobody has been asked for {} yet: its lead has not confirmed "
                               "activity {} and no working plan holds it",
                               setting.target.id.text(), setting.activity.code.text()),
                   "period");
        return;
    }
    const Calendar& calendar = *setting.calendar;
    if (!calendar.asks(period))
        faults.add(ErrorCode::period_not_asked,
                   fmt::format("expected a {} from {} to {}, found {}", name(calendar.frequency),
                               calendar.first().text(), calendar.last().text(), period.text()),
                   "period");
    else if (period.first_day() > setting.today)
        faults.add(ErrorCode::period_not_ended,
                   fmt::format("{} begins on {}, after today", period.text(),
                               base::to_string(period.first_day())),
                   "period");
    else if (period.first_day() > effective_on)
        faults.add(ErrorCode::period_not_ended,
                   fmt::format("{} begins on {}, after the day from which the report counts, {}",
                               period.text(), base::to_string(period.first_day()),
                               base::to_string(effective_on)),
                   "effective_on");
    const auto wider = std::ranges::find_if(setting.reported, [&](const Setting::Reported& other) {
        return covers(other.period, other.on, period);
    });
    if (wider != setting.reported.end())
        faults.add(
            ErrorCode::period_covered,
            fmt::format("the report for {} speaks of {} too: report {} again, or withdraw it",
                        wider->period.text(), period.text(), wider->period.text()),
            "period");
}

void check_parts(const Claim& claim, Faults& faults) {
    if (claim.numerator.has_value() != claim.denominator.has_value()) {
        faults.add(ErrorCode::claim_does_not_fit,
                   "a share has both parts: a numerator and a denominator",
                   claim.numerator ? "denominator" : "numerator");
        return;
    }
    if (!claim.denominator)
        return;
    if (*claim.denominator <= base::Decimal{})
        faults.add(
            ErrorCode::claim_does_not_fit,
            fmt::format("expected a denominator above 0, found {}", claim.denominator->text()),
            "denominator");
    else if (claim.numerator->is_negative() || *claim.numerator > *claim.denominator)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("expected a numerator from 0 to {}, found {}",
                               claim.denominator->text(), claim.numerator->text()),
                   "numerator");
}

bool is_share(Measure measure) {
    return measure == Measure::share || measure == Measure::survey_share;
}

bool is_percent(Measure measure) {
    return is_share(measure) || measure == Measure::each;
}

void check_value(const plan::Target& target, const base::Decimal& value, Faults& faults) {
    const Measure measure = *target.measure;
    if (value.is_negative() && measure != Measure::level)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("expected a value of 0 or more, found {}", value.text()), "value");
    if (is_percent(measure) && value > base::Decimal{100})
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("expected a percentage up to 100, found {}", value.text()), "value");
    const bool counts = measure == Measure::count || measure == Measure::count_per_year;
    if (counts && value.trimmed().scale() > 0)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("expected a whole number of {}, found {}",
                               target.unit.is_stated() ? *target.unit : "things", value.text()),
                   "value");
}

// A share keeps both of its parts; a value beside them must be theirs, as far as it is rounded.
void check_both(const plan::Target& target, const Claim& claim, Faults& faults) {
    if (*target.measure == Measure::share && claim.value && !claim.numerator && !claim.denominator)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("{} is a share: expected a numerator and a denominator, found only "
                               "its value",
                               target.id.text()),
                   "numerator");
    if (!claim.value || !claim.numerator || !claim.denominator)
        return;
    const auto share = value_of(target, {{}, claim.numerator, claim.denominator, {}});
    if (!share.ok() || !share.value())
        return;
    const double unit = std::pow(10.0, -claim.value->scale());
    if (std::abs(share.value()->to_double() - claim.value->to_double()) > 0.5001 * unit)
        faults.add(
            ErrorCode::claim_does_not_fit,
            fmt::format("expected {} as the value of {} of {}, found {}", share.value()->text(),
                        claim.numerator->text(), claim.denominator->text(), claim.value->text()),
            "value");
}

void check_milestone(const plan::Target& target, const ReportDraft& draft, Faults& faults) {
    if (!draft.claim.done)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("{} is a milestone: expected done or not done", target.id.text()),
                   "done");
    if (draft.claim.value || draft.claim.numerator || !draft.items.empty())
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("{} is a milestone and takes no value", target.id.text()), "value");
}

void check_claim(const plan::Target& target, const ReportDraft& draft, Faults& faults) {
    if (!target.measure.is_stated()) {
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("the plan leaves the measure of {} open", target.id.text()),
                   "measure");
        return;
    }
    if (*target.measure == Measure::milestone)
        return check_milestone(target, draft, faults);
    const Claim& claim = draft.claim;
    if (claim.done)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("{} is measured by a value, not by done", target.id.text()), "done");
    if (!draft.unit.empty() && target.unit.is_stated() && draft.unit != *target.unit)
        faults.add(ErrorCode::unit_mismatch,
                   fmt::format("expected {}, found {}", *target.unit, draft.unit), "unit");
    if (claim.numerator || claim.denominator) {
        if (!is_share(*target.measure))
            faults.add(ErrorCode::claim_does_not_fit,
                       fmt::format("{} is no share and has no numerator", target.id.text()),
                       "numerator");
        else
            check_parts(claim, faults);
    }
    if (!draft.items.empty() && *target.measure != Measure::each)
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("{} has no list of items", target.id.text()), "items");
    for (const auto& [name, value] : draft.items) {
        if (value.is_negative() || value > base::Decimal{100})
            faults.add(ErrorCode::claim_does_not_fit,
                       fmt::format("expected a percentage from 0 to 100 for \"{}\", found {}", name,
                                   value.text()),
                       "items");
    }
    check_both(target, claim, faults);
    if (claim.value)
        check_value(target, *claim.value, faults);
    else if (!claim.numerator && draft.items.empty())
        faults.add(ErrorCode::claim_does_not_fit,
                   fmt::format("a report of {} needs a value", target.id.text()), "value");
}

void check_evidence(const ReportDraft& draft, Faults& faults) {
    for (std::size_t i = 0; i < draft.evidence.size(); ++i) {
        const Evidence& evidence = draft.evidence[i];
        const auto where = fmt::format("evidence[{}]", i);
        if (const auto fault = size_fault(evidence.title, evidence.bytes, where))
            faults.add(fault->code, fault->message, fault->where);
        if (evidence.grade == Grade::none)
            faults.add(ErrorCode::unknown_grade, "expected a grade from A to D, found none", where);
    }
}

void check_content(const Setting& setting, const ReportDraft& draft, Faults& faults) {
    check_day(setting, draft.effective_on, faults);
    check_period(setting, draft.period, draft.effective_on, faults);
    check_claim(setting.target, draft, faults);
    check_evidence(draft, faults);
}

}  // namespace

std::optional<Error> size_fault(std::string_view title, std::size_t bytes, std::string where) {
    if (bytes == 0)
        return Error{ErrorCode::evidence_empty,
                     fmt::format("the evidence \"{}\" has 0 bytes", title), std::move(where)};
    if (bytes > evidence_bytes_max)
        return Error{ErrorCode::evidence_too_large,
                     fmt::format("expected at most {} bytes, found {} in \"{}\"",
                                 evidence_bytes_max, bytes, title),
                     std::move(where)};
    return std::nullopt;
}

std::optional<Error> day_fault(base::Day effective_on, base::Day today) {
    if (effective_on <= today)
        return std::nullopt;
    return Error{ErrorCode::effective_in_future,
                 fmt::format("expected a day up to {}, found {}", base::to_string(today),
                             base::to_string(effective_on)),
                 "effective_on"};
}

bool is_lead(const plan::Activity& activity, const plan::InstitutionId& institution) {
    return activity.lead.is_stated() && *activity.lead == institution;
}

bool is_supporter(const plan::Activity& activity, const plan::InstitutionId& institution) {
    return std::ranges::find(activity.support, institution) != activity.support.end();
}

std::vector<Error> check_report(const Setting& setting, const DutyRecord& record,
                                const ReportDraft& draft) {
    Faults faults;
    if (record.state == DutyState::endorsed)
        faults.add(ErrorCode::wrong_state,
                   fmt::format("the council endorsed the report of {} for {}; it is reported again "
                               "once the council reopens it",
                               setting.target.id.text(), draft.period.text()),
                   "period");
    const plan::Activity& activity = setting.activity;
    if (!activity.lead.is_stated())
        faults.add(
            ErrorCode::lead_is_open,
            fmt::format("the plan leaves the lead of activity {} open", activity.code.text()),
            "institution");
    else if (is_supporter(activity, setting.institution))
        faults.add(ErrorCode::not_lead,
                   fmt::format("{} supports activity {}: it contributes, and the lead, {}, submits",
                               name_of(setting.plan, setting.institution), activity.code.text(),
                               name_of(setting.plan, *activity.lead)),
                   "institution");
    else if (!is_lead(activity, setting.institution))
        faults.add(ErrorCode::not_lead_nor_supporter,
                   fmt::format("{} neither leads nor supports activity {}; its lead is {}",
                               name_of(setting.plan, setting.institution), activity.code.text(),
                               name_of(setting.plan, *activity.lead)),
                   "institution");
    check_content(setting, draft, faults);
    return faults.take();
}

std::vector<Error> check_contribution(const Setting& setting, const ReportDraft& draft) {
    Faults faults;
    if (!is_supporter(setting.activity, setting.institution))
        faults.add(
            ErrorCode::not_lead_nor_supporter,
            fmt::format("{} does not support activity {}; only supporters contribute",
                        name_of(setting.plan, setting.institution), setting.activity.code.text()),
            "institution");
    check_content(setting, draft, faults);
    return faults.take();
}

namespace {

void check_verifier(const Setting& setting, Faults& faults) {
    const plan::Activity& activity = setting.activity;
    const bool took_part =
        std::ranges::find(setting.took_part, setting.institution) != setting.took_part.end();
    if (took_part && !is_lead(activity, setting.institution) &&
        !is_supporter(activity, setting.institution))
        faults.add(ErrorCode::reviewer_not_independent,
                   fmt::format("{} took part in this report, or led or supported activity {} when "
                               "it was made, and cannot judge it",
                               name_of(setting.plan, setting.institution), activity.code.text()),
                   "institution");
    else if (is_lead(activity, setting.institution) || is_supporter(activity, setting.institution))
        faults.add(ErrorCode::reviewer_not_independent,
                   fmt::format("{} {} activity {} and cannot judge its report",
                               name_of(setting.plan, setting.institution),
                               is_lead(activity, setting.institution) ? "leads" : "supports",
                               activity.code.text()),
                   "institution");
    else if (setting.target.verifier && *setting.target.verifier != setting.institution)
        faults.add(ErrorCode::not_the_named_verifier,
                   fmt::format("{} is verified by {}, not by {}", setting.target.id.text(),
                               name_of(setting.plan, *setting.target.verifier),
                               name_of(setting.plan, setting.institution)),
                   "institution");
}

std::string_view found_word(const Setting& setting, const DutyRecord& record,
                            const base::Period& period) {
    if (!record.latest && record.contributions > 0)
        return "contributed to, and waiting for the lead";
    switch (state_on(record, setting.calendar, period, setting.today)) {
        case DutyState::not_asked:
            return "not asked";
        case DutyState::not_yet:
            return "not due yet";
        case DutyState::due:
            return "due, and not reported";
        case DutyState::overdue:
            return "overdue, and not reported";
        default:
            return word(record.state);
    }
}

void check_state(const Setting& setting, const DutyRecord& record, const ReviewDraft& draft,
                 Faults& faults) {
    const EventKind kind = draft.kind;
    bool fits = false;
    switch (kind) {
        case EventKind::verified:
        case EventKind::returned:
            fits = record.state == (draft.reopens ? DutyState::endorsed : DutyState::submitted);
            break;
        case EventKind::withdrawn:
            fits = record.state == DutyState::submitted || record.state == DutyState::returned;
            break;
        case EventKind::endorsed:
            fits = record.state == DutyState::verified;
            break;
        default:
            break;
    }
    if (!fits)
        faults.add(ErrorCode::wrong_state,
                   fmt::format("expected a report that is {}, found {} for {}: {}",
                               kind == EventKind::endorsed    ? "verified"
                               : kind == EventKind::withdrawn ? "submitted or returned"
                               : draft.reopens                ? "endorsed"
                                                              : "submitted",
                               setting.target.id.text(), draft.period.text(),
                               found_word(setting, record, draft.period)),
                   "period");
}

void check_council(const Setting& setting, Faults& faults) {
    const auto& seats = setting.plan.council.seats;
    if (std::ranges::find(seats, setting.institution, &plan::Seat::institution) == seats.end())
        faults.add(ErrorCode::not_on_council,
                   fmt::format("{} has no seat on the council, which alone endorses and reopens",
                               name_of(setting.plan, setting.institution)),
                   "institution");
}

void check_order(const DutyRecord& record, const ReviewDraft& draft, Faults& faults) {
    const bool follows_verification =
        (draft.kind == EventKind::endorsed || draft.reopens) && record.verified_on.has_value();
    if (follows_verification && draft.effective_on < *record.verified_on)
        faults.add(
            ErrorCode::review_before_report,
            fmt::format("expected a day from {}, on which it was verified, found {}",
                        base::to_string(*record.verified_on), base::to_string(draft.effective_on)),
            "effective_on");
    else if (record.latest && draft.effective_on < record.latest->on)
        faults.add(
            ErrorCode::review_before_report,
            fmt::format("expected a day from {}, on which the report counts, found {}",
                        base::to_string(record.latest->on), base::to_string(draft.effective_on)),
            "effective_on");
}

}  // namespace

std::vector<Error> check_review(const Setting& setting, const DutyRecord& record,
                                const ReviewDraft& draft) {
    Faults faults;
    check_day(setting, draft.effective_on, faults);
    check_order(record, draft, faults);
    check_state(setting, record, draft, faults);
    const bool judges =
        draft.kind == EventKind::verified || (draft.kind == EventKind::returned && !draft.reopens);
    if (judges)
        check_verifier(setting, faults);
    if (draft.kind == EventKind::endorsed || draft.reopens)
        check_council(setting, faults);
    if (draft.kind == EventKind::withdrawn && !is_lead(setting.activity, setting.institution))
        faults.add(ErrorCode::not_lead, "only the lead withdraws its own report", "institution");
    const bool needs_reason =
        draft.kind == EventKind::returned || draft.kind == EventKind::withdrawn;
    if (needs_reason && base::is_blank(draft.reason))
        faults.add(ErrorCode::reason_required, "expected a reason, found none", "reason");
    if ((draft.kind == EventKind::endorsed || draft.reopens) && base::is_blank(draft.decision))
        faults.add(ErrorCode::reason_required, "expected the council's decision, found none",
                   "decision");
    const bool lacks_evidence = record.latest && record.latest->grade == Grade::none;
    if (draft.kind == EventKind::verified && draft.grade < Grade::d && lacks_evidence)
        faults.add(ErrorCode::evidence_required,
                   fmt::format("grade {} needs evidence, and the report brings none: return it, or "
                               "verify it as a statement of grade D",
                               word(draft.grade)),
                   "grade");
    if (draft.kind == EventKind::verified && draft.grade == Grade::none)
        faults.add(ErrorCode::unknown_grade,
                   "a verifier grades the evidence from A to D; found no grade", "grade");
    return faults.take();
}

base::Result<std::optional<base::Decimal>> value_of(const plan::Target& target,
                                                    const Claim& claim) {
    const bool is_milestone = target.measure.is_stated() && *target.measure == Measure::milestone;
    if (is_milestone)
        return std::optional<base::Decimal>{};
    if (claim.numerator && claim.denominator)
        return std::optional{
            TRY(base::percent_of(*claim.numerator, *claim.denominator, 4)).value.trimmed()};
    return claim.value;
}

base::Result<void> as_result(std::vector<Error> errors) {
    if (errors.empty())
        return {};
    return base::all_in_one(std::move(errors));
}

}  // namespace progress
