#pragma once

#include "app/evidence.h"
#include "app/programme_setting.h"

namespace app {

/// How many reached a stage, what a measure was, or how much money: exactly one of the three.
struct ProgrammeReportRequest : ProgrammeEnvelope {
    std::string stage;
    std::string measure;
    std::string money;     ///< approved, released, disbursed
    std::string currency;  ///< of money
    std::string cohort;
    std::string period;  ///< a day, a period, or two days with a slash
    std::optional<base::Decimal> value;
    std::string qualifier = "exact";                         ///< exact, at_least, at_most, about
    std::vector<std::pair<std::string, base::Decimal>> sex;  ///< "female" -> 12
    std::vector<EvidenceReference> evidence;
};

ProgrammeReportRequest read_programme_report(const base::Json& body);

Result<journal::Draft> draft_programme_report(const Record& record, const Answerable& moment,
                                              const trust::Principal& principal,
                                              const ProgrammeReportRequest& request);

/// Errors: those of `draft_about_programme`, of `programme::check_count` and of evidence.
Result<journal::Receipt> report_programme(Record& record, const trust::Principal& principal,
                                          const ProgrammeReportRequest& request);

}  // namespace app
