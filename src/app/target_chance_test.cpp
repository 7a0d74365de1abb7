#include "app/target_chance.h"

#include "progress/calendar.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

namespace app {
namespace {

using base::Decimal;
using base::make_day;
using plan::Measure;
using progress::DutyState;
using progress::Grade;
using status::Footing;
using ::testing::HasSubstr;

progress::Claim value(int count) {
    progress::Claim claim;
    claim.value = Decimal{count};
    return claim;
}
progress::Claim done(bool is_done) {
    progress::Claim claim;
    claim.done = is_done;
    return claim;
}
progress::Claim share(int of, int units) {
    progress::Claim claim;
    claim.numerator = Decimal{of};
    claim.denominator = Decimal{units};
    return claim;
}

struct Report {
    std::string_view period;
    progress::Claim claim;
    Grade verified = Grade::b;  ///< none: only reported
};

/// One target from 2023 to the end of 2026, asked each quarter.
class ChanceTest : public testing::Test {
  protected:
    ChanceTest() {
        plan_.from = make_day(2023, 1, 1);
        plan_.until = make_day(2027, 12, 31);
        target_.id = plan::TargetId{"1.1.1-1"};
        target_.activity = plan::ActivityId{"1.1.1"};
        target_.statement = std::string{"a target"};
        target_.due = plan::DueDate{"2026-12-31", make_day(2026, 12, 31)};
        ask(Measure::count, 20);
    }

    void ask(Measure measure, int wanted) {
        target_.measure = measure;
        target_.rollup = plan::default_rollup(measure);
        if (measure == Measure::milestone)
            return;
        target_.value = Decimal{wanted};
        target_.unit = std::string{"things"};
        target_.baseline = Decimal{0};
        target_.population = std::string{"firms"};
        target_.question = std::string{"better?"};
    }

    status::TargetInput input(base::Day day, const std::vector<Report>& reports) const {
        status::TargetInput made{plan_,   activity_,
                                 target_, nullptr,
                                 nullptr, progress::calendar_of(plan_, target_, plan_.from),
                                 {},      day};
        std::uint64_t seq = 10;
        for (const auto& report : reports) {
            progress::Duty duty{base::Period::parse(report.period).value(), {}};
            progress::Submission submission;
            submission.seq = ++seq;
            submission.on = duty.period.last_day();
            submission.claim = report.claim;
            duty.record.latest = submission;
            duty.record.state = DutyState::submitted;
            if (report.verified != Grade::none) {
                duty.record.verified = submission;
                duty.record.verified_grade = report.verified;
                duty.record.state = DutyState::verified;
            }
            made.duties.push_back(duty);
        }
        return made;
    }

    Chance on(base::Day day, const std::vector<Report>& reports,
              Footing footing = Footing::verified) const {
        const auto asked = input(day, reports);
        return chance_of(asked, status::assess(asked), milestones_, footing).value();
    }

    // Reports of four quarters of a year with so much each.
    static std::vector<Report> year_of(int count, Grade verified = Grade::b) {
        return {{"2023-Q1", value(count), verified},
                {"2023-Q2", value(count), verified},
                {"2023-Q3", value(count), verified},
                {"2023-Q4", value(count), verified}};
    }

    // Milestones of the record, so many of them done in time.
    void watch(int reached, int open) {
        target_.id = plan::TargetId{"9.9.9-9"};
        ask(Measure::milestone, 1);
        for (int i = 0; i < reached + open; ++i) {
            const std::vector<Report> reports{{"2024-Q4", done(false)},
                                              {"2025-Q4", done(i < reached)}};
            ASSERT_TRUE(
                milestones_.add(input(make_day(2026, 1, 10), reports), Footing::verified).ok());
        }
    }

    plan::Plan plan_;
    plan::Activity activity_;
    plan::Target target_;
    MilestoneRecord milestones_;
};

const auto new_year = make_day(2024, 1, 20);

// 4 in the first of four years, 16 more are needed in three: by hand the negative binomial with
// shape 1 + 4 and exposure 1 / 5 + 1 (the plan asks for 5 a year).
TEST_F(ChanceTest, OfACountIsTheNegativeBinomialOfItsPace) {
    const auto made = on(new_year, year_of(1));
    ASSERT_TRUE(made.probability);
    EXPECT_FALSE(made.is_known);
    const double years = 1461 / 365.25, covered = 365 / 365.25;
    const forecast::Rate rate{1 + 4, 1 / (20 / years) + covered};
    EXPECT_NEAR(*made.probability, forecast::at_least(rate, years - covered, 16), 1e-9);
    EXPECT_GT(*made.probability, 0.1);
    EXPECT_LT(*made.probability, 0.5);
    const auto& parts = made.explanation.parts;
    const auto has = [&](std::string_view label, std::string_view text) {
        return std::ranges::any_of(parts, [&](const auto& part) {
            return part.label == label && part.value.find(text) != std::string::npos;
        });
    };
    EXPECT_TRUE(has("method", "gamma-Poisson"));
    EXPECT_TRUE(has("prior", "5 things a year"));
    EXPECT_TRUE(has("what would change it", "16 things in the 3.00 years"));
    EXPECT_TRUE(has("verified reports", "4"));
    EXPECT_TRUE(has("assumed", "pace"));
    EXPECT_EQ(made.reports, 4);
}

TEST_F(ChanceTest, GrowsWithThePaceAndFallsAsTimePasses) {
    const auto slow = on(new_year, year_of(1)), quick = on(new_year, year_of(2));
    EXPECT_GT(*quick.probability, *slow.probability + 0.3);
    auto later = year_of(1);
    for (const auto* period : {"2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"})
        later.push_back({period, value(0)});
    EXPECT_LT(*on(make_day(2025, 1, 20), later).probability, *slow.probability);
}

// What nobody verified counts on the other footing alone.
TEST_F(ChanceTest, KeepsWhatIsVerifiedApartFromWhatIsReported) {
    auto reports = year_of(3);
    reports[2].verified = reports[3].verified = Grade::none;
    EXPECT_NE(*on(new_year, reports).probability,
              *on(new_year, reports, Footing::claimed).probability);
    EXPECT_EQ(on(new_year, reports).reports, 2);
    EXPECT_EQ(on(new_year, reports, Footing::claimed).reports, 4);
    const auto weak = on(new_year, year_of(3, Grade::c));
    EXPECT_FALSE(weak.probability);
    EXPECT_THAT(weak.reason, HasSubstr("nothing is verified on evidence of grade B"));
    // All is reported and nothing verified: reached as reported, open as verified.
    const auto all = on(new_year, year_of(6, Grade::none), Footing::claimed);
    EXPECT_EQ(all.probability, 1);
    EXPECT_TRUE(all.is_known);
    EXPECT_THAT(all.reason, HasSubstr("once that is verified"));
}

TEST_F(ChanceTest, SaysNothingBelowItsEvidence) {
    const auto one = on(new_year, {{"2023-Q4", value(3)}});
    EXPECT_FALSE(one.probability);
    EXPECT_THAT(one.reason, HasSubstr("2 reports of 180 days are needed"));
    EXPECT_THAT(on(new_year, {}, Footing::claimed).reason, HasSubstr("no report stands"));
    // 181 days of two quarters are enough, and no report is no 0.
    EXPECT_TRUE(on(new_year, {{"2023-Q1", value(3)}, {"2023-Q2", value(3)}}).probability);
    target_.due = plan::Stated<plan::DueDate>::open();
    EXPECT_THAT(on(new_year, year_of(1)).reason, HasSubstr("the plan states no due date"));
    target_.measure = plan::Stated<Measure>{};
    EXPECT_THAT(on(new_year, year_of(1)).reason, HasSubstr("the plan states no measure"));
}

TEST_F(ChanceTest, WhatIsMetOrMissedIsKnown) {
    const auto met = on(new_year, year_of(5));
    EXPECT_EQ(met.probability, 1);
    EXPECT_TRUE(met.is_known);
    EXPECT_THAT(met.reason, HasSubstr("20 things verified"));
    std::vector<Report> reports{{"2023-Q1", value(3)}};
    for (int year = 2023; year < 2027; ++year)
        for (int quarter = 1; quarter <= 4; ++quarter)
            if (year > 2023 || quarter > 1)
                reports.push_back({"", value(0)});
    std::vector<std::string> names;
    for (int i = 0; i < 16; ++i)
        names.push_back(fmt::format("{}-Q{}", 2023 + i / 4, 1 + i % 4));
    for (std::size_t i = 0; i < 16; ++i)
        reports[i].period = names[i];
    const auto missed = on(make_day(2027, 1, 20), reports);
    EXPECT_EQ(missed.probability, 0);
    EXPECT_TRUE(missed.is_known);
    // Over the due date with reports that have not come, nothing is known.
    EXPECT_FALSE(on(make_day(2027, 1, 20), year_of(1)).probability);
}

// At most so much: what is counted already leaves less room.
TEST_F(ChanceTest, WhatMustNotBePassedBecomesLessLikelyWithEveryEvent) {
    target_.bound = plan::Bound::at_most;
    const auto few = on(new_year, year_of(1)), many = on(new_year, year_of(3));
    EXPECT_GT(*few.probability, *many.probability);
    const auto over = on(new_year, year_of(6));
    EXPECT_EQ(over.probability, 0);
    EXPECT_TRUE(over.is_known);
    target_.bound = plan::Bound::exactly;
    EXPECT_THAT(on(new_year, year_of(1)).reason, HasSubstr("exactly"));
}

TEST_F(ChanceTest, EveryYearMustReachItsValue) {
    ask(Measure::count_per_year, 4);
    const auto good = on(new_year, year_of(2)), bare = on(new_year, year_of(1));
    EXPECT_GT(*good.probability, *bare.probability);
    EXPECT_LT(*bare.probability, 0.35);
    // A whole year that was reported short is lost, whatever comes.
    auto reports = year_of(1);
    reports[1].claim = value(0);
    const auto lost = on(new_year, reports);
    EXPECT_EQ(lost.probability, 0);
    EXPECT_TRUE(lost.is_known);
    EXPECT_THAT(lost.reason, HasSubstr("3 things reported for 2023, 4 promised"));
    // With one quarter silent it is not.
    reports.erase(reports.begin() + 1);
    EXPECT_FALSE(on(new_year, reports).is_known);
}

TEST_F(ChanceTest, OfAMilestoneIsThatOfTheRecordsTimeliness) {
    watch(4, 0);
    const std::vector<Report> own{{"2024-Q4", done(false)}};
    const auto few = on(make_day(2025, 1, 20), own);
    EXPECT_FALSE(few.probability);
    EXPECT_THAT(few.reason, HasSubstr("5 are needed"));
    watch(4, 0);
    const auto timely = on(make_day(2025, 1, 20), own);
    ASSERT_TRUE(timely.probability);
    EXPECT_NEAR(*timely.probability, milestones_.pace.by_due(730 / 1460.0), 1e-9);
    milestones_ = {};
    watch(1, 7);
    EXPECT_LT(*on(make_day(2025, 1, 20), own).probability, *timely.probability - 0.15);
    EXPECT_EQ(milestones_.watched, 8);
    EXPECT_EQ(milestones_.reached, 1);
    const auto claimed =
        on(make_day(2025, 1, 20), {{"2024-Q4", done(true), Grade::none}}, Footing::claimed);
    EXPECT_EQ(claimed.probability, 1);
    EXPECT_THAT(claimed.reason, HasSubstr("reported as done"));
}

TEST_F(ChanceTest, OfAShareIsThatOfThoseWhoAreLeft) {
    ask(Measure::share, 50);
    const std::vector<Report> reports{{"2023-Q2", share(20, 200)}, {"2023-Q4", share(40, 200)}};
    const auto made = on(new_year, reports);
    ASSERT_TRUE(made.probability);
    EXPECT_GT(*made.probability, 0.5);
    // At a fifth in the first of four years, 95 percent are a little too much.
    ask(Measure::share, 95);
    EXPECT_LT(*on(new_year, reports).probability, 0.45);
    EXPECT_GT(*on(new_year, reports).probability, 0.1);
    EXPECT_THAT(on(new_year, {{"2023-Q2", share(20, 200)}}).reason,
                HasSubstr("1 report says of how many; 2 are needed"));
    // Downwards it is the others that count.
    ask(Measure::share, 30);
    target_.direction = plan::Direction::down;
    target_.baseline = Decimal{90};
    const std::vector<Report> falling{{"2023-Q2", share(140, 200)}, {"2023-Q4", share(110, 200)}};
    const std::vector<Report> rising{{"2023-Q2", share(180, 200)}, {"2023-Q4", share(182, 200)}};
    EXPECT_GT(*on(new_year, falling).probability, *on(new_year, rising).probability + 0.3);
}

TEST_F(ChanceTest, OfALevelAreThePathsOfItsReports) {
    ask(Measure::level, 75);
    std::vector<Report> reports;
    std::vector<std::string> names;
    for (int i = 0; i < 8; ++i)
        names.push_back(fmt::format("{}-Q{}", 2023 + i / 4, 1 + i % 4));
    const int noise[] = {0, 2, -1, 1, -2, 0, 1, -1};
    for (std::size_t i = 0; i < 8; ++i)
        reports.push_back({names[i], value(20 + 6 * static_cast<int>(i) + noise[i])});
    const auto day = make_day(2025, 1, 20);
    const auto rising = on(day, reports);
    ASSERT_TRUE(rising.probability) << rising.reason;
    ask(Measure::level, 400);
    EXPECT_LT(*on(day, reports).probability, 0.1);
    EXPECT_GT(*rising.probability, 0.4);
    reports.pop_back();
    EXPECT_THAT(on(day, reports).reason, HasSubstr("7 values reported; 8 are needed"));
}

}  // namespace
}  // namespace app
