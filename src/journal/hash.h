#pragma once

#include "base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace journal {

using base::Error;
using base::ErrorCode;
using base::Result;

/// A SHA-256 digest.
using Hash = std::array<std::uint8_t, 32>;

/// SHA-256 of the bytes (FIPS 180-4).
Hash sha256(std::string_view bytes);

/// SHA-256 of bytes that arrive piece by piece. A copy goes on from where the original stands.
class Sha256 {
  public:
    Sha256();

    Sha256& add(std::string_view bytes);
    Hash finish();  ///< gives the digest and begins anew

  private:
    alignas(8) std::array<std::uint8_t, 112> context_;  // OpenSSL's, whose header stays in the .cpp
};

std::string to_hex(std::span<const std::uint8_t> bytes);  ///< lower case
/// Errors: invalid_argument unless the text is 64 lower-case hexadecimal digits.
Result<Hash> parse_hex(std::string_view text);

std::string to_base64(std::string_view bytes);
std::string to_base64(const Hash& hash);
/// Strict RFC 4648, section 4: padded, no spaces, unused bits zero, so that equal bytes have one
/// text. Errors: invalid_argument.
Result<std::string> parse_base64(std::string_view text);
Result<Hash> parse_base64_hash(std::string_view text);

inline std::string_view as_text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace journal
