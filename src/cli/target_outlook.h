#pragma once

#include "app/published_outlooks.h"
#include "app/target_outlook.h"

#include <iosfwd>

namespace cli {

/// One target: how likely it is on each day, and what the last answer rests on.
void print_outlooks(std::ostream& out, const app::TargetOutlooks& outlooks);

/// All targets as of one day, in the plan's order.
void print_board(std::ostream& out, const app::OutlookBoard& board);

/// What was published of how likely targets and outcomes are, what came, and how good it was.
void print_published(std::ostream& out, const app::OutlookRecord& made);

}  // namespace cli
