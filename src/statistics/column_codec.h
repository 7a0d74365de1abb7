#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// Appends numbers and texts to a block. Source: LEB128 varints; zigzag as in Protocol Buffers.
class ByteWriter {
  public:
    void byte(std::uint8_t value) { bytes_ += static_cast<char>(value); }
    void varint(std::uint64_t value);
    void signed_varint(std::int64_t value);
    void fixed32(std::uint32_t value);
    void text(std::string_view value);  ///< its length, then its bytes
    void append(std::string_view bytes) { bytes_ += bytes; }
    const std::string& bytes() const noexcept { return bytes_; }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

/// Reads what ByteWriter wrote; after the first read outside the bounds everything reads as 0 and
/// `is_sound` stays false, so that one check at the end is enough to trust what was read.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    std::uint8_t byte();
    std::uint64_t varint() {
        // Most are of one byte.
        return at_ != end_ && (*at_ & 0x80) == 0 ? static_cast<std::uint64_t>(*at_++)
                                                 : long_varint();
    }
    std::int64_t signed_varint();
    std::uint32_t fixed32();
    std::string_view text(std::size_t bytes_max);
    std::string_view raw(std::size_t count);
    /// A varint that must not be above `most`.
    std::uint64_t bounded(std::uint64_t most);

    bool is_sound() const noexcept { return is_sound_; }
    bool is_at_end() const noexcept { return at_ == end_; }
    std::size_t left() const noexcept { return static_cast<std::size_t>(end_ - at_); }
    void fail() {
        is_sound_ = false;
        at_ = end_;
    }

  private:
    std::uint64_t long_varint();

    const char* at_;
    const char* end_;
    bool is_sound_ = true;
};

/// The numbers of a column that was read. One number throughout is kept once; room that a longer
/// column had is used again.
class NumberColumn {
  public:
    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    std::int64_t operator[](std::size_t i) const noexcept { return numbers_[i & mask_]; }

    /// `count` times one number.
    void fill(std::size_t count, std::int64_t number);
    /// Room for `count` numbers, each of which is to be written.
    std::span<std::int64_t> make_room(std::size_t count);
    /// Every number that is met, each once or as often as it is met.
    std::span<const std::int64_t> met() const noexcept {
        return {numbers_.data(), mask_ == 0 ? std::min<std::size_t>(size_, 1) : size_};
    }
    /// All numbers, to be changed.
    std::span<std::int64_t> each();

  private:
    std::vector<std::int64_t> numbers_;  // at least as many as are kept
    std::size_t size_ = 0;
    std::size_t mask_ = 0;  // 0 where one number is kept for all places, else every bit
};

/// Writes a column of whole numbers in the shortest of five forms: constant, run-length deltas,
/// run-length differences of deltas, bit-packed values, bit-packed deltas.
void write_column(ByteWriter& out, std::span<const std::int64_t> values);

/// Reads a column of `count` numbers; `in` fails where the column does not have exactly so many.
void read_column(ByteReader& in, std::size_t count, NumberColumn& column);

}  // namespace statistics
