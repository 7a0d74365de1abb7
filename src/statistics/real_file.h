#pragma once

// For tests and benchmarks only: the table of published figures of the first strategy.

#include "base/file.h"
#include "statistics/load.h"
#include "statistics/quality.h"

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

/// As the strategy's statistics.yaml declares them.
inline ReviewRules review_rules() {
    const std::string ict = ict_receipts.at("category");
    const std::string telecommunications = "telecommunication services";
    const std::string computers = "computer services";
    const std::string information = "information services";
    const std::string news = "news agency services";
    const std::string other = "other information services";
    const std::string related = "information related services (as labelled)";
    ReviewRules rules;
    rules.identities = {
        {"category", ict, {telecommunications, computers, information}},
        {"category",
         telecommunications,
         {"call centre services", "other telecommunication services"}},
        {"category",
         computers,
         {"export/import of computer software", "software consultancy services",
          "hardware consultancy services", "maintenance and repair of computers",
          "other computer services"}},
        {"category", information, {news, other}},
        {"category", information, {related, other}},
        {"category", information, {news, related}},
        {"category", "freelancers, all", {"freelancers, IT", "freelancers, non-IT"}},
        {"geography",
         "Pakistan",
         {"Punjab", "Sindh", "Khyber Pakhtunkhwa", "Balochistan", "Islamabad Capital Territory",
          "Gilgit-Baltistan", "Azad Jammu and Kashmir"}},
        {"geography",
         "total of the five",
         {"United States", "United Arab Emirates", "United Kingdom", "Singapore", "Canada"}},
    };
    rules.wholes = {{"geography", "world"}};
    return rules;
}

}  // namespace statistics::testing
