#pragma once

#include <limits>

namespace forecast {

/// Akaike's criterion, corrected for few observations: less is better, infinite where there are too
/// few. `deviance` is -2 log-likelihood up to a constant; the variance is one of the parameters.
/// Source: Hurvich and Tsai (1989).
inline double aicc(double deviance, double parameters, double observations) {
    const double rest = observations - parameters - 1;
    return rest > 0 ? deviance + 2 * parameters + 2 * parameters * (parameters + 1) / rest
                    : std::numeric_limits<double>::infinity();
}

}  // namespace forecast
