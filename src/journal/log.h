#pragma once

#include "base/input.h"
#include "journal/entry.h"
#include "journal/hash.h"
#include "journal/tree.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace journal {

/// The append-only record. All of it may be called from several threads at a time.
class Log {
  public:
    /// Gets the entry's number and its canonical bytes, which live until it returns.
    using Visitor = std::function<Result<void>(std::uint64_t seq, std::string_view bytes)>;

    virtual ~Log() = default;

    /// How many entries this log knows: those of other processes after `refresh` or an append.
    virtual std::uint64_t size() const = 0;

    /// Returns when the entry is durable. A request that was made before gives its first receipt
    /// again, even where its expectation would no longer hold.
    ///
    /// Errors: invalid_entry, entry_too_large, missing_object (put attachments first), conflict
    ///         (the expectation does not hold), request_conflict (the same request_id with other
    ///         content), no_signing_key, database_error.
    virtual Result<Receipt> append(Draft draft) = 0;

    /// All of them in one transaction, in this order, or none.
    virtual Result<std::vector<Receipt>> append_all(std::vector<Draft> drafts) = 0;

    /// Errors: not_found.
    virtual Result<Entry> read(std::uint64_t seq) const = 0;

    /// Visits the entries from <= seq < to that exist, in order; an error of the visitor ends it.
    virtual Result<void> scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const = 0;

    /// Notices what other processes appended; cheap where nothing was. Gives the size.
    virtual Result<std::uint64_t> refresh() = 0;

    /// The newest checkpoint, a C2SP signed note.
    virtual Result<std::string> checkpoint() const = 0;
    /// All of them, one for each commit, by size.
    virtual Result<void> scan_checkpoints(
        const std::function<Result<void>(std::uint64_t size, std::string_view note)>& visit)
        const = 0;
    /// The C2SP verifier key of the log: "origin+hash+key".
    virtual std::string vkey() const = 0;

    /// Errors: not_found where seq < size <= this size() does not hold.
    virtual Result<Proof> inclusion(std::uint64_t seq, std::uint64_t size) const = 0;
    /// Errors: not_found where 0 < a <= b <= this size() does not hold.
    virtual Result<Proof> consistency(std::uint64_t a, std::uint64_t b) const = 0;

    /// Errors: not_found, vault_erased.
    virtual Result<VaultItem> read_vault(const Hash& commitment) const = 0;
    /// Erases salt and text for ever; the entry and the log's proofs hold as before.
    /// Errors: not_found; erasing twice is no error.
    virtual Result<void> erase_vault(const Hash& commitment) = 0;
    /// Every item, in no order: `item` is null where it was erased.
    virtual Result<void> scan_vault(
        const std::function<Result<void>(const Hash& commitment, std::uint64_t seq,
                                         const VaultItem* item)>& visit) const = 0;
};

/// Files by the hash of their content: evidence and everything that was ever loaded.
class ObjectStore {
  public:
    /// An object on its way in; it is not there unless it was finished.
    class Writer {
      public:
        virtual ~Writer() = default;
        virtual Result<void> add(std::string_view bytes) = 0;
        /// The hash of what was added so far.
        virtual Hash so_far() const = 0;
        /// What was added is durable at the place where it waits. Errors: file_not_writable.
        virtual Result<void> sync() { return {}; }
        /// Durable when it returns.
        virtual Result<Hash> finish() = 0;
    };

    virtual ~ObjectStore() = default;

    /// Durable when it returns. Putting the same bytes again changes nothing.
    virtual Result<Hash> put(std::string_view bytes) = 0;
    /// Errors: not_found; object_damaged where the bytes no longer have that hash.
    virtual Result<std::string> get(const Hash& hash) const = 0;
    virtual bool contains(const Hash& hash) const = 0;

    /// The same piece by piece. Errors of the input: object_damaged at its end, so what was read
    /// counts only once all of it was.
    virtual Result<std::unique_ptr<Writer>> begin() = 0;
    /// The beginning of an object, in a file that stays if the program ends before the object is
    /// finished.
    struct Beginning {
        std::filesystem::path path;  ///< on the objects' own file system
        std::uint64_t bytes = 0;     ///< what follows in the file is cut off
        Sha256 sha256 = {};          ///< of those bytes
    };
    /// Errors: file_not_writable, file_not_readable (fewer bytes are there).
    virtual Result<std::unique_ptr<Writer>> go_on(const Beginning& beginning) = 0;
    virtual Result<base::Input> open(const Hash& hash) const = 0;
};

}  // namespace journal
