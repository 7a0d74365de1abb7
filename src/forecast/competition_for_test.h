#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace forecast {

/// The series of a competition that lie beside the repository, for tests and benchmarks: by name,
/// "m3_monthly_given_train". None where they do not lie there.
inline std::map<std::string, std::vector<double>> competition(const std::string& name) {
    const auto folder =
        std::filesystem::path{TAMEEL_SOURCE_DIR}.parent_path() / "shared/conformance/forecast";
    std::map<std::string, std::vector<double>> series;
    std::ifstream in{folder / (name + ".csv")};
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line))
        series[line.substr(0, line.find(','))].push_back(
            std::stod(line.substr(line.rfind(',') + 1)));
    return series;
}

}  // namespace forecast
