#include "base/text.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <numeric>

namespace base {
namespace {

// Insertions, deletions, substitutions and swaps of two neighbours (optimal string alignment).
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(row);
    }
    return last.back();
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view text) {
    if (simdjson::validate_utf8(text.data(), text.size()))
        return text.size();
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const auto character = text.substr(at, length);
        if (!simdjson::validate_utf8(character.data(), character.size()))
            break;
        at += length;
    }
    return at;
}

Result<void> check_utf8(std::string_view text, std::string_view where) {
    const std::size_t valid = valid_utf8_prefix(text);
    if (valid == text.size())
        return {};
    return Error{ErrorCode::invalid_utf8,
                 fmt::format("expected UTF-8, found another byte sequence at byte {}", valid),
                 std::string{where}};
}

std::size_t character_bytes(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t bytes = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    return std::min(bytes, text.size());
}

std::uint32_t character_at(std::string_view text) {
    const std::size_t bytes = character_bytes(text);
    const auto first = static_cast<unsigned char>(text.front());
    if (bytes == 1)
        return first;
    std::uint32_t character = first & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i)
        character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3Fu);
    return character;
}

std::size_t count_characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::optional<std::uint32_t> hidden_character(std::string_view text) {
    while (!text.empty()) {
        const std::uint32_t c = character_at(text);
        const bool is_hidden = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x61C ||
                               c == 0x200B || c == 0x200E || c == 0x200F ||
                               (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
                               c == 0xFEFF;
        if (is_hidden)
            return c;
        text.remove_prefix(character_bytes(text));
    }
    return std::nullopt;
}

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        if (text.starts_with("\xC2\xA0"))  // U+00A0
            text.remove_prefix(2);
        else if (std::string_view{" \t\r\n"}.find(text.front()) != std::string_view::npos)
            text.remove_prefix(1);
        else
            return false;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (!text.empty() && is_space(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && is_space(text.back()))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> all;
    all.reserve(static_cast<std::size_t>(std::ranges::count(text, separator)) + 1);
    for (const auto part : parts(text, separator))
        all.push_back(part);
    return all;
}

std::string lower_ascii(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string counted(std::string_view number, std::string_view things) {
    std::string text{number};
    if (things.empty())
        return text;
    text += ' ';
    const auto of = things.find(" of ");
    std::string noun{things.substr(0, of)};
    const auto ends_with_any = [&](std::initializer_list<std::string_view> endings) {
        return std::ranges::any_of(endings, [&](auto ending) { return noun.ends_with(ending); });
    };
    const bool is_plural =
        noun.ends_with('s') && !ends_with_any({"ss", "us", "is", "series", "news"});
    if (number == "1" && is_plural) {
        if (noun.ends_with("ies"))
            noun.replace(noun.size() - 3, 3, "y");
        else if (ends_with_any({"sses", "ches", "shes", "xes"}))
            noun.resize(noun.size() - 2);
        else
            noun.pop_back();
    }
    text += noun;
    return of == std::string_view::npos ? text : text.append(things.substr(of));
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
    for (const auto& candidate : candidates) {
        // So many letters must be added or left out at least; and a long word takes long.
        const auto longer = std::max(word.size(), candidate.size());
        const auto shorter = std::min(word.size(), candidate.size());
        if (longer - shorter >= best_distance)
            continue;
        const std::size_t distance = edit_distance(word, candidate);
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates) {
    const auto near = nearest(word, candidates);
    return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

std::string without_underscores(std::string_view word) {
    std::string text{word};
    std::ranges::replace(text, '_', ' ');
    return text;
}

}  // namespace base
