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

/// Whether two texts are the same. Short ones, as fields of a table are, are compared eight bytes
/// at a time where they stand; the last eight may cover some of those before again.
inline bool is_same_text(std::string_view a, std::string_view b) {
    const auto is_same_at = [&](std::size_t at) {
        std::uint64_t first = 0, second = 0;
        std::memcpy(&first, a.data() + at, sizeof first);
        std::memcpy(&second, b.data() + at, sizeof second);
        return first == second;
    };
    constexpr std::size_t short_max = 32, width = sizeof(std::uint64_t);
    const std::size_t size = a.size();
    if (size != b.size())
        return false;
    if (size > short_max || size == 0)
        return a == b;
    if (size < width) {
        for (std::size_t at = 0; at < size; ++at)
            if (a[at] != b[at])
                return false;
        return true;
    }
    for (std::size_t at = 0; at + width < size; at += width)
        if (!is_same_at(at))
            return false;
    return is_same_at(size - width);
}

/// Whether `parts` goes on with this one; then it is taken off.
inline bool take_part(std::string_view& parts, std::string_view part) {
    const auto size = static_cast<std::uint32_t>(part.size());
    if (parts.size() < part.size() + sizeof(size) ||
        !is_same_text(parts.substr(0, part.size()), part) ||
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
            if (is_same_text(last_->first, text))
                return &last_->second.value;
            const auto* next = last_->second.next;
            if (next != nullptr && is_same_text(next->first, text)) {
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
