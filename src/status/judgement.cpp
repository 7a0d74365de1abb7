#include "status/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace status {

std::optional<Path> Path::of(const plan::Plan& plan, const plan::Activity& activity,
                             const plan::Target& target) {
    if (!target.baseline.is_stated() || !target.value.is_stated() || !target.due.is_stated())
        return std::nullopt;
    Path path;
    const base::Day start = activity.period.is_stated() ? activity.period->from : plan.from;
    // The eve of the first day, so that a whole year is a whole share of the way.
    path.points_.push_back({start - std::chrono::days{1}, target.baseline->to_double()});
    for (const auto& interim : target.path)
        path.points_.push_back({interim.at.day, interim.value.to_double()});
    if (path.points_.back().day < target.due->day)
        path.points_.push_back({target.due->day, target.value->to_double()});
    return path;
}

Path Path::between(PathPoint from, PathPoint to) {
    Path path;
    path.points_ = {from, to};
    return path;
}

double Path::at(base::Day day) const {
    if (day <= points_.front().day)
        return points_.front().value;
    for (std::size_t i = 1; i < points_.size(); ++i) {
        const PathPoint& from = points_[i - 1];
        const PathPoint& to = points_[i];
        if (day <= to.day) {
            const auto whole = static_cast<double>((to.day - from.day).count());
            const auto passed = static_cast<double>((day - from.day).count());
            return from.value + (to.value - from.value) * passed / whole;
        }
    }
    return points_.back().value;
}

std::optional<double> progress_ratio(double baseline, double expected, double achieved) {
    if (expected == baseline)
        return std::nullopt;
    // A target below its baseline makes both differences negative, so the ratio keeps its meaning.
    return (achieved - baseline) / (expected - baseline);
}

Status judge(double ratio) {
    if (ratio >= on_track_from)
        return Status::on_track;
    return ratio >= at_risk_from ? Status::at_risk : Status::off_track;
}

std::string_view wording(plan::Bound asked) {
    switch (asked) {
        case plan::Bound::exactly:
            return "exactly";
        case plan::Bound::at_most:
            return "at most";
        case plan::Bound::at_least:
            break;
    }
    return "at least";
}

Status worse(Status a, Status b) {
    constexpr std::array order{Status::met, Status::on_track, Status::at_risk, Status::off_track,
                               Status::missed};
    const auto rank = [&](Status s) { return std::ranges::find(order, s) - order.begin(); };
    return rank(a) < rank(b) ? b : a;
}

namespace {

// How a change weakens a promise; empty where it does not, or where nobody can tell.
std::string_view weakening(const plan::Change& change) {
    if (change.kind == plan::ChangeKind::lowered)
        return "lowered";
    if (change.kind == plan::ChangeKind::later)
        return "put off";
    const bool is_withdrawn = change.after.empty() || change.after == "open";
    if (is_withdrawn)
        return "withdrawn";
    constexpr std::array other_promise{"measure",   "unit",      "path",    "population",
                                       "question",  "statement", "bound",   "direction",
                                       "indicator", "period",    "verifier"};
    return std::ranges::find(other_promise, change.field) != other_promise.end() ? "changed" : "";
}

}  // namespace

void note_promises(const std::vector<plan::Change>& changes, TargetStatus& status) {
    constexpr std::array closing{"value", "due", "baseline"};
    constexpr std::array fields{"value",        "due",       "baseline",   "path",
                                "measure",      "unit",      "population", "question",
                                "verification", "statement", "bound",      "direction",
                                "indicator",    "period",    "frequency",  "verifier"};
    for (const auto& change : changes) {
        if (std::ranges::find(fields, change.field) == fields.end())
            continue;
        const bool was_open = change.before.empty() || change.before == "open";
        if (was_open && std::ranges::find(closing, change.field) == closing.end())
            continue;
        const std::string now = change.after.empty() ? "none" : change.after;
        const std::string_view weaker = was_open ? "" : weakening(change);
        status.promises.push_back(
            {change.field, was_open ? "open" : change.before, now, !weaker.empty()});
        if (!weaker.empty())
            status.alerts.push_back(fmt::format("the promise was {}: {} {} became {}", weaker,
                                                change.field, change.before, now));
    }
}

}  // namespace status
