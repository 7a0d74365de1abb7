#pragma once

#include "base/json.h"
#include "statistics/messages.h"
#include "statistics/series.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace statistics {

/// What was published of one period: each figure that came into force, in the order of its day.
struct RevisedPeriod {
    TimePeriod time;
    std::vector<const Observation*> figures;

    const Observation& first() const { return *figures.front(); }
    const Observation& latest() const { return *figures.back(); }
    double revision() const;  ///< latest less first, in the series' unit
};

/// The revisions of a series: a triangle with a row for each period and a column for each release
/// of it, and what they come to.
///
/// Source: OECD/Eurostat guidelines on revisions analysis (McKenzie and Gamba, 2008): mean
/// revision, mean absolute revision, and the latter relative to the mean of the latest figures.
struct Revisions {
    std::vector<RevisedPeriod> periods;  ///< ascending
    std::size_t revised = 0;             ///< of the periods
    std::size_t upward = 0;              ///< of the revised, those whose latest figure is higher
    std::size_t downward = 0;            ///< and lower; the others came back to where they were
    std::optional<double> mean;          ///< of all periods, in the series' unit
    std::optional<double> mean_absolute;
    std::optional<double> relative_mean_absolute;  ///< in percent of the latest figures
    std::optional<double> bias_t;                  ///< mean revision over its standard error
    /// Whether `bias_t` lies beyond Student's 97.5 percent point of n - 1 degrees of freedom: first
    /// figures are too low or too high more than chance explains.
    std::optional<bool> is_biased;
    /// Latest less first growth on a year, in percentage points, over periods that have both.
    std::optional<double> mean_growth_revision;
    std::optional<double> mean_absolute_growth_revision;
    std::size_t growths = 0;
    std::string reason;  ///< why there is no figure, or how little it rests on
    Messages messages;   ///< the same, for other languages

    std::string text() const;  ///< the triangle and what it comes to, for people
    base::Json json() const;
};

/// What revisions come to.
struct MeanRevision {
    std::size_t count = 0;
    double mean = 0;
    double deviation = 0;     ///< of one revision
    std::optional<double> t;  ///< the mean over its standard error; nothing where all are equal
    bool is_biased = false;   ///< beyond Student's 97.5 percent point of n - 1 degrees of freedom
};
/// Nothing of fewer than three.
std::optional<MeanRevision> mean_revision(std::span<const double> revisions);

/// Periods of one frequency and span, as of a day. A confirmation is no revision, nor is a figure
/// with fewer or more digits of the same value; a suspect figure, a missing value and a forecast
/// are passed over, as in `as_of`.
Revisions revisions_of(const Series& series, base::Frequency frequency, Span span, base::Day day);

}  // namespace statistics
