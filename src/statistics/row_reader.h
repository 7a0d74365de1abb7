#pragma once

#include "base/csv.h"
#include "statistics/load.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// What a row may call itself at most; it is kept with each figure.
inline constexpr std::size_t row_id_bytes_max = 1000;

enum class RowDate { day, month, unknown };

/// One row of a table of figures, before unknown dates are estimated.
struct FigureRow {
    SeriesKey key;
    Observation observation;
    Source source;
    std::string published;  ///< the date of publication as printed
    RowDate date = RowDate::day;
    bool is_actual = true;    ///< it happened; a target or a forecast did not
    bool is_to_date = false;  ///< its text says that the period was not over
    std::size_t line = 0;
};

/// The first day on which a figure of this time may be reported.
base::Day first_day_of_report(const TimePeriod& time);

/// Where a column of the row at hand stands, counted from 1; 0 is the row itself.
using Place = std::function<std::string(std::size_t column)>;

/// Reads rows of either layout that `load_csv` knows.
class RowReader {
  public:
    /// Errors: invalid_csv (missing or doubled columns).
    static base::Result<RowReader> create(const std::vector<std::string>& header,
                                          const LoadOptions& options);

    /// Adds to `faults` everything that is wrong with the row; then there is no row.
    std::optional<FigureRow> read(std::span<const std::string_view> fields, const Place& place,
                                  std::vector<base::Error>& faults) const;

    /// The columns that a row of the long layout has, by what they hold; nothing for the other.
    struct LongColumns {
        std::vector<std::size_t> dimensions;  ///< all that name the series
        std::size_t period = 0, value = 0, published = 0, source = 0;
        std::optional<std::size_t> status, id, attributes;
        std::size_t width = 0;
    };
    std::optional<LongColumns> columns() const;

  private:
    class Row;
    RowReader(base::CsvHeader header, const LoadOptions& options)
        : header_(std::move(header)), options_(&options) {}

    FigureRow read_published(Row& row) const;
    FigureRow read_long(Row& row) const;
    base::Result<SeriesKey> key_of(const Row& row) const;
    void check_dates(Row& row, const FigureRow& figure) const;
    static void check_id(Row& row, const FigureRow& figure);

    base::CsvHeader header_;
    const LoadOptions* options_;
    bool is_long_ = false;
    std::vector<std::string> names_;
    std::vector<std::size_t> dimension_columns_;
    std::optional<std::size_t> series_column_;
};

}  // namespace statistics
