#pragma once

#include "forecast/arma_least_squares.h"
#include "forecast/arma_likelihood.h"

#include <algorithm>
#include <span>

namespace forecast::FORECAST_PATH {

inline int lags_most(int frequency) {
    return std::max(arma_lags_max, arma_seasonal_lags_max * frequency);
}

inline void arma_least_squares(const ArmaSeries& series, std::span<ArmaModel> models) {
    LeastSquares search{series, lags_most(series.frequency)};
    for (std::size_t i = 0; i < models.size(); i += lane_count) {
        const auto some = models.subspan(i, std::min<std::size_t>(lane_count, models.size() - i));
        auto four = side_by_side(some, series.frequency);
        const auto squares = search.improve(four);
        for (int lane = 0; lane < static_cast<int>(some.size()); ++lane) {
            some[index(lane)].squares = squares[lane];
            for_each_parameter(some[index(lane)].order, four,
                               [&](std::size_t to, std::size_t from) {
                                   some[index(lane)].x[to] = four.x[from][lane];
                               });
        }
    }
}

inline void arma_likelihoods(const ArmaSeries& series, std::span<ArmaModel> models) {
    for (std::size_t i = 0; i < models.size(); i += lane_count) {
        const auto some = models.subspan(i, std::min<std::size_t>(lane_count, models.size() - i));
        const auto four = side_by_side(some, series.frequency);
        Likelihood likelihood{Polynomials{four, four.x, series.scale}};
        likelihood.observe(series.values);
        const auto deviances = likelihood.deviance(static_cast<double>(series.values.size()));
        for (int lane = 0; lane < static_cast<int>(some.size()); ++lane) {
            some[index(lane)].deviance = deviances[lane];
            some[index(lane)].squares = likelihood.squares()[lane];
        }
    }
}

inline ArmaCoefficients arma_coefficients(const ArmaSeries& series, const ArmaModel& model) {
    const auto four = side_by_side({&model, 1}, series.frequency);
    const Polynomials by{four, four.x, series.scale};
    const Likelihood likelihood{by};
    ArmaCoefficients made;
    for (int lag = 1; lag <= likelihood.ar_degree(); ++lag)
        made.ar.push_back(likelihood.coefficient_of_ar(lag)[0]);
    for (int lag = 1; lag <= likelihood.ma_degree(); ++lag)
        made.ma.push_back(likelihood.coefficient_of_ma(lag)[0]);
    made.mean = by.mean[0];
    return made;
}

inline void arma_ahead(std::span<const double> values, const ArmaCoefficients& model,
                       std::span<double> ahead) {
    Likelihood likelihood{model.ar, model.ma, model.mean};
    likelihood.observe(values);
    for (auto& value : ahead)
        value = likelihood.forecast();
}

}  // namespace forecast::FORECAST_PATH
