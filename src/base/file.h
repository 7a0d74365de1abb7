#pragma once

#include "base/input.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace base {

/// Reads a regular file; a folder, a pipe or a device is none, and is named in the error.
///
/// Errors: file_not_readable (missing, no regular file, larger than `bytes_max`).
Result<std::string> read_file(const std::filesystem::path& path,
                              std::size_t bytes_max = std::size_t{1} << 30);

/// The bytes of a regular file, block by block; it stays open as long as the input lives.
///
/// Errors: file_not_readable, also where reading fails later.
Result<Input> input_of_file(const std::filesystem::path& path);

/// Opens a file, which is made where there is none, to write on behind its first `bytes`; what lies
/// there is cut off. Errors: file_not_writable, file_not_readable (fewer bytes are there).
Result<int> open_behind(const std::filesystem::path& path, std::uint64_t bytes);

/// What others wrote is durable. Errors: file_not_writable.
Result<void> sync_file(const std::filesystem::path& path);

/// A file on its way: it is written beside its place and gone again unless it is finished.
class NewFile {
  public:
    /// `beside` is a folder of the file system on which the file will be. Errors:
    /// file_not_writable.
    static Result<NewFile> create(const std::filesystem::path& beside);
    /// At a place of its own, where it stays after a crash; of what lies there, the first `bytes`.
    /// Errors: those of open_behind.
    static Result<NewFile> open(const std::filesystem::path& path, std::uint64_t bytes);
    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&&) = delete;
    ~NewFile();

    /// Errors: file_not_writable.
    Result<void> add(std::string_view bytes);
    /// Durable up to here, so that it can be opened again. Errors: file_not_writable.
    Result<void> sync() const;
    /// Syncs, then renames, so that a reader sees the old or the new file. Errors:
    /// file_not_writable.
    Result<void> finish(const std::filesystem::path& path) &&;

  private:
    NewFile(int file, std::filesystem::path path) : file_(file), path_(std::move(path)) {}

    int file_;
    std::filesystem::path path_;
};

/// Removes what programs that were killed had on its way in a folder, and gives how many files that
/// were; a file on which a program is at work is locked, and stays.
std::size_t remove_abandoned(const std::filesystem::path& folder);

/// A folder in which one program is at work at a time.
class LockedFolder {
  public:
    /// Makes it where there is none; nothing where another program is at work in it. Errors:
    /// file_not_writable.
    static Result<std::optional<LockedFolder>> open(const std::filesystem::path& path);
    LockedFolder(LockedFolder&& other) noexcept;
    LockedFolder& operator=(LockedFolder&&) = delete;
    ~LockedFolder();

    const std::filesystem::path& path() const { return path_; }
    /// With all that is in it.
    void remove() &&;

  private:
    LockedFolder(int folder, std::filesystem::path path)
        : folder_(folder), path_(std::move(path)) {}

    int folder_;
    std::filesystem::path path_;
};

/// Writes a file in one go, as NewFile does.
Result<void> write_file(const std::filesystem::path& path, std::string_view bytes);

}  // namespace base
