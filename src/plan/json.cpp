#include "plan/json.h"

#include "plan/rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace plan {
namespace {

using base::Json;

std::string as_text(const std::string& text) {
    return text;
}
std::string as_text(const base::Decimal& number) {
    return number.text();
}
std::string as_text(const DueDate& due) {
    return due.text;
}
std::string as_text(const Span& span) {
    return span.text;
}
std::string as_text(const base::Period& period) {
    return period.text();
}
std::string as_text(int number) {
    return std::to_string(number);
}
template <typename Tag>
std::string as_text(const base::Id<Tag>& id) {
    return id.text();
}
template <typename Enum>
requires std::is_enum_v<Enum> std::string as_text(Enum value) {
    return std::string{word(value)};
}

/// Writes an object, leaving out what is absent.
class Writer {
  public:
    template <typename T>
    Writer& put(std::string key, const T& value) {
        json_.set(std::move(key), as_text(value));
        return *this;
    }
    Writer& text(std::string key, const std::string& value) {
        if (!value.empty())
            json_.set(std::move(key), value);
        return *this;
    }
    template <typename T>
    Writer& stated(std::string key, const Stated<T>& field) {
        if (field.is_stated())
            json_.set(std::move(key), as_text(*field));
        return *this;
    }
    template <typename T>
    Writer& optional(std::string key, const std::optional<T>& field) {
        if (field)
            json_.set(std::move(key), as_text(*field));
        return *this;
    }
    template <typename List>
    Writer& list(std::string key, const List& items) {
        if (!items.empty())
            json_.set(std::move(key),
                      Json::array_of(items, [](const auto& item) { return Json{as_text(item)}; }));
        return *this;
    }
    template <typename List, typename Projection>
    Writer& items(std::string key, const List& items, const Projection& projection) {
        if (!items.empty())
            json_.set(std::move(key), Json::array_of(items, projection));
        return *this;
    }
    Writer& open(const std::vector<std::string>& fields) { return list("open", fields); }
    Writer& set(std::string key, Json value) {
        json_.set(std::move(key), std::move(value));
        return *this;
    }
    Json take() { return std::move(json_); }

  private:
    Json json_ = Json::object();
};

Json interim_to_json(const InterimTarget& interim) {
    return Json::object({{"at", interim.at.text}, {"value", interim.value.text()}});
}

Json step_to_json(const Step& step) {
    return Json::object({{"title", step.title},
                         {"from", base::to_string(step.from)},
                         {"until", base::to_string(step.until)}});
}

}  // namespace

Json to_json(const Council& council) {
    std::vector<std::string> open;
    for (const auto& [field, is_open] : {std::pair{"chair", council.chair.is_open()},
                                         {"quorum", council.quorum.is_open()},
                                         {"term", council.term.is_open()}}) {
        if (is_open)
            open.emplace_back(field);
    }
    const auto seat = [](const Seat& item) {
        Writer writer;
        writer.put("number", item.number).put("institution", item.institution);
        return writer.text("side", item.side).text("note", item.note).take();
    };
    const auto form = [](const DeskForm& item) {
        return Json::object({{"form", item.form}, {"title", item.title}, {"days", item.days}});
    };
    Writer writer;
    return writer.text("title", council.title)
        .optional("meetings_per_year", council.meetings_per_year)
        .stated("chair", council.chair)
        .stated("quorum", council.quorum)
        .stated("term", council.term)
        .open(open)
        .optional("secretariat", council.secretariat)
        .list("functions", council.functions)
        .items("seats", council.seats, seat)
        .items("desk", council.desk, form)
        .text("note", council.note)
        .take();
}

namespace {

Json regulation_to_json(const Regulation& regulation) {
    Writer writer;
    return writer.put("code", regulation.code)
        .text("title", regulation.title)
        .text("date", regulation.date)
        .list("responsible", regulation.responsible)
        .text("purpose", regulation.purpose)
        .text("status", regulation.status)
        .list("activities", regulation.activities)
        .text("note", regulation.note)
        .take();
}

Json constraint_to_json(const Constraint& constraint) {
    Writer writer;
    return writer.put("code", constraint.code)
        .text("level", constraint.level)
        .text("title", constraint.title)
        .list("causes", constraint.causes)
        .put("ease", constraint.ease)
        .put("urgency", constraint.urgency)
        .list("activities", constraint.activities)
        .list("cited", constraint.cited)
        .text("note", constraint.note)
        .take();
}

Json foresight_to_json(const Foresight& item) {
    Writer writer;
    return writer.put("code", item.code)
        .text("group", item.group)
        .text("kind", item.kind)
        .text("title", item.title)
        .list("activities", item.activities)
        .text("note", item.note)
        .take();
}

Json document_to_json(const Document& document) {
    Writer writer;
    return writer.put("code", document.code)
        .text("title", document.title)
        .text("publisher", document.publisher)
        .text("published", document.published)
        .text("address", document.address)
        .text("note", document.note)
        .take();
}

Json stage_to_json(const Stage& stage) {
    Writer writer;
    return writer.put("code", stage.code)
        .text("title", stage.title)
        .optional("role", stage.role)
        .take();
}

Json programme_measure_to_json(const ProgrammeMeasure& measure) {
    Writer writer;
    return writer.put("code", measure.code)
        .text("title", measure.title)
        .text("unit", measure.unit)
        .put("nature", measure.nature)
        .set("output", measure.is_output)
        .optional("target", measure.target)
        .take();
}

Json programme_figure_to_json(const ProgrammeFigure& figure) {
    Json sex = Json::object();
    for (const auto& [name, count] : figure.sex)
        sex.set(name, count.text());
    Writer writer;
    writer.put(std::string{word(figure.of)}, figure.code)
        .text("currency", figure.currency)
        .text("cohort", figure.cohort)
        .put("period", figure.when.text)
        .put("value", figure.value)
        .text("scale", figure.scale)
        .put("qualifier", figure.qualifier);
    if (!figure.sex.empty())
        writer.set("sex", std::move(sex));
    return writer.text("figure", figure.figure)
        .text("document", figure.document)
        .text("note", figure.note)
        .take();
}

}  // namespace

Json to_json(const Programme& programme) {
    Writer writer;
    return writer.put("code", programme.code)
        .text("title", programme.title)
        .put("kind", programme.kind)
        .text("owner", programme.owner)
        .list("operators", programme.operators)
        .list("activities", programme.activities)
        .text("unit", programme.unit)
        .put("sex", std::string{programme.sex_is_complete ? "complete" : "partial"})
        .items("stages", programme.stages, stage_to_json)
        .items("measures", programme.measures, programme_measure_to_json)
        .items("figures", programme.figures, programme_figure_to_json)
        .text("note", programme.note)
        .take();
}

Json to_json(const Target& target) {
    Writer writer;
    return writer.put("id", target.id)
        .put("activity", target.activity)
        .stated("statement", target.statement)
        .stated("measure", target.measure)
        .stated("value", target.value)
        .put("bound", target.bound)
        .stated("unit", target.unit)
        .stated("baseline", target.baseline)
        .put("direction", target.direction)
        .stated("due", target.due)
        .items("path", target.path, interim_to_json)
        .stated("verification", target.verification)
        .optional("verifier", target.verifier)
        .optional("frequency", target.frequency)
        .stated("population", target.population)
        .stated("question", target.question)
        .list("breakdowns", target.breakdowns)
        .put("rollup", target.rollup)
        .open(open_fields(target))
        .text("note", target.note)
        .take();
}

Json to_json(const Activity& activity) {
    Writer writer;
    return writer.put("code", activity.code)
        .put("objective", activity.objective)
        .text("title", activity.title)
        .text("description", activity.description)
        .stated("kind", activity.kind)
        .stated("priority", activity.priority)
        .stated("period", activity.period)
        .stated("lead", activity.lead)
        .list("support", activity.support)
        .list("depends", activity.depends)
        .items("steps", activity.steps, step_to_json)
        .open(open_fields(activity))
        .text("note", activity.note)
        .items("targets", activity.targets, [](const Target& target) { return to_json(target); })
        .take();
}

Json to_json(const Outcome& outcome) {
    Writer writer;
    return writer.put("id", outcome.id)
        .text("statement", outcome.statement)
        .put("measure", outcome.measure)
        .put("indicator", outcome.indicator)
        .stated("period", outcome.period)
        .stated("value", outcome.value)
        .put("bound", outcome.bound)
        .stated("unit", outcome.unit)
        .stated("baseline", outcome.baseline)
        .put("direction", outcome.direction)
        .stated("due", outcome.due)
        .put("origin", outcome.origin)
        .text("origin_source", outcome.origin_source)
        .text("scope", outcome.scope)
        .optional("objective", outcome.objective)
        .open(open_fields(outcome))
        .text("note", outcome.note)
        .take();
}

Json to_json(const Objective& objective) {
    Writer writer;
    return writer.put("code", objective.code)
        .optional("parent", objective.parent)
        .text("title", objective.title)
        .text("note", objective.note)
        .take();
}

Json to_json(const Institution& institution) {
    Writer writer;
    return writer.put("code", institution.code)
        .text("name", institution.name)
        .text("abbreviation", institution.abbreviation)
        .list("aliases", institution.aliases)
        .stated("type", institution.type)
        .text("role", institution.role)
        .optional("resources", institution.resources)
        .optional("capacity", institution.capacity)
        .optional("influence", institution.influence)
        .open(institution.type.is_open() ? std::vector<std::string>{"type"}
                                         : std::vector<std::string>{})
        .text("note", institution.note)
        .take();
}

Json to_json(const Indicator& indicator) {
    Json series = Json::object();
    for (const auto& [column, value] : indicator.series)
        series.set(column, value);
    Writer writer;
    return writer.put("code", indicator.code)
        .text("title", indicator.title)
        .text("definition", indicator.definition)
        .text("unit", indicator.unit)
        .text("scope", indicator.scope)
        .put("frequency", indicator.frequency)
        .put("direction", indicator.direction)
        .text("source", indicator.source)
        .text("file", indicator.file)
        .set("series", std::move(series))
        .put("rollup", indicator.rollup)
        .text("dimension", indicator.dimension)
        .text("note", indicator.note)
        .take();
}

Json to_json(const Plan& plan) {
    Writer writer;
    auto json =
        writer.put("code", plan.code)
            .text("title", plan.title)
            .text("country", plan.country)
            .put("from", base::to_string(plan.from))
            .put("until", base::to_string(plan.until))
            .put("utc_offset", plan.utc_offset.text())
            .put("fiscal_year_start", plan.fiscal_year.month)
            .text("currency", plan.currency ? std::string{plan.currency->code()} : "")
            .text("vision", plan.vision)
            .text("source", plan.source)
            .text("note", plan.note)
            .set("exercise", plan.is_exercise)
            .set("reporting", Json::object({{"frequency", word(plan.frequency)},
                                            {"grace_days", std::to_string(plan.grace_days)}}))
            .items("objectives", plan.objectives,
                   [](const Objective& item) { return to_json(item); })
            .items("activities", plan.activities,
                   [](const Activity& item) { return to_json(item); })
            .items("outcomes", plan.outcomes, [](const Outcome& item) { return to_json(item); })
            .items("constraints", plan.constraints, constraint_to_json)
            .items("foresight", plan.foresight, foresight_to_json)
            .items("institutions", plan.institutions,
                   [](const Institution& item) { return to_json(item); })
            .set("council", to_json(plan.council))
            .items("regulations", plan.regulations, regulation_to_json)
            .items("indicators", plan.indicators,
                   [](const Indicator& item) { return to_json(item); })
            .items("documents", plan.documents, document_to_json)
            .items("programmes", plan.programmes,
                   [](const Programme& item) { return to_json(item); })
            .take();
    if (plan.statistics)
        json.set("statistics", to_json(*plan.statistics));
    return json;
}

std::string readable(const Json& value) {
    if (value.is_null())
        return {};
    if (const auto* text = value.string())
        return *text;
    std::string all;
    if (const auto* list = value.array_items()) {
        for (const auto& item : *list)
            all += (all.empty() ? "" : ", ") + readable(item);
        return all;
    }
    if (const auto* at = value.find("at"))
        return fmt::format("{} for {}", readable(*value.find("value")), readable(*at));
    if (const auto* title = value.find("title"); title != nullptr && value.find("until") != nullptr)
        return fmt::format("{} ({} to {})", readable(*title), readable(*value.find("from")),
                           readable(*value.find("until")));
    if (const auto* members = value.members()) {
        for (const auto& [key, member] : *members)
            all += fmt::format("{}{}: {}", all.empty() ? "" : ", ", key, readable(member));
        return all;
    }
    return value.text();
}

}  // namespace plan
