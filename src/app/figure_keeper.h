#pragma once

#include "app/table_root.h"
#include "app/unfinished_load.h"
#include "base/channel.h"
#include "journal/log.h"

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace app {

/// Bytes that several threads read.
using Piece = std::shared_ptr<const std::string>;

/// Keeps a file and the table that it stands for, and hashes both, in a thread of its own; and
/// keeps checkpoints of a load under way.
class FigureKeeper {
  public:
    struct Kept {
        journal::Hash table{};
        std::optional<journal::Hash> message;
        journal::Hash root{};
    };
    /// What is on its way.
    struct Parts {
        std::unique_ptr<journal::ObjectStore::Writer> table;
        std::unique_ptr<journal::ObjectStore::Writer> message;  ///< the file, where it is one
        TableRoot root = {};
        std::uint64_t table_bytes = 0;
        std::uint64_t message_bytes = 0;
        std::optional<sdmx::RowPlace> next =
            {};  ///< of the message: what follows the table's bytes

        /// With nothing yet. The table of a message lies where `unfinished` has it, if it is given.
        /// Errors: file_not_writable.
        static Result<Parts> begin(journal::ObjectStore& objects, bool is_message,
                                   const UnfinishedLoad* unfinished);
    };

    /// Keeps no checkpoints where nothing is `unfinished`.
    FigureKeeper(Parts parts, UnfinishedLoad* unfinished, LoadTerms terms);
    FigureKeeper(const FigureKeeper&) = delete;
    FigureKeeper& operator=(const FigureKeeper&) = delete;
    ~FigureKeeper() { given_.end(); }

    /// `next`: where the message is gone on with behind it.
    void add_to_table(Piece piece, const std::optional<sdmx::RowPlace>& next = {}) {
        given_.give(OfTable{std::move(piece), next});
    }
    void add_to_message(Piece piece) { given_.give(OfMessage{std::move(piece)}); }
    /// What was given is enough for the point that comes.
    void comes_to_point() { given_.give(Here{}); }
    /// Another load can go on from there.
    void is_at(const statistics::StagePoint& point) { given_.give(point); }

    Result<Kept> finish();

  private:
    struct OfTable {
        Piece piece;
        std::optional<sdmx::RowPlace> next;
    };
    struct OfMessage {
        Piece piece;
    };
    struct Here {};
    using Given = std::variant<OfTable, OfMessage, Here, statistics::StagePoint>;
    static constexpr std::size_t given_max = 16;  // that wait, of a few 100 KB each

    Result<void> run();
    Result<void> keep(const OfTable& given);
    Result<void> keep(const OfMessage& given);
    Result<void> keep(const Here&);
    Result<void> keep(const statistics::StagePoint& point);

    Parts parts_;
    UnfinishedLoad* unfinished_;
    LoadTerms terms_;
    std::optional<LoadCheckpoint> next_;    // of the point that comes
    std::future<Result<void>> checkpoint_;  // on its way to the disk, in another thread
    base::Channel<Given> given_{given_max};
    std::future<Result<void>> done_;  // last, for its thread uses all of the above
};

}  // namespace app
