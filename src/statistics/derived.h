#pragma once

#include "statistics/derive.h"

#include <span>
#include <string>
#include <vector>

namespace statistics {

// What is computed from answers. Each result names its operands, inherits what is said of them
// (estimated, provisional, the day on which the last became known), and has as many places as the
// rounding of the operands lets one believe. Where an operand has no value, or a formula has none,
// the result has none either and says why.

/// From `before` to `current` in percent. Both have a value; `before` is positive.
Answer percent_change(const Answer& current, const Answer& before);

/// Growth of a flow on the period before it: April on March, a fiscal year on the one before.
/// Shape: the whole of both periods is published.
Answer growth_on_period(const Series& series, const base::Period& period, base::Day day,
                        const SourceTable& sources);

/// Compound average growth a year from one period to a later one of its kind, in percent:
/// ((to / from)^(1/years) - 1) × 100. The years are those between the periods, so five fiscal years
/// in a row are four years of growth. Both values are positive.
Answer average_growth(const Series& series, const base::Period& from, const base::Period& to,
                      base::Day day, const SourceTable& sources);

/// The sum of the `count` months that end with `last`; a month that is missing is named.
Answer rolling_sum(const Series& series, const base::Period& last, int count, base::Day day,
                   const SourceTable& sources);

/// What a part has of its total in a period, in percent; both of one release where one has both
/// (`of_one_release`), and the reason says whose. A part above its total has no share.
Answer share_of(const Series& part, const Series& total, const base::Period& period, base::Day day,
                const SourceTable& sources);

/// The value of a period where that of `base_period` is 100.
Answer index_number(const Series& series, const base::Period& period,
                    const base::Period& base_period, base::Day day, const SourceTable& sources);

/// A flow for each unit of a state (a head, a company): the state's latest figure that is no later
/// than the period's end and at most a year older; the reason names it where it is older.
Answer per_unit(const Series& flow, const Series& state, const base::Period& period, base::Day day,
                const SourceTable& sources);

/// The same for each person, in the flow's unit without its scale: receipts in USD million over a
/// number of persons are USD a head. Shape: the state counts persons, in ones, thousands, ...
Answer per_head(const Series& flow, const Series& state, const base::Period& period, base::Day day,
                const SourceTable& sources);

}  // namespace statistics
