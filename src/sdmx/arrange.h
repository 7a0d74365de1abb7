#pragma once

#include "sdmx/data_message.h"

#include <functional>
#include <span>

namespace sdmx {

/// Which columns of a data set stand at the series and which at each observation.
struct Arrangement {
    bool flat = false;  ///< observations stand alone, each with its whole key
    std::string dimension_at_observation;
    std::vector<const Column*> series_key;
    std::vector<const Column*> observation_key;
    std::vector<const Column*> series_attributes;
    std::vector<const Column*> observation_attributes;
};

/// A series as it is written: indexes into the columns of the arrangement, row by row but for the
/// attributes of its observations.
struct ArrangedSeries {
    std::span<const std::int32_t> key;
    std::span<const std::int32_t> attributes;
    std::span<const std::int32_t> observation_keys;
    std::span<const base::DecimalText> values;
    std::span<const IndexColumn> observation_attributes;  ///< one after another
};

/// Errors: sdmx_no_such_dimension.
base::Result<Arrangement> arrange(const DataSet& set, const WriteOptions& options);

/// Gives the series of the set one after another as `arrangement` has them. Series without
/// observations are given too; of a flat one, rows alone.
base::Result<void> for_each_series(
    const DataSet& set, const Arrangement& arrangement,
    const std::function<base::Result<void>(const ArrangedSeries&)>& write);

/// The stretch of `indexes` that belongs to row `row` of `width` columns.
inline std::span<const std::int32_t> row_of(std::span<const std::int32_t> indexes, std::size_t row,
                                            std::size_t width) {
    return indexes.subspan(row * width, width);
}

/// Calls `use(column, value)` for each index that has a value.
template <typename Use>
void for_each_value(std::span<const Column* const> columns, std::span<const std::int32_t> indexes,
                    Use use) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (indexes[i] != no_value)
            use(*columns[i], *columns[i]->values[static_cast<std::size_t>(indexes[i])]);
}

}  // namespace sdmx
