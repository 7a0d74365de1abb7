#pragma once

#include "app/record.h"
#include "council/rules.h"
#include "progress/rules.h"
#include "trust/rights.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// The target that a request names, with its activity, in the plan that is in force.
struct Located {
    const plan::Activity* activity = nullptr;
    const plan::Target* target = nullptr;
};

/// Errors: no_such_target, measured_by_statistics.
Result<Located> locate(const plan::Plan& plan, std::string_view target);

/// Errors: unknown_institution, with the nearest name as a hint.
Result<plan::InstitutionId> institution_named(const plan::Plan& plan, std::string_view name);

/// How reports are asked of a target; absent where nobody has been asked.
std::optional<progress::Calendar> calendar_of(const state::PlanInForce& plan,
                                              const plan::Target& target);

progress::Setting setting_of(const Answerable& moment, const Located& located,
                             const plan::InstitutionId& institution);

/// wrong_state where a report of the target is late: another calendar would take that back.
std::optional<base::Error> late_fault(const Record& record, const Answerable& moment,
                                      const plan::Target& target, std::string where);

/// "1.1.1-1@2024-Q1": what entries about one duty have as subject.
std::string duty_subject(const plan::TargetId& target, const base::Period& period);

/// A decision about a duty also rests on the plan.
journal::Expectation duty_expectation(const Located& located, const std::string& subject);

/// A period of the reporting calendar. Errors: invalid_period.
Result<base::Period> parse_report_period(const plan::Plan& plan, std::string_view text);

/// The value, or an empty one with its error noted: for checks that say all in one pass.
template <typename T>
T or_note(Result<T> result, std::vector<base::Error>& faults) {
    if (result.ok())
        return std::move(result).value();
    faults.push_back(std::move(result).error());
    return T{};
}

/// Adds further faults of a field only where the field was not found wrong before: a rule about an
/// institution that does not exist would say nothing new.
void add_new(std::vector<base::Error>& faults, std::vector<base::Error> more);

/// Errors: no_such_activity, with the nearest code as a hint.
Result<const plan::Activity*> activity_named(const plan::Plan& plan, std::string_view code);

/// What every request to write has.
struct Envelope {
    std::optional<base::Day> effective_on = {};  ///< today where absent
    std::string request_id = {};                 ///< a repeated request is the same entry
    /// What was wrong with its fields as they came in; the action tells them with what it finds.
    std::vector<base::Error> faults = {};
};

/// Its two fields among those of a body.
void read_envelope(base::FieldReader& fields, Envelope& envelope);
/// A day under that name; one that is none is noted.
std::optional<base::Day> read_day(base::FieldReader& fields, std::string_view key);
/// Notes all that was wrong with the fields of the body.
void finish(base::FieldReader& fields, Envelope& envelope);

/// The day from which the request counts.
inline base::Day day_of(const Answerable& moment, const Envelope& envelope) {
    return envelope.effective_on.value_or(moment.today);
}

/// Notes identifiers that are none, and a day that lies after today, before the strategy, or, for
/// who may not enter earlier days, before today.
void check_envelope(const Answerable& moment, const trust::Principal& principal,
                    const Envelope& envelope, std::vector<base::Error>& faults);

/// All faults as one error: those of the fields as they came in, and those that were found where
/// none was known.
Result<void> settle(const Envelope& envelope, std::vector<base::Error> faults);

/// Notes where a title is blank, longer than 200 characters, or holds a line break or a character
/// that is not seen: it stands in the entry for all to read.
void check_title(std::string_view text, std::string where, std::vector<base::Error>& faults);

/// Notes where a code that people choose is none: at most 32 letters, digits and . _ : / -.
void check_code(std::string_view text, std::string where, std::vector<base::Error>& faults);

/// The council as the moment knows it.
std::shared_ptr<const council::Standing> standing_of(const Record& record,
                                                     const Answerable& moment);

/// Notes what is wrong with resting a change of these subjects on that decision.
void check_authority(const Record& record, const Answerable& moment, const std::string& decision,
                     const std::vector<std::string>& subjects, base::Day day,
                     std::vector<base::Error>& faults);

/// The institution that serves as the council's secretariat; empty where the plan names none.
std::string secretariat_of(const Record& record);

/// The institution for which somebody acts, by its code; one that is unknown or not named is noted.
plan::InstitutionId acting_institution(const Answerable& moment, const trust::Principal& principal,
                                       std::vector<base::Error>& faults);

/// Whether somebody acts for the council's secretariat: in that role, or for its institution.
bool is_secretariat(const Answerable& moment, const trust::Principal& principal);

/// The institutions that are named, by code; those that are none are noted.
std::vector<plan::InstitutionId> institutions_named(const plan::Plan& plan,
                                                    const std::vector<std::string>& names,
                                                    std::string_view where,
                                                    std::vector<base::Error>& faults);

/// The entry that a request becomes, but for its payload, which begins with its version.
journal::Draft begin_draft(const Answerable& moment, const trust::Principal& principal,
                           const Envelope& envelope, std::string_view kind, std::string subject);

/// The members of payloads that hold commitments, of whatever kind; and `evidence[].title`.
inline constexpr std::array<std::string_view, 6> vaulted_members{
    "narrative", "explanation", "reason", "note", "person", "text"};

/// Keeps what a person typed in the vault and gives what the payload holds of it; null where it is
/// empty.
base::Json vaulted(journal::Draft& draft, const std::string& text);

/// Appends what the request becomes, as `draft` says at the moment at which it is decided.
template <typename Request>
Result<journal::Receipt> carry_out(Record& record, const trust::Principal& principal,
                                   const Request& request,
                                   Result<journal::Draft> (*draft)(const Record&, const Answerable&,
                                                                   const trust::Principal&,
                                                                   const Request&)) {
    return record.append(request.request_id, [&](const Answerable& moment) {
        return draft(record, moment, principal, request);
    });
}

/// A list of codes as payloads and answers have it.
base::Json codes_json(const std::vector<plan::InstitutionId>& codes);
base::Json texts_json(const std::vector<std::string>& texts);

/// The text under a commitment that a payload holds; "(erased)" where it was.
Result<std::string> unvaulted(const Record& record, const std::string& commitment);

}  // namespace app
