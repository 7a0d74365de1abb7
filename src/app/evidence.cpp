#include "app/evidence.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using progress::Grade;

std::vector<std::pair<std::string, base::Decimal>> read_amounts(base::FieldReader& fields,
                                                                std::string_view key) {
    std::vector<std::pair<std::string, base::Decimal>> amounts;
    const Json* object = fields.optional_object(key);
    if (object == nullptr)
        return amounts;
    base::FieldReader inner{*object, std::string{key}};
    for (const auto& [name, ignored] : *object->members()) {
        if (const auto value = inner.optional_decimal(name))
            amounts.emplace_back(name, *value);
    }
    if (auto fault = inner.finish(); !fault.ok())
        fields.fail(fault.error());
    return amounts;
}

std::vector<EvidenceReference> read_evidence(base::FieldReader& fields) {
    std::vector<EvidenceReference> evidence;
    const Json* list = fields.optional_array("evidence");
    if (list == nullptr)
        return evidence;
    for (std::size_t i = 0; i < list->array_items()->size(); ++i) {
        base::FieldReader item{(*list->array_items())[i], fmt::format("evidence[{}]", i)};
        EvidenceReference reference;
        reference.sha256 = item.string("sha256");
        reference.title = item.optional_string("title").value_or("");
        reference.grade = item.string("grade");
        if (auto fault = item.finish(); !fault.ok())
            fields.fail(fault.error());
        evidence.push_back(std::move(reference));
    }
    return evidence;
}

Result<journal::Hash> file_of(const Record& record, const EvidenceReference& file,
                              const std::string& where) {
    if (file.bytes) {
        if (auto fault = progress::size_fault(file.title, file.bytes->size(), where))
            return *fault;
        return journal::sha256(*file.bytes);
    }
    auto hash = journal::parse_hex(file.sha256);
    if (hash.ok() && record.objects().contains(hash.value()))
        return hash;
    return Error{ErrorCode::missing_object,
                 fmt::format("no file with the SHA-256 {} has been handed in", file.sha256),
                 where + ".sha256"};
}

Result<void> keep_file(const Record& record, const EvidenceReference& file) {
    if (file.bytes)
        (void)TRY(record.objects().put(*file.bytes));
    return {};
}

ReadEvidence look_at_evidence(const Record& record, const std::vector<EvidenceReference>& given,
                              std::vector<Error>& faults) {
    ReadEvidence read;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto where = fmt::format("evidence[{}]", i);
        const auto grade = progress::parse_grade(given[i].grade);
        const bool is_graded = grade && *grade != Grade::none;
        if (!is_graded)
            faults.push_back({ErrorCode::unknown_grade,
                              fmt::format("expected A, B, C or D, found \"{}\"", given[i].grade),
                              where + ".grade"});
        const auto hash = file_of(record, given[i], where);
        if (!hash.ok()) {
            faults.push_back(hash.error());
            continue;
        }
        if (!is_graded)
            continue;
        // Only what has at least one byte and is not too large was ever kept.
        read.pieces.push_back(
            {given[i].title, given[i].bytes ? given[i].bytes->size() : 1, *grade});
        read.hashes.push_back(hash.value());
        read.best = std::min(read.best, *grade);
    }
    return read;
}

namespace {

// A file's name may be a person's, so it is kept in the vault.
Json evidence_json(journal::Draft& draft, const std::vector<EvidenceReference>& given) {
    Json list = Json::array();
    for (std::size_t i = 0; i < given.size(); ++i) {
        Json item = Json::object(
            {{"sha256", journal::to_hex(draft.attachments[i])}, {"grade", given[i].grade}});
        if (!given[i].title.empty())
            item.set("title", vaulted(draft, given[i].title));
        list.push(std::move(item));
    }
    return list;
}

}  // namespace

Result<void> attach_evidence(const Record& record, journal::Draft& draft, const ReadEvidence& read,
                             const std::vector<EvidenceReference>& given) {
    if (given.empty())
        return {};
    draft.attachments.insert(draft.attachments.begin(), read.hashes.begin(), read.hashes.end());
    for (const auto& evidence : given)
        TRY(keep_file(record, evidence));
    draft.payload.set("evidence", evidence_json(draft, given));
    draft.payload.set("grade", progress::word(read.best));
    return {};
}

Result<std::string> keep_evidence(Record& record, const trust::Principal& principal,
                                  std::string_view bytes) {
    if (!trust::may(principal, trust::Action::programme))
        TRY(trust::require(principal, trust::Action::contribute));
    if (auto fault = progress::size_fault("body", bytes.size(), "evidence"))
        return *fault;
    return journal::to_hex(TRY(record.objects().put(bytes)));
}

Json amounts_json(const std::vector<std::pair<std::string, base::Decimal>>& amounts) {
    Json object = Json::object();
    for (const auto& [name, value] : amounts)
        object.set(name, value.text());
    return object;
}

}  // namespace app
