#pragma once

#include "app/setting.h"
#include "programme/rules.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What every request about a programme has.
struct ProgrammeEnvelope : Envelope {
    std::string programme;
    std::optional<std::uint64_t> corrects = {};  ///< the entry in whose place it stands
};

void read_programme_envelope(base::FieldReader& fields, ProgrammeEnvelope& envelope);

/// Errors: no_such_programme, with the nearest code as a hint.
Result<const plan::Programme*> programme_named(const plan::Plan& plan, std::string_view code);

/// All that is known of a programme.
programme::Ledger ledger_of(const Record& record, const Answerable& moment,
                            const plan::Programme& programme);

/// What an action about a programme adds to what all of them have in common.
struct ProgrammeAction {
    std::string_view kind;  ///< of the entry: "programme.reported"
    /// The rules, where the programme is known.
    std::function<std::vector<base::Error>(const programme::Setting&)> check;
    /// The members of the payload.
    std::function<Result<void>(journal::Draft&)> fill;
};

/// The entry that a request about a programme becomes.
///
/// Errors: role_not_allowed; everything that is wrong in one pass: no_such_programme,
///         not_of_programme, nothing_to_correct, those of the envelope and of the action.
Result<journal::Draft> draft_about_programme(const Record& record, const Answerable& moment,
                                             const trust::Principal& principal,
                                             const ProgrammeEnvelope& request,
                                             const ProgrammeAction& action,
                                             std::vector<base::Error> faults = {});

/// A code that a request gives to something new. Errors: invalid_argument.
Result<std::string> new_code(std::string_view text, std::string where);

}  // namespace app
