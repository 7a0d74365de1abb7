#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store::sqlite {

using base::Error;
using base::ErrorCode;
using base::Result;

/// One prepared statement. Columns and parameters are valid as SQLite has them: a view of a column
/// lives until the next `step` or `reset`.
class Statement {
  public:
    Statement() = default;
    Statement(Statement&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Statement& operator=(Statement&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Statement();

    /// Parameters count from 1. Views must live until the statement has been stepped and reset.
    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::uint64_t value) {
        return bind(index, static_cast<std::int64_t>(value));
    }
    Statement& bind(int index, int value) { return bind(index, std::int64_t{value}); }
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, const char* text) { return bind(index, std::string_view{text}); }
    Statement& bind_blob(int index, std::string_view bytes);
    Statement& bind_blob(int index, std::span<const std::uint8_t> bytes);
    Statement& bind_null(int index);

    /// Whether there is a row. Errors: database_error, store_busy.
    Result<bool> step();
    /// Steps to the end and resets.
    Result<void> run();
    void reset();

    /// Columns count from 0.
    std::int64_t integer(int column) const;
    std::uint64_t unsigned_integer(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    std::string_view text(int column) const;
    std::string_view blob(int column) const;
    bool is_null(int column) const;

  private:
    friend class Database;
    explicit Statement(sqlite3_stmt* handle) : handle_(handle) {}
    sqlite3_stmt* handle_ = nullptr;
};

/// One connection, used by one thread at a time.
class Database {
  public:
    enum class Access { read_only, read_write, create };

    /// WAL, synchronous=FULL, foreign keys on, ten seconds of patience with other writers.
    static Result<Database> open(const std::filesystem::path& path, Access access,
                                 const std::string& vfs = {});
    Database(Database&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
    Database& operator=(Database&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    /// An empty one that nobody else sees, and that is gone with it.
    static Result<Database> in_memory();
    ~Database();

    Result<Statement> prepare(std::string_view sql);
    /// Runs one or more statements that give no rows.
    Result<void> execute(std::string_view sql);
    /// The single integer that a query gives.
    Result<std::int64_t> query_integer(std::string_view sql);
    sqlite3* handle() const noexcept { return handle_; }

  private:
    explicit Database(sqlite3* handle) : handle_(handle) {}
    sqlite3* handle_ = nullptr;
};

/// BEGIN IMMEDIATE; rolled back unless `commit` was called.
class Transaction {
  public:
    static Result<Transaction> begin(Database& database);
    /// One that only reads, from one snapshot; it ends when it goes out of scope.
    static Result<Transaction> begin_reading(Database& database);
    Transaction(Transaction&& other) noexcept
        : database_(std::exchange(other.database_, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<void> commit();

  private:
    explicit Transaction(Database* database) : database_(database) {}
    Database* database_;
};

/// Connections for readers: each thread borrows one, and a snapshot lasts as long as a statement.
class ReaderPool {
  public:
    ReaderPool(std::filesystem::path path, std::string vfs)
        : path_(std::move(path)), vfs_(std::move(vfs)) {}

    class Lease {
      public:
        Lease(ReaderPool& pool, std::unique_ptr<Database> database)
            : pool_(&pool), database_(std::move(database)) {}
        Lease(Lease&&) = default;
        ~Lease() {
            if (database_)
                pool_->give_back(std::move(database_));
        }
        Database& operator*() { return *database_; }
        Database* operator->() { return database_.get(); }

      private:
        ReaderPool* pool_;
        std::unique_ptr<Database> database_;
    };
    Result<Lease> borrow();
    /// Closes the idle connections, so that a writer is the last to close and empties the log.
    void clear();
    /// A connection that the caller keeps.
    Result<Database> open() const {
        return Database::open(path_, Database::Access::read_only, vfs_);
    }

  private:
    void give_back(std::unique_ptr<Database> database);

    std::filesystem::path path_;
    std::string vfs_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Database>> idle_;
};

/// Brings a store to this program's version by the numbered files of migrations/.
/// Errors: store_newer, not_a_store, database_error.
Result<void> migrate(Database& database);

/// For those who only read: whether the store is of exactly this version.
/// Errors: store_newer, not_a_store (or one that must be opened for writing once), database_error.
Result<void> check_version(Database& database);

/// One numbered file of migrations/.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};
/// All of them, from 1, without gaps.
std::span<const Migration> migrations();
/// As `migrate`, but stops after `number`: for tests that start from an earlier version.
Result<void> migrate_to(Database& database, int number);

}  // namespace store::sqlite
