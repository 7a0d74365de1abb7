#include "trust/rights.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>

namespace trust {
namespace {

constexpr std::array<std::string_view, role_count> roles{
    "reporter", "head", "verifier", "secretariat", "council", "auditor", "administrator"};
constexpr std::array<std::string_view, action_count> actions{
    "contribute", "report",  "review",  "endorse", "confirm", "amend", "adopt",     "load",
    "backdate",   "convene", "propose", "raise",   "answer",  "fund",  "programme", "administer"};

constexpr std::uint32_t set_of(std::initializer_list<Action> listed) {
    std::uint32_t set = 0;
    for (const Action action : listed)
        set |= 1u << static_cast<unsigned>(action);
    return set;
}

using enum Action;

// In the order of `roles`. An auditor reads everything and writes nothing.
constexpr std::array<std::uint32_t, role_count> table{
    set_of({contribute, report, raise, answer, programme}),                    // reporter
    set_of({contribute, report, confirm, propose, raise, answer, programme}),  // head
    set_of({review}),                                                          // verifier
    set_of({review, amend, load, backdate, convene, propose, raise, answer, fund,
            programme}),                                                         // secretariat
    set_of({endorse, amend, adopt, backdate, raise}),                            // council
    set_of({}),                                                                  // auditor
    set_of({adopt, load, backdate, convene, propose, raise, fund, administer}),  // administrator
};

}  // namespace

std::string_view word(Role role) {
    return roles[static_cast<std::size_t>(role)];
}

std::string_view word(Action action) {
    return actions[static_cast<std::size_t>(action)];
}

base::Result<Role> parse_role(std::string_view text) {
    const auto at = std::ranges::find(roles, text);
    if (at == roles.end())
        return base::Error{
            base::ErrorCode::unknown_role,
            fmt::format("expected one of {}, found \"{}\"", fmt::join(roles, ", "), text), "role"};
    return static_cast<Role>(at - roles.begin());
}

bool may(Role role, Action action) {
    return (table[static_cast<std::size_t>(role)] & set_of({action})) != 0;
}

bool may(const Principal& principal, Action action) {
    return std::ranges::any_of(principal.roles, [&](Role role) { return may(role, action); });
}

base::Result<void> require(const Principal& principal, Action action) {
    if (may(principal, action))
        return {};
    std::vector<std::string_view> allowed, held;
    for (std::size_t i = 0; i < role_count; ++i) {
        if (may(static_cast<Role>(i), action))
            allowed.push_back(roles[i]);
    }
    for (const Role role : principal.roles)
        held.push_back(word(role));
    return base::Error{
        base::ErrorCode::role_not_allowed,
        fmt::format("to {} one must be {}, found {}", word(action), fmt::join(allowed, " or "),
                    held.empty() ? "no role" : fmt::format("{}", fmt::join(held, ", "))),
        "role"};
}

}  // namespace trust
