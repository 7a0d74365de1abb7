#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace base {

/// Reads a regular file; a folder, a pipe or a device is none, and is named in the error.
///
/// Errors: file_not_readable (missing, no regular file, larger than `bytes_max`).
Result<std::string> read_file(const std::filesystem::path& path,
                              std::size_t bytes_max = std::size_t{1} << 30);

/// Writes beside the place, syncs, then renames, so that a reader sees the old or the new file.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace base
