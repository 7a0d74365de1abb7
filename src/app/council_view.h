#pragma once

#include "app/target_status.h"
#include "base/json.h"
#include "council/agenda.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What is open in the working plan, activity by activity, at a moment.
std::vector<council::ActivityChecklist> checklist_at(const Answerable& moment);

/// The agenda that the state of the plan proposes at a moment. Errors: those of the series store.
Result<std::vector<council::AgendaItem>> proposed_agenda(const Record& record,
                                                         const Answerable& moment);

/// {"meeting","prepared","items":[{"kind","subject","title","why","heading","papers"}]}: the agenda
/// of that meeting as it went out, or, where none is named, what would be proposed.
/// Errors: no_such_meeting, no_such_matter where the meeting has no agenda yet.
Result<base::Json> agenda_view(const Record& record, const Question& question,
                               std::string_view meeting);

/// Seats, groups, meetings, decisions, obligations, proposals, issues, and how many of each stand
/// where. What was typed in minutes is for those who hold the store; answers to issues are public.
Result<base::Json> council_view(const Record& record, const Question& question,
                                Reader reader = Reader::anybody);

/// The minutes of a meeting: {"meeting","items":[{"key","title","lines":[{"type","text"}]}]}; a
/// decision is a line with its votes. Items that nothing was said on are left out.
/// Errors: no_such_meeting.
Result<base::Json> minutes_view(const Record& record, const Question& question,
                                std::string_view meeting, Reader reader = Reader::anybody);

/// The working plan with what is open in it, who can close it, what is proposed and what was
/// promised. Errors: no_such_activity where one is named.
Result<base::Json> working_plan_view(const Record& record, const Question& question,
                                     std::string_view activity, Reader reader = Reader::anybody);

}  // namespace app
