#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
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

namespace {

// Opens a regular file, and says how large it is.
Result<std::pair<std::shared_ptr<Descriptor>, std::size_t>> open_regular(
    const std::filesystem::path& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0)
        return not_readable(path, fmt::format("cannot read the file: {}", std::strerror(errno)));
    if (!S_ISREG(found.st_mode))
        return not_readable(path, fmt::format("expected a file, found {}", kind_of(found.st_mode)));
    // Not to be held up by a pipe that has taken the file's place meanwhile.
    auto file =
        std::make_shared<Descriptor>(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file->is_open())
        return not_readable(path, fmt::format("cannot read the file: {}", std::strerror(errno)));
    return std::pair{std::move(file), static_cast<std::size_t>(found.st_size)};
}

// Some bytes, none at the end, or nothing where reading fails.
std::optional<std::size_t> read_some(const Descriptor& file, std::span<char> into) {
    for (;;) {
        const ssize_t count = ::read(file.number(), into.data(), into.size());
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno != EINTR)
            return std::nullopt;
    }
}

constexpr std::string_view part_prefix = ".part-";

}  // namespace

Result<Input> input_of_file(const std::filesystem::path& path) {
    const auto file = TRY(open_regular(path)).first;
    return Input{[file, path](std::span<char> into) -> Result<std::size_t> {
        const auto bytes = read_some(*file, into);
        if (!bytes)
            return not_readable(path, fmt::format("cannot read on: {}", std::strerror(errno)));
        return *bytes;
    }};
}

Result<std::string> read_file(const std::filesystem::path& path, std::size_t bytes_max) {
    const auto [file, size] = TRY(open_regular(path));
    if (size > bytes_max)
        return not_readable(path,
                            fmt::format("expected at most {} bytes, found {}", bytes_max, size));
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const auto count = read_some(*file, std::span{bytes}.subspan(filled));
        if (!count || *count == 0)
            return not_readable(path, "the file could not be read to its end");
        filled += *count;
    }
    return bytes;
}

Result<NewFile> NewFile::create(const std::filesystem::path& beside) {
    // Between making and locking it somebody may take it for abandoned.
    for (int tries = 0; tries < 16; ++tries) {
        std::string name = (beside / (std::string{part_prefix} + "XXXXXX")).string();
        const int file = ::mkostemp(name.data(), O_CLOEXEC);
        if (file < 0 || ::fchmod(file, 0644) != 0)
            return not_writable(beside);
        struct stat is {};
        if (::flock(file, LOCK_EX | LOCK_NB) == 0 && ::fstat(file, &is) == 0 && is.st_nlink > 0)
            return NewFile{file, std::move(name)};
        ::close(file);
    }
    return not_writable(beside);
}

Result<int> open_behind(const std::filesystem::path& path, std::uint64_t bytes) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0)
        return not_writable(path);
    struct stat found = {};
    (void)::fstat(file, &found);
    const auto end = static_cast<off_t>(bytes);
    if (found.st_size >= end && ::ftruncate(file, end) == 0 && ::lseek(file, end, SEEK_SET) == end)
        return file;
    auto error = found.st_size < end
                     ? not_readable(path, fmt::format("expected at least {} bytes, found {}", bytes,
                                                      found.st_size))
                     : not_writable(path);
    ::close(file);
    return error;
}

Result<void> sync_file(const std::filesystem::path& path) {
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)};
    return file.is_open() && ::fdatasync(file.number()) == 0 ? Result<void>{} : not_writable(path);
}

Result<NewFile> NewFile::open(const std::filesystem::path& path, std::uint64_t bytes) {
    return NewFile{TRY(open_behind(path, bytes)), path};
}

std::size_t remove_abandoned(const std::filesystem::path& folder) {
    std::size_t removed = 0;
    std::error_code error;
    for (const auto& item : std::filesystem::directory_iterator{folder, error}) {
        if (!item.path().filename().string().starts_with(part_prefix))
            continue;
        const int file = ::open(item.path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
        if (file < 0)
            continue;
        if (::flock(file, LOCK_EX | LOCK_NB) == 0 && ::unlink(item.path().c_str()) == 0)
            ++removed;
        ::close(file);
    }
    return removed;
}

NewFile::NewFile(NewFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

NewFile::~NewFile() {
    if (file_ < 0)
        return;
    ::close(file_);
    ::unlink(path_.c_str());
}

Result<void> NewFile::add(std::string_view bytes) {
    return write_all(file_, bytes) ? Result<void>{} : not_writable(path_);
}

Result<void> NewFile::sync() const {
    return ::fdatasync(file_) == 0 ? Result<void>{} : not_writable(path_);
}

Result<void> NewFile::finish(const std::filesystem::path& path) && {
    if (::fsync(file_) != 0 || ::rename(path_.c_str(), path.c_str()) != 0)
        return not_writable(path);
    ::close(std::exchange(file_, -1));
    return sync_folder(path.parent_path()) ? Result<void>{} : not_writable(path);
}

Result<std::optional<LockedFolder>> LockedFolder::open(const std::filesystem::path& path) {
    // Between making and locking it, whoever was at work in it may remove it.
    for (int tries = 0; tries < 16; ++tries) {
        std::error_code ignored;
        std::filesystem::create_directory(path, ignored);
        const int folder = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
        if (folder < 0)
            return not_writable(path);
        LockedFolder opened{folder, path};
        if (::flock(folder, LOCK_EX | LOCK_NB) != 0)
            return std::optional<LockedFolder>{};
        struct stat is {};
        if (::fstat(folder, &is) == 0 && is.st_nlink > 0)
            return std::optional{std::move(opened)};
    }
    return not_writable(path);
}

LockedFolder::LockedFolder(LockedFolder&& other) noexcept
    : folder_(std::exchange(other.folder_, -1)), path_(std::move(other.path_)) {}

LockedFolder::~LockedFolder() {
    if (folder_ >= 0)
        ::close(folder_);
}

void LockedFolder::remove() && {
    if (folder_ < 0)
        return;
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Result<void> write_file(const std::filesystem::path& path, std::string_view bytes) {
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path{"."};
    auto file = NewFile::create(folder);
    if (!file.ok())
        return not_writable(path);
    if (auto written = file->add(bytes); !written.ok())
        return not_writable(path);
    return std::move(file).value().finish(path);
}

}  // namespace base
