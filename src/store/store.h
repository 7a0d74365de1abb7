#pragma once

#include "base/clock.h"
#include "journal/log.h"
#include "journal/note.h"
#include "journal/verify.h"
#include "statistics/series_store.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace store {

using base::Error;
using base::ErrorCode;
using base::Result;

enum class Mode {
    create,     ///< opens the store, or makes a new one with a new signing key
    open,       ///< the store must exist; without its key it can be read but not appended to
    read_only,  ///< nothing is written, and no key is looked for
};

struct Options {
    Mode mode = Mode::create;
    /// The name of a new log: a host and path without scheme, no spaces, no plus.
    std::string origin = "tameel.invalid/journal";
    /// Must outlive the store; nothing here means the system's clock.
    const base::Clock* clock = nullptr;
    /// The SQLite VFS, for tests of power cuts; empty means SQLite's own.
    std::string vfs = {};
    /// How many pages the write-ahead log may hold before it is copied into the file.
    int wal_pages = 4000;
};

/// One store: the file itself, `FILE.d/` with the objects, `FILE.key` with the signing key.
class Store {
  public:
    virtual ~Store() = default;
    virtual journal::Log& log() = 0;
    virtual journal::ObjectStore& objects() = 0;
    virtual statistics::SeriesStore& series() = 0;
    virtual const std::filesystem::path& path() const = 0;
};

/// Errors: not_a_store, store_newer, store_busy, database_error, invalid_key, key_not_private,
///         checkpoint_does_not_hold (the last checkpoint is not that of the last entry).
Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, const Options& options = {});

/// Where a store keeps its objects and its key.
std::filesystem::path objects_path(const std::filesystem::path& store);
std::filesystem::path key_path(const std::filesystem::path& store);

/// Verifies a store without appending to it, also while another process does: all that
/// `journal::verify_log` does, and that indexes and pages of the database hold.
Result<journal::Verdict> verify(const std::filesystem::path& path, const journal::Trust& trust = {},
                                const std::string& vfs = {});

enum class WithKey { no, yes };

/// Copies a store that may be in use into a new folder: `store`, `objects/`, `checkpoint`, and
/// `key` if asked.
///
/// Errors: destination_not_empty, file_not_writable, database_error, object_damaged.
Result<void> backup(const std::filesystem::path& store, const std::filesystem::path& folder,
                    WithKey with_key = WithKey::no);

/// Brings a backup back to a place that holds nothing, and verifies every entry of it.
///
/// Errors: destination_not_empty, and those of verification, after which nothing is left behind.
Result<void> restore(const std::filesystem::path& folder, const std::filesystem::path& store);

}  // namespace store
