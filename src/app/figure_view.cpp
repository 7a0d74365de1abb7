#include "app/figure_view.h"

#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using statistics::DimensionFilter;
using statistics::Series;

constexpr std::size_t named_most = 8;

struct Word {
    std::string_view word;
    FigureOf what;
};
constexpr std::array words{Word{"value", FigureOf::value},
                           Word{"growth-on-period", FigureOf::growth_on_period},
                           Word{"growth-on-year", FigureOf::growth_on_year},
                           Word{"average-growth", FigureOf::average_growth},
                           Word{"rolling-sum", FigureOf::rolling_sum},
                           Word{"share", FigureOf::share},
                           Word{"contribution", FigureOf::contribution},
                           Word{"index", FigureOf::index},
                           Word{"per-unit", FigureOf::per_unit},
                           Word{"revisions", FigureOf::revisions}};

Result<DimensionFilter> filter_of(const std::vector<std::string>& given, DimensionFilter filter) {
    for (const auto& text : given) {
        const auto equals = text.find('=');
        if (equals == 0 || equals == text.npos)
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected DIMENSION=VALUE, found \"{}\"", text), "series"};
        filter[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return filter;
}

std::string written(const DimensionFilter& filter) {
    std::string text;
    for (const auto& [name, value] : filter)
        text += fmt::format("{}{}={}", text.empty() ? "" : ", ", name, value);
    return text.empty() ? "nothing" : text;
}

// A word that no series has is more likely misspelled than meant.
std::string guess(const std::vector<Series>& all, const DimensionFilter& filter) {
    for (const auto& [name, value] : filter) {
        std::vector<std::string> known;
        for (const auto& series : all)
            if (const auto* found = series.key.find(name);
                found != nullptr && std::ranges::find(known, *found) == known.end())
                known.push_back(*found);
        if (known.empty())
            return fmt::format("; no series has the dimension {}", name);
        if (std::ranges::find(known, value) == known.end())
            return base::did_you_mean(value, known);
    }
    return {};
}

Result<const Series*> one_series(const std::vector<Series>& all, const DimensionFilter& filter) {
    std::vector<const Series*> found;
    for (const auto& series : all)
        if (series.key.matches(filter))
            found.push_back(&series);
    if (found.empty())
        return Error{ErrorCode::not_found,
                     fmt::format("no series has {}{}", written(filter), guess(all, filter)),
                     "series"};
    // One that has nothing beside what was named is meant, though others have more.
    const auto exact = std::ranges::find_if(found, [&](const Series* series) {
        return series->key.dimensions().size() == filter.size();
    });
    if (found.size() > 1 && exact == found.end()) {
        std::vector<std::string> keys;
        for (std::size_t i = 0; i < std::min(found.size(), named_most); ++i)
            keys.push_back(found[i]->key.text());
        return Error{ErrorCode::not_found,
                     fmt::format("expected words that leave one series, found {} with {}: {}{}",
                                 found.size(), written(filter), fmt::join(keys, "; "),
                                 found.size() > named_most ? "; ..." : ""),
                     "series"};
    }
    return exact == found.end() ? found.front() : *exact;
}

Result<base::Period> period_of(const std::string& text, const char* name, base::YearStart fiscal) {
    if (text.empty())
        return Error{ErrorCode::invalid_argument, "expected a period, found none", name};
    auto period = base::Period::parse(text, fiscal);
    if (!period.ok())
        return Error{period.error().code, period.error().message, name};
    return period;
}

bool needs_another(FigureOf what) {
    return what == FigureOf::share || what == FigureOf::contribution || what == FigureOf::per_unit;
}

// Most often the dimension that differs is the one that was named.
Result<const Series*> other_series(const std::vector<Series>& all, const Series& series,
                                   const FigureQuestion& question) {
    if (question.of.empty())
        return Error{ErrorCode::invalid_argument,
                     "expected the words of a second series, found none", "of"};
    DimensionFilter filter;
    if (question.what != FigureOf::per_unit)
        for (const auto& [name, value] : series.key.dimensions())
            filter[name] = value;
    return one_series(all, TRY(filter_of(question.of, std::move(filter))));
}

}  // namespace

Result<FigureOf> parse_figure_of(std::string_view text) {
    std::vector<std::string> known;
    for (const auto& one : words) {
        if (one.word == text)
            return one.what;
        known.emplace_back(one.word);
    }
    return Error{ErrorCode::invalid_argument,
                 fmt::format("expected one of {}, found \"{}\"{}", fmt::join(known, ", "), text,
                             base::did_you_mean(text, known)),
                 "as"};
}

Result<FigureAnswer> figure_view(const Record& record, const FigureQuestion& question) {
    const auto moment = TRY(record.answerable(question));
    const auto fiscal = moment.plan->working->fiscal_year;
    const auto day = moment.known.as_of;
    const auto filter = TRY(filter_of(question.series, {}));
    FigureAnswer answer;
    answer.held = TRY(record.series({}, moment.known.seq));
    const auto sources = TRY(record.sources(moment.known.seq));
    const Series& series = *TRY(one_series(*answer.held, filter));
    answer.series = series.key;

    const auto latest = statistics::latest_period(series, base::Frequency::year, fiscal, day);
    const auto named = question.period.empty() && latest ? latest->text() : question.period;
    const auto period = TRY(period_of(named, "period", fiscal));
    const auto since = [&] { return period_of(question.since, "since", fiscal); };
    const Series* other =
        needs_another(question.what) ? TRY(other_series(*answer.held, series, question)) : nullptr;
    switch (question.what) {
        case FigureOf::value:
            answer.found = period.frequency() == base::Frequency::month
                               ? statistics::month_as_of(series, period, day, sources)
                               : statistics::value_as_of(series, period, day, sources);
            break;
        case FigureOf::growth_on_period:
            answer.found = statistics::growth_on_period(series, period, day, sources);
            break;
        case FigureOf::growth_on_year:
            answer.found = statistics::growth_as_of(series, period, day, sources);
            break;
        case FigureOf::average_growth:
            answer.found = statistics::average_growth(series, TRY(since()), period, day, sources);
            break;
        case FigureOf::rolling_sum:
            answer.found = statistics::rolling_sum(series, period, question.months, day, sources);
            break;
        case FigureOf::share:
            answer.found = statistics::share_of(series, *other, period, day, sources);
            break;
        case FigureOf::contribution:
            answer.found = statistics::contribution_of(series, *other, period, day, sources);
            break;
        case FigureOf::index:
            answer.found = statistics::index_number(series, period, TRY(since()), day, sources);
            break;
        case FigureOf::per_unit:
            answer.found = statistics::per_unit(series, *other, period, day, sources);
            break;
        case FigureOf::revisions:
            answer.found =
                statistics::revisions_of(series, period.frequency(), statistics::Span::period, day);
            break;
    }
    return answer;
}

}  // namespace app
