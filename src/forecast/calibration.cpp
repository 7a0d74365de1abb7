#include "forecast/calibration.h"

#include <algorithm>
#include <cmath>

namespace forecast {

double normal_quantile(double probability) {
    // Halving of an interval: exact to the last bits, and quick enough for its few calls.
    double low = -40, high = 40;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2;
        (0.5 * std::erfc(-middle / std::sqrt(2.0)) < probability ? low : high) = middle;
    }
    return (low + high) / 2;
}

namespace {

/// By what the models' deviations are too small at one level: at the first period, more with each
/// further one, and at most.
struct Correction {
    double first, step, most;

    double at(int horizon) const { return std::min(most, first + step * (horizon - 1)); }
};

/// Of the 80 % and the 95 % interval.
struct Corrections {
    Correction of_80, of_95;
};

// Of the errors of rolling origins inside the training parts, in the models' deviations: the
// quantiles that 80 % and 95 % of them stay below, over those of the normal distribution. Where
// years are few the models claim too much certainty, the more so the further ahead.
Corrections corrections_of(int frequency) {
    if (frequency == 1)
        return {{1.22, 0.065, 1.55}, {1.50, 0.130, 2.20}};
    if (frequency <= 4)
        return {{1.00, 0.030, 1.25}, {1.15, 0.040, 1.50}};
    return {{0.95, 0.013, 1.01}, {1.04, 0.014, 1.12}};
}

}  // namespace

double calibrated(double normal, int frequency, int horizon) {
    constexpr double of_80 = 1.2815515655446004, of_95 = 1.9599639845400545;
    const auto corrections = corrections_of(frequency);
    const double low = corrections.of_80.at(horizon), high = corrections.of_95.at(horizon);
    // Between the two levels, and a little beyond, along a straight line.
    const double by = std::clamp((normal - of_80) / (of_95 - of_80), 0.0, 2.0);
    return normal * (low + by * (high - low));
}

}  // namespace forecast
