#pragma once

#include "app/record.h"
#include "app/target_chance.h"
#include "base/json.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// How likely a target is met by its due date, from what was recorded by a day: by what is verified
/// and by what is only reported.
struct TargetOutlook {
    base::Day as_of;
    Chance verified, reported;
};

/// A target with its outlook as of one day or several.
struct TargetOutlooks {
    Answerable moment;
    plan::Target target;
    std::string requirement;  ///< "at least 5 dialogues by 2025-12-31"; empty where left open
    std::vector<TargetOutlook> days;
};

/// The outlook of one target; with `history` as of the end of each month from its first report to
/// the question's day too, ascending.
/// Errors: no_such_target, measured_by_statistics (of an outcome); those of the record.
Result<TargetOutlooks> target_outlook(const Record& record, const Question& question,
                                      std::string_view target, bool history);

/// The outlooks of all targets as of one day, in the plan's order.
struct OutlookBoard {
    Answerable moment;
    std::vector<TargetOutlooks> targets;
};
Result<OutlookBoard> target_outlooks(const Record& record, const Question& question);
Result<OutlookBoard> target_outlooks_at(const Record& record, const Answerable& moment);

/// "at least 5 dialogues by 2025-12-31"; empty where the plan leaves open what is asked.
std::string requirement_of(const plan::Target& target);

/// The heading of an answer, and {"target","statement","requirement","days":[{"as_of",
/// "verified":CHANCE,"reported":CHANCE}]}, where CHANCE is {"probability" (a number or null),
/// "known","reason","reports","explanation"}.
base::Json to_json(const TargetOutlooks& outlooks);
/// The heading of an answer, and {"targets":[...]}, each as above without a heading of its own.
base::Json to_json(const OutlookBoard& board);

}  // namespace app
