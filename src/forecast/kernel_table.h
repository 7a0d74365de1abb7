#pragma once

#include "forecast/ets_kernel.h"
#include "forecast/kernels.h"

namespace forecast::FORECAST_PATH {

extern const Kernels kernels;
const Kernels kernels{.ets = fit_ets};

}  // namespace forecast::FORECAST_PATH
