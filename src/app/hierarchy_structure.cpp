#include "app/hierarchy_structure.h"

#include "base/csv.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace app {

using base::Error;
using base::ErrorCode;
using forecast::Hierarchy;

Result<Hierarchy> read_structure(const base::Input& input, const std::string& file) {
    base::CsvReader table{input, file};
    std::vector<std::string> names;
    if (TRY(table.advance()))
        for (const auto name : table.fields())
            names.emplace_back(base::trimmed(name));
    if (names.size() < 2 || names.front() != "series_id" ||
        std::ranges::find(names, "") != names.end())
        return Error{
            ErrorCode::invalid_csv,
            "expected series_id and then one or more dimensions, each with a name, or parent",
            table.where()};
    std::vector<std::string> dimensions(names.begin() + 1, names.end());
    TRY(base::CsvHeader::create(names, dimensions, file));
    const bool is_tree = names.size() == 2 && names.back() == "parent";
    std::vector<forecast::Member> members;
    std::vector<forecast::Branch> branches;
    while (TRY(table.advance())) {
        if (table.fields().size() != names.size())
            return Error{
                ErrorCode::invalid_csv,
                fmt::format("expected {} fields, found {}", names.size(), table.fields().size()),
                table.where()};
        std::vector<std::string> fields;
        for (const auto field : table.fields())
            fields.emplace_back(base::trimmed(field));
        if (is_tree)
            branches.push_back({fields[0], fields[1], table.where()});
        else
            members.push_back({fields[0], {fields.begin() + 1, fields.end()}, table.where()});
    }
    auto made = is_tree ? Hierarchy::tree(branches) : Hierarchy::grouped(dimensions, members);
    if (!made.ok() && made.error().where.empty())
        return Error{made.error().code, made.error().message, file};
    return made;
}

}  // namespace app
