#pragma once

#include "app/setting.h"
#include "app/unfinished_load.h"
#include "base/input.h"
#include "base/json.h"
#include "base/period.h"
#include "statistics/quality.h"
#include "statistics/stage.h"
#include "trust/rights.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// The dataflow of exchange rates; its dimensions are those of the ECB's structure of that name:
/// FREQ, CURRENCY (of which the rate is an amount) and CURRENCY_DENOM (for one unit of which).
inline constexpr std::string_view rates_dataflow = "EXR";

/// A file of statistics to be loaded: a table, or an SDMX message of data or structures.
struct LoadRequest : Envelope {
    std::string file;  ///< its name, as places of errors begin
    std::string bytes;
    std::string dataflow = {};  ///< empty: "EXR" for exchange rates, else "published-figures"
    base::YearStart fiscal_year{7};
    std::filesystem::path path = {};  ///< where it is read piece by piece, instead of `bytes`
    std::function<void(const statistics::StageProgress&)> progress = {};
    std::optional<LoadKeeping> keeping = {};  ///< of a large file that is read from its path
    /// Errors: file_not_readable.
    Result<base::Input> open() const;
    // An empty request_id is made from the file's content, so that a file is loaded once.
};

/// What the review of all that is held says of a figure that a load brought.
struct LoadFinding {
    statistics::Finding finding;
    std::string where;  ///< file and line of the first of its figures that this load brought
};

/// What a message of structures brought.
struct StructureReport {
    std::size_t artefacts = 0;
    std::size_t left_out = 0;        ///< stubs, and kinds that are not held here
    std::vector<std::string> names;  ///< URNs of those that are
    /// Dataflows of which no data can be held yet, and why.
    std::vector<std::pair<std::string, std::string>> unusable;
};

struct LoadReceipt {
    journal::Receipt receipt;
    /// Its warnings hold the findings too (doubtful_figure), but for those that are a suspect's.
    statistics::LoadReport report;
    std::vector<LoadFinding> findings = {};
    bool is_reviewed = false;                        ///< else more is held than a load looks at
    std::optional<StructureReport> structures = {};  ///< of a message of structures, nothing else
};

/// {"rows", "observations", "series", "sources", "month_dates", "estimated_dates", "warnings":
/// [{"code", "message", "where"}], "reviewed", "findings": those of quality with "where"}; of a
/// message of structures {"structures": [URN], "left_out", "without_data": [{"dataflow",
/// "reason"}]}
base::Json load_json(const LoadReceipt& loaded);

/// Whether these bytes were loaded, under whatever name.
bool was_loaded(const Record& record, std::string_view bytes);

/// Reads the whole file before anything is written. Errors: every row that is wrong, in one pass.
Result<journal::Draft> draft_load(Record& record, const trust::Principal& principal,
                                  const LoadRequest& request, base::Day today);

/// Loads a file; all of it or nothing; then holds what it brought against all that is held. Errors:
/// role_not_allowed, those of `read_figures` and, for a message of structures, of
/// `load_structures`.
Result<LoadReceipt> load_dataset(Record& record, const trust::Principal& principal,
                                 const LoadRequest& request);

}  // namespace app
