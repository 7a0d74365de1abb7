#pragma once

#include "adjustment/filters.h"
#include "base/result.h"

#include <optional>
#include <span>
#include <vector>

namespace adjustment {

enum class Mode : unsigned char { multiplicative, additive };
std::string_view word(Mode mode);

struct X11Options {
    Mode mode = Mode::multiplicative;
    int frequency = 12;  ///< 12 or 4
    int start = 0;       ///< the period of the year of the first value, from 0
    std::optional<SeasonalFilter> seasonal =
        {};               ///< of the last step; none: by the moving seasonality
    int trend_terms = 0;  ///< of Henderson's trend, odd; 0: by I/C
    double sigma_low = 1.5, sigma_high = 2.5;
};

/// The tables of X-11 by their usual names. All have the size of the series without forecasts.
struct X11 {
    Mode mode = Mode::multiplicative;
    int frequency = 12, start = 0;
    std::vector<double> b1;         ///< the series
    std::vector<double> weights;    ///< C17: of the irregular, from 0 (extreme) to 1
    std::vector<double> d8;         ///< seasonal-irregular, extremes as they are
    std::vector<double> d9;         ///< seasonal-irregular, extremes replaced
    std::vector<double> d10;        ///< seasonal factors (differences where additive)
    std::vector<double> d11;        ///< seasonally adjusted
    std::vector<double> d12;        ///< trend
    std::vector<double> d13;        ///< irregular
    std::vector<double> d10_ahead;  ///< seasonal factors of the forecasts, in their number
    SeasonalFilter seasonal = SeasonalFilter::s3x5;
    int trend_terms = 13;
    double moving_seasonality =
        0;  ///< the ratio (MSR) of all values; the filter's is of whole years
    double irregular_to_trend = 0;  ///< the ratio that chose the trend of the last step
};

/// Splits a series into season, trend and irregular by X-11, in the iterations B, C and D, with
/// the series lengthened by forecasts and nothing before its first value.
///
/// Shape:  at least three years; no gaps. `forecasts` may be empty.
/// Errors: invalid_forecast (fewer values, other frequencies, values that are not finite, not
///         positive ones where multiplicative).
/// Source: Shiskin, Young and Musgrave (1967); Ladiray and Quenneville (2001); Lothian (1984) for
///         the choice of the seasonal filter; Findley et al. (1998).
base::Result<X11> x11(std::span<const double> values, std::span<const double> forecasts,
                      const X11Options& options);

}  // namespace adjustment
