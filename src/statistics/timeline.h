#pragma once

#include "statistics/series.h"

#include <vector>

namespace statistics {

/// From a day on a figure is what is published of its time, until the next step of that time.
struct Step {
    const Observation* figure = nullptr;
    base::Day from;
};

/// What was published of a series on every day: steps ascending by first and last day of their
/// time, those of one time ascending by day. The last step until a day holds on it.
///
/// Where figures contradict, `supersedes` decides as in `as_of`. Forecasts and suspects are
/// published too, each only where there is nothing better: a figure of what happened goes before a
/// forecast, and that before a suspect. Missing values are not published.
std::vector<Step> timeline(const Series& series);

}  // namespace statistics
