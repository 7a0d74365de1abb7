#pragma once

#include "app/setting.h"
#include "base/json.h"
#include "trust/rights.h"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

/// Money of a fund at one stage of its pipeline, on the day from which it counts.
struct FundRecordRequest : Envelope {
    std::string fund;    ///< its code; one funder, one currency
    std::string funder;  ///< an institution of the plan, or an outside body by a short name
    std::string subject;
    std::string fiscal_year;
    std::string stage;
    std::string amount;  ///< 0, in a correction, takes the record back
    std::string currency;
    std::optional<std::uint64_t> corrects;  ///< the entry that this one takes the place of
};

FundRecordRequest read_fund_record(const base::Json& body);

Result<journal::Draft> draft_fund_record(const Record& record, const Answerable& moment,
                                         const trust::Principal& principal,
                                         const FundRecordRequest& request);

/// Errors: no_such_subject, outside_fiscal_years, invalid_amount, unknown_currency, and those of
///         `funding::record_faults`.
Result<journal::Receipt> record_funds(Record& record, const trust::Principal& principal,
                                      const FundRecordRequest& request);

}  // namespace app
