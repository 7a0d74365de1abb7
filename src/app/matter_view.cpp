#include "app/matter_view.h"

#include "app/setting.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

std::string readable(const Json& value) {
    if (value.string() != nullptr)
        return *value.string();
    if (value.array_items() == nullptr)
        return value.text();
    std::string list;
    for (const auto& item : *value.array_items()) {
        std::string part;
        if (item.members() != nullptr) {
            for (const auto& [name, inner] : *item.members())
                part += (part.empty() ? "" : " ") + readable(inner);
        } else {
            part = readable(item);
        }
        list += (list.empty() ? "" : ", ") + part;
    }
    return list;
}

bool is_vaulted(std::string_view member) {
    return std::ranges::find(vaulted_members, member) != vaulted_members.end();
}

// One entry: what it says, what was typed, and what was handed in with it.
Result<Json> entry_json(const Record& record, std::uint64_t seq, Reader reader) {
    const auto entry = TRY(record.log().read(seq));
    Json facts = Json::array(), texts = Json::array(), files = Json::array();
    std::set<std::string> named;
    for (const auto& [name, value] : *entry.payload.members()) {
        if (name == "evidence") {
            for (const auto& piece : *value.array_items()) {
                const auto* title = piece.find("title");
                named.insert(*piece.find("sha256")->string());
                files.push(Json::object(
                    {{"sha256", *piece.find("sha256")->string()},
                     {"title", title == nullptr || reader == Reader::anybody
                                   ? Json{}
                                   : Json{TRY(unvaulted(record, *title->string()))}}}));
            }
        } else if (is_vaulted(name) && value.string() != nullptr) {
            const bool is_public = entry.kind == "issue.answered";
            texts.push(
                Json::object({{"name", name},
                              {"text", reader == Reader::anybody && !is_public
                                           ? Json{}
                                           : Json{TRY(unvaulted(record, *value.string()))}}}));
        } else if (name != "v") {
            facts.push(Json::object({{"name", name}, {"value", readable(value)}}));
        }
    }
    for (const auto& hash : entry.attachments) {
        if (named.insert(journal::to_hex(hash)).second)
            files.push(Json::object({{"sha256", journal::to_hex(hash)}, {"title", Json{}}}));
    }
    return Json::object({{"seq", seq},
                         {"on", base::to_string(entry.effective_on)},
                         {"kind", entry.kind},
                         {"institution", entry.institution},
                         {"facts", std::move(facts)},
                         {"texts", std::move(texts)},
                         {"files", std::move(files)}});
}

template <typename What>
void add(std::vector<std::uint64_t>& entries, const std::vector<council::Dated<What>>& list) {
    for (const auto& one : list)
        entries.push_back(one.seq);
}

std::vector<std::uint64_t> entries_of(const council::Standing& standing,
                                      const council::Dated<council::Decided>& decision) {
    std::vector<std::uint64_t> entries{decision.seq};
    const auto& code = decision.what->code;
    if (const auto* one = standing.find_obligation(code)) {
        add(entries, one->extensions);
        if (one->closing)
            entries.push_back(one->closing->seq);
    }
    if (const auto* one = standing.find_proposal(code)) {
        add(entries, one->stages);
        for (const auto& [step, credit] : one->credits)
            entries.push_back(credit.seq);
    }
    return entries;
}

std::vector<std::uint64_t> entries_of(const council::Issue& issue) {
    std::vector<std::uint64_t> entries{issue.raised.seq};
    if (issue.assigned)
        entries.push_back(issue.assigned->seq);
    add(entries, issue.earlier);
    add(entries, issue.reopenings);
    if (issue.answered)
        entries.push_back(issue.answered->seq);
    if (issue.withdrawn)
        entries.push_back(issue.withdrawn->seq);
    return entries;
}

}  // namespace

Result<Json> matter_view(const Record& record, const Question& question, std::string_view code,
                         Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    const auto standing = standing_of(record, moment);
    std::vector<std::uint64_t> entries;
    std::string title;
    if (const auto* decision = standing->find_decision(code)) {
        entries = entries_of(*standing, *decision);
        title = decision->what->title;
    } else if (const auto* issue = standing->find_issue(code)) {
        entries = entries_of(*issue);
        title = issue->raised.what->title;
    } else {
        std::vector<std::string> codes;
        for (const auto& [known, ignored] : standing->decisions)
            codes.push_back(known);
        for (const auto& other : standing->issues)
            codes.push_back(other.code());
        return Error{ErrorCode::no_such_matter,
                     fmt::format("no decision or issue has the code \"{}\"{}", code,
                                 base::did_you_mean(code, codes)),
                     "code"};
    }
    std::ranges::sort(entries);
    Json json = Json::object();
    put_heading(json, moment);
    json.set("code", code);
    json.set("title", title);
    Json list = Json::array();
    for (const auto seq : entries)
        list.push(TRY(entry_json(record, seq, reader)));
    json.set("history", std::move(list));
    return json;
}

}  // namespace app
