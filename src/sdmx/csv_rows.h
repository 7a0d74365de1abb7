#pragma once

#include "base/byte_search.h"
#include "sdmx/message.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sdmx {

/// Splits CSV into rows of fields, block by block; a field's text lives until the next row.
///
/// Errors: sdmx_malformed (a quote inside an unquoted field, text behind a closing quote, a quote
///         that is never closed), sdmx_out_of_bounds (a row longer than the bounds'
///         text_bytes_max, or of more fields than twice their components_max), invalid_utf8.
/// Source: RFC 4180, with any separator and any of the three line ends.
class CsvRows {
  public:
    /// `passed` bytes of the message are not in the input.
    CsvRows(const Input& input, const ReadOptions& options, std::uint64_t passed);

    /// The first bytes of the text, to tell the separator by.
    base::Result<std::string_view> peek();
    void set_separator(char separator);

    /// False at the end; empty lines are passed over.
    base::Result<bool> next();
    std::span<std::string_view> fields() { return fields_; }
    std::size_t line() const { return row_line_; }
    /// Where what follows the row begins.
    std::uint64_t next_bytes() const { return passed_ + begin_; }
    std::size_t next_line() const { return line_; }
    /// What follows is the row at that place.
    void go_on_at(const RowPlace& place) {
        passed_ = place.bytes - begin_;
        line_ = place.line;
    }

  private:
    enum class Split : std::uint8_t { row, more_wanted };

    base::Result<void> fill();
    base::Result<void> check_utf8(std::size_t from);
    base::Result<Split> split();
    bool split_quoted(const char*& at, const char* end);
    Split end_row(const char* at);

    const Input& input_;
    const ReadOptions& options_;
    char separator_ = ',';
    base::ByteSearch stops_{{}};  // what ends an unquoted field, or is wrong in one
    std::vector<char> buffer_;
    std::uint64_t
        passed_;  // in front of the buffer; less than 0, modulo 2^64, where bytes were left out
    std::size_t begin_ = 0;    // of the next row
    std::size_t end_ = 0;      // of what was read
    std::size_t checked_ = 0;  // up to here it is UTF-8
    bool ended_ = false;
    std::size_t line_ = 1;  // at begin_
    std::size_t row_line_ = 1;
    bool quoted_ = false;  // a field of this row is, so it may hold line ends
    std::vector<std::string_view> fields_;
    std::vector<std::size_t> doubled_;  // fields with doubled quotes
};

}  // namespace sdmx
