#include "app/forecast_batch.h"

#include "base/csv.h"
#include "base/text.h"

#include <fmt/format.h>

#include <atomic>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>
#include <unordered_set>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t series_at_once = 2048;
constexpr std::size_t faults_max = 100;
constexpr std::int64_t gap_max = 100'000;

/// One series of the table, and what became of it.
struct Task {
    std::string id;
    std::size_t line = 0;
    std::int64_t last = 0;  ///< the t of its last value
    std::vector<double> values;
    std::optional<Error> fault;
    std::string rows;
    bool is_fallback = false;
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

void run(Task& task, const forecast::Options& options) {
    if (task.fault)
        return;
    const auto made = forecast::forecast(task.values, options);
    if (!made.ok()) {
        task.fault = made.error();
        return;
    }
    task.is_fallback = !made->fallback.empty();
    const auto id = base::csv_field(task.id);
    for (std::size_t h = 0; h < made->mean.size(); ++h) {
        task.rows += fmt::format("{},{},{}", id, task.last + static_cast<std::int64_t>(h) + 1,
                                 made->mean[h]);
        for (const auto& interval : made->intervals)
            task.rows += fmt::format(",{},{}", interval.lower[h], interval.upper[h]);
        task.rows += '\n';
    }
}

class Batch {
  public:
    Batch(const ForecastBatch& batch, const WriteTable& write) : batch_(batch), write_(write) {}

    Result<ForecastReport> run_all(const base::Input& input) {
        TRY(check_options());
        base::CsvReader table{input, batch_.file};
        TRY(read_header(table));
        TRY(write_header());
        while (!report_.is_cancelled && TRY(table.advance()))
            TRY(read_row(table));
        if (!report_.is_cancelled)
            TRY(forecast_tasks());
        return std::move(report_);
    }

  private:
    // What is wrong with the options is wrong for every series.
    Result<void> check_options() const {
        const double one[] = {1.0};
        const auto tried = forecast::forecast(one, batch_.options);
        return tried.ok() ? Result<void>{} : Result<void>{tried.error()};
    }

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

    Result<void> write_header() {
        std::string header = "series_id,t,mean";
        for (const double level : batch_.options.levels)
            header += fmt::format(",lo{0:g},hi{0:g}", level);
        return write_(header + "\n");
    }

    Result<void> read_row(const base::CsvReader& table) {
        const auto fields = table.fields();
        const std::string_view id = id_ < fields.size() ? fields[id_] : std::string_view{};
        if (tasks_.empty() || id != tasks_.back().id) {
            if (tasks_.size() >= series_at_once)
                TRY(forecast_tasks());
            if (report_.is_cancelled)
                return {};
            tasks_.push_back({});
            tasks_.back().id = id;
            tasks_.back().line = table.line();
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
        auto& task = tasks_.back();
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
        if (!task.values.empty()) {
            if (t <= task.last)
                return fault(table.where(time_ + 1),
                             fmt::format("expected a t after {}, found {}", task.last, t));
            if (t - task.last > gap_max)
                return fault(table.where(time_ + 1),
                             fmt::format("expected at most {} periods without a row, found {}",
                                         gap_max, t - task.last - 1));
            task.values.resize(task.values.size() + static_cast<std::size_t>(t - task.last - 1),
                               std::numeric_limits<double>::quiet_NaN());
        }
        task.values.push_back(*value);
        task.last = t;
    }

    void fault(std::string where, std::string message) {
        auto& task = tasks_.back();
        if (!task.fault)
            task.fault = Error{ErrorCode::invalid_forecast, std::move(message), std::move(where)};
    }

    Result<void> forecast_tasks() {
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t i = next++; i < tasks_.size(); i = next++)
                run(tasks_[i], batch_.options);
        };
        {
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < batch_.threads; ++i)
                others.emplace_back(work);
            work();
        }
        for (auto& task : tasks_) {
            if (task.fault) {
                ++report_.failed;
                if (task.fault->where.empty())
                    task.fault->where = fmt::format("{}:{}", batch_.file, task.line);
                task.fault->message = fmt::format("{}: {}", task.id, task.fault->message);
                if (report_.faults.size() < faults_max)
                    report_.faults.push_back(std::move(*task.fault));
                continue;
            }
            ++report_.series;
            report_.fallbacks += task.is_fallback ? 1 : 0;
            TRY(write_(task.rows));
        }
        tasks_.clear();
        if (batch_.progress && !batch_.progress(report_.series + report_.failed))
            report_.is_cancelled = true;
        return {};
    }

    const ForecastBatch& batch_;
    const WriteTable& write_;
    ForecastReport report_;
    std::vector<Task> tasks_;
    std::unordered_set<std::size_t> met_;  ///< hashes of the series' names
    std::size_t id_ = 0, time_ = 0, value_ = 0, width_ = 0;
};

}  // namespace

Result<ForecastReport> forecast_batch(const base::Input& input, const ForecastBatch& batch,
                                      const WriteTable& write) {
    return Batch{batch, write}.run_all(input);
}

}  // namespace app
