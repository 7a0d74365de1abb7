#include "base/text.h"
#include "plan/compiler.h"
#include "plan/countries.h"

#include <fmt/format.h>

#include <algorithm>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

// Beyond these numbers a plan is not one that people run, and checks that compare all with all
// would take too long.
constexpr std::size_t activities_max = 2000;
constexpr std::size_t targets_max = 20000;

Result<std::string> parse_country(const std::string& text) {
    if (is_country(text))
        return text;
    return Error{ErrorCode::invalid_word,
                 fmt::format("expected the code of a country in ISO 3166-1, three capitals such as "
                             "PAK, found \"{}\"",
                             text),
                 ""};
}

Result<base::Currency> parse_currency(const std::string& text) {
    auto currency = base::Currency::parse(text);
    if (currency.ok())
        return currency;
    return Error{ErrorCode::invalid_word, currency.error().message, ""};
}

Result<base::UtcOffset> parse_offset(const std::string& text) {
    auto offset = base::UtcOffset::parse(text);
    if (offset)
        return offset;
    return Error{ErrorCode::invalid_time,
                 fmt::format("expected a distance from UTC such as +05:00, found \"{}\"", text),
                 ""};
}

auto whole_between(int least, int most) {
    return [least, most](const std::string& text) { return parse_whole(text, least, most); };
}

}  // namespace

void Compiler::compile_strategy(ItemReader& root) {
    root.require("strategy");
    const Node* node = root.mapping("strategy");
    // Without a horizon nothing could be inside it, so a strategy that cannot be read has a wide
    // one.
    plan_.from = base::make_day(1900, 1, 1);
    plan_.until = base::make_day(2999, 12, 31);
    plan_.fiscal_year = {7};
    if (node == nullptr)
        return;
    ItemReader reader{*node, findings_, "a strategy"};
    plan_.code = reader.text("code");
    if (!plan_.code.empty() && !is_word_code(plan_.code))
        reader.fail("code", ErrorCode::invalid_code,
                    fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"",
                                plan_.code));
    plan_.title = reader.text("title");
    plan_.country =
        reader.required<std::string>("country", parse_country, country_hint).value_or("");
    const auto from = reader.required<base::Day>("from", parse_calendar_day);
    const auto until = reader.required<base::Day>("until", parse_calendar_day);
    if (from && until && *until < *from)
        reader.fail("until", ErrorCode::dates_wrong_way,
                    fmt::format("the strategy ends on {}, before it begins on {}",
                                base::to_string(*until), base::to_string(*from)));
    else if (from && until) {
        plan_.from = *from;
        plan_.until = *until;
    }
    plan_.utc_offset = reader.required<base::UtcOffset>("utc_offset", parse_offset, offset_hint)
                           .value_or(base::UtcOffset{});
    plan_.fiscal_year = {
        reader.optional<int>("fiscal_year_start", whole_between(1, 12), whole_hint).value_or(1)};
    plan_.currency = reader.optional<base::Currency>("currency", parse_currency, currency_hint);
    is_fiscal_year_known_ = !reader.is_reported("fiscal_year_start");
    plan_.vision = reader.optional_text("vision");
    plan_.source = reader.optional_text("source");
    check_document(reader, "source", plan_.source);
    plan_.note = reader.optional_text("note");
    plan_.is_exercise = reader.optional<bool>("exercise", parse_flag).value_or(false);
    reader.finish();
}

void Compiler::compile_reporting(ItemReader& root) {
    const Node* node = root.mapping("reporting");
    if (node == nullptr)
        return;
    ItemReader reader{*node, findings_, "reporting"};
    plan_.frequency =
        reader.optional<ReportingFrequency>("frequency", parse_choice<ReportingFrequency>)
            .value_or(ReportingFrequency::quarterly);
    plan_.grace_days =
        reader.optional<int>("grace_days", whole_between(0, 366), whole_hint).value_or(30);
    reader.finish();
}

void Compiler::compile_objectives(ItemReader& parent, const ObjectiveId* parent_code) {
    const bool is_strategic = parent_code == nullptr;
    parent.require("objectives");
    for (const auto* node : parent.items("objectives")) {
        ItemReader reader{*node, findings_,
                          is_strategic ? "a strategic objective" : "an operational objective"};
        Objective objective;
        objective.code = ObjectiveId{reader.text("code")};
        objective.title = reader.text("title");
        objective.note = reader.optional_text("note");
        objective.mark = node->mark;
        if (!is_strategic)
            objective.parent = *parent_code;
        const auto& code = objective.code.text();
        if (is_new_code(reader, "code", "objective", code)) {
            if (!is_numbered_code(code, is_strategic ? 1 : 2))
                fail_code(reader, "code", "objective",
                          fmt::format("expected a code such as {}, found \"{}\"",
                                      is_strategic ? "1" : "1.2", code));
            else if (!is_strategic && !parent.is_reported("code") &&
                     !code.starts_with(parent_code->text() + '.'))
                reader.fail(
                    "code", ErrorCode::code_outside_parent,
                    fmt::format(
                        "the code \"{}\" does not begin with \"{}.\", the objective it stands in",
                        code, parent_code->text()));
        }
        plan_.objectives.push_back(objective);
        if (is_strategic) {
            compile_objectives(reader, &objective.code);
        } else {
            reader.require("activities");
            for (const auto* activity : reader.items("activities"))
                compile_activity(*activity, objective.code, !reader.is_reported("code"));
        }
        reader.finish();
    }
}

void Compiler::compile_lead(ItemReader& reader, Activity& activity) {
    const auto* entry = reader.node().find("lead");
    if (entry != nullptr && entry->value.kind == Node::Kind::sequence) {
        reader.ignore("lead");
        reader.fail("lead", ErrorCode::one_lead,
                    fmt::format("an activity has exactly one lead; found a list of {}",
                                entry->value.items.size()));
        return;
    }
    activity.lead = reader.stated<InstitutionId>(
        "lead", [&](const std::string& text) { return institution(text); });
}

void Compiler::compile_support(ItemReader& reader, Activity& activity) {
    reader.require("support");
    const auto* entry = reader.node().find("support");
    if (entry != nullptr && entry->value.kind == Node::Kind::scalar &&
        ItemReader::is_open(entry->value)) {
        reader.ignore("support");
        activity.support_is_open = true;
        return;
    }
    for (const auto* word : reader.words("support")) {
        const auto found = institution(word->text);
        if (found)
            activity.support.push_back(*found);
        else
            reader.fail("support", *word, found.error());
    }
}

void Compiler::compile_activity(const Node& node, const ObjectiveId& objective, bool is_sound) {
    ItemReader reader{node, findings_, "an activity"};
    if (plan_.activities.size() >= activities_max) {
        reader.fail("code", ErrorCode::yaml_too_large,
                    fmt::format("a plan has at most {} activities", activities_max));
        return;
    }
    Activity activity;
    activity.code = ActivityId{reader.text("code")};
    activity.objective = objective;
    const auto& code = activity.code.text();
    if (is_new_code(reader, "code", "activity", code)) {
        if (!is_numbered_code(code, 3))
            fail_code(reader, "code", "activity",
                      fmt::format("expected a code such as 1.2.3, found \"{}\"", code));
        else if (is_sound && !code.starts_with(objective.text() + '.'))
            reader.fail(
                "code", ErrorCode::code_outside_parent,
                fmt::format(
                    "the code \"{}\" does not begin with \"{}.\", the objective it stands in", code,
                    objective.text()));
    }
    activity.title = reader.text("title");
    activity.description = reader.optional_text("description");
    activity.kind = reader.stated<ActivityKind>("kind", parse_choice<ActivityKind>);
    activity.priority = reader.stated<int>("priority", whole_between(1, 3), whole_hint);
    activity.period = reader.stated<Span>(
        "period", [&](const std::string& text) { return parse_span(text, plan_.fiscal_year); },
        span_hint);
    compile_lead(reader, activity);
    compile_support(reader, activity);
    activity.depends = activity_list(reader, "depends");
    activity.note = reader.optional_text("note");
    activity.mark = node.mark;
    plan_.activities.push_back(std::move(activity));
    const std::size_t index = plan_.activities.size() - 1;
    reader.require("targets");
    const auto* targets = node.find("targets");
    if (targets != nullptr && targets->value.kind == Node::Kind::scalar &&
        ItemReader::is_open(targets->value)) {
        reader.ignore("targets");
        plan_.activities[index].targets_are_open = true;
    } else {
        const auto items = reader.items("targets");
        if (targets != nullptr && items.empty() && !reader.is_reported("targets"))
            reader.fail("targets", ErrorCode::field_missing,
                        "an activity has at least one target, or its targets are open");
        for (const auto* target : items)
            compile_target(*target, index, !reader.is_reported("code"));
    }
    reader.finish();
    activity_readers_.push_back(std::move(reader));
}

void Compiler::compile_path(ItemReader& reader, Target& target) {
    const Node* node = reader.mapping("path");
    if (node == nullptr)
        return;
    for (const auto& [key, value] : node->entries) {
        if (value.kind == Node::Kind::faulty)
            continue;
        const auto at = parse_due(key.text, plan_.fiscal_year);
        const auto number = parse_number(value.text);
        if (!at)
            reader.fail("path", key, at.error());
        if (!number)
            reader.fail("path", value, number.error());
        if (at && number)
            target.path.push_back({*at, *number});
    }
}

void Compiler::compile_target(const Node& node, std::size_t activity_index, bool is_sound) {
    ItemReader reader{node, findings_, "a target"};
    auto& activity = plan_.activities[activity_index];
    Target target;
    target.activity = activity.code;
    target.id = TargetId{reader.text("id")};
    const auto& id = target.id.text();
    if (is_new_code(reader, "id", "target", id)) {
        if (!is_target_id(id))
            reader.fail("id", ErrorCode::invalid_code,
                        fmt::format("expected an id such as 1.2.3-1, found \"{}\"", id));
        else if (is_sound && !id.starts_with(activity.code.text() + '-'))
            reader.fail(
                "id", ErrorCode::code_outside_parent,
                fmt::format("the id \"{}\" does not begin with \"{}-\", the activity it stands in",
                            id, activity.code.text()));
    }
    const auto due = [&](const std::string& text) { return parse_due(text, plan_.fiscal_year); };
    target.statement = reader.stated_text("statement");
    target.measure = reader.stated<Measure>("measure", parse_choice<Measure>);
    target.value = reader.stated<base::Decimal>("value", parse_number);
    target.bound = reader.optional<Bound>("bound", parse_choice<Bound>).value_or(Bound::at_least);
    target.unit = reader.stated_text("unit");
    target.baseline = reader.stated<base::Decimal>("baseline", parse_number);
    const auto direction = reader.stated<Direction>("direction", parse_choice<Direction>);
    target.direction = direction.value().value_or(Direction::up);
    target.due = reader.stated<DueDate>("due", due);
    compile_path(reader, target);
    target.verification = reader.stated_text("verification");
    target.verifier = reader.optional<InstitutionId>(
        "verifier", [&](const std::string& text) { return institution(text); });
    target.frequency =
        reader.optional<ReportingFrequency>("frequency", parse_choice<ReportingFrequency>);
    target.population = reader.stated_text("population");
    target.question = reader.stated_text("question");
    target.breakdowns = reader.texts("breakdowns");
    const auto usual = target.measure.is_stated() ? default_rollup(*target.measure) : RollUp::none;
    target.rollup = reader.optional<RollUp>("rollup", parse_choice<RollUp>).value_or(usual);
    target.note = reader.optional_text("note");
    target.mark = node.mark;
    reader.finish();
    if (target_readers_.size() >= targets_max)
        return;
    activity.targets.push_back(std::move(target));
    target_readers_.push_back({activity_index, activity.targets.size() - 1, std::move(reader)});
}

void Compiler::compile_outcomes(ItemReader& root) {
    for (const auto* node : root.items("outcomes"))
        compile_outcome(*node);
}

void Compiler::compile_outcome(const Node& node) {
    ItemReader reader{node, findings_, "an outcome"};
    Outcome outcome;
    outcome.id = TargetId{reader.text("id")};
    if (is_new_code(reader, "id", "target", outcome.id.text()) && !is_word_code(outcome.id.text()))
        reader.fail("id", ErrorCode::invalid_code,
                    fmt::format("expected lower-case letters, digits and hyphens, found \"{}\"",
                                outcome.id.text()));
    outcome.statement = reader.text("statement");
    outcome.measure =
        reader.required<Measure>("measure", parse_choice<Measure>).value_or(Measure::level);
    outcome.indicator = IndicatorId{reader.text("indicator")};
    if (!outcome.indicator.empty() && !plan_.find(outcome.indicator) &&
        !is_damaged("indicators.yaml") && are_known("indicator")) {
        std::vector<std::string> known;
        for (const auto& indicator : plan_.indicators)
            known.push_back(indicator.code.text());
        reader.fail("indicator", ErrorCode::unknown_indicator,
                    fmt::format("the indicator {}", quoted_with_guess(outcome.indicator.text(),
                                                                      known, " is not known")));
    }
    outcome.period = reader.stated<base::Period>(
        "period", [&](const std::string& text) { return parse_period(text, plan_.fiscal_year); },
        period_hint);
    outcome.value = reader.stated<base::Decimal>("value", parse_number);
    outcome.bound = reader.optional<Bound>("bound", parse_choice<Bound>).value_or(Bound::at_least);
    outcome.unit = reader.stated_text("unit");
    outcome.baseline = reader.stated<base::Decimal>("baseline", parse_number);
    outcome.direction = reader.stated<Direction>("direction", parse_choice<Direction>)
                            .value()
                            .value_or(Direction::up);
    outcome.due = reader.stated<DueDate>(
        "due", [&](const std::string& text) { return parse_due(text, plan_.fiscal_year); });
    outcome.origin =
        reader.required<Origin>("origin", parse_choice<Origin>).value_or(Origin::target);
    outcome.origin_source = reader.text("origin_source");
    if (outcome.origin_source != "own")
        check_document(reader, "origin_source", outcome.origin_source);
    outcome.scope = reader.text("scope");
    if (const auto code = reader.optional_text("objective"); !code.empty()) {
        outcome.objective = ObjectiveId{code};
        objective_references_.emplace_back(reader, code);
    }
    outcome.note = reader.optional_text("note");
    outcome.mark = node.mark;
    reader.finish();
    plan_.outcomes.push_back(std::move(outcome));
    outcome_readers_.push_back(std::move(reader));
}

void Compiler::compile_constraints(ItemReader& root) {
    for (const auto* node : root.items("constraints")) {
        ItemReader reader{*node, findings_, "a constraint"};
        Constraint constraint;
        constraint.code = reader.text("code");
        is_new_code(reader, "code", "constraint", constraint.code);
        constraint.level =
            reader
                .required<std::string>("level",
                                       [](const std::string& text) -> Result<std::string> {
                                           const std::vector<std::string> levels{
                                               "firm", "business environment", "market access"};
                                           if (std::ranges::find(levels, text) != levels.end())
                                               return text;
                                           return wrong_word(text, levels);
                                       })
                .value_or("");
        constraint.title = reader.text("title");
        constraint.causes = reader.texts("causes");
        constraint.ease = reader.required<int>("ease", whole_between(1, 5), whole_hint).value_or(0);
        constraint.urgency =
            reader.required<int>("urgency", whole_between(1, 5), whole_hint).value_or(0);
        constraint.activities = activity_list(reader, "activities");
        constraint.cited = reader.texts("cited");
        constraint.note = reader.optional_text("note");
        reader.finish();
        plan_.constraints.push_back(std::move(constraint));
        constraint_readers_.emplace_back(std::move(reader), plan_.constraints.size() - 1);
    }
}

void Compiler::compile_foresight(ItemReader& root) {
    for (const auto* node : root.items("foresight")) {
        ItemReader reader{*node, findings_, "a foresight item"};
        Foresight item;
        item.code = reader.text("code");
        is_new_code(reader, "code", "foresight", item.code);
        item.group = reader.text("group");
        item.kind = reader.optional_text("kind");
        item.title = reader.text("title");
        item.activities = activity_list(reader, "activities");
        item.note = reader.optional_text("note");
        reader.finish();
        plan_.foresight.push_back(std::move(item));
    }
}

}  // namespace plan
