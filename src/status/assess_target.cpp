#include "base/text.h"
#include "progress/rules.h"
#include "status/achieved.h"
#include "status/judgement.h"
#include "status/status.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace status {
namespace {

using base::Decimal;
using plan::Measure;
using progress::Grade;

bool is_counted(Measure measure) {
    return measure == Measure::count || measure == Measure::count_per_year;
}

std::string amount(const plan::Target& target, const Decimal& value) {
    return base::counted(value.text(), target.unit.is_stated() ? *target.unit : "");
}

/// Works out the status of one target that is measured by reports.
class Assessment {
  public:
    Assessment(const TargetInput& input, Detail detail)
        : in_(input), target_(input.target), detail_(detail) {
        out_.id = target_.id;
        out_.activity = target_.activity;
    }

    TargetStatus run() {
        gather();
        decide();
        note_promises();
        note_divergence();
        if (detail_ == Detail::tree)
            explain();
        return std::move(out_);
    }

  private:
    bool is_milestone() const {
        return target_.measure.is_stated() && *target_.measure == Measure::milestone;
    }
    bool is_yearly() const {
        return target_.measure.is_stated() && *target_.measure == Measure::count_per_year;
    }
    bool due_passed() const { return target_.due.is_stated() && in_.as_of > target_.due->day; }

    void say(std::string sentence) { out_.why.push_back(std::move(sentence)); }
    /// The sentence that decides comes first: a list of targets shows no other.
    void decide_by(std::string sentence) { out_.why.insert(out_.why.begin(), std::move(sentence)); }
    void ask_council(std::string sentence) { out_.decisions.push_back(std::move(sentence)); }

    // Overflow of a sum is the only way in which these can fail; such a sum is not judged.
    void gather() {
        if (is_yearly())
            return gather_years();
        const auto claimed = achieved(target_, in_.duties, Footing::claimed);
        const auto verified = achieved(target_, in_.duties, Footing::verified);
        if (!claimed.ok() || !verified.ok()) {
            say("the reported values are too large to be added exactly");
            return;
        }
        claimed_ = claimed.value();
        verified_ = verified.value();
    }

    void gather_years() {
        const auto claimed = counts_by_year(in_.plan, target_, in_.duties, Footing::claimed);
        const auto verified = counts_by_year(in_.plan, target_, in_.duties, Footing::verified);
        if (!claimed.ok() || !verified.ok()) {
            say("the reported values are too large to be added exactly");
            return;
        }
        claimed_years_ = claimed.value();
        verified_years_ = verified.value();
        const auto last_of = [&](const std::vector<YearCount>& years, Footing footing) {
            Achieved last;
            if (years.empty())
                return last;
            last.value = years.back().count;
            for (const auto& duty : in_.duties) {
                if (counted(duty.record, footing) != nullptr)
                    last.until = duty.period.last_day();
            }
            return last;
        };
        claimed_ = last_of(claimed_years_, Footing::claimed);
        verified_ = last_of(verified_years_, Footing::verified);
    }

    void decide() {
        out_.actual = claimed_.value;
        out_.verified = verified_.value;
        out_.judged_on = claimed_.until;
        if (in_.calendar)
            out_.silent_periods = progress::silent_periods(*in_.calendar, in_.duties, in_.as_of);
        if (is_met())
            return settle(Status::met);
        if (is_overdue())
            return settle(Status::overdue);
        if (lacks_what_a_judgement_needs())
            return settle(Status::cannot_judge);
        if (!in_.calendar && !claimed_.until)
            return not_asked();
        if (!claimed_.until)
            return no_data();
        settle(due_passed() ? judge_after_due() : judge_on_the_way());
        weigh_silence();
    }

    void settle(Status status) { out_.status = status; }

    bool satisfied(const Achieved& what, const std::vector<YearCount>& years) const {
        if (is_milestone())
            return what.done.value_or(false);
        if (is_yearly())
            return !years.empty() && target_.value.is_stated() && !is_short(years.back());
        return what.value && target_.value.is_stated() &&
               satisfies(*what.value, *target_.value, target_.bound, target_.direction);
    }

    // What may still be passed is kept only at the end, and a gap may hide that it was passed.
    bool is_kept_at_the_end() const {
        return target_.bound != plan::Bound::at_least ||
               (target_.direction == plan::Direction::down && is_counted(*target_.measure));
    }

    bool is_met() {
        if (!target_.measure.is_stated())
            return false;
        if ((is_yearly() || is_kept_at_the_end()) && !due_passed())
            return false;
        if (is_yearly() ? !every_year_is_met() : !satisfied(verified_, verified_years_))
            return false;
        if (!is_milestone() && is_kept_at_the_end() && !is_complete())
            return false;
        if (claimed_.until && !satisfied(claimed_, claimed_years_)) {
            out_.alerts.emplace_back("the lead has since reported less than what was verified");
            return false;
        }
        say(is_milestone() ? fmt::format("verified as done in the report that ends {}",
                                         base::to_string(*verified_.until))
            : is_yearly()
                ? fmt::format("{} promised for each year, and verified for each",
                              amount(target_, *target_.value))
                : fmt::format("{} verified, {} promised", amount(target_, *verified_.value),
                              amount(target_, *target_.value)));
        return true;
    }

    // Every asked period was reported, up to the due date.
    bool is_complete() const {
        return out_.silent_periods.empty() && verified_.until && target_.due.is_stated() &&
               (!in_.calendar || duty_of(in_.calendar->last()) != nullptr);
    }

    static const YearCount* count_of(const std::vector<YearCount>& counts,
                                     const base::Period& year) {
        const auto at = std::ranges::find(counts, year.first_day(), &YearCount::from);
        return at == counts.end() ? nullptr : &*at;
    }

    // A year without a verified report is no year that was met, and parts of years that are too
    // short to promise anything meet nothing.
    bool every_year_is_met() const {
        if (!target_.value.is_stated() || !target_.due.is_stated())
            return false;
        double promised = 0;
        for (const auto& year : asked_years(in_.plan, target_, in_.calendar)) {
            const YearCount none{year.first_day(), year.last_day(), base::Decimal{}};
            const auto* verified = count_of(verified_years_, year);
            const auto* claimed = count_of(claimed_years_, year);
            promised += asked_part(none).promised;
            if (verified == nullptr || is_short(*verified) || (claimed && is_short(*claimed)))
                return false;
        }
        return promised > 0 && *verified_.until >= target_.due->day;
    }

    AskedPart asked_part(const YearCount& year) const {
        return status::asked_part(target_, in_.calendar, year.from, year.until);
    }

    bool is_short(const YearCount& year) const {
        const AskedPart part = asked_part(year);
        return part.is_whole
                   ? !satisfies(year.count, *target_.value, target_.bound, target_.direction)
               : target_.bound == plan::Bound::at_most ? year.count.to_double() > part.promised
                                                       : year.count.to_double() < part.promised;
    }

    const YearCount* short_year(const std::vector<YearCount>& years) const {
        if (!is_yearly() || !target_.value.is_stated() || !claimed_.until)
            return nullptr;
        for (const YearCount& year : years) {
            // More than may be is too much before the year is over, too.
            const bool is_over =
                asked_part(year).until <= *claimed_.until || target_.bound == plan::Bound::at_most;
            if (is_over && is_short(year))
                return &year;
        }
        return nullptr;
    }

    std::string in_year(const YearCount& year) const {
        const AskedPart part = asked_part(year);
        const auto promised = fmt::format("{:.4g}", part.promised);
        return fmt::format("{} reported for {} to {}, {} promised{}", amount(target_, year.count),
                           base::to_string(part.from), base::to_string(part.until), promised,
                           part.is_whole ? "" : " for that part of the year");
    }

    const progress::Duty* duty_of(const base::Period& period) const {
        const auto at = std::ranges::find(in_.duties, period, &progress::Duty::period);
        return at == in_.duties.end() ? nullptr : &*at;
    }

    base::Day grace_of(const base::Period& period) const {
        const auto* duty = duty_of(period);
        return duty != nullptr && duty->record.returned_on
                   ? in_.calendar->second_grace_ends(period, *duty->record.returned_on)
                   : in_.calendar->grace_ends(period);
    }

    // "2023-Q1 to 2023-Q3 and 2024-Q2"
    static std::string listed(const std::vector<base::Period>& periods) {
        std::vector<std::string> runs;
        for (std::size_t i = 0; i < periods.size();) {
            std::size_t last = i;
            while (last + 1 < periods.size() &&
                   periods[last + 1].index() == periods[last].index() + 1)
                ++last;
            runs.push_back(last == i
                               ? periods[i].text()
                               : fmt::format("{} to {}", periods[i].text(), periods[last].text()));
            i = last + 1;
        }
        std::string text;
        for (std::size_t i = 0; i < runs.size(); ++i)
            text += (i == 0 ? "" : i + 1 == runs.size() ? " and " : ", ") + runs[i];
        return text;
    }

    void climb(const base::Period& oldest) {
        out_.overdue_period = oldest;
        out_.escalation = progress::escalation(grace_of(oldest), in_.as_of);
    }

    bool adds_up() const { return target_.rollup == plan::RollUp::sum; }

    // Where values do not add up, a later report speaks for the silent periods before it.
    std::vector<base::Period> unanswered() const {
        std::vector<base::Period> periods = out_.silent_periods;
        if (adds_up())
            return periods;
        for (const auto& duty : in_.duties) {
            if (counted(duty.record, Footing::claimed) != nullptr)
                std::erase_if(periods, [&](const base::Period& period) {
                    return period.last_day() < duty.period.last_day();
                });
        }
        return periods;
    }

    bool is_overdue() {
        const auto periods = unanswered();
        if (periods.empty() || periods.back() != *in_.calendar->latest_closed(in_.as_of))
            return false;
        climb(periods.front());
        const auto* duty = duty_of(periods.front());
        if (duty != nullptr && duty->record.returned_on)
            say(fmt::format("the report for {} was returned on {} and has not come again",
                            periods.front().text(), base::to_string(*duty->record.returned_on)));
        else
            say(fmt::format("the report for {} was due by {} and has not come",
                            periods.front().text(), base::to_string(grace_of(periods.front()))));
        if (periods.size() > 1)
            say(fmt::format("{} reports have not come: {}", periods.size(), listed(periods)));
        return true;
    }

    // Missing is not zero: what adds up to too little with gaps in it may be enough without them.
    void weigh_silence() {
        if (out_.silent_periods.empty())
            return;
        const std::string gaps =
            fmt::format("no report stands for {}", listed(out_.silent_periods));
        if (!adds_up())
            return say(gaps);
        const bool proves_nothing = due_passed() && (is_yearly() || is_kept_at_the_end());
        const bool is_passed = target_.bound != plan::Bound::at_least && claimed_.value &&
                               *claimed_.value > *target_.value && !is_yearly();
        if (is_passed)
            return say(gaps);  // more would not make it less
        const bool falls_short =
            proves_nothing || out_.status == Status::off_track || out_.status == Status::missed ||
            (out_.status == Status::at_risk && out_.ratio && *out_.ratio < on_track_from);
        if (!falls_short)
            return say(gaps + ", so the sum is a lower bound");
        decide_by(gaps + ", so that what was reported is a lower bound and cannot be judged");
        climb(out_.silent_periods.front());
        settle(Status::overdue);
    }

    bool lacks_what_a_judgement_needs() {
        std::vector<std::string> lacking;
        const auto lack = [&](bool is_lacking, std::string_view what, std::string decision) {
            if (!is_lacking)
                return;
            lacking.emplace_back(what);
            ask_council(std::move(decision));
        };
        lack(!target_.statement.is_stated(), "statement", "state what the target is");
        lack(!target_.measure.is_stated(), "measure", "say how the target is measured");
        const bool needs_value = target_.measure.is_stated() && !is_milestone();
        lack(needs_value && !target_.value.is_stated(), "value", "set a value");
        lack(needs_value && !target_.unit.is_stated(), "unit", "set a unit");
        lack(needs_value && !is_yearly() && !target_.baseline.is_stated(), "baseline",
             "establish a baseline");
        lack(!target_.due.is_stated(), "due date", "set a due date");
        const bool of_population =
            target_.measure.is_stated() &&
            (*target_.measure == Measure::share || *target_.measure == Measure::each ||
             *target_.measure == Measure::survey_share);
        lack(of_population && !target_.population.is_stated(), "population",
             "name the population and how many it has");
        lack(target_.measure.is_stated() && *target_.measure == Measure::survey_share &&
                 !target_.question.is_stated(),
             "question", "word the survey's question");
        if (lacking.empty())
            return false;
        std::string list;
        for (std::size_t i = 0; i < lacking.size(); ++i)
            list += (i == 0 ? "" : i + 1 == lacking.size() ? " and no " : ", no ") + lacking[i];
        say(fmt::format("the plan states no {}", list));
        if (!in_.activity.lead.is_stated()) {
            say("the plan leaves the lead open, so nobody can be asked");
            ask_council("name one lead institution");
        }
        return true;
    }

    void not_asked() {
        settle(Status::not_asked);
        if (due_passed())
            say(fmt::format(
                "the due date, {}, has passed, but nobody was asked: this record cannot "
                "say whether the target was met",
                target_.due->text));
        if (!in_.activity.lead.is_stated()) {
            say("the plan leaves the lead open, so nobody can be asked");
            ask_council("name one lead institution");
            return;
        }
        say("the lead has not confirmed the activity, and no working plan holds it");
        ask_council("ask the lead to confirm the activity, or adopt a working plan that holds it");
    }

    void no_data() {
        settle(Status::no_data);
        const auto returned =
            std::ranges::find(in_.duties, progress::DutyState::returned,
                              [](const progress::Duty& duty) { return duty.record.state; });
        if (returned != in_.duties.end()) {
            say(fmt::format("the report for {} was returned and has not come again",
                            returned->period.text()));
            return;
        }
        const auto first = in_.calendar->first();
        say(fmt::format("nothing has been reported yet; the report for {} is due by {}",
                        first.text(), base::to_string(in_.calendar->grace_ends(first))));
    }

    Status judge_after_due() {
        if (satisfied(claimed_, claimed_years_) && !short_year(claimed_years_)) {
            say(
                fmt::format("the due date, {}, has passed; the claim would meet the target but is "
                            "not verified on evidence of grade B or better",
                            target_.due->text));
            return Status::at_risk;
        }
        if (const auto* year = short_year(claimed_years_))
            say(in_year(*year));
        else if (is_milestone())
            say(fmt::format("not done when the due date, {}, passed", target_.due->text));
        else
            say(fmt::format("{} reported by the due date, {}; {} promised",
                            claimed_.value ? amount(target_, *claimed_.value) : "none",
                            target_.due->text, amount(target_, *target_.value)));
        return Status::missed;
    }

    Path path() const {
        if (!is_yearly())
            return *Path::of(in_.plan, in_.activity, target_);
        const AskedPart part = asked_part(claimed_years_.back());
        return Path::between({part.from - std::chrono::days{1}, 0.0}, {part.until, part.promised});
    }

    // Things that are counted come whole: half of a yearly summit is expected of nobody. A quarter
    // of a leap year is a little less than a quarter of the way, so a hundredth is forgiven.
    double expected_on(const Path& path, base::Day day) const {
        const double expected = path.at(std::min(day, in_.as_of));
        return is_counted(*target_.measure) ? std::floor(expected + 0.01) : expected;
    }

    struct Judged {
        std::optional<Status> status;  ///< absent: nothing is expected yet
        double expected = 0;
        std::optional<double> ratio;
    };

    Judged judge_on_path(const Path& path, const Achieved& what) const {
        Judged judged;
        judged.expected = expected_on(path, *what.until);
        judged.ratio = progress_ratio(path.baseline(), judged.expected, what.value->to_double());
        if (judged.ratio)
            judged.status = judge(*judged.ratio);
        return judged;
    }

    Status judge_on_the_way() {
        if (is_milestone())
            return judge_milestone();
        if (target_.bound != plan::Bound::at_least && !is_yearly()) {
            if (const auto status = judge_bound())
                return *status;
        }
        const Path way = path();
        const Judged claimed = judge_on_path(way, claimed_);
        out_.expected = claimed.expected;
        out_.ratio = claimed.ratio;
        if (const auto* year = short_year(claimed_years_)) {
            say(in_year(*year));
            return claimed.status ? worse(*claimed.status, Status::at_risk) : Status::at_risk;
        }
        if (!claimed.status) {
            say(fmt::format("nothing is expected by {} yet", base::to_string(*claimed_.until)));
            return Status::not_due;
        }
        say(fmt::format("{} reported by {}, {:.4g} expected by then: a ratio of {:.2f}",
                        amount(target_, *claimed_.value), base::to_string(*claimed_.until),
                        claimed.expected, *claimed.ratio));
        return weigh_verification(way, *claimed.status);
    }

    // Green rests on what was verified; the newest claim may still be waiting for its verifier.
    Status weigh_verification(const Path& way, Status claimed) {
        if (claimed != Status::on_track)
            return claimed;
        if (!verified_.until || !verified_.value) {
            decide_by(has_weak_verification() ? "verified only on evidence weaker than grade B, so "
                                                "it does not show green"
                                              : "not verified, so it does not show green");
            return Status::at_risk;
        }
        const Judged verified = judge_on_path(way, verified_);
        const auto waiting = std::ranges::count_if(in_.duties, [&](const progress::Duty& duty) {
            return duty.period.last_day() > *verified_.until && duty.record.latest &&
                   duty.record.latest->seq !=
                       (duty.record.verified ? duty.record.verified->seq : UINT64_MAX);
        });
        if (waiting > 1) {
            decide_by(fmt::format("the last {} reports are not verified, so it does not show green",
                                  waiting));
            return Status::at_risk;
        }
        if (verified.status && *verified.status != Status::on_track) {
            decide_by(fmt::format("only {} verified", amount(target_, *verified_.value)));
            return *verified.status;
        }
        return Status::on_track;
    }

    bool has_weak_verification() const {
        return std::ranges::any_of(in_.duties, [](const progress::Duty& duty) {
            return duty.record.verified && !progress::is_good_enough(duty.record.verified_grade);
        });
    }

    // What must not be passed is kept or not; being far below it is no delay. Of what must be hit
    // exactly only this much can be said: whether it was passed.
    std::optional<Status> judge_bound() {
        const auto& bound = target_.bound;
        const bool is_passed = *claimed_.value > *target_.value;
        if (!is_passed && bound == plan::Bound::exactly)
            return std::nullopt;
        say(fmt::format("{} reported by {}, {} {} may be", amount(target_, *claimed_.value),
                        base::to_string(*claimed_.until),
                        bound == plan::Bound::at_most ? "at most" : "exactly",
                        amount(target_, *target_.value)));
        if (is_passed)
            return Status::off_track;
        if (verified_.value)
            return Status::on_track;
        decide_by("not verified, so it does not show green");
        return Status::at_risk;
    }

    Status judge_milestone() {
        if (claimed_.done.value_or(false)) {
            say(has_weak_verification()
                    ? "reported as done, verified only on evidence weaker than grade B"
                    : "reported as done, not verified");
            return Status::at_risk;
        }
        say(fmt::format("not done yet; due by {}", target_.due->text));
        return Status::not_due;
    }

    void note_promises() {
        if (in_.promised == nullptr)
            return;
        auto changes = plan::difference(*in_.promised, target_);
        // Where the activity begins is where the path begins.
        if (in_.promised_activity != nullptr &&
            in_.promised_activity->period != in_.activity.period)
            changes.push_back({in_.activity.code.text(), "period",
                               in_.promised_activity->period.is_stated()
                                   ? in_.promised_activity->period->text
                                   : "open",
                               in_.activity.period.is_stated() ? in_.activity.period->text : "open",
                               plan::ChangeKind::changed});
        status::note_promises(changes, out_);
    }

    void note_divergence() {
        const auto last = std::ranges::find_if(
            in_.duties.rbegin(), in_.duties.rend(),
            [](const progress::Duty& duty) { return duty.record.latest.has_value(); });
        if (last == in_.duties.rend())
            return;
        const auto rating = last->record.latest->self_rating;
        const bool rates_well =
            rating == progress::SelfRating::on_track || rating == progress::SelfRating::met;
        const bool stands_badly =
            out_.status == Status::off_track || out_.status == Status::missed ||
            (out_.status == Status::at_risk && out_.ratio && *out_.ratio < on_track_from);
        const bool rates_badly = rating == progress::SelfRating::off_track;
        const bool stands_well = out_.status == Status::met || out_.status == Status::on_track;
        if ((rates_well && stands_badly) || (rates_badly && stands_well))
            out_.alerts.push_back(fmt::format("the lead rates itself {}, the rule says {}",
                                              base::without_underscores(progress::word(rating)),
                                              label(out_.status)));
    }

    std::string cited(std::uint64_t seq) const {
        return in_.cite != nullptr ? in_.cite(seq) : fmt::format("journal entry {}", seq);
    }

    Explanation explain_duty(const progress::Duty& duty) const {
        const auto state = progress::state_on(duty.record, in_.calendar, duty.period, in_.as_of);
        Explanation node{fmt::format("report for {}", duty.period.text()),
                         base::without_underscores(progress::word(state)),
                         "",
                         {}};
        const auto part = [&](std::string_view label, const progress::Submission& submission,
                              std::uint64_t seq, Grade grade) {
            const auto& claim = submission.claim;
            const auto value = progress::value_of(target_, claim);
            std::string text = claim.done ? (*claim.done ? "done" : "not done") : "";
            if (value.ok() && value.value())
                text = amount(target_, *value.value());
            if (claim.numerator && claim.denominator)
                text +=
                    fmt::format(" ({} of {})", claim.numerator->text(), claim.denominator->text());
            if (grade != Grade::none)
                text += fmt::format(", evidence of grade {}", progress::word(grade));
            node.parts.push_back({std::string{label}, text, cited(seq), {}});
        };
        if (duty.record.latest)
            part("claimed", *duty.record.latest, duty.record.latest->seq,
                 duty.record.latest->grade);
        if (duty.record.verified)
            part("verified", *duty.record.verified, duty.record.verified_by,
                 duty.record.verified_grade);
        if (duty.record.state == progress::DutyState::returned)
            node.parts.push_back({"returned", "", cited(duty.record.returned_by), {}});
        if (duty.record.contributions > 0)
            node.parts.push_back(
                {"contributed",
                 fmt::format("{} waiting for the lead's report", duty.record.contributions),
                 "the journal",
                 {}});
        return node;
    }

    void explain() {
        Explanation& root = out_.explanation;
        root = {"status", std::string{label(out_.status)}, "docs/methods/status.md", {}};
        Explanation rule{"rule", "", "docs/methods/status.md", {}};
        rule.value = fmt::format("on track from a ratio of {:.2f}, at risk from {:.2f}",
                                 on_track_from, at_risk_from);
        root.parts.push_back(std::move(rule));
        const auto add = [&](std::string_view label, std::string value, std::string source) {
            root.parts.push_back({std::string{label}, std::move(value), std::move(source), {}});
        };
        const std::string place = "the plan in force";
        const auto stated = [](const plan::Stated<Decimal>& field) {
            return field.is_stated() ? field->text() : std::string{"open"};
        };
        if (!is_milestone()) {
            add("value asked for", stated(target_.value), place);
            if (in_.promised != nullptr && in_.promised->value != target_.value)
                add("value printed", stated(in_.promised->value), "the printed plan");
            add("baseline", stated(target_.baseline), place);
        }
        add("due", target_.due.is_stated() ? target_.due->text : "open", place);
        if (out_.expected)
            add("expected by then", fmt::format("{:.4g}", *out_.expected), "the interim path");
        if (out_.ratio)
            add("ratio of achieved to expected progress", fmt::format("{:.3f}", *out_.ratio),
                "(achieved - baseline) / (expected - baseline)");
        Explanation reports{"reports", fmt::format("{}", in_.duties.size()), "the journal", {}};
        for (const auto& duty : in_.duties)
            reports.parts.push_back(explain_duty(duty));
        if (!out_.silent_periods.empty())
            reports.parts.push_back({"no report", listed(out_.silent_periods), "the journal", {}});
        root.parts.push_back(std::move(reports));
    }

    const TargetInput& in_;
    const plan::Target& target_;
    Detail detail_;
    TargetStatus out_;
    Achieved claimed_;
    Achieved verified_;
    std::vector<YearCount> claimed_years_;
    std::vector<YearCount> verified_years_;
};

}  // namespace

TargetStatus assess(const TargetInput& input, Detail detail) {
    TargetStatus judged = Assessment{input, detail}.run();
    for (const auto& duty : input.duties) {
        if (duty.record.state != progress::DutyState::submitted)
            continue;
        ++judged.waiting_reports;
        const base::Day on = duty.record.latest->on;
        judged.waiting_since = std::min(judged.waiting_since.value_or(on), on);
    }
    return judged;
}

}  // namespace status
