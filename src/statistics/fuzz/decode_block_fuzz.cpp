// libFuzzer's entry for the decoder of blocks; under GCC a test drives it with mutated blocks.
//
// With clang: clang++ -std=c++23 -fsanitize=fuzzer,address,undefined -Isrc ... this file.

#include "statistics/block.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::string bytes(reinterpret_cast<const char*>(data), size);
    // Without a right checksum nothing behind it would ever be reached, so it is mended first.
    if (bytes.size() > 4) {
        const std::uint32_t crc =
            statistics::crc32c(std::string_view(bytes).substr(0, bytes.size() - 4));
        for (std::size_t i = 0; i < 4; ++i)
            bytes[bytes.size() - 4 + i] = static_cast<char>((crc >> (8 * i)) & 0xFF);
    }
    const auto decoded = statistics::decode_block(bytes);
    if (!decoded.ok())
        return 0;
    // What is accepted must be something that can be written and read again unchanged.
    const auto encoded = statistics::encode_block(*decoded);
    if (!encoded.ok())
        std::abort();
    const auto again = statistics::decode_block(*encoded);
    if (!again.ok() || *again != *decoded)
        std::abort();
    return 1;
}
