#pragma once

#include "app/load_dataset.h"
#include "app/series_forecast.h"

#include <span>
#include <string_view>
#include <vector>

namespace app {

/// The dataflow of published forecasts: series as those that they forecast, with a quantile, "mean"
/// or "0.025", besides; of first and last figures "first mean" or "last 0.025".
inline constexpr std::string_view forecast_dataflow = "forecast";

struct PublishRequest : Envelope {
    ForecastQuestion question;
};
/// {"series","every","horizon","method","release","levels","calendar"} and an envelope; all but the
/// series may be absent.
PublishRequest read_publication(const base::Json& body);

/// Publishes the forecast of a series: its points and the ends of its intervals become figures with
/// the status F, published today, by one entry of the journal. Nobody can change them afterwards.
///
/// Errors: those of series_forecast and load_dataset; invalid_argument where nothing can be said,
///         or where the question is of another day than today.
Result<journal::Receipt> publish_forecast(Record& record, const trust::Principal& principal,
                                          const PublishRequest& request);

/// What was published of one period on one day, and what came.
struct PublishedForecast {
    statistics::SeriesKey series;         ///< that was forecast
    Release release = Release::in_force;  ///< which figure of the period was forecast
    std::int64_t entry = 0;               ///< of the journal, which published it
    base::Day published;
    base::Period period;
    base::Decimal mean;
    std::vector<forecast::Interval> intervals;  ///< each of one period
    /// What is known of the period, if anything: of first figures the one that was published first,
    /// else the one in force.
    std::optional<base::Decimal> came;
};

struct ForecastRecord {
    Answerable moment;
    std::vector<PublishedForecast> forecasts;  ///< by series, release, entry and period
};

/// All forecasts that were published by the question's day, with what was known of their periods
/// on that day. Errors: those of the record.
Result<ForecastRecord> published_forecasts(const Record& record, const Question& question);

/// Those of one series and release together. Shape: spans of `made`.
std::vector<std::span<const PublishedForecast>> by_series(const ForecastRecord& made);

/// How good published forecasts of one series were, of one kind of period and at one level of their
/// intervals.
struct ForecastScore {
    base::Frequency every = base::Frequency::month;
    double level = 0;
    std::size_t came = 0;    ///< periods of which something is known
    std::size_t inside = 0;  ///< of them inside the interval
    double pinball = 0;      ///< mean quantile loss at both ends, in the unit of the series
};

/// Shape: of one series and release; years first, ascending by level. Source: Koenker and Bassett
/// (1978).
std::vector<ForecastScore> scores_of(std::span<const PublishedForecast> forecasts);

/// {"exercise","as_of","series":[{"series","release","unit","scores":[{"every","level","came",
/// "inside","pinball"}],"forecasts":[{"entry","published","time","mean","intervals":[{"level",
/// "lower","upper"}],"came"}]}]}
base::Json to_json(const ForecastRecord& made);

}  // namespace app
