#pragma once

#include "dissemination/cube.h"
#include "dissemination/row_set.h"
#include "sdmx/query.h"

#include <functional>
#include <memory>
#include <vector>

namespace dissemination {

/// The rows that one series shows in one data set.
struct Shown {
    const CubeSeries* series = nullptr;
    std::shared_ptr<const CubeRows> all;  ///< of which `rows` are some
    RowSet rows;
};

/// The order that a query's sort asks for (REST 2.2, data queries).
///
/// Shape: codes and texts are in the order of their bytes, periods in that of their days; what is
///        not asked about stays in the order of keys and times.
class Order {
  public:
    /// Errors: sdmx_query_semantics (a component that the structure does not have).
    static base::Result<Order> create(const Cube& cube, const std::vector<sdmx::SortKey>& sort);

    bool is_asked() const { return !series_.empty() || !rows_.empty(); }
    /// Where observations stand alone (`flat`), each has its own place among all. Otherwise series
    /// are in order by what names them, and the rows of each by the rest.
    void arrange(std::vector<Shown>& all, bool flat) const;

  private:
    /// Below 0: the first stands before the second.
    using CompareSeries = std::function<int(const CubeSeries&, const CubeSeries&)>;
    struct Row {
        const CubeRows& all;
        std::size_t row;
    };
    using CompareRows = std::function<int(const Row&, const Row&)>;
    struct Step {
        CompareSeries series;  ///< either this
        CompareRows rows;      ///< or that
    };

    std::vector<Step> steps_;  ///< as they were asked for
    std::vector<CompareSeries> series_;
    std::vector<CompareRows> rows_;
};

}  // namespace dissemination
