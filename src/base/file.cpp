#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace base {
namespace {

Error not_readable(const std::filesystem::path& path, std::string message) {
    return Error{ErrorCode::file_not_readable, std::move(message), path.string()};
}

Error not_writable(const std::filesystem::path& path) {
    return Error{ErrorCode::file_not_writable,
                 fmt::format("cannot write the file: {}", std::strerror(errno)), path.string()};
}

std::string_view kind_of(mode_t mode) {
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISFIFO(mode))
        return "a pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    return S_ISCHR(mode) || S_ISBLK(mode) ? "a device" : "something else";
}

/// Closes what was opened.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (is_open())
            ::close(number_);
    }
    bool is_open() const { return number_ >= 0; }
    int number() const { return number_; }

  private:
    int number_;
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool sync_folder(const std::filesystem::path& folder) {
    const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY);
    if (file < 0)
        return false;
    const bool synced = ::fsync(file) == 0;
    ::close(file);
    return synced;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0)
        return not_readable(path, fmt::format("cannot read the file: {}", std::strerror(errno)));
    if (!S_ISREG(found.st_mode))
        return not_readable(path, fmt::format("expected a file, found {}", kind_of(found.st_mode)));
    // Not to be held up by a pipe that has taken the file's place meanwhile.
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (!file.is_open())
        return not_readable(path, fmt::format("cannot read the file: {}", std::strerror(errno)));
    const auto size = static_cast<std::size_t>(found.st_size);
    if (size > bytes_max)
        return not_readable(path,
                            fmt::format("expected at most {} bytes, found {}", bytes_max, size));
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, size - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return not_readable(path, "the file could not be read to its end");
        filled += static_cast<std::size_t>(count);
    }
    return bytes;
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
    auto temporary = path;
    temporary += fmt::format(".{}.part", ::getpid());
    const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0)
        return not_writable(path);
    const bool written = write_all(file, bytes) && ::fsync(file) == 0;
    const int reason = errno;
    ::close(file);
    if (!written || ::rename(temporary.c_str(), path.c_str()) != 0 ||
        !sync_folder(path.parent_path())) {
        if (!written)
            errno = reason;
        auto error = not_writable(path);
        ::unlink(temporary.c_str());
        return error;
    }
    return {};
}

}  // namespace base
