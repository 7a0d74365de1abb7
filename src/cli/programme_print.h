#pragma once

#include "base/json.h"

#include <iosfwd>

namespace cli {

/// What `app::programme_list` and `app::programme_view` give, for people: funnels with bars of
/// text, counts as they were qualified.
void print_programmes(std::ostream& out, const base::Json& list);
void print_programme(std::ostream& out, const base::Json& view);

}  // namespace cli
