#include "statistics/read_trade.h"

#include "base/csv.h"
#include "base/decimal.h"
#include "base/period.h"
#include "base/text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::string_view value_prefix = "value_";
constexpr double cells_most = 2e7;
constexpr std::size_t missing_named_most = 5;

/// The codes of one dimension, in the order in which they came.
class Codes {
  public:
    std::size_t place_of(std::string_view code) {
        const auto [at, is_new] = places_.try_emplace(std::string{code}, names_.size());
        if (is_new)
            names_.emplace_back(code);
        return at->second;
    }
    const std::vector<std::string>& names() const { return names_; }

  private:
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> places_;
};

enum Dimension : std::size_t { exporter, product, importer };
constexpr std::array<const char*, 3> dimension_words{"exporter", "product", "importer"};

/// Where exporter, product, importer and period lie.
using Cell = std::array<std::size_t, 4>;

struct Given {
    double value = 0;
    std::size_t line = 0;
};

/// A column of values and the period that it is of, or where the row's period stands.
struct ValueColumn {
    std::size_t column = 0;
    std::string period;
};

class TradeReader {
  public:
    TradeReader(std::string_view text, std::string file)
        : file_(std::move(file)), reader_(text, file_) {}

    Result<TradeTable> read(AbsentCells absent) {
        TRY(read_header());
        while (TRY(reader_.advance()))
            read_row();
        if (cells_.empty() && faults_.empty())
            faults_.push_back(
                {ErrorCode::invalid_csv, "expected rows of trade, found none", file_});
        if (faults_.empty())
            check_cells(absent);
        if (!faults_.empty())
            return base::all_in_one(std::move(faults_));
        return table();
    }

  private:
    Result<void> read_header() {
        const auto row = TRY(reader_.next());
        const auto names = row.value_or(std::vector<std::string>{});
        std::vector<std::string> required(dimension_words.begin(), dimension_words.end());
        const bool has_periods = std::ranges::any_of(
            names, [](const std::string& name) { return name.starts_with(value_prefix); });
        if (!has_periods)
            required.emplace_back("value");
        const auto header = TRY(base::CsvHeader::create(names, required, file_));
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto& name = names[i];
            if (name == "value" || name.starts_with(value_prefix))
                values_.push_back({i, name == "value" ? "" : name.substr(value_prefix.size())});
            else if (name == "period")
                period_ = i;
            else if (std::ranges::find(required, name) == required.end())
                return wrong_columns(fmt::format("the column {} is not known", name));
        }
        if (has_periods && (period_ || header.find("value")))
            return wrong_columns("beside value_PERIOD stand neither value nor period");
        for (std::size_t i = 0; i < columns_.size(); ++i)
            columns_[i] = *header.find(dimension_words[i]);
        width_ = names.size();
        for (const auto& value : values_)
            if (!period_)
                periods_.place_of(value.period);
        return {};
    }

    Error wrong_columns(std::string message) const {
        return {ErrorCode::invalid_csv,
                std::move(message) +
                    "; expected exporter, product, importer, value and perhaps "
                    "period, or value_PERIOD for each period",
                file_ + ":1"};
    }

    void read_row() {
        const auto fields = reader_.fields();
        if (fields.size() != width_) {
            fail(ErrorCode::invalid_figure_row,
                 fmt::format("expected {} fields, found {}", width_, fields.size()));
            return;
        }
        Cell cell{};
        bool is_whole = true;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto code = base::trimmed(fields[columns_[i]]);
            if (code.empty())
                fail(ErrorCode::invalid_figure_row,
                     fmt::format("expected the code of the {}, found nothing", dimension_words[i]),
                     columns_[i]);
            else
                cell[i] = codes_[i].place_of(code);
            is_whole = is_whole && !code.empty();
        }
        for (const auto& column : values_) {
            const auto period = period_of(column, fields);
            const auto value = value_of(fields[column.column], column.column);
            if (!period || !value || !is_whole)
                continue;
            cell[3] = *period;
            const auto [at, is_new] = cells_.try_emplace(cell, Given{*value, reader_.line()});
            if (!is_new)
                fail(ErrorCode::trade_cell_repeated,
                     fmt::format("{} stand at line {} already", written(cell), at->second.line));
        }
    }

    std::optional<std::size_t> period_of(const ValueColumn& column,
                                         std::span<const std::string_view> fields) {
        if (!period_)
            return periods_.place_of(column.period);
        auto parsed = base::Period::parse(base::trimmed(fields[*period_]));
        if (!parsed) {
            fail(parsed.error().code, parsed.error().message, *period_);
            return std::nullopt;
        }
        if (!first_period_)
            first_period_ = *parsed;
        if (first_period_->frequency() != parsed->frequency()) {
            fail(ErrorCode::invalid_period,
                 fmt::format("expected periods of one kind, found {} beside {}", parsed->text(),
                             first_period_->text()),
                 *period_);
            return std::nullopt;
        }
        first_days_.try_emplace(parsed->text(), parsed->first_day());
        return periods_.place_of(parsed->text());
    }

    std::optional<double> value_of(std::string_view text, std::size_t column) {
        const auto value = base::Decimal::parse(base::trimmed(text));
        if (!value) {
            fail(value.error().code, value.error().message, column);
            return std::nullopt;
        }
        if (value->to_double() < 0) {
            fail(ErrorCode::negative_trade,
                 fmt::format("expected a value that is not negative, found {}", value->text()),
                 column);
            return std::nullopt;
        }
        return value->to_double();
    }

    void check_cells(AbsentCells absent) {
        double size = static_cast<double>(periods_.names().size());
        for (const auto& codes : codes_)
            size *= static_cast<double>(codes.names().size());
        if (size > cells_most)
            faults_.push_back({ErrorCode::invalid_argument,
                               fmt::format("expected at most {:.0f} cells of exporters, products, "
                                           "importers and periods, found {:.0f}",
                                           cells_most, size),
                               file_});
        else if (absent == AbsentCells::refused)
            check_missing();
    }

    void check_missing() {
        std::vector<std::string> named;
        std::size_t missing = 0;
        for_each_cell([&](const Cell& cell) {
            const bool is_own = codes_[exporter].names()[cell[exporter]] ==
                                codes_[importer].names()[cell[importer]];
            if (is_own || cells_.contains(cell))
                return;
            if (++missing <= missing_named_most)
                named.push_back(written(cell));
        });
        if (missing > 0)
            faults_.push_back({ErrorCode::trade_cell_missing,
                               fmt::format("{} of {} cells are not listed: {}{}", missing,
                                           cells_.size() + missing, fmt::join(named, "; "),
                                           missing > named.size() ? "; ..." : ""),
                               file_});
    }

    template <typename Use>
    void for_each_cell(Use use) const {
        Cell cell{};
        for (cell[3] = 0; cell[3] < periods_.names().size(); ++cell[3])
            for (cell[0] = 0; cell[0] < codes_[0].names().size(); ++cell[0])
                for (cell[1] = 0; cell[1] < codes_[1].names().size(); ++cell[1])
                    for (cell[2] = 0; cell[2] < codes_[2].names().size(); ++cell[2])
                        use(cell);
    }

    TradeTable table() const {
        TradeTable made{file_, codes_[0].names(), codes_[1].names(), codes_[2].names(), {}, {}};
        for (const auto period : in_order()) {
            made.periods.push_back(periods_.names()[period]);
            auto& matrix = made.matrices.emplace_back(TradeMatrix{
                made.exporters.size(), made.products.size(), made.importers.size(), {}});
            matrix.values.resize(matrix.exporters * matrix.products * matrix.importers);
            for (const auto& [cell, given] : cells_)
                if (cell[3] == period)
                    matrix.values[(cell[0] * matrix.products + cell[1]) * matrix.importers +
                                  cell[2]] = given.value;
        }
        return made;
    }

    // Periods of a column by their days; those of a header as they stand.
    std::vector<std::size_t> in_order() const {
        std::vector<std::size_t> order(periods_.names().size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        if (period_)
            std::ranges::sort(order, {},
                              [&](std::size_t i) { return first_days_.at(periods_.names()[i]); });
        return order;
    }

    std::string written(const Cell& cell) const {
        const auto& period = periods_.names()[cell[3]];
        return fmt::format("{}, {}, {}{}{}", codes_[0].names()[cell[0]], codes_[1].names()[cell[1]],
                           codes_[2].names()[cell[2]], period.empty() ? "" : ", ", period);
    }

    void fail(ErrorCode code, std::string message) {
        faults_.push_back({code, std::move(message), reader_.where()});
    }
    void fail(ErrorCode code, std::string message, std::size_t column) {
        faults_.push_back({code, std::move(message), reader_.where(column + 1)});
    }

    std::string file_;
    base::CsvReader reader_;
    std::size_t width_ = 0;
    std::array<std::size_t, 3> columns_{};
    std::optional<std::size_t> period_;
    std::vector<ValueColumn> values_;
    std::array<Codes, 3> codes_;
    Codes periods_;
    std::optional<base::Period> first_period_;
    std::map<std::string, base::Day> first_days_;
    std::map<Cell, Given> cells_;
    std::vector<Error> faults_;
};

}  // namespace

Result<TradeTable> read_trade(std::string_view text, const std::string& file, AbsentCells absent) {
    TRY(base::check_utf8(text, file));
    return TradeReader{text, file}.read(absent);
}

}  // namespace statistics
