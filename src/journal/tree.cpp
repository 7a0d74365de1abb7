#include "journal/tree.h"

#include <fmt/format.h>

#include <bit>

namespace journal {
namespace {

// A tree of size n splits at the largest power of two below n (RFC 9162, section 2.1.1).
std::uint64_t split_of(std::uint64_t size) {
    return std::bit_floor(size - 1);
}

Error does_not_hold(std::string_view what, std::string message) {
    return Error{ErrorCode::proof_does_not_hold, std::move(message), std::string{what}};
}

}  // namespace

Sha256 begin_leaf() {
    return Sha256{}.add(std::string_view{"\0", 1});
}

Hash leaf_hash(std::string_view bytes) {
    return begin_leaf().add(bytes).finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
    std::array<char, 65> bytes;
    bytes[0] = 1;
    std::copy(left.begin(), left.end(), bytes.begin() + 1);
    std::copy(right.begin(), right.end(), bytes.begin() + 33);
    return sha256({bytes.data(), bytes.size()});
}

Hash empty_root() {
    return sha256({});
}

Result<Frontier> Frontier::create(std::uint64_t size, std::vector<Hash> hashes) {
    if (static_cast<std::size_t>(std::popcount(size)) != hashes.size())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("a tree of {} leaves has {} full subtrees, found {}", size,
                                 std::popcount(size), hashes.size()),
                     ""};
    Frontier frontier;
    frontier.size_ = size;
    frontier.hashes_ = std::move(hashes);
    return frontier;
}

void Frontier::append(const Hash& leaf) {
    Hash hash = leaf;
    for (std::uint64_t bits = size_; bits & 1; bits >>= 1) {
        hash = node_hash(hashes_.back(), hash);
        hashes_.pop_back();
    }
    hashes_.push_back(hash);
    ++size_;
}

Hash Frontier::root() const {
    if (hashes_.empty())
        return empty_root();
    Hash root = hashes_.back();
    for (std::size_t i = hashes_.size() - 1; i-- > 0;)
        root = node_hash(hashes_[i], root);
    return root;
}

void Tree::append(const Hash& leaf) {
    Hash hash = leaf;
    for (std::size_t level = 0;; ++level) {
        if (level == levels_.size())
            levels_.emplace_back();
        auto& nodes = levels_[level];
        nodes.push_back(hash);
        if (nodes.size() % 2 != 0)
            return;
        hash = node_hash(nodes[nodes.size() - 2], nodes.back());
    }
}

std::span<const Hash> Tree::level(std::size_t level) const {
    return level < levels_.size() ? std::span<const Hash>{levels_[level]} : std::span<const Hash>{};
}

Hash Tree::range(std::uint64_t begin, std::uint64_t end) const {
    if (begin == end)
        return empty_root();
    const std::uint64_t count = end - begin;
    if (std::has_single_bit(count) && begin % count == 0) {
        const auto level = static_cast<std::size_t>(std::countr_zero(count));
        return levels_[level][begin >> level];
    }
    const std::uint64_t split = split_of(count);
    return node_hash(range(begin, begin + split), range(begin + split, end));
}

Result<Hash> Tree::root(std::uint64_t size) const {
    if (size > this->size())
        return Error{ErrorCode::not_found,
                     fmt::format("expected a size up to {}, found {}", this->size(), size), ""};
    return range(0, size);
}

Result<Proof> Tree::inclusion(std::uint64_t index, std::uint64_t size) const {
    if (index >= size || size > this->size())
        return Error{ErrorCode::not_found,
                     fmt::format("expected an entry below a size of at most {}, found {} in {}",
                                 this->size(), index, size),
                     ""};
    Proof proof;
    std::uint64_t begin = 0, end = size;
    while (end - begin > 1) {
        const std::uint64_t middle = begin + split_of(end - begin);
        if (index < middle) {
            proof.push_back(range(middle, end));
            end = middle;
        } else {
            proof.push_back(range(begin, middle));
            begin = middle;
        }
    }
    return Proof{proof.rbegin(), proof.rend()};
}

Result<Proof> Tree::consistency(std::uint64_t a, std::uint64_t b) const {
    if (a == 0 || a > b || b > size())
        return Error{
            ErrorCode::not_found,
            fmt::format("expected two sizes from 1 to {}, the older first, found {} and {}", size(),
                        a, b),
            ""};
    Proof proof;
    std::uint64_t begin = 0, end = b;
    bool is_older_root = true;  // whether [begin, a) is the whole older tree
    while (a != end) {
        const std::uint64_t middle = begin + split_of(end - begin);
        if (a <= middle) {
            proof.push_back(range(middle, end));
            end = middle;
        } else {
            proof.push_back(range(begin, middle));
            begin = middle;
            is_older_root = false;
        }
    }
    if (!is_older_root)
        proof.push_back(range(begin, end));
    return Proof{proof.rbegin(), proof.rend()};
}

Result<void> verify_inclusion(const InclusionClaim& claim, std::span<const Hash> proof) {
    if (claim.index >= claim.size)
        return does_not_hold("inclusion", fmt::format("there is no entry {} in a tree of {}",
                                                      claim.index, claim.size));
    std::uint64_t node = claim.index, last = claim.size - 1;
    Hash root = claim.leaf;
    for (const Hash& step : proof) {
        if (last == 0)
            return does_not_hold("inclusion", "the proof is longer than the path to the root");
        if ((node & 1) != 0 || node == last) {
            root = node_hash(step, root);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(root, step);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return does_not_hold("inclusion", "the proof is shorter than the path to the root");
    if (root != claim.root)
        return does_not_hold("inclusion",
                             fmt::format("entry {} leads to the root {}, not to {}", claim.index,
                                         to_hex(root), to_hex(claim.root)));
    return {};
}

Result<void> verify_consistency(const ConsistencyClaim& claim, std::span<const Hash> proof) {
    const auto wrong = [](std::string message) {
        return does_not_hold("consistency", std::move(message));
    };
    if (claim.older_size > claim.newer_size)
        return wrong("the older tree is larger than the newer");
    if (claim.older_size == claim.newer_size) {
        if (!proof.empty() || claim.older_root != claim.newer_root)
            return wrong("two trees of one size must have one root and need no proof");
        return {};
    }
    // Every tree continues the empty one, whose root is known without being told.
    if (claim.older_size == 0)
        return proof.empty() && claim.older_root == empty_root()
                   ? Result<void>{}
                   : wrong("the empty tree has another root, or a proof too many");
    if (proof.empty())
        return wrong("the proof is empty");
    std::uint64_t node = claim.older_size - 1, last = claim.newer_size - 1;
    while ((node & 1) != 0) {
        node >>= 1;
        last >>= 1;
    }
    // Where the older tree is one full subtree, its root is not repeated in the proof.
    std::size_t at = 0;
    const Hash start = node == 0 ? claim.older_root : proof[at++];
    Hash older = start, newer = start;
    for (; at < proof.size(); ++at) {
        if (last == 0)
            return wrong("the proof is longer than the path to the root");
        if ((node & 1) != 0 || node == last) {
            older = node_hash(proof[at], older);
            newer = node_hash(proof[at], newer);
            while ((node & 1) == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            newer = node_hash(newer, proof[at]);
        }
        node >>= 1;
        last >>= 1;
    }
    if (last != 0)
        return wrong("the proof is shorter than the path to the root");
    if (older != claim.older_root)
        return wrong("the proof does not lead to the older root");
    if (newer != claim.newer_root)
        return wrong("the proof does not lead to the newer root");
    return {};
}

}  // namespace journal
