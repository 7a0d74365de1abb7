#include "app/forecast_batch.h"

#include "base/csv.h"

#include <fmt/format.h>

namespace app {
namespace {

/// The forecasts of one series as rows of the answer.
struct Outcome {
    std::string rows;
    bool is_fallback = false;
};

Result<Outcome> forecast_of(const TableSeries& series, const ForecastBatch& batch) {
    const auto made =
        TRY(forecast_with_influences(series.values, series.first, batch.options, batch.influences));
    Outcome outcome;
    outcome.is_fallback = !made.fallback.empty();
    outcome.rows =
        forecast_rows(series.id, series.last + 1, made.mean, made.intervals, 0, made.mean.size());
    return outcome;
}

std::string header_of(const forecast::Options& options) {
    std::vector<forecast::Interval> intervals;
    for (const double level : options.levels)
        intervals.push_back({level, {}, {}});
    return forecast_header(intervals);
}

}  // namespace

std::string forecast_header(std::span<const forecast::Interval> intervals) {
    std::string header = "series_id,t,mean";
    for (const auto& interval : intervals)
        header += fmt::format(",lo{0:g},hi{0:g}", interval.level);
    return header + "\n";
}

std::string forecast_rows(std::string_view series, std::int64_t t, std::span<const double> mean,
                          std::span<const forecast::Interval> intervals, std::size_t begin,
                          std::size_t count) {
    std::string rows;
    const auto id = base::csv_field(series);
    for (std::size_t i = begin; i < begin + count; ++i, ++t) {
        rows += fmt::format("{},{},{}", id, t, mean[i]);
        for (const auto& interval : intervals)
            rows += fmt::format(",{},{}", interval.lower[i], interval.upper[i]);
        rows += '\n';
    }
    return rows;
}

Result<ForecastReport> forecast_batch(const base::Input& input, const ForecastBatch& batch,
                                      const WriteTable& write) {
    TRY(forecast::check(batch.options));
    TRY(batch.influences.check(batch.options.frequency));
    std::vector<Outcome> outcomes(series_at_once);
    std::size_t fallbacks = 0;
    SeriesWork work;
    work.begin = [&] { return write(header_of(batch.options)); };
    work.compute = [&](const TableSeries& series, std::size_t slot) -> std::optional<base::Error> {
        auto made = forecast_of(series, batch);
        if (!made.ok())
            return std::move(made).error();
        outcomes[slot] = std::move(*made);
        return std::nullopt;
    };
    work.write = [&](const TableSeries&, std::size_t slot) {
        fallbacks += outcomes[slot].is_fallback ? 1 : 0;
        return write(outcomes[slot].rows);
    };
    ForecastReport report;
    static_cast<SeriesBatchReport&>(report) = TRY(run_series_batch(input, batch, work));
    report.fallbacks = fallbacks;
    return report;
}

}  // namespace app
