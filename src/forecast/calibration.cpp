#include "forecast/calibration.h"

#include <algorithm>
#include <array>
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

using Polynomial = std::array<double, 8>;

// Coefficients of AS 241: the numerator and the denominator near the middle, further out, and far
// out.
constexpr Polynomial middle_above{3.3871328727963666080e0,  1.3314166789178437745e+2,
                                  1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                  4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                  3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr Polynomial middle_below{1.0,
                                  4.2313330701600911252e+1,
                                  6.8718700749205790830e+2,
                                  5.3941960214247511077e+3,
                                  2.1213794301586595867e+4,
                                  3.9307895800092710610e+4,
                                  2.8729085735721942674e+4,
                                  5.2264952788528545610e+3};
constexpr Polynomial outer_above{1.42343711074968357734e0,  4.63033784615654529590e0,
                                 5.76949722146069140550e0,  3.64784832476320460504e0,
                                 1.27045825245236838258e0,  2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Polynomial outer_below{1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
constexpr Polynomial far_above{6.65790464350110377720e0,  5.46378491116411436990e0,
                               1.78482653991729133580e0,  2.96560571828504891230e-1,
                               2.65321895265761230930e-2, 1.24266094738807843860e-3,
                               2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Polynomial far_below{1.0,
                               5.99832206555887937690e-1,
                               1.36929880922735805310e-1,
                               1.48753612908506148525e-2,
                               7.86869131745613259100e-4,
                               1.84631831751005468180e-5,
                               1.42151175831644588870e-7,
                               2.04426310338993978564e-15};

double ratio(const Polynomial& above, const Polynomial& below, double x) {
    double numerator = 0, denominator = 0;
    for (std::size_t i = above.size(); i-- > 0;) {
        numerator = numerator * x + above[i];
        denominator = denominator * x + below[i];
    }
    return numerator / denominator;
}

}  // namespace

double normal_score(double probability) {
    const double q = probability - 0.5;
    if (std::abs(q) <= 0.425)
        return q * ratio(middle_above, middle_below, 0.180625 - q * q);
    const double r = std::sqrt(-std::log(q < 0 ? probability : 1 - probability));
    const double size =
        r <= 5 ? ratio(outer_above, outer_below, r - 1.6) : ratio(far_above, far_below, r - 5);
    return q < 0 ? -size : size;
}

namespace {

/// By what deviations are too small where 80 % and 95 % of the errors of rolling origins inside the
/// training parts are to stay below their quantiles.
struct Corrections {
    double of_80, of_95;
};

// Where years are few, models claim too much certainty.
Corrections corrections_of(int frequency) {
    if (frequency == 1)
        return {1.40, 1.75};
    if (frequency <= 4)
        return {1.15, 1.30};
    return {0.935, 1.029};
}

}  // namespace

double sample_quantile(std::span<const double> ascending, double share) {
    const double place = share * static_cast<double>(ascending.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, ascending.size() - 1);
    return std::lerp(ascending[below], ascending[above], place - static_cast<double>(below));
}

double doubted(double deviation, double change, int frequency, int steps) {
    constexpr double share_of_a_year = 0.12;
    const double years = static_cast<double>(steps) / frequency;
    return std::sqrt(deviation * deviation + share_of_a_year * years * change * change);
}

double calibrated(double normal, int frequency) {
    constexpr double of_80 = 1.2815515655446004, of_95 = 1.9599639845400545;
    const auto [low, high] = corrections_of(frequency);
    // Between the two levels, and a little beyond, along a straight line.
    const double by = std::clamp((normal - of_80) / (of_95 - of_80), 0.0, 2.0);
    return normal * (low + by * (high - low));
}

}  // namespace forecast
