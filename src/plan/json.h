#pragma once

#include "base/json.h"
#include "base/result.h"
#include "plan/plan.h"

namespace plan {

/// The items of a plan as JSON, for the interface and for the journal's `plan.adopted`.
///
/// Shape: keys in a fixed order; what is absent has no key; fields that are open are named in the
///        list "open"; every number is a string of decimal digits; dates as they were written.
///        Places in files are left out: they belong to the folder, not to the plan.
base::Json to_json(const Target& target);
base::Json to_json(const Activity& activity);
base::Json to_json(const Outcome& outcome);
base::Json to_json(const Objective& objective);
base::Json to_json(const Institution& institution);
base::Json to_json(const Indicator& indicator);
base::Json to_json(const Council& council);
base::Json to_json(const Programme& programme);
base::Json to_json(const DerivedFigure& figure);
base::Json to_json(const Statistics& statistics);
/// Errors: invalid_plan_json.
base::Result<Statistics> statistics_from_json(const base::Json& json);
base::Json to_json(const Plan& plan);

/// The plan that `to_json` wrote.
///
/// Errors: invalid_plan_json and those of base::FieldReader, all in one pass, with JSON paths.
base::Result<Plan> plan_from_json(const base::Json& json);

/// A value as people read it in a list of changes: "50 for 2023, 100 for 2026", "pasha, moitt".
std::string readable(const base::Json& value);

}  // namespace plan
