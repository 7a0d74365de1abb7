#pragma once

#include "app/adopt_plan.h"
#include "app/amend_plan.h"
#include "app/confirm_activity.h"
#include "app/decide.h"
#include "app/memory_record.h"
#include "app/report_progress.h"
#include "app/review_report.h"
#include "app/target_status.h"
#include "base/clock.h"

#include <gtest/gtest.h>

#include <string>

namespace app {

/// The real strategy in memory, on a clock that tests move.
class RecordForTest {
  public:
    RecordForTest() : clock_(at("2026-11-22T09:00:00Z")), memory_(clock_) {}

    static base::Instant at(std::string_view text) { return base::parse_instant(text).value(); }

    Record& record() { return memory_.record(); }
    base::FixedClock& clock() { return clock_; }
    Result<Adoption> adopt() {
        return adopt_plan(record(), TAMEEL_SOURCE_DIR "/strategies/pakistan-bpo-2023", Again::no);
    }
    static trust::Principal who(std::string institution, trust::Role role) {
        return {"p-test", std::move(institution), {role}};
    }
    /// From signed minutes of the strategy's first days, over the whole plan; the same code again
    /// is the same decision.
    std::string decision(const std::string& code = "1-2023") {
        DecisionRequest request;
        request.request_id = "decision-" + code;
        request.effective_on = base::make_day(2023, 1, 2);
        request.code = code;
        request.title = "The working plan is changed";
        request.concerns = {"plan", "council"};
        request.minutes = {"", "minutes", "", "signed minutes of " + code};
        const auto receipt =
            carry_out(record(), who("tdap", trust::Role::secretariat), request, draft_decision);
        EXPECT_TRUE(receipt.ok()) << receipt.error().text();
        return code;
    }
    Result<journal::Receipt> amend(const std::string& subject, base::Json changes) {
        return amend_plan(record(), who("moc", trust::Role::council),
                          {{}, subject, std::move(changes), "because", decision()});
    }
    Result<journal::Receipt> confirm(const std::string& activity, const std::string& institution,
                                     std::optional<base::Day> on = {}) {
        auto principal = who(institution, trust::Role::head);
        if (on)
            principal.roles.push_back(trust::Role::secretariat);  // enters an earlier day
        return confirm_activity(record(), principal, {{on}, activity, "yes", "", ""});
    }
    Result<journal::Receipt> report(const std::string& target, const std::string& period,
                                    const std::string& institution, const std::string& value,
                                    const std::string& explanation = "") {
        ReportRequest request;
        request.target = target;
        request.period = period;
        request.value = base::Decimal::parse(value).value();
        request.explanation = explanation;
        request.evidence = {
            {keep_evidence(record(), who(institution, trust::Role::reporter), "minutes").value(),
             "minutes", "B"}};
        return report_progress(record(), who(institution, trust::Role::reporter), request,
                               ReportKind::report);
    }
    Result<journal::Receipt> verify(const std::string& target, const std::string& period,
                                    const std::string& institution, const std::string& grade) {
        ReviewRequest request;
        request.target = target;
        request.period = period;
        request.action = "verify";
        request.grade = grade;
        return review_report(record(), who(institution, trust::Role::verifier), request);
    }
    status::TargetStatus status_of(const std::string& target, const Question& question = {}) {
        const auto board = scoreboard(record(), question);
        for (const auto* list : {&board.value().targets, &board.value().outcomes}) {
            for (const auto& judged : *list) {
                if (judged.id.text() == target)
                    return judged;
            }
        }
        return {};
    }

  private:
    base::FixedClock clock_;
    MemoryRecord memory_;
};

}  // namespace app
