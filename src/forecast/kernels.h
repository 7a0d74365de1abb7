#pragma once

#include "forecast/arma.h"
#include "forecast/ces.h"
#include "forecast/ets.h"
#include "forecast/nelder_mead.h"

#include <optional>
#include <span>

namespace forecast {

/// The instructions that kernels use: those of every processor of the family, or AVX2.
enum class LanePath : unsigned char { portable, avx2 };

inline constexpr int ces_frequency_max = 24;

/// Complex smoothing of a series, from these states before it is first run through.
struct CesProblem {
    std::span<const double> values;
    CesSeason season = CesSeason::none;
    double level = 0;
    std::span<const double> effects = {};  ///< of each period of the year, if it has a season
};

/// What takes most of the time: one source, compiled for each path, with the same bits on both.
struct Kernels {
    decltype(fit_ets)* ets;
    /// Moves each model to the least squares of its errors given nothing before the first value,
    /// and sets their squares there.
    void (*arma_least_squares)(const ArmaSeries& series, std::span<ArmaModel> models);
    /// Sets the deviance of each model where it is, and the squares of its innovations, each in the
    /// deviation that it should have.
    void (*arma_likelihoods)(const ArmaSeries& series, std::span<ArmaModel> models);
    ArmaCoefficients (*arma_coefficients)(const ArmaSeries& series, const ArmaModel& model);
    /// Expects the values after those that were observed.
    void (*arma_ahead)(std::span<const double> values, const ArmaCoefficients& model,
                       std::span<double> ahead);

    /// Sums of squared errors of four models, each with its alpha and beta, real and imaginary.
    void (*ces_squares)(const CesProblem& problem, std::span<const SimplexPoint, 4> points,
                        std::span<double, 4> squares);
    /// Forecasts, and what an error of 1 does to them.
    void (*ces_ahead)(const CesProblem& problem, const SimplexPoint& point, std::span<double> mean,
                      std::span<double> weights);

    /// The same of theta models, each with its alpha, theta and first level.
    void (*theta_squares)(std::span<const double> values, std::span<const SimplexPoint, 4> points,
                          std::span<double, 4> squares);
    void (*theta_ahead)(std::span<const double> values, const SimplexPoint& point,
                        std::span<double> ahead);
};

/// Those of the best path that this processor has, unless another was taken.
const Kernels& kernels();
LanePath lane_path();

/// Takes a path for all threads, for tests and benchmarks; false where the processor lacks it.
bool take_lane_path(LanePath path);

}  // namespace forecast
