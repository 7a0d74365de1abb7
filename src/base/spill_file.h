#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace base {

/// A file for what does not fit into memory: bytes are appended and read back by their place.
class SpillFile {
  public:
    /// A file without a name: it is gone when this is, also after a crash. Errors:
    /// file_not_writable.
    static Result<SpillFile> create(
        const std::filesystem::path& folder = std::filesystem::temp_directory_path());
    /// A file that stays where it is; of what it holds, the first `bytes`. Errors:
    /// file_not_writable, file_not_readable (fewer are there).
    static Result<SpillFile> open(const std::filesystem::path& path, std::uint64_t bytes);
    SpillFile(SpillFile&& other) noexcept;
    SpillFile& operator=(SpillFile&& other) noexcept;
    ~SpillFile();

    /// The place of the first byte. Errors: file_not_writable.
    Result<std::uint64_t> append(std::string_view bytes);
    /// Errors: file_not_readable (also where fewer bytes are there).
    Result<std::string> read(std::uint64_t at, std::size_t bytes) const;
    std::uint64_t size() const { return written_ + waiting_.size(); }
    /// Lets others see all that was appended. Errors: file_not_writable.
    Result<void> flush();

  private:
    SpillFile(int file, std::uint64_t written) : file_(file), written_(written) {}

    int file_ = -1;
    std::uint64_t written_ = 0;
    std::string waiting_;  // the end of the file, not yet written
};

}  // namespace base
