#include "statistics/as_of.h"
#include "statistics/block.h"
#include "statistics/derive.h"
#include "statistics/load.h"
#include "statistics/made_series.h"
#include "statistics/real_file.h"
#include "statistics/series_store.h"

#include <benchmark/benchmark.h>

namespace statistics {
namespace {

// Blocks of 200 periods, one in twenty revised: the shape of notes/feasibility.md, section 1.
const std::vector<std::string>& blocks() {
    static const auto all = [] {
        std::vector<std::string> packed;
        for (auto& series : testing::made_series({.series = 4762, .periods = 200, .seed = 1})) {
            sort_for_block(series.observations);
            packed.push_back(encode_block(series.observations).value());
        }
        return packed;
    }();
    return all;
}

void scan_columns(benchmark::State& state) {
    std::size_t observations = 0, bytes = 0;
    BlockColumns columns;
    benchmark::DoNotOptimize(blocks().size());
    for (auto _ : state) {
        std::int64_t sum = 0;
        for (const auto& block : blocks()) {
            if (!decode_columns(block, columns).ok())
                state.SkipWithError("a block of our own is damaged");
            for (std::size_t i = 0; i < columns.size(); ++i)
                sum += columns.coefficients[i];
            observations += columns.size();
            bytes += block.size();
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(observations));
    state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK(scan_columns)->Unit(benchmark::kMillisecond);

void decode_one_series(benchmark::State& state) {
    std::size_t observations = 0, next = 0;
    for (auto _ : state) {
        const auto decoded = decode_block(blocks()[next++ % blocks().size()]);
        observations += decoded->size();
        benchmark::DoNotOptimize(decoded);
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(observations));
}
BENCHMARK(decode_one_series)->Unit(benchmark::kMicrosecond);

void encode_one_series(benchmark::State& state) {
    auto series = testing::made_series({.series = 1, .periods = 200, .seed = 2});
    sort_for_block(series[0].observations);
    std::size_t observations = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(encode_block(series[0].observations));
        observations += series[0].observations.size();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(observations));
}
BENCHMARK(encode_one_series)->Unit(benchmark::kMicrosecond);

void as_of_one_series(benchmark::State& state) {
    const auto series = testing::made_series({.series = 1, .periods = 200, .seed = 2});
    const auto days = static_cast<int>(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(
            as_of(series[0], base::make_day(2025, 3, 31) - std::chrono::days{days}));
}
BENCHMARK(as_of_one_series)->Arg(0)->Arg(3650)->Unit(benchmark::kMicrosecond);

void read_and_as_of_from_memory(benchmark::State& state) {
    MemorySeriesStore store;
    SeriesLoad load{
        "bench", 0, testing::made_series({.series = 2000, .periods = 200, .seed = 2}), {}};
    if (!store.put(load).ok())
        state.SkipWithError("the load was refused");
    std::size_t next = 0;
    for (auto _ : state) {
        const auto series = store.read(load.series[next++ * 7919 % load.series.size()].key, 0);
        benchmark::DoNotOptimize(as_of(*series, base::make_day(2020, 1, 1)));
    }
}
BENCHMARK(read_and_as_of_from_memory)->Unit(benchmark::kMicrosecond);

void load_real_file(benchmark::State& state) {
    const auto text = testing::published_figures();
    if (!text) {
        state.SkipWithError("the table of published figures is not there");
        return;
    }
    std::int64_t rows = 0;
    for (auto _ : state) {
        const auto loaded = load_csv(*text, {"figures.csv", "published-figures", {7}});
        rows += static_cast<std::int64_t>(loaded->report.rows);
    }
    state.SetItemsProcessed(rows);
    state.SetBytesProcessed(static_cast<std::int64_t>(text->size()) * state.iterations());
}
BENCHMARK(load_real_file)->Unit(benchmark::kMillisecond);

void fiscal_year_as_of(benchmark::State& state) {
    const auto text = testing::published_figures();
    if (!text) {
        state.SkipWithError("the table of published figures is not there");
        return;
    }
    const auto loaded = load_csv(*text, {"figures.csv", "published-figures", {7}});
    const Series* series = testing::find_series(*loaded, testing::ict_receipts);
    const auto year = base::Period::year(2024, {7}).value();
    for (auto _ : state)
        benchmark::DoNotOptimize(
            value_as_of(*series, year, base::make_day(2024, 5, 20), loaded->sources));
}
BENCHMARK(fiscal_year_as_of)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace statistics
