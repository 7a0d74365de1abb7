#pragma once

#include "app/load_dataset.h"
#include "base/json.h"

#include <string>

namespace app {

/// The rate of a currency in the strategy's own on a day, as a source published it.
struct RateRequest : Envelope {
    std::string currency;
    std::string rate;       ///< so many units of the strategy's currency for one unit of that one
    std::string on;         ///< the day of the rate
    std::string published;  ///< when it was published; the day of the rate where empty
    std::string source;     ///< a short name: sbp
    std::string publisher;
    std::string address;
};

RateRequest read_rate(const base::Json& body);

/// Loads one rate as a file of statistics with one row: the way of all rates into the record.
/// Errors: unknown_currency, rate_out_of_range, and those of `load_dataset`.
Result<LoadReceipt> load_rate(Record& record, const trust::Principal& principal,
                              const RateRequest& request);

}  // namespace app
