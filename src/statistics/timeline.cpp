#include "statistics/timeline.h"

#include "statistics/block.h"
#include "statistics/known_figures.h"

#include <fmt/format.h>

namespace statistics {
namespace {

int rank(const FigureFacts& figure) {
    if (figure.is_suspect)
        return 0;
    return figure.status == ObservationStatus::forecast ? 1 : 2;
}

bool takes_the_place_of(const FigureFacts& later, const FigureFacts& earlier) {
    return rank(later) == rank(earlier) ? supersedes(later, earlier) : rank(later) > rank(earlier);
}

// The steps of figures, of observations or of their facts, that stand in the order of a series.
template <typename Figure>
std::vector<const Figure*> steps_of(std::span<const Figure> figures) {
    std::vector<const Figure*> steps;
    steps.reserve(figures.size());
    const auto is_there = [](const Figure& figure) {
        return figure.status != ObservationStatus::missing;
    };
    for_each_time(figures, is_there, [&](const std::vector<const Figure*>& known) {
        const auto first = steps.size();
        for (const auto* next : known) {
            if (steps.size() == first)
                steps.push_back(next);
            else if (!takes_the_place_of(*next, *steps.back()))
                continue;
            else if (steps.back()->vintage.known_on == next->vintage.known_on)
                steps.back() = next;
            else
                steps.push_back(next);
        }
    });
    return steps;
}

void use_observations(const std::vector<Observation>& observations, const UseStep& use) {
    for (const auto* one : steps_of(std::span{observations})) {
        const FigureFacts facts{*one};
        use({&facts, one->source, one->row, one->suspect, one->attributes});
    }
}

// The facts of a block's observations whose times count, and which observation each is.
struct BlockFacts : FigureFacts {
    std::size_t place = 0;
};

std::vector<BlockFacts> facts_of(const BlockColumns& columns, std::int64_t recorded,
                                 const CountsTime& counts) {
    std::vector<BlockFacts> facts;
    facts.reserve(columns.size());
    std::size_t i = 0;
    for (std::size_t run = 0; run < columns.times.size(); ++run) {
        if (!counts(columns.times[run])) {
            i = columns.time_ends[run];
            continue;
        }
        for (; i < columns.time_ends[run]; ++i) {
            auto& one = facts.emplace_back();
            one.time = columns.times[run];
            one.value = columns.value(i);
            one.vintage = columns.vintage(i);
            one.precision = static_cast<int>(columns.precisions[i]);
            one.status = columns.status(i);
            one.is_suspect = columns.suspect[i] != 0;
            one.load_order = static_cast<std::uint32_t>(columns.load_orders[i]);
            one.recorded = recorded;
            one.place = i;
        }
    }
    if (!std::ranges::is_sorted(facts, comes_before))
        std::ranges::stable_sort(facts, comes_before);
    return facts;
}

}  // namespace

std::vector<Step> timeline(const Series& series) {
    std::vector<Step> steps;
    for (const auto* one : steps_of(std::span{series.observations}))
        steps.push_back({one, one->vintage.known_on});
    return steps;
}

void for_each_step(const Series& series, const CountsTime& counts, const UseStep& use) {
    std::vector<Observation> counted;
    std::ranges::copy_if(series.observations, std::back_inserter(counted),
                         [&](const Observation& one) { return counts(one.time); });
    use_observations(counted, use);
}

base::Result<void> for_each_step(const SeriesKey& key, const std::vector<StoredBlock>& blocks,
                                 const CountsTime& counts, const UseStep& use) {
    if (blocks.size() != 1) {
        for_each_step(TRY(unpack_series(key, blocks)), counts, use);
        return {};
    }
    // Its columns need not be allocated for each series.
    thread_local BlockColumns columns;
    if (auto decoded = decode_columns(blocks[0].bytes, columns); !decoded.ok()) {
        auto error = std::move(decoded).error();
        error.where = fmt::format("{}, block 0 of entry {}", key.text(), blocks[0].recorded);
        return error;
    }
    const auto facts = facts_of(columns, blocks[0].recorded, counts);
    std::string row;
    for (const auto* one : steps_of(std::span{facts})) {
        row.clear();
        columns.append_row(one->place, row);
        use({one, columns.source_of(one->place), row, columns.suspect_of(one->place),
             columns.attributes_of(one->place)});
    }
    return {};
}

}  // namespace statistics
