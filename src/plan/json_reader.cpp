#include "plan/fields.h"
#include "plan/json.h"

#include <fmt/format.h>

#include <algorithm>

namespace plan {
namespace {

using base::Error;
using base::ErrorCode;
using base::FieldReader;
using base::Json;
using base::Result;

/// Reads the objects of one plan and gathers all that is wrong with them.
class PlanReader {
  public:
    explicit PlanReader(const Json& json) : json_(json) {}
    Result<Plan> read();

  private:
    /// An object with the fields that are open in it.
    struct Item {
        Item(const Json& json, const std::string& path)
            : fields(json, path), open(fields.optional_strings("open")) {}
        FieldReader fields;
        std::vector<std::string> open;
    };

    template <typename T, typename Parse>
    Stated<T> stated(Item& item, const std::string& key, const Parse& parse) {
        const auto text = item.fields.optional_string(key);
        Stated<T> field;
        if (std::ranges::find(item.open, key) != item.open.end()) {
            field = Stated<T>::open();
        } else if (text) {
            auto parsed = parse(*text);
            if (parsed)
                field = Stated<T>{std::move(parsed).value()};
            else
                item.fields.fail(ErrorCode::invalid_plan_json, key, parsed.error().message);
        }
        return field;
    }
    Stated<std::string> stated_text(Item& item, const std::string& key) {
        return stated<std::string>(
            item, key, [](const std::string& text) -> Result<std::string> { return text; });
    }
    template <typename T, typename Parse>
    std::optional<T> optional(Item& item, const std::string& key, const Parse& parse) {
        return stated<T>(item, key, parse).value();
    }
    template <typename T, typename Parse>
    T required(Item& item, const std::string& key, T fallback, const Parse& parse) {
        const auto text = item.fields.string(key);
        if (text.empty())
            return fallback;
        auto parsed = parse(text);
        if (parsed)
            return std::move(parsed).value();
        item.fields.fail(ErrorCode::invalid_plan_json, key, parsed.error().message);
        return fallback;
    }
    static std::string text(Item& item, const std::string& key) {
        return item.fields.optional_string(key).value_or("");
    }
    template <typename Id>
    static std::vector<Id> ids(Item& item, const std::string& key) {
        std::vector<Id> list;
        for (const auto& code : item.fields.optional_strings(key))
            list.emplace_back(code);
        return list;
    }
    template <typename Id>
    static std::optional<Id> optional_id(Item& item, const std::string& key) {
        const auto code = item.fields.optional_string(key);
        return code ? std::optional{Id{*code}} : std::nullopt;
    }
    static std::optional<int> small_number(Item& item, const std::string& key);

    template <typename Visitor>
    void each(FieldReader& fields, const std::string& path, const std::string& key,
              const Visitor& visitor) {
        const auto* list = fields.optional_array(key);
        for (std::size_t i = 0; list != nullptr && i < list->array_items()->size(); ++i) {
            const auto place = fmt::format("{}{}[{}]", path.empty() ? "" : path + '.', key, i);
            Item item{(*list->array_items())[i], place};
            visitor(item, place);
            finish(item.fields);
        }
    }
    void finish(FieldReader& fields) {
        if (auto done = fields.finish(); !done) {
            auto error = std::move(done).error();
            auto also = std::move(error.also);
            error.also.clear();
            errors_.push_back(std::move(error));
            std::ranges::move(also, std::back_inserter(errors_));
        }
    }

    void read_strategy(Item& root);
    void read_activity(Item& item, const std::string& path);
    Target read_target(Item& item, const std::string& path);
    void read_outcome(Item& item);
    void read_institution(Item& item);
    void read_council(const Json& json);
    void read_indicator(Item& item);
    void read_programme(Item& item, const std::string& path);
    ProgrammeFigure read_programme_figure(Item& item);
    void read_lists(Item& root);
    auto due_parser() const {
        return [this](const std::string& text) { return parse_due(text, plan_.fiscal_year); };
    }

    const Json& json_;
    Plan plan_;
    std::vector<Error> errors_;
};

auto whole(const std::string& text) {
    return parse_whole(text, 0, 100000);
}

std::optional<int> PlanReader::small_number(Item& item, const std::string& key) {
    const auto text = item.fields.optional_string(key);
    if (!text)
        return std::nullopt;
    const auto number = whole(*text);
    if (number)
        return *number;
    item.fields.fail(ErrorCode::invalid_plan_json, key, number.error().message);
    return std::nullopt;
}

void PlanReader::read_strategy(Item& root) {
    const auto epoch = base::Day{};
    plan_.code = root.fields.string("code");
    plan_.title = text(root, "title");
    plan_.country = text(root, "country");
    plan_.from = required<base::Day>(root, "from", epoch, parse_calendar_day);
    plan_.until = required<base::Day>(root, "until", epoch, parse_calendar_day);
    plan_.utc_offset =
        required<base::UtcOffset>(root, "utc_offset", base::UtcOffset{}, base::UtcOffset::parse);
    plan_.fiscal_year = {required<int>(root, "fiscal_year_start", 1, [](const std::string& number) {
        return parse_whole(number, 1, 12);
    })};
    plan_.currency = optional<base::Currency>(root, "currency", base::Currency::parse);
    plan_.vision = text(root, "vision");
    plan_.source = text(root, "source");
    plan_.note = text(root, "note");
    plan_.is_exercise = root.fields.optional_boolean("exercise").value_or(false);
    if (const auto* reporting = root.fields.optional_object("reporting")) {
        Item item{*reporting, "reporting"};
        plan_.frequency = required<ReportingFrequency>(
            item, "frequency", ReportingFrequency::quarterly, parse_choice<ReportingFrequency>);
        plan_.grace_days = required<int>(item, "grace_days", 30, whole);
        finish(item.fields);
    }
}

Target PlanReader::read_target(Item& item, const std::string& path) {
    Target target;
    target.id = TargetId{item.fields.string("id")};
    target.activity = ActivityId{item.fields.string("activity")};
    target.statement = stated_text(item, "statement");
    target.measure = stated<Measure>(item, "measure", parse_choice<Measure>);
    target.value = stated<base::Decimal>(item, "value", parse_number);
    target.bound = required<Bound>(item, "bound", Bound::at_least, parse_choice<Bound>);
    target.unit = stated_text(item, "unit");
    target.baseline = stated<base::Decimal>(item, "baseline", parse_number);
    target.direction =
        required<Direction>(item, "direction", Direction::up, parse_choice<Direction>);
    target.due = stated<DueDate>(item, "due", due_parser());
    each(item.fields, path, "path", [&](Item& interim, const std::string&) {
        target.path.push_back(
            {required<DueDate>(interim, "at", DueDate{}, due_parser()),
             required<base::Decimal>(interim, "value", base::Decimal{}, parse_number)});
    });
    target.verification = stated_text(item, "verification");
    target.verifier = optional_id<InstitutionId>(item, "verifier");
    target.frequency =
        optional<ReportingFrequency>(item, "frequency", parse_choice<ReportingFrequency>);
    target.population = stated_text(item, "population");
    target.question = stated_text(item, "question");
    target.breakdowns = item.fields.optional_strings("breakdowns");
    target.rollup = required<RollUp>(item, "rollup", RollUp::none, parse_choice<RollUp>);
    target.note = text(item, "note");
    return target;
}

void PlanReader::read_activity(Item& item, const std::string& path) {
    const auto is_open = [&](const char* key) {
        return std::ranges::find(item.open, key) != item.open.end();
    };
    Activity activity;
    activity.code = ActivityId{item.fields.string("code")};
    activity.objective = ObjectiveId{item.fields.string("objective")};
    activity.title = text(item, "title");
    activity.description = text(item, "description");
    activity.kind = stated<ActivityKind>(item, "kind", parse_choice<ActivityKind>);
    activity.priority = stated<int>(item, "priority", whole);
    activity.period = stated<Span>(item, "period", [&](const std::string& span) {
        return parse_span(span, plan_.fiscal_year);
    });
    activity.lead = stated<InstitutionId>(
        item, "lead",
        [](const std::string& code) -> Result<InstitutionId> { return InstitutionId{code}; });
    activity.support = ids<InstitutionId>(item, "support");
    activity.support_is_open = is_open("support");
    activity.depends = ids<ActivityId>(item, "depends");
    activity.targets_are_open = is_open("targets");
    each(item.fields, path, "steps", [&](Item& step, const std::string&) {
        activity.steps.push_back(
            {step.fields.string("title"),
             required<base::Day>(step, "from", base::Day{}, parse_calendar_day),
             required<base::Day>(step, "until", base::Day{}, parse_calendar_day)});
    });
    activity.note = text(item, "note");
    each(item.fields, path, "targets", [&](Item& target, const std::string& place) {
        activity.targets.push_back(read_target(target, place));
    });
    plan_.activities.push_back(std::move(activity));
}

void PlanReader::read_outcome(Item& item) {
    Outcome outcome;
    outcome.id = TargetId{item.fields.string("id")};
    outcome.statement = text(item, "statement");
    outcome.measure = required<Measure>(item, "measure", Measure::level, parse_choice<Measure>);
    outcome.indicator = IndicatorId{item.fields.string("indicator")};
    outcome.period = stated<base::Period>(item, "period", [&](const std::string& period) {
        return parse_period(period, plan_.fiscal_year);
    });
    outcome.value = stated<base::Decimal>(item, "value", parse_number);
    outcome.bound = required<Bound>(item, "bound", Bound::at_least, parse_choice<Bound>);
    outcome.unit = stated_text(item, "unit");
    outcome.baseline = stated<base::Decimal>(item, "baseline", parse_number);
    outcome.direction =
        required<Direction>(item, "direction", Direction::up, parse_choice<Direction>);
    outcome.due = stated<DueDate>(item, "due", due_parser());
    outcome.origin = required<Origin>(item, "origin", Origin::target, parse_choice<Origin>);
    outcome.origin_source = text(item, "origin_source");
    outcome.scope = text(item, "scope");
    outcome.objective = optional_id<ObjectiveId>(item, "objective");
    outcome.note = text(item, "note");
    plan_.outcomes.push_back(std::move(outcome));
}

void PlanReader::read_institution(Item& item) {
    Institution institution;
    institution.code = InstitutionId{item.fields.string("code")};
    institution.name = text(item, "name");
    institution.abbreviation = text(item, "abbreviation");
    institution.aliases = item.fields.optional_strings("aliases");
    institution.type = stated_text(item, "type");
    institution.role = text(item, "role");
    institution.resources = small_number(item, "resources");
    institution.capacity = small_number(item, "capacity");
    institution.influence = small_number(item, "influence");
    institution.note = text(item, "note");
    plan_.institutions.push_back(std::move(institution));
}

void PlanReader::read_council(const Json& json) {
    Item item{json, "council"};
    auto& council = plan_.council;
    council.title = text(item, "title");
    council.meetings_per_year = small_number(item, "meetings_per_year");
    council.chair = stated_text(item, "chair");
    council.quorum = stated_text(item, "quorum");
    council.term = stated_text(item, "term");
    council.secretariat = optional_id<InstitutionId>(item, "secretariat");
    council.functions = item.fields.optional_strings("functions");
    each(item.fields, "council", "seats", [&](Item& seat, const std::string&) {
        council.seats.push_back({small_number(seat, "number").value_or(0),
                                 InstitutionId{seat.fields.string("institution")},
                                 text(seat, "side"), text(seat, "note")});
    });
    each(item.fields, "council", "desk", [&](Item& form, const std::string&) {
        council.desk.push_back({form.fields.string("form"), text(form, "title"),
                                small_number(form, "days").value_or(DeskForm{}.days)});
    });
    council.note = text(item, "note");
    finish(item.fields);
}

void PlanReader::read_indicator(Item& item) {
    Indicator indicator;
    indicator.code = IndicatorId{item.fields.string("code")};
    indicator.title = text(item, "title");
    indicator.definition = text(item, "definition");
    indicator.unit = text(item, "unit");
    indicator.scope = text(item, "scope");
    indicator.frequency = required<ReportingFrequency>(
        item, "frequency", ReportingFrequency::monthly, parse_choice<ReportingFrequency>);
    indicator.direction =
        required<Direction>(item, "direction", Direction::up, parse_choice<Direction>);
    indicator.source = text(item, "source");
    indicator.file = text(item, "file");
    if (const auto* series = item.fields.optional_object("series")) {
        for (const auto& [column, value] : *series->members()) {
            if (const auto* code = value.string())
                indicator.series[column] = *code;
            else
                item.fields.fail(ErrorCode::invalid_plan_json, "series." + column,
                                 "expected a string");
        }
    }
    indicator.rollup = required<RollUp>(item, "rollup", RollUp::sum, parse_choice<RollUp>);
    indicator.dimension = text(item, "dimension");
    indicator.note = text(item, "note");
    plan_.indicators.push_back(std::move(indicator));
}

ProgrammeFigure PlanReader::read_programme_figure(Item& item) {
    ProgrammeFigure figure;
    for (const auto& subject : all_words<FigureOf>()) {
        if (const auto code = item.fields.optional_string(subject)) {
            figure.of = *parse_word<FigureOf>(subject);
            figure.code = *code;
        }
    }
    figure.currency = text(item, "currency");
    figure.cohort = text(item, "cohort");
    figure.when = required<CountTime>(item, "period", CountTime{}, [&](const std::string& when) {
        return parse_count_time(when, plan_.fiscal_year);
    });
    figure.value = required<base::Decimal>(item, "value", base::Decimal{}, parse_number);
    figure.scale = text(item, "scale");
    figure.qualifier =
        required<FigureBound>(item, "qualifier", FigureBound::exact, parse_choice<FigureBound>);
    if (const auto* sex = item.fields.optional_object("sex")) {
        for (const auto& [name, count] : *sex->members()) {
            const auto* digits = count.string();
            const auto number = parse_number(digits == nullptr ? "" : *digits);
            if (number.ok())
                figure.sex.emplace_back(name, *number);
            else
                item.fields.fail(ErrorCode::invalid_plan_json, "sex." + name,
                                 number.error().message);
        }
    }
    figure.figure = text(item, "figure");
    figure.document = text(item, "document");
    figure.note = text(item, "note");
    return figure;
}

void PlanReader::read_programme(Item& item, const std::string& path) {
    Programme programme;
    programme.code = ProgrammeId{item.fields.string("code")};
    programme.title = text(item, "title");
    programme.kind =
        required<ProgrammeKind>(item, "kind", ProgrammeKind::fund, parse_choice<ProgrammeKind>);
    programme.owner = text(item, "owner");
    programme.operators = item.fields.optional_strings("operators");
    programme.activities = ids<ActivityId>(item, "activities");
    programme.unit = text(item, "unit");
    programme.sex_is_complete = text(item, "sex") == "complete";
    each(item.fields, path, "stages", [&](Item& stage, const std::string&) {
        programme.stages.push_back({stage.fields.string("code"), text(stage, "title"),
                                    optional<StageRole>(stage, "role", parse_choice<StageRole>)});
    });
    each(item.fields, path, "measures", [&](Item& measure, const std::string&) {
        programme.measures.push_back(
            {measure.fields.string("code"), text(measure, "title"), text(measure, "unit"),
             required<Nature>(measure, "nature", Nature::stock, parse_choice<Nature>),
             measure.fields.optional_boolean("output").value_or(false),
             optional<base::Decimal>(measure, "target", parse_number)});
    });
    each(item.fields, path, "figures", [&](Item& figure, const std::string&) {
        programme.figures.push_back(read_programme_figure(figure));
    });
    programme.note = text(item, "note");
    plan_.programmes.push_back(std::move(programme));
}

void PlanReader::read_lists(Item& root) {
    each(root.fields, "", "objectives", [&](Item& item, const std::string&) {
        plan_.objectives.push_back({ObjectiveId{item.fields.string("code")},
                                    optional_id<ObjectiveId>(item, "parent"),
                                    text(item, "title"),
                                    text(item, "note"),
                                    {}});
    });
    each(root.fields, "", "activities",
         [&](Item& item, const std::string& path) { read_activity(item, path); });
    each(root.fields, "", "outcomes", [&](Item& item, const std::string&) { read_outcome(item); });
    each(root.fields, "", "constraints", [&](Item& item, const std::string&) {
        plan_.constraints.push_back(
            {item.fields.string("code"), text(item, "level"), text(item, "title"),
             item.fields.optional_strings("causes"), small_number(item, "ease").value_or(0),
             small_number(item, "urgency").value_or(0), ids<ActivityId>(item, "activities"),
             item.fields.optional_strings("cited"), text(item, "note")});
    });
    each(root.fields, "", "foresight", [&](Item& item, const std::string&) {
        plan_.foresight.push_back({item.fields.string("code"), text(item, "group"),
                                   text(item, "kind"), text(item, "title"),
                                   ids<ActivityId>(item, "activities"), text(item, "note")});
    });
    each(root.fields, "", "institutions",
         [&](Item& item, const std::string&) { read_institution(item); });
    if (const auto* council = root.fields.optional_object("council"))
        read_council(*council);
    each(root.fields, "", "regulations", [&](Item& item, const std::string&) {
        plan_.regulations.push_back(
            {item.fields.string("code"), text(item, "title"), text(item, "date"),
             item.fields.optional_strings("responsible"), text(item, "purpose"),
             text(item, "status"), ids<ActivityId>(item, "activities"), text(item, "note")});
    });
    each(root.fields, "", "indicators",
         [&](Item& item, const std::string&) { read_indicator(item); });
    each(root.fields, "", "documents", [&](Item& item, const std::string&) {
        plan_.documents.push_back({item.fields.string("code"), text(item, "title"),
                                   text(item, "publisher"), text(item, "published"),
                                   text(item, "address"), text(item, "note")});
    });
    each(root.fields, "", "programmes",
         [&](Item& item, const std::string& path) { read_programme(item, path); });
    if (const auto* statistics = root.fields.optional_object("statistics")) {
        auto read = statistics_from_json(*statistics);
        if (read.ok())
            plan_.statistics = std::move(read).value();
        else
            root.fields.fail(std::move(read).error());
    }
}

Result<Plan> PlanReader::read() {
    Item root{json_, "plan"};
    read_strategy(root);
    read_lists(root);
    finish(root.fields);
    if (errors_.empty())
        return std::move(plan_);
    Error error = std::move(errors_.front());
    error.also.assign(std::make_move_iterator(errors_.begin() + 1),
                      std::make_move_iterator(errors_.end()));
    return error;
}

}  // namespace

Result<Plan> plan_from_json(const Json& json) {
    return PlanReader{json}.read();
}

}  // namespace plan
