#pragma once

#include "base/decimal.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace base {

/// A decimal number as it is printed, kept where it stands: for numbers that are printed more often
/// than they are reckoned with. Nothing stands where there is no number.
class DecimalText {
  public:
    static constexpr std::size_t letters_max = 21;  ///< a sign, 19 digits and a point

    DecimalText() = default;
    explicit DecimalText(const Decimal& number);

    bool is_there() const noexcept { return size_ > 0; }
    std::string_view view() const noexcept { return {letters_.data(), size_}; }
    /// The number, with the digits it was printed with. Only where there is one.
    Decimal number() const { return Decimal::parse(view()).value(); }

    /// Puts the letters where there is room for `room` of them, and gives where they end.
    char* put(char* to) const noexcept {
        std::memcpy(to, letters_.data(), room);
        return to + size_;
    }
    static constexpr std::size_t room = 23;

  private:
    std::array<char, room> letters_{};
    std::uint8_t size_ = 0;
};

}  // namespace base
