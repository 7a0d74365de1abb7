// Walks the tables of docs/methods/status.md: each row is a claim about the rule.

#include "base/file.h"
#include "base/text.h"
#include "status/status.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace status {
namespace {

using base::make_day;
using plan::Measure;

struct Row {
    std::string measure;
    std::string open;
    std::string situation;
    std::string expected;
    int line = 0;
};

std::string cell(std::string_view text) {
    std::string word{base::trimmed(text)};
    std::erase(word, '`');
    return word;
}

std::vector<Row> rows() {
    const std::string text = base::read_file(TAMEEL_SOURCE_DIR "/docs/methods/status.md").value();
    std::vector<Row> rows;
    std::istringstream lines{text};
    std::string line;
    bool in_table = false;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.starts_with("| measure | open |")) {
            in_table = true;
            continue;
        }
        if (!line.starts_with("|"))
            in_table = false;
        if (!in_table || line.starts_with("|--"))
            continue;
        const auto cells = base::split(line, '|');
        rows.push_back({cell(cells[1]), cell(cells[2]), cell(cells[3]), cell(cells[4]), number});
    }
    return rows;
}

plan::Target target_of(Measure measure) {
    plan::Target target;
    target.id = plan::TargetId{"1.1.1-1"};
    target.activity = plan::ActivityId{"1.1.1"};
    target.statement = std::string{"a target"};
    target.measure = measure;
    target.rollup = plan::default_rollup(measure);
    target.due = plan::DueDate{"2026-12-31", make_day(2026, 12, 31)};
    if (measure == Measure::milestone)
        return target;
    target.value = base::Decimal{measure == Measure::count_per_year ? 4 : 80};
    const bool is_percent =
        measure == Measure::share || measure == Measure::survey_share || measure == Measure::each;
    target.unit = std::string{is_percent ? "percent" : "things"};
    target.baseline = base::Decimal{0};
    target.population = std::string{"firms"};
    target.question = std::string{"better?"};
    return target;
}

void open(plan::Target& target, plan::Activity& activity, const std::string& field) {
    if (field == "value")
        target.value = plan::Stated<base::Decimal>::open();
    else if (field == "unit")
        target.unit = plan::Stated<std::string>::open();
    else if (field == "baseline")
        target.baseline = plan::Stated<base::Decimal>::open();
    else if (field == "due")
        target.due = plan::Stated<plan::DueDate>::open();
    else if (field == "population")
        target.population = plan::Stated<std::string>::open();
    else if (field == "question")
        target.question = plan::Stated<std::string>::open();
    else if (field == "measure")
        target.measure = plan::Stated<Measure>::open();
    else if (field == "statement")
        target.statement = plan::Stated<std::string>::open();
    else if (field == "verification")
        target.verification = plan::Stated<std::string>::open();
    else if (field == "lead")
        activity.lead = plan::Stated<plan::InstitutionId>::open();
    else
        ASSERT_EQ(field, "nothing");
}

Status judged(const Row& row) {
    plan::Plan plan;
    plan.from = make_day(2023, 1, 1);
    plan.until = make_day(2027, 12, 31);
    plan::Activity activity;
    activity.code = plan::ActivityId{"1.1.1"};
    activity.lead = plan::InstitutionId{"lead"};
    const Measure measure = *plan::parse_word<Measure>(row.measure);
    plan::Target target = target_of(measure);
    open(target, activity, row.open);
    TargetInput input{plan, activity, target, nullptr, nullptr, {}, {}, make_day(2024, 4, 20)};
    if (row.situation != "not asked")
        input.calendar = progress::calendar_of(plan, target, make_day(2024, 1, 1));
    if (row.situation == "asked, silent")
        input.as_of = make_day(2024, 5, 1);
    const bool reported = row.situation.starts_with("reported") || row.situation == "verified";
    if (reported) {
        progress::Duty duty{base::Period::parse("2024-Q1").value(), {}};
        progress::Submission submission;
        submission.on = duty.period.last_day();
        const bool reached = row.situation == "reported reached" || row.situation == "verified";
        if (measure == Measure::milestone)
            submission.claim.done = reached;
        else
            submission.claim.value = base::Decimal{reached ? 80 : 1};
        duty.record.latest = submission;
        duty.record.state = progress::DutyState::submitted;
        if (row.situation == "verified") {
            duty.record.verified = submission;
            duty.record.verified_grade = progress::Grade::b;
            duty.record.state = progress::DutyState::verified;
        }
        input.duties.push_back(duty);
    }
    return assess(input).status;
}

TEST(StatusMethod, TheRuleDoesWhatItsTableSays) {
    const auto table = rows();
    ASSERT_GE(table.size(), 60u);
    for (const Row& row : table) {
        ASSERT_TRUE(plan::parse_word<Measure>(row.measure))
            << "docs/methods/status.md:" << row.line;
        EXPECT_EQ(label(judged(row)), row.expected)
            << "docs/methods/status.md:" << row.line << ": " << row.measure << ", " << row.open
            << " open, " << row.situation;
    }
}

// Every measure stands in the table with every field that may be open.
TEST(StatusMethod, TheTableHasEveryMeasureAndEveryOpenField) {
    std::map<std::string, std::map<std::string, int>> seen;
    for (const Row& row : rows())
        ++seen[row.measure][row.open];
    for (const char* measure :
         {"milestone", "count", "count_per_year", "share", "each", "survey_share", "level"}) {
        for (const char* field : {"nothing", "due", "lead", "verification", "statement"})
            EXPECT_GT(seen[measure][field], 0) << measure << " " << field;
    }
    for (const char* measure :
         {"count", "count_per_year", "share", "each", "survey_share", "level"}) {
        for (const char* field : {"value", "unit", "baseline"})
            EXPECT_GT(seen[measure][field], 0) << measure << " " << field;
    }
    for (const char* measure : {"share", "each", "survey_share"})
        EXPECT_GT(seen[measure]["population"], 0) << measure;
    EXPECT_GT(seen["survey_share"]["question"], 0);
}

}  // namespace
}  // namespace status
