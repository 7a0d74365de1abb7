#include "cli/columns.h"

#include "base/text.h"

#include <algorithm>
#include <ostream>

namespace cli {

void Columns::print(std::ostream& out) const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = base::count_characters(columns_[i].title);
        for (const auto& row : rows_)
            width = std::max(width, base::count_characters(row[i]));
        widths.push_back(width);
    }
    const auto print_row = [&](const auto& cell_of) {
        std::string line;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string& cell = cell_of(i);
            const std::string padding(widths[i] - base::count_characters(cell), ' ');
            line += i == 0 ? "" : "  ";
            line += columns_[i].align == Align::left ? cell + padding : padding + cell;
        }
        out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
    };
    print_row([&](std::size_t i) -> const std::string& { return columns_[i].title; });
    for (const auto& row : rows_)
        print_row([&](std::size_t i) -> const std::string& { return row[i]; });
}

std::string grouped(std::string_view decimal) {
    const std::size_t sign = decimal.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(decimal.find('.'), decimal.size());
    std::string text{decimal};
    for (std::size_t at = end; at > sign + 3;) {
        at -= 3;
        text.insert(at, 1, ',');
    }
    return text;
}

std::string shortened(std::string_view text, std::size_t characters_max) {
    if (base::count_characters(text) <= characters_max)
        return std::string{text};
    std::size_t end = 0;
    for (std::size_t i = 0; i + 1 < characters_max; ++i)
        end += base::character_bytes(text.substr(end));
    return std::string{base::trimmed(text.substr(0, end))} + "…";
}

}  // namespace cli
