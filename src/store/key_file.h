#pragma once

#include "journal/note.h"

#include <filesystem>

namespace store {

/// Reads the signing key. Errors: not_found, key_not_private, invalid_key, file_not_readable.
base::Result<journal::Signer> read_key(const std::filesystem::path& path);

/// Writes a new key, durable and readable by its owner alone; a file that exists stays as it is.
/// Errors: destination_not_empty, file_not_writable.
base::Result<void> write_key(const std::filesystem::path& path, const journal::Signer& signer);

}  // namespace store
