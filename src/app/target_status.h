#pragma once

#include "app/record.h"
#include "base/json.h"
#include "statistics/derive.h"
#include "status/status.h"

#include <string>
#include <vector>

namespace app {

/// What the status of one target is computed from, as the record has it.
status::TargetInput target_input(const Record& record, const Answerable& moment,
                                 const plan::Activity& activity, const plan::Target& target);

/// What a statistic says of an outcome, with its derivation. Errors: those of the series store.
Result<status::TargetStatus> outcome_status(const Record& record, const Answerable& moment,
                                            const plan::Outcome& outcome, status::Detail detail);

/// Where everything stands.
struct Scoreboard {
    Answerable moment;
    std::vector<status::TargetStatus> targets;   ///< in the plan's order
    std::vector<status::TargetStatus> outcomes;  ///< in the plan's order
    std::map<plan::ObjectiveId, status::Tally> tallies;
    status::Tally all;
};

Result<Scoreboard> scoreboard(const Record& record, const Question& question);
Result<Scoreboard> scoreboard_at(const Record& record, const Answerable& moment);

/// {"strategy","as_of","targets":[...],"outcomes":[...],"objectives":[...],"counts":{...}}: what
/// `tameel status --json` prints and GET /api/v1/targets answers.
base::Json to_json(const Scoreboard& board);

/// Who reads: what people typed in reports and reviews is for those who hold the store, until
/// people can sign in.
enum class Reader { anybody, console };

/// One target or outcome with its explanation, reports, plan and promise: its story.
/// Errors: no_such_target, and those of `scoreboard`.
Result<base::Json> target_story(const Record& record, const Question& question,
                                std::string_view target, Reader reader = Reader::anybody);

/// {"code","title","exercise"}, and the two clocks of the answer.
void put_heading(base::Json& json, const Answerable& moment);

/// A derived figure as a node that explains it, and such a node as the interface has it.
status::Explanation explanation_of(const statistics::Derivation& derivation);
base::Json explanation_json(const status::Explanation& node);

/// A decimal as a JSON number with exactly its digits where a double can hold them.
base::Json number(const base::Decimal& value);

}  // namespace app
