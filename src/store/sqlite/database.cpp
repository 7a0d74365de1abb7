#include "store/sqlite/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace store::sqlite {
namespace {

Error error_of(sqlite3* handle, int result) {
    const char* text = handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(result);
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return Error{ErrorCode::store_busy,
                         fmt::format("another writer holds the store: {}", text), ""};
        case SQLITE_NOTADB:
            return Error{ErrorCode::not_a_store,
                         fmt::format("expected a store of this program: {}", text), ""};
        default:
            return Error{ErrorCode::database_error,
                         fmt::format("SQLite says: {} (code {})", text, result), ""};
    }
}

}  // namespace

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

Statement& Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(handle_, index, value);
    return *this;
}

// An empty view may have no address, which SQLite would take for NULL.
Statement& Statement::bind(int index, std::string_view text) {
    sqlite3_bind_text64(handle_, index, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                        SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind_blob(int index, std::string_view bytes) {
    sqlite3_bind_blob64(handle_, index, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind_blob(int index, std::span<const std::uint8_t> bytes) {
    return bind_blob(index,
                     std::string_view{reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

Statement& Statement::bind_null(int index) {
    sqlite3_bind_null(handle_, index);
    return *this;
}

Result<bool> Statement::step() {
    const int result = sqlite3_step(handle_);
    if (result == SQLITE_ROW)
        return true;
    if (result == SQLITE_DONE)
        return false;
    auto error = error_of(sqlite3_db_handle(handle_), result);
    sqlite3_reset(handle_);
    return error;
}

Result<void> Statement::run() {
    while (TRY(step())) {
    }
    reset();
    return {};
}

void Statement::reset() {
    sqlite3_reset(handle_);
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(handle_, column);
}

std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(handle_, column));
    return {bytes != nullptr ? bytes : "",
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_, column));
    return {bytes != nullptr ? bytes : "",
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

namespace {

// SQLite says of both only that it cannot open the file.
Result<void> check_place(const std::filesystem::path& path, Database::Access access) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return Error{ErrorCode::not_a_store, "expected the file of a store, found a folder",
                     path.string()};
    if (access != Database::Access::create && !std::filesystem::exists(path, ignored))
        return Error{ErrorCode::not_found, "there is no store here; tameel init makes one",
                     path.string()};
    return {};
}

}  // namespace

Result<Database> Database::open(const std::filesystem::path& path, Access access,
                                const std::string& vfs) {
    if (vfs.empty())
        TRY(check_place(path, access));
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (access == Access::create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int result =
        sqlite3_open_v2(path.c_str(), &handle, flags, vfs.empty() ? nullptr : vfs.c_str());
    Database database{handle};
    if (result != SQLITE_OK) {
        auto error = error_of(handle, result);
        error.where = path.string();
        return error;
    }
    sqlite3_busy_timeout(handle, 10'000);
    // What is deleted is overwritten, since it may be a text that a person had erased.
    auto prepared = database.execute(
        "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
        "PRAGMA mmap_size = 1073741824;");
    if (prepared.ok() && access != Access::read_only)
        prepared = database.execute("PRAGMA journal_mode = WAL");
    if (!prepared.ok()) {
        auto error = std::move(prepared).error();
        error.where = path.string();
        return error;
    }
    return database;
}

Result<Database> Database::in_memory() {
    sqlite3* handle = nullptr;
    const int result = sqlite3_open(":memory:", &handle);
    Database database{handle};
    if (result != SQLITE_OK)
        return error_of(handle, result);
    return database;
}

Database::~Database() {
    sqlite3_close_v2(handle_);
}

Result<Statement> Database::prepare(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const int result = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (result != SQLITE_OK)
        return error_of(handle_, result);
    return Statement{statement};
}

Result<void> Database::execute(std::string_view sql) {
    const std::string text{sql};
    const int result = sqlite3_exec(handle_, text.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK)
        return error_of(handle_, result);
    return {};
}

Result<std::int64_t> Database::query_integer(std::string_view sql) {
    Statement statement = TRY(prepare(sql));
    if (!TRY(statement.step()))
        return Error{ErrorCode::not_found, "the query gave no row", std::string{sql}};
    return statement.integer(0);
}

Result<Transaction> Transaction::begin(Database& database) {
    TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction{&database};
}

Result<Transaction> Transaction::begin_reading(Database& database) {
    TRY(database.execute("BEGIN"));
    return Transaction{&database};
}

Transaction::~Transaction() {
    // After a full disk SQLite may have rolled back already; that is as good.
    if (database_ != nullptr)
        (void)database_->execute("ROLLBACK").ok();
}

Result<void> Transaction::commit() {
    TRY(database_->execute("COMMIT"));
    database_ = nullptr;
    return {};
}

Result<ReaderPool::Lease> ReaderPool::borrow() {
    {
        const std::scoped_lock lock{mutex_};
        if (!idle_.empty()) {
            Lease lease{*this, std::move(idle_.back())};
            idle_.pop_back();
            return lease;
        }
    }
    return Lease{*this, std::make_unique<Database>(TRY(open()))};
}

void ReaderPool::clear() {
    const std::scoped_lock lock{mutex_};
    idle_.clear();
}

void ReaderPool::give_back(std::unique_ptr<Database> database) {
    constexpr std::size_t idle_max = 8;
    const std::scoped_lock lock{mutex_};
    if (idle_.size() < idle_max)
        idle_.push_back(std::move(database));
}

}  // namespace store::sqlite
