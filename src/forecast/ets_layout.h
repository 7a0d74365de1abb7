#pragma once

#include "forecast/ets.h"

namespace forecast {

/// A longer year has more initial states than years tell of.
inline constexpr int ets_frequency_max = 24;

/// Where the parameters of the search stand: smoothing parameters without bounds, then states.
///
/// Shape: alpha, beta / alpha, gamma / (1 - alpha) and (phi - 0.8) / 0.18 as logits, those that the
///        model has (else -1); level, slope, and all seasonal effects but the last, which makes
///        their sum 0 (their mean 1).
struct EtsLayout {
    int alpha = 0, beta = -1, gamma = -1, phi = -1, level = 0, slope = -1, season = -1, count = 0;

    constexpr EtsLayout(EtsModel model, int frequency) {
        int next = 1;
        if (model.trend != EtsTrend::none)
            beta = next++;
        if (model.season != EtsSeason::none)
            gamma = next++;
        if (model.trend == EtsTrend::damped)
            phi = next++;
        level = next++;
        if (model.trend != EtsTrend::none)
            slope = next++;
        if (model.season != EtsSeason::none) {
            season = next;
            next += frequency - 1;
        }
        count = next;
    }
};

}  // namespace forecast
