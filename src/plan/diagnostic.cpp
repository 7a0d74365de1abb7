#include "plan/diagnostic.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace plan {
namespace {

// The part of the line under the carets keeps its tabs, so that the carets stand where they should.
std::string indentation_like(std::string_view line, int characters) {
    std::string indentation;
    int seen = 0;
    for (const char c : line) {
        if ((static_cast<unsigned char>(c) & 0xC0) == 0x80)
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
                                   diagnostic.message);
    if (!diagnostic.source_line.empty()) {
        const std::string number = fmt::format("{:>4}", mark.line);
        text += fmt::format("{} | {}\n", number, diagnostic.source_line);
        const int characters = static_cast<int>(base::count_characters(diagnostic.source_line));
        const int room = std::max(1, characters - mark.column + 1);
        text += fmt::format(
            "{:{}} | {}{}\n", "", number.size(),
            indentation_like(diagnostic.source_line, mark.column - 1),
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
                               {"message", diagnostic.message},
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
