#pragma once

#include "app/day_influences.h"
#include "app/known_history.h"
#include "app/named_series.h"
#include "base/json.h"

#include <optional>
#include <string>

namespace app {

/// A stored series adjusted for the season, from what was known on a day.
struct AdjustmentQuestion : Question {
    SeriesWords series;
    std::optional<base::Frequency>
        every;  ///< month or quarter; nothing: months, where 36 are known
    std::optional<adjustment::Mode> mode;
    std::optional<forecast::ArimaOrder> model = adjustment::airline;  ///< nothing: is chosen
    DayCalendar days = DayCalendar::none;
    bool finds_outliers = true;
};

struct SeriesAdjustment {
    Answerable moment;
    statistics::SeriesKey series;
    base::Frequency every = base::Frequency::month;
    KnownHistory past;         ///< after the last gap: a season cannot be taken out across one
    std::size_t left_out = 0;  ///< figures before it
    std::vector<FoundInfluence> influences;  ///< that AICc chose
    adjustment::Adjustment made;
};

/// Errors: invalid_argument (another kind of period), those of NamedSeries::find.
Result<SeriesAdjustment> series_adjustment(const Record& record,
                                           const AdjustmentQuestion& question);

/// "multiplicative" or "additive"; nothing for "auto". Errors: invalid_argument.
Result<std::optional<adjustment::Mode>> parse_adjustment_mode(std::string_view text);

/// A model by its name; nothing for "auto". Errors: as adjustment::parse_model.
inline Result<std::optional<forecast::ArimaOrder>> parse_adjustment_model(std::string_view text) {
    return adjustment::parse_model(text);
}

/// A heading, and
/// {"series","unit","every","known","left_out","adjusted","reason","mode","model","seasonality",
/// "influences":[{"name","coefficient","t"}],"seasonal_filter","trend_terms","m","q",
/// "left_in_adjusted","outliers":[{"time","kind","effect"}],"periods":[{"time","value",
/// "provisional","seasonal","adjusted","trend","irregular"}]}; where the series is not adjusted the
/// last four are null.
base::Json to_json(const SeriesAdjustment& made);

}  // namespace app
