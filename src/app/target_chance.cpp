#include "app/target_chance.h"

#include "app/period_draws.h"
#include "base/text.h"
#include "forecast/forecast.h"
#include "status/judgement.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

namespace app {
namespace {

using base::Day;
using plan::Measure;
using status::CountedReport;
using status::Explanation;
using status::Footing;
using Reports = std::vector<CountedReport>;

constexpr double days_a_year = 365.25;

double days_between(Day from, Day until) {
    return static_cast<double>((until - from).count());
}

// Both days are within.
double years_of(Day from, Day until) {
    return std::max(0.0, days_between(from, until) + 1) / days_a_year;
}

// Where the path of progress begins, as the status has it.
Day start_of(const status::TargetInput& in) {
    return in.activity.period.is_stated() ? in.activity.period->from : in.plan.from;
}

/// Works out the chance of one target on one footing.
class Chances {
  public:
    Chances(const status::TargetInput& input, const status::TargetStatus& judged,
            const MilestoneRecord& milestones, Footing footing)
        : in_(input),
          target_(input.target),
          judged_(judged),
          milestones_(milestones),
          footing_(footing) {}

    base::Result<Chance> run() {
        reports_ = TRY(status::counted_reports(target_, in_.duties, footing_));
        out_.reports = reports_.size();
        out_.explanation.label = "how likely";
        out_.explanation.source = "docs/methods/targets.md";
        decide();
        explain_data();
        if (!out_.reason.empty())
            part("why", out_.reason);
        out_.explanation.value = said();
        return std::move(out_);
    }

  private:
    void decide() {
        if (const auto lacking = what_the_plan_leaves_open(); !lacking.empty())
            return cannot_tell(fmt::format("the plan states no {}", lacking));
        if (judged_.status == status::Status::met || judged_.status == status::Status::missed)
            return known(judged_.status == status::Status::met ? 1 : 0,
                         judged_.why.empty() ? std::string{} : judged_.why.front());
        if (in_.as_of > target_.due->day)
            return cannot_tell(
                "the due date has passed; what counts now is which reports come "
                "and are verified");
        if (reports_.empty())
            return cannot_tell(footing_ == Footing::verified
                                   ? "nothing is verified on evidence of grade B or better"
                                   : "no report stands");
        if (target_.bound == plan::Bound::exactly && *target_.measure != Measure::milestone)
            return cannot_tell("what must be met exactly is met by chance");
        switch (*target_.measure) {
            case Measure::milestone:
                return by_milestones();
            case Measure::count:
                return by_count();
            case Measure::count_per_year:
                return by_yearly_counts();
            case Measure::share:
            case Measure::survey_share:
                return by_share();
            default:
                return by_paths();
        }
    }

    std::string what_the_plan_leaves_open() const {
        if (!target_.measure.is_stated())
            return "measure";
        if (!target_.due.is_stated())
            return "due date";
        return *target_.measure != Measure::milestone && !target_.value.is_stated() ? "value" : "";
    }

    void cannot_tell(std::string why) { out_.reason = std::move(why); }
    void known(double probability, std::string why) {
        out_.probability = probability;
        out_.is_known = true;
        out_.reason = std::move(why);
    }
    void part(std::string label, std::string value, std::string source = "") {
        out_.explanation.parts.push_back(
            {std::move(label), std::move(value), std::move(source), {}});
    }
    void compute(std::string method, std::string how) {
        out_.method = std::move(method);
        part("method", std::move(how));
    }
    void assume(std::string what) { part("assumed", std::move(what)); }

    std::string said() const {
        if (!out_.probability)
            return "cannot tell yet";
        return out_.is_known ? (*out_.probability > 0 ? "met" : "not met")
                             : fmt::format("{:.1f} percent", 100 * *out_.probability);
    }

    std::string amount(double value) const {
        return base::counted(fmt::format("{:.4g}", value),
                             target_.unit.is_stated() ? *target_.unit : "");
    }

    double wanted() const { return target_.value->to_double(); }
    bool asks_for_at_most() const {
        return status::asked_of(target_.bound, target_.direction) == plan::Bound::at_most;
    }

    void explain_data() {
        Explanation data{footing_ == Footing::verified ? "verified reports" : "reports that stand",
                         fmt::format("{}", reports_.size()),
                         "the journal",
                         {}};
        for (const auto& one : reports_) {
            const auto& claim = one.report->claim;
            std::string value = claim.done  ? (*claim.done ? "done" : "not done")
                                : one.value ? one.value->text()
                                            : "";
            if (claim.numerator && claim.denominator)
                value +=
                    fmt::format(" ({} of {})", claim.numerator->text(), claim.denominator->text());
            data.parts.push_back({one.duty->period.text(),
                                  std::move(value),
                                  fmt::format("journal entry {}", one.report->seq),
                                  {}});
        }
        out_.explanation.parts.push_back(std::move(data));
    }

    /// What counts add up to: periods that were reported, and the pace that follows.
    struct Pace {
        double events = 0, covered = 0;  ///< years
        double batch = 1;
        forecast::Rate rate;  ///< in batches
        double planned = 0;   ///< a year
    };

    // Nothing where too little is known.
    std::optional<Pace> pace_by(double planned_a_year) {
        Pace made;
        std::vector<forecast::Counted> periods;
        for (const auto& one : reports_) {
            periods.push_back({years_of(one.from(), one.until()), one.value->to_double()});
            made.events += periods.back().events;
            made.covered += periods.back().exposure;
        }
        if (reports_.size() < reports_least || made.covered * days_a_year < days_covered_least) {
            cannot_tell(fmt::format("{} of {:.0f} days; {} reports of {} days are needed",
                                    base::counted(fmt::format("{}", reports_.size()), "reports"),
                                    made.covered * days_a_year, reports_least, days_covered_least));
            return std::nullopt;
        }
        made.planned = planned_a_year;
        made.batch = forecast::batch_size(periods);
        made.rate = forecast::Rate{1, made.batch / planned_a_year}.after(made.events / made.batch,
                                                                         made.covered);
        compute("gamma-poisson",
                "the pace of the reports goes on: a gamma-Poisson pace, so that what is to come is "
                "negative binomial");
        part("so far", fmt::format("{} in {:.2f} years: {} a year", amount(made.events),
                                   made.covered, amount(made.events / made.covered)));
        part("prior",
             fmt::format("the pace that the plan asks for, {} a year, weighing as much as one "
                         "event",
                         amount(made.planned)));
        part("batches", made.batch >= 1.05
                            ? fmt::format("periods vary as if {:.3g} came at a time", made.batch)
                            : std::string{"periods vary no more than single events do"});
        assume("the pace stays as it was");
        assume("periods that are not reported, or not verified, had the same pace");
        return made;
    }

    void say_what_would_change(double needed, double open_years, const Pace& pace) {
        if (needed > 0 && open_years > 0)
            part(
                "what would change it",
                fmt::format("{} in the {:.2f} years that are open, {} a year, against {} a year so "
                            "far",
                            amount(needed), open_years, amount(needed / open_years),
                            amount(pace.events / pace.covered)));
        if (footing_ == Footing::verified && judged_.waiting_reports > 0)
            part("what would change it",
                 fmt::format("{} waiting for a verifier",
                             base::counted(fmt::format("{}", judged_.waiting_reports), "reports")));
    }

    void by_count() {
        double covered = 0, events = 0;
        for (const auto& one : reports_) {
            events += one.value->to_double();
            covered += years_of(one.from(), std::min(one.until(), target_.due->day));
        }
        const double needed = wanted() - events;
        if (!asks_for_at_most() && needed <= 0)
            return known(1, "reported as reached; it is met once that is verified");
        if (asks_for_at_most() && needed < 0)
            return known(0, "more was counted than may be");
        const double years = years_of(start_of(in_), target_.due->day);
        const auto pace = pace_by(std::max(1.0, wanted()) / std::max(years, 1 / days_a_year));
        if (!pace)
            return;
        const Day from = in_.calendar
                             ? std::min(in_.calendar->first().first_day(), reports_.front().from())
                             : reports_.front().from();
        const double open = std::max(0.0, years_of(from, target_.due->day) - covered);
        out_.probability =
            asks_for_at_most()
                ? 1 - forecast::at_least(pace->rate, open, (needed + 1) / pace->batch)
                : forecast::at_least(pace->rate, open, needed / pace->batch);
        say_what_would_change(needed, open, *pace);
    }

    void by_yearly_counts() {
        if (asks_for_at_most())
            return cannot_tell("there is no model of years with at most so much");
        std::vector<forecast::Need> needs;
        double needed = 0, open_years = 0;
        for (const auto& year : status::asked_years(in_.plan, target_, in_.calendar)) {
            const auto asked =
                status::asked_part(target_, in_.calendar, year.first_day(), year.last_day());
            double count = 0, open = years_of(asked.from, asked.until);
            for (const auto& one : reports_) {
                // As in the status, a period counts in the year in which it ends.
                const auto ends = one.duty->period.last_day();
                if (ends < year.first_day() || ends > year.last_day())
                    continue;
                count += one.value->to_double();
                open -=
                    years_of(std::max(one.from(), asked.from), std::min(one.until(), asked.until));
            }
            const double lacking = asked.promised - count;
            if (lacking > 0 && open < 0.5 / days_a_year)
                return known(0, fmt::format("{} reported for {}, {:.4g} promised", amount(count),
                                            year.text(), asked.promised));
            if (lacking <= 0)
                continue;
            needs.push_back({open, lacking});
            needed += lacking;
            open_years += open;
        }
        if (needs.empty())
            return known(1, "reported as reached in every year; it is met once that is verified");
        const auto pace = pace_by(std::max(1.0, wanted()));
        if (!pace)
            return;
        for (auto& need : needs)
            need.events /= pace->batch;
        out_.probability = forecast::all_at_least(pace->rate, needs);
        part("years", fmt::format("{} still lack something, and each must reach its value",
                                  base::counted(fmt::format("{}", needs.size()), "years")));
        say_what_would_change(needed, open_years, *pace);
    }

    void by_milestones() {
        if (reports_.back().report->claim.done.value_or(false))
            return known(1, "reported as done; it is met once that is verified");
        const double planned = days_between(start_of(in_), target_.due->day);
        if (!(planned > 0))
            return cannot_tell("it is due when its activity begins");
        if (milestones_.watched < milestones_watched_least)
            return cannot_tell(fmt::format(
                "{} of this record {} so far; {} are needed to know how timely they are",
                base::counted(fmt::format("{}", milestones_.watched), "milestones"),
                footing_ == Footing::verified ? "verified" : "reported", milestones_watched_least));
        const double now = days_between(start_of(in_), reports_.back().until()) / planned;
        out_.probability = milestones_.pace.by_due(now);
        compute("hazard",
                "as timely as the milestones of this record were: a constant hazard in each of "
                "four stretches of the planned time");
        part("so far",
             fmt::format("{} of {} by their due date; not done in {:.0f} percent of its own time",
                         milestones_.reached,
                         base::counted(fmt::format("{}", milestones_.watched), "milestones"),
                         100 * now));
        const auto& stretches = milestones_.pace.stretches;
        part("hazards",
             fmt::format("{:.2f}, {:.2f}, {:.2f} and {:.2f} in the stretches to a half, three "
                         "quarters, nine tenths and the whole of the planned time",
                         stretches[0].mean(), stretches[1].mean(), stretches[2].mean(),
                         stretches[3].mean()));
        part("prior",
             "half of what is planned is done when it is due, with the weight of one "
             "milestone in each stretch");
        assume("this one is like the others; when within a period it was done does not matter");
        part("what would change it",
             fmt::format("a report that it is done, in the {:.2f} years that are left",
                         years_of(reports_.back().until(), target_.due->day)));
    }

    /// Of how many, how many changed: the complement where a share is to fall.
    struct Standing {
        Day on;
        double units = 0, changed = 0;
    };

    std::vector<Standing> standings() const {
        std::vector<Standing> made;
        for (const auto& one : reports_) {
            const auto& claim = one.report->claim;
            if (!claim.numerator || !claim.denominator)
                continue;
            const double units = claim.denominator->to_double();
            const double within = claim.numerator->to_double();
            made.push_back({one.until(), units, asks_for_at_most() ? units - within : within});
        }
        if (!made.empty() && target_.baseline.is_stated()) {
            const double share = target_.baseline->to_double() / 100;
            const double units = made.front().units;
            const Standing first{start_of(in_), units,
                                 units * (asks_for_at_most() ? 1 - share : share)};
            if (first.on < made.front().on)
                made.insert(made.begin(), first);
        }
        return made;
    }

    double periods_between(Day from, Day until) const {
        const auto frequency = in_.calendar ? in_.calendar->frequency : base::Frequency::quarter;
        return days_between(from, until) * base::periods_per_year(frequency) / days_a_year;
    }

    // From the baseline to the value in the planned time.
    forecast::Change planned_change() const {
        const double from = target_.baseline.is_stated() ? target_.baseline->to_double() : 0;
        const double way = asks_for_at_most() ? from - wanted() : wanted() - from;
        return forecast::Change::planned(way / 100,
                                         periods_between(start_of(in_), target_.due->day));
    }

    void by_share() {
        const auto known_shares = standings();
        const std::size_t reported =
            static_cast<std::size_t>(std::ranges::count_if(reports_, [](const auto& one) {
                return one.report->claim.numerator && one.report->claim.denominator;
            }));
        if (reported < reports_least)
            return cannot_tell(fmt::format(
                "{} of how many; {} are needed",
                reported == 1 ? "1 report says" : fmt::format("{} reports say", reported),
                reports_least));
        auto change = planned_change();
        const auto prior = change;
        for (std::size_t i = 1; i < known_shares.size(); ++i) {
            const auto& before = known_shares[i - 1];
            const auto& after = known_shares[i];
            const double had = before.units > 0 ? before.changed / before.units * after.units : 0;
            change = change.after(after.units, after.changed - had,
                                  periods_between(before.on, after.on));
        }
        const auto& last = known_shares.back();
        const double share = asks_for_at_most() ? 100 - wanted() : wanted();
        const double needed = std::ceil(share / 100 * last.units - 1e-9) - last.changed;
        const double periods = periods_between(last.on, target_.due->day);
        out_.probability = change.at_least(last.units, needed, periods);
        compute(
            "beta-binomial",
            "of all units so many change in each period as did so far, as the plan's straight path "
            "has it: beta-binomial");
        part("so far",
             fmt::format("{:.0f} of {:.0f}; {:.1f} percent of all change in a period", last.changed,
                         last.units, 100 * change.changed / (change.changed + change.remained)));
        part("prior",
             fmt::format("the pace that the plan asks for, {:.1f} percent of all in a period, "
                         "weighing as much as one period",
                         100 * prior.changed / (prior.changed + prior.remained)));
        part("batches", fmt::format("units of one report move together: they weigh as {:.0f}",
                                    forecast::units_together));
        assume("what has changed stays changed, and how many there are stays as last reported");
        if (*target_.measure == Measure::survey_share)
            assume("the surveys ask the same; the error of their samples is not counted");
        part("what would change it", fmt::format("{:.0f} more in the {:.1f} periods that are left",
                                                 std::max(0.0, needed), std::max(0.0, periods)));
    }

    // The values in their periods, NaN where none is reported.
    std::vector<double> values_by_period() const {
        std::vector<double> made;
        const auto first = reports_.front().duty->period;
        for (const auto& one : reports_) {
            if (one.duty->period.frequency() != first.frequency() || !one.value)
                continue;
            made.resize(static_cast<std::size_t>(one.duty->period.index() - first.index()),
                        std::numeric_limits<double>::quiet_NaN());
            made.push_back(one.value->to_double());
        }
        return made;
    }

    void by_paths() {
        const auto values = values_by_period();
        const auto reported = static_cast<std::size_t>(
            std::ranges::count_if(values, [](double y) { return !std::isnan(y); }));
        if (reported < levels_reported_least)
            return cannot_tell(fmt::format("{} reported; {} are needed",
                                           base::counted(fmt::format("{}", reported), "values"),
                                           levels_reported_least));
        const auto& last = reports_.back().duty->period;
        const auto due =
            base::Period::containing(target_.due->day, last.frequency(), last.year_start());
        forecast::Options options;
        options.horizon = due.index() - last.index();
        if (options.horizon < 1)
            return cannot_tell("its last period is reported; what counts now is what is verified");
        const auto paths = forecast::sample_paths(values, options, paths_drawn, paths_seed);
        if (!paths.ok())
            return cannot_tell(paths.error().message);
        double met = 0;
        for (std::size_t i = 0; i < paths->count(); ++i)
            met +=
                status::satisfies(paths->path(i).back(), wanted(), target_.bound, target_.direction)
                    ? 1
                    : 0;
        out_.probability = met / static_cast<double>(paths->count());
        compute("paths",
                fmt::format("{} paths of the reported values to the due period", paths->count()));
        part("models",
             fmt::format("{}", fmt::join(paths->models.begin(), paths->models.end(), ", ")));
        part("so far", fmt::format("{}, {} periods before the due one",
                                   amount(reports_.back().value->to_double()), options.horizon));
        assume("the values go on as they did");
        part("what would change it", "values that are further from " + amount(wanted()));
    }

    const status::TargetInput& in_;
    const plan::Target& target_;
    const status::TargetStatus& judged_;
    const MilestoneRecord& milestones_;
    Footing footing_;
    Reports reports_;
    Chance out_;
};

}  // namespace

base::Result<void> MilestoneRecord::add(const status::TargetInput& milestone, Footing footing) {
    const auto& target = milestone.target;
    if (!target.measure.is_stated() || *target.measure != Measure::milestone ||
        !target.due.is_stated())
        return {};
    const Day start = start_of(milestone);
    const double planned = days_between(start, target.due->day);
    const auto reports = TRY(status::counted_reports(target, milestone.duties, footing));
    if (!(planned > 0) || reports.empty())
        return {};
    const auto done = std::ranges::find_if(
        reports, [](const auto& one) { return one.report->claim.done.value_or(false); });
    const bool is_done = done != reports.end();
    const Day until = is_done ? done->until() : reports.back().until();
    const double at = std::max(0.0, days_between(start, until)) / planned;
    using End = forecast::MilestonePace::End;
    pace.add(at, is_done ? End::reached : End::open);
    ++watched;
    reached += is_done && at <= 1 ? 1 : 0;
    return {};
}

base::Result<Chance> chance_of(const status::TargetInput& input, const status::TargetStatus& judged,
                               const MilestoneRecord& milestones, Footing footing) {
    return Chances{input, judged, milestones, footing}.run();
}

}  // namespace app
