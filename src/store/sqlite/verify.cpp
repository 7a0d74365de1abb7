#include "store/file_objects.h"
#include "store/sqlite/log.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>

namespace store {
namespace {

using sqlite::Database;
using sqlite::SqliteLog;

// The columns are copies of what stands in the bytes; an index that lies would lead readers astray.
// Gives the leaf hashes, which only the tree of all entries can judge.
Result<std::vector<journal::Hash>> check_columns(const SqliteLog& log) {
    std::vector<journal::Hash> leaves;
    leaves.reserve(log.size());
    const auto scanned = log.scan_rows([&](const SqliteLog::Row& row) -> Result<void> {
        const auto wrong = [&](std::string_view column) {
            return Error{ErrorCode::entry_does_not_hold,
                         fmt::format("the column {} is not what the entry says", column),
                         fmt::format("entry {}", leaves.size())};
        };
        const auto entry = journal::EntryView::scan(row.bytes);
        if (row.seq != leaves.size() || !entry || entry->seq != row.seq)
            return wrong("seq");
        if (entry->request_id != row.request_id)
            return wrong("request_id");
        if (entry->subject != row.subject)
            return wrong("subject");
        const auto leaf = sqlite::hash_of(row.leaf_hash);
        if (!leaf.ok())
            return wrong("leaf_hash");
        leaves.push_back(leaf.value());
        return {};
    });
    TRY(Result<void>{scanned});
    return leaves;
}

Result<void> compare_leaves(const std::vector<journal::Hash>& leaves, const journal::Tree& tree) {
    for (std::uint64_t seq = 0; seq < std::min<std::uint64_t>(leaves.size(), tree.size()); ++seq) {
        if (leaves[seq] != tree.leaf(seq))
            return Error{ErrorCode::entry_does_not_hold,
                         "the column leaf_hash is not the hash of the entry",
                         fmt::format("entry {}", seq)};
    }
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
    // The two read the same rows and need nothing of each other until both are done.
    auto columns = std::async(std::launch::async, [&log] { return check_columns(*log); });
    auto pages = std::async(std::launch::async, [&] { return check_pages(path, vfs); });
    journal::EntryChecker checker;
    auto verdict = journal::verify_log(*log, objects, trust, checker);
    const auto leaves = columns.get();
    const auto sound = pages.get();
    if (!verdict.ok() && verdict.error().code != ErrorCode::checkpoint_does_not_hold)
        return verdict;
    // A checkpoint that does not hold says that an entry below it was changed; the leaf hash beside
    // the entry, unless it was changed with it, says which.
    if (!leaves.ok())
        return leaves.error();
    TRY(compare_leaves(leaves.value(), checker.tree()));
    if (!verdict.ok())
        return verdict;
    TRY(Result<void>{sound});
    return verdict;
}

}  // namespace store
