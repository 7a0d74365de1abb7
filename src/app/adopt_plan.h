#pragma once

#include "app/setting.h"
#include "plan/amend.h"
#include "plan/compile.h"
#include "trust/rights.h"

#include <filesystem>
#include <string>

namespace app {

/// What adopting a strategy did.
struct Adoption {
    journal::Receipt receipt;
    plan::Compilation compilation;
    std::vector<std::string> loaded;    ///< the data files that were loaded with it
    std::vector<plan::Change> changes;  ///< from the strategy that it takes the place of
};

/// "adopted pakistan-bpo-2023 with 47 targets, 4 outcomes and 197 warnings"
std::string summary(const Adoption& adoption);

enum class Again { no, yes };

/// Who acts where a person at the machine's own console runs a command.
trust::Principal console();

/// Compiles the folder, keeps its files as objects, adopts the printed plan from its first day and
/// loads the data files that its indicators name, all in one transaction of the journal.
///
/// Errors: strategy_has_errors (the first, the others in `also`), already_adopted unless `again`,
///         and everything that loading a data file may give.
Result<Adoption> adopt_plan(Record& record, const std::filesystem::path& folder, Again again);

/// The same for a plan that is an exercise; it and everything printed from it is marked.
Result<Adoption> adopt_exercise(Record& record, const std::filesystem::path& folder);

/// The council adopts a working plan: from that day reports are asked for these activities.
struct WorkingPlanRequest : Envelope {
    std::string year;
    std::vector<std::string> activities;
    std::string decision;
};
/// Errors: all that is wrong with its fields, in one pass.
WorkingPlanRequest read_working_plan(const base::Json& body);

/// With the working plan come the proposals that wait for its activities.
/// Errors: no_such_activity, invalid_period, those of `check_authority`, and of the plan language
///         where a proposal no longer fits.
Result<journal::Draft> draft_working_plan(const Record& record, const Answerable& moment,
                                          const trust::Principal& principal,
                                          const WorkingPlanRequest& request);
Result<journal::Receipt> adopt_working_plan(Record& record, const trust::Principal& principal,
                                            const WorkingPlanRequest& request);

}  // namespace app
