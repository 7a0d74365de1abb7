#include "app/exercise.h"

#include "app/adopt_plan.h"
#include "app/amend_plan.h"
#include "app/confirm_activity.h"
#include "app/exercise_council.h"
#include "app/exercise_money.h"
#include "app/exercise_programmes.h"
#include "app/report_progress.h"
#include "app/review_report.h"
#include "app/setting.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {
namespace {

using base::Day;
using base::Frequency;
using base::Json;
using plan::Measure;
using std::chrono::days;

/// How one target goes in the story.
struct Course {
    plan::TargetId target;
    plan::InstitutionId lead;
    std::vector<plan::InstitutionId> support;
    plan::InstitutionId verifier;
    Measure measure{};
    double value = 1;  ///< what is promised; 1 for a milestone
    double baseline = 0;
    Day due;
    double pace = 1;       ///< 1 reaches the value on the due date
    double diligence = 1;  ///< the share of periods that are reported at all
    double reported = 0;   ///< of what is counted: how much has been reported so far
    std::string grade;     ///< of the evidence that the lead hands in
};

class Exercise {
  public:
    Exercise(Record& record, base::FixedClock& clock, const ExerciseOptions& options)
        : record_(record),
          clock_(clock),
          options_(options),
          dice_(options.seed),
          council_record_(record, options.seed + 1),
          steps_(record),
          money_(record, steps_, options.seed + 2),
          programmes_(record, steps_, options.seed + 3) {
        const auto move = [this](Day day) { move_to(day); };
        council_record_.move_to = move;
        steps_.move_to = move;
        money_.move_to = move;
    }

    Result<std::uint64_t> play(const std::filesystem::path& folder) {
        const auto plan_start = base::make_day(2023, 1, 2);
        move_to(plan_start);
        TRY(adopt_exercise(record_, folder));
        const auto moment = TRY(record_.now());
        start_ = moment.plan->working->from;
        offset_ = moment.plan->working->utc_offset;
        TRY(keep_documents());
        TRY(plan_money_and_programmes(moment));
        decision_ = TRY(council_record_.begin(options_.until));
        TRY(close_what_is_open(*moment.plan->working));
        TRY(confirm());
        TRY(run_periods());
        return record_.state().size();
    }

  private:
    // They take their part of the entries that were asked for; what is planned of them is left free
    // by the reports.
    Result<void> plan_money_and_programmes(const Answerable& moment) {
        constexpr double share_of_money = 0.15, share_of_programmes = 0.08;
        const auto entries = static_cast<double>(options_.entries);
        const Day first = start_ + days{40}, last = options_.until - days{7};
        money_.begin(*moment.plan->working, first, last, share_of_money * entries);
        return programmes_.begin(moment, first, last, share_of_programmes * entries);
    }

    // Nine in the morning, the strategy's time.
    void move_to(Day day) {
        const auto instant = offset_.midnight(day) + std::chrono::hours{9};
        if (instant > clock_.now())
            clock_.set(instant);
    }

    std::string next_request() { return fmt::format("exercise-{}-{}", options_.seed, ++requests_); }

    Result<void> append(std::vector<journal::Draft> drafts) {
        if (drafts.empty())
            return {};
        for (auto& draft : drafts)
            draft.expects.reset();  // nobody else writes into an exercise that is being played
        TRY(record_.log().append_all(std::move(drafts)));
        TRY(record_.catch_up());
        if (options_.progress)
            options_.progress(std::min(record_.state().size(), options_.entries), options_.entries);
        return {};
    }

    Result<void> keep_documents() {
        for (const char* grade : {"A", "B", "C", "D"}) {
            for (int i = 0; i < 3; ++i) {
                const auto text = fmt::format(
                    "EXERCISE, NOT FACT\nDocument {} of grade {}, made up for training.\n", i + 1,
                    grade);
                documents_[grade].push_back(TRY(keep_evidence(
                    record_, {"exercise-officer", "", {trust::Role::reporter}}, text)));
            }
        }
        return {};
    }

    // Reports are weekly, monthly or quarterly, as the number of entries asks for.
    void choose_frequency(std::size_t targets) {
        const double years = static_cast<double>((options_.until - start_).count()) / 365.25;
        const double slots = years * static_cast<double>(targets);
        const double wanted = static_cast<double>(options_.entries);
        frequency_ = wanted > 2.3 * 52 * slots   ? Frequency::week
                     : wanted > 2.3 * 12 * slots ? Frequency::month
                     : wanted > 2.3 * 4 * slots  ? Frequency::quarter
                     : wanted > 2.3 * 2 * slots  ? Frequency::half
                                                 : Frequency::year;
    }

    std::string_view frequency_word() const {
        switch (frequency_) {
            case Frequency::week:
                return "weekly";
            case Frequency::month:
                return "monthly";
            case Frequency::quarter:
                return "quarterly";
            case Frequency::half:
                return "half-yearly";
            default:
                return "yearly";
        }
    }

    // An institution that neither leads nor supports; a different one for different activities.
    plan::InstitutionId independent_of(const plan::Plan& plan, const plan::Activity& activity,
                                       const plan::InstitutionId& lead) {
        std::vector<plan::InstitutionId> free;
        for (const auto& seat : plan.council.seats) {
            if (seat.institution != lead && !progress::is_supporter(activity, seat.institution) &&
                !progress::is_lead(activity, seat.institution))
                free.push_back(seat.institution);
        }
        for (const auto& institution : plan.institutions) {
            if (free.empty() && institution.code != lead &&
                !progress::is_supporter(activity, institution.code) &&
                !progress::is_lead(activity, institution.code))
                free.push_back(institution.code);
        }
        // Where nobody is independent the rules refuse the lead's own verification, and so the
        // exercise.
        if (free.empty())
            return lead;
        return free[dice_.below(free.size())];
    }

    Result<void> close_what_is_open(const plan::Plan& plan) {
        choose_frequency(plan.targets().size());
        const auto amend = [&](const std::string& subject, Json changes) -> Result<void> {
            const AmendmentRequest request{{{}, next_request()},
                                           subject,
                                           std::move(changes),
                                           "exercise: closed for training",
                                           decision_};
            TRY(amend_plan(record_, council_, request));
            return {};
        };
        for (const auto& activity : plan.activities) {
            plan::InstitutionId lead =
                activity.lead.is_stated() ? *activity.lead : independent_of(plan, activity, {});
            Json changes = Json::object({{"period", "2023-2027"}});
            if (!activity.lead.is_stated())
                changes.set("lead", lead.text());
            TRY(amend(activity.code.text(), std::move(changes)));
            const auto verifier = independent_of(plan, activity, lead);
            for (const auto& target : activity.targets)
                TRY(amend(target.id.text(), plan_course(activity, target, lead, verifier)));
        }
        return {};
    }

    Json plan_course(const plan::Activity& activity, const plan::Target& target,
                     const plan::InstitutionId& lead, const plan::InstitutionId& verifier) {
        constexpr std::array<const char*, 4> due_dates{"2025-06-30", "2026-06-30", "2026-12-31",
                                                       "2027-12-31"};
        constexpr std::array<const char*, 5> grades{"A", "B", "B", "B", "C"};
        constexpr std::array<double, 5> paces{0.4, 0.75, 1.0, 1.1, 1.3};
        constexpr std::array<double, 4> diligences{0.5, 0.9, 1.0, 1.0};
        Course course;
        course.target = target.id;
        course.lead = lead;
        course.support = activity.support;
        course.verifier = verifier;
        course.measure = *target.measure;
        Json changes = Json::object({{"frequency", frequency_word()},
                                     {"verifier", verifier.text()},
                                     {"verification", "Exercise: as the verifier records it"}});
        std::string due = due_dates[dice_.below(due_dates.size())];
        if (target.due.is_stated())
            due = target.due->text;
        else
            changes.set("due", due);
        course.due = target.due.is_stated() ? target.due->day : base::parse_day(due).value();
        if (target.value.is_stated()) {
            course.value = target.value->to_double();
        } else if (course.measure != Measure::milestone) {
            course.value = 100;
            changes.set("value", "100");
        }
        if (target.baseline.is_stated()) {
            course.baseline = target.baseline->to_double();
        } else if (course.measure != Measure::milestone) {
            course.baseline = 10;
            changes.set("baseline", "10");
        }
        if (target.population.is_open())
            changes.set("population", "exercise population of 200");
        if (target.question.is_open())
            changes.set("question", "Exercise question: has it become better?");
        course.pace = paces[dice_.below(paces.size())] * (0.9 + 0.2 * dice_.fraction());
        course.diligence = diligences[dice_.below(diligences.size())];
        course.grade = grades[dice_.below(grades.size())];
        courses_.push_back(std::move(course));
        return changes;
    }

    Result<void> confirm() {
        move_to(start_ + days{35});
        const auto moment = TRY(record_.now());
        const plan::Plan& plan = *moment.plan->working;
        std::vector<journal::Draft> drafts;
        WorkingPlanRequest working;
        working.year = "2023";
        working.decision = decision_;
        working.request_id = next_request();
        for (const auto& activity : plan.activities) {
            working.activities.push_back(activity.code.text());
            const auto answer = [&](const plan::InstitutionId& who) -> Result<void> {
                const ConfirmationRequest request{{{}, next_request()},
                                                  activity.code.text(),
                                                  dice_.chance(0.7) ? "yes" : "partly",
                                                  "2026",
                                                  "exercise note"};
                drafts.push_back(TRY(draft_confirmation(
                    moment, {"exercise-head", who.text(), {trust::Role::head}}, request)));
                return {};
            };
            if (activity.lead.is_stated())
                TRY(answer(*activity.lead));
            for (const auto& supporter : activity.support) {
                if (dice_.chance(0.8))
                    TRY(answer(supporter));
            }
        }
        drafts.push_back(TRY(draft_working_plan(record_, moment, council_, working)));
        return append(std::move(drafts));
    }

    // Periods are played some at a time, so that a commit holds many entries.
    Result<void> run_periods() {
        const int at_once = frequency_ == Frequency::week ? 4 : 1;
        auto period = base::Period::containing(start_ + days{35}, frequency_);
        while (record_.state().size() + steps_.waiting() < options_.entries) {
            std::vector<base::Period> round;
            for (int i = 0; i < at_once; ++i, period = period.next())
                round.push_back(period);
            if (round.back().last_day() + days{7} > options_.until)
                break;
            TRY(council_record_.meet_until(round.back().last_day()));
            TRY(play_money_until(round.back().last_day()));
            TRY(play_round(round));
        }
        return play_money_until(options_.until - days{7});
    }

    Result<void> play_money_until(Day day) {
        TRY(money_.load_rates(day));
        return steps_.play_until(day);
    }

    struct Turn {
        const Course* course;
        base::Period period;
        int resubmissions;  ///< how often the report is returned before it is verified
        bool is_verified;
        double count;  ///< what is counted in the period
    };

    // How many entries each report of this round should bring, so that the whole comes out near the
    // number that was asked for although some targets fall due and some leads stay silent.
    double entries_a_report(const std::vector<base::Period>& periods) const {
        const double left = static_cast<double>(options_.entries) -
                            static_cast<double>(record_.state().size() + steps_.waiting());
        const auto length = periods.back().last_day() - periods.front().first_day() + days{1};
        const double rounds = std::max<double>(
            1, static_cast<double>((options_.until - periods.front().first_day()).count()) /
                   static_cast<double>(length.count()));
        double reports = 0;
        for (const Course& course : courses_) {
            if (periods.front().first_day() <= course.due)
                reports += course.diligence * static_cast<double>(periods.size());
        }
        return left / rounds / std::max(1.0, reports);
    }

    Result<void> play_round(const std::vector<base::Period>& periods) {
        move_to(periods.back().last_day() + days{2});
        // A contribution now and then, a report and its verification; a return costs two more.
        const double resubmissions = std::max(0.0, (entries_a_report(periods) - 2.3) / 2);
        std::vector<Turn> turns;
        for (const auto& period : periods) {
            for (Course& course : courses_) {
                if (period.first_day() > course.due || !dice_.chance(course.diligence))
                    continue;
                const int whole = static_cast<int>(resubmissions + dice_.fraction());
                turns.push_back(
                    {&course, period, whole, dice_.chance(0.9), count_since(course, period)});
            }
        }
        TRY(contribute(turns));
        TRY(submit(turns, 0));
        for (int round = 0; !turns.empty(); ++round) {
            TRY(review(turns, round));
            std::erase_if(turns, [&](const Turn& turn) { return turn.resubmissions <= round; });
            TRY(submit(turns, round + 1));
        }
        return {};
    }

    Result<void> contribute(const std::vector<Turn>& turns) {
        const auto moment = TRY(record_.now());
        std::vector<journal::Draft> drafts;
        for (const Turn& turn : turns) {
            if (turn.course->support.empty() || !dice_.chance(0.4))
                continue;
            const auto& who = turn.course->support[dice_.below(turn.course->support.size())];
            const trust::Principal principal{
                "exercise-officer", who.text(), {trust::Role::reporter}};
            drafts.push_back(TRY(draft_report(record_, moment, principal, request_for(turn),
                                              ReportKind::contribution)));
        }
        return append(std::move(drafts));
    }

    Result<void> submit(const std::vector<Turn>& turns, int round) {
        clock_.advance(std::chrono::hours{round == 0 ? 1 : 5});
        const auto moment = TRY(record_.now());
        std::vector<journal::Draft> drafts;
        for (const Turn& turn : turns) {
            const trust::Principal principal{
                "exercise-officer", turn.course->lead.text(), {trust::Role::reporter}};
            drafts.push_back(TRY(
                draft_report(record_, moment, principal, request_for(turn), ReportKind::report)));
        }
        return append(std::move(drafts));
    }

    Result<void> review(const std::vector<Turn>& turns, int round) {
        clock_.advance(std::chrono::hours{5});
        const auto moment = TRY(record_.now());
        std::vector<journal::Draft> drafts;
        for (const Turn& turn : turns) {
            const bool is_returned = turn.resubmissions > round;
            if (!is_returned && !turn.is_verified)
                continue;
            ReviewRequest request;
            request.target = turn.course->target.text();
            request.period = turn.period.text();
            request.action = is_returned ? "return" : "verify";
            request.grade = is_returned ? "" : turn.course->grade;
            request.reason = is_returned ? "exercise: the evidence does not show the value" : "";
            request.request_id = next_request();
            const trust::Principal principal{
                "exercise-verifier", turn.course->verifier.text(), {trust::Role::verifier}};
            drafts.push_back(TRY(draft_review(record_, moment, principal, request)));
        }
        return append(std::move(drafts));
    }

    // How far the target is at the end of a period, from 0 to a little above 1.
    double fraction_on(const Course& course, Day day) const {
        const double whole = static_cast<double>((course.due - start_).count());
        const double passed = static_cast<double>((day - start_).count());
        return std::clamp(course.pace * passed / whole, 0.0, 1.2);
    }

    // What has come since the last report; silence loses nothing, it only says it later.
    double count_since(Course& course, const base::Period& period) const {
        const double years = static_cast<double>((period.last_day() - start_).count()) / 365.25;
        const double total =
            course.measure == Measure::count_per_year
                ? std::floor(course.value * course.pace * years)
                : std::floor(course.value * fraction_on(course, period.last_day()));
        const double more = std::max(0.0, total - course.reported);
        course.reported += more;
        return more;
    }

    ReportRequest request_for(const Turn& turn) {
        const Course& course = *turn.course;
        ReportRequest request;
        request.target = course.target.text();
        request.period = turn.period.text();
        const double fraction = fraction_on(course, turn.period.last_day());
        switch (course.measure) {
            case Measure::milestone:
                request.done = fraction >= 1;
                break;
            case Measure::count:
            case Measure::count_per_year:
                request.value = base::Decimal{static_cast<std::int64_t>(turn.count)};
                break;
            case Measure::share:
            case Measure::survey_share: {
                const double share = course.baseline + (course.value - course.baseline) * fraction;
                request.denominator = base::Decimal{200};
                request.numerator =
                    base::Decimal{static_cast<std::int64_t>(std::min(200.0, 2 * share))};
                break;
            }
            default: {
                const double level = course.baseline + (course.value - course.baseline) * fraction;
                request.value = base::Decimal{static_cast<std::int64_t>(
                    course.measure == Measure::each ? std::min(100.0, level) : level)};
            }
        }
        const auto& documents = documents_[course.grade];
        request.evidence = {
            {documents[dice_.below(documents.size())], "exercise document", course.grade}};
        if (course.pace < 1.1)
            request.explanation = "exercise: officers were moved to another task";
        else
            request.explanation = "exercise: on its way";
        request.self_rating = dice_.chance(0.8) ? "on_track" : "at_risk";
        request.request_id = next_request();
        return request;
    }

    Record& record_;
    base::FixedClock& clock_;
    const ExerciseOptions& options_;
    Dice dice_;
    ExerciseCouncil council_record_;
    ExerciseSteps steps_;
    ExerciseMoney money_;
    ExerciseProgrammes programmes_;
    std::string decision_;  ///< that closed and adopted the working plan
    Day start_;
    base::UtcOffset offset_;
    Frequency frequency_ = Frequency::quarter;
    std::uint64_t requests_ = 0;
    std::vector<Course> courses_;
    std::map<std::string, std::vector<std::string>> documents_;
    const trust::Principal council_{"exercise-council", "", {trust::Role::council}};
};

}  // namespace

Result<std::uint64_t> play_exercise(Record& record, base::FixedClock& clock,
                                    const std::filesystem::path& folder,
                                    const ExerciseOptions& options) {
    return Exercise{record, clock, options}.play(folder);
}

}  // namespace app
