#pragma once

#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace base {

/// Texts one behind the other; equal only where each of them is.
inline void append_part(std::string& parts, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    parts += part;
    parts.append(reinterpret_cast<const char*>(&size), sizeof(size));
}
/// Whether `parts` goes on with this one; then it is taken off.
inline bool take_part(std::string_view& parts, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    if (parts.size() < part.size() + sizeof(size) || !parts.starts_with(part) ||
        std::memcmp(parts.data() + part.size(), &size, sizeof(size)) != 0)
        return false;
    parts.remove_prefix(part.size() + sizeof(size));
    return true;
}

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
