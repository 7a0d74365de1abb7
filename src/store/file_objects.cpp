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

Error no_object(const journal::Hash& hash) {
    return Error{ErrorCode::not_found, "no object has this hash", journal::to_hex(hash)};
}

Error damaged(const std::filesystem::path& path) {
    return Error{ErrorCode::object_damaged, "the file no longer has the content of its name",
                 path.string()};
}

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
    TRY(make_folder_of(path));
    TRY(base::write_file(path, bytes));
    return hash;
}

Result<void> FileObjects::make_folder_of(const std::filesystem::path& path) const {
    if (std::filesystem::exists(path.parent_path()))
        return {};
    TRY(make_folder(folder_));
    return make_folder(path.parent_path());
}

/// Hashed while it is written; its name is known at the end.
class FileObjects::Incoming final : public journal::ObjectStore::Writer {
  public:
    Incoming(const FileObjects& objects, base::NewFile file, const journal::Sha256& sha256)
        : objects_(objects), file_(std::move(file)), sha256_(sha256) {}

    Result<void> add(std::string_view bytes) override {
        sha256_.add(bytes);
        return file_.add(bytes);
    }

    journal::Hash so_far() const override { return journal::Sha256{sha256_}.finish(); }
    Result<void> sync() override { return file_.sync(); }

    Result<journal::Hash> finish() override {
        const auto hash = sha256_.finish();
        const auto path = objects_.path_of(hash);
        TRY(objects_.make_folder_of(path));
        TRY(std::move(file_).finish(path));
        return hash;
    }

  private:
    const FileObjects& objects_;
    base::NewFile file_;
    journal::Sha256 sha256_;
};

Result<std::unique_ptr<FileObjects::Writer>> FileObjects::begin() {
    TRY(make_folder(folder_));
    base::remove_abandoned(folder_);
    return std::unique_ptr<Writer>{
        std::make_unique<Incoming>(*this, TRY(base::NewFile::create(folder_)), journal::Sha256{})};
}

Result<std::unique_ptr<FileObjects::Writer>> FileObjects::go_on(const Beginning& beginning) {
    auto file = TRY(base::NewFile::open(beginning.path, beginning.bytes));
    return std::unique_ptr<Writer>{
        std::make_unique<Incoming>(*this, std::move(file), beginning.sha256)};
}

Result<base::Input> FileObjects::open(const journal::Hash& hash) const {
    if (!contains(hash))
        return no_object(hash);
    const auto path = path_of(hash);
    return base::Input{[input = TRY(base::input_of_file(path)), sha256 = journal::Sha256{}, path,
                        hash](std::span<char> into) mutable -> Result<std::size_t> {
        const auto bytes = TRY(input(into));
        sha256.add({into.data(), bytes});
        if (bytes == 0 && !into.empty() && sha256.finish() != hash)
            return damaged(path);
        return bytes;
    }};
}

Result<std::string> FileObjects::get(const journal::Hash& hash) const {
    if (!contains(hash))
        return no_object(hash);
    auto bytes = TRY(base::read_file(path_of(hash)));
    if (journal::sha256(bytes) != hash)
        return damaged(path_of(hash));
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
