#include "base/file.h"
#include "base/pieces.h"
#include "store/file_objects.h"
#include "store/key_file.h"
#include "store/sqlite/log.h"
#include "store/store.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

namespace store {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;
using sqlite::SqliteLog;

Error occupied(const fs::path& path) {
    return Error{ErrorCode::destination_not_empty, "something lies there already", path.string()};
}

Result<void> sync(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return synced
               ? Result<void>{}
               : Error{ErrorCode::file_not_writable, "cannot sync what was written", path.string()};
}

// All pages in one step: a reader's snapshot, which stops no writer and which no writer disturbs.
Result<void> copy_database(const fs::path& from, const fs::path& to) {
    auto source = TRY(Database::open(from, Database::Access::read_only));
    auto target = TRY(Database::open(to, Database::Access::create));
    sqlite3_backup* copy = sqlite3_backup_init(target.handle(), "main", source.handle(), "main");
    if (copy == nullptr)
        return Error{ErrorCode::database_error,
                     fmt::format("SQLite cannot copy: {}", sqlite3_errmsg(target.handle())),
                     to.string()};
    const int result = sqlite3_backup_step(copy, -1);
    const int finished = sqlite3_backup_finish(copy);
    if (result != SQLITE_DONE || finished != SQLITE_OK)
        return Error{ErrorCode::database_error,
                     fmt::format("SQLite cannot copy: {}", sqlite3_errstr(finished)), to.string()};
    // One file, without a write-ahead log beside it.
    return target.execute("PRAGMA journal_mode = DELETE");
}

Result<std::unique_ptr<SqliteLog>> open_copy(const fs::path& path) {
    SqliteLog::Parts parts;
    parts.path = path;
    return SqliteLog::open(std::move(parts));
}

// Its hash is compared at the end of the reading; what was damaged is not kept.
Result<void> copy_object(const journal::Hash& hash, const FileObjects& from, FileObjects& to) {
    const auto content = TRY(from.open(hash));
    const auto copy = TRY(to.begin());
    TRY(base::for_each_piece(content, [&](std::string_view piece) { return copy->add(piece); }));
    TRY(copy->finish());
    return {};
}

// Every file that an entry names.
Result<void> copy_objects(const SqliteLog& log, const FileObjects& from, FileObjects& to) {
    return log.scan(0, log.size(), [&](std::uint64_t seq, std::string_view bytes) -> Result<void> {
        const auto view = journal::EntryView::scan(bytes);
        if (!view || view->attachments.bytes() == "[]")
            return {};
        const auto entry = TRY(journal::decode(bytes));
        for (const auto& hash : entry.attachments) {
            if (to.contains(hash))
                continue;
            const auto copied = copy_object(hash, from, to);
            if (!copied.ok())
                return Error{copied.error().code, copied.error().message,
                             fmt::format("entry {}, file {}", seq, journal::to_hex(hash))};
        }
        return {};
    });
}

Result<void> check_free(const fs::path& store) {
    for (const auto& path :
         {store, objects_path(store), key_path(store), fs::path{store.string() + "-wal"},
          fs::path{store.string() + "-shm"}}) {
        if (fs::exists(path))
            return occupied(path);
    }
    return {};
}

void remove_store(const fs::path& store) {
    std::error_code ignored;
    fs::remove_all(objects_path(store), ignored);
    for (const auto* suffix : {"", ".key", "-wal", "-shm", "-journal"})
        fs::remove(store.string() + suffix, ignored);
}

Result<void> bring_back(const fs::path& folder, const fs::path& store) {
    TRY(copy_database(folder / "store", store));
    const FileObjects from{folder / "objects"};
    FileObjects to{objects_path(store)};
    {
        const auto log = TRY(open_copy(store));
        const auto note = TRY(log->checkpoint());
        const auto stated = TRY(base::read_file(folder / "checkpoint"));
        if (note != stated)
            return Error{ErrorCode::checkpoint_does_not_hold,
                         "the checkpoint of the backup is not that of its store",
                         (folder / "checkpoint").string()};
        TRY(copy_objects(*log, from, to));
    }
    TRY(verify(store));
    if (fs::exists(folder / "key")) {
        const auto signer = TRY(read_key(folder / "key"));
        TRY(write_key(key_path(store), signer));
    }
    return {};
}

}  // namespace

Result<void> backup(const fs::path& store, const fs::path& folder, WithKey with_key) {
    std::error_code error;
    if (fs::exists(folder) && !fs::is_empty(folder, error))
        return occupied(folder);
    TRY(Database::open(store, Database::Access::read_only));  // before anything is made
    if (!fs::create_directories(folder, error) && error)
        return Error{ErrorCode::file_not_writable,
                     fmt::format("cannot make the folder: {}", error.message()), folder.string()};
    TRY(copy_database(store, folder / "store"));
    const FileObjects from{objects_path(store)};
    FileObjects to{folder / "objects"};
    // The copy says which files belong to it: all were durable before the entries that name them.
    const auto log = TRY(open_copy(folder / "store"));
    TRY(copy_objects(*log, from, to));
    if (with_key == WithKey::yes) {
        const auto signer = TRY(read_key(key_path(store)));
        TRY(write_key(folder / "key", signer));
    }
    TRY(sync(folder / "store"));
    // Written last: a backup with a checkpoint is complete.
    const auto note = TRY(log->checkpoint());
    return base::write_file(folder / "checkpoint", note);
}

Result<void> restore(const fs::path& folder, const fs::path& store) {
    TRY(check_free(store));
    if (!fs::exists(folder / "store"))
        return Error{ErrorCode::not_found, "expected the folder of a backup, found none here",
                     folder.string()};
    auto done = bring_back(folder, store);
    if (!done.ok())
        remove_store(store);
    return done;
}

}  // namespace store
