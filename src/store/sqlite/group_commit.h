#pragma once

#include "journal/entry.h"
#include "store/sqlite/database.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
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
};
using WriteQueue = std::vector<WriteRequest*>;

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
    void submit(WriteRequest& request);

  private:
    /// All who are committed together wait for one word, so that one call wakes them.
    struct Batch {
        WriteQueue requests;
        std::atomic<int> is_done{0};
    };
    void run();

    std::function<void(WriteQueue&)> commit_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::shared_ptr<Batch> filling_ = std::make_shared<Batch>();
    std::size_t expected_ = 1;  ///< how many the last commit carried
    bool is_closing_ = false;
    std::thread thread_;
};

}  // namespace store::sqlite
