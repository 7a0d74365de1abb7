#include "statistics/row_reader.h"

#include "base/text.h"
#include "statistics/block.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace statistics {
namespace {

using base::Day;
using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Period;

const std::vector<std::string> published_columns = {"id",
                                                    "category",
                                                    "measure",
                                                    "geography",
                                                    "period_type",
                                                    "period_start",
                                                    "period_end",
                                                    "value",
                                                    "unit",
                                                    "printed_as",
                                                    "role_in_text",
                                                    "vintage",
                                                    "source_key",
                                                    "source_publisher",
                                                    "source_address",
                                                    "publication_date",
                                                    "figures_attributed_to",
                                                    "note"};

const std::vector<std::string> long_columns = {"period", "value", "published", "source"};

// Columns of the long layout that are no dimension of the series.
constexpr std::array<std::string_view, 11> long_attributes = {
    "id",        "period",  "value",         "status",     "published", "source",
    "publisher", "address", "attributed_to", "series_key", "attributes"};

bool is_long_attribute(std::string_view name) {
    return std::ranges::find(long_attributes, name) != long_attributes.end();
}

// "USD million" counts in 10^6.
int exponent_of_unit(std::string_view unit) {
    constexpr std::pair<std::string_view, int> scales[] = {{"thousand", 3}, {"million", 6},
                                                           {"billion", 9},  {"trillion", 12},
                                                           {"crore", 7},    {"lakh", 5}};
    for (const auto& [word, exponent] : scales) {
        if (unit.ends_with(word))
            return exponent;
    }
    return 0;
}

bool is_unknown_date(std::string_view text) {
    return text.empty() || text == "unknown" || text == "not shown in the excerpt";
}

// Gives the value the digits that were printed: 633.13 printed as "633.130" has three places.
base::Decimal with_printed_digits(base::Decimal value, int precision) {
    const int scale = std::clamp(-precision, value.scale(), base::Decimal::scale_max);
    std::int64_t coefficient = value.coefficient();
    for (int i = value.scale(); i < scale; ++i) {
        if (__builtin_mul_overflow(coefficient, std::int64_t{10}, &coefficient))
            return value;
    }
    const auto widened = base::Decimal::from_parts(coefficient, scale);
    return widened.ok() ? widened.value() : value;
}

base::Result<Day> parse_day_or_month(std::string_view text, bool at_its_end) {
    if (text.size() != 7)
        return base::parse_day(text);
    const auto month = Period::parse(text);
    if (!month.ok() || month->frequency() != Frequency::month)
        return Error{ErrorCode::invalid_date,
                     fmt::format("expected a date as YYYY-MM-DD or YYYY-MM, found \"{}\"", text),
                     ""};
    return at_its_end ? month->last_day() : month->first_day();
}

/// The words of `period_type`, and what each asks of first and last day.
struct PeriodType {
    std::string_view word;
    Frequency frequency;
    bool fiscal;
};
constexpr PeriodType period_types[] = {{"month", Frequency::month, false},
                                       {"quarter", Frequency::quarter, true},
                                       {"fiscal year", Frequency::year, true},
                                       {"calendar year", Frequency::year, false}};

base::Result<TimePeriod> cumulative(Day first, Day last, base::YearStart fiscal) {
    const TimePeriod time{Period::containing(last, Frequency::month), Span::year_to_date, fiscal};
    if (time.first_day() != first || time.last_day() != last)
        return Error{ErrorCode::invalid_period,
                     fmt::format("a cumulative figure runs from the first day of month {} to the "
                                 "end of a month of that fiscal year, found {} to {}",
                                 fiscal.month, base::to_string(first), base::to_string(last)),
                     ""};
    return time;
}

base::Result<TimePeriod> time_of(std::string_view type, Day first, Day last,
                                 base::YearStart fiscal) {
    if (type == "cumulative July to month" || type == "cumulative")
        return cumulative(first, last, fiscal);
    for (const auto& known : period_types) {
        if (type != known.word)
            continue;
        const Period period =
            Period::containing(first, known.frequency, known.fiscal ? fiscal : base::YearStart{1});
        if (period.first_day() == first && period.last_day() == last)
            return TimePeriod{period, Span::period, fiscal};
        return Error{
            ErrorCode::invalid_period,
            fmt::format("a {} runs from {} to {}, found {} to {}", type,
                        base::to_string(period.first_day()), base::to_string(period.last_day()),
                        base::to_string(first), base::to_string(last)),
            ""};
    }
    return Error{ErrorCode::unknown_period_type,
                 fmt::format("expected month, quarter, fiscal year, calendar year, cumulative July "
                             "to month or point in time, found \"{}\"",
                             type),
                 ""};
}

}  // namespace

// A state that is dated by its month alone may be of any day in it.
Day first_day_of_report(const TimePeriod& time) {
    const bool is_within_month =
        time.span == Span::point_in_time && time.period.frequency() == Frequency::month;
    return is_within_month ? time.first_day() : time.last_day();
}

/// One record and what is wrong with it; a field that is wrong reads as its default.
class RowReader::Row {
  public:
    Row(std::span<const std::string_view> fields, const base::CsvHeader& header, const Place& place,
        std::vector<Error>& faults)
        : fields_(fields), header_(header), place_(place), faults_(faults) {}

    std::string_view optional(std::string_view column) const {
        const auto at = header_.find(column);
        return at ? base::trimmed(fields_[*at]) : std::string_view{};
    }
    std::string_view required(std::string_view column) {
        const auto text = optional(column);
        if (text.empty())
            fault(column,
                  {ErrorCode::invalid_figure_row,
                   fmt::format("expected a value in the column {}, found none", column), ""});
        return text;
    }
    template <typename T>
    std::optional<T> take(std::string_view column, base::Result<T> result) {
        if (result.ok())
            return std::move(result).value();
        fault(column, std::move(result).error());
        return std::nullopt;
    }
    void fault(std::string_view column, Error error) {
        const auto at = header_.find(column);
        error.where = fmt::format("{} ({})", place_(at ? *at + 1 : 0), column);
        faults_.push_back(std::move(error));
    }
    void fault_key(Error error) {
        error.where = place_(0);
        faults_.push_back(std::move(error));
    }
    bool is_sound() const { return faults_.empty(); }
    std::string_view field(std::size_t column) const { return fields_[column]; }

    std::optional<base::Decimal> value() {
        const auto text = required("value");
        return text.empty() ? std::nullopt : take("value", base::Decimal::parse(text));
    }
    void read_vintage(std::string_view column, FigureRow& row) {
        row.published = optional(column);
        if (is_unknown_date(row.published)) {
            row.date = RowDate::unknown;
            return;
        }
        row.date = row.published.size() == 7 ? RowDate::month : RowDate::day;
        if (const auto day = take(column, parse_day_or_month(row.published, true)))
            row.observation.vintage = {*day, false};
    }

  private:
    std::span<const std::string_view> fields_;
    const base::CsvHeader& header_;
    const Place& place_;
    std::vector<Error>& faults_;
};

base::Result<RowReader> RowReader::create(const std::vector<std::string>& header,
                                          const LoadOptions& options) {
    const auto names_any = [&](const std::vector<std::string>& columns) {
        return std::ranges::any_of(columns, [&](const std::string& column) {
            return std::ranges::find(header, column) != header.end();
        });
    };
    if (!names_any(long_columns) && !names_any(published_columns))
        return Error{ErrorCode::invalid_csv,
                     fmt::format("expected a header: {} and columns that name the series; or, for "
                                 "published figures, {}; found {}",
                                 fmt::join(long_columns, ", "), fmt::join(published_columns, ", "),
                                 fmt::join(header, ", ")),
                     options.file + ":1"};
    // A header that is neither is measured against the short one, unless it has what only the
    // other has.
    const bool is_long = !names_any({"period_type", "period_start", "period_end", "printed_as",
                                     "publication_date", "source_key"});
    RowReader reader{TRY(base::CsvHeader::create(header, is_long ? long_columns : published_columns,
                                                 options.file)),
                     options};
    reader.is_long_ = is_long;
    reader.names_ = header;
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (!is_long_attribute(header[i]))
            reader.dimension_columns_.push_back(i);
    }
    if (is_long)
        reader.series_column_ = reader.header_.find("series_key");
    if (is_long && reader.dimension_columns_.empty() && !reader.series_column_)
        return Error{ErrorCode::invalid_csv,
                     "expected at least one column that names the series beside period, value, "
                     "published and source, found none",
                     options.file + ":1"};
    return reader;
}

std::optional<RowReader::LongColumns> RowReader::columns() const {
    if (!is_long_)
        return std::nullopt;
    auto naming = dimension_columns_;
    if (series_column_)
        naming.push_back(*series_column_);
    return LongColumns{
        std::move(naming),          *header_.find("period"),    *header_.find("value"),
        *header_.find("published"), *header_.find("source"),    header_.find("status"),
        header_.find("id"),         header_.find("attributes"), header_.size()};
}

std::optional<FigureRow> RowReader::read(std::span<const std::string_view> fields,
                                         const Place& place, std::vector<Error>& faults) const {
    if (fields.size() != header_.size()) {
        faults.push_back(
            {ErrorCode::invalid_figure_row,
             fmt::format("expected {} fields, found {}", header_.size(), fields.size()), place(0)});
        return std::nullopt;
    }
    Row row(fields, header_, place, faults);
    FigureRow result = is_long_ ? read_long(row) : read_published(row);
    if (row.is_sound() && options_->reading == Reading::first) {
        check_dates(row, result);
        check_id(row, result);
    }
    return row.is_sound() ? std::optional{std::move(result)} : std::nullopt;
}

void RowReader::check_id(Row& row, const FigureRow& figure) {
    const auto bytes = figure.observation.row.size();
    if (bytes > row_id_bytes_max)
        row.fault("id", {ErrorCode::invalid_figure_row,
                         fmt::format("expected an identifier of at most {} bytes, found {}",
                                     row_id_bytes_max, bytes),
                         ""});
}

void RowReader::check_dates(Row& row, const FigureRow& figure) const {
    const auto& time = figure.observation.time;
    const auto& today = options_->today;
    const bool is_dated = figure.date != RowDate::unknown;
    const Day published = figure.observation.vintage.known_on;
    const auto fault = [&](ErrorCode code, std::string message) {
        row.fault(is_long_ ? "published" : "publication_date", {code, std::move(message), ""});
    };
    const Day first = first_day_of_report(time);
    const auto latest = is_dated ? std::optional{published} : today;
    if (figure.is_actual && !figure.is_to_date && latest && *latest < first)
        return fault(ErrorCode::published_before_period_end,
                     fmt::format("expected a day from {} on for a figure of {}, found {}",
                                 base::to_string(first), time.text(),
                                 is_dated ? figure.published : "none, before that day"));
    // A month alone counts from its end, but may be that of a day which is past.
    const Day earliest = figure.date == RowDate::month
                             ? Period::containing(published, Frequency::month).first_day()
                             : published;
    if (is_dated && today && *today < earliest)
        fault(ErrorCode::published_in_future,
              fmt::format("expected a day up to today, {}, found {}", base::to_string(*today),
                          figure.published));
}

FigureRow RowReader::read_published(Row& row) const {
    FigureRow result;
    auto& observation = result.observation;
    observation.row = row.required("id");
    const std::string unit{row.required("unit")};
    const std::string measure{row.required("measure")};
    auto key = SeriesKey::create(options_->dataflow,
                                 {{"category", std::string{row.required("category")}},
                                  {"measure", measure},
                                  {"geography", std::string{row.required("geography")}},
                                  {"unit", unit}});
    if (key.ok())
        result.key = std::move(key).value();
    if (const auto value = row.value()) {
        observation.precision =
            printed_precision(row.optional("printed_as"), *value, exponent_of_unit(unit));
        observation.value = with_printed_digits(*value, observation.precision);
    }
    const auto type = row.required("period_type");
    const bool point = type == "point in time";
    const auto first =
        row.take("period_start", parse_day_or_month(row.optional("period_start"), false));
    const auto last = row.take("period_end", parse_day_or_month(row.optional("period_end"), true));
    if (first && last && *last < *first)
        row.fault("period_end", {ErrorCode::period_ends_before_start,
                                 fmt::format("expected a day on or after {}, found {}",
                                             base::to_string(*first), base::to_string(*last)),
                                 ""});
    else if (first && last && point)
        observation.time = {row.optional("period_end").size() == 7
                                ? Period::containing(*last, Frequency::month)
                                : Period::day(*last),
                            Span::point_in_time, options_->fiscal_year};
    else if (first && last)
        observation.time =
            row.take("period_type", time_of(type, *first, *last, options_->fiscal_year))
                .value_or(TimePeriod{});
    row.read_vintage("publication_date", result);
    observation.source = row.required("source_key");
    result.source = {observation.source, std::string{row.optional("source_publisher")},
                     std::string{row.optional("source_address")}, result.published,
                     std::string{row.optional("figures_attributed_to")}};
    result.is_actual = measure != "target";
    result.is_to_date = row.optional("note").find("to date") != std::string_view::npos;
    const auto vintage = row.optional("vintage");
    if (!result.is_actual)
        observation.status = ObservationStatus::forecast;
    else if (vintage == "revised")
        observation.status = ObservationStatus::revised;
    else if (result.source.attributed_to.find("(provisional)") != std::string::npos)
        observation.status = ObservationStatus::provisional;
    if (vintage.find("superseded") != std::string_view::npos)
        observation.suspect = std::string{text_names_another} + " names it as superseded";
    else if (vintage.starts_with("conflicting"))
        observation.suspect =
            std::string{text_names_another} + " prints another figure for the same period";
    return result;
}

// A series is named by a column for each dimension, or as a whole by one.
base::Result<SeriesKey> RowReader::key_of(const Row& row) const {
    std::vector<Dimension> dimensions;
    for (const std::size_t column : dimension_columns_) {
        if (!base::trimmed(row.field(column)).empty())
            dimensions.push_back({names_[column], std::string{base::trimmed(row.field(column))}});
    }
    const auto whole =
        series_column_ ? base::trimmed(row.field(*series_column_)) : std::string_view{};
    if (whole.empty())
        return SeriesKey::create(options_->dataflow, std::move(dimensions));
    if (!dimensions.empty())
        return Error{ErrorCode::invalid_series_key,
                     fmt::format("expected nothing in the other columns that name a series beside "
                                 "\"{}\" in the column series_key, found {} = \"{}\"",
                                 whole, dimensions.front().name, dimensions.front().value),
                     ""};
    return SeriesKey::parse(whole);
}

FigureRow RowReader::read_long(Row& row) const {
    FigureRow result;
    auto& observation = result.observation;
    observation.row = row.optional("id");
    observation.attributes = row.optional("attributes");
    if (observation.attributes.size() > block_text_bytes_max)
        row.fault("attributes", {ErrorCode::invalid_figure_row,
                                 fmt::format("expected at most {} bytes, found {}",
                                             block_text_bytes_max, observation.attributes.size()),
                                 ""});
    auto key = key_of(row);
    if (key.ok())
        result.key = std::move(key).value();
    else
        row.fault_key(std::move(key).error());
    const auto status = row.optional("status");
    if (!status.empty())
        observation.status =
            row.take("status", parse_status(status)).value_or(ObservationStatus::normal);
    const bool may_lack_value = observation.status == ObservationStatus::missing;
    if (!may_lack_value || !row.optional("value").empty()) {
        if (const auto value = row.value()) {
            const std::string* unit = result.key.find("unit");
            observation.value = *value;
            observation.precision =
                printed_precision(value->text(), *value, unit ? exponent_of_unit(*unit) : 0);
        }
    }
    observation.time =
        row.take("period", TimePeriod::parse(row.required("period"), options_->fiscal_year))
            .value_or(TimePeriod{});
    row.read_vintage("published", result);
    observation.source = row.required("source");
    result.source = {observation.source, std::string{row.optional("publisher")},
                     std::string{row.optional("address")}, result.published,
                     std::string{row.optional("attributed_to")}};
    result.is_actual = observation.status != ObservationStatus::forecast;
    return result;
}

}  // namespace statistics
