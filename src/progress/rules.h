#pragma once

#include "base/error.h"
#include "base/result.h"
#include "plan/plan.h"
#include "progress/calendar.h"
#include "progress/duty.h"
#include "progress/event.h"

#include <optional>
#include <string>
#include <vector>

namespace progress {

inline constexpr std::size_t evidence_bytes_max = std::size_t{25} << 20;

/// A piece of evidence as it is handed in; the file itself is kept by its hash.
struct Evidence {
    std::string title;
    std::size_t bytes = 0;
    Grade grade = Grade::none;
};

/// A progress report before it becomes an entry.
struct ReportDraft {
    base::Period period;
    std::string unit;  ///< empty: the target's own
    Claim claim;
    std::vector<std::pair<std::string, base::Decimal>> items;  ///< of an `each` target, in percent
    std::vector<Evidence> evidence;
    std::string explanation;
    SelfRating self_rating = SelfRating::none;
    base::Day effective_on;
};

/// Who does it, and on what.
struct Setting {
    const plan::Plan& plan;
    const plan::Activity& activity;
    const plan::Target& target;
    plan::InstitutionId institution;   ///< the actor's own
    std::optional<Calendar> calendar;  ///< absent: nobody has been asked
    base::Day today;
    /// Who led or supported the activity when the report was made, reported or contributed to it:
    /// an amendment since then makes nobody independent.
    std::vector<plan::InstitutionId> took_part = {};
    struct Reported {
        base::Period period;
        base::Day on;
    };
    std::vector<Reported> reported = {};  ///< longer periods for which a report stands
};

/// evidence_empty, evidence_too_large; nothing where the size is one that is kept.
std::optional<base::Error> size_fault(std::string_view title, std::size_t bytes, std::string where);

/// effective_in_future where the day lies after today.
std::optional<base::Error> day_fault(base::Day effective_on, base::Day today);

bool is_lead(const plan::Activity& activity, const plan::InstitutionId& institution);
bool is_supporter(const plan::Activity& activity, const plan::InstitutionId& institution);

/// Everything that is wrong with a report or contribution, in one pass; empty where it may stand.
/// Errors: not_lead, not_lead_nor_supporter, lead_is_open, period_not_asked, period_not_ended,
///         claim_does_not_fit, unit_mismatch, evidence_*, unknown_grade, effective_in_future,
///         period_covered, wrong_state (it was endorsed).
std::vector<base::Error> check_report(const Setting& setting, const DutyRecord& record,
                                      const ReportDraft& draft);
std::vector<base::Error> check_contribution(const Setting& setting, const ReportDraft& draft);

/// What the verifier, the lead or the council does with a report that was submitted.
struct ReviewDraft {
    base::Period period;
    EventKind kind = EventKind::verified;  ///< verified, returned, withdrawn or endorsed
    Grade grade = Grade::none;             ///< verified: as the verifier grades the evidence
    std::string reason;                    ///< returned, withdrawn: required
    std::string decision;                  ///< endorsed, reopened: the council's decision
    bool reopens = false;                  ///< returned: by the council, what it had endorsed
    base::Day effective_on;
};

/// Errors: reviewer_not_independent, not_the_named_verifier, not_lead, not_on_council, wrong_state,
///         reason_required, unknown_grade, effective_in_future, review_before_report.
std::vector<base::Error> check_review(const Setting& setting, const DutyRecord& record,
                                      const ReviewDraft& draft);

/// The value that a claim stands for: the value itself, 100 * numerator / denominator, or the
/// least of the items. Empty for a milestone.
base::Result<std::optional<base::Decimal>> value_of(const plan::Target& target, const Claim& claim);

/// All errors of a pass as one: the first, with the others in `also`.
base::Result<void> as_result(std::vector<base::Error> errors);

}  // namespace progress
