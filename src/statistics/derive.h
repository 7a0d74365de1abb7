#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/json.h"
#include "base/period.h"
#include "statistics/as_of.h"
#include "statistics/messages.h"
#include "statistics/series.h"

#include <optional>
#include <string>
#include <vector>

namespace statistics {

enum class Operation {
    published,
    sum,
    difference,
    growth,
    share,
    average_growth,  ///< compound, a year
    contribution,
    index,
    ratio
};
std::string_view word(Operation operation);  ///< "published", "sum", ...

/// How a figure came about: a published figure is a leaf, everything else names its operands.
struct Derivation {
    Operation operation = Operation::published;
    std::string time;  ///< "2023-07/2024-04"
    base::Decimal value;
    std::string unit;
    std::vector<Derivation> operands;

    // Of a published figure only.
    std::string row;
    std::string source;
    std::string publisher;
    std::string address;
    std::optional<Vintage> vintage;
    ObservationStatus status = ObservationStatus::normal;

    /// An indented tree for people, one line a figure.
    std::string text() const;
    base::Json json() const;
};

/// How many months of a period the answer covers.
struct Coverage {
    int known = 0;
    int of = 0;
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

/// An answer as of a day. Without a value it says why, and is never 0.
struct Answer {
    std::optional<base::Decimal> value;
    std::string reason;  ///< why there is no value, or what else is to be known of it
    Messages messages;   ///< the same, for other languages
    std::string unit;
    std::string time;  ///< the time that the value covers
    Coverage coverage;
    int precision = 0;         ///< power of ten of the coarsest operand's last digit
    double uncertainty = 0;    ///< what rounding of the operands may have hidden, in the unit
    bool complete = false;     ///< the whole period is covered; else it is to date
    bool estimated = false;    ///< an operand's date of publication was estimated
    bool provisional = false;  ///< an operand is provisional or itself an estimate
    std::optional<base::Day> vintage;  ///< the day on which the last operand became known
    std::optional<Derivation> derivation;

    /// Adds what is to be known; the only way in which `reason` comes about.
    void say(const Messages& more);
    base::Json json() const;
};

/// The value of a period as of a day, by the first of these that there is:
/// a figure published for the whole period; the latest cumulative figure and the months after it;
/// the sum of its months, without a gap from its start. A value to date says so in `coverage`.
///
/// Shape: a flow; `period` is made of whole months. For a point in time the figure itself.
/// All operands were known on `day`. Where figures with stated dates reach as far as those with
/// estimated dates, the latter are not used, unless a stated one only rounds the one in force.
Answer value_as_of(const Series& series, const base::Period& period, base::Day day,
                   const SourceTable& sources);

/// The flow of one month: published, or the difference of two cumulative figures of one vintage
/// chain (of one source, else the two in force on `day`). Of a state the figure in that month.
Answer month_as_of(const Series& series, const base::Period& month, base::Day day,
                   const SourceTable& sources);

/// What cumulative releases say of one month: the sum to date of the month less that of the month
/// before, of one vintage chain as in `month_as_of`, whatever is published for the month itself,
/// which is named where it is another; of the year's first month the sum to date.
Answer monthly_flow(const Series& series, const base::Period& month, base::Day day,
                    const SourceTable& sources);

/// From the start of the fiscal year to the end of the period, which lies in it: published, or a
/// sum of what is. Of a year that is not over, as far as is published.
Answer year_to_date(const Series& series, const base::Period& period, base::YearStart fiscal,
                    base::Day day, const SourceTable& sources);

/// Growth on the year before, in percent to one more digit than rounding allows (at most 2 places).
/// Where only a part of the period is known, the same months of the year before stand against it;
/// of a state, the same month of the year before.
Answer growth_as_of(const Series& series, const base::Period& period, base::Day day,
                    const SourceTable& sources);

/// The latest period of that kind (fiscal year, month, ...) with any figure known on `day`.
std::optional<base::Period> latest_period(const Series& series, base::Frequency frequency,
                                          base::YearStart start, base::Day day);

}  // namespace statistics
