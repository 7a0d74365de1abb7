#include "app/forecast_hierarchy.h"

#include "app/forecast_batch.h"
#include "app/hierarchy_structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <unordered_map>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using forecast::Hierarchy;

constexpr double cells_max = 1e8;  // series by periods: 800 MB
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Error invalid(std::string message, std::string where) {
    return Error{ErrorCode::invalid_forecast, std::move(message), std::move(where)};
}

/// The series of a table in its order.
struct Table {
    std::vector<TableSeries> series;
    std::unordered_map<std::string, std::size_t> places;  ///< of series, by name
    std::int64_t first = 0, last = 0;

    const TableSeries* find(const std::string& name) const {
        const auto at = places.find(name);
        return at == places.end() ? nullptr : &series[at->second];
    }

    // The values of a series from the table's first t to its last.
    std::vector<double> aligned(const TableSeries& one) const {
        std::vector<double> made(static_cast<std::size_t>(last - first + 1), missing);
        std::ranges::copy(one.values, made.begin() + (one.first - first));
        return made;
    }
};

// A table with a fault is no hierarchy, so all of its faults are the answer.
Result<Table> read_table(const base::Input& input, const HierarchyBatch& batch) {
    Table made;
    made.series = TRY(read_series(input, batch.file));
    for (std::size_t i = 0; i < made.series.size(); ++i) {
        const auto& one = made.series[i];
        made.places.emplace(one.id, i);
        made.first = i == 0 ? one.first : std::min(made.first, one.first);
        made.last = i == 0 ? one.last : std::max(made.last, one.last);
    }
    const auto cells =
        static_cast<double>(made.last - made.first + 1) * static_cast<double>(made.series.size());
    if (cells > cells_max)
        return invalid(fmt::format("expected at most {} series by periods, found {} by {}",
                                   cells_max, made.series.size(), made.last - made.first + 1),
                       batch.file);
    return made;
}

std::string place_of(const HierarchyBatch& batch, const TableSeries& one) {
    return fmt::format("{}:{}", batch.file, one.line);
}

/// The histories of the bottom series in the hierarchy's order.
Result<std::vector<std::vector<double>>> histories_of(const Table& table,
                                                      const Hierarchy& hierarchy,
                                                      const HierarchyBatch& batch,
                                                      HierarchyReport& report) {
    for (const auto& one : table.series)
        if (!hierarchy.find(one.id))
            return invalid(
                fmt::format("expected a series of {}, found {}", batch.structure_file, one.id),
                place_of(batch, one));
    std::vector<std::vector<double>> made;
    for (std::size_t i = 0; i < hierarchy.bottom().size(); ++i) {
        const auto* found = table.find(hierarchy.bottom()[i]);
        if (found == nullptr)
            return invalid(fmt::format("expected {} in {}, found no row of it",
                                       hierarchy.bottom()[i], batch.file),
                           hierarchy.where(i));
        made.push_back(table.aligned(*found));
        const auto is_there = [](double y) { return !std::isnan(y); };
        if (std::ranges::none_of(made.back(), is_there))
            return invalid(
                fmt::format("{}: expected at least one value, found none", hierarchy.bottom()[i]),
                place_of(batch, *found));
        report.begin_later += is_there(made.back().front()) ? 0 : 1;
        report.end_earlier += is_there(made.back().back()) ? 0 : 1;
    }
    for (std::size_t j = 0; j < hierarchy.sums().size(); ++j) {
        const auto* stated = table.find(hierarchy.name(j));
        if (stated == nullptr)
            continue;
        const auto held = hierarchy.check_sum(j, table.aligned(*stated), made);
        if (!held.ok())
            return invalid(held.error().message, place_of(batch, *stated));
        ++report.checked;
    }
    return made;
}

Result<void> write_forecast(const Hierarchy& hierarchy, const forecast::CoherentForecast& made,
                            std::int64_t last, const WriteTable& write) {
    TRY(write(forecast_header(made.intervals)));
    for (std::size_t i = 0; i < hierarchy.size(); ++i)
        TRY(write(forecast_rows(hierarchy.name(i), last + 1, made.mean, made.intervals,
                                i * made.horizon, made.horizon)));
    return {};
}

}  // namespace

Result<HierarchyReport> forecast_hierarchy(const base::Input& table, const base::Input& structure,
                                           const HierarchyBatch& batch, const WriteTable& write) {
    const auto hierarchy = TRY(read_structure(structure, batch.structure_file));
    const auto read = TRY(read_table(table, batch));
    HierarchyReport report;
    report.bottom = hierarchy.bottom().size();
    report.sums = hierarchy.sums().size();
    const auto histories = TRY(histories_of(read, hierarchy, batch, report));
    const auto in_threads = [&](std::size_t count, const std::function<void(std::size_t)>& work) {
        spread(batch.threads, count, work);
    };
    const auto made =
        TRY(forecast::forecast_coherently(hierarchy, histories, batch.options, in_threads));
    report.reconciliation = made.reconciliation;
    report.shrinkage = made.shrinkage;
    report.fallbacks = static_cast<std::size_t>(
        std::ranges::count_if(made.fallbacks, [](const auto& why) { return !why.empty(); }));
    TRY(write_forecast(hierarchy, made, read.last, write));
    return report;
}

}  // namespace app
