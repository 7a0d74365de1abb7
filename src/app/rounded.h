#pragma once

#include <cmath>

namespace app {

/// A number that was computed, to so many decimal places, as answers print it.
inline double rounded(double value, int places) {
    const double by = std::pow(10, places);
    return std::round(value * by) / by;
}

}  // namespace app
