#include "app/exercise_programmes.h"

#include "app/add_task.h"
#include "app/change_programme.h"
#include "app/open_cohort.h"
#include "app/report_task.h"
#include "programme/readings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {

using base::Day;
using base::Decimal;
using plan::FigureOf;
using plan::StageRole;
using std::chrono::days;

namespace {

constexpr int days_a_stage = 45;
constexpr int days_a_cohort = 182;
constexpr std::int64_t million = 1'000'000;

Decimal whole(double value) {
    return Decimal{static_cast<std::int64_t>(std::floor(value))};
}

/// The newest count of a thing by a day, without a cohort, as a whole number; 0 where there is
/// none.
double newest(const programme::Ledger& known, FigureOf of, std::string_view code,
              std::string_view currency) {
    const programme::Observation* latest = nullptr;
    for (const auto& observation : known.observations) {
        const auto& count = observation.count;
        if (count.of == of && count.code == code && count.currency == currency &&
            count.cohort.empty() && count.when.is_day() &&
            (latest == nullptr || count.when.until > latest->count.when.until))
            latest = &observation;
    }
    return latest == nullptr ? 0 : std::ceil(latest->count.value.to_double());
}

trust::Principal officer_of(const plan::Plan& plan, const plan::Programme& programme) {
    const auto* owner = plan.find(plan::InstitutionId{programme.owner});
    if (owner != nullptr)
        return {"exercise-officer", owner->code.text(), {trust::Role::reporter}};
    return {"exercise-secretariat",
            plan.council.secretariat ? plan.council.secretariat->text()
                                     : plan.institutions.front().code.text(),
            {trust::Role::secretariat}};
}

}  // namespace

template <typename Request>
void ExerciseProgrammes::add(const Story& story, Request request, Day on,
                             Result<journal::Draft> (*draft)(const Record&, const Answerable&,
                                                             const trust::Principal&,
                                                             const Request&)) {
    if (on > until_)
        return;
    request.programme = story.programme.code.text();
    request.request_id = fmt::format("exercise-programme-{}", ++requests_);
    steps_.add(
        on, [this, request = std::move(request), officer = story.officer,
             draft](const Answerable& moment) { return draft(record_, moment, officer, request); });
}

void ExerciseProgrammes::add_report(const Story& story, ProgrammeReportRequest request, Day on) {
    if (request.period.empty())
        request.period = base::to_string(on);
    if (dice_.chance(0.5))
        request.evidence = {{evidence_, "exercise list", "B"}};
    add(story, std::move(request), on, draft_programme_report);
}

Result<void> ExerciseProgrammes::begin(const Answerable& moment, Day first, Day until,
                                       double entries) {
    const plan::Plan& plan = *moment.plan->working;
    first_ = first;
    until_ = until;
    if (plan.programmes.empty())
        return {};
    evidence_ = TRY(keep_evidence(record_, {"exercise-officer", "", {trust::Role::reporter}},
                                  "EXERCISE, NOT FACT\nA list, made up for training.\n"));
    const double each = entries / static_cast<double>(plan.programmes.size());
    for (const auto& programme : plan.programmes) {
        // What is printed later counts from earlier on: a total that begins below it would fall.
        const Story story{programme, programme::fold(plan, programme, {}, Day::max()),
                          officer_of(plan, programme),
                          std::string{plan.currency ? plan.currency->code() : "USD"}, each};
        const auto stages = programme.stages.size();
        if (stages > 0) {
            const auto cohorts =
                std::clamp(static_cast<int>(each / static_cast<double>(stages + 1)), 1,
                           std::max(1, static_cast<int>((until - first).count()) / days_a_cohort));
            for (int i = 0; i < cohorts; ++i)
                play_cohort(story, i + 1, first + days{dice_.below(60) + i * days_a_cohort});
        }
        const bool has_outputs = std::ranges::any_of(
            programme.measures, [](const auto& measure) { return measure.is_output; });
        if (has_outputs) {
            report_outputs(story);
            work_on_tasks(story);
        } else if (stages == 0) {
            report_measures(story);
        }
    }
    return {};
}

// From those who apply to those who are left: who has a role is reported once, so that nobody
// leaves twice.
void ExerciseProgrammes::play_cohort(const Story& story, int number, Day opens) {
    const auto& programme = story.programme;
    CohortRequest cohort;
    cohort.cohort = fmt::format("EX-{}", number);
    cohort.title = fmt::format("Exercise: round {}", number);
    cohort.seats = static_cast<std::int64_t>(20 + 5 * dice_.below(17));
    add(story, cohort, opens, draft_cohort);
    const double women = 0.25 + 0.3 * dice_.fraction();
    const auto report = [&](const plan::Stage& stage, double count, Day on) {
        ProgrammeReportRequest request;
        request.stage = stage.code;
        request.cohort = cohort.cohort;
        request.value = whole(count);
        if (programme.unit == "persons") {
            const auto female = whole(count * women);
            request.sex = {{"female", female},
                           {"male", base::subtract(*request.value, female).value()}};
        }
        add_report(story, std::move(request), on);
    };
    const auto funnel = programme.funnel();
    const auto enters = std::ranges::find_if(
        funnel, [](const auto* stage) { return stage->role == StageRole::entered; });
    double count = static_cast<double>(*cohort.seats) * (0.8 + 0.2 * dice_.fraction());
    const auto before = enters == funnel.end() ? 0 : enters - funnel.begin();
    for (auto i = before; i > 0; --i)
        count = std::ceil(count * (1.4 + dice_.fraction()));
    double entered = 0, left = 0;
    Day on = opens;
    for (const auto* stage : funnel) {
        on += days{days_a_stage};
        double& role = stage->role == StageRole::entered ? entered : left;
        if (stage->role && role > 0)
            continue;
        report(*stage, count, on);
        if (stage->role)
            role = std::floor(count);
        const bool leads_in = entered == 0 && before > 0;
        count = std::floor(count * (leads_in ? 0.45 : 0.7 + 0.25 * dice_.fraction()));
    }
    const auto drops =
        std::ranges::find(programme.stages, std::optional{StageRole::dropped}, &plan::Stage::role);
    if (drops != programme.stages.end() && entered > 0 && left > 0)
        report(*drops, (entered - left) * dice_.fraction(), on + days{1});
}

void ExerciseProgrammes::report_outputs(const Story& story) {
    struct Line {
        const plan::ProgrammeMeasure* measure;
        double from, to;
    };
    std::vector<Line> lines;
    for (const auto& measure : story.programme.measures) {
        if (!measure.is_output)
            continue;
        const double from = newest(story.known, FigureOf::measure, measure.code, "");
        const auto target = programme::target_on(measure, story.known, Day::max());
        const double ceiling = measure.unit == "percent" ? 100 : 1e15;
        const double to = target.value ? target.value->to_double() : from * 1.5 + 200;
        // A printed target that was passed long ago is that of a year; nothing more is made of it.
        if (to >= from)
            lines.push_back({&measure, from, std::min(ceiling, to)});
    }
    if (lines.empty())
        return;
    const double paid = newest(story.known, FigureOf::money, "disbursed", story.currency);
    double approved = newest(story.known, FigureOf::money, "approved", story.currency);
    if (approved <= paid)
        approved =
            paid + static_cast<double>(million * static_cast<std::int64_t>(20 + dice_.below(400)));
    const auto reports =
        std::clamp(static_cast<int>(story.entries / static_cast<double>(lines.size() + 3)), 2, 12);
    const auto stretch = (until_ - first_).count() / (reports + 1);
    const double work = 0.5 + 0.5 * dice_.fraction(), money = 0.5 + 0.45 * dice_.fraction();
    for (int i = 1; i <= reports; ++i) {
        const Day on = first_ + days{i * stretch};
        const double part = static_cast<double>(i) / reports;
        for (const auto& line : lines) {
            ProgrammeReportRequest request;
            request.measure = line.measure->code;
            request.value = whole(line.from + (line.to - line.from) * work * part);
            add_report(story, std::move(request), on);
        }
        const double disbursed = paid + (approved - paid) * money * part;
        for (const auto& [word, amount] : {std::pair{"approved", approved},
                                           {"released", disbursed + (approved - disbursed) * 0.1},
                                           {"disbursed", disbursed}}) {
            ProgrammeReportRequest request;
            request.money = word;
            request.currency = story.currency;
            request.value = whole(amount);
            add_report(story, std::move(request), on);
        }
    }
    change_scope(story, *lines.front().measure, lines.front().to,
                 first_ + days{stretch / 2 + stretch * (reports / 2)});
}

// What a target was is known only on the day of the change.
void ExerciseProgrammes::change_scope(const Story& story, const plan::ProgrammeMeasure& measure,
                                      double aimed, Day on) {
    if (on > until_)
        return;
    ProgrammeChangeRequest request;
    request.programme = story.programme.code.text();
    request.request_id = fmt::format("exercise-programme-{}", ++requests_);
    request.change.type = "scope";
    request.change.measure = measure.code;
    request.change.reason = "Exercise: the ground is harder than was thought";
    steps_.add(on,
               [this, request, aimed, officer = story.officer](
                   const Answerable& moment) mutable -> Result<journal::Draft> {
                   const auto& programme =
                       *TRY(programme_named(*moment.plan->working, request.programme));
                   const auto target =
                       programme::target_on(*programme.find_measure(request.change.measure),
                                            ledger_of(record_, moment, programme), moment.today);
                   const Decimal was = target.value.value_or(whole(aimed));
                   request.change.was = was.text();
                   request.change.becomes = whole(was.to_double() * 1.1 + 1).text();
                   return draft_programme_change(record_, moment, officer, request);
               });
}

void ExerciseProgrammes::report_measures(const Story& story) {
    if (story.programme.measures.empty())
        return;
    const auto& measure = story.programme.measures.front();
    const auto reports = std::clamp(static_cast<int>(story.entries), 1, 8);
    for (int i = 0; i < reports; ++i) {
        const Day on = first_ + days{100 + i * 91};
        ProgrammeReportRequest request;
        request.measure = measure.code;
        request.value = Decimal{static_cast<std::int64_t>(10 + dice_.below(80))};
        if (measure.nature == plan::Nature::flow) {
            const auto quarter = base::Period::containing(on - days{91}, base::Frequency::quarter);
            request.period = quarter.text();
        }
        add_report(story, std::move(request), on);
    }
}

void ExerciseProgrammes::work_on_tasks(const Story& story) {
    const std::int64_t budget = million * static_cast<std::int64_t>(5 + dice_.below(60));
    for (const auto& [code, title, begins, lasts] :
         {std::tuple{"EX-works", "Exercise: works", 30, 540},
          std::tuple{"EX-fitting", "Exercise: fitting out", 400, 500}}) {
        TaskRequest task;
        task.task = {code,
                     title,
                     Decimal{budget},
                     story.currency,
                     first_ + days{begins},
                     first_ + days{begins + lasts}};
        add(story, task, first_ + days{20}, draft_task);
        const double pace = 0.7 + 0.4 * dice_.fraction(), price = 0.85 + 0.4 * dice_.fraction();
        for (int i = 1; i <= 3; ++i) {
            const double percent = std::min(100.0, 33 * i * pace);
            TaskProgressRequest progress;
            progress.task = code;
            progress.percent = whole(percent);
            progress.cost = whole(static_cast<double>(budget) * percent / 100 * price);
            add(story, progress, first_ + days{begins + lasts * i / 3}, draft_task_progress);
        }
    }
}

}  // namespace app
