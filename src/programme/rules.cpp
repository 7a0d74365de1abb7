#include "programme/rules.h"

#include "base/money.h"
#include "base/text.h"
#include "programme/readings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace programme {
namespace {

using base::Decimal;
using base::Error;
using base::ErrorCode;
using plan::FigureOf;
using plan::StageRole;

const Decimal hundred{100};

bool is_whole(const Decimal& value) {
    return value.trimmed().scale() == 0;
}

// Which of the programme's codes a count names, where it names none of them.
std::optional<Error> unknown_part(const plan::Programme& programme, const ReportedCount& count) {
    if (count.of == FigureOf::money) {
        if (plan::parse_word<plan::MoneyLine>(count.code))
            return std::nullopt;
        return Error{ErrorCode::no_such_programme_part,
                     fmt::format("expected one of {}, found \"{}\"",
                                 fmt::join(plan::all_words<plan::MoneyLine>(), ", "), count.code),
                     "money"};
    }
    const bool is_stage = count.of == FigureOf::stage;
    if (is_stage ? programme.find_stage(count.code) != nullptr
                 : programme.find_measure(count.code) != nullptr)
        return std::nullopt;
    const std::string key{plan::word(count.of)};
    return Error{ErrorCode::no_such_programme_part,
                 fmt::format("{} has no {} \"{}\"{}", programme.code.text(), key, count.code,
                             base::did_you_mean(count.code, programme.parts())),
                 key};
}

std::optional<Error> wrong_value(const plan::Programme& programme, const ReportedCount& count) {
    const auto* measure = programme.find_measure(count.code);
    const bool is_percent =
        count.of == FigureOf::measure && measure != nullptr && measure->unit == "percent";
    std::string expected;
    if (count.of == FigureOf::stage && !is_whole(count.value))
        expected = "a whole number";
    else if (count.value.is_negative())
        expected = "no negative number";
    else if (is_percent && count.value > hundred)
        expected = "at most 100 percent";
    if (expected.empty())
        return std::nullopt;
    return Error{ErrorCode::count_does_not_fit,
                 fmt::format("expected {}, found {}", expected, count.value.text()), "value"};
}

std::optional<Error> wrong_time(const Setting& setting, const ReportedCount& count) {
    if (count.when.until > setting.today)
        return Error{ErrorCode::counted_in_future,
                     fmt::format("expected a time until today, {}; {} ends on {}",
                                 base::to_string(setting.today), count.when.text,
                                 base::to_string(count.when.until)),
                     "period"};
    const auto* measure = setting.programme.find_measure(count.code);
    if (count.of == FigureOf::measure && measure != nullptr && !count.when.is_day() &&
        measure->nature == plan::Nature::stock)
        return Error{ErrorCode::stock_with_period,
                     fmt::format("{} is a stock: expected the day on which it was counted, found "
                                 "{}",
                                 count.code, count.when.text),
                     "period"};
    return std::nullopt;
}

std::optional<Error> wrong_sex(const plan::Programme& programme, const ReportedCount& count) {
    constexpr std::array<std::string_view, 4> allowed{"female", "male", "other", "unknown"};
    Decimal sum;
    for (const auto& [name, part] : count.sex) {
        if (std::ranges::find(allowed, name) == allowed.end())
            return Error{ErrorCode::sex_does_not_add_up,
                         fmt::format("expected female, male, other or unknown, found \"{}\"", name),
                         "sex." + name};
        if (part.is_negative() || !is_whole(part))
            return Error{ErrorCode::sex_does_not_add_up,
                         fmt::format("expected whole persons, found {}", part.text()),
                         "sex." + name};
        sum = base::add(sum, part).value_or(sum);
    }
    const bool is_floor = count.qualifier == FigureBound::at_least;
    const bool fits = programme.sex_is_complete
                          ? sum == count.value || (is_floor && sum > count.value)
                          : sum <= count.value || is_floor;
    if (count.sex.empty() || fits)
        return std::nullopt;
    return Error{
        ErrorCode::sex_does_not_add_up,
        fmt::format("expected parts of {}{}, found {} together",
                    programme.sex_is_complete ? "" : "at most ", count.value.text(), sum.text()),
        "sex"};
}

const Observation* counted_before(const Ledger& ledger, const ReportedCount& count) {
    for (const auto& observation : ledger.observations) {
        const auto& other = observation.count;
        if (other.of == count.of && other.code == count.code && other.cohort == count.cohort &&
            other.currency == count.currency && other.when == count.when)
            return &observation;
    }
    return nullptr;
}

std::string counted(const plan::Programme& programme, const ReportedCount& count) {
    return base::counted(count.value.text(), programme.unit.empty() ? "persons" : programme.unit);
}

// With the new count in its place: what a cohort's people did, and who says so.
struct Role {
    Decimal sum;
    bool is_known = false;
    bool is_exact = true;
    std::vector<std::string> sources;

    void add(const ReportedCount& count, std::string source) {
        sum = base::add(sum, count.value).value_or(sum);
        is_known = true;
        is_exact = is_exact && count.qualifier == FigureBound::exact;
        sources.push_back(std::move(source));
    }
};

Role role_of(const Setting& setting, const ReportedCount& count, StageRole wanted) {
    Role role;
    for (const auto& stage : setting.programme.stages) {
        if (stage.role != wanted)
            continue;
        const auto* other = setting.ledger.latest_of_stage(stage.code, count.cohort);
        if (stage.code == count.code)
            role.add(count, "this report");
        else if (other != nullptr)
            role.add(other->count, other->source());
    }
    return role;
}

std::optional<Error> left_too_many(const Setting& setting, const ReportedCount& count) {
    const auto* stage = setting.programme.find_stage(count.code);
    if (count.of != FigureOf::stage || stage == nullptr || !stage->role || count.cohort.empty())
        return std::nullopt;
    const Role entered = role_of(setting, count, StageRole::entered);
    Role gone = role_of(setting, count, StageRole::left);
    const Role dropped = role_of(setting, count, StageRole::dropped);
    if (dropped.is_known) {
        gone.sum = base::add(gone.sum, dropped.sum).value_or(gone.sum);
        gone.is_exact = gone.is_exact && dropped.is_exact;
        gone.is_known = true;
        gone.sources.insert(gone.sources.end(), dropped.sources.begin(), dropped.sources.end());
    }
    if (!entered.is_known || !gone.is_known || !entered.is_exact || !gone.is_exact ||
        gone.sum <= entered.sum)
        return std::nullopt;
    return Error{ErrorCode::left_more_than_entered,
                 fmt::format("{} entered the cohort {} ({}), fewer than the {} who left it ({})",
                             entered.sum.text(), count.cohort, fmt::join(entered.sources, ", "),
                             gone.sum.text(), fmt::join(gone.sources, ", ")),
                 "value"};
}

// Only what is exact can be exceeded: "more than 35" may be 60.
bool exceeds(const ReportedCount& later, const ReportedCount& earlier) {
    return earlier.qualifier == FigureBound::exact &&
           (later.qualifier == FigureBound::exact || later.qualifier == FigureBound::at_least) &&
           later.value > earlier.value;
}

const Observation* at_time(const Ledger& ledger, const std::string& stage,
                           const plan::CountTime& when) {
    const auto at = std::ranges::find_if(ledger.observations, [&](const Observation& one) {
        return one.count.of == FigureOf::stage && one.count.code == stage &&
               one.count.cohort.empty() && one.count.when == when;
    });
    return at == ledger.observations.end() ? nullptr : &*at;
}

std::vector<Error> out_of_order(const Setting& setting, const ReportedCount& count) {
    std::vector<Error> faults;
    const auto passed = setting.programme.funnel();
    const auto* own = setting.programme.find_stage(count.code);
    const auto place = std::ranges::find(passed, own);
    if (count.of != FigureOf::stage || own == nullptr || place == passed.end())
        return faults;
    for (auto at = passed.begin(); at != passed.end(); ++at) {
        const Observation* other = count.cohort.empty()
                                       ? at_time(setting.ledger, (*at)->code, count.when)
                                       : setting.ledger.latest_of_stage((*at)->code, count.cohort);
        if (other == nullptr || at == place)
            continue;
        const bool is_later = at > place;
        const auto& later = is_later ? other->count : count;
        const auto& earlier = is_later ? count : other->count;
        const std::string mine = "this report", theirs = other->source();
        if (exceeds(later, earlier))
            faults.push_back({ErrorCode::later_stage_larger,
                              fmt::format("{} at {} ({}), more than the {} at {} ({})",
                                          counted(setting.programme, later), later.code,
                                          is_later ? theirs : mine, earlier.value.text(),
                                          earlier.code, is_later ? mine : theirs),
                              "value"});
    }
    return faults;
}

}  // namespace

std::vector<Error> check_count(const Setting& setting, const ReportedCount& count) {
    std::vector<Error> faults;
    const auto note = [&](std::optional<Error> fault) {
        if (fault)
            faults.push_back(std::move(*fault));
    };
    note(unknown_part(setting.programme, count));
    if (count.of == FigureOf::money && !base::Currency::parse(count.currency).ok())
        faults.push_back({ErrorCode::count_does_not_fit,
                          fmt::format("money has an ISO 4217 currency such as PKR, found \"{}\"",
                                      count.currency),
                          "currency"});
    else if (count.of != FigureOf::money && !count.currency.empty())
        faults.push_back({ErrorCode::count_does_not_fit,
                          fmt::format("only money has a currency, found \"{}\"", count.currency),
                          "currency"});
    const auto cohorts = setting.ledger.cohort_codes();
    if (!count.cohort.empty() && std::ranges::find(cohorts, count.cohort) == cohorts.end())
        faults.push_back({ErrorCode::no_such_cohort,
                          fmt::format("{} has no cohort \"{}\"{}", setting.programme.code.text(),
                                      count.cohort, base::did_you_mean(count.cohort, cohorts)),
                          "cohort"});
    note(wrong_value(setting.programme, count));
    note(wrong_time(setting, count));
    note(wrong_sex(setting.programme, count));
    if (!faults.empty())
        return faults;
    if (const auto* before = counted_before(setting.ledger, count))
        faults.push_back(
            {ErrorCode::counted_before,
             fmt::format("{} for {} was counted by {}: {}", count.code, count.when.text,
                         before->source(), before->count.value.text()),
             "period"});
    note(left_too_many(setting, count));
    if (faults.empty())
        faults = out_of_order(setting, count);
    return faults;
}

std::vector<Error> check_cohort(const Setting& setting, const Cohort& cohort) {
    std::vector<Error> faults;
    if (const auto* known = setting.ledger.find_cohort(cohort.code))
        faults.push_back({ErrorCode::cohort_exists,
                          fmt::format("{} has the cohort {} already (entry {})",
                                      setting.programme.code.text(), cohort.code, known->seq),
                          "cohort"});
    if (cohort.seats && *cohort.seats < 1)
        faults.push_back({ErrorCode::count_does_not_fit,
                          fmt::format("expected at least 1 seat, found {}", *cohort.seats),
                          "seats"});
    return faults;
}

std::vector<Error> check_task(const Setting& setting, const Task& task) {
    std::vector<Error> faults;
    const auto unfit = [&](std::string message, std::string where) {
        faults.push_back({ErrorCode::task_does_not_fit, std::move(message), std::move(where)});
    };
    if (const auto* known = setting.ledger.find_task(task.code))
        faults.push_back({ErrorCode::task_exists,
                          fmt::format("{} has the task {} already (entry {})",
                                      setting.programme.code.text(), task.code, known->seq),
                          "task"});
    if (task.budget && task.budget->is_negative())
        unfit(fmt::format("expected no negative budget, found {}", task.budget->text()), "budget");
    if (task.budget.has_value() != !task.currency.empty())
        unfit(task.budget ? "a budget has a currency; found none"
                          : "a currency belongs to a budget; found none",
              task.budget ? "currency" : "budget");
    else if (task.budget && !base::Currency::parse(task.currency).ok())
        unfit(fmt::format("expected an ISO 4217 currency such as PKR, found \"{}\"", task.currency),
              "currency");
    if (task.from.has_value() != task.until.has_value())
        unfit("a schedule has a first and a last day; found one of them",
              task.from ? "until" : "from");
    else if (task.from && *task.until < *task.from)
        unfit(fmt::format("the schedule ends on {}, before it begins on {}",
                          base::to_string(*task.until), base::to_string(*task.from)),
              "until");
    return faults;
}

std::vector<Error> check_advance(const Setting& setting, const TaskAdvance& advance,
                                 base::Day effective_on) {
    std::vector<Error> faults;
    std::vector<std::string> known;
    for (const auto& task : setting.ledger.tasks)
        known.push_back(task.what.code);
    if (setting.ledger.find_task(advance.task) == nullptr)
        faults.push_back({ErrorCode::no_such_task,
                          fmt::format("{} has no task \"{}\"{}", setting.programme.code.text(),
                                      advance.task, base::did_you_mean(advance.task, known)),
                          "task"});
    if (advance.percent.is_negative() || advance.percent > hundred)
        faults.push_back(
            {ErrorCode::count_does_not_fit,
             fmt::format("expected 0 to 100 percent, found {}", advance.percent.text()),
             "percent"});
    if (advance.cost.is_negative())
        faults.push_back({ErrorCode::count_does_not_fit,
                          fmt::format("expected no negative cost, found {}", advance.cost.text()),
                          "cost"});
    for (const auto& other : setting.ledger.advances) {
        if (other.what.task != advance.task)
            continue;
        const bool is_earlier = other.effective_on <= effective_on;
        const auto goes_back = [&](const Decimal& mine, const Decimal& theirs, const char* field) {
            if (is_earlier ? mine < theirs : mine > theirs)
                faults.push_back(
                    {ErrorCode::progress_goes_back,
                     fmt::format("expected {} {}, as entry {} of {} has it; found {}",
                                 is_earlier ? "at least" : "at most", theirs.text(), other.seq,
                                 base::to_string(other.effective_on), mine.text()),
                     field});
        };
        goes_back(advance.percent, other.what.percent, "percent");
        goes_back(advance.cost, other.what.cost, "cost");
    }
    return faults;
}

std::vector<Error> check_change(const Setting& setting, const Change& change) {
    std::vector<Error> faults;
    const auto unfit = [&](std::string message, std::string where) {
        faults.push_back({ErrorCode::change_does_not_fit, std::move(message), std::move(where)});
    };
    const bool is_duration = change.type == "duration", is_value = change.type == "value";
    if (!is_duration && !is_value && change.type != "scope") {
        unfit(fmt::format("expected duration, value or scope, found \"{}\"", change.type), "type");
        return faults;
    }
    for (const auto& [text, where] :
         {std::pair{&change.was, "was"}, {&change.becomes, "becomes"}}) {
        const bool is_read = is_duration ? base::parse_day(*text).ok() : Decimal::parse(*text).ok();
        if (!is_read)
            unfit(fmt::format("a change of {} names {}, found \"{}\"", change.type,
                              is_duration ? "two days" : "two numbers", *text),
                  where);
    }
    if (faults.empty() &&
        (is_duration ? change.was == change.becomes
                     : *Decimal::parse(change.was) == *Decimal::parse(change.becomes)))
        unfit(fmt::format("expected a change, found {} before and after", change.was), "becomes");
    if (is_value != base::Currency::parse(change.currency).ok())
        unfit(is_value ? fmt::format("expected an ISO 4217 currency such as PKR, found \"{}\"",
                                     change.currency)
                       : "only a change of value has a currency",
              "currency");
    if (change.type == "scope" && setting.programme.find_measure(change.measure) == nullptr)
        faults.push_back(
            {ErrorCode::no_such_programme_part,
             fmt::format("{} has no measure \"{}\"{}", setting.programme.code.text(),
                         change.measure,
                         base::did_you_mean(change.measure, setting.programme.parts())),
             "measure"});
    else if (change.type != "scope" && !change.measure.empty())
        unfit("only a change of scope has a measure", "measure");
    return faults;
}

}  // namespace programme
