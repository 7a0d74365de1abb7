// libFuzzer's entry for tables of figures, as somebody hands them in to be loaded: CSV, its rows in
// either layout, and what is held of them.

#include "base/csv.h"
#include "base/fuzz/hold.h"
#include "base/fuzz/pieces.h"
#include "base/text.h"
#include "statistics/row_reader.h"
#include "statistics/series_store.h"
#include "statistics/stage.h"

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using base::hold;
using statistics::LoadOptions;
using statistics::Reading;
using Records = std::vector<std::vector<std::string>>;

constexpr std::string_view file = "table.csv";

/// What a reader of CSV says of a text.
struct Table {
    Records records;
    std::vector<std::size_t> lines;
    std::string error;
    friend bool operator==(const Table&, const Table&) = default;
};

Table read_table(base::CsvReader reader) {
    Table table;
    for (;;) {
        auto record = reader.next();
        if (!record.ok())
            table.error = record.error().text();
        if (!record.ok() || !record.value())
            return table;
        table.records.push_back(std::move(*record.value()));
        table.lines.push_back(reader.line());
    }
}

// However a text is cut the records are the same, and written again they are read again.
Records read_csv(std::string_view text, std::size_t bytes_max) {
    auto whole = read_table({text, std::string{file}});
    hold(whole == read_table({base::in_pieces(text, bytes_max), std::string{file}}));
    const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
    hold(std::ranges::is_sorted(whole.lines) &&
         (whole.lines.empty() || whole.lines.back() <= lines));
    std::string again = "\xEF\xBB\xBF";
    for (const auto& record : whole.records) {
        for (const auto& field : record)
            again += (&field == &record.front() ? "" : ",") + base::csv_field(field);
        again += '\n';
    }
    hold(read_table({again, std::string{file}}).records == whole.records);
    return std::move(whole.records);
}

// Each error names the file and one of its lines, in text that an answer can hold.
void hold_error(const base::Error& error, Reading reading, std::size_t lines) {
    hold(error.where.starts_with(file) && !error.message.empty());
    hold(reading == Reading::again || base::check_utf8(error.text(), "").ok());
    const auto line = std::string_view{error.where}.substr(file.size());
    hold(line.empty() || (line.front() == ':' && std::strtoul(line.data() + 1, nullptr, 10) >= 1 &&
                          std::strtoul(line.data() + 1, nullptr, 10) <= lines + 1));
    for (const auto& other : error.also)
        hold_error(other, reading, lines);
}

bool same_errors(const base::Error& a, const base::Error& b) {
    return a.code == b.code && a.message == b.message && a.where == b.where &&
           std::ranges::equal(a.also, b.also, same_errors);
}

// What was held of a row is what the reader of rows says of it, met before or not.
void hold_rows(const statistics::Loaded& loaded, const Records& records,
               const LoadOptions& options) {
    std::map<std::uint32_t, const statistics::Observation*> by_row;
    std::map<std::uint32_t, const statistics::SeriesKey*> keys;
    for (const auto& series : loaded.series)
        for (const auto& one : series.observations) {
            hold(by_row.emplace(one.load_order, &one).second);
            keys.emplace(one.load_order, &series.key);
        }
    hold(by_row.size() == records.size() - 1 && loaded.report.rows == by_row.size());
    auto names = records.front();
    for (auto& name : names)
        name = base::trimmed(name);
    const auto reader = statistics::RowReader::create(names, options).value();
    const statistics::Place place = [](std::size_t) { return std::string{file}; };
    for (std::uint32_t i = 0; i + 1 < records.size(); ++i) {
        const std::vector<std::string_view> fields(records[i + 1].begin(), records[i + 1].end());
        std::vector<base::Error> faults;
        const auto row = reader.read(fields, place, faults);
        hold(row && faults.empty());
        const auto& held = *by_row.at(i);
        const auto& read = row->observation;
        hold(*keys.at(i) == row->key && held.time == read.time && held.value == read.value &&
             held.value.scale() == read.value.scale() && held.precision == read.precision &&
             held.status == read.status && held.source == read.source && held.row == read.row);
        const bool is_dated = row->date != statistics::RowDate::unknown;
        hold(held.vintage.estimated != is_dated);
        hold(!is_dated || held.vintage == read.vintage);
    }
}

void hold_staged(const base::Result<statistics::Loaded>& loaded,
                 const base::Result<statistics::StagedLoad>& staged) {
    hold(staged.ok() == loaded.ok());
    if (!staged.ok())
        return hold(same_errors(staged.error(), loaded.error()));
    const auto& report = staged->report();
    hold(report.rows == loaded->report.rows && report.series == loaded->series.size() &&
         report.estimated_dates == loaded->report.estimated_dates &&
         report.suspects.size() == loaded->report.suspects.size() &&
         staged->sources() == loaded->sources);
    const auto next = staged->packed();
    std::size_t count = 0;
    for (auto one = next(); one.value(); one = next()) {
        std::vector<statistics::StoredBlock> blocks;
        for (const auto& block : one.value()->blocks)
            blocks.push_back({0, block});
        const auto series = statistics::unpack_series(one.value()->key, blocks).value();
        const auto same = std::ranges::find(loaded->series, series.key, &statistics::Series::key);
        hold(same != loaded->series.end());
        hold(same->observations == series.observations);
        ++count;
    }
    hold(count == report.series);
}

// A table that goes through a file on its way gives the same series and the same report; so does a
// stage that goes on from where another one was.
void stage(const base::Result<statistics::Loaded>& loaded, std::string_view text,
           statistics::StageOptions options) {
    const auto path =
        std::filesystem::temp_directory_path() / ("table-fuzz-" + std::to_string(::getpid()));
    std::vector<statistics::StagePoint> points;
    if (text.size() % 4 != 1)
        options.keeping = statistics::StageKeeping{
            path, [] {}, [&](const statistics::StagePoint& point) { points.push_back(point); }};
    const auto bytes_max = 1 + text.size() % 997;
    hold_staged(loaded, statistics::stage_csv(base::in_pieces(text, bytes_max), options));
    if (!points.empty()) {
        // Its own points are none of ours.
        const auto point = points[text.size() % points.size()];
        auto begun = statistics::find_stage(options, point);
        hold(begun.ok());
        hold_staged(loaded, statistics::stage_rest(
                                std::move(*begun),
                                base::in_pieces(text.substr(point.next.bytes), bytes_max)));
    }
    std::filesystem::remove(path);
}

// The keys of series and the times of figures have one form each, as stores and addresses hold
// them.
void read_words(std::string_view text) {
    const auto key = statistics::SeriesKey::parse(text);
    hold(!key.ok() || key.value().text() == text);
    const auto time = statistics::TimePeriod::parse(text);
    if (!time.ok())
        return;
    hold(time.value().text() == text && !time.value().words().empty());
    hold(time.value().first_day() <= time.value().last_day());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    read_words(text.substr(0, text.find('\n')));
    const auto records = read_csv(text, 1 + size % 61);
    statistics::StageOptions options;
    options.load.file = file;
    options.load.reading = size % 5 == 0 ? Reading::again : Reading::first;
    if (size % 3 != 0)
        options.load.today = base::make_day(2024, 5, 20);
    const auto loaded = statistics::load_csv(text, options.load);
    if (loaded.ok())
        hold_rows(*loaded, records, options.load);
    else
        hold_error(loaded.error(), options.load.reading,
                   static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
    // So that it goes in a few pieces; half of the tables do not.
    options.held_max = size % 2 == 0 ? SIZE_MAX : 1 + size / 150;
    stage(loaded, text, options);
    return 0;
}
