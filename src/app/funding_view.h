#pragma once

#include "app/record.h"
#include "base/json.h"
#include "funding/gap.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// To what a question about money is narrowed; empty is not.
struct MoneyFilter {
    std::string activity;  ///< or an operational objective or a step, with all that lies in it
    std::string fiscal_year;
    std::string code;  ///< of a fund or a budget line
};

/// Costs and money as they are known on a day, with the rates at which they were exchanged.
struct FundingView {
    Answerable moment;
    funding::Book book;
    funding::InForce standing;
    funding::Level level{};
    funding::Rates rates;
    funding::Table table;
};

/// Narrowed to a part of the plan, the table's nodes begin with that part, and funders, accounts
/// and positions have what stands in it. Errors: strategy_without_currency, overflow,
/// no_such_subject, outside_fiscal_years, and those of
///         `answerable`.
Result<FundingView> funding_view(const Record& record, const Question& question,
                                 const MoneyFilter& filter = {});

/// Every record of money, and every budget line, that counts by the day: with what it took the
/// place of and what took its place. What `tameel fund records` and `tameel fund lines` print.
Result<base::Json> fund_records(const Record& record, const Question& question,
                                const MoneyFilter& filter);
Result<base::Json> fund_lines(const Record& record, const Question& question,
                              const MoneyFilter& filter);

/// What GET /api/v1/funding answers and `tameel fund gap --json` prints.
base::Json to_json(const FundingView& view);

/// Why a gap is not a number: "not costed"; "costed above" or "funded above", where costs or money
/// stand on what holds the part; "cannot tell", where a rate is missing. Empty where it is one.
std::string_view gap_word(const funding::Amounts& amounts);

/// A rate that was used, or was missing.
struct UsedRate {
    base::Currency currency;
    base::Day day;                             ///< of the entries that were exchanged
    const funding::DatedRate* rate = nullptr;  ///< none: it is not known
};
/// Each pair of currency and day once, ascending.
std::vector<UsedRate> used_rates(const FundingView& view);

}  // namespace app
