#include "plan/diagnostic.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace plan {
namespace {

// A line longer than this is cut to its part around the carets.
constexpr int line_columns_max = 160;
constexpr int columns_before_caret = 60;
// A sentence longer than this repeats what was found; its two ends say what it is about.
constexpr std::size_t message_bytes_max = 1000;
constexpr std::size_t message_end_bytes = 200;

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// The part of a line that is shown, and where its caret stands.
struct Shown {
    std::string text;
    int column = 1;
    int columns = 0;  ///< of the line that can be underlined: not the mark of a cut
};

std::string characters(std::string_view line, int first, int count) {
    std::string text;
    int at = -1;
    for (const char c : line) {
        at += begins_character(c);
        if (at >= first && at < first + count)
            text += c;
    }
    return text;
}

Shown shown_part(std::string_view line, int column) {
    const int length = static_cast<int>(base::count_characters(line));
    if (length <= line_columns_max)
        return {std::string{line}, column, length};
    const int first = std::clamp(column - 1 - columns_before_caret, 0, length - line_columns_max);
    const bool is_cut_before = first > 0, is_cut_after = first + line_columns_max < length;
    return {fmt::format("{}{}{}", is_cut_before ? "…" : "",
                        characters(line, first, line_columns_max), is_cut_after ? "…" : ""),
            column - first + is_cut_before, line_columns_max + is_cut_before};
}

std::string abridged(std::string_view message) {
    if (message.size() <= message_bytes_max)
        return std::string{message};
    std::size_t head = message_bytes_max - message_end_bytes;
    std::size_t tail = message.size() - message_end_bytes;
    while (head > 0 && !begins_character(message[head]))
        --head;
    while (tail < message.size() && !begins_character(message[tail]))
        ++tail;
    return fmt::format("{}…{}", message.substr(0, head), message.substr(tail));
}

// The part of the line under the carets keeps its tabs, so that the carets stand where they should.
std::string indentation_like(std::string_view line, int characters) {
    std::string indentation;
    int seen = 0;
    for (const char c : line) {
        if (!begins_character(c))
            continue;
        if (seen++ == characters)
            return indentation;
        indentation += c == '\t' ? '\t' : ' ';
    }
    indentation.append(static_cast<std::size_t>(std::max(0, characters - seen)), ' ');
    return indentation;
}

auto order(const Diagnostic& d) {
    return std::tie(d.mark.file, d.mark.line, d.mark.column, d.code, d.message);
}

}  // namespace

Severity severity(base::ErrorCode code) {
    return base::info(code).id.starts_with('W') ? Severity::warning : Severity::error;
}

std::string_view word(Severity severity) {
    return severity == Severity::warning ? "warning" : "error";
}

std::string render(const Diagnostic& diagnostic) {
    const auto& mark = diagnostic.mark;
    std::string text = fmt::format("{}:{}:{}: {} {}: {}\n", mark.file, mark.line, mark.column,
                                   word(severity(diagnostic.code)), base::info(diagnostic.code).id,
                                   abridged(diagnostic.message));
    if (!diagnostic.source_line.empty()) {
        const std::string number = fmt::format("{:>4}", mark.line);
        const Shown shown = shown_part(diagnostic.source_line, mark.column);
        text += fmt::format("{} | {}\n", number, shown.text);
        const int room = std::max(1, shown.columns - shown.column + 1);
        text += fmt::format(
            "{:{}} | {}{}\n", "", number.size(), indentation_like(shown.text, shown.column - 1),
            std::string(static_cast<std::size_t>(std::clamp(diagnostic.width, 1, room)), '^'));
    }
    if (!diagnostic.hint.empty())
        text += fmt::format("  hint: {}\n", diagnostic.hint);
    return text;
}

base::Json to_json(const Diagnostic& diagnostic) {
    return base::Json::object({{"code", base::info(diagnostic.code).id},
                               {"severity", word(severity(diagnostic.code))},
                               {"file", diagnostic.mark.file},
                               {"line", diagnostic.mark.line},
                               {"column", diagnostic.mark.column},
                               {"message", abridged(diagnostic.message)},
                               {"hint", diagnostic.hint}});
}

void sort_and_unite(std::vector<Diagnostic>& diagnostics) {
    std::ranges::stable_sort(diagnostics,
                             [](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto again = std::ranges::unique(
        diagnostics, [](const auto& a, const auto& b) { return order(a) == order(b); });
    diagnostics.erase(again.begin(), again.end());
}

}  // namespace plan
