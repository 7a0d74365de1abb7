#pragma once

#include "plan/diagnostic.h"
#include "plan/plan.h"

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// A piece of a YAML file with its place.
///
/// Units: places and widths count characters.
struct Node {
    enum class Kind { null, scalar, sequence, mapping, faulty };
    struct Entry;

    Kind kind = Kind::null;
    std::string text;  ///< of a scalar
    bool is_quoted = false;
    Mark mark;
    int width = 1;
    std::vector<Node> items;     ///< of a sequence
    std::vector<Entry> entries;  ///< of a mapping, in the file's order, each key once
    /// Lines of this mapping could not be read, so that what seems to be missing may stand there.
    bool is_damaged = false;

    const Entry* find(std::string_view key) const;
};

struct Node::Entry {
    Node key;
    Node value;
};

/// A file as far as it could be read: the tree, its lines, and everything that was wrong.
struct YamlFile {
    Node root;
    std::vector<std::string> lines;
    std::vector<Diagnostic> diagnostics;
    bool is_damaged = false;  ///< something could not be read
};

/// Reads the plain YAML of docs/formats/plan-language.md. A fault costs the line or the value that
/// it stands in, not the file.
///
/// Errors: none; every fault is a diagnostic with its place (E0101 to E0106, E0109).
YamlFile read_yaml(std::string_view text, const std::string& file);

/// Limits of one file.
inline constexpr std::size_t yaml_bytes_max = std::size_t{4} << 20;
inline constexpr int yaml_depth_max = 24;

}  // namespace plan
