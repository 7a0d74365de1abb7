#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace base {

/// Hands things from one thread to another, in their order; who gives waits where the other is
/// slower.
template <typename T>
class Channel {
  public:
    explicit Channel(std::size_t waiting_max) : waiting_max_(waiting_max) {}

    /// False where nobody takes any more.
    bool give(T thing) {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return waiting_.size() < waiting_max_ || is_left_; });
        if (is_left_)
            return false;
        waiting_.push_back(std::move(thing));
        changed_.notify_all();
        return true;
    }
    /// Nothing once the giver has ended and all was taken.
    std::optional<T> take() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return !waiting_.empty() || has_ended_; });
        if (waiting_.empty())
            return std::nullopt;
        auto thing = std::optional{std::move(waiting_.front())};
        waiting_.pop_front();
        changed_.notify_all();
        return thing;
    }
    /// The giver's last word.
    void end() { set(has_ended_); }
    /// The taker's: what is given from now on is dropped.
    void leave() { set(is_left_); }

  private:
    void set(bool& word) {
        const std::scoped_lock lock{mutex_};
        word = true;
        changed_.notify_all();
    }

    const std::size_t waiting_max_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<T> waiting_;
    bool has_ended_ = false;
    bool is_left_ = false;
};

}  // namespace base
