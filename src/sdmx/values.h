#pragma once

#include "sdmx/message.h"

#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace sdmx {

/// Keeps one copy of each name, at one address for as long as it lives.
class Names {
  public:
    std::string_view keep(std::string_view name) {
        const auto found = names_.find(name);
        return found != names_.end() ? std::string_view{*found} : *names_.emplace(name).first;
    }
    std::size_t size() const { return names_.size(); }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view name) const {
            return std::hash<std::string_view>{}(name);
        }
    };
    std::unordered_set<std::string, Hash, std::equal_to<>> names_;
};

/// Values that outlive the event that they were read from; its memory is used again and again.
class ValueList {
  public:
    void clear() {
        places_.clear();
        text_.clear();
    }
    bool empty() const { return places_.empty(); }
    std::size_t size() const { return places_.size(); }
    /// `component` must live longer than the list; `value` is copied.
    void add(std::string_view component, std::string_view value, std::string_view language = {}) {
        places_.push_back({component, text_.size(), value.size(), language.size()});
        text_ += value;
        text_ += language;
    }
    void append(const ValueList& other) {
        for (const auto& place : other.places_) {
            const auto text = std::string_view{other.text_}.substr(place.first);
            add(place.component, text.substr(0, place.bytes),
                text.substr(place.bytes, place.language_bytes));
        }
    }
    /// Drops all but the first `count`.
    void shorten(std::size_t count) {
        if (count < places_.size()) {
            text_.resize(places_[count].first);
            places_.resize(count);
        }
    }
    /// Valid until the list changes.
    std::span<const ComponentValue> values() {
        values_.clear();
        for (const auto& place : places_) {
            const auto text = std::string_view{text_}.substr(place.first);
            values_.push_back({place.component, text.substr(0, place.bytes),
                               text.substr(place.bytes, place.language_bytes)});
        }
        return values_;
    }

  private:
    struct Stretch {
        std::string_view component;
        std::size_t first;
        std::size_t bytes;
        std::size_t language_bytes;  // behind the value
    };
    std::vector<Stretch> places_;
    std::vector<ComponentValue> values_;
    std::string text_;
};

}  // namespace sdmx
