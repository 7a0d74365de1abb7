#pragma once

#include "app/record.h"
#include "base/json.h"

#include <iosfwd>
#include <variant>

namespace cli {

/// The council's room for whoever holds the store.
app::Result<base::Json> council_room(app::Record& record, const app::Question& question,
                                     const std::monostate& none);

// The council's room as text; each takes what `app::council_view` gives.
void print_seats(std::ostream& out, const base::Json& room);
void print_meetings(std::ostream& out, const base::Json& room);
void print_decisions(std::ostream& out, const base::Json& room);
void print_obligations(std::ostream& out, const base::Json& room);
void print_proposals(std::ostream& out, const base::Json& room);
void print_issues(std::ostream& out, const base::Json& room);

/// What `app::agenda_view` gives, on lines of at most 100 columns.
void print_agenda(std::ostream& out, const base::Json& agenda);
/// What `app::matter_view` gives.
void print_matter(std::ostream& out, const base::Json& matter);
/// What `app::minutes_view` gives.
void print_minutes(std::ostream& out, const base::Json& minutes);
/// What `app::working_plan_view` gives.
void print_working_plan(std::ostream& out, const base::Json& plan);

}  // namespace cli
