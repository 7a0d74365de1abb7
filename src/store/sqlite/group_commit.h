#pragma once

#include "journal/entry.h"
#include "store/sqlite/database.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>
#include <vector>

namespace store::sqlite {

/// What one caller wants in the next transaction.
struct WriteRequest {
    std::span<const journal::Draft> drafts;        ///< the caller's, who waits
    std::vector<journal::PreparedEntry> prepared;  ///< one for each draft
    /// In place of drafts: other work of the writing connection, in a transaction of its own.
    std::function<Result<void>(Database&)> job;

    std::vector<journal::Receipt> receipts;
    std::optional<Error> error;
};
using WriteQueue = std::vector<WriteRequest*>;

/// What a batch is written with; only the thread of `GroupCommit` calls it.
class BatchWriter {
  public:
    virtual ~BatchWriter() = default;
    /// Takes the request into the batch; those who are to join it still prepare theirs meanwhile.
    virtual void add(WriteRequest& request) = 0;
    /// Makes all that was added durable; each request then holds its receipts or its error.
    virtual void finish() = 0;
};

/// One thread that writes what arrives and then syncs the disk once for all who wait.
class GroupCommit {
  public:
    explicit GroupCommit(BatchWriter& writer);
    GroupCommit(const GroupCommit&) = delete;
    GroupCommit& operator=(const GroupCommit&) = delete;
    /// Commits what was enqueued before, then ends.
    ~GroupCommit();

    /// Returns when the request was committed or refused.
    void submit(WriteRequest& request);

  private:
    /// All who are committed together wait for one word, so that one call wakes them.
    struct Batch {
        WriteQueue arrived;  ///< not yet taken by the thread
        std::size_t size = 0;
        bool is_awaited = false;  ///< the thread sleeps until somebody or everybody has come
        std::atomic<int> is_done{0};
    };
    void run();
    std::shared_ptr<Batch> write_batch(std::unique_lock<std::mutex>& lock);

    BatchWriter& writer_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::shared_ptr<Batch> filling_ = std::make_shared<Batch>();
    std::size_t expected_ = 1;  ///< how many the last commit carried
    bool is_closing_ = false;
    std::thread thread_;
};

}  // namespace store::sqlite
