#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace forecast {

/// A series that is the sum of others.
struct Sum {
    std::string name;
    std::string level;                 ///< sums of one kind: "total", "region", "region,goods"
    std::vector<std::uint32_t> parts;  ///< the bottom series that it adds up, ascending
};

/// A bottom series with its group in each dimension.
struct Member {
    std::string name;
    std::vector<std::string> groups;
    std::string where;  ///< for errors: "structure.csv:7"
};

/// A series of a tree under the one that it is a part of.
struct Branch {
    std::string child, parent;
    std::string where;
};

/// Series that must add up: sums first, the sum of all foremost, then the bottom series. Each sum
/// is the plain sum of its bottom series.
class Hierarchy {
  public:
    /// Members that fall into groups of one or several dimensions.
    ///
    /// Shape:  `total`; for each dimension and each of its groups in the order of the members
    ///         `region=EU`; for each crossing of two dimensions or more that occurs
    ///         `region=EU,goods=01`, unless it adds up the same series as a sum before it, or one
    ///         series alone. At most 8 dimensions.
    /// Errors: invalid_forecast with the member's place (another number of groups than of
    ///         dimensions, an empty name or group, a name met before).
    static base::Result<Hierarchy> grouped(std::span<const std::string> dimensions,
                                           std::span<const Member> members);

    /// A tree: what is nobody's parent is a bottom series, in the order of the branches.
    ///
    /// Errors: invalid_forecast with the branch's place (a child met before, a cycle, a second
    ///         root, an empty name, more than 64 parents above each other).
    static base::Result<Hierarchy> tree(std::span<const Branch> branches);

    const std::vector<Sum>& sums() const { return sums_; }
    const std::vector<std::string>& bottom() const { return bottom_; }
    std::size_t size() const { return sums_.size() + bottom_.size(); }
    const std::string& name(std::size_t series) const;
    std::string_view level(std::size_t series) const;  ///< "bottom" for a bottom series
    std::optional<std::size_t> find(std::string_view name) const;
    const std::string& where(std::size_t bottom) const { return where_[bottom]; }

    /// Fills the rows of the sums from those of the bottom series; a sum is NaN where a part is.
    /// Shape: `values[series * columns + column]`.
    void add_up(std::span<double> values, std::size_t columns) const;

    /// Holds a sum that is stated against the sum of its parts, where all are known.
    ///
    /// Shape:  `stated` as long as each of `parts`, the histories of the bottom series; NaN where
    ///         missing. What differs by more than `sum_tolerance` of the parts' absolute sum is a
    ///         fault.
    /// Errors: invalid_forecast, which names the sum and the period, counted from 1.
    base::Result<void> check_sum(std::size_t sum, std::span<const double> stated,
                                 std::span<const std::vector<double>> parts) const;

  private:
    base::Result<void> index_names();

    std::vector<Sum> sums_;
    std::vector<std::string> bottom_;
    std::vector<std::string> where_;  ///< of the bottom series
    std::unordered_map<std::string, std::size_t> places_;
};

inline constexpr double sum_tolerance = 1e-6;
inline constexpr std::size_t dimensions_max = 8;

}  // namespace forecast
