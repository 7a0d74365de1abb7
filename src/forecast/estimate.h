#pragma once

#include "base/result.h"
#include "forecast/forecast.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace forecast {

/// What is estimated from a series, on its own scale: points, how far off each may be, and how far
/// off such points were.
struct Estimate {
    std::vector<double> mean;
    std::vector<double> deviation;  ///< of each point's error, with doubt about the models
    std::vector<double> weights;    ///< what an error of 1 does to later periods: 1, c_1, ...
    std::size_t late = 0;   ///< periods at the end of the series of which nothing is known yet; the
                            ///< weights begin with them
    bool is_exact = false;  ///< nothing was estimated
    std::vector<std::string> models;
    std::string fallback;
    /// One-step errors of the past, as long as the series, NaN where there is none: those of its
    /// exponential smoothing, or where that cannot be fitted those of the seasonal naive forecast.
    std::vector<double> errors;
    /// The same of the seasonal naive forecast: changes on a year before, or on the period before
    /// where there is no year. Of what goes together over many periods they tell more.
    std::vector<double> changes;

    /// How far from the mean `normal` standard deviations are, after the correction that intervals
    /// have.
    double distance(double normal, const Options& options, std::size_t period) const;

    /// How far an error of 1 in each period makes each period's own error deviate.
    std::vector<double> spreads() const;

    /// One path of the next periods, from a standard normal number for each, first for those that
    /// are late. `spreads` are its own.
    void follow(std::span<const double> normals, std::span<const double> spreads,
                const Options& options, std::span<double> path) const;
};

/// Methods without errors of their own fit exponential smoothing for them, so they are told only
/// to who asks.
enum class PastErrors : unsigned char { left_out, told };

/// Shape:  without past errors, `errors` and `changes` stay empty.
/// Errors: as forecast.
base::Result<Estimate> estimate(std::span<const double> values, const Options& options,
                                PastErrors past);

}  // namespace forecast
