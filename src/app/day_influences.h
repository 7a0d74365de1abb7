#pragma once

#include "adjustment/adjust.h"
#include "adjustment/influences.h"
#include "almanac/regressors.h"
#include "app/series_batch.h"
#include "forecast/forecast.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Which days may influence figures: none; how often each weekday comes, and leap days; those and
/// Easter; those and Ramadan, Eid al-Fitr and Eid al-Adha as they are sighted in Pakistan.
enum class DayCalendar : unsigned char { none, weekdays, western, pakistan };
/// Errors: invalid_argument.
Result<DayCalendar> parse_day_calendar(std::string_view text);

/// What may influence the series of a table.
struct InfluenceSources {
    DayCalendar days = DayCalendar::none;  ///< chosen among by AICc
    std::optional<base::Period> first;    ///< the period of t = 1, a month or quarter; days need it
    std::vector<TableSeries> given = {};  ///< always taken

    bool is_empty() const { return days == DayCalendar::none && given.empty(); }
    /// Errors: invalid_argument (days without a first period, or of one that does not come
    /// `frequency` times a year).
    Result<void> check(int frequency) const;
};

/// The influences on a series whose first value is that of `first`, and `ahead` periods behind it.
///
/// Errors: those of adjustment::choose_influences; invalid_argument where one that is given
///         lacks a t.
Result<adjustment::ChosenInfluences> influences_on(std::span<const double> values,
                                                   std::int64_t first,
                                                   const adjustment::RegArimaOptions& options,
                                                   const InfluenceSources& sources);

/// Those that an adjustment is to take out, as far ahead as it needs them; none where the series
/// has no model, which the adjustment will tell. Errors: invalid_argument as influences_on.
Result<std::vector<adjustment::Influence>> influences_of_adjustment(
    std::span<const double> values, std::int64_t first, const InfluenceSources& sources,
    const adjustment::AdjustOptions& options);
/// What an influence was found to be: its effect in the unit of the series, or on its logarithm.
struct FoundInfluence {
    std::string name;
    double coefficient = 0, t = 0;
};
std::vector<FoundInfluence> found_influences(const adjustment::AdjustOptions& options,
                                             const adjustment::Adjustment& made);
/// "weekdays 0.0102 (t 12.3); Ramadan -0.06 (t -4.1)".
std::string text_of(std::span<const FoundInfluence> influences);

/// A forecast of the series without its influences, with what these will be. The models name them;
/// where they could not be estimated, the fallback says why and the series is forecast as it is.
/// Errors: those of forecast; invalid_argument as influences_on.
Result<forecast::Forecast> forecast_with_influences(std::span<const double> values,
                                                    std::int64_t first,
                                                    const forecast::Options& options,
                                                    const InfluenceSources& sources);

}  // namespace app
