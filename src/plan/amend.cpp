#include "plan/amend.h"

#include "base/text.h"
#include "plan/fields.h"
#include "plan/json.h"
#include "plan/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::Result;

/// Applies the fields of one amendment and gathers what is wrong with them.
class Amender {
  public:
    Amender(Plan plan, std::string path) : plan_(std::move(plan)), path_(std::move(path)) {}

    void amend(const Amendment& amendment);
    Result<Plan> finish();

  private:
    void amend_target(Activity& activity, Target& target, const Json& changes);
    void amend_activity(Activity& activity, const Json& changes);
    void amend_outcome(Outcome& outcome, const Json& changes);
    void amend_council(Council& council, const Json& changes);
    void amend_institution(Institution& institution, const Json& changes);
    void amend_steps(Activity& activity, const Json& value);
    void amend_path(Target& target, const Json& value);
    void amend_support(Activity& activity, const Json& value);
    void add_targets(Activity& activity, const Json& value);
    void add_target(Activity& activity, const Json& item, const std::string& where);

    void fail(ErrorCode code, const std::string& where, std::string message) {
        errors_.push_back({code, std::move(message), path_ + where});
    }
    /// Rules break at the fields that were changed; a rule about another field is one of the whole.
    void report(const std::vector<Fault>& faults, const Json& changes, const std::string& subject);
    void unknown_field(const std::string& field, const std::vector<std::string>& allowed) {
        fail(ErrorCode::invalid_amendment, ".changes." + field,
             fmt::format("the field {}; allowed are {}",
                         quoted_with_guess(field, allowed, " cannot be amended here"),
                         fmt::join(allowed, ", ")));
    }

    /// The text of a value; numbers may be JSON numbers.
    std::optional<std::string> text_of(const std::string& where, const Json& value) {
        if (const auto* text = value.string())
            return *text;
        if (value.integer() != nullptr || value.real() != nullptr)
            return value.text();
        fail(ErrorCode::invalid_amendment, where,
             fmt::format("expected a text or a number, found {}", value.type_name()));
        return std::nullopt;
    }
    template <typename T, typename Parse>
    void set(Stated<T>& field, const std::string& key, const Json& value, const Parse& parse) {
        if (value.is_null()) {
            field = {};
            return;
        }
        const auto text = text_of(".changes." + key, value);
        if (text && *text == "open")
            field = Stated<T>::open();
        else if (text)
            assign(field, key, *text, parse);
    }
    template <typename T, typename Parse>
    void set(std::optional<T>& field, const std::string& key, const Json& value,
             const Parse& parse) {
        if (value.is_null()) {
            field.reset();
            return;
        }
        if (const auto text = text_of(".changes." + key, value))
            assign(field, key, *text, parse);
    }
    template <typename Field, typename Parse>
    void assign(Field& field, const std::string& key, const std::string& text, const Parse& parse) {
        auto parsed = parse(text);
        if (parsed)
            field = Field{std::move(parsed).value()};
        else
            fail(parsed.error().code, ".changes." + key, parsed.error().message);
    }
    void set_note(std::string& note, const Json& value) {
        if (value.is_null())
            note.clear();
        else if (const auto text = text_of(".changes.note", value))
            note = *text;
    }
    auto due_parser() const {
        return [this](const std::string& text) { return parse_due(text, plan_.fiscal_year); };
    }
    auto institution_parser() const {
        return [this](const std::string& text) { return resolve_institution(plan_, text); };
    }

    Plan plan_;
    std::string path_;
    std::vector<Error> errors_;
};

Result<std::string> parse_quorum(const std::string& text, std::size_t seats) {
    if (seats_needed(text, static_cast<int>(seats)))
        return text;
    return Error{
        ErrorCode::invalid_amendment,
        fmt::format("expected a number of seats up to {}, \"half of the seats\", \"more "
                    "than half of the seats\" or \"two thirds of the seats\", found \"{}\"",
                    seats, text),
        ""};
}

Result<std::string> parse_term(const std::string& text) {
    if (term_months(text))
        return text;
    return Error{ErrorCode::invalid_amendment,
                 fmt::format("expected a number of years or months such as \"two years\", found "
                             "\"{}\"",
                             text),
                 ""};
}

Result<std::string> plain_text(const std::string& text) {
    if (!base::is_blank(text))
        return text;
    return Error{ErrorCode::field_missing, "the text must not be empty", ""};
}

void Amender::amend_path(Target& target, const Json& value) {
    target.path.clear();
    if (value.is_null())
        return;
    if (value.array_items() == nullptr) {
        fail(ErrorCode::invalid_amendment, ".changes.path",
             fmt::format("expected a list of {{\"at\",\"value\"}}, found {}", value.type_name()));
        return;
    }
    std::size_t index = 0;
    for (const auto& item : *value.array_items()) {
        base::FieldReader reader{item, fmt::format("{}.changes.path[{}]", path_, index++)};
        const auto at = reader.string("at");
        const auto number = reader.optional_decimal("value");
        if (!number && item.members() != nullptr && item.find("value") == nullptr)
            reader.fail(ErrorCode::field_missing, "value", "an interim target needs a value");
        const auto due = parse_due(at, plan_.fiscal_year);
        if (!due && !at.empty())
            reader.fail(due.error().code, "at", due.error().message);
        if (auto done = reader.finish(); !done)
            errors_.push_back(done.error());
        else if (due && number)
            target.path.push_back({*due, *number});
    }
}

void Amender::amend_target(Activity& activity, Target& target, const Json& changes) {
    const std::vector<std::string> allowed{"due",          "value",    "baseline",  "path",
                                           "verification", "verifier", "frequency", "population",
                                           "question",     "unit",     "measure",   "note"};
    for (const auto& [key, value] : *changes.members()) {
        if (key == "due")
            set(target.due, key, value, due_parser());
        else if (key == "value")
            set(target.value, key, value, parse_number);
        else if (key == "baseline")
            set(target.baseline, key, value, parse_number);
        else if (key == "path")
            amend_path(target, value);
        else if (key == "verification")
            set(target.verification, key, value, plain_text);
        else if (key == "verifier")
            set(target.verifier, key, value, institution_parser());
        else if (key == "frequency")
            set(target.frequency, key, value, parse_choice<ReportingFrequency>);
        else if (key == "population")
            set(target.population, key, value, plain_text);
        else if (key == "question")
            set(target.question, key, value, plain_text);
        else if (key == "unit")
            set(target.unit, key, value, plain_text);
        else if (key == "measure") {
            set(target.measure, key, value, parse_choice<Measure>);
            if (target.measure.is_stated())
                target.rollup = default_rollup(*target.measure);
        } else if (key == "note")
            set_note(target.note, value);
        else
            unknown_field(key, allowed);
    }
    if (errors_.empty())
        report(check_target(plan_, activity, target), changes, target.id.text());
}

void Amender::amend_support(Activity& activity, const Json& value) {
    activity.support.clear();
    activity.support_is_open = value.string() != nullptr && *value.string() == "open";
    if (activity.support_is_open || value.is_null())
        return;
    if (value.array_items() == nullptr) {
        fail(ErrorCode::invalid_amendment, ".changes.support",
             fmt::format("expected a list of institutions, found {}", value.type_name()));
        return;
    }
    std::size_t index = 0;
    for (const auto& item : *value.array_items()) {
        const auto where = fmt::format(".changes.support[{}]", index++);
        const auto name = text_of(where, item);
        if (!name)
            continue;
        auto found = resolve_institution(plan_, *name);
        if (found)
            activity.support.push_back(*found);
        else
            fail(found.error().code, where, found.error().message);
    }
}

void Amender::amend_steps(Activity& activity, const Json& value) {
    activity.steps.clear();
    if (value.is_null())
        return;
    if (value.array_items() == nullptr) {
        fail(ErrorCode::invalid_amendment, ".changes.steps",
             fmt::format("expected a list of {{\"title\",\"from\",\"until\"}}, found {}",
                         value.type_name()));
        return;
    }
    std::size_t index = 0;
    for (const auto& item : *value.array_items()) {
        base::FieldReader reader{item, fmt::format("{}.changes.steps[{}]", path_, index++)};
        Step step;
        step.title = reader.string("title");
        for (const auto& [key, day] : {std::pair{"from", &step.from}, {"until", &step.until}}) {
            const auto text = reader.string(key);
            const auto parsed = parse_calendar_day(text);
            if (parsed)
                *day = *parsed;
            else if (!text.empty())
                reader.fail(parsed.error().code, key, parsed.error().message);
            if (parsed && (*parsed < plan_.from || plan_.until < *parsed))
                reader.fail(ErrorCode::outside_horizon, key,
                            fmt::format("{} lies outside the horizon from {} to {}", text,
                                        base::to_string(plan_.from), base::to_string(plan_.until)));
        }
        if (auto done = reader.finish(); !done)
            errors_.push_back(done.error());
        else
            activity.steps.push_back(std::move(step));
    }
}

// Targets that the printed plan left open: a code and a statement, and the fields that an amendment
// of a target may set.
void Amender::add_targets(Activity& activity, const Json& value) {
    if (value.array_items() == nullptr) {
        fail(ErrorCode::invalid_amendment, ".changes.targets",
             fmt::format("expected a list of {{\"id\",\"statement\",\"measure\",...}}, found {}",
                         value.type_name()));
        return;
    }
    std::size_t index = 0;
    for (const auto& item : *value.array_items())
        add_target(activity, item, fmt::format(".changes.targets[{}]", index++));
    if (errors_.empty())
        activity.targets_are_open = false;
}

void Amender::add_target(Activity& activity, const Json& item, const std::string& where) {
    Target target;
    Json rest = Json::object();
    if (item.members() == nullptr) {
        fail(ErrorCode::invalid_amendment, where,
             fmt::format("expected a target, found {}", item.type_name()));
        return;
    }
    for (const auto& [key, value] : *item.members()) {
        const auto text = value.string() != nullptr ? *value.string() : std::string{};
        if (key == "id")
            target.id = TargetId{text};
        else if (key == "statement")
            set(target.statement, "targets", value, plain_text);
        else
            rest.set(key, value);
    }
    target.activity = activity.code;
    const bool is_inside = target.id.text().starts_with(activity.code.text() + "-");
    if (!is_inside)
        fail(ErrorCode::code_outside_parent, where + ".id",
             fmt::format("expected a code that begins with \"{}-\", found \"{}\"",
                         activity.code.text(), target.id.text()));
    else if (plan_.find_target(target.id) != nullptr || plan_.find_outcome(target.id) != nullptr)
        fail(ErrorCode::duplicate_code, where + ".id",
             fmt::format("{} is a target already", target.id.text()));
    if (!target.statement.is_stated())
        fail(ErrorCode::field_missing, where + ".statement", "a target says what is promised");
    if (rest.find("measure") == nullptr)
        fail(ErrorCode::field_missing, where + ".measure", "a target says how it is measured");
    if (!errors_.empty())
        return;
    target.due = target.due.is_absent() ? Stated<DueDate>::open() : target.due;
    target.verification = Stated<std::string>::open();
    target.note = "Added by decision of the council.";
    activity.targets.push_back(std::move(target));
    amend_target(activity, activity.targets.back(), rest);
}

void Amender::amend_activity(Activity& activity, const Json& changes) {
    const std::vector<std::string> allowed{"lead", "support",  "period",  "steps",
                                           "kind", "priority", "targets", "note"};
    for (const auto& [key, value] : *changes.members()) {
        if (key == "lead")
            set(activity.lead, key, value, institution_parser());
        else if (key == "support")
            amend_support(activity, value);
        else if (key == "period")
            set(activity.period, key, value,
                [&](const std::string& text) { return parse_span(text, plan_.fiscal_year); });
        else if (key == "steps")
            amend_steps(activity, value);
        else if (key == "kind")
            set(activity.kind, key, value, parse_choice<ActivityKind>);
        else if (key == "priority")
            set(activity.priority, key, value,
                [](const std::string& text) { return parse_whole(text, 1, 3); });
        else if (key == "targets")
            add_targets(activity, value);
        else if (key == "note")
            set_note(activity.note, value);
        else
            unknown_field(key, allowed);
    }
    if (!errors_.empty())
        return;
    report(check_activity(plan_, activity), changes, activity.code.text());
    for (const auto& target : activity.targets)
        report(check_target(plan_, activity, target), changes, target.id.text());
}

void Amender::amend_outcome(Outcome& outcome, const Json& changes) {
    const std::vector<std::string> allowed{"due", "value", "baseline", "period", "note"};
    for (const auto& [key, value] : *changes.members()) {
        if (key == "due")
            set(outcome.due, key, value, due_parser());
        else if (key == "value")
            set(outcome.value, key, value, parse_number);
        else if (key == "baseline")
            set(outcome.baseline, key, value, parse_number);
        else if (key == "period")
            set(outcome.period, key, value,
                [&](const std::string& text) { return parse_period(text, plan_.fiscal_year); });
        else if (key == "note")
            set_note(outcome.note, value);
        else
            unknown_field(key, allowed);
    }
    if (errors_.empty())
        report(check_outcome(plan_, outcome), changes, outcome.id.text());
}

void Amender::amend_council(Council& council, const Json& changes) {
    const std::vector<std::string> allowed{
        "chair", "quorum", "term", "secretariat", "meetings_per_year", "note"};
    for (const auto& [key, value] : *changes.members()) {
        if (key == "chair")
            set(council.chair, key, value, plain_text);
        else if (key == "quorum")
            set(council.quorum, key, value,
                [&](const std::string& text) { return parse_quorum(text, council.seats.size()); });
        else if (key == "term")
            set(council.term, key, value, parse_term);
        else if (key == "secretariat")
            set(council.secretariat, key, value, institution_parser());
        else if (key == "meetings_per_year")
            set(council.meetings_per_year, key, value,
                [](const std::string& text) { return parse_whole(text, 1, 366); });
        else if (key == "note")
            set_note(council.note, value);
        else
            unknown_field(key, allowed);
    }
}

void Amender::amend_institution(Institution& institution, const Json& changes) {
    const std::vector<std::string> allowed{"type", "resources", "capacity", "influence", "note"};
    const auto rating = [](const std::string& text) { return parse_whole(text, 1, 3); };
    for (const auto& [key, value] : *changes.members()) {
        if (key == "type")
            set(institution.type, key, value, plain_text);
        else if (key == "resources")
            set(institution.resources, key, value, rating);
        else if (key == "capacity")
            set(institution.capacity, key, value, rating);
        else if (key == "influence")
            set(institution.influence, key, value, rating);
        else if (key == "note")
            set_note(institution.note, value);
        else
            unknown_field(key, allowed);
    }
}

void Amender::report(const std::vector<Fault>& faults, const Json& changes,
                     const std::string& subject) {
    for (const auto& fault : faults) {
        if (base::info(fault.code).id.starts_with('W'))
            continue;
        const auto dot = fault.field.find('.');
        const auto key = fault.field.substr(0, dot);
        std::string where = ".changes";
        if (changes.find(key) != nullptr) {
            where += '.' + key;
            if (dot != std::string::npos)
                where += fmt::format("[{}]", fault.field.substr(dot + 1));
        }
        fail(fault.code, where, fmt::format("{}: {}", subject, fault.message));
    }
}

void Amender::amend(const Amendment& amendment) {
    if (amendment.changes.members() == nullptr || amendment.changes.members()->empty()) {
        fail(ErrorCode::invalid_amendment, ".changes", "an amendment changes at least one field");
        return;
    }
    for (auto& activity : plan_.activities) {
        if (activity.code.text() == amendment.subject)
            return amend_activity(activity, amendment.changes);
        for (auto& target : activity.targets) {
            if (target.id.text() == amendment.subject)
                return amend_target(activity, target, amendment.changes);
        }
    }
    for (auto& outcome : plan_.outcomes) {
        if (outcome.id.text() == amendment.subject)
            return amend_outcome(outcome, amendment.changes);
    }
    if (amendment.subject == "council")
        return amend_council(plan_.council, amendment.changes);
    for (auto& institution : plan_.institutions) {
        if (institution.code.text() == amendment.subject)
            return amend_institution(institution, amendment.changes);
    }
    fail(ErrorCode::invalid_amendment, ".subject",
         fmt::format("expected a target, an activity, an outcome or an institution of the plan, or "
                     "\"council\", found \"{}\"",
                     amendment.subject));
}

Result<Plan> Amender::finish() {
    if (errors_.empty())
        return std::move(plan_);
    return base::all_in_one(std::move(errors_));
}

}  // namespace

Result<Amendment> parse_amendment(const Plan& current, const Json& body, std::string_view path) {
    base::FieldReader reader{body, std::string{path}};
    Amendment amendment;
    amendment.subject = reader.string("subject");
    const auto* changes = reader.optional_object("changes");
    if (changes == nullptr)
        reader.fail(ErrorCode::invalid_amendment, "changes",
                    "an amendment changes at least one field");
    TRY(reader.finish());
    amendment.changes = *changes;
    Amender amender{current, std::string{path}};
    amender.amend(amendment);
    TRY(amender.finish());
    return amendment;
}

Json to_json(const Amendment& amendment) {
    return Json::object({{"subject", amendment.subject}, {"changes", amendment.changes}});
}

Result<Plan> apply(Plan current, const Amendment& amendment) {
    Amender amender{std::move(current), "amendment"};
    amender.amend(amendment);
    return amender.finish();
}

}  // namespace plan
