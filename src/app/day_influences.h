#pragma once

#include "adjustment/influences.h"
#include "almanac/regressors.h"
#include "base/input.h"
#include "base/result.h"
#include "forecast/forecast.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using base::Result;

/// Which days may influence figures: none; how often each weekday comes, and leap days; those and
/// Easter; those and Ramadan, Eid al-Fitr and Eid al-Adha as they are sighted in Pakistan.
enum class DayCalendar : unsigned char { none, weekdays, western, pakistan };
/// Errors: invalid_argument.
Result<DayCalendar> parse_day_calendar(std::string_view text);

/// A regressor that somebody brings: a value for each t.
struct GivenRegressor {
    std::string name;
    std::map<std::int64_t, double> values;
};
/// Reads a table t,NAME,NAME,... Errors: invalid_csv, invalid_decimal, each with its place.
Result<std::vector<GivenRegressor>> read_regressors(const base::Input& input, std::string file);

/// What may influence the series of a table.
struct InfluenceSources {
    DayCalendar days = DayCalendar::none;  ///< chosen among by AICc
    std::optional<base::Period> first;  ///< the period of t = 1, a month or quarter; days need it
    std::vector<GivenRegressor> given = {};  ///< always taken

    bool is_empty() const { return days == DayCalendar::none && given.empty(); }
    /// Errors: invalid_argument (days without a first period, or of one that does not come
    /// `frequency` times a year).
    Result<void> check(int frequency) const;
};

/// The influences on a series whose first value is that of `first`, and `ahead` periods behind it.
///
/// Errors: those of adjustment::choose_influences; invalid_argument where a given regressor lacks
///         a t.
Result<adjustment::ChosenInfluences> influences_on(std::span<const double> values,
                                                   std::int64_t first,
                                                   const adjustment::RegArimaOptions& options,
                                                   const InfluenceSources& sources);

/// A forecast of the series without its influences, with what these will be. The models name them;
/// where they could not be estimated, the fallback says why and the series is forecast as it is.
/// Errors: those of forecast; invalid_argument as influences_on.
Result<forecast::Forecast> forecast_with_influences(std::span<const double> values,
                                                    std::int64_t first,
                                                    const forecast::Options& options,
                                                    const InfluenceSources& sources);

}  // namespace app
