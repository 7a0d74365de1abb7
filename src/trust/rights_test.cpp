#include "trust/rights.h"

#include "trust/token.h"

#include <gtest/gtest.h>

namespace trust {
namespace {

TEST(Rights, AnAuditorWritesNothing) {
    for (std::size_t i = 0; i < action_count; ++i)
        EXPECT_FALSE(may(Role::auditor, static_cast<Action>(i)));
}

TEST(Rights, WhoReportsNeverReviews) {
    for (std::size_t i = 0; i < role_count; ++i) {
        const auto role = static_cast<Role>(i);
        EXPECT_FALSE(may(role, Action::report) && may(role, Action::review)) << word(role);
    }
}

TEST(Rights, ARefusalNamesTheRolesThatMay) {
    const auto refused = require({"p-1", "pasha", {Role::reporter}}, Action::load);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, base::ErrorCode::role_not_allowed);
    EXPECT_NE(refused.error().message.find("secretariat or administrator"), std::string::npos);
}

TEST(Rights, EveryRoleIsReadBackFromItsWord) {
    for (std::size_t i = 0; i < role_count; ++i)
        EXPECT_EQ(parse_role(word(static_cast<Role>(i))).value(), static_cast<Role>(i));
    EXPECT_EQ(parse_role("king").error().code, base::ErrorCode::unknown_role);
}

TEST(Token, TwoTokensDifferAndHaveTheirOwnFingerprints) {
    const auto a = new_token();
    const auto b = new_token();
    EXPECT_EQ(a.reveal_secret().size(), 4 + 64u);
    EXPECT_NE(a.reveal_secret(), b.reveal_secret());
    EXPECT_NE(fingerprint(a.reveal_secret()), fingerprint(b.reveal_secret()));
}

}  // namespace
}  // namespace trust
