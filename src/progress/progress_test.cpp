#include "progress/calendar.h"
#include "progress/duty.h"
#include "progress/rules.h"

#include <gtest/gtest.h>

namespace progress {
namespace {

using base::Decimal;
using base::ErrorCode;
using base::make_day;
using base::Period;
using plan::InstitutionId;
using plan::Measure;

Event event(std::uint64_t seq, EventKind kind, std::uint64_t about = 0, Grade grade = Grade::none) {
    Event made;
    made.seq = seq;
    made.effective_on = make_day(2024, 4, static_cast<unsigned>(seq) + 1);
    made.kind = kind;
    made.about = about;
    made.grade = grade;
    if (kind == EventKind::reported)
        made.claim.value = Decimal{static_cast<std::int64_t>(seq)};
    return made;
}

const Known everything{1000, make_day(2030, 1, 1)};

TEST(Duty, AReportThatIsReturnedComesBackAndIsVerified) {
    const std::vector<Event> events{event(1, EventKind::reported), event(2, EventKind::returned, 1),
                                    event(3, EventKind::reported),
                                    event(4, EventKind::verified, 3, Grade::b),
                                    event(5, EventKind::endorsed, 3)};
    EXPECT_EQ(fold({events.data(), 1}, everything).state, DutyState::submitted);
    EXPECT_EQ(fold({events.data(), 2}, everything).state, DutyState::returned);
    EXPECT_EQ(fold({events.data(), 3}, everything).state, DutyState::submitted);
    EXPECT_EQ(fold({events.data(), 4}, everything).state, DutyState::verified);
    const auto record = fold(events, everything);
    EXPECT_EQ(record.state, DutyState::endorsed);
    EXPECT_EQ(record.verified->claim.value, Decimal{3});
    EXPECT_EQ(record.verified_grade, Grade::b);
    EXPECT_EQ(record.returns, 1u);
}

TEST(Duty, WhatWasVerifiedStandsUntilItsCorrectionIsVerifiedToo) {
    const std::vector<Event> events{event(1, EventKind::reported),
                                    event(2, EventKind::verified, 1, Grade::a),
                                    event(3, EventKind::reported)};
    const auto record = fold(events, everything);
    EXPECT_EQ(record.state, DutyState::submitted);
    EXPECT_EQ(record.latest->seq, 3u);
    EXPECT_EQ(record.verified->seq, 1u);
}

TEST(Duty, AWithdrawnReportLeavesWhatStoodBefore) {
    const std::vector<Event> alone{event(1, EventKind::reported),
                                   event(2, EventKind::withdrawn, 1)};
    EXPECT_EQ(fold(alone, everything).state, DutyState::not_asked);
    EXPECT_FALSE(fold(alone, everything).latest);
    const std::vector<Event> after{
        event(1, EventKind::reported), event(2, EventKind::verified, 1, Grade::b),
        event(3, EventKind::reported), event(4, EventKind::withdrawn, 3)};
    EXPECT_EQ(fold(after, everything).state, DutyState::verified);
    EXPECT_EQ(fold(after, everything).latest->seq, 1u);
}

TEST(Duty, AnEntryAboutAReplacedReportChangesNothing) {
    const std::vector<Event> events{event(1, EventKind::reported), event(2, EventKind::reported),
                                    event(3, EventKind::verified, 1, Grade::a)};
    const auto record = fold(events, everything);
    EXPECT_EQ(record.state, DutyState::submitted);
    EXPECT_FALSE(record.verified);
}

TEST(Duty, AContributionWaitsForTheLeadsReport) {
    const std::vector<Event> events{event(1, EventKind::contributed),
                                    event(2, EventKind::contributed),
                                    event(3, EventKind::reported)};
    EXPECT_EQ(fold({events.data(), 2}, everything).contributions, 2u);
    EXPECT_EQ(fold({events.data(), 2}, everything).state, DutyState::not_asked);
    EXPECT_EQ(fold(events, everything).contributions, 0u);
}

TEST(Duty, BothClocksDecideWhatIsKnown) {
    const std::vector<Event> events{event(1, EventKind::reported),
                                    event(2, EventKind::verified, 1, Grade::b)};
    EXPECT_EQ(fold(events, {2, make_day(2030, 1, 1)}).state, DutyState::submitted);
    EXPECT_EQ(fold(events, {1000, make_day(2024, 4, 2)}).state, DutyState::submitted);
    EXPECT_EQ(fold(events, {1, make_day(2030, 1, 1)}).state, DutyState::not_asked);
}

Calendar quarterly() {
    Calendar calendar;
    calendar.asked_from = make_day(2024, 2, 15);
    calendar.until = make_day(2025, 12, 31);
    return calendar;
}

TEST(Calendar, AsksFromThePeriodInWhichOneWasAsked) {
    const auto calendar = quarterly();
    EXPECT_EQ(calendar.first().text(), "2024-Q1");
    EXPECT_TRUE(calendar.asks(Period::parse("2024-Q1").value()));
    EXPECT_TRUE(calendar.asks(Period::parse("2025-Q4").value()));
    EXPECT_FALSE(calendar.asks(Period::parse("2023-Q4").value()));
    EXPECT_FALSE(calendar.asks(Period::parse("2026-Q1").value()));
    EXPECT_FALSE(calendar.asks(Period::parse("2024-02").value()));
    EXPECT_FALSE(calendar.asks(Period::parse("FY2024-Q3").value()));
}

TEST(Calendar, TheGraceEndsThirtyDaysAfterThePeriod) {
    const auto calendar = quarterly();
    EXPECT_EQ(calendar.latest_closed(make_day(2024, 4, 30)), std::nullopt);
    EXPECT_EQ(calendar.latest_closed(make_day(2024, 5, 1))->text(), "2024-Q1");
    EXPECT_EQ(calendar.latest_closed(make_day(2024, 7, 30))->text(), "2024-Q1");
    EXPECT_EQ(calendar.latest_closed(make_day(2024, 7, 31))->text(), "2024-Q2");
    EXPECT_EQ(calendar.latest_closed(make_day(2030, 1, 1))->text(), "2025-Q4");
}

TEST(Calendar, ADutyGoesFromNotYetToDueToOverdue) {
    const auto calendar = quarterly();
    const auto period = Period::parse("2024-Q1").value();
    const auto on = [&](base::Day day) { return state_on({}, calendar, period, day); };
    EXPECT_EQ(on(make_day(2024, 3, 31)), DutyState::not_yet);
    EXPECT_EQ(on(make_day(2024, 4, 1)), DutyState::due);
    EXPECT_EQ(on(make_day(2024, 4, 30)), DutyState::due);
    EXPECT_EQ(on(make_day(2024, 5, 1)), DutyState::overdue);
    EXPECT_EQ(state_on({}, calendar, Period::parse("2023-Q4").value(), make_day(2024, 5, 1)),
              DutyState::not_asked);
}

TEST(Calendar, ALateReportClimbsToTheCouncil) {
    EXPECT_TRUE(escalation(make_day(2024, 4, 30), make_day(2024, 4, 30)).empty());
    const auto steps = escalation(make_day(2024, 4, 30), make_day(2024, 6, 11));
    ASSERT_EQ(steps.size(), 4u);
    EXPECT_EQ(steps[0], (EscalationStep{Rung::officer, make_day(2024, 5, 1)}));
    EXPECT_EQ(steps[1], (EscalationStep{Rung::head_of_institution, make_day(2024, 5, 14)}));
    EXPECT_EQ(steps[2], (EscalationStep{Rung::secretariat, make_day(2024, 5, 28)}));
    EXPECT_EQ(steps[3], (EscalationStep{Rung::council, make_day(2024, 6, 11)}));
}

class RulesTest : public testing::Test {
  protected:
    RulesTest() {
        for (const char* code : {"lead", "supporter", "stranger", "verifier"}) {
            plan::Institution institution;
            institution.code = InstitutionId{code};
            institution.name = std::string{"The "} + code;
            plan_.institutions.push_back(institution);
        }
        plan_.council.seats.push_back({1, InstitutionId{"verifier"}, "public", ""});
        activity_.code = plan::ActivityId{"1.1.1"};
        activity_.lead = InstitutionId{"lead"};
        activity_.support = {InstitutionId{"supporter"}};
        target_.id = plan::TargetId{"1.1.1-1"};
        target_.measure = Measure::count;
        target_.unit = std::string{"workshops"};
        draft_.period = Period::parse("2024-Q1").value();
        draft_.claim.value = Decimal{3};
        draft_.effective_on = make_day(2024, 4, 10);
    }

    Setting setting(const char* institution) {
        return {plan_,       activity_,
                target_,     InstitutionId{institution},
                quarterly(), make_day(2024, 4, 10)};
    }
    std::vector<ErrorCode> report(const char* institution) {
        return codes(check_report(setting(institution), record_, draft_));
    }
    std::vector<ErrorCode> review(const char* institution, const ReviewDraft& draft,
                                  DutyState state) {
        DutyRecord record;
        record.state = state;
        record.latest = Submission{};
        record.latest->grade = evidence_;
        return codes(check_review(setting(institution), record, draft));
    }
    static std::vector<ErrorCode> codes(const std::vector<base::Error>& errors) {
        std::vector<ErrorCode> codes;
        for (const auto& error : errors)
            codes.push_back(error.code);
        return codes;
    }
    using Codes = std::vector<ErrorCode>;

    Grade evidence_ = Grade::b;
    DutyRecord record_;

    plan::Plan plan_;
    plan::Activity activity_;
    plan::Target target_;
    ReportDraft draft_;
};

TEST_F(RulesTest, OnlyTheLeadReports) {
    EXPECT_EQ(report("lead"), Codes{});
    EXPECT_EQ(report("supporter"), Codes{ErrorCode::not_lead});
    EXPECT_EQ(report("stranger"), Codes{ErrorCode::not_lead_nor_supporter});
    activity_.lead = plan::Stated<InstitutionId>::open();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::lead_is_open});
}

TEST_F(RulesTest, OnlyASupporterContributes) {
    EXPECT_EQ(codes(check_contribution(setting("supporter"), draft_)), Codes{});
    EXPECT_EQ(codes(check_contribution(setting("lead"), draft_)),
              Codes{ErrorCode::not_lead_nor_supporter});
}

TEST_F(RulesTest, APeriodMustBeAskedAndHaveBegun) {
    draft_.period = Period::parse("2023-Q4").value();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::period_not_asked});
    draft_.period = Period::parse("2024-02").value();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::period_not_asked});
    draft_.period = Period::parse("2024-Q3").value();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::period_not_ended});
}

TEST_F(RulesTest, AClaimFitsItsMeasure) {
    draft_.claim.value = Decimal::parse("2.5").value();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim.value = Decimal{-1};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim = {};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim.done = true;
    draft_.claim.value = Decimal{1};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    target_.measure = Measure::milestone;
    draft_.claim.value.reset();
    EXPECT_EQ(report("lead"), Codes{});
}

TEST_F(RulesTest, AShareHasBothParts) {
    target_.measure = Measure::share;
    draft_.claim = {};
    draft_.claim.numerator = Decimal{5};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim.denominator = Decimal{0};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim.denominator = Decimal{4};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim.denominator = Decimal{10};
    EXPECT_EQ(report("lead"), Codes{});
    EXPECT_EQ(value_of(target_, draft_.claim).value(), Decimal{50});
}

TEST_F(RulesTest, EverythingThatIsWrongIsSaidInOnePass) {
    draft_.period = Period::parse("2023-Q4").value();
    draft_.unit = "people";
    draft_.claim.value = Decimal{-1};
    draft_.evidence = {{"empty", 0, Grade::b},
                       {"large", evidence_bytes_max + 1, Grade::b},
                       {"without grade", 10, Grade::none}};
    draft_.effective_on = make_day(2025, 1, 1);
    EXPECT_EQ(report("stranger"),
              (Codes{ErrorCode::not_lead_nor_supporter, ErrorCode::effective_in_future,
                     ErrorCode::period_not_asked, ErrorCode::unit_mismatch,
                     ErrorCode::claim_does_not_fit, ErrorCode::evidence_empty,
                     ErrorCode::evidence_too_large, ErrorCode::unknown_grade}));
}

TEST_F(RulesTest, NobodyFromLeadOrSupportersVerifies) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.grade = Grade::b;
    draft.effective_on = make_day(2024, 4, 10);
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{});
    EXPECT_EQ(review("lead", draft, DutyState::submitted),
              Codes{ErrorCode::reviewer_not_independent});
    EXPECT_EQ(review("supporter", draft, DutyState::submitted),
              Codes{ErrorCode::reviewer_not_independent});
    target_.verifier = InstitutionId{"verifier"};
    EXPECT_EQ(review("stranger", draft, DutyState::submitted),
              Codes{ErrorCode::not_the_named_verifier});
}

TEST_F(RulesTest, AReportWithoutEvidenceIsAStatement) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.effective_on = make_day(2024, 4, 10);
    draft.grade = Grade::b;
    evidence_ = Grade::none;
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{ErrorCode::evidence_required});
    draft.grade = Grade::d;
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{});
}

TEST_F(RulesTest, AReviewNeedsAReportInTheRightState) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.effective_on = make_day(2024, 4, 10);
    EXPECT_EQ(review("verifier", draft, DutyState::verified),
              (Codes{ErrorCode::wrong_state, ErrorCode::unknown_grade}));
    draft.kind = EventKind::returned;
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{ErrorCode::reason_required});
    draft.kind = EventKind::withdrawn;
    draft.reason = "wrong figure";
    EXPECT_EQ(review("lead", draft, DutyState::returned), Codes{});
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{ErrorCode::not_lead});
    draft.kind = EventKind::endorsed;
    draft.decision = "decision 4";
    EXPECT_EQ(review("verifier", draft, DutyState::verified), Codes{});
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{ErrorCode::wrong_state});
}

TEST_F(RulesTest, OnlyTheCouncilEndorsesAndReopens) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.effective_on = make_day(2024, 4, 10);
    draft.kind = EventKind::endorsed;
    draft.decision = "decision 4";
    EXPECT_EQ(review("stranger", draft, DutyState::verified), Codes{ErrorCode::not_on_council});
    draft.kind = EventKind::returned;
    draft.reopens = true;
    draft.reason = "the list was of another year";
    EXPECT_EQ(review("stranger", draft, DutyState::endorsed), Codes{ErrorCode::not_on_council});
    EXPECT_EQ(review("verifier", draft, DutyState::endorsed), Codes{});
    EXPECT_EQ(review("verifier", draft, DutyState::submitted), Codes{ErrorCode::wrong_state});
    draft.decision = "";
    EXPECT_EQ(review("verifier", draft, DutyState::endorsed), Codes{ErrorCode::reason_required});
}

TEST_F(RulesTest, WhatWasEndorsedIsReportedAgainOnlyOnceItIsReopened) {
    record_.state = DutyState::endorsed;
    EXPECT_EQ(report("lead"), Codes{ErrorCode::wrong_state});
    record_.state = DutyState::returned;
    EXPECT_EQ(report("lead"), Codes{});
}

TEST_F(RulesTest, NobodyWhoTookPartVerifiesThoughThePlanWasAmendedSince) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.effective_on = make_day(2024, 4, 10);
    draft.grade = Grade::b;
    DutyRecord record;
    record.state = DutyState::submitted;
    record.latest = Submission{};
    record.latest->grade = Grade::b;
    auto then = setting("verifier");
    EXPECT_EQ(codes(check_review(then, record, draft)), Codes{});
    then.took_part = {InstitutionId{"verifier"}};
    EXPECT_EQ(codes(check_review(then, record, draft)), Codes{ErrorCode::reviewer_not_independent});
}

TEST_F(RulesTest, AReviewDoesNotCountFromBeforeItsReport) {
    ReviewDraft draft;
    draft.period = draft_.period;
    draft.effective_on = make_day(2024, 4, 9);
    draft.grade = Grade::b;
    DutyRecord record;
    record.state = DutyState::submitted;
    record.latest = Submission{};
    record.latest->on = make_day(2024, 4, 10);
    record.latest->grade = Grade::b;
    EXPECT_EQ(codes(check_review(setting("verifier"), record, draft)),
              Codes{ErrorCode::review_before_report});
}

TEST_F(RulesTest, APeriodInsideOneThatWasReportedIsNotReportedAgain) {
    auto with_year = setting("lead");
    const auto late = make_day(2025, 1, 10);
    with_year.reported = {{Period::parse("2024").value(), late}};
    EXPECT_EQ(codes(check_report(with_year, record_, draft_)), Codes{ErrorCode::period_covered});
    with_year.reported = {{Period::parse("2023").value(), late},
                          {Period::parse("2024-Q1").value(), late},
                          {Period::parse("2024-02").value(), late},
                          {Period::parse("2024").value(), make_day(2024, 3, 30)}};
    EXPECT_EQ(codes(check_report(with_year, record_, draft_)), Codes{})
        << "a report made in March says nothing of its end";
}

TEST_F(RulesTest, TheValueOfAShareIsThatOfItsParts) {
    target_.measure = Measure::share;
    draft_.claim = {};
    draft_.claim.value = Decimal{60};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit}) << "a share has parts";
    draft_.claim.numerator = Decimal{6};
    draft_.claim.denominator = Decimal{10};
    EXPECT_EQ(report("lead"), Codes{});
    draft_.claim.value = Decimal{90};
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
    draft_.claim = {Decimal::parse("66.7").value(), Decimal{2}, Decimal{3}, {}};
    EXPECT_EQ(report("lead"), Codes{}) << "as far as it is rounded";
    draft_.claim.value = Decimal::parse("66.6").value();
    EXPECT_EQ(report("lead"), Codes{ErrorCode::claim_does_not_fit});
}

Event event(EventKind kind, std::uint64_t seq, std::uint64_t about = 0) {
    Event event;
    event.kind = kind;
    event.seq = seq;
    event.about = about;
    event.effective_on = make_day(2024, 4, 1) + std::chrono::days{static_cast<int>(seq)};
    return event;
}

TEST(DutyFold, KeepsAnEndorsementWhenALaterReportIsWithdrawn) {
    std::vector<Event> events{event(EventKind::reported, 1), event(EventKind::verified, 2, 1),
                              event(EventKind::endorsed, 3, 1), event(EventKind::reported, 4),
                              event(EventKind::withdrawn, 5, 4)};
    EXPECT_EQ(fold(events, {9, base::Day::max()}).state, DutyState::endorsed);
}

TEST(DutyFold, ReopensWhatWasEndorsed) {
    std::vector<Event> events{event(EventKind::reported, 1), event(EventKind::verified, 2, 1),
                              event(EventKind::endorsed, 3, 1), event(EventKind::returned, 4, 1)};
    const auto record = fold(events, {9, base::Day::max()});
    EXPECT_EQ(record.state, DutyState::returned);
    EXPECT_EQ(record.returned_on, make_day(2024, 4, 5));
    EXPECT_FALSE(record.verified.has_value()) << "what was in doubt counts no longer";
    events.push_back(event(EventKind::withdrawn, 5, 1));
    EXPECT_EQ(fold(events, {9, base::Day::max()}).state, DutyState::not_asked);
}

std::vector<std::string> silent(const Calendar& calendar, const std::vector<Duty>& duties,
                                base::Day day) {
    std::vector<std::string> texts;
    for (const auto& period : silent_periods(calendar, duties, day))
        texts.push_back(period.text());
    return texts;
}

Duty duty_for(std::string_view period, DutyState state = DutyState::submitted) {
    Duty duty{Period::parse(period).value(), {}};
    duty.record.state = state;
    duty.record.latest = Submission{};
    return duty;
}

TEST(SilentPeriods, AreThoseWhoseGraceEndedWithoutAReport) {
    using Texts = std::vector<std::string>;
    const auto calendar = quarterly();
    const auto first = calendar.first();
    const auto last_in_grace = calendar.grace_ends(first);
    EXPECT_EQ(silent(calendar, {}, last_in_grace), Texts{});
    EXPECT_EQ(silent(calendar, {}, last_in_grace + std::chrono::days{1}), Texts{first.text()});
    EXPECT_EQ(silent(calendar, {duty_for(first.text())}, last_in_grace + std::chrono::days{1}),
              Texts{});
    const auto third = first.plus(2);
    EXPECT_EQ(silent(calendar, {duty_for(first.plus(1).text())}, calendar.grace_ends(third)),
              Texts{first.text()});
}

TEST(SilentPeriods, HoldOnesWhoseReportWasReturnedAndDidNotComeAgain) {
    const auto calendar = quarterly();
    auto duty = duty_for(calendar.first().text(), DutyState::returned);
    duty.record.returned_on = calendar.grace_ends(calendar.first());
    const auto second_grace = *duty.record.returned_on + std::chrono::days{calendar.grace_days};
    EXPECT_TRUE(silent(calendar, {duty}, second_grace).empty());
    EXPECT_EQ(silent(calendar, {duty}, second_grace + std::chrono::days{1}).front(),
              calendar.first().text());
    duty.record.verified = Submission{};  // what had been verified stands
    EXPECT_TRUE(silent(calendar, {duty}, second_grace).empty());
}

TEST(SilentPeriods, AreAnsweredByALongerOne) {
    auto calendar = quarterly();
    calendar.asked_from = make_day(2023, 1, 1);
    auto year = duty_for("2023");
    year.record.latest->on = make_day(2024, 1, 5);
    EXPECT_TRUE(silent(calendar, {year}, make_day(2024, 2, 15)).empty());
    year.record.latest->on = make_day(2023, 11, 16);
    EXPECT_EQ(silent(calendar, {year}, make_day(2024, 2, 15)), std::vector<std::string>{"2023-Q4"});
}

TEST(Words, EveryWordIsReadBack) {
    for (const char* text : {"A", "B", "C", "D"})
        EXPECT_EQ(word(*parse_grade(text)), text);
    EXPECT_FALSE(parse_grade("E"));
    EXPECT_EQ(word(*parse_event_kind("progress.endorsed")), "progress.endorsed");
    EXPECT_EQ(word(*parse_self_rating("off_track")), "off_track");
}

}  // namespace
}  // namespace progress
