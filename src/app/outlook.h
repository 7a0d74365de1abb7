#pragma once

#include "app/record.h"
#include "base/json.h"
#include "statistics/derive.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// How likely an outcome is to be met, from what was known on a day.
struct Outlook {
    base::Day as_of;
    statistics::Answer to_date;         ///< what is published of the period, or its growth
    std::size_t months_before = 0;      ///< monthly figures from which the rest is forecast
    int months_ahead = 0;               ///< of the period, of which nothing is published
    std::optional<double> probability;  ///< that the outcome is met; 0 or 1 once the year is known
    double median = 0, low = 0, high = 0;  ///< of what decides: middle, and 80 % between these two
    std::vector<std::string> models;
    std::string reason;  ///< why nothing can be said yet

    /// What is published decides, and nothing was drawn.
    bool is_known() const { return probability && (to_date.complete || models.empty()); }
};

/// An outcome with its outlook as of one day or several.
struct OutcomeOutlook {
    Answerable moment;
    plan::Outcome outcome;
    std::string requirement;       ///< "at least 3000 in FY2024"
    statistics::SeriesKey series;  ///< empty of a concentration, which has several
    std::vector<Outlook> days;
};

/// The outlook of an outcome that the level or the growth of a period of whole months decides
/// (where the plan states no period, of any year until the due date), or the largest share on a
/// day. The months of which nothing is published, those of the year before too where growth asks
/// for them, are drawn together, 4,000 times, so that the period is as uncertain as it is; the
/// largest share is drawn as one yearly series.
///
/// Shape: as of the question's day; with `history` as of the last day of each month too, from the
///        period's first one to that day or two months after its last one, ascending (of two years
///        before where no period is stated, of a concentration the last days of five years). What
///        must be met exactly has no probability until the period is known. Of a largest share at
///        least 8 years are needed.
/// Errors: no_such_target; invalid_argument (an outcome without a value, a statistic, and a period
///         of months or a due date); those of the record.
Result<OutcomeOutlook> outcome_outlook(const Record& record, const Question& question,
                                       std::string_view outcome, bool history);

/// The outlook of one outcome as of the moment's day, whichever plan states it. Errors: as above.
Result<Outlook> outcome_outlook_at(const Record& record, const Answerable& moment,
                                   const plan::Outcome& outcome);

/// "at least 3000 in FY2024"; empty where the plan leaves open what is asked.
std::string requirement_of(const plan::Outcome& outcome);

/// One claim of the past, and what came of it: that a fiscal year would reach a multiple of the one
/// before, as it would have been said on a day.
struct PastClaim {
    base::Period year;
    base::Day as_of;
    double multiple = 1;
    double probability = 0;
    bool happened = false;
};

/// How good such probabilities would have been, over all fiscal years that the data allow.
///
/// Source: Brier (1950); intervals by drawing whole years (90 %), since claims of one year share
/// it.
struct TrackRecord {
    statistics::SeriesKey series;
    bool is_exercise = false;
    std::vector<PastClaim> claims;
    int years = 0;
    double brier = 0, brier_low = 0, brier_high = 0;
    double climatology =
        0;  ///< the Brier score of always saying how often each multiple was reached
};

/// Errors: as outcome_outlook; invalid_argument where no year is published whole with the year
/// before it and 24 months before that.
Result<TrackRecord> outlook_track_record(const Record& record, const Question& question,
                                         std::string_view outcome);
base::Json to_json(const TrackRecord& record);

/// The heading of an answer, and {"outcome","statement","series","measure","unit","period","bound",
/// "value","days":[{"as_of","months_known","months_ahead","months_before","to_date","reason",
/// "models"; where something can be said "probability","median","low","high"}]}; a unit or a period
/// that the plan does not state is null.
base::Json to_json(const OutcomeOutlook& outlook);

}  // namespace app
