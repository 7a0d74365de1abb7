#include "statistics/stage_notes.h"

#include "statistics/block_times.h"
#include "statistics/column_codec.h"

#include <algorithm>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t text_bytes_max = std::size_t{16} << 20;  // as long as a record may be
// A table of all days of a thousand years has fewer.
constexpr std::size_t times_max = std::size_t{1} << 19;

void print(ByteWriter& out, const Stretch& stretch) {
    out.varint(stretch.at);
    out.varint(stretch.bytes);
}
Stretch parse_stretch(ByteReader& in) {
    const auto at = in.bounded(INT64_MAX);
    return {at, static_cast<std::uint32_t>(in.bounded(UINT32_MAX))};
}

// How many of something there are, each of which has at least one byte.
std::size_t count_of(ByteReader& in) {
    return in.bounded(in.left());
}

void print(ByteWriter& out, const std::vector<std::string>& texts) {
    out.varint(texts.size());
    for (const auto& text : texts)
        out.text(text);
}
std::vector<std::string> parse_texts(ByteReader& in) {
    std::vector<std::string> texts(count_of(in));
    for (auto& text : texts)
        text = in.text(text_bytes_max);
    return texts;
}

// As blocks have them.
bool print(ByteWriter& out, const std::vector<TimePeriod>& times) {
    std::vector<Observation> of_times(times.size());
    for (std::size_t i = 0; i < times.size(); ++i)
        of_times[i].time = times[i];
    out.varint(times.size());
    return times.size() <= times_max && write_times(out, of_times);
}
std::vector<TimePeriod> parse_times(ByteReader& in) {
    const auto count = in.bounded(times_max);
    BlockColumns columns;
    read_times(in, count, columns);
    // No time comes twice, so each is a run of its own.
    if (columns.times.size() != count)
        in.fail();
    return std::move(columns.times);
}

void print(ByteWriter& out, const Source& source) {
    for (const auto* text : {&source.key, &source.publisher, &source.address, &source.published,
                             &source.attributed_to})
        out.text(*text);
}
Source parse_source(ByteReader& in) {
    Source source;
    for (auto* text : {&source.key, &source.publisher, &source.address, &source.published,
                       &source.attributed_to})
        *text = in.text(text_bytes_max);
    return source;
}

bool print(ByteWriter& out, const HeldRows::News& news) {
    print(out, news.keys);
    if (!print(out, news.times))
        return false;
    out.varint(news.sources.size());
    for (const auto& source : news.sources)
        print(out, source);
    print(out, news.suspicions);
    out.varint(news.latest_actual.size());
    for (const auto day : news.latest_actual)
        out.signed_varint(day);
    out.varint(news.month_dates);
    out.varint(news.estimated_dates);
    return true;
}
HeldRows::News parse_news(ByteReader& in) {
    HeldRows::News news;
    news.keys = parse_texts(in);
    news.times = parse_times(in);
    news.sources.resize(count_of(in));
    for (auto& source : news.sources)
        source = parse_source(in);
    news.suspicions = parse_texts(in);
    news.latest_actual.resize(count_of(in));
    for (auto& day : news.latest_actual) {
        const auto days = in.signed_varint();
        if (days < INT32_MIN || days > INT32_MAX)
            in.fail();
        day = static_cast<std::int32_t>(days);
    }
    news.month_dates = in.varint();
    news.estimated_dates = in.varint();
    return news;
}

void print(ByteWriter& out, const StageNotes::Part& part) {
    out.varint(part.series);
    out.byte(part.is_settled ? 1 : 0);
    out.varint(part.blocks.size());
    for (const auto& block : part.blocks) {
        print(out, static_cast<const Stretch&>(block));
        out.varint(block.observations);
    }
}
StageNotes::Part parse_part(ByteReader& in) {
    StageNotes::Part part;
    part.series = static_cast<std::uint32_t>(in.bounded(UINT32_MAX));
    part.is_settled = in.bounded(1) == 1;
    part.blocks.resize(count_of(in));
    for (auto& block : part.blocks) {
        static_cast<Stretch&>(block) = parse_stretch(in);
        block.observations = static_cast<std::uint32_t>(in.bounded(UINT32_MAX));
    }
    return part;
}

}  // namespace

void RowLines::add(std::uint32_t row, std::size_t line) {
    const auto offset = static_cast<std::int64_t>(line) - row;
    if (steps_.empty() || steps_.back().offset != offset)
        steps_.push_back({row, offset});
}

std::size_t RowLines::of(std::uint32_t row) const {
    const auto behind = std::ranges::upper_bound(steps_, row, {}, &Step::row);
    return static_cast<std::size_t>(row + std::prev(behind)->offset);
}

Result<std::string> print_notes(const StageNotes& notes) {
    ByteWriter out;
    print(out, notes.before);
    print(out, notes.names);
    out.varint(notes.rows);
    out.varint(notes.lines.size());
    for (const auto& [row, offset] : notes.lines) {
        out.varint(row);
        out.signed_varint(offset);
    }
    if (!print(out, notes.held))
        return Error{ErrorCode::invalid_argument, "a period of the table cannot be kept", ""};
    out.byte(notes.has_ids ? 1 : 0);
    out.varint(notes.parts.size());
    for (const auto& part : notes.parts)
        print(out, part);
    return out.take();
}

Result<StageNotes> parse_notes(std::string_view bytes) {
    ByteReader in{bytes};
    StageNotes notes;
    notes.before = parse_stretch(in);
    notes.names = parse_texts(in);
    notes.rows = in.bounded(UINT32_MAX);
    notes.lines.resize(count_of(in));
    for (auto& [row, offset] : notes.lines) {
        row = static_cast<std::uint32_t>(in.bounded(UINT32_MAX));
        offset = in.signed_varint();
    }
    notes.held = parse_news(in);
    notes.has_ids = in.bounded(1) == 1;
    notes.parts.resize(count_of(in));
    for (auto& part : notes.parts)
        part = parse_part(in);
    if (!in.is_sound() || !in.is_at_end())
        return Error{ErrorCode::block_damaged, "the notes of a load cannot be read", ""};
    return notes;
}

}  // namespace statistics
