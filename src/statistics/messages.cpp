#include "statistics/messages.h"

#include "statistics/derive.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace statistics {
namespace {

using base::Json;

Json figure_json(const Answer& figure) {
    return Json::object(
        {{"value", figure.value->text()}, {"unit", figure.unit}, {"time", figure.time}});
}

// "Daily Times / APP [pbs_fy23]"
std::string name_of(const std::string& key, const SourceTable& sources) {
    const auto at = sources.find(key);
    return at == sources.end() || at->second.publisher.empty()
               ? key
               : fmt::format("{} [{}]", at->second.publisher, key);
}

Json source_json(const std::string& key, const SourceTable& sources) {
    const auto at = sources.find(key);
    const bool is_known = at != sources.end();
    return Json::object({{"key", key},
                         {"publisher", is_known ? at->second.publisher : ""},
                         {"address", is_known ? at->second.address : ""}});
}

Json strings(std::span<const std::string> all) {
    return Json::array_of(all, [](const std::string& text) { return Json{text}; });
}

}  // namespace

Json Message::json() const {
    return Json::object({{"key", key}, {"text", text}, {"parameters", parameters}});
}

std::string text_of(const Messages& messages) {
    std::string out;
    for (const auto& message : messages)
        out += (out.empty() ? "" : "; ") + message.text;
    return out;
}

Json json_of(const Messages& messages) {
    return Json::array_of(messages, [](const Message& message) { return message.json(); });
}

namespace say {

Message nothing_published(std::string_view time, Day day) {
    return {"nothing_published",
            fmt::format("nothing published yet for {} by {}", time, base::to_string(day)),
            Json::object({{"period", time}, {"day", base::to_string(day)}})};
}

Message not_used(std::string_view row, std::string_view reason) {
    return {"not_used", fmt::format("{} is not used: it is {}", row, reason),
            Json::object({{"row", row}, {"reason", reason}})};
}

Message not_whole_months(const Period& period) {
    return {"not_whole_months", fmt::format("{} is not made of whole months", period.text()),
            Json::object({{"period", period.text()}})};
}

Message published_in_part(int known, int of, Day day) {
    return {"published_in_part",
            fmt::format("published for {} of {} months by {}", known, of, base::to_string(day)),
            Json::object({{"known", known}, {"of", of}, {"day", base::to_string(day)}})};
}

Message not_whole(const Period& period, int known, int of, Day day) {
    return {"not_whole",
            fmt::format("{} is published for {} of {} months by {}", period.text(), known, of,
                        base::to_string(day)),
            Json::object({{"period", period.text()},
                          {"known", known},
                          {"of", of},
                          {"day", base::to_string(day)}})};
}

Message expected_a_month(const Period& found) {
    return {"expected_a_month", fmt::format("expected a month, found {}", found.text()),
            Json::object({{"period", found.text()}})};
}

Message no_base_of_growth(std::string_view time, std::string_view base) {
    return {"no_base_of_growth",
            fmt::format("{} is published, but not {}, which growth is measured from", time, base),
            Json::object({{"period", time}, {"base", base}})};
}

Message not_alike(const Answer& a, const Period& of_a, const Answer& b, const Period& of_b) {
    return {"not_alike",
            fmt::format("{} of {} is not compared with {} of {}", a.time, of_a.text(), b.time,
                        of_b.text()),
            Json::object({{"time", a.time},
                          {"period", of_a.text()},
                          {"other_time", b.time},
                          {"other_period", of_b.text()}})};
}

Message one_release(std::string_view source, Day known_on, const SourceTable& sources) {
    const std::string key{source};
    return {
        "one_release",
        fmt::format("of one release, {} of {}", name_of(key, sources), base::to_string(known_on)),
        Json::object({{"source", source_json(key, sources)}, {"day", base::to_string(known_on)}})};
}

Message in_force_now(std::span<const Answer* const> figures) {
    std::vector<std::string> texts;
    for (const auto* figure : figures)
        texts.push_back(
            fmt::format("{} {} for {}", figure->value->text(), figure->unit, figure->time));
    return {"in_force_now", fmt::format("in force now: {}", fmt::join(texts, ", ")),
            Json::object({{"figures", Json::array_of(figures, [](const Answer* figure) {
                               return figure_json(*figure);
                           })}})};
}

Message no_common_release(std::span<const std::string> keys, const SourceTable& sources) {
    std::vector<std::string> names;
    for (const auto& key : keys)
        names.push_back(name_of(key, sources));
    return {
        "no_common_release",
        fmt::format("no release has all of these figures; they are of {}", fmt::join(names, ", ")),
        Json::object({{"sources", Json::array_of(keys, [&](const std::string& key) {
                           return source_json(key, sources);
                       })}})};
}

Message not_positive(std::string_view what, const Answer& found) {
    return {"not_positive",
            fmt::format("{} needs a positive value for {}, found {}", what, found.time,
                        found.value->text()),
            Json::object({{"what", what}, {"time", found.time}, {"value", found.value->text()}})};
}

Message not_exact(std::string_view fault) {
    return {"not_exact", std::string{fault}, Json::object({{"fault", fault}})};
}

Message not_of_one_kind(const Period& from, const Period& to) {
    return {"not_of_one_kind",
            fmt::format("expected two periods of one kind, the later one second, found {} and {}",
                        from.text(), to.text()),
            Json::object({{"from", from.text()}, {"to", to.text()}})};
}

Message over_years(double years) {
    return {"over_years", fmt::format("over {:g} years", years), Json::object({{"years", years}})};
}

Message wrong_months(const Period& found, int count) {
    return {"wrong_months",
            fmt::format("expected a month, and at least one, found {} and {}", found.text(), count),
            Json::object({{"period", found.text()}, {"count", count}})};
}

Message months_missing(std::span<const std::string> missing, int of, Day day) {
    return {
        "months_missing",
        fmt::format("{} of {} months are not known on {}: {}", missing.size(), of,
                    base::to_string(day), fmt::join(missing, ", ")),
        Json::object({{"months", strings(missing)}, {"of", of}, {"day", base::to_string(day)}})};
}

Message share_of_another_unit(std::string_view part, std::string_view total) {
    return {"share_of_another_unit",
            fmt::format("a part in {} has no share of a total in {}", part, total),
            Json::object({{"unit", part}, {"total_unit", total}})};
}

Message part_of_another_unit(std::string_view part, std::string_view total) {
    return {"part_of_another_unit",
            fmt::format("a part in {} adds nothing to a total in {}", part, total),
            Json::object({{"unit", part}, {"total_unit", total}})};
}

Message no_part_of(const Answer& part, const Answer& total) {
    return {"no_part_of",
            fmt::format("{} is no part of {}", part.value->text(), total.value->text()),
            Json::object({{"part", figure_json(part)}, {"total", figure_json(total)}})};
}

Message no_state(const SeriesKey& state, const Period& period, Day day) {
    return {
        "no_state",
        fmt::format("no figure of {} in the year before the end of {} is known on {}", state.text(),
                    period.text(), base::to_string(day)),
        Json::object(
            {{"series", state.text()}, {"period", period.text()}, {"day", base::to_string(day)}})};
}

Message divided_by_figure_of(std::string_view time) {
    return {"divided_by_figure_of", fmt::format("divided by the figure of {}", time),
            Json::object({{"time", time}})};
}

Message not_persons(std::string_view unit) {
    return {"not_persons", fmt::format("expected a number of persons, found {}", unit),
            Json::object({{"unit", unit}})};
}

Message own_part(const SeriesKey& series) {
    return {"own_part", fmt::format("{} is no part of itself", series.text()),
            Json::object({{"series", series.text()}})};
}

Message part_twice(const SeriesKey& series) {
    return {"part_twice", fmt::format("{} stands twice among the parts", series.text()),
            Json::object({{"series", series.text()}})};
}

Message no_parts() {
    return {"no_parts", "expected the parts of a total, found none", Json::object()};
}

Message no_sum_to_date(std::string_view time, Day day) {
    return {"no_sum_to_date",
            fmt::format("no sum to date is published for {} by {}", time, base::to_string(day)),
            Json::object({{"time", time}, {"day", base::to_string(day)}})};
}

Message month_as_published(const Answer& published) {
    return {"month_as_published",
            fmt::format("for the month itself {} {} are published", published.value->text(),
                        published.unit),
            Json::object({{"figure", figure_json(published)}})};
}

Message not_a_flow(const SeriesKey& series) {
    return {"not_a_flow", fmt::format("{} counts a state, which has no flow", series.text()),
            Json::object({{"series", series.text()}})};
}

Message no_shares(std::string_view dimension, std::string_view time, Day day) {
    auto parameters = Json::object({{"dimension", dimension}, {"day", base::to_string(day)}});
    if (!time.empty())
        parameters.set("period", time);
    return {"no_shares",
            fmt::format("no shares by {} published yet{}{} by {}", dimension,
                        time.empty() ? "" : " for ", time, base::to_string(day)),
            std::move(parameters)};
}

Message no_whole() {
    return {"no_whole", "the whole that shares are taken of is not positive", Json::object()};
}

Message largest_not_known(double percent_unpublished) {
    const auto percent = fmt::format("{:.1f}", percent_unpublished);
    return {
        "largest_not_known",
        fmt::format("{} percent are not published, more than the largest published share", percent),
        Json::object({{"percent", percent}})};
}

Message shares_do_not_fit(std::string_view fault) {
    return {"shares_do_not_fit", std::string{fault}, Json::object({{"fault", fault}})};
}

Message too_few_periods(std::size_t periods, std::size_t least) {
    return {
        "too_few_periods",
        fmt::format("{} periods are published; of fewer than {} no mean is said", periods, least),
        Json::object({{"periods", static_cast<std::int64_t>(periods)},
                      {"least", static_cast<std::int64_t>(least)}})};
}

Message no_release_has_all(std::string_view time, Day day) {
    return {"no_release_has_all",
            fmt::format("no release known on {} has the total and all parts for {}",
                        base::to_string(day), time),
            Json::object({{"time", time}, {"day", base::to_string(day)}})};
}

}  // namespace say
}  // namespace statistics
