#include "publish/calendar.h"

#include <gmock/gmock.h>
#include <libical/ical.h>

#include <memory>

namespace publish {
namespace {

using testing::HasSubstr;
using testing::Not;

CalendarEvent meeting() {
    CalendarEvent event;
    event.uid = "meeting-2024-Q1@small";
    event.day = base::make_day(2024, 1, 25);
    event.at = base::parse_instant("2024-01-25T05:30:00Z").value();
    event.title = "Council, 2024-Q1; first; of \"many\"";
    event.description = "Line one\nLine two, with commas";
    event.place = "Committee room";
    event.stamp = base::parse_instant("2024-01-10T09:00:00.000001Z").value();
    return event;
}

TEST(Calendar, AMeetingHasItsTimeInUtcAndAnEnd) {
    const auto text = icalendar("A strategy", std::vector{meeting()});
    EXPECT_THAT(text, HasSubstr("DTSTART:20240125T053000Z\r\n"));
    EXPECT_THAT(text, HasSubstr("DTEND:20240125T073000Z\r\n"));
    EXPECT_THAT(text, HasSubstr("STATUS:CONFIRMED\r\n"));
    EXPECT_THAT(text, HasSubstr("X-WR-CALNAME:A strategy\r\n"));
    EXPECT_THAT(text, HasSubstr("DTSTAMP:20240110T090000Z\r\n"));
}

TEST(Calendar, ADueDateIsTheWholeDayAndTakesNobodysTime) {
    auto event = meeting();
    event.at.reset();
    event.is_cancelled = true;
    const auto text = icalendar("A strategy", std::vector{event});
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20240125\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("DTEND")));
    EXPECT_THAT(text, HasSubstr("STATUS:CANCELLED\r\n"));
    EXPECT_THAT(text, HasSubstr("TRANSP:TRANSPARENT\r\n"));
}

// What was written is read again as it was: signs of the format, Urdu, and lines that are folded.
TEST(Calendar, TextsComeBackAsTheyWere) {
    auto event = meeting();
    event.title = std::string(100, 'x') + ", تعمیل; \\ \"quoted\"\nsecond line";
    const auto text = icalendar("تعمیل", std::vector{event});
    for (std::size_t at = 0, end = 0; (end = text.find("\r\n", at)) != std::string::npos;
         at = end + 2)
        EXPECT_LE(end - at, 75u);
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> read{
        icalparser_parse_string(text.c_str()), icalcomponent_free};
    ASSERT_NE(read, nullptr);
    auto* first = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_get_summary(first), event.title);
    EXPECT_EQ(icalcomponent_get_description(first), event.description);
}

TEST(Calendar, WithoutEventsItIsStillACalendar) {
    EXPECT_THAT(icalendar("Empty", {}), HasSubstr("BEGIN:VCALENDAR"));
}

}  // namespace
}  // namespace publish
