#pragma once

#include <array>
#include <atomic>
#include <bit>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace state {

/// A list that only grows: one thread appends while others read, without a lock.
///
/// Shape: elements never move; a reader sees those below the `size()` that it has read. It holds up
///        to first_chunk * (2^chunks_max - 1) elements; a list of which there are many is declared
///        with a small first chunk and no more chunks than it can need.
template <typename T, std::size_t first_chunk = 8, std::size_t chunks_max = 28>
class Chunked {
    static_assert(std::has_single_bit(first_chunk));

  public:
    Chunked() = default;
    Chunked(const Chunked&) = delete;
    Chunked& operator=(const Chunked&) = delete;
    ~Chunked() {
        const std::size_t count = size();
        for (std::size_t i = 0; i < count; ++i)
            (*this)[i].~T();
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            if (T* chunk = chunks_[i].load(std::memory_order_relaxed))
                std::allocator<T>{}.deallocate(chunk, first_chunk << i);
        }
    }

    std::size_t size() const noexcept { return size_.load(std::memory_order_acquire); }
    bool empty() const noexcept { return size() == 0; }

    T& operator[](std::size_t index) noexcept { return *place(index); }
    const T& operator[](std::size_t index) const noexcept { return *place(index); }
    T& back() noexcept { return (*this)[size() - 1]; }
    const T& back() const noexcept { return (*this)[size() - 1]; }

    /// Asks for the first element ahead of its use: a walk over many lists waits for memory.
    void prefetch() const noexcept {
        const auto* first =
            reinterpret_cast<const char*>(chunks_[0].load(std::memory_order_relaxed));
        for (std::size_t line = 0; first != nullptr && line < sizeof(T); line += 64)
            __builtin_prefetch(first + line);
    }

    /// Only one thread may append at a time.
    template <typename... Arguments>
    T& emplace_back(Arguments&&... arguments) {
        const std::size_t index = size_.load(std::memory_order_relaxed);
        const std::size_t chunk = chunk_of(index);
        if (chunks_[chunk].load(std::memory_order_relaxed) == nullptr)
            chunks_[chunk].store(std::allocator<T>{}.allocate(first_chunk << chunk),
                                 std::memory_order_release);
        T* element = new (place(index)) T{std::forward<Arguments>(arguments)...};
        size_.store(index + 1, std::memory_order_release);
        return *element;
    }

  private:
    // Chunk k holds first_chunk << k elements and begins at first_chunk * (2^k - 1).
    static std::size_t chunk_of(std::size_t index) noexcept {
        return static_cast<std::size_t>(std::bit_width(index / first_chunk + 1)) - 1;
    }
    T* place(std::size_t index) const noexcept {
        const std::size_t chunk = chunk_of(index);
        const std::size_t begin = first_chunk * ((std::size_t{1} << chunk) - 1);
        return chunks_[chunk].load(std::memory_order_acquire) + (index - begin);
    }

    // The size stands beside the first chunk: a short list is read with one look at memory.
    std::atomic<std::size_t> size_{0};
    std::array<std::atomic<T*>, chunks_max> chunks_{};
};

}  // namespace state
