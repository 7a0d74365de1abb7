#pragma once

#include "base/result.h"
#include "statistics/trade.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// What a table of trade does not list: what nobody said was not traded is not 0.
enum class AbsentCells : std::uint8_t { refused, zero };

/// Who sold how much of what to whom, in each period of a table. A code is at the place of its
/// first row.
struct TradeTable {
    std::string file;
    std::vector<std::string> exporters;
    std::vector<std::string> products;
    std::vector<std::string> importers;
    std::vector<std::string> periods;   ///< the earliest first; "" where none is named
    std::vector<TradeMatrix> matrices;  ///< one for each period
};

/// Reads a table of trade.
///
/// Shape:  the columns exporter, product, importer and either value, with or without a column
///         period, or one column value_PERIOD for each period, the earliest first. What an exporter
///         sells to itself is no trade, and need not be listed.
/// Errors: all that is wrong, in one pass, with file and line: invalid_csv (columns),
///         invalid_figure_row (a field too few, a code that is empty), invalid_decimal,
///         invalid_period, negative_trade, trade_cell_repeated, trade_cell_missing;
///         invalid_argument where the table has too many cells.
base::Result<TradeTable> read_trade(std::string_view text, const std::string& file,
                                    AbsentCells absent = AbsentCells::refused);

}  // namespace statistics
