#include "cli/columns.h"

#include "base/text.h"

#include <algorithm>
#include <ostream>

namespace cli {

std::vector<std::size_t> Columns::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = base::count_characters(columns_[i].title);
        for (const auto& row : rows_)
            width = std::max(width, base::count_characters(row[i]));
        widths.push_back(width);
    }
    return widths;
}

std::vector<std::vector<std::size_t>> Columns::tables(
    const std::vector<std::size_t>& widths) const {
    constexpr std::size_t between = 2;
    std::vector<std::size_t> keys;
    for (std::size_t i = 0; i < keys_; ++i)
        keys.push_back(i);
    std::vector<std::vector<std::size_t>> tables{keys};
    const auto width_of = [&](const std::vector<std::size_t>& table) {
        std::size_t width = 0;
        for (const std::size_t i : table)
            width += widths[i] + (width == 0 ? 0 : between);
        return width;
    };
    for (std::size_t i = keys_; i < columns_.size(); ++i) {
        auto& table = tables.back();
        table.push_back(i);
        if (width_of(table) <= page_width || table.size() == keys_ + 1)
            continue;
        auto cut = table.end() - 1;
        for (auto at = table.begin() + static_cast<std::ptrdiff_t>(keys_) + 1; at != table.end();
             ++at) {
            if (columns_[*at].begins)
                cut = at;
        }
        auto next = keys;
        next.insert(next.end(), cut, table.end());
        table.erase(cut, table.end());
        tables.push_back(std::move(next));
    }
    return tables;
}

void Columns::print(std::ostream& out) const {
    const auto width = widths();
    const auto print_row = [&](const std::vector<std::size_t>& table, const auto& cell_of) {
        std::string line;
        for (const std::size_t i : table) {
            const std::string& cell = cell_of(i);
            const std::string padding(width[i] - base::count_characters(cell), ' ');
            line += i == 0 ? "" : "  ";
            line += columns_[i].align == Align::left ? cell + padding : padding + cell;
        }
        out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
    };
    bool is_first = true;
    for (const auto& table : tables(width)) {
        out << (is_first ? "" : "\n");
        is_first = false;
        print_row(table, [&](std::size_t i) -> const std::string& { return columns_[i].title; });
        for (const auto& row : rows_)
            print_row(table, [&](std::size_t i) -> const std::string& { return row[i]; });
    }
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
