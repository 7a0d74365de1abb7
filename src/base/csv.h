#pragma once

#include "base/byte_search.h"
#include "base/input.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Reads comma-separated values as RFC 4180 has them, record by record.
///
/// Shape:  quoted fields may hold commas, quotes ("") and line ends; CRLF and LF both end a record;
///         an empty last line is no record; a UTF-8 byte order mark is skipped.
/// Memory: that of the longest record, beside the text where it is given as one.
/// Errors: invalid_csv (unterminated quote, text after a closing quote, a record of more than
///         `record_bytes_max`), with file and line; those of the input.
class CsvReader {
  public:
    static constexpr std::size_t record_bytes_max = std::size_t{16} << 20;

    CsvReader(std::string_view text, std::string name);  ///< the text must outlive the reader
    /// Where a record begins.
    struct Position {
        std::uint64_t bytes = 0;
        std::size_t line = 1;
    };
    CsvReader(Input input, std::string name);
    /// The input gives the text from there on.
    CsvReader(Input input, std::string name, const Position& from);

    /// Goes on to the next record; false at the end.
    Result<bool> advance();
    /// Of the record at hand; they live until the next one.
    std::span<const std::string_view> fields() const noexcept { return fields_; }
    /// The record as it is written, without its line end.
    std::string_view record() const noexcept { return record_; }

    /// The next record, or nothing at the end.
    Result<std::optional<std::vector<std::string>>> next();

    /// The line on which the last record began, from 1.
    std::size_t line() const noexcept { return record_line_; }
    /// Of what follows the record at hand.
    Position position() const noexcept { return {passed_ + at_, line_}; }
    std::string where() const;                           ///< "file.csv:17"
    std::string where(std::size_t column_number) const;  ///< "file.csv:17, column 3"

  private:
    enum class Split : std::uint8_t { record, more_wanted, end };

    Result<void> fill();
    Result<Split> split();
    Result<bool> split_quoted(std::size_t& at);
    std::size_t next_stop(std::size_t at);

    Input input_;  // none where the text is given
    bool ended_ = true;
    bool begun_ = false;
    std::string buffer_;
    std::string_view text_;  // what can be seen of the text
    ByteSearch stops_;       // what ends an unquoted field, or is wrong in one
    std::string name_;
    std::size_t at_ = 0;        // of the next record
    std::uint64_t passed_ = 0;  // in front of what can be seen
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
    std::string_view record_;
    std::vector<std::string_view> fields_;
    std::deque<std::string> unquoted_;  // fields of this record that had doubled quotes
};

/// The columns of a file by name. Errors: invalid_csv naming every missing or doubled column.
class CsvHeader {
  public:
    static Result<CsvHeader> create(const std::vector<std::string>& names,
                                    const std::vector<std::string>& required,
                                    std::string_view file);
    std::optional<std::size_t> find(std::string_view name) const;
    std::size_t size() const noexcept { return names_.size(); }

  private:
    std::vector<std::string> names_;
};

/// Quotes a field where RFC 4180 asks for it.
std::string csv_field(std::string_view text);
void append_csv_field(std::string& out, std::string_view text);

}  // namespace base
