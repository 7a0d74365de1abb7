#include "base/file.h"
#include "base/pieces.h"
#include "journal/note.h"
#include "journal/tiles.h"
#include "journal/verify.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace journal {
namespace {

namespace fs = std::filesystem;

Error not_writable(const fs::path& path, std::string reason) {
    return Error{ErrorCode::file_not_writable, std::move(reason), path.string()};
}

Result<void> write(const fs::path& path, std::string_view bytes) {
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream file{path, std::ios::binary};
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file)
        return not_writable(path, fmt::format("cannot write the file: {}", std::strerror(errno)));
    return {};
}

// Piece by piece: it may be larger than memory.
Result<void> write_object(const ObjectStore& objects, const Hash& hash, const fs::path& path) {
    const auto content = TRY(objects.open(hash));
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    std::ofstream file{path, std::ios::binary};
    TRY(base::for_each_piece(content, [&](std::string_view piece) {
        file.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        return Result<void>{};
    }));
    file.close();
    if (!file)
        return not_writable(path, fmt::format("cannot write the file: {}", std::strerror(errno)));
    return {};
}

// Entries and their bundles are written while they are read, so that memory does not grow.
class EntryFiles {
  public:
    EntryFiles(const fs::path& folder, std::uint64_t size)
        : folder_(folder), size_(size), lines_(folder / "entries.jsonl", std::ios::binary) {}

    Result<void> add(std::string_view bytes) {
        lines_.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).put('\n');
        tree.append(leaf_hash(bytes));
        add_to_bundle(bundle_, bytes);
        if (tree.size() % tile_width != 0 && tree.size() != size_)
            return {};
        const std::uint64_t index = (tree.size() - 1) / tile_width;
        const Tile tile{
            .holds_entries = true, .index = index, .width = tree.size() - index * tile_width};
        TRY(write(folder_ / "tiles" / tile.path(), bundle_));
        bundle_.clear();
        return {};
    }

    Result<void> finish() {
        lines_.close();
        if (!lines_)
            return not_writable(folder_ / "entries.jsonl", "cannot write the entries");
        return {};
    }

    Tree tree;

  private:
    fs::path folder_;
    std::uint64_t size_;
    std::ofstream lines_;
    std::string bundle_;
};

Result<void> write_objects(const Log& log, std::uint64_t size, const ObjectStore& objects,
                           const fs::path& folder) {
    return log.scan(0, size, [&](std::uint64_t seq, std::string_view bytes) -> Result<void> {
        const auto entry = EntryView::scan(bytes);
        if (!entry || entry->attachments.bytes() == "[]")
            return {};
        for (const Hash& hash : TRY(decode(bytes)).attachments) {
            const auto name = to_hex(hash);
            const auto path = folder / "objects" / name.substr(0, 2) / name;
            if (fs::exists(path))
                continue;
            auto written = write_object(objects, hash, path);
            if (!written.ok() && written.error().code != ErrorCode::file_not_writable)
                return Error{written.error().code, written.error().message,
                             fmt::format("entry {}", seq)};
            TRY(std::move(written));
        }
        return {};
    });
}

}  // namespace

Result<void> write_export(const Log& log, const ObjectStore& objects, const fs::path& folder,
                          Objects with) {
    std::error_code error;
    if (fs::exists(folder) && !fs::is_empty(folder, error))
        return not_writable(folder, "expected an empty folder, or none, to write the export to");
    fs::create_directories(folder, error);
    const auto note = TRY(log.checkpoint());
    const auto verifier = TRY(Verifier::parse(log.vkey()));
    const auto checkpoint = TRY(open_checkpoint(note, verifier));
    EntryFiles files{folder, checkpoint.size};
    TRY(log.scan(0, checkpoint.size,
                 [&](std::uint64_t, std::string_view bytes) { return files.add(bytes); }));
    TRY(files.finish());
    if (files.tree.size() != checkpoint.size ||
        TRY(files.tree.root(checkpoint.size)) != checkpoint.root)
        return Error{ErrorCode::checkpoint_does_not_hold,
                     "the entries are not those that the checkpoint describes; verify the store",
                     fmt::format("checkpoint {}", checkpoint.size)};
    for (const Tile& tile : tiles_of(checkpoint.size)) {
        if (!tile.holds_entries)
            TRY(write(folder / "tiles" / tile.path(), tile_bytes(files.tree, tile)));
    }
    if (with == Objects::required)
        TRY(write_objects(log, checkpoint.size, objects, folder));
    TRY(write(folder / "tiles/checkpoint", note));
    TRY(write(folder / "vkey", log.vkey() + "\n"));
    // Written last and synced: an export with a checkpoint is complete.
    return base::write_file(folder / "checkpoint", note);
}

}  // namespace journal
