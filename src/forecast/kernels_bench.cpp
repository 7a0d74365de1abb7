#include "forecast/competition_for_test.h"
#include "forecast/forecast.h"
#include "forecast/kernels.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <ctime>

namespace forecast {
namespace {

double cpu_ms() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <typename Enum>
std::int64_t value_of(Enum value) {
    return static_cast<std::int64_t>(value);
}

// All M3 monthly series, 18 months ahead with two intervals. A series counts with the shortest time
// of some rounds, since other programs lengthen all of them.
void forecast_m3(benchmark::State& state) {
    const auto method = static_cast<Method>(state.range(0));
    const auto path = static_cast<LanePath>(state.range(1));
    state.SetLabel(fmt::format("{} {}", word(method),
                               path == LanePath::avx2 ? "with AVX2" : "on the portable path"));
    static const auto all = competition("m3_monthly_given_train");
    const auto before = lane_path();
    if (all.empty() || !take_lane_path(path)) {
        state.SkipWithError(all.empty() ? "the series of M3 are not beside the repository"
                                        : "this processor lacks the instructions");
        return;
    }
    const Options options{.horizon = 18, .frequency = 12, .method = method};
    std::vector<double> shortest(all.size(), 1e9);
    for (auto _ : state) {
        auto best = shortest.begin();
        for (const auto& [id, values] : all) {
            const double began = cpu_ms();
            benchmark::DoNotOptimize(forecast(values, options));
            *best = std::min(*best, cpu_ms() - began);
            ++best;
        }
    }
    double sum = 0;
    for (const double ms : shortest)
        sum += ms;
    state.counters["ms_a_series"] = sum / static_cast<double>(shortest.size());
    state.counters["ms_slowest"] = *std::ranges::max_element(shortest);
    take_lane_path(before);
}

BENCHMARK(forecast_m3)
    ->ArgsProduct({{value_of(Method::combination), value_of(Method::ets), value_of(Method::arima),
                    value_of(Method::theta), value_of(Method::ces)},
                   {value_of(LanePath::avx2), value_of(LanePath::portable)}})
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace forecast
