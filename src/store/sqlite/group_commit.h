#pragma once

#include "journal/entry.h"
#include "store/sqlite/database.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace store::sqlite {

/// What one caller wants in the next transaction.
struct WriteRequest {
    std::vector<journal::Draft> drafts;
    std::vector<journal::PreparedEntry> prepared;  ///< one for each draft
    /// In place of drafts: other work of the writing connection, in a transaction of its own.
    std::function<Result<void>(Database&)> job;

    std::vector<journal::Receipt> receipts;
    std::optional<Error> error;

    void finish();
    void wait();

  private:
    std::mutex mutex_;
    std::condition_variable done_;
    bool is_done_ = false;
};
using WriteQueue = std::vector<std::shared_ptr<WriteRequest>>;

/// One thread that takes what has gathered since its last commit and commits it together: the disk
/// is synced once for all who wait.
class GroupCommit {
  public:
    explicit GroupCommit(std::function<void(WriteQueue&)> commit);
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;
    /// Commits what was enqueued before, then ends.
    ~GroupCommit();

    /// Returns when the request was committed or refused.
    void submit(const std::shared_ptr<WriteRequest>& request);

  private:
    void run();
    void gather(std::unique_lock<std::mutex>& lock, std::size_t expected);

    std::function<void(WriteQueue&)> commit_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    WriteQueue waiting_;
    bool is_closing_ = false;
    std::thread thread_;
};

}  // namespace store::sqlite
