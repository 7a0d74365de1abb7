// Where all targets stand, over an exercise of 100 000 entries: today, and on old days.

#include "app/exercise.h"
#include "app/memory_record.h"
#include "app/target_status.h"

#include <benchmark/benchmark.h>

#include <cstdlib>

namespace {

constexpr const char* strategy = TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023";

// The entries are counted in the label, because the exercise comes out near the number asked for.
app::Record& exercise() {
    static base::FixedClock clock{base::Instant{}};
    static app::MemoryRecord memory{clock};
    static const bool played = [] {
        app::ExerciseOptions options;
        options.entries = 102'000;
        options.until = base::make_day(2026, 11, 22);
        const auto size = app::play_exercise(memory.record(), clock, strategy, options);
        if (!size.ok())
            std::abort();
        return true;
    }();
    benchmark::DoNotOptimize(played);
    return memory.record();
}

// Without a day, the last one that was played.
void stand(benchmark::State& state, std::optional<base::Day> day) {
    app::Record& record = exercise();
    for (auto _ : state) {
        const auto board = app::scoreboard(record, {day, {}});
        if (!board.ok())
            state.SkipWithError(board.error().text().c_str());
        benchmark::DoNotOptimize(board);
    }
    state.SetLabel(std::to_string(record.state().size()) + " entries");
}

void StatusOfAllTargetsToday(benchmark::State& state) {
    stand(state, {});
}
BENCHMARK(StatusOfAllTargetsToday)->Unit(benchmark::kMillisecond);

void StatusOfAllTargetsThreeYearsBack(benchmark::State& state) {
    stand(state, base::make_day(2023, 11, 22));
}
BENCHMARK(StatusOfAllTargetsThreeYearsBack)->Unit(benchmark::kMillisecond);

// What one answer of the interface costs beyond it: rendering the JSON.
void ScoreboardAsJson(benchmark::State& state) {
    const auto board = app::scoreboard(exercise(), {});
    for (auto _ : state)
        benchmark::DoNotOptimize(app::to_json(board.value()).text());
}
BENCHMARK(ScoreboardAsJson)->Unit(benchmark::kMillisecond);

// Folding the journal anew, as a start does.
void FoldTheJournal(benchmark::State& state) {
    app::Record& record = exercise();
    for (auto _ : state) {
        app::Record fresh{
            app::Ports{record.log(), record.objects(), record.series_store(), record.clock()}};
        if (!fresh.catch_up().ok())
            state.SkipWithError("the journal does not fold");
        benchmark::DoNotOptimize(fresh.state().size());
    }
    state.SetLabel(std::to_string(record.state().size()) + " entries");
}
BENCHMARK(FoldTheJournal)->Unit(benchmark::kMillisecond);

}  // namespace
