#include "sdmx/query_words.h"

#include "base/text.h"
#include "sdmx/excerpt.h"
#include "sdmx/period.h"

#include <algorithm>
#include <charconv>
#include <compare>

namespace sdmx {

namespace query {

namespace {

bool is_id_character(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '@' || c == '$' || c == '.';
}

}  // namespace

base::Error syntax(std::string_view parameter, std::string_view expected, std::string_view found) {
    return base::Error{base::ErrorCode::sdmx_query_syntax,
                       "expected " + std::string{expected} + ", found \"" + excerpt(found) + "\"",
                       std::string{parameter}};
}

std::string lower(std::string_view text) {
    std::string made{text};
    for (auto& c : made)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c + 32);
    return made;
}

std::vector<std::string> split_keeping_empty(std::string_view text, char separator) {
    std::vector<std::string> kept;
    for (const auto part : base::parts(text, separator))
        kept.emplace_back(part);
    return kept;
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> kept;
    for (const auto part : base::parts(text, separator))
        if (!part.empty())
            kept.emplace_back(part);
    return kept;
}

bool is_every(std::string_view word) {
    constexpr std::string_view all = "all";
    return word == "*" || (word.size() == all.size() && lower(word) == all);
}

std::vector<std::string> alternatives(std::string_view text, char separator) {
    auto parts = split(text, separator);
    if (std::ranges::any_of(parts, is_every))
        parts.clear();
    return parts;
}

base::Result<std::vector<std::string>> ids(std::string_view segment, Rest rest,
                                           std::string_view parameter) {
    auto found = alternatives(segment, rest == Rest::v1 ? '+' : ',');
    for (const auto& id : found)
        if (!std::all_of(id.begin(), id.end(), is_id_character))
            return syntax(parameter, "letters, digits, _, -, @, $ and points", id);
    return found;
}

bool is_period(std::string_view text) {
    return parse_period(text, {}).has_value();
}

}  // namespace query

namespace {

int hex(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

constexpr std::size_t segments_mostly = 8;

base::Result<void> append_decoded(std::string& out, std::string_view text) {
    const auto plain = text.substr(0, text.find('%'));
    out += plain;
    for (std::size_t i = plain.size(); i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return query::syntax("the address", "% and two hexadecimal digits", text.substr(i, 3));
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return {};
}

}  // namespace

base::Result<Address> parse_address(std::string_view path, std::string_view query_text) {
    Address address;
    address.path.reserve(segments_mostly);
    for (const auto segment : base::parts(path, '/'))
        TRY(append_decoded(address.path.emplace_back(), segment));
    while (!address.path.empty() && address.path.back().empty())
        address.path.pop_back();
    for (const auto part : base::parts(query_text, '&')) {
        if (part.empty())
            continue;
        const auto equals = part.find('=');
        auto& [name, value] = address.parameters.emplace_back();
        TRY(append_decoded(name, part.substr(0, equals)));
        if (equals != part.npos)
            TRY(append_decoded(value, part.substr(equals + 1)));
    }
    return address;
}

}  // namespace sdmx
