#include "app/day_influences.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

using adjustment::Alternatives;
using adjustment::Influence;
using adjustment::InfluenceGroup;
using base::Error;
using base::ErrorCode;

constexpr std::array<std::string_view, 4> words{"none", "weekdays", "western", "pakistan"};

InfluenceGroup group_of(std::string name, std::vector<almanac::Regressor> regressors) {
    InfluenceGroup group{std::move(name), {}};
    for (auto& one : regressors)
        group.influences.push_back({std::move(one.name), std::move(one.values)});
    return group;
}

// What AICc chooses among, one after another.
std::vector<Alternatives> candidates(DayCalendar days, const almanac::Stretch& of) {
    std::vector<Alternatives> all;
    if (days == DayCalendar::none)
        return all;
    all.push_back({group_of("working days", {almanac::weekdays(of)}),
                   group_of("trading days", almanac::trading_days(of))});
    all.push_back({group_of("leap year", {almanac::leap_year(of)})});
    if (days == DayCalendar::western) {
        auto& easters = all.emplace_back();
        for (const int before : {1, 8, 15})
            easters.push_back(
                group_of(fmt::format("Easter [{}]", before), {almanac::easter(of, before)}));
    }
    if (days == DayCalendar::pakistan)
        for (const auto& feast :
             {almanac::ramadan_fast(), almanac::eid_al_fitr(), almanac::eid_al_adha()})
            all.push_back({group_of(
                feast.name, {almanac::islamic(of, feast, almanac::calendar_of_pakistan())})});
    return all;
}

Result<Influence> influence_of(const TableSeries& given, std::int64_t first, std::size_t count) {
    Influence made{given.id, {}};
    const auto last = first + static_cast<std::int64_t>(count) - 1;
    for (auto t = first; t <= last; ++t) {
        const bool is_inside = t >= given.first && t <= given.last;
        const double value =
            is_inside ? given.values[static_cast<std::size_t>(t - given.first)] : 0;
        if (!is_inside || std::isnan(value))
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected a value of {} for each t from {} to {}, found none "
                                     "at {}",
                                     given.id, first, last, t),
                         "influences"};
        made.values.push_back(value);
    }
    return made;
}

}  // namespace

Result<DayCalendar> parse_day_calendar(std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected one of {}, found \"{}\"", fmt::join(words, ", "), text),
                     "calendar"};
    return static_cast<DayCalendar>(found - words.begin());
}

Result<void> InfluenceSources::check(int frequency) const {
    if (days == DayCalendar::none)
        return {};
    if (!first)
        return Error{ErrorCode::invalid_argument,
                     "expected the period of t = 1, such as 2015-01, for a calendar of days, found "
                     "none",
                     "start"};
    const bool is_fine = first->frequency() == base::Frequency::month ||
                         first->frequency() == base::Frequency::quarter;
    if (!is_fine || base::periods_per_year(first->frequency()) != frequency)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected a month or quarter that comes {} times a year, found {}",
                                 frequency, first->text()),
                     "start"};
    return {};
}

Result<adjustment::ChosenInfluences> influences_on(std::span<const double> values,
                                                   std::int64_t first,
                                                   const adjustment::RegArimaOptions& options,
                                                   const InfluenceSources& sources) {
    const auto count = values.size() + static_cast<std::size_t>(options.horizon);
    auto begun = options;
    for (const auto& given : sources.given)
        begun.influences.push_back(TRY(influence_of(given, first, count)));
    if (sources.days == DayCalendar::none)
        return adjustment::ChosenInfluences{std::move(begun.influences), {}};
    const almanac::Stretch stretch{sources.first->plus(static_cast<int>(first - 1)), count};
    return adjustment::choose_influences(values, std::move(begun),
                                         candidates(sources.days, stretch));
}

Result<std::vector<Influence>> influences_of_adjustment(std::span<const double> values,
                                                        std::int64_t first,
                                                        const InfluenceSources& sources,
                                                        const adjustment::AdjustOptions& options) {
    if (sources.is_empty())
        return std::vector<Influence>{};
    adjustment::RegArimaOptions model;
    model.frequency = model.horizon = options.frequency;
    model.is_logarithmic = options.mode == adjustment::Mode::multiplicative;
    if (!options.mode) {
        const auto found = adjustment::choose_transformation(values, model);
        if (!found.ok())
            return std::vector<Influence>{};
        model.is_logarithmic = found->is_logarithmic;
    }
    auto chosen = influences_on(values, first, model, sources);
    if (!chosen.ok())
        return chosen.error().code == ErrorCode::invalid_argument
                   ? Result<std::vector<Influence>>{std::move(chosen).error()}
                   : std::vector<Influence>{};
    return std::move(chosen->influences);
}

std::vector<FoundInfluence> found_influences(const adjustment::AdjustOptions& options,
                                             const adjustment::Adjustment& made) {
    std::vector<FoundInfluence> found;
    for (std::size_t i = 0; made.model && i < options.influences.size(); ++i)
        found.push_back(
            {options.influences[i].name, made.model->coefficients[i], made.model->t_values[i]});
    return found;
}

std::string text_of(std::span<const FoundInfluence> influences) {
    std::string words;
    for (const auto& one : influences)
        words += fmt::format("{}{} {:.4g} (t {:.1f})", words.empty() ? "" : "; ", one.name,
                             one.coefficient, one.t);
    return words;
}

Result<forecast::Forecast> forecast_with_influences(std::span<const double> values,
                                                    std::int64_t first,
                                                    const forecast::Options& options,
                                                    const InfluenceSources& sources) {
    if (sources.is_empty())
        return forecast::forecast(values, options);
    adjustment::RegArimaOptions model;
    model.frequency = options.frequency;
    model.horizon = options.horizon;
    const auto estimated = [&]() -> Result<adjustment::WithoutInfluences> {
        model.is_logarithmic = TRY(adjustment::choose_transformation(values, model)).is_logarithmic;
        auto chosen = TRY(influences_on(values, first, model, sources));
        model.influences = std::move(chosen.influences);
        return adjustment::without_influences(values, model);
    }();
    if (!estimated.ok()) {
        if (estimated.error().code == ErrorCode::invalid_argument)
            return estimated.error();
        auto made = TRY(forecast::forecast(values, options));
        if (made.fallback.empty())
            made.fallback = "influences were not estimated: " + estimated.error().message;
        return made;
    }
    auto made = TRY(forecast::forecast(estimated->values, options));
    const auto with = [&](double& value, std::size_t h) {
        const double effect = estimated->ahead[h];
        value = estimated->is_logarithmic ? value * effect : value + effect;
        if (options.non_negative)
            value = std::max(0.0, value);
    };
    for (std::size_t h = 0; h < made.mean.size(); ++h) {
        with(made.mean[h], h);
        for (auto& interval : made.intervals) {
            with(interval.lower[h], h);
            with(interval.upper[h], h);
        }
    }
    for (const auto& one : model.influences)
        made.models.push_back(one.name);
    return made;
}

}  // namespace app
