#include "store/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace store {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t key_file_bytes_max = 4096;

class File {
  public:
    File(const std::filesystem::path& path, int flags)
        : handle_(::open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0600)) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (handle_ >= 0)
            ::close(handle_);
    }
    bool is_open() const { return handle_ >= 0; }
    int handle() const { return handle_; }

  private:
    int handle_;
};

Error not_writable(const std::filesystem::path& path) {
    return Error{ErrorCode::file_not_writable,
                 fmt::format("cannot write the signing key: {}", std::strerror(errno)),
                 path.string()};
}

bool write_synced(const std::filesystem::path& path, std::string_view text) {
    const File file{path, O_WRONLY | O_CREAT | O_EXCL};
    return file.is_open() &&
           ::write(file.handle(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           ::fsync(file.handle()) == 0;
}

}  // namespace

Result<journal::Signer> read_key(const std::filesystem::path& path) {
    const File file{path, O_RDONLY};
    if (!file.is_open())
        return Error{errno == ENOENT ? ErrorCode::not_found : ErrorCode::file_not_readable,
                     fmt::format("cannot read the signing key: {}", std::strerror(errno)),
                     path.string()};
    struct stat status {};
    if (::fstat(file.handle(), &status) != 0 || (status.st_mode & 0077) != 0)
        return Error{ErrorCode::key_not_private,
                     fmt::format("expected a key that its owner alone can read (mode 600), found "
                                 "mode {:o}; run chmod 600",
                                 status.st_mode & 0777),
                     path.string()};
    std::string text(key_file_bytes_max, '\0');
    const ssize_t count = ::read(file.handle(), text.data(), text.size());
    text.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
    const base::Secret secret{std::move(text)};
    auto line = secret.reveal_secret();
    if (!line.ends_with('\n'))
        return Error{ErrorCode::invalid_key, "expected one line that is ended", path.string()};
    line.remove_suffix(1);
    auto signer = journal::Signer::parse(line);
    if (!signer.ok()) {
        auto error = std::move(signer).error();
        error.where = path.string();
        return error;
    }
    return signer;
}

// The key is complete before it gets its name, so that another process never reads half of it.
Result<void> write_key(const std::filesystem::path& path, const journal::Signer& signer) {
    auto temporary = path;
    temporary += fmt::format(".{}.part", ::getpid());
    const base::Secret skey = signer.skey();
    const base::Secret line{std::string{skey.reveal_secret()} + "\n"};
    ::unlink(temporary.c_str());
    if (!write_synced(temporary, line.reveal_secret())) {
        auto error = not_writable(path);
        ::unlink(temporary.c_str());
        return error;
    }
    const bool linked = ::link(temporary.c_str(), path.c_str()) == 0;
    const int reason = errno;
    ::unlink(temporary.c_str());
    if (!linked && reason == EEXIST)
        return Error{ErrorCode::destination_not_empty, "a signing key exists already",
                     path.string()};
    errno = reason;
    const auto folder = path.has_parent_path() ? path.parent_path() : ".";
    const File parent{folder, O_RDONLY | O_DIRECTORY};
    if (!linked || !parent.is_open() || ::fsync(parent.handle()) != 0)
        return not_writable(path);
    return {};
}

}  // namespace store
