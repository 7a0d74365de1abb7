#include "cli/option_reader.h"

#include "base/file.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace cli {
namespace {

// "each --evidence has its --grade: found 2 files and 1 grade"
std::string uneven(std::size_t files, std::size_t grades) {
    return fmt::format("each --evidence has its --grade: found {} and {}",
                       files == 1 ? "1 file" : fmt::format("{} files", files),
                       grades == 1 ? "1 grade" : fmt::format("{} grades", grades));
}

}  // namespace

using base::ErrorCode;

std::optional<base::Decimal> OptionReader::decimal(const std::string& text,
                                                   const std::string& name) {
    if (text.empty())
        return std::nullopt;
    const auto value = base::Decimal::parse(text);
    if (value.ok())
        return value.value();
    faults_.push_back({value.error().code, value.error().message, name});
    return std::nullopt;
}

std::vector<std::pair<std::string, base::Decimal>> OptionReader::amounts(
    const std::vector<std::string>& texts, const std::string& name) {
    std::vector<std::pair<std::string, base::Decimal>> amounts;
    for (const auto& text : texts) {
        const auto at = text.rfind('=');
        if (at == std::string::npos || at == 0)
            faults_.push_back(
                {ErrorCode::usage, fmt::format("expected NAME=NUMBER, found \"{}\"", text), name});
        else if (const auto value = decimal(text.substr(at + 1), name))
            amounts.emplace_back(text.substr(0, at), *value);
    }
    return amounts;
}

std::optional<base::Day> OptionReader::day(const std::string& text, const std::string& name) {
    if (text.empty())
        return std::nullopt;
    const auto value = base::parse_day(text);
    if (value.ok())
        return value.value();
    faults_.push_back({value.error().code, value.error().message, name});
    return std::nullopt;
}

std::optional<bool> OptionReader::yes_or_no(const std::string& text, const std::string& name) {
    if (text == "yes" || text == "no")
        return text == "yes";
    if (!text.empty())
        faults_.push_back(
            {ErrorCode::usage, fmt::format("expected yes or no, found \"{}\"", text), name});
    return std::nullopt;
}

std::vector<app::EvidenceReference> OptionReader::evidence(const std::vector<std::string>& files,
                                                           const std::vector<std::string>& grades) {
    std::vector<app::EvidenceReference> evidence;
    if (files.size() != grades.size())
        faults_.push_back({ErrorCode::usage, uneven(files.size(), grades.size()), "--grade"});
    for (std::size_t i = 0; i < std::min(files.size(), grades.size()); ++i) {
        auto bytes = base::read_file(files[i]);
        if (bytes.ok())
            evidence.push_back({"", std::filesystem::path{files[i]}.filename().string(), grades[i],
                                std::move(bytes).value()});
        else
            faults_.push_back(bytes.error());
    }
    return evidence;
}

}  // namespace cli
