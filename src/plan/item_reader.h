#pragma once

#include "base/result.h"
#include "plan/diagnostic.h"
#include "plan/fields.h"
#include "plan/rules.h"
#include "plan/yaml.h"

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// Collects what is found in the files of a strategy.
class Findings {
  public:
    void add(base::ErrorCode code, const Node& at, std::string message, std::string hint = {});
    void add(Diagnostic diagnostic) { found_.push_back(std::move(diagnostic)); }
    /// Sorted, with source lines.
    std::vector<Diagnostic> take(const std::map<std::string, YamlFile>& files);

  private:
    std::vector<Diagnostic> found_;
};

/// Reads the keys of one item of a YAML file, and notes everything that is wrong with them.
///
/// A field that is absent or wrong yields an empty value. A field about which something was said
/// is not complained of again by a rule.
class ItemReader {
  public:
    ItemReader(const Node& node, Findings& findings, std::string what);

    const Node& node() const { return *node_; }
    /// The value, or nullptr where it is absent, empty or unreadable.
    const Node* value(std::string_view key);
    bool has(std::string_view key) const { return node_->find(key) != nullptr; }

    std::string text(std::string_view key);  ///< required
    std::string optional_text(std::string_view key);
    Stated<std::string> stated_text(std::string_view key);  ///< may be open

    /// A field that may be open or absent; `parse` makes a Result<T> of its text. `hint` stands
    /// under its error in place of the code's own.
    template <typename T, typename Parse>
    Stated<T> stated(std::string_view key, const Parse& parse, std::string_view hint = {}) {
        Stated<T> field;
        const Node* found = scalar(key);
        if (found != nullptr && is_open(*found)) {
            field = Stated<T>::open();
        } else if (found != nullptr) {
            auto parsed = parse(found->text);
            if (parsed)
                field = Stated<T>{std::move(parsed).value()};
            else
                fail(key, *found, parsed.error(), hint);
        }
        return field;
    }

    /// A field that may be absent but not open.
    template <typename T, typename Parse>
    std::optional<T> optional(std::string_view key, const Parse& parse,
                              std::string_view hint = {}) {
        const Node* found = stated_scalar(key);
        if (found == nullptr)
            return std::nullopt;
        auto parsed = parse(found->text);
        if (parsed)
            return std::optional<T>{std::move(parsed).value()};
        fail(key, *found, parsed.error(), hint);
        return std::nullopt;
    }

    /// A field that must be stated.
    template <typename T, typename Parse>
    std::optional<T> required(std::string_view key, const Parse& parse,
                              std::string_view hint = {}) {
        require(key);
        return optional<T>(key, parse, hint);
    }

    /// The scalars of a list; a field that is one word is an error.
    std::vector<const Node*> words(std::string_view key);
    std::vector<std::string> texts(std::string_view key);
    /// The mappings of a list.
    std::vector<const Node*> items(std::string_view key);
    const Node* mapping(std::string_view key);

    void require(std::string_view key);
    void ignore(std::string_view key) { known_.emplace_back(key); }
    void fail(std::string_view key, base::ErrorCode code, std::string message,
              std::string hint = {});
    void fail(std::string_view key, const Node& at, const base::Error& error,
              std::string_view hint = {});
    /// Reports rules that the item breaks at the places of their fields.
    void report(const std::vector<Fault>& faults);
    bool is_reported(std::string_view key) const { return reported_.contains(std::string{key}); }
    /// Says nothing of the field, because what is wrong with it was said elsewhere.
    void pass_over(std::string_view key) { reported_.emplace(key); }
    /// Reports the keys that nobody asked for.
    void finish();

    static bool is_open(const Node& node) { return node.text == "open" && !node.is_quoted; }

  private:
    const Node* scalar(std::string_view key);
    const Node* stated_scalar(std::string_view key);
    const Node& place(std::string_view field) const;
    bool is_misspelled(std::string_view key) const;
    void wrong_shape(std::string_view key, const Node& at, std::string_view expected);

    const Node* node_;
    Findings* findings_;
    std::string what_;  ///< "an activity", "a target"
    std::vector<std::string> known_;
    std::set<std::string> reported_;
};

}  // namespace plan
