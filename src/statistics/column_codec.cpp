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

void read_runs(ByteReader& in, std::size_t count, std::vector<std::int64_t>& values) {
    while (values.size() < count && in.is_sound()) {
        const std::int64_t value = in.signed_varint();
        const std::uint64_t length = in.bounded(count - values.size());
        if (length == 0)
            return in.fail();
        values.insert(values.end(), length, value);
    }
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

void read_packed(ByteReader& in, std::size_t count, std::vector<std::int64_t>& values) {
    const std::int64_t least = in.signed_varint();
    const std::uint64_t width = in.byte();
    if (width > 64)
        return in.fail();
    const std::string_view packed = in.raw((count * width + 7) / 8);
    if (!in.is_sound())
        return;
    const std::uint64_t mask = width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
    values.resize(count);
    std::size_t i = 0;
    // Eight bytes hold a value of up to 57 bits wherever it begins; near the end bytes are single.
    const std::size_t whole_words = packed.size() >= 8 ? packed.size() - 8 : 0;
    if (width <= 57) {
        for (; i < count && i * width / 8 <= whole_words && packed.size() >= 8; ++i)
            values[i] =
                plus(least, static_cast<std::int64_t>(
                                (load64(packed.data() + i * width / 8) >> (i * width % 8)) & mask));
    }
    for (; i < count; ++i) {
        std::uint64_t value = 0;
        for (std::uint64_t bit = 0; bit < width; ++bit) {
            const std::uint64_t place = i * width + bit;
            const auto byte = static_cast<unsigned char>(packed[place / 8]);
            value |= static_cast<std::uint64_t>((byte >> (place % 8)) & 1U) << bit;
        }
        values[i] = plus(least, static_cast<std::int64_t>(value));
    }
}

void accumulate(std::vector<std::int64_t>& values, std::int64_t first) {
    std::int64_t sum = first;
    for (auto& value : values) {
        const std::int64_t delta = value;
        value = sum;
        sum = plus(sum, delta);
    }
    values.push_back(sum);
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

std::uint64_t ByteReader::varint() {
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

void read_column(ByteReader& in, std::size_t count, std::vector<std::int64_t>& values) {
    values.clear();
    const auto form = static_cast<Form>(in.byte());
    if (form == Form::constant) {
        values.assign(count, in.signed_varint());
        return;
    }
    // A column that is not constant has two numbers at least.
    if (count < 2 || form > Form::packed_deltas)
        return in.fail();
    values.reserve(count);
    if (form == Form::packed_values)
        return read_packed(in, count, values);
    const std::int64_t first = in.signed_varint();
    if (form == Form::second_delta_runs) {
        const std::int64_t first_delta = in.signed_varint();
        read_runs(in, count - 2, values);
        if (values.size() + 2 == count)
            accumulate(values, first_delta);
    } else if (form == Form::delta_runs) {
        read_runs(in, count - 1, values);
    } else {
        read_packed(in, count - 1, values);
    }
    if (!in.is_sound() || values.size() + 1 != count)
        return in.fail();
    accumulate(values, first);
}

}  // namespace statistics
