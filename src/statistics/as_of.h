#pragma once

#include "base/date.h"
#include "statistics/series.h"

#include <vector>

namespace statistics {

enum class UseEstimatedDates { yes, no };

/// What decides which of several figures is in force.
struct FigureFacts {
    TimePeriod time;
    base::Decimal value;
    Vintage vintage;
    int precision = 0;
    ObservationStatus status = ObservationStatus::normal;
    bool is_suspect = false;
    std::uint32_t load_order = 0;
    std::int64_t recorded = 0;

    FigureFacts() = default;
    FigureFacts(const Observation& one)
        : time(one.time),
          value(one.value),
          vintage(one.vintage),
          precision(one.precision),
          status(one.status),
          is_suspect(!one.suspect.empty()),
          load_order(one.load_order),
          recorded(one.recorded) {}
};

/// Says whether `later`, published after `earlier` or with it, takes its place.
///
/// A figure printed more coarsely takes the place of a finer one only where rounding cannot explain
/// the difference: it has at least three significant digits and differs by at least one unit of its
/// own last digit (rounding explains half a unit, cutting digits off less than one). A figure that
/// only repeats the one in force confirms it, and takes its place only where the date of the one in
/// force was estimated and its own was stated.
bool supersedes(const FigureFacts& later, const FigureFacts& earlier);

/// Whether two times count the same days, a flow and a state too; in the order of a series such
/// figures stand together.
bool counts_same_days(const TimePeriod& a, const TimePeriod& b);

/// Whether `a` became known after `b`. Of two figures of one day, a stated date is the better
/// witness than an estimated one, then the later loaded.
bool comes_after(const FigureFacts& a, const FigureFacts& b);

/// The figure in force for every time, as of the end of a day, ascending by first and last day.
///
/// Suspects, missing values and forecasts are passed over. Of figures known on one day, a stated
/// date outranks an estimated one, then the later loaded outranks the earlier. Times that count the
/// same days (a first quarter, July to September) are one time.
std::vector<const Observation*> as_of(const Series& series, base::Day day,
                                      UseEstimatedDates estimated = UseEstimatedDates::yes);

/// Every figure for the same days as `time` known on `day`, suspects too, in order of vintage.
std::vector<const Observation*> vintages(const Series& series, const TimePeriod& time,
                                         base::Day day);

}  // namespace statistics
