#pragma once

#include "store/sqlite/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace store::sqlite {

/// The first eight bytes of the SHA-256 of a request's identifier.
std::int64_t request_key(std::string_view request);

/// Finds entries by request: the table for most of them, memory for those since its last filling.
/// Both hold keys; whose request it is says the entry itself.
class RequestIndex {
  public:
    Result<void> prepare(Database& database);
    /// Brings memory to what the store holds below `size`, after another process may have written.
    Result<void> catch_up(std::uint64_t size);

    Result<std::optional<std::uint64_t>> find(std::string_view request);
    /// Whether an entry from `from` on, below `to`, has the subject.
    Result<std::optional<std::uint64_t>> find_subject(std::string_view subject, std::uint64_t from,
                                                      std::uint64_t to);
    /// The next entry; `seq` follows the one before.
    void add(std::string_view request, std::string_view subject);
    /// Forgets the entries from `size` on, which were rolled back.
    void shrink(std::uint64_t size);
    /// Moves what has gathered into the table, if it is enough, within the open transaction.
    Result<void> fill_table();
    /// Forgets what the table holds, once the transaction that filled it is durable.
    void forget_filled();

  private:
    struct Recent {
        std::string request, subject;
        std::int64_t key;
    };
    std::uint64_t end() const { return indexed_ + recent_.size(); }
    Result<void> read_recent(std::uint64_t from, std::uint64_t size);
    Result<std::uint64_t> read_indexed();
    Result<std::optional<std::uint64_t>> find_in_table(std::string_view request, std::int64_t key);

    Database* database_ = nullptr;
    Statement find_, insert_, read_indexed_, write_indexed_, read_entry_, read_entries_;
    std::uint64_t indexed_ = 0;   // where memory begins
    bool is_filled_ = false;      // the open transaction moved memory into the table
    std::vector<Recent> recent_;  // of the entries from there on
    std::unordered_multimap<std::int64_t, std::uint64_t> by_key_;
};

}  // namespace store::sqlite
