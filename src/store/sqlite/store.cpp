#include "store/store.h"

#include "store/file_objects.h"
#include "store/key_file.h"
#include "store/sqlite/database.h"
#include "store/sqlite/log.h"
#include "store/sqlite/series_store.h"

#include <fmt/format.h>

namespace store {
namespace {

using sqlite::Database;
using sqlite::SqliteLog;
using sqlite::Transaction;

class SqliteStore final : public Store {
  public:
    explicit SqliteStore(std::filesystem::path path)
        : path_(std::move(path)), objects_(objects_path(path_)) {}

    Result<void> open_parts(SqliteLog::Parts parts, Database::Access access) {
        parts.objects = &objects_;
        const std::string vfs = parts.vfs;
        log_ = TRY(SqliteLog::open(std::move(parts)));
        series_ = TRY(sqlite::SeriesStore::open(path_, access, vfs));
        return {};
    }

    journal::Log& log() override { return *log_; }
    journal::ObjectStore& objects() override { return objects_; }
    statistics::SeriesStore& series() override { return *series_; }
    const std::filesystem::path& path() const override { return path_; }

  private:
    std::filesystem::path path_;
    FileObjects objects_;
    std::unique_ptr<SqliteLog> log_;
    std::unique_ptr<sqlite::SeriesStore> series_;
};

const base::Clock& system_clock() {
    static const base::SystemClock clock;
    return clock;
}

bool names_a_key(Database& database) {
    const auto count = database.query_integer("SELECT count(*) FROM meta WHERE name = 'vkey'");
    return count.ok() && count.value() == 1;
}

// A key that lies there already was written before a crash, or by another process just now.
Result<journal::Signer> make_key(const std::filesystem::path& path, std::string_view origin) {
    auto signer = TRY(journal::Signer::generate(origin));
    const auto written = write_key(path, signer);
    if (written.ok())
        return signer;
    if (written.error().code != ErrorCode::destination_not_empty)
        return written.error();
    return read_key(path);
}

// A new journal names its key and signs that it is empty.
Result<void> found_journal(Database& database, const journal::Signer& signer) {
    auto transaction = TRY(Transaction::begin(database));
    if (names_a_key(database))
        return {};
    auto meta = TRY(database.prepare("INSERT INTO meta (name, value) VALUES ('vkey', ?)"));
    const auto vkey = signer.verifier().vkey();
    meta.bind(1, std::string_view{vkey});
    TRY(meta.run());
    auto checkpoint = TRY(database.prepare(
        "INSERT INTO checkpoint (size, root, frontier, note) VALUES (0, ?, x'', ?)"));
    const auto note = signer.sign(
        journal::Checkpoint{signer.verifier().name(), 0, journal::empty_root(), {}}.text());
    const auto root = journal::empty_root();
    checkpoint.bind_blob(1, root).bind(2, std::string_view{note});
    TRY(checkpoint.run());
    return transaction.commit();
}

Result<std::optional<journal::Signer>> find_signer(const std::filesystem::path& path) {
    auto signer = read_key(path);
    if (signer.ok())
        return std::optional{std::move(signer).value()};
    if (signer.error().code == ErrorCode::not_found)
        return std::optional<journal::Signer>{};
    return std::move(signer).error();
}

Result<void> prepare(Database& database, const std::filesystem::path& path,
                     const Options& options) {
    TRY(sqlite::migrate(database));
    TRY(database.execute(fmt::format("PRAGMA wal_autocheckpoint = {}", options.wal_pages)));
    if (names_a_key(database))
        return {};
    if (options.mode != Mode::create)
        return Error{ErrorCode::not_a_store, "the file holds no journal", path.string()};
    const auto signer = TRY(make_key(key_path(path), options.origin));
    return found_journal(database, signer);
}

}  // namespace

std::filesystem::path objects_path(const std::filesystem::path& store) {
    return store.string() + ".d";
}

std::filesystem::path key_path(const std::filesystem::path& store) {
    return store.string() + ".key";
}

Result<std::unique_ptr<Store>> open(const std::filesystem::path& path, const Options& options) {
    SqliteLog::Parts parts;
    parts.path = path;
    parts.vfs = options.vfs;
    parts.clock = options.clock != nullptr ? options.clock : &system_clock();
    if (options.mode == Mode::read_only) {
        auto database = TRY(Database::open(path, Database::Access::read_only, options.vfs));
        TRY(sqlite::check_version(database));
    } else {
        const auto access =
            options.mode == Mode::create ? Database::Access::create : Database::Access::read_write;
        auto database = TRY(Database::open(path, access, options.vfs));
        TRY(prepare(database, path, options));
        parts.signer = TRY(find_signer(key_path(path)));
        parts.writer = std::move(database);
    }
    auto store = std::make_unique<SqliteStore>(path);
    TRY(store->open_parts(std::move(parts), options.mode == Mode::read_only
                                                ? Database::Access::read_only
                                                : Database::Access::read_write));
    return std::unique_ptr<Store>{std::move(store)};
}

}  // namespace store
