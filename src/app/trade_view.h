#pragma once

#include "base/json.h"
#include "base/result.h"
#include "statistics/read_trade.h"

#include <string>

namespace app {

/// Empty: all, the latest period, and the change since the earliest.
struct TradeQuestion {
    std::string exporter = {};
    std::string product = {};
    std::string importer = {};
    std::string period = {};
    std::string since = {};
};

/// Every measure of `statistics/trade.h` for each exporter, product and importer that is asked for.
/// What a formula cannot give is null. Errors: not_found, with what was meant perhaps.
base::Result<base::Json> trade_view(const statistics::TradeTable& table,
                                    const TradeQuestion& question);

}  // namespace app
