#pragma once

#include "base/json.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

/// The text under a key, or empty.
std::string string_of(const base::Json& json, std::string_view key);
/// The whole number under a key, or 0.
std::int64_t number_of(const base::Json& json, std::string_view key);
/// Whether the member is there and true.
bool is_true(const base::Json& json, std::string_view key);
/// The texts of a list under a key.
std::vector<std::string> strings_of(const base::Json& json, std::string_view key);
/// The items of a list under a key; none where there is no list.
const base::Json::Array& items_of(const base::Json& json, std::string_view key);

/// "EXERCISE, NOT FACT" where the answer says so; it stands before and after what is printed.
void print_mark(std::ostream& out, const base::Json& answer);
/// The strategy's title and the day of the answer, with a heading of its own.
void print_heading(std::ostream& out, const base::Json& answer, std::string_view what);

/// The text on lines of at most `columns` characters, the second and later ones indented.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns = 100);

/// Columns as wide as their widest cell, two spaces between them; the last is wrapped.
void print_table(std::ostream& out, const std::vector<std::string>& heads,
                 const std::vector<std::vector<std::string>>& rows);

}  // namespace cli
