#include "app/series_batch.h"

#include "base/csv.h"
#include "base/text.h"

#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <cmath>
#include <limits>
#include <thread>
#include <unordered_set>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t faults_max = 100;
constexpr std::int64_t gap_max = 100'000;

/// One series of the table, and what was wrong with it.
struct Task {
    TableSeries series;
    std::optional<Error> fault;
};

std::optional<double> number(std::string_view text) {
    if (text.empty() || text == "NA" || text == "NaN" || text == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (text.front() == '+')
        text.remove_prefix(1);
    double value = 0;
    const auto end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    return error == std::errc{} && at == end ? std::optional{value} : std::nullopt;
}

class Batch {
  public:
    Batch(const SeriesBatch& batch, const SeriesWork& work) : batch_(batch), work_(work) {}

    Result<SeriesBatchReport> run_all(const base::Input& input) {
        base::CsvReader table{input, batch_.file};
        TRY(read_header(table));
        TRY(work_.begin());
        while (!report_.is_cancelled && TRY(table.advance()))
            TRY(read_row(table));
        if (!report_.is_cancelled)
            TRY(finish_tasks());
        return std::move(report_);
    }

  private:
    Result<void> read_header(base::CsvReader& table) {
        if (!TRY(table.advance()))
            return Error{ErrorCode::invalid_csv,
                         "expected the columns series_id, t, value, found nothing", table.where()};
        std::vector<std::string> names;
        for (const auto name : table.fields())
            names.emplace_back(base::trimmed(name));
        const auto header =
            TRY(base::CsvHeader::create(names, {"series_id", "t", "value"}, batch_.file));
        id_ = *header.find("series_id");
        time_ = *header.find("t");
        value_ = *header.find("value");
        width_ = header.size();
        return {};
    }

    Result<void> read_row(const base::CsvReader& table) {
        const auto fields = table.fields();
        const std::string_view id = id_ < fields.size() ? fields[id_] : std::string_view{};
        if (tasks_.empty() || id != tasks_.back().series.id) {
            if (tasks_.size() >= series_at_once)
                TRY(finish_tasks());
            if (report_.is_cancelled)
                return {};
            tasks_.push_back({});
            tasks_.back().series.id = id;
            tasks_.back().series.line = table.line();
            if (!met_.insert(std::hash<std::string_view>{}(id)).second)
                fault(table.where(id_ + 1),
                      fmt::format("expected the rows of {} together, found some further up", id));
        }
        if (fields.size() != width_)
            fault(table.where(),
                  fmt::format("expected {} fields, found {}", width_, fields.size()));
        if (!tasks_.back().fault)
            add(table, fields);
        return {};
    }

    void add(const base::CsvReader& table, std::span<const std::string_view> fields) {
        auto& series = tasks_.back().series;
        const auto time = base::trimmed(fields[time_]);
        std::int64_t t = 0;
        const auto end = time.data() + time.size();
        const auto [at, error] = std::from_chars(time.data(), end, t);
        if (error != std::errc{} || at != end || std::abs(t) > (std::int64_t{1} << 52))
            return fault(table.where(time_ + 1),
                         fmt::format("expected a whole number for t, found \"{}\"", time));
        const auto value = number(base::trimmed(fields[value_]));
        if (!value)
            return fault(table.where(value_ + 1),
                         fmt::format("expected a number, found \"{}\"", fields[value_]));
        if (series.values.empty()) {
            series.first = t;
        } else {
            if (t <= series.last)
                return fault(table.where(time_ + 1),
                             fmt::format("expected a t after {}, found {}", series.last, t));
            if (t - series.last > gap_max)
                return fault(table.where(time_ + 1),
                             fmt::format("expected at most {} periods without a row, found {}",
                                         gap_max, t - series.last - 1));
            series.values.resize(
                series.values.size() + static_cast<std::size_t>(t - series.last - 1),
                std::numeric_limits<double>::quiet_NaN());
        }
        series.values.push_back(*value);
        series.last = t;
    }

    void fault(std::string where, std::string message) {
        auto& task = tasks_.back();
        if (!task.fault)
            task.fault = Error{ErrorCode::invalid_forecast, std::move(message), std::move(where)};
    }

    Result<void> finish_tasks() {
        spread(batch_.threads, tasks_.size(), [&](std::size_t i) {
            if (!tasks_[i].fault)
                tasks_[i].fault = work_.compute(tasks_[i].series, i);
        });
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            auto& [series, fault] = tasks_[i];
            if (fault) {
                ++report_.failed;
                if (fault->where.empty())
                    fault->where = fmt::format("{}:{}", batch_.file, series.line);
                fault->message = fmt::format("{}: {}", series.id, fault->message);
                if (report_.faults.size() < faults_max)
                    report_.faults.push_back(std::move(*fault));
                continue;
            }
            ++report_.series;
            TRY(work_.write(series, i));
        }
        tasks_.clear();
        if (batch_.progress && !batch_.progress(report_.series + report_.failed))
            report_.is_cancelled = true;
        return {};
    }

    const SeriesBatch& batch_;
    const SeriesWork& work_;
    SeriesBatchReport report_;
    std::vector<Task> tasks_;
    std::unordered_set<std::size_t> met_;  ///< hashes of the series' names
    std::size_t id_ = 0, time_ = 0, value_ = 0, width_ = 0;
};

}  // namespace

Result<SeriesBatchReport> run_series_batch(const base::Input& input, const SeriesBatch& batch,
                                           const SeriesWork& work) {
    return Batch{batch, work}.run_all(input);
}

Result<std::vector<TableSeries>> read_series(const base::Input& input, const std::string& file) {
    std::vector<TableSeries> made;
    SeriesWork work;
    work.begin = [] { return Result<void>{}; };
    work.compute = [](const TableSeries&, std::size_t) { return std::optional<Error>{}; };
    work.write = [&](const TableSeries& series, std::size_t) -> Result<void> {
        made.push_back(series);
        return {};
    };
    auto report = TRY(run_series_batch(input, {file, 1}, work));
    if (!report.faults.empty())
        return base::all_in_one(std::move(report.faults));
    return made;
}

void spread(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work) {
    std::atomic<std::size_t> next{0};
    const auto run = [&] {
        for (std::size_t i = next++; i < count; i = next++)
            work(i);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i)
        others.emplace_back(run);
    run();
}

}  // namespace app
