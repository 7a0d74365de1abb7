// libFuzzer's entry for structure.csv: which series add up to which sums, by groups or as a tree.

#include "app/hierarchy_structure.h"
#include "base/csv.h"
#include "base/fuzz/hold.h"
#include "base/fuzz/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

using base::hold;
using forecast::Hierarchy;
using Structure = base::Result<Hierarchy>;
using Rows = std::vector<std::vector<std::string>>;
using Parts = std::vector<std::uint32_t>;

constexpr std::string_view file = "structure.csv";

bool is_same(const Hierarchy& a, const Hierarchy& b) {
    const auto is_same_sum = [](const forecast::Sum& x, const forecast::Sum& y) {
        return x.name == y.name && x.level == y.level && x.parts == y.parts;
    };
    return std::ranges::equal(a.sums(), b.sums(), is_same_sum) && a.bottom() == b.bottom();
}

// An error names the file and, if any, one of its lines.
void hold_error(const base::Error& error, std::string_view text) {
    hold(error.code == base::ErrorCode::invalid_csv ||
         error.code == base::ErrorCode::invalid_forecast);
    hold(error.where.starts_with(file) && !error.message.empty());
    hold(!base::check_utf8(text, "").ok() || base::check_utf8(error.text(), "").ok());
    const auto line = std::string_view{error.where}.substr(file.size());
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    const auto at = line.empty() ? 1 : std::strtoul(line.data() + 1, nullptr, 10);
    hold(at >= 1 && at <= lines + 1);
}

// The rows as a reader that knows nothing of hierarchies has them, the header first.
Rows rows_of(std::string_view text) {
    Rows rows;
    base::CsvReader table{text, std::string{file}};
    for (auto row = table.next(); row.value(); row = table.next()) {
        rows.push_back(std::move(**row));
        for (auto& field : rows.back())
            field = base::trimmed(field);
    }
    return rows;
}

// Each name is found where it stands, and each sum is that of its parts.
void hold_shape(const Hierarchy& made) {
    const auto bottom = made.bottom().size();
    hold(bottom > 0 && !made.sums().empty() && made.size() == made.sums().size() + bottom);
    hold(made.sums().front().parts.size() == bottom);
    for (std::size_t i = 0; i < made.size(); ++i)
        hold(made.find(made.name(i)) == i && !made.level(i).empty());
    std::vector<double> ones(made.size(), 1.0);
    made.add_up(ones, 1);
    const std::vector<std::vector<double>> histories(bottom, {1.0});
    for (std::size_t j = 0; j < made.sums().size(); ++j) {
        const auto& parts = made.sums()[j].parts;
        hold(!parts.empty() && parts.back() < bottom && ones[j] == double(parts.size()));
        hold(std::ranges::adjacent_find(parts, std::greater_equal{}) == parts.end());
        hold(made.check_sum(j, std::span{&ones[j], 1}, histories).ok());
    }
    for (std::size_t i = 0; i < bottom; ++i)
        hold(made.where(i).starts_with(file) && made.where(i).size() > file.size());
}

// Each row is a bottom series, and each of its groups has a sum of all that are in it.
void hold_groups(const Hierarchy& made, const Rows& rows) {
    hold(made.bottom().size() == rows.size() - 1);
    std::map<std::string, Parts> groups;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        hold(made.bottom()[i - 1] == rows[i][0]);
        for (std::size_t d = 1; d < rows[i].size(); ++d)
            groups[rows[0][d] + "=" + rows[i][d]].push_back(static_cast<std::uint32_t>(i - 1));
    }
    for (const auto& [name, parts] : groups) {
        const auto at = made.find(name);
        hold(at && *at < made.sums().size() && made.sums()[*at].parts == parts);
    }
}

// Each parent is the sum of the bottom series that lead to it.
void hold_tree(const Hierarchy& made, const Rows& rows) {
    std::map<std::string, std::string> parents;
    for (std::size_t i = 1; i < rows.size(); ++i)
        hold(parents.emplace(rows[i][0], rows[i][1]).second);
    std::map<std::string, Parts> sums;
    for (std::uint32_t i = 0; i < made.bottom().size(); ++i)
        for (auto at = parents.find(made.bottom()[i]); at != parents.end();
             at = parents.find(at->second))
            sums[at->second].push_back(i);
    hold(made.size() == parents.size() + 1 && made.sums().size() == sums.size());
    for (const auto& sum : made.sums())
        hold(sums.at(sum.name) == sum.parts);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto read = [](std::string_view from, std::size_t bytes_max) -> Structure {
        return app::read_structure(base::in_pieces(from, bytes_max), std::string{file});
    };
    const auto whole = read(text, SIZE_MAX), cut = read(text, 1 + size % 61);
    hold(whole.ok() == cut.ok());
    if (!whole.ok()) {
        hold(whole.error().text() == cut.error().text());
        hold_error(whole.error(), text);
        return 0;
    }
    hold(is_same(*whole, *cut));
    hold_shape(*whole);
    const auto rows = rows_of(text);
    if (rows.front().size() == 2 && rows.front()[1] == "parent")
        hold_tree(*whole, rows);
    else
        hold_groups(*whole, rows);
    // Written again, it is the same.
    std::string again;
    for (const auto& row : rows) {
        for (const auto& field : row)
            again += (&field == &row.front() ? "" : ",") + base::csv_field(field);
        again += '\n';
    }
    const auto twice = read(again, SIZE_MAX);
    hold(twice.ok() && is_same(*whole, *twice));
    return 0;
}
