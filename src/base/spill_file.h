#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace base {

/// A file without a name for what does not fit into memory: bytes are appended and read back by
/// their place. It is gone when this is, also after a crash.
class SpillFile {
  public:
    /// Errors: file_not_writable.
    static Result<SpillFile> create(
        const std::filesystem::path& folder = std::filesystem::temp_directory_path());
    SpillFile(SpillFile&& other) noexcept;
    SpillFile& operator=(SpillFile&& other) noexcept;
    ~SpillFile();

    /// The place of the first byte. Errors: file_not_writable.
    Result<std::uint64_t> append(std::string_view bytes);
    /// Errors: file_not_readable (also where fewer bytes are there).
    Result<std::string> read(std::uint64_t at, std::size_t bytes) const;

  private:
    explicit SpillFile(int file) : file_(file) {}
    Result<void> flush();

    int file_ = -1;
    std::uint64_t written_ = 0;
    std::string waiting_;  // the end of the file, not yet written
};

}  // namespace base
