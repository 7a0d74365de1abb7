#pragma once

#include "base/date.h"
#include "plan/amend.h"
#include "plan/plan.h"
#include "status/status.h"

#include <optional>
#include <string_view>
#include <vector>

namespace status {

/// On track from this ratio of achieved to expected progress.
inline constexpr double on_track_from = 0.95;
/// At risk from this ratio; off track below it.
inline constexpr double at_risk_from = 0.60;

/// A point of the way from the baseline to the target value.
struct PathPoint {
    base::Day day;
    double value = 0;
};

/// The way that progress is expected to take: straight between its points.
class Path {
  public:
    /// The baseline at the activity's start (the horizon's where it has none), the interim targets,
    /// the value at the due date. Empty where the target lacks one of them.
    static std::optional<Path> of(const plan::Plan& plan, const plan::Activity& activity,
                                  const plan::Target& target);
    static Path between(PathPoint from, PathPoint to);

    double baseline() const { return points_.front().value; }
    base::Day start() const { return points_.front().day; }
    double at(base::Day day) const;

  private:
    std::vector<PathPoint> points_;
};

/// (achieved - baseline) / (expected - baseline); empty where nothing is expected yet.
std::optional<double> progress_ratio(double baseline, double expected, double achieved);

/// on_track, at_risk or off_track.
Status judge(double ratio);

/// What a target asks of a value: downwards from a baseline, at least is at most.
constexpr plan::Bound asked_of(plan::Bound bound, plan::Direction direction) {
    return bound == plan::Bound::at_least && direction == plan::Direction::down
               ? plan::Bound::at_most
               : bound;
}
/// "at least", "exactly", "at most".
std::string_view wording(plan::Bound asked);

/// Whether the value satisfies the target, by its bound and direction.
template <typename Number>
bool satisfies(const Number& achieved, const Number& value, plan::Bound bound,
               plan::Direction direction) {
    switch (asked_of(bound, direction)) {
        case plan::Bound::exactly:
            return achieved == value;
        case plan::Bound::at_most:
            return achieved <= value;
        case plan::Bound::at_least:
            break;
    }
    return achieved >= value;
}

/// The worse of two judgements; only for met, on_track, at_risk, off_track and missed.
Status worse(Status a, Status b);

/// Notes what has changed of the promise since the plan was printed. What was lowered, put off,
/// withdrawn or made into another promise is an alert, too; closing what was open is none.
void note_promises(const std::vector<plan::Change>& changes, TargetStatus& status);

}  // namespace status
