// Holds the program against the worked examples of docs/formats: those pages can never change. The
// examples were computed by another program.

#include "base/file.h"
#include "base/text.h"
#include "journal/entry.h"
#include "journal/note.h"
#include "journal/tree.h"

#include <gtest/gtest.h>

namespace journal {
namespace {

std::string page(std::string_view name) {
    const auto path = std::filesystem::path{TAMEEL_SOURCE_DIR} / "docs/formats" / name;
    return base::read_file(path).value();
}

// The lines of the n-th fenced block after the heading of the worked example.
std::vector<std::string> block(std::size_t number) {
    const std::string text = page("journal.md");
    std::size_t at = text.find("## A worked example");
    for (std::size_t i = 0; i <= number; ++i) {
        at = text.find("\n```", at) + 1;
        at = text.find('\n', at) + 1;
        if (i < number)
            at = text.find("\n```", at) + 4;
    }
    const auto end = text.find("\n```", at);
    std::vector<std::string> lines;
    for (const auto line : base::parts(std::string_view{text}.substr(at, end - at), '\n'))
        lines.emplace_back(line);
    return lines;
}

const VaultItem example_text{std::string(32, 'B'), "Delayed by floods."};

Signer example_key() {
    std::string seed;
    for (int i = 0; i < 32; ++i)
        seed += static_cast<char>(i);
    return Signer::from_seed("example.gov/strategy", seed).value();
}

TEST(FormatPage, ShowsTheEntriesThatWeWrite) {
    Draft draft;
    draft.effective_on = base::make_day(2026, 4, 12);
    draft.request_id = "5f1c0a2e";
    draft.actor = "p-7Q2M";
    draft.institution = "pseb";
    draft.kind = "progress.reported";
    draft.subject = "1.1.1-a";
    draft.payload = base::Json::object(
        {{"value", "12.50"}, {"period", "2026-Q1"}, {"narrative", to_hex(commit(example_text))}});
    draft.attachments = {sha256("evidence\n")};
    draft.vault = {example_text};
    const auto time = base::parse_instant("2026-04-12T06:15:00Z").value();
    EXPECT_EQ(PreparedEntry::create(draft).value().seal(0, time).bytes, block(0).at(0));

    draft.request_id = "90bb41d7";
    draft.payload =
        base::Json::object({{"corrects", 0}, {"period", "2026-Q1"}, {"value", "12.75"}});
    draft.attachments.clear();
    draft.vault.clear();
    const auto later = base::parse_instant("2026-04-13T09:00:00.25Z").value();
    EXPECT_EQ(PreparedEntry::create(draft).value().seal(1, later).bytes, block(0).at(1));
}

TEST(FormatPage, ShowsTheHashesAndTheCheckpointThatWeMake) {
    Tree tree;
    for (const auto& line : block(0)) {
        EXPECT_TRUE(decode(line).ok());
        tree.append(leaf_hash(line));
    }
    EXPECT_EQ(block(1), (std::vector<std::string>{to_hex(tree.leaf(0)), to_hex(tree.leaf(1)),
                                                  to_hex(tree.root(2).value())}));
    const auto signer = example_key();
    EXPECT_EQ(block(2).at(0), signer.verifier().vkey());
    std::string note;
    for (const auto& line : block(3))
        note += line + "\n";
    EXPECT_EQ(note, signer.sign(
                        Checkpoint{signer.verifier().name(), 2, tree.root(2).value(), {}}.text()));
    EXPECT_TRUE(open_checkpoint(note, signer.verifier()).ok());
    EXPECT_EQ(tree.inclusion(0, 2).value(), Proof{tree.leaf(1)});
    EXPECT_EQ(tree.consistency(1, 2).value(), Proof{tree.leaf(1)});
}

TEST(FormatPage, ShowsTheCommitmentThatWeMake) {
    EXPECT_NE(page("privacy.md").find("\n    " + to_hex(commit(example_text)) + "\n"),
              std::string::npos);
}

}  // namespace
}  // namespace journal
