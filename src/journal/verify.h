#pragma once

#include "journal/log.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace journal {

enum class Objects {
    required,  ///< every attachment must be there with the content of its name
    omitted,   ///< the reader does without them
};

/// Whom and what a reader trusts already.
struct Trust {
    std::optional<std::string> vkey = {};       ///< the only key that may have signed
    std::vector<std::string> checkpoints = {};  ///< signed notes that the reader kept from earlier
    Objects objects = Objects::required;
};

/// What was found to hold.
struct Verdict {
    std::uint64_t entries = 0;
    std::uint64_t checkpoints = 0;
    std::uint64_t attachments = 0;
    std::uint64_t vault_texts = 0;   ///< of a live store
    std::uint64_t vault_erased = 0;  ///< of a live store
    Hash root{};
    std::string origin;
    std::string vkey;
    std::string checkpoint;  ///< the newest signed note
};

/// Checks entries one after another: form, envelope, order, request ids, and hashes them.
///
/// It borrows a second thread for the hashing, because one entry costs as much to hash as to check
/// and the two do not need each other; nothing of it is seen outside.
class EntryChecker {
  public:
    EntryChecker();
    EntryChecker(const EntryChecker&) = delete;
    EntryChecker& operator=(const EntryChecker&) = delete;
    ~EntryChecker();

    /// Errors: entry_does_not_hold, with "entry 17"; unsupported_version.
    Result<void> add(std::string_view bytes);
    std::uint64_t size() const noexcept { return size_; }
    /// The tree of what was added; waits for the hashing.
    const Tree& tree();
    /// The hashes of all attachments, and the entry that named each first.
    std::vector<std::pair<Hash, std::uint64_t>> attachments();

  private:
    struct Hashing;
    struct Requests;
    std::uint64_t size_ = 0;
    std::string last_recorded_at_;
    std::unique_ptr<Requests> request_ids_;
    std::vector<std::pair<Hash, std::uint64_t>> attachments_;
    std::unique_ptr<Hashing> hashing_;
};

/// Verifies a live journal: every entry, every checkpoint, attachments, vault texts.
///
/// Errors: entry_does_not_hold ("entry 17"), checkpoint_does_not_hold ("checkpoint 18"),
///         vault_does_not_hold, missing_object, object_damaged, split_view, invalid_key.
Result<Verdict> verify_log(const Log& log, const ObjectStore& objects, const Trust& trust = {});
/// The same; `checker` (which is new) keeps the tree for a caller that has more to compare with it.
Result<Verdict> verify_log(const Log& log, const ObjectStore& objects, const Trust& trust,
                           EntryChecker& checker);

/// Writes docs/formats/journal.md's export into a folder that is empty or does not exist.
/// Errors: file_not_writable, those of the log and the objects.
Result<void> write_export(const Log& log, const ObjectStore& objects,
                          const std::filesystem::path& folder, Objects with = Objects::required);

/// Verifies an export without a server; `where` names the entry, the checkpoint, or file and byte.
///
/// Errors: those of verify_log; file_does_not_hold, file_not_readable.
Result<Verdict> verify_export(const std::filesystem::path& folder, const Trust& trust = {});

}  // namespace journal
