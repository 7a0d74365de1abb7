#pragma once

#include "app/day_influences.h"
#include "app/series_batch.h"
#include "forecast/forecast.h"

namespace app {

/// How the series of a table are forecast.
struct ForecastBatch : SeriesBatch {
    forecast::Options options;
    InfluenceSources influences = {};
};

struct ForecastReport : SeriesBatchReport {
    std::size_t fallbacks = 0;  ///< forecast by another method than was asked for
};

/// "series_id,t,mean,lo80,hi80,...": the header of a table of forecasts.
std::string forecast_header(std::span<const forecast::Interval> intervals);

/// Its rows of `count` periods from `t` on, which stand from `begin` on in mean and intervals.
std::string forecast_rows(std::string_view series, std::int64_t t, std::span<const double> mean,
                          std::span<const forecast::Interval> intervals, std::size_t begin,
                          std::size_t count);

/// Forecasts every series of a table series_id,t,value and writes series_id,t,mean and both ends of
/// each interval (lo80,hi80,...), in the order of the table.
///
/// Shape:  as run_series_batch.
/// Errors: those of run_series_batch and of the output, invalid_forecast (options out of their
///         bounds), invalid_argument (influences that cannot be of these series).
Result<ForecastReport> forecast_batch(const base::Input& input, const ForecastBatch& batch,
                                      const WriteTable& write);

}  // namespace app
