#include "publish/calendar.h"

#include <libical/ical.h>

#include <memory>

namespace publish {
namespace {

icaltimetype all_day(base::Day day) {
    const std::chrono::year_month_day date{day};
    icaltimetype time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype utc(base::Instant instant) {
    const auto seconds = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch());
    return icaltime_from_timet_with_zone(static_cast<time_t>(seconds.count()), 0,
                                         icaltimezone_get_utc_timezone());
}

icalcomponent* component_of(const CalendarEvent& event) {
    icalcomponent* component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    const auto add = [&](icalproperty* property) {
        icalcomponent_add_property(component, property);
    };
    add(icalproperty_new_uid(event.uid.c_str()));
    add(icalproperty_new_dtstamp(utc(event.stamp)));
    add(icalproperty_new_sequence(static_cast<int>(event.revision)));
    if (event.at) {
        add(icalproperty_new_dtstart(utc(*event.at)));
        add(icalproperty_new_dtend(utc(*event.at + event.length)));
    } else {
        add(icalproperty_new_dtstart(all_day(event.day)));
    }
    add(icalproperty_new_summary(event.title.c_str()));
    if (!event.description.empty())
        add(icalproperty_new_description(event.description.c_str()));
    if (!event.place.empty())
        add(icalproperty_new_location(event.place.c_str()));
    if (!event.category.empty())
        add(icalproperty_new_categories(event.category.c_str()));
    add(icalproperty_new_status(event.is_cancelled ? ICAL_STATUS_CANCELLED
                                                   : ICAL_STATUS_CONFIRMED));
    // A due date takes nobody's time.
    add(icalproperty_new_transp(event.at ? ICAL_TRANSP_OPAQUE : ICAL_TRANSP_TRANSPARENT));
    return component;
}

}  // namespace

std::string icalendar(std::string_view name, std::span<const CalendarEvent> events) {
    const std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar{
        icalcomponent_new(ICAL_VCALENDAR_COMPONENT), icalcomponent_free};
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Tameel//Tameel//EN"));
    icalproperty* title = icalproperty_new_x(std::string{name}.c_str());
    icalproperty_set_x_name(title, "X-WR-CALNAME");
    icalcomponent_add_property(calendar.get(), title);
    for (const CalendarEvent& event : events)
        icalcomponent_add_component(calendar.get(), component_of(event));
    const std::unique_ptr<char, decltype(&std::free)> text{
        icalcomponent_as_ical_string_r(calendar.get()), std::free};
    return text.get();
}

}  // namespace publish
