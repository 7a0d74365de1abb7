#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace base {

/// Which of 64 bytes are one of four, the first in the lowest bit.
std::uint64_t places_of(const char* bytes, std::array<char, 4> wanted);
/// The same byte by byte, as it is where the processor has no SSE2.
std::uint64_t places_one_by_one(const char* bytes, std::array<char, 4> wanted);

/// Finds, in text that is read from front to back, the next byte that is one of four.
///
/// Sixty-four bytes are looked at together, and what was found in them is kept: fields are short,
/// so that the next one mostly ends among bytes that were looked at already.
class ByteSearch {
  public:
    explicit ByteSearch(std::array<char, 4> wanted) : wanted_(wanted) {}

    /// The first of them in [at, end), or `end`. `at` goes on, and the bytes stay what they are.
    const char* next(const char* at, const char* end) {
        auto offset = static_cast<std::size_t>(at - block_);
        if (offset >= known_) {
            look_from(at, end);
            offset = 0;
        }
        while (found_ >> offset == 0) {
            at = block_ + known_;
            if (at == end)
                return end;
            look_from(at, end);
            offset = 0;
        }
        return block_ + offset + std::countr_zero(found_ >> offset);
    }
    /// Other bytes stand there now, or more of them.
    void forget() { known_ = 0; }

  private:
    void look_from(const char* at, const char* end);

    std::array<char, 4> wanted_;
    const char* block_ = nullptr;
    std::size_t known_ = 0;    ///< bytes from there on that were looked at
    std::uint64_t found_ = 0;  ///< which of them are wanted
};

}  // namespace base
