#include "store/file_objects.h"

#include "base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

namespace store {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// A folder that was just made is durable when its parent is synced.
Result<void> make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::create_directories(folder, error) && error)
        return Error{ErrorCode::file_not_writable,
                     fmt::format("cannot make the folder: {}", error.message()), folder.string()};
    const auto parent = folder.has_parent_path() ? folder.parent_path() : ".";
    const int file = ::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return synced ? Result<void>{}
                  : Error{ErrorCode::file_not_writable, "cannot sync the folder", parent.string()};
}

}  // namespace

Result<journal::Hash> FileObjects::put(std::string_view bytes) {
    const journal::Hash hash = journal::sha256(bytes);
    const auto path = path_of(hash);
    // A file that is there but damaged is written anew: the bytes are at hand.
    if (contains(hash) && get(hash).ok())
        return hash;
    if (!std::filesystem::exists(path.parent_path())) {
        TRY(make_folder(folder_));
        TRY(make_folder(path.parent_path()));
    }
    TRY(base::write_file(path, bytes));
    return hash;
}

Result<std::string> FileObjects::get(const journal::Hash& hash) const {
    if (!contains(hash))
        return Error{ErrorCode::not_found, "no object has this hash", journal::to_hex(hash)};
    auto bytes = TRY(base::read_file(path_of(hash)));
    if (journal::sha256(bytes) != hash)
        return Error{ErrorCode::object_damaged, "the file no longer has the content of its name",
                     path_of(hash).string()};
    return bytes;
}

bool FileObjects::contains(const journal::Hash& hash) const {
    std::error_code error;
    return std::filesystem::is_regular_file(path_of(hash), error);
}

std::filesystem::path FileObjects::path_of(const journal::Hash& hash) const {
    const auto name = journal::to_hex(hash);
    return folder_ / name.substr(0, 2) / name;
}

}  // namespace store
