#include "sdmx/arrange.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>

namespace sdmx {

namespace {

std::vector<const Column*> pointers(const std::vector<Column>& columns) {
    std::vector<const Column*> found;
    found.reserve(columns.size() + 1);
    for (const auto& column : columns)
        found.push_back(&column);
    return found;
}

void append(std::vector<const Column*>& to, const std::vector<Column>& columns) {
    for (const auto& column : columns)
        to.push_back(&column);
}

// Rows that wait for the series to which another dimension at the observations brings them.
struct Gathered {
    std::vector<std::int32_t> observation_keys;
    std::vector<base::DecimalText> values;
    std::vector<std::vector<std::int32_t>> attributes;
};

// What is said of a series is said of each of its observations, before what is said of that alone.
std::vector<IndexColumn> attributes_of_each(const SeriesData& series) {
    std::vector<IndexColumn> attributes;
    attributes.reserve(series.attributes.size() + series.observation_attributes.size());
    for (const auto of_all : series.attributes)
        attributes.emplace_back(of_all);
    for (const auto& column : series.observation_attributes)
        attributes.push_back(column);
    return attributes;
}

base::Result<void> write_by_time(
    const DataSet& set, const std::function<base::Result<void>(const ArrangedSeries&)>& write) {
    auto next = set.series;  // the message stays as it is
    while (const auto* series = TRY(next()))
        TRY(write({series->key, series->attributes, series->times, series->values,
                   series->observation_attributes}));
    return {};
}

base::Result<void> write_flat(
    const DataSet& set, const std::function<base::Result<void>(const ArrangedSeries&)>& write) {
    std::vector<std::int32_t> keys;
    auto next = set.series;  // the message stays as it is
    while (const auto* series = TRY(next())) {
        keys.clear();
        for (std::size_t row = 0; row < series->values.size(); ++row) {
            keys.insert(keys.end(), series->key.begin(), series->key.end());
            if (set.time.component != nullptr)
                keys.push_back(series->times[row]);
        }
        TRY(write({{}, {}, keys, series->values, attributes_of_each(*series)}));
    }
    return {};
}

base::Result<void> write_across(
    const DataSet& set, std::size_t at,
    const std::function<base::Result<void>(const ArrangedSeries&)>& write) {
    std::map<std::vector<std::int32_t>, Gathered> gathered;
    auto next = set.series;  // the message stays as it is
    while (const auto* series = TRY(next())) {
        const auto attributes = attributes_of_each(*series);
        for (std::size_t row = 0; row < series->values.size(); ++row) {
            auto key = series->key;
            const auto own = key[at];
            key.erase(key.begin() + static_cast<std::ptrdiff_t>(at));
            if (set.time.component != nullptr)
                key.push_back(series->times[row]);
            auto& rows = gathered[std::move(key)];
            rows.observation_keys.push_back(own);
            rows.values.push_back(series->values[row]);
            rows.attributes.resize(attributes.size());
            for (std::size_t i = 0; i < attributes.size(); ++i)
                rows.attributes[i].push_back(attributes[i][row]);
        }
    }
    for (auto& [key, rows] : gathered) {
        const std::vector<IndexColumn> columns(std::make_move_iterator(rows.attributes.begin()),
                                               std::make_move_iterator(rows.attributes.end()));
        TRY(write({key, {}, rows.observation_keys, rows.values, columns}));
    }
    return {};
}

std::size_t position_of(const DataSet& set, std::string_view dimension) {
    const auto found =
        std::find_if(set.dimensions.begin(), set.dimensions.end(),
                     [&](const Column& column) { return column.component->id == dimension; });
    return static_cast<std::size_t>(found - set.dimensions.begin());
}

}  // namespace

SeriesSource source_of(const std::vector<SeriesData>& series) {
    return [&series, at = std::size_t{0}]() mutable -> base::Result<const SeriesData*> {
        return at < series.size() ? &series[at++] : static_cast<const SeriesData*>(nullptr);
    };
}

base::Error no_such_dimension(const Artefact& structure, std::string_view found) {
    return base::Error{base::ErrorCode::sdmx_no_such_dimension,
                       "expected a dimension of " + structure.id + " or AllDimensions, found \"" +
                           std::string{found} + "\"",
                       "dimensionAtObservation"};
}

base::Result<Arrangement> arrange(const DataSet& set, const WriteOptions& options) {
    const bool has_time = set.time.component != nullptr;
    Arrangement arranged;
    arranged.dimension_at_observation = options.dimension_at_observation;
    if (arranged.dimension_at_observation.empty())
        arranged.dimension_at_observation = has_time ? set.time.component->id : "AllDimensions";

    const auto& at = arranged.dimension_at_observation;
    if (at == "AllDimensions") {
        arranged.flat = true;
        arranged.observation_key = pointers(set.dimensions);
        if (has_time)
            arranged.observation_key.push_back(&set.time);
    } else if (has_time && at == set.time.component->id) {
        arranged.series_key = pointers(set.dimensions);
        arranged.observation_key = {&set.time};
        arranged.series_attributes = pointers(set.series_attributes);
        arranged.observation_attributes = pointers(set.observation_attributes);
        return arranged;
    } else if (const auto position = position_of(set, at); position < set.dimensions.size()) {
        arranged.series_key = pointers(set.dimensions);
        arranged.series_key.erase(arranged.series_key.begin() +
                                  static_cast<std::ptrdiff_t>(position));
        if (has_time)
            arranged.series_key.push_back(&set.time);
        arranged.observation_key = {&set.dimensions[position]};
    } else {
        return no_such_dimension(*set.of.structure, at);
    }
    // What was said of a series is said of each of its observations.
    append(arranged.observation_attributes, set.series_attributes);
    append(arranged.observation_attributes, set.observation_attributes);
    return arranged;
}

base::Result<void> for_each_series(
    const DataSet& set, const Arrangement& arrangement,
    const std::function<base::Result<void>(const ArrangedSeries&)>& write) {
    if (arrangement.flat)
        return write_flat(set, write);
    const auto position = position_of(set, arrangement.dimension_at_observation);
    if (position < set.dimensions.size())
        return write_across(set, position, write);
    return write_by_time(set, write);
}

}  // namespace sdmx
