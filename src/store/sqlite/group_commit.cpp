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
// So many are taken at a time while others still come: a wake-up costs as much as an entry does.
constexpr std::size_t chunk_size = 8;

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

GroupCommit::GroupCommit(BatchWriter& writer) : writer_(writer), thread_([this] { run(); }) {}

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
        batch->arrived.push_back(&request);
        ++batch->size;
        wakes = batch->is_awaited && (batch->size == 1 || batch->arrived.size() == chunk_size ||
                                      batch->size == expected_);
    }
    if (wakes)
        arrived_.notify_one();
    sleep_until_set(batch->is_done);
}

void GroupCommit::run() {
    std::unique_lock lock{mutex_};
    for (;;) {
        filling_->is_awaited = true;
        arrived_.wait(lock, [this] { return is_closing_ || filling_->size > 0; });
        if (filling_->size == 0)
            return;
        const auto batch = write_batch(lock);
        expected_ = batch->size;
        lock.unlock();
        writer_.finish();
        set_and_wake_all(batch->is_done);
        lock.lock();
    }
}

// Writes the entries of those who came first while the others still prepare theirs.
std::shared_ptr<GroupCommit::Batch> GroupCommit::write_batch(std::unique_lock<std::mutex>& lock) {
    const auto end = std::chrono::steady_clock::now() + gather_max;
    WriteQueue taken;
    for (;;) {
        const bool is_late = !arrived_.wait_until(lock, end, [this] {
            return is_closing_ || filling_->arrived.size() >= chunk_size ||
                   filling_->size >= expected_;
        });
        const bool is_last = is_late || is_closing_ || filling_->size >= expected_;
        taken.clear();
        taken.swap(filling_->arrived);
        const auto batch = is_last ? std::exchange(filling_, std::make_shared<Batch>()) : filling_;
        lock.unlock();
        for (WriteRequest* request : taken)
            writer_.add(*request);
        lock.lock();
        if (is_last)
            return batch;
    }
}

}  // namespace store::sqlite
