#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>

namespace base {
namespace {

Error not_writable(const std::filesystem::path& path) {
    return Error{ErrorCode::file_not_writable,
                 fmt::format("cannot write the file: {}", std::strerror(errno)), path.string()};
}

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
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return Error{ErrorCode::file_not_readable, "expected a file, found a folder",
                     path.string()};
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    if (!file)
        return Error{ErrorCode::file_not_readable,
                     fmt::format("cannot read the file: {}", std::strerror(errno)), path.string()};
    const auto size = static_cast<std::size_t>(file.tellg());
    if (size > bytes_max)
        return Error{ErrorCode::file_not_readable,
                     fmt::format("expected at most {} bytes, found {}", bytes_max, size),
                     path.string()};
    std::string bytes(size, '\0');
    file.seekg(0);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(size)))
        return Error{ErrorCode::file_not_readable, "the file could not be read to its end",
                     path.string()};
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
