#pragma once

#include "app/record.h"
#include "base/secret.h"
#include "trust/rights.h"

#include <string>
#include <vector>

namespace app {

/// Whom a token is for. The name is personal: it goes into the vault, never into an entry.
struct TokenRequest {
    std::string person;
    std::string institution;
    std::vector<std::string> roles;
    int days = 365;
};

struct IssuedToken {
    base::Secret token;  ///< shown once; the record keeps only its fingerprint
    std::string actor;
    base::Day expires_on;
    journal::Receipt receipt;
};

/// Errors: unknown_institution, unknown_role, invalid_argument.
Result<IssuedToken> issue_token(Record& record, const TokenRequest& request);

/// Errors: token_unknown.
Result<journal::Receipt> revoke_token(Record& record, std::string_view token);

/// Who holds this token. Errors: token_unknown (never issued, revoked, expired).
Result<trust::Principal> authenticate(const Record& record, std::string_view token);

}  // namespace app
