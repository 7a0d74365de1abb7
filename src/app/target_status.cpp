#include "app/target_status.h"

#include "app/setting.h"
#include "statistics/concentration.h"
#include "statistics/derive.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;
using plan::Measure;

statistics::DimensionFilter filter_of(const plan::Indicator& indicator) {
    return {indicator.series.begin(), indicator.series.end()};
}

std::string words_of(const std::string& time, const plan::Plan& plan) {
    const auto parsed = statistics::TimePeriod::parse(time, plan.fiscal_year);
    return parsed.ok() ? parsed->words() : time;
}

void take(const statistics::Answer& answer, status::OutcomeInput& input) {
    if (!answer.value) {
        input.reason = answer.reason;
        return;
    }
    status::Measured measured;
    measured.value = *answer.value;
    measured.covered = answer.coverage.known;
    measured.of = answer.coverage.of;
    measured.is_complete = answer.complete;
    measured.is_estimated = answer.estimated;
    measured.described = words_of(answer.time, input.plan);
    if (answer.derivation)
        measured.derivation = explanation_of(*answer.derivation);
    input.measured = std::move(measured);
}

Result<void> measure_concentration(const std::vector<statistics::Series>& series,
                                   const Answerable& moment, const statistics::SourceTable& sources,
                                   status::OutcomeInput& input) {
    const auto& outcome = input.outcome;
    const auto found = statistics::concentration_as_of(
        series, input.indicator->dimension, outcome.period.value(), moment.known.as_of, sources);
    if (!found.largest_share) {
        input.reason = found.reason;
        return {};
    }
    status::Measured measured;
    measured.value = TRY(base::Decimal::from_double(*found.largest_share, 4)).trimmed();
    measured.covered = measured.of = 1;
    measured.is_complete = true;
    measured.is_estimated = found.estimated;
    measured.described = fmt::format("{}, {}", found.largest, words_of(found.time, input.plan));
    measured.derivation = {"largest share", measured.value.text() + " percent", found.largest, {}};
    if (found.hhi)
        measured.derivation.parts.push_back(
            {"Herfindahl-Hirschman index",
             found.all_published
                 ? fmt::format("{:.4f}", found.hhi->lower)
                 : fmt::format("between {:.4f} and {:.4f}", found.hhi->lower, found.hhi->upper),
             found.all_published ? "" : "bounds, because only a part of the shares is published",
             {}});
    for (const auto& share : found.shares)
        measured.derivation.parts.push_back(explanation_of(share));
    input.measured = std::move(measured);
    return {};
}

Result<void> measure(const Record& record, const Answerable& moment, status::OutcomeInput& input) {
    const auto& outcome = input.outcome;
    const auto series = TRY(record.series(filter_of(*input.indicator), moment.known.seq));
    if (series->empty()) {
        input.reason = "no statistics of this indicator have been loaded";
        return {};
    }
    const auto sources = TRY(record.sources(moment.known.seq));
    if (outcome.measure == Measure::concentration)
        return measure_concentration(*series, moment, sources, input);
    const statistics::Series& one = series->front();
    auto period = outcome.period.value();
    if (!period)
        period = statistics::latest_period(one, base::Frequency::year,
                                           moment.plan->working->fiscal_year, moment.known.as_of);
    // What came after the due date is not what was promised.
    if (period && outcome.due.is_stated() && period->first_day() > outcome.due->day)
        period =
            base::Period::containing(outcome.due->day, period->frequency(), period->year_start());
    if (!period) {
        input.reason = "nothing has been published by this day";
        return {};
    }
    take(outcome.measure == Measure::growth
             ? statistics::growth_as_of(one, *period, moment.known.as_of, sources)
             : statistics::value_as_of(one, *period, moment.known.as_of, sources),
         input);
    return {};
}

Json optional_number(const std::optional<base::Decimal>& value) {
    return value ? number(*value) : Json{};
}

Json optional_real(const std::optional<double>& value) {
    return value ? Json{*value} : Json{};
}

Json texts(const std::vector<std::string>& list) {
    return Json::array_of(list, [](const std::string& text) { return Json{text}; });
}

template <typename T, typename Print>
Json stated_json(const plan::Stated<T>& field, Print print) {
    if (field.is_open())
        return "open";
    return field.is_stated() ? Json{print(*field)} : Json{};
}

Json status_json(const status::TargetStatus& judged) {
    Json json = Json::object();
    json.set("status", status::word(judged.status));
    json.set("expected", optional_real(judged.expected));
    json.set("actual", optional_number(judged.actual));
    json.set("verified", optional_number(judged.verified));
    json.set("ratio", optional_real(judged.ratio));
    json.set("judged_on", judged.judged_on ? Json{base::to_string(*judged.judged_on)} : Json{});
    json.set("why", texts(judged.why));
    json.set("alerts", texts(judged.alerts));
    json.set("decisions", texts(judged.decisions));
    json.set("promises", Json::array_of(judged.promises, [](const status::Promise& promise) {
                 return Json::object({{"field", promise.field},
                                      {"promised", promise.promised},
                                      {"now", promise.now},
                                      {"lowered", promise.is_lowered}});
             }));
    json.set("overdue_period",
             judged.overdue_period ? Json{judged.overdue_period->text()} : Json{});
    json.set("silent_periods",
             Json::array_of(judged.silent_periods,
                            [](const base::Period& period) { return Json{period.text()}; }));
    json.set("escalation",
             Json::array_of(judged.escalation, [](const progress::EscalationStep& step) {
                 return Json::object(
                     {{"to", progress::word(step.rung)}, {"on", base::to_string(step.on)}});
             }));
    return json;
}

void append(Json& json, const Json& more) {
    for (const auto& [key, value] : *more.members())
        json.set(key, value);
}

std::string decimal_text(const base::Decimal& value) {
    return value.text();
}

Json target_json(const plan::Plan& plan, const status::TargetStatus& judged) {
    const plan::Target& target = *plan.find_target(judged.id);
    const plan::Activity& activity = *plan.find(judged.activity);
    Json json = Json::object({{"id", judged.id.text()},
                              {"activity", judged.activity.text()},
                              {"objective", activity.objective.text()}});
    append(json, status_json(judged));
    json.set("statement", stated_json(target.statement, [](const auto& s) { return s; }));
    json.set("measure",
             stated_json(target.measure, [](Measure m) { return std::string{plan::word(m)}; }));
    json.set("value", stated_json(target.value, decimal_text));
    json.set("unit", stated_json(target.unit, [](const auto& s) { return s; }));
    json.set("baseline", stated_json(target.baseline, decimal_text));
    json.set("due", stated_json(target.due, [](const auto& due) { return due.text; }));
    json.set("lead", stated_json(activity.lead, [](const auto& id) { return id.text(); }));
    return json;
}

Json outcome_json(const plan::Plan& plan, const status::TargetStatus& judged) {
    const plan::Outcome& outcome = *plan.find_outcome(judged.id);
    Json json =
        Json::object({{"id", judged.id.text()},
                      {"activity", Json{}},
                      {"objective", outcome.objective ? Json{outcome.objective->text()} : Json{}}});
    append(json, status_json(judged));
    json.set("statement", outcome.statement);
    json.set("measure", plan::word(outcome.measure));
    json.set("value", stated_json(outcome.value, decimal_text));
    json.set("unit", stated_json(outcome.unit, [](const auto& s) { return s; }));
    json.set("baseline", stated_json(outcome.baseline, decimal_text));
    json.set("due", stated_json(outcome.due, [](const auto& due) { return due.text; }));
    json.set("indicator", outcome.indicator.text());
    json.set("period", stated_json(outcome.period, [](const auto& p) { return p.text(); }));
    json.set("origin", plan::word(outcome.origin));
    json.set("scope", outcome.scope);
    return json;
}

Json tally_json(const status::Tally& tally) {
    Json json = Json::object();
    for (std::size_t i = 0; i < status::status_count; ++i)
        json.set(std::string{status::word(static_cast<status::Status>(i))}, tally.by_status[i]);
    return json;
}

}  // namespace

status::Explanation explanation_of(const statistics::Derivation& derivation) {
    status::Explanation node;
    node.label =
        derivation.operation == statistics::Operation::published
            ? fmt::format("published for {}", derivation.time)
            : fmt::format("{} over {}", statistics::word(derivation.operation), derivation.time);
    node.value = derivation.value.text();
    if (!derivation.unit.empty())
        node.value += " " + derivation.unit;
    if (derivation.vintage) {
        node.source = derivation.publisher.empty() ? derivation.source : derivation.publisher;
        node.source += ", " + base::to_string(derivation.vintage->known_on);
        if (derivation.vintage->estimated)
            node.source += " (estimated)";
        if (!derivation.row.empty())
            node.source += ", row " + derivation.row;
    }
    for (const auto& operand : derivation.operands)
        node.parts.push_back(explanation_of(operand));
    return node;
}

Json explanation_json(const status::Explanation& node) {
    Json json =
        Json::object({{"label", node.label}, {"value", node.value}, {"source", node.source}});
    if (!node.parts.empty())
        json.set("parts", Json::array_of(node.parts, explanation_json));
    return json;
}

Json number(const base::Decimal& value) {
    if (value.trimmed().scale() == 0)
        return value.trimmed().coefficient();
    return value.to_double();
}

void put_heading(Json& json, const Answerable& moment) {
    const plan::Plan& plan = *moment.plan->working;
    json.set(
        "strategy",
        Json::object({{"code", plan.code}, {"title", plan.title}, {"exercise", plan.is_exercise}}));
    json.set("as_of", base::to_string(moment.known.as_of));
    json.set("today", base::to_string(moment.today));
    json.set("recorded_by",
             moment.recorded_by ? Json{base::to_string(*moment.recorded_by)} : Json{});
    json.set("entries", moment.entries);
}

status::TargetInput target_input(const Record& record, const Answerable& moment,
                                 const plan::Activity& activity, const plan::Target& target) {
    const state::PlanInForce& plan = *moment.plan;
    const plan::Target* printed =
        plan.promised == plan.working ? nullptr : plan.promised->find_target(target.id);
    return {*plan.working,
            activity,
            target,
            printed,
            printed == nullptr ? nullptr : plan.promised->find(activity.code),
            calendar_of(plan, target),
            record.state().duties(target.id, moment.known),
            moment.known.as_of};
}

Result<status::TargetStatus> outcome_status(const Record& record, const Answerable& moment,
                                            const plan::Outcome& outcome, status::Detail detail) {
    const plan::Plan& plan = *moment.plan->working;
    status::OutcomeInput input{plan,         outcome, plan.find(outcome.indicator),
                               std::nullopt, "",      moment.known.as_of};
    if (moment.plan->promised != moment.plan->working)
        input.promised = moment.plan->promised->find_outcome(outcome.id);
    if (input.indicator == nullptr)
        input.reason = fmt::format("no indicator is called {}", outcome.indicator.text());
    else
        TRY(measure(record, moment, input));
    return status::assess(input, detail);
}

Result<Scoreboard> scoreboard(const Record& record, const Question& question) {
    return scoreboard_at(record, TRY(record.answerable(question)));
}

Result<Scoreboard> scoreboard_at(const Record& record, const Answerable& moment) {
    Scoreboard board{moment, {}, {}, {}, {}};
    const plan::Plan& plan = *board.moment.plan->working;
    for (const auto& activity : plan.activities) {
        for (const auto& target : activity.targets) {
            board.targets.push_back(
                status::assess(target_input(record, board.moment, activity, target)));
            board.all.add(board.targets.back().status);
        }
    }
    for (const auto& outcome : plan.outcomes)
        board.outcomes.push_back(
            TRY(outcome_status(record, board.moment, outcome, status::Detail::sentences)));
    board.tallies = status::roll_up(plan, board.targets);
    return board;
}

Json to_json(const Scoreboard& board) {
    const plan::Plan& plan = *board.moment.plan->working;
    Json json = Json::object();
    put_heading(json, board.moment);
    json.set("targets", Json::array_of(board.targets, [&](const auto& judged) {
                 return target_json(plan, judged);
             }));
    json.set("outcomes", Json::array_of(board.outcomes, [&](const auto& judged) {
                 return outcome_json(plan, judged);
             }));
    json.set("objectives", Json::array_of(plan.objectives, [&](const plan::Objective& objective) {
                 const auto& tally = board.tallies.at(objective.code);
                 return Json::object(
                     {{"code", objective.code.text()},
                      {"parent", objective.parent ? Json{objective.parent->text()} : Json{}},
                      {"title", objective.title},
                      {"targets", tally.targets},
                      {"counts", tally_json(tally)}});
             }));
    json.set("counts", tally_json(board.all));
    return json;
}

namespace {

// Those with entries, and those that were asked and have none: silence is shown as silence.
std::vector<progress::Duty> with_silence(const Record& record, const Answerable& moment,
                                         const plan::Target& target,
                                         const std::optional<progress::Calendar>& calendar) {
    auto duties = record.state().duties(target.id, moment.known);
    if (!calendar)
        return duties;
    const auto has = [&](const base::Period& period) {
        return std::ranges::any_of(duties, [&](const progress::Duty& duty) {
            return duty.period == period ||
                   (duty.record.latest &&
                    progress::covers(duty.period, duty.record.latest->on, period));
        });
    };
    std::vector<progress::Duty> silent;
    for (auto period = calendar->first();
         period.index() <= calendar->last().index() && period.last_day() < moment.known.as_of;
         period = period.next()) {
        if (!has(period))
            silent.push_back({period, {}});
    }
    duties.insert(duties.end(), silent.begin(), silent.end());
    std::ranges::sort(duties, {}, [](const progress::Duty& duty) {
        return std::pair{duty.period.last_day(), duty.period.frequency()};
    });
    return duties;
}

Result<void> add_texts(const Record& record, std::uint64_t seq, Json& event) {
    const auto entry = TRY(record.log().read(seq));
    for (const auto* member : {"narrative", "explanation", "reason"}) {
        const auto* commitment = entry.payload.find(member);
        if (commitment != nullptr && commitment->string() != nullptr)
            event.set(member, TRY(unvaulted(record, *commitment->string())));
    }
    return {};
}

Result<Json> reports_json(const Record& record, const Answerable& moment,
                          const plan::Target& target, Reader reader) {
    Json list = Json::array();
    const auto calendar = calendar_of(*moment.plan, target);
    for (const auto& duty : with_silence(record, moment, target, calendar)) {
        Json events = Json::array();
        for (const auto& event : record.state().events(target.id, duty.period, moment.known)) {
            Json item = Json::object(
                {{"seq", event.seq},
                 {"kind", progress::word(event.kind)},
                 {"effective_on", base::to_string(event.effective_on)},
                 {"recorded_at", base::to_string(*record.state().recorded_at(event.seq))},
                 {"institution", record.state().institution_name(event.institution)}});
            if (event.grade != progress::Grade::none)
                item.set("grade", progress::word(event.grade));
            if (event.claim.value)
                item.set("value", number(*event.claim.value));
            if (event.claim.numerator && event.claim.denominator) {
                item.set("numerator", number(*event.claim.numerator));
                item.set("denominator", number(*event.claim.denominator));
            }
            if (event.claim.done)
                item.set("done", *event.claim.done);
            if (event.self_rating != progress::SelfRating::none)
                item.set("self_rating", progress::word(event.self_rating));
            if (reader == Reader::console)
                TRY(add_texts(record, event.seq, item));
            events.push(std::move(item));
        }
        const auto state =
            progress::state_on(duty.record, calendar, duty.period, moment.known.as_of);
        const bool waits = !duty.record.latest && duty.record.contributions > 0;
        list.push(Json::object({{"period", duty.period.text()},
                                {"state", waits ? "contributed" : progress::word(state)},
                                {"events", std::move(events)}}));
    }
    return list;
}

Json plan_of_target(const plan::Plan& plan, const plan::Activity& activity,
                    const plan::Target& target) {
    const auto name = [&](const plan::InstitutionId& id) {
        const auto* institution = plan.find(id);
        return institution != nullptr ? institution->name : id.text();
    };
    const auto word = [](const auto& value) { return std::string{plan::word(value)}; };
    const auto self = [](const std::string& text) { return text; };
    Json json = Json::object({{"activity_title", activity.title},
                              {"activity_note", activity.note},
                              {"bound", plan::word(target.bound)},
                              {"direction", plan::word(target.direction)},
                              {"rollup", plan::word(target.rollup)},
                              {"note", target.note}});
    json.set("verification", stated_json(target.verification, self));
    json.set("population", stated_json(target.population, self));
    json.set("question", stated_json(target.question, self));
    json.set("kind", stated_json(activity.kind, word));
    json.set("lead_name", stated_json(activity.lead, name));
    json.set("support", Json::array_of(activity.support, [&](const auto& id) {
                 return Json::object({{"code", id.text()}, {"name", name(id)}});
             }));
    json.set("verifier", target.verifier ? Json{name(*target.verifier)} : Json{});
    json.set("path", Json::array_of(target.path, [](const plan::InterimTarget& interim) {
                 return Json::object({{"at", interim.at.text}, {"value", number(interim.value)}});
             }));
    return json;
}

Result<Json> amendments_json(const Record& record, const Answerable& moment,
                             const plan::Activity& activity, const std::string& target) {
    Json list = Json::array();
    for (const auto& amendment : moment.plan->amendments) {
        if (amendment.subject != target && amendment.subject != activity.code.text())
            continue;
        list.push(Json::object({{"seq", amendment.seq},
                                {"effective_on", base::to_string(amendment.effective_on)},
                                {"subject", amendment.subject},
                                {"change", amendment.before},
                                {"reason", TRY(unvaulted(record, amendment.reason))},
                                {"decision", amendment.decision}}));
    }
    return list;
}

}  // namespace

Result<Json> target_story(const Record& record, const Question& question, std::string_view id,
                          Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    Json json = Json::object();
    put_heading(json, moment);
    if (const auto* outcome = plan.find_outcome(plan::TargetId{id})) {
        const auto judged = TRY(outcome_status(record, moment, *outcome, status::Detail::tree));
        append(json, outcome_json(plan, judged));
        const auto* indicator = plan.find(outcome->indicator);
        json.set("indicator_title", indicator != nullptr ? indicator->title : "");
        json.set("definition", indicator != nullptr ? indicator->definition : "");
        json.set("origin_source", outcome->origin_source);
        json.set("note", outcome->note);
        json.set("explanation", explanation_json(judged.explanation));
        return json;
    }
    const Located located = TRY(locate(plan, id));
    const auto judged = status::assess(
        target_input(record, moment, *located.activity, *located.target), status::Detail::tree);
    append(json, target_json(plan, judged));
    append(json, plan_of_target(plan, *located.activity, *located.target));
    json.set("reports", TRY(reports_json(record, moment, *located.target, reader)));
    json.set("amendments",
             TRY(amendments_json(record, moment, *located.activity, std::string{id})));
    json.set("explanation", explanation_json(judged.explanation));
    return json;
}

}  // namespace app
