#include "statistics/block.h"

#include <array>
#include <bit>
#include <cstring>

namespace statistics {
namespace {

constexpr std::uint32_t polynomial = 0x82F63B78;  // reflected 0x1EDC6F41

// Table k says what a byte does to the checksum when k bytes follow it ("slicing by 8").
constexpr auto tables = [] {
    std::array<std::array<std::uint32_t, 256>, 8> result{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) != 0 ? polynomial : 0);
        result[0][byte] = crc;
    }
    for (std::size_t k = 1; k < 8; ++k) {
        for (std::size_t byte = 0; byte < 256; ++byte)
            result[k][byte] = (result[k - 1][byte] >> 8) ^ result[0][result[k - 1][byte] & 0xFF];
    }
    return result;
}();

// What so many words of eight bytes make of a checksum.
using WithWords = std::uint32_t (*)(std::uint32_t crc, const char* at, std::size_t words);

std::uint32_t with_words_by_tables(std::uint32_t crc, const char* at, std::size_t words) {
    for (; words > 0; --words, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        if constexpr (std::endian::native == std::endian::big)
            word = __builtin_bswap64(word);
        word ^= crc;
        crc = 0;
        for (std::size_t i = 0; i < 8; ++i)
            crc ^= tables[7 - i][(word >> (8 * i)) & 0xFF];
    }
    return crc;
}

#ifdef __x86_64__
// Processors of the last fifteen years have an instruction for this very polynomial.
[[gnu::target("sse4.2")]] std::uint32_t with_words_by_instruction(std::uint32_t crc, const char* at,
                                                                  std::size_t words) {
    std::uint64_t wide = crc;
    for (; words > 0; --words, at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, 8);
        wide = __builtin_ia32_crc32di(wide, word);
    }
    return static_cast<std::uint32_t>(wide);
}
#endif

WithWords fastest() {
#ifdef __x86_64__
    if (__builtin_cpu_supports("sse4.2") != 0)
        return with_words_by_instruction;
#endif
    return with_words_by_tables;
}

std::uint32_t checksum(std::string_view bytes, WithWords with_words) {
    const auto words = bytes.size() / 8;
    auto crc = with_words(0xFFFFFFFF, bytes.data(), words);
    for (const char c : bytes.substr(words * 8))
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<unsigned char>(c)) & 0xFF];
    return ~crc;
}

}  // namespace

std::uint32_t crc32c(std::string_view bytes) {
    return checksum(bytes, fastest());
}

std::uint32_t crc32c_by_tables(std::string_view bytes) {
    return checksum(bytes, with_words_by_tables);
}

}  // namespace statistics
