#include "dissemination/answer.h"
#include "dissemination/flow_for_test.h"
#include "dissemination/slice.h"
#include "dissemination/stored_for_test.h"
#include "sdmx/registry.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <random>

// One dataflow of 600 series of 200 months with irregular vintages, as bench/sdmx_strategy.py has
// it.
namespace {

std::unique_ptr<const dissemination::Catalogue> make(std::size_t kept) {
    std::mt19937_64 dice{20240520};
    std::vector<statistics::Series> all;
    for (int i = 0; i < 600; ++i) {
        statistics::Series series;
        series.key = statistics::SeriesKey::create(
                         "published-figures",
                         {{"category", fmt::format("service {}", i)}, {"unit", "USD million"}})
                         .value();
        for (int t = 0; t < 200; ++t) {
            statistics::Observation one;
            one.time.period = base::Period::month(2006 + t / 12, static_cast<unsigned>(t % 12 + 1));
            const auto cents = static_cast<std::int64_t>(dice() % 500'000) + 1000;
            one.value = base::Decimal::from_parts(cents, 2).value();
            one.precision = -2;
            one.source = "office";
            one.vintage.known_on = one.time.last_day() + std::chrono::days{20};
            series.observations.push_back(one);
            if (t % 12 == 5) {
                one.value = base::Decimal::from_parts(cents + 777, 2).value();
                one.status = statistics::ObservationStatus::revised;
                one.vintage.known_on += std::chrono::days{365};
                series.observations.push_back(one);
            }
        }
        statistics::sort_observations(series.observations);
        all.push_back(std::move(series));
    }
    return dissemination::testing::catalogue_of(dissemination::testing::flow_of(600), all, {}, kept)
        .value();
}

// With all rows in memory, and with so few that each is made from its blocks when it is asked for.
const dissemination::Catalogue& catalogue(bool is_kept = true) {
    static const auto kept = make(dissemination::rows_kept);
    static const auto stored = make(10'000);
    return is_kept ? *kept : *stored;
}

dissemination::AnswerContext today() {
    dissemination::AnswerContext context;
    context.as_of = base::make_day(2026, 11, 26);
    return context;
}

sdmx::DataQuery query(const char* path) {
    return sdmx::parse_data_query(sdmx::parse_address(path, "").value(), sdmx::Rest::v2).value();
}

std::size_t rows_as_of(const dissemination::Cube& cube, const sdmx::DataQuery& asked) {
    const auto context = today();
    const auto slice =
        dissemination::Slice::create({&cube, {}}, asked.selection, sdmx::Rest::v2, context);
    std::size_t count = 0;
    dissemination::RowSet rows;
    dissemination::StoreReadings readings;
    for (const auto index : slice->series()) {
        const auto all = cube.rows(index, readings);
        slice->rows_of(**all, rows);
        count += rows.size();
    }
    return count;
}

void one_series_as_of_a_day(benchmark::State& state) {
    std::vector<sdmx::DataQuery> asked;
    for (int i = 0; i < 600; ++i)
        asked.push_back(query(fmt::format("dataflow/BENCH/FLOW/1.0/M.S{:05}.USD", i).c_str()));
    std::size_t next = 0;
    for (auto _ : state)
        if (rows_as_of(catalogue(state.range(0) != 0).cubes[0], asked[next++ % 600]) != 200)
            state.SkipWithError("not the series");
}
BENCHMARK(one_series_as_of_a_day)->ArgName("kept")->Arg(1)->Arg(0)->Unit(benchmark::kMicrosecond);

void slice_of_500_series(benchmark::State& state) {
    std::string key = "dataflow/BENCH/FLOW/1.0/M.";
    for (int i = 0; i < 500; ++i)
        key += fmt::format("{}S{:05}", i > 0 ? "+" : "", i);
    const auto asked = query((key + ".USD").c_str());
    for (auto _ : state)
        if (rows_as_of(catalogue(state.range(0) != 0).cubes[0], asked) != 100'000)
            state.SkipWithError("not the slice");
}
BENCHMARK(slice_of_500_series)->ArgName("kept")->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond);

void answer_one_series(benchmark::State& state) {
    const auto context = today();
    for (auto _ : state) {
        const auto asked = query("dataflow/BENCH/FLOW/1.0/M.S00007.USD");
        const auto answer = dissemination::answer_data(catalogue(), asked, sdmx::Rest::v2, context);
        benchmark::DoNotOptimize(answer->observations);
    }
}
BENCHMARK(answer_one_series)->Unit(benchmark::kMicrosecond);

void write_one_series(benchmark::State& state) {
    auto answer = dissemination::answer_data(
        catalogue(), query("dataflow/BENCH/FLOW/1.0/M.S00007.USD"), sdmx::Rest::v2, today());
    const sdmx::MessageHead head{"A", "2026-11-26T00:00:00Z", false, {"BENCH", {}}};
    const sdmx::DataMessage message{&head, answer->sets};
    std::size_t bytes = 0;
    for (auto _ : state) {
        sdmx::Output output;
        benchmark::DoNotOptimize(
            sdmx::write_data(message, sdmx::DataFormat::json_2, {}, output).ok());
        bytes = output.text.size();
    }
    state.counters["bytes"] = static_cast<double>(bytes);
}
BENCHMARK(write_one_series)->Unit(benchmark::kMicrosecond);

}  // namespace
