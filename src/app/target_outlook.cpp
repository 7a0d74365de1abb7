#include "app/target_outlook.h"

#include "app/rounded.h"
#include "app/setting.h"
#include "app/target_status.h"
#include "base/text.h"
#include "status/judgement.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {
namespace {

using base::Json;
using status::Footing;

/// How timely the milestones were, on each footing.
struct Milestones {
    MilestoneRecord verified, reported;
};

Result<Milestones> milestones_of(const Record& record, const Answerable& moment) {
    Milestones made;
    for (const auto& activity : moment.plan->working->activities)
        for (const auto& target : activity.targets) {
            const auto input = target_input(record, moment, activity, target);
            TRY(made.verified.add(input, Footing::verified));
            TRY(made.reported.add(input, Footing::claimed));
        }
    return made;
}

Result<TargetOutlook> outlook_at(const Record& record, const Answerable& moment,
                                 const plan::Activity& activity, const plan::Target& target,
                                 const Milestones& milestones) {
    const auto input = target_input(record, moment, activity, target);
    const auto judged = status::assess(input);
    TargetOutlook made{moment.known.as_of, {}, {}};
    made.verified = TRY(chance_of(input, judged, milestones.verified, Footing::verified));
    made.reported = TRY(chance_of(input, judged, milestones.reported, Footing::claimed));
    return made;
}

TargetOutlooks begin_outlooks(const Answerable& moment, const plan::Target& target) {
    return {moment, target, requirement_of(target), {}};
}

/// The ends of months from the first report on, and the day that is asked about.
std::vector<base::Day> days_of_history(const Record& record, const Answerable& moment,
                                       const plan::Target& target) {
    std::vector<base::Day> days;
    const auto duties = record.state().duties(target.id, moment.known);
    std::optional<base::Day> first;
    for (const auto& duty : duties)
        if (duty.record.latest)
            first = std::min(first.value_or(duty.record.latest->on), duty.record.latest->on);
    if (first)
        for (auto month = base::Period::containing(*first, base::Frequency::month);
             month.last_day() < moment.known.as_of; month = month.next())
            days.push_back(month.last_day());
    days.push_back(moment.known.as_of);
    return days;
}

Json to_json(const Chance& chance) {
    Json json = Json::object();
    if (chance.probability)
        json.set("probability", rounded(*chance.probability, 4));
    else
        json.set("probability", Json{});
    json.set("known", chance.is_known);
    json.set("reason", chance.reason);
    json.set("reports", static_cast<std::int64_t>(chance.reports));
    json.set("explanation", explanation_json(chance.explanation));
    return json;
}

void put_outlooks(Json& json, const TargetOutlooks& outlooks) {
    const auto& target = outlooks.target;
    json.set("target", target.id.text());
    json.set("statement", target.statement.is_stated() ? *target.statement : "");
    json.set("requirement", outlooks.requirement);
    json.set("days", Json::array_of(outlooks.days, [](const TargetOutlook& day) {
                 return Json::object({{"as_of", base::to_string(day.as_of)},
                                      {"verified", to_json(day.verified)},
                                      {"reported", to_json(day.reported)}});
             }));
}

}  // namespace

std::string requirement_of(const plan::Target& target) {
    if (!target.measure.is_stated() || !target.due.is_stated())
        return "";
    const auto by = "by " + base::to_string(target.due->day);
    if (*target.measure == plan::Measure::milestone)
        return "done " + by;
    if (!target.value.is_stated())
        return "";
    return fmt::format(
        "{} {}{} {}", status::wording(status::asked_of(target.bound, target.direction)),
        base::counted(target.value->text(), target.unit.is_stated() ? *target.unit : ""),
        *target.measure == plan::Measure::count_per_year ? " a year" : "", by);
}

Result<TargetOutlooks> target_outlook(const Record& record, const Question& question,
                                      std::string_view target, bool history) {
    const auto moment = TRY(record.answerable(question));
    const auto located = TRY(locate(*moment.plan->working, target));
    auto made = begin_outlooks(moment, *located.target);
    std::vector<base::Day> days{moment.known.as_of};
    if (history)
        days = days_of_history(record, moment, *located.target);
    for (const auto day : days) {
        const auto then = TRY(record.answerable({day, question.recorded_by}));
        // An amendment may have changed the target, and a plan before may not have had it.
        const auto place = locate(*then.plan->working, target);
        if (!place.ok())
            continue;
        const auto milestones = TRY(milestones_of(record, then));
        made.days.push_back(
            TRY(outlook_at(record, then, *place->activity, *place->target, milestones)));
    }
    return made;
}

Result<OutlookBoard> target_outlooks(const Record& record, const Question& question) {
    return target_outlooks_at(record, TRY(record.answerable(question)));
}

Result<OutlookBoard> target_outlooks_at(const Record& record, const Answerable& moment) {
    OutlookBoard board{moment, {}};
    const auto milestones = TRY(milestones_of(record, board.moment));
    for (const auto& activity : board.moment.plan->working->activities)
        for (const auto& target : activity.targets) {
            board.targets.push_back(begin_outlooks(board.moment, target));
            board.targets.back().days.push_back(
                TRY(outlook_at(record, board.moment, activity, target, milestones)));
        }
    return board;
}

Json to_json(const TargetOutlooks& outlooks) {
    Json json = Json::object();
    put_heading(json, outlooks.moment);
    put_outlooks(json, outlooks);
    return json;
}

Json to_json(const OutlookBoard& board) {
    Json json = Json::object();
    put_heading(json, board.moment);
    json.set("targets", Json::array_of(board.targets, [](const TargetOutlooks& outlooks) {
                 Json one = Json::object();
                 put_outlooks(one, outlooks);
                 return one;
             }));
    return json;
}

}  // namespace app
