#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace adjustment {

/// The moving average over the same period of successive years; `stable` is the plain mean of all.
enum class SeasonalFilter : unsigned char { s3x3, s3x5, s3x9, s3x15, stable };
std::string_view word(SeasonalFilter filter);  ///< "3x5"
std::optional<SeasonalFilter> parse_seasonal_filter(std::string_view text);

/// A moving average with weights for the ends of a series.
class MovingAverage {
  public:
    /// Of `2 * half + 1` terms. `ends[k]` are the weights of the point that k values follow, over
    /// the last `half + 1 + k` values; at the beginning they are turned about.
    MovingAverage(std::vector<double> centre, std::vector<std::vector<double>> ends)
        : centre_(std::move(centre)), ends_(std::move(ends)) {}

    std::size_t half() const { return centre_.size() / 2; }
    std::span<const double> centre() const { return centre_; }
    std::span<const double> end(std::size_t after) const { return ends_[after]; }

    /// Shape: `to` has the size of `from`. With fewer than `2 * half` values every point gets the
    ///        mean of all.
    void apply(std::span<const double> from, std::span<double> to) const;

  private:
    std::vector<double> centre_;
    std::vector<std::vector<double>> ends_;
};

/// Source: Shiskin, Young and Musgrave (1967), tables of end weights; those of 3x15 follow
///         Musgrave's rule for a level that stays.
const MovingAverage& seasonal_average(SeasonalFilter filter);

/// Weights of Henderson's trend of an odd number of terms, its ends by Musgrave's rule for a ratio
/// of irregular to trend of 1.0 (up to 9 terms, quarterly 0.001), 3.5 (up to 13) and 4.5.
/// Source: Henderson (1916); Musgrave (1964); Doherty (2001).
MovingAverage henderson(int terms, double irregular_to_trend);

}  // namespace adjustment
