#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <string>

namespace app {

/// What a part of the plan costs in a fiscal year.
struct BudgetRequest : Envelope {
    std::string line;     ///< its code; a later entry of the same code takes its place
    std::string subject;  ///< "1.1.1", or "1.1.1/2": the second step of the activity
    std::string fiscal_year;
    std::string account;
    std::string amount;  ///< 0 takes a line back
    std::string currency;
    std::string basis;  ///< estimate, quotation, approved
    std::string title;
};

BudgetRequest read_budget_line(const base::Json& body);

Result<journal::Draft> draft_budget_line(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const BudgetRequest& request);

/// Errors: no_such_subject, outside_fiscal_years, unknown_account, invalid_amount,
///         unknown_currency, and those of `funding::line_faults`.
Result<journal::Receipt> budget(Record& record, const trust::Principal& principal,
                                const BudgetRequest& request);

}  // namespace app
