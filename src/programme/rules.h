#pragma once

#include "base/error.h"
#include "programme/ledger.h"

#include <vector>

namespace programme {

/// What rules are held against: the programme, and what stands recorded of it but for the entry
/// that is corrected.
struct Setting {
    const plan::Programme& programme;
    const Ledger& ledger;
    base::Day today;
};

/// Errors: all that is wrong, in one pass: no_such_programme_part, no_such_cohort,
/// count_does_not_fit, stock_with_period, counted_in_future, counted_before, sex_does_not_add_up,
/// left_more_than_entered, later_stage_larger.
std::vector<base::Error> check_count(const Setting& setting, const ReportedCount& count);

/// Errors: cohort_exists, count_does_not_fit.
std::vector<base::Error> check_cohort(const Setting& setting, const Cohort& cohort);

/// Errors: task_exists, task_does_not_fit.
std::vector<base::Error> check_task(const Setting& setting, const Task& task);

/// Errors: no_such_task, count_does_not_fit, progress_goes_back.
std::vector<base::Error> check_advance(const Setting& setting, const TaskAdvance& advance,
                                       base::Day effective_on);

/// Errors: change_does_not_fit, no_such_programme_part.
std::vector<base::Error> check_change(const Setting& setting, const Change& change);

}  // namespace programme
