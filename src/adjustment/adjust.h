#pragma once

#include "adjustment/diagnostics.h"
#include "adjustment/regarima.h"
#include "adjustment/x11.h"

#include <optional>

namespace adjustment {

struct AdjustOptions {
    int frequency = 12;
    int start = 0;                  ///< the period of the year of the first value, from 0
    std::optional<Mode> mode = {};  ///< none: by the criterion of the airline model
    std::optional<forecast::ArimaOrder> model = airline;  ///< none: chosen by choose_model
    bool finds_outliers = true;
    std::vector<Outlier> outliers = {};      ///< that are known; kind and place count
    std::vector<Influence> influences = {};  ///< each with a year more than the series
    std::optional<SeasonalFilter> seasonal = {};
    int trend_terms = 0;
};

/// A seasonally adjusted series, or why there is none.
struct Adjustment {
    bool is_adjusted = false;
    std::string reason;  ///< why it is not; empty where it is
    Mode mode = Mode::multiplicative;
    /// The model that took outliers and influences out and made the forecasts of a year; none where
    /// the series repeats itself without noise.
    std::optional<RegArima> model;
    X11 tables;  ///< of the series without them
    /// Of the series itself: influences stand with the season, level shifts with the trend, the
    /// other outliers with the irregular. Factors where multiplicative, differences where additive.
    std::vector<double> seasonal, adjusted, trend, irregular;
    std::vector<double> seasonal_ahead;  ///< of the year that follows
    SeasonalityTests seasonality;
    Quality quality;
    Test left_in_adjusted, left_in_irregular;  ///< of the season
};

/// Adjusts a series by X-11 after a model of it, or says why not: another frequency than 12 or 4,
/// under three years or over 200, gaps (NaN), values that are not finite or whose size is not
/// between 1e-100 and 1e100, a series that never changes, one in which no season can be identified,
/// or one that cannot be split.
///
/// Shape:  any number of values. A series with a value that is not positive is adjusted additively,
///         whatever was asked for. The same series gives the same bits in any thread.
/// Errors: invalid_forecast (a start, an influence, an outlier or a trend out of its bounds).
/// Source: Findley et al. (1998); ESS guidelines on seasonal adjustment (2024).
base::Result<Adjustment> adjust(std::span<const double> values, const AdjustOptions& options);

}  // namespace adjustment
