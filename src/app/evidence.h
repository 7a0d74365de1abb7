#pragma once

#include "app/setting.h"
#include "base/decimal.h"
#include "base/json.h"
#include "progress/rules.h"

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

/// The list under "evidence" of a body, each with its hash, grade and title.
std::vector<EvidenceReference> read_evidence(base::FieldReader& fields);

/// The hash of a file that was handed in, or that came with its bytes.
/// Errors: missing_object, evidence_empty, evidence_too_large.
Result<journal::Hash> file_of(const Record& record, const EvidenceReference& file,
                              const std::string& where);
/// Keeps the file where it came with its bytes.
Result<void> keep_file(const Record& record, const EvidenceReference& file);

/// What the evidence of a request comes to.
struct ReadEvidence {
    std::vector<progress::Evidence> pieces;
    std::vector<journal::Hash> hashes;
    progress::Grade best = progress::Grade::none;
};

/// Notes grades that are none and files that were never handed in.
ReadEvidence look_at_evidence(const Record& record, const std::vector<EvidenceReference>& given,
                              std::vector<base::Error>& faults);

/// Attaches the files to the entry, keeps those that came with their bytes, and puts the list into
/// the payload; nothing where there are none.
Result<void> attach_evidence(const Record& record, journal::Draft& draft, const ReadEvidence& read,
                             const std::vector<EvidenceReference>& given);

/// Errors: evidence_empty, evidence_too_large.
Result<std::string> keep_evidence(Record& record, const trust::Principal& principal,
                                  std::string_view bytes);

/// An object of names and decimals of a body, "sex=female" -> 3.
std::vector<std::pair<std::string, base::Decimal>> read_amounts(base::FieldReader& fields,
                                                                std::string_view key);
base::Json amounts_json(const std::vector<std::pair<std::string, base::Decimal>>& amounts);

}  // namespace app
