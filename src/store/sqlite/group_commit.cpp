#include "store/sqlite/group_commit.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <chrono>
#include <climits>

namespace store::sqlite {
namespace {

// Those whose last entry was just committed usually come back at once; without waiting for them a
// commit would carry one half of the writers and the next the other.
constexpr std::chrono::microseconds gather_max{500};

// Operations of futex(2), within one process.
constexpr int futex_wait = 0 | 128;
constexpr int futex_wake = 1 | 128;

// std::atomic's own wait yields several times before it sleeps, which with many more writers than
// cores costs more than all else here.
void sleep_until_set(std::atomic<int>& word) {
    static_assert(sizeof(std::atomic<int>) == sizeof(int));
    while (word.load(std::memory_order_acquire) == 0)
        ::syscall(SYS_futex, &word, futex_wait, 0, nullptr, nullptr, 0);
}

void set_and_wake_all(std::atomic<int>& word) {
    word.store(1, std::memory_order_release);
    ::syscall(SYS_futex, &word, futex_wake, INT_MAX, nullptr, nullptr, 0);
}

}  // namespace

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

void GroupCommit::submit(WriteRequest& request) {
    std::shared_ptr<Batch> batch;
    bool wakes = false;
    {
        const std::scoped_lock lock{mutex_};
        if (is_closing_) {
            request.error = Error{ErrorCode::store_closed, "the store is being closed", ""};
            return;
        }
        batch = filling_;
        batch->requests.push_back(&request);
        wakes = batch->requests.size() == 1 || batch->requests.size() == expected_;
    }
    if (wakes)
        arrived_.notify_one();
    sleep_until_set(batch->is_done);
}

void GroupCommit::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        arrived_.wait(lock, [this] { return is_closing_ || !filling_->requests.empty(); });
        if (filling_->requests.empty())
            return;
        arrived_.wait_for(lock, gather_max,
                          [this] { return is_closing_ || filling_->requests.size() >= expected_; });
        const auto batch = std::exchange(filling_, std::make_shared<Batch>());
        expected_ = batch->requests.size();
        lock.unlock();
        commit_(batch->requests);
        set_and_wake_all(batch->is_done);
        lock.lock();
    }
}

}  // namespace store::sqlite
