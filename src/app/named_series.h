#pragma once

#include "app/record.h"
#include "statistics/series.h"

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A series is named by values of its dimensions, "category=computer services", as many as leave
/// one series; or by its whole key, as answers print it.
using SeriesWords = std::vector<std::string>;
/// "category=computer services;geography=world", or a whole key, as addresses have them.
SeriesWords words_of(std::string_view text);

/// A series that a question names, and what may be said of it on the question's day.
struct KnownSeries {
    Answerable moment;
    statistics::Series series;
    statistics::SourceTable sources;
};

/// Errors: invalid_argument where nothing is named; those of the record and of NamedSeries::find.
Result<KnownSeries> known_series(const Record& record, const Question& question,
                                 const SeriesWords& words);

/// The unit that a series' key names; empty where it names none.
std::string unit_of(const statistics::SeriesKey& key);

/// The series that a question names, among those that are stored; these alone are read.
class NamedSeries {
  public:
    static Result<NamedSeries> create(const Record& record, const state::Known& known);
    std::shared_ptr<const std::deque<statistics::Series>> held() const { return read_; }

    /// `like`: has the words that are not given; nullptr for none. `where` begins an error's place.
    /// Errors: invalid_argument, invalid_series_key, not_found (no series, or several: the message
    /// names them).
    Result<const statistics::Series*> find(const SeriesWords& words, const statistics::Series* like,
                                           const char* where) const;
    /// The series that differ in one dimension. Errors: as find.
    Result<std::vector<statistics::Series>> find_by(const SeriesWords& words,
                                                    const std::string& by) const;

  private:
    NamedSeries(const Record& record, std::int64_t recorded_max,
                std::vector<statistics::SeriesKey> all);
    Result<const statistics::Series*> read(const statistics::SeriesKey& key) const;

    const Record& record_;
    std::int64_t recorded_max_;
    std::vector<statistics::SeriesKey> all_;
    std::vector<const statistics::SeriesKey*> keys_;
    std::shared_ptr<std::deque<statistics::Series>> read_ =
        std::make_shared<std::deque<statistics::Series>>();
};

}  // namespace app
