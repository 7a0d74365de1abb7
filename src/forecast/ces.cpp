#include "forecast/ces.h"

#include "forecast/aicc.h"
#include "forecast/kernels.h"
#include "forecast/nelder_mead.h"
#include "forecast/season.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace forecast {
namespace {

// Near the first values, or a year of them.
double first_level(std::span<const double> values, int year) {
    const auto some = std::min(values.size(), static_cast<std::size_t>(std::max(10, year)));
    double sum = 0, count = 0;
    for (const double y : values.first(some))
        if (!std::isnan(y)) {
            sum += y;
            count += 1;
        }
    return count > 0 ? sum / count : 0;
}

bool is_in_bounds(CesSeason season, const SimplexPoint& x) {
    const auto& [a0, a1, b0, b1] = x;
    const auto is_complex = [](double real, double imaginary) {
        return real >= 0.01 && real <= 1.8 && imaginary >= 0.01 && imaginary <= 1.9;
    };
    return is_complex(a0, a1) && (season != CesSeason::partial || (b0 >= 0.01 && b0 <= 0.99)) &&
           (season != CesSeason::full || is_complex(b0, b1));
}

/// Where the search begins, and its steps along each weight.
struct Start {
    SimplexPoint x;
    std::vector<double> steps;
};

Start start_of(CesSeason season) {
    switch (season) {
        case CesSeason::none:
            break;
        case CesSeason::partial:
            return {{1.3, 1.0, 0.1}, {-0.2, 0.02, 0.1}};
        case CesSeason::full:
            return {{1.3, 1.0, 1.3, 1.0}, {-0.2, 0.02, -0.2, 0.02}};
    }
    return {{1.3, 1.0}, {-0.2, 0.02}};
}

}  // namespace

std::string CesFit::name() const {
    return season == CesSeason::none      ? "CES(none)"
           : season == CesSeason::partial ? "CES(partial)"
                                          : "CES(full)";
}

std::optional<CesFit> fit_ces(std::span<const double> values, int frequency, CesSeason season,
                              int horizon) {
    const auto observed =
        static_cast<double>(std::ranges::count_if(values, [](double y) { return !std::isnan(y); }));
    const bool seasonal = season != CesSeason::none;
    // States that are found on the way back count half as much as those that are searched.
    const double k = season == CesSeason::none      ? 4
                     : season == CesSeason::partial ? 5 + frequency
                                                    : 6 + 2 * frequency;
    if (observed < (seasonal ? 2 * frequency + 3 : 8) || observed - k - 1 < 1 ||
        (seasonal && frequency > ces_frequency_max))
        return std::nullopt;
    std::vector<double> effects;
    if (seasonal)
        effects = seasonal_effects(values, frequency, false);
    const CesProblem problem{values, season, first_level(values, seasonal ? frequency : 1),
                             effects};
    const auto squares = [&](std::span<const SimplexPoint, 4> points, std::span<double, 4> sums) {
        kernels().ces_squares(problem, points, sums);
        for (std::size_t i = 0; i < 4; ++i)
            if (!is_in_bounds(season, points[i]) || !std::isfinite(sums[i]))
                sums[i] = std::numeric_limits<double>::infinity();
    };
    const auto [start, steps] = start_of(season);
    const auto parameters = static_cast<int>(steps.size());
    const auto [best, sum] = nelder_mead_by_four(squares, start, steps, 30 * parameters, 1e-4);
    if (!std::isfinite(sum))
        return std::nullopt;
    CesFit made;
    made.season = season;
    made.alpha_real = best[0];
    made.alpha_imaginary = best[1];
    made.beta_real = best[2];
    made.beta_imaginary = best[3];
    made.variance = sum / std::max(1.0, observed - parameters);
    const double smallest = std::numeric_limits<double>::min();
    made.aicc = aicc(observed * std::log(std::max(sum / observed, smallest)), k, observed);
    made.mean.resize(static_cast<std::size_t>(horizon));
    made.weights.resize(made.mean.size());
    kernels().ces_ahead(problem, best, made.mean, made.weights);
    return made;
}

std::optional<CesFit> choose_ces(std::span<const double> values, int frequency, int horizon) {
    std::optional<CesFit> best;
    for (const auto season : {CesSeason::none, CesSeason::partial, CesSeason::full}) {
        if (season != CesSeason::none && frequency < 2)
            continue;
        auto fit = fit_ces(values, frequency, season, horizon);
        if (fit && (!best || fit->aicc < best->aicc))
            best = std::move(fit);
    }
    return best;
}

}  // namespace forecast
