#pragma once

#include "statistics/as_of.h"
#include "statistics/series_store.h"

#include <functional>
#include <string_view>
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

/// A step of a stored series; the texts hold until the next one.
struct StoredStep {
    const FigureFacts* figure = nullptr;
    std::string_view source;
    std::string_view row;
    std::string_view suspect;
    std::string_view attributes;
};
using UseStep = std::function<void(const StoredStep&)>;
using CountsTime = std::function<bool(const TimePeriod&)>;

/// The steps of `timeline`, of the times that count. The second goes straight from the blocks where
/// one load brought them all, and so most have been brought.
void for_each_step(const Series& series, const CountsTime& counts, const UseStep& use);
/// Errors: block_damaged, with the series and the block.
base::Result<void> for_each_step(const SeriesKey& key, const std::vector<StoredBlock>& blocks,
                                 const CountsTime& counts, const UseStep& use);

}  // namespace statistics
