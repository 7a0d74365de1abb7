#include "plan/yaml.h"

#include "base/text.h"
#include "plan/yaml_lines.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <memory>
#include <sstream>

namespace plan {
namespace {

using base::ErrorCode;

// A fault of the structure costs its line and one more parse; beyond this number the file is
// broken as a whole, and more messages would not help.
constexpr int syntax_faults_max = 12;

// Each key is compared with all before it; no item of a plan has nearly as many.
constexpr std::size_t keys_max = 1000;

/// Thrown through the parser to stop it; caught in this file.
struct TooDeep {
    int line;
};

/// Converts places of the mended text into places of the file, in characters.
class Places {
  public:
    Places(const MendedLines& lines, const std::string& file) : lines_(lines), file_(file) {}

    Mark mark(const YAML::Mark& at) const {
        if (at.line < 0 || static_cast<std::size_t>(at.line) >= lines_.mended.size())
            return {file_, static_cast<int>(lines_.mended.size()), 1};
        const auto line = static_cast<std::size_t>(at.line);
        const std::string_view text = lines_.mended[line];
        const auto bytes = std::min(text.size(), static_cast<std::size_t>(std::max(0, at.column)));
        const int column = static_cast<int>(base::count_characters(text.substr(0, bytes)));
        return {file_, at.line + 1, std::max(1, column + 1 + lines_.shift[line])};
    }

    /// How many characters a scalar that begins at `at` takes on its own line.
    int width(const YAML::Mark& at, bool is_quoted, bool is_in_list) const {
        if (at.line < 0 || static_cast<std::size_t>(at.line) >= lines_.mended.size())
            return 1;
        const std::string_view line = lines_.mended[static_cast<std::size_t>(at.line)];
        auto text = line.substr(std::min(line.size(), static_cast<std::size_t>(at.column)));
        std::size_t end = 0;
        if (is_quoted && !text.empty()) {
            end = text.find(text[0], 1);
            end = end == std::string_view::npos ? text.size() : end + 1;
        } else {
            while (end < text.size() && !ends_plain(text, end, is_in_list))
                ++end;
        }
        return std::max(
            1, static_cast<int>(base::count_characters(base::trimmed(text.substr(0, end)))));
    }

  private:
    static bool ends_plain(std::string_view text, std::size_t at, bool is_in_list) {
        if (is_in_list && (text[at] == ',' || text[at] == ']'))
            return true;
        if (text[at] == ':')
            return at + 1 == text.size() || text[at + 1] == ' ';
        return text[at] == ' ' && at + 1 < text.size() && text[at + 1] == '#';
    }

    const MendedLines& lines_;
    const std::string& file_;
};

/// Builds the tree from the parser's events.
class TreeBuilder final : public YAML::EventHandler {
  public:
    TreeBuilder(const Places& places, std::vector<Diagnostic>& diagnostics)
        : places_(places), diagnostics_(diagnostics) {}

    Node take_root() { return std::move(root_); }
    /// After a fault, what was read so far is kept.
    void close_all() {
        while (!open_.empty())
            close();
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& at, YAML::anchor_t) override {
        leaf(Node::Kind::null, at, {}, false);
    }
    void OnAlias(const YAML::Mark& at, YAML::anchor_t) override { refuse(at, "an alias"); }
    void OnScalar(const YAML::Mark& at, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        const bool is_quoted = tag == "!";
        if (anchor != 0 || (!is_quoted && !tag.empty() && tag != "?"))
            return refuse(at, anchor != 0 ? "an anchor" : "a tag");
        if (value == faulty_value)
            return leaf(Node::Kind::faulty, at, {}, false);
        leaf(Node::Kind::scalar, at, value, is_quoted);
    }
    void OnSequenceStart(const YAML::Mark& at, const std::string&, YAML::anchor_t,
                         YAML::EmitterStyle::value style) override {
        open(Node::Kind::sequence, at, style == YAML::EmitterStyle::Flow);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& at, const std::string&, YAML::anchor_t,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::mapping, at, false);
    }
    void OnMapEnd() override { close(); }

  private:
    struct Open {
        Node node;
        bool is_flow = false;
        bool has_key = false;
        Node key;
    };

    void open(Node::Kind kind, const YAML::Mark& at, bool is_flow) {
        if (static_cast<int>(open_.size()) >= yaml_depth_max)
            throw TooDeep{at.line};
        Node node;
        node.kind = kind;
        node.mark = places_.mark(at);
        node.width = places_.width(at, false, false);
        open_.push_back({std::move(node), is_flow, false, {}});
    }

    void close() {
        Node node = std::move(open_.back().node);
        open_.pop_back();
        add(std::move(node));
    }

    void leaf(Node::Kind kind, const YAML::Mark& at, std::string text, bool is_quoted) {
        Node node;
        node.kind = kind;
        node.text = std::move(text);
        node.is_quoted = is_quoted;
        node.mark = places_.mark(at);
        node.width = places_.width(at, is_quoted, !open_.empty() && open_.back().is_flow);
        add(std::move(node));
    }

    void refuse(const YAML::Mark& at, std::string_view what) {
        leaf(Node::Kind::faulty, at, {}, false);
        diagnostics_.push_back({ErrorCode::yaml_feature_refused,
                                fmt::format("{} is not part of the plan language", what),
                                places_.mark(at),
                                1,
                                {},
                                {}});
    }

    void add(Node node) {
        if (open_.empty()) {
            root_ = std::move(node);
            return;
        }
        auto& parent = open_.back();
        if (parent.node.kind == Node::Kind::sequence) {
            parent.node.items.push_back(std::move(node));
        } else if (!parent.has_key) {
            parent.key = std::move(node);
            parent.has_key = true;
        } else {
            parent.has_key = false;
            add_entry(parent.node, std::move(parent.key), std::move(node));
        }
    }

    void add_entry(Node& mapping, Node key, Node value) {
        if (key.kind == Node::Kind::faulty)
            return;
        if (key.kind != Node::Kind::scalar) {
            diagnostics_.push_back(
                {ErrorCode::yaml_syntax, "a key must be a plain word", key.mark, 1, {}, {}});
            return;
        }
        if (value.kind == Node::Kind::null) {  // the parser places it on the line that follows
            value.mark = key.mark;
            value.width = key.width;
        }
        if (mapping.entries.size() >= keys_max) {
            if (!mapping.is_damaged)
                diagnostics_.push_back({ErrorCode::yaml_too_large,
                                        fmt::format("an item has at most {} keys", keys_max),
                                        key.mark,
                                        key.width,
                                        {},
                                        {}});
            mapping.is_damaged = true;
            return;
        }
        if (const auto* first = mapping.find(key.text)) {
            diagnostics_.push_back(
                {ErrorCode::yaml_duplicate_key,
                 fmt::format("the key \"{}\" stands twice in this item; the first is on line {}, "
                             "column {}",
                             key.text, first->key.mark.line, first->key.mark.column),
                 key.mark,
                 key.width,
                 {},
                 {}});
            return;
        }
        mapping.entries.push_back({std::move(key), std::move(value)});
    }

    const Places& places_;
    std::vector<Diagnostic>& diagnostics_;
    Node root_;
    std::vector<Open> open_;
};

std::size_t indentation(std::string_view line) {
    return std::min(line.size(), line.find_first_not_of(' '));
}

/// Clears a line that the parser cannot place, with what hangs below it.
void drop_line(std::vector<std::string>& lines, std::size_t line, std::vector<int>& dropped) {
    const std::size_t indent = indentation(lines[line]);
    do {
        lines[line].clear();
        dropped.push_back(static_cast<int>(line) + 1);
        ++line;
    } while (line < lines.size() && !lines[line].empty() && indentation(lines[line]) > indent);
}

/// Marks the mappings that lines were dropped from; yields the last line of the node.
int mark_damage(Node& node, const std::vector<int>& dropped) {
    int last = node.mark.line;
    for (auto& item : node.items)
        last = std::max(last, mark_damage(item, dropped));
    for (auto& entry : node.entries)
        last = std::max(last, mark_damage(entry.value, dropped));
    if (!dropped.empty() && node.kind == Node::Kind::mapping) {
        const auto at = std::ranges::lower_bound(dropped, node.mark.line - 1);
        node.is_damaged = node.is_damaged || (at != dropped.end() && *at <= last + 1);
    }
    return last;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines)
        (text += line) += '\n';
    return text;
}

struct SyntaxFault {
    int line;  ///< from 0
    int column;
    ErrorCode code;
    std::string message;
};

/// One run of the parser; yields the fault at which it stopped.
std::optional<SyntaxFault> parse_once(const MendedLines& lines, TreeBuilder& builder) {
    try {
        std::istringstream stream{joined(lines.mended)};
        YAML::Parser parser{stream};
        parser.HandleNextDocument(builder);
        return std::nullopt;
    } catch (const TooDeep& fault) {
        return SyntaxFault{fault.line, 0, ErrorCode::yaml_too_large,
                           fmt::format("the text is nested deeper than {} levels", yaml_depth_max)};
    } catch (const YAML::Exception& fault) {
        return SyntaxFault{
            fault.mark.line, fault.mark.column, ErrorCode::yaml_syntax,
            fmt::format("this line does not fit what stands above it ({})", fault.msg)};
    } catch (const std::exception& fault) {
        return SyntaxFault{0, 0, ErrorCode::yaml_syntax,
                           fmt::format("the file cannot be read as YAML ({})", fault.what())};
    }
}

void parse_with_recovery(MendedLines& lines, YamlFile& file, const std::string& name) {
    std::vector<int> dropped;
    const Places places{lines, name};
    std::vector<Diagnostic> syntax;
    for (int attempt = 0;; ++attempt) {
        std::vector<Diagnostic> found;
        TreeBuilder builder{places, found};
        const auto fault = parse_once(lines, builder);
        if (fault) {
            builder.close_all();
            Diagnostic diagnostic{fault->code, fault->message, {name, 1, 1}, 1, {}, {}};
            if (!lines.mended.empty()) {
                YAML::Mark mark;
                mark.line = fault->line;
                mark.column = fault->column;
                diagnostic.mark = places.mark(mark);
            }
            syntax.push_back(std::move(diagnostic));
        }
        std::size_t line = fault ? static_cast<std::size_t>(std::max(0, fault->line)) : 0;
        line = std::min(line, lines.mended.size() - (lines.mended.empty() ? 0 : 1));
        while (fault && line > 0 && lines.mended[line].empty())
            --line;
        const bool can_go_on = fault && attempt < syntax_faults_max && !lines.mended.empty() &&
                               !lines.mended[line].empty();
        if (can_go_on) {
            drop_line(lines.mended, line, dropped);
            continue;
        }
        file.root = builder.take_root();
        std::ranges::move(found, std::back_inserter(file.diagnostics));
        break;
    }
    file.is_damaged = !syntax.empty();
    std::ranges::move(syntax, std::back_inserter(file.diagnostics));
    std::ranges::sort(dropped);
    mark_damage(file.root, dropped);
}

}  // namespace

const Node::Entry* Node::find(std::string_view key) const {
    const auto at =
        std::ranges::find_if(entries, [&](const Entry& entry) { return entry.key.text == key; });
    return at == entries.end() ? nullptr : &*at;
}

YamlFile read_yaml(std::string_view text, const std::string& name) {
    YamlFile file;
    if (text.size() > yaml_bytes_max) {
        file.is_damaged = true;
        file.diagnostics.push_back(
            {ErrorCode::yaml_too_large,
             fmt::format("the file has {} bytes; {} are allowed", text.size(), yaml_bytes_max),
             {name, 1, 1},
             1,
             {},
             {}});
        return file;
    }
    auto lines = mend_lines(text);
    for (auto& fault : lines.faults)
        file.diagnostics.push_back({fault.code,
                                    std::move(fault.message),
                                    {name, fault.line, fault.column},
                                    fault.width,
                                    {},
                                    std::move(fault.hint)});
    file.lines = lines.original;
    parse_with_recovery(lines, file, name);
    for (auto& diagnostic : file.diagnostics) {
        const auto line = static_cast<std::size_t>(diagnostic.mark.line - 1);
        if (line < file.lines.size())
            diagnostic.source_line = file.lines[line];
        if (diagnostic.hint.empty())
            diagnostic.hint = base::info(diagnostic.code).help;
    }
    return file;
}

}  // namespace plan
