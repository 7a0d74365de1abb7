#pragma once

#include "base/date.h"
#include "base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace base {

/// A point of time in UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// "2026-03-01T09:30:00.123456Z", always six digits, so that text order is time order (RFC 3339).
std::string to_string(Instant instant);
Result<Instant> parse_instant(std::string_view text);

/// A fixed distance from UTC; a strategy's day ends at its own midnight.
class UtcOffset {
  public:
    constexpr UtcOffset() = default;
    constexpr explicit UtcOffset(std::chrono::minutes minutes) : minutes_(minutes) {}

    /// Errors: invalid_argument unless the text is "+05:00" or "-03:30", within 14 hours.
    static Result<UtcOffset> parse(std::string_view text);

    Day day_of(Instant instant) const;
    Instant midnight(Day day) const;  ///< the instant at which `day` begins there
    std::string text() const;
    friend bool operator==(UtcOffset, UtcOffset) = default;

  private:
    std::chrono::minutes minutes_{0};
};

/// The time of day is passed in, so that every failure repeats.
class Clock {
  public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
  public:
    Instant now() const override;
};

/// A clock that stands still until it is moved.
class FixedClock final : public Clock {
  public:
    explicit FixedClock(Instant instant) : instant_(instant) {}
    Instant now() const override { return instant_; }
    void set(Instant instant) { instant_ = instant; }
    void advance(std::chrono::microseconds by) { instant_ += by; }

  private:
    Instant instant_;
};

}  // namespace base
