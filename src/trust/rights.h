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
    convene,  ///< keep the council's record: seats, meetings, minutes, decisions, what they led to
    propose,  ///< propose changes of the working plan
    raise,    ///< bring an issue before the council
    answer,   ///< answer an issue
    fund,     ///< open accounts, record costs and money
    programme,  ///< report on a programme, as its owner, an operator or the secretariat
    administer  ///< issue and revoke tokens
};
inline constexpr std::size_t action_count = 16;

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
