#include "base/decimal_text.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace base {

namespace {

/// The eight digits of a number below 10^8 as letters, the first in the lowest byte: both halves of
/// it are split in two at once, then all quarters, then all pairs.
std::uint64_t eight_digits(std::uint32_t number) {
    static_assert(std::endian::native == std::endian::little);
    constexpr std::uint64_t two = 0x0000'007f'0000'007f;
    constexpr std::uint64_t four = 0x000f'000f'000f'000f;
    const std::uint64_t halves = number / 10'000 | std::uint64_t{number % 10'000} << 32;
    const std::uint64_t hundreds = halves * 10'486 >> 20 & two;
    const std::uint64_t pairs = hundreds | (halves - hundreds * 100) << 16;
    const std::uint64_t tens = pairs * 103 >> 10 & four;
    return tens | (pairs - tens * 10) << 8 | 0x3030'3030'3030'3030;
}

char* put_short(char* to, std::uint32_t size, std::size_t places) {
    const auto digits = eight_digits(size);
    // Those from the first that is no zero, but one at least before the point.
    const auto last_first = std::uint64_t{1} << 8 * (7 - places);
    const auto unused =
        static_cast<std::size_t>(std::countr_zero((digits & 0x0f0f'0f0f'0f0f'0f0f) | last_first));
    const auto letters = digits >> (unused & 56);
    const auto whole = 8 - places - unused / 8;
    std::memcpy(to, &letters, sizeof letters);
    to += whole;
    if (places == 0)
        return to;
    const auto behind = digits >> 8 * (8 - places);
    *to++ = '.';
    std::memcpy(to, &behind, sizeof behind);
    return to + places;
}

// Few figures have so many digits.
[[gnu::noinline]] char* put_long(char* to, std::uint64_t size, std::size_t places) {
    std::array<char, 20> room;
    const auto* end = std::to_chars(room.data(), room.data() + room.size(), size).ptr;
    const std::string_view digits{room.data(), static_cast<std::size_t>(end - room.data())};
    // One digit at least stands before the point.
    const auto whole = std::max(digits.size(), places) - places;
    to = std::ranges::copy(whole == 0 ? std::string_view{"0"} : digits.substr(0, whole), to).out;
    if (places == 0)
        return to;
    *to++ = '.';
    to = std::fill_n(to, places - (digits.size() - whole), '0');
    return std::ranges::copy(digits.substr(whole), to).out;
}

}  // namespace

DecimalText::DecimalText(const Decimal& number) {
    const auto bits = static_cast<std::uint64_t>(number.coefficient());
    const std::uint64_t is_negative = bits >> 63;
    const auto size = (bits ^ (0 - is_negative)) + is_negative;
    const auto places = static_cast<std::size_t>(number.scale());
    auto* to = letters_.data();
    *to = '-';
    to += is_negative;
    to = size < 100'000'000 && places < 8 ? put_short(to, static_cast<std::uint32_t>(size), places)
                                          : put_long(to, size, places);
    size_ = static_cast<std::uint8_t>(to - letters_.data());
}

}  // namespace base
