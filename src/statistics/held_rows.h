#pragma once

#include "base/memo.h"
#include "statistics/row_reader.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace statistics {

/// A figure of a table as it waits for the others of its series; texts stand in HeldRows.
struct HeldRow {
    base::Decimal value;
    std::uint32_t time = 0;    ///< index of the times
    std::uint32_t source = 0;  ///< index of the sources
    std::uint32_t load_order = 0;
    std::int32_t known_on = 0;     ///< days since 1970-01-01; not yet known where `undated`
    std::uint32_t id = 0;          ///< where its identifier begins in the texts
    std::uint32_t attributes = 0;  ///< index of the attributes, 0: none
    std::uint16_t id_bytes = 0;
    std::int8_t precision = 0;
    std::uint8_t suspect = 0;  ///< index of the suspicions, 0: none
    char status = 'A';
    bool undated = false;
};

/// What held rows refer to by index.
struct HeldWords {
    std::vector<TimePeriod> times;
    std::vector<std::string> sources;
    std::vector<std::string> suspicions{""};
    std::vector<std::string> attributes{""};
    std::string ids;

    Observation observation(const HeldRow& row) const;
};

/// Reads the rows of a table into what they have in common and what is their own.
///
/// A row whose words were all met before goes by them; any other is read by RowReader, so both
/// mean the same.
class HeldRows {
  public:
    HeldRows(RowReader reader, const LoadOptions& options);

    /// The series to which the row belongs, and the row; nothing where it has faults.
    struct Read {
        std::uint32_t series = 0;
        HeldRow row;
    };
    std::optional<Read> read(std::span<const std::string_view> fields, const Place& place,
                             std::uint32_t load_order, std::vector<base::Error>& faults);
    std::string_view id(const HeldRow& row) const {
        return std::string_view{words_.ids}.substr(row.id, row.id_bytes);
    }

    /// What rows brought that was not met before.
    struct News {
        std::vector<std::string> keys;
        std::vector<TimePeriod> times;
        std::vector<Source> sources;
        std::vector<std::string> suspicions;
        std::vector<std::int32_t> latest_actual;  ///< of all sources that were met
        std::size_t month_dates = 0;              ///< of all rows
        std::size_t estimated_dates = 0;
    };
    /// That since the last call.
    News news();
    /// Knows what another told, as if it had read its rows. Errors: block_damaged (a key that is
    /// none, something that was met before).
    base::Result<void> learn(const News& news);

    std::size_t series_count() const { return keys_.size(); }
    const std::string& key_text(std::uint32_t series) const { return keys_[series]; }
    SeriesKey key(std::uint32_t series) const { return SeriesKey::parse(keys_[series]).value(); }
    const SourceTable& sources() const { return sources_; }

    const HeldWords& words() const { return words_; }
    /// The words as they are, for another thread; the identifiers and attributes of rows go with
    /// them.
    HeldWords take_words();
    /// When a figure without a date of its own became known: 20 days after the latest period that
    /// its source reports as actual. True only once the whole table was read.
    base::Day estimated_day(const std::string& source, const TimePeriod& time) const;
    std::size_t month_dates() const { return month_dates_; }
    std::size_t estimated_dates() const { return estimated_dates_; }

  private:
    struct Published {
        std::int32_t known_on = 0;
        std::int32_t earliest = 0;  ///< of the days that the text may mean
        RowDate date = RowDate::day;
    };
    struct Time {
        std::int32_t last_day = 0;
        std::int32_t reported_from = 0;  ///< the first day on which it may be reported
    };
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <typename Value>
    using Met = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    std::optional<Read> read_known(std::span<const std::string_view> fields);
    Read take(FigureRow row, std::span<const std::string_view> fields);
    void remember(const FigureRow& row, const Read& read, std::span<const std::string_view> fields);
    std::string_view words_of(std::span<const std::string_view> fields);
    const std::uint32_t* find_series(std::span<const std::string_view> fields);
    std::uint32_t source_index(const Source& source);
    std::uint32_t time_index(const TimePeriod& time);
    std::uint32_t attributes_index(std::string_view attributes);
    void count_date(RowDate date);

    RowReader reader_;
    const LoadOptions& options_;
    std::optional<RowReader::LongColumns> columns_;

    std::vector<std::string> keys_;  // texts of the series' keys
    Met<std::uint32_t> series_;      // by that text
    HeldWords words_;
    std::vector<Time> times_;     // days of the words' times
    Met<std::uint32_t> time_of_;  // by the text that TimePeriod prints
    SourceTable sources_;
    std::vector<std::int32_t> latest_actual_;  // of each source
    Met<std::uint32_t> source_of_;

    // What the texts of the columns were found to mean.
    base::Memo<std::uint32_t> words_met_, times_met_, sources_met_, attributes_met_;
    base::Memo<Published> published_met_;
    std::array<bool, 256> statuses_met_{};
    std::string series_words_;  // of the last series
    std::optional<std::uint32_t> last_series_;

    std::size_t month_dates_ = 0;
    std::size_t estimated_dates_ = 0;

    // How much of each was told as news.
    struct Told {
        std::size_t keys = 0, times = 0, sources = 0, suspicions = 1;
    };
    Told told_;
};

}  // namespace statistics
