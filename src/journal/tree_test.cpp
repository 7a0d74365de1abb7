#include "journal/tree.h"

#include "journal/reference_test.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <bit>
#include <limits>

namespace journal {
namespace {

Tree tree_of(const std::vector<std::string>& leaves) {
    Tree tree;
    for (const auto& leaf : leaves)
        tree.append(leaf_hash(leaf));
    return tree;
}

std::vector<Hash> base64_proof(const base::Json& list, bool& readable) {
    std::vector<Hash> proof;
    if (list.array_items() == nullptr)
        return proof;
    for (const auto& item : *list.array_items()) {
        const auto hash = parse_base64_hash(*item.string());
        readable = readable && hash.ok();
        if (hash.ok())
            proof.push_back(hash.value());
    }
    return proof;
}

Proof hex_proof(const base::Json& list) {
    Proof proof;
    for (const auto& item : *list.array_items())
        proof.push_back(parse_hex(*item.string()).value());
    return proof;
}

std::uint64_t number(const base::Json& json, std::string_view key) {
    // One vector has the index 2^64 - 1, which is no whole number to `base`.
    const auto* integer = json.find(key)->integer();
    return integer != nullptr ? static_cast<std::uint64_t>(*integer)
                              : std::numeric_limits<std::uint64_t>::max();
}

std::vector<std::string> single_bytes(int count) {
    std::vector<std::string> leaves;
    for (int i = 0; i < count; ++i)
        leaves.emplace_back(1, static_cast<char>(i));
    return leaves;
}

TEST(Tree, OfNothingIsTheHashOfNothing) {
    EXPECT_EQ(to_hex(empty_root()),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(Frontier{}.root(), empty_root());
    EXPECT_EQ(Tree{}.root(0).value(), empty_root());
}

// RFC 6962's own leaves as transparency-dev publishes them.
TEST(Tree, HasTheRootsOfTheReferenceLeaves) {
    const auto reference = reference_json("rfc6962_8leaf.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    Tree tree;
    Frontier frontier;
    std::size_t size = 0;
    for (const auto& root : *reference->find("roots_hex_by_size")->array_items()) {
        EXPECT_EQ(to_hex(tree.root(size).value()), *root.string());
        EXPECT_EQ(to_hex(frontier.root()), *root.string());
        if (size == 8)
            break;
        const auto& input = *(*reference->find("leaf_inputs_hex")->array_items())[size].string();
        const Hash leaf = leaf_hash(from_hex(input));
        EXPECT_EQ(to_hex(leaf),
                  *(*reference->find("leaf_hashes_hex")->array_items())[size].string());
        tree.append(leaf);
        frontier.append(leaf);
        ++size;
    }
}

TEST(Tree, JudgesEveryReferenceInclusionProof) {
    const auto reference = reference_json("inclusion_vectors.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    int refused = 0, taken = 0;
    for (const auto& vector : *reference->array_items()) {
        bool readable = true;
        const auto leaf = parse_base64_hash(*vector.find("leafHash")->string());
        const auto root = parse_base64_hash(*vector.find("root")->string());
        const auto proof = base64_proof(*vector.find("proof"), readable);
        bool holds = readable && leaf.ok() && root.ok();
        if (holds)
            holds = verify_inclusion({number(vector, "leafIdx"), number(vector, "treeSize"),
                                      leaf.value(), root.value()},
                                     proof)
                        .ok();
        EXPECT_EQ(holds, !*vector.find("wantErr")->boolean()) << *vector.find("id")->string();
        ++(holds ? taken : refused);
    }
    EXPECT_GT(refused, 0);
    EXPECT_GT(taken, 0);
}

TEST(Tree, JudgesEveryReferenceConsistencyProof) {
    const auto reference = reference_json("consistency_vectors.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    int refused = 0, taken = 0;
    for (const auto& vector : *reference->array_items()) {
        bool readable = true;
        const auto older = parse_base64_hash(*vector.find("root1")->string());
        const auto newer = parse_base64_hash(*vector.find("root2")->string());
        const auto proof = base64_proof(*vector.find("proof"), readable);
        bool holds = readable && older.ok() && newer.ok();
        if (holds)
            holds = verify_consistency({number(vector, "size1"), number(vector, "size2"),
                                        older.value(), newer.value()},
                                       proof)
                        .ok();
        EXPECT_EQ(holds, !*vector.find("wantErr")->boolean()) << *vector.find("id")->string();
        ++(holds ? taken : refused);
    }
    EXPECT_GT(refused, 0);
    EXPECT_GT(taken, 0);
}

TEST(Tree, GivesTheProofsOfTheReferenceJournal) {
    const auto reference = reference_json("journal_tree.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    std::vector<std::string> entries;
    for (const auto& entry : *reference->find("entries_utf8")->array_items())
        entries.push_back(*entry.string());
    const Tree tree = tree_of(entries);
    for (const auto& root : *reference->find("roots")->array_items())
        EXPECT_EQ(to_hex(tree.root(number(root, "size")).value()),
                  *root.find("root_hex")->string());
    for (const auto& vector : *reference->find("inclusion")->array_items())
        EXPECT_EQ(tree.inclusion(number(vector, "leafIdx"), number(vector, "treeSize")).value(),
                  hex_proof(*vector.find("proof_hex")));
    for (const auto& vector : *reference->find("consistency")->array_items())
        EXPECT_EQ(tree.consistency(number(vector, "size1"), number(vector, "size2")).value(),
                  hex_proof(*vector.find("proof_hex")));
}

TEST(Tree, HasTheRollingHashOfAllRootsTo130) {
    const auto reference = reference_json("rolling_vectors.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    const Tree tree = tree_of(single_bytes(130));
    std::string roots, subtrees;
    for (std::uint64_t end = 0; end <= 130; ++end) {
        roots += fmt::format("{} {}\n", end, to_hex(tree.root(end).value()));
        for (std::uint64_t begin = 0; begin <= end; ++begin) {
            const std::uint64_t step = end == begin ? 1 : std::bit_ceil(end - begin);
            if (begin == 0 || begin == end || begin % step == 0)
                subtrees +=
                    fmt::format("[{}, {}) {}\n", begin, end, to_hex(tree.range(begin, end)));
        }
    }
    EXPECT_EQ(to_hex(sha256(roots)), *reference->find("root_rolling")->find("sha256")->string());
    EXPECT_EQ(to_hex(sha256(subtrees)),
              *reference->find("subtree_hash_rolling_from_draft")->find("sha256")->string());
}

TEST(Tree, ProvesEveryEntryInEverySizeTo70) {
    const Tree tree = tree_of(single_bytes(70));
    for (std::uint64_t size = 1; size <= 70; ++size) {
        const Hash root = tree.root(size).value();
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto proof = tree.inclusion(index, size).value();
            EXPECT_TRUE(verify_inclusion({index, size, tree.leaf(index), root}, proof).ok());
            EXPECT_FALSE(
                verify_inclusion({index, size, tree.leaf((index + 1) % 70), root}, proof).ok());
        }
        for (std::uint64_t older = 1; older <= size; ++older) {
            const auto proof = tree.consistency(older, size).value();
            const Hash before = tree.root(older).value();
            EXPECT_TRUE(verify_consistency({older, size, before, root}, proof).ok());
            EXPECT_FALSE(verify_consistency({older, size, empty_root(), root}, proof).ok());
        }
    }
}

TEST(Tree, RefusesToProveWhatItDoesNotHold) {
    const Tree tree = tree_of(single_bytes(5));
    EXPECT_EQ(tree.inclusion(5, 5).error().code, ErrorCode::not_found);
    EXPECT_EQ(tree.inclusion(0, 6).error().code, ErrorCode::not_found);
    EXPECT_EQ(tree.consistency(0, 5).error().code, ErrorCode::not_found);
    EXPECT_EQ(tree.consistency(4, 3).error().code, ErrorCode::not_found);
    EXPECT_EQ(tree.root(6).error().code, ErrorCode::not_found);
}

TEST(Frontier, ContinuesWhereItWasStored) {
    Frontier whole, first;
    const auto leaves = single_bytes(100);
    for (int i = 0; i < 37; ++i)
        first.append(leaf_hash(leaves[static_cast<std::size_t>(i)]));
    auto second = Frontier::create(37, {first.hashes().begin(), first.hashes().end()}).value();
    for (int i = 37; i < 100; ++i)
        second.append(leaf_hash(leaves[static_cast<std::size_t>(i)]));
    for (const auto& leaf : leaves)
        whole.append(leaf_hash(leaf));
    EXPECT_EQ(second.root(), whole.root());
    EXPECT_FALSE(Frontier::create(37, {}).ok());
}

}  // namespace
}  // namespace journal
