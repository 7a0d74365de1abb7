#include "plan/compile.h"

#include <benchmark/benchmark.h>

namespace plan {
namespace {

/// The whole check of the delivered strategy, from its files to the printed diagnostics.
void check_strategy(benchmark::State& state) {
    for (auto _ : state) {
        const auto compilation =
            compile(folder_on_disk(TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023"));
        benchmark::DoNotOptimize(compilation.text());
    }
}
BENCHMARK(check_strategy)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace plan
