#pragma once

#include "sdmx/message.h"

#include <filesystem>

namespace sdmx {

/// The bytes of a regular file, block by block; the file stays open as long as the input lives.
///
/// Errors: file_not_readable, also where reading fails later.
base::Result<Input> input_of_file(const std::filesystem::path& path);

}  // namespace sdmx
