#include "base/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace base {

CsvReader::CsvReader(std::string_view text, std::string name)
    : text_(text), name_(std::move(name)) {
    if (text_.starts_with("\xEF\xBB\xBF"))
        at_ = 3;
}

std::string CsvReader::where() const {
    return fmt::format("{}:{}", name_, record_line_);
}

std::string CsvReader::where(std::size_t column_number) const {
    return fmt::format("{}:{}, column {}", name_, record_line_, column_number);
}

Result<std::optional<std::vector<std::string>>> CsvReader::next() {
    record_line_ = line_;
    if (at_ >= text_.size())
        return std::optional<std::vector<std::string>>{};
    std::vector<std::string> fields(1);
    bool quoted = false, was_quoted = false;
    while (at_ < text_.size()) {
        const char c = text_[at_++];
        if (c == '\n')
            ++line_;
        if (quoted) {
            if (c != '"') {
                fields.back() += c;
            } else if (at_ < text_.size() && text_[at_] == '"') {
                fields.back() += '"';
                ++at_;
            } else {
                quoted = false;
                was_quoted = true;
            }
        } else if (c == '"' && fields.back().empty() && !was_quoted) {
            quoted = true;
        } else if (c == ',') {
            fields.emplace_back();
            was_quoted = false;
        } else if (c == '\n') {
            return std::optional{std::move(fields)};
        } else if (c == '\r' && at_ < text_.size() && text_[at_] == '\n') {
            continue;
        } else if (was_quoted || c == '"') {
            return Error{ErrorCode::invalid_csv,
                         was_quoted ? "expected a comma or the line's end after a closing quote"
                                    : "a quote may only open a field; write \"\" inside quotes",
                         where(fields.size())};
        } else {
            fields.back() += c;
        }
    }
    if (quoted)
        return Error{ErrorCode::invalid_csv, "a quoted field is not closed before the file ends",
                     where(fields.size())};
    return std::optional{std::move(fields)};
}

Result<CsvHeader> CsvHeader::create(const std::vector<std::string>& names,
                                    const std::vector<std::string>& required,
                                    std::string_view file) {
    std::vector<std::string> missing, doubled;
    for (const auto& name : required) {
        if (std::ranges::find(names, name) == names.end())
            missing.push_back(name);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i), names[i]) !=
            names.begin() + static_cast<std::ptrdiff_t>(i))
            doubled.push_back(names[i]);
    }
    if (!missing.empty())
        return Error{ErrorCode::invalid_csv,
                     fmt::format("expected the columns {}; missing: {}; found: {}",
                                 fmt::join(required, ", "), fmt::join(missing, ", "),
                                 fmt::join(names, ", ")),
                     fmt::format("{}:1", file)};
    if (!doubled.empty())
        return Error{ErrorCode::invalid_csv,
                     fmt::format("the column {} stands twice", fmt::join(doubled, ", ")),
                     fmt::format("{}:1", file)};
    CsvHeader header;
    header.names_ = names;
    return header;
}

std::optional<std::size_t> CsvHeader::find(std::string_view name) const {
    const auto at = std::ranges::find(names_, name);
    if (at == names_.end())
        return std::nullopt;
    return static_cast<std::size_t>(at - names_.begin());
}

std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string{text};
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"')
            quoted += '"';
    }
    return quoted + '"';
}

}  // namespace base
