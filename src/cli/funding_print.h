#pragma once

#include "app/funding_view.h"

#include <iosfwd>
#include <string>

namespace cli {

/// By what the gap is broken down.
enum class GapBy { activity, funder, account };

void print_gap(std::ostream& out, const app::FundingView& view, GapBy by);
void print_pipeline(std::ostream& out, const app::FundingView& view);

}  // namespace cli
