#pragma once

#include "forecast/arma.h"
#include "forecast/ets.h"

#include <optional>
#include <span>

namespace forecast {

/// The instructions that kernels use: those of every processor of the family, or AVX2.
enum class LanePath : unsigned char { portable, avx2 };

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
};

/// Those of the best path that this processor has, unless another was taken.
const Kernels& kernels();
LanePath lane_path();

/// Takes a path for all threads, for tests and benchmarks; false where the processor lacks it.
bool take_lane_path(LanePath path);

}  // namespace forecast
