#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace base {

/// What texts stand for, as they come in a table: mostly the one of the row before, or the one that
/// followed it last time.
template <typename Value>
class Memo {
  public:
    /// Nothing where the text was not met.
    const Value* find(std::string_view text) {
        if (last_ != nullptr) {
            if (last_->first == text)
                return &last_->second.value;
            const auto* next = last_->second.next;
            if (next != nullptr && next->first == text) {
                last_ = next;
                return &next->second.value;
            }
        }
        const auto found = met_.find(text);
        if (found == met_.end())
            return nullptr;
        if (last_ != nullptr)
            last_->second.next = &*found;
        last_ = &*found;
        return &found->second.value;
    }

    const Value& add(std::string_view text, Value value) {
        return met_.emplace(std::string{text}, Met{std::move(value), nullptr}).first->second.value;
    }
    std::size_t size() const { return met_.size(); }
    void clear() {
        met_.clear();
        last_ = nullptr;
    }

  private:
    struct Met {
        Value value;
        mutable const std::pair<const std::string, Met>* next;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::unordered_map<std::string, Met, Hash, std::equal_to<>> met_;
    const std::pair<const std::string, Met>* last_ = nullptr;
};

}  // namespace base
