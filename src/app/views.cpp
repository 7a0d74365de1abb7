#include "app/views.h"

#include "app/target_status.h"
#include "plan/amend.h"
#include "plan/json.h"
#include "statistics/derive.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Json;

Json confirmations_json(const state::PlanInForce& plan) {
    Json list = Json::array();
    for (const auto& [activity, confirmations] : plan.confirmations) {
        for (const auto& confirmation : confirmations)
            list.push(Json::object({{"activity", activity.text()},
                                    {"institution", confirmation.institution.text()},
                                    {"answer", confirmation.answer},
                                    {"by", confirmation.by},
                                    {"on", base::to_string(confirmation.effective_on)},
                                    {"seq", confirmation.seq}}));
    }
    return list;
}

Json answer_json(const base::Period& period, const statistics::Answer& answer) {
    Json json = Json::object();
    json.set("period", period.text());
    json.set("value", answer.value ? number(*answer.value) : Json{});
    json.set("complete", answer.complete);
    json.set("estimated", answer.estimated);
    json.set("provisional", answer.provisional);
    json.set("coverage",
             Json::object({{"known", answer.coverage.known}, {"of", answer.coverage.of}}));
    json.set("vintage", answer.vintage ? Json{base::to_string(*answer.vintage)} : Json{});
    json.set("reason", answer.reason);
    if (answer.derivation)
        json.set("derivation", explanation_json(explanation_of(*answer.derivation)));
    return json;
}

struct Extent {
    base::Day first = base::Day::max();
    base::Day last = base::Day::min();
};

Extent extent_of(const statistics::Series& series, base::Day as_of) {
    Extent extent;
    for (const auto& observation : series.observations) {
        if (observation.vintage.known_on > as_of)
            continue;
        extent.first = std::min(extent.first, observation.time.first_day());
        extent.last = std::max(extent.last, observation.time.last_day());
    }
    return extent;
}

void put_periods(Json& json, const statistics::Series& series, const Answerable& moment,
                 const statistics::SourceTable& sources) {
    const Extent extent = extent_of(series, moment.known.as_of);
    Json years = Json::array(), months = Json::array();
    if (extent.first <= extent.last) {
        const auto fiscal = moment.plan->working->fiscal_year;
        const auto each = [&](base::Frequency frequency, base::YearStart start, auto answer,
                              Json& list) {
            auto period = base::Period::containing(extent.first, frequency, start);
            for (; period.first_day() <= extent.last; period = period.next()) {
                const auto found = answer(period);
                if (found.value)
                    list.push(answer_json(period, found));
            }
        };
        each(
            base::Frequency::year, fiscal,
            [&](const base::Period& period) {
                return statistics::value_as_of(series, period, moment.known.as_of, sources);
            },
            years);
        each(
            base::Frequency::month, {},
            [&](const base::Period& period) {
                return statistics::month_as_of(series, period, moment.known.as_of, sources);
            },
            months);
    }
    json.set("years", std::move(years));
    json.set("months", std::move(months));
}

Json observations_json(const statistics::Series& series, base::Day as_of,
                       const statistics::SourceTable& sources) {
    Json list = Json::array();
    for (const auto& observation : series.observations) {
        if (observation.vintage.known_on > as_of)
            continue;
        const auto source = sources.find(observation.source);
        list.push(
            Json::object({{"time", observation.time.text()},
                          {"value", number(observation.value)},
                          {"known_on", base::to_string(observation.vintage.known_on)},
                          {"estimated", observation.vintage.estimated},
                          {"source", observation.source},
                          {"publisher", source == sources.end() ? "" : source->second.publisher},
                          {"address", source == sources.end() ? "" : source->second.address},
                          {"row", observation.row},
                          {"suspect", observation.suspect}}));
    }
    return list;
}

}  // namespace

Result<Json> plan_view(const Record& record, const Question& question) {
    const Answerable moment = TRY(record.answerable(question));
    Json json = Json::object();
    put_heading(json, moment);
    json.set("plan", plan::to_json(*moment.plan->working));
    json.set("open", Json::array_of(plan::open_points(*moment.plan->working),
                                    [](const plan::OpenPoint& point) {
                                        return Json::object({{"subject", point.subject},
                                                             {"field", point.field},
                                                             {"note", point.note},
                                                             {"who", point.closed_by}});
                                    }));
    json.set("confirmations", confirmations_json(*moment.plan));
    Json asked = Json::object();
    for (const auto& [activity, day] : moment.plan->asked_from)
        asked.set(activity.text(), base::to_string(day));
    json.set("asked_from", std::move(asked));
    return json;
}

Result<Json> indicator_view(const Record& record, const Question& question, std::string_view code) {
    const Answerable moment = TRY(record.answerable(question));
    const auto* indicator = moment.plan->working->find(plan::IndicatorId{code});
    if (indicator == nullptr)
        return Error{ErrorCode::not_found, fmt::format("no indicator has the code \"{}\"", code),
                     "code"};
    const statistics::DimensionFilter filter{indicator->series.begin(), indicator->series.end()};
    const auto series = TRY(record.series(filter, moment.known.seq));
    const auto sources = TRY(record.sources(moment.known.seq));
    Json json = Json::object();
    put_heading(json, moment);
    json.set("code", indicator->code.text());
    json.set("title", indicator->title);
    json.set("definition", indicator->definition);
    json.set("unit", indicator->unit);
    json.set("scope", indicator->scope);
    json.set("note", indicator->note);
    if (series->size() == 1 && indicator->rollup == plan::RollUp::sum) {
        put_periods(json, series->front(), moment, sources);
    } else {
        json.set("years", Json::array());
        json.set("months", Json::array());
    }
    json.set("series", Json::array_of(*series, [&](const statistics::Series& one) {
                 return Json::object(
                     {{"key", one.key.text()},
                      {"observations", observations_json(one, moment.known.as_of, sources)}});
             }));
    return json;
}

Result<Json> journal_page(const Record& record, std::optional<std::uint64_t> before,
                          std::size_t limit) {
    const std::uint64_t size = record.state().size();
    const std::uint64_t until = std::min(before.value_or(size), size);
    const std::uint64_t from = until > limit ? until - limit : 0;
    Json::Array entries;
    TRY(record.log().scan(from, until, [&](std::uint64_t, std::string_view bytes) -> Result<void> {
        auto entry = Json::parse(bytes, "entry");
        if (!entry.ok())
            return entry.error();
        entries.push_back(std::move(entry).value());
        return {};
    }));
    std::ranges::reverse(entries);
    return Json::object({{"entries", std::move(entries)},
                         {"size", size},
                         {"next", from > 0 ? Json{from} : Json{}}});
}

Result<Json> journal_entry(const Record& record, std::uint64_t seq) {
    const std::uint64_t size = record.state().size();
    if (seq >= size)
        return Error{ErrorCode::not_found,
                     fmt::format("the journal has {} entries, from 0 to {}; found {}", size,
                                 size == 0 ? 0 : size - 1, seq),
                     "seq"};
    std::string bytes;
    TRY(record.log().scan(seq, seq + 1, [&](std::uint64_t, std::string_view entry) -> Result<void> {
        bytes = entry;
        return {};
    }));
    const auto proof = TRY(record.log().inclusion(seq, size));
    const Json entry = TRY(Json::parse(bytes, "entry"));
    const std::string note = TRY(record.log().checkpoint());
    return Json::object({{"entry", entry},
                         {"leaf_hash", journal::to_hex(journal::leaf_hash(bytes))},
                         {"tree_size", size},
                         {"inclusion", Json::array_of(proof,
                                                      [](const journal::Hash& hash) {
                                                          return Json{journal::to_hex(hash)};
                                                      })},
                         {"checkpoint", note}});
}

Json receipt_json(const journal::Receipt& receipt) {
    return Json::object({{"seq", receipt.seq},
                         {"recorded_at", base::to_string(receipt.recorded_at)},
                         {"leaf_hash", journal::to_hex(receipt.leaf_hash)},
                         {"tree_size", receipt.tree_size},
                         {"root", journal::to_hex(receipt.root)},
                         {"repeated", receipt.repeated}});
}

Result<Question> parse_question(const Record& record, std::string_view as_of,
                                std::string_view recorded_by) {
    Question question;
    if (!as_of.empty()) {
        const auto day = base::parse_day(as_of);
        if (!day.ok())
            return Error{day.error().code, day.error().message, "as_of"};
        question.as_of = day.value();
    }
    if (recorded_by.empty())
        return question;
    if (recorded_by.size() > 10) {
        const auto instant = base::parse_instant(recorded_by);
        if (!instant.ok())
            return Error{instant.error().code, instant.error().message, "recorded_by"};
        question.recorded_by = instant.value();
        return question;
    }
    const auto day = base::parse_day(recorded_by);
    if (!day.ok())
        return Error{day.error().code, day.error().message, "recorded_by"};
    const auto moment = record.now();
    const base::UtcOffset offset =
        moment.ok() ? moment.value().plan->printed->utc_offset : base::UtcOffset{};
    question.recorded_by =
        offset.midnight(day.value() + std::chrono::days{1}) - std::chrono::microseconds{1};
    return question;
}

}  // namespace app
