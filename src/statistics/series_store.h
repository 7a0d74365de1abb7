#pragma once

#include "base/result.h"
#include "statistics/series.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// The journal entry that brings series.
struct LoadName {
    std::string load_id;        ///< of the request; the same one twice is one load
    std::int64_t recorded = 0;  ///< sequence number of the journal entry, from 0
};

/// Everything that one journal entry brings, where it fits into memory.
struct SeriesLoad : LoadName {
    std::vector<Series> series;
    SourceTable sources;
};

/// What one load brings of one series, as it is stored.
struct PackedSeries {
    SeriesKey key;
    std::vector<std::string> blocks;
    std::size_t observations = 0;
};

/// Gives the series of a load one after another, each once; nothing at the end.
using PackedSource = std::function<base::Result<std::optional<PackedSeries>>()>;
PackedSource packed(const std::vector<Series>& series);  ///< must outlive the source

struct PutReceipt {
    std::size_t observations = 0;
    std::size_t blocks = 0;
    std::size_t bytes = 0;
    bool was_there = false;  ///< this load id had been put before; nothing was written
};

/// What one load brought of a series, or a part of it.
struct StoredBlock {
    std::int64_t recorded = 0;
    std::string bytes;
};

/// Reads one series after another, all as the store was when the first was read. One thread has it,
/// and not for long: what it reads from stays there until it ends.
class SeriesReading {
  public:
    virtual ~SeriesReading() = default;
    /// The blocks of a series, those of one load together, ascending by load. Errors: not_found.
    virtual base::Result<std::vector<StoredBlock>> blocks(const SeriesKey& key,
                                                          std::int64_t recorded_max) = 0;
};

/// Where series are kept: append-only, by load, so that both clocks can be asked.
///
/// `recorded_max` is the journal's clock: only loads with at most that sequence number are seen.
class SeriesStore {
  public:
    static constexpr std::int64_t everything = INT64_MAX;

    virtual ~SeriesStore() = default;

    /// All or nothing. Errors: load_conflict (the id or the sequence number belongs to another
    /// load), those of the source, the store's own. The same load id with the same sequence number
    /// is a repeat, and the source is not asked.
    virtual base::Result<PutReceipt> put(const LoadName& load, const SourceTable& sources,
                                         const PackedSource& series) = 0;
    base::Result<PutReceipt> put(const SeriesLoad& load) {
        return put(load, load.sources, packed(load.series));
    }
    virtual std::unique_ptr<SeriesReading> reading() const = 0;
    /// Of one series alone.
    base::Result<std::vector<StoredBlock>> blocks(const SeriesKey& key,
                                                  std::int64_t recorded_max) const {
        return reading()->blocks(key, recorded_max);
    }
    /// Figures loaded twice are one. Errors: not_found; block_damaged with series and block.
    base::Result<Series> read(const SeriesKey& key, std::int64_t recorded_max) const;
    virtual base::Result<std::vector<SeriesKey>> keys(std::int64_t recorded_max) const = 0;
    /// Keys of a dataflow (any, where it is empty) that match, ascending.
    virtual base::Result<std::vector<SeriesKey>> find(std::string_view dataflow,
                                                      const DimensionFilter& filter,
                                                      std::int64_t recorded_max) const = 0;
    virtual base::Result<SourceTable> sources(std::int64_t recorded_max) const = 0;
    /// The highest sequence number that was put, or -1.
    virtual base::Result<std::int64_t> last_recorded() const = 0;
};

/// The observations that block `i` of `blocks` holds: each is as full as the next.
std::pair<std::size_t, std::size_t> block_bounds(std::size_t observations, std::size_t blocks,
                                                 std::size_t i);
/// The blocks of one load's observations.
base::Result<std::vector<std::string>> pack_series(std::vector<Observation> observations);

/// Puts the observations of blocks together as Series promises.
/// Errors: block_damaged, with the series and the block.
base::Result<Series> unpack_series(const SeriesKey& key, const std::vector<StoredBlock>& blocks);

/// An error in the block `i` of a series says where it is.
base::Error in_block(base::Error error, const SeriesKey& key,
                     const std::vector<StoredBlock>& blocks, std::size_t i);

/// The errors that every store gives alike.
base::Error load_conflict(const LoadName& load, std::string_view found_id, std::int64_t found);
base::Error series_not_found(const SeriesKey& key);

/// A store in memory that goes through the same blocks as the others.
class MemorySeriesStore final : public SeriesStore {
  public:
    MemorySeriesStore();
    ~MemorySeriesStore() override;
    using SeriesStore::put;
    base::Result<PutReceipt> put(const LoadName& load, const SourceTable& sources,
                                 const PackedSource& series) override;
    std::unique_ptr<SeriesReading> reading() const override;
    base::Result<std::vector<SeriesKey>> keys(std::int64_t recorded_max) const override;
    base::Result<std::vector<SeriesKey>> find(std::string_view dataflow,
                                              const DimensionFilter& filter,
                                              std::int64_t recorded_max) const override;
    base::Result<SourceTable> sources(std::int64_t recorded_max) const override;
    base::Result<std::int64_t> last_recorded() const override;

  private:
    struct State;
    class Reading;
    std::unique_ptr<State> state_;
};

}  // namespace statistics
