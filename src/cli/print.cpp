#include "cli/print.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace cli {

using base::Json;

std::string string_of(const Json& json, std::string_view key) {
    const auto* field = json.find(key);
    return field != nullptr && field->string() != nullptr ? *field->string() : "";
}

std::int64_t number_of(const Json& json, std::string_view key) {
    const auto* field = json.find(key);
    return field != nullptr && field->integer() != nullptr ? *field->integer() : 0;
}

bool is_true(const Json& json, std::string_view key) {
    const auto* field = json.find(key);
    return field != nullptr && field->boolean() != nullptr && *field->boolean();
}

const Json::Array& items_of(const Json& json, std::string_view key) {
    static const Json::Array none;
    const auto* field = json.find(key);
    return field != nullptr && field->array_items() != nullptr ? *field->array_items() : none;
}

std::vector<std::string> strings_of(const Json& json, std::string_view key) {
    std::vector<std::string> texts;
    for (const auto& item : items_of(json, key)) {
        if (item.string() != nullptr)
            texts.push_back(*item.string());
    }
    return texts;
}

void print_mark(std::ostream& out, const Json& answer) {
    const auto* strategy = answer.find("strategy");
    if (strategy != nullptr && is_true(*strategy, "exercise"))
        out << "EXERCISE, NOT FACT\n";
}

void print_heading(std::ostream& out, const Json& answer, std::string_view what) {
    print_mark(out, answer);
    const auto* strategy = answer.find("strategy");
    const auto recorded_by = string_of(answer, "recorded_by");
    out << fmt::format(
        "{}\n{}, as of {}{}\n", what, strategy != nullptr ? string_of(*strategy, "title") : "",
        string_of(answer, "as_of"), recorded_by.empty() ? "" : ", as recorded by " + recorded_by);
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t columns) {
    std::string lines;
    std::size_t used = indent;
    bool is_first = true;
    for (const auto word : base::parts(text, ' ')) {
        const std::size_t length = base::count_characters(word);
        if (!is_first && used + 1 + length > columns) {
            lines += '\n';
            lines.append(indent, ' ');
            used = indent;
        } else if (!is_first) {
            lines += ' ';
            ++used;
        }
        lines += word;
        used += length;
        is_first = false;
    }
    return lines;
}

void print_table(std::ostream& out, const std::vector<std::string>& heads,
                 const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& head : heads)
        widths.push_back(base::count_characters(head));
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], base::count_characters(row[i]));
    }
    std::size_t indent = 0;
    for (std::size_t i = 0; i + 1 < widths.size(); ++i)
        indent += widths[i] + 2;
    const auto print = [&](const std::vector<std::string>& row) {
        std::string line;
        for (std::size_t i = 0; i + 1 < row.size(); ++i) {
            line += row[i];
            line.append(widths[i] - base::count_characters(row[i]) + 2, ' ');
        }
        line += wrapped(row.back(), indent, std::max<std::size_t>(100, indent + 24));
        while (line.ends_with(' '))
            line.pop_back();
        out << line << '\n';
    };
    print(heads);
    for (const auto& row : rows)
        print(row);
}

}  // namespace cli
