#include "statistics/held_rows.h"

#include "base/text.h"
#include "statistics/block.h"

#include <algorithm>
#include <utility>

namespace statistics {
namespace {

using base::Day;

// A release of a month's figures is out about 20 days after the month's end.
constexpr std::chrono::days release_delay{20};

constexpr std::int32_t never = INT32_MIN;

std::int32_t days_of(Day day) {
    return static_cast<std::int32_t>(day.time_since_epoch().count());
}

Day day_of(std::int32_t days) {
    return Day{std::chrono::days{days}};
}

// As printed_precision has it of a number that is printed alone.
int precision_of(const base::Decimal& value) {
    if (value.scale() > 0)
        return -value.scale();
    int zeros = 0;
    for (auto rest = value.coefficient(); rest != 0 && rest % 10 == 0; rest /= 10)
        ++zeros;
    return zeros >= 2 ? zeros : 0;
}

}  // namespace

HeldRows::HeldRows(RowReader reader, const LoadOptions& options)
    : reader_(std::move(reader)), options_(options), columns_(reader_.columns()) {}

std::optional<HeldRows::Read> HeldRows::read(std::span<const std::string_view> fields,
                                             const Place& place, std::uint32_t load_order,
                                             std::vector<base::Error>& faults) {
    if (columns_ && fields.size() == columns_->width) {
        if (auto known = read_known(fields)) {
            known->row.load_order = load_order;
            return known;
        }
    }
    auto row = reader_.read(fields, place, faults);
    if (!row)
        return std::nullopt;
    row->observation.load_order = load_order;
    return take(std::move(*row), fields);
}

// The texts that name the series, one behind the other.
std::string_view HeldRows::words_of(std::span<const std::string_view> fields) {
    series_words_.clear();
    for (const auto column : columns_->dimensions)
        base::append_part(series_words_, fields[column]);
    return series_words_;
}

// Most rows are of the series of the row before.
const std::uint32_t* HeldRows::find_series(std::span<const std::string_view> fields) {
    std::string_view rest = series_words_;
    if (last_series_ && std::ranges::all_of(columns_->dimensions, [&](std::size_t column) {
            return base::take_part(rest, fields[column]);
        }))
        return &*last_series_;
    const auto* found = words_met_.find(words_of(fields));
    last_series_ = found == nullptr ? std::nullopt : std::optional{*found};
    return found;
}

std::optional<HeldRows::Read> HeldRows::read_known(std::span<const std::string_view> fields) {
    const auto* series = find_series(fields);
    const auto* time = times_met_.find(fields[columns_->period]);
    const auto* source = sources_met_.find(fields[columns_->source]);
    const auto* published = published_met_.find(fields[columns_->published]);
    if (series == nullptr || time == nullptr || source == nullptr || published == nullptr)
        return std::nullopt;
    Read read;
    HeldRow& row = read.row;
    if (columns_->status) {
        const auto status = fields[*columns_->status];
        if (status.size() != 1 || !statuses_met_[static_cast<unsigned char>(status[0])])
            return std::nullopt;
        row.status = status[0];
    }
    auto value = base::Decimal::parse(fields[columns_->value]);
    if (!value.ok())
        return std::nullopt;
    const bool is_dated = published->date != RowDate::unknown;
    const auto& of_time = times_[*time];
    if (options_.reading == Reading::first) {
        // What may be a fault, RowReader tells.
        const auto today = options_.today ? days_of(*options_.today) : INT32_MAX;
        if ((is_dated ? published->known_on : today) < of_time.reported_from ||
            (is_dated && today < published->earliest))
            return std::nullopt;
    }
    read.series = *series;
    row.value = value.value();
    row.precision = static_cast<std::int8_t>(precision_of(row.value));
    row.time = *time;
    row.source = *source;
    row.undated = !is_dated;
    row.known_on = is_dated ? published->known_on : of_time.last_day;
    if (columns_->id && !fields[*columns_->id].empty()) {
        const auto id = fields[*columns_->id];
        if (id.size() > row_id_bytes_max || id != base::trimmed(id))
            return std::nullopt;
        row.id = static_cast<std::uint32_t>(words_.ids.size());
        row.id_bytes = static_cast<std::uint16_t>(id.size());
        words_.ids += id;
    }
    if (columns_->attributes) {
        const auto attributes = fields[*columns_->attributes];
        if (attributes.size() > block_text_bytes_max || attributes != base::trimmed(attributes))
            return std::nullopt;
        row.attributes = attributes_index(attributes);
    }
    latest_actual_[row.source] = std::max(latest_actual_[row.source], of_time.last_day);
    count_date(published->date);
    return read;
}

HeldRows::Read HeldRows::take(FigureRow figure, std::span<const std::string_view> fields) {
    auto& observation = figure.observation;
    Read read;
    HeldRow& row = read.row;
    auto key = figure.key.text();
    const auto [series, is_new_series] =
        series_.emplace(key, static_cast<std::uint32_t>(keys_.size()));
    if (is_new_series)
        keys_.push_back(std::move(key));
    read.series = series->second;
    row.value = observation.value;
    row.precision = static_cast<std::int8_t>(observation.precision);
    row.status = static_cast<char>(observation.status);
    row.load_order = observation.load_order;
    row.time = time_index(observation.time);
    row.source = source_index(figure.source);
    const auto last_day = times_[row.time].last_day;
    row.undated = figure.date == RowDate::unknown;
    row.known_on = row.undated ? last_day : days_of(observation.vintage.known_on);
    if (figure.is_actual)
        latest_actual_[row.source] = std::max(latest_actual_[row.source], last_day);
    count_date(figure.date);
    if (!observation.row.empty()) {
        row.id = static_cast<std::uint32_t>(words_.ids.size());
        row.id_bytes =
            static_cast<std::uint16_t>(std::min<std::size_t>(observation.row.size(), UINT16_MAX));
        words_.ids += observation.row.substr(0, row.id_bytes);
    }
    if (!observation.suspect.empty()) {
        auto& suspicions = words_.suspicions;
        auto at = std::ranges::find(suspicions, observation.suspect);
        if (at == suspicions.end())
            at = suspicions.insert(at, observation.suspect);
        row.suspect = static_cast<std::uint8_t>(at - suspicions.begin());
    }
    row.attributes = attributes_index(observation.attributes);
    if (columns_)
        remember(figure, read, fields);
    return read;
}

void HeldRows::remember(const FigureRow& figure, const Read& read,
                        std::span<const std::string_view> fields) {
    words_met_.add(words_of(fields), read.series);
    last_series_ = read.series;
    times_met_.add(fields[columns_->period], read.row.time);
    sources_met_.add(fields[columns_->source], read.row.source);
    const auto& known_on = figure.observation.vintage.known_on;
    const Day earliest =
        figure.date == RowDate::month
            ? base::Period::containing(known_on, base::Frequency::month).first_day()
            : known_on;
    published_met_.add(fields[columns_->published],
                       Published{days_of(known_on), days_of(earliest), figure.date});
    // A missing value and a forecast have rules of their own, which RowReader knows.
    const auto status = figure.observation.status;
    if (columns_->status && fields[*columns_->status].size() == 1 && figure.is_actual &&
        status != ObservationStatus::missing)
        statuses_met_[static_cast<unsigned char>(status)] = true;
}

std::uint32_t HeldRows::source_index(const Source& source) {
    const auto [at, is_new] =
        source_of_.emplace(source.key, static_cast<std::uint32_t>(words_.sources.size()));
    if (is_new) {
        words_.sources.push_back(source.key);
        latest_actual_.push_back(never);
        sources_.emplace(source.key, source);
    }
    return at->second;
}

std::uint32_t HeldRows::time_index(const TimePeriod& time) {
    const auto [at, is_new] =
        time_of_.emplace(time.text(), static_cast<std::uint32_t>(times_.size()));
    if (is_new) {
        words_.times.push_back(time);
        times_.push_back({days_of(time.last_day()), days_of(first_day_of_report(time))});
    }
    return at->second;
}

std::uint32_t HeldRows::attributes_index(std::string_view attributes) {
    if (attributes.empty())
        return 0;
    if (const auto* met = attributes_met_.find(attributes))
        return *met;
    const auto index = static_cast<std::uint32_t>(words_.attributes.size());
    words_.attributes.emplace_back(attributes);
    attributes_met_.add(attributes, index);
    return index;
}

void HeldRows::count_date(RowDate date) {
    month_dates_ += date == RowDate::month ? 1 : 0;
    estimated_dates_ += date == RowDate::unknown ? 1 : 0;
}

HeldRows::News HeldRows::news() {
    const auto behind = [](const auto& all, std::size_t& told) {
        const auto from =
            all.begin() + static_cast<std::ptrdiff_t>(std::exchange(told, all.size()));
        return std::ranges::subrange{from, all.end()};
    };
    const auto copied = [](const auto& some) { return std::vector(some.begin(), some.end()); };
    News news{.keys = copied(behind(keys_, told_.keys)),
              .times = copied(behind(words_.times, told_.times)),
              .sources = {},
              .suspicions = copied(behind(words_.suspicions, told_.suspicions)),
              .latest_actual = latest_actual_,
              .month_dates = month_dates_,
              .estimated_dates = estimated_dates_};
    for (const auto& source : behind(words_.sources, told_.sources))
        news.sources.push_back(sources_.at(source));
    return news;
}

base::Result<void> HeldRows::learn(const News& news) {
    const auto damaged = base::Error{base::ErrorCode::block_damaged,
                                     "the notes of a load do not fit each other", ""};
    for (const auto& text : news.keys) {
        const auto key = SeriesKey::parse(text);
        if (!key.ok() || key->text() != text ||
            !series_.emplace(text, static_cast<std::uint32_t>(keys_.size())).second)
            return damaged;
        keys_.push_back(text);
    }
    for (const auto& time : news.times)
        if (const auto met = times_.size(); time_index(time) != met)
            return damaged;
    for (const auto& source : news.sources)
        if (const auto met = words_.sources.size(); source_index(source) != met)
            return damaged;
    std::ranges::copy(news.suspicions, std::back_inserter(words_.suspicions));
    if (words_.suspicions.size() > UINT8_MAX || news.latest_actual.size() != words_.sources.size())
        return damaged;
    latest_actual_ = news.latest_actual;
    month_dates_ = news.month_dates;
    estimated_dates_ = news.estimated_dates;
    (void)this->news();  // what was told need not be told again
    return {};
}

HeldWords HeldRows::take_words() {
    auto ids = std::exchange(words_.ids, {});
    auto attributes = std::exchange(words_.attributes, {""});
    attributes_met_.clear();
    HeldWords taken = words_;
    taken.ids = std::move(ids);
    taken.attributes = std::move(attributes);
    return taken;
}

Observation HeldWords::observation(const HeldRow& row) const {
    Observation made;
    made.time = times[row.time];
    made.value = row.value;
    made.precision = row.precision;
    made.status = static_cast<ObservationStatus>(row.status);
    made.vintage = {day_of(row.known_on), row.undated};
    made.source = sources[row.source];
    made.row = ids.substr(row.id, row.id_bytes);
    made.load_order = row.load_order;
    made.suspect = suspicions[row.suspect];
    made.attributes = attributes[row.attributes];
    return made;
}

Day HeldRows::estimated_day(const std::string& source, const TimePeriod& time) const {
    const auto latest = latest_actual_[source_of_.find(source)->second];
    return (latest == never ? time.last_day() : day_of(latest)) + release_delay;
}

}  // namespace statistics
