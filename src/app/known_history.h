#pragma once

#include "base/period.h"
#include "statistics/derive.h"

#include <cstddef>
#include <vector>

namespace app {

/// The figures of one kind of period that were known on a day.
struct KnownHistory {
    base::Period first;                       ///< the first with a figure
    std::vector<statistics::Answer> answers;  ///< of each period from it to the last with a figure
    std::size_t known = 0;                    ///< of them

    bool is_empty() const { return answers.empty(); }
    base::Period behind() const { return first.plus(static_cast<int>(answers.size())); }
    /// NaN where there is none.
    std::vector<double> values() const;
    /// Decimal places that leave six digits of the largest figure.
    int places() const;
};

/// What was known of a whole period on a day: a month as `month_as_of` has it, a longer period as
/// `value_as_of` has it. The answer has no value where only a part of the period is known.
statistics::Answer whole_as_of(const statistics::Series& series, const base::Period& period,
                               base::Day day, const statistics::SourceTable& sources);

/// What comes after the last period without a figure.
KnownHistory after_last_gap(const KnownHistory& history);

/// What `whole_as_of` has of each period.
///
/// Shape: of the 20 years before the day, or 60 where years are asked for. A period that is not
/// over
///        is left out.
KnownHistory known_history(const statistics::Series& series, base::Frequency every,
                           base::YearStart fiscal, base::Day day,
                           const statistics::SourceTable& sources);

}  // namespace app
