#include "forecast/ces.h"

#include "forecast/aicc.h"
#include "forecast/nelder_mead.h"
#include "forecast/season.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace forecast {
namespace {

struct States {
    double level = 0, potential = 0;
    std::vector<double> effects, potentials;  ///< of each period of the year
};

struct Weights {
    double a0, a1, b0, b1;
};

/// Moves the states over one value; gives its forecast.
class Mover {
  public:
    Mover(CesSeason season, const Weights& weights) : season_(season), w_(weights) {}

    double forecast(const States& at, std::size_t slot) const {
        return at.level + (season_ == CesSeason::none ? 0 : at.effects[slot]);
    }
    void move(States& at, std::size_t slot, double error) const {
        const double level = at.level;
        at.level = level - (1 - w_.a1) * at.potential + (w_.a0 - w_.a1) * error;
        at.potential = level + (1 - w_.a0) * at.potential + (w_.a0 + w_.a1) * error;
        if (season_ == CesSeason::partial) {
            at.effects[slot] += w_.b0 * error;
        } else if (season_ == CesSeason::full) {
            const double effect = at.effects[slot];
            at.effects[slot] = effect - (1 - w_.b1) * at.potentials[slot] + (w_.b0 - w_.b1) * error;
            at.potentials[slot] =
                effect + (1 - w_.b0) * at.potentials[slot] + (w_.b0 + w_.b1) * error;
        }
    }

  private:
    CesSeason season_;
    Weights w_;
};

/// Forward, back and forward again: the states before the first value are those to which the way
/// back leads.
class Problem {
  public:
    Problem(std::span<const double> values, int frequency, CesSeason season)
        : values_(values),
          m_(season == CesSeason::none ? 1 : static_cast<std::size_t>(frequency)),
          season_(season) {
        const std::size_t some = std::min(values.size(), std::max<std::size_t>(10, m_));
        double sum = 0, count = 0;
        for (std::size_t t = 0; t < some; ++t)
            if (!std::isnan(values[t])) {
                sum += values[t];
                count += 1;
            }
        first_.level = count > 0 ? sum / count : 0;
        first_.potential = first_.level / 1.1;
        if (season != CesSeason::none) {
            first_.effects = seasonal_effects(values, frequency, false);
            for (const double effect : first_.effects)
                first_.potentials.push_back(effect / 1.1);
        }
    }

    double run(const Weights& weights, States& at) const {
        const Mover mover{season_, weights};
        at = first_;
        (void)pass(mover, at, true);
        (void)pass(mover, at, false);
        return pass(mover, at, true);
    }

    std::size_t slot_after() const { return values_.size() % m_; }
    std::size_t year() const { return m_; }

  private:
    double pass(const Mover& mover, States& at, bool forward) const {
        const std::size_t n = values_.size();
        double squares = 0;
        for (std::size_t i = 0; i < n; ++i) {
            const std::size_t t = forward ? i : n - 1 - i;
            const double y = values_[t];
            const double error = std::isnan(y) ? 0 : y - mover.forecast(at, t % m_);
            squares += error * error;
            mover.move(at, t % m_, error);
        }
        return squares;
    }

    std::span<const double> values_;
    std::size_t m_;
    CesSeason season_;
    States first_;
};

}  // namespace

std::string CesFit::name() const {
    return season == CesSeason::none      ? "CES(none)"
           : season == CesSeason::partial ? "CES(partial)"
                                          : "CES(full)";
}

std::optional<CesFit> fit_ces(std::span<const double> values, int frequency, CesSeason season,
                              int horizon) {
    const auto observed =
        static_cast<double>(std::ranges::count_if(values, [](double y) { return !std::isnan(y); }));
    const bool seasonal = season != CesSeason::none;
    // States that are found on the way back count half as much as those that are searched.
    const double k = season == CesSeason::none      ? 4
                     : season == CesSeason::partial ? 5 + frequency
                                                    : 6 + 2 * frequency;
    if (observed < (seasonal ? 2 * frequency + 3 : 8) || observed - k - 1 < 1)
        return std::nullopt;
    const Problem problem{values, frequency, season};
    States states;
    const auto weights_of = [&](std::span<const double> x) {
        return Weights{x[0], x[1], season == CesSeason::none ? 0 : x[2],
                       season == CesSeason::full ? x[3] : 0};
    };
    const auto squares = [&](std::span<const double> x) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        if (x[0] < 0.01 || x[0] > 1.8 || x[1] < 0.01 || x[1] > 1.9)
            return infinity;
        if (season == CesSeason::partial && (x[2] < 0.01 || x[2] > 0.99))
            return infinity;
        if (season == CesSeason::full && (x[2] < 0.01 || x[2] > 1.8 || x[3] < 0.01 || x[3] > 1.9))
            return infinity;
        const double sum = problem.run(weights_of(x), states);
        return std::isfinite(sum) ? sum : infinity;
    };
    std::vector<double> start{1.3, 1.0}, steps{-0.2, 0.02};
    if (season == CesSeason::partial) {
        start.push_back(0.1);
        steps.push_back(0.1);
    } else if (season == CesSeason::full) {
        start.insert(start.end(), {1.3, 1.0});
        steps.insert(steps.end(), {-0.2, 0.02});
    }
    const auto best = nelder_mead(squares, start, steps, 30 * static_cast<int>(start.size()), 1e-4);
    CesFit made;
    made.season = season;
    const auto weights = weights_of(best);
    made.alpha_real = weights.a0;
    made.alpha_imaginary = weights.a1;
    made.beta_real = weights.b0;
    made.beta_imaginary = weights.b1;
    const double sum = problem.run(weights, states);
    if (!std::isfinite(sum))
        return std::nullopt;
    made.variance = sum / std::max(1.0, observed - static_cast<double>(start.size()));
    const double smallest = std::numeric_limits<double>::min();
    made.aicc = aicc(observed * std::log(std::max(sum / observed, smallest)), k, observed);
    const Mover mover{season, weights};
    // The model is linear, so what one error does to later forecasts is what it does to nothing.
    States moved{0, 0, std::vector<double>(problem.year(), 0.0),
                 std::vector<double>(problem.year(), 0.0)};
    for (int h = 0; h < horizon; ++h) {
        const std::size_t slot =
            (problem.slot_after() + static_cast<std::size_t>(h)) % problem.year();
        made.mean.push_back(mover.forecast(states, slot));
        mover.move(states, slot, 0);
        made.weights.push_back(h == 0 ? 1 : mover.forecast(moved, slot));
        mover.move(moved, slot, h == 0 ? 1 : 0);
    }
    return made;
}

std::optional<CesFit> choose_ces(std::span<const double> values, int frequency, int horizon) {
    std::optional<CesFit> best;
    for (const auto season : {CesSeason::none, CesSeason::partial, CesSeason::full}) {
        if (season != CesSeason::none && frequency < 2)
            continue;
        auto fit = fit_ces(values, frequency, season, horizon);
        if (fit && (!best || fit->aicc < best->aicc))
            best = std::move(fit);
    }
    return best;
}

}  // namespace forecast
