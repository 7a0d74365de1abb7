#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// Errors: invalid_utf8, with the byte at which the text stops being UTF-8 (RFC 3629).
Result<void> check_utf8(std::string_view text, std::string_view where);

/// How many bytes of the text are UTF-8 before the first fault; all of them where there is none.
std::size_t valid_utf8_prefix(std::string_view text);

/// The first character (code point) of valid UTF-8 that is not empty, and how many bytes it has.
std::uint32_t character_at(std::string_view text);
std::size_t character_bytes(std::string_view text);

/// How many characters (code points) the text has; it must be valid UTF-8.
std::size_t count_characters(std::string_view text);

/// The first character that does not show on one line: a control, a line break, one of no width, or
/// one that turns the direction of what follows (Unicode categories Cc, Cf, Zl, Zp); Urdu needs the
/// joiners U+200C and U+200D. Nothing where there is none. The text must be valid UTF-8.
std::optional<std::uint32_t> hidden_character(std::string_view text);

/// Whether a text says nothing: empty, or spaces alone, no-break ones too.
bool is_blank(std::string_view text);
std::string_view trimmed(std::string_view text);

/// The parts of a text between its separators, one after another; of an empty text an empty one.
class Parts {
  public:
    class Iterator {
      public:
        using difference_type = std::ptrdiff_t;
        using value_type = std::string_view;

        Iterator() = default;
        Iterator(std::string_view text, char separator) : rest_(text), separator_(separator) {
            take();
        }
        std::string_view operator*() const noexcept { return part_; }
        Iterator& operator++() {
            if (is_last_)
                is_over_ = true;
            else
                take();
            return *this;
        }
        void operator++(int) { ++*this; }
        bool operator==(std::default_sentinel_t) const noexcept { return is_over_; }

      private:
        void take() {
            const auto end = rest_.find(separator_);
            part_ = rest_.substr(0, end);
            is_last_ = end == std::string_view::npos;
            if (!is_last_)
                rest_.remove_prefix(end + 1);
        }

        std::string_view part_;
        std::string_view rest_;
        char separator_ = 0;
        bool is_last_ = false;
        bool is_over_ = false;
    };

    Parts(std::string_view text, char separator) : text_(text), separator_(separator) {}
    Iterator begin() const { return {text_, separator_}; }
    std::default_sentinel_t end() const noexcept { return {}; }

  private:
    std::string_view text_;
    char separator_;
};
inline Parts parts(std::string_view text, char separator) {
    return {text, separator};
}
/// All of them.
std::vector<std::string_view> split(std::string_view text, char separator);
std::string lower_ascii(std::string_view text);

/// "1 dialogue" of "dialogues", "3 dialogues", "1 percent", "1 member of staff": English nouns
/// whose plural is regular; others stay as they are.
std::string counted(std::string_view number, std::string_view things);

/// The candidate nearest to a word that was probably misspelled, or empty where none is near.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// "; did you mean 1.1.1?", or empty where none is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

/// "on track" of "on_track".
std::string without_underscores(std::string_view word);

}  // namespace base
