#include "store/store.h"

#include "base/file.h"
#include "store/key_file.h"
#include "store/sqlite/database.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <thread>

namespace store {
namespace {

namespace fs = std::filesystem;
using sqlite::Database;

journal::Draft numbered(int number) {
    journal::Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = fmt::format("request-{}", number);
    draft.actor = "person-1";
    draft.kind = "progress.reported";
    draft.subject = fmt::format("subject-{}", number % 3);
    draft.payload = base::Json::object({{"number", number}});
    return draft;
}

class StoreFiles : public testing::Test {
  protected:
    void SetUp() override {
        folder_ = fs::temp_directory_path() /
                  fmt::format("tameel-store-{}-{}", ::getpid(),
                              testing::UnitTest::GetInstance()->current_test_info()->name());
        fs::remove_all(folder_);
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    fs::path path() const { return folder_ / "store"; }
    std::unique_ptr<Store> opened(Mode mode = Mode::create) {
        Options options;
        options.mode = mode;
        auto store = open(path(), options);
        EXPECT_TRUE(store.ok()) << store.error().text();
        return std::move(store).value();
    }
    void fill(Store& store, int from, int to) {
        for (int i = from; i < to; ++i)
            ASSERT_TRUE(store.log().append(numbered(i)).ok());
    }
    /// Runs SQL on the file as somebody without our program would.
    void tamper(std::string_view sql) {
        auto database = Database::open(path(), Database::Access::read_write).value();
        const auto done = database.execute(sql);
        ASSERT_TRUE(done.ok()) << done.error().text();
    }
    std::string fault() {
        const auto verdict = verify(path());
        return verdict.ok() ? "none" : verdict.error().where;
    }

    fs::path folder_;
};

TEST_F(StoreFiles, KeepEntriesWhenTheyAreClosedAndOpened) {
    std::string vkey;
    {
        const auto store = opened();
        fill(*store, 0, 5);
        vkey = store->log().vkey();
    }
    const auto store = opened(Mode::open);
    EXPECT_EQ(store->log().size(), 5);
    EXPECT_EQ(store->log().vkey(), vkey);
    fill(*store, 4, 6);
    EXPECT_EQ(store->log().size(), 6) << "request 4 was repeated";
    EXPECT_EQ(verify(path()).value().entries, 6);
}

TEST_F(StoreFiles, AreNotMadeUnlessThatWasAsked) {
    Options options;
    options.mode = Mode::open;
    EXPECT_FALSE(open(path(), options).ok());
    options.mode = Mode::read_only;
    EXPECT_FALSE(open(path(), options).ok());
    EXPECT_FALSE(fs::exists(path()));
}

TEST_F(StoreFiles, OfOthersStayAsTheyAre) {
    std::ofstream{path()} << std::string(5000, 'x');
    EXPECT_EQ(open(path()).error().code, ErrorCode::not_a_store);
    fs::remove(path());
    {
        auto other = Database::open(path(), Database::Access::create).value();
        ASSERT_TRUE(other.execute("CREATE TABLE theirs (x)").ok());
    }
    EXPECT_EQ(open(path()).error().code, ErrorCode::not_a_store);
}

TEST_F(StoreFiles, OfANewerProgramAreRefused) {
    opened().reset();
    tamper("PRAGMA user_version = 999");
    EXPECT_EQ(open(path()).error().code, ErrorCode::store_newer);
    EXPECT_EQ(verify(path()).error().code, ErrorCode::store_newer);
}

TEST_F(StoreFiles, AreBroughtForwardFromEveryEarlierVersion) {
    for (const auto& migration : sqlite::migrations()) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        {
            auto database = Database::open(path(), Database::Access::create).value();
            ASSERT_TRUE(sqlite::migrate_to(database, migration.number).ok());
            EXPECT_EQ(database.query_integer("PRAGMA user_version").value(), migration.number);
        }
        const auto store = opened();
        fill(*store, 0, 2);
        EXPECT_EQ(fault(), "none") << migration.name;
        auto database = Database::open(path(), Database::Access::read_only).value();
        EXPECT_EQ(database.query_integer("PRAGMA user_version").value(),
                  sqlite::migrations().back().number);
    }
}

TEST_F(StoreFiles, FailVerificationWhereTheColumnsOfACheckpointAreNotItsNotes) {
    fill(*opened(), 0, 3);
    tamper("UPDATE checkpoint SET root = zeroblob(32) WHERE size = 2");
    EXPECT_EQ(fault(), "checkpoint 2");
    tamper(
        "UPDATE checkpoint SET root = (SELECT root FROM checkpoint WHERE size = 1),"
        " frontier = zeroblob(31) WHERE size = 1");
    EXPECT_EQ(fault(), "checkpoint 1");
}

TEST_F(StoreFiles, FailVerificationWhereSomebodyElseAddedToTheSchema) {
    fill(*opened(), 0, 2);
    EXPECT_EQ(fault(), "none");
    tamper("CREATE TRIGGER theirs AFTER INSERT ON checkpoint BEGIN DELETE FROM entry; END");
    const auto verdict = verify(path());
    ASSERT_FALSE(verdict.ok());
    EXPECT_EQ(verdict.error().message, "found what no migration made: trigger theirs");
    tamper("DROP TRIGGER theirs");
    EXPECT_EQ(fault(), "none");
}

// Version 2 kept the identifiers themselves in the table.
TEST_F(StoreFiles, KnowTheRequestsThatAnEarlierVersionIndexed) {
    fill(*opened(), 0, 5);
    tamper(
        "DROP TABLE request;"
        "CREATE TABLE request (request_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;"
        "INSERT INTO request VALUES ('request-0', 0), ('request-1', 1), ('request-2', 2);"
        "UPDATE meta SET value = '3' WHERE name = 'requests_indexed'; PRAGMA user_version = 2");
    const auto store = opened();
    fill(*store, 1, 6);
    EXPECT_EQ(store->log().size(), 6) << "requests 1 to 4 were repeated";
    EXPECT_EQ(fault(), "none");
}

TEST(Migrations, AreNumberedWithoutGaps) {
    int expected = 1;
    for (const auto& migration : sqlite::migrations())
        EXPECT_EQ(migration.number, expected++) << migration.name;
    EXPECT_GT(expected, 1);
}

TEST_F(StoreFiles, CanBeReadButNotWrittenWithoutTheKey) {
    fill(*opened(), 0, 2);
    fs::remove(key_path(path()));
    const auto store = opened(Mode::open);
    EXPECT_EQ(store->log().size(), 2);
    EXPECT_EQ(store->log().append(numbered(2)).error().code, ErrorCode::no_signing_key);
    const auto reader = opened(Mode::read_only);
    EXPECT_EQ(reader->log().append(numbered(2)).error().code, ErrorCode::no_signing_key);
}

TEST_F(StoreFiles, HaveAKeyThatOnlyItsOwnerReads) {
    opened().reset();
    struct stat status {};
    ASSERT_EQ(::stat(key_path(path()).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    for (const unsigned mode : {0640U, 0604U, 0660U, 0601U}) {
        ASSERT_EQ(::chmod(key_path(path()).c_str(), mode), 0);
        EXPECT_EQ(open(path()).error().code, ErrorCode::key_not_private) << mode;
    }
    ASSERT_EQ(::chmod(key_path(path()).c_str(), 0400), 0);
    EXPECT_TRUE(open(path()).ok());
}

TEST_F(StoreFiles, RefuseTheKeyOfAnotherJournal) {
    opened().reset();
    fs::remove(key_path(path()));
    const auto other = journal::Signer::generate("other.test/journal").value();
    ASSERT_TRUE(write_key(key_path(path()), other).ok());
    EXPECT_EQ(open(path()).error().code, ErrorCode::invalid_key);
    EXPECT_EQ(write_key(key_path(path()), other).error().code, ErrorCode::destination_not_empty);
}

TEST_F(StoreFiles, FailVerificationAtTheFirstThingThatWasChanged) {
    fill(*opened(), 0, 8);
    ASSERT_EQ(fault(), "none");
    const auto whole = base::read_file(path()).value();
    const std::pair<const char*, const char*> changes[] = {
        {"UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"number\":3', "
         "'\"number\":9') AS BLOB)"
         " WHERE seq = 3",
         "entry 3"},
        {"UPDATE entry SET bytes = CAST(bytes || ' ' AS BLOB) WHERE seq = 5", "entry 5"},
        {"INSERT INTO request VALUES (2, 2)", "index of requests"},
        {"UPDATE meta SET value = '1' WHERE name = 'requests_indexed'", "index of requests"},
        {"UPDATE entry SET leaf_hash = zeroblob(32) WHERE seq = 1", "entry 1"},
        {"DELETE FROM entry WHERE seq = 4", "entry 4"},
        {"UPDATE checkpoint SET note = replace(note, '—', '-') WHERE size = 3", "checkpoint 3"},
        {"UPDATE checkpoint SET note = (SELECT note FROM checkpoint WHERE size = 2) WHERE size = 5",
         "checkpoint 5"},
        {"DELETE FROM entry WHERE seq = 7", "checkpoint 8"},
        {"DELETE FROM entry WHERE seq = 7; DELETE FROM checkpoint WHERE size = 8", "none"}};
    for (const auto& [sql, where] : changes) {
        tamper(sql);
        EXPECT_EQ(fault(), where) << sql;
        for (const auto* suffix : {"-wal", "-shm"})
            fs::remove(path().string() + suffix);
        ASSERT_TRUE(base::write_file(path(), whole).ok());
    }
    EXPECT_EQ(fault(), "none");
}

// Taking the last entries away with their checkpoints leaves a shorter journal that holds; only who
// kept a checkpoint can tell.
TEST_F(StoreFiles, CannotBeShortenedBehindAReadersBack) {
    std::string kept;
    {
        const auto store = opened();
        fill(*store, 0, 8);
        kept = store->log().checkpoint().value();
    }
    tamper("DELETE FROM entry WHERE seq = 7; DELETE FROM checkpoint WHERE size = 8");
    EXPECT_EQ(verify(path(), {.checkpoints = {kept}}).error().code, ErrorCode::split_view);
}

TEST_F(StoreFiles, ThatAreNotThereAreNotMadeByReading) {
    Options options;
    options.mode = Mode::open;
    EXPECT_EQ(open(folder_ / "nowhere.db", options).error().code, ErrorCode::not_found);
    EXPECT_EQ(verify(folder_ / "nowhere.db").error().code, ErrorCode::not_found);
    EXPECT_EQ(verify(folder_).error().code, ErrorCode::not_a_store);
    EXPECT_EQ(backup(folder_ / "nowhere.db", folder_ / "copy").error().code, ErrorCode::not_found);
    EXPECT_EQ(restore(folder_ / "copy", folder_ / "new.db").error().code, ErrorCode::not_found);
    for (const char* name : {"nowhere.db", "copy", "new.db"})
        EXPECT_FALSE(fs::exists(folder_ / name)) << name;
}

// What lies at a place of its own is there after a crash, and becomes the object that it would be.
TEST_F(StoreFiles, GoOnWithAnObject) {
    const auto store = opened();
    ASSERT_TRUE(store->objects().put("another").ok());
    const auto place = folder_ / "begun";
    ASSERT_TRUE(base::write_file(place, "begun, and more").ok());
    journal::ObjectStore::Beginning beginning{place, 5};
    beginning.sha256.add("begun");
    {
        auto writer = store->objects().go_on(beginning).value();
        EXPECT_EQ(writer->so_far(), journal::sha256("begun"));
        ASSERT_TRUE(writer->add(" and ended").ok() && writer->sync().ok());
        EXPECT_EQ(base::read_file(place).value(), "begun and ended");
        const auto hash = writer->finish().value();
        EXPECT_EQ(store->objects().get(hash).value(), "begun and ended");
    }
    EXPECT_FALSE(fs::exists(place));
    EXPECT_EQ(store->objects().go_on({place, 1}).error().code, ErrorCode::file_not_readable);
}

TEST_F(StoreFiles, FailVerificationWithoutAnAttachment) {
    const auto store = opened();
    auto draft = numbered(0);
    draft.attachments = {store->objects().put("evidence").value()};
    ASSERT_TRUE(store->log().append(draft).ok());
    const auto hex = journal::to_hex(draft.attachments[0]);
    const auto file = objects_path(path()) / hex.substr(0, 2) / hex;
    ASSERT_TRUE(base::write_file(file, "evidencE").ok());
    EXPECT_EQ(verify(path()).error().code, ErrorCode::object_damaged);
    EXPECT_EQ(store->objects().get(draft.attachments[0]).error().code, ErrorCode::object_damaged);
    ASSERT_TRUE(store->objects().put("evidence").ok()) << "putting it again mends it";
    EXPECT_EQ(fault(), "none");
    fs::remove(file);
    EXPECT_EQ(verify(path()).error().code, ErrorCode::missing_object);
    EXPECT_TRUE(verify(path(), {.objects = journal::Objects::omitted}).ok());
}

TEST_F(StoreFiles, DoNotHoldAnErasedTextAnywhere) {
    const std::string secret = "Her name is Benazir Example.";
    const auto store = opened();
    auto draft = numbered(0);
    draft.vault = {journal::vault_item(secret)};
    const auto commitment = journal::commit(draft.vault[0]);
    draft.payload = base::Json::object({{"narrative", journal::to_hex(commitment)}});
    ASSERT_TRUE(store->log().append(draft).ok());
    const auto holds = [&] {
        for (const auto& item : fs::recursive_directory_iterator{folder_}) {
            const auto name = item.path().string();
            if (item.is_regular_file() && !name.ends_with("-shm") &&
                base::read_file(item.path()).value().find(secret) != std::string::npos)
                return true;
        }
        return false;
    };
    ASSERT_TRUE(holds());
    ASSERT_TRUE(store->log().erase_vault(commitment).ok());
    EXPECT_FALSE(holds());
    EXPECT_EQ(verify(path()).value().vault_erased, 1);
}

TEST_F(StoreFiles, FailVerificationWhenAVaultTextWasChanged) {
    const auto store = opened();
    auto draft = numbered(0);
    draft.vault = {journal::vault_item("text")};
    draft.payload =
        base::Json::object({{"narrative", journal::to_hex(journal::commit(draft.vault[0]))}});
    ASSERT_TRUE(store->log().append(draft).ok());
    tamper("UPDATE vault SET text = 'other'");
    EXPECT_EQ(verify(path()).error().code, ErrorCode::vault_does_not_hold);
}

TEST_F(StoreFiles, AreBackedUpWhileTheyAreWritten) {
    const auto store = opened();
    auto draft = numbered(100'000);
    draft.attachments = {store->objects().put("evidence").value()};
    ASSERT_TRUE(store->log().append(draft).ok());
    fill(*store, 0, 50);
    std::atomic<bool> stop{false};
    std::jthread writer{[&] {
        for (int i = 1000; !stop; ++i)
            ASSERT_TRUE(store->log().append(numbered(i)).ok());
    }};
    for (int round = 0; round < 3; ++round) {
        const auto copy = folder_ / fmt::format("backup-{}", round);
        const auto done = backup(path(), copy, round == 1 ? WithKey::yes : WithKey::no);
        ASSERT_TRUE(done.ok()) << done.error().text();
        EXPECT_EQ(fs::exists(copy / "key"), round == 1);
        const auto restored = folder_ / fmt::format("restored-{}", round);
        const auto back = restore(copy, restored);
        ASSERT_TRUE(back.ok()) << back.error().text();
        const auto verdict = verify(restored);
        ASSERT_TRUE(verdict.ok()) << verdict.error().text();
        EXPECT_GE(verdict->entries, 51);
        EXPECT_EQ(verdict->attachments, 1);
        const auto again = open(restored).value();
        EXPECT_EQ(again->log().append(numbered(999'999)).ok(), round == 1);
    }
    stop = true;
}

// More entries than memory holds requests for: both halves of the index answer.
TEST_F(StoreFiles, FindARequestHoweverOldItIs) {
    constexpr int count = 9'000;
    {
        const auto store = opened();
        for (int begin = 0; begin < count; begin += 500) {
            std::vector<journal::Draft> drafts;
            for (int i = begin; i < begin + 500; ++i)
                drafts.push_back(numbered(i));
            ASSERT_TRUE(store->log().append_all(std::move(drafts)).ok());
        }
    }
    EXPECT_EQ(fault(), "none");
    const auto store = opened();
    for (const int i : {0, 1, 4095, 4096, 4097, 8191, 8192, 8999}) {
        const auto again = store->log().append(numbered(i));
        ASSERT_TRUE(again.ok()) << again.error().text();
        EXPECT_TRUE(again->repeated) << i;
        EXPECT_EQ(again->seq, static_cast<std::uint64_t>(i));
    }
    auto stale = numbered(count);
    stale.subject = "fresh";
    stale.expects = journal::Expectation{0, {"fresh"}};
    EXPECT_TRUE(store->log().append(stale).ok());
    stale.request_id = "another";
    EXPECT_EQ(store->log().append(stale).error().code, ErrorCode::conflict);
    stale.expects = journal::Expectation{4, {"subject-1"}};
    EXPECT_EQ(store->log().append(stale).error().code, ErrorCode::conflict);
    tamper("DELETE FROM request WHERE seq = 3");
    EXPECT_EQ(fault(), "index of requests");
}

TEST_F(StoreFiles, AreNeverOverwritten) {
    fill(*opened(), 0, 3);
    ASSERT_TRUE(backup(path(), folder_ / "backup").ok());
    EXPECT_EQ(backup(path(), folder_ / "backup").error().code, ErrorCode::destination_not_empty);
    EXPECT_EQ(restore(folder_ / "backup", path()).error().code, ErrorCode::destination_not_empty);
    fs::create_directories(folder_ / "other.d");
    EXPECT_EQ(restore(folder_ / "backup", folder_ / "other").error().code,
              ErrorCode::destination_not_empty);
}

TEST_F(StoreFiles, LeaveNothingBehindWhenABackupDoesNotHold) {
    {
        const auto store = opened();
        auto draft = numbered(0);
        draft.attachments = {store->objects().put("evidence").value()};
        ASSERT_TRUE(store->log().append(draft).ok());
        fill(*store, 1, 4);
    }
    const auto copy = folder_ / "backup";
    ASSERT_TRUE(backup(path(), copy).ok());
    const auto hex = journal::to_hex(journal::sha256("evidence"));
    const auto object = copy / "objects" / hex.substr(0, 2) / hex;
    ASSERT_TRUE(base::write_file(object, "changed").ok());
    EXPECT_EQ(restore(copy, folder_ / "new").error().code, ErrorCode::object_damaged);
    ASSERT_TRUE(base::write_file(object, "evidence").ok());
    {
        auto database = Database::open(copy / "store", Database::Access::read_write).value();
        ASSERT_TRUE(
            database.execute("UPDATE entry SET leaf_hash = zeroblob(32) WHERE seq = 1").ok());
    }
    EXPECT_EQ(restore(copy, folder_ / "new").error().where, "entry 1");
    for (const auto& item : fs::directory_iterator{folder_})
        EXPECT_FALSE(item.path().filename().string().starts_with("new")) << item.path();
}

}  // namespace
}  // namespace store
