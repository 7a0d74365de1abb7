#pragma once

#include "base/date.h"

#include <optional>

namespace almanac {

/// Where one stands. Units: degrees, north and east positive.
struct Site {
    double latitude = 0;
    double longitude = 0;
};

/// Days since 2000-01-01 12:00 universal time.
using Moment = double;
Moment noon_of(base::Day day);

/// Direction as seen from the centre of the earth, and how far. Units: degrees, kilometres.
struct Direction {
    double ecliptic_longitude = 0;
    double ecliptic_latitude = 0;
    double right_ascension = 0;
    double declination = 0;
    double distance = 0;
};

/// To about 0.01 degrees between 1900 and 2100. Source: Meeus, Astronomical Algorithms (1998),
/// chapter 25.
Direction sun_at(Moment moment);
/// To about 0.05 degrees between 1900 and 2100, from the largest terms of the series. Source:
/// Meeus (1998), chapter 47.
Direction moon_at(Moment moment);

/// Degrees above the horizon, without refraction, from the surface of the earth.
double altitude(const Direction& body, Moment moment, const Site& site);

/// When the upper edge of a body sinks below the horizon after noon of that day at the site;
/// nothing where it does not within 18 hours.
std::optional<Moment> sunset(base::Day day, const Site& site);
std::optional<Moment> moonset(Moment after, const Site& site);

/// How well the young moon can be seen on the evening of a day: above 0.216 easily, above -0.014
/// under good conditions, below -0.16 only with a telescope, below -0.293 not at all. Nothing where
/// the moon sets before the sun or the sun does not set. Source: Yallop (1997), NAO Technical
/// Note 69.
std::optional<double> crescent_visibility(base::Day day, const Site& site);

}  // namespace almanac
