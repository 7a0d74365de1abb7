#pragma once

#include "journal/hash.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace journal {

/// Hashes from the leaf (or the older tree) upwards.
using Proof = std::vector<Hash>;

/// Source: RFC 6962, section 2.1, and RFC 9162, section 2.1.1 (MTH).
Hash leaf_hash(std::string_view bytes);
/// The hash of a leaf whose bytes are still to be added.
Sha256 begin_leaf();
Hash node_hash(const Hash& left, const Hash& right);
Hash empty_root();

/// The roots of the full subtrees of which a tree consists, largest first: all that appending
/// needs.
class Frontier {
  public:
    Frontier() = default;
    /// Errors: invalid_argument unless there is one hash for each bit that `size` has set.
    static Result<Frontier> create(std::uint64_t size, std::vector<Hash> hashes);

    std::uint64_t size() const noexcept { return size_; }
    std::span<const Hash> hashes() const noexcept { return hashes_; }
    void append(const Hash& leaf);
    Hash root() const;

  private:
    std::uint64_t size_ = 0;
    std::vector<Hash> hashes_;
};

/// All hashes of all full subtrees: what proofs need. 64 bytes an entry.
class Tree {
  public:
    std::uint64_t size() const noexcept { return levels_.empty() ? 0 : levels_[0].size(); }
    void append(const Hash& leaf);
    const Hash& leaf(std::uint64_t index) const { return levels_[0][index]; }
    /// The full subtrees of 2^level leaves.
    std::span<const Hash> level(std::size_t level) const;

    /// Errors: not_found where the tree is smaller.
    Result<Hash> root(std::uint64_t size) const;
    /// Source: RFC 9162, section 2.1.3.1. Errors: not_found unless index < size <= this size().
    Result<Proof> inclusion(std::uint64_t index, std::uint64_t size) const;
    /// Source: RFC 9162, section 2.1.4.1. Errors: not_found unless 0 < a <= b <= this size().
    Result<Proof> consistency(std::uint64_t a, std::uint64_t b) const;

    /// MTH of the leaves [begin, end), which this tree must hold.
    Hash range(std::uint64_t begin, std::uint64_t end) const;

  private:
    std::vector<std::vector<Hash>> levels_;
};

struct InclusionClaim {
    std::uint64_t index = 0;
    std::uint64_t size = 0;
    Hash leaf{};
    Hash root{};
};
/// Source: RFC 9162, section 2.1.3.2. Errors: proof_does_not_hold.
Result<void> verify_inclusion(const InclusionClaim& claim, std::span<const Hash> proof);

struct ConsistencyClaim {
    std::uint64_t older_size = 0;
    std::uint64_t newer_size = 0;
    Hash older_root{};
    Hash newer_root{};
};
/// Source: RFC 9162, section 2.1.4.2. Errors: proof_does_not_hold.
Result<void> verify_consistency(const ConsistencyClaim& claim, std::span<const Hash> proof);

}  // namespace journal
