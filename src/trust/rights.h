#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trust {

enum class Role : std::uint8_t {
    reporter,
    head,
    verifier,
    secretariat,
    council,
    auditor,
    administrator
};
inline constexpr std::size_t role_count = 7;

enum class Action : std::uint8_t {
    contribute,  ///< add to the lead's report, as a supporter
    report,      ///< submit or withdraw a report, as the lead
    review,      ///< verify or return a report
    endorse,     ///< by a decision of the council
    confirm,     ///< say what one's institution can carry out, and when
    amend,       ///< change the working plan
    adopt,       ///< put a plan or a working plan in force
    load,        ///< load statistics
    backdate,    ///< enter what counts from an earlier day
    administer,  ///< issue and revoke tokens
    programme    ///< report on a programme, as its owner, an operator or the secretariat
};
inline constexpr std::size_t action_count = 11;

std::string_view word(Role role);
std::string_view word(Action action);
/// Errors: unknown_role.
base::Result<Role> parse_role(std::string_view text);

/// The one table of who may do what; docs/guide/roles.md prints it.
bool may(Role role, Action action);

/// Who acts: an opaque identifier, never a name; for which institution; in which roles.
struct Principal {
    std::string actor;
    std::string institution;  ///< its code
    std::vector<Role> roles;
};

bool may(const Principal& principal, Action action);

/// Errors: role_not_allowed, naming the roles that may.
base::Result<void> require(const Principal& principal, Action action);

}  // namespace trust
