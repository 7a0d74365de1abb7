#include "base/file.h"
#include "journal/tiles.h"
#include "journal/verify_parts.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <set>

namespace journal {
namespace {

namespace fs = std::filesystem;

Error wrong_file(const fs::path& path, std::string message) {
    return Error{ErrorCode::file_does_not_hold, std::move(message), path.generic_string()};
}

Error wrong_entry(std::uint64_t seq, std::string message) {
    return Error{ErrorCode::entry_does_not_hold, std::move(message), fmt::format("entry {}", seq)};
}

/// A file's bytes without a copy: an export may be larger than memory.
class MappedFile {
  public:
    static Result<MappedFile> open(const fs::path& path, const fs::path& name) {
        const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        struct stat status {};
        if (file < 0 || ::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
            if (file >= 0)
                ::close(file);
            return Error{ErrorCode::file_does_not_hold, "the file is missing or cannot be read",
                         name.generic_string()};
        }
        MappedFile mapped;
        mapped.size_ = static_cast<std::size_t>(status.st_size);
        if (mapped.size_ > 0)
            mapped.data_ = ::mmap(nullptr, mapped.size_, PROT_READ, MAP_PRIVATE, file, 0);
        ::close(file);
        if (mapped.data_ == MAP_FAILED) {
            mapped.data_ = nullptr;
            return Error{ErrorCode::file_not_readable, "the file cannot be mapped",
                         name.generic_string()};
        }
        return mapped;
    }
    MappedFile(MappedFile&& other) noexcept
        : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile() {
        if (data_ != nullptr)
            ::munmap(data_, size_);
    }
    std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }

  private:
    MappedFile() = default;
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

class ExportVerifier {
  public:
    ExportVerifier(fs::path folder, const Trust& trust)
        : folder_(std::move(folder)), trust_(trust) {}

    Result<Verdict> run() {
        TRY(read_key());
        TRY(read_checkpoint());
        auto lines = TRY(MappedFile::open(folder_ / "entries.jsonl", "entries.jsonl"));
        TRY(check_entries(lines.bytes()));
        TRY(check_pinned(trust_, *verifier_, checker_.tree()));
        TRY(check_tiles());
        TRY(check_objects());
        TRY(check_strangers());
        verdict_.entries = checker_.size();
        verdict_.checkpoints = 1;
        verdict_.root = checkpoint_.root;
        return verdict_;
    }

  private:
    Result<std::string> read(const fs::path& name) {
        known_.insert(name.generic_string());
        auto bytes = base::read_file(folder_ / name);
        if (!bytes.ok())
            return wrong_file(name, "the file is missing or cannot be read");
        return bytes;
    }

    Result<void> read_key() {
        auto line = TRY(read("vkey"));
        if (!line.ends_with('\n'))
            return wrong_file("vkey", "expected one line that is ended");
        line.pop_back();
        verifier_ = TRY(trusted_verifier(line, trust_, "vkey"));
        verdict_.vkey = line;
        verdict_.origin = verifier_->name();
        return {};
    }

    Result<void> read_checkpoint() {
        verdict_.checkpoint = TRY(read("checkpoint"));
        auto checkpoint = open_checkpoint(verdict_.checkpoint, *verifier_);
        if (!checkpoint.ok())
            return Error{ErrorCode::checkpoint_does_not_hold, checkpoint.error().message,
                         "checkpoint"};
        checkpoint_ = std::move(checkpoint).value();
        return {};
    }

    // Stops at the first line that is no entry of this place; whether an entry is another than was
    // signed shows only at the root.
    Result<void> check_entries(std::string_view lines) {
        known_.insert("entries.jsonl");
        while (!lines.empty()) {
            const auto end = lines.find('\n');
            const auto line = lines.substr(0, end);
            entries_.push_back(line);
            if (checker_.size() == checkpoint_.size)
                return wrong_entry(checker_.size(),
                                   fmt::format("the checkpoint is over {} entries, "
                                               "here is one more",
                                               checkpoint_.size));
            auto held = checker_.add(line);
            if (held.ok() && end == std::string_view::npos)
                held = wrong_entry(checker_.size() - 1, "the line is not ended");
            if (!held.ok())
                return earlier_difference(std::move(held).error());
            lines.remove_prefix(end + 1);
        }
        if (checker_.size() < checkpoint_.size)
            return earlier_difference(
                wrong_entry(checker_.size(),
                            fmt::format("the checkpoint is over {} entries, this one is missing",
                                        checkpoint_.size)));
        const Hash root = TRY(checker_.tree().root(checkpoint_.size));
        if (root == checkpoint_.root)
            return {};
        return earlier_difference(
            Error{ErrorCode::checkpoint_does_not_hold,
                  fmt::format("the checkpoint has the root {}, the entries have {}",
                              to_base64(checkpoint_.root), to_base64(root)),
                  "checkpoint"});
    }

    // The leaf hashes of the tiles, if they give the signed root, tell which entry was changed
    // first.
    Error earlier_difference(Error error) {
        const auto signed_leaves = leaves_of_tiles();
        const Tree& tree = checker_.tree();
        Tree expected;
        for (const Hash& leaf : signed_leaves)
            expected.append(leaf);
        if (expected.size() != checkpoint_.size ||
            expected.range(0, expected.size()) != checkpoint_.root)
            return error;
        for (std::uint64_t seq = 0; seq < std::min(tree.size(), expected.size()); ++seq) {
            if (tree.leaf(seq) != expected.leaf(seq))
                return wrong_entry(seq,
                                   fmt::format("the signed tree has the leaf {}, this entry {}",
                                               to_hex(expected.leaf(seq)), to_hex(tree.leaf(seq))));
        }
        return error;
    }

    // Not all tiles of the size that the checkpoint states: who signs may state any.
    std::vector<Hash> leaves_of_tiles() {
        std::vector<Hash> leaves;
        while (leaves.size() < checkpoint_.size) {
            const Tile tile{.index = leaves.size() / tile_width,
                            .width = std::min(tile_width, checkpoint_.size - leaves.size())};
            const auto bytes = base::read_file(folder_ / "tiles" / tile.path());
            if (!bytes.ok() || bytes.value().size() != tile.width * sizeof(Hash))
                return {};
            for (std::size_t at = 0; at < bytes.value().size(); at += sizeof(Hash)) {
                Hash hash;
                std::copy_n(bytes.value().begin() + static_cast<std::ptrdiff_t>(at), hash.size(),
                            hash.begin());
                leaves.push_back(hash);
            }
        }
        return leaves;
    }

    Result<void> check_tiles() {
        const std::string copy = TRY(read("tiles/checkpoint"));
        TRY(compare("tiles/checkpoint", copy, verdict_.checkpoint));
        for (const Tile& tile : tiles_of(checkpoint_.size)) {
            const auto name = fs::path{"tiles"} / tile.path();
            known_.insert(name.generic_string());
            const auto found = TRY(MappedFile::open(folder_ / name, name));
            if (tile.holds_entries)
                TRY(compare_bundle(name, found.bytes(), tile));
            else
                TRY(compare(name, found.bytes(), tile_bytes(checker_.tree(), tile)));
        }
        return {};
    }

    Result<void> compare_bundle(const fs::path& name, std::string_view found, const Tile& tile) {
        std::string expected;
        for (std::uint64_t i = 0; i < tile.width; ++i)
            add_to_bundle(expected, entries_[tile.index * tile_width + i]);
        return compare(name, found, expected);
    }

    Result<void> compare(const fs::path& name, std::string_view found, std::string_view expected) {
        if (found == expected)
            return {};
        const auto at = std::ranges::mismatch(found, expected).in1 - found.begin();
        return Error{ErrorCode::file_does_not_hold,
                     fmt::format("expected {} bytes that follow from the entries, found another at "
                                 "byte {}",
                                 expected.size(), at),
                     fmt::format("{}, byte {}", name.generic_string(), at)};
    }

    Result<void> check_objects() {
        for (const auto& [hash, seq] : checker_.attachments()) {
            const auto text = to_hex(hash);
            const auto name = fs::path{"objects"} / text.substr(0, 2) / text;
            known_.insert(name.generic_string());
            if (trust_.objects == Objects::omitted && !fs::exists(folder_ / name))
                continue;
            auto content = MappedFile::open(folder_ / name, name);
            if (!content.ok())
                return Error{ErrorCode::missing_object,
                             fmt::format("the attachment of entry {} is missing", seq),
                             name.generic_string()};
            if (sha256(content->bytes()) != hash)
                return wrong_file(name,
                                  fmt::format("the attachment of entry {} has another content "
                                              "than its name says",
                                              seq));
            ++verdict_.attachments;
        }
        return {};
    }

    // A file that nobody vouches for must not look as if it had been verified.
    Result<void> check_strangers() {
        std::error_code error;
        for (fs::recursive_directory_iterator at{folder_, error}, end; at != end;
             at.increment(error)) {
            if (error)
                return wrong_file(folder_, "the folder cannot be read");
            const auto name = at->path().lexically_relative(folder_);
            if (!at->is_directory(error) && !known_.contains(name.generic_string()))
                return wrong_file(name, "the file does not belong to the export");
        }
        return {};
    }

    fs::path folder_;
    const Trust& trust_;
    Verdict verdict_;
    std::optional<Verifier> verifier_;
    Checkpoint checkpoint_;
    EntryChecker checker_;
    std::vector<std::string_view> entries_;  // they live while the mapped file of `run` does
    std::set<std::string> known_;
};

}  // namespace

Result<Verdict> verify_export(const fs::path& folder, const Trust& trust) {
    return ExportVerifier{folder, trust}.run();
}

}  // namespace journal
