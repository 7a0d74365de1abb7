#pragma once

#include "forecast/ets.h"

#include <optional>
#include <span>

namespace forecast {

/// The instructions that kernels use: those of every processor of the family, or AVX2.
enum class LanePath : unsigned char { portable, avx2 };

/// What takes most of the time: one source, compiled for each path, with the same bits on both.
struct Kernels {
    decltype(fit_ets)* ets;
};

/// Those of the best path that this processor has, unless another was taken.
const Kernels& kernels();
LanePath lane_path();

/// Takes a path for all threads, for tests and benchmarks; false where the processor lacks it.
bool take_lane_path(LanePath path);

}  // namespace forecast
