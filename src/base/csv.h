#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Reads comma-separated values as RFC 4180 has them, record by record, with constant memory.
///
/// Shape:  quoted fields may hold commas, quotes ("") and line ends; CRLF and LF both end a record;
///         an empty last line is no record; a UTF-8 byte order mark is skipped.
/// Errors: invalid_csv (unterminated quote, text after a closing quote), with file and line.
class CsvReader {
  public:
    CsvReader(std::string_view text, std::string name);

    /// The next record, or nothing at the end. The fields live until the next call.
    Result<std::optional<std::vector<std::string>>> next();

    /// The line on which the last record began, from 1.
    std::size_t line() const noexcept { return record_line_; }
    std::string where() const;                           ///< "file.csv:17"
    std::string where(std::size_t column_number) const;  ///< "file.csv:17, column 3"

  private:
    std::string_view text_;
    std::string name_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t record_line_ = 1;
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

}  // namespace base
