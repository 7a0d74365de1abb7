#include "app/named_series.h"

#include "base/text.h"
#include "statistics/find_series.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using statistics::DimensionFilter;
using statistics::Series;

bool is_whole_key(std::string_view text) {
    const auto colon = text.find(':');
    return colon != text.npos && colon < text.find('=') && statistics::SeriesKey::parse(text).ok();
}

Result<DimensionFilter> filter_of(const SeriesWords& words, const Series* like, const char* where) {
    DimensionFilter filter;
    if (like != nullptr)
        for (const auto& [name, value] : like->key.dimensions())
            filter[name] = value;
    for (const auto& text : words) {
        if (is_whole_key(text)) {
            const auto key = TRY(statistics::SeriesKey::parse(text));
            filter.clear();
            for (const auto& [name, value] : key.dimensions())
                filter[name] = value;
            continue;
        }
        const auto equals = text.find('=');
        if (equals == 0 || equals == text.npos)
            return Error{ErrorCode::invalid_argument,
                         fmt::format("expected DIMENSION=VALUE, found \"{}\"", text), where};
        filter[text.substr(0, equals)] = text.substr(equals + 1);
    }
    return filter;
}

}  // namespace

SeriesWords words_of(std::string_view text) {
    if (is_whole_key(text))
        return {std::string{text}};
    const auto words = base::split(text, ';');
    return {words.begin(), words.end()};
}

Result<KnownSeries> known_series(const Record& record, const Question& question,
                                 const SeriesWords& words) {
    if (words.empty())
        return Error{ErrorCode::invalid_argument, "expected DIMENSION=VALUE, found nothing",
                     "series"};
    KnownSeries known{TRY(record.answerable(question)), {}, {}};
    const auto named = TRY(NamedSeries::create(record, known.moment.known));
    known.series = *TRY(named.find(words, nullptr, "series"));
    known.sources = TRY(record.sources(known.moment.known.seq));
    return known;
}

std::string unit_of(const statistics::SeriesKey& key) {
    const auto* unit = key.find("unit");
    return unit == nullptr ? "" : *unit;
}

Result<NamedSeries> NamedSeries::create(const Record& record, const state::Known& known) {
    const auto recorded_max = static_cast<std::int64_t>(known.seq) - 1;
    return NamedSeries{record, recorded_max, TRY(record.series_store().keys(recorded_max))};
}

NamedSeries::NamedSeries(const Record& record, std::int64_t recorded_max,
                         std::vector<statistics::SeriesKey> all)
    : record_(record), recorded_max_(recorded_max), all_(std::move(all)) {
    for (const auto& key : all_)
        keys_.push_back(&key);
}

Result<const Series*> NamedSeries::find(const SeriesWords& words, const Series* like,
                                        const char* where) const {
    const auto filter = TRY(filter_of(words, like, where));
    const auto key = statistics::find_one_series(keys_, filter);
    if (!key.ok())
        return Error{key.error().code, key.error().message, where};
    return read(*key.value());
}

Result<std::vector<Series>> NamedSeries::find_by(const SeriesWords& words,
                                                 const std::string& by) const {
    const auto filter = TRY(filter_of(words, nullptr, "series"));
    const auto keys = statistics::find_series_by(keys_, filter, by);
    if (!keys.ok())
        return Error{keys.error().code, keys.error().message, "by"};
    std::vector<Series> found;
    for (const auto* key : *keys)
        found.push_back(TRY(record_.series_store().read(*key, recorded_max_)));
    return found;
}

Result<const Series*> NamedSeries::read(const statistics::SeriesKey& key) const {
    const auto had = std::ranges::find(*read_, key, &Series::key);
    if (had != read_->end())
        return &*had;
    read_->push_back(TRY(record_.series_store().read(key, recorded_max_)));
    return &read_->back();
}

}  // namespace app
