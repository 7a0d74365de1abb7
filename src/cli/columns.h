#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

enum class Align { left, right };

/// A table of texts in aligned columns, as wide as what stands in them. A table that is wider than
/// a page is printed in several, each with the key columns first.
///
/// Shape: every row has as many cells as there are columns; widths count characters.
class Columns {
  public:
    struct Column {
        std::string title;
        Align align = Align::right;
        bool begins = false;  ///< a table that goes on may best begin here
    };
    explicit Columns(std::vector<Column> columns, std::size_t keys = 1)
        : columns_(std::move(columns)), keys_(keys) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    void print(std::ostream& out) const;

  private:
    std::vector<std::size_t> widths() const;
    std::vector<std::vector<std::size_t>> tables(const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::size_t keys_;
    std::vector<std::vector<std::string>> rows_;
};

/// How many characters a line of a page of money or of programmes has at most.
inline constexpr std::size_t page_width = 120;

/// "-1,234,567.50" of "-1234567.50".
std::string grouped(std::string_view decimal);

/// A text cut to so many characters, the last of them an ellipsis.
std::string shortened(std::string_view text, std::size_t characters_max);

}  // namespace cli
