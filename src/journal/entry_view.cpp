#include "journal/entry_view.h"

#include "base/json.h"
#include "base/text.h"

#include <bit>
#include <charconv>
#include <cstring>

namespace journal {
namespace {

constexpr std::uint64_t every_byte(std::uint8_t value) {
    return 0x0101010101010101ULL * value;
}

// Marks the bytes that end a run of plain characters: a quote, a backslash, a control character.
std::uint64_t special_bytes(std::uint64_t word) {
    const auto zero_bytes = [](std::uint64_t x) { return (x - every_byte(1)) & ~x; };
    const std::uint64_t control = (word - every_byte(0x20)) & ~word;
    return (zero_bytes(word ^ every_byte('"')) | zero_bytes(word ^ every_byte('\\')) | control) &
           every_byte(0x80);
}

// The first special byte at or after `at`; the lowest mark is exact, only later ones may be false.
std::size_t skip_plain(std::string_view bytes, std::size_t at) noexcept {
    while (at + 8 <= bytes.size()) {
        std::uint64_t word;
        std::memcpy(&word, bytes.data() + at, 8);
        static_assert(std::endian::native == std::endian::little);
        if (const std::uint64_t marks = special_bytes(word))
            return at + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
        at += 8;
    }
    while (at < bytes.size()) {
        const auto c = static_cast<unsigned char>(bytes[at]);
        if (c == '"' || c == '\\' || c < 0x20)
            break;
        ++at;
    }
    return at;
}

// From an opening quote to behind the closing one, or 0.
std::size_t string_length(std::string_view bytes) noexcept {
    std::size_t at = 1;
    for (;;) {
        at = skip_plain(bytes, at);
        if (at >= bytes.size())
            return 0;
        if (bytes[at] == '"')
            return at + 1;
        at += bytes[at] == '\\' ? 2 : 1;
    }
}

std::size_t container_length(std::string_view bytes) noexcept {
    std::size_t depth = 0, at = 0;
    while (at < bytes.size()) {
        switch (bytes[at]) {
            case '"': {
                const std::size_t length = string_length(bytes.substr(at));
                if (length == 0)
                    return 0;
                at += length;
                continue;
            }
            case '{':
            case '[':
                ++depth;
                break;
            case '}':
            case ']':
                if (--depth == 0)
                    return at + 1;
                break;
            default:
                break;
        }
        ++at;
    }
    return 0;
}

std::string unescape(std::string_view raw) {
    const auto parsed = base::Json::parse('"' + std::string{raw} + '"');
    return parsed.ok() && parsed.value().string() != nullptr ? *parsed.value().string()
                                                             : std::string{raw};
}

// Walks one entry's members in their canonical order.
struct Cursor {
    std::string_view rest;
    bool ok = true;

    void expect(std::string_view literal) noexcept {
        ok = ok && rest.starts_with(literal);
        if (ok)
            rest.remove_prefix(literal.size());
    }
    std::string_view value() noexcept {
        const std::size_t length = ok ? detail::value_length(rest) : 0;
        ok = ok && length > 0;
        const auto bytes = rest.substr(0, length);
        rest.remove_prefix(length);
        return bytes;
    }
    std::string_view string() noexcept {
        const auto bytes = value();
        ok = ok && bytes.size() >= 2 && bytes.front() == '"';
        return ok ? bytes.substr(1, bytes.size() - 2) : std::string_view{};
    }
    std::uint64_t number() noexcept {
        const auto bytes = value();
        std::uint64_t number = 0;
        const auto parsed = std::from_chars(bytes.data(), bytes.data() + bytes.size(), number);
        ok = ok && parsed.ec == std::errc{} && parsed.ptr == bytes.data() + bytes.size();
        return number;
    }
};

int digits_at(std::string_view text, std::size_t at, std::size_t count) noexcept {
    int value = 0;
    for (std::size_t i = at; i < at + count && i < text.size(); ++i)
        value = value * 10 + (text[i] - '0');
    return value;
}

base::Day day_at(std::string_view text) noexcept {
    return std::chrono::sys_days{std::chrono::year{digits_at(text, 0, 4)} /
                                 std::chrono::month{static_cast<unsigned>(digits_at(text, 5, 2))} /
                                 std::chrono::day{static_cast<unsigned>(digits_at(text, 8, 2))}};
}

// Checks one value; `at` stops at the first byte that does not fit.
class CanonicalScanner {
  public:
    explicit CanonicalScanner(std::string_view bytes) : bytes_(bytes) {}

    bool value(std::size_t depth) {
        switch (peek()) {
            case '{':
                return object(depth);
            case '[':
                return array(depth);
            case '"':
                return string();
            case 't':
                return literal("true");
            case 'f':
                return literal("false");
            case 'n':
                return literal("null");
            default:
                return number();
        }
    }
    std::size_t at() const { return at_; }

  private:
    char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

    bool take(char c) {
        if (peek() != c)
            return false;
        ++at_;
        return true;
    }

    bool literal(std::string_view word) {
        if (!bytes_.substr(at_).starts_with(word))
            return false;
        at_ += word.size();
        return true;
    }

    bool number() {
        const std::size_t begin = at_;
        const bool negative = take('-');
        const std::size_t first = at_;
        std::int64_t magnitude = 0;
        while (peek() >= '0' && peek() <= '9') {
            magnitude = magnitude * 10 + (peek() - '0');
            if (magnitude > integer_max)
                return false;
            ++at_;
        }
        const std::size_t digits = at_ - first;
        const bool fits = digits > 0 && (bytes_[first] != '0' || (digits == 1 && !negative));
        if (!fits && digits > 0)
            at_ = begin;
        return fits;
    }

    bool string() {
        ++at_;
        for (;;) {
            at_ = skip_plain(bytes_, at_);
            if (take('"'))
                return true;
            if (peek() != '\\' || !escape())
                return false;
        }
    }

    // Only what cannot stand for itself is escaped, and in its shortest form.
    bool escape() {
        const auto rest = bytes_.substr(at_);
        if (rest.size() < 2)
            return false;
        if (std::string_view{"\"\\bfnrt"}.find(rest[1]) != std::string_view::npos) {
            at_ += 2;
            return true;
        }
        if (!rest.starts_with("\\u00") || rest.size() < 6 || (rest[4] != '0' && rest[4] != '1'))
            return false;
        const char low = rest[5];
        const bool is_hex = (low >= '0' && low <= '9') || (low >= 'a' && low <= 'f');
        const bool has_short_form =
            rest[4] == '0' && std::string_view{"89acd"}.find(low) != std::string_view::npos;
        if (!is_hex || has_short_form)
            return false;
        at_ += 6;
        return true;
    }

    bool array(std::size_t depth) {
        if (depth >= entry_depth_max)
            return false;
        ++at_;
        if (take(']'))
            return true;
        for (;;) {
            if (!value(depth + 1))
                return false;
            if (take(']'))
                return true;
            if (!take(','))
                return false;
        }
    }

    bool object(std::size_t depth) {
        if (depth >= entry_depth_max)
            return false;
        ++at_;
        if (take('}'))
            return true;
        std::string_view previous;
        for (bool is_first = true;; is_first = false) {
            const std::size_t begin = at_;
            if (peek() != '"' || !string())
                return false;
            const auto key = bytes_.substr(begin + 1, at_ - begin - 2);
            if (!is_first && !ascends(previous, key)) {
                at_ = begin;
                return false;
            }
            previous = key;
            if (!take(':') || !value(depth + 1))
                return false;
            if (take('}'))
                return true;
            if (!take(','))
                return false;
        }
    }

    static bool ascends(std::string_view a, std::string_view b) {
        if (a.find('\\') == std::string_view::npos && b.find('\\') == std::string_view::npos)
            return base::canonical_less(a, b);
        return base::canonical_less(unescape(a), unescape(b));
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace

namespace detail {

std::size_t value_length(std::string_view bytes) noexcept {
    if (bytes.empty())
        return 0;
    if (bytes.front() == '"')
        return string_length(bytes);
    if (bytes.front() == '{' || bytes.front() == '[')
        return container_length(bytes);
    const auto end = bytes.find_first_of(",}]");
    return end == std::string_view::npos ? bytes.size() : end;
}

}  // namespace detail

std::string_view JsonView::raw() const noexcept {
    return is_string() && bytes_.size() >= 2 ? bytes_.substr(1, bytes_.size() - 2)
                                             : std::string_view{};
}

std::string JsonView::text() const {
    return is_escaped() ? unescape(raw()) : std::string{raw()};
}

std::optional<std::int64_t> JsonView::integer() const noexcept {
    std::int64_t value = 0;
    const char* end = bytes_.data() + bytes_.size();
    const auto parsed = std::from_chars(bytes_.data(), end, value);
    if (bytes_.empty() || parsed.ec != std::errc{} || parsed.ptr != end)
        return std::nullopt;
    return value;
}

std::optional<bool> JsonView::boolean() const noexcept {
    if (bytes_ == "true")
        return true;
    return bytes_ == "false" ? std::optional{false} : std::nullopt;
}

JsonView JsonView::find(std::string_view key) const noexcept {
    JsonView found;
    for_each_member([&](std::string_view name, JsonView value) {
        if (name != key)
            return true;
        found = value;
        return false;
    });
    return found;
}

std::optional<EntryView> EntryView::scan(std::string_view bytes) noexcept {
    EntryView entry;
    Cursor cursor{bytes};
    cursor.expect("{\"actor\":");
    entry.actor = cursor.string();
    cursor.expect(",\"attachments\":");
    entry.attachments = JsonView{cursor.value()};
    cursor.expect(",\"effective_on\":");
    entry.effective_on = cursor.string();
    cursor.expect(",\"institution\":");
    entry.institution = cursor.string();
    cursor.expect(",\"kind\":");
    entry.kind = cursor.string();
    cursor.expect(",\"payload\":");
    entry.payload = JsonView{cursor.value()};
    cursor.expect(",\"recorded_at\":");
    entry.recorded_at = cursor.string();
    cursor.expect(",\"request_id\":");
    entry.request_id = cursor.string();
    cursor.expect(",\"seq\":");
    entry.seq = cursor.number();
    cursor.expect(",\"subject\":");
    entry.subject = cursor.string();
    cursor.expect(",\"v\":");
    entry.v = static_cast<int>(cursor.number());
    cursor.expect("}");
    if (!cursor.ok || !cursor.rest.empty() || !entry.payload.is_object() ||
        !entry.attachments.is_array() || entry.recorded_at.size() != 27 ||
        entry.effective_on.size() != 10)
        return std::nullopt;
    return entry;
}

base::Day EntryView::effective_day() const noexcept {
    return day_at(effective_on);
}

base::Instant EntryView::recorded_instant() const noexcept {
    return base::Instant{day_at(recorded_at)} + std::chrono::hours{digits_at(recorded_at, 11, 2)} +
           std::chrono::minutes{digits_at(recorded_at, 14, 2)} +
           std::chrono::seconds{digits_at(recorded_at, 17, 2)} +
           std::chrono::microseconds{digits_at(recorded_at, 20, 6)};
}

std::optional<std::size_t> first_uncanonical_byte(std::string_view bytes) {
    CanonicalScanner scanner{bytes};
    const bool fits = scanner.value(0) && scanner.at() == bytes.size();
    const std::size_t utf8 = base::valid_utf8_prefix(bytes);
    if (utf8 < bytes.size())
        return fits ? utf8 : std::min(utf8, scanner.at());
    return fits ? std::nullopt : std::optional{scanner.at()};
}

}  // namespace journal
