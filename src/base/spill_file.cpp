#include "base/spill_file.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace base {
namespace {

constexpr std::size_t waiting_max = std::size_t{1} << 20;

Error failed(ErrorCode code, std::string_view doing) {
    return Error{code, fmt::format("cannot {} a temporary file: {}", doing, std::strerror(errno)),
                 ""};
}

}  // namespace

Result<SpillFile> SpillFile::create(const std::filesystem::path& folder) {
    std::string name = (folder / "tameel-XXXXXX").string();
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0)
        return failed(ErrorCode::file_not_writable, "make");
    ::unlink(name.c_str());
    return SpillFile{file, 0};
}

Result<SpillFile> SpillFile::open(const std::filesystem::path& path, std::uint64_t bytes) {
    return SpillFile{TRY(open_behind(path, bytes)), bytes};
}

SpillFile::SpillFile(SpillFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      written_(other.written_),
      waiting_(std::move(other.waiting_)) {}

SpillFile& SpillFile::operator=(SpillFile&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(written_, other.written_);
    std::swap(waiting_, other.waiting_);
    return *this;
}

SpillFile::~SpillFile() {
    if (file_ >= 0)
        ::close(file_);
}

Result<void> SpillFile::flush() {
    for (std::string_view rest = waiting_; !rest.empty();) {
        const auto count = ::write(file_, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failed(ErrorCode::file_not_writable, "write");
        rest.remove_prefix(static_cast<std::size_t>(count));
        written_ += static_cast<std::uint64_t>(count);
    }
    waiting_.clear();
    return {};
}

Result<std::uint64_t> SpillFile::append(std::string_view bytes) {
    const auto at = written_ + waiting_.size();
    waiting_ += bytes;
    if (waiting_.size() >= waiting_max)
        TRY(flush());
    return at;
}

Result<std::string> SpillFile::read(std::uint64_t at, std::size_t bytes) const {
    // What was appended together lies together, so it is either written or waits.
    if (at >= written_)
        return waiting_.substr(at - written_, bytes);
    std::string found(bytes, '\0');
    for (std::size_t have = 0; have < bytes;) {
        const auto count =
            ::pread(file_, found.data() + have, bytes - have, static_cast<off_t>(at + have));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return failed(ErrorCode::file_not_readable, "read");
        have += static_cast<std::size_t>(count);
    }
    return found;
}

}  // namespace base
