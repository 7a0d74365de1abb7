#include "app/council_view.h"

#include "app/convene.h"
#include "plan/amend.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

using base::Error;
using base::ErrorCode;
using base::Json;
using base::to_string;
using council::Standing;

std::vector<council::ActivityChecklist> checklist_at(const Answerable& moment) {
    const state::PlanInForce& plan = *moment.plan;
    return council::checklist(
        {*plan.working, plan.confirmations, plan.years, plan.proposed, moment.known.as_of});
}

namespace {

// What a target or an outcome promises otherwise than in print, changed since a day.
std::vector<council::PromiseChange> promises_since(const Answerable& moment,
                                                   const Scoreboard& board,
                                                   std::optional<base::Day> since) {
    std::vector<council::PromiseChange> list;
    for (const auto* judgements : {&board.targets, &board.outcomes}) {
        for (const auto& judged : *judgements) {
            if (judged.promises.empty())
                continue;
            const state::AmendmentRecord* latest = nullptr;
            for (const auto& amendment : moment.plan->amendments) {
                if (amendment.subject == judged.id.text() &&
                    (!since || amendment.effective_on > *since))
                    latest = &amendment;
            }
            if (latest == nullptr)
                continue;
            std::string difference;
            for (const auto& promise : judged.promises)
                difference += fmt::format("{}{} {} became {}{}", difference.empty() ? "" : ", ",
                                          promise.field, promise.promised, promise.now,
                                          promise.is_lowered ? " (lowered)" : "");
            list.push_back({judged.id.text(), difference, latest->decision, latest->effective_on});
        }
    }
    return list;
}

}  // namespace

Result<std::vector<council::AgendaItem>> proposed_agenda(const Record& record,
                                                         const Answerable& moment) {
    const auto standing = standing_of(record, moment);
    const auto board = TRY(scoreboard_at(record, moment));
    const auto* last = standing->last_quorate(council::council_body, moment.known.as_of);
    council::AgendaInput input{
        *moment.plan->working,
        *standing,
        checklist_at(moment),
        board.targets,
        board.outcomes,
        promises_since(moment, board,
                       last != nullptr ? std::optional{last->held->on} : std::nullopt),
        {},
        moment.known.as_of};
    for (const auto& refusal : record.state().refusals(moment.known))
        input.failed_loads.push_back(
            {refusal.file, refusal.effective_on, refusal.faults, refusal.first});
    return council::propose_agenda(input);
}

namespace {

Json day_json(const std::optional<base::Day>& day) {
    return day ? Json{to_string(*day)} : Json{};
}

Json item_json(const council::AgendaItem& item) {
    return Json::object({{"kind", item.kind},
                         {"subject", item.subject},
                         {"title", item.title},
                         {"why", item.why},
                         {"heading", council::heading(item.kind)},
                         {"papers", texts_json(item.papers)}});
}

Json escalation_json(const std::vector<progress::EscalationStep>& steps) {
    return Json::array_of(steps, [](const progress::EscalationStep& step) {
        return Json::object({{"to", progress::word(step.rung)}, {"on", to_string(step.on)}});
    });
}

std::string_view state_of(const council::Meeting& meeting, base::Day day) {
    return meeting.held        ? "held"
           : meeting.cancelled ? "cancelled"
           : meeting.on < day  ? "not_entered"
                               : "scheduled";
}

// Everything of the council's room, of one standing.
class Room {
  public:
    Room(const Record& record, const Answerable& moment, Reader reader)
        : record_(record),
          moment_(moment),
          plan_(*moment.plan->working),
          standing_(standing_of(record, moment)),
          day_(moment.known.as_of),
          reader_(reader) {}

    Result<void> put_minutes(Json& json, const council::Meeting& meeting) {
        json.set("meeting", TRY(meeting_json(meeting)));
        json.set("cancelled_because",
                 meeting.cancelled ? TRY(text_json(meeting.cancelled->what->reason)) : Json{});
        std::vector<council::AgendaItem> items;
        if (meeting.agenda)
            items = meeting.agenda->what->items;
        items.push_back({"", "", "Without an item of the agenda", ""});
        Json list = Json::array();
        for (const auto& item : items) {
            const std::string key = item.kind.empty() ? "" : item.key();
            Json lines = Json::array();
            for (const auto& line : meeting.minutes) {
                if (line.what->item == key)
                    lines.push(Json::object({{"type", council::word(line.what->type)},
                                             {"text", TRY(text_json(line.what->text))}}));
            }
            for (const auto& decision : meeting.decisions) {
                if (decision.what->item == key)
                    lines.push(Json::object(
                        {{"type", "decision"}, {"text", decision_in_words(*decision.what)}}));
            }
            if (!lines.array_items()->empty())
                list.push(Json::object(
                    {{"key", key}, {"title", item.title}, {"lines", std::move(lines)}}));
        }
        json.set("items", std::move(list));
        return {};
    }

    Result<void> put(Json& json) {
        json.set("council", council_json());
        Json seats = Json::array();
        for (const auto& seat : standing_->seats)
            seats.push(TRY(seat_json(seat)));
        json.set("seats", std::move(seats));
        json.set("groups", groups_json());
        Json meetings = Json::array();
        for (const auto& meeting : standing_->meetings)
            meetings.push(TRY(meeting_json(meeting)));
        json.set("meetings", std::move(meetings));
        const auto* next = standing_->next_meeting(council::council_body, day_);
        json.set("next", next != nullptr ? Json{next->code} : Json{});
        Json decisions = Json::array();
        for (const auto* decision : in_order())
            decisions.push(TRY(decision_json(*decision)));
        json.set("decisions", std::move(decisions));
        json.set("obligations", Json::array_of(standing_->obligations, [&](const auto& one) {
                     return obligation_json(one);
                 }));
        json.set("proposals", Json::array_of(standing_->proposals,
                                             [&](const auto& one) { return proposal_json(one); }));
        Json issues = Json::array();
        for (const auto& issue : standing_->issues)
            issues.push(TRY(issue_json(issue)));
        json.set("issues", std::move(issues));
        json.set("counts", counts_json());
        json.set("reform_steps", texts_json(council::reform_steps()));
        json.set("reform_scores", texts_json(council::reform_scores()));
        return {};
    }

  private:
    // "2024-Q1/2 adopted, 5 for, 1 against, 0 abstained: One tax rate; recused: P@SHA"
    std::string decision_in_words(const council::Decided& what) const {
        const auto votes = council::count(what.votes);
        std::string recused;
        for (const auto& seat : what.recused)
            recused += fmt::format("{}{}", recused.empty() ? "; recused: " : ", ",
                                   council::short_name(plan_, seat));
        return fmt::format("{} {}, {} for, {} against, {} abstained: {}{}", what.code,
                           what.is_adopted ? "adopted" : "not carried", votes.in_favour,
                           votes.against, votes.abstained, what.title, recused);
    }

    // What people typed in minutes is theirs who hold the store, until people can sign in.
    Result<Json> text_json(const std::string& commitment) const {
        if (commitment.empty() || reader_ == Reader::anybody)
            return Json{};
        return Json{TRY(unvaulted(record_, commitment))};
    }

    Json council_json() const {
        const auto& council = plan_.council;
        const auto quorum = council::quorum_of(council, *standing_, council::council_body);
        const auto stated = [](const plan::Stated<std::string>& field) {
            return field.is_open() ? Json{"open"} : field.is_stated() ? Json{*field} : Json{};
        };
        return Json::object(
            {{"title", council.title},
             {"chair", stated(council.chair)},
             {"quorum", stated(council.quorum)},
             {"term", stated(council.term)},
             {"secretariat", council.secretariat ? Json{council.secretariat->text()} : Json{}},
             {"functions", texts_json(council.functions)},
             {"needed", quorum.needed},
             {"seats", quorum.seats},
             {"rule", quorum.rule},
             {"desk", Json::array_of(council::desk_of(council), [](const plan::DeskForm& form) {
                  return Json::object(
                      {{"form", form.form}, {"title", form.title}, {"days", form.days}});
              })}});
    }

    Result<Json> tenure_json(const council::Tenure* tenure) const {
        if (tenure == nullptr)
            return Json{};
        return Json::object({{"person", tenure->person},
                             {"name", TRY(text_json(tenure->name))},
                             {"from", to_string(tenure->from)},
                             {"until", day_json(tenure->until)}});
    }

    Result<Json> seat_json(const council::SeatRecord& record) const {
        const auto& seat = record.seat;
        const Json holder = TRY(tenure_json(record.on(council::Capacity::holder, day_)));
        const Json alternate = TRY(tenure_json(record.on(council::Capacity::alternate, day_)));
        return Json::object({{"number", seat.number},
                             {"institution", seat.institution.text()},
                             {"name", council::short_name(plan_, seat.institution)},
                             {"side", seat.side},
                             {"holder", holder},
                             {"alternate", alternate}});
    }

    Json groups_json() const {
        Json list = Json::array();
        for (const auto& [code, group] : standing_->groups)
            list.push(Json::object({{"code", code},
                                    {"title", group.title},
                                    {"members", codes_json(group.members)},
                                    {"chair", group.chair.text()},
                                    {"decision", group.decision},
                                    {"from", to_string(group.from)},
                                    {"dissolved_on", day_json(group.dissolved_on)}}));
        return list;
    }

    Result<Json> meeting_json(const council::Meeting& meeting) const {
        const auto quorum = council::quorum_of(plan_.council, *standing_, meeting.body);
        Json json = Json::object({{"code", meeting.code},
                                  {"body", meeting.body},
                                  {"on", to_string(meeting.on)},
                                  {"time", meeting.time},
                                  {"place", meeting.place},
                                  {"state", state_of(meeting, day_)}});
        const int needed = meeting.held ? meeting.held->what->needed : quorum.needed;
        json.set("needed", needed);
        json.set("held_on", meeting.held ? Json{to_string(meeting.held->on)} : Json{});
        Json present = Json::array();
        if (meeting.held) {
            for (const auto& one : meeting.held->what->present)
                present.push(Json::object(
                    {{"seat", one.seat.text()}, {"capacity", council::word(one.capacity)}}));
        }
        const auto count = static_cast<int>(present.array_items()->size());
        json.set("present", std::move(present));
        json.set("chair", meeting.held && meeting.held->what->chair
                              ? Json{meeting.held->what->chair->text()}
                              : Json{});
        json.set("quorate", meeting.held ? Json{count >= needed} : Json{});
        json.set("items", meeting.agenda
                              ? static_cast<std::int64_t>(meeting.agenda->what->items.size())
                              : 0);
        Json minutes = Json::array();
        for (const auto& line : meeting.minutes)
            minutes.push(Json::object({{"item", line.what->item},
                                       {"type", council::word(line.what->type)},
                                       {"on", to_string(line.on)},
                                       {"text", TRY(text_json(line.what->text))}}));
        json.set("minutes", std::move(minutes));
        json.set("decisions", Json::array_of(meeting.decisions, [](const auto& decision) {
                     return Json{decision.what->code};
                 }));
        return json;
    }

    std::vector<const council::Dated<council::Decided>*> in_order() const {
        std::vector<const council::Dated<council::Decided>*> list;
        for (const auto& [code, decision] : standing_->decisions)
            list.push_back(&decision);
        std::ranges::sort(list, {}, [](const auto* one) { return std::pair{one->on, one->seq}; });
        return list;
    }

    Result<Json> decision_json(const council::Dated<council::Decided>& decision) const {
        const council::Decided& what = *decision.what;
        const auto votes = council::count(what.votes);
        Json json = Json::object({{"code", what.code},
                                  {"seq", decision.seq},
                                  {"on", to_string(decision.on)},
                                  {"meeting", what.meeting.empty() ? Json{} : Json{what.meeting}},
                                  {"title", what.title},
                                  {"concerns", texts_json(what.concerns)},
                                  {"adopted", what.is_adopted},
                                  {"for", votes.in_favour},
                                  {"against", votes.against},
                                  {"abstained", votes.abstained},
                                  {"recused", codes_json(what.recused)},
                                  {"outcome", council::word(what.outcome)}});
        json.set("owner", what.owner ? Json{what.owner->text()} : Json{});
        json.set("decided_by", what.body.empty() ? Json{} : Json{what.body});
        json.set("due", day_json(what.due));
        json.set("minutes", what.minutes.empty() ? Json{} : Json{what.minutes});
        json.set("text", TRY(text_json(what.text)));
        return json;
    }

    // In how many meetings since the decision the obligation was still open.
    int carried_over(const council::Obligation& one) const {
        return static_cast<int>(
            std::ranges::count_if(standing_->meetings, [&](const council::Meeting& meeting) {
                return meeting.body == council::council_body && meeting.held &&
                       meeting.held->on > one.decision.on &&
                       (!one.closing || meeting.held->on < one.closing->on);
            }));
    }

    Json obligation_json(const council::Obligation& one) const {
        const council::Decided& what = *one.decision.what;
        Json json = Json::object({{"code", one.code()},
                                  {"title", what.title},
                                  {"owner", what.owner->text()},
                                  {"decided_on", to_string(one.decision.on)},
                                  {"due", to_string(one.due)},
                                  {"first_due", to_string(*what.due)},
                                  {"proof", what.proof},
                                  {"state", council::word(one.state(day_))},
                                  {"carried_over", carried_over(one)},
                                  {"escalation", escalation_json(one.escalation(day_))}});
        json.set("closed_on", one.closing ? Json{to_string(one.closing->on)} : Json{});
        json.set("evidence", one.closing ? texts_json(one.closing->what->evidence) : Json::array());
        json.set("extensions", Json::array_of(one.extensions, [](const auto& extension) {
                     return Json::object({{"on", to_string(extension.on)},
                                          {"due", to_string(extension.what->due)},
                                          {"decision", extension.what->decision}});
                 }));
        return json;
    }

    Json proposal_json(const council::Proposal& one) const {
        const council::Decided& what = *one.decision.what;
        const auto stage = one.stage();
        Json json = Json::object({{"code", one.code()},
                                  {"title", what.title},
                                  {"decided_by", what.body},
                                  {"decided_on", to_string(one.decision.on)},
                                  {"due", day_json(what.due)},
                                  {"stage", stage ? Json{council::word(*stage)} : Json{}},
                                  {"stalled", council::is_stalled(one, day_)}});
        json.set("stages", Json::array_of(one.stages, [](const auto& step) {
                     return Json::object({{"stage", council::word(step.what->stage)},
                                          {"on", to_string(step.on)},
                                          {"body", step.what->body},
                                          {"legal_text", step.what->legal_text},
                                          {"paper", step.what->paper}});
                 }));
        Json credits = Json::array();
        for (std::size_t step = 1; step <= council::reform_steps().size(); ++step) {
            const auto at = one.credits.find(static_cast<int>(step));
            credits.push(at == one.credits.end() ? Json{} : Json{at->second.what->score});
        }
        json.set("credits", std::move(credits));
        return json;
    }

    Result<Json> issue_json(const council::Issue& issue) const {
        const auto& raised = *issue.raised.what;
        Json json = Json::object({{"code", issue.code()},
                                  {"form", issue.form},
                                  {"title", raised.title},
                                  {"raised_by", raised.raised_by},
                                  {"raised_on", to_string(issue.raised.on)},
                                  {"due", to_string(issue.due)},
                                  {"state", council::word(issue.state())},
                                  {"late", issue.is_open()  ? issue.due < day_
                                           : issue.answered ? issue.due < issue.answered->on
                                                            : false},
                                  {"reopened", static_cast<int>(issue.reopenings.size())},
                                  {"escalation", escalation_json(issue.escalation(day_))}});
        json.set("owner", issue.assigned ? Json{issue.assigned->what->owner.text()} : Json{});
        json.set("constraint", issue.constraint.empty() ? Json{} : Json{issue.constraint});
        json.set("answered_on", issue.answered ? Json{to_string(issue.answered->on)} : Json{});
        json.set("answer", issue.answered
                               ? Json{TRY(unvaulted(record_, issue.answered->what->answer))}
                               : Json{});
        Json earlier = Json::array();
        for (const auto& answer : issue.earlier)
            earlier.push(Json::object({{"on", to_string(answer.on)},
                                       {"answer", TRY(unvaulted(record_, answer.what->answer))}}));
        json.set("earlier", std::move(earlier));
        json.set("text", TRY(text_json(raised.text)));
        return json;
    }

    Json counts_json() const {
        int open = 0, overdue = 0, closed = 0, closed_late = 0;
        for (const auto& one : standing_->obligations) {
            const auto state = one.state(day_);
            open += state == council::ObligationState::open;
            overdue += state == council::ObligationState::overdue;
            closed += state == council::ObligationState::closed;
            closed_late += state == council::ObligationState::closed_late;
        }
        const auto stages = [&](council::Stage stage) {
            return static_cast<int>(std::ranges::count_if(
                standing_->proposals, [&](const auto& one) { return one.stage() == stage; }));
        };
        const auto issues = [&](auto wanted) {
            return static_cast<int>(std::ranges::count_if(standing_->issues, wanted));
        };
        return Json::object(
            {{"obligations", Json::object({{"open", open},
                                           {"overdue", overdue},
                                           {"closed", closed},
                                           {"closed_late", closed_late}})},
             {"proposals", Json::object({{"all", static_cast<int>(standing_->proposals.size())},
                                         {"enacted", stages(council::Stage::enacted)},
                                         {"refused", stages(council::Stage::refused)}})},
             {"issues",
              Json::object(
                  {{"open", issues([](const auto& one) { return one.is_open(); })},
                   {"late",
                    issues([&](const auto& one) { return one.is_open() && one.due < day_; })},
                   {"answered", issues([](const auto& one) { return one.answered.has_value(); })},
                   {"answered_in_time", issues([](const auto& one) {
                        return one.answered && one.answered->on <= one.due;
                    })}})}});
    }

    const Record& record_;
    const Answerable& moment_;
    const plan::Plan& plan_;
    std::shared_ptr<const Standing> standing_;
    base::Day day_;
    Reader reader_;
};

}  // namespace

Result<Json> agenda_view(const Record& record, const Question& question, std::string_view code) {
    const Answerable moment = TRY(record.answerable(question));
    const auto standing = standing_of(record, moment);
    const council::Meeting* meeting =
        standing->next_meeting(council::council_body, moment.known.as_of);
    std::vector<council::AgendaItem> items;
    if (code.empty()) {
        items = TRY(proposed_agenda(record, moment));
    } else {
        meeting = TRY(meeting_named(*standing, code));
        if (!meeting->agenda)
            return Error{ErrorCode::no_such_matter,
                         meeting->cancelled
                             ? fmt::format("meeting {} was cancelled and has no agenda", code)
                             : fmt::format("meeting {} has no agenda yet; prepare it first", code),
                         "meeting"};
        items = meeting->agenda->what->items;
    }
    Json json = Json::object();
    put_heading(json, moment);
    json.set("meeting", meeting == nullptr
                            ? Json{}
                            : Json::object({{"code", meeting->code},
                                            {"on", to_string(meeting->on)},
                                            {"time", meeting->time},
                                            {"place", meeting->place},
                                            {"state", state_of(*meeting, moment.known.as_of)}}));
    json.set("prepared_on", code.empty() ? Json{} : Json{to_string(meeting->agenda->on)});
    json.set("items", Json::array_of(items, item_json));
    json.set("left_out",
             code.empty() ? Json::array() : texts_json(meeting->agenda->what->left_out));
    return json;
}

Result<Json> minutes_view(const Record& record, const Question& question, std::string_view meeting,
                          Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    const auto standing = standing_of(record, moment);
    const auto* named = TRY(meeting_named(*standing, meeting));
    Json json = Json::object();
    put_heading(json, moment);
    TRY(Room(record, moment, reader).put_minutes(json, *named));
    return json;
}

Result<Json> council_view(const Record& record, const Question& question, Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    Json json = Json::object();
    put_heading(json, moment);
    TRY(Room(record, moment, reader).put(json));
    return json;
}

namespace {

Json point_json(const council::OpenPoint& point) {
    return Json::object(
        {{"subject", point.subject},
         {"field", point.field},
         {"closer", council::word(point.closer)},
         {"institution", point.institution.empty() ? Json{} : Json{point.institution.text()}},
         {"found", point.found},
         {"proposal", point.proposal ? Json{*point.proposal} : Json{}}});
}

// What the printed plan says beside the working one; what it does not say is no promise.
Json promised_json(const Answerable& moment, const plan::Activity& activity) {
    Json list = Json::array();
    const auto add = [&](const std::vector<plan::Change>& changes) {
        for (const auto& change : changes) {
            if (!change.before.empty())
                list.push(plan::to_json(change));
        }
    };
    if (const auto* promised = moment.plan->promised->find(activity.code))
        add(plan::difference(*promised, activity));
    for (const auto& target : activity.targets) {
        if (const auto* promised = moment.plan->promised->find_target(target.id))
            add(plan::difference(*promised, target));
    }
    return list;
}

Result<Json> activity_json(const Record& record, const Answerable& moment,
                           const council::ShortNames& names, const council::ActivityChecklist& list,
                           Reader reader) {
    const plan::Plan& plan = *moment.plan->working;
    const plan::Activity& activity = *list.activity;
    Json json = Json::object({{"code", activity.code.text()},
                              {"title", activity.title},
                              {"objective", activity.objective.text()},
                              {"lead", activity.lead.is_stated() ? Json{activity.lead->text()}
                                       : activity.lead.is_open() ? Json{"open"}
                                                                 : Json{}},
                              {"support", codes_json(activity.support)},
                              {"open", static_cast<int>(list.points.size())},
                              {"in_words", council::in_words(names, list)},
                              {"adopted", list.is_adopted_for(plan, moment.known.as_of)}});
    json.set("points", Json::array_of(list.points, point_json));
    json.set(
        "years", Json::array_of(list.years, [](const plan::WorkingYear& year) {
            return Json::object(
                {{"year", year.year}, {"on", to_string(year.on)}, {"decision", year.decision}});
        }));
    json.set("proposals", Json::array_of(list.proposals, [](const auto* change) {
                 return Json::object({{"seq", change->seq},
                                      {"on", to_string(change->effective_on)},
                                      {"institution", change->institution.text()},
                                      {"subject", change->subject},
                                      {"difference", change->difference}});
             }));
    Json confirmations = Json::array();
    if (const auto at = moment.plan->confirmations.find(activity.code);
        at != moment.plan->confirmations.end()) {
        for (const auto& said : at->second)
            confirmations.push(
                Json::object({{"institution", said.institution.text()},
                              {"answer", said.answer},
                              {"by", said.by},
                              {"on", to_string(said.effective_on)},
                              {"note", reader == Reader::anybody || said.note.empty()
                                           ? Json{}
                                           : Json{TRY(unvaulted(record, said.note))}}}));
    }
    json.set("confirmations", std::move(confirmations));
    json.set("steps", Json::array_of(activity.steps, [](const plan::Step& step) {
                 return Json::object({{"title", step.title},
                                      {"from", to_string(step.from)},
                                      {"until", to_string(step.until)}});
             }));
    json.set("promised", promised_json(moment, activity));
    return json;
}

}  // namespace

Result<Json> working_plan_view(const Record& record, const Question& question,
                               std::string_view activity, Reader reader) {
    const Answerable moment = TRY(record.answerable(question));
    if (!activity.empty())
        TRY(activity_named(*moment.plan->working, activity));
    Json json = Json::object();
    put_heading(json, moment);
    Json activities = Json::array();
    const council::ShortNames names{*moment.plan->working};
    int open = 0, adopted = 0, complete = 0;
    for (const auto& list : checklist_at(moment)) {
        open += static_cast<int>(list.points.size());
        adopted += list.is_adopted_for(*moment.plan->working, moment.known.as_of);
        complete += list.points.empty();
        if (activity.empty() || list.activity->code.text() == activity)
            activities.push(TRY(activity_json(record, moment, names, list, reader)));
    }
    json.set("open", open);
    json.set("complete", complete);
    json.set("adopted", adopted);
    json.set("of", static_cast<int>(moment.plan->working->activities.size()));
    json.set("activities", std::move(activities));
    return json;
}

}  // namespace app
