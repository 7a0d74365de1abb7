#include "journal/verify.h"

#include "base/file.h"
#include "journal/memory_log.h"
#include "journal/reference_test.h"
#include "journal/tiles.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

namespace journal {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::StartsWith;

Draft numbered(int number) {
    Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = fmt::format("request-{}", number);
    draft.actor = "person-1";
    draft.institution = "pasha";
    draft.kind = "progress.reported";
    draft.subject = "1.1.1-a";
    draft.payload = base::Json::object({{"value", fmt::format("{}.50", number)}});
    return draft;
}

/// A small journal, its export, and copies of it that a test may damage.
class Export : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  fmt::format("tameel-{}-{}", ::getpid(),
                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        append(0, 5);
        auto with_file = numbered(5);
        with_file.attachments = {objects_.put("evidence").value()};
        ASSERT_TRUE(log_.append(with_file).ok());
        const auto written = write_export(log_, objects_, path());
        ASSERT_TRUE(written.ok()) << written.error().text();
    }
    void TearDown() override { fs::remove_all(folder_); }

    void append(int from, int to) {
        for (int i = from; i < to; ++i)
            ASSERT_TRUE(log_.append(numbered(i)).ok());
    }
    fs::path path() const { return folder_ / "export"; }
    std::string bytes(const fs::path& name) const { return base::read_file(path() / name).value(); }
    void set(const fs::path& name, std::string_view content) const {
        fs::create_directories((path() / name).parent_path());
        std::ofstream{path() / name, std::ios::binary} << content;
    }
    void set_byte(const fs::path& name, std::size_t at, char byte) const {
        std::fstream file{path() / name, std::ios::binary | std::ios::in | std::ios::out};
        file.seekp(static_cast<std::streamoff>(at)).put(byte);
    }
    std::vector<fs::path> files() const {
        std::vector<fs::path> names;
        for (const auto& item : fs::recursive_directory_iterator{path()}) {
            if (item.is_regular_file())
                names.push_back(item.path().lexically_relative(path()));
        }
        return names;
    }
    std::string fault(const Trust& trust = {}) const {
        const auto verdict = verify_export(path(), trust);
        return verdict.ok() ? "none" : verdict.error().where;
    }

    fs::path folder_;
    base::FixedClock clock_{base::parse_instant("2026-03-01T09:30:00Z").value()};
    MemoryObjectStore objects_;
    MemoryLog log_{clock_, &objects_};
};

TEST_F(Export, HoldsAsItWasWritten) {
    const auto verdict = verify_export(path());
    ASSERT_TRUE(verdict.ok()) << verdict.error().text();
    EXPECT_EQ(verdict->entries, 6);
    EXPECT_EQ(verdict->attachments, 1);
    EXPECT_EQ(verdict->vkey, log_.vkey());
    EXPECT_EQ(verdict->checkpoint, log_.checkpoint().value());
    EXPECT_EQ(files().size(), 7) << "entries, vkey, two checkpoints, tile, bundle, object";
    EXPECT_EQ(write_export(log_, objects_, path()).error().code, ErrorCode::file_not_writable);
}

// Who signs an export may state a size that no list of tiles could be made for.
TEST_F(Export, OfAGiantTreeIsRefusedWithTheFirstEntryThatIsMissing) {
    const auto signer = Signer::from_seed("other.test/journal", std::string(32, 's')).value();
    for (const std::uint64_t size : {std::uint64_t{7}, std::uint64_t{1} << 40, UINT64_MAX}) {
        set("vkey", signer.verifier().vkey() + "\n");
        set("checkpoint",
            signer.sign(Checkpoint{"other.test/journal", size, sha256("root"), {}}.text()));
        EXPECT_EQ(fault(), "entry 6") << size;
    }
}

std::string expected_place(const fs::path& name, std::string_view content, std::size_t byte) {
    const auto text = name.generic_string();
    if (text == "entries.jsonl")
        return fmt::format("entry {}", std::ranges::count(content.substr(0, byte), '\n'));
    if (text.starts_with("tiles/"))
        return fmt::format("{}, byte {}", text, byte);
    return text;
}

TEST_F(Export, FailsForEveryFlippedBitAndNamesThePlace) {
    std::size_t bits = 0;
    for (const auto& name : files()) {
        const std::string whole = bytes(name);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit, ++bits) {
            const auto flipped = static_cast<char>(whole[bit / 8] ^ (1 << bit % 8));
            set_byte(name, bit / 8, flipped);
            ASSERT_EQ(fault(), expected_place(name, whole, bit / 8))
                << name << " byte " << bit / 8 << " bit " << bit % 8;
            set_byte(name, bit / 8, whole[bit / 8]);
        }
    }
    EXPECT_GT(bits, 20'000);
    EXPECT_EQ(fault(), "none");
}

TEST_F(Export, FailsForEveryTruncation) {
    for (const auto& name : files()) {
        const std::string whole = bytes(name);
        for (std::size_t size = whole.size(); size-- > 0;) {
            fs::resize_file(path() / name, size);
            ASSERT_NE(fault(), "none") << name << " cut to " << size;
        }
        set(name, whole);
    }
    EXPECT_EQ(fault(), "none");
}

TEST_F(Export, FailsForEveryMissingFile) {
    for (const auto& name : files()) {
        const std::string whole = bytes(name);
        fs::remove(path() / name);
        EXPECT_EQ(fault(), name.generic_string());
        set(name, whole);
    }
}

TEST_F(Export, FailsForLinesThatMoveAppearOrVanish) {
    const auto whole = bytes("entries.jsonl");
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < whole.size();) {
        const auto end = whole.find('\n', at) + 1;
        lines.push_back(whole.substr(at, end - at));
        at = end;
    }
    const auto joined = [](const std::vector<std::string>& parts) {
        std::string text;
        for (const auto& part : parts)
            text += part;
        return text;
    };
    auto swapped = lines;
    std::swap(swapped[2], swapped[3]);
    set("entries.jsonl", joined(swapped));
    EXPECT_EQ(fault(), "entry 2");
    auto shorter = lines;
    shorter.erase(shorter.begin() + 4);
    set("entries.jsonl", joined(shorter));
    EXPECT_EQ(fault(), "entry 4");
    shorter = lines;
    shorter.pop_back();
    set("entries.jsonl", joined(shorter));
    EXPECT_EQ(fault(), "entry 5");
    append(6, 7);
    auto longer = lines;
    longer.push_back(encode(log_.read(6).value()) + "\n");
    set("entries.jsonl", joined(longer));
    EXPECT_EQ(fault(), "entry 6");
    set("entries.jsonl", whole + "\n");
    EXPECT_EQ(fault(), "entry 6");
}

TEST_F(Export, FailsForFilesThatDoNotBelong) {
    set("notes.txt", "looks verified");
    EXPECT_EQ(fault(), "notes.txt");
    fs::remove(path() / "notes.txt");
    set("tiles/tile/0/001", "x");
    EXPECT_EQ(fault(), "tiles/tile/0/001");
}

// An entry is replaced by another that is well formed: only the hashes know.
TEST_F(Export, NamesTheEntryThatWasRewritten) {
    auto text = bytes("entries.jsonl");
    text.replace(text.find("\"3.50\""), 6, "\"9.50\"");
    set("entries.jsonl", text);
    const auto error = verify_export(path()).error();
    EXPECT_EQ(error.where, "entry 3");
    EXPECT_EQ(error.code, ErrorCode::entry_does_not_hold);
}

TEST_F(Export, HoldsOnlyForThePinnedKey) {
    EXPECT_EQ(fault({.vkey = log_.vkey()}), "none");
    const auto other = Signer::from_seed("memory.test/journal", std::string(32, 'x')).value();
    EXPECT_EQ(fault({.vkey = other.verifier().vkey()}), "vkey");
}

TEST_F(Export, ContinuesTheCheckpointsThatAReaderKept) {
    MemoryLog same{clock_, &objects_};
    std::vector<std::string> kept{same.checkpoint().value()};
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(same.append(numbered(i)).ok());
        kept.push_back(same.checkpoint().value());
    }
    EXPECT_EQ(fault({.checkpoints = kept}), "none");

    // The same key signs another history: nothing but the kept checkpoint can tell.
    MemoryLog split{clock_, &objects_};
    ASSERT_TRUE(split.append(numbered(0)).ok());
    ASSERT_TRUE(split.append(numbered(77)).ok());
    const auto verdict = verify_export(path(), {.checkpoints = {split.checkpoint().value()}});
    ASSERT_FALSE(verdict.ok());
    EXPECT_EQ(verdict.error().code, ErrorCode::split_view);
    EXPECT_EQ(verdict.error().where, "checkpoint 2");

    append(6, 9);
    const auto later = verify_export(path(), {.checkpoints = {log_.checkpoint().value()}});
    EXPECT_EQ(later.error().code, ErrorCode::split_view) << "entries were taken away";
}

TEST_F(Export, MayLeaveObjectsOutIfTheReaderAgrees) {
    const auto bare = folder_ / "bare";
    ASSERT_TRUE(write_export(log_, objects_, bare, Objects::omitted).ok());
    EXPECT_EQ(verify_export(bare).error().code, ErrorCode::missing_object);
    EXPECT_TRUE(verify_export(bare, {.objects = Objects::omitted}).ok());
}

TEST_F(Export, OfManyEntriesHasFullAndPartialTiles) {
    append(6, 700);
    const auto large = folder_ / "large";
    ASSERT_TRUE(write_export(log_, objects_, large).ok());
    for (const auto* name : {"tiles/tile/0/000", "tiles/tile/0/001", "tiles/tile/0/002.p/188",
                             "tiles/tile/1/000.p/2", "tiles/tile/entries/002.p/188"})
        EXPECT_TRUE(fs::exists(large / name)) << name;
    const auto verdict = verify_export(large);
    EXPECT_TRUE(verdict.ok()) << verdict.error().text();
}

TEST_F(Export, OfAnEmptyJournalHolds) {
    MemoryLog empty{clock_, &objects_};
    const auto folder = folder_ / "empty";
    ASSERT_TRUE(write_export(empty, objects_, folder).ok());
    EXPECT_TRUE(verify_export(folder).ok());
}

TEST(Tiles, HaveThePathsOfTheSpecification) {
    EXPECT_EQ((Tile{.level = 0, .index = 1234067}.path()), "tile/0/x001/x234/067");
    EXPECT_EQ((Tile{.level = 1, .index = 5, .width = 12}.path()), "tile/1/005.p/12");
    EXPECT_EQ((Tile{.holds_entries = true, .index = 1000}.path()), "tile/entries/x001/000");
    EXPECT_TRUE(tiles_of(0).empty());
    EXPECT_EQ(tiles_of(256).size(), 3) << "a bundle, a full tile, and one hash above it";
}

TEST(Tiles, OfTheReferenceLogAreOurs) {
    const auto folder = reference_path() / "tessera_log";
    if (!fs::exists(folder))
        GTEST_SKIP() << missing_reference;
    for (std::uint64_t size = 1; size <= 8; ++size) {
        const auto bundle =
            base::read_file(folder / fmt::format("tile/entries/000.p/{}", size)).value();
        Tree tree;
        std::string again;
        const auto entries = split_bundle(bundle).value();
        for (const auto entry : entries) {
            tree.append(leaf_hash(entry));
            add_to_bundle(again, entry);
        }
        EXPECT_EQ(entries.size(), size);
        EXPECT_EQ(again, bundle);
        for (const auto& tile : tiles_of(size)) {
            if (!tile.holds_entries) {
                EXPECT_EQ(tile_bytes(tree, tile), base::read_file(folder / tile.path()).value());
            }
        }
        const auto note = base::read_file(folder / fmt::format("checkpoint.{}", size)).value();
        EXPECT_EQ(tree.root(size).value(),
                  Checkpoint::parse(Note::parse(note).value().text).value().root);
    }
}

TEST(Tiles, RefuseABundleThatIsCutOff) {
    std::string bundle;
    add_to_bundle(bundle, "one");
    EXPECT_TRUE(split_bundle(bundle).ok());
    EXPECT_FALSE(split_bundle(bundle.substr(0, 4)).ok());
    EXPECT_FALSE(split_bundle(bundle + "x").ok());
    EXPECT_TRUE(split_bundle("").value().empty());
}

}  // namespace
}  // namespace journal
