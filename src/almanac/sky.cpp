#include "almanac/sky.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace almanac {
namespace {

constexpr double radians = std::numbers::pi / 180;
constexpr double earth_radius = 6378.14;  // kilometres
constexpr double astronomical_unit = 149597870.7;
constexpr double slow_earth = 69.0 / 86400;  // dynamical less universal time, days

double sine(double degrees) {
    return std::sin(degrees * radians);
}
double cosine(double degrees) {
    return std::cos(degrees * radians);
}
double turned(double degrees) {
    const double rest = std::fmod(degrees, 360);
    return rest < 0 ? rest + 360 : rest;
}

double centuries_of(Moment moment) {
    return (moment + slow_earth) / 36525;
}

void add_equatorial(Direction& made, double centuries) {
    const double tilt = 23.4392911 - 0.0130042 * centuries;
    const double l = made.ecliptic_longitude, b = made.ecliptic_latitude;
    made.right_ascension =
        turned(std::atan2(sine(l) * cosine(tilt) - std::tan(b * radians) * sine(tilt), cosine(l)) /
               radians);
    made.declination =
        std::asin(sine(b) * cosine(tilt) + cosine(b) * sine(tilt) * sine(l)) / radians;
}

/// Multiples of the moon's elongation, the sun's anomaly, the moon's, and its distance from the
/// node; and the amplitude of the term.
struct Term {
    int d, m, moon, f;
    double amplitude;
};

// Degrees times a million.
constexpr Term longitude_terms[] = {
    {0, 0, 1, 0, 6288774}, {2, 0, -1, 0, 1274027}, {2, 0, 0, 0, 658314},  {0, 0, 2, 0, 213618},
    {0, 1, 0, 0, -185116}, {0, 0, 0, 2, -114332},  {2, 0, -2, 0, 58793},  {2, -1, -1, 0, 57066},
    {2, 0, 1, 0, 53322},   {2, -1, 0, 0, 45758},   {0, 1, -1, 0, -40923}, {1, 0, 0, 0, -34720},
    {0, 1, 1, 0, -30383},  {2, 0, 0, -2, 15327},   {0, 0, 1, 2, -12528},  {0, 0, 1, -2, 10980},
    {4, 0, -1, 0, 10675},  {0, 0, 3, 0, 10034},    {4, 0, -2, 0, 8548},   {2, 1, -1, 0, -7888},
    {2, 1, 0, 0, -6766},   {1, 0, -1, 0, -5163},   {1, 1, 0, 0, 4987},    {2, -1, 1, 0, 4036},
    {2, 0, 2, 0, 3994},    {4, 0, 0, 0, 3861},     {2, 0, -3, 0, 3665}};
constexpr Term latitude_terms[] = {
    {0, 0, 0, 1, 5128122}, {0, 0, 1, 1, 280602},  {0, 0, 1, -1, 277693}, {2, 0, 0, -1, 173237},
    {2, 0, -1, 1, 55413},  {2, 0, -1, -1, 46271}, {2, 0, 0, 1, 32573},   {0, 0, 2, 1, 17198},
    {2, 0, 1, -1, 9266},   {0, 0, 2, -1, 8822},   {2, -1, 0, -1, 8216},  {2, 0, -2, -1, 4324},
    {2, 0, 1, 1, 4200}};
// Kilometres times a thousand, with the cosine.
constexpr Term distance_terms[] = {{0, 0, 1, 0, -20905355}, {2, 0, -1, 0, -3699111},
                                   {2, 0, 0, 0, -2955968},  {0, 0, 2, 0, -569925},
                                   {2, 0, -2, 0, 246158},   {2, -1, 0, 0, -204586},
                                   {2, 0, 1, 0, -170733},   {2, -1, -1, 0, -152138}};

// The angles of the terms, in degrees.
struct Angles {
    double d, m, moon, f, eccentricity;

    double of(const Term& term) const {
        return term.d * d + term.m * m + term.moon * moon + term.f * f;
    }
    double amplitude(const Term& term) const {
        return term.amplitude * (term.m == 0 ? 1 : eccentricity);
    }
};

double greenwich_angle(Moment moment) {
    return turned(280.46061837 + 360.98564736629 * moment);
}

// The first moment at which a falling height passes zero, in steps of ten minutes from one on.
template <typename Height>
std::optional<Moment> falls_through_zero(Moment from, double hours, Height height) {
    constexpr double step = 1.0 / 144;
    for (Moment at = from; at < from + hours / 24; at += step) {
        if (!(height(at) >= 0 && height(at + step) < 0))
            continue;
        double low = at, high = at + step;
        for (int halving = 0; halving < 20; ++halving) {
            const double middle = (low + high) / 2;
            (height(middle) >= 0 ? low : high) = middle;
        }
        return high;
    }
    return std::nullopt;
}

constexpr double refraction = 34.0 / 60;
constexpr double half_of_sun = 16.0 / 60;

}  // namespace

Moment noon_of(base::Day day) {
    return static_cast<double>((day - base::make_day(2000, 1, 1)).count());
}

Direction sun_at(Moment moment) {
    const double t = centuries_of(moment);
    const double mean = 280.46646 + 36000.76983 * t;
    const double anomaly = 357.52911 + 35999.05029 * t;
    const double centre =
        1.914602 * sine(anomaly) + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly);
    Direction made;
    made.ecliptic_longitude =
        turned(mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t));
    made.distance = astronomical_unit * (1.000001018 * (1 - 0.016708634 * 0.016708634)) /
                    (1 + 0.016708634 * cosine(anomaly + centre));
    add_equatorial(made, t);
    return made;
}

Direction moon_at(Moment moment) {
    const double t = centuries_of(moment);
    const double mean = 218.3164477 + 481267.88123421 * t;
    const Angles angles{297.8501921 + 445267.1114034 * t, 357.5291092 + 35999.0502909 * t,
                        134.9633964 + 477198.8675055 * t, 93.2720950 + 483202.0175233 * t,
                        1 - 0.002516 * t};
    double longitude = 0, latitude = 0, distance = 0;
    for (const auto& term : longitude_terms)
        longitude += angles.amplitude(term) * sine(angles.of(term));
    for (const auto& term : latitude_terms)
        latitude += angles.amplitude(term) * sine(angles.of(term));
    for (const auto& term : distance_terms)
        distance += angles.amplitude(term) * cosine(angles.of(term));
    Direction made;
    made.ecliptic_longitude = turned(mean + longitude / 1e6);
    made.ecliptic_latitude = latitude / 1e6;
    made.distance = 385000.56 + distance / 1e3;
    add_equatorial(made, t);
    return made;
}

double altitude(const Direction& body, Moment moment, const Site& site) {
    const double hour_angle = greenwich_angle(moment) + site.longitude - body.right_ascension;
    const double high =
        std::asin(sine(site.latitude) * sine(body.declination) +
                  cosine(site.latitude) * cosine(body.declination) * cosine(hour_angle)) /
        radians;
    // Seen from the surface, a near body stands lower.
    return high - std::asin(earth_radius / body.distance * cosine(high)) / radians;
}

std::optional<Moment> sunset(base::Day day, const Site& site) {
    return falls_through_zero(noon_of(day) - site.longitude / 360, 18, [&](Moment at) {
        return altitude(sun_at(at), at, site) + refraction + half_of_sun;
    });
}

std::optional<Moment> moonset(Moment after, const Site& site) {
    return falls_through_zero(after, 18, [&](Moment at) {
        const auto moon = moon_at(at);
        const double half = std::asin(1737.4 / moon.distance) / radians;
        return altitude(moon, at, site) + refraction + half;
    });
}

std::optional<double> crescent_visibility(base::Day day, const Site& site) {
    const auto set = sunset(day, site);
    if (!set)
        return std::nullopt;
    const auto first = moon_at(*set);
    if (altitude(first, *set, site) + refraction < 0)
        return std::nullopt;
    const auto down = moonset(*set, site);
    if (!down)
        return std::nullopt;
    const Moment best = *set + (*down - *set) * 4 / 9;
    const auto sun = sun_at(best);
    const auto moon = moon_at(best);
    // Yallop takes the difference of altitudes from the centre of the earth, and the width of the
    // crescent from the surface.
    const auto geocentric = [&](Direction body) {
        body.distance = 1e15;
        return altitude(body, best, site);
    };
    const double apart = geocentric(moon) - geocentric(sun);
    const double between =
        std::acos(std::clamp(cosine(moon.ecliptic_latitude) *
                                 cosine(moon.ecliptic_longitude - sun.ecliptic_longitude),
                             -1.0, 1.0)) /
        radians;
    const double parallax = std::asin(earth_radius / moon.distance) / radians;
    const double half = 0.27245 * parallax * 60 * (1 + sine(geocentric(moon)) * sine(parallax));
    const double width = half * (1 - cosine(between));
    return (apart -
            (11.8371 - 6.3226 * width + 0.7319 * width * width - 0.1018 * width * width * width)) /
           10;
}

}  // namespace almanac
