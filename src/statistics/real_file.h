#pragma once

// For tests and benchmarks only: the table of published figures of the first strategy.

#include "base/file.h"
#include "statistics/load.h"

#include <filesystem>
#include <optional>
#include <string>

namespace statistics::testing {

/// The strategy's own copy, else the material beside the repository; nothing where both lack.
inline std::optional<std::string> published_figures() {
    const std::filesystem::path root = TAMEEL_SOURCE_DIR;
    for (const auto& path : {root / "strategies/pakistan-bpo-2023/data/monthly-it-exports.csv",
                             root / "../shared/strategy/monthly_it_exports.csv"}) {
        auto text = base::read_file(path);
        if (text.ok())
            return std::move(text).value();
    }
    return std::nullopt;
}

inline const Series* find_series(const Loaded& loaded, const DimensionFilter& filter) {
    for (const auto& series : loaded.series) {
        if (series.key.matches(filter))
            return &series;
    }
    return nullptr;
}

inline const DimensionFilter ict_receipts = {
    {"category", "telecommunications, computer and information services (ICT, total)"},
    {"measure", "receipts"},
    {"geography", "world"}};

}  // namespace statistics::testing
