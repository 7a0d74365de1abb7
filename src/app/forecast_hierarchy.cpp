#include "app/forecast_hierarchy.h"

#include "base/csv.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <thread>
#include <unordered_map>

namespace app {
namespace {

using base::Error;
using base::ErrorCode;
using forecast::Hierarchy;

constexpr std::int64_t periods_max = 100'000;
constexpr double cells_max = 1e8;  // series by periods: 800 MB
constexpr double missing = std::numeric_limits<double>::quiet_NaN();

Error invalid(std::string message, std::string where) {
    return Error{ErrorCode::invalid_forecast, std::move(message), std::move(where)};
}

template <typename Number>
std::optional<Number> whole_text(std::string_view text) {
    if (!text.empty() && text.front() == '+')
        text.remove_prefix(1);
    Number made{};
    const auto end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, made);
    return error == std::errc{} && at == end ? std::optional{made} : std::nullopt;
}

bool is_missing(std::string_view text) {
    return text.empty() || text == "NA" || text == "NaN" || text == "nan";
}

Result<std::vector<std::string>> header_of(base::CsvReader& table, std::string_view columns) {
    if (!TRY(table.advance()))
        return Error{ErrorCode::invalid_csv,
                     fmt::format("expected the columns {}, found nothing", columns), table.where()};
    std::vector<std::string> names;
    for (const auto name : table.fields())
        names.emplace_back(base::trimmed(name));
    return names;
}

Result<void> check_width(const base::CsvReader& table, std::size_t width) {
    if (table.fields().size() == width)
        return {};
    return Error{ErrorCode::invalid_csv,
                 fmt::format("expected {} fields, found {}", width, table.fields().size()),
                 table.where()};
}

Result<Hierarchy> read_structure(const base::Input& input, const std::string& file) {
    base::CsvReader table{input, file};
    const auto names = TRY(header_of(table, "series_id and one or more dimensions"));
    TRY(base::CsvHeader::create(names, {"series_id"}, file));
    if (names.front() != "series_id" || names.size() < 2)
        return Error{ErrorCode::invalid_csv,
                     "expected series_id and then one or more dimensions, or parent",
                     table.where()};
    const bool is_tree = names.size() == 2 && names.back() == "parent";
    std::vector<forecast::Member> members;
    std::vector<forecast::Branch> branches;
    while (TRY(table.advance())) {
        TRY(check_width(table, names.size()));
        std::vector<std::string> fields;
        for (const auto field : table.fields())
            fields.emplace_back(base::trimmed(field));
        if (is_tree)
            branches.push_back({fields[0], fields[1], table.where()});
        else
            members.push_back({fields[0], {fields.begin() + 1, fields.end()}, table.where()});
    }
    auto made = is_tree ? Hierarchy::tree(branches)
                        : Hierarchy::grouped(std::span{names}.subspan(1), members);
    if (!made.ok() && made.error().where.empty())
        return Error{made.error().code, made.error().message, file};
    return made;
}

/// One series of the table, from its first t on.
struct Read {
    std::string where;
    std::int64_t first = 0;
    std::vector<double> values;

    std::int64_t last() const { return first + static_cast<std::int64_t>(values.size()) - 1; }
};

/// The series of a table in its order, by name.
struct Table {
    std::vector<std::string> names;
    std::unordered_map<std::string, Read> series;
    std::int64_t first = 0, last = 0;

    // The values of a series from the table's first t to its last.
    std::vector<double> aligned(const Read& read) const {
        std::vector<double> made(static_cast<std::size_t>(last - first + 1), missing);
        std::ranges::copy(read.values, made.begin() + (read.first - first));
        return made;
    }
};

Result<void> add_row(Read& read, const base::CsvReader& table, std::string_view time,
                     std::string_view text, const std::string& name) {
    const auto t = whole_text<std::int64_t>(time);
    if (!t || std::abs(*t) > (std::int64_t{1} << 52))
        return invalid(fmt::format("{}: expected a whole number for t, found \"{}\"", name, time),
                       table.where());
    const auto value = is_missing(text) ? std::optional{missing} : whole_text<double>(text);
    if (!value)
        return invalid(fmt::format("{}: expected a number, found \"{}\"", name, text),
                       table.where());
    if (read.values.empty())
        read.first = *t;
    else if (*t <= read.last())
        return invalid(fmt::format("{}: expected a t after {}, found {}", name, read.last(), *t),
                       table.where());
    if (*t - read.first >= periods_max)
        return invalid(fmt::format("{}: expected at most {} periods, found t {} after {}", name,
                                   periods_max, *t, read.first),
                       table.where());
    read.values.resize(static_cast<std::size_t>(*t - read.first), missing);
    read.values.push_back(*value);
    return {};
}

Result<Table> read_table(const base::Input& input, const std::string& file) {
    base::CsvReader rows{input, file};
    const auto columns = TRY(header_of(rows, "series_id, t, value"));
    const auto header = TRY(base::CsvHeader::create(columns, {"series_id", "t", "value"}, file));
    const auto id = *header.find("series_id"), time = *header.find("t");
    const auto value = *header.find("value");
    Table made;
    while (TRY(rows.advance())) {
        TRY(check_width(rows, header.size()));
        const std::string name{base::trimmed(rows.fields()[id])};
        const auto [at, is_new] = made.series.try_emplace(name);
        if (is_new) {
            made.names.push_back(name);
            at->second.where = rows.where();
        } else if (name != made.names.back()) {
            return invalid(
                fmt::format("expected the rows of {} together, found some further up", name),
                rows.where());
        }
        TRY(add_row(at->second, rows, base::trimmed(rows.fields()[time]),
                    base::trimmed(rows.fields()[value]), name));
        const auto& read = at->second;
        const bool is_first = made.names.size() == 1 && read.values.size() == 1;
        made.first = is_first ? read.first : std::min(made.first, read.first);
        made.last = is_first ? read.last() : std::max(made.last, read.last());
    }
    if (made.last - made.first >= periods_max)
        return invalid(fmt::format("expected at most {} periods, found t from {} to {}",
                                   periods_max, made.first, made.last),
                       file);
    const auto cells =
        static_cast<double>(made.last - made.first + 1) * static_cast<double>(made.names.size());
    if (cells > cells_max)
        return invalid(fmt::format("expected at most {} series by periods, found {} by {}",
                                   cells_max, made.names.size(), made.last - made.first + 1),
                       file);
    return made;
}

/// The histories of the bottom series in the hierarchy's order.
Result<std::vector<std::vector<double>>> histories_of(const Table& table,
                                                      const Hierarchy& hierarchy,
                                                      const HierarchyBatch& batch,
                                                      HierarchyReport& report) {
    for (const auto& name : table.names)
        if (!hierarchy.find(name))
            return invalid(
                fmt::format("expected a series of {}, found {}", batch.structure_file, name),
                table.series.at(name).where);
    std::vector<std::vector<double>> made;
    for (std::size_t i = 0; i < hierarchy.bottom().size(); ++i) {
        const auto found = table.series.find(hierarchy.bottom()[i]);
        if (found == table.series.end())
            return invalid(fmt::format("expected {} in {}, found no row of it",
                                       hierarchy.bottom()[i], batch.file),
                           hierarchy.where(i));
        made.push_back(table.aligned(found->second));
        const auto is_there = [](double y) { return !std::isnan(y); };
        if (std::ranges::none_of(made.back(), is_there))
            return invalid(
                fmt::format("{}: expected at least one value, found none", hierarchy.bottom()[i]),
                found->second.where);
        report.begin_later += is_there(made.back().front()) ? 0 : 1;
        report.end_earlier += is_there(made.back().back()) ? 0 : 1;
    }
    for (std::size_t j = 0; j < hierarchy.sums().size(); ++j) {
        const auto stated = table.series.find(hierarchy.name(j));
        if (stated == table.series.end())
            continue;
        const auto held = hierarchy.check_sum(j, table.aligned(stated->second), made);
        if (!held.ok())
            return invalid(held.error().message, stated->second.where);
        ++report.checked;
    }
    return made;
}

// Spreads the work over threads; each number is taken once.
forecast::ForEach in_threads(unsigned threads) {
    return [threads](std::size_t count, const std::function<void(std::size_t)>& work) {
        std::atomic<std::size_t> next{0};
        const auto run = [&] {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        };
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i)
            others.emplace_back(run);
        run();
    };
}

Result<void> write_forecast(const Hierarchy& hierarchy, const forecast::CoherentForecast& made,
                            std::int64_t last, const WriteTable& write) {
    std::string header = "series_id,t,mean";
    for (const auto& interval : made.intervals)
        header += fmt::format(",lo{0:g},hi{0:g}", interval.level);
    TRY(write(header + "\n"));
    for (std::size_t i = 0; i < hierarchy.size(); ++i) {
        const auto id = base::csv_field(hierarchy.name(i));
        std::string rows;
        for (std::size_t h = 0; h < made.horizon; ++h) {
            const std::size_t at = i * made.horizon + h;
            rows +=
                fmt::format("{},{},{}", id, last + static_cast<std::int64_t>(h) + 1, made.mean[at]);
            for (const auto& interval : made.intervals)
                rows += fmt::format(",{},{}", interval.lower[at], interval.upper[at]);
            rows += '\n';
        }
        TRY(write(rows));
    }
    return {};
}

}  // namespace

Result<HierarchyReport> forecast_hierarchy(const base::Input& table, const base::Input& structure,
                                           const HierarchyBatch& batch, const WriteTable& write) {
    const auto hierarchy = TRY(read_structure(structure, batch.structure_file));
    const auto read = TRY(read_table(table, batch.file));
    HierarchyReport report;
    report.bottom = hierarchy.bottom().size();
    report.sums = hierarchy.sums().size();
    const auto histories = TRY(histories_of(read, hierarchy, batch, report));
    const auto made = TRY(forecast::forecast_coherently(hierarchy, histories, batch.options,
                                                        in_threads(batch.threads)));
    report.reconciliation = made.reconciliation;
    report.shrinkage = made.shrinkage;
    report.fallbacks = static_cast<std::size_t>(
        std::ranges::count_if(made.fallbacks, [](const auto& why) { return !why.empty(); }));
    TRY(write_forecast(hierarchy, made, read.last, write));
    return report;
}

}  // namespace app
