#pragma once

#include "journal/log.h"
#include "journal/note.h"
#include "journal/tree.h"
#include "store/sqlite/database.h"
#include "store/sqlite/group_commit.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace store::sqlite {

/// The journal in SQLite. Readers use connections of their own; one thread writes.
class SqliteLog final : public journal::Log {
  public:
    struct Parts {
        std::filesystem::path path;
        std::string vfs;
        std::optional<Database> writer;  ///< nothing: the log cannot be appended to
        std::optional<journal::Signer> signer;
        const base::Clock* clock = nullptr;
        const journal::ObjectStore* objects = nullptr;
    };
    /// Errors: not_a_store, checkpoint_does_not_hold, database_error.
    static Result<std::unique_ptr<SqliteLog>> open(Parts parts);

    std::uint64_t size() const override { return size_.load(std::memory_order_acquire); }
    Result<journal::Receipt> append(journal::Draft draft) override;
    Result<std::vector<journal::Receipt>> append_all(std::vector<journal::Draft> drafts) override;
    Result<journal::Entry> read(std::uint64_t seq) const override;
    Result<void> scan(std::uint64_t from, std::uint64_t to, const Visitor& visit) const override;
    Result<std::uint64_t> refresh() override;
    Result<std::string> checkpoint() const override;
    Result<void> scan_checkpoints(
        const std::function<Result<void>(std::uint64_t, std::string_view)>& visit) const override;
    std::string vkey() const override { return vkey_; }
    Result<journal::Proof> inclusion(std::uint64_t seq, std::uint64_t size) const override;
    Result<journal::Proof> consistency(std::uint64_t a, std::uint64_t b) const override;
    Result<journal::VaultItem> read_vault(const journal::Hash& commitment) const override;
    Result<void> erase_vault(const journal::Hash& commitment) override;
    Result<void> scan_vault(
        const std::function<Result<void>(const journal::Hash&, std::uint64_t,
                                         const journal::VaultItem*)>& visit) const override;

    /// Each entry with the leaf hash that is stored beside it: for verification.
    Result<void> scan_rows(
        const std::function<Result<void>(std::uint64_t seq, std::string_view leaf_hash,
                                         std::string_view bytes)>& visit) const;
    /// The table of requests, in no order, and how many entries it is said to hold.
    Result<std::uint64_t> scan_requests(
        const std::function<void(std::int64_t key, std::uint64_t seq)>& visit) const;

  private:
    class Writer;

    explicit SqliteLog(Parts parts);
    Result<std::vector<journal::Receipt>> append_drafts(std::span<const journal::Draft> drafts);
    Result<std::vector<journal::Receipt>> submit(WriteRequest& request);
    void raise_size(std::uint64_t size);
    Result<void> load_tree(std::uint64_t size) const;

    std::string vkey_;
    const base::Clock* clock_;
    const journal::ObjectStore* objects_;
    mutable ReaderPool readers_;
    std::atomic<std::uint64_t> size_{0};

    std::mutex refresh_mutex_;
    std::optional<Database> refresh_reader_;
    std::int64_t data_version_ = -1;

    mutable std::mutex tree_mutex_;
    mutable journal::Tree tree_;

    std::unique_ptr<Writer> writer_;
    std::unique_ptr<GroupCommit> group_;  // ends before the writer that it calls

  public:
    ~SqliteLog() override;
};

/// The newest checkpoint's row.
struct Head {
    std::uint64_t size = 0;
    journal::Frontier frontier;
    std::string note;
};
/// Errors: not_a_store (there is none), checkpoint_does_not_hold (its frontier is broken).
Result<Head> read_head(Database& database);

/// A hash as SQLite gives it. Errors: database_error unless it has 32 bytes.
Result<journal::Hash> hash_of(std::string_view blob);

}  // namespace store::sqlite
