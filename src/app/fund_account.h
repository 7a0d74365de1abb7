#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <string>

namespace app {

/// An account that is opened in the chart of accounts.
struct AccountRequest : Envelope {
    std::string account;  ///< its code
    std::string title;
    std::string parent;  ///< the account above it; empty at the top
};

AccountRequest read_account(const base::Json& body);

Result<journal::Draft> draft_account(const Record& record, const Answerable& moment,
                                     const trust::Principal& principal,
                                     const AccountRequest& request);

/// Errors: invalid_money_code, account_is_open, unknown_account (the parent).
Result<journal::Receipt> open_account(Record& record, const trust::Principal& principal,
                                      const AccountRequest& request);

}  // namespace app
