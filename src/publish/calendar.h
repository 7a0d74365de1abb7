#pragma once

#include "base/clock.h"
#include "base/date.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace publish {

/// A meeting or a date that something is due on.
struct CalendarEvent {
    std::string uid;  ///< the same for ever, so that a calendar replaces what it holds
    base::Day day;
    std::optional<base::Instant> at;  ///< when it begins; absent: the whole day
    std::chrono::minutes length{120};
    std::string title;
    std::string description;
    std::string place;
    std::string category;
    bool is_cancelled = false;
    std::int64_t revision = 0;  ///< grows with every change (SEQUENCE)
    base::Instant stamp;        ///< when that was recorded (DTSTAMP)
};

/// The events as iCalendar text.
///
/// Shape:  lines end with CR LF and are folded at 75 bytes; texts are escaped.
/// Source: RFC 5545, written by libical.
std::string icalendar(std::string_view name, std::span<const CalendarEvent> events);

}  // namespace publish
