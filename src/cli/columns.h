#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

enum class Align { left, right };

/// A table of texts in aligned columns, as wide as what stands in them.
///
/// Shape: every row has as many cells as there are columns; widths count characters.
class Columns {
  public:
    struct Column {
        std::string title;
        Align align = Align::right;
    };
    explicit Columns(std::vector<Column> columns) : columns_(std::move(columns)) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    void print(std::ostream& out) const;

  private:
    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// "-1,234,567.50" of "-1234567.50".
std::string grouped(std::string_view decimal);

/// A text cut to so many characters, the last of them an ellipsis.
std::string shortened(std::string_view text, std::size_t characters_max);

}  // namespace cli
