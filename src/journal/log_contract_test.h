#pragma once

#include "base/clock.h"
#include "journal/log.h"
#include "journal/note.h"
#include "journal/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <thread>
#include <vector>

/// What every Log promises. A test program names its log with INSTANTIATE_TEST_SUITE_P.
namespace journal {

/// One log with what it stands on; `reopen` gives a second handle to the same log, or nothing where
/// there can be no second.
struct LogUnderTest {
    virtual ~LogUnderTest() = default;
    virtual Log& log() = 0;
    virtual ObjectStore& objects() = 0;
    virtual std::unique_ptr<LogUnderTest> again() { return nullptr; }
};

struct LogFactory {
    std::string name;
    std::function<std::unique_ptr<LogUnderTest>(const base::Clock&)> create;
};

inline void PrintTo(const LogFactory& factory, std::ostream* out) {
    *out << factory.name;
}

class LogContract : public testing::TestWithParam<LogFactory> {
  protected:
    void SetUp() override { under_test_ = GetParam().create(clock_); }
    Log& log() { return under_test_->log(); }

    static Draft draft(std::string request, std::string subject = "1.1.1-a") {
        Draft draft;
        draft.effective_on = base::make_day(2026, 3, 1);
        draft.request_id = std::move(request);
        draft.actor = "person-1";
        draft.institution = "pasha";
        draft.kind = "progress.reported";
        draft.subject = std::move(subject);
        draft.payload = base::Json::object({{"value", "12.50"}});
        return draft;
    }

    std::vector<std::string> requests() {
        std::vector<std::string> ids;
        const auto scanned =
            log().scan(0, UINT64_MAX, [&](std::uint64_t seq, std::string_view bytes) {
                EXPECT_EQ(seq, ids.size());
                ids.emplace_back(EntryView::scan(bytes)->request_id);
                return Result<void>{};
            });
        EXPECT_TRUE(scanned.ok());
        return ids;
    }

    void expect_verified() {
        const auto verdict = verify_log(log(), under_test_->objects());
        EXPECT_TRUE(verdict.ok()) << verdict.error().text();
        if (verdict.ok()) {
            EXPECT_EQ(verdict->entries, log().size());
        }
    }

    base::FixedClock clock_{base::parse_instant("2026-03-01T09:30:00Z").value()};
    std::unique_ptr<LogUnderTest> under_test_;
};

TEST_P(LogContract, BeginsEmptyAndSigned) {
    EXPECT_EQ(log().size(), 0);
    const auto verifier = Verifier::parse(log().vkey()).value();
    const auto checkpoint = open_checkpoint(log().checkpoint().value(), verifier);
    ASSERT_TRUE(checkpoint.ok());
    EXPECT_EQ(checkpoint->size, 0);
    EXPECT_EQ(checkpoint->root, empty_root());
    EXPECT_EQ(log().read(0).error().code, ErrorCode::not_found);
    expect_verified();
}

TEST_P(LogContract, GivesBackWhatWasAppended) {
    auto sent = draft("r1");
    sent.attachments = {under_test_->objects().put("evidence").value()};
    const auto receipt = log().append(sent);
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    EXPECT_EQ(receipt->seq, 0);
    EXPECT_FALSE(receipt->repeated);
    EXPECT_EQ(receipt->recorded_at, clock_.now());
    const Entry entry = log().read(0).value();
    EXPECT_EQ(entry.request_id, "r1");
    EXPECT_EQ(entry.payload, sent.payload);
    EXPECT_EQ(entry.attachments, sent.attachments);
    EXPECT_EQ(receipt->leaf_hash, leaf_hash(encode(entry)));
    EXPECT_EQ(receipt->tree_size, 1);
    EXPECT_EQ(receipt->root, receipt->leaf_hash);
    expect_verified();
}

TEST_P(LogContract, IsDescribedByItsCheckpointAndProofs) {
    std::vector<Receipt> receipts;
    for (int i = 0; i < 20; ++i)
        receipts.push_back(log().append(draft(std::to_string(i))).value());
    const auto verifier = Verifier::parse(log().vkey()).value();
    const auto head = open_checkpoint(log().checkpoint().value(), verifier).value();
    EXPECT_EQ(head.size, 20);
    for (const auto& receipt : receipts) {
        const auto proof = log().inclusion(receipt.seq, 20).value();
        EXPECT_TRUE(verify_inclusion({receipt.seq, 20, receipt.leaf_hash, head.root}, proof).ok());
        const auto growth = log().consistency(receipt.tree_size, 20).value();
        EXPECT_TRUE(
            verify_consistency({receipt.tree_size, 20, receipt.root, head.root}, growth).ok());
    }
    EXPECT_EQ(log().inclusion(20, 20).error().code, ErrorCode::not_found);
    EXPECT_EQ(log().inclusion(0, 21).error().code, ErrorCode::not_found);
    EXPECT_EQ(log().consistency(0, 5).error().code, ErrorCode::not_found);
}

TEST_P(LogContract, TakesARepeatedRequestOnce) {
    const auto first = log().append(draft("r1")).value();
    clock_.advance(std::chrono::hours{1});
    ASSERT_TRUE(log().append(draft("r2")).ok());
    const auto again = log().append(draft("r1")).value();
    EXPECT_TRUE(again.repeated);
    EXPECT_EQ(again.seq, first.seq);
    EXPECT_EQ(again.recorded_at, first.recorded_at);
    EXPECT_EQ(again.leaf_hash, first.leaf_hash);
    EXPECT_EQ(again.tree_size, first.tree_size);
    EXPECT_EQ(again.root, first.root);
    EXPECT_EQ(log().size(), 2);
}

TEST_P(LogContract, RefusesOtherContentUnderAUsedRequest) {
    ASSERT_TRUE(log().append(draft("r1")).ok());
    auto other = draft("r1");
    other.payload = base::Json::object({{"value", "13"}});
    EXPECT_EQ(log().append(other).error().code, ErrorCode::request_conflict);
    EXPECT_EQ(log().append(draft("r1", "other")).error().code, ErrorCode::request_conflict);
    EXPECT_EQ(log().size(), 1);
}

TEST_P(LogContract, TimeNeverGoesBack) {
    const auto first = log().append(draft("r1")).value();
    clock_.advance(-std::chrono::hours{5});
    const auto second = log().append(draft("r2")).value();
    EXPECT_EQ(second.recorded_at, first.recorded_at);
    clock_.advance(std::chrono::hours{10});
    EXPECT_EQ(log().append(draft("r3")).value().recorded_at, clock_.now());
}

TEST_P(LogContract, HoldsAWriterToWhatItHadSeen) {
    ASSERT_TRUE(log().append(draft("r0", "a")).ok());
    ASSERT_TRUE(log().append(draft("r1", "b")).ok());
    auto late = draft("r2", "a");
    late.expects = Expectation{1, {"a"}};
    EXPECT_TRUE(log().append(late).ok()) << "a was not touched since 1";
    auto stale = draft("r3", "a");
    stale.expects = Expectation{2, {"c", "a"}};
    EXPECT_EQ(log().append(stale).error().code, ErrorCode::conflict);
    stale.expects = Expectation{2, {}};
    EXPECT_EQ(log().append(stale).error().code, ErrorCode::conflict);
    stale.expects = Expectation{9, {}};
    EXPECT_EQ(log().append(stale).error().code, ErrorCode::conflict) << "a head beyond the log";
    stale.expects = Expectation{3, {}};
    EXPECT_TRUE(log().append(stale).ok());
    EXPECT_TRUE(log().append(late).value().repeated) << "a repeat cannot fail by its own entry";
    EXPECT_EQ(log().size(), 4);
}

TEST_P(LogContract, AppendsAllOrNothing) {
    ASSERT_TRUE(log().append(draft("r0")).ok());
    auto broken = draft("r2", "x");
    broken.expects = Expectation{0, {"1.1.1-a"}};
    EXPECT_EQ(log().append_all({draft("r1"), broken}).error().code, ErrorCode::conflict);
    EXPECT_EQ(log().append_all({draft("r1"), draft("")}).error().code, ErrorCode::invalid_entry);
    EXPECT_EQ(log().append_all({draft("r1"), draft("r1", "y")}).error().code,
              ErrorCode::request_conflict);
    EXPECT_EQ(requests(), std::vector<std::string>{"r0"});
    auto first = draft("r1", "p"), second = draft("r2", "p");
    first.expects = second.expects = Expectation{1, {"p"}};
    const auto receipts = log().append_all({first, draft("r0"), second});
    ASSERT_TRUE(receipts.ok()) << receipts.error().text();
    EXPECT_EQ((*receipts)[0].seq, 1);
    EXPECT_TRUE((*receipts)[1].repeated);
    EXPECT_EQ((*receipts)[2].seq, 2);
    EXPECT_EQ((*receipts)[0].tree_size, 3);
    EXPECT_EQ((*receipts)[0].root, (*receipts)[2].root);
    EXPECT_EQ(requests(), (std::vector<std::string>{"r0", "r1", "r2"}));
    EXPECT_TRUE(log().append_all({}).value().empty());
    expect_verified();
}

TEST_P(LogContract, RefusesWhatIsNoEntry) {
    EXPECT_EQ(log().append(draft("")).error().code, ErrorCode::invalid_entry);
    auto fraction = draft("r1");
    fraction.payload = base::Json::object({{"value", 0.5}});
    EXPECT_EQ(log().append(fraction).error().code, ErrorCode::invalid_entry);
    auto large = draft("r1");
    large.payload = base::Json::object({{"text", std::string(70'000, 'x')}});
    EXPECT_EQ(log().append(large).error().code, ErrorCode::entry_too_large);
    auto unknown = draft("r1");
    unknown.attachments = {sha256("never put")};
    EXPECT_EQ(log().append(unknown).error().code, ErrorCode::missing_object);
    EXPECT_EQ(log().size(), 0);
}

TEST_P(LogContract, KeepsTextsUntilTheyAreErased) {
    const auto with = [&](std::string text) {
        auto sent = draft("r1");
        sent.vault = {vault_item(std::move(text))};
        sent.payload = base::Json::object({{"narrative", to_hex(commit(sent.vault[0]))}});
        return sent;
    };
    const auto sent = with("Delayed by floods.");
    const Hash commitment = commit(sent.vault[0]);
    ASSERT_TRUE(log().append(sent).ok());
    EXPECT_EQ(log().read_vault(commitment).value().text, "Delayed by floods.");
    EXPECT_TRUE(log().append(sent).value().repeated);
    EXPECT_TRUE(log().append(with("Delayed by floods.")).value().repeated) << "another salt";
    EXPECT_EQ(log().append(with("Done.")).error().code, ErrorCode::request_conflict);
    expect_verified();

    auto reused = sent;
    reused.request_id = "r2";
    EXPECT_EQ(log().append(reused).error().code, ErrorCode::invalid_entry) << "a salt is used once";

    ASSERT_TRUE(log().erase_vault(commitment).ok());
    EXPECT_TRUE(log().erase_vault(commitment).ok());
    EXPECT_EQ(log().read_vault(commitment).error().code, ErrorCode::vault_erased);
    EXPECT_EQ(log().read_vault(sha256("none")).error().code, ErrorCode::not_found);
    EXPECT_EQ(log().erase_vault(sha256("none")).error().code, ErrorCode::not_found);
    EXPECT_TRUE(log().append(sent).value().repeated) << "nothing is left to compare";
    const auto verdict = verify_log(log(), under_test_->objects());
    ASSERT_TRUE(verdict.ok()) << verdict.error().text();
    EXPECT_EQ(verdict->vault_erased, 1);
    EXPECT_EQ(verdict->vault_texts, 0);
}

TEST_P(LogContract, ScansAPartAndStopsOnAnError) {
    for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(log().append(draft(std::to_string(i))).ok());
    std::vector<std::uint64_t> seen;
    ASSERT_TRUE(log()
                    .scan(3, 6,
                          [&](std::uint64_t seq, std::string_view) {
                              seen.push_back(seq);
                              return Result<void>{};
                          })
                    .ok());
    EXPECT_EQ(seen, (std::vector<std::uint64_t>{3, 4, 5}));
    const auto stopped = log().scan(0, 10, [&](std::uint64_t, std::string_view) -> Result<void> {
        return Error{ErrorCode::internal, "enough", ""};
    });
    EXPECT_EQ(stopped.error().message, "enough");
    EXPECT_TRUE(log()
                    .scan(8, 3,
                          [](std::uint64_t, std::string_view) -> Result<void> {
                              return Error{ErrorCode::internal, "nothing lies between", ""};
                          })
                    .ok());
}

TEST_P(LogContract, LosesNothingAmongManyWriters) {
    constexpr int writers = 16, each = 25;
    std::vector<std::jthread> threads;
    std::atomic<int> failures{0};
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&, writer] {
            for (int i = 0; i < each; ++i) {
                // Every request is sent by two writers.
                const auto id = std::to_string(writer / 2) + "-" + std::to_string(i);
                failures += !log().append(draft(id, "s" + std::to_string(i))).ok();
            }
        });
    threads.clear();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(log().size(), writers / 2 * each);
    const auto ids = requests();
    EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size());
    expect_verified();
}

TEST_P(LogContract, LetsOnlyOneOfTwoWritersWin) {
    std::atomic<int> won{0}, lost{0};
    for (int round = 0; round < 10; ++round) {
        const auto head = log().size();
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < 4; ++writer)
            threads.emplace_back([&, writer] {
                auto mine = draft(std::to_string(round) + "-" + std::to_string(writer), "same");
                mine.expects = Expectation{head, {"same"}};
                const auto receipt = log().append(mine);
                if (receipt.ok())
                    ++won;
                else
                    lost += receipt.error().code == ErrorCode::conflict;
            });
    }
    EXPECT_EQ(won, 10);
    EXPECT_EQ(lost, 30);
}

TEST_P(LogContract, SharesItsEntriesWithASecondHandle) {
    const auto other = under_test_->again();
    if (other == nullptr)
        GTEST_SKIP() << "this log has one handle only";
    ASSERT_TRUE(log().append(draft("r0", "a")).ok());
    EXPECT_EQ(other->log().size(), 0);
    EXPECT_EQ(other->log().refresh().value(), 1);
    auto stale = draft("r1", "a");
    stale.expects = Expectation{0, {"a"}};
    EXPECT_EQ(other->log().append(stale).error().code, ErrorCode::conflict);
    EXPECT_TRUE(other->log().append(draft("r0", "a")).value().repeated);
    const auto receipt = other->log().append(draft("r2", "b"));
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    EXPECT_EQ(receipt->seq, 1);
    EXPECT_EQ(log().append(draft("r3")).value().seq, 2) << "it catches up by itself";
    EXPECT_EQ(requests(), (std::vector<std::string>{"r0", "r2", "r3"}));
    EXPECT_EQ(other->log().refresh().value(), 3);
    expect_verified();
}

TEST_P(LogContract, LetsTwoHandlesWriteAtOnce) {
    const auto other = under_test_->again();
    if (other == nullptr)
        GTEST_SKIP() << "this log has one handle only";
    std::atomic<int> failures{0};
    {
        std::vector<std::jthread> threads;
        for (Log* target : {&log(), &other->log()})
            for (int writer = 0; writer < 3; ++writer)
                threads.emplace_back([&, target, writer] {
                    for (int i = 0; i < 20; ++i)
                        failures +=
                            !target->append(draft(std::to_string(writer) + "-" + std::to_string(i)))
                                 .ok();
                });
    }
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(log().refresh().value(), 60) << "each request was sent through both";
    expect_verified();
}

}  // namespace journal
