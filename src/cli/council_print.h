#pragma once

#include "base/json.h"

#include <iosfwd>

namespace cli {

// The council's room as text; each takes what `app::council_view` gives.
void print_seats(std::ostream& out, const base::Json& room);
void print_meetings(std::ostream& out, const base::Json& room);
void print_decisions(std::ostream& out, const base::Json& room);
void print_obligations(std::ostream& out, const base::Json& room);
void print_proposals(std::ostream& out, const base::Json& room);
void print_issues(std::ostream& out, const base::Json& room);

/// What `app::agenda_view` gives, on lines of at most 100 columns.
void print_agenda(std::ostream& out, const base::Json& agenda);
/// What `app::working_plan_view` gives.
void print_working_plan(std::ostream& out, const base::Json& plan);

}  // namespace cli
