#pragma once

#include <optional>
#include <span>
#include <vector>

namespace forecast {

/// Seasonal-trend decomposition by loess. Source: Cleveland, Cleveland, McRae and Terpenning
/// (1990), Journal of Official Statistics 6, 3-73.
struct StlOptions {
    int period = 12;
    /// Values of each period of the year that its smoother sees, an odd number of at least 3; 0:
    /// the season is the same in each year.
    int seasonal_window = 0;
    bool is_robust = false;  ///< outliers count less: one inner and fifteen outer rounds
};

/// Shape: `seasonal` + `trend` + `remainder` is the series.
struct Decomposition {
    std::vector<double> seasonal, trend, remainder;
};

/// Shape: two years at least, else nothing. NaN is a missing value, which is filled by a straight
///        line between its neighbours; its remainder is NaN.
std::optional<Decomposition> stl(std::span<const double> values, const StlOptions& options);

/// Several seasons, the shortest first: each is taken from what the others leave, twice. Source:
/// Bandara, Hyndman and Bergmeir (2021).
struct SeveralSeasons {
    std::vector<int> periods;                   ///< those of which two years are there
    std::vector<std::vector<double>> seasonal;  ///< of each
    std::vector<double> trend, remainder;

    /// All seasons of the period `ahead` steps behind the end, as in its last years.
    double season_ahead(std::size_t ahead) const;
};
SeveralSeasons mstl(std::span<const double> values, std::span<const int> periods);

}  // namespace forecast
