#include "journal/entry.h"

#include "base/text.h"
#include "journal/tree.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <algorithm>

namespace journal {
namespace {

using base::Json;

Error invalid(std::string_view where, std::string message) {
    return Error{ErrorCode::invalid_entry, std::move(message), std::string{where}};
}

bool is_kind(std::string_view kind) {
    bool word_begins = true;
    for (const char c : kind) {
        const bool is_letter = c >= 'a' && c <= 'z';
        const bool is_other = (c >= '0' && c <= '9') || c == '_';
        if (word_begins ? !is_letter : !is_letter && !is_other && c != '.')
            return false;
        word_begins = c == '.';
    }
    return !word_begins && kind.size() <= kind_bytes_max;
}

Result<void> check_kind(std::string_view kind) {
    if (is_kind(kind))
        return {};
    return invalid("kind", fmt::format("expected lower-case words joined by points, such as "
                                       "progress.reported, found \"{}\"",
                                       kind));
}

// Texts of the envelope need no escapes, so that their canonical form is the text itself.
Result<void> check_text(std::string_view field, std::string_view text, std::size_t bytes_min = 1) {
    if (text.size() < bytes_min || text.size() > text_bytes_max)
        return invalid(field, fmt::format("expected {} to {} bytes, found {}", bytes_min,
                                          text_bytes_max, text.size()));
    const auto is_refused = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '"' || c == '\\';
    };
    if (std::ranges::any_of(text, is_refused) || base::valid_utf8_prefix(text) != text.size())
        return invalid(
            field, "expected UTF-8 without control characters, quotation marks and backslashes");
    return {};
}

// Says what is wrong with a payload. The path is put together while the error travels up.
class PayloadChecker {
  public:
    // Commitments that a string of the payload must name.
    std::vector<std::string> wanted;

    std::optional<std::string> fault(const Json& value, std::size_t depth, std::string& path) {
        if (depth >= entry_depth_max &&
            (value.array_items() != nullptr || value.members() != nullptr))
            return fmt::format("the payload is nested deeper than {} levels", entry_depth_max - 1);
        if (value.real() != nullptr)
            return "expected a whole number or a decimal as a string, found a number with a "
                   "fraction "
                   "or an exponent";
        if (const auto* integer = value.integer())
            return fault_of(*integer);
        if (const auto* text = value.string())
            return fault_of(*text);
        if (const auto* items = value.array_items()) {
            for (std::size_t i = 0; i < items->size(); ++i) {
                if (auto found = fault((*items)[i], depth + 1, path))
                    return prefixed(path, fmt::format("[{}]", i), std::move(found));
            }
        }
        if (const auto* members = value.members())
            return fault_of(*members, depth, path);
        return std::nullopt;
    }

  private:
    static std::optional<std::string> prefixed(std::string& path, std::string_view step,
                                               std::optional<std::string> fault) {
        path.insert(0, step);
        return fault;
    }

    static std::optional<std::string> fault_of(std::int64_t integer) {
        if (integer <= integer_max && integer >= -integer_max)
            return std::nullopt;
        return fmt::format(
            "expected a whole number within 2^53 - 1, found {}; write it as a string", integer);
    }

    std::optional<std::string> fault_of(const std::string& text) {
        if (base::valid_utf8_prefix(text) != text.size())
            return "expected UTF-8, found another byte sequence";
        if (text.size() == 64 && !wanted.empty())
            std::erase(wanted, text);
        return std::nullopt;
    }

    std::optional<std::string> fault_of(const Json::Object& members, std::size_t depth,
                                        std::string& path) {
        std::vector<std::string_view> keys;
        keys.reserve(members.size());
        for (const auto& [key, value] : members) {
            if (base::valid_utf8_prefix(key) != key.size())
                return "a key is not UTF-8";
            keys.push_back(key);
            if (auto found = fault(value, depth + 1, path))
                return prefixed(path, "." + key, std::move(found));
        }
        std::ranges::sort(keys);
        const auto twice = std::ranges::adjacent_find(keys);
        if (twice != keys.end())
            return fmt::format("the key \"{}\" stands twice in one object", *twice);
        return std::nullopt;
    }
};

Result<void> check_attachments(const std::vector<Hash>& attachments) {
    if (attachments.size() > attachments_max)
        return invalid("attachments", fmt::format("expected at most {} attachments, found {}",
                                                  attachments_max, attachments.size()));
    auto sorted = attachments;
    std::ranges::sort(sorted);
    const auto twice = std::ranges::adjacent_find(sorted);
    if (twice != sorted.end())
        return invalid("attachments", fmt::format("the file {} stands twice", to_hex(*twice)));
    return {};
}

Result<std::vector<std::string>> check_vault(const std::vector<VaultItem>& vault) {
    if (vault.size() > vault_items_max)
        return invalid("vault", fmt::format("expected at most {} texts, found {}", vault_items_max,
                                            vault.size()));
    std::vector<std::string> commitments;
    for (std::size_t i = 0; i < vault.size(); ++i) {
        const auto where = fmt::format("vault[{}]", i);
        if (vault[i].salt.size() != salt_bytes)
            return invalid(where, fmt::format("expected a salt of {} bytes, found {}", salt_bytes,
                                              vault[i].salt.size()));
        if (vault[i].text.size() > vault_text_bytes_max)
            return Error{ErrorCode::entry_too_large,
                         fmt::format("expected a text of at most {} bytes, found {}",
                                     vault_text_bytes_max, vault[i].text.size()),
                         where};
        TRY(base::check_utf8(vault[i].text, where));
        auto commitment = to_hex(commit(vault[i]));
        if (std::ranges::find(commitments, commitment) != commitments.end())
            return invalid(where, "the same salt and text stand twice");
        commitments.push_back(std::move(commitment));
    }
    return commitments;
}

Result<void> check_payload(const Json& payload, std::vector<std::string> commitments) {
    if (payload.members() == nullptr)
        return invalid("payload", fmt::format("expected an object, found {}", payload.type_name()));
    PayloadChecker checker{std::move(commitments)};
    std::string path;
    if (auto fault = checker.fault(payload, 1, path))
        return invalid("payload" + path, std::move(*fault));
    if (!checker.wanted.empty())
        return invalid("vault", fmt::format("no string of the payload names the commitment {}",
                                            checker.wanted.front()));
    return {};
}

Result<void> check_day(base::Day day) {
    const int year = static_cast<int>(std::chrono::year_month_day{day}.year());
    if (year >= 0 && year <= 9999)
        return {};
    return invalid("effective_on", fmt::format("expected a year from 0 to 9999, found {}", year));
}

std::string list_of(const std::vector<Hash>& attachments) {
    std::string text = "[";
    for (const Hash& hash : attachments)
        text += (text.size() > 1 ? ",\"" : "\"") + to_hex(hash) + '"';
    return text + "]";
}

// Every append of an entry passes here; a format string would cost a tenth of it.
std::string concatenated(std::initializer_list<std::string_view> pieces) {
    std::size_t size = 0;
    for (const auto piece : pieces)
        size += piece.size();
    std::string text;
    text.reserve(size);
    for (const auto piece : pieces)
        text += piece;
    return text;
}

struct Parts {
    std::string before_time, before_seq, after_seq;
};

// Draft and Entry name these fields alike.
template <typename Fields>
Parts parts_of(const Fields& fields, int version) {
    return {concatenated({R"({"actor":")", fields.actor, R"(","attachments":)",
                          list_of(fields.attachments), R"(,"effective_on":")",
                          base::to_string(fields.effective_on), R"(","institution":")",
                          fields.institution, R"(","kind":")", fields.kind, R"(","payload":)",
                          fields.payload.canonical(), R"(,"recorded_at":")"}),
            concatenated({R"(","request_id":")", fields.request_id, R"(","seq":)"}),
            concatenated({R"(,"subject":")", fields.subject, R"(","v":)",
                          fmt::format_int{version}.str(), "}"})};
}

std::string joined(const std::string& before_time, const std::string& before_seq,
                   const std::string& after_seq, std::uint64_t seq, base::Instant recorded_at) {
    const fmt::format_int number{seq};
    std::string bytes;
    bytes.reserve(before_time.size() + before_seq.size() + after_seq.size() + 48);
    bytes += before_time;
    bytes += base::to_string(recorded_at);
    bytes += before_seq;
    bytes.append(number.data(), number.size());
    bytes += after_seq;
    return bytes;
}

// Whether two payloads are equal but for commitments whose texts `matches` finds equal.
struct PayloadComparison {
    std::vector<std::pair<std::string, const VaultItem*>> commitments;
    const std::function<bool(const Hash&, const VaultItem&)>& matches;

    bool equal(const Json& asked, const Json& stored) const {
        if (const auto* text = asked.string())
            return stored.string() != nullptr &&
                   (*text == *stored.string() || equal_texts(*text, *stored.string()));
        if (const auto* items = asked.array_items()) {
            const auto* others = stored.array_items();
            return others != nullptr &&
                   std::ranges::equal(*items, *others,
                                      [this](const Json& a, const Json& b) { return equal(a, b); });
        }
        if (const auto* members = asked.members()) {
            const auto* others = stored.members();
            return others != nullptr && members->size() == others->size() &&
                   std::ranges::all_of(*members, [&](const Json::Member& member) {
                       const Json* other = stored.find(member.first);
                       return other != nullptr && equal(member.second, *other);
                   });
        }
        return asked == stored;
    }

    bool equal_texts(const std::string& asked, const std::string& stored) const {
        const auto item =
            std::ranges::find(commitments, asked, &std::pair<std::string, const VaultItem*>::first);
        const auto hash = parse_hex(stored);
        return item != commitments.end() && hash.ok() && matches(hash.value(), *item->second);
    }
};

Result<void> check_times(const EntryView& entry) {
    const auto effective = base::parse_day(entry.effective_on);
    if (!effective.ok())
        return invalid("effective_on", effective.error().message);
    const auto recorded = base::parse_instant(entry.recorded_at);
    if (!recorded.ok())
        return invalid("recorded_at", recorded.error().message);
    return {};
}

Result<void> check_attachment_list(const JsonView& attachments) {
    std::vector<Hash> hashes;
    bool shaped = true;
    attachments.for_each_item([&](const JsonView& item) {
        const auto hash = parse_hex(item.raw());
        shaped = shaped && hash.ok();
        if (shaped)
            hashes.push_back(hash.value());
    });
    if (!shaped)
        return invalid("attachments", "expected hashes as 64 lower-case hexadecimal digits");
    return check_attachments(hashes);
}

}  // namespace

Hash commit(const VaultItem& item) {
    return Sha256{}.add("tameel/vault/v1\n").add(item.salt).add(item.text).finish();
}

std::string fresh_salt() {
    std::string salt(salt_bytes, '\0');
    // Without randomness nothing that follows could be kept secret.
    if (RAND_bytes(reinterpret_cast<unsigned char*>(salt.data()), static_cast<int>(salt_bytes)) !=
        1)
        std::abort();
    return salt;
}

Result<void> check(const Draft& draft) {
    TRY(check_text("request_id", draft.request_id));
    TRY(check_text("actor", draft.actor));
    TRY(check_text("institution", draft.institution, 0));
    TRY(check_kind(draft.kind));
    TRY(check_text("subject", draft.subject));
    TRY(check_day(draft.effective_on));
    TRY(check_attachments(draft.attachments));
    return check_payload(draft.payload, TRY(check_vault(draft.vault)));
}

std::string encode(const Entry& entry) {
    const Parts parts = parts_of(entry, entry.v);
    return joined(parts.before_time, parts.before_seq, parts.after_seq, entry.seq,
                  entry.recorded_at);
}

Result<void> check_envelope(const EntryView& entry) {
    if (entry.v != entry_version)
        return Error{
            ErrorCode::unsupported_version,
            fmt::format("expected an entry of version {}, found {}", entry_version, entry.v), "v"};
    TRY(check_text("request_id", entry.request_id));
    TRY(check_text("actor", entry.actor));
    TRY(check_text("institution", entry.institution, 0));
    TRY(check_kind(entry.kind));
    TRY(check_text("subject", entry.subject));
    TRY(check_times(entry));
    return entry.attachments.bytes() == "[]" ? Result<void>{}
                                             : check_attachment_list(entry.attachments);
}

Result<Entry> decode(std::string_view bytes) {
    if (bytes.size() > entry_bytes_max)
        return Error{
            ErrorCode::entry_too_large,
            fmt::format("expected at most {} bytes, found {}", entry_bytes_max, bytes.size()), ""};
    if (const auto at = first_uncanonical_byte(bytes))
        return invalid("",
                       fmt::format("expected canonical JSON, found another form at byte {}", *at));
    const auto view = EntryView::scan(bytes);
    if (!view) {
        const auto version = JsonView{bytes}.find("v").integer();
        if (version && *version > entry_version)
            return Error{
                ErrorCode::unsupported_version,
                fmt::format("expected an entry of version {}, found {}", entry_version, *version),
                "v"};
        return invalid("", "expected exactly the members of an entry");
    }
    TRY(check_envelope(*view));
    Entry entry;
    entry.v = view->v;
    entry.seq = view->seq;
    entry.recorded_at = view->recorded_instant();
    entry.effective_on = view->effective_day();
    entry.request_id = view->request_id;
    entry.actor = view->actor;
    entry.institution = view->institution;
    entry.kind = view->kind;
    entry.subject = view->subject;
    entry.payload = TRY(Json::parse(view->payload.bytes(), "payload", entry_depth_max + 1));
    view->attachments.for_each_item(
        [&](const JsonView& item) { entry.attachments.push_back(parse_hex(item.raw()).value()); });
    return entry;
}

Result<PreparedEntry> PreparedEntry::create(const Draft& draft) {
    TRY(check(draft));
    Parts parts = parts_of(draft, entry_version);
    // The widest place and time that the log may still fill in.
    constexpr std::size_t open_bytes = 27 + 20;
    const std::size_t size =
        parts.before_time.size() + parts.before_seq.size() + parts.after_seq.size() + open_bytes;
    if (size > entry_bytes_max)
        return Error{
            ErrorCode::entry_too_large,
            fmt::format("expected at most {} bytes, found {}; long texts belong in the vault, "
                        "files in the object store",
                        entry_bytes_max, size),
            "payload"};
    PreparedEntry prepared;
    prepared.hashed_ = begin_leaf();
    prepared.hashed_.add(parts.before_time);
    prepared.before_time_ = std::move(parts.before_time);
    prepared.before_seq_ = std::move(parts.before_seq);
    prepared.after_seq_ = std::move(parts.after_seq);
    return prepared;
}

PreparedEntry::Sealed PreparedEntry::seal(std::uint64_t seq, base::Instant recorded_at) const {
    Sealed sealed{joined(before_time_, before_seq_, after_seq_, seq, recorded_at), {}};
    Sha256 hash = hashed_;
    sealed.leaf_hash =
        hash.add(std::string_view{sealed.bytes}.substr(before_time_.size())).finish();
    return sealed;
}

bool same_request(const Draft& draft, const Entry& entry,
                  const std::function<bool(const Hash&, const VaultItem&)>& matches) {
    if (draft.effective_on != entry.effective_on || draft.request_id != entry.request_id ||
        draft.actor != entry.actor || draft.institution != entry.institution ||
        draft.kind != entry.kind || draft.subject != entry.subject ||
        draft.attachments != entry.attachments)
        return false;
    PayloadComparison comparison{{}, matches};
    for (const auto& item : draft.vault)
        comparison.commitments.emplace_back(to_hex(commit(item)), &item);
    return comparison.equal(draft.payload, entry.payload);
}

}  // namespace journal
