#pragma once

#include "app/setting.h"
#include "base/period.h"
#include "statistics/load.h"
#include "trust/rights.h"

#include <optional>
#include <string>

namespace app {

/// A file of statistics to be loaded.
struct LoadRequest : Envelope {
    std::string file;  ///< its name, as places of errors begin
    std::string bytes;
    std::string dataflow;  ///< empty: "published-figures"
    base::YearStart fiscal_year{7};
    // An empty request_id is made from the file's content, so that a file is loaded once.
};

struct LoadReceipt {
    journal::Receipt receipt;
    statistics::LoadReport report;
};

/// The load that brought these bytes, under whatever name.
std::optional<state::Load> find_load(const Record& record, std::string_view bytes);

/// Reads the whole file before anything is written. Errors: every row that is wrong, in one pass.
Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request, base::Day today);

/// Loads a file; all of it or nothing. Errors: role_not_allowed, those of `load_csv`.
Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& request);

}  // namespace app
