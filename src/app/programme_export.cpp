#include "app/programme_export.h"

#include "app/target_status.h"
#include "programme/readings.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Json;
using plan::FigureOf;
using programme::Observation;

std::string instant(base::Day day) {
    return base::to_string(day) + "T00:00:00Z";
}

Json period_json(const plan::CountTime& when) {
    Json json = Json::object();
    if (when.from)
        json.set("startDate", instant(*when.from));
    json.set("endDate", instant(when.until));
    return json;
}

Json value_json(const base::Decimal& amount, const std::string& currency) {
    return Json::object({{"amount", number(amount)}, {"currency", currency}});
}

// A project schema has no place for "more than"; the note of an observation says it.
std::string note_of(const Observation& observation) {
    std::string note{programme::before(observation.count.qualifier)};
    if (!note.empty())
        note = fmt::format("printed or reported as {}", note.substr(0, note.size() - 1));
    if (!observation.note.empty())
        note += (note.empty() ? "" : "; ") + observation.note;
    return note;
}

Json observation_json(const Observation& observation, const std::string& unit, std::size_t place) {
    const auto& count = observation.count;
    Json json = Json::object({{"id", std::to_string(place)}, {"period", period_json(count.when)}});
    if (count.of == FigureOf::money)
        json.set("value", value_json(count.value, count.currency));
    else
        json.set("measure", number(count.value));
    if (count.of != FigureOf::money && !unit.empty())
        json.set("unit", Json::object({{"name", unit}}));
    Json dimensions = Json::object();
    if (!count.cohort.empty())
        dimensions.set("cohort", count.cohort);
    for (const auto& [name, part] : count.sex)
        dimensions.set(name, number(part));
    if (!dimensions.members()->empty())
        json.set("dimensions", std::move(dimensions));
    if (auto note = note_of(observation); !note.empty())
        json.set("notes", std::move(note));
    return json;
}

/// The counts of each stage, measure and line of money as a metric, in the order of the first.
class Metrics {
  public:
    Metrics(const plan::Programme& programme, const programme::Ledger& ledger)
        : programme_(programme), ledger_(ledger) {}

    Json of(bool are_forecasts) const {
        Json list = Json::array();
        std::vector<std::string> seen;
        for (const auto& observation : ledger_.observations) {
            const auto id = id_of(observation);
            const bool is_forecast = observation.count.of == FigureOf::target;
            if (is_forecast == are_forecasts && std::ranges::find(seen, id) == seen.end()) {
                seen.push_back(id);
                list.push(metric(id, observation));
            }
        }
        if (!are_forecasts)
            put_progress(list);
        return list;
    }

  private:
    static std::string id_of(const Observation& observation) {
        const auto& count = observation.count;
        return fmt::format("{}-{}{}", plan::word(count.of), count.code,
                           count.currency.empty() ? "" : "-" + count.currency);
    }
    std::string title_of(const programme::ReportedCount& count) const {
        if (const auto* stage = programme_.find_stage(count.code); stage != nullptr)
            return stage->title;
        const auto* measure = programme_.find_measure(count.code);
        return measure == nullptr ? fmt::format("Money {}", count.code) : measure->title;
    }
    std::string unit_of(const programme::ReportedCount& count) const {
        const auto* measure = programme_.find_measure(count.code);
        return count.of == FigureOf::stage ? programme_.unit
               : measure == nullptr        ? ""
                                           : measure->unit;
    }
    Json metric(const std::string& id, const Observation& first) const {
        Json observations = Json::array();
        for (const auto& observation : ledger_.observations) {
            if (id_of(observation) == id)
                observations.push(observation_json(observation, unit_of(observation.count),
                                                   observations.array_items()->size() + 1));
        }
        return Json::object({{"id", id},
                             {"title", title_of(first.count)},
                             {"observations", std::move(observations)}});
    }

    // The two metrics that OC4IDS names; one observation for each output and currency.
    void put_progress(Json& list) const {
        const auto outputs = programme::output_readings(programme_, ledger_);
        const auto put = [&](const char* id, const char* title, auto reading) {
            Json observations = Json::array();
            for (const auto& output : outputs) {
                const programme::Reading& percent = reading(output.progress);
                if (!percent.value)
                    continue;
                observations.push(Json::object(
                    {{"id", std::to_string(observations.array_items()->size() + 1)},
                     {"period", Json::object({{"endDate", output.period + "T00:00:00Z"}})},
                     {"measure", *percent.value},
                     {"unit", Json::object({{"name", "percent"}})},
                     {"dimensions", Json::object({{"output", output.measure->code}})}}));
            }
            if (!observations.array_items()->empty())
                list.push(Json::object(
                    {{"id", id}, {"title", title}, {"observations", std::move(observations)}}));
        };
        put(
            "physicalProgress", "Physical progress",
            [](const auto& progress) -> const auto& { return progress.physical_percent; });
        put(
            "financialProgress", "Financial progress",
            [](const auto& progress) -> const auto& { return progress.financial_percent; });
    }

    const plan::Programme& programme_;
    const programme::Ledger& ledger_;
};

Json modification_json(const programme::Recorded<programme::Change>& recorded) {
    const auto& change = recorded.what;
    Json json = Json::object({{"id", std::to_string(recorded.seq)},
                              {"date", instant(recorded.effective_on)},
                              {"type", change.type}});
    const auto each = [&](auto make, const char* was, const char* becomes) {
        json.set(was, make(change.was));
        json.set(becomes, make(change.becomes));
    };
    if (change.type == "value")
        each(
            [&](const std::string& text) {
                return value_json(base::Decimal::parse(text).value_or(base::Decimal{}),
                                  change.currency);
            },
            "oldContractValue", "newContractValue");
    else if (change.type == "duration")
        each(
            [](const std::string& text) {
                return Json::object({{"endDate", text + "T00:00:00Z"}});
            },
            "oldContractPeriod", "newContractPeriod");
    else
        json.set("description", fmt::format("target of {}: {} became {}", change.measure,
                                            change.was, change.becomes));
    return json;
}

// The money approved since inception, in the currency that was approved first.
void put_budget(const programme::Ledger& ledger, Json& json) {
    const Observation* newest = nullptr;
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        const bool is_approved =
            count.of == FigureOf::money && count.code == "approved" && count.when.is_day();
        if (is_approved && (newest == nullptr || (count.currency == newest->count.currency &&
                                                  count.when.until >= newest->count.when.until)))
            newest = &observation;
    }
    if (newest != nullptr)
        json.set(
            "budget",
            Json::object({{"amount", value_json(newest->count.value, newest->count.currency)}}));
}

}  // namespace

Result<Json> export_programme(const Record& record, const Question& question,
                              std::string_view code) {
    const Answerable moment = TRY(record.answerable(question));
    const plan::Plan& plan = *moment.plan->working;
    const plan::Programme& programme = *TRY(programme_named(plan, code));
    const auto ledger = ledger_of(record, moment, programme);
    const auto* owner = plan.find(plan::InstitutionId{programme.owner});
    const std::string name = owner == nullptr ? programme.owner : owner->name;
    Json json = Json::object(
        {{"id", fmt::format("{}-{}", plan.code, programme.code.text())},
         {"updated", instant(moment.known.as_of)},
         {"title", programme.title},
         {"sector", Json::Array{programme.kind == plan::ProgrammeKind::infrastructure ||
                                        programme.kind == plan::ProgrammeKind::technology_park
                                    ? "communications"
                                    : "economy"}},
         {"publicAuthority", Json::object({{"id", programme.owner}, {"name", name}})},
         {"parties", Json::Array{Json::object({{"id", programme.owner},
                                               {"name", name},
                                               {"roles", Json::Array{"publicAuthority"}}})}}});
    if (!programme.note.empty())
        json.set("description", programme.note);
    put_budget(ledger, json);
    const Metrics metrics{programme, ledger};
    for (const auto& [key, are_forecasts] : {std::pair{"forecasts", true}, {"metrics", false}}) {
        if (auto list = metrics.of(are_forecasts); !list.array_items()->empty())
            json.set(key, std::move(list));
    }
    if (!ledger.changes.empty())
        json.set("contractingProcesses",
                 Json::Array{Json::object(
                     {{"id", programme.code.text()},
                      {"summary",
                       Json::object({{"modifications",
                                      Json::array_of(ledger.changes, modification_json)}})}})});
    return json;
}

}  // namespace app
