#include "plan/item_reader.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace plan {

using base::ErrorCode;

namespace {

std::string_view shape_name(const Node& node) {
    switch (node.kind) {
        case Node::Kind::sequence:
            return "a list";
        case Node::Kind::mapping:
            return "an item with keys";
        case Node::Kind::null:
            return "nothing";
        default:
            return "a single value";
    }
}

}  // namespace

void Findings::add(ErrorCode code, const Node& at, std::string message, std::string hint) {
    found_.push_back({code, std::move(message), at.mark, at.width, {}, std::move(hint)});
}

std::vector<Diagnostic> Findings::take(const std::map<std::string, YamlFile>& files) {
    for (auto& diagnostic : found_) {
        if (diagnostic.hint.empty() && severity(diagnostic.code) == Severity::error)
            diagnostic.hint = base::info(diagnostic.code).help;
        const auto file = files.find(diagnostic.mark.file);
        if (!diagnostic.source_line.empty() || file == files.end() || diagnostic.mark.line < 1)
            continue;
        const auto line = static_cast<std::size_t>(diagnostic.mark.line - 1);
        if (line < file->second.lines.size())
            diagnostic.source_line = file->second.lines[line];
    }
    sort_and_unite(found_);
    return std::move(found_);
}

ItemReader::ItemReader(const Node& node, Findings& findings, std::string what)
    : node_(&node), findings_(&findings), what_(std::move(what)) {}

const Node* ItemReader::value(std::string_view key) {
    known_.emplace_back(key);
    const auto* entry = node_->find(key);
    if (entry == nullptr)
        return nullptr;
    if (entry->value.kind == Node::Kind::faulty) {
        reported_.emplace(key);
        return nullptr;
    }
    if (entry->value.kind == Node::Kind::null) {
        if (reported_.emplace(key).second && !node_->is_damaged)
            findings_->add(ErrorCode::field_missing, entry->key,
                           fmt::format("the field \"{}\" is empty", key),
                           "state it, write open with a note, or delete the line");
        return nullptr;
    }
    return &entry->value;
}

void ItemReader::wrong_shape(std::string_view key, const Node& at, std::string_view expected) {
    reported_.emplace(key);
    findings_->add(ErrorCode::wrong_shape, at,
                   fmt::format("\"{}\" takes {}; found {}", key, expected, shape_name(at)));
}

const Node* ItemReader::scalar(std::string_view key) {
    const Node* found = value(key);
    if (found != nullptr && found->kind != Node::Kind::scalar) {
        wrong_shape(key, *found, "one value");
        return nullptr;
    }
    return found;
}

const Node* ItemReader::stated_scalar(std::string_view key) {
    const Node* found = scalar(key);
    if (found != nullptr && is_open(*found)) {
        fail(key, ErrorCode::field_never_open,
             fmt::format("\"{}\" must be stated and cannot be open", key));
        return nullptr;
    }
    return found;
}

// "verificaton" is reported as an unknown key; that "verification" is missing says nothing more.
bool ItemReader::is_misspelled(std::string_view key) const {
    return std::ranges::any_of(node_->entries, [&](const Node::Entry& entry) {
        return !base::nearest(entry.key.text, {std::string{key}}).empty() &&
               std::ranges::find(known_, entry.key.text) == known_.end();
    });
}

void ItemReader::require(std::string_view key) {
    if (node_->find(key) != nullptr || node_->is_damaged || node_->kind != Node::Kind::mapping ||
        is_misspelled(key))
        return;
    if (reported_.emplace(key).second)
        findings_->add(ErrorCode::field_missing, place(""),
                       fmt::format("{} needs the field \"{}\"", what_, key));
}

std::string ItemReader::text(std::string_view key) {
    require(key);
    return optional_text(key);
}

std::string ItemReader::optional_text(std::string_view key) {
    const Node* found = stated_scalar(key);
    if (found != nullptr && base::trimmed(found->text).empty())
        fail(key, ErrorCode::field_missing, fmt::format("the field \"{}\" is empty", key));
    return found == nullptr ? std::string{} : found->text;
}

Stated<std::string> ItemReader::stated_text(std::string_view key) {
    return stated<std::string>(key, [](const std::string& text) -> base::Result<std::string> {
        if (base::trimmed(text).empty())
            return base::Error{ErrorCode::field_missing, "the text is empty", ""};
        return text;
    });
}

std::vector<const Node*> ItemReader::words(std::string_view key) {
    std::vector<const Node*> list;
    const Node* found = value(key);
    if (found == nullptr)
        return list;
    if (found->kind != Node::Kind::sequence) {
        wrong_shape(key, *found, "a list, one item a line after \"- \"");
        return list;
    }
    for (const auto& item : found->items) {
        if (item.kind == Node::Kind::scalar)
            list.push_back(&item);
        else if (item.kind != Node::Kind::faulty)
            wrong_shape(key, item, "a list of single values");
    }
    return list;
}

std::vector<std::string> ItemReader::texts(std::string_view key) {
    std::vector<std::string> list;
    for (const auto* word : words(key))
        list.push_back(word->text);
    return list;
}

std::vector<const Node*> ItemReader::items(std::string_view key) {
    std::vector<const Node*> list;
    const Node* found = value(key);
    if (found == nullptr)
        return list;
    if (found->kind != Node::Kind::sequence) {
        wrong_shape(key, *found, "a list of items");
        return list;
    }
    for (const auto& item : found->items) {
        if (item.kind == Node::Kind::mapping)
            list.push_back(&item);
        else if (item.kind != Node::Kind::faulty)
            wrong_shape(key, item, "a list of items with keys");
    }
    return list;
}

const Node* ItemReader::mapping(std::string_view key) {
    const Node* found = value(key);
    if (found != nullptr && found->kind != Node::Kind::mapping) {
        wrong_shape(key, *found, "keys of its own, indented below");
        return nullptr;
    }
    return found;
}

const Node& ItemReader::place(std::string_view field) const {
    const auto dot = field.find('.');
    const auto* entry = node_->find(field.substr(0, dot));
    if (entry == nullptr)
        return node_->entries.empty() ? *node_ : node_->entries.front().key;
    if (dot == std::string_view::npos)
        return entry->value.kind == Node::Kind::scalar ? entry->value : entry->key;
    std::size_t index = 0;
    std::from_chars(field.data() + dot + 1, field.data() + field.size(), index);
    if (index < entry->value.items.size())
        return entry->value.items[index];
    if (index < entry->value.entries.size())
        return entry->value.entries[index].key;
    return entry->key;
}

void ItemReader::fail(std::string_view key, ErrorCode code, std::string message, std::string hint) {
    reported_.emplace(key.substr(0, key.find('.')));
    findings_->add(code, place(key), std::move(message), std::move(hint));
}

void ItemReader::fail(std::string_view key, const Node& at, const base::Error& error,
                      std::string_view hint) {
    reported_.emplace(key);
    findings_->add(error.code, at, error.message, std::string{hint});
}

void ItemReader::report(const std::vector<Fault>& faults) {
    for (const auto& fault : faults) {
        const auto key = fault.field.substr(0, fault.field.find('.'));
        const bool is_absent = !key.empty() && node_->find(key) == nullptr;
        if (is_reported(key) || (is_absent && (node_->is_damaged || is_misspelled(key))))
            continue;
        // The note is there and could not be read.
        if (fault.code == ErrorCode::open_without_note && is_reported("note"))
            continue;
        findings_->add(fault.code, place(fault.field), fault.message, fault.hint);
    }
}

void ItemReader::finish() {
    std::vector<std::string> unused;
    for (const auto& key : known_) {
        if (node_->find(key) == nullptr)
            unused.push_back(key);
    }
    for (const auto& entry : node_->entries) {
        if (std::ranges::find(known_, entry.key.text) != known_.end())
            continue;
        findings_->add(
            ErrorCode::unknown_key, entry.key,
            fmt::format("{} has no key {}", what_, quoted_with_guess(entry.key.text, unused)));
    }
}

}  // namespace plan
