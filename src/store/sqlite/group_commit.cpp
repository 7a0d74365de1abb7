#include "store/sqlite/group_commit.h"

#include <chrono>

namespace store::sqlite {
namespace {

using std::chrono::microseconds;

constexpr std::size_t requests_max = 1024;
constexpr microseconds gather_max{300};

}  // namespace

void WriteRequest::finish() {
    {
        const std::scoped_lock lock{mutex_};
        is_done_ = true;
    }
    done_.notify_one();
}

void WriteRequest::wait() {
    std::unique_lock lock{mutex_};
    done_.wait(lock, [this] { return is_done_; });
}

GroupCommit::GroupCommit(std::function<void(WriteQueue&)> commit)
    : commit_(std::move(commit)), thread_([this] { run(); }) {}

GroupCommit::~GroupCommit() {
    {
        const std::scoped_lock lock{mutex_};
        is_closing_ = true;
    }
    arrived_.notify_all();
    thread_.join();
}

void GroupCommit::submit(const std::shared_ptr<WriteRequest>& request) {
    bool is_first = false, refused = false;
    {
        const std::scoped_lock lock{mutex_};
        refused = is_closing_;
        if (!refused) {
            is_first = waiting_.empty();
            waiting_.push_back(request);
        }
    }
    if (refused) {
        request->error = Error{ErrorCode::store_closed, "the store is being closed", ""};
        return;
    }
    if (is_first)
        arrived_.notify_one();
    request->wait();
}

// Those whose last entry was just committed usually come back at once; without waiting for them a
// commit would carry one half of the writers and the next the other.
void GroupCommit::gather(std::unique_lock<std::mutex>& lock, std::size_t expected) {
    const auto deadline = std::chrono::steady_clock::now() + gather_max;
    while (waiting_.size() < expected && !is_closing_ &&
           std::chrono::steady_clock::now() < deadline) {
        lock.unlock();
        std::this_thread::yield();
        lock.lock();
    }
}

void GroupCommit::run() {
    std::size_t expected = 1;
    WriteQueue batch;
    std::unique_lock lock{mutex_};
    for (;;) {
        arrived_.wait(lock, [this] { return is_closing_ || !waiting_.empty(); });
        if (waiting_.empty())
            return;
        gather(lock, expected);
        batch.swap(waiting_);
        if (batch.size() > requests_max) {
            const auto rest = batch.begin() + requests_max;
            waiting_.assign(rest, batch.end());
            batch.erase(rest, batch.end());
        }
        lock.unlock();
        commit_(batch);
        for (const auto& request : batch)
            request->finish();
        expected = batch.size();
        batch.clear();
        lock.lock();
    }
}

}  // namespace store::sqlite
