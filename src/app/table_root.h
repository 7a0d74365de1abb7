#pragma once

#include "journal/hash.h"
#include "journal/tree.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace app {

/// The root of a Merkle tree (RFC 9162) over a table, so that one figure can be shown to have been
/// loaded without the rest of the table.
///
/// Shape: a leaf holds `records_in_leaf` records, the last one the rest, each with its line end as
///        it is written; the header is the first record. Quoted line ends do not end a record.
class TableRoot {
  public:
    /// A leaf for each record would cost four times the hashing.
    static constexpr std::size_t records_in_leaf = 64;

    TableRoot() { begin_leaf(); }
    /// What is to be kept, with the table behind it, to go on.
    struct Leaves {
        journal::Frontier whole;
        std::uint64_t end = 0;  ///< where in the table they end, and the next one begins
    };
    /// What follows the leaves is still to be added.
    explicit TableRoot(Leaves leaves) : leaves_(std::move(leaves)), bytes_(leaves_.end) {
        begin_leaf();
    }
    const Leaves& leaves() const { return leaves_; }

    /// The table, piece by piece.
    void add(std::string_view bytes);
    /// After the last piece.
    journal::Hash finish();

  private:
    void begin_leaf();
    void end_leaf();

    Leaves leaves_;
    std::uint64_t bytes_ = 0;
    journal::Sha256 leaf_;
    std::size_t records_ = 0;  // that ended in this leaf
    bool is_begun_ = false;    // the leaf has bytes
    bool is_quoted_ = false;
};

journal::Hash table_root(std::string_view table);

}  // namespace app
