#pragma once

#include "base/date.h"
#include "base/decimal.h"
#include "base/period.h"
#include "base/result.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace statistics {

/// One dimension of a series and its value: geography = world.
struct Dimension {
    std::string name;
    std::string value;
    friend auto operator<=>(const Dimension&, const Dimension&) = default;
};

/// "OBS_CONF=F;TITLE=...": names and values as they stand in the text of a key; %, :, ; and =, and
/// control characters, are written %25, %3A, %3B, %3D, and so on.
std::string print_words(const std::vector<Dimension>& words);
/// Reads what `print_words` prints; nothing where it is something else.
std::optional<std::vector<Dimension>> parse_words(std::string_view text);

/// A published forecast has the dimensions of the series that it forecasts, and this one besides:
/// "mean", "0.025", ...
inline constexpr std::string_view forecast_dimension = "quantile";

/// Dimensions that must have these values; those that are not named are free.
using DimensionFilter = std::map<std::string, std::string>;

/// Names a series: a dataflow and the values of its dimensions (SDMX: series key).
///
/// Shape: dimensions ascend by name, each once, none empty; equal keys have equal text.
class SeriesKey {
  public:
    SeriesKey() = default;
    /// Errors: invalid_series_key (no dataflow, an empty or doubled dimension).
    static base::Result<SeriesKey> create(std::string dataflow, std::vector<Dimension> dimensions);
    /// Reads what `text` prints. Errors: invalid_series_key.
    static base::Result<SeriesKey> parse(std::string_view text);

    const std::string& dataflow() const noexcept { return dataflow_; }
    const std::vector<Dimension>& dimensions() const noexcept { return dimensions_; }
    const std::string* find(std::string_view dimension) const;
    bool matches(const DimensionFilter& filter) const;
    /// Whether it matches, and is no forecast unless the filter names a quantile.
    bool is_meant_by(const DimensionFilter& filter) const;
    /// "published-figures:category=call centre services;geography=world", as `print_words` has it.
    std::string text() const;

    friend bool operator==(const SeriesKey&, const SeriesKey&) = default;
    friend auto operator<=>(const SeriesKey&, const SeriesKey&) = default;

  private:
    std::string dataflow_;
    std::vector<Dimension> dimensions_;
};

/// What a figure counts: its period alone, everything from the start of the fiscal year to the
/// period's end, or the state at the period's end.
enum class Span : std::uint8_t { period, year_to_date, point_in_time };

/// The time that a figure is about, as it was published (SDMX: TIME_PERIOD).
struct TimePeriod {
    base::Period period;  ///< year_to_date: the last month
    Span span = Span::period;
    base::YearStart year_start{7};  ///< year_to_date: where the year begins; else not used

    base::Day first_day() const;
    base::Day last_day() const;
    /// "FY2024", "2024-04", "2023-07/2024-03" (to date), "2024-12 (point in time)".
    std::string text() const;
    /// For people: "April 2024", "July 2023 to March 2024"; the others as `text`.
    std::string words() const;
    /// Reads what `text` prints. Errors: invalid_period.
    static base::Result<TimePeriod> parse(std::string_view text, base::YearStart fiscal = {7});
    /// True where both count the same days, though one is written as a quarter.
    bool same_days(const TimePeriod& other) const;
    friend bool operator==(const TimePeriod& a, const TimePeriod& b);
};

/// SDMX code list CL_OBS_STATUS, with R (revised) as Eurostat has it.
enum class ObservationStatus : char {
    normal = 'A',
    time_series_break = 'B',
    definition_differs = 'D',
    estimated = 'E',
    forecast = 'F',
    experimental = 'G',
    imputed = 'I',
    missing = 'M',
    not_significant = 'N',
    provisional = 'P',
    revised = 'R',
    low_reliability = 'U',
};

/// Errors: invalid_status unless the text is one of the letters above.
base::Result<ObservationStatus> parse_status(std::string_view text);

/// When a figure became known. `estimated`: no date was printed; counted from the period's end.
struct Vintage {
    base::Day known_on;
    bool estimated = false;
    friend bool operator==(const Vintage&, const Vintage&) = default;
};

/// One published figure. Several figures of one series, time and day stand side by side: source,
/// journal entry and load order are part of the key.
struct Observation {
    TimePeriod time;
    base::Decimal value;  ///< with the digits that were printed
    /// Power of ten of the last digit that was printed to mean something: 0 for 306, -2 for
    /// 539.71, 1 for 2280 printed as "2.28 billion".
    int precision = 0;
    ObservationStatus status = ObservationStatus::normal;
    Vintage vintage;
    std::string source;            ///< key of a Source
    std::string row;               ///< the row's own identifier in the loaded file; may be empty
    std::int64_t recorded = 0;     ///< the journal entry that loaded it; 0 before it is stored
    std::uint32_t load_order = 0;  ///< its place in that load
    std::string suspect;           ///< why the figure is not used in derived answers; mostly empty
    std::string attributes = {};   ///< what else its source says of it, as `print_words` has it

    friend bool operator==(const Observation& a, const Observation& b);
};

/// Where a figure was published.
struct Source {
    std::string key;
    std::string publisher;
    std::string address;
    std::string published;      ///< as printed: a day, a month or words
    std::string attributed_to;  ///< whose figure the publisher says it is
    friend bool operator==(const Source&, const Source&) = default;
};
using SourceTable = std::map<std::string, Source>;

/// A series with everything that was ever published for it.
///
/// Shape: observations in the order (first day, last day, known on, recorded, load order).
struct Series {
    SeriesKey key;
    std::vector<Observation> observations;

    std::string unit() const;  ///< the value of the dimension "unit", or empty
    friend bool operator==(const Series&, const Series&) = default;
};

/// Brings observations into the order that Series promises.
void sort_observations(std::vector<Observation>& observations);

/// Drops observations that equal an earlier one in time, value, digits, status, vintage, source
/// and row: the same figure loaded twice is one. Keeps the first, with the last one's word on
/// whether it is suspect, for a later load knew more. Returns how many were dropped.
/// Shape: `observations` are sorted.
std::size_t drop_repeated(std::vector<Observation>& observations);

}  // namespace statistics
