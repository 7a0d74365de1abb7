#include "statistics/series_store.h"

#include "statistics/block.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace statistics {

using base::Error;
using base::ErrorCode;
using base::Result;

std::pair<std::size_t, std::size_t> block_bounds(std::size_t observations, std::size_t blocks,
                                                 std::size_t i) {
    return {observations * i / blocks, observations * (i + 1) / blocks};
}

Result<std::vector<std::string>> pack_series(std::vector<Observation> observations) {
    sort_for_block(observations);
    const std::size_t count =
        (observations.size() + block_observations_max - 1) / block_observations_max;
    std::vector<std::string> blocks;
    const std::span<const Observation> all(observations);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [begin, end] = block_bounds(all.size(), count, i);
        blocks.push_back(TRY(encode_block(all.subspan(begin, end - begin))));
    }
    return blocks;
}

Error in_block(Error error, const SeriesKey& key, const std::vector<StoredBlock>& blocks,
               std::size_t i) {
    error.where = fmt::format("{}, block {} of entry {}", key.text(), i, blocks[i].recorded);
    return error;
}

Result<Series> unpack_series(const SeriesKey& key, const std::vector<StoredBlock>& blocks) {
    Series series{key, {}};
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        auto decoded = decode_block(blocks[i].bytes, blocks[i].recorded);
        if (!decoded.ok())
            return in_block(std::move(decoded).error(), key, blocks, i);
        if (series.observations.empty())
            series.observations = std::move(decoded).value();
        else
            std::ranges::move(*decoded, std::back_inserter(series.observations));
    }
    sort_observations(series.observations);
    // Only another load can bring a figure again.
    if (!blocks.empty() && blocks.front().recorded != blocks.back().recorded)
        drop_repeated(series.observations);
    return series;
}

struct MemorySeriesStore::State {
    mutable std::mutex mutex;
    std::map<std::int64_t, std::string> loads;  // by sequence number
    std::map<SeriesKey, std::vector<StoredBlock>> blocks;
    std::map<std::int64_t, SourceTable> sources;
};

MemorySeriesStore::MemorySeriesStore() : state_(std::make_unique<State>()) {}
MemorySeriesStore::~MemorySeriesStore() = default;

Result<PutReceipt> MemorySeriesStore::put(const LoadName& load, const SourceTable& sources,
                                          const PackedSource& series) {
    const std::scoped_lock lock(state_->mutex);
    for (const auto& [recorded, id] : state_->loads) {
        if (id == load.load_id && recorded == load.recorded)
            return PutReceipt{.was_there = true};
        if (id == load.load_id || recorded == load.recorded)
            return load_conflict(load, id, recorded);
    }
    PutReceipt receipt;
    std::vector<PackedSeries> all;
    while (auto one = TRY(series()))
        all.push_back(std::move(*one));
    for (auto& one : all) {
        auto& blocks = state_->blocks[one.key];
        receipt.observations += one.observations;
        for (auto& bytes : one.blocks) {
            ++receipt.blocks;
            receipt.bytes += bytes.size();
            blocks.push_back({load.recorded, std::move(bytes)});
        }
    }
    state_->loads[load.recorded] = load.load_id;
    state_->sources[load.recorded] = sources;
    return receipt;
}

PackedSource packed(const std::vector<Series>& series) {
    return [&series, at = std::size_t{0}]() mutable -> Result<std::optional<PackedSeries>> {
        if (at == series.size())
            return std::optional<PackedSeries>{};
        const auto& one = series[at++];
        return std::optional{
            PackedSeries{one.key, TRY(pack_series(one.observations)), one.observations.size()}};
    };
}

Error load_conflict(const LoadName& load, std::string_view found_id, std::int64_t found) {
    return Error{ErrorCode::load_conflict,
                 fmt::format("load {} of entry {} cannot be kept: load {} of entry {} is there",
                             load.load_id, load.recorded, found_id, found),
                 ""};
}

Error series_not_found(const SeriesKey& key) {
    return Error{ErrorCode::not_found,
                 fmt::format("expected a series that was loaded, found none named {}", key.text()),
                 ""};
}

Result<Series> SeriesStore::read(const SeriesKey& key, std::int64_t recorded_max) const {
    return unpack_series(key, TRY(blocks(key, recorded_max)));
}

class MemorySeriesStore::Reading final : public SeriesReading {
  public:
    explicit Reading(const State& state) : state_(state) {}

    Result<std::vector<StoredBlock>> blocks(const SeriesKey& key,
                                            std::int64_t recorded_max) override {
        const std::scoped_lock lock(state_.mutex);
        const auto at = state_.blocks.find(key);
        std::vector<StoredBlock> seen;
        if (at != state_.blocks.end()) {
            std::ranges::copy_if(
                at->second, std::back_inserter(seen),
                [&](const StoredBlock& block) { return block.recorded <= recorded_max; });
        }
        if (seen.empty())
            return series_not_found(key);
        std::ranges::stable_sort(seen, {}, &StoredBlock::recorded);
        return seen;
    }

  private:
    const State& state_;
};

std::unique_ptr<SeriesReading> MemorySeriesStore::reading() const {
    return std::make_unique<Reading>(*state_);
}

Result<std::vector<SeriesKey>> MemorySeriesStore::keys(std::int64_t recorded_max) const {
    return find("", {}, recorded_max);
}

Result<std::vector<SeriesKey>> MemorySeriesStore::find(std::string_view dataflow,
                                                       const DimensionFilter& filter,
                                                       std::int64_t recorded_max) const {
    const std::scoped_lock lock(state_->mutex);
    std::vector<SeriesKey> found;
    for (const auto& [key, blocks] : state_->blocks) {
        const bool is_seen = std::ranges::any_of(
            blocks, [&](const StoredBlock& block) { return block.recorded <= recorded_max; });
        if (is_seen && (dataflow.empty() || key.dataflow() == dataflow) && key.matches(filter))
            found.push_back(key);
    }
    return found;
}

Result<SourceTable> MemorySeriesStore::sources(std::int64_t recorded_max) const {
    const std::scoped_lock lock(state_->mutex);
    SourceTable all;
    for (const auto& [recorded, table] : state_->sources) {
        if (recorded > recorded_max)
            break;
        for (const auto& [key, source] : table)
            all[key] = source;
    }
    return all;
}

Result<std::int64_t> MemorySeriesStore::last_recorded() const {
    const std::scoped_lock lock(state_->mutex);
    return state_->loads.empty() ? std::int64_t{-1} : state_->loads.rbegin()->first;
}

}  // namespace statistics
