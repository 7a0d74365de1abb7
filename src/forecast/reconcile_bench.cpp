#include "forecast/calibration.h"
#include "forecast/reconcile.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>

namespace forecast {
namespace {

// Eight regions, twelve goods and their crossings: 117 series, as the Swiss exports have them.
Hierarchy exports() {
    std::vector<Member> members;
    for (int region = 0; region < 8; ++region)
        for (int goods = 0; goods < 12; ++goods)
            members.push_back({fmt::format("{}-{}", region, goods),
                               {fmt::format("{}", region), fmt::format("{}", goods)},
                               ""});
    const std::vector<std::string> dimensions{"region", "goods"};
    return Hierarchy::grouped(dimensions, members).value();
}

std::vector<std::vector<double>> errors_of(std::size_t series, std::size_t periods) {
    std::mt19937_64 dice{1};
    std::vector<std::vector<double>> made(series);
    for (auto& of : made)
        for (std::size_t t = 0; t < periods; ++t)
            of.push_back(normal_score((static_cast<double>(dice() >> 11) + 0.5) * 0x1p-53));
    return made;
}

// 24 steps of so many paths.
void reconcile_paths(benchmark::State& state) {
    const auto hierarchy = exports();
    const auto errors = errors_of(hierarchy.size(), 240);
    const auto mint = Reconciler::create(hierarchy, Reconciliation::mint, errors).value();
    const std::size_t columns = 24 * static_cast<std::size_t>(state.range(0));
    std::vector<double> values;
    for (const auto& of : errors_of(hierarchy.size(), columns))
        values.insert(values.end(), of.begin(), of.end());
    for (auto _ : state) {
        mint.apply(values, columns, Domain::non_negative);
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(reconcile_paths)->Arg(1000)->Unit(benchmark::kMillisecond);

void find_covariances(benchmark::State& state) {
    const auto hierarchy = exports();
    const auto errors = errors_of(hierarchy.size(), 240);
    for (auto _ : state)
        benchmark::DoNotOptimize(
            Reconciler::create(hierarchy, Reconciliation::mint, errors).value().shrinkage());
}
BENCHMARK(find_covariances)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace forecast
