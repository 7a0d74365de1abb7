#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server {

/// A few threads beside those of the connections, for handlers that wait for the disk.
class WorkPool {
  public:
    WorkPool(unsigned threads, std::size_t waiting_max);
    ~WorkPool();  ///< runs what has been accepted, then ends
    WorkPool(const WorkPool&) = delete;
    WorkPool& operator=(const WorkPool&) = delete;

    /// Whether the job was accepted; not if `waiting_max` already wait. A job must not throw.
    [[nodiscard]] bool post(std::function<void()> job);

  private:
    void run();

    const std::size_t waiting_max_;
    std::mutex mutex_;
    std::condition_variable has_work_;
    std::deque<std::function<void()>> jobs_;
    bool ending_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace server
