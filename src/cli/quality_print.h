#pragma once

#include "app/quality_view.h"

#include <iosfwd>
#include <string_view>

namespace cli {

/// A finding as an indented paragraph: the figure, what is likely wrong and what to look up.
void print_finding(std::ostream& out, const statistics::Finding& finding, std::string_view place);

}  // namespace cli
