#include "statistics/block_times.h"

#include <array>
#include <map>

namespace statistics {
namespace {

using base::Frequency;
using base::Period;

// What a step changes against the run before it; the rest of the varint counts repetitions.
constexpr std::uint64_t other_kind = 1;
constexpr std::uint64_t other_stride = 2;  // the next period is not one further
constexpr std::uint64_t other_length = 4;  // the run is not one observation long
constexpr int step_bits = 3;

/// Frequency, span and first month of the year: all of a time but its index.
struct Kind {
    std::uint8_t frequency = 0;
    std::uint8_t span = 0;
    std::uint8_t start = 1;
    friend auto operator<=>(const Kind&, const Kind&) = default;
};

Kind kind_of(const TimePeriod& time) {
    const int start =
        time.span == Span::year_to_date ? time.year_start.month : time.period.year_start().month;
    return {static_cast<std::uint8_t>(time.period.frequency()),
            static_cast<std::uint8_t>(time.span), static_cast<std::uint8_t>(start)};
}

struct Limits {
    std::int64_t least;
    std::int64_t most;
};

// Every period within the years 1 to 9999 (weeks from the Monday of 1970-01-05, days from 1970).
constexpr std::array<Limits, 6> index_limits = {
    {{1, 9999}, {2, 19999}, {4, 39999}, {12, 119999}, {-102737, 418982}, {-719162, 2932896}}};

// No index is so far from another.
constexpr std::int64_t stride_most = 4'000'000;

// A sound kind has a number below `kinds`.
constexpr std::size_t kinds = std::size_t{6} * 3 * 13;
std::size_t number_of(Kind kind) {
    return (std::size_t{kind.frequency} * 3 + kind.span) * 13 + kind.start;
}

bool is_sound(Kind kind) {
    if (kind.frequency > static_cast<int>(Frequency::day) || kind.start < 1 || kind.start > 12 ||
        kind.span > static_cast<int>(Span::point_in_time))
        return false;
    const auto frequency = static_cast<Frequency>(kind.frequency);
    if (kind.span == static_cast<int>(Span::year_to_date))
        return frequency == Frequency::month;
    const bool has_start = frequency == Frequency::year || frequency == Frequency::half ||
                           frequency == Frequency::quarter;
    return has_start || kind.start == 1;
}

bool is_within(Kind kind, std::int64_t index) {
    const auto& limits = index_limits[kind.frequency];
    return index >= limits.least && index <= limits.most;
}

/// A run of observations of one time.
struct Run {
    Kind kind;
    std::int64_t index = 0;
    std::size_t length = 0;
};

std::vector<Run> runs_of(std::span<const Observation> observations) {
    std::vector<Run> runs;
    for (const auto& observation : observations) {
        const Kind kind = kind_of(observation.time);
        const std::int64_t index = observation.time.period.index();
        if (runs.empty() || runs.back().kind != kind || runs.back().index != index)
            runs.push_back({kind, index, 0});
        ++runs.back().length;
    }
    return runs;
}

TimePeriod time_of(Kind kind, const Period& anchor, std::int64_t index) {
    const bool to_date = kind.span == static_cast<int>(Span::year_to_date);
    return {anchor.plus(static_cast<int>(index) - anchor.index()), static_cast<Span>(kind.span),
            to_date ? base::YearStart{kind.start} : base::YearStart{7}};
}

Period anchor_of(Kind kind) {
    const bool to_date = kind.span == static_cast<int>(Span::year_to_date);
    return Period::containing(base::make_day(2000, 1, 1), static_cast<Frequency>(kind.frequency),
                              {to_date ? 1 : kind.start});
}

}  // namespace

bool write_times(ByteWriter& out, std::span<const Observation> observations) {
    const auto runs = runs_of(observations);
    std::map<Kind, std::int64_t> last_index;  // where each kind goes on
    Kind kind;
    bool is_first = true;
    for (std::size_t i = 0; i < runs.size();) {
        const Run& run = runs[i];
        if (!is_sound(run.kind) || !is_within(run.kind, run.index))
            return false;
        std::uint64_t step = 0;
        if (is_first || run.kind != kind)
            step |= other_kind;
        const std::int64_t stride = run.index - last_index[run.kind];
        if (stride != 1)
            step |= other_stride;
        if (run.length != 1)
            step |= other_length;
        std::size_t end = i + 1;
        if ((step & (other_kind | other_stride)) == 0) {
            while (end < runs.size() && runs[end].kind == run.kind &&
                   runs[end].index == runs[end - 1].index + 1 && runs[end].length == run.length)
                ++end;
        }
        out.varint((end - i - 1) << step_bits | step);
        if ((step & other_kind) != 0) {
            out.byte(static_cast<std::uint8_t>(run.kind.frequency | run.kind.span << 3));
            out.byte(run.kind.start);
        }
        if ((step & other_stride) != 0)
            out.signed_varint(stride);
        if ((step & other_length) != 0)
            out.varint(run.length);
        kind = run.kind;
        is_first = false;
        last_index[kind] = runs[end - 1].index;
        i = end;
    }
    return true;
}

void read_times(ByteReader& in, std::size_t count, BlockColumns& columns) {
    columns.times.resize(count);
    columns.time_ends.resize(count);
    std::array<std::int64_t, kinds> last_index{};
    Kind kind;
    Period anchor;
    std::int64_t* index = nullptr;
    std::size_t runs = 0, filled = 0;
    while (filled < count && in.is_sound()) {
        const std::uint64_t step = in.varint();
        if ((step & other_kind) != 0) {
            const std::uint8_t packed = in.byte();
            kind = {static_cast<std::uint8_t>(packed & 7), static_cast<std::uint8_t>(packed >> 3),
                    in.byte()};
            if (!in.is_sound() || !is_sound(kind))
                return in.fail();
            anchor = anchor_of(kind);
            index = &last_index[number_of(kind)];
        }
        if (index == nullptr)
            return in.fail();
        const std::int64_t stride = (step & other_stride) != 0 ? in.signed_varint() : 1;
        const std::uint64_t length = (step & other_length) != 0 ? in.bounded(count - filled) : 1;
        const std::uint64_t repeats = (step >> step_bits) + 1;
        // The stride is checked first: what is made of it unchecked could overflow.
        if (!in.is_sound() || length == 0 || repeats > (count - filled) / length ||
            stride < -stride_most || stride > stride_most)
            return in.fail();
        const std::int64_t last = *index + stride * static_cast<std::int64_t>(repeats);
        if (!is_within(kind, *index + stride) || !is_within(kind, last))
            return in.fail();
        auto time = time_of(kind, anchor, *index);
        for (const auto end = runs + repeats; runs < end; ++runs) {
            time.period = time.period.plus(static_cast<int>(stride));
            columns.times[runs] = time;
            columns.time_ends[runs] = static_cast<std::uint32_t>(filled += length);
        }
        *index = last;
    }
    columns.times.resize(runs);
    columns.time_ends.resize(runs);
}

}  // namespace statistics
