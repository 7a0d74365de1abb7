#include "statistics/series.h"

#include "base/text.h"
#include "statistics/known_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace statistics {
namespace {

using base::Error;
using base::ErrorCode;
using base::Frequency;
using base::Period;

constexpr std::string_view point_mark = " (point in time)";

bool must_escape(char c) {
    return c == '%' || c == ':' || c == ';' || c == '=' || static_cast<unsigned char>(c) < 0x20 ||
           c == 0x7F;
}

std::string escaped(std::string_view text) {
    if (std::ranges::none_of(text, must_escape))
        return std::string{text};
    std::string result;
    for (const char c : text) {
        if (must_escape(c))
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            result += c;
    }
    return result;
}

std::optional<std::string> unescaped(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i];
            continue;
        }
        unsigned value = 0;
        if (i + 2 >= text.size())
            return std::nullopt;
        const char* first = text.data() + i + 1;
        const auto [end, error] = std::from_chars(first, first + 2, value, 16);
        // Only what `escaped` writes is read, so that one key has one text.
        if (error != std::errc{} || end != first + 2 || !must_escape(static_cast<char>(value)))
            return std::nullopt;
        result += static_cast<char>(value);
        i += 2;
    }
    return result;
}

// The month in which a day lies, counted from January of the year 0.
int month_of(base::Day day) {
    return Period::containing(day, Frequency::month).index();
}

Period month_at(int index) {
    return Period::month(0, 1).plus(index);
}

bool same_figure(const Observation& a, const Observation& b) {
    return is_same_figure(a, b) && a.source == b.source && a.row == b.row;
}

}  // namespace

std::string print_words(const std::vector<Dimension>& words) {
    std::string text;
    for (const auto& word : words) {
        if (!text.empty())
            text += ';';
        text += escaped(word.name) + '=' + escaped(word.value);
    }
    return text;
}

std::optional<std::vector<Dimension>> parse_words(std::string_view text) {
    std::vector<Dimension> words;
    for (const auto part : base::parts(text, ';')) {
        const auto equals = part.find('=');
        if (equals == std::string_view::npos)
            return std::nullopt;
        auto name = unescaped(part.substr(0, equals));
        auto value = unescaped(part.substr(equals + 1));
        if (!name || !value)
            return std::nullopt;
        words.push_back({std::move(*name), std::move(*value)});
    }
    return words;
}

base::Result<SeriesKey> SeriesKey::create(std::string dataflow, std::vector<Dimension> dimensions) {
    const auto refuse = [&](std::string_view found) {
        return Error{ErrorCode::invalid_series_key,
                     fmt::format("expected a dataflow and dimensions with values, found {}", found),
                     dataflow};
    };
    if (dataflow.empty())
        return refuse("no dataflow");
    if (dimensions.empty())
        return refuse("no dimension");
    std::ranges::sort(dimensions);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (dimensions[i].name.empty() || dimensions[i].value.empty())
            return refuse(fmt::format("an empty name or value in \"{}={}\"", dimensions[i].name,
                                      dimensions[i].value));
        if (i > 0 && dimensions[i].name == dimensions[i - 1].name)
            return refuse(fmt::format("the dimension \"{}\" twice", dimensions[i].name));
    }
    SeriesKey key;
    key.dataflow_ = std::move(dataflow);
    key.dimensions_ = std::move(dimensions);
    return key;
}

base::Result<SeriesKey> SeriesKey::parse(std::string_view text) {
    const auto refuse = [&] {
        return Error{ErrorCode::invalid_series_key,
                     fmt::format("expected dataflow:name=value;name=value, found \"{}\"", text),
                     ""};
    };
    const auto colon = text.find(':');
    if (colon == std::string_view::npos)
        return refuse();
    const auto dataflow = unescaped(text.substr(0, colon));
    auto dimensions = parse_words(text.substr(colon + 1));
    if (!dataflow || !dimensions)
        return refuse();
    const SeriesKey key = TRY(create(*dataflow, std::move(*dimensions)));
    if (key.text() != text)
        return refuse();
    return key;
}

const std::string* SeriesKey::find(std::string_view dimension) const {
    const auto at = std::ranges::find(dimensions_, dimension, &Dimension::name);
    return at == dimensions_.end() ? nullptr : &at->value;
}

bool SeriesKey::matches(const DimensionFilter& filter) const {
    return std::ranges::all_of(filter, [&](const auto& wanted) {
        const std::string* value = find(wanted.first);
        return value != nullptr && *value == wanted.second;
    });
}

bool SeriesKey::is_meant_by(const DimensionFilter& filter) const {
    return matches(filter) && (find(forecast_dimension) == nullptr ||
                               filter.contains(std::string{forecast_dimension}));
}

std::string SeriesKey::text() const {
    return escaped(dataflow_) + ':' + print_words(dimensions_);
}

base::Day TimePeriod::first_day() const {
    if (span != Span::year_to_date)
        return period.first_day();
    const int month = month_of(period.last_day());
    const int since_start = (month - (year_start.month - 1)) % 12;
    return month_at(month - since_start).first_day();
}

base::Day TimePeriod::last_day() const {
    return period.last_day();
}

std::string TimePeriod::text() const {
    switch (span) {
        case Span::period:
            return period.text();
        case Span::point_in_time:
            return period.text() + std::string{point_mark};
        case Span::year_to_date:
            return Period::containing(first_day(), Frequency::month).text() + '/' + period.text();
    }
    return {};
}

std::string TimePeriod::words() const {
    constexpr std::array<std::string_view, 12> names{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    const auto month = [&](base::Day day) {
        const std::chrono::year_month_day date{day};
        return fmt::format("{} {}", names[static_cast<unsigned>(date.month()) - 1],
                           static_cast<int>(date.year()));
    };
    if (period.frequency() != Frequency::month || span == Span::point_in_time)
        return text();
    const auto last = month(last_day());
    const auto first = month(first_day());
    return first == last ? last : first + " to " + last;
}

base::Result<TimePeriod> TimePeriod::parse(std::string_view text, base::YearStart fiscal) {
    if (text.ends_with(point_mark)) {
        text.remove_suffix(point_mark.size());
        return TimePeriod{TRY(Period::parse(text, fiscal)), Span::point_in_time, fiscal};
    }
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return TimePeriod{TRY(Period::parse(text, fiscal)), Span::period, fiscal};
    const Period from = TRY(Period::parse(text.substr(0, slash), fiscal));
    const Period until = TRY(Period::parse(text.substr(slash + 1), fiscal));
    const TimePeriod time{until, Span::year_to_date, fiscal};
    if (from.frequency() != Frequency::month || until.frequency() != Frequency::month ||
        time.first_day() != from.first_day())
        return Error{
            ErrorCode::invalid_period,
            fmt::format("expected months from the start of a year that begins in month {}, "
                        "as 2023-{:02}/2024-01, found \"{}\"",
                        fiscal.month, fiscal.month, text),
            ""};
    return time;
}

std::strong_ordering compare_unlike_days(const TimePeriod& a, const TimePeriod& b) {
    const auto days_of = [](const TimePeriod& time) {
        return std::pair{time.first_day().time_since_epoch().count(),
                         time.last_day().time_since_epoch().count()};
    };
    return days_of(a) <=> days_of(b);
}

bool TimePeriod::same_days(const TimePeriod& other) const {
    return (span == Span::point_in_time) == (other.span == Span::point_in_time) &&
           compare_days(*this, other) == 0;
}

bool operator==(const TimePeriod& a, const TimePeriod& b) {
    return a.period == b.period && a.span == b.span &&
           (a.span != Span::year_to_date || a.year_start == b.year_start);
}

base::Result<ObservationStatus> parse_status(std::string_view text) {
    static constexpr std::string_view letters = "ABDEFGIMNPRU";
    if (text.size() == 1 && letters.find(text[0]) != std::string_view::npos)
        return static_cast<ObservationStatus>(text[0]);
    return Error{ErrorCode::invalid_status,
                 fmt::format("expected one letter of {}, found \"{}\"", letters, text), ""};
}

bool operator==(const Observation& a, const Observation& b) {
    return same_figure(a, b) && a.recorded == b.recorded && a.load_order == b.load_order &&
           a.suspect == b.suspect && a.attributes == b.attributes;
}

std::string Series::unit() const {
    const std::string* unit = key.find("unit");
    return unit == nullptr ? std::string{} : *unit;
}

void sort_observations(std::vector<Observation>& observations) {
    const auto before = [](const Observation& a, const Observation& b) {
        return comes_before(a, b);
    };
    if (!std::ranges::is_sorted(observations, before))
        std::ranges::stable_sort(observations, before);
}

std::size_t drop_repeated(std::vector<Observation>& observations) {
    return drop_repeated_figures(
        observations, same_figure,
        [](Observation& kept, Observation& last) { kept.suspect = std::move(last.suspect); });
}

}  // namespace statistics
