#pragma once

#include "programme/earned_value.h"
#include "programme/funnel.h"
#include "programme/ledger.h"
#include "programme/physical_financial.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace programme {

/// The stages of one cohort, or, where there is none, of one time.
struct Funnel {
    std::string cohort;
    std::string period;  ///< where there is no cohort
    std::vector<const plan::Stage*> stages;
    std::vector<const Observation*> observations;  ///< beside them; nullptr where nobody counted
    std::vector<FunnelStep> steps;
};

/// Shape:  in the order of the cohorts, then of the times; none where nothing was counted.
///         Of a cohort each stage has its newest count. Without a cohort only counts of one and the
///         same time are compared, because others are not of the same people.
std::vector<Funnel> funnels(const plan::Programme& programme, const Ledger& ledger);

/// Who came into a cohort and who left it; absent where nobody counted.
struct CohortFlow {
    std::string cohort;
    std::optional<base::Decimal> entered;
    std::optional<base::Decimal> left;
    std::optional<base::Decimal> dropped;
    std::optional<base::Decimal> inside;  ///< entered - left - dropped, where all that are asked
                                          ///< are known
};
std::vector<CohortFlow> cohort_flows(const plan::Programme& programme, const Ledger& ledger);

/// The counts of one measure, target or line of money in one cohort.
struct Series {
    plan::FigureOf of = plan::FigureOf::measure;
    std::string code;
    std::string currency;
    std::string cohort;
    const Observation* latest = nullptr;  ///< the newest that counts by a day
    std::vector<const Observation*> stretches;
    Quantity sum;            ///< of the stretches, for a flow
    std::string sum_reason;  ///< why there is no sum
};

/// Shape:  a stock is its newest count; a flow is the sum of stretches that do not overlap, a part
/// of
///         a longer one left out. What counts since inception is never added to stretches.
std::vector<Series> series(const plan::Programme& programme, const Ledger& ledger);

/// Physical against financial progress of one output since inception.
struct OutputReading {
    const plan::ProgrammeMeasure* measure = nullptr;
    std::string period;    ///< the day for which all four are known, or the measure's newest
    std::string currency;  ///< of the money; empty where there is none
    Output amounts;
    PhysicalFinancial progress;
};
std::vector<OutputReading> output_readings(const plan::Programme& programme, const Ledger& ledger);

/// The target of a measure: as the plan has it, or as the newest change of scope makes it.
std::optional<base::Decimal> target_of(const plan::ProgrammeMeasure& measure, const Ledger& ledger);

/// The newest report of a task's progress, or nothing.
const Recorded<TaskAdvance>* latest_advance(const Ledger& ledger, std::string_view task);

/// Earned value by days, where budget and schedule are known; otherwise what is missing.
struct EarnedValueReading {
    std::optional<EarnedValue> value;
    std::string currency;
    std::optional<base::Day> from;   ///< the first day of the schedule
    std::optional<base::Day> until;  ///< the last day of the schedule
    std::vector<std::string> missing;
};

/// Shape:  a task's planned value grows by the same part each day of its schedule.
/// Source: docs/methods/programmes.md.
EarnedValueReading earned_value_reading(const Ledger& ledger, base::Day as_of);

}  // namespace programme
