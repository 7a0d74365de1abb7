// Prints, from one run on one disk: durable appends of 64 writers beside SQLite's own one-row
// transactions; verification of 100 000 entries, and the scan that a start reads them with; the
// blocks of many series. `store_bench appends`, `reading` or `series` prints that part alone.

#include "journal/entry_view.h"
#include "journal/verify.h"
#include "statistics/made_series.h"
#include "store/sqlite/database.h"
#include "store/store.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>

namespace {

using Seconds = std::chrono::duration<double>;
using Time = std::chrono::steady_clock;

constexpr int rounds = 5;

struct Spread {
    double median, least, most;
};

Spread spread_of(std::vector<double> values) {
    std::ranges::sort(values);
    return {values[values.size() / 2], values.front(), values.back()};
}

void print(std::string_view name, const Spread& spread, std::string_view unit) {
    fmt::print("{:<58} {:>12.4g} {:<12} (median of {}; {:.4g} to {:.4g}; g++ {})\n", name,
               spread.median, unit, rounds, spread.least, spread.most, __VERSION__);
    std::fflush(stdout);
}

template <typename T>
T need(base::Result<T> result) {
    if (!result.ok()) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
    return std::move(result).value();
}

void need(const base::Result<void>& result) {
    if (!result.ok()) {
        fmt::print(stderr, "{}\n", result.error().text());
        std::exit(1);
    }
}

// A quarterly report as the exercise writes it: about 600 bytes in canonical form.
journal::Draft report(std::uint64_t number) {
    journal::Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = fmt::format("{:016x}-{:x}", number * 0x9E3779B97F4A7C15ULL, number);
    draft.actor = fmt::format("person-{}", number % 97);
    draft.institution = "pakistan-software-export-board";
    draft.kind = "progress.reported";
    draft.subject = fmt::format("{}.{}.{}-a", number % 3 + 1, number % 4 + 1, number % 6 + 1);
    draft.payload = base::Json::object(
        {{"target", draft.subject},
         {"period", "2026-Q1"},
         {"value", fmt::format("{}.50", number % 1000)},
         {"rating", "on_track"},
         {"grade", "B"},
         {"measure", base::Json::object({{"numerator", "120"}, {"denominator", "480"}})},
         {"evidence", base::Json::Array{base::Json::object(
                          {{"kind", "official"}, {"hash", std::string(64, 'a')}})}}});
    return draft;
}

std::filesystem::path folder() {
    static const auto path =
        std::filesystem::current_path() / fmt::format("store_bench.{}", ::getpid());
    return path;
}

std::unique_ptr<store::Store> fresh(std::string_view name) {
    store::Options options;
    options.origin = "bench.test/journal";
    return need(store::open(folder() / name, options));
}

// Appends per second of `writers` threads, each waiting for its own receipt. The drafts are made
// before, as the bytes of the other side are.
double group_commit_rate(int round, int writers, int each) {
    const auto store = fresh(fmt::format("group.{}.{}", writers, round));
    std::vector<std::vector<journal::Draft>> drafts(static_cast<std::size_t>(writers));
    std::uint64_t number = 0;
    for (auto& own : drafts) {
        for (int i = 0; i < each; ++i)
            own.push_back(report(number++));
    }
    const auto begin = Time::now();
    std::vector<std::jthread> threads;
    for (auto& own : drafts)
        threads.emplace_back([&] {
            for (auto& draft : own)
                need(store->log().append(std::move(draft)));
        });
    threads.clear();
    return writers * each / Seconds(Time::now() - begin).count();
}

// The same bytes, one row and one durable transaction at a time, by SQLite alone.
double single_row_rate(int round, int rows) {
    auto database = need(store::sqlite::Database::open(folder() / fmt::format("single.{}", round),
                                                       store::sqlite::Database::Access::create));
    need(database.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, bytes BLOB)"));
    auto insert = need(database.prepare("INSERT INTO entry (bytes) VALUES (?)"));
    const auto bytes = need(journal::PreparedEntry::create(report(1))).seal(1, {}).bytes;
    const auto begin = Time::now();
    for (int i = 0; i < rows; ++i) {
        insert.bind_blob(1, std::string_view{bytes});
        need(insert.run());
    }
    return rows / Seconds(Time::now() - begin).count();
}

void bench_appends() {
    std::vector<double> single, group, alone, ratio;
    for (int round = 0; round < rounds; ++round) {
        single.push_back(single_row_rate(round, 1000));
        alone.push_back(group_commit_rate(round, 1, 500));
        group.push_back(group_commit_rate(round, 64, 800));
        ratio.push_back(group.back() / single.back());
    }
    print("SQLite, one row a durable transaction", spread_of(single), "rows/s");
    print("journal::Log, 1 writer", spread_of(alone), "entries/s");
    print("journal::Log, 64 writers", spread_of(group), "entries/s");
    print("ratio of 64 writers to SQLite (budget: at least 10)", spread_of(ratio), "times");
}

void fill(journal::Log& log, std::uint64_t count) {
    for (std::uint64_t begin = 0; begin < count; begin += 1000) {
        std::vector<journal::Draft> drafts;
        for (std::uint64_t i = begin; i < std::min(count, begin + 1000); ++i)
            drafts.push_back(report(i));
        need(log.append_all(std::move(drafts)));
    }
}

template <typename Work>
Spread timed(Work work) {
    std::vector<double> milliseconds;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = Time::now();
        work();
        milliseconds.push_back(Seconds(Time::now() - begin).count() * 1e3);
    }
    return spread_of(milliseconds);
}

void bench_reading() {
    constexpr std::uint64_t count = 100'000;
    const auto begin = Time::now();
    const auto store = fresh("reading");
    fill(store->log(), count);
    fmt::print("{:<58} {:>12.4g} s\n", "100 000 entries written in transactions of 1000",
               Seconds(Time::now() - begin).count());
    const auto path = store->path();
    print("open a store of 100 000 entries",
          timed([&] { need(store::open(path, {.mode = store::Mode::read_only})); }), "ms");
    print("scan of 100 000 entries (EntryView; budget: well under 500)", timed([&] {
              std::uint64_t subjects = 0, values = 0;
              need(store->log().scan(0, count, [&](std::uint64_t, std::string_view bytes) {
                  const auto entry = journal::EntryView::scan(bytes);
                  subjects += entry->subject.size();
                  values += entry->payload.find("value").raw().size();
                  return base::Result<void>{};
              }));
              if (subjects == 0 || values == 0)
                  std::exit(1);
          }),
          "ms");
    print("verify a store of 100 000 entries (budget: under 1000)",
          timed([&] { need(store::verify(path)); }), "ms");
    const auto exported = folder() / "export";
    const auto exporting = Time::now();
    need(journal::write_export(store->log(), store->objects(), exported));
    fmt::print("{:<58} {:>12.4g} s\n", "export of 100 000 entries",
               Seconds(Time::now() - exporting).count());
    print("verify an export of 100 000 entries (budget: under 1000)",
          timed([&] { need(journal::verify_export(exported)); }), "ms");
}

// The blocks of 500 series of 200 observations: what a slice reads before it decodes them.
void bench_series() {
    const auto store = fresh("series");
    const auto all = statistics::testing::made_series({.series = 600, .periods = 200});
    need(store->series().put(statistics::SeriesLoad{"bench", 0, all, {}}));
    const auto read = [&](bool is_one) {
        std::unique_ptr<statistics::SeriesReading> reading;
        for (std::size_t i = 0; i < 500; ++i) {
            if (reading == nullptr || !is_one)
                reading = store->series().reading();
            need(reading->blocks(all[i].key, statistics::SeriesStore::everything));
        }
    };
    print("blocks of 500 series of 200 observations, in one reading", timed([&] { read(true); }),
          "ms");
    print("the same, each series by itself", timed([&] { read(false); }), "ms");
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view only = argc > 1 ? argv[1] : "";
    std::filesystem::create_directories(folder());
    if (only.empty() || only == "appends")
        bench_appends();
    if (only.empty() || only == "reading")
        bench_reading();
    if (only.empty() || only == "series")
        bench_series();
    std::filesystem::remove_all(folder());
}
