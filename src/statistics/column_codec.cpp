#include "statistics/column_codec.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace statistics {
namespace {

enum class Form : std::uint8_t {
    constant,
    delta_runs,
    second_delta_runs,
    packed_values,
    packed_deltas
};

// Differences wrap around, so that any two numbers have one.
std::int64_t minus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t plus(std::int64_t a, std::int64_t b) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::vector<std::int64_t> deltas(std::span<const std::int64_t> values) {
    std::vector<std::int64_t> result;
    result.reserve(values.size());
    for (std::size_t i = 1; i < values.size(); ++i)
        result.push_back(minus(values[i], values[i - 1]));
    return result;
}

void write_runs(ByteWriter& out, std::span<const std::int64_t> values) {
    for (std::size_t i = 0; i < values.size();) {
        std::size_t end = i + 1;
        while (end < values.size() && values[end] == values[i])
            ++end;
        out.signed_varint(values[i]);
        out.varint(end - i);
        i = end;
    }
}

// Each value is the one before it, at first `sum`, plus a delta.
void read_delta_runs(ByteReader& in, std::int64_t sum, std::span<std::int64_t> values) {
    for (std::size_t i = 0; i < values.size() && in.is_sound();) {
        const std::int64_t delta = in.signed_varint();
        const std::uint64_t length = in.bounded(values.size() - i);
        if (length == 0)
            return in.fail();
        for (const auto end = i + length; i < end; ++i)
            values[i] = sum = plus(sum, delta);
    }
}

// Deltas after the first value become values.
void accumulate(std::span<std::int64_t> values) {
    std::int64_t sum = 0;
    for (auto& value : values)
        value = sum = plus(sum, value);
}

// Values less their minimum, each in as many bits as the largest needs, lowest bit first.
void write_packed(ByteWriter& out, std::span<const std::int64_t> values) {
    const std::int64_t least = *std::ranges::min_element(values);
    std::uint64_t widest = 0;
    for (const std::int64_t value : values)
        widest |= static_cast<std::uint64_t>(minus(value, least));
    const int width = static_cast<int>(std::bit_width(widest));
    out.signed_varint(least);
    out.byte(static_cast<std::uint8_t>(width));
    std::uint64_t pending = 0;
    int bits = 0;
    for (const std::int64_t value : values) {
        const auto rest = static_cast<std::uint64_t>(minus(value, least));
        pending |= rest << bits;
        for (bits += width; bits >= 64; bits -= 64) {
            for (int i = 0; i < 8; ++i)
                out.byte(static_cast<std::uint8_t>(pending >> (8 * i)));
            const int used = width - (bits - 64);
            pending = used >= 64 ? 0 : rest >> used;
        }
    }
    for (; bits > 0; bits -= 8, pending >>= 8)
        out.byte(static_cast<std::uint8_t>(pending));
}

std::uint64_t load64(const char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, 8);
    if constexpr (std::endian::native == std::endian::big)
        word = __builtin_bswap64(word);
    return word;
}

// The number that begins at a bit, in up to nine bytes of which some may lie behind the end.
std::uint64_t bits_from(std::string_view packed, std::uint64_t bit) {
    char bytes[16] = {};
    std::memcpy(bytes, packed.data() + bit / 8,
                std::min<std::size_t>(9, packed.size() - static_cast<std::size_t>(bit / 8)));
    const auto shift = bit % 8;
    // In two steps, since a shift by 64 is none.
    return (load64(bytes) >> shift) | (load64(bytes + 8) << 1 << (63 - shift));
}

void read_packed(ByteReader& in, std::span<std::int64_t> values) {
    const std::int64_t least = in.signed_varint();
    const std::uint64_t width = in.byte();
    if (width > 64)
        return in.fail();
    const std::string_view packed = in.raw((values.size() * width + 7) / 8);
    if (!in.is_sound())
        return;
    const std::uint64_t mask = width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
    std::size_t i = 0;
    std::uint64_t bit = 0;
    // Eight bytes hold a value of up to 57 bits wherever it begins.
    if (width <= 57 && packed.size() >= 8) {
        const std::uint64_t last = (packed.size() - 8) * 8 + 7;
        for (; i < values.size() && bit <= last; ++i, bit += width)
            values[i] = plus(least, static_cast<std::int64_t>(
                                        (load64(packed.data() + bit / 8) >> (bit % 8)) & mask));
    }
    for (; i < values.size(); ++i, bit += width)
        values[i] = plus(least, static_cast<std::int64_t>(bits_from(packed, bit) & mask));
}

}  // namespace

void ByteWriter::varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        byte(static_cast<std::uint8_t>(value | 0x80));
    byte(static_cast<std::uint8_t>(value));
}

void ByteWriter::signed_varint(std::int64_t value) {
    varint(zigzag(value));
}

void ByteWriter::fixed32(std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        byte(static_cast<std::uint8_t>(value >> (8 * i)));
}

void ByteWriter::text(std::string_view value) {
    varint(value.size());
    bytes_ += value;
}

std::uint8_t ByteReader::byte() {
    if (at_ == end_) {
        is_sound_ = false;
        return 0;
    }
    return static_cast<std::uint8_t>(*at_++);
}

std::uint64_t ByteReader::long_varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        const std::uint8_t next = byte();
        value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
        if ((next & 0x80) != 0)
            continue;
        // The tenth byte holds one bit; more would be lost, and zero would be a second spelling.
        if (shift > 0 && (next == 0 || (shift == 63 && next > 1)))
            fail();
        return is_sound_ ? value : 0;
    }
    fail();
    return 0;
}

std::int64_t ByteReader::signed_varint() {
    return unzigzag(varint());
}

std::uint32_t ByteReader::fixed32() {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(byte()) << (8 * i);
    return value;
}

std::uint64_t ByteReader::bounded(std::uint64_t most) {
    const std::uint64_t value = varint();
    if (value > most) {
        fail();
        return 0;
    }
    return value;
}

std::string_view ByteReader::raw(std::size_t count) {
    if (count > left()) {
        fail();
        return {};
    }
    const std::string_view bytes(at_, count);
    at_ += count;
    return bytes;
}

std::string_view ByteReader::text(std::size_t bytes_max) {
    return raw(static_cast<std::size_t>(bounded(bytes_max)));
}

void write_column(ByteWriter& out, std::span<const std::int64_t> values) {
    if (std::ranges::all_of(values, [&](std::int64_t value) { return value == values[0]; })) {
        out.byte(static_cast<std::uint8_t>(Form::constant));
        out.signed_varint(values.empty() ? 0 : values[0]);
        return;
    }
    const auto first = deltas(values);
    const auto second = deltas(first);
    ByteWriter forms[4];
    forms[0].byte(static_cast<std::uint8_t>(Form::delta_runs));
    forms[0].signed_varint(values[0]);
    write_runs(forms[0], first);
    forms[1].byte(static_cast<std::uint8_t>(Form::second_delta_runs));
    forms[1].signed_varint(values[0]);
    forms[1].signed_varint(first[0]);
    write_runs(forms[1], second);
    forms[2].byte(static_cast<std::uint8_t>(Form::packed_values));
    write_packed(forms[2], values);
    forms[3].byte(static_cast<std::uint8_t>(Form::packed_deltas));
    forms[3].signed_varint(values[0]);
    write_packed(forms[3], first);
    out.append(std::ranges::min_element(forms, {}, [](const ByteWriter& form) {
                   return form.bytes().size();
               })->bytes());
}

void NumberColumn::fill(std::size_t count, std::int64_t number) {
    if (numbers_.empty())
        numbers_.resize(1);
    numbers_[0] = number;
    size_ = count;
    mask_ = 0;
}

std::span<std::int64_t> NumberColumn::make_room(std::size_t count) {
    if (numbers_.size() < count)
        numbers_.resize(count);
    size_ = count;
    mask_ = ~std::size_t{0};
    return {numbers_.data(), count};
}

std::span<std::int64_t> NumberColumn::each() {
    if (mask_ == 0 && size_ > 0) {
        const auto number = numbers_[0];
        std::ranges::fill(make_room(size_), number);
    }
    return {numbers_.data(), size_};
}

void read_column(ByteReader& in, std::size_t count, NumberColumn& column) {
    const auto form = static_cast<Form>(in.byte());
    if (form == Form::constant)
        return column.fill(count, in.signed_varint());
    const auto values = column.make_room(count);
    // A column that is not constant has two numbers at least.
    if (count < 2 || form > Form::packed_deltas)
        return in.fail();
    if (form == Form::packed_values)
        return read_packed(in, values);
    values[0] = in.signed_varint();
    if (form == Form::delta_runs)
        return read_delta_runs(in, values[0], values.subspan(1));
    if (form == Form::packed_deltas) {
        read_packed(in, values.subspan(1));
    } else {
        values[1] = in.signed_varint();
        read_delta_runs(in, values[1], values.subspan(2));
    }
    accumulate(values);
}

}  // namespace statistics
