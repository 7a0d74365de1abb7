#include "plan/rules.h"

#include "base/text.h"
#include "plan/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plan {
namespace {

using base::Decimal;
using base::ErrorCode;

const Decimal zero{0};
const Decimal hundred{100};
const Decimal hhi_max{10000};

using Faults = std::vector<Fault>;

void missing(Faults& faults, std::string_view field, std::string_view what,
             ErrorCode code = ErrorCode::field_missing) {
    faults.push_back({code,
                      std::string{field},
                      fmt::format("the field \"{}\" is missing: {}", field, what),
                      {}});
}

bool is_percent_measure(Measure measure) {
    return measure == Measure::share || measure == Measure::each ||
           measure == Measure::survey_share || measure == Measure::growth;
}

void check_milestone(const Target& target, Faults& faults) {
    for (const auto& [field, is_there] :
         {std::pair{"value", !target.value.is_absent()}, {"unit", !target.unit.is_absent()}}) {
        if (is_there)
            faults.push_back({ErrorCode::milestone_with_value,
                              field,
                              fmt::format("a milestone is done or not done and has no {}", field),
                              {}});
    }
    if (!target.path.empty())
        faults.push_back({ErrorCode::path_without_value,
                          "path",
                          "a milestone has no value that interim targets could lead to",
                          {}});
}

/// The range a number of that measure lies in; says whether it does.
bool check_range(Measure measure, const Stated<std::string>& unit, const Decimal& number,
                 const std::string& field, Faults& faults) {
    bool is_inside = true;
    const auto wrong = [&](std::string_view expected) {
        is_inside = false;
        faults.push_back({ErrorCode::value_out_of_range,
                          field,
                          fmt::format("expected {}, found {}", expected, number.text()),
                          {}});
    };
    switch (measure) {
        case Measure::count:
        case Measure::count_per_year:
            if (number < zero || number.trimmed().scale() > 0)
                wrong("a whole number that is not negative");
            break;
        case Measure::share:
        case Measure::each:
        case Measure::survey_share:
            if (number < zero || hundred < number)
                wrong("a share from 0 to 100 percent");
            break;
        case Measure::concentration: {
            const bool is_index = unit.is_stated() && *unit == "index";
            if (number < zero || (is_index ? hhi_max : hundred) < number)
                wrong(is_index ? "an index from 0 to 10000" : "a share from 0 to 100 percent");
            break;
        }
        default:
            break;
    }
    return is_inside;
}

void check_unit(Measure measure, const Stated<std::string>& unit, Faults& faults) {
    if (!unit.is_stated())
        return;
    if (is_percent_measure(measure) && *unit != "percent")
        faults.push_back(
            {ErrorCode::wrong_unit,
             "unit",
             fmt::format("a {} is in percent; found the unit \"{}\"", word(measure), *unit),
             {}});
    if (measure == Measure::concentration && *unit != "percent" && *unit != "index")
        faults.push_back(
            {ErrorCode::wrong_unit,
             "unit",
             fmt::format("a concentration is in percent or an index; found \"{}\"", *unit),
             {}});
}

void check_horizon(const Plan& plan, base::Day day, const std::string& text,
                   const std::string& field, Faults& faults) {
    if (day >= plan.from && day <= plan.until)
        return;
    const auto end = base::to_string(day);
    faults.push_back({ErrorCode::outside_horizon,
                      field,
                      fmt::format("{}{} lies outside the horizon from {} to {}", text,
                                  text == end ? "" : fmt::format(" (until {})", end),
                                  base::to_string(plan.from), base::to_string(plan.until)),
                      {}});
}

/// Whether `a` has gone further than `b` in the direction of the target.
bool is_beyond(Direction direction, const Decimal& a, const Decimal& b) {
    return direction == Direction::up ? b < a : a < b;
}

void check_path_order(const Target& target, Faults& faults) {
    for (std::size_t i = 1; i < target.path.size(); ++i) {
        const auto& before = target.path[i - 1];
        const auto& here = target.path[i];
        const auto field = fmt::format("path.{}", i);
        if (here.at.day <= before.at.day)
            faults.push_back({ErrorCode::path_not_ascending,
                              field,
                              fmt::format("the interim target {} does not come after {}",
                                          here.at.text, before.at.text),
                              {}});
        else if (is_beyond(target.direction, before.value, here.value))
            faults.push_back(
                {ErrorCode::path_not_ascending,
                 field,
                 fmt::format("the interim target {} for {} goes back behind {} for {}",
                             here.value.text(), here.at.text, before.value.text(), before.at.text),
                 {}});
    }
}

void check_path_end(const Target& target, Faults& faults) {
    const auto field = fmt::format("path.{}", target.path.size() - 1);
    const auto& last = target.path.back();
    if (is_beyond(target.direction, last.value, *target.value)) {
        faults.push_back({ErrorCode::path_not_leading,
                          field,
                          fmt::format("the last interim target {} goes beyond the value {}",
                                      last.value.text(), target.value->text()),
                          {}});
        return;
    }
    if (!target.due.is_stated())
        return;
    if (target.due->day < last.at.day)
        faults.push_back({ErrorCode::path_not_leading,
                          field,
                          fmt::format("the last interim target is for {}, after the due date {}",
                                      last.at.text, target.due->text),
                          {}});
    else if (target.due->day == last.at.day && !(last.value == *target.value))
        faults.push_back({ErrorCode::path_not_leading,
                          field,
                          fmt::format("the interim target at the due date {} is {}, but the value "
                                      "is {}",
                                      last.at.text, last.value.text(), target.value->text()),
                          {}});
}

void check_path(const Plan& plan, const Target& target, Faults& faults) {
    if (target.path.empty())
        return;
    bool is_inside = true;
    const auto check_number = [&](const Decimal& number, const std::string& field, Faults& found) {
        if (target.measure.is_stated())
            is_inside =
                check_range(*target.measure, target.unit, number, field, found) && is_inside;
    };
    for (std::size_t i = 0; i < target.path.size(); ++i) {
        const auto field = fmt::format("path.{}", i);
        check_horizon(plan, target.path[i].at.day, target.path[i].at.text, field, faults);
        check_number(target.path[i].value, field, faults);
    }
    // Where a number cannot be, nothing follows from where it leads.
    if (is_inside)
        check_path_order(target, faults);
    Faults said_of_the_value;
    if (target.value.is_stated())
        check_number(*target.value, "value", said_of_the_value);
    if (target.value.is_stated() && is_inside)
        check_path_end(target, faults);
    else if (target.value.is_open())
        faults.push_back({ErrorCode::path_without_value,
                          "path",
                          "interim targets lead to a value, and this target states none",
                          {}});
}

void check_measured_target(const Target& target, Faults& faults) {
    const Measure measure = *target.measure;
    if (target.value.is_absent())
        missing(faults, "value",
                fmt::format("a {} needs the number that is to be reached", word(measure)));
    if (target.unit.is_absent())
        missing(faults, "unit", fmt::format("a {} needs a unit", word(measure)));
    if (target.unit.is_open() && target.value.is_stated())
        faults.push_back(
            {ErrorCode::field_never_open,
             "unit",
             "a value that is stated needs its unit; only an open value leaves it open",
             {}});
    check_unit(measure, target.unit, faults);
    if (target.value.is_stated())
        check_range(measure, target.unit, *target.value, "value", faults);
    if (target.baseline.is_stated())
        check_range(measure, target.unit, *target.baseline, "baseline", faults);
    const bool is_share =
        measure == Measure::share || measure == Measure::each || measure == Measure::survey_share;
    if (is_share && target.population.is_absent())
        missing(faults, "population", fmt::format("a {} is a share of something", word(measure)),
                ErrorCode::population_missing);
    if (measure == Measure::survey_share && target.question.is_absent())
        missing(faults, "question", "a survey target names the question that is asked",
                ErrorCode::question_missing);
}

void check_verifier(const Plan& plan, const Activity& activity, const Target& target,
                    Faults& faults) {
    if (!target.verifier)
        return;
    const bool leads = activity.lead.is_stated() && *activity.lead == *target.verifier;
    const bool supports =
        std::ranges::find(activity.support, *target.verifier) != activity.support.end();
    if (!leads && !supports)
        return;
    const auto* institution = plan.find(*target.verifier);
    faults.push_back({ErrorCode::verifier_not_independent,
                      "verifier",
                      fmt::format("{} {} {} and cannot verify its targets",
                                  institution ? institution->name : target.verifier->text(),
                                  leads ? "leads" : "supports", activity.code.text()),
                      {}});
}

/// The field of an open point as the subject of a sentence, with its verb.
std::string in_words(const std::string& field) {
    if (field == "due")
        return "due date is";
    if (field == "verification")
        return "means of verification is";
    if (field == "targets")
        return "targets are";
    return field + " is";
}

template <typename Visitor>
void visit_cycle(const Plan& plan, const Activity& activity, std::vector<const Activity*>& trail,
                 std::vector<const Activity*>& done, const Visitor& visitor) {
    trail.push_back(&activity);
    for (std::size_t i = 0; i < activity.depends.size(); ++i) {
        const auto* next = plan.find(activity.depends[i]);
        if (next == nullptr || next == &activity || std::ranges::find(done, next) != done.end())
            continue;
        const auto at = std::ranges::find(trail, next);
        if (at != trail.end())
            visitor(activity, i, std::vector<const Activity*>(at, trail.end()));
        else
            visit_cycle(plan, *next, trail, done, visitor);
    }
    trail.pop_back();
    done.push_back(&activity);
}

void check_prerequisites(const Plan& plan, const Activity& activity,
                         std::vector<ActivityFault>& faults) {
    const auto due = last_promised_day(activity);
    for (std::size_t i = 0; i < activity.depends.size(); ++i) {
        const auto* first = plan.find(activity.depends[i]);
        if (first == nullptr || first == &activity)
            continue;
        const auto field = fmt::format("depends.{}", i);
        const auto first_due = last_promised_day(*first);
        if (!first_due)
            faults.push_back(
                {activity.code,
                 {ErrorCode::prerequisite_undated,
                  field,
                  fmt::format("{} waits for {}, which has neither a period nor a due date{}",
                              activity.code.text(), first->code.text(),
                              due ? fmt::format(", but is itself due on {}", base::to_string(*due))
                                  : std::string{}),
                  {}}});
        else if (due && *due < *first_due)
            faults.push_back({activity.code,
                              {ErrorCode::prerequisite_later,
                               field,
                               fmt::format("{} is due on {}, before {} that it waits for ({})",
                                           activity.code.text(), base::to_string(*due),
                                           first->code.text(), base::to_string(*first_due)),
                               {}}});
    }
}

}  // namespace

std::optional<base::Day> last_promised_day(const Activity& activity) {
    std::optional<base::Day> last;
    for (const auto& target : activity.targets) {
        if (target.due.is_stated() && (!last || *last < target.due->day))
            last = target.due->day;
    }
    if (!last && activity.period.is_stated())
        last = activity.period->until;
    return last;
}

std::vector<Fault> check_target(const Plan& plan, const Activity& activity, const Target& target) {
    Faults faults;
    if (target.statement.is_absent())
        missing(faults, "statement", "say what is promised");
    if (target.measure.is_absent())
        missing(faults, "measure", "say how the target is measured");
    if (target.due.is_absent())
        missing(faults, "due", "say by when, or write open and say why in the note");
    if (target.verification.is_absent())
        missing(faults, "verification", "name the means of verification");
    if (target.due.is_stated())
        check_horizon(plan, target.due->day, target.due->text, "due", faults);
    if (target.measure.is_stated()) {
        const Measure measure = *target.measure;
        if (measure == Measure::growth || measure == Measure::concentration)
            faults.push_back(
                {ErrorCode::measure_not_here,
                 "measure",
                 fmt::format("{} is measured by a statistic; move this to outcomes", word(measure)),
                 {}});
        else if (measure == Measure::milestone)
            check_milestone(target, faults);
        else
            check_measured_target(target, faults);
        if (measure != Measure::milestone)
            check_path(plan, target, faults);
    }
    check_verifier(plan, activity, target, faults);
    std::ranges::move(open_faults(open_fields(target), target.note), std::back_inserter(faults));
    return faults;
}

std::vector<Fault> check_activity(const Plan& plan, const Activity& activity) {
    Faults faults;
    if (activity.lead.is_absent())
        missing(faults, "lead", "an activity has exactly one lead institution",
                ErrorCode::one_lead);
    if (activity.kind.is_absent())
        missing(faults, "kind", "reform or project");
    if (activity.priority.is_absent())
        missing(faults, "priority", "1 (highest) to 3");
    if (activity.period.is_absent())
        missing(faults, "period", "the years in which it is carried out");
    if (activity.period.is_stated() &&
        (activity.period->from < plan.from || plan.until < activity.period->until))
        faults.push_back(
            {ErrorCode::outside_horizon,
             "period",
             fmt::format("{} lies outside the horizon from {} to {}", activity.period->text,
                         base::to_string(plan.from), base::to_string(plan.until)),
             {}});
    for (std::size_t i = 0; i < activity.support.size(); ++i) {
        const auto& supporter = activity.support[i];
        const auto field = fmt::format("support.{}", i);
        const auto end = activity.support.begin() + static_cast<std::ptrdiff_t>(i);
        if (activity.lead.is_stated() && *activity.lead == supporter)
            faults.push_back({ErrorCode::lead_also_supports,
                              field,
                              fmt::format("\"{}\" leads {} and cannot support it too",
                                          supporter.text(), activity.code.text()),
                              {}});
        else if (std::find(activity.support.begin(), end, supporter) != end)
            faults.push_back({ErrorCode::listed_twice,
                              field,
                              fmt::format("the supporter \"{}\" is listed twice", supporter.text()),
                              {}});
    }
    for (std::size_t i = 0; i < activity.depends.size(); ++i) {
        const auto end = activity.depends.begin() + static_cast<std::ptrdiff_t>(i);
        if (activity.depends[i] == activity.code)
            faults.push_back({ErrorCode::depends_on_itself,
                              fmt::format("depends.{}", i),
                              fmt::format("{} cannot wait for itself", activity.code.text()),
                              {}});
        else if (std::find(activity.depends.begin(), end, activity.depends[i]) != end)
            faults.push_back(
                {ErrorCode::listed_twice,
                 fmt::format("depends.{}", i),
                 fmt::format("the activity {} is listed twice", activity.depends[i].text()),
                 {}});
    }
    for (std::size_t i = 0; i < activity.steps.size(); ++i) {
        if (activity.steps[i].until < activity.steps[i].from)
            faults.push_back(
                {ErrorCode::dates_wrong_way,
                 fmt::format("steps.{}", i),
                 fmt::format("the step \"{}\" ends before it begins", activity.steps[i].title),
                 {}});
    }
    std::ranges::move(open_faults(open_fields(activity), activity.note),
                      std::back_inserter(faults));
    return faults;
}

std::vector<Fault> check_outcome(const Plan& plan, const Outcome& outcome) {
    Faults faults;
    if (outcome.value.is_absent())
        missing(faults, "value", "an outcome needs the number that is to be reached");
    if (outcome.unit.is_absent())
        missing(faults, "unit", "an outcome needs a unit");
    if (outcome.due.is_absent())
        missing(faults, "due", "say by when");
    const auto* indicator = plan.find(outcome.indicator);
    if (outcome.measure != Measure::level && outcome.measure != Measure::growth &&
        outcome.measure != Measure::concentration)
        faults.push_back({ErrorCode::measure_not_here,
                          "measure",
                          fmt::format("an outcome is a level, growth or concentration of a "
                                      "statistic, not a {}",
                                      word(outcome.measure)),
                          {}});
    else if (outcome.measure == Measure::level && indicator && !indicator->unit.empty() &&
             outcome.unit.is_stated() && *outcome.unit != indicator->unit)
        faults.push_back({ErrorCode::wrong_unit,
                          "unit",
                          fmt::format("the indicator {} is in \"{}\"; found the unit \"{}\"",
                                      indicator->code.text(), indicator->unit, *outcome.unit),
                          {}});
    check_unit(outcome.measure, outcome.unit, faults);
    if (outcome.value.is_stated())
        check_range(outcome.measure, outcome.unit, *outcome.value, "value", faults);
    if (outcome.baseline.is_stated())
        check_range(outcome.measure, outcome.unit, *outcome.baseline, "baseline", faults);
    if (outcome.measure == Measure::concentration && indicator && indicator->dimension.empty())
        faults.push_back({ErrorCode::field_missing,
                          "indicator",
                          fmt::format("a concentration compares shares, but the indicator {} names "
                                      "no dimension",
                                      indicator->code.text()),
                          {}});
    // An outcome may be due before the strategy begins: the source measures its promises by it.
    if (outcome.due.is_stated() && plan.until < outcome.due->day)
        check_horizon(plan, outcome.due->day, outcome.due->text, "due", faults);
    if (outcome.due.is_stated() && outcome.period.is_stated() &&
        outcome.due->day < outcome.period->first_day())
        faults.push_back({ErrorCode::dates_wrong_way,
                          "due",
                          fmt::format("due {} before the measured period {} begins",
                                      outcome.due->text, outcome.period->text()),
                          {}});
    std::ranges::move(open_faults(open_fields(outcome), outcome.note), std::back_inserter(faults));
    return faults;
}

std::vector<ActivityFault> check_dependencies(const Plan& plan) {
    std::vector<ActivityFault> faults;
    std::vector<const Activity*> trail, done;
    const auto report = [&](const Activity& from, std::size_t index,
                            const std::vector<const Activity*>& cycle) {
        std::string text;
        for (const auto* activity : cycle)
            text += activity->code.text() + " → ";
        text += cycle.front()->code.text();
        faults.push_back({from.code,
                          {ErrorCode::dependency_cycle,
                           fmt::format("depends.{}", index),
                           fmt::format("these activities wait for each other: {}", text),
                           {}}});
    };
    for (const auto& activity : plan.activities) {
        if (std::ranges::find(done, &activity) == done.end())
            visit_cycle(plan, activity, trail, done, report);
    }
    // Dates inside a circle say nothing.
    if (!faults.empty())
        return faults;
    for (const auto& activity : plan.activities)
        check_prerequisites(plan, activity, faults);
    return faults;
}

std::vector<std::string> open_fields(const Target& target) {
    std::vector<std::string> fields;
    const auto note = [&](std::string_view field, bool is_open) {
        if (is_open)
            fields.emplace_back(field);
    };
    note("statement", target.statement.is_open());
    note("measure", target.measure.is_open());
    note("value", target.value.is_open());
    note("unit", target.unit.is_open());
    note("baseline", target.baseline.is_open());
    note("due", target.due.is_open());
    note("verification", target.verification.is_open());
    note("population", target.population.is_open());
    note("question", target.question.is_open());
    return fields;
}

std::vector<std::string> open_fields(const Activity& activity) {
    std::vector<std::string> fields;
    const auto note = [&](std::string_view field, bool is_open) {
        if (is_open)
            fields.emplace_back(field);
    };
    note("kind", activity.kind.is_open());
    note("priority", activity.priority.is_open());
    note("period", activity.period.is_open());
    note("lead", activity.lead.is_open());
    note("support", activity.support_is_open);
    note("targets", activity.targets_are_open);
    return fields;
}

std::vector<std::string> open_fields(const Outcome& outcome) {
    std::vector<std::string> fields;
    const auto note = [&](std::string_view field, bool is_open) {
        if (is_open)
            fields.emplace_back(field);
    };
    note("period", outcome.period.is_open());
    note("value", outcome.value.is_open());
    note("unit", outcome.unit.is_open());
    note("baseline", outcome.baseline.is_open());
    note("due", outcome.due.is_open());
    return fields;
}

namespace {

// "7" or "seven"; numbers of seats and years are small.
std::optional<int> small_count(std::string_view text) {
    constexpr std::array<std::string_view, 13> names{"zero", "one",    "two",   "three", "four",
                                                     "five", "six",    "seven", "eight", "nine",
                                                     "ten",  "eleven", "twelve"};
    if (const auto at = std::ranges::find(names, text); at != names.end())
        return static_cast<int>(at - names.begin());
    const auto whole = parse_whole(text, 0, 9999);
    return whole.ok() ? std::optional{whole.value()} : std::nullopt;
}

}  // namespace

std::optional<int> seats_needed(std::string_view quorum, int seats) {
    std::string text = base::lower_ascii(base::trimmed(quorum));
    for (const std::string_view ending :
         {" of the seats", " of all seats", " of seats", " seats"}) {
        if (text.ends_with(ending)) {
            text.resize(text.size() - ending.size());
            break;
        }
    }
    const auto share = [&](int of, int parts) { return (seats * of + parts - 1) / parts; };
    if (text == "half")
        return share(1, 2);
    if (text == "more than half" || text == "a majority" || text == "majority")
        return seats / 2 + 1;
    if (text == "two thirds")
        return share(2, 3);
    if (text == "a third" || text == "one third")
        return share(1, 3);
    if (text == "all")
        return seats;
    const auto count = small_count(text);
    return count && *count >= 1 && *count <= seats ? count : std::nullopt;
}

std::optional<int> term_months(std::string_view term) {
    const std::string text = base::lower_ascii(base::trimmed(term));
    const auto space = text.find(' ');
    if (space == std::string::npos)
        return std::nullopt;
    const auto count = small_count(std::string_view{text}.substr(0, space));
    const std::string_view unit = std::string_view{text}.substr(space + 1);
    if (!count || *count == 0)
        return std::nullopt;
    if (unit == "year" || unit == "years")
        return *count * 12;
    return unit == "month" || unit == "months" ? count : std::nullopt;
}

std::string_view who_can_close(std::string_view field) {
    for (const std::string_view own :
         {"baseline", "population", "question", "support", "verification"}) {
        if (field == own)
            return "the lead";
    }
    return field == "type" ? "the secretariat" : "the council";
}

std::vector<Fault> open_faults(const std::vector<std::string>& fields, std::string_view note) {
    Faults faults;
    for (const auto& field : fields) {
        if (note.empty())
            faults.push_back({ErrorCode::open_without_note,
                              field,
                              fmt::format("\"{}\" is open, but no note says why", field),
                              {}});
        else
            faults.push_back({ErrorCode::field_open, field,
                              fmt::format("the {} open: {}", in_words(field), note),
                              fmt::format("{} can close it", who_can_close(field))});
    }
    return faults;
}

}  // namespace plan
