#pragma once

#include "statistics/as_of.h"
#include "statistics/block.h"
#include "statistics/known_figures.h"
#include "statistics/series_store.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <vector>

namespace statistics {

/// From a day on a figure is what is published of its time, until the next step of that time.
struct Step {
    const Observation* figure = nullptr;
    base::Day from;
};

/// What was published of a series on every day: steps ascending by first and last day of their
/// time, those of one time ascending by day. The last step until a day holds on it.
///
/// Where figures contradict, `supersedes` decides as in `as_of`. Forecasts and suspects are
/// published too, each only where there is nothing better: a figure of what happened goes before a
/// forecast, and that before a suspect. Missing values are not published.
std::vector<Step> timeline(const Series& series);

/// A step of a stored series: the figure at a place in the columns of a block.
struct StoredStep {
    const BlockColumns* columns = nullptr;
    std::size_t place = 0;
    std::int32_t time = 0;     ///< the number of its time
    std::string_view suspect;  ///< as the last load has it that brought the figure
};

/// The steps of `timeline` straight from blocks. What is used again need not allocate again.
class StoredTimeline {
  public:
    /// `number_of` gives a time that counts its number, whatever its caller numbers, and other
    /// times one below 0. Figures of one series that were loaded twice are one.
    /// Errors: block_damaged, with the series and the block.
    template <typename NumberOf>
    base::Result<void> add(const SeriesKey& key, const std::vector<StoredBlock>& blocks,
                           NumberOf number_of) {
        const auto first = blocks_used_;
        TRY(read(key, blocks));
        for (auto i = first; i < blocks_used_; ++i)
            add_runs(blocks_[i], number_of);
        return {};
    }
    void clear();

    /// Of the times that count; there are not more steps.
    std::size_t figures() const noexcept { return figures_counted_; }
    /// Calls `use` with each StoredStep of all that was added.
    template <typename Use>
    void for_each_step(Use use) {
        sort_runs();
        for (std::span<const Run> left{runs_}; !left.empty();) {
            const auto& first = left.front();
            const auto count = ascend_ ? 1 : count_of_days(left);
            // Mostly a time has one figure, about which there is nothing to decide.
            if (count > 1 || first.size > 1)
                for (const auto& step : decided(left.first(count)))
                    use(step);
            else if (first.block->columns.status(first.begin) != ObservationStatus::missing)
                use(step_of(first, first.begin));
            left = left.subspan(count);
        }
    }

  private:
    struct Block {
        BlockColumns columns;
        std::int64_t recorded = 0;
        std::size_t series = 0;  ///< in the order in which they were added
        bool may_repeat = false;
    };
    /// The figures of one time in a block.
    struct Run {
        const Block* block = nullptr;
        std::uint32_t index = 0;  ///< among the block's times
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
        std::int32_t time = 0;  ///< its number

        const TimePeriod& period() const { return block->columns.times[index]; }
    };
    struct Figure : FigureFacts {
        const Block* block = nullptr;
        StoredStep step;
    };

    base::Result<void> read(const SeriesKey& key, const std::vector<StoredBlock>& blocks);
    template <typename NumberOf>
    void add_runs(const Block& block, NumberOf number_of) {
        const auto& columns = block.columns;
        const auto* last = runs_.empty() ? nullptr : &runs_.back().period();
        std::uint32_t begin = 0;
        for (std::uint32_t i = 0; i < columns.times.size(); ++i) {
            const auto size = columns.time_ends[i] - begin;
            if (const std::int32_t time = number_of(columns.times[i]); time >= 0) {
                runs_.push_back({&block, i, begin, size, time});
                ascend_ = ascend_ && (last == nullptr || compare_days(*last, columns.times[i]) < 0);
                last = &columns.times[i];
                figures_counted_ += size;
            }
            begin += size;
        }
    }
    void sort_runs();
    /// How many runs share the days of the first.
    static std::size_t count_of_days(std::span<const Run> runs);
    static StoredStep step_of(const Run& run, std::size_t place) {
        const auto& columns = run.block->columns;
        return {&columns, place, run.time, columns.suspect_of(place)};
    }
    /// The steps of times that share their days; they hold until it is called again.
    std::span<const StoredStep> decided(std::span<const Run> same_days);
    void gather(std::span<const Run> same_days);
    static bool are_same(const Figure& a, const Figure& b);

    std::deque<Block> blocks_;
    std::size_t blocks_used_ = 0;
    std::size_t series_ = 0;
    std::size_t figures_counted_ = 0;
    bool may_repeat_ = false;
    std::vector<Run> runs_;
    bool ascend_ = true;                  ///< runs, each of other days than the one before
    std::vector<Figure> figures_;         ///< that share their days
    std::vector<const Figure*> known_;    ///< of one time
    std::vector<const Figure*> in_turn_;  ///< of which each was in force
    std::vector<StoredStep> steps_;
};

}  // namespace statistics
