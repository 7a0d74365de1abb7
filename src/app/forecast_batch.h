#pragma once

#include "base/input.h"
#include "base/result.h"
#include "forecast/forecast.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using base::Result;

/// How many series of a table are forecast, and how.
struct ForecastBatch {
    std::string file;  ///< as places of errors begin
    forecast::Options options;
    unsigned threads = 1;
    /// Now and then, with the number of series that are done. False ends the run; what was written
    /// stays.
    std::function<bool(std::size_t)> progress = {};
};

struct ForecastReport {
    std::size_t series = 0;  ///< that were forecast
    std::size_t failed = 0;
    std::size_t fallbacks = 0;  ///< forecast by another method than was asked for
    bool is_cancelled = false;
    std::vector<base::Error> faults;  ///< the first hundred, each with its line
};

/// Takes a stretch of the answer.
using WriteTable = std::function<Result<void>(std::string_view)>;

/// Forecasts every series of a table series_id,t,value and writes series_id,t,mean and both ends of
/// each interval (lo80,hi80,...), in the order of the table.
///
/// Shape: the rows of a series stand together; t are whole numbers that ascend, those left out are
///        missing, and so is a value that is empty, NA or NaN. Memory is that of some thousand
///        series. The answer is the same for any number of threads.
/// Errors: invalid_csv (a header without these columns, an unterminated quote), invalid_forecast
///         (options out of their bounds), those of the input and the output. What is wrong with one
///         series stands in the report and does not stop the others.
Result<ForecastReport> forecast_batch(const base::Input& input, const ForecastBatch& batch,
                                      const WriteTable& write);

}  // namespace app
