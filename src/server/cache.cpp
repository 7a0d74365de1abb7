#include "server/cache.h"

namespace server {

namespace {

// A list node, a map node and their blocks; the compressed form is counted as a fourth of the body.
constexpr std::size_t entry_overhead_bytes = 256;

std::size_t weight(std::string_view key, const Content& content) {
    return entry_overhead_bytes + key.size() + content.size() + content.size() / 4;
}

}  // namespace

ResponseCache::ResponseCache(std::size_t bytes_max) : shard_bytes_max_(bytes_max / shard_count) {}

ResponseCache::Shard& ResponseCache::shard_of(std::string_view key) {
    // The map takes the low bits of the same hash, so the shard takes others.
    return shards_[(Hash{}(key) >> 48) % shard_count];
}

void ResponseCache::move_head(Shard& shard, std::uint64_t head) {
    if (head <= shard.head)
        return;
    shard.by_key.clear();
    shard.by_use.clear();
    shard.bytes = 0;
    shard.head = head;
}

ResponseCache::Shared ResponseCache::find(std::string_view key, std::uint64_t head) {
    Shard& shard = shard_of(key);
    {
        const std::lock_guard lock(shard.mutex);
        move_head(shard, head);
        if (head == shard.head) {
            if (const auto found = shard.by_key.find(key); found != shard.by_key.end()) {
                shard.by_use.splice(shard.by_use.begin(), shard.by_use, found->second);
                hits_.fetch_add(1, std::memory_order_relaxed);
                return found->second->content;
            }
        }
    }
    misses_.fetch_add(1, std::memory_order_relaxed);
    return nullptr;
}

ResponseCache::Shared ResponseCache::get(std::string_view key, std::uint64_t head,
                                         const Render& render) {
    if (auto kept = find(key, head))
        return kept;
    // Rendered without the lock: two threads may do so at once, which costs time but waits for
    // none.
    auto content = std::make_shared<const Content>(render());
    keep(key, head, content);
    return content;
}

void ResponseCache::keep(std::string_view key, std::uint64_t head, const Shared& content) {
    const std::size_t bytes = weight(key, *content);
    if (bytes > shard_bytes_max_)
        return;
    Shard& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    move_head(shard, head);
    if (head != shard.head || shard.by_key.contains(key))
        return;
    while (shard.bytes + bytes > shard_bytes_max_) {
        shard.bytes -= shard.by_use.back().bytes;
        shard.by_key.erase(shard.by_use.back().key);
        shard.by_use.pop_back();
    }
    shard.by_use.push_front({std::string{key}, content, bytes});
    shard.by_key.emplace(shard.by_use.front().key, shard.by_use.begin());
    shard.bytes += bytes;
}

std::size_t ResponseCache::bytes_held() const {
    std::size_t sum = 0;
    for (const auto& shard : shards_) {
        const std::lock_guard lock(shard.mutex);
        sum += shard.bytes;
    }
    return sum;
}

}  // namespace server
