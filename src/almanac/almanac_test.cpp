#include "almanac/islamic_calendar.h"
#include "almanac/regressors.h"
#include "almanac/sky.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <thread>

namespace almanac {
namespace {

using base::Day;
using base::Frequency;
using base::make_day;
using base::Period;
using std::chrono::days;

double apart(double a, double b) {
    const double turn = std::fmod(std::abs(a - b), 360);
    return std::min(turn, 360 - turn);
}

// Meeus (1998), examples 25.a and 47.a, for 1992-10-13 and 1992-04-12 at 0 h dynamical time.
TEST(Sky, SunAndMoonStandWhereMeeusHasThem) {
    const double slow = 69.0 / 86400;
    const auto sun = sun_at(noon_of(make_day(1992, 10, 13)) - 0.5 - slow);
    EXPECT_NEAR(sun.ecliptic_longitude, 199.90895, 0.001);
    EXPECT_NEAR(sun.right_ascension, 198.38083, 0.003);
    EXPECT_NEAR(sun.declination, -7.78507, 0.003);
    const auto moon = moon_at(noon_of(make_day(1992, 4, 12)) - 0.5 - slow);
    EXPECT_NEAR(moon.ecliptic_longitude, 133.162655, 0.05);
    EXPECT_NEAR(moon.ecliptic_latitude, -3.229126, 0.02);
    EXPECT_NEAR(moon.distance, 368409.7, 200);
    EXPECT_NEAR(moon.right_ascension, 134.688470, 0.05);
    EXPECT_NEAR(moon.declination, 13.768368, 0.03);
}

// The moon was before the sun on these minutes (total eclipses; universal time).
TEST(Sky, TheMoonIsNewAtEclipses) {
    for (const auto& [day, hours] : {std::pair{make_day(2024, 4, 8), 18.35},
                                     {make_day(2017, 8, 21), 18.50},
                                     {make_day(1999, 8, 11), 11.14}}) {
        const Moment at = noon_of(day) - 0.5 + hours / 24;
        EXPECT_LT(apart(sun_at(at).ecliptic_longitude, moon_at(at).ecliptic_longitude), 0.08);
    }
}

TEST(Sky, TheSunSetsWhenItDoes) {
    // Karachi, 2024-04-09: sunset at 18:51 Pakistan time, 13:51 universal time.
    const auto set = sunset(make_day(2024, 4, 9), {24.86, 67.01});
    ASSERT_TRUE(set);
    EXPECT_NEAR(*set - noon_of(make_day(2024, 4, 9)), 1.85 / 24, 2.0 / 1440);
    EXPECT_FALSE(sunset(make_day(2024, 6, 21), {80, 0}));
    EXPECT_FALSE(crescent_visibility(make_day(2024, 6, 21), {80, 0}));
}

TEST(Tabular, ItsDaysAreThoseThatArePublished) {
    EXPECT_EQ(tabular_first_day({1, 1}), make_day(622, 7, 19));
    EXPECT_EQ(tabular_first_day({1445, 9}), make_day(2024, 3, 11));
    EXPECT_EQ(tabular_first_day({1400, 1}), make_day(1979, 11, 21));
    for (Day day = make_day(1880, 1, 1); day < make_day(2180, 1, 1); day += days{17}) {
        const auto month = tabular_month_of(day);
        EXPECT_LE(tabular_first_day(month), day);
        EXPECT_GT(tabular_first_day(month.next()), day);
    }
}

struct Announced {
    int month, day;  ///< of the Islamic year
    Day on;
};
// As the Central Ruet-e-Hilal Committee announced them and newspapers printed them.
const std::vector<Announced>& announced() {
    static const std::vector<Announced> all{
        {10, 1, make_day(2005, 11, 4)},   {10, 1, make_day(2006, 10, 24)},
        {10, 1, make_day(2008, 10, 2)},   {10, 1, make_day(2009, 9, 21)},
        {10, 1, make_day(2010, 9, 11)},   {10, 1, make_day(2011, 8, 31)},
        {10, 1, make_day(2012, 8, 20)},   {10, 1, make_day(2013, 8, 9)},
        {10, 1, make_day(2014, 7, 29)},   {10, 1, make_day(2015, 7, 18)},
        {10, 1, make_day(2016, 7, 6)},    {10, 1, make_day(2017, 6, 26)},
        {10, 1, make_day(2018, 6, 16)},   {10, 1, make_day(2019, 6, 5)},
        {10, 1, make_day(2020, 5, 24)},   {10, 1, make_day(2021, 5, 13)},
        {10, 1, make_day(2022, 5, 3)},    {10, 1, make_day(2023, 4, 22)},
        {10, 1, make_day(2024, 4, 10)},   {10, 1, make_day(2025, 3, 31)},
        {12, 10, make_day(2008, 12, 9)},  {12, 10, make_day(2009, 11, 28)},
        {12, 10, make_day(2010, 11, 17)}, {12, 10, make_day(2011, 11, 7)},
        {12, 10, make_day(2012, 10, 27)}, {12, 10, make_day(2013, 10, 16)},
        {12, 10, make_day(2014, 10, 6)},  {12, 10, make_day(2015, 9, 25)},
        {12, 10, make_day(2016, 9, 13)},  {12, 10, make_day(2017, 9, 2)},
        {12, 10, make_day(2018, 8, 22)},  {12, 10, make_day(2019, 8, 12)},
        {12, 10, make_day(2020, 8, 1)},   {12, 10, make_day(2021, 7, 21)},
        {12, 10, make_day(2022, 7, 10)},  {12, 10, make_day(2023, 6, 29)},
        {12, 10, make_day(2024, 6, 17)},  {12, 10, make_day(2025, 6, 7)},
        {9, 1, make_day(2010, 8, 12)},    {9, 1, make_day(2011, 8, 2)},
        {9, 1, make_day(2012, 7, 21)},    {9, 1, make_day(2013, 7, 11)},
        {9, 1, make_day(2014, 6, 30)},    {9, 1, make_day(2015, 6, 19)},
        {9, 1, make_day(2016, 6, 7)},     {9, 1, make_day(2017, 5, 28)},
        {9, 1, make_day(2018, 5, 17)},    {9, 1, make_day(2019, 5, 7)},
        {9, 1, make_day(2020, 4, 25)},    {9, 1, make_day(2021, 4, 14)},
        {9, 1, make_day(2022, 4, 3)},     {9, 1, make_day(2023, 3, 23)},
        {9, 1, make_day(2024, 3, 12)},    {9, 1, make_day(2025, 3, 2)}};
    return all;
}

TEST(Pakistan, FirstDaysAreThoseThatWereAnnouncedButForThree) {
    std::map<std::int64_t, int> by_error, by_error_of_tables;
    for (const auto& [month, day, on] : announced()) {
        const Day first = on - days{day - 1};
        const IslamicMonth wanted{tabular_month_of(first + days{10}).year, month};
        ++by_error[(first_day(wanted, pakistan()) - first).count()];
        ++by_error_of_tables[(tabular_first_day(wanted) - first).count()];
    }
    EXPECT_EQ(by_error, (std::map<std::int64_t, int>{{0, 51}, {1, 3}}));
    // What arithmetic alone would give.
    EXPECT_EQ(by_error_of_tables,
              (std::map<std::int64_t, int>{{-2, 1}, {-1, 23}, {0, 29}, {1, 1}}));
}

TEST(Pakistan, MonthsHaveTwentyNineOrThirtyDaysAsARule) {
    std::map<std::int64_t, int> by_length;
    for (IslamicMonth month{1420, 1}; month.year < 1460; month = month.next())
        ++by_length[(first_day(month.next(), pakistan()) - first_day(month, pakistan())).count()];
    EXPECT_EQ(by_length.size(), 2U);
    EXPECT_GT(by_length[30], by_length[29]);
    EXPECT_EQ(by_length[29] + by_length[30], 480);
}

// Four threads ask for the same months, each from another one on, and twice.
TEST(SightedCalendar, KeepsWhatFirstDayComputesForAllWhoAsk) {
    const SightedCalendar calendar{pakistan()};
    constexpr int years = 12, count = 12 * years;
    std::vector<Day> computed;
    for (int i = 0; i < count; ++i)
        computed.push_back(first_day({1434 + i / 12, i % 12 + 1}, pakistan()));
    std::array<int, 4> equal{};
    std::vector<std::jthread> threads;
    for (std::size_t thread = 0; thread < equal.size(); ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 2 * count; ++i) {
                const int at = (i + static_cast<int>(thread) * count / 4) % count;
                const auto day = calendar.first_day({1434 + at / 12, at % 12 + 1});
                equal[thread] += day == computed[static_cast<std::size_t>(at)] ? 1 : 0;
            }
        });
    threads.clear();
    EXPECT_EQ(equal, (std::array{2 * count, 2 * count, 2 * count, 2 * count}));
}

TEST(SightedCalendar, EndsWhereItMay) {
    for (const IslamicMonth month :
         {IslamicMonth{1299, 12}, {1300, 1}, {1600, 12}, {1601, 1}, {1700, 6}})
        EXPECT_EQ(calendar_of_pakistan().first_day(month), first_day(month, pakistan()));
}

const Stretch many{Period::month(2000, 1), 336};  // one round of the Gregorian weekdays is 28 years

double sum(const Regressor& of) {
    return std::accumulate(of.values.begin(), of.values.end(), 0.0);
}

TEST(Regressors, TradingDaysCountTheWeek) {
    const auto all = trading_days({Period::month(2024, 2), 1});
    ASSERT_EQ(all.size(), 6U);
    // February 2024 has five Thursdays, and four of each other day.
    for (const auto& one : all)
        EXPECT_EQ(one.values.front(), one.name == "Thursday" ? 1 : 0) << one.name;
    EXPECT_EQ(weekdays({Period::month(2024, 2), 1}).values.front(), 1);
    EXPECT_EQ(weekdays({Period::month(2024, 6), 1}).values.front(), 20 - 2.5 * 10);
    for (const auto& one : trading_days(many))
        EXPECT_NEAR(sum(one) / 336, 0, 0.01) << one.name;
}

TEST(Regressors, LeapYearsAverageOut) {
    const auto made = leap_year(many);
    EXPECT_EQ(made.values[1], 0.75);
    EXPECT_EQ(made.values[13], -0.25);
    EXPECT_EQ(made.values[0], 0);
    EXPECT_EQ(sum(made), 0);
    EXPECT_EQ(leap_year({Period::parse("2024-Q1").value(), 2}).values,
              (std::vector<double>{0.75, 0}));
}

TEST(Regressors, EasterIsWhereItIs) {
    EXPECT_EQ(easter_sunday(2024), make_day(2024, 3, 31));
    EXPECT_EQ(easter_sunday(2025), make_day(2025, 4, 20));
    EXPECT_EQ(easter_sunday(2000), make_day(2000, 4, 23));
    EXPECT_EQ(easter_sunday(1818), make_day(1818, 3, 22));
    const auto made = easter({Period::month(1600, 1), 6000}, 8);
    EXPECT_NEAR(sum(made), 0, 1e-9);
    // In 2024 all eight days lie in March, and none in April.
    const auto of_2024 = easter({Period::month(2024, 3), 2}, 8).values;
    EXPECT_NEAR(of_2024[0] - of_2024[1], 1, 0.6);
    EXPECT_GT(of_2024[0], 0.5);
    EXPECT_LT(of_2024[1], -0.5);
}

TEST(Regressors, FeastsLieInTheirMonthsAndTouchNoLevel) {
    for (const auto& feast : {ramadan_fast(), eid_al_fitr(), eid_al_adha()}) {
        // 33 years are 34 rounds of the Islamic year.
        const auto made = islamic({Period::month(1990, 1), 396}, feast, calendar_of_pakistan());
        EXPECT_NEAR(sum(made), 0, 0.6) << feast.name;
    }
    // Ramadan 2024 began on 12 March and had 29 days: 20 of them in March.
    const auto made = islamic({Period::month(2024, 3), 2}, ramadan_fast(), calendar_of_pakistan());
    EXPECT_NEAR(made.values[0], 20.0 / 29 - 31 / 354.36708, 1e-9);
    EXPECT_NEAR(made.values[1], 9.0 / 29 - 30 / 354.36708, 1e-9);
    // Eid al-Fitr of 2025: 31 March, 1 and 2 April.
    const auto eid = islamic({Period::month(2025, 3), 2}, eid_al_fitr(), calendar_of_pakistan());
    EXPECT_NEAR(eid.values[0], 1.0 / 3 - 31 / 354.36708, 1e-9);
    EXPECT_NEAR(eid.values[1], 2.0 / 3 - 30 / 354.36708, 1e-9);
    // Two of a year: Eid al-Fitr of 2000 in January and December.
    const auto twice = islamic({Period::month(2000, 1), 12}, eid_al_fitr(), calendar_of_pakistan());
    EXPECT_GT(twice.values[0], 0.9);
    EXPECT_GT(twice.values[11], 0.9);
    EXPECT_LT(twice.values[5], 0);
    EXPECT_TRUE(
        islamic({Period::month(2006, 1), 0}, eid_al_adha(), calendar_of_pakistan()).values.empty());
}

}  // namespace
}  // namespace almanac
