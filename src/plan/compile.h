#pragma once

#include "base/json.h"
#include "base/result.h"
#include "plan/claims.h"
#include "plan/diagnostic.h"
#include "plan/plan.h"

#include <array>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// Yields a file of the strategy's folder by its relative path ("plan.yaml", "data/exports.csv").
using FolderReader = std::function<base::Result<std::string>(const std::string& path)>;

/// The files of every strategy, and those that it may have.
inline constexpr std::array<std::string_view, 4> required_files{"plan.yaml", "institutions.yaml",
                                                                "indicators.yaml", "sources.yaml"};
inline constexpr std::string_view programmes_file = "programmes.yaml";
inline constexpr std::string_view statistics_file = "statistics.yaml";

/// Reads from a folder on disk.
FolderReader folder_on_disk(std::filesystem::path folder);

/// A claim of sources.yaml with what became of it.
struct ClaimResult {
    Claim claim;
    ClaimCheck check;
};

/// What a strategy's folder compiles to.
///
/// Shape: `plan` is there only where there are no errors; `diagnostics` are sorted by file and
///        place; the counts are of what could be read.
struct Compilation {
    std::optional<Plan> plan;
    std::vector<Diagnostic> diagnostics;
    std::vector<Figure> figures;
    std::vector<ClaimResult> claims;
    int errors = 0;
    int warnings = 0;
    int activities = 0;
    int targets = 0;
    int outcomes = 0;
    int institutions = 0;
    int programmes = 0;
    int dataflows = 0;

    std::string text() const;  ///< all diagnostics, then one line of counts
    /// {"errors","warnings","activities","targets","outcomes","institutions","diagnostics"}, and
    /// "programmes" and "dataflows" where the strategy has any
    base::Json json() const;
};

/// Compiles a strategy; every fault of all its files is found in one run.
///
/// Errors: none; what is wrong stands in `diagnostics`.
Compilation compile(const FolderReader& folder);

}  // namespace plan
