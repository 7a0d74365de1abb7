#pragma once

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
    std::uint64_t varint();
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
    const char* at_;
    const char* end_;
    bool is_sound_ = true;
};

/// Writes a column of whole numbers in the shortest of five forms: constant, run-length deltas,
/// run-length differences of deltas, bit-packed values, bit-packed deltas.
void write_column(ByteWriter& out, std::span<const std::int64_t> values);

/// Reads a column of `count` numbers; `in` fails where the column does not have exactly so many.
void read_column(ByteReader& in, std::size_t count, std::vector<std::int64_t>& values);

}  // namespace statistics
