#include "programme/ledger.h"

#include "plan/fields.h"
#include "programme/readings.h"
#include "programme/rules.h"

#include <gtest/gtest.h>

#include <deque>

namespace programme {
namespace {

using base::Decimal;
using base::ErrorCode;
using base::make_day;
using plan::FigureOf;

Decimal decimal(std::string_view text) {
    return Decimal::parse(text).value();
}

/// A course with the roles of its stages, a measure of each nature, and entries that tests add.
class Course : public testing::Test {
  protected:
    Course() {
        programme_.code = plan::ProgrammeId{"course"};
        programme_.unit = "persons";
        programme_.stages = {{"applied", "Applied", {}},
                             {"admitted", "Admitted", plan::StageRole::entered},
                             {"graduated", "Graduated", plan::StageRole::left},
                             {"dropped", "Dropped out", plan::StageRole::dropped}};
        programme_.measures = {
            {"rooms", "Rooms", "rooms", plan::Nature::stock, false, {}},
            {"hours", "Hours", "hours", plan::Nature::flow, true, decimal("100")},
            {"share", "Share", "percent", plan::Nature::stock, false, {}}};
        add(Cohort{"a", "First", 30});
    }

    ReportedCount count(FigureOf of, std::string code, std::string cohort, std::string when,
                        std::string_view value, FigureBound qualifier = FigureBound::exact) const {
        return {of,
                std::move(code),
                {},
                std::move(cohort),
                plan::parse_count_time(when, {7}).value(),
                decimal(value),
                qualifier,
                {},
                {}};
    }
    ReportedCount stage(std::string code, std::string_view value, std::string when = "2024-03-31",
                        FigureBound qualifier = FigureBound::exact) const {
        return count(FigureOf::stage, std::move(code), "a", std::move(when), value, qualifier);
    }
    ReportedCount hours(std::string when, std::string_view value) const {
        return count(FigureOf::measure, "hours", "", std::move(when), value);
    }
    template <typename What>
    std::uint64_t add(What what, std::optional<std::uint64_t> corrects = {},
                      base::Day on = make_day(2024, 4, 1)) {
        events_.push_back({events_.size(), on, "course", "pseb", corrects, std::move(what)});
        return events_.back().seq;
    }
    Ledger ledger(base::Day as_of = make_day(2024, 12, 31)) const {
        std::vector<const Event*> known;
        for (const auto& event : events_) {
            if (event.effective_on <= as_of)
                known.push_back(&event);
        }
        return fold(plan_, programme_, known, as_of);
    }
    template <typename What>
    std::vector<ErrorCode> faults(const What& check) const {
        const Ledger now = ledger();
        std::vector<ErrorCode> codes;
        for (const auto& fault : check(Setting{programme_, now, make_day(2024, 12, 31)}))
            codes.push_back(fault.code);
        return codes;
    }
    std::vector<ErrorCode> faults_of(const ReportedCount& reported) const {
        return faults([&](const Setting& setting) { return check_count(setting, reported); });
    }
    Series series_of(const std::string& code) const {
        kept_ = ledger();
        for (const auto& one : series(programme_, kept_)) {
            if (one.code == code)
                return one;
        }
        return {};
    }

    plan::Plan plan_;
    plan::Programme programme_;
    std::deque<Event> events_;
    mutable Ledger kept_;
};

using Codes = std::vector<ErrorCode>;

TEST_F(Course, WhoEntersLeavesAndIsStillInsideIsCounted) {
    add(stage("admitted", "25"));
    add(stage("graduated", "18", "2024-06-30"));
    EXPECT_FALSE(cohort_flows(programme_, ledger())[0].inside) << "nobody counted who dropped out";
    add(stage("dropped", "4", "2024-06-30"));
    EXPECT_EQ(cohort_flows(programme_, ledger())[0].inside->text(), "3");
}

TEST_F(Course, FewerEnteredThanLeftIsRefusedWhicheverIsReportedLast) {
    add(stage("admitted", "25"));
    add(stage("graduated", "20"));
    EXPECT_EQ(faults_of(stage("dropped", "6")), Codes{ErrorCode::left_more_than_entered});
    EXPECT_EQ(faults_of(stage("dropped", "5")), Codes{});
    add(stage("dropped", "5"));
    EXPECT_EQ(faults_of(stage("admitted", "24", "2024-04-30")),
              Codes{ErrorCode::left_more_than_entered});
}

TEST_F(Course, ALaterStageNeverExceedsAnEarlierOneOfItsCohort) {
    add(stage("applied", "40"));
    EXPECT_EQ(faults_of(stage("admitted", "41")), Codes{ErrorCode::later_stage_larger});
    EXPECT_EQ(faults_of(stage("admitted", "40")), Codes{});
    add(stage("admitted", "40"));
    EXPECT_EQ(faults_of(stage("applied", "39", "2024-04-30")),
              Codes{ErrorCode::later_stage_larger});
}

TEST_F(Course, MoreThanSoManyCannotBeExceeded) {
    add(stage("applied", "40", "2024-03-31", FigureBound::at_least));
    EXPECT_EQ(faults_of(stage("admitted", "60")), Codes{});
}

TEST_F(Course, ACorrectionTakesThePlaceOfItsEntryAndOnlyOnceItIsKnown) {
    const auto first = add(stage("admitted", "25"));
    add(stage("admitted", "24"), first, make_day(2024, 5, 1));
    EXPECT_EQ(ledger().latest_of_stage("admitted", "a")->count.value.text(), "24");
    EXPECT_EQ(ledger(make_day(2024, 4, 15)).latest_of_stage("admitted", "a")->count.value.text(),
              "25");
}

TEST_F(Course, OneThingIsCountedOnce) {
    add(stage("admitted", "25"));
    EXPECT_EQ(faults_of(stage("admitted", "25")), Codes{ErrorCode::counted_before});
}

TEST_F(Course, WhatDoesNotFitIsSaidInOnePass) {
    auto wrong = stage("admitted", "2.5", "2025-03-31");
    wrong.cohort = "b";
    wrong.sex = {{"women", decimal("1")}};
    EXPECT_EQ(faults_of(wrong),
              (Codes{ErrorCode::no_such_cohort, ErrorCode::count_does_not_fit,
                     ErrorCode::counted_in_future, ErrorCode::sex_does_not_add_up}));
}

TEST_F(Course, PartsBySexAddUpWhereTheyAreComplete) {
    auto reported = stage("admitted", "25");
    reported.sex = {{"female", decimal("10")}, {"male", decimal("14")}};
    EXPECT_EQ(faults_of(reported), Codes{});
    programme_.sex_is_complete = true;
    EXPECT_EQ(faults_of(reported), Codes{ErrorCode::sex_does_not_add_up});
    reported.sex.emplace_back("unknown", decimal("1"));
    EXPECT_EQ(faults_of(reported), Codes{});
    reported.sex.emplace_back("other", decimal("1"));
    programme_.sex_is_complete = false;
    EXPECT_EQ(faults_of(reported), Codes{ErrorCode::sex_does_not_add_up});
}

TEST_F(Course, AStockHasADayAndAPercentageAnEnd) {
    EXPECT_EQ(faults_of(count(FigureOf::measure, "rooms", "", "2024-Q1", "3")),
              Codes{ErrorCode::stock_with_period});
    EXPECT_EQ(faults_of(count(FigureOf::measure, "share", "", "2024-03-31", "101")),
              Codes{ErrorCode::count_does_not_fit});
    EXPECT_EQ(faults_of(count(FigureOf::measure, "room", "", "2024-03-31", "1")),
              Codes{ErrorCode::no_such_programme_part});
}

TEST_F(Course, AFlowAddsItsStretchesAndNeverWhatCountsSinceInception) {
    add(hours("2024-Q1", "10"));
    add(hours("2024-Q2", "12"));
    add(hours("2024-06-30", "500"));
    const auto found = series_of("hours");
    EXPECT_EQ(found.sum.value->text(), "22");
    EXPECT_EQ(found.latest->count.value.text(), "500");
}

TEST_F(Course, APartOfALongerStretchIsNotAddedToIt) {
    add(hours("2024-Q1", "10"));
    add(hours("2024", "44"));
    EXPECT_EQ(series_of("hours").sum.value->text(), "44");
}

TEST_F(Course, StretchesThatOverlapHaveNoSum) {
    add(hours("2024-01-01/2024-03-31", "10"));
    add(hours("2024-02-01/2024-04-30", "12"));
    EXPECT_FALSE(series_of("hours").sum.value);
    EXPECT_EQ(series_of("hours").sum_reason,
              "2024-01-01/2024-03-31 and 2024-02-01/2024-04-30 overlap");
}

TEST_F(Course, AStockTakesItsNewestCount) {
    add(count(FigureOf::measure, "rooms", "", "2024-06-30", "5"));
    add(count(FigureOf::measure, "rooms", "", "2024-03-31", "3"));
    EXPECT_EQ(series_of("rooms").latest->count.value.text(), "5");
    EXPECT_FALSE(series_of("rooms").sum.value);
}

TEST_F(Course, AChangeOfScopeMovesTheTarget) {
    add(hours("2024-06-30", "60"));
    EXPECT_EQ(*output_readings(programme_, ledger())[0].progress.physical_percent.value, 60);
    add(Change{"scope", "hours", "", "100", "120", ""});
    EXPECT_EQ(*output_readings(programme_, ledger())[0].progress.physical_percent.value, 50);
}

TEST_F(Course, WithoutBudgetOrScheduleThereIsNoEarnedValueAndItSaysWhy) {
    const auto missing = [&] {
        return earned_value_reading(ledger(), make_day(2024, 6, 30)).missing;
    };
    EXPECT_EQ(missing(), std::vector<std::string>{"no task with a budget and a schedule"});
    const auto first = add(Task{"t", "Task", {}, "", {}, {}});
    EXPECT_EQ(missing(),
              (std::vector<std::string>{"task t has no budget", "task t has no schedule"}));
    add(Task{"t", "Task", decimal("1000"), "PKR", make_day(2024, 1, 1), make_day(2024, 12, 30)},
        first);
    EXPECT_EQ(missing(), std::vector<std::string>{
                             "no progress is reported of task t, which began on 2024-01-01"});
    add(Task{"u", "Other", decimal("10"), "USD", make_day(2025, 1, 1), make_day(2025, 2, 1)});
    add(TaskAdvance{"t", decimal("40"), decimal("450")});
    EXPECT_EQ(missing(), std::vector<std::string>{"task u is in USD, others in PKR"});
}

TEST_F(Course, EarnedValueGrowsByTheDay) {
    add(Task{"t", "Task", decimal("1000"), "PKR", make_day(2024, 1, 1), make_day(2024, 4, 9)});
    add(TaskAdvance{"t", decimal("40"), decimal("450")}, {}, make_day(2024, 2, 1));
    const auto reading = earned_value_reading(ledger(), make_day(2024, 2, 19));
    ASSERT_TRUE(reading.value);
    EXPECT_EQ(reading.value->periods_planned, 100u);
    EXPECT_EQ(reading.value->planned_value, 500);
    EXPECT_EQ(reading.value->earned_value, 400);
    EXPECT_NEAR(*reading.value->earned_schedule.value, 40, 1e-9);
    const auto late = earned_value_reading(ledger(), make_day(2024, 12, 31));
    EXPECT_EQ(late.value->planned_value, 1000) << "after the end all of it was planned";
}

TEST_F(Course, ProgressNeverGoesBackEitherWay) {
    add(Task{"t", "Task", decimal("1000"), "PKR", make_day(2024, 1, 1), make_day(2024, 4, 9)});
    add(TaskAdvance{"t", decimal("40"), decimal("450")}, {}, make_day(2024, 2, 1));
    const auto of = [&](std::string_view percent, std::string_view cost, base::Day day) {
        return faults([&](const Setting& setting) {
            return check_advance(setting, {"t", decimal(percent), decimal(cost)}, day);
        });
    };
    EXPECT_EQ(of("39", "450", make_day(2024, 3, 1)), Codes{ErrorCode::progress_goes_back});
    EXPECT_EQ(of("41", "449", make_day(2024, 3, 1)), Codes{ErrorCode::progress_goes_back});
    EXPECT_EQ(of("41", "450", make_day(2024, 1, 15)), Codes{ErrorCode::progress_goes_back});
    EXPECT_EQ(of("41", "450", make_day(2024, 3, 1)), Codes{});
}

TEST_F(Course, ATaskAndAChangeAreHeldToTheirForm) {
    const auto of_task = [&](const Task& task) {
        return faults([&](const Setting& setting) { return check_task(setting, task); });
    };
    EXPECT_EQ(of_task({"t", "T", decimal("1"), "", {}, {}}), Codes{ErrorCode::task_does_not_fit});
    EXPECT_EQ(of_task({"t", "T", {}, "PKR", {}, {}}), Codes{ErrorCode::task_does_not_fit});
    EXPECT_EQ(of_task({"t", "T", decimal("-1"), "PKR", make_day(2024, 2, 1), make_day(2024, 1, 1)}),
              (Codes{ErrorCode::task_does_not_fit, ErrorCode::task_does_not_fit}));
    const auto of_change = [&](const Change& change) {
        return faults([&](const Setting& setting) { return check_change(setting, change); });
    };
    EXPECT_EQ(of_change({"scope", "hours", "", "100", "120", ""}), Codes{});
    EXPECT_EQ(of_change({"scope", "hour", "", "100", "100.0", ""}),
              (Codes{ErrorCode::change_does_not_fit, ErrorCode::no_such_programme_part}));
    EXPECT_EQ(of_change({"value", "", "", "1", "2", ""}), Codes{ErrorCode::change_does_not_fit});
    EXPECT_EQ(of_change({"duration", "", "", "2024", "2025-01-01", ""}),
              Codes{ErrorCode::change_does_not_fit});
    EXPECT_EQ(of_change({"colour", "", "", "", "", ""}), Codes{ErrorCode::change_does_not_fit});
}

TEST_F(Course, APrintedFigureIsKnownOnceItsDocumentIs) {
    plan_.documents.push_back({"survey", "Survey", "", "2023-06", "", ""});
    plan::ProgrammeFigure figure;
    figure.code = "admitted";
    figure.when = plan::parse_count_time("2023-03-31", {7}).value();
    figure.value = decimal("33");
    figure.scale = "million";
    figure.document = "survey";
    programme_.figures.push_back(figure);
    EXPECT_TRUE(ledger(make_day(2023, 6, 29)).observations.empty());
    const auto known = ledger(make_day(2023, 6, 30));
    ASSERT_EQ(known.observations.size(), 1u);
    EXPECT_EQ(known.observations[0].count.value.text(), "33000000");
}

}  // namespace
}  // namespace programme
