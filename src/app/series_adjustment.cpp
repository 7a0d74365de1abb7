#include "app/series_adjustment.h"

#include "app/rounded.h"
#include "app/target_status.h"

#include <fmt/format.h>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Json;

constexpr std::size_t years_least = 3;

// The period of the year of the first value.
int start_of(const base::Period& first) {
    const std::chrono::year_month_day day{first.first_day()};
    const int month = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    return first.frequency() == Frequency::month ? month : month / 3;
}

Json outliers_json(const SeriesAdjustment& made) {
    if (!made.made.model)
        return Json::array();
    return Json::array_of(made.made.model->outliers, [&](const adjustment::Outlier& one) {
        return Json::object({{"time", made.past.first.plus(static_cast<int>(one.at)).text()},
                             {"kind", adjustment::word(one.kind)},
                             {"effect", rounded(one.effect, 6)}});
    });
}

Json periods_json(const SeriesAdjustment& made) {
    const auto& parts = made.made;
    const int places = made.past.places();
    // Factors lie around 1, differences are of the series' own size.
    const int of_factors = parts.mode == adjustment::Mode::multiplicative ? 6 : places;
    Json all = Json::array();
    auto period = made.past.first;
    for (std::size_t t = 0; t < made.past.answers.size(); ++t, period = period.next()) {
        const auto& answer = made.past.answers[t];
        const auto part = [&](const std::vector<double>& of, int digits) {
            return parts.is_adjusted ? Json{rounded(of[t], digits)} : Json{};
        };
        all.push(Json::object({{"time", period.text()},
                               {"value", answer.value ? Json{answer.value->text()} : Json{}},
                               {"provisional", answer.provisional},
                               {"seasonal", part(parts.seasonal, of_factors)},
                               {"adjusted", part(parts.adjusted, places)},
                               {"trend", part(parts.trend, places)},
                               {"irregular", part(parts.irregular, of_factors)}}));
    }
    return all;
}

}  // namespace

Result<std::optional<adjustment::Mode>> parse_adjustment_mode(std::string_view text) {
    using Mode = std::optional<adjustment::Mode>;
    for (const auto mode : {adjustment::Mode::multiplicative, adjustment::Mode::additive})
        if (text == adjustment::word(mode))
            return Mode{mode};
    if (text == "auto")
        return Mode{};
    return Error{ErrorCode::invalid_argument,
                 fmt::format("expected auto, multiplicative or additive, found \"{}\"", text),
                 "mode"};
}

Result<SeriesAdjustment> series_adjustment(const Record& record,
                                           const AdjustmentQuestion& question) {
    if (question.every && *question.every != Frequency::month &&
        *question.every != Frequency::quarter)
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected month or quarter, found {}", base::name(*question.every)),
            "every"};
    const auto known = TRY(known_series(record, question, question.series));
    SeriesAdjustment made{.moment = known.moment,
                          .series = known.series.key,
                          .past = {},
                          .influences = {},
                          .made = {}};
    for (const auto every : {Frequency::month, Frequency::quarter}) {
        if (question.every && *question.every != every)
            continue;
        made.every = every;
        const auto whole =
            known_history(known.series, every, {1}, made.moment.known.as_of, known.sources);
        made.past = after_last_gap(whole);
        made.left_out = whole.known - made.past.known;
        if (made.past.known >=
            years_least * static_cast<std::size_t>(base::periods_per_year(every)))
            break;
    }
    if (made.past.is_empty()) {
        made.made.reason = fmt::format("no {} is known", base::name(made.every));
        return made;
    }
    adjustment::AdjustOptions options;
    options.frequency = base::periods_per_year(made.every);
    options.start = start_of(made.past.first);
    options.mode = question.mode;
    options.model = question.model;
    options.finds_outliers = question.finds_outliers;
    const auto values = made.past.values();
    const InfluenceSources of_days{question.days, made.past.first, {}};
    options.influences = TRY(influences_of_adjustment(values, 1, of_days, options));
    made.made = TRY(adjustment::adjust(values, options));
    made.influences = found_influences(options, made.made);
    return made;
}

Json to_json(const SeriesAdjustment& made) {
    const auto& parts = made.made;
    // Without tables nothing was tested.
    const bool is_tested = !parts.tables.b1.empty();
    const auto tested = [&](Json value) { return is_tested ? std::move(value) : Json{}; };
    Json json = Json::object();
    put_heading(json, made.moment);
    json.set("series", made.series.text());
    json.set("unit", unit_of(made.series));
    json.set("every", base::name(made.every));
    json.set("known", static_cast<std::int64_t>(made.past.known));
    json.set("left_out", static_cast<std::int64_t>(made.left_out));
    json.set("adjusted", parts.is_adjusted);
    json.set("reason", parts.reason.empty() ? Json{} : Json{parts.reason});
    json.set("mode", tested(adjustment::word(parts.mode)));
    json.set("model", parts.model ? Json{adjustment::name_of(parts.model->order)} : Json{});
    json.set("seasonality", tested(adjustment::word(parts.seasonality.verdict)));
    json.set("influences", Json::array_of(made.influences, [](const FoundInfluence& one) {
                 return Json::object({{"name", one.name},
                                      {"coefficient", rounded(one.coefficient, 6)},
                                      {"t", rounded(one.t, 2)}});
             }));
    json.set("seasonal_filter", tested(adjustment::word(parts.tables.seasonal)));
    json.set("trend_terms", tested(parts.tables.trend_terms));
    json.set("m", tested(Json::array_of(parts.quality.m,
                                        [](double one) { return Json{rounded(one, 3)}; })));
    json.set("q", tested(rounded(parts.quality.q, 2)));
    json.set("left_in_adjusted", tested(rounded(parts.left_in_adjusted.p, 4)));
    json.set("outliers", outliers_json(made));
    json.set("periods", periods_json(made));
    return json;
}

}  // namespace app
