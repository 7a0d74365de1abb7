// What an acknowledged entry is worth: a process that is killed while it writes, and a disk that
// loses or tears what was not synced.

#include "journal/log.h"
#include "store/power_cut_vfs_test.h"
#include "store/store.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

namespace store {
namespace {

namespace fs = std::filesystem;

journal::Draft numbered(std::string_view run, int number) {
    journal::Draft draft;
    draft.effective_on = base::make_day(2026, 3, 1);
    draft.request_id = fmt::format("{}-{}", run, number);
    draft.actor = "person-1";
    draft.kind = "progress.reported";
    draft.subject = fmt::format("subject-{}", number % 5);
    draft.vault = {{fmt::format("{:>32}", draft.request_id), "narrative"}};
    draft.payload = base::Json::object(
        {{"narrative", journal::to_hex(journal::commit(draft.vault[0]))}, {"number", number}});
    return draft;
}

struct Acknowledged {
    std::string request;
    std::uint64_t seq;
    std::string leaf;
};

fs::path fresh_folder(std::string_view name) {
    const auto folder = fs::temp_directory_path() / fmt::format("tameel-{}-{}", name, ::getpid());
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

// Appends until it is killed, and says through the pipe what was acknowledged; three threads, so
// that commits carry several requests, some of one entry and some of several.
[[noreturn]] void append_for_ever(const fs::path& path, std::string_view run, int out) {
    auto store = open(path);
    if (!store.ok())
        ::_exit(3);
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 3; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = thread;; i += 3) {
                const auto receipt = store.value()->log().append(numbered(run, i));
                if (!receipt.ok())
                    ::_exit(4);
                const auto line = fmt::format("{}-{} {} {}\n", run, i, receipt->seq,
                                              journal::to_hex(receipt->leaf_hash));
                // One short write to a pipe is not divided.
                if (::write(out, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
                    ::_exit(5);
            }
        });
    for (;;)
        ::pause();
}

// What the child said before it died. Its last line may not have been written any more, but none is
// half written.
std::vector<Acknowledged> run_and_kill(const fs::path& path, std::string_view run,
                                       std::chrono::microseconds after) {
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        append_for_ever(path, run, ends[1]);
    }
    ::close(ends[1]);
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    std::string said;
    char buffer[4096];
    while (const ssize_t count = ::read(ends[0], buffer, sizeof buffer))
        said.append(buffer, static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
    std::vector<Acknowledged> all;
    std::istringstream lines{said};
    Acknowledged one;
    while (lines >> one.request >> one.seq >> one.leaf)
        all.push_back(one);
    return all;
}

void expect_kept(journal::Log& log, const std::vector<Acknowledged>& acknowledged) {
    for (const auto& [request, seq, leaf] : acknowledged) {
        const auto entry = log.read(seq);
        ASSERT_TRUE(entry.ok()) << request << ": " << entry.error().text();
        EXPECT_EQ(entry->request_id, request);
        EXPECT_EQ(journal::to_hex(journal::leaf_hash(encode(entry.value()))), leaf);
    }
}

TEST(Killed, TwoHundredTimesLosesNothingThatWasAcknowledged) {
    const auto folder = fresh_folder("killed");
    const auto path = folder / "store";
    std::mt19937_64 random{20231231};
    std::size_t total = 0;
    int with_entries = 0;
    for (int round = 0; round < 200; ++round) {
        const std::chrono::microseconds after{random() % 60'000};
        const auto run = fmt::format("run{}", round);
        const auto acknowledged = run_and_kill(path, run, after);
        total += acknowledged.size();
        with_entries += !acknowledged.empty();
        const auto store = open(path);
        ASSERT_TRUE(store.ok()) << "round " << round << ": " << store.error().text();
        auto& log = store.value()->log();
        expect_kept(log, acknowledged);
        if (!acknowledged.empty()) {
            // Who did not hear the answer asks again: it is one entry.
            const auto& [request, seq, leaf] = acknowledged.back();
            const int number = std::stoi(request.substr(request.find('-') + 1));
            const auto again = log.append(numbered(run, number));
            ASSERT_TRUE(again.ok()) << again.error().text();
            EXPECT_TRUE(again->repeated);
            EXPECT_EQ(again->seq, seq);
        }
        if (round % 20 == 19) {
            const auto verdict = verify(path);
            ASSERT_TRUE(verdict.ok()) << "round " << round << ": " << verdict.error().text();
            EXPECT_EQ(verdict->vault_texts, verdict->entries) << "entry and vault row go together";
        }
    }
    EXPECT_GT(total, 500);
    EXPECT_GT(with_entries, 50);
    fs::remove_all(folder);
}

TEST(PowerCut, LosesNothingThatWasAcknowledged) {
    const auto folder = fresh_folder("power");
    std::size_t total = 0, cut_rounds = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto path = folder / fmt::format("store-{}", seed);
        std::vector<Acknowledged> acknowledged;
        PowerCutVfs disk{"power-cut"};
        std::mt19937_64 random{seed};
        // Several lives of one store; each ends in the middle of its work.
        for (int life = 0; life < 3; ++life) {
            disk.cut_after(random() % 400, random());
            Options options;
            options.vfs = disk.name();
            options.wal_pages = 20;  // so that pages move into the file often
            {
                auto store = open(path, options);
                for (int i = 0; store.ok() && i < 60; ++i) {
                    const auto draft = numbered(fmt::format("life{}", life), i);
                    const auto receipt = store.value()->log().append(draft);
                    if (!receipt.ok())
                        break;
                    acknowledged.push_back(
                        {draft.request_id, receipt->seq, journal::to_hex(receipt->leaf_hash)});
                }
            }
            cut_rounds += disk.was_cut();
            disk.lose_power();
            const auto again = open(path);
            ASSERT_TRUE(again.ok())
                << "seed " << seed << " life " << life << ": " << again.error().text();
            expect_kept(again.value()->log(), acknowledged);
            const auto verdict = verify(path);
            ASSERT_TRUE(verdict.ok())
                << "seed " << seed << " life " << life << ": " << verdict.error().text();
            EXPECT_EQ(verdict->vault_texts, verdict->entries);
        }
        total += acknowledged.size();
        if (testing::Test::HasFailure())
            break;
        for (const auto* suffix : {"", ".key", "-wal", "-shm"})
            fs::remove(path.string() + suffix);
    }
    EXPECT_GT(total, 500);
    EXPECT_GT(cut_rounds, 60);
    fs::remove_all(folder);
}

// The shim itself must be able to lose data, or the test above says nothing.
TEST(PowerCut, TakesWhatWasNotSynced) {
    const auto folder = fresh_folder("shim");
    int lost = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        PowerCutVfs disk{"power-cut"};
        const auto path = folder / fmt::format("store-{}", seed);
        disk.cut_after(1'000'000, seed);
        {
            auto database =
                sqlite::Database::open(path, sqlite::Database::Access::create, disk.name()).value();
            ASSERT_TRUE(database.execute("CREATE TABLE t (x); PRAGMA synchronous = OFF").ok());
            for (int i = 0; i < 50; ++i)
                ASSERT_TRUE(database.execute("INSERT INTO t VALUES (randomblob(500))").ok());
            disk.cut_now();
        }
        disk.lose_power();
        auto database = sqlite::Database::open(path, sqlite::Database::Access::read_write).value();
        const auto count = database.query_integer("SELECT count(*) FROM t");
        lost += !count.ok() || count.value() < 50;
    }
    EXPECT_GT(lost, 10);
    fs::remove_all(folder);
}

}  // namespace
}  // namespace store
