#pragma once

#include "app/setting.h"
#include "base/json.h"

#include <optional>
#include <string>

namespace app {

/// A person takes a seat of the council, as its holder or as the alternate.
struct AppointmentRequest : Envelope {
    std::string seat;                ///< the institution whose seat it is
    std::string capacity;            ///< holder (where empty) or alternate
    std::string holder;              ///< an opaque identifier of the person
    std::string name;                ///< kept in the vault
    std::optional<base::Day> until;  ///< where absent, the end of the term that the council has
};
AppointmentRequest read_appointment(const base::Json& body);
/// Errors: not_a_seat, wrong_day, code_taken where the person sits elsewhere, role_not_allowed.
Result<journal::Draft> draft_appointment(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const AppointmentRequest& request);

/// A holder or an alternate leaves the seat.
struct VacancyRequest : Envelope {
    std::string seat;
    std::string capacity;
};
VacancyRequest read_vacancy(const base::Json& body);
/// Errors: not_a_seat, not_in_office.
Result<journal::Draft> draft_vacancy(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const VacancyRequest& request);

/// A working group of members of the council, or its end.
struct GroupRequest : Envelope {
    std::string group;
    std::string title;
    std::vector<std::string> members;
    std::string chair;
    std::string decision;
    bool dissolve = false;
};
GroupRequest read_group(const base::Json& body);
/// Errors: not_a_seat, code_taken, no_such_matter, those of `check_authority`.
Result<journal::Draft> draft_group(const Record& record, const Answerable& moment,
                                   const trust::Principal& principal, const GroupRequest& request);

}  // namespace app
