#include "plan/yaml_lines.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace plan {
namespace {

using base::ErrorCode;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

int characters(std::string_view text) {
    return static_cast<int>(base::count_characters(text));
}

std::size_t skip_blanks(std::string_view line, std::size_t at) {
    while (at < line.size() && is_blank(line[at]))
        ++at;
    return at;
}

bool ends_token(std::string_view line, std::size_t at) {
    return at >= line.size() || is_blank(line[at]);
}

/// The place after the closing quote, or nothing where the quote is not closed on this line.
std::optional<std::size_t> after_quoted(std::string_view line, std::size_t open) {
    const char quote = line[open];
    for (std::size_t at = open + 1; at < line.size(); ++at) {
        if (quote == '"' && line[at] == '\\') {
            ++at;
        } else if (line[at] == quote) {
            if (quote == '\'' && at + 1 < line.size() && line[at + 1] == '\'')
                ++at;
            else
                return at + 1;
        }
    }
    return std::nullopt;
}

/// Where a comment begins that follows plain text, or the line's end without trailing blanks.
std::size_t end_of_plain(std::string_view line, std::size_t from) {
    std::size_t end = line.size();
    for (std::size_t at = from; at + 1 < line.size(); ++at) {
        if (is_blank(line[at]) && line[at + 1] == '#') {
            end = at;
            break;
        }
    }
    while (end > from && is_blank(line[end - 1]))
        --end;
    return end;
}

/// The colon that ends a key, or npos. `from` is where the key begins.
std::size_t find_key_colon(std::string_view line, std::size_t from) {
    if (from < line.size() && (line[from] == '"' || line[from] == '\'')) {
        const auto close = after_quoted(line, from);
        if (!close)
            return std::string_view::npos;
        const std::size_t colon = skip_blanks(line, *close);
        const bool is_key =
            colon < line.size() && line[colon] == ':' && ends_token(line, colon + 1);
        return is_key ? colon : std::string_view::npos;
    }
    if (from < line.size() && std::string_view{"[{#|>"}.find(line[from]) != std::string_view::npos)
        return std::string_view::npos;
    const std::size_t end = end_of_plain(line, from);
    for (std::size_t at = from; at < end; ++at) {
        if (line[at] == ':' && ends_token(line, at + 1))
            return at;
    }
    return std::string_view::npos;
}

/// The colon of "key:value", or npos where the text does not look like a key and its value.
std::size_t glued_colon(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto is_key = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    if (colon == 0 || colon == std::string_view::npos || colon + 1 == text.size() ||
        !std::ranges::all_of(text.substr(0, colon), is_key))
        return std::string_view::npos;
    return colon;
}

std::string single_quoted(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c;
        if (c == '\'')
            quoted += '\'';
    }
    return quoted + '\'';
}

class Mender {
  public:
    explicit Mender(std::string_view text);
    MendedLines take() { return std::move(out_); }

  private:
    enum class Before { nothing, opener, plain, closed };

    void mend(std::size_t index);
    bool inside_text_block(std::string_view line, std::size_t indent);
    bool swallowed(std::string_view line, std::size_t indent);
    bool document_marker(std::string& line);
    void mend_tabs(std::string& line);
    std::size_t tabbed_indentation(std::string_view indentation) const;
    bool fits_level(std::string& line, std::size_t& indent);
    bool continues_value(std::string& line, std::size_t indent, std::size_t key_colon);
    void mend_value(std::string& line, std::size_t value, bool has_key);
    void mend_quoted(std::string& line, std::size_t value);
    void mend_flow_list(std::string& line, std::size_t value);
    void mend_property(std::string& line, std::size_t value);
    bool begins_text_block(std::string& line, std::size_t value);
    void mend_plain(std::string& line, std::size_t value, bool has_key);
    void fault(ErrorCode code, std::size_t byte, int width, std::string message,
               std::string hint = {});
    void refuse_value(std::string& line, std::size_t value);

    MendedLines out_;
    std::size_t index_ = 0;
    bool stopped_ = false;  ///< nothing after a second document is read
    bool has_content_ = false;
    std::vector<std::size_t> levels_;  ///< columns at which collections are open
    Before before_ = Before::nothing;
    std::size_t key_column_ = 0;             ///< of the last key or dash
    std::optional<std::size_t> text_block_;  ///< the column of the key whose text block is open
    std::optional<std::size_t> swallow_;     ///< deeper lines belong to a value that was refused
};

/// Replaces what is not UTF-8 or not printable, so that later steps and the caret line can rely on
/// characters.
std::string printable_utf8(std::string_view line, int number, std::vector<LineFault>& faults) {
    std::string clean;
    bool is_reported = false;
    const auto report = [&](const std::string& what) {
        if (!is_reported)
            faults.push_back({ErrorCode::yaml_invalid_text,
                              number,
                              characters(clean) + 1,
                              1,
                              fmt::format("expected printable UTF-8, found {}", what),
                              {}});
        is_reported = true;
        clean += '?';
    };
    std::size_t at = 0;
    while (at < line.size()) {
        const auto byte = static_cast<unsigned char>(line[at]);
        if (byte < 0x80) {
            if ((byte < 0x20 && byte != '\t') || byte == 0x7F)
                report(fmt::format("the control character {:02X}", byte));
            else
                clean += line[at];
            ++at;
            continue;
        }
        const std::size_t size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
        const auto piece = line.substr(at, size);
        if (piece.size() < size || !base::check_utf8(piece, "").ok()) {
            report(fmt::format("the byte {:02X}", byte));
            ++at;
        } else {
            if (piece == faulty_value || piece == "\xEF\xBB\xBF" || piece == "\xC2\x85" ||
                piece == "\xE2\x80\xA8" || piece == "\xE2\x80\xA9")
                report("a character without a printed form");
            else
                clean += piece;
            at += size;
        }
    }
    return clean;
}

Mender::Mender(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    auto lines = base::split(text, '\n');
    if (lines.back().empty())
        lines.pop_back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto line = lines[i];
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        out_.original.push_back(printable_utf8(line, static_cast<int>(i) + 1, out_.faults));
    }
    out_.mended = out_.original;
    out_.shift.assign(out_.original.size(), 0);
    for (std::size_t i = 0; i < lines.size(); ++i)
        mend(i);
}

void Mender::fault(ErrorCode code, std::size_t byte, int width, std::string message,
                   std::string hint) {
    const auto& line = out_.mended[index_];
    const int column = characters(std::string_view{line}.substr(0, std::min(byte, line.size())));
    out_.faults.push_back({code, static_cast<int>(index_) + 1, column + 1 + out_.shift[index_],
                           width, std::move(message), std::move(hint)});
}

// The value goes; the key stays, so that nobody is told that it is missing.
void Mender::refuse_value(std::string& line, std::size_t value) {
    line.replace(value, std::string::npos, faulty_value);
    before_ = Before::closed;
    swallow_ = key_column_;
}

bool Mender::inside_text_block(std::string_view line, std::size_t indent) {
    if (!text_block_)
        return false;
    if (indent == line.size() || indent > *text_block_)
        return true;
    text_block_.reset();
    return false;
}

bool Mender::swallowed(std::string_view line, std::size_t indent) {
    if (!swallow_)
        return false;
    const bool is_rest =
        indent == line.size() || indent > *swallow_ || line[indent] == '}' || line[indent] == ']';
    if (!is_rest)
        swallow_.reset();
    return is_rest;
}

/// How many spaces an indentation with tabs probably stands for: the width of a tab is the one that
/// brings the line to a level that is open.
std::size_t Mender::tabbed_indentation(std::string_view indentation) const {
    if (levels_.empty())
        return 0;
    if (before_ == Before::opener)
        return key_column_ + 2;
    const auto tabs = static_cast<std::size_t>(std::ranges::count(indentation, '\t'));
    const std::size_t spaces = indentation.size() - tabs;
    std::optional<std::size_t> deepest;
    for (const std::size_t width : {2, 4, 8}) {
        const std::size_t column = spaces + width * tabs;
        if (std::ranges::find(levels_, column) != levels_.end())
            deepest = column;
    }
    return deepest.value_or(levels_.back());
}

void Mender::mend_tabs(std::string& line) {
    const std::size_t indent = skip_blanks(line, 0);
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos || tab >= indent || indent == line.size())
        return;
    fault(ErrorCode::yaml_tab, tab, 1, "expected spaces in the indentation, found a tab");
    const std::string spaces(tabbed_indentation(std::string_view{line}.substr(0, indent)), ' ');
    out_.shift[index_] += static_cast<int>(indent) - static_cast<int>(spaces.size());
    line.replace(0, indent, spaces);
}

bool Mender::document_marker(std::string& line) {
    const bool is_start = line.starts_with("---") && ends_token(line, 3);
    const bool is_end = line.starts_with("...") && ends_token(line, 3);
    if (line.starts_with('%')) {
        fault(ErrorCode::yaml_feature_refused, 0, characters(line),
              "a YAML directive is not part of the plan language");
        line.clear();
        return true;
    }
    if (!is_start && !is_end)
        return false;
    if (is_start && !has_content_ && skip_blanks(line, 3) == line.size()) {
        has_content_ = true;
        line.clear();
        return true;
    }
    fault(ErrorCode::yaml_feature_refused, 0, 3,
          "a file holds one document; nothing after this line is read");
    line.clear();
    stopped_ = true;
    return true;
}

void Mender::mend(std::size_t index) {
    index_ = index;
    std::string& line = out_.mended[index];
    if (stopped_) {
        line.clear();
        return;
    }
    mend_tabs(line);
    std::size_t indent = skip_blanks(line, 0);
    if (inside_text_block(line, indent))
        return;
    if (swallowed(line, indent)) {
        line.clear();
        return;
    }
    if (indent == line.size() || line[indent] == '#' || (indent == 0 && document_marker(line)))
        return;
    has_content_ = true;

    std::size_t at = indent;
    std::vector<std::size_t> columns;
    while (at < line.size() && line[at] == '-' && ends_token(line, at + 1)) {
        columns.push_back(at);
        at = skip_blanks(line, at + 1);
    }
    std::size_t colon = find_key_colon(line, at);
    if (colon != std::string::npos)
        columns.push_back(at);
    if (columns.empty() || before_ == Before::plain || before_ == Before::closed) {
        if (continues_value(line, indent, colon))
            return;
    }
    if (columns.empty()) {  // "key:value" was given its space
        colon = find_key_colon(line, at);
        columns.push_back(at);
    }
    const bool has_key = colon != std::string::npos;
    const std::size_t old_indent = indent;
    if (!fits_level(line, indent))
        return;
    const std::size_t moved = indent - old_indent;  // wraps, as unsigned arithmetic may
    for (auto& column : columns)
        column += moved;
    for (const auto column : columns) {
        if (levels_.empty() || levels_.back() < column)
            levels_.push_back(column);
    }
    key_column_ = columns.empty() ? key_column_ : columns.back();
    mend_value(line, skip_blanks(line, (has_key ? colon + 1 : at) + moved), has_key);
}

/// Handles a line that is not a key or an item of its own; says whether it is done with.
bool Mender::continues_value(std::string& line, std::size_t indent, std::size_t key_colon) {
    const bool is_deeper = indent > key_column_;
    const bool has_key = key_colon != std::string::npos;
    const bool is_item = line[indent] == '-' && ends_token(line, indent + 1);
    if (!has_key && !is_item && is_deeper && before_ == Before::plain) {
        return true;  // plain text may go on in the next line
    }
    if (!has_key && !is_item && is_deeper && before_ == Before::opener) {
        mend_value(line, indent, false);
        return true;
    }
    if ((has_key || is_item) && is_deeper && before_ != Before::opener) {
        fault(ErrorCode::yaml_syntax, indent, characters(base::trimmed(line)),
              "this line is indented below a key that already has a value",
              "indent it like the key above, or move the value of that key into a list");
        if (is_item || key_column_ == 0) {
            line.clear();
            return true;
        }
        out_.shift[index_] += static_cast<int>(indent - key_column_);
        line.erase(0, indent - key_column_);
        mend_value(line, skip_blanks(line, key_colon + 1 - (indent - key_column_)), true);
        return true;
    }
    if (has_key || is_item)
        return false;
    const auto text = base::trimmed(line);
    const std::size_t colon = glued_colon(text);
    fault(ErrorCode::yaml_syntax, indent, characters(text),
          "expected \"key: value\" or \"- item\", found other text",
          colon == std::string_view::npos ? "" : "a space belongs after the colon");
    if (colon != std::string_view::npos) {
        line.insert(indent + colon + 1, " ");
        return false;
    }
    line.clear();
    return true;
}

/// The indentation of a line must be that of an open level, or deeper than a key that opens one.
bool Mender::fits_level(std::string& line, std::size_t& indent) {
    auto open = levels_;
    while (!open.empty() && open.back() > indent)
        open.pop_back();
    const bool is_level = !open.empty() && open.back() == indent;
    const bool is_deeper =
        open.size() == levels_.size() && (levels_.empty() || before_ == Before::opener);
    if (is_level || is_deeper) {
        levels_ = std::move(open);
        return true;
    }
    const auto distance = [&](std::size_t level) {
        return level > indent ? level - indent : indent - level;
    };
    const std::size_t nearest =
        *std::ranges::min_element(levels_, {}, [&](std::size_t level) { return distance(level); });
    fault(ErrorCode::yaml_syntax, indent, 1,
          fmt::format("an indentation of {} spaces fits no level above; the nearest has {}", indent,
                      nearest));
    out_.shift[index_] += static_cast<int>(indent) - static_cast<int>(nearest);
    line = std::string(nearest, ' ') + line.substr(indent);
    indent = nearest;
    while (!levels_.empty() && levels_.back() > indent)
        levels_.pop_back();
    return true;
}

void Mender::mend_value(std::string& line, std::size_t value, bool has_key) {
    if (value >= line.size() || line[value] == '#') {
        before_ = Before::opener;
        return;
    }
    before_ = Before::closed;
    switch (line[value]) {
        case '"':
        case '\'':
            return mend_quoted(line, value);
        case '&':
        case '*':
        case '!':
            return mend_property(line, value);
        case '{':
            fault(ErrorCode::yaml_feature_refused, value,
                  characters(std::string_view{line}.substr(value)),
                  "a flow mapping is not part of the plan language",
                  "write one key a line, indented below");
            return refuse_value(line, value);
        case '[':
            return mend_flow_list(line, value);
        case '|':
        case '>':
            if (begins_text_block(line, value))
                return;
            break;
        case '-':
        case '?':
            if (ends_token(line, value + 1)) {
                fault(ErrorCode::yaml_syntax, value, 1,
                      line[value] == '-' ? "a list begins on the line after its key"
                                         : "a key is written plainly, without \"?\"");
                return refuse_value(line, value);
            }
            break;
        default:
            break;
    }
    mend_plain(line, value, has_key);
}

void Mender::mend_quoted(std::string& line, std::size_t value) {
    const auto close = after_quoted(line, value);
    if (!close) {
        fault(ErrorCode::yaml_unterminated_quote, value,
              characters(std::string_view{line}.substr(value)),
              fmt::format("the text that begins with {} is not closed on its line", line[value]),
              line[value] == '\'' ? "an apostrophe inside single quotes is written twice: ''" : "");
        while (line[value] == '"' && line.ends_with('\\'))
            line.pop_back();
        line += line[value];
        return;
    }
    const std::size_t rest = skip_blanks(line, *close);
    if (rest < line.size() && (line[rest] != '#' || rest == *close)) {
        fault(ErrorCode::yaml_syntax, rest, characters(std::string_view{line}.substr(rest)),
              "expected the line's end after the closing quote, found more text",
              "quotes inside the text are written \\\" in double quotes and '' in single quotes");
        line.erase(*close);
    }
}

void Mender::mend_flow_list(std::string& line, std::size_t value) {
    std::size_t at = value + 1;
    while (at < line.size() && line[at] != ']') {
        if (line[at] == '"' || line[at] == '\'') {
            const auto close = after_quoted(line, at);
            if (!close)
                break;
            at = *close;
            continue;
        }
        const bool is_nested = line[at] == '[' || line[at] == '{' || line[at] == '}';
        const bool is_pair = line[at] == ':' && ends_token(line, at + 1);
        const bool is_property =
            std::string_view{"&*!"}.find(line[at]) != std::string_view::npos &&
            (line[at - 1] == '[' || line[at - 1] == ' ' || line[at - 1] == ',');
        if (is_nested || is_pair || is_property) {
            fault(ErrorCode::yaml_feature_refused, at, 1,
                  "a list in brackets holds plain words only",
                  "write one item a line, each after \"- \"");
            return refuse_value(line, value);
        }
        if (line[at] == '#' && is_blank(line[at - 1])) {
            at = line.size();
            break;
        }
        ++at;
    }
    if (at >= line.size() || line[at] != ']') {
        fault(ErrorCode::yaml_syntax, value, characters(std::string_view{line}.substr(value)),
              "a list in brackets must be closed on its line",
              "write one item a line, each after \"- \"");
        return refuse_value(line, value);
    }
    const std::size_t rest = skip_blanks(line, at + 1);
    if (rest < line.size() && line[rest] != '#') {
        fault(ErrorCode::yaml_syntax, rest, characters(std::string_view{line}.substr(rest)),
              "expected the line's end after the list, found more text");
        line.erase(at + 1);
    }
}

void Mender::mend_property(std::string& line, std::size_t value) {
    std::size_t end = value;
    while (end < line.size() && !is_blank(line[end]))
        ++end;
    const char sign = line[value];
    fault(ErrorCode::yaml_feature_refused, value, static_cast<int>(end - value),
          fmt::format("{} is not part of the plan language", sign == '&'   ? "an anchor"
                                                             : sign == '*' ? "an alias"
                                                                           : "a tag"),
          fmt::format("a text that begins with {} must be quoted", sign));
    const std::size_t rest = skip_blanks(line, end);
    if (sign == '*' || (rest < line.size() && line[rest] != '#')) {
        refuse_value(line, value);
        return;
    }
    line.erase(value);
    before_ = Before::opener;
}

bool Mender::begins_text_block(std::string& line, std::size_t value) {
    std::size_t at = value + 1;
    while (at < line.size() &&
           std::string_view{"+-123456789"}.find(line[at]) != std::string_view::npos)
        ++at;
    const std::size_t rest = skip_blanks(line, at);
    if (rest < line.size() && line[rest] != '#')
        return false;
    text_block_ = key_column_;
    return true;
}

void Mender::mend_plain(std::string& line, std::size_t value, bool has_key) {
    before_ = Before::plain;
    const std::size_t end = end_of_plain(line, value);
    const auto text = line.substr(value, end - value);
    if (std::string_view{"@`%,]}|>"}.find(text[0]) != std::string_view::npos) {
        fault(ErrorCode::yaml_syntax, value, 1,
              fmt::format("a text that begins with {} must be quoted", text[0]));
        line.replace(value, end - value, single_quoted(text));
        before_ = Before::closed;
        return;
    }
    for (std::size_t at = 0; has_key && at < text.size(); ++at) {
        if (text[at] != ':' || !ends_token(text, at + 1))
            continue;
        fault(ErrorCode::yaml_syntax, value + at, 1,
              "a text with a colon before a space must be quoted");
        line.replace(value, end - value, single_quoted(text));
        before_ = Before::closed;
        return;
    }
}

}  // namespace

MendedLines mend_lines(std::string_view text) {
    return Mender{text}.take();
}

}  // namespace plan
