#include "store/file_objects.h"
#include "store/sqlite/log.h"
#include "store/store.h"

#include <fmt/format.h>

namespace store {
namespace {

using sqlite::Database;
using sqlite::SqliteLog;

// The columns are copies of what stands in the bytes; an index that lies would lead readers astray.
Result<void> check_columns(const SqliteLog& log, std::uint64_t size) {
    std::uint64_t expected = 0;
    const auto scanned = log.scan_rows([&](const SqliteLog::Row& row) -> Result<void> {
        const auto wrong = [&](std::string_view column) {
            return Error{ErrorCode::entry_does_not_hold,
                         fmt::format("the column {} is not what the entry says", column),
                         fmt::format("entry {}", expected)};
        };
        const auto entry = journal::EntryView::scan(row.bytes);
        if (row.seq != expected || !entry || entry->seq != row.seq)
            return wrong("seq");
        if (entry->request_id != row.request_id)
            return wrong("request_id");
        if (entry->subject != row.subject)
            return wrong("subject");
        if (journal::as_text(journal::leaf_hash(row.bytes)) != row.leaf_hash)
            return wrong("leaf_hash");
        ++expected;
        return {};
    });
    TRY(Result<void>{scanned});
    if (expected < size)
        return Error{ErrorCode::entry_does_not_hold, "the entry is missing",
                     fmt::format("entry {}", expected)};
    return {};
}

// A page that is damaged where no entry stands would otherwise go unnoticed until it is used.
Result<void> check_pages(const std::filesystem::path& path, const std::string& vfs) {
    auto database = TRY(Database::open(path, Database::Access::read_only, vfs));
    auto query = TRY(database.prepare("PRAGMA quick_check(1)"));
    if (TRY(query.step()) && query.text(0) != "ok")
        return Error{ErrorCode::database_error,
                     fmt::format("SQLite finds the file damaged: {}", query.text(0)),
                     path.string()};
    return {};
}

}  // namespace

Result<journal::Verdict> verify(const std::filesystem::path& path, const journal::Trust& trust,
                                const std::string& vfs) {
    SqliteLog::Parts parts;
    parts.path = path;
    parts.vfs = vfs;
    {
        auto database = TRY(Database::open(path, Database::Access::read_only, vfs));
        TRY(sqlite::check_version(database));
    }
    const FileObjects objects{objects_path(path)};
    const auto log = TRY(SqliteLog::open(std::move(parts)));
    auto verdict = journal::verify_log(*log, objects, trust);
    if (!verdict.ok() && verdict.error().code != ErrorCode::checkpoint_does_not_hold)
        return verdict;
    // A checkpoint that does not hold says that an entry below it was changed; the leaf hash beside
    // the entry, unless it was changed with it, says which.
    TRY(check_columns(*log, log->size()));
    if (!verdict.ok())
        return verdict;
    TRY(check_pages(path, vfs));
    return verdict;
}

}  // namespace store
