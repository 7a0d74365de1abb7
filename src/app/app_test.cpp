#include "app/entries_page_for_test.h"
#include "app/exercise.h"
#include "app/fund_account.h"
#include "app/fund_budget.h"
#include "app/fund_level.h"
#include "app/fund_record.h"
#include "app/issue_token.h"
#include "app/load_dataset.h"
#include "app/record_for_test.h"
#include "app/table_root.h"
#include "app/verify_record.h"
#include "app/views.h"
#include "base/file.h"
#include "base/text.h"
#include "journal/note.h"
#include "journal/tree.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <set>

namespace app {
namespace {

using base::ErrorCode;
using base::Json;
using base::make_day;
using status::Status;

Question as_of(base::Day day) {
    return {day, {}};
}

class AppTest : public testing::Test, protected RecordForTest {
  protected:
    void SetUp() override {
        const auto adoption = adopt();
        ASSERT_TRUE(adoption.ok()) << adoption.error().text();
    }
    void set_up_dialogues() {
        ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-12-31"}})).ok());
        ASSERT_TRUE(confirm("1.1.1", "pasha", make_day(2026, 7, 1)).ok());
    }
};

TEST_F(AppTest, TheRealStrategyStandsAsItsDocumentsLeaveIt) {
    const auto board = scoreboard(record(), {}).value();
    EXPECT_EQ(board.targets.size(), 47u);
    EXPECT_EQ(board.all.by_status[static_cast<std::size_t>(Status::cannot_judge)], 41);
    EXPECT_EQ(board.all.by_status[static_cast<std::size_t>(Status::not_asked)], 6);
    for (const auto& judged : board.targets) {
        EXPECT_FALSE(judged.why.empty()) << judged.id.text();
        EXPECT_FALSE(judged.decisions.empty()) << judged.id.text();
        EXPECT_EQ(judged.actual, std::nullopt);
    }
}

TEST_F(AppTest, AsOfMayTheYearIsDerivedFromWhatHadBeenPublished) {
    const auto judged = status_of("exports-fy2024", as_of(make_day(2024, 5, 20)));
    EXPECT_EQ(judged.status, Status::on_track);
    EXPECT_EQ(judged.actual, base::Decimal{2590});
    EXPECT_EQ(judged.expected, 2500.0);
    const auto story = target_story(record(), as_of(make_day(2024, 5, 20)), "exports-fy2024");
    const auto text = story.value().find("explanation")->text();
    EXPECT_NE(text.find("row X0638"), std::string::npos);
    EXPECT_NE(text.find("2024-05-20"), std::string::npos);
    EXPECT_EQ(text.find("3223"), std::string::npos);
}

TEST_F(AppTest, AsOfTodayTheYearIsMetAndTheExpectationMissed) {
    EXPECT_EQ(status_of("exports-fy2024").status, Status::met);
    EXPECT_EQ(status_of("exports-fy2024").actual, base::Decimal{3223});
    EXPECT_EQ(status_of("exports-2023").status, Status::missed);
    EXPECT_EQ(status_of("exports-fy2022").status, Status::missed);
    EXPECT_EQ(status_of("market-concentration").status, Status::off_track);
}

TEST_F(AppTest, BeforeTheJournalBeganTheRecordDidNotExist) {
    const auto before = scoreboard(record(), {make_day(2024, 5, 20), at("2026-11-21T00:00:00Z")});
    ASSERT_FALSE(before.ok());
    EXPECT_EQ(before.error().code, ErrorCode::record_did_not_exist);
    EXPECT_TRUE(scoreboard(record(), {make_day(2024, 5, 20), at("2026-11-23T00:00:00Z")}).ok());
}

TEST_F(AppTest, BeforeItsHorizonNoPlanWasInForce) {
    const auto before = scoreboard(record(), as_of(make_day(2022, 12, 31)));
    EXPECT_EQ(before.error().code, ErrorCode::not_in_force);
}

TEST_F(AppTest, ATargetGoesFromNotAskedToMet) {
    EXPECT_EQ(status_of("1.1.1-1").status, Status::cannot_judge);
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-12-31"}})).ok());
    EXPECT_EQ(status_of("1.1.1-1").status, Status::not_asked);
    ASSERT_TRUE(confirm("1.1.1", "pasha", make_day(2026, 7, 1)).ok());
    EXPECT_EQ(status_of("1.1.1-1").status, Status::overdue);
    ASSERT_TRUE(report("1.1.1-1", "2026-Q3", "pasha", "5").ok());
    EXPECT_EQ(status_of("1.1.1-1").status, Status::at_risk);
    ASSERT_TRUE(verify("1.1.1-1", "2026-Q3", "secp", "B").ok());
    EXPECT_EQ(status_of("1.1.1-1").status, Status::met);
}

TEST_F(AppTest, WhatWasKnownEarlierStaysAsItWas) {
    set_up_dialogues();
    const auto before = clock().now();
    clock().advance(std::chrono::hours{48});
    ASSERT_TRUE(report("1.1.1-1", "2026-Q3", "pasha", "5").ok());
    ASSERT_TRUE(verify("1.1.1-1", "2026-Q3", "secp", "A").ok());
    EXPECT_EQ(status_of("1.1.1-1").status, Status::met);
    EXPECT_EQ(status_of("1.1.1-1", {{}, before}).status, Status::overdue);
    EXPECT_EQ(status_of("1.1.1-1", as_of(make_day(2026, 11, 22))).status, Status::overdue);
}

TEST_F(AppTest, AReportThatIsBehindExplainsItself) {
    set_up_dialogues();
    const auto silent = report("1.1.1-1", "2026-Q3", "pasha", "1");
    ASSERT_FALSE(silent.ok());
    EXPECT_EQ(silent.error().code, ErrorCode::explanation_required);
    EXPECT_TRUE(report("1.1.1-1", "2026-Q3", "pasha", "1", "the officer left").ok());
}

TEST_F(AppTest, AnExplanationIsErasableAndTheRecordStillVerifies) {
    set_up_dialogues();
    const auto receipt = report("1.1.1-1", "2026-Q3", "pasha", "1", "the officer left");
    ASSERT_TRUE(receipt.ok());
    const auto entry = record().log().read(receipt.value().seq).value();
    EXPECT_EQ(entry.payload.text().find("officer"), std::string::npos);
    const auto commitment =
        journal::parse_hex(*entry.payload.find("explanation")->string()).value();
    EXPECT_EQ(record().log().read_vault(commitment).value().text, "the officer left");
    ASSERT_TRUE(record().log().erase_vault(commitment).ok());
    EXPECT_EQ(record().log().read_vault(commitment).error().code, ErrorCode::vault_erased);
}

TEST_F(AppTest, TheSameRequestTwiceIsOneEntry) {
    ReportRequest request;
    request.target = "1.1.1-1";
    request.period = "2026-Q3";
    request.value = base::Decimal{5};
    request.request_id = "r-1";
    set_up_dialogues();
    const auto principal = who("pasha", trust::Role::reporter);
    const auto first = report_progress(record(), principal, request, ReportKind::report);
    const auto second = report_progress(record(), principal, request, ReportKind::report);
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE(second.ok()) << second.error().text();
    EXPECT_EQ(first.value().seq, second.value().seq);
    EXPECT_TRUE(second.value().repeated);
    request.value = base::Decimal{4};
    request.explanation = "fewer";
    EXPECT_EQ(report_progress(record(), principal, request, ReportKind::report).error().code,
              ErrorCode::request_conflict);
}

TEST_F(AppTest, ALoweredPromiseShowsWhatWasPrinted) {
    ASSERT_TRUE(amend("1.2.3-1", Json::object({{"value", "4"}, {"due", "2027"}})).ok());
    const auto judged = status_of("1.2.3-1");
    ASSERT_EQ(judged.promises.size(), 2u);
    EXPECT_EQ(judged.promises[0].promised, "10");
    EXPECT_EQ(judged.promises[0].now, "4");
    EXPECT_TRUE(judged.promises[0].is_lowered);
    EXPECT_EQ(judged.promises[1].promised, "2023");
}

TEST_F(AppTest, AnAmendmentNeedsADecisionAndMustChangeSomething) {
    const auto council = who("moc", trust::Role::council);
    const auto amend_with = [&](Json changes, const std::string& decision) {
        return amend_plan(record(), council,
                          {{}, "1.1.1-4", std::move(changes), "because", decision})
            .error()
            .code;
    };
    EXPECT_EQ(amend_with(Json::object({{"due", "2025"}}), ""), ErrorCode::decision_required);
    EXPECT_EQ(amend_with(Json::object({{"due", "2025"}}), "d"), ErrorCode::no_such_decision);
    const auto d = decision();
    EXPECT_EQ(amend_with(Json::object({{"due", "2023"}}), d), ErrorCode::nothing_to_change);
    EXPECT_EQ(amend_with(Json::object({{"due", "2031"}}), d), ErrorCode::outside_horizon);
}

TEST_F(AppTest, ATokenOpensWritingUntilItIsRevokedOrExpires) {
    const auto issued = issue_token(record(), {"A. Person", "pasha", {"reporter"}, 30});
    ASSERT_TRUE(issued.ok()) << issued.error().text();
    const auto token = std::string{issued.value().token.reveal_secret()};
    EXPECT_EQ(authenticate(record(), token).value().institution, "pasha");
    EXPECT_EQ(authenticate(record(), token + "x").error().code, ErrorCode::token_unknown);
    const auto entry = record().log().read(issued.value().receipt.seq).value();
    EXPECT_EQ(entry.payload.text().find("Person"), std::string::npos);
    EXPECT_EQ(entry.payload.text().find(token), std::string::npos);
    const auto issued_at = clock().now();
    clock().advance(std::chrono::hours{24 * 32});
    EXPECT_EQ(authenticate(record(), token).error().code, ErrorCode::token_unknown);
    clock().set(issued_at);
    ASSERT_TRUE(revoke_token(record(), token).ok());
    EXPECT_EQ(authenticate(record(), token).error().code, ErrorCode::token_unknown);
}

TEST_F(AppTest, ASecondAdoptionNeedsToBeAskedFor) {
    EXPECT_EQ(adopt().error().code, ErrorCode::already_adopted);
}

TEST_F(AppTest, TheJournalPagesBackToItsBeginning) {
    set_up_dialogues();
    std::set<std::int64_t> seen;
    std::optional<std::uint64_t> before;
    do {
        const auto page = journal_page(record(), before, 2).value();
        for (const auto& entry : *page.find("entries")->array_items())
            seen.insert(*entry.find("seq")->integer());
        const auto* next = page.find("next")->integer();
        before = next != nullptr ? std::optional{static_cast<std::uint64_t>(*next)} : std::nullopt;
    } while (before);
    EXPECT_EQ(seen.size(), record().state().size());
}

TEST_F(AppTest, AnEntryComesWithAProofThatHolds) {
    set_up_dialogues();
    const auto view = journal_entry(record(), 2).value();
    std::vector<journal::Hash> proof;
    for (const auto& hash : *view.find("inclusion")->array_items())
        proof.push_back(journal::parse_hex(*hash.string()).value());
    const auto note = *view.find("checkpoint")->string();
    const auto checkpoint =
        journal::open_checkpoint(note, journal::Verifier::parse(record().log().vkey()).value());
    const journal::InclusionClaim claim{
        2, checkpoint.value().size, journal::parse_hex(*view.find("leaf_hash")->string()).value(),
        checkpoint.value().root};
    EXPECT_TRUE(journal::verify_inclusion(claim, proof).ok());
}

TEST_F(AppTest, AReporterReportsTodayAndTheSecretariatEntersEarlierDays) {
    set_up_dialogues();
    ReportRequest request;
    request.target = "1.1.1-1";
    request.period = "2026-Q3";
    request.value = base::Decimal{5};
    request.explanation = "late by post";
    request.effective_on = make_day(2026, 10, 2);
    auto lead = who("pasha", trust::Role::reporter);
    EXPECT_EQ(report_progress(record(), lead, request, ReportKind::report).error().code,
              ErrorCode::backdated);
    lead.roles.push_back(trust::Role::secretariat);
    EXPECT_TRUE(report_progress(record(), lead, request, ReportKind::report).ok());
    EXPECT_EQ(status_of("1.1.1-1", as_of(make_day(2026, 10, 1))).actual, std::nullopt);
}

TEST_F(AppTest, AnAmendmentSinceTheReportMakesNobodyIndependent) {
    set_up_dialogues();
    ASSERT_TRUE(report("1.1.1-1", "2026-Q3", "pasha", "5").ok());
    ASSERT_TRUE(amend("1.1.1", Json::object({{"lead", "secp"}})).ok());
    EXPECT_EQ(verify("1.1.1-1", "2026-Q3", "pasha", "A").error().code,
              ErrorCode::reviewer_not_independent);
}

TEST_F(AppTest, AReasonIsErasableAndStandsInNoEntry) {
    const auto receipt = amend("1.1.1-1", Json::object({{"due", "2027-12-31"}}));
    std::string bytes;
    ASSERT_TRUE(record()
                    .log()
                    .scan(receipt->seq, receipt->seq + 1,
                          [&](auto, auto entry) {
                              bytes = entry;
                              return Result<void>{};
                          })
                    .ok());
    EXPECT_EQ(bytes.find("because"), std::string::npos);
    const auto reason = [&] {
        const auto story = target_story(record(), {}, "1.1.1-1");
        return *story->find("amendments")->array_items()->front().find("reason")->string();
    };
    EXPECT_EQ(reason(), "because");
    const auto payload = record().log().read(receipt->seq)->payload;
    const auto commitment = journal::parse_hex(*payload.find("reason")->string()).value();
    ASSERT_TRUE(record().log().erase_vault(commitment).ok());
    EXPECT_EQ(reason(), "(erased)");
    EXPECT_TRUE(
        verify_projections(record().log(), record().objects(), record().series_store()).ok());
}

TEST_F(AppTest, AnAnswerSaysOnHowManyEntriesItRests) {
    const auto entries = [&](const Question& question) {
        return *to_json(scoreboard(record(), question).value()).find("entries")->integer();
    };
    (void)decision();
    const auto before = entries({});
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-12-31"}})).ok());
    EXPECT_EQ(entries({}), before + 1);
    EXPECT_EQ(entries(as_of(make_day(2024, 5, 20))), before);
}

/// The small strategy in a folder of its own, so that it can be changed.
class AdoptedAgain : public testing::Test, protected RecordForTest {
  protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() /
                  ("tameel-adopt-" + std::to_string(::getpid()) +
                   testing::UnitTest::GetInstance()->current_test_info()->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::copy(TAMEEL_SOURCE_DIR "/tests/fixtures/small", folder_,
                              std::filesystem::copy_options::recursive);
        ASSERT_TRUE(adopt_plan(record(), folder_, Again::no).ok());
        clock().advance(std::chrono::hours{24});
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }
    void change(const std::string& from, const std::string& to) {
        std::string text = base::read_file(folder_ / "plan.yaml").value();
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        ASSERT_TRUE(base::write_file(folder_ / "plan.yaml", text).ok());
    }
    Result<Adoption> again() { return adopt_plan(record(), folder_, Again::yes); }

    std::filesystem::path folder_;
};

TEST_F(AdoptedAgain, TheFirstPromiseStaysAndTheDayBeforeToo) {
    change("value: 5", "value: 4");
    change("2025: 5", "2025: 4");
    const auto adoption = again();
    ASSERT_TRUE(adoption.ok()) << adoption.error().text();
    EXPECT_EQ(adoption->changes.size(), 2u);
    const auto judged = status_of("1.1.1-1");
    EXPECT_EQ(judged.alerts.front(), "the promise was lowered: value 5 became 4");
    EXPECT_EQ(judged.promises.front().promised, "5");
    const auto yesterday = record().today() - std::chrono::days{1};
    EXPECT_TRUE(status_of("1.1.1-1", as_of(yesterday)).alerts.empty());
}

TEST_F(AdoptedAgain, WhatTheCouncilAmendedGoesOn) {
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2026-12-31"}})).ok());
    change("Five dialogues held", "Five good dialogues held");
    ASSERT_TRUE(again().ok());
    const auto moment = record().now();
    const auto* target = moment->plan->working->find_target(plan::TargetId{"1.1.1-1"});
    EXPECT_EQ(target->due->text, "2026-12-31");
    EXPECT_EQ(*target->statement, "Five good dialogues held");
}

TEST_F(AdoptedAgain, AStrategyInWhichAnAmendmentDoesNotFitIsRefused) {
    ASSERT_TRUE(amend("1.1.1", Json::object({{"lead", "chambers"}})).ok());
    std::string text = base::read_file(folder_ / "institutions.yaml").value();
    const auto begin = text.find("  - code: chambers");
    text.erase(begin, text.find("council:") - begin);
    ASSERT_TRUE(base::write_file(folder_ / "institutions.yaml", text).ok());
    const auto size = record().log().size();
    const auto refused = again();
    EXPECT_EQ(refused.error().code, ErrorCode::invalid_amendment) << refused.error().text();
    EXPECT_EQ(record().log().size(), size);
}

TEST_F(AdoptedAgain, APromiseIsNotWithdrawnByLeavingItOut) {
    change("id: 1.1.1-1", "id: 1.1.1-9");
    EXPECT_EQ(again().error().code, ErrorCode::promise_left_out);
}

TEST_F(AdoptedAgain, AnotherCalendarTakesNobodysDelayBack) {
    ASSERT_TRUE(confirm("1.1.2", "moitt").ok());
    change("grace_days: 30", "grace_days: 300");
    clock().advance(std::chrono::hours{24 * 150});
    const auto adoption = again();
    ASSERT_FALSE(adoption.ok());
    EXPECT_EQ(adoption.error().code, ErrorCode::wrong_state);
}

TEST_F(AdoptedAgain, WhoWasAskedStaysAskedWhoeverLeads) {
    ASSERT_TRUE(confirm("1.1.1", "pasha").ok());
    change("lead: pasha", "lead: tdap");
    ASSERT_TRUE(again().ok());
    EXPECT_TRUE(record().now()->plan->asked_from.contains(plan::ActivityId{"1.1.1"}));
}

TEST_F(AdoptedAgain, AnAmendmentFitsOnEveryDayFromWhichItCounts) {
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027"}, {"value", "9"}})).ok());
    AmendmentRequest earlier{{}, "1.1.1-1", Json::object(), "because", decision()};
    earlier.changes.set("path", Json::Array{Json::object({{"at", "2026"}, {"value", "7"}})});
    earlier.effective_on = record().today() - std::chrono::days{1};
    const auto council = who("moitt", trust::Role::council);
    EXPECT_EQ(amend_plan(record(), council, earlier).error().where, "effective_on");
    earlier.effective_on.reset();
    EXPECT_TRUE(amend_plan(record(), council, earlier).ok());
}

TEST(AnExercise, StaysOneWhateverIsAdoptedInIt) {
    base::FixedClock clock{base::Instant{}};
    MemoryRecord memory{clock};
    ExerciseOptions options;
    options.entries = 200;
    options.until = make_day(2026, 11, 1);
    const std::filesystem::path small = TAMEEL_SOURCE_DIR "/tests/fixtures/small";
    ASSERT_TRUE(play_exercise(memory.record(), clock, small, options).ok());
    EXPECT_EQ(adopt_plan(memory.record(), small, Again::yes).error().code,
              ErrorCode::nothing_to_change);
}

TEST_F(AdoptedAgain, GoingBackIsAnAdoptionTooAndTheSameIsNone) {
    EXPECT_EQ(again().error().code, ErrorCode::nothing_to_change);
    change("Five dialogues held", "Five good dialogues held");
    ASSERT_TRUE(again().ok());
    change("Five good dialogues held", "Five dialogues held");
    ASSERT_TRUE(again().ok());
    EXPECT_EQ(*record().now()->plan->printed->find_target(plan::TargetId{"1.1.1-1"})->statement,
              "Five dialogues held");
}

// One entry of each kind on money, with every member that it may have.
void record_money(Record& record) {
    const trust::Principal tdap{"p-test", "tdap", {trust::Role::secretariat}};
    ASSERT_TRUE(declare_level(record, tdap, {{}, "activity"}).ok());
    ASSERT_TRUE(open_account(record, tdap, {{}, "A03", "Operating expenses", ""}).ok());
    ASSERT_TRUE(open_account(record, tdap, {{}, "A03-9", "Meetings", "A03"}).ok());
    ASSERT_TRUE(
        budget(record, tdap,
               {{}, "halls", "1.1.1", "FY2025", "A03-9", "5000000", "PKR", "estimate", "Halls"})
            .ok());
    const FundRecordRequest pledge{{},       "psdp",  "moitt", "1.1.1", "FY2025",
                                   "pledge", "70000", "PKR",   {}};
    const auto first = record_funds(record, tdap, pledge);
    ASSERT_TRUE(first.ok());
    auto correction = pledge;
    correction.corrects = first.value().seq;
    ASSERT_TRUE(record_funds(record, tdap, correction).ok());
}

TEST(Entries, HoldWhatTheirPageLists) {
    base::FixedClock clock{base::Instant{}};
    MemoryRecord memory{clock};
    ExerciseOptions options;
    options.entries = 1500;
    options.until = make_day(2026, 11, 1);
    ASSERT_TRUE(play_exercise(memory.record(), clock,
                              TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023", options)
                    .ok());
    ASSERT_TRUE(issue_token(memory.record(), {"Somebody", "pasha", {"reporter"}, 10}).ok());
    RecordForTest small;
    ASSERT_TRUE(small.adopt().ok());
    record_money(small.record());
    EXPECT_TRUE(hold_entries_against_their_page(small.record()).contains("funding.level_declared"));
    const auto seen = hold_entries_against_their_page(memory.record());
    for (const auto* kind : {"funding.account_opened", "funding.budgeted", "funding.recorded",
                             "dataset.loaded", "programme.reported", "programme.cohort_opened",
                             "programme.tasked", "programme.progressed", "programme.changed"})
        EXPECT_TRUE(seen.contains(kind)) << kind;
}

TEST(TableRoot, ShowsOneFigureWithoutTheRestOfTheTable) {
    std::string table = "period,value\r\n";
    std::vector<std::string> leaves{table};
    for (int row = 1; row < 200; ++row) {
        const auto record = fmt::format("2024-01,\"{}\n{}\"\n", row, row % 7);
        table += record;
        if (static_cast<std::size_t>(row) % TableRoot::records_in_leaf == 0)
            leaves.emplace_back();
        leaves.back() += record;
    }
    journal::Tree tree;
    for (const auto& leaf : leaves)
        tree.append(journal::leaf_hash(leaf));
    ASSERT_EQ(tree.size(), 4);
    const auto root = table_root(table);
    EXPECT_EQ(root, tree.root(4).value());
    const auto proof = tree.inclusion(2, 4).value();
    EXPECT_TRUE(journal::verify_inclusion({2, 4, journal::leaf_hash(leaves[2]), root}, proof).ok());
    EXPECT_FALSE(
        journal::verify_inclusion({2, 4, journal::leaf_hash(leaves[1]), root}, proof).ok());
    for (const std::size_t piece : {1, 7, 1000}) {
        TableRoot pieces;
        for (std::size_t at = 0; at < table.size(); at += piece)
            pieces.add(std::string_view{table}.substr(at, piece));
        EXPECT_EQ(pieces.finish(), root) << piece;
    }
    EXPECT_NE(table_root("a\nb"), table_root("a\nb\n"));
    EXPECT_EQ(table_root(""), journal::Frontier{}.root());
}

}  // namespace
}  // namespace app
