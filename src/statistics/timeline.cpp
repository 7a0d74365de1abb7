#include "statistics/timeline.h"

#include "statistics/known_figures.h"

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

// Of the figures of one time, in the order in which they became known, those that were in force in
// turn: `steps` of figures, of observations or of their facts, grow by them.
template <typename Figure>
void add_in_turn(const std::vector<const Figure*>& known, std::vector<const Figure*>& steps) {
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
}

bool is_there(const FigureFacts& figure) {
    return figure.status != ObservationStatus::missing;
}

// So many blocks keep their room for the next series.
constexpr std::size_t blocks_kept_max = 4;

}  // namespace

std::vector<Step> timeline(const Series& series) {
    std::vector<const Observation*> in_turn;
    for_each_time(
        std::span{series.observations},
        [](const Observation& one) { return one.status != ObservationStatus::missing; },
        [&](const std::vector<const Observation*>& known) { add_in_turn(known, in_turn); });
    std::vector<Step> steps;
    for (const auto* one : in_turn)
        steps.push_back({one, one->vintage.known_on});
    return steps;
}

void StoredTimeline::clear() {
    blocks_.resize(std::min(blocks_.size(), blocks_kept_max));
    blocks_used_ = series_ = figures_counted_ = 0;
    may_repeat_ = false;
    ascend_ = true;
    runs_.clear();
}

base::Result<void> StoredTimeline::read(const SeriesKey& key,
                                        const std::vector<StoredBlock>& blocks) {
    // Only another load can bring a figure again.
    const bool may_repeat = !blocks.empty() && blocks.front().recorded != blocks.back().recorded;
    may_repeat_ = may_repeat_ || may_repeat;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (blocks_used_ == blocks_.size())
            blocks_.emplace_back();
        auto& block = blocks_[blocks_used_++];
        if (auto decoded = decode_columns(blocks[i].bytes, block.columns); !decoded.ok())
            return in_block(std::move(decoded).error(), key, blocks, i);
        block.recorded = blocks[i].recorded;
        block.series = series_;
        block.may_repeat = may_repeat;
    }
    ++series_;
    return {};
}

void StoredTimeline::sort_runs() {
    if (!ascend_)
        std::ranges::stable_sort(runs_, [](const Run& a, const Run& b) {
            return compare_days(a.period(), b.period()) < 0;
        });
}

std::size_t StoredTimeline::count_of_days(std::span<const Run> runs) {
    const auto other = std::ranges::find_if(runs, [&](const Run& run) {
        return compare_days(runs.front().period(), run.period()) != 0;
    });
    return static_cast<std::size_t>(other - runs.begin());
}

std::span<const StoredStep> StoredTimeline::decided(std::span<const Run> same_days) {
    steps_.clear();
    gather(same_days);
    const std::span<const Figure> figures{figures_};
    for_each_time(figures, known_, is_there, [&](const std::vector<const Figure*>& known) {
        in_turn_.clear();
        add_in_turn(known, in_turn_);
        for (const auto* one : in_turn_)
            steps_.push_back(one->step);
    });
    return steps_;
}

void StoredTimeline::gather(std::span<const Run> same_days) {
    figures_.clear();
    for (const auto& run : same_days) {
        const auto& columns = run.block->columns;
        for (std::size_t place = run.begin; place < run.begin + run.size; ++place) {
            auto& one = figures_.emplace_back();
            one.time = run.period();
            one.value = columns.value(place);
            one.vintage = columns.vintage(place);
            one.precision = static_cast<int>(columns.precisions[place]);
            one.status = columns.status(place);
            one.load_order = static_cast<std::uint32_t>(columns.load_orders[place]);
            one.recorded = run.block->recorded;
            one.block = run.block;
            one.step = step_of(run, place);
            one.is_suspect = !one.step.suspect.empty();
        }
    }
    if (!std::ranges::is_sorted(figures_, comes_before))
        std::ranges::stable_sort(figures_, comes_before);
    if (may_repeat_)
        drop_repeated_figures(figures_, are_same, [](Figure& kept, const Figure& last) {
            kept.step.suspect = last.step.suspect;
            kept.is_suspect = last.is_suspect;
        });
}

bool StoredTimeline::are_same(const Figure& a, const Figure& b) {
    const auto row = [](const Figure& figure) {
        std::string text;
        figure.step.columns->append_row(figure.step.place, text);
        return text;
    };
    const auto source = [](const Figure& figure) {
        return figure.step.columns->source_of(figure.step.place);
    };
    return a.block->may_repeat && a.block->series == b.block->series && is_same_figure(a, b) &&
           source(a) == source(b) && row(a) == row(b);
}

}  // namespace statistics
