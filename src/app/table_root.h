#pragma once

#include "journal/hash.h"
#include "journal/tree.h"

#include <string>
#include <string_view>

namespace app {

/// The root of a Merkle tree (RFC 9162) whose leaves are the records of a table, its header first,
/// each without its line end: one figure can be shown to have been loaded without the others.
class TableRoot {
  public:
    /// The table, piece by piece.
    void add(std::string_view bytes);
    /// After the last piece.
    journal::Hash finish();

  private:
    void add_record(std::string_view record);

    journal::Frontier tree_;
    std::string begun_;  // of a record whose end is still to come
    bool is_quoted_ = false;
};

journal::Hash table_root(std::string_view table);

}  // namespace app
