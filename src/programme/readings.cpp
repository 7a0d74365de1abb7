#include "programme/readings.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace programme {
namespace {

using base::Day;
using base::Decimal;
using plan::FigureOf;

// The stages at which counts are looked up, and the steps between those that are passed.
Funnel funnel_of(const plan::Programme& programme, auto find) {
    Funnel funnel;
    funnel.stages = programme.funnel();
    std::vector<StageCount> counts;
    for (const auto* stage : funnel.stages) {
        const Observation* found = find(*stage);
        funnel.observations.push_back(found);
        counts.push_back({stage->title, found ? std::optional{found->count.value} : std::nullopt,
                          found ? found->count.qualifier : FigureBound::exact});
    }
    funnel.steps = funnel_steps(counts);
    return funnel;
}

bool is_empty(const Funnel& funnel) {
    return std::ranges::all_of(funnel.observations,
                               [](const auto* observation) { return observation == nullptr; });
}

// The sum of what is counted; none where it would not fit.
Quantity sum_of_role(const plan::Programme& programme, const Ledger& ledger,
                     const std::string& cohort, plan::StageRole role) {
    Quantity sum;
    for (const auto& stage : programme.stages) {
        const auto* found =
            stage.role == role ? ledger.latest_of_stage(stage.code, cohort) : nullptr;
        if (found == nullptr)
            continue;
        const auto added = base::add(sum.value.value_or(Decimal{}), found->count.value);
        if (!added.ok())
            return {};
        sum = {added.value(), sum_qualifier(sum.qualifier, found->count.qualifier)};
    }
    return sum;
}

bool holds(const plan::CountTime& whole, const plan::CountTime& part) {
    return *whole.from <= *part.from && part.until <= whole.until;
}

bool overlap(const plan::CountTime& a, const plan::CountTime& b) {
    return *a.from <= b.until && *b.from <= a.until;
}

void add_up(Series& series) {
    std::vector<const Observation*> wholes;
    for (const auto* one : series.stretches) {
        const bool is_part = std::ranges::any_of(series.stretches, [&](const auto* other) {
            return other != one && holds(other->count.when, one->count.when) &&
                   !(other->count.when == one->count.when);
        });
        if (!is_part)
            wholes.push_back(one);
    }
    Decimal sum;
    FigureBound qualifier = FigureBound::exact;
    for (std::size_t i = 0; i < wholes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!overlap(wholes[i]->count.when, wholes[j]->count.when))
                continue;
            series.sum_reason = fmt::format("{} and {} overlap", wholes[j]->count.when.text,
                                            wholes[i]->count.when.text);
            return;
        }
        const auto added = base::add(sum, wholes[i]->count.value);
        if (!added.ok()) {
            series.sum_reason = "the sum has too many digits";
            return;
        }
        sum = added.value();
        qualifier = sum_qualifier(qualifier, wholes[i]->count.qualifier);
    }
    series.sum = {sum, qualifier};
}

const Observation* at_day(const Ledger& ledger, FigureOf of, std::string_view code,
                          std::string_view currency, Day day) {
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        if (count.of == of && count.code == code && count.currency == currency &&
            count.cohort.empty() && count.when.is_day() && count.when.until == day)
            return &observation;
    }
    return nullptr;
}

Quantity quantity(const Observation* observation) {
    if (observation == nullptr)
        return {};
    return {observation->count.value, observation->count.qualifier};
}

std::vector<std::string> currencies_of(const Ledger& ledger) {
    std::vector<std::string> currencies;
    for (const auto& observation : ledger.observations) {
        const auto& currency = observation.count.currency;
        if (!currency.empty() && std::ranges::find(currencies, currency) == currencies.end())
            currencies.push_back(currency);
    }
    return currencies;
}

// The counts of a measure since inception, the newest first.
std::vector<const Observation*> since_inception(const plan::ProgrammeMeasure& measure,
                                                const Ledger& ledger) {
    std::vector<const Observation*> counts;
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        if (count.of == FigureOf::measure && count.code == measure.code && count.cohort.empty() &&
            count.when.is_day())
            counts.push_back(&observation);
    }
    std::ranges::stable_sort(counts, std::greater{},
                             [](const auto* one) { return one->count.when.until; });
    return counts;
}

OutputReading output_reading(const plan::ProgrammeMeasure& measure, const Ledger& ledger,
                             const std::string& currency) {
    OutputReading reading;
    reading.measure = &measure;
    reading.currency = currency;
    const auto counts = since_inception(measure, ledger);
    const auto money = [&](plan::MoneyLine line, const Observation* done) {
        return quantity(
            at_day(ledger, FigureOf::money, plan::word(line), currency, done->count.when.until));
    };
    // One newer report alone does not take the gap away that was known before it.
    const auto whole = std::ranges::find_if(counts, [&](const Observation* done) {
        return money(plan::MoneyLine::approved, done).value &&
               money(plan::MoneyLine::disbursed, done).value;
    });
    if (counts.empty()) {
        reading.amounts.aimed = target_on(measure, ledger, Day::max());
    } else {
        const Observation* done = whole == counts.end() ? counts.front() : *whole;
        reading.period = done->count.when.text;
        if (done->count.when.until < counts.front()->count.when.until)
            reading.newer = counts.front()->count.when.text;
        reading.amounts = {target_on(measure, ledger, done->count.when.until), quantity(done),
                           money(plan::MoneyLine::approved, done),
                           money(plan::MoneyLine::disbursed, done)};
    }
    reading.progress = compare_progress(reading.amounts);
    return reading;
}

void note_missing(const Ledger& ledger, Day as_of, EarnedValueReading& reading) {
    if (ledger.tasks.empty())
        reading.missing.emplace_back("no task with a budget and a schedule");
    for (const auto& [seq, on, task] : ledger.tasks) {
        if (!task.budget)
            reading.missing.push_back(fmt::format("task {} has no budget", task.code));
        else if (reading.currency.empty())
            reading.currency = task.currency;
        else if (reading.currency != task.currency)
            reading.missing.push_back(fmt::format("task {} is in {}, others in {}", task.code,
                                                  task.currency, reading.currency));
        if (!task.from || !task.until) {
            reading.missing.push_back(fmt::format("task {} has no schedule", task.code));
            continue;
        }
        reading.from = reading.from ? std::min(*reading.from, *task.from) : *task.from;
        reading.until = reading.until ? std::max(*reading.until, *task.until) : *task.until;
        if (*task.from <= as_of && latest_advance(ledger, task.code) == nullptr)
            reading.missing.push_back(
                fmt::format("no progress is reported of task {}, which began "
                            "on {}",
                            task.code, base::to_string(*task.from)));
    }
    if (reading.missing.empty() && as_of < *reading.from)
        reading.missing.push_back(
            fmt::format("the schedule begins on {}", base::to_string(*reading.from)));
}

double days(Day from, Day until) {
    return static_cast<double>((until - from).count() + 1);
}

TaskProgress progress_by_day(const Ledger& ledger, const Task& task, Day from, Day until,
                             std::size_t elapsed) {
    TaskProgress progress;
    progress.budget = task.budget->to_double();
    for (Day day = from; day <= until; day += std::chrono::days{1})
        progress.planned_percent.push_back(
            day < *task.from
                ? 0
                : 100 * std::min(1.0, days(*task.from, day) / days(*task.from, *task.until)));
    const auto* latest = latest_advance(ledger, task.code);
    progress.actual_percent.assign(elapsed,
                                   latest == nullptr ? 0 : latest->what.percent.to_double());
    progress.actual_cost.assign(elapsed, latest == nullptr ? 0 : latest->what.cost.to_double());
    return progress;
}

}  // namespace

const Recorded<TaskAdvance>* latest_advance(const Ledger& ledger, std::string_view task) {
    const Recorded<TaskAdvance>* latest = nullptr;
    for (const auto& advance : ledger.advances) {
        if (advance.what.task == task &&
            (latest == nullptr || advance.effective_on >= latest->effective_on))
            latest = &advance;
    }
    return latest;
}

std::vector<Funnel> funnels(const plan::Programme& programme, const Ledger& ledger) {
    std::vector<Funnel> found;
    for (const auto& cohort : ledger.cohort_codes()) {
        auto funnel = funnel_of(programme, [&](const plan::Stage& stage) {
            return ledger.latest_of_stage(stage.code, cohort);
        });
        funnel.cohort = cohort;
        if (!is_empty(funnel))
            found.push_back(std::move(funnel));
    }
    std::vector<const plan::CountTime*> times;
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        if (count.of == FigureOf::stage && count.cohort.empty() &&
            std::ranges::none_of(times, [&](const auto* time) { return *time == count.when; }))
            times.push_back(&count.when);
    }
    std::ranges::stable_sort(times, {}, [](const auto* time) { return time->until; });
    for (const auto* time : times) {
        auto funnel = funnel_of(programme, [&](const plan::Stage& stage) -> const Observation* {
            for (const auto& observation : ledger.observations) {
                const auto& count = observation.count;
                if (count.of == FigureOf::stage && count.code == stage.code &&
                    count.cohort.empty() && count.when == *time)
                    return &observation;
            }
            return nullptr;
        });
        funnel.period = time->text;
        if (!is_empty(funnel))
            found.push_back(std::move(funnel));
    }
    return found;
}

std::vector<CohortFlow> cohort_flows(const plan::Programme& programme, const Ledger& ledger) {
    std::vector<CohortFlow> flows;
    const bool can_drop = std::ranges::any_of(programme.stages, [](const plan::Stage& stage) {
        return stage.role == plan::StageRole::dropped;
    });
    for (const auto& cohort : ledger.cohort_codes()) {
        const auto sum = [&](plan::StageRole role) {
            return sum_of_role(programme, ledger, cohort, role);
        };
        CohortFlow flow{cohort,
                        sum(plan::StageRole::entered),
                        sum(plan::StageRole::left),
                        sum(plan::StageRole::dropped),
                        {}};
        if (flow.entered.value && flow.left.value && (flow.dropped.value || !can_drop)) {
            auto gone = base::add(*flow.left.value, flow.dropped.value.value_or(Decimal{}));
            const auto rest =
                gone.ok() ? base::subtract(*flow.entered.value, *gone) : std::move(gone);
            if (rest.ok())
                flow.inside = {rest.value(),
                               difference_qualifier(
                                   flow.entered.qualifier,
                                   sum_qualifier(flow.left.qualifier, flow.dropped.qualifier))};
        }
        flows.push_back(std::move(flow));
    }
    return flows;
}

std::vector<Series> series(const plan::Programme& programme, const Ledger& ledger) {
    std::vector<Series> found;
    std::map<std::tuple<FigureOf, std::string, std::string, std::string>, std::size_t> places;
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        if (count.of == FigureOf::stage)
            continue;
        const auto [at, is_new] =
            places.try_emplace({count.of, count.code, count.currency, count.cohort}, found.size());
        if (is_new)
            found.push_back({count.of, count.code, count.currency, count.cohort, {}, {}, {}, {}});
        Series& one = found[at->second];
        if (!count.when.is_day())
            one.stretches.push_back(&observation);
        else if (one.latest == nullptr || count.when.until >= one.latest->count.when.until)
            one.latest = &observation;
    }
    for (auto& one : found) {
        std::ranges::stable_sort(one.stretches, {},
                                 [](const auto* stretch) { return stretch->count.when.until; });
        const auto* measure = programme.find_measure(one.code);
        const bool is_stock = one.of == FigureOf::measure && measure != nullptr &&
                              measure->nature == plan::Nature::stock;
        if (!one.stretches.empty() && !is_stock)
            add_up(one);
    }
    return found;
}

Quantity target_on(const plan::ProgrammeMeasure& measure, const Ledger& ledger, Day day) {
    Quantity target{measure.target, FigureBound::exact};
    Day since = Day::min();
    for (const auto& observation : ledger.observations) {
        const auto& count = observation.count;
        if (count.of == FigureOf::target && count.code == measure.code && count.cohort.empty() &&
            count.when.is_day() && since <= count.when.until && count.when.until <= day) {
            target = quantity(&observation);
            since = count.when.until;
        }
    }
    for (const auto& change : ledger.changes) {
        const auto becomes = Decimal::parse(change.what.becomes);
        if (change.what.type == "scope" && change.what.measure == measure.code && becomes.ok() &&
            since <= change.effective_on && change.effective_on <= day) {
            target = {becomes.value(), FigureBound::exact};
            since = change.effective_on;
        }
    }
    return target;
}

std::vector<OutputReading> output_readings(const plan::Programme& programme, const Ledger& ledger) {
    auto currencies = currencies_of(ledger);
    if (currencies.empty())
        currencies.emplace_back();
    std::vector<OutputReading> readings;
    for (const auto& measure : programme.measures) {
        for (const auto& currency : currencies) {
            if (measure.is_output)
                readings.push_back(output_reading(measure, ledger, currency));
        }
    }
    return readings;
}

EarnedValueReading earned_value_reading(const Ledger& ledger, Day as_of) {
    EarnedValueReading reading;
    note_missing(ledger, as_of, reading);
    if (!reading.missing.empty())
        return reading;
    const auto elapsed = static_cast<std::size_t>((as_of - *reading.from).count()) + 1;
    std::vector<TaskProgress> tasks;
    for (const auto& [seq, on, task] : ledger.tasks)
        tasks.push_back(progress_by_day(ledger, task, *reading.from, *reading.until, elapsed));
    reading.value = assess_earned_value(tasks, elapsed - 1);
    return reading;
}

}  // namespace programme
