#pragma once

#include "app/known_history.h"
#include "base/json.h"
#include "base/result.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace app {

using base::Result;

/// Which figure of a period is meant: that in force, which is revised if it is old and not yet if
/// it is recent; the first that was published; or that which revisions leave in the end.
enum class Release : unsigned char { in_force, first, last };
/// Errors: invalid_argument unless it is "in-force", "first" or "last".
Result<Release> parse_release(std::string_view text);
std::string_view word(Release release);

/// What revisions did to the figures of a series, from what was known on a day.
struct RevisionsSeen {
    /// A recent figure, and what is expected to be left of it.
    struct Moved {
        base::Period period;
        base::Decimal published, expected;
    };

    std::size_t figures = 0;   ///< first published a year before the day or earlier
    double mean = 0;           ///< of the last figure less the first, in per cent of the first
    double deviation = 0;      ///< of that
    bool is_biased = false;    ///< the mean is more than chance explains
    std::vector<Moved> moved;  ///< ascending

    base::Json json() const;
};

struct ReleasedHistory {
    KnownHistory past;
    RevisionsSeen revisions;
};

/// What was published first of a whole period, as whole_as_of has it; no value where nothing is by
/// the day.
statistics::Answer first_as_of(const statistics::Series& series, const base::Period& period,
                               base::Day day, const statistics::SourceTable& sources);

/// The history of a series by its first or its last figures.
///
/// Shape: `last` moves a figure that was first published less than a year before the day by the
///        mean of what happened to older figures after they were of that age, where at least eight
///        tell a bias; else it stays as it is. A figure that is not positive is left alone.
/// Source: Koenig, Dolmas and Piger (2003): forecasts of first figures are made from first figures.
ReleasedHistory released_history(Release release, const statistics::Series& series,
                                 base::Frequency every, base::YearStart fiscal, base::Day day,
                                 const statistics::SourceTable& sources);

}  // namespace app
