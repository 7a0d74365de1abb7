#include "statistics/load.h"

#include "base/csv.h"
#include "base/text.h"
#include "statistics/row_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;

// More faults than this tell nobody anything new.
constexpr std::size_t faults_max = 1000;

// A release of a month's figures is out about 20 days after the month's end.
constexpr std::chrono::days release_delay{20};

/// Collects rows, and everything that is wrong with the file.
class Loader {
  public:
    Loader(std::string_view text, const LoadOptions& options)
        : options_(options), reader_(text, options.file) {
        utf8_is_valid_ = base::check_utf8(text, options.file).ok();
    }

    base::Result<Loaded> run() {
        if (auto header = read_header(); !header.ok())
            return header.error();
        read_rows();
        if (read_.empty() && faults_.empty() && options_.reading == Reading::first)
            fault({ErrorCode::invalid_csv, "expected at least one row, found none",
                   options_.file + ":2"});
        find_duplicates();
        if (!faults_.empty())
            return all_faults();
        date_unknown_vintages();
        return finish();
    }

  private:
    base::Result<void> read_header() {
        auto names = TRY(reader_.next());
        if (!names)
            return Error{ErrorCode::invalid_csv, "expected a header and rows, found nothing",
                         reader_.where()};
        for (auto& name : *names)
            name = std::string{base::trimmed(name)};
        rows_ = TRY(RowReader::create(*names, options_));
        return {};
    }

    void read_rows() {
        for (;;) {
            auto fields = reader_.next();
            if (!fields.ok())
                return fault(fields.error());
            if (!fields->has_value())
                return;
            read_row(**fields);
        }
    }

    void read_row(const std::vector<std::string>& fields) {
        const Place place{[this](std::size_t column) {
            return column == 0 ? reader_.where() : reader_.where(column);
        }};
        if (!utf8_is_valid_ && !fields_are_utf8(fields))
            return;
        std::vector<Error> faults;
        auto row = rows_->read(fields, place, faults);
        for (auto& found : faults)
            fault(std::move(found));
        if (!row)
            return;
        row->line = reader_.line();
        row->observation.load_order = static_cast<std::uint32_t>(read_.size());
        read_.push_back(std::move(*row));
    }

    bool fields_are_utf8(const std::vector<std::string>& fields) {
        bool valid = true;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            auto checked = base::check_utf8(fields[i], reader_.where(i + 1));
            if (!checked.ok())
                fault(checked.error());
            valid = valid && checked.ok();
        }
        return valid;
    }

    void find_duplicates() {
        std::unordered_map<std::string, std::size_t> by_row;
        using Figure = std::tuple<std::string, base::Day, base::Day, bool, std::string, std::string,
                                  base::Decimal>;
        std::map<Figure, std::size_t> by_figure;
        for (const auto& row : read_) {
            const auto& o = row.observation;
            if (!o.row.empty()) {
                const auto [at, is_new] = by_row.emplace(o.row, row.line);
                if (!is_new) {
                    fault({ErrorCode::duplicate_figure,
                           fmt::format("the identifier {} stands at line {} already", o.row,
                                       at->second),
                           row_place(row)});
                    continue;
                }
            }
            const auto [at, is_new] = by_figure.emplace(
                Figure{row.key.text(), o.time.first_day(), o.time.last_day(),
                       o.time.span == Span::point_in_time, o.source, row.published, o.value},
                row.line);
            if (!is_new)
                fault({ErrorCode::duplicate_figure,
                       fmt::format("the same series, period ({}), source ({}), day and value ({}) "
                                   "stand at line {} already",
                                   o.time.text(), o.source, o.value.text(), at->second),
                       row_place(row)});
        }
    }

    // What a source reports of the past, it reports after the latest period that it knows.
    void date_unknown_vintages() {
        std::map<std::string, base::Day> latest_actual;
        for (const auto& row : read_) {
            if (!row.is_actual)
                continue;
            const base::Day end = row.observation.time.last_day();
            const auto [at, is_new] = latest_actual.emplace(row.observation.source, end);
            at->second = std::max(at->second, end);
        }
        for (auto& row : read_) {
            if (row.date == RowDate::month)
                ++report_.month_dates;
            if (row.date != RowDate::unknown)
                continue;
            ++report_.estimated_dates;
            const auto at = latest_actual.find(row.observation.source);
            const base::Day end =
                at == latest_actual.end() ? row.observation.time.last_day() : at->second;
            row.observation.vintage = {end + release_delay, true};
        }
    }

    Loaded finish() {
        Loaded loaded;
        std::map<SeriesKey, Series> by_key;
        report_.rows = read_.size();
        report_.observations = read_.size();
        std::vector<std::size_t> lines;
        for (auto& row : read_) {
            lines.push_back(row.line);
            loaded.sources.emplace(row.source.key, row.source);
            by_key[row.key].observations.push_back(std::move(row.observation));
        }
        for (auto& [key, series] : by_key) {
            series.key = key;
            sort_observations(series.observations);
            mark_suspects(series, options_.fiscal_year);
            note_suspects(series, lines);
            loaded.series.push_back(std::move(series));
        }
        report_.series = loaded.series.size();
        report_.sources = loaded.sources.size();
        std::ranges::sort(report_.suspects, {}, &Suspect::line);
        for (const auto& suspect : report_.suspects)
            report_.warnings.push_back(
                {ErrorCode::suspect_figure,
                 fmt::format("{} {} for {} is kept but not used: {}", suspect.row,
                             suspect.value.text(), suspect.time.text(), suspect.reason),
                 fmt::format("{}:{}", options_.file, suspect.line)});
        loaded.report = std::move(report_);
        return loaded;
    }

    void note_suspects(const Series& series, const std::vector<std::size_t>& lines) {
        for (const auto& o : series.observations) {
            if (!o.suspect.empty())
                report_.suspects.push_back(
                    {o.row, lines[o.load_order], series.key, o.time, o.value, o.suspect});
        }
    }

    std::string row_place(const FigureRow& row) const {
        return fmt::format("{}:{}", options_.file, row.line);
    }

    void fault(Error error) {
        if (faults_.size() < faults_max)
            faults_.push_back(std::move(error));
        ++faults_found_;
    }

    Error all_faults() {
        if (faults_found_ > faults_.size())
            faults_.push_back({ErrorCode::invalid_csv,
                               fmt::format("{} faults were found; the first {} are listed",
                                           faults_found_, faults_max),
                               options_.file});
        Error first = faults_.front();
        first.also.assign(faults_.begin() + 1, faults_.end());
        return first;
    }

    const LoadOptions& options_;
    base::CsvReader reader_;
    bool utf8_is_valid_ = false;
    std::optional<RowReader> rows_;
    std::vector<FigureRow> read_;
    std::vector<Error> faults_;
    std::size_t faults_found_ = 0;
    LoadReport report_;
};

}  // namespace

base::Result<Loaded> load_csv(std::string_view text, const LoadOptions& options) {
    return Loader(text, options).run();
}

}  // namespace statistics
