#pragma once

#include "plan/statistics_plan.h"
#include "statistics/quality.h"

#include <vector>

namespace dissemination {

/// What published figures are held to, as a strategy's code lists have it: a code with others below
/// it may be the total of those, under each word that is printed for them; W0 (the world) and _T
/// (SDMX: total) are wholes, of which every other code of their dimension is a part.
///
/// A list does not say whether the codes below another one are all of it, nor whether figures add
/// up at all (rates do not). So a total is held to the parts that the strategy declares as its
/// identities; one for which it declares none, to the codes below it where that holds in most of
/// the cases that are published, in one at least.
statistics::ReviewRules review_rules(const plan::Statistics& declared,
                                     const std::vector<statistics::Series>& series,
                                     base::YearStart fiscal_year);

}  // namespace dissemination
