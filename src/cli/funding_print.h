#pragma once

#include "app/funding_view.h"

#include <iosfwd>
#include <string>

namespace cli {

/// By what the gap is broken down: activity, funder or account.
struct GapOptions {
    std::string by = "activity";
    app::MoneyFilter filter;
};

void print_gap(std::ostream& out, const app::FundingView& view, const GapOptions& options);
void print_pipeline(std::ostream& out, const app::FundingView& view);
void print_records(std::ostream& out, const base::Json& list);
void print_lines(std::ostream& out, const base::Json& list);

}  // namespace cli
