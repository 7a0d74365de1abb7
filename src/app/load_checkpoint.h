#pragma once

#include "app/table_root.h"
#include "base/period.h"
#include "sdmx/message.h"
#include "statistics/stage.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app {

using base::Result;

/// What a load rests on beside its file. Where any of it differs, what was kept is of no use.
struct LoadTerms {
    std::string file;  ///< its name, as places of warnings begin
    std::string dataflow;
    std::int64_t fiscal_month = 7;
    std::string today;          ///< nothing is published later; empty where it is not asked
    std::uint64_t entries = 0;  ///< of the record
    std::string head;           ///< the hash of the record's signed head

    /// Why what was kept on other terms cannot be used: a clause; empty where it can.
    std::string differ_from(const LoadTerms& kept) const;
};

/// How far a load was, as it is kept on disk beside what it had staged.
struct LoadCheckpoint {
    /// Raised whenever what is kept of a load, or what is made of it, changes.
    static constexpr std::int64_t version_at_work = 1;
    /// So much of a file is held in memory at most when it is gone on with.
    static constexpr std::uint64_t tail_bytes_max = std::uint64_t{64} << 20;

    /// The bytes of a file or table that were kept.
    struct Beginning {
        std::uint64_t bytes = 0;
        journal::Hash sha256{};
    };
    struct Message : Beginning {
        sdmx::RowPlace next;  ///< where what follows the table's beginning is made from
    };

    LoadTerms terms;
    statistics::StagePoint stage;
    journal::Hash staged{};  ///< of the file that the stage kept
    Beginning table;
    TableRoot::Leaves leaves;
    std::optional<Message> message;  ///< the file, where it is one

    /// Whether its places can be, and what must be held of its file and table is not too much.
    bool can_be_gone_on_with() const;
    /// Where what must be known again of the table begins.
    std::uint64_t table_from() const;
    /// The bytes of the file that were read, and used.
    std::uint64_t file_bytes() const;

    /// Canonical JSON behind a line with its hash.
    std::string text() const;
    /// Errors: invalid_argument, with a clause that says why it cannot be used: damaged, of another
    /// version, places that cannot be.
    static Result<LoadCheckpoint> parse(std::string_view text);
};

}  // namespace app
