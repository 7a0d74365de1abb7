#pragma once

#include "app/load_checkpoint.h"
#include "base/file.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace app {

/// How a load is kept while it is under way, so that the same one, given again after a crash, goes
/// on where it was.
struct LoadKeeping {
    std::filesystem::path
        folder;  ///< of the objects' file system; one load at a time is kept in it
    enum class Start : std::uint8_t { where_it_was, anew } start = Start::where_it_was;
    std::uint64_t bytes_min = std::uint64_t{32} << 20;  ///< a smaller file is read again as fast
    std::size_t held_max = statistics::StageOptions{}.held_max;

    /// Told when a load goes on: behind how many rows, and how much of its file.
    struct GoingOn {
        std::uint64_t rows = 0;
        std::uint64_t bytes = 0;
    };
    std::function<void(const GoingOn&)> goes_on = {};
    /// Told why what was kept of a load cannot be used: a clause.
    std::function<void(const std::string&)> begins_anew = {};
    /// Told from another thread: behind how many rows the same load would go on.
    std::function<void(std::uint64_t rows)> is_kept = {};
};

/// The folder in which a load under way is kept; it is gone with this, and stays after a crash.
class UnfinishedLoad {
  public:
    /// Nothing where another load is being kept. Errors: file_not_writable.
    static Result<std::optional<UnfinishedLoad>> open(const LoadKeeping& keeping);
    UnfinishedLoad(UnfinishedLoad&&) = default;
    UnfinishedLoad& operator=(UnfinishedLoad&&) = delete;
    ~UnfinishedLoad();

    const LoadKeeping& keeping() const { return keeping_; }
    std::filesystem::path staged() const { return folder_.path() / "staged"; }
    std::filesystem::path table() const { return folder_.path() / "table"; }

    /// What a load on the same terms had kept; tells why, if there is one that cannot be used.
    std::optional<LoadCheckpoint> find(const LoadTerms& terms);
    /// Forgets what was kept, and tells why.
    void discard(const std::string& why);

    /// Keeps a checkpoint, whose hash of what is staged is filled in, in the place of the one
    /// before. Errors: file_not_readable, file_not_writable.
    Result<void> keep(LoadCheckpoint checkpoint);
    /// Holds what is staged against a checkpoint that is to be gone on with. Errors:
    /// file_not_readable, block_damaged.
    Result<void> check_staged(const LoadCheckpoint& checkpoint);

  private:
    UnfinishedLoad(const LoadKeeping& keeping, base::LockedFolder folder)
        : keeping_(keeping), folder_(std::move(folder)) {}
    void forget();
    std::filesystem::path checkpoint() const { return folder_.path() / "checkpoint"; }
    Result<journal::Hash> hash_staged(std::uint64_t bytes);

    const LoadKeeping& keeping_;
    base::LockedFolder folder_;
    std::optional<base::Input> staged_input_;  // goes on where it was, as the file grows
    journal::Sha256 staged_sha256_;            // of what it gave
    std::uint64_t staged_bytes_ = 0;
};

}  // namespace app
