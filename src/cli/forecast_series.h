#pragma once

#include "app/published_forecasts.h"
#include "cli/context.h"

namespace cli {

/// Forecasts of stored series, as text or JSON.
void print_series_forecast(Context& context, const app::SeriesForecast& made, bool as_json);
/// What was published, and what came of it.
void print_forecast_record(Context& context, const app::ForecastRecord& made, bool as_json);

}  // namespace cli
