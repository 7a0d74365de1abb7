#include "forecast/coherent.h"

#include "forecast/calibration.h"
#include "forecast/estimate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <random>

namespace forecast {
namespace {

using base::Error;
using base::ErrorCode;
using Values = std::vector<double>;

constexpr std::size_t draws_max = 100'000'000;

Error invalid(std::string message) {
    return Error{ErrorCode::invalid_forecast, std::move(message), ""};
}

/// Numbers from 0 to 1 without its ends, the same on every machine.
class Dice {
  public:
    explicit Dice(std::uint64_t seed) : dice_(seed) {}
    double fraction() { return (static_cast<double>(dice_() >> 11) + 0.5) * 0x1p-53; }

  private:
    std::mt19937_64 dice_;
};

// Seeds of neighbouring series are far apart.
std::uint64_t seed_of(std::uint64_t seed, std::uint64_t series) {
    std::uint64_t x = seed * 0x9e3779b97f4a7c15ULL + series + 1;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

/// Where each past error of a series stands among them, from 0; none where it is missing.
struct Ranks {
    std::vector<std::optional<std::uint32_t>> of;
    double count = 0;
};

// Equal errors, as of a series that is often 0, are ordered by chance: their order says nothing.
Ranks ranks_of(std::span<const double> errors, Dice& dice) {
    std::vector<std::uint32_t> order;
    Values chance;
    for (std::size_t t = 0; t < errors.size(); ++t) {
        chance.push_back(dice.fraction());
        if (!std::isnan(errors[t]))
            order.push_back(static_cast<std::uint32_t>(t));
    }
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return errors[a] != errors[b] ? errors[a] < errors[b] : chance[a] < chance[b];
    });
    Ranks made;
    made.of.resize(errors.size());
    made.count = static_cast<double>(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        made.of[order[i]] = static_cast<std::uint32_t>(i);
    return made;
}

/// Which past period each period of each path takes, for all series alike; those that are late for
/// some series come first.
struct Picks {
    std::size_t steps = 0;
    std::vector<std::uint32_t> periods;

    std::span<const std::uint32_t> path(std::size_t i) const {
        return std::span{periods}.subspan(i * steps, steps);
    }
};

Picks pick(std::span<const Estimate> estimates, std::size_t horizon, std::size_t paths,
           std::uint64_t seed) {
    Picks made;
    std::size_t late = 0;
    for (const auto& one : estimates)
        late = std::max(late, one.late);
    made.steps = late + horizon;
    std::vector<std::uint32_t> known;
    for (std::size_t t = 0; t < estimates.front().changes.size(); ++t)
        if (std::ranges::any_of(estimates,
                                [t](const Estimate& one) { return !std::isnan(one.changes[t]); }))
            known.push_back(static_cast<std::uint32_t>(t));
    Dice dice{seed_of(seed, std::numeric_limits<std::uint32_t>::max())};
    made.periods.reserve(paths * made.steps);
    for (std::size_t i = 0; i < paths * made.steps; ++i) {
        const auto at =
            static_cast<std::size_t>(dice.fraction() * static_cast<double>(known.size()));
        made.periods.push_back(known.empty() ? 0 : known[at]);
    }
    return made;
}

// Draws all paths of one series into its rows.
void draw(const Estimate& estimate, const Options& options, const Picks& picks, std::size_t count,
          std::uint64_t seed, std::span<double> rows) {
    Dice dice{seed};
    const auto ranks = ranks_of(estimate.changes, dice);
    const auto spreads = estimate.spreads();
    const std::size_t horizon = estimate.mean.size(), steps = horizon + estimate.late;
    Values normals(steps), path(horizon);
    for (std::size_t i = 0; i < count; ++i) {
        const auto periods = picks.path(i).last(steps);
        for (std::size_t h = 0; h < steps; ++h) {
            const double chance = dice.fraction();
            const auto rank =
                ranks.count > 0 ? ranks.of[periods[h]] : std::optional<std::uint32_t>{};
            normals[h] =
                normal_score(rank ? (static_cast<double>(*rank) + chance) / ranks.count : chance);
        }
        estimate.follow(normals, spreads, options, path);
        for (std::size_t h = 0; h < horizon; ++h)
            rows[h * count + i] = path[h];
    }
}

double deviation_of(std::span<const double> errors) {
    double squares = 0, count = 0;
    for (const double error : errors)
        if (!std::isnan(error)) {
            squares += error * error;
            count += 1;
        }
    return count > 0 ? std::sqrt(squares / count) : 0;
}

// The one-step errors, and after them the changes on the year before as far spread as those: the
// further ahead, the more of what goes wrong together is seen in these alone. Found by rolling
// origins, see docs/methods/hierarchies.md.
constexpr int errors_a_period = 2;
Values errors_near_and_far(const Estimate& estimate) {
    auto made = estimate.errors;
    const double near = deviation_of(estimate.errors), far = deviation_of(estimate.changes);
    for (const double change : estimate.changes)
        made.push_back(far > 0 ? change * (near / far) : change);
    return made;
}

void add_intervals(CoherentForecast& made, std::span<const double> levels,
                   const ForEach& for_each) {
    for (const double level : levels)
        made.intervals.push_back({level, Values(made.mean.size()), Values(made.mean.size())});
    for_each(made.mean.size(), [&](std::size_t i) {
        const auto draws = made.draws(i / made.horizon, i % made.horizon);
        Values ascending(draws.begin(), draws.end());
        std::ranges::sort(ascending);
        for (auto& interval : made.intervals) {
            const double outside = (1 - interval.level / 100) / 2;
            interval.lower[i] = std::min(made.mean[i], sample_quantile(ascending, outside));
            interval.upper[i] = std::max(made.mean[i], sample_quantile(ascending, 1 - outside));
        }
    });
}

base::Result<void> check(const Hierarchy& hierarchy, std::span<const Values> bottom,
                         const CoherentOptions& options) {
    TRY(check(options.base));
    if (bottom.size() != hierarchy.bottom().size())
        return invalid(fmt::format("expected {} bottom series, found {}", hierarchy.bottom().size(),
                                   bottom.size()));
    for (std::size_t i = 0; i < bottom.size(); ++i)
        if (bottom[i].size() != bottom.front().size())
            return invalid(fmt::format("expected {} periods of {}, found {}", bottom.front().size(),
                                       hierarchy.bottom()[i], bottom[i].size()));
    const double draws = static_cast<double>(hierarchy.size()) *
                         static_cast<double>(options.paths) * options.base.horizon;
    if (options.paths < paths_least || draws > static_cast<double>(draws_max))
        return invalid(
            fmt::format("expected at least {} paths and, over all series and periods, "
                        "at most {} draws, found {} paths",
                        paths_least, draws_max, options.paths));
    return {};
}

}  // namespace

base::Result<CoherentForecast> add_up_forecasts(const Hierarchy& hierarchy,
                                                std::span<const Estimate> estimates,
                                                const CoherentOptions& options,
                                                const ForEach& for_each) {
    std::vector<Values> errors;
    for (const auto& one : estimates)
        errors.push_back(errors_near_and_far(one));
    const auto reconciler =
        TRY(Reconciler::create(hierarchy, options.reconciliation, errors, errors_a_period));
    CoherentForecast made;
    made.horizon = estimates.front().mean.size();
    made.count = options.paths;
    made.reconciliation = reconciler.method();
    made.shrinkage = reconciler.shrinkage();
    const auto domain = options.base.non_negative ? Domain::non_negative : Domain::any;
    for (const auto& one : estimates) {
        made.fallbacks.push_back(one.fallback);
        made.mean.insert(made.mean.end(), one.mean.begin(), one.mean.end());
    }
    reconciler.apply(made.mean, made.horizon, domain);
    const std::size_t columns = made.horizon * made.count;
    made.paths.resize(estimates.size() * columns);
    const auto picks = pick(estimates, made.horizon, made.count, options.seed);
    // What is below 0 becomes 0 once it adds up, not before: a series that is mostly 0 would be
    // moved away from it by what others lack.
    auto unbounded = options.base;
    unbounded.non_negative = false;
    for_each(estimates.size(), [&](std::size_t i) {
        draw(estimates[i], unbounded, picks, made.count, seed_of(options.seed, i),
             std::span{made.paths}.subspan(i * columns, columns));
    });
    reconciler.apply(made.paths, columns, domain);
    add_intervals(made, options.base.levels, for_each);
    return made;
}

base::Result<CoherentForecast> forecast_coherently(const Hierarchy& hierarchy,
                                                   std::span<const Values> bottom,
                                                   const CoherentOptions& options,
                                                   const ForEach& for_each) {
    TRY(check(hierarchy, bottom, options));
    const std::size_t periods = bottom.front().size(), sums = hierarchy.sums().size();
    Values histories(hierarchy.size() * periods);
    for (std::size_t i = 0; i < bottom.size(); ++i)
        std::ranges::copy(bottom[i],
                          histories.begin() + static_cast<std::ptrdiff_t>((sums + i) * periods));
    hierarchy.add_up(histories, periods);
    std::vector<Estimate> estimates(hierarchy.size());
    std::vector<std::optional<Error>> faults(hierarchy.size());
    for_each(hierarchy.size(), [&](std::size_t i) {
        auto one = estimate(std::span{histories}.subspan(i * periods, periods), options.base,
                            PastErrors::told);
        if (one.ok())
            estimates[i] = std::move(one).value();
        else
            faults[i] = one.error();
    });
    for (std::size_t i = 0; i < faults.size(); ++i)
        if (faults[i])
            return invalid(fmt::format("{}: {}", hierarchy.name(i), faults[i]->message));
    return add_up_forecasts(hierarchy, estimates, options, for_each);
}

}  // namespace forecast
