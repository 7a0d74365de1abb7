#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "journal/hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace journal {

constexpr std::size_t entry_depth_max = 32;  ///< levels of nesting, the entry itself being 1
constexpr std::int64_t integer_max = 9'007'199'254'740'991;  ///< 2^53 - 1 (RFC 7493)

/// A value inside canonical JSON, read in place: no copy, no allocation.
///
/// Shape:  the bytes must outlive the view. On bytes that are not JSON it finds less, but never
///         reads outside them.
class JsonView {
  public:
    JsonView() = default;
    explicit JsonView(std::string_view bytes) : bytes_(bytes) {}

    bool exists() const noexcept { return !bytes_.empty(); }
    explicit operator bool() const noexcept { return exists(); }
    std::string_view bytes() const noexcept { return bytes_; }

    bool is_string() const noexcept { return first() == '"'; }
    bool is_object() const noexcept { return first() == '{'; }
    bool is_array() const noexcept { return first() == '['; }
    bool is_null() const noexcept { return first() == 'n'; }

    /// The characters between the quotes, still escaped; empty where this is no string.
    std::string_view raw() const noexcept;
    bool is_escaped() const noexcept { return raw().find('\\') != std::string_view::npos; }
    std::string text() const;  ///< without escapes
    std::optional<std::int64_t> integer() const noexcept;
    std::optional<bool> boolean() const noexcept;

    /// The member of that (unescaped, ASCII) name, or a view that does not exist.
    JsonView find(std::string_view key) const noexcept;

    /// Calls `visit(raw key, value)` in order; it may return false to stop.
    template <typename Visit>
    void for_each_member(Visit visit) const;
    /// Calls `visit(value)` in order; it may return false to stop.
    template <typename Visit>
    void for_each_item(Visit visit) const;

  private:
    char first() const noexcept { return bytes_.empty() ? '\0' : bytes_.front(); }

    std::string_view bytes_;
};

namespace detail {
/// The length of the value with which `bytes` begin, or 0 where they begin with none.
std::size_t value_length(std::string_view bytes) noexcept;
}  // namespace detail

/// One canonical entry, read in place: about half a microsecond, for start-up and verification.
///
/// The envelope's texts are raw (still escaped, which identifiers never are).
struct EntryView {
    std::uint64_t seq = 0;
    int v = 0;
    std::string_view recorded_at;   ///< 27 characters, whose order is the order of time
    std::string_view effective_on;  ///< 10 characters, whose order is the order of days
    std::string_view request_id;
    std::string_view actor;
    std::string_view institution;
    std::string_view kind;
    std::string_view subject;
    JsonView payload;      ///< an object
    JsonView attachments;  ///< an array of strings of 64 hexadecimal digits

    /// Nothing unless the bytes hold exactly the fields of the envelope, in canonical order.
    static std::optional<EntryView> scan(std::string_view bytes) noexcept;

    base::Day effective_day() const noexcept;
    base::Instant recorded_instant() const noexcept;
};

template <typename Visit>
void JsonView::for_each_member(Visit visit) const {
    if (!is_object())
        return;
    std::string_view rest = bytes_.substr(1);
    while (!rest.empty() && rest.front() == '"') {
        const std::size_t key_length = detail::value_length(rest);
        if (key_length < 2 || key_length >= rest.size() || rest[key_length] != ':')
            return;
        const auto key = rest.substr(1, key_length - 2);
        rest.remove_prefix(key_length + 1);
        const std::size_t length = detail::value_length(rest);
        if (length == 0)
            return;
        if constexpr (std::is_same_v<decltype(visit(key, JsonView{})), bool>) {
            if (!visit(key, JsonView{rest.substr(0, length)}))
                return;
        } else {
            visit(key, JsonView{rest.substr(0, length)});
        }
        rest.remove_prefix(length);
        if (rest.empty() || rest.front() != ',')
            return;
        rest.remove_prefix(1);
    }
}

template <typename Visit>
void JsonView::for_each_item(Visit visit) const {
    if (!is_array())
        return;
    std::string_view rest = bytes_.substr(1);
    while (const std::size_t length = detail::value_length(rest)) {
        if constexpr (std::is_same_v<decltype(visit(JsonView{})), bool>) {
            if (!visit(JsonView{rest.substr(0, length)}))
                return;
        } else {
            visit(JsonView{rest.substr(0, length)});
        }
        rest.remove_prefix(length);
        if (rest.empty() || rest.front() != ',')
            return;
        rest.remove_prefix(1);
    }
}

/// Whether the bytes are one JSON value in the form that an entry may have: RFC 8785, whole numbers
/// within 2^53 - 1 only, UTF-8, no deeper than `entry_depth_max`.
///
/// Gives the offset of the first byte that does not fit, or nothing where all do.
std::optional<std::size_t> first_uncanonical_byte(std::string_view bytes);

}  // namespace journal
