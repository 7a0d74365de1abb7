#pragma once

#include <array>
#include <span>

namespace forecast {

/// The share of a gamma distribution of that shape (rate 1) below x: P(a, x).
/// Source: series and continued fraction, Abramowitz and Stegun (1964) 6.5.29 and 6.5.31.
double gamma_share(double shape, double x);

/// The share of a beta distribution below x: I_x(a, b).
/// Source: continued fraction, Abramowitz and Stegun (1964) 26.5.8.
double beta_share(double a, double b, double x);

/// What is believed of a rate of events: gamma with `shape` events in `exposure`.
///
/// Units: events by unit of exposure, whatever that is.
struct Rate {
    double shape = 1;
    double exposure = 1;

    double mean() const { return shape / exposure; }
    /// After so many events in so much more exposure.
    Rate after(double events, double more) const { return {shape + events, exposure + more}; }
};

/// How likely at least so many events are in an exposure to come: the negative binomial tail, which
/// is continued between whole numbers.
double at_least(const Rate& rate, double exposure, double events);

/// Events that are needed in an exposure to come.
struct Need {
    double exposure = 0;
    double events = 0;
};

/// How likely all needs are met at once: one rate drives them all.
double all_at_least(const Rate& rate, std::span<const Need> needs);

/// Events of a past exposure.
struct Counted {
    double exposure = 0;
    double events = 0;
};

/// By what the counts of periods vary more than those of single events would: Pearson's statistic
/// over its degrees of freedom, at least 1. Before anything is known, periods vary by half of their
/// mean; that weighs as much as two periods.
double batch_size(std::span<const Counted> periods);

/// How fast milestones were reached in each stretch of their planned time, which counts as 1: the
/// first half, and three that become shorter, since much is done shortly before it is due. Before
/// anything is known half of what is planned is done when it is due (0.1, 0.15, 0.2 and 0.3 of an
/// event in the four stretches), with the weight of one milestone in each.
struct MilestonePace {
    static constexpr std::array<double, 5> ends{0, 0.5, 0.75, 0.9, 1};
    static MilestonePace prior();

    /// A milestone that was watched until `until` (planned time from 0), and reached then or not.
    enum class End : unsigned char { reached, open };
    void add(double until, End end);

    /// How likely one that was not reached at `now` is reached by 1.
    double by_due(double now) const;

    std::array<Rate, 4> stretches;  ///< events by whole stretch
};

/// How likely at least k of n succeed, where what is believed of the chance is beta(a, b): the
/// beta-binomial tail.
double beta_binomial_at_least(double n, double k, double a, double b);

/// What is believed of the share of all units that changes in a period, as a plan's straight path
/// from its baseline has it.
struct Change {
    double changed = 1;  ///< beta(changed, remained)
    double remained = 9;

    /// Before anything is known: that share changes in so many periods, with the weight of one
    /// period of units that move together.
    static Change planned(double share, double periods);

    /// After `changed_units` of `units` changed over so many periods. Units of one report move
    /// together: they weigh as `units_together` at most.
    Change after(double units, double changed_units, double periods) const;

    /// How likely at least so many of the units change within so many periods, where they move as
    /// `units_together` do: the beta-binomial tail.
    double at_least(double units, double needed, double periods) const;
};

inline constexpr double units_together = 10;

}  // namespace forecast
