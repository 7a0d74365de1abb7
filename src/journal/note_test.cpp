#include "journal/note.h"

#include "journal/reference_test.h"
#include "journal/tree.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace journal {
namespace {

Signer test_signer() {
    std::string seed;
    for (int i = 0; i < 32; ++i)
        seed += static_cast<char>(i);
    return Signer::from_seed("example.gov.test/strategy", seed).value();
}

std::string test_note() {
    return test_signer().sign(
        Checkpoint{"example.gov.test/strategy", 7, sha256("root"), {}}.text());
}

TEST(Note, OfTheSpecificationHolds) {
    const auto reference = reference_json("c2sp_example.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    for (const auto& example : *reference->array_items()) {
        const auto verifier = Verifier::parse(*example.find("vkey")->string());
        ASSERT_TRUE(verifier.ok());
        const auto note = Note::parse(*example.find("note")->string());
        ASSERT_TRUE(note.ok());
        EXPECT_EQ(note->signed_by(verifier.value()), *example.find("ok")->boolean());
        EXPECT_EQ(verifier->vkey(), *example.find("vkey")->string());
    }
}

TEST(Note, JudgesEveryReferenceCheckpoint) {
    const auto reference = reference_json("checkpoints.json");
    if (!reference)
        GTEST_SKIP() << missing_reference;
    const auto log = Verifier::parse(*reference->find("log_vkey")->string()).value();
    std::vector<Verifier> witnesses;
    for (const auto& vkey : *reference->find("witness_vkeys")->array_items())
        witnesses.push_back(Verifier::parse(*vkey.string()).value());
    int refused = 0;
    for (const auto& example : *reference->find("cases")->array_items()) {
        const auto& text = *example.find("note")->string();
        const auto& id = *example.find("id")->string();
        const auto checkpoint = open_checkpoint(text, log);
        EXPECT_EQ(checkpoint.ok(), *example.find("log_ok")->boolean()) << id;
        refused += !checkpoint.ok();
        if (checkpoint.ok() && example.find("size") != nullptr) {
            EXPECT_EQ(checkpoint->size,
                      static_cast<std::uint64_t>(*example.find("size")->integer()));
        }
        std::vector<std::string> expected, found;
        for (const auto& name : *example.find("witnesses_ok")->array_items())
            expected.push_back(*name.string());
        if (const auto note = Note::parse(text); note.ok())
            found = cosigners(note.value(), witnesses);
        EXPECT_EQ(found, expected) << id;
    }
    EXPECT_GT(refused, 3);
}

// The reference log signs another history of 200 entries: only its root betrays it.
TEST(Note, OfASplitViewIsSignedButHasAnotherRoot) {
    const auto checkpoints = reference_json("checkpoints.json");
    const auto journal = reference_json("journal_tree.json");
    if (!checkpoints || !journal)
        GTEST_SKIP() << missing_reference;
    Tree tree;
    for (const auto& entry : *journal->find("entries_utf8")->array_items())
        tree.append(leaf_hash(*entry.string()));
    const auto log = Verifier::parse(*checkpoints->find("log_vkey")->string()).value();
    int agreeing = 0, split = 0;
    for (const auto& example : *checkpoints->find("cases")->array_items()) {
        const auto checkpoint = open_checkpoint(*example.find("note")->string(), log);
        if (!checkpoint.ok())
            continue;
        const bool agrees = tree.root(checkpoint->size).value() == checkpoint->root;
        EXPECT_EQ(agrees, *example.find("id")->string() != "split-view");
        ++(agrees ? agreeing : split);
    }
    EXPECT_EQ(split, 1);
    EXPECT_GT(agreeing, 5);
}

TEST(Note, OfTheReferenceTileLogHoldsAtEverySize) {
    const auto folder = reference_path() / "tessera_log";
    const auto vkey = base::read_file(folder / "vkey.txt");
    if (!vkey.ok())
        GTEST_SKIP() << missing_reference;
    auto text = vkey.value();
    std::erase(text, '\n');
    const auto log = Verifier::parse(text).value();
    for (std::uint64_t size = 0; size <= 8; ++size) {
        const auto note = base::read_file(folder / ("checkpoint." + std::to_string(size)));
        ASSERT_TRUE(note.ok());
        const auto checkpoint = open_checkpoint(note.value(), log);
        ASSERT_TRUE(checkpoint.ok()) << checkpoint.error().text();
        EXPECT_EQ(checkpoint->size, size);
        if (size == 0) {
            EXPECT_EQ(checkpoint->root, empty_root());
        }
    }
}

TEST(Note, ThatIsSignedHereHoldsHere) {
    const auto signer = test_signer();
    const auto checkpoint = open_checkpoint(test_note(), signer.verifier());
    ASSERT_TRUE(checkpoint.ok()) << checkpoint.error().text();
    EXPECT_EQ(checkpoint->size, 7);
    EXPECT_EQ(checkpoint->root, sha256("root"));
}

TEST(Note, FailsForEveryFlippedBit) {
    const auto signer = test_signer();
    const std::string note = test_note();
    for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
        std::string changed = note;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(open_checkpoint(changed, signer.verifier()).ok()) << "bit " << bit;
    }
}

TEST(Note, PassesOverSignaturesOfUnknownKeys) {
    const auto stranger = Signer::from_seed("stranger.test", std::string(32, 's')).value();
    const auto text = Checkpoint{"example.gov.test/strategy", 7, sha256("root"), {}}.text();
    const auto foreign = stranger.sign(text);
    const auto both = test_note() + foreign.substr(text.size() + 1);
    EXPECT_TRUE(open_checkpoint(both, test_signer().verifier()).ok());
    EXPECT_TRUE(open_checkpoint(both, stranger.verifier()).error().code ==
                ErrorCode::checkpoint_does_not_hold)
        << "the origin is not the stranger's";
    EXPECT_FALSE(open_checkpoint(foreign, test_signer().verifier()).ok());
}

TEST(Checkpoint, IsRefusedInAnyOtherForm) {
    const auto root = to_base64(sha256("root"));
    EXPECT_TRUE(Checkpoint::parse("a.test\n1\n" + root + "\n").ok());
    EXPECT_EQ(Checkpoint::parse("a.test\n1\n" + root + "\nmore\n")->extensions.size(), 1);
    for (const std::string& text :
         {"a.test\n01\n" + root + "\n", "a.test\n-1\n" + root + "\n", "a.test\n+1\n" + root + "\n",
          "a.test\n\n" + root + "\n", "\n1\n" + root + "\n", "a.test\n1\n" + root,
          "a.test\n1\n" + root + "\n\n", std::string{"a.test\n1\nAAAA\n"},
          std::string{"a.test\n1\n"}, "a.test\n18446744073709551616\n" + root + "\n"})
        EXPECT_EQ(Checkpoint::parse(text).error().code, ErrorCode::invalid_note) << text;
}

TEST(Key, SurvivesItsText) {
    const auto signer = Signer::generate("example.test/log").value();
    const auto again = Signer::parse(signer.skey().reveal_secret()).value();
    EXPECT_EQ(again.verifier().vkey(), signer.verifier().vkey());
    EXPECT_EQ(again.sign("text\n"), signer.sign("text\n"));
    EXPECT_NE(Signer::generate("example.test/log").value().verifier().vkey(),
              signer.verifier().vkey());
}

TEST(Key, IsRefusedInAnyOtherForm) {
    const std::string vkey = test_signer().verifier().vkey();
    ASSERT_TRUE(Verifier::parse(vkey).ok());
    for (std::size_t bit = 0; bit < vkey.size() * 8; ++bit) {
        std::string changed = vkey;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(Verifier::parse(changed).ok()) << changed;
    }
    for (const auto* name : {"", "with space", "with+plus", "line\nend"})
        EXPECT_EQ(Signer::generate(name).error().code, ErrorCode::invalid_key) << name;
    EXPECT_FALSE(Signer::parse(vkey).ok());
    EXPECT_FALSE(Verifier::parse("").ok());
    EXPECT_FALSE(Verifier::parse("a+00000000+").ok());
}

}  // namespace
}  // namespace journal
