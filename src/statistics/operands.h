#pragma once

// What the derived figures share: their operands, and what a result inherits from them.

#include "statistics/derive.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// An answer without a value, and why.
Answer without(std::string unit, std::string time, const Messages& why);

/// The whole of a period, or why there is none of it.
Answer whole(const Series& series, const base::Period& period, base::Day day,
             const SourceTable& sources);

/// Why the values of two periods are not compared, or nothing: of a state the latest figure of a
/// period counts, and June of one year is not held against March of another.
/// Shape: both have a value.
Messages not_alike(const Answer& a, const base::Period& of_a, const Answer& b,
                   const base::Period& of_b);

/// The period of the same kind a year before.
base::Period year_before(const base::Period& period);

/// An operand: the whole of a period of a series.
struct Wanted {
    const Series* series = nullptr;
    base::Period period;
};

/// The operands of one figure, in the order in which they were wanted.
struct Operands {
    std::vector<Answer> answers;
    Messages notes;  ///< whose release they are, and what of it has been revised since

    /// Why they cannot be compared, or nothing: the first that has no value, or two states of
    /// different days.
    Messages fault(std::span<const Wanted> wanted) const;
};

/// The operands that are compared with each other: those in force on `day` where one source printed
/// them all; else those of the latest source that has them all; else those in force. A later source
/// that only rounds an earlier one does not take its place. What is not in force, and what is not
/// of one release, the note says.
Operands of_one_release(std::span<const Wanted> wanted, base::Day day, const SourceTable& sources);

/// A published figure as an answer.
Answer published_answer(const Observation& figure, const std::string& unit,
                        const SourceTable& sources);

/// Takes over what an operand says of itself, and names it.
void inherit(Answer& answer, const Answer& operand);

/// What all operands say; complete, with a derivation that is still without its value.
Answer inherited(Operation operation, std::string unit, std::string time,
                 std::initializer_list<const Answer*> operands);

/// Gives a result as many places as `uncertainty` lets one believe.
struct Places {
    int least = 1;
    int most = 2;
    int of(double uncertainty) const;  ///< the last one is at most twice as coarse
};
Answer with_value(Answer answer, double value, double uncertainty, Places places = {});

double number(const Answer& answer);
/// What rounding of both may have hidden in `over` / `under`. Shape: `under` is not 0.
double ratio_uncertainty(const Answer& over, const Answer& under);

}  // namespace statistics
