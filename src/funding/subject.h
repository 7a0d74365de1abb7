#pragma once

#include "funding/entries.h"
#include "plan/plan.h"

#include <string>
#include <string_view>

namespace funding {

/// On what money stands: "1.1" (an operational objective), "1.1.1" (an activity), "1.1.1/2" (the
/// second step of that activity in the working plan).
struct Subject {
    Level level{};
    std::string code;
    std::string title;
};

/// Errors: no_such_subject, with the nearest code as a hint.
Result<Subject> subject_named(const plan::Plan& plan, std::string_view code);

/// The subject as an entry has it, without a title, where the plan no longer has it.
Subject subject_recorded(std::string_view code);

/// Whether `part` lies inside `whole`, by their codes; nothing lies inside itself.
bool is_part_of(std::string_view part, std::string_view whole);

/// The code of what holds it: "1.1.1" of "1.1.1/2", "1.1" of "1.1.1", empty at the top.
std::string_view parent_of(std::string_view code);

/// A fiscal year that the strategy's horizon touches.
/// Errors: outside_fiscal_years.
Result<int> fiscal_year_named(const plan::Plan& plan, std::string_view text);
/// The first and the last of them.
struct FiscalYears {
    int first = 0;
    int last = 0;
    int count() const { return last - first + 1; }
};
FiscalYears fiscal_years(const plan::Plan& plan);
std::string fiscal_year_text(const plan::Plan& plan, int year);

}  // namespace funding
