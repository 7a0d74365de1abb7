#include "app/published_outlooks.h"

#include "app/entries_page_for_test.h"
#include "app/publish_outlooks.h"
#include "app/record_for_test.h"

#include <gtest/gtest.h>

namespace app {
namespace {

using base::ErrorCode;
using base::Json;
using base::make_day;

PublishedClaim claim_of(std::string about, Came came, std::vector<PublishedChance> said) {
    PublishedClaim claim;
    claim.about = std::move(about);
    claim.due = make_day(2027, 12, 31);
    claim.came = came;
    claim.said = std::move(said);
    return claim;
}

PublishedChance said(SaidBy by, std::optional<double> probability, bool is_known = false) {
    return {by, probability, is_known, "", ""};
}

TEST(OutlookScores, LeaveOutWhatWasKnownOrLateOrNotToldAndWhatHasNotCome) {
    using enum SaidBy;
    OutlookPublication one;
    one.published = one.as_of = make_day(2027, 1, 1);
    one.claims = {
        claim_of("met", Came::met, {said(verified, 0.8), said(reported, 1.0, true)}),
        claim_of("missed", Came::missed, {said(verified, 0.5), said(reported, 0.6)}),
        claim_of("untold", Came::missed, {said(verified, {}), said(reported, 0.4)}),
        claim_of("known", Came::met, {said(verified, 1.0, true), said(reported, 1.0, true)}),
        claim_of("late", Came::met, {said(verified, 0.1), said(reported, 0.1)}),
        claim_of("waiting", Came::waiting, {said(verified, 0.9), said(reported, 0.9)}),
        claim_of("not due", Came::not_due, {said(verified, 0.9), said(reported, 0.9)}),
    };
    one.claims[4].due = make_day(2026, 12, 31);
    score(one);
    EXPECT_EQ(one.claims[0].unscored, std::nullopt);
    EXPECT_EQ(one.claims[3].unscored, Unscored::known);
    EXPECT_EQ(one.claims[4].unscored, Unscored::late);
    const std::vector twice{one, one};
    const auto scores = scores_of(twice);
    ASSERT_EQ(scores.size(), 3u);
    EXPECT_EQ(scores[0].claims, 4u);
    EXPECT_EQ(scores[0].events, 2u);
    EXPECT_EQ(scores[0].met, 2u);
    EXPECT_NEAR(scores[0].brier, (0.04 + 0.25) / 2, 1e-12);
    EXPECT_NEAR(scores[0].climatology, 0.25, 1e-12);
    // What was only reported as reached was a claim that could still fail.
    EXPECT_EQ(scores[1].claims, 6u);
    EXPECT_NEAR(scores[1].brier, (0 + 0.36 + 0.16) / 3, 1e-12);
    EXPECT_NEAR(scores[1].climatology, 1.0 / 3 * 2 / 3, 1e-12);
    EXPECT_EQ(scores[2].claims, 0u);
}

class PublishedOutlooks : public testing::Test, protected RecordForTest {
  protected:
    void SetUp() override { ASSERT_TRUE(adopt().ok()); }

    static trust::Principal publisher() { return who("tdap", trust::Role::secretariat); }
    Result<journal::Receipt> publish(const OutlookPublicationRequest& request = {},
                                     const trust::Principal& principal = publisher()) {
        return carry_out(record(), principal, request, draft_outlook_publication);
    }
    OutlookRecord published(std::string_view about = {}, const Question& question = {}) {
        return published_outlooks(record(), question, about).value();
    }
    // Two quarters with two dialogues each, of five until the end of 2027.
    void hold_dialogues() {
        ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-12-31"}})).ok());
        ASSERT_TRUE(confirm("1.1.1", "pasha", make_day(2026, 4, 1)).ok());
        for (const auto* quarter : {"2026-Q2", "2026-Q3"}) {
            ASSERT_TRUE(report("1.1.1-1", quarter, "pasha", "2").ok());
            ASSERT_TRUE(verify("1.1.1-1", quarter, "secp", "B").ok());
        }
    }
    void move_to(std::string_view instant) { clock().advance(at(instant) - clock().now()); }
};

TEST_F(PublishedOutlooks, HoldEveryTargetAndOutcomeOfThePlan) {
    hold_dialogues();
    const auto receipt = publish();
    ASSERT_TRUE(receipt.ok()) << receipt.error().text();
    const auto made = published();
    ASSERT_EQ(made.publications.size(), 1u);
    const auto& one = made.publications.front();
    EXPECT_EQ(one.entry, static_cast<std::int64_t>(receipt->seq));
    EXPECT_EQ(one.entries, receipt->seq);
    EXPECT_EQ(one.as_of, make_day(2026, 11, 22));
    const auto& plan = *record().now()->plan->working;
    ASSERT_EQ(one.claims.size(), plan.targets().size() + plan.outcomes.size());
    const auto& dialogues = one.claims.front();
    EXPECT_EQ(dialogues.about, "1.1.1-1");
    EXPECT_EQ(dialogues.due, make_day(2027, 12, 31));
    EXPECT_EQ(dialogues.said.front().method, "gamma-poisson");
    EXPECT_GT(dialogues.said.front().probability.value(), 0.5);
    EXPECT_EQ(dialogues.came, Came::not_due);
    const auto& untold = one.claims[1];
    EXPECT_EQ(untold.said.front().probability, std::nullopt);
    EXPECT_EQ(untold.said.front().reason, "the plan states no due date");
    const auto& outcome = one.claims[plan.targets().size()];
    EXPECT_TRUE(outcome.is_outcome);
    EXPECT_EQ(outcome.said.front().by, SaidBy::statistic);
    for (const auto& score : scores_of(made.publications))
        EXPECT_EQ(score.claims, 0u);
    EXPECT_TRUE(hold_entries_against_their_page(record()).contains("outlook.published"));
}

TEST_F(PublishedOutlooks, AreOneEntryOnADayOnWhichNothingChanges) {
    const auto first = publish().value();
    const auto again = publish({}, who("moitt", trust::Role::administrator)).value();
    EXPECT_EQ(again.seq, first.seq);
    EXPECT_TRUE(again.repeated);
    hold_dialogues();
    const auto changed = publish().value();
    EXPECT_GT(changed.seq, first.seq);
    move_to("2026-11-23T09:00:00Z");
    EXPECT_GT(publish().value().seq, changed.seq);
    EXPECT_EQ(published().publications.size(), 3u);
    EXPECT_EQ(published({}, {make_day(2026, 11, 22), {}}).publications.size(), 2u);
    EXPECT_EQ(published({}, {{}, at("2026-11-22T10:00:00Z")}).publications.size(), 2u);
}

TEST_F(PublishedOutlooks, OfTwoAtTheSameTimeAreDecidedAnew) {
    const auto moment = record().now().value();
    const auto drafted = [&] {
        auto draft = draft_outlook_publication(record(), moment, publisher(), {}).value();
        draft.expects->head = moment.known.seq;
        return draft;
    };
    auto first = drafted(), second = drafted();
    ASSERT_TRUE(record().log().append(std::move(first)).ok());
    EXPECT_EQ(record().log().append(std::move(second)).error().code, ErrorCode::conflict);
}

TEST_F(PublishedOutlooks, OfARepeatedRequestAreTheSameEntry) {
    OutlookPublicationRequest request;
    request.request_id = "of-november";
    const auto first = publish(request).value();
    hold_dialogues();
    move_to("2026-12-01T09:00:00Z");
    const auto again = publish(request).value();
    EXPECT_EQ(again.seq, first.seq);
    EXPECT_TRUE(again.repeated);
}

TEST_F(PublishedOutlooks, AreScoredOnceTheyAreDueByWhatIsVerified) {
    hold_dialogues();
    ASSERT_TRUE(publish().ok());
    move_to("2027-02-01T09:00:00Z");
    ASSERT_TRUE(report("1.1.1-1", "2026-Q4", "pasha", "1").ok());
    move_to("2027-12-31T09:00:00Z");
    ASSERT_TRUE(publish().ok());
    move_to("2028-01-01T09:00:00Z");
    EXPECT_EQ(published("1.1.1-1").publications.front().claims.front().came, Came::waiting)
        << "reported, and not verified";
    ASSERT_TRUE(verify("1.1.1-1", "2026-Q4", "secp", "B").ok());
    ASSERT_TRUE(publish().ok());
    const auto made = published("1.1.1-1");
    ASSERT_EQ(made.publications.size(), 3u);
    const auto& claim = made.publications.front().claims.front();
    EXPECT_EQ(claim.came, Came::met);
    EXPECT_EQ(claim.value, base::Decimal{5});
    const double miss = 1 - *claim.said.front().probability;
    EXPECT_NEAR(claim.said.front().squared_error.value(), miss * miss, 1e-12);
    // The third was published when the due date had passed.
    EXPECT_EQ(made.publications.back().claims.front().unscored, Unscored::late);
    const auto scores = scores_of(made.publications);
    EXPECT_EQ(scores[0].claims, 2u);
    EXPECT_EQ(scores[0].events, 1u);
    EXPECT_EQ(scores[0].climatology, 0);
    // On the last day of 2027 what nobody had verified was still to come.
    EXPECT_EQ(
        published("1.1.1-1", {make_day(2027, 12, 31), {}}).publications.front().claims.front().came,
        Came::not_due);
}

TEST_F(PublishedOutlooks, AreHeldAgainstWhatWasAskedWhenTheyWerePublished) {
    hold_dialogues();
    ASSERT_TRUE(publish().ok());
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"value", "4"}})).ok());
    move_to("2028-03-01T09:00:00Z");
    const auto claim = published("1.1.1-1").publications.front().claims.front();
    EXPECT_EQ(claim.requirement, "at least 5 dialogues by 2027-12-31");
    EXPECT_NE(claim.came, Came::met) << "four were held, and four are enough only by now";
}

TEST_F(PublishedOutlooks, AsOfAnEarlierDayAreLateWhereTheDueDateHadPassed) {
    OutlookPublicationRequest request;
    request.as_of = make_day(2024, 5, 20);
    ASSERT_TRUE(publish(request).ok());
    const auto made = published("exports-fy2024");
    const auto& claim = made.publications.front().claims.front();
    EXPECT_GT(claim.said.front().probability.value(), 0.9);
    EXPECT_EQ(claim.came, Came::met);
    EXPECT_EQ(claim.unscored, Unscored::late);
    EXPECT_EQ(claim.said.front().squared_error, std::nullopt) << "hindsight is not scored";
}

// Five were verified in February; who publishes in March as of January knows that.
TEST_F(PublishedOutlooks, AsOfAnEarlierDayAreNeverScored) {
    hold_dialogues();
    move_to("2027-02-01T09:00:00Z");
    ASSERT_TRUE(report("1.1.1-1", "2026-Q4", "pasha", "1").ok());
    ASSERT_TRUE(verify("1.1.1-1", "2026-Q4", "secp", "B").ok());
    move_to("2027-03-01T09:00:00Z");
    OutlookPublicationRequest request;
    request.as_of = make_day(2027, 1, 20);
    ASSERT_TRUE(publish(request).ok());
    move_to("2028-01-01T09:00:00Z");
    const auto made = published("1.1.1-1");
    const auto& claim = made.publications.front().claims.front();
    EXPECT_EQ(claim.unscored, Unscored::earlier_day);
    EXPECT_FALSE(claim.said.front().is_known);
    EXPECT_EQ(claim.came, Came::met);
    EXPECT_EQ(claim.said.front().squared_error, std::nullopt);
    EXPECT_EQ(scores_of(made.publications)[0].claims, 0u);
}

// The words that ask are the same, what is measured is not.
TEST_F(PublishedOutlooks, AreEachHeldAgainstItsOwnMeasure) {
    hold_dialogues();
    ASSERT_TRUE(publish().ok());
    move_to("2027-02-01T09:00:00Z");
    ASSERT_TRUE(report("1.1.1-1", "2026-Q4", "pasha", "1").ok());
    ASSERT_TRUE(verify("1.1.1-1", "2026-Q4", "secp", "B").ok());
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"measure", "level"}})).ok());
    ASSERT_TRUE(publish().ok());
    move_to("2028-03-01T09:00:00Z");
    const auto made = published("1.1.1-1");
    ASSERT_EQ(made.publications.size(), 2u);
    const auto& counted = made.publications[0].claims.front();
    const auto& level = made.publications[1].claims.front();
    EXPECT_EQ(counted.requirement, level.requirement);
    EXPECT_EQ(counted.came, Came::met) << "two, two and one";
    EXPECT_EQ(counted.value, base::Decimal{5});
    EXPECT_NE(level.came, Came::met) << "the last of them is one";
}

TEST_F(PublishedOutlooks, ThatAreTakenBackOnOneDayAreSaidAgain) {
    hold_dialogues();
    const auto first = publish().value();
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-06-30"}})).ok());
    const auto second = publish().value();
    ASSERT_TRUE(amend("1.1.1-1", Json::object({{"due", "2027-12-31"}})).ok());
    const auto third = publish().value();
    EXPECT_GT(second.seq, first.seq);
    EXPECT_GT(third.seq, second.seq);
    EXPECT_FALSE(third.repeated);
}

TEST_F(PublishedOutlooks, AreRefusedWithoutTheRoleOrFromAnotherDay) {
    const auto size = record().state().size();
    EXPECT_EQ(publish({}, who("pasha", trust::Role::reporter)).error().code,
              ErrorCode::role_not_allowed);
    OutlookPublicationRequest future;
    future.as_of = make_day(2026, 11, 23);
    const auto too_early = publish(future);
    EXPECT_EQ(too_early.error().code, ErrorCode::effective_in_future);
    EXPECT_EQ(too_early.error().where, "as_of");
    OutlookPublicationRequest backdated;
    backdated.effective_on = make_day(2026, 11, 21);
    EXPECT_EQ(publish(backdated).error().where, "effective_on");
    OutlookPublicationRequest before;
    before.as_of = make_day(2022, 12, 31);
    EXPECT_EQ(publish(before).error().code, ErrorCode::not_in_force);
    EXPECT_EQ(record().state().size(), size);
    EXPECT_EQ(published_outlooks(record(), {}, "9.9.9-9").error().code, ErrorCode::no_such_target);
}

TEST_F(PublishedOutlooks, OfAPlanThatAsksForNothingAreRefused) {
    auto moment = record().now().value();
    auto working = std::make_shared<plan::Plan>(*moment.plan->working);
    for (auto& activity : working->activities)
        activity.targets.clear();
    working->outcomes.clear();
    auto plan = std::make_shared<state::PlanInForce>(*moment.plan);
    plan->working = working;
    moment.plan = plan;
    const auto draft = draft_outlook_publication(record(), moment, publisher(), {});
    EXPECT_EQ(draft.error().message,
              "expected a plan with a target or an outcome, found none in pakistan-bpo-2023");
}

TEST(PublishedOutlooksOfNothing, AreRefusedWhereNoStrategyWasAdopted) {
    RecordForTest empty;
    const auto receipt =
        carry_out(empty.record(), RecordForTest::who("tdap", trust::Role::secretariat),
                  OutlookPublicationRequest{}, draft_outlook_publication);
    EXPECT_EQ(receipt.error().code, ErrorCode::no_strategy);
}

}  // namespace
}  // namespace app
