#include "statistics/block.h"

#include "statistics/block_times.h"
#include "statistics/column_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using Column = std::vector<std::int64_t>;

// The second has attributes; the first is written where there are none.
constexpr std::uint8_t block_version_plain = 1;
constexpr std::uint8_t block_version_attributes = 2;
constexpr std::size_t checksum_bytes = 4;
constexpr int row_digits_max = 18;
constexpr std::size_t row_prefix_max = block_text_bytes_max - row_digits_max;
constexpr std::int64_t day_least = -719162;  // 0001-01-01
constexpr std::int64_t day_most = 2932896;   // 9999-12-31
constexpr std::int64_t precision_most = 20;

enum class Coefficients : std::uint8_t { of_one_scale, of_own_scales };
enum class Rows : std::uint8_t { none, numbered, texts };

constexpr auto powers_of_ten = [] {
    std::array<std::int64_t, 19> powers{};
    std::int64_t power = 1;
    for (auto& entry : powers) {
        entry = power;
        power = power < 1'000'000'000'000'000'000 ? power * 10 : power;
    }
    return powers;
}();

template <typename Projection>
Column column_of(std::span<const Observation> observations, Projection projection) {
    Column column;
    column.reserve(observations.size());
    for (const auto& observation : observations)
        column.push_back(static_cast<std::int64_t>(projection(observation)));
    return column;
}

constexpr std::int64_t days_of(base::Day day) {
    return day.time_since_epoch().count();
}

void write_dictionary(ByteWriter& out, const std::vector<std::string>& texts,
                      const Column& indexes) {
    out.varint(texts.size());
    for (const auto& text : texts)
        out.text(text);
    write_column(out, indexes);
}

template <typename Projection>
void write_texts(ByteWriter& out, std::span<const Observation> observations, Projection projection,
                 bool empty_is_zero) {
    std::vector<std::string> texts;
    std::map<std::string, std::int64_t> index_of;
    if (empty_is_zero)
        index_of[""] = 0;
    Column indexes;
    for (const auto& observation : observations) {
        const std::string& text = projection(observation);
        if (!indexes.empty() && text == projection((&observation)[-1])) {
            indexes.push_back(indexes.back());
            continue;
        }
        const auto [at, is_new] =
            index_of.emplace(text, static_cast<std::int64_t>(index_of.size()));
        if (is_new)
            texts.push_back(text);
        indexes.push_back(at->second);
    }
    write_dictionary(out, texts, indexes);
}

// Coefficients of one scale make small differences; where one would not fit, all stay as they are.
void write_values(ByteWriter& out, std::span<const Observation> observations) {
    const Column scales =
        column_of(observations, [](const Observation& o) { return o.value.scale(); });
    Column coefficients =
        column_of(observations, [](const Observation& o) { return o.value.coefficient(); });
    const std::int64_t widest = *std::ranges::max_element(scales);
    Column scaled = coefficients;
    bool fits = true;
    for (std::size_t i = 0; i < scaled.size(); ++i) {
        const auto power = powers_of_ten[static_cast<std::size_t>(widest - scales[i])];
        fits = fits && !__builtin_mul_overflow(scaled[i], power, &scaled[i]);
    }
    write_column(out, scales);
    out.byte(
        static_cast<std::uint8_t>(fits ? Coefficients::of_one_scale : Coefficients::of_own_scales));
    write_column(out, fits ? scaled : coefficients);
}

struct NumberedRow {
    std::string_view prefix;
    std::string_view digits;
};

NumberedRow numbered(std::string_view row) {
    const auto last = row.find_last_not_of("0123456789");
    const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
    return {row.substr(0, begin), row.substr(begin)};
}

std::int64_t number_of(std::string_view digits) {
    std::int64_t number = 0;
    for (const char c : digits)
        number = number * 10 + (c - '0');
    return number;
}

// The width to which numbers are padded, 0 for none, or nothing where rows are no such numbers.
std::optional<int> width_of_rows(std::span<const Observation> observations) {
    const auto first = numbered(observations.front().row);
    bool same_width = true, padded = false;
    for (const auto& observation : observations) {
        const auto row = numbered(observation.row);
        if (row.prefix != first.prefix || row.digits.empty() ||
            row.digits.size() > row_digits_max || row.prefix.size() > row_prefix_max)
            return std::nullopt;
        same_width = same_width && row.digits.size() == first.digits.size();
        padded = padded || (row.digits.size() > 1 && row.digits.front() == '0');
    }
    if (!padded)
        return 0;
    return same_width ? std::optional{static_cast<int>(first.digits.size())} : std::nullopt;
}

// Identifiers mostly count the lines of a file, and so does the load order.
void write_rows(ByteWriter& out, std::span<const Observation> observations) {
    if (std::ranges::all_of(observations, [](const Observation& o) { return o.row.empty(); })) {
        out.byte(static_cast<std::uint8_t>(Rows::none));
        return;
    }
    if (const auto width = width_of_rows(observations)) {
        out.byte(static_cast<std::uint8_t>(Rows::numbered));
        out.text(numbered(observations.front().row).prefix);
        out.byte(static_cast<std::uint8_t>(*width));
        write_column(out, column_of(observations, [](const Observation& o) {
                         return number_of(numbered(o.row).digits) - o.load_order;
                     }));
        return;
    }
    out.byte(static_cast<std::uint8_t>(Rows::texts));
    for (const auto& observation : observations)
        out.text(observation.row);
}

bool can_be_kept(const Observation& o) {
    return o.row.size() <= block_text_bytes_max && o.source.size() <= block_text_bytes_max &&
           o.suspect.size() <= block_text_bytes_max &&
           o.attributes.size() <= block_text_bytes_max && std::abs(o.precision) <= precision_most &&
           days_of(o.vintage.known_on) >= day_least && days_of(o.vintage.known_on) <= day_most &&
           parse_status(std::string(1, static_cast<char>(o.status))).ok();
}

Error damaged(std::string_view what) {
    return Error{ErrorCode::block_damaged,
                 fmt::format("expected a block of observations, found {}", what), ""};
}

bool is_block_version(std::uint8_t version) {
    return version == block_version_plain || version == block_version_attributes;
}

// Without a branch for each number: columns are sound but for damage.
bool all_within(const NumberColumn& column, std::int64_t least, std::int64_t most) {
    bool outside = false;
    for (const std::int64_t value : column.met())
        outside |= (value < least) | (value > most);
    return !outside;
}

constexpr int first_month = 1900 * 12;  // of those whose last days are known
constexpr auto month_ends = [] {
    std::array<std::int32_t, 300 * 12> days{};
    for (unsigned i = 0; i < days.size(); ++i) {
        const std::chrono::year year{1900 + static_cast<int>(i / 12)};
        const auto month = year / std::chrono::month{i % 12 + 1};
        days[i] = static_cast<std::int32_t>(days_of(base::Day{month / std::chrono::last}));
    }
    return days;
}();

// From a table for months: most periods are months, and calendars are slow.
std::int64_t last_day_of(const TimePeriod& time) {
    const auto at = static_cast<std::size_t>(time.period.index() - first_month);
    if (time.period.frequency() == base::Frequency::month && at < month_ends.size())
        return month_ends[at];
    return days_of(time.last_day());
}

void read_vintages(ByteReader& in, std::size_t count, BlockColumns& columns) {
    read_column(in, count, columns.known_on);
    read_column(in, count, columns.estimated);
    if (!in.is_sound() || !all_within(columns.estimated, 0, 1))
        return in.fail();
    const auto known_on = columns.known_on.each();
    std::size_t i = 0;
    for (std::size_t run = 0; run < columns.times.size(); ++run) {
        // Wraps around where the distance is no number of days, and so ends out of bounds.
        const auto end = static_cast<std::uint64_t>(last_day_of(columns.times[run]));
        for (; i < columns.time_ends[run]; ++i)
            known_on[i] = static_cast<std::int64_t>(static_cast<std::uint64_t>(known_on[i]) + end);
    }
    if (!all_within(columns.known_on, day_least, day_most))
        in.fail();
}

// From columns of numbers so small that their differences do not overflow.
void subtract(const NumberColumn& what, NumberColumn& from) {
    if (what.met().size() == 1 && from.met().size() == 1)
        return from.fill(from.size(), from[0] - what[0]);
    const auto numbers = from.each();
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] -= what[i];
}

void read_values(ByteReader& in, std::size_t count, BlockColumns& columns) {
    read_column(in, count, columns.scales);
    const std::uint8_t form = in.byte();
    read_column(in, count, columns.coefficients);
    read_column(in, count, columns.precisions);
    if (!in.is_sound() || form > static_cast<int>(Coefficients::of_own_scales) ||
        !all_within(columns.scales, 0, base::Decimal::scale_max) ||
        !all_within(columns.precisions, -2 * precision_most, 2 * precision_most))
        return in.fail();
    const auto [least, widest] = std::ranges::minmax(columns.scales.met());
    subtract(columns.scales, columns.precisions);
    if (!all_within(columns.precisions, -precision_most, precision_most))
        return in.fail();
    if (form == static_cast<int>(Coefficients::of_own_scales) || least == widest)
        return;
    const auto coefficients = columns.coefficients.each();
    for (std::size_t i = 0; i < count; ++i) {
        const auto power = powers_of_ten[static_cast<std::size_t>(widest - columns.scales[i])];
        if (coefficients[i] % power != 0)
            return in.fail();
        coefficients[i] /= power;
    }
}

void read_statuses(ByteReader& in, std::size_t count, BlockColumns& columns) {
    read_column(in, count, columns.statuses);
    // Mostly the one before.
    auto checked = static_cast<std::int64_t>(ObservationStatus::normal);
    for (const std::int64_t status : columns.statuses.met()) {
        if (status == checked)
            continue;
        const auto letter = static_cast<char>(status);
        if (letter != status || !parse_status({&letter, 1}).ok())
            return in.fail();
        checked = status;
    }
}

// `reserved` indexes come before the dictionary's own: 1 where index 0 is the empty text.
void read_texts(ByteReader& in, std::size_t count, std::size_t reserved,
                std::vector<std::string>& texts, NumberColumn& indexes) {
    texts.resize(static_cast<std::size_t>(in.bounded(count)));
    for (auto& text : texts)
        text = in.text(block_text_bytes_max);
    read_column(in, count, indexes);
    if (!in.is_sound() ||
        !all_within(indexes, 0, static_cast<std::int64_t>(texts.size() + reserved) - 1))
        in.fail();
}

void read_rows(ByteReader& in, std::size_t count, BlockColumns& columns) {
    columns.row_numbers.fill(0, 0);
    columns.row_texts.clear();
    columns.row_prefix.clear();
    const auto form = static_cast<Rows>(in.byte());
    if (form == Rows::none)
        return;
    if (form == Rows::texts) {
        for (std::size_t i = 0; i < count && in.is_sound(); ++i)
            columns.row_texts.emplace_back(in.text(block_text_bytes_max));
        return;
    }
    if (form != Rows::numbered)
        return in.fail();
    columns.row_prefix = in.text(row_prefix_max);
    columns.row_width = in.byte();
    read_column(in, count, columns.row_numbers);
    if (!in.is_sound() || columns.row_width > row_digits_max)
        return in.fail();
    const std::int64_t most = powers_of_ten[static_cast<std::size_t>(
                                  columns.row_width == 0 ? row_digits_max : columns.row_width)] -
                              1;
    const auto numbers = columns.row_numbers.each();
    for (std::size_t i = 0; i < count; ++i) {
        std::int64_t& number = numbers[i];
        if (__builtin_add_overflow(number, columns.load_orders[i], &number) || number < 0 ||
            number > most)
            return in.fail();
    }
}

}  // namespace

void BlockColumns::append_row(std::size_t i, std::string& text) const {
    if (!row_texts.empty())
        text += row_texts[i];
    if (row_numbers.empty())
        return;
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), row_numbers[i]).ptr;
    const auto count = static_cast<int>(end - digits);
    text += row_prefix;
    text.append(static_cast<std::size_t>(std::max(0, row_width - count)), '0');
    text.append(digits, end);
}

void sort_for_block(std::vector<Observation>& observations) {
    const auto order = [](const Observation& o) {
        return std::tuple{
            o.time.span,           o.time.period.frequency(), o.time.period.year_start().month,
            o.time.period.index(), o.vintage.known_on,        o.load_order};
    };
    if (!std::ranges::is_sorted(observations, {}, order))
        std::ranges::sort(observations, {}, order);
}

base::Result<std::string> encode_block(std::span<const Observation> observations) {
    if (observations.empty() || observations.size() > block_observations_max)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("a block holds 1 to {} observations, {} were given",
                                 block_observations_max, observations.size()),
                     ""};
    ByteWriter out;
    const bool has_attributes = std::ranges::any_of(
        observations, [](const Observation& o) { return !o.attributes.empty(); });
    out.byte(has_attributes ? block_version_attributes : block_version_plain);
    out.varint(observations.size());
    if (!std::ranges::all_of(observations, can_be_kept) || !write_times(out, observations))
        return Error{ErrorCode::invalid_argument,
                     "expected periods within the years 1 to 9999, months for figures to date, and "
                     "texts of at most 4096 bytes",
                     ""};
    // Releases follow their period by about the same number of days.
    write_column(out, column_of(observations, [](const Observation& o) {
                     return days_of(o.vintage.known_on) - days_of(o.time.last_day());
                 }));
    write_column(out, column_of(observations,
                                [](const Observation& o) { return o.vintage.estimated ? 1 : 0; }));
    write_values(out, observations);
    write_column(out, column_of(observations, [](const Observation& o) {
                     return o.precision + o.value.scale();
                 }));
    write_column(out, column_of(observations,
                                [](const Observation& o) { return static_cast<char>(o.status); }));
    write_column(out, column_of(observations, [](const Observation& o) { return o.load_order; }));
    write_texts(
        out, observations, [](const Observation& o) -> const auto& { return o.source; }, false);
    write_texts(
        out, observations, [](const Observation& o) -> const auto& { return o.suspect; }, true);
    if (has_attributes)
        write_texts(
            out, observations, [](const Observation& o) -> const auto& { return o.attributes; },
            true);
    write_rows(out, observations);
    out.fixed32(crc32c(out.bytes()));
    return out.take();
}

base::Result<std::size_t> block_size(std::string_view bytes) {
    if (bytes.empty() || !is_block_version(static_cast<std::uint8_t>(bytes[0])))
        return damaged("no block of this version");
    ByteReader in(bytes.substr(1));
    const auto count = static_cast<std::size_t>(in.bounded(block_observations_max));
    if (!in.is_sound())
        return damaged("an impossible number of observations");
    return count;
}

base::Result<void> decode_columns(std::string_view bytes, BlockColumns& columns) {
    if (bytes.size() <= checksum_bytes)
        return damaged("too few bytes");
    const std::string_view body = bytes.substr(0, bytes.size() - checksum_bytes);
    const auto version = static_cast<std::uint8_t>(body[0]);
    if (!is_block_version(version))
        return damaged(fmt::format("version {}", version));
    ByteReader checksum(bytes.substr(body.size()));
    if (checksum.fixed32() != crc32c(body))
        return damaged("a checksum that does not fit its bytes");
    ByteReader in(body.substr(1));
    const auto count = static_cast<std::size_t>(in.bounded(block_observations_max));
    if (!in.is_sound() || count == 0)
        return damaged("an impossible number of observations");
    read_times(in, count, columns);
    if (!in.is_sound())
        return damaged("times out of their bounds");
    read_vintages(in, count, columns);
    read_values(in, count, columns);
    read_statuses(in, count, columns);
    read_column(in, count, columns.load_orders);
    if (!in.is_sound() || !all_within(columns.load_orders, 0, UINT32_MAX))
        return damaged("values out of their bounds");
    read_texts(in, count, 0, columns.sources, columns.source);
    read_texts(in, count, 1, columns.suspects, columns.suspect);
    if (version == block_version_attributes) {
        read_texts(in, count, 1, columns.attributes, columns.attribute);
    } else {
        columns.attributes.clear();
        columns.attribute.fill(count, 0);
    }
    if (in.is_sound())
        read_rows(in, count, columns);
    if (!in.is_sound() || !in.is_at_end())
        return damaged("texts out of their bounds, or bytes after the end");
    return {};
}

base::Result<std::vector<Observation>> decode_block(std::string_view bytes, std::int64_t recorded) {
    BlockColumns columns;
    TRY(decode_columns(bytes, columns));
    std::vector<Observation> observations(columns.size());
    std::size_t run = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        while (i >= columns.time_ends[run])
            ++run;
        auto& o = observations[i];
        o.time = columns.times[run];
        o.value = columns.value(i);
        o.precision = static_cast<int>(columns.precisions[i]);
        o.status = columns.status(i);
        o.vintage = columns.vintage(i);
        o.source = columns.source_of(i);
        columns.append_row(i, o.row);
        o.recorded = recorded;
        o.load_order = static_cast<std::uint32_t>(columns.load_orders[i]);
        o.suspect = columns.suspect_of(i);
        o.attributes = columns.attributes_of(i);
    }
    return observations;
}

}  // namespace statistics
