#include "store/file_objects.h"
#include "store/sqlite/log.h"
#include "store/sqlite/request_index.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <future>

namespace store {
namespace {

using sqlite::Database;
using sqlite::SqliteLog;

// What stands beside the entries, which no signature covers.
struct Copies {
    std::vector<journal::Hash> leaves;
    std::vector<std::uint64_t> request_sums;  // [n]: over the requests of the first n entries
};

// The sum over pairs does not depend on their order.
std::uint64_t pair_sum(std::int64_t key, std::uint64_t seq) {
    return (static_cast<std::uint64_t>(key) ^ seq) * 0x9E3779B97F4A7C15ULL;
}

Result<Copies> read_copies(const SqliteLog& log) {
    Copies copies;
    copies.leaves.reserve(log.size());
    copies.request_sums.reserve(log.size() + 1);
    copies.request_sums.push_back(0);
    auto scanned = log.scan_rows(
        [&](std::uint64_t seq, std::string_view leaf_hash, std::string_view bytes) -> Result<void> {
            const auto entry = journal::EntryView::scan(bytes);
            const auto leaf = sqlite::hash_of(leaf_hash);
            if (seq != copies.leaves.size() || !entry || entry->seq != seq || !leaf.ok())
                return Error{ErrorCode::entry_does_not_hold,
                             "the row is missing, or is not that of the entry",
                             fmt::format("entry {}", copies.leaves.size())};
            copies.leaves.push_back(leaf.value());
            copies.request_sums.push_back(copies.request_sums.back() +
                                          pair_sum(sqlite::request_key(entry->request_id), seq));
            return {};
        });
    TRY(std::move(scanned));
    return copies;
}

// A request that is missing in the table, or leads elsewhere, could be made twice.
Result<void> check_requests(const SqliteLog& log, const Copies& copies) {
    std::uint64_t sum = 0, count = 0, last = 0;
    const auto indexed = TRY(log.scan_requests([&](std::int64_t key, std::uint64_t seq) {
        sum += pair_sum(key, seq);
        last = std::max(last, seq);
        ++count;
    }));
    // Another process filled the table after the entries had been read.
    if (indexed == last + 1 && indexed > log.size())
        return {};
    if (count != indexed || indexed >= copies.request_sums.size() ||
        sum != copies.request_sums[indexed])
        return Error{ErrorCode::database_error, "the index of requests is not that of the entries",
                     "index of requests"};
    return {};
}

Result<void> compare_leaves(const std::vector<journal::Hash>& leaves, const journal::Tree& tree) {
    for (std::uint64_t seq = 0; seq < std::min<std::uint64_t>(leaves.size(), tree.size()); ++seq) {
        if (leaves[seq] != tree.leaf(seq))
            return Error{ErrorCode::entry_does_not_hold,
                         "the leaf hash that is stored beside it is not that of the entry",
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

// The columns beside a note repeat it; what appends to the log goes by them.
Result<void> check_checkpoint_columns(Database& database) {
    auto query = TRY(database.prepare("SELECT size, root, frontier, note FROM checkpoint"));
    while (TRY(query.step())) {
        const auto size = query.unsigned_integer(0);
        const auto root = sqlite::hash_of(query.blob(1));
        const auto hashes = static_cast<std::size_t>(std::popcount(size));
        const bool fits =
            root.ok() && query.blob(2).size() == hashes * sizeof(journal::Hash) &&
            query.text(3).find(fmt::format("\n{}\n{}\n", size, journal::to_base64(root.value()))) !=
                std::string_view::npos;
        if (!fits)
            return Error{ErrorCode::checkpoint_does_not_hold,
                         "the columns beside the note are not those of the note",
                         fmt::format("checkpoint {}", size)};
    }
    return {};
}

// Each dimension of each series stands in the index, and nothing else does.
Result<void> check_dimension_index(Database& database) {
    auto series = TRY(database.prepare("SELECT key FROM series"));
    std::size_t wanted = 0;
    while (TRY(series.step()))
        wanted += TRY(statistics::SeriesKey::parse(series.text(0))).dimensions().size();
    const auto found = TRY(database.query_integer("SELECT count(*) FROM series_dimension"));
    if (found != static_cast<std::int64_t>(wanted))
        return Error{ErrorCode::database_error,
                     fmt::format("expected {} dimensions in the index, found {}", wanted, found),
                     "index of dimensions"};
    return {};
}

// A trigger or a view of somebody else would change what is written later.
Result<void> check_schema(Database& kept, const std::filesystem::path& path) {
    const auto schema = [](Database& database) -> Result<std::vector<std::string>> {
        auto query = TRY(database.prepare(
            "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema"
            " WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name"));
        std::vector<std::string> items;
        while (TRY(query.step()))
            items.emplace_back(query.text(0));
        return items;
    };
    auto fresh = TRY(Database::in_memory());
    TRY(sqlite::migrate(fresh));
    const auto found = TRY(schema(kept));
    const auto wanted = TRY(schema(fresh));
    for (const auto& item : found) {
        if (std::ranges::find(wanted, item) == wanted.end())
            return Error{ErrorCode::database_error,
                         fmt::format("found what no migration made: {}",
                                     item.substr(0, item.find(' ', item.find(' ') + 1))),
                         path.string()};
    }
    if (found.size() != wanted.size())
        return Error{
            ErrorCode::database_error,
            fmt::format("expected {} tables and indexes, found {}", wanted.size(), found.size()),
            path.string()};
    return {};
}

}  // namespace

Result<journal::Verdict> verify(const std::filesystem::path& path, const journal::Trust& trust,
                                const std::string& vfs) {
    SqliteLog::Parts parts;
    parts.path = path;
    parts.vfs = vfs;
    auto database = TRY(Database::open(path, Database::Access::read_only, vfs));
    TRY(sqlite::check_version(database));
    TRY(check_schema(database, path));
    TRY(check_dimension_index(database));
    const FileObjects objects{objects_path(path)};
    const auto log = TRY(SqliteLog::open(std::move(parts)));
    // The two read the same rows and need nothing of each other until both are done.
    auto reading = std::async(std::launch::async, [&log] { return read_copies(*log); });
    auto pages = std::async(std::launch::async, [&] { return check_pages(path, vfs); });
    journal::EntryChecker checker;
    auto verdict = journal::verify_log(*log, objects, trust, checker);
    const auto copies = reading.get();
    auto sound = pages.get();
    if (!verdict.ok() && verdict.error().code != ErrorCode::checkpoint_does_not_hold)
        return verdict;
    // A checkpoint that does not hold says that an entry below it was changed; the leaf hash beside
    // the entry, unless it was changed with it, says which.
    if (!copies.ok())
        return copies.error();
    TRY(compare_leaves(copies->leaves, checker.tree()));
    if (!verdict.ok())
        return verdict;
    TRY(check_requests(*log, copies.value()));
    TRY(check_checkpoint_columns(database));
    TRY(std::move(sound));
    return verdict;
}

}  // namespace store
