#pragma once

#include "app/evidence.h"
#include "app/setting.h"
#include "base/decimal.h"
#include "base/json.h"
#include "trust/rights.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// A report or contribution as it comes in, from the API or the command line.
struct ReportRequest : Envelope {
    std::string target;
    std::string period;
    std::optional<base::Decimal> value;
    std::optional<base::Decimal> numerator;
    std::optional<base::Decimal> denominator;
    std::optional<bool> done;
    std::vector<std::pair<std::string, base::Decimal>> items;
    std::vector<std::pair<std::string, base::Decimal>> breakdown;  ///< "sex=female" -> 3
    std::string unit;
    std::string narrative;
    std::string explanation;
    std::vector<EvidenceReference> evidence;
    std::string self_rating;
};

/// Reads the JSON body. Errors: all that is wrong with its fields, in one pass.
ReportRequest read_report(const base::Json& body);

enum class ReportKind { report, contribution };

/// The entry that the report would become. Errors: everything that is wrong with it, in one pass.
Result<journal::Draft> draft_report(const Record& record, const Answerable& moment,
                                    const trust::Principal& principal, const ReportRequest& request,
                                    ReportKind kind);

/// Submits the lead's report, or a supporter's contribution, and returns when it is durable.
Result<journal::Receipt> report_progress(Record& record, const trust::Principal& principal,
                                         const ReportRequest& request, ReportKind kind);

}  // namespace app
