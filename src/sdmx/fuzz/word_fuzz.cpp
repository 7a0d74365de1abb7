// libFuzzer's entry for words that stand in many places: the periods of SDMX and our own, days,
// instants, distances from UTC, and the names of artefacts. A second line says on which day
// reporting years begin.

#include "base/clock.h"
#include "base/date.h"
#include "base/fuzz/hold.h"
#include "base/period.h"
#include "base/text.h"
#include "sdmx/artefact.h"
#include "sdmx/period.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using base::hold;
using base::Period;
using std::chrono::days;

int year_of(base::Day day) {
    return static_cast<int>(std::chrono::year_month_day{day}.year());
}

// A period of ours has one name, and lies between its neighbours.
void read_period(std::string_view text) {
    const auto read = Period::parse(text);
    if (!read.ok())
        return;
    const auto& period = read.value();
    hold(period.text() == text);
    hold(period.first_day() <= period.last_day());
    hold(period.next().first_day() == period.last_day() + days{1});
    hold(period.plus(-1).last_day() == period.first_day() - days{1});
    for (const auto day : {period.first_day(), period.last_day()})
        hold(Period::containing(day, period.frequency(), period.year_start()) == period);
    // Calendar years begin in January, for SDMX too.
    if (text.starts_with("FY") || period.frequency() == base::Frequency::half)
        return;
    const auto span = sdmx::parse_period(text, {});
    hold(span && span->first == period.first_day() && span->last == period.last_day());
}

// Days and instants are written again as they were read, but for the zeros of a second's parts.
void read_moment(std::string_view text) {
    const auto day = base::parse_day(text);
    hold(!day.ok() || base::to_string(day.value()) == text);
    const auto instant = base::parse_instant(text);
    if (instant.ok()) {
        const auto written = base::to_string(instant.value());
        hold(written.starts_with(text.substr(0, 19)) &&
             base::parse_instant(written).value() == instant.value());
    }
    const auto offset = base::UtcOffset::parse(text);
    hold(!offset.ok() || offset.value().text() == text || text == "-00:00");
}

// The days that a period of SDMX covers, written as their first one and how many, are the same.
void read_span(std::string_view text, sdmx::YearStartDay start) {
    const auto span = sdmx::parse_period(text, start);
    if (!span)
        return;
    hold(span->first <= span->last);
    hold(!span->time ||
         (span->first == span->last && span->time->count() >= 0 && span->time->count() < 86'400));
    const auto count = (span->last - span->first).count() + 1;
    if (year_of(span->first) < 1 || year_of(span->first) > 9999 || count > 9999)
        return;
    auto again = base::to_string(span->first);
    if (span->time)
        again = base::to_string(base::Instant{span->first} + *span->time);
    else
        again += "/P" + std::to_string(count) + "D";
    const auto same = sdmx::parse_period(again, start);
    hold(same && same->first == span->first && same->last == span->last &&
         same->time == span->time);
}

// An artefact has one name in each of the standards that has such a kind.
void read_urn(std::string_view text) {
    const auto named = sdmx::parse_urn(text);
    if (!named.ok())
        return hold(base::check_utf8(named.error().message, "").ok());
    const auto& kind = sdmx::info(named->type);
    for (const auto standard : {sdmx::Standard::v21, sdmx::Standard::v30}) {
        if ((standard == sdmx::Standard::v21 ? kind.class_21 : kind.class_30).empty())
            continue;
        const auto again = sdmx::parse_urn(named->urn(standard));
        hold(again.ok() && again.value() == named.value());
    }
    hold(named->artefact().item.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view all{reinterpret_cast<const char*>(data), size};
    const auto text = all.substr(0, all.find('\n'));
    const auto rest = all.substr(std::min(text.size() + 1, all.size()));
    const auto start = sdmx::parse_year_start_day(rest);
    if (start) {
        const auto day = base::make_day(2023, start->month, start->day);
        hold("-" + base::to_string(day).substr(4) == rest);
    }
    read_period(text);
    read_moment(text);
    read_urn(text);
    read_span(text, start.value_or(sdmx::YearStartDay{}));
    return 0;
}
