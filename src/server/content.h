#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>

namespace server {

/// The bytes of a body, with its tag and its compressed form; both are made once, when first asked
/// for. Safe to share between threads.
class Content {
  public:
    explicit Content(std::string bytes) : owned_(std::move(bytes)), plain_(owned_) {}
    /// With a tag that names what the bytes were made from, where that costs less than their hash.
    Content(std::string bytes, std::string tag)
        : owned_(std::move(bytes)), plain_(owned_), given_tag_(std::move(tag)) {}
    /// Bytes that live as long as the program; `gzip` may be empty, `tag` is a hash of the bytes.
    Content(std::string_view plain, std::string_view gzip, std::string tag);
    ~Content();
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;

    /// Empty, with the memory of a body that ended on this thread, if there is any: rendering into
    /// it costs neither an allocation nor pages that are new to the processor's cache. Some bodies'
    /// memory is kept, as many as are sent together.
    static std::string spare();
    static constexpr std::size_t spares_max = 32;  ///< of a thread

    std::string_view plain() const noexcept { return plain_; }
    std::size_t size() const noexcept { return plain_.size(); }

    /// Names the bytes for ETag, without quotes; equal bytes have equal tags.
    const std::string& tag() const;

    /// The body in gzip (RFC 1952), or empty where that would not make it smaller.
    std::string_view gzip() const;

    /// A file in memory that holds the plain bytes, for sendfile(2): the system then sends its
    /// pages as they are, instead of copying them with every answer. From the second request on,
    /// and only for as many bodies as may be held open; else -1.
    int file() const;
    static constexpr std::size_t file_bytes_min = 16 * 1024;

    /// Below this many bytes a body is not worth compressing.
    static constexpr std::size_t gzip_bytes_min = 1024;

  private:
    std::string owned_;  ///< does not change
    const std::string_view plain_;
    const std::string given_tag_;
    mutable std::once_flag tag_once_;  ///< where none is given; call_once costs a system call
    mutable std::string tag_;
    mutable std::once_flag gzip_once_;
    mutable std::string gzip_owned_;
    mutable std::string_view gzip_;
    mutable std::atomic<bool> was_asked_for_{false};
    mutable std::once_flag file_once_;
    mutable int file_ = -1;
};

}  // namespace server
