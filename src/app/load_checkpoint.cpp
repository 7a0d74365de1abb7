#include "app/load_checkpoint.h"

#include "base/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

Error unusable(std::string why) {
    return Error{ErrorCode::invalid_argument, std::move(why), ""};
}

// Reads what is not negative.
class Fields {
  public:
    Fields(const Json& object, std::string path) : reader_(object, std::move(path)) {}

    std::uint64_t number(std::string_view key,
                         std::uint64_t most = std::numeric_limits<std::int64_t>::max()) {
        const auto found = reader_.integer(key);
        if (found < 0 || static_cast<std::uint64_t>(found) > most) {
            reader_.fail(ErrorCode::invalid_argument, key, "out of its bounds");
            return 0;
        }
        return static_cast<std::uint64_t>(found);
    }
    std::string text(std::string_view key) {
        return reader_.optional_string(key).value_or(std::string{});
    }
    journal::Hash hash(std::string_view key) { return hash_of(reader_.string(key), key); }
    std::vector<journal::Hash> hashes(std::string_view key) {
        std::vector<journal::Hash> all;
        for (const auto& one : reader_.optional_strings(key))
            all.push_back(hash_of(one, key));
        return all;
    }
    const Json* object(std::string_view key) { return reader_.optional_object(key); }
    Result<void> finish() { return reader_.finish(); }

  private:
    journal::Hash hash_of(std::string_view text, std::string_view key) {
        const auto hash = journal::parse_hex(text);
        if (hash.ok())
            return *hash;
        reader_.fail(ErrorCode::invalid_argument, key, "no hash");
        return {};
    }

    base::FieldReader reader_;
};

Json number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

Json json_of(const LoadTerms& terms) {
    return Json::object({{"file", terms.file},
                         {"dataflow", terms.dataflow},
                         {"fiscal_month", terms.fiscal_month},
                         {"today", terms.today},
                         {"entries", number(terms.entries)},
                         {"head", terms.head}});
}

Json json_of(const statistics::StagePoint& stage, const journal::Hash& staged) {
    return Json::object({{"rows", number(stage.rows)},
                         {"next", number(stage.next.bytes)},
                         {"line", number(stage.next.line)},
                         {"bytes", number(stage.kept_bytes)},
                         {"notes", number(stage.notes.at)},
                         {"notes_bytes", number(stage.notes.bytes)},
                         {"sha256", journal::to_hex(staged)}});
}

Json json_of(const LoadCheckpoint::Beginning& table, const TableRoot::Leaves& leaves) {
    return Json::object({{"bytes", number(table.bytes)},
                         {"sha256", journal::to_hex(table.sha256)},
                         {"leaves", number(leaves.whole.size())},
                         {"leaves_end", number(leaves.end)},
                         {"hashes", Json::array_of(leaves.whole.hashes(), [](const auto& hash) {
                              return Json{journal::to_hex(hash)};
                          })}});
}

Json json_of(const LoadCheckpoint::Message& message) {
    return Json::object({{"bytes", number(message.bytes)},
                         {"sha256", journal::to_hex(message.sha256)},
                         {"next", number(message.next.bytes)},
                         {"line", number(message.next.line)},
                         {"header_bytes", number(message.next.header_bytes)}});
}

Result<LoadTerms> terms_of(const Json& json) {
    Fields fields{json, "terms"};
    LoadTerms terms{fields.text("file"),
                    fields.text("dataflow"),
                    static_cast<std::int64_t>(fields.number("fiscal_month", 12)),
                    fields.text("today"),
                    fields.number("entries"),
                    fields.text("head")};
    TRY(fields.finish());
    return terms;
}

Result<statistics::StagePoint> stage_of(const Json& json, journal::Hash& staged) {
    Fields fields{json, "stage"};
    statistics::StagePoint stage;
    stage.rows = fields.number("rows", UINT32_MAX);
    stage.next = {fields.number("next"), fields.number("line")};
    stage.kept_bytes = fields.number("bytes");
    stage.notes = {fields.number("notes"),
                   static_cast<std::uint32_t>(fields.number("notes_bytes", UINT32_MAX))};
    staged = fields.hash("sha256");
    TRY(fields.finish());
    return stage;
}

Result<LoadCheckpoint::Beginning> table_of(const Json& json, TableRoot::Leaves& leaves) {
    Fields fields{json, "table"};
    const LoadCheckpoint::Beginning table{fields.number("bytes"), fields.hash("sha256")};
    const auto count = fields.number("leaves");
    leaves.end = fields.number("leaves_end");
    auto hashes = fields.hashes("hashes");
    TRY(fields.finish());
    leaves.whole = TRY(journal::Frontier::create(count, std::move(hashes)));
    return table;
}

Result<LoadCheckpoint::Message> message_of(const Json& json) {
    Fields fields{json, "message"};
    LoadCheckpoint::Message message;
    message.bytes = fields.number("bytes");
    message.sha256 = fields.hash("sha256");
    message.next = {fields.number("next"), fields.number("line"), fields.number("header_bytes")};
    TRY(fields.finish());
    return message;
}

Result<LoadCheckpoint> checkpoint_of(const Json& json) {
    Fields fields{json, "checkpoint"};
    fields.number("version");
    const auto* terms = fields.object("terms");
    const auto* stage = fields.object("stage");
    const auto* table = fields.object("table");
    const auto* message = fields.object("message");
    TRY(fields.finish());
    if (terms == nullptr || stage == nullptr || table == nullptr)
        return Error{ErrorCode::invalid_argument, "incomplete", "checkpoint"};
    LoadCheckpoint made;
    made.terms = TRY(terms_of(*terms));
    made.stage = TRY(stage_of(*stage, made.staged));
    made.table = TRY(table_of(*table, made.leaves));
    if (message != nullptr)
        made.message = TRY(message_of(*message));
    return made;
}

// A stretch from `from` to `end` is held in memory.
bool can_be_held(std::uint64_t from, std::uint64_t end) {
    return from <= end && end - from <= LoadCheckpoint::tail_bytes_max;
}

}  // namespace

std::string LoadTerms::differ_from(const LoadTerms& kept) const {
    if (kept.file != file)
        return fmt::format("it was of another file, {}", kept.file);
    if (kept.dataflow != dataflow)
        return fmt::format("it was into another dataflow, {}", kept.dataflow);
    if (kept.fiscal_month != fiscal_month)
        return "the fiscal year began in another month";
    if (kept.today != today)
        return fmt::format("it was begun on another day, {}", kept.today);
    if (kept.entries != entries || kept.head != head)
        return fmt::format("the record had {} entries then, and is another one now", kept.entries);
    return {};
}

bool LoadCheckpoint::can_be_gone_on_with() const {
    return std::max(stage.next.bytes, leaves.end) <= table.bytes &&
           can_be_held(table_from(), table.bytes) &&
           (!message || (can_be_held(message->next.bytes, message->bytes) &&
                         can_be_held(0, message->next.header_bytes) &&
                         message->next.header_bytes <= message->next.bytes));
}

std::uint64_t LoadCheckpoint::table_from() const {
    return std::min(stage.next.bytes, leaves.end);
}

std::uint64_t LoadCheckpoint::file_bytes() const {
    return message ? message->next.bytes : stage.next.bytes;
}

std::string LoadCheckpoint::text() const {
    Json json = Json::object({{"version", version_at_work},
                              {"terms", json_of(terms)},
                              {"stage", json_of(stage, staged)},
                              {"table", json_of(table, leaves)}});
    if (message)
        json.set("message", json_of(*message));
    const auto body = json.canonical();
    return fmt::format("{}\n{}", journal::to_hex(journal::sha256(body)), body);
}

Result<LoadCheckpoint> LoadCheckpoint::parse(std::string_view text) {
    const auto damaged = [] { return unusable("its checkpoint is damaged"); };
    const auto line = text.find('\n');
    if (line == text.npos)
        return damaged();
    const auto body = text.substr(line + 1);
    if (text.substr(0, line) != journal::to_hex(journal::sha256(body)))
        return damaged();
    const auto json = Json::parse(body);
    if (!json.ok() || json->members() == nullptr)
        return damaged();
    const auto* version = json->find("version");
    if (version == nullptr || *version != Json{version_at_work})
        return unusable("it was kept by another version of the program");
    auto made = checkpoint_of(*json);
    return made.ok() && made->can_be_gone_on_with() ? std::move(made) : damaged();
}

}  // namespace app
