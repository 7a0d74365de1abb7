#include "sdmx/csv_rows.h"

#include "base/text.h"
#include "sdmx/place.h"

#include <algorithm>
#include <cstring>

namespace sdmx {

namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;

unsigned char byte(char c) {
    return static_cast<unsigned char>(c);
}

// "" becomes " within a quoted field, where it stands: the text only shrinks.
std::string_view without_doubled_quotes(char* first, char* last) {
    char* out = std::find(first, last, '"');
    for (const char* at = out; at < last; ++at) {
        *out++ = *at;
        if (*at == '"')
            ++at;
    }
    return {first, out};
}

std::size_t lines_in(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

}  // namespace

CsvRows::CsvRows(const Input& input, const ReadOptions& options, std::uint64_t passed)
    : input_(input), options_(options), buffer_(block_bytes), passed_(passed) {
    set_separator(',');
}

void CsvRows::set_separator(char separator) {
    separator_ = separator;
    stops_ = base::ByteSearch{{separator, '\n', '\r', '"'}};
}

base::Result<std::string_view> CsvRows::peek() {
    if (end_ == 0)
        TRY(fill());
    return std::string_view{buffer_.data() + begin_, end_ - begin_};
}

// Moves what is left of the row to the front and reads behind it.
base::Result<void> CsvRows::fill() {
    stops_.forget();
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    checked_ -= begin_;
    passed_ += begin_;
    begin_ = 0;
    if (end_ == buffer_.size()) {
        if (buffer_.size() >= options_.bounds.text_bytes_max)
            return Place{options_.name, line_, 1}.out_of_bounds(
                "expected a row of at most " + std::to_string(options_.bounds.text_bytes_max) +
                " bytes, found a longer one");
        buffer_.resize(std::min(2 * buffer_.size(), options_.bounds.text_bytes_max));
    }
    const auto bytes = TRY(input_(std::span{buffer_}.subspan(end_)));
    ended_ = bytes == 0;
    end_ += bytes;
    return check_utf8(checked_);
}

base::Result<void> CsvRows::check_utf8(std::size_t from) {
    std::size_t whole = end_;
    // A character cut in two by the block's end is looked at again with the next one.
    if (!ended_)
        for (std::size_t back = 1; back <= 3 && back <= end_ - from; ++back) {
            const auto lead = byte(buffer_[end_ - back]);
            if (lead >= 0xC0) {
                const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
                if (back < length)
                    whole = end_ - back;
                break;
            }
        }
    const std::string_view text{buffer_.data() + from, whole - from};
    const auto valid = base::valid_utf8_prefix(text);
    if (valid < text.size()) {
        const std::string_view before{buffer_.data() + begin_, from - begin_ + valid};
        const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0
        return base::Error{base::ErrorCode::invalid_utf8,
                           "expected UTF-8, found another byte sequence",
                           std::string{Place{options_.name, line_ + lines_in(before),
                                             before.size() - line_start + 1}
                                           .text()}};
    }
    checked_ = whole;
    return {};
}

base::Result<bool> CsvRows::next() {
    for (;;) {
        row_line_ = line_;
        if (begin_ == checked_) {
            if (ended_)
                return false;
            TRY(fill());
            continue;
        }
        if (TRY(split()) == Split::more_wanted) {
            TRY(fill());
            continue;
        }
        if (fields_.size() > 1 || !fields_.front().empty())
            return true;
    }
}

// From behind an opening quote past the closing one; false where the block ends before.
bool CsvRows::split_quoted(const char*& at, const char* end) {
    const char* first = at;
    bool doubled = false;
    for (;;) {
        at = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (at == nullptr || (at + 1 == end && !ended_))
            return false;
        if (at + 1 == end || at[1] != '"')
            break;
        doubled = true;
        at += 2;
    }
    // Doubled quotes are mended when the row is whole, for it may be split again.
    fields_.emplace_back(first, at);
    if (doubled)
        doubled_.push_back(fields_.size() - 1);
    ++at;
    return true;
}

base::Result<CsvRows::Split> CsvRows::split() {
    fields_.clear();
    doubled_.clear();
    quoted_ = false;
    const char* at = buffer_.data() + begin_;
    const char* end = buffer_.data() + checked_;
    for (;;) {
        if (at < end && *at == '"') {
            ++at;
            quoted_ = true;
            if (!split_quoted(at, end)) {
                if (ended_)
                    return Place{options_.name, row_line_}.malformed(
                        "expected the quote that closes a field, found the end of the file");
                return Split::more_wanted;
            }
        } else {
            const char* first = at;
            at = stops_.next(at, end);
            fields_.emplace_back(first, at);
        }
        if (at == end && !ended_)
            return Split::more_wanted;
        if (fields_.size() > 2 * options_.bounds.components_max + 8)
            return Place{options_.name, row_line_, 1}.out_of_bounds(
                "expected at most " + std::to_string(options_.bounds.components_max) +
                " components in a row, found more fields");
        if (at == end || *at == '\n' || *at == '\r')
            break;
        if (*at != separator_)
            return Place{options_.name, row_line_,
                         static_cast<std::size_t>(at - buffer_.data()) - begin_ + 1}
                .malformed(*at == '"'
                               ? "expected quotes around the whole field, found one within it"
                               : "expected a separator after a quoted field, found other text");
        ++at;
    }
    return end_row(at);
}

// `at` stands at the line's end, or at the end of the file.
CsvRows::Split CsvRows::end_row(const char* at) {
    const char* first = buffer_.data() + begin_;
    auto next = static_cast<std::size_t>(at - buffer_.data());
    if (next < checked_ && buffer_[next] == '\r') {
        if (next + 1 == checked_ && !ended_)
            return Split::more_wanted;
        next += next + 1 < checked_ && buffer_[next + 1] == '\n' ? 2 : 1;
    } else if (next < checked_) {
        ++next;
    }
    if (quoted_)
        line_ += lines_in({first, at});
    ++line_;
    begin_ = next;
    for (const auto field : doubled_) {
        char* text = buffer_.data() + (fields_[field].data() - buffer_.data());
        fields_[field] = without_doubled_quotes(text, text + fields_[field].size());
    }
    return Split::row;
}

}  // namespace sdmx
