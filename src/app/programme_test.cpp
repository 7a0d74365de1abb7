#include "app/add_task.h"
#include "app/change_programme.h"
#include "app/entries_page_for_test.h"
#include "app/open_cohort.h"
#include "app/programme_export.h"
#include "app/programme_view.h"
#include "app/record_for_test.h"
#include "app/report_programme.h"
#include "app/report_task.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace app {
namespace {

using base::ErrorCode;
using base::Json;

/// The real strategy; tests report on its conversion courses, of which no figure is printed.
class Programmes : public testing::Test {
  protected:
    Programmes() { EXPECT_TRUE(test_.adopt().ok()); }

    static trust::Principal secretariat() {
        return RecordForTest::who("tdap", trust::Role::secretariat);
    }
    Record& record() { return test_.record(); }
    template <typename Request>
    static Request about(std::string programme) {
        Request request;
        request.programme = std::move(programme);
        return request;
    }
    Result<journal::Receipt> open(std::string cohort, const trust::Principal& who = secretariat(),
                                  std::string programme = "conversion-courses") {
        auto request = about<CohortRequest>(std::move(programme));
        request.cohort = std::move(cohort);
        request.title = "First course";
        request.seats = 30;
        return open_cohort(record(), who, request);
    }
    static ProgrammeReportRequest stage(std::string code, std::string period, int value) {
        auto request = about<ProgrammeReportRequest>("conversion-courses");
        request.stage = std::move(code);
        request.cohort = "2026-A";
        request.period = std::move(period);
        request.value = base::Decimal{value};
        return request;
    }
    Json view(const std::string& code, const Question& question = {}) {
        return programme_view(record(), question, code).value();
    }
    void play() {
        ASSERT_TRUE(open("2026-A").ok());
        auto request = stage("admitted", "2026-02-01", 25);
        request.sex = {{"female", base::Decimal{11}}, {"male", base::Decimal{14}}};
        request.evidence = {{"", "list.csv", "C", "a list"}};
        ASSERT_TRUE(report_programme(record(), secretariat(), request).ok());
        auto task = about<TaskRequest>("conversion-courses");
        task.task = {"teaching",
                     "Teaching",
                     base::Decimal{1000},
                     "PKR",
                     base::make_day(2026, 1, 1),
                     base::make_day(2026, 12, 31)};
        ASSERT_TRUE(add_task(record(), secretariat(), task).ok());
        auto progress = about<TaskProgressRequest>("conversion-courses");
        progress.task = "teaching";
        progress.percent = base::Decimal{80};
        progress.cost = base::Decimal{900};
        ASSERT_TRUE(report_task(record(), secretariat(), progress).ok());
        auto change = about<ProgrammeChangeRequest>("rent-scheme");
        change.change = {"scope", "months", "", "600", "500", "The budget was cut"};
        ASSERT_TRUE(change_programme(record(), secretariat(), change).ok());
    }

    RecordForTest test_;
};

TEST_F(Programmes, EntriesHoldWhatTheirPageLists) {
    play();
    const auto seen = hold_entries_against_their_page(record());
    EXPECT_EQ(seen, (std::set<std::string>{"plan.adopted", "dataset.loaded", "programme.reported",
                                           "programme.cohort_opened", "programme.tasked",
                                           "programme.progressed", "programme.changed"}));
}

TEST_F(Programmes, OwnersReportAndStrangersDoNot) {
    EXPECT_EQ(open("2026-A", RecordForTest::who("pasha", trust::Role::head)).error().code,
              ErrorCode::not_of_programme);
    EXPECT_TRUE(open("2026-A", RecordForTest::who("mofept", trust::Role::reporter)).ok());
    EXPECT_TRUE(
        open("2026-B", RecordForTest::who("navttc", trust::Role::head), "basic-skills").ok())
        << "an operator";
    EXPECT_EQ(open("2026-B", RecordForTest::who("mofept", trust::Role::verifier)).error().code,
              ErrorCode::role_not_allowed);
}

TEST_F(Programmes, NothingIsWrittenWhereAnythingIsWrong) {
    const auto size = record().log().size();
    auto request = stage("admited", "2027-01-01", -3);
    request.programme = "conversion-course";
    request.qualifier = "roughly";
    const auto refused = report_programme(record(), secretariat(), request);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(base::one_by_one(refused.error()).size(), 2u) << refused.error().text();
    EXPECT_EQ(record().log().size(), size);
}

TEST_F(Programmes, AChainOfCorrectionsLeavesTheLastOne) {
    ASSERT_TRUE(open("2026-A").ok());
    auto request = stage("admitted", "2026-02-01", 25);
    const auto first = report_programme(record(), secretariat(), request).value().seq;
    request.value = base::Decimal{26};
    EXPECT_EQ(report_programme(record(), secretariat(), request).error().code,
              ErrorCode::counted_before);
    request.corrects = first;
    const auto second = report_programme(record(), secretariat(), request).value().seq;
    EXPECT_EQ(report_programme(record(), secretariat(), request).error().code,
              ErrorCode::nothing_to_correct);
    request.corrects = second;
    request.value = base::Decimal{27};
    ASSERT_TRUE(report_programme(record(), secretariat(), request).ok());
    const Json cohorts = *view("conversion-courses").find("cohorts");
    EXPECT_EQ(cohorts.array_items()->front().find("entered")->text(), "27");
}

TEST_F(Programmes, BothClocksHold) {
    ASSERT_TRUE(open("2026-A").ok());
    const auto before = test_.clock().now();
    test_.clock().advance(std::chrono::hours{24});
    auto request = stage("admitted", "2026-02-01", 25);
    request.effective_on = base::make_day(2026, 2, 10);
    ASSERT_TRUE(report_programme(record(), secretariat(), request).ok());
    const auto funnels = [&](const Question& question) {
        return view("conversion-courses", question).find("funnels")->array_items()->size();
    };
    EXPECT_EQ(funnels({}), 1u);
    EXPECT_EQ(funnels({base::make_day(2026, 2, 9), {}}), 0u) << "not in force";
    EXPECT_EQ(funnels({base::make_day(2026, 2, 10), {}}), 1u);
    EXPECT_EQ(funnels({base::make_day(2026, 11, 22), before}), 0u) << "not recorded";
}

TEST_F(Programmes, WhyItWasChangedIsForTheConsole) {
    play();
    const auto change = [&](Reader reader) {
        return programme_view(record(), {}, "rent-scheme", reader)
            .value()
            .find("changes")
            ->array_items()
            ->front();
    };
    EXPECT_EQ(change(Reader::anybody).find("reason"), nullptr);
    EXPECT_EQ(*change(Reader::console).find("reason")->string(), "The budget was cut");
}

TEST_F(Programmes, TheSurveysFiguresAreKnownFromTheEndOfItsMonth) {
    const auto counts = [&](base::Day day) {
        const Json list = programme_list(record(), {day, {}}).value();
        const auto& programmes = *list.find("programmes")->array_items();
        return std::ranges::count_if(
            programmes, [](const Json& one) { return one.find("counts")->text() != "0"; });
    };
    EXPECT_EQ(counts(base::make_day(2023, 6, 29)), 0);
    EXPECT_EQ(counts(base::make_day(2023, 6, 30)), 17);
}

}  // namespace
}  // namespace app
