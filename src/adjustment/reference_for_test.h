#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace adjustment {

using Values = std::vector<double>;

/// What X-13ARIMA-SEATS 1.1 build 26 made of one series by one specification; see
/// conformance/forecast/README.md.
struct Reference {
    Values series;
    int year = 0;   ///< of the first value
    int start = 0;  ///< the period of the year of the first value, from 0
    Values forecasts;
    Values d10, d11, d12, d13;
    std::map<std::string, std::string> diagnostics;

    bool is_additive() const {
        const auto found = diagnostics.find("finmode");
        return found != diagnostics.end() && found->second == "additive";
    }
    double number(const std::string& key) const { return std::stod(diagnostics.at(key)); }
};

inline std::filesystem::path reference_folder() {
    return std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() / "shared/conformance/forecast";
}

inline bool has_reference() {
    return std::filesystem::exists(reference_folder() / "x13/x13_components.csv");
}

inline std::vector<std::vector<std::string>> reference_rows(const std::string& file) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in{reference_folder() / file};
    std::string line;
    std::getline(in, line);  // the header
    while (std::getline(in, line)) {
        std::vector<std::string> fields(1);
        bool is_quoted = false;
        for (const char c : line) {
            if (c == '"')
                is_quoted = !is_quoted;
            else if (c == ',' && !is_quoted)
                fields.emplace_back();
            else
                fields.back() += c;
        }
        rows.push_back(std::move(fields));
    }
    return rows;
}

/// The 40 series of the reference by one of its specifications.
inline std::map<std::string, Reference> references(const std::string& spec) {
    std::map<std::string, Reference> made;
    for (auto& row : reference_rows("x13/x13_diag.csv"))
        if (row[1] == spec)
            made[row[0]].diagnostics[row[2]] = row[3];
    for (const auto& row : reference_rows("x13/x13_forecast.csv"))
        if (row[1] == spec)
            made[row[0]].forecasts.push_back(std::stod(row[3]));
    for (const auto& row : reference_rows("x13/x13_components.csv"))
        if (row[1] == spec) {
            auto& one = made[row[0]];
            one.d10.push_back(std::stod(row[3]));
            one.d11.push_back(std::stod(row[4]));
            one.d12.push_back(std::stod(row[5]));
            one.d13.push_back(std::stod(row[6]));
        }
    for (const std::string set : {"m3_monthly_given", "tourism_monthly_given"}) {
        for (const auto& row : reference_rows(set + "_train.csv"))
            if (const auto found = made.find(row[0]); found != made.end())
                found->second.series.push_back(std::stod(row[2]));
        for (const auto& row : reference_rows(set + "_meta.csv"))
            if (const auto found = made.find(row[0]); found != made.end()) {
                found->second.year = std::stoi(row[4]);
                found->second.start = std::stoi(row[5]) - 1;
            }
    }
    return made;
}

}  // namespace adjustment
