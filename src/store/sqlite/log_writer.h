#pragma once

#include "store/sqlite/group_commit.h"
#include "store/sqlite/log.h"
#include "store/sqlite/request_index.h"

#include <functional>

namespace store::sqlite {

/// The writing connection and what it knows of the head. Only the thread of `GroupCommit` uses it.
class SqliteLog::Writer final : public BatchWriter {
  public:
    static Result<std::unique_ptr<Writer>> create(Database database, journal::Signer signer,
                                                  const base::Clock& clock,
                                                  std::function<void(std::uint64_t)> on_size);

    void add(WriteRequest& request) override;
    void finish() override;

  private:
    Writer(Database database, journal::Signer signer, const base::Clock& clock,
           std::function<void(std::uint64_t)> on_size)
        : database_(std::move(database)),
          signer_(std::move(signer)),
          clock_(clock),
          on_size_(std::move(on_size)) {}

    Result<void> prepare_statements();
    Result<void> catch_up();
    Result<void> begin_transaction();
    Result<void> write_drafts(WriteRequest& request);
    Result<void> commit_transaction();
    void roll_back(const Error& error);
    void run_jobs();
    Result<void> append_request(WriteRequest& request);
    Result<void> append_drafts(WriteRequest& request);
    Result<journal::Receipt> append_one(const journal::Draft& draft,
                                        const journal::PreparedEntry& prepared);
    Result<std::optional<journal::Receipt>> first_receipt(const journal::Draft& draft);
    Result<bool> matches_vault(const journal::Draft& draft, const journal::Entry& first);
    Result<void> check_expectation(const journal::Draft& draft);
    Result<void> check_vault(const journal::Draft& draft);
    Result<void> insert(std::string_view bytes, const journal::Hash& leaf);
    Result<void> insert_vault(const journal::Draft& draft, std::uint64_t seq);
    Result<void> sign_head();

    Database database_;
    journal::Signer signer_;
    const base::Clock& clock_;
    std::function<void(std::uint64_t)> on_size_;

    Statement insert_entry_, insert_vault_, insert_checkpoint_, find_entry_, find_checkpoint_,
        find_vault_, data_version_query_;
    Statement begin_, commit_, rollback_;

    RequestIndex requests_;
    journal::Frontier frontier_;
    base::Instant last_recorded_at_{};
    std::int64_t data_version_ = -1;
    std::uint64_t request_start_ = 0;  // the size at the beginning of the request

    // The batch that is being written.
    WriteQueue batch_;
    bool is_open_ = false;          // its transaction has begun
    std::optional<Error> failure_;  // of all of it
    journal::Frontier frontier_before_;
    base::Instant last_recorded_before_{};
    std::uint64_t batch_start_ = 0;  // the size at the beginning of the transaction
};

}  // namespace store::sqlite
