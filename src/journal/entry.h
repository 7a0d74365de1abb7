#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/json.h"
#include "journal/entry_view.h"
#include "journal/hash.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// The version of the envelope; docs/formats/journal.md describes it.
constexpr int entry_version = 1;

/// What an entry may be at most; the first is that of a C2SP tlog-tiles entry bundle.
constexpr std::size_t entry_bytes_max = 65'535;
constexpr std::size_t text_bytes_max = 200;  ///< request_id, actor, institution, subject
constexpr std::size_t kind_bytes_max = 64;
constexpr std::size_t attachments_max = 256;
constexpr std::size_t vault_items_max = 64;
constexpr std::size_t vault_text_bytes_max = std::size_t{1} << 20;
constexpr std::size_t salt_bytes = 32;

/// One entry of the journal. It never changes; a correction is a new entry.
struct Entry {
    int v = entry_version;
    std::uint64_t seq = 0;
    base::Instant recorded_at{};  ///< given by the log at commit; never before its predecessor's
    base::Day effective_on{};     ///< the day from which it counts
    std::string request_id;       ///< a repeated request is the same entry
    std::string actor;            ///< an opaque identifier, never a name
    std::string institution;      ///< its code; empty where nobody acts for one
    std::string kind;             ///< "progress.reported"
    std::string subject;          ///< what it is about, the key of indexes and of conflicts
    base::Json payload;           ///< an object; decimals are strings; `v` is its version
    std::vector<Hash> attachments;

    friend bool operator==(const Entry&, const Entry&) = default;
};

/// Personal data or narrative. It is kept in the vault and can be erased; the payload holds
/// `to_hex(commit(item))` as one of its strings.
struct VaultItem {
    std::string salt;  ///< 32 random bytes of `fresh_salt`
    std::string text;  ///< UTF-8
};

/// The salted commitment of docs/formats/privacy.md.
Hash commit(const VaultItem& item);
/// 32 bytes of the operating system's randomness.
std::string fresh_salt();
inline VaultItem vault_item(std::string text) {
    return {fresh_salt(), std::move(text)};
}

/// What a writer had seen. The append fails with `conflict` if an entry with seq >= head touches
/// one of the subjects, whichever process wrote it. No subjects: any later entry is a conflict.
struct Expectation {
    std::uint64_t head = 0;
    std::vector<std::string> subjects;
};

/// An entry before the log gave it a place and a time.
struct Draft {
    base::Day effective_on{};
    std::string request_id;
    std::string actor;
    std::string institution;
    std::string kind;
    std::string subject;
    base::Json payload;
    std::vector<Hash> attachments;
    std::vector<VaultItem> vault;
    std::optional<Expectation> expects;
};

/// What a writer gets for an entry that is durable.
struct Receipt {
    std::uint64_t seq = 0;
    base::Instant recorded_at{};
    Hash leaf_hash{};
    std::uint64_t tree_size = 0;  ///< of the checkpoint that was signed in the entry's own commit
    Hash root{};                  ///< of that checkpoint
    bool repeated = false;        ///< the request had been made before; this is its first receipt
};

/// Errors: invalid_entry (with the path of the fault), entry_too_large.
Result<void> check(const Draft& draft);

/// The canonical bytes (RFC 8785), those that are hashed.
std::string encode(const Entry& entry);

/// Whether the fields keep the rules of the envelope; their order and form were checked before.
/// Errors: invalid_entry, unsupported_version.
Result<void> check_envelope(const EntryView& entry);

/// Errors: invalid_entry (not canonical, a field missing, unknown or wrong), unsupported_version.
Result<Entry> decode(std::string_view bytes);

/// A draft whose canonical bytes are ready, and hashed as far as the first of the two fields that
/// the log gives, so that the one writer has little left to do.
class PreparedEntry {
  public:
    /// Errors: those of `check`.
    static Result<PreparedEntry> create(const Draft& draft);

    struct Sealed {
        std::string bytes;
        Hash leaf_hash;
    };
    Sealed seal(std::uint64_t seq, base::Instant recorded_at) const;

  private:
    std::string before_time_, before_seq_, after_seq_;
    Sha256 hashed_;  // of `before_time_`
};

/// Whether a draft asks for what an entry already holds: equal in all but the salts.
///
/// `matches(stored commitment, item)` says whether the text under a commitment is that of the item,
/// or was erased: an erased text equals every text, since nothing is left to compare.
bool same_request(const Draft& draft, const Entry& entry,
                  const std::function<bool(const Hash&, const VaultItem&)>& matches);

}  // namespace journal
