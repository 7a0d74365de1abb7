#pragma once

#include "app/record.h"
#include "base/decimal.h"
#include "base/json.h"
#include "journal/log.h"
#include "progress/rules.h"
#include "trust/rights.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// A piece of evidence: by the hash that `keep_evidence` gave, or with its bytes, which are kept
/// once nothing is wrong with the report.
struct EvidenceReference {
    std::string sha256;
    std::string title;
    std::string grade;
    std::optional<std::string> bytes = {};
};

/// The list "evidence" of a body.
std::vector<EvidenceReference> read_evidence(base::FieldReader& fields);

/// Pieces of evidence that are in order, with the best of their grades.
struct ReadEvidence {
    std::vector<progress::Evidence> pieces;
    std::vector<journal::Hash> hashes;
    progress::Grade best = progress::Grade::none;
};

/// Notes every piece without a grade, or whose file nobody has handed in.
ReadEvidence look_at_evidence(const Record& record, const std::vector<EvidenceReference>& given,
                              std::vector<base::Error>& faults);

/// Attaches the evidence to a draft, keeps the files that came with their bytes, and sets the
/// payload's "evidence" and "grade"; nothing where there is none.
Result<void> put_evidence(Record const& record, const std::vector<EvidenceReference>& given,
                          const ReadEvidence& read, journal::Draft& draft);

/// Errors: evidence_empty, evidence_too_large.
Result<std::string> keep_evidence(Record& record, const trust::Principal& principal,
                                  std::string_view bytes);

/// An object of names and decimals of a body, "sex=female" -> 3.
std::vector<std::pair<std::string, base::Decimal>> read_amounts(base::FieldReader& fields,
                                                                std::string_view key);
base::Json amounts_json(const std::vector<std::pair<std::string, base::Decimal>>& amounts);

}  // namespace app
