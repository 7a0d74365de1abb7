#pragma once

#include "base/json.h"
#include "base/result.h"
#include "statistics/derive.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace statistics {

/// Concentration of shares that are all known; they are rescaled to add up to 1.
///
/// Source: Herfindahl-Hirschman; normalised (H - 1/n) / (1 - 1/n); effective number 1/H.
struct Herfindahl {
    double hhi = 0;                    ///< from 1/n to 1
    std::optional<double> normalised;  ///< absent for one share
    double effective_number = 0;
    double largest_share = 0;
    std::size_t count = 0;
    std::optional<double> unctad;  ///< (√hhi - √(1/n)) / (1 - √(1/n)); absent for one share
    double entropy = 0;            ///< -Σ s ln s
    double theil = 0;              ///< ln n less the entropy
    double gini = 0;               ///< of inequality, 0 where all are equal
    double gini_hirschman = 0;     ///< 100 √hhi
    std::vector<double> largest;   ///< what the largest have together: of one, of two, ...

    /// What the `n` largest have together; of all where there are fewer.
    double top(std::size_t n) const { return largest[std::min(n, largest.size()) - 1]; }
};

/// Errors: invalid_shares (none, a negative one, all zero).
base::Result<Herfindahl> herfindahl(std::span<const double> shares);

/// What is published of a ranking: the largest shares, perhaps what the largest n have together.
///
/// Units: fractions of 1.
struct PartialShares {
    std::vector<double> largest;        ///< any order; all others are at most the smallest of these
    std::optional<int> top_count = {};  ///< how many have `top_sum` together
    std::optional<double> top_sum = {};
    std::optional<int> rest_count = {};  ///< how many others there are, where it is known
    /// Whether what is published are the largest; else a single other may have all that is left.
    bool is_ranking = true;
};

struct Bounds {
    double lower = 0;
    double upper = 0;
};

/// Between what values the HHI must lie. Errors: invalid_shares (shares above 1, top below parts).
///
/// Lower: what is not published spread evenly over ranks up to `top_count`, and over `rest_count`
/// others (over countless ones where their number is unknown). Upper: ranks up to `top_count`
/// filled at the smallest published share, the others at the mean share of those ranks; where it is
/// no ranking, all that is left in one.
base::Result<Bounds> hhi_bounds(const PartialShares& shares);

/// Concentration of a set of series by one dimension, as of a day.
struct Concentration {
    std::optional<double> largest_share;  ///< in percent
    std::string largest;                  ///< which value of the dimension has it
    std::optional<Bounds> hhi;            ///< from 0 to 1; equal bounds where all is published
    /// How many markets of one size would be as concentrated: 1 / HHI, the bounds of both.
    std::optional<Bounds> effective_number;
    double uncertainty = 0;  ///< of the HHI: what rounding of the shares may hide
    bool all_published = false;
    bool estimated = false;
    std::string reason;  ///< why there is no value
    Messages messages;   ///< the same, for other languages
    std::string time;
    std::optional<base::Day> vintage;
    std::vector<Derivation> shares;  ///< each published share, largest first
    std::vector<Derivation> groups;  ///< "top 20 destinations", "all other destinations", ...

    void say(const Message& message);
    std::string text() const;  ///< for people, with each share and its source
    base::Json json() const;
};

/// Reads shares (unit percent) or levels of the series that differ in `dimension`. Values named
/// "top N ..." are what the largest N have together; "all other ...", "world" and "total ..." are
/// no single market, and "total of the ..." is not the whole either. Levels are shares of a
/// published whole, else of their own sum. Where no "top N" is published, what is published is no
/// ranking. Without `period` the latest time that any share was published for.
Concentration concentration_as_of(std::span<const Series> series, std::string_view dimension,
                                  const std::optional<base::Period>& period, base::Day day,
                                  const SourceTable& sources);

}  // namespace statistics
