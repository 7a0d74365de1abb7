#pragma once

#include "app/day_influences.h"
#include "app/known_history.h"
#include "app/named_series.h"
#include "app/releases.h"
#include "base/json.h"
#include "forecast/forecast.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// A forecast of a stored series, from what was known on a day.
struct ForecastQuestion : Question {
    SeriesWords series;
    /// Nothing: months where 24 of them are known, else quarters where there are 12, else years.
    std::optional<base::Frequency> every;
    std::optional<int>
        horizon;  ///< periods; nothing: a year of months, two of quarters, three years
    forecast::Method method = forecast::Method::combination;
    std::vector<double> levels{80, 95};    ///< of the intervals, in per cent, ascending
    DayCalendar days = DayCalendar::none;  ///< that may influence months and quarters
    Release release = Release::in_force;   ///< which figure of a period is forecast
};

/// "80,95": the levels of intervals, in per cent. Errors: invalid_argument.
Result<std::vector<double>> parse_levels(std::string_view text);
/// Errors: invalid_argument unless it is the word of a method.
Result<forecast::Method> parse_forecast_method(std::string_view text);

struct SeriesForecast {
    Answerable moment;
    statistics::SeriesKey series;
    base::Frequency every = base::Frequency::month;
    KnownHistory past;
    std::size_t left_out = 0;  ///< figures before the last gap, where influences were asked for
    /// Years, halves and quarters of a flow whose months are known are sums of what is published
    /// and of months that are drawn together.
    bool is_from_months = false;
    bool is_non_negative = false;  ///< nothing below 0 was ever published, so nothing below is said
    forecast::Method method = forecast::Method::combination;
    Release release = Release::in_force;
    RevisionsSeen revisions;  ///< where first or last figures are asked for
    /// Of the periods behind the last figure on; nothing where nothing can be said.
    std::optional<forecast::Forecast> ahead;
    std::string reason;  ///< why nothing can be said yet
};

/// Shape: a forecast begins with the period behind the last figure that was known on the day. Its
///        intervals of last figures have the deviation of revisions besides. First and last figures
///        are of the periods that are published; those that are sums of months have only what is
///        in force.
/// Errors: invalid_argument (a horizon, level or kind of period out of its bounds), those of
///         NamedSeries::find.
Result<SeriesForecast> series_forecast(const Record& record, const ForecastQuestion& question);

/// A heading, and
/// {"series","unit","every","method","known","left_out","from_months","non_negative","reason",
/// "release","revisions","past":[{"time","value","provisional","estimated"}]; where something can
/// be said "models", "fallback","ahead":[{"time","mean","intervals":[{"level","lower","upper"}]}]}
base::Json to_json(const SeriesForecast& made);

}  // namespace app
