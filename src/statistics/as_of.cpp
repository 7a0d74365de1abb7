#include "statistics/as_of.h"

#include "statistics/known_figures.h"

#include <cmath>
#include <tuple>

namespace statistics {
namespace {

double unit_of(int precision) {
    return std::pow(10.0, precision);
}

// How many digits of the value were printed to mean something.
int significant_digits(const FigureFacts& figure) {
    const double magnitude = std::abs(figure.value.to_double());
    if (magnitude == 0)
        return 1;
    return static_cast<int>(std::floor(std::log10(magnitude))) - figure.precision + 1;
}

bool counts(const Observation& observation, base::Day day, UseEstimatedDates estimated) {
    return observation.vintage.known_on <= day && observation.suspect.empty() &&
           observation.status != ObservationStatus::missing &&
           observation.status != ObservationStatus::forecast &&
           (estimated == UseEstimatedDates::yes || !observation.vintage.estimated);
}

}  // namespace

bool comes_before(const FigureFacts& a, const FigureFacts& b) {
    if (const auto days = compare_days(a.time, b.time); days != 0)
        return days < 0;
    const auto rest = [](const FigureFacts& one) {
        return std::tuple{one.vintage.known_on, one.recorded, one.load_order};
    };
    return rest(a) < rest(b);
}

bool counts_same_days(const TimePeriod& a, const TimePeriod& b) {
    return compare_days(a, b) == 0;
}

bool comes_after(const FigureFacts& a, const FigureFacts& b) {
    if (a.vintage.known_on != b.vintage.known_on)
        return a.vintage.known_on > b.vintage.known_on;
    if (a.vintage.estimated != b.vintage.estimated)
        return b.vintage.estimated;
    if (a.recorded != b.recorded)
        return a.recorded > b.recorded;
    return a.load_order > b.load_order;
}

bool supersedes(const FigureFacts& later, const FigureFacts& earlier) {
    if (later.value == earlier.value && later.precision >= earlier.precision)
        return earlier.vintage.estimated && !later.vintage.estimated;
    if (later.precision <= earlier.precision)
        return true;
    if (significant_digits(later) < 3)
        return false;
    const double difference = std::abs(later.value.to_double() - earlier.value.to_double());
    // A billionth of a unit is what binary fractions may have cost.
    return difference >= unit_of(later.precision) * (1 - 1e-9);
}

std::vector<const Observation*> as_of(const Series& series, base::Day day,
                                      UseEstimatedDates estimated) {
    std::vector<const Observation*> in_force;
    const auto counts_then = [&](const Observation& observation) {
        return counts(observation, day, estimated);
    };
    for_each_time(std::span{series.observations}, counts_then,
                  [&](const std::vector<const Observation*>& known) {
                      const Observation* best = nullptr;
                      for (const Observation* next : known) {
                          if (best == nullptr || supersedes(*next, *best))
                              best = next;
                      }
                      if (best != nullptr)
                          in_force.push_back(best);
                  });
    return in_force;
}

std::vector<const Observation*> vintages(const Series& series, const TimePeriod& time,
                                         base::Day day) {
    std::vector<const Observation*> found;
    for (const auto& observation : series.observations) {
        if (observation.time.same_days(time) && observation.vintage.known_on <= day)
            found.push_back(&observation);
    }
    return found;
}

}  // namespace statistics
