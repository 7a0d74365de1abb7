#include "base/clock.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <charconv>

namespace base {
namespace {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;

bool two_digits(std::string_view text, std::size_t at, int limit, int& value) {
    if (at + 2 > text.size() || text[at] < '0' || text[at] > '9' || text[at + 1] < '0' ||
        text[at + 1] > '9')
        return false;
    value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value < limit;
}

}  // namespace

std::string to_string(Instant instant) {
    const auto day = floor<std::chrono::days>(instant);
    const std::chrono::hh_mm_ss time{instant - day};
    return fmt::format(FMT_COMPILE("{}T{:02}:{:02}:{:02}.{:06}Z"), to_string(day),
                       time.hours().count(), time.minutes().count(), time.seconds().count(),
                       time.subseconds().count());
}

Result<Instant> parse_instant(std::string_view text) {
    const auto malformed = [&] {
        return Error{
            ErrorCode::invalid_date,
            fmt::format("expected an instant as YYYY-MM-DDThh:mm:ss[.ffffff]Z, found \"{}\"", text),
            ""};
    };
    int hour = 0, minute = 0, second = 0;
    if (text.size() < 20 || text.size() > 27 || text[10] != 'T' || text.back() != 'Z' ||
        text[13] != ':' || text[16] != ':' || !two_digits(text, 11, 24, hour) ||
        !two_digits(text, 14, 60, minute) || !two_digits(text, 17, 60, second))
        return malformed();
    const Day day = TRY(parse_day(text.substr(0, 10)));
    std::int64_t fraction = 0;
    if (text.size() > 20) {
        const auto digits = text.substr(20, text.size() - 21);
        if (text[19] != '.' || digits.empty())
            return malformed();
        std::int64_t unit = 100'000;
        for (const char c : digits) {
            if (c < '0' || c > '9')
                return malformed();
            fraction += (c - '0') * unit;
            unit /= 10;
        }
    }
    return Instant{day} + hours{hour} + minutes{minute} + std::chrono::seconds{second} +
           microseconds{fraction};
}

Result<UtcOffset> UtcOffset::parse(std::string_view text) {
    int hour = 0, minute = 0;
    const bool shaped = text.size() == 6 && (text[0] == '+' || text[0] == '-') && text[3] == ':' &&
                        two_digits(text, 1, 15, hour) && two_digits(text, 4, 60, minute) &&
                        hour * 60 + minute <= 14 * 60;
    if (!shaped)
        return Error{ErrorCode::invalid_argument,
                     fmt::format("expected a distance from UTC as +05:00, found \"{}\"", text), ""};
    const minutes distance{hour * 60 + minute};
    return UtcOffset{text[0] == '-' ? -distance : distance};
}

Day UtcOffset::day_of(Instant instant) const {
    return floor<std::chrono::days>(instant + minutes_);
}

Instant UtcOffset::midnight(Day day) const {
    return Instant{day} - minutes_;
}

std::string UtcOffset::text() const {
    const auto total = std::chrono::abs(minutes_).count();
    return fmt::format("{}{:02}:{:02}", minutes_.count() < 0 ? '-' : '+', total / 60, total % 60);
}

Instant SystemClock::now() const {
    return floor<microseconds>(std::chrono::system_clock::now());
}

}  // namespace base
