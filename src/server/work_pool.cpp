#include "server/work_pool.h"

#include <algorithm>
#include <utility>

namespace server {

WorkPool::WorkPool(unsigned threads, std::size_t waiting_max) : waiting_max_(waiting_max) {
    threads_.reserve(threads);
    for (unsigned i = 0; i < std::max(1U, threads); ++i)
        threads_.emplace_back([this] { run(); });
}

WorkPool::~WorkPool() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    has_work_.notify_all();
    threads_.clear();  // joins
}

bool WorkPool::post(std::function<void()> job) {
    {
        const std::lock_guard lock(mutex_);
        if (ending_ || jobs_.size() >= waiting_max_)
            return false;
        jobs_.push_back(std::move(job));
    }
    has_work_.notify_one();
    return true;
}

void WorkPool::run() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            has_work_.wait(lock, [this] { return ending_ || !jobs_.empty(); });
            if (jobs_.empty())
                return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
        }
        job();
    }
}

}  // namespace server
