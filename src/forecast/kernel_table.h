#pragma once

#include "forecast/arma_kernel.h"
#include "forecast/ces_kernel.h"
#include "forecast/ets_kernel.h"
#include "forecast/kernels.h"
#include "forecast/theta_kernel.h"

namespace forecast::FORECAST_PATH {

extern const Kernels kernels;
const Kernels kernels{.ets = fit_ets,
                      .arma_least_squares = arma_least_squares,
                      .arma_likelihoods = arma_likelihoods,
                      .arma_coefficients = arma_coefficients,
                      .arma_ahead = arma_ahead,
                      .ces_squares = ces_squares,
                      .ces_ahead = ces_ahead,
                      .theta_squares = theta_squares,
                      .theta_ahead = theta_ahead};

}  // namespace forecast::FORECAST_PATH
