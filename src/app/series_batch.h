#pragma once

#include "base/input.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using base::Result;

/// A table series_id,t,value whose series are worked on one by one.
struct SeriesBatch {
    std::string file;  ///< as places of errors begin
    unsigned threads = 1;
    /// Now and then, with the number of series that are done. False ends the run; what was written
    /// stays.
    std::function<bool(std::size_t)> progress = {};
};

struct SeriesBatchReport {
    std::size_t series = 0;  ///< that were worked on
    std::size_t failed = 0;
    bool is_cancelled = false;
    std::vector<base::Error> faults;  ///< the first hundred, each with its line
};

/// One series of the table, from its first t to its last; NaN where one is missing.
struct TableSeries {
    std::string id;
    std::size_t line = 0;  ///< of its first row
    std::int64_t first = 0, last = 0;
    std::vector<double> values;
};

/// So many series are worked on at once; a slot is less.
inline constexpr std::size_t series_at_once = 2048;

/// What is done with a series. `slot` is where its outcome may be kept from the one call to the
/// other.
struct SeriesWork {
    /// Before the first series, once the table's header was found right.
    std::function<Result<void>()> begin;
    /// In any thread, several at a time. A fault stands in the report and does not stop the others.
    std::function<std::optional<base::Error>(const TableSeries&, std::size_t slot)> compute;
    /// One after the other in the order of the table, without those that have a fault.
    std::function<Result<void>(const TableSeries&, std::size_t slot)> write;
};

/// Takes a stretch of the answer.
using WriteTable = std::function<Result<void>(std::string_view)>;

/// Reads the table and has each of its series worked on.
///
/// Shape:  the rows of a series stand together; t are whole numbers that ascend, those left out are
///         missing, and so is a value that is empty, NA or NaN. Memory is that of some thousand
///         series. The order of `write` is the same for any number of threads.
/// Errors: invalid_csv (a header without these columns, an unterminated quote), those of the input
///         and of the work. What is wrong with the rows of one series is its fault.
Result<SeriesBatchReport> run_series_batch(const base::Input& input, const SeriesBatch& batch,
                                           const SeriesWork& work);

/// All series of a table that is small enough, in its order. Errors: as run_series_batch, and all
/// that is wrong with any series.
Result<std::vector<TableSeries>> read_series(const base::Input& input, const std::string& file);

/// Spreads the work over threads: each number below `count` is taken once.
void spread(unsigned threads, std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace app
