#include "status/status.h"

#include "status/judgement.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace status {
namespace {

using base::Decimal;
using base::make_day;
using base::Period;
using plan::Measure;
using progress::DutyState;
using progress::Grade;

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}

plan::DueDate due_on(std::string_view text) {
    return {std::string{text}, base::parse_day(text).value()};
}

/// A plan of one activity with one target, all of it stated; each test opens what it is about.
class StatusTest : public testing::Test {
  protected:
    StatusTest() {
        plan_.from = make_day(2023, 1, 1);
        plan_.until = make_day(2027, 12, 31);
        plan_.frequency = plan::ReportingFrequency::quarterly;
        plan_.grace_days = 30;
        activity_.code = plan::ActivityId{"1.1.1"};
        activity_.lead = plan::InstitutionId{"lead"};
        target_.id = plan::TargetId{"1.1.1-1"};
        target_.activity = activity_.code;
        target_.statement = std::string{"workshops held"};
        target_.measure = Measure::count;
        target_.value = Decimal{20};
        target_.unit = std::string{"workshops"};
        target_.baseline = Decimal{0};
        target_.due = due_on("2026-12-31");
        target_.rollup = plan::RollUp::sum;
    }

    void make(Measure measure) {
        target_.measure = measure;
        target_.rollup = plan::default_rollup(measure);
        if (measure == Measure::milestone) {
            target_.value = {};
            target_.unit = {};
            target_.baseline = {};
        }
        if (measure == Measure::share || measure == Measure::survey_share ||
            measure == Measure::each) {
            target_.value = Decimal{80};
            target_.unit = std::string{"percent"};
            target_.population = std::string{"firms"};
            target_.question = std::string{"better?"};
        }
    }

    struct Report {
        std::string period;
        progress::Claim claim;
        Grade verified = Grade::none;  ///< none: submitted, not verified
        progress::SelfRating rating = progress::SelfRating::none;
        std::optional<base::Day> on = {};           ///< the period's last day where absent
        std::optional<base::Day> returned_on = {};  ///< it was returned
        std::optional<progress::Claim> verified_before = {};
    };

    static progress::Claim value(std::string_view text) {
        progress::Claim claim;
        claim.value = decimal(text);
        return claim;
    }
    static progress::Claim done(bool is_done) {
        progress::Claim claim;
        claim.done = is_done;
        return claim;
    }

    TargetStatus on(std::string_view day, std::vector<Report> reports = {},
                    std::string_view asked_from = "2023-01-01") {
        TargetInput input{plan_,   activity_, target_, nullptr,
                          nullptr, {},        {},      base::parse_day(day).value()};
        if (!asked_from.empty())
            input.calendar =
                progress::calendar_of(plan_, target_, base::parse_day(asked_from).value());
        for (auto& report : reports) {
            progress::Duty duty{Period::parse(report.period).value(), {}};
            progress::Submission submission;
            submission.on = report.on.value_or(duty.period.last_day());
            submission.claim = report.claim;
            submission.self_rating = report.rating;
            duty.record.latest = submission;
            duty.record.state = DutyState::submitted;
            if (report.verified != Grade::none) {
                duty.record.verified = submission;
                duty.record.verified_grade = report.verified;
                duty.record.state = DutyState::verified;
            }
            if (report.returned_on) {
                duty.record.state = DutyState::returned;
                duty.record.returned_on = report.returned_on;
            }
            if (report.verified_before) {
                duty.record.verified = submission;
                duty.record.verified->claim = *report.verified_before;
                duty.record.verified_grade = Grade::b;
            }
            input.duties.push_back(duty);
        }
        return assess(input, Detail::tree);
    }

    plan::Plan plan_;
    plan::Activity activity_;
    plan::Target target_;
};

TEST_F(StatusTest, VerifiedOnGradeBIsMet) {
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", value("20"), Grade::b}}).status, Status::met);
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", value("20"), Grade::a}}).status, Status::met);
}

TEST_F(StatusTest, GreenNeedsVerifiedEvidenceOfGradeB) {
    for (const Grade grade : {Grade::c, Grade::d, Grade::none}) {
        const auto judged = on("2024-05-01", {{"2024-Q1", value("20"), grade}});
        EXPECT_EQ(judged.status, Status::at_risk);
        EXPECT_EQ(judged.verified, std::nullopt);
        EXPECT_EQ(judged.actual, Decimal{20});
    }
}

TEST_F(StatusTest, CountsOfPeriodsAddUp) {
    const auto judged = on("2024-02-01", {{"2023-Q2", value("3"), Grade::b},
                                          {"2023-Q3", value("4"), Grade::b},
                                          {"2023-Q4", value("5"), Grade::b}});
    EXPECT_EQ(judged.actual, Decimal{12});
    EXPECT_EQ(judged.status, Status::on_track);
}

// A quarter of the way, 5 of 20 workshops are expected: 365 of 1460 days.
TEST_F(StatusTest, TheRatioDecidesBetweenTrackRiskAndOff) {
    const auto judged = [&](std::string_view held) {
        return on("2024-01-20", {{"2023-Q4", value(held), Grade::b}}, "2023-10-01");
    };
    EXPECT_EQ(judged("5").status, Status::on_track);
    EXPECT_EQ(judged("4").status, Status::at_risk);
    EXPECT_EQ(judged("3").status, Status::at_risk);
    EXPECT_EQ(judged("2").status, Status::off_track);
}

TEST_F(StatusTest, TheInterimPathReplacesTheStraightLine) {
    target_.path = {{due_on("2025-12-31"), Decimal{2}}, {due_on("2026-12-31"), Decimal{20}}};
    const auto judged = on("2025-01-20", {{"2024-Q4", value("1"), Grade::b}}, "2024-10-01");
    EXPECT_EQ(judged.expected, 1.0);
    EXPECT_EQ(judged.status, Status::on_track);
}

TEST_F(StatusTest, SilenceOfThoseWhoWereAskedIsOverdue) {
    const auto judged = on("2023-05-01", {});
    EXPECT_EQ(judged.status, Status::overdue);
    EXPECT_EQ(judged.overdue_period->text(), "2023-Q1");
    ASSERT_EQ(judged.escalation.size(), 1u);
    EXPECT_EQ(base::to_string(judged.escalation[0].on), "2023-05-01");
    EXPECT_EQ(on("2023-06-30", {}).escalation.size(), 4u);
}

TEST_F(StatusTest, WithinTheGraceThereIsNoDataAndNoZero) {
    const auto judged = on("2023-04-30", {});
    EXPECT_EQ(judged.status, Status::no_data);
    EXPECT_EQ(judged.actual, std::nullopt);
    EXPECT_EQ(judged.ratio, std::nullopt);
}

TEST_F(StatusTest, NobodyAskedIsNotSilence) {
    const auto judged = on("2027-06-01", {}, "");
    EXPECT_EQ(judged.status, Status::not_asked);
    EXPECT_EQ(judged.actual, std::nullopt);
}

TEST_F(StatusTest, APassedDueDateWithoutItsValueIsMissed) {
    target_.due = due_on("2023-12-31");
    const auto asked = "2023-10-01";
    EXPECT_EQ(on("2024-02-01", {{"2023-Q4", value("7"), Grade::b}}, asked).status, Status::missed);
    const auto claimed = on("2024-02-01", {{"2023-Q4", value("20"), Grade::none}}, asked);
    EXPECT_EQ(claimed.status, Status::at_risk);
}

TEST_F(StatusTest, SilenceIsNeverCountedAsZero) {
    const auto judged = on("2024-11-05", {{"2024-Q3", value("1"), Grade::b}});
    EXPECT_EQ(judged.status, Status::overdue);
    EXPECT_EQ(judged.silent_periods.size(), 6u);
    EXPECT_EQ(judged.why.front(),
              "no report stands for 2023-Q1 to 2024-Q2, so that what was reported is a lower bound "
              "and cannot be judged");
    EXPECT_EQ(judged.overdue_period->text(), "2023-Q1");
    EXPECT_EQ(judged.escalation.size(), 4u);
    target_.due = due_on("2023-12-31");
    EXPECT_EQ(on("2024-02-01", {{"2023-Q4", value("7"), Grade::b}}).status, Status::overdue)
        << "not missed: the other quarters may have brought the rest";
}

TEST_F(StatusTest, WhatIsEnoughWithGapsIsEnough) {
    const auto enough = on("2024-11-05", {{"2024-Q3", value("20"), Grade::b}});
    EXPECT_EQ(enough.status, Status::met);
    const auto ahead = on("2024-11-05", {{"2024-Q3", value("15"), Grade::b}});
    EXPECT_EQ(ahead.status, Status::on_track);
    EXPECT_EQ(ahead.why.back(),
              "no report stands for 2023-Q1 to 2024-Q2, so the sum is a lower bound");
}

TEST_F(StatusTest, ALaterReportSpeaksForEarlierOnesWhereValuesDoNotAddUp) {
    target_.rollup = plan::RollUp::last;
    const auto judged = on("2024-11-05", {{"2024-Q3", value("1"), Grade::b}});
    EXPECT_EQ(judged.status, Status::off_track);
    EXPECT_EQ(judged.why.back(), "no report stands for 2023-Q1 to 2024-Q2");
}

TEST_F(StatusTest, AReturnedReportThatDoesNotComeAgainIsOverdue) {
    Report returned{"2024-Q1", value("3")};
    returned.returned_on = make_day(2024, 5, 10);
    EXPECT_EQ(on("2024-06-09", {returned}, "2024-01-01").status, Status::no_data);
    const auto late = on("2024-06-10", {returned}, "2024-01-01");
    EXPECT_EQ(late.status, Status::overdue);
    EXPECT_EQ(late.why.front(),
              "the report for 2024-Q1 was returned on 2024-05-10 and has not come again");
    ASSERT_EQ(late.escalation.size(), 1u);
    EXPECT_EQ(late.escalation[0].on, make_day(2024, 6, 10));
}

TEST_F(StatusTest, AYearlyCountIsAskedOnlyForThePartOfTheYearThatIsAsked) {
    make(Measure::count_per_year);
    target_.value = Decimal{5};
    target_.due = due_on("2025-06-30");
    std::vector<Report> reports;
    for (const char* period : {"2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2",
                               "2024-Q3", "2024-Q4", "2025-Q1"})
        reports.push_back({period, value("2"), Grade::b});
    reports.push_back({"2025-Q2", value("0"), Grade::b});
    EXPECT_EQ(on("2025-08-05", reports).status, Status::met) << "2 of 2 in half a year of 5";
    reports[8].claim = value("1");
    const auto short_of_it = on("2025-08-05", reports);
    EXPECT_EQ(short_of_it.status, Status::missed);
    EXPECT_EQ(short_of_it.why.front(),
              "1 workshop reported for 2025-01-01 to 2025-06-30, 2 promised for "
              "that part of the year");
}

TEST_F(StatusTest, AYearlyCountThatIsAskedInAutumnIsNotAskedForTheWholeYear) {
    make(Measure::count_per_year);
    target_.value = Decimal{8};
    const auto judged = on("2024-02-15", {{"2023-Q4", value("2"), Grade::b}}, "2023-10-01");
    EXPECT_EQ(judged.status, Status::on_track);
}

TEST_F(StatusTest, AYearlyCountIsNotMetWithASilentYear) {
    make(Measure::count_per_year);
    target_.value = Decimal{4};
    target_.due = due_on("2025-12-31");
    std::vector<Report> reports;
    for (const char* year : {"2023", "2025"}) {
        for (const char* quarter : {"-Q1", "-Q2", "-Q3", "-Q4"})
            reports.push_back({std::string{year} + quarter, value("1"), Grade::b});
    }
    const auto silent = on("2026-03-15", reports);
    EXPECT_EQ(silent.status, Status::overdue);
    EXPECT_EQ(silent.silent_periods.size(), 4u);
    for (const char* quarter : {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"})
        reports.insert(reports.begin() + 4, {quarter, value("0")});
    std::ranges::sort(reports, {}, &Report::period);
    EXPECT_EQ(on("2026-03-15", reports).status, Status::missed);
    for (auto& report : reports) {
        report.claim = value("1");
        report.verified = Grade::b;
    }
    EXPECT_EQ(on("2026-03-15", reports).status, Status::met);
}

TEST_F(StatusTest, PartsOfYearsThatPromiseNothingMeetNothing) {
    make(Measure::count_per_year);
    target_.value = Decimal{1};
    target_.due = due_on("2025-06-30");
    std::vector<Report> reports;
    for (const char* period : {"2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"})
        reports.push_back({period, value("0"), Grade::b});
    EXPECT_NE(on("2025-08-15", reports, "2024-07-01").status, Status::met);
}

TEST_F(StatusTest, WhatMustNotBePassedIsKeptOrNot) {
    target_.value = Decimal{5};
    target_.bound = plan::Bound::at_most;
    target_.due = due_on("2024-12-31");
    const auto of = [&](std::vector<std::string> values, std::string_view day) {
        std::vector<Report> reports;
        for (std::size_t i = 0; i < values.size(); ++i)
            reports.push_back({"2024-Q" + std::to_string(i + 1), value(values[i]), Grade::b});
        return on(day, reports, "2024-01-01");
    };
    EXPECT_EQ(of({"0"}, "2024-05-01").status, Status::on_track);
    EXPECT_EQ(of({"0"}, "2024-05-01").ratio, std::nullopt);
    EXPECT_EQ(of({"20", "20"}, "2024-08-01").status, Status::off_track);
    EXPECT_EQ(of({"1", "1", "1", "2"}, "2025-02-15").status, Status::met);
    EXPECT_EQ(of({"1", "1", "1", "9"}, "2025-02-15").status, Status::missed);
    EXPECT_EQ(of({"1"}, "2025-02-15").status, Status::overdue) << "a gap may hide the rest";
    target_.bound = plan::Bound::exactly;
    EXPECT_EQ(of({"20"}, "2024-05-01").status, Status::off_track);
    EXPECT_EQ(of({"1", "1", "1", "2"}, "2025-02-15").status, Status::met);
}

TEST_F(StatusTest, AVerifiedReportBeforeItsPeriodEndsDoesNotWait) {
    Report early{"2023-Q4", value("5"), Grade::b};
    early.on = make_day(2023, 12, 28);
    const auto judged = on("2024-04-20", {early, {"2024-Q1", value("1")}}, "2023-10-01");
    EXPECT_EQ(judged.status, Status::on_track);
}

TEST_F(StatusTest, AnotherPeriodOfTheActivityIsAnotherPromise) {
    plan::Activity printed = activity_;
    printed.period = plan::Span{"2023-2025", make_day(2023, 1, 1), make_day(2025, 12, 31)};
    activity_.period = plan::Span{"2025", make_day(2025, 1, 1), make_day(2025, 12, 31)};
    TargetInput input{plan_, activity_, target_, &target_, &printed, {}, {}, make_day(2024, 1, 1)};
    EXPECT_EQ(assess(input).alerts,
              std::vector<std::string>{"the promise was changed: period 2023-2025 became 2025"});
}

TEST_F(StatusTest, ALongerReportCountsInPlaceOfItsParts) {
    target_.value = Decimal{5};
    const auto judged = on("2025-02-15",
                           {{"2024-Q1", value("1"), Grade::b},
                            {"2024-Q2", value("1"), Grade::b},
                            {"2024", value("3"), Grade::b}},
                           "2024-01-01");
    EXPECT_EQ(judged.actual, Decimal{3});
    EXPECT_NE(judged.status, Status::met);
}

TEST_F(StatusTest, ALaterReportOfLessTakesMetAway) {
    Report corrected{"2024-Q1", value("0")};
    corrected.verified_before = value("20");
    const auto judged = on("2024-05-01", {corrected}, "2024-01-01");
    EXPECT_NE(judged.status, Status::met);
    EXPECT_EQ(judged.alerts.front(), "the lead has since reported less than what was verified");
}

TEST_F(StatusTest, AReportInsideItsPeriodIsJudgedOnItsOwnDay) {
    Report early{"2024-Q2", value("5")};
    early.on = make_day(2024, 4, 3);
    const auto judged = on("2024-04-03", {early}, "2024-04-01");
    EXPECT_EQ(judged.judged_on, make_day(2024, 4, 3));
}

TEST_F(StatusTest, EveryWeakenedPromiseIsAnAlert) {
    const plan::Target printed = target_;
    const auto alerts = [&](auto change) {
        plan::Target now = printed;
        change(now);
        TargetInput input{plan_, activity_, now, &printed, nullptr, {}, {}, make_day(2024, 1, 1)};
        return assess(input).alerts;
    };
    using Texts = std::vector<std::string>;
    EXPECT_EQ(alerts([](auto& t) { t.value = Decimal{10}; }),
              Texts{"the promise was lowered: value 20 became 10"});
    EXPECT_EQ(alerts([](auto& t) { t.value = plan::Stated<Decimal>::open(); }),
              Texts{"the promise was withdrawn: value 20 became open"});
    EXPECT_EQ(alerts([](auto& t) { t.due = plan::Stated<plan::DueDate>::open(); }),
              Texts{"the promise was withdrawn: due 2026-12-31 became open"});
    EXPECT_EQ(alerts([](auto& t) { t.unit = std::string{"mails"}; }),
              Texts{"the promise was changed: unit workshops became mails"});
    EXPECT_EQ(alerts([](auto& t) { t.measure = Measure::count_per_year; }),
              Texts{"the promise was changed: measure count became count_per_year"});
    EXPECT_TRUE(alerts([](auto& t) { t.frequency = plan::ReportingFrequency::yearly; }).empty());
    EXPECT_TRUE(alerts([](auto& t) { t.value = Decimal{30}; }).empty());
}

TEST_F(StatusTest, NothingExpectedYetIsNotDue) {
    EXPECT_EQ(on("2023-02-20", {{"2023-Q1", value("0"), Grade::b}}).status, Status::not_due);
    make(Measure::milestone);
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", done(false), Grade::b}}).status, Status::not_due);
}

TEST_F(StatusTest, AMilestoneIsMetWhenVerifiedAsDone) {
    make(Measure::milestone);
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", done(true), Grade::b}}).status, Status::met);
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", done(true), Grade::none}}).status, Status::at_risk);
    target_.due = due_on("2024-03-31");
    EXPECT_EQ(on("2024-05-01", {{"2024-Q1", done(false), Grade::b}}).status, Status::missed);
}

TEST_F(StatusTest, AShareKeepsBothParts) {
    make(Measure::share);
    target_.baseline = Decimal{10};
    progress::Claim claim;
    claim.numerator = Decimal{170};
    claim.denominator = Decimal{200};
    const auto judged = on("2024-05-01", {{"2024-Q1", claim, Grade::b}});
    EXPECT_EQ(judged.actual, Decimal{85});
    EXPECT_EQ(judged.status, Status::met);
}

TEST_F(StatusTest, AFallIsProgressWhereTheTargetLiesBelow) {
    make(Measure::level);
    target_.direction = plan::Direction::down;
    target_.baseline = Decimal{100};
    target_.value = Decimal{60};
    const auto judged = on("2024-01-20", {{"2023-Q4", value("89"), Grade::b}});
    EXPECT_NEAR(*judged.ratio, 11 / (40 * 365 / 1461.0), 1e-9);
    EXPECT_EQ(judged.status, Status::on_track);
    EXPECT_EQ(on("2024-01-20", {{"2023-Q4", value("105"), Grade::b}}).status, Status::off_track);
    EXPECT_EQ(on("2024-01-20", {{"2023-Q4", value("60"), Grade::b}}).status, Status::met);
}

TEST_F(StatusTest, AYearlyCountIsJudgedYearByYear) {
    make(Measure::count_per_year);
    target_.value = Decimal{2};
    const auto short_first =
        on("2024-08-01", {{"2023-Q4", value("1"), Grade::b}, {"2024-Q2", value("1"), Grade::b}});
    EXPECT_EQ(short_first.status, Status::at_risk);
    const auto both =
        on("2024-08-01", {{"2023-Q4", value("2"), Grade::b}, {"2024-Q2", value("1"), Grade::b}});
    EXPECT_EQ(both.status, Status::on_track);
    EXPECT_NE(on("2024-02-01", {{"2023-Q4", value("2"), Grade::b}}).status, Status::met)
        << "one good year does not meet a promise for each year";
}

TEST_F(StatusTest, TheSelfRatingStandsBesideAndADivergenceIsAnAlert) {
    const Report report{"2023-Q4", value("1"), Grade::b, progress::SelfRating::on_track};
    const auto judged = on("2024-01-20", {report}, "2023-10-01");
    EXPECT_EQ(judged.status, Status::off_track);
    ASSERT_EQ(judged.alerts.size(), 1u);
    EXPECT_EQ(judged.alerts[0], "the lead rates itself on track, the rule says off track");
}

TEST_F(StatusTest, AReturnedReportDoesNotCount) {
    TargetInput input{plan_,   activity_,
                      target_, nullptr,
                      nullptr, progress::calendar_of(plan_, target_, make_day(2023, 1, 1)),
                      {},      make_day(2023, 4, 20)};
    progress::Duty duty{Period::parse("2023-Q1").value(), {}};
    duty.record.latest = progress::Submission{};
    duty.record.latest->claim = value("20");
    duty.record.state = DutyState::returned;
    input.duties.push_back(duty);
    const auto judged = assess(input);
    EXPECT_EQ(judged.status, Status::no_data);
    EXPECT_EQ(judged.actual, std::nullopt);
}

TEST_F(StatusTest, ALoweredPromiseStaysVisible) {
    plan::Target printed = target_;
    printed.value = Decimal{50};
    printed.due = due_on("2025-12-31");
    TargetInput input{plan_, activity_, target_, &printed, nullptr, {}, {}, make_day(2024, 1, 1)};
    const auto judged = assess(input);
    ASSERT_EQ(judged.promises.size(), 2u);
    EXPECT_EQ(judged.promises[0].promised, "50");
    EXPECT_EQ(judged.promises[0].now, "20");
    EXPECT_TRUE(judged.promises[0].is_lowered);
    EXPECT_TRUE(judged.promises[1].is_lowered);
}

class OutcomeTest : public testing::Test {
  protected:
    OutcomeTest() {
        outcome_.id = plan::TargetId{"exports"};
        outcome_.statement = "exports reach 3000";
        outcome_.measure = Measure::level;
        outcome_.period = Period::parse("FY2024").value();
        outcome_.value = Decimal{3000};
        outcome_.unit = std::string{"USD million"};
        outcome_.due = plan::DueDate{"FY2024", make_day(2024, 6, 30)};
        outcome_.origin = plan::Origin::outlook;
        indicator_.rollup = plan::RollUp::sum;
    }
    TargetStatus with(std::optional<Measured> measured, base::Day day,
                      const plan::Outcome* promised = nullptr) {
        OutcomeInput input{plan_, outcome_, &indicator_, std::move(measured), "", day, promised};
        return assess(input, Detail::tree);
    }
    static Measured to_date(std::string_view value, int covered) {
        Measured measured;
        measured.value = decimal(value);
        measured.covered = covered;
        measured.of = 12;
        measured.is_complete = covered == 12;
        return measured;
    }
    plan::Plan plan_;
    plan::Outcome outcome_;
    plan::Indicator indicator_;
};

TEST_F(OutcomeTest, ThatWasLoweredShowsTheFirstPromise) {
    const plan::Outcome printed = outcome_;
    outcome_.value = Decimal{2800};
    outcome_.due = plan::DueDate{"FY2025", make_day(2025, 6, 30)};
    const auto judged = with(to_date("2590", 10), make_day(2024, 5, 20), &printed);
    ASSERT_EQ(judged.promises.size(), 2u);
    EXPECT_EQ(judged.promises[0].promised, "3000");
    EXPECT_TRUE(judged.promises[0].is_lowered);
    ASSERT_EQ(judged.alerts.size(), 2u);
    EXPECT_EQ(judged.alerts[0], "the promise was lowered: value 3000 became 2800");
    EXPECT_EQ(judged.alerts[1], "the promise was put off: due FY2024 became FY2025");
    EXPECT_TRUE(with(to_date("2590", 10), make_day(2024, 5, 20), &outcome_).alerts.empty());
}

TEST_F(OutcomeTest, ThatMustNotBeExceededIsLoweredByAHigherValue) {
    outcome_.bound = plan::Bound::at_most;
    const plan::Outcome printed = outcome_;
    outcome_.value = Decimal{3500};
    EXPECT_EQ(with(to_date("2590", 10), make_day(2024, 5, 20), &printed).alerts.size(), 1u);
}

TEST_F(OutcomeTest, APartOfTheYearIsJudgedAgainstItsShare) {
    const auto judged = with(to_date("2590", 10), make_day(2024, 5, 20));
    EXPECT_EQ(judged.status, Status::on_track);
    EXPECT_EQ(judged.expected, 2500.0);
    EXPECT_EQ(judged.actual, Decimal{2590});
}

TEST_F(OutcomeTest, ACompletePeriodIsMetOrMissed) {
    EXPECT_EQ(with(to_date("3223", 12), make_day(2024, 7, 20)).status, Status::met);
    outcome_.value = Decimal{5000};
    EXPECT_EQ(with(to_date("2596", 12), make_day(2024, 7, 20)).status, Status::missed);
}

TEST_F(OutcomeTest, NothingPublishedIsNoDataAndNeverZero) {
    const auto judged = with(std::nullopt, make_day(2023, 7, 1));
    EXPECT_EQ(judged.status, Status::no_data);
    EXPECT_EQ(judged.actual, std::nullopt);
}

TEST_F(OutcomeTest, AThresholdOfOurOwnIsKeptOrNotAtAnyTime) {
    outcome_.measure = Measure::concentration;
    outcome_.origin = plan::Origin::threshold;
    outcome_.bound = plan::Bound::at_most;
    outcome_.value = Decimal{50};
    outcome_.due = {};
    Measured measured;
    measured.value = decimal("54.54");
    measured.is_complete = true;
    EXPECT_EQ(with(measured, make_day(2024, 1, 1)).status, Status::off_track);
    measured.value = decimal("49");
    EXPECT_EQ(with(measured, make_day(2024, 1, 1)).status, Status::on_track);
}

TEST_F(OutcomeTest, AnOpenValueCannotBeJudged) {
    outcome_.value = plan::Stated<Decimal>::open();
    EXPECT_EQ(with(to_date("3223", 12), make_day(2024, 7, 20)).status, Status::cannot_judge);
}

}  // namespace
}  // namespace status
