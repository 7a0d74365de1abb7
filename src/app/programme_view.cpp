#include "app/programme_view.h"

#include "programme/readings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using base::Json;
using plan::FigureOf;
using programme::Ledger;
using programme::Observation;
using programme::Reading;

Json reading_json(const Reading& reading) {
    return Json::object({{"value", reading.value ? Json{*reading.value} : Json{}},
                         {"qualifier", plan::word(reading.qualifier)},
                         {"reason", reading.reason}});
}

Json optional_number(const std::optional<base::Decimal>& value) {
    return value ? number(*value) : Json{};
}

Json quantity_json(const programme::Quantity& quantity) {
    return Json::object({{"value", optional_number(quantity.value)},
                         {"qualifier", plan::word(quantity.qualifier)}});
}

Json observation_json(const Observation* observation) {
    if (observation == nullptr)
        return {};
    const auto& count = observation->count;
    Json sex = Json::object();
    for (const auto& [name, part] : count.sex)
        sex.set(name, number(part));
    return Json::object({{"period", count.when.text},
                         {"value", number(count.value)},
                         {"qualifier", plan::word(count.qualifier)},
                         {"sex", std::move(sex)},
                         {"grade", count.grade},
                         {"source", observation->source()},
                         {"document", observation->document},
                         {"note", observation->note},
                         {"known_on", base::to_string(observation->known_on)}});
}

Json step_json(const programme::FunnelStep& step) {
    return Json::object(
        {{"from", step.from},
         {"to", step.to},
         {"conversion", reading_json(step.conversion)},
         {"dropped", reading_json(step.dropped)},
         {"cumulative", reading_json(step.cumulative)},
         {"wilson95",
          step.wilson95 ? Json{Json::Array{step.wilson95->low, step.wilson95->high}} : Json{}}});
}

Json funnel_json(const programme::Funnel& funnel) {
    Json stages = Json::array();
    for (std::size_t i = 0; i < funnel.stages.size(); ++i)
        stages.push(Json::object({{"stage", funnel.stages[i]->code},
                                  {"title", funnel.stages[i]->title},
                                  {"count", observation_json(funnel.observations[i])}}));
    return Json::object({{"cohort", funnel.cohort},
                         {"period", funnel.period},
                         {"stages", std::move(stages)},
                         {"steps", Json::array_of(funnel.steps, step_json)}});
}

Json cohort_json(const Ledger& ledger, const programme::CohortFlow& flow) {
    const auto* opened = ledger.find_cohort(flow.cohort);
    const bool has_seats = opened != nullptr && opened->what.seats;
    return Json::object(
        {{"cohort", flow.cohort},
         {"title", opened == nullptr ? "" : opened->what.title},
         {"seats", has_seats ? Json{*opened->what.seats} : Json{}},
         {"opened_on", opened == nullptr ? Json{} : Json{base::to_string(opened->effective_on)}},
         {"entered", optional_number(flow.entered)},
         {"left", optional_number(flow.left)},
         {"dropped", optional_number(flow.dropped)},
         {"inside", optional_number(flow.inside)}});
}

Json series_json(const plan::Programme& programme, const programme::Series& series) {
    const auto* measure = programme.find_measure(series.code);
    const bool is_money = series.of == FigureOf::money;
    return Json::object(
        {{"of", plan::word(series.of)},
         {"code", series.code},
         {"title", measure == nullptr ? series.code : measure->title},
         {"unit", is_money || measure == nullptr ? series.currency : measure->unit},
         {"nature", is_money || measure == nullptr ? "flow" : plan::word(measure->nature)},
         {"cohort", series.cohort},
         {"latest", observation_json(series.latest)},
         {"stretches",
          Json::array_of(series.stretches, [](const auto* one) { return observation_json(one); })},
         {"sum", quantity_json(series.sum)},
         {"sum_reason", series.sum_reason}});
}

Json output_json(const programme::OutputReading& output) {
    const auto& progress = output.progress;
    return Json::object({{"measure", output.measure->code},
                         {"title", output.measure->title},
                         {"unit", output.measure->unit},
                         {"period", output.period},
                         {"currency", output.currency},
                         {"aimed", quantity_json(output.amounts.aimed)},
                         {"done", quantity_json(output.amounts.done)},
                         {"approved", quantity_json(output.amounts.approved)},
                         {"disbursed", quantity_json(output.amounts.disbursed)},
                         {"physical_percent", reading_json(progress.physical_percent)},
                         {"financial_percent", reading_json(progress.financial_percent)},
                         {"gap_points", reading_json(progress.gap_points)},
                         {"cost_a_unit_approved", reading_json(progress.cost_a_unit_approved)},
                         {"cost_a_unit_disbursed", reading_json(progress.cost_a_unit_disbursed)},
                         {"alert", programme::is_alert(progress.gap_points)}});
}

Json earned_value_json(const programme::EarnedValueReading& reading) {
    const auto day = [](const std::optional<base::Day>& value) {
        return value ? Json{base::to_string(*value)} : Json{};
    };
    Json json = Json::object(
        {{"missing", Json::array_of(reading.missing, [](const auto& text) { return Json{text}; })},
         {"currency", reading.currency},
         {"from", day(reading.from)},
         {"until", day(reading.until)}});
    if (!reading.value)
        return json;
    const auto& found = *reading.value;
    json.set("days_elapsed", static_cast<std::int64_t>(found.periods_elapsed));
    json.set("days_planned", static_cast<std::int64_t>(found.periods_planned));
    json.set("budget_at_completion", found.budget_at_completion);
    json.set("planned_value", found.planned_value);
    json.set("earned_value", found.earned_value);
    json.set("actual_cost", found.actual_cost);
    json.set("schedule_variance", found.schedule_variance);
    json.set("cost_variance", found.cost_variance);
    for (const auto& [key, value] :
         {std::pair{"schedule_performance", &found.schedule_performance},
          {"cost_performance", &found.cost_performance},
          {"estimate_typical", &found.estimate_typical},
          {"estimate_atypical", &found.estimate_atypical},
          {"estimate_mixed", &found.estimate_mixed},
          {"to_complete", &found.to_complete},
          {"variance_at_completion", &found.variance_at_completion},
          {"to_complete_performance", &found.to_complete_performance},
          {"percent_planned", &found.percent_planned},
          {"percent_complete", &found.percent_complete},
          {"percent_spent", &found.percent_spent},
          {"earned_schedule_days", &found.earned_schedule},
          {"schedule_variance_days", &found.schedule_variance_time},
          {"schedule_performance_time", &found.schedule_performance_time},
          {"duration_estimate_days", &found.duration_estimate}})
        json.set(key, reading_json(*value));
    return json;
}

Json task_json(const Ledger& ledger, const programme::Recorded<programme::Task>& recorded) {
    const auto& task = recorded.what;
    const auto day = [](const std::optional<base::Day>& value) {
        return value ? Json{base::to_string(*value)} : Json{};
    };
    const auto* advance = programme::latest_advance(ledger, task.code);
    return Json::object({{"task", task.code},
                         {"title", task.title},
                         {"budget", optional_number(task.budget)},
                         {"currency", task.currency},
                         {"from", day(task.from)},
                         {"until", day(task.until)},
                         {"percent", advance == nullptr ? Json{} : number(advance->what.percent)},
                         {"cost", advance == nullptr ? Json{} : number(advance->what.cost)},
                         {"seq", recorded.seq}});
}

Result<Json> changes_json(const Record& record, const Ledger& ledger, Reader reader) {
    Json list = Json::array();
    for (const auto& [seq, on, change] : ledger.changes) {
        Json json = Json::object({{"seq", seq},
                                  {"effective_on", base::to_string(on)},
                                  {"type", change.type},
                                  {"measure", change.measure},
                                  {"currency", change.currency},
                                  {"was", change.was},
                                  {"becomes", change.becomes}});
        if (reader == Reader::console)
            json.set("reason", TRY(unvaulted(record, change.reason)));
        list.push(std::move(json));
    }
    return list;
}

std::vector<std::string> alerts_of(const std::vector<programme::OutputReading>& outputs,
                                   const std::vector<programme::CohortFlow>& flows,
                                   const Ledger& ledger) {
    std::vector<std::string> alerts;
    for (const auto& output : outputs) {
        const auto& gap = output.progress.gap_points;
        if (programme::is_alert(gap))
            alerts.push_back(fmt::format(
                "{}: the {} runs ahead of the {} by {}{:.1f} points", output.measure->title,
                *gap.value > 0 ? "work" : "money", *gap.value > 0 ? "money" : "work",
                programme::before(*gap.value > 0 ? gap.qualifier
                                                 : programme::mirrored(gap.qualifier)),
                std::abs(*gap.value)));
    }
    for (const auto& flow : flows) {
        const auto* opened = ledger.find_cohort(flow.cohort);
        if (opened != nullptr && opened->what.seats && flow.entered &&
            *flow.entered > base::Decimal{*opened->what.seats})
            alerts.push_back(fmt::format("cohort {}: {} entered, and it has {} seats", flow.cohort,
                                         flow.entered->text(), *opened->what.seats));
    }
    return alerts;
}

std::vector<std::string> notes_of(const std::vector<programme::OutputReading>& outputs) {
    std::vector<std::string> titles;
    for (const auto& output : outputs) {
        if (output.progress.cost_a_unit_disbursed.value &&
            std::ranges::find(titles, output.measure->title) == titles.end())
            titles.push_back(output.measure->title);
    }
    if (titles.size() < 2)
        return {};
    return {
        fmt::format("one amount of money pays for {}: the cost a unit of each carries all of "
                    "it, so that these costs are not additive",
                    fmt::join(titles, " and "))};
}

struct Looked {
    Ledger ledger;
    std::vector<programme::Funnel> funnels;
    std::vector<programme::CohortFlow> flows;
    std::vector<programme::Series> series;
    std::vector<programme::OutputReading> outputs;

    Looked(const Record& record, const Answerable& moment, const plan::Programme& programme)
        : ledger(ledger_of(record, moment, programme)),
          funnels(programme::funnels(programme, ledger)),
          flows(programme::cohort_flows(programme, ledger)),
          series(programme::series(programme, ledger)),
          outputs(programme::output_readings(programme, ledger)) {}
    Looked(const Looked&) = delete;
    Looked& operator=(const Looked&) = delete;
};

Json stages_json(const plan::Programme& programme) {
    return Json::array_of(programme.stages, [](const plan::Stage& stage) {
        return Json::object({{"code", stage.code},
                             {"title", stage.title},
                             {"role", stage.role ? Json{plan::word(*stage.role)} : Json{}}});
    });
}

Json measures_json(const plan::Programme& programme, const Ledger& ledger) {
    return Json::array_of(programme.measures, [&](const plan::ProgrammeMeasure& measure) {
        return Json::object({{"code", measure.code},
                             {"title", measure.title},
                             {"unit", measure.unit},
                             {"nature", plan::word(measure.nature)},
                             {"output", measure.is_output},
                             {"target", optional_number(programme::target_of(measure, ledger))}});
    });
}

Json texts(const std::vector<std::string>& list) {
    return Json::array_of(list, [](const auto& text) { return Json{text}; });
}

Json identity_json(const plan::Plan& plan, const plan::Programme& programme) {
    const auto name = [&](const std::string& body) {
        const auto* institution = plan.find(plan::InstitutionId{body});
        return institution == nullptr ? body : institution->name;
    };
    return Json::object(
        {{"code", programme.code.text()},
         {"title", programme.title},
         {"kind", plan::word(programme.kind)},
         {"owner", programme.owner},
         {"owner_name", name(programme.owner)},
         {"operators",
          Json::array_of(programme.operators, [&](const auto& body) { return Json{name(body)}; })},
         {"activities", Json::array_of(programme.activities,
                                       [](const auto& activity) { return Json{activity.text()}; })},
         {"unit", programme.unit},
         {"note", programme.note}});
}

}  // namespace

Result<Json> programme_list(const Record& record, const Question& question) {
    const Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    Json json = Json::object();
    put_heading(json, moment);
    json.set("programmes", Json::array_of(plan.programmes, [&](const plan::Programme& programme) {
                 const Looked looked{record, moment, programme};
                 Json item = identity_json(plan, programme);
                 item.set("counts", static_cast<std::int64_t>(looked.ledger.observations.size()));
                 item.set("cohorts", static_cast<std::int64_t>(looked.flows.size()));
                 item.set("funnel",
                          looked.funnels.empty() ? Json{} : funnel_json(looked.funnels.back()));
                 item.set("outputs", Json::array_of(looked.outputs, output_json));
                 item.set("alerts", texts(alerts_of(looked.outputs, looked.flows, looked.ledger)));
                 return item;
             }));
    return json;
}

Result<Json> programme_view(const Record& record, const Question& question, std::string_view code,
                            Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    const plan::Programme& programme = *TRY(programme_named(plan, code));
    const Looked looked{record, moment, programme};
    Json json = Json::object();
    put_heading(json, moment);
    const Json identity = identity_json(plan, programme);
    for (const auto& [key, value] : *identity.members())
        json.set(key, value);
    json.set("stages", stages_json(programme));
    json.set("measures", measures_json(programme, looked.ledger));
    json.set("funnels", Json::array_of(looked.funnels, funnel_json));
    json.set("cohorts", Json::array_of(looked.flows, [&](const auto& flow) {
                 return cohort_json(looked.ledger, flow);
             }));
    json.set("series", Json::array_of(looked.series, [&](const auto& one) {
                 return series_json(programme, one);
             }));
    json.set("outputs", Json::array_of(looked.outputs, output_json));
    json.set("earned_value",
             earned_value_json(programme::earned_value_reading(looked.ledger, moment.known.as_of)));
    json.set("tasks", Json::array_of(looked.ledger.tasks, [&](const auto& task) {
                 return task_json(looked.ledger, task);
             }));
    json.set("changes", TRY(changes_json(record, looked.ledger, reader)));
    json.set("alerts", texts(alerts_of(looked.outputs, looked.flows, looked.ledger)));
    json.set("notes", texts(notes_of(looked.outputs)));
    return json;
}

}  // namespace app
