#include "base/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

namespace base {

namespace {

// A record of commas alone would take twenty times its own memory.
constexpr std::size_t fields_max = 10'000;
constexpr std::size_t block_bytes = std::size_t{1} << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array stops{',', '\n', '\r', '"'};
constexpr auto are_stops = [] {
    std::array<bool, 256> made{};
    for (const unsigned char c : stops)
        made[c] = true;
    return made;
}();

bool is_stop(char c) {
    return are_stops[static_cast<unsigned char>(c)];
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string name)
    : text_(text), stops_(stops), name_(std::move(name)) {}

CsvReader::CsvReader(Input input, std::string name)
    : input_(std::move(input)), ended_(false), stops_(stops), name_(std::move(name)) {}

CsvReader::CsvReader(Input input, std::string name, const Position& from)
    : input_(std::move(input)),
      ended_(false),
      begun_(from.bytes > 0),
      stops_(stops),
      name_(std::move(name)),
      passed_(from.bytes),
      line_(from.line),
      record_line_(from.line) {}

std::string CsvReader::where() const {
    return fmt::format("{}:{}", name_, record_line_);
}

std::string CsvReader::where(std::size_t column_number) const {
    return fmt::format("{}:{}, column {}", name_, record_line_, column_number);
}

// Keeps what is left of the text and reads behind it.
Result<void> CsvReader::fill() {
    stops_.forget();
    buffer_.erase(0, at_);
    passed_ += at_;
    at_ = 0;
    const auto kept = buffer_.size();
    if (kept >= record_bytes_max)
        return Error{ErrorCode::invalid_csv,
                     fmt::format("expected a record of at most {} bytes, found a longer one; is a "
                                 "quote not closed?",
                                 record_bytes_max),
                     where()};
    buffer_.resize(std::max(2 * kept, kept + block_bytes));
    const auto bytes = TRY(input_(std::span{buffer_}.subspan(kept)));
    buffer_.resize(kept + bytes);
    ended_ = bytes == 0;
    text_ = buffer_;
    return {};
}

std::size_t CsvReader::next_stop(std::size_t at) {
    const char* const begin = text_.data();
    return static_cast<std::size_t>(stops_.next(begin + at, begin + text_.size()) - begin);
}

// From behind an opening quote past the closing one; false where the text at hand ends before.
Result<bool> CsvReader::split_quoted(std::size_t& at) {
    const auto first = at;
    bool doubled = false;
    for (;;) {
        at = text_.find('"', at);
        if (at == text_.npos || (at + 1 == text_.size() && !ended_)) {
            if (!ended_)
                return false;
            return Error{ErrorCode::invalid_csv,
                         "a quoted field is not closed before the file ends",
                         where(fields_.size() + 1)};
        }
        if (at + 1 == text_.size() || text_[at + 1] != '"')
            break;
        doubled = true;
        at += 2;
    }
    auto field = text_.substr(first, at - first);
    line_ += static_cast<std::size_t>(std::ranges::count(field, '\n'));
    if (doubled) {
        auto& single = unquoted_.emplace_back();
        for (std::size_t i = 0; i < field.size(); ++i) {
            single += field[i];
            if (field[i] == '"')
                ++i;
        }
        field = single;
    }
    fields_.push_back(field);
    ++at;
    return true;
}

Result<CsvReader::Split> CsvReader::split() {
    line_ = record_line_;
    fields_.clear();
    unquoted_.clear();
    if (!begun_) {
        if (text_.size() < byte_order_mark.size() && !ended_)
            return Split::more_wanted;
        begun_ = true;
        at_ = text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    }
    auto at = at_;
    if (at == text_.size())
        return ended_ ? Split::end : Split::more_wanted;
    for (;;) {
        const bool is_quoted = at < text_.size() && text_[at] == '"';
        if (is_quoted) {
            if (!TRY(split_quoted(++at)))
                return Split::more_wanted;
        } else {
            const auto first = at;
            at = next_stop(at);
            // A carriage return alone is text.
            while (at + 1 < text_.size() && text_[at] == '\r' && text_[at + 1] != '\n')
                at = next_stop(at + 1);
            fields_.push_back(text_.substr(first, at - first));
        }
        if (fields_.size() > fields_max)
            return Error{ErrorCode::invalid_csv,
                         fmt::format("expected at most {} fields, found more", fields_max),
                         where()};
        if (at + 1 >= text_.size() && !ended_)
            return Split::more_wanted;
        auto end = at;
        if (at + 1 < text_.size() && text_[at] == '\r' && text_[at + 1] == '\n')
            ++at;
        if (at == text_.size() || text_[at] == '\n') {
            record_ = text_.substr(at_, end - at_);
            at_ = std::min(at + 1, text_.size());
            line_ += at == text_.size() ? 0 : 1;
            return Split::record;
        }
        if (text_[at] != ',')
            return Error{ErrorCode::invalid_csv,
                         is_quoted ? "expected a comma or the line's end after a closing quote"
                         : text_[at] == '"'
                             ? "a quote may only open a field; write \"\" inside quotes"
                             : "expected a line feed after the last carriage return",
                         where(fields_.size())};
        ++at;
    }
}

Result<bool> CsvReader::advance() {
    record_line_ = line_;
    for (;;) {
        switch (TRY(split())) {
            case Split::record:
                return true;
            case Split::end:
                return false;
            case Split::more_wanted:
                TRY(fill());
        }
    }
}

Result<std::optional<std::vector<std::string>>> CsvReader::next() {
    if (!TRY(advance()))
        return std::optional<std::vector<std::string>>{};
    return std::optional{std::vector<std::string>(fields_.begin(), fields_.end())};
}

Result<CsvHeader> CsvHeader::create(const std::vector<std::string>& names,
                                    const std::vector<std::string>& required,
                                    std::string_view file) {
    std::vector<std::string> missing, doubled;
    for (const auto& name : required) {
        if (std::ranges::find(names, name) == names.end())
            missing.push_back(name);
    }
    std::set<std::string_view> met;
    for (const auto& name : names) {
        if (!met.insert(name).second)
            doubled.push_back(name);
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

void append_csv_field(std::string& out, std::string_view text) {
    if (std::ranges::none_of(text, is_stop)) {
        out += text;
        return;
    }
    out += '"';
    for (const char c : text) {
        out += c;
        if (c == '"')
            out += '"';
    }
    out += '"';
}

std::string csv_field(std::string_view text) {
    std::string field;
    append_csv_field(field, text);
    return field;
}

}  // namespace base
