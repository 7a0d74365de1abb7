#pragma once

#include "adjustment/x11.h"

#include <array>
#include <string_view>

namespace adjustment {

/// What the tests of the seasonal-irregular ratios say together.
enum class Seasonality : unsigned char { present, probably_not, not_identifiable };
std::string_view word(Seasonality seasonality);

/// A statistic and the chance of one as large where there is nothing to find.
struct Test {
    double value = 0, p = 1;
};

/// The tests of D8. Source: Lothian and Morry (1978), the combined test.
struct SeasonalityTests {
    Test stable;          ///< F: the periods of the year differ
    Test moving;          ///< F: the years differ, of full calendar years
    Test kruskal_wallis;  ///< by ranks
    Seasonality verdict = Seasonality::not_identifiable;
};
SeasonalityTests seasonality_tests(const X11& tables);

/// The quality of an adjustment: M1 to M11, from 0 (best) to 3, above 1 to be looked at; Q is their
/// weighted mean, Q2 that without M2. M6 counts where the seasonal filter is 3x5, M8 to M11 from
/// six years on. Source: Lothian and Morry (1978); Ladiray and Quenneville (2001).
struct Quality {
    std::array<double, 11> m{};
    double q = 0, q2 = 0;
};
Quality quality(const X11& tables, const SeasonalityTests& tests);

/// Whether something of the season is left: positive autocorrelations at one and two years, against
/// the chi-squared distribution of two degrees. Source: Maravall (2012), the QS statistic.
Test residual_seasonality(std::span<const double> values, int frequency);
/// The same of the changes of the adjusted series, in logarithms where multiplicative.
Test residual_seasonality_of_adjusted(std::span<const double> adjusted, Mode mode, int frequency);

/// The chance of an F statistic above `value`.
double f_tail(double value, double above, double below);
/// The chance of a chi-squared statistic above `value`.
double chi_squared_tail(double value, double degrees);

}  // namespace adjustment
