#include "app/unfinished_load.h"

#include "base/spill_file.h"

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::size_t checkpoint_bytes_max = std::size_t{1} << 20;
constexpr std::size_t piece_bytes = std::size_t{1} << 18;

}  // namespace

Result<std::optional<UnfinishedLoad>> UnfinishedLoad::open(const LoadKeeping& keeping) {
    auto folder = TRY(base::LockedFolder::open(keeping.folder));
    if (!folder)
        return std::optional<UnfinishedLoad>{};
    base::remove_abandoned(folder->path());
    return std::optional{UnfinishedLoad{keeping, std::move(*folder)}};
}

UnfinishedLoad::~UnfinishedLoad() {
    std::move(folder_).remove();
}

std::optional<LoadCheckpoint> UnfinishedLoad::find(const LoadTerms& terms) {
    if (keeping_.start == LoadKeeping::Start::anew) {
        forget();
        return std::nullopt;
    }
    std::error_code ignored;
    if (!std::filesystem::exists(checkpoint(), ignored)) {
        if (std::filesystem::exists(staged(), ignored) || std::filesystem::exists(table(), ignored))
            discard("it had no checkpoint yet; a message in XML or JSON has none");
        return std::nullopt;
    }
    auto found = [&]() -> Result<LoadCheckpoint> {
        return LoadCheckpoint::parse(TRY(base::read_file(checkpoint(), checkpoint_bytes_max)));
    }();
    const auto why = found.ok() ? terms.differ_from(found->terms) : found.error().message;
    if (why.empty())
        return std::move(found).value();
    discard(why);
    return std::nullopt;
}

void UnfinishedLoad::forget() {
    staged_input_.reset();
    staged_sha256_ = {};
    staged_bytes_ = 0;
    std::error_code ignored;
    for (const auto& path : {checkpoint(), staged(), table()})
        std::filesystem::remove(path, ignored);
}

void UnfinishedLoad::discard(const std::string& why) {
    forget();
    if (keeping_.begins_anew)
        keeping_.begins_anew(why);
}

Result<journal::Hash> UnfinishedLoad::hash_staged(std::uint64_t bytes) {
    if (!staged_input_)
        staged_input_ = TRY(base::input_of_file(staged()));
    std::string piece(piece_bytes, '\0');
    while (staged_bytes_ < bytes) {
        const auto wanted = std::min<std::uint64_t>(piece.size(), bytes - staged_bytes_);
        const auto got = TRY((*staged_input_)(std::span{piece}.first(wanted)));
        if (got == 0)
            return Error{ErrorCode::block_damaged, "what was staged is cut off", ""};
        staged_sha256_.add(std::string_view{piece}.substr(0, got));
        staged_bytes_ += got;
    }
    return journal::Sha256{staged_sha256_}.finish();
}

Result<void> UnfinishedLoad::keep(LoadCheckpoint checkpoint) {
    checkpoint.staged = TRY(hash_staged(checkpoint.stage.kept_bytes));
    TRY(base::sync_file(staged()));
    TRY(base::write_file(this->checkpoint(), checkpoint.text()));
    if (keeping_.is_kept)
        keeping_.is_kept(checkpoint.stage.rows);
    return {};
}

Result<void> UnfinishedLoad::check_staged(const LoadCheckpoint& checkpoint) {
    if (TRY(hash_staged(checkpoint.stage.kept_bytes)) != checkpoint.staged)
        return Error{ErrorCode::block_damaged, "what was staged is damaged", ""};
    return {};
}

}  // namespace app
