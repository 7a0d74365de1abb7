#pragma once

#include "server/content.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace server {

/// Rendered bytes by address and head of the journal. What was rendered for an older head is
/// dropped as soon as a newer one is asked for; within one head the longest unused goes first.
/// Safe to share between threads.
///
/// Units: bytes of the bodies, both forms, plus a fixed sum for each entry.
class ResponseCache {
  public:
    explicit ResponseCache(std::size_t bytes_max);

    using Shared = std::shared_ptr<const Content>;
    using Render = std::function<std::string()>;

    /// What is kept for the key at that head, or nothing.
    Shared find(std::string_view key, std::uint64_t head);

    /// What is kept, or else what `render` makes; that is kept unless a newer head has been seen
    /// (an answer of the past would push out those of now) or it is larger than a shard.
    Shared get(std::string_view key, std::uint64_t head, const Render& render);

    /// Keeps what was made elsewhere, as `get` does.
    void keep(std::string_view key, std::uint64_t head, const Shared& content);

    std::size_t bytes_held() const;
    std::uint64_t hits() const noexcept { return hits_.load(std::memory_order_relaxed); }
    std::uint64_t misses() const noexcept { return misses_.load(std::memory_order_relaxed); }

  private:
    struct Entry {
        std::string key;
        Shared content;
        std::size_t bytes;
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const noexcept {
            return std::hash<std::string_view>{}(key);
        }
    };
    struct alignas(64) Shard {
        mutable std::mutex mutex;
        std::uint64_t head = 0;
        std::size_t bytes = 0;
        std::list<Entry> by_use;  // the latest used first
        // The views point into the keys of `by_use`, which do not move.
        std::unordered_map<std::string_view, std::list<Entry>::iterator, Hash, std::equal_to<>>
            by_key;
    };

    Shard& shard_of(std::string_view key);
    void move_head(Shard& shard, std::uint64_t head);

    static constexpr std::size_t shard_count = 16;
    std::size_t shard_bytes_max_;
    std::array<Shard, shard_count> shards_;
    std::atomic<std::uint64_t> hits_{0};
    std::atomic<std::uint64_t> misses_{0};
};

}  // namespace server
