#include "app/day_influences.h"

#include "base/csv.h"
#include "base/decimal.h"
#include "base/text.h"

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
            all.push_back(
                {group_of(feast.name, {almanac::islamic(of, feast, almanac::pakistan())})});
    return all;
}

Result<Influence> influence_of(const GivenRegressor& given, std::int64_t first, std::size_t count) {
    Influence made{given.name, {}};
    for (std::size_t i = 0; i < count; ++i) {
        const auto t = first + static_cast<std::int64_t>(i);
        const auto at = given.values.find(t);
        if (at == given.values.end())
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected a value of the regressor {} at t = {}, found none",
                                     given.name, t),
                         "regressors"};
        made.values.push_back(at->second);
    }
    return made;
}

}  // namespace

Result<DayCalendar> parse_day_calendar(std::string_view text) {
    const auto found = std::ranges::find(words, text);
    if (found == words.end())
        return Error{
            ErrorCode::invalid_argument,
            fmt::format("expected one of none, weekdays, western, pakistan, found \"{}\"", text),
            "calendar"};
    return static_cast<DayCalendar>(found - words.begin());
}

Result<std::vector<GivenRegressor>> read_regressors(const base::Input& input, std::string file) {
    base::CsvReader table{input, std::move(file)};
    std::vector<GivenRegressor> made;
    if (!TRY(table.advance()) || table.fields().size() < 2 ||
        base::trimmed(table.fields().front()) != "t")
        return Error{ErrorCode::invalid_csv, "expected a header t,NAME,..., found another",
                     table.where()};
    for (const auto name : table.fields().subspan(1))
        made.push_back({std::string{base::trimmed(name)}, {}});
    while (TRY(table.advance())) {
        const auto fields = table.fields();
        if (fields.size() != made.size() + 1)
            return Error{
                ErrorCode::invalid_csv,
                fmt::format("expected {} fields, found {}", made.size() + 1, fields.size()),
                table.where()};
        const auto number = [&](std::size_t column) -> Result<double> {
            const auto read = base::Decimal::parse(base::trimmed(fields[column]));
            if (!read.ok())
                return Error{read.error().code, read.error().message, table.where(column + 1)};
            return read->to_double();
        };
        const double t = TRY(number(0));
        if (t != std::floor(t))
            return Error{ErrorCode::invalid_csv,
                         fmt::format("expected a whole number, found {}", fields[0]),
                         table.where(1)};
        for (std::size_t i = 0; i < made.size(); ++i) {
            const double value = TRY(number(i + 1));
            if (!made[i].values.emplace(static_cast<std::int64_t>(t), value).second)
                return Error{ErrorCode::invalid_csv, fmt::format("t = {} stands here twice", t),
                             table.where()};
        }
    }
    return made;
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
