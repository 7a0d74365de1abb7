#pragma once

#include "app/setting.h"
#include "base/period.h"
#include "statistics/load.h"
#include "trust/rights.h"

#include <optional>
#include <string>
#include <string_view>

namespace app {

/// The dataflow of exchange rates; its dimensions are those of the ECB's structure of that name:
/// FREQ, CURRENCY (of which the rate is an amount) and CURRENCY_DENOM (for one unit of which).
inline constexpr std::string_view rates_dataflow = "EXR";

/// A file of statistics to be loaded.
struct LoadRequest : Envelope {
    std::string file;  ///< its name, as places of errors begin
    std::string bytes;
    std::string dataflow;  ///< empty: "EXR" for exchange rates, else "published-figures"
    base::YearStart fiscal_year{7};
    // An empty request_id is made from the file's content, so that a file is loaded once.
};

struct LoadReceipt {
    journal::Receipt receipt;
    statistics::LoadReport report;
};

/// The root of a Merkle tree (RFC 9162) whose leaves are the records of a table, its header first,
/// each without its line end: one figure can be shown to have been loaded without the others.
journal::Hash table_root(std::string_view table);

/// The load that brought these bytes, under whatever name.
std::optional<state::Load> find_load(const Record& record, std::string_view bytes);

/// Reads the whole file before anything is written. Errors: every row that is wrong, in one pass.
Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request, base::Day today);

/// Loads a file; all of it or nothing. Errors: role_not_allowed, those of `load_csv`.
Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& request);

}  // namespace app
