#include "app/unfinished_load.h"

#include "app/load_dataset.h"
#include "app/record_for_test.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace app {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// Loads of a table of 20,000 rows, a megabyte, into records that are alike.
class UnfinishedLoads : public testing::Test {
  protected:
    static constexpr std::size_t rows = 20'000;
    static constexpr std::size_t piece = 2000;

    void SetUp() override {
        home_ = fs::path{testing::TempDir()} / fmt::format("unfinished-loads-{}", ::getpid());
        fs::remove_all(home_);
        fs::create_directories(home_);
        write(table());
    }
    void TearDown() override { fs::remove_all(home_); }

    static std::string table() {
        std::string text = "category,geography,unit,period,value,published,source,id\n";
        for (std::size_t row = 0; row < rows; ++row)
            text += fmt::format("\"{}, and more\",PK,USD million,{}-{:02},{}.5,{},office,{}\n",
                                row % 200, 2001 + row / 2400, row / 200 % 12 + 1,
                                1000 + row * 7919 % 100, row % 5 == 0 ? "" : "2024-01-20",
                                row % 3 == 0 ? fmt::format("R{:05}", row) : std::string{});
        return text;
    }
    void write(std::string_view text) const {
        std::ofstream{file(), std::ios::binary | std::ios::trunc} << text;
    }
    fs::path file() const { return home_ / "table.csv"; }
    fs::path folder() const { return home_ / "unfinished"; }
    fs::path left() const { return home_ / "left"; }

    LoadKeeping keeping() {
        LoadKeeping made;
        made.folder = folder();
        made.bytes_min = 0;
        made.held_max = piece;
        made.goes_on = [this](const LoadKeeping::GoingOn& from) { behind_.push_back(from.rows); };
        made.begins_anew = [this](const std::string& why) { told_.push_back(why); };
        return made;
    }

    /// All that a load has for its result, or its error.
    std::string load(const LoadKeeping& keeping,
                     const std::function<void(LoadRequest&)>& change = {},
                     const std::function<void(RecordForTest&)>& before = {}) {
        RecordForTest record;
        EXPECT_TRUE(record.adopt().ok());
        if (before)
            before(record);
        LoadRequest request;
        request.path = file();
        request.file = "table.csv";
        request.keeping = keeping;
        if (change)
            change(request);
        const auto loaded = load_dataset(
            record.record(), RecordForTest::who("moitt", trust::Role::administrator), request);
        EXPECT_FALSE(fs::exists(folder())) << "what a load leaves is gone when it ends";
        if (!loaded.ok())
            return loaded.error().text();
        const auto entry = record.record().log().read(loaded->receipt.seq).value();
        return fmt::format("{}\n{}\n{}", entry.payload.canonical(), load_json(*loaded).canonical(),
                           stored(record.record()));
    }
    static std::string stored(Record& record) {
        std::string all;
        auto& store = record.series_store();
        const auto keys = store.keys(INT64_MAX).value();
        for (const auto& key : keys) {
            const auto blocks = store.blocks(key, INT64_MAX).value();
            for (const auto& block : blocks)
                all += block.bytes;
        }
        return journal::to_hex(journal::sha256(all));
    }

    // What a load that was killed behind its first checkpoint leaves.
    void leave(std::size_t held_max = piece) {
        fs::remove_all(left());
        auto made = keeping();
        made.held_max = held_max;
        made.is_kept = [&](std::uint64_t) {
            if (!fs::exists(left()))
                fs::copy(folder(), left(), fs::copy_options::recursive);
        };
        load(made);
        ASSERT_TRUE(fs::exists(left()));
        behind_.clear();
        told_.clear();
    }
    std::string go_on(const std::function<void(LoadRequest&)>& change = {},
                      const std::function<void(RecordForTest&)>& before = {}) {
        fs::copy(left(), folder(), fs::copy_options::recursive);
        return load(keeping(), change, before);
    }

    fs::path home_;
    std::vector<std::uint64_t> behind_;
    std::vector<std::string> told_;
};

TEST_F(UnfinishedLoads, GoOnToTheSameResult) {
    const auto whole = load({});
    const auto kept = load(keeping());
    EXPECT_EQ(kept, whole);
    EXPECT_TRUE(behind_.empty() && told_.empty());
    for (const std::size_t held_max : {1000, 7000, 12'000, 20'000}) {
        leave(held_max);
        EXPECT_EQ(go_on([&](LoadRequest& request) { request.keeping->held_max = held_max; }),
                  whole);
        ASSERT_EQ(behind_.size(), 1);
        EXPECT_GE(behind_[0], held_max);
        EXPECT_TRUE(told_.empty());
    }
}

TEST_F(UnfinishedLoads, GoOnWithAFileThatIsAnotherBehindThem) {
    leave();
    auto text = table();
    text.insert(text.rfind("\n", text.size() - 2) + 1,
                "new,PK,USD million,2023-01,5,2024-01-20,office,\n");
    write(text + "newer,PK,USD million,2023-01,6,2024-01-20,office,\n");
    EXPECT_EQ(go_on(), load({}));
    EXPECT_THAT(behind_, ElementsAre(piece));
}

TEST_F(UnfinishedLoads, BeginAnewWhereTheFileWasChanged) {
    leave();
    auto text = table();
    text[100] = text[100] == '1' ? '2' : '1';
    write(text);
    EXPECT_EQ(go_on(), load({}));
    write(table().substr(0, 200) + "\n");
    const auto shorter = go_on();
    EXPECT_EQ(shorter, load({}));
    EXPECT_THAT(told_, ElementsAre("the file has changed in what had been read of it",
                                   "the file is shorter than what had been read of it"));
    EXPECT_TRUE(behind_.empty());
}

TEST_F(UnfinishedLoads, BeginAnewOnOtherTerms) {
    leave();
    const auto into_another = [](LoadRequest& request) { request.dataflow = "another"; };
    EXPECT_EQ(go_on(into_another), load({}, into_another));
    const auto july = [](LoadRequest& request) { request.fiscal_year = base::YearStart{4}; };
    EXPECT_EQ(go_on(july), load({}, july));
    const auto renamed = [](LoadRequest& request) { request.file = "other.csv"; };
    EXPECT_EQ(go_on(renamed), load({}, renamed));
    const auto later = [](RecordForTest& record) {
        record.clock().set(RecordForTest::at("2026-11-23T09:00:00Z"));
    };
    EXPECT_EQ(go_on({}, later), load({}, {}, later));
    const auto decided = [](RecordForTest& record) { record.decision(); };
    EXPECT_EQ(go_on({}, decided), load({}, {}, decided));
    EXPECT_THAT(
        told_,
        ElementsAre("it was into another dataflow, published-figures",
                    "the fiscal year began in another month", "it was of another file, table.csv",
                    "it was begun on another day, 2026-11-22", HasSubstr("the record had ")));
    EXPECT_TRUE(behind_.empty());
}

TEST_F(UnfinishedLoads, BeginAnewWhereThatIsAskedFor) {
    leave();
    const auto anew = [](LoadRequest& request) {
        request.keeping->start = LoadKeeping::Start::anew;
    };
    EXPECT_EQ(go_on(anew), load({}));
    EXPECT_TRUE(behind_.empty() && told_.empty());
}

// Whatever is damaged of what was kept, the result is the same.
TEST_F(UnfinishedLoads, AreNotTrusted) {
    const auto whole = load({});
    leave();
    const auto damage = [&](const std::string& name, const auto& how) {
        fs::copy(left(), folder(), fs::copy_options::recursive);
        std::ifstream in{folder() / name, std::ios::binary};
        std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        how(bytes);
        std::ofstream{folder() / name, std::ios::binary | std::ios::trunc} << bytes;
        EXPECT_EQ(load(keeping()), whole);
    };
    std::mt19937 dice{5};
    for (int round = 0; round < 3; ++round) {
        damage("checkpoint", [&](std::string& bytes) {
            bytes[dice() % bytes.size()] ^= static_cast<char>(1 + dice() % 255);
        });
        damage("checkpoint", [&](std::string& bytes) { bytes.resize(dice() % bytes.size()); });
        damage("staged", [&](std::string& bytes) { bytes.resize(dice() % 1000); });
        damage("staged", [&](std::string& bytes) { bytes[dice() % 1000] ^= 1; });
    }
    EXPECT_TRUE(behind_.empty());
    EXPECT_EQ(told_.size(), 12);
    fs::remove(left() / "staged");
    EXPECT_EQ(go_on(), whole);
    EXPECT_EQ(told_.size(), 13);
    fs::remove(left() / "checkpoint");
    EXPECT_EQ(go_on(), whole);
    EXPECT_EQ(told_.size(), 13) << "nothing was left";
    std::ofstream{left() / "table"} << "the beginning";
    EXPECT_EQ(go_on(), whole);
    EXPECT_EQ(told_.back(), "it had no checkpoint yet; a message in XML or JSON has none");
}

TEST_F(UnfinishedLoads, GoOnWithoutCheckpointsThatCannotBeKept) {
    const auto whole = load({});
    fs::create_directories(folder() / "checkpoint" / "full");
    EXPECT_EQ(load(keeping()), whole);
}

// One load at a time is kept; another is loaded all the same, and leaves what is not its own.
TEST_F(UnfinishedLoads, DoNotTakeEachOthersPlace) {
    const auto whole = load({});
    fs::create_directory(folder());
    auto other = base::LockedFolder::open(folder()).value();
    std::ofstream{folder() / "checkpoint"} << "of the other";
    RecordForTest record;
    ASSERT_TRUE(record.adopt().ok());
    LoadRequest request;
    request.path = file();
    request.file = "table.csv";
    request.keeping = keeping();
    EXPECT_TRUE(load_dataset(record.record(),
                             RecordForTest::who("moitt", trust::Role::administrator), request)
                    .ok());
    EXPECT_EQ(base::read_file(folder() / "checkpoint").value(), "of the other");
    EXPECT_TRUE(told_.empty());
}

// The load of a small file keeps nothing, and removes what another had left once it is done.
TEST_F(UnfinishedLoads, AreRemovedByALoadThatIsDone) {
    leave();
    const auto small = [](LoadRequest& request) { request.keeping->bytes_min = 1u << 30; };
    EXPECT_EQ(go_on(small), load({}));
    EXPECT_TRUE(told_.empty());
}

TEST_F(UnfinishedLoads, AreGoneWhenTheFileIsRefused) {
    write(table() + "wrong,PK,USD million,2023-13,5,2024-01-20,office,\n");
    const auto refused = load({});
    EXPECT_THAT(refused, HasSubstr("table.csv:20002"));
    EXPECT_EQ(load(keeping()), refused);
    leave();
    EXPECT_EQ(go_on(), refused);
    EXPECT_EQ(behind_.size(), 1);
}

LoadCheckpoint some_checkpoint() {
    LoadCheckpoint made;
    made.terms = {"table.csv", "published-figures", 7, "2026-11-22", 3, "abc"};
    made.stage = {1000, {50'000, 1001}, 9000, {8000, 1000}};
    made.staged = journal::sha256("staged");
    made.table = {60'000, journal::sha256("table")};
    made.leaves.end = 40'000;
    for (int leaf = 0; leaf < 13; ++leaf)
        made.leaves.whole.append(journal::sha256(std::to_string(leaf)));
    made.message.emplace(
        LoadCheckpoint::Message{{70'000, journal::sha256("message")}, {65'000, 1001, 80}});
    return made;
}

TEST(LoadCheckpoint, IsReadAsItWasWritten) {
    for (const bool is_message : {true, false}) {
        auto made = some_checkpoint();
        if (!is_message)
            made.message.reset();
        const auto again = LoadCheckpoint::parse(made.text());
        ASSERT_TRUE(again.ok()) << again.error().text();
        EXPECT_EQ(again->text(), made.text());
        EXPECT_EQ(again->leaves.whole.root(), made.leaves.whole.root());
        EXPECT_EQ(again->table_from(), 40'000);
        EXPECT_EQ(again->file_bytes(), is_message ? 65'000 : 50'000);
    }
}

// With a right hash, what stands behind it is still held to its bounds.
TEST(LoadCheckpoint, IsReadWithinItsBounds) {
    const auto text = some_checkpoint().text();
    const auto body = text.substr(text.find('\n') + 1);
    const auto parse = [](const std::string& made) {
        return LoadCheckpoint::parse(
            fmt::format("{}\n{}", journal::to_hex(journal::sha256(made)), made));
    };
    ASSERT_TRUE(parse(body).ok());
    EXPECT_EQ(LoadCheckpoint::parse("").error().message, "its checkpoint is damaged");
    EXPECT_EQ(LoadCheckpoint::parse(text + " ").error().message, "its checkpoint is damaged");
    std::mt19937 dice{11};
    for (int round = 0; round < 20'000; ++round) {
        auto other = body;
        for (auto changes = 1 + dice() % 3; changes > 0; --changes)
            other[dice() % other.size()] = static_cast<char>(' ' + dice() % 95);
        const auto made = parse(other);
        if (!made.ok())
            continue;
        EXPECT_LE(made->table_from(), made->table.bytes);
        EXPECT_LE(made->table.bytes - made->table_from(), LoadCheckpoint::tail_bytes_max);
        EXPECT_TRUE(LoadCheckpoint::parse(made->text()).ok());
    }
    for (const auto& [from, to, why] : std::initializer_list<std::array<std::string, 3>>{
             {"\"version\":1", "\"version\":2", "it was kept by another version of the program"},
             {"\"bytes\":60000", "\"bytes\":600000000000", "its checkpoint is damaged"},
             {"\"bytes\":60000", "\"bytes\":49999", "its checkpoint is damaged"},
             {"\"leaves_end\":40000", "\"leaves_end\":60001", "its checkpoint is damaged"},
             {"\"bytes\":60000", "\"bytes\":-1", "its checkpoint is damaged"},
             {"\"leaves\":13", "\"leaves\":12", "its checkpoint is damaged"},
             {"\"header_bytes\":80", "\"header_bytes\":65001", "its checkpoint is damaged"}}) {
        auto other = body;
        ASSERT_NE(other.find(from), other.npos) << from;
        const auto made = parse(other.replace(other.find(from), from.size(), to));
        ASSERT_FALSE(made.ok()) << to;
        EXPECT_EQ(made.error().message, why);
    }
}

}  // namespace
}  // namespace app
