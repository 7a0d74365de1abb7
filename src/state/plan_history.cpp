#include "plan/amend.h"
#include "state/state.h"

#include <fmt/format.h>

#include <algorithm>

namespace state {
namespace {

using base::Error;
using base::ErrorCode;
using journal::JsonView;

constexpr std::size_t compositions_max = 16;

Error malformed(std::uint64_t seq, std::string_view what) {
    return Error{ErrorCode::invalid_entry, fmt::format("expected {}", what),
                 fmt::format("entry {}", seq)};
}

Result<std::shared_ptr<const base::Json>> changes_of(std::uint64_t seq, const JsonView& payload) {
    const JsonView changes = payload.find("changes");
    if (!changes.is_object())
        return malformed(seq, "a payload with changes");
    return std::make_shared<const base::Json>(TRY(base::Json::parse(changes.bytes(), "changes")));
}

std::vector<plan::ActivityId> activities_of(const JsonView& list) {
    std::vector<plan::ActivityId> activities;
    list.for_each_item([&](JsonView code) { activities.emplace_back(code.text()); });
    return activities;
}

// A proposal that an amendment brought about otherwise has nothing left to change.
void settle_same(const plan::Plan& amended, const std::string& subject, std::uint64_t seq,
                 PlanInForce& in_force) {
    for (auto& change : in_force.proposed) {
        if (!change.is_pending() || change.subject != subject)
            continue;
        const auto after = plan::apply(amended, plan::Amendment{change.subject, *change.changes});
        if (after.ok() && plan::difference(amended, after.value(), subject).empty())
            change.settled_by = seq;
    }
}

}  // namespace

Result<void> State::fold_plan(std::uint64_t seq, const journal::EntryView& entry) {
    const JsonView& payload = entry.payload;
    PlanEvent event;
    event.seq = seq;
    event.effective_on = entry.effective_day();
    if (entry.kind == "plan.adopted" && payload.find("what").raw() == "printed") {
        event.kind = PlanEventKind::printed;
        const auto hash = TRY(journal::parse_hex(payload.find("plan").raw()));
        event.plan = std::make_shared<const plan::Plan>(TRY(plan_source_(hash)));
    } else if (entry.kind == "plan.adopted" && payload.find("what").raw() == "working") {
        event.kind = PlanEventKind::working;
        event.activities = activities_of(payload.find("activities"));
        event.year = {payload.find("year").text(), event.effective_on,
                      payload.find("decision").text()};
        payload.find("proposals").for_each_item([&](JsonView proposal) {
            event.proposals.push_back(static_cast<std::uint64_t>(proposal.integer().value_or(-1)));
        });
    } else if (entry.kind == "plan.declined") {
        event.kind = PlanEventKind::declined;
        event.proposals.push_back(
            static_cast<std::uint64_t>(payload.find("proposal").integer().value_or(-1)));
    } else if (entry.kind == "plan.proposed") {
        event.kind = PlanEventKind::proposed;
        event.proposed = plan::ProposedChange{seq,
                                              event.effective_on,
                                              plan::InstitutionId{std::string{entry.institution}},
                                              payload.find("subject").text(),
                                              payload.find("difference").text(),
                                              TRY(changes_of(seq, payload))};
    } else if (entry.kind == "plan.confirmed") {
        event.kind = PlanEventKind::confirmed;
        event.activities = {plan::ActivityId{payload.find("activity").text()}};
        event.confirmation = {seq,
                              event.effective_on,
                              plan::InstitutionId{std::string{entry.institution}},
                              payload.find("answer").text(),
                              payload.find("by").text(),
                              payload.find("note").text()};
    } else if (entry.kind == "plan.amended") {
        event.kind = PlanEventKind::amended;
        const auto changes = TRY(changes_of(seq, payload));
        event.amendment = {seq,
                           event.effective_on,
                           payload.find("subject").text(),
                           payload.find("reason").text(),
                           payload.find("decision").text(),
                           payload.find("difference").text(),
                           changes};
    } else {
        return {};
    }
    plan_events_.emplace_back(std::move(event));
    return {};
}

Result<std::shared_ptr<const PlanInForce>> State::plan_at(const Known& known) const {
    std::vector<std::size_t> events;
    const std::size_t count = plan_events_.size();
    for (std::size_t i = 0; i < count; ++i) {
        const PlanEvent& event = plan_events_[i];
        if (event.seq >= known.seq || event.effective_on > known.as_of)
            continue;
        events.push_back(i);
    }
    // Nothing is confirmed or amended before the first adoption, which counts from the first day.
    if (events.empty() || plan_events_[events.front()].kind != PlanEventKind::printed)
        return std::shared_ptr<const PlanInForce>{};
    const auto kept = compositions_.load();
    for (const auto& composed : *kept) {
        if (composed->events == events)
            return composed->plan;
    }
    auto plan = TRY(compose(events));
    auto renewed = std::make_shared<Compositions>();
    renewed->push_back(std::make_shared<const Composed>(Composed{std::move(events), plan}));
    for (const auto& composed : *kept) {
        if (renewed->size() < compositions_max)
            renewed->push_back(composed);
    }
    compositions_.store(std::move(renewed));
    return plan;
}

std::vector<base::Day> State::plan_days(base::Day from) const {
    std::vector<base::Day> days;
    for (std::size_t i = 0; i < plan_events_.size(); ++i) {
        if (plan_events_[i].effective_on >= from)
            days.push_back(plan_events_[i].effective_on);
    }
    std::ranges::sort(days);
    const auto [first, last] = std::ranges::unique(days);
    days.erase(first, last);
    return days;
}

Result<std::shared_ptr<const PlanInForce>> State::compose(
    const std::vector<std::size_t>& events) const {
    auto in_force = std::make_shared<PlanInForce>();
    const auto ask = [&](const plan::ActivityId& activity, base::Day day) {
        const auto [at, is_new] = in_force->asked_from.try_emplace(activity, day);
        at->second = is_new ? day : std::min(at->second, day);
    };
    std::optional<plan::Plan> amended;
    // Changed in place: a copy of a large plan for each amendment would be most of the work.
    const auto amend = [&](const AmendmentRecord& amendment) {
        return plan::apply(amended ? std::move(*amended) : plan::Plan{*in_force->printed},
                           plan::Amendment{amendment.subject, *amendment.changes});
    };
    for (const std::size_t index : events) {
        const PlanEvent& event = plan_events_[index];
        switch (event.kind) {
            case PlanEventKind::printed:
                // A strategy that is adopted anew takes the place of the one before; what was
                // confirmed, adopted and amended by then goes on in it.
                if (!in_force->promised) {
                    in_force->promised = event.plan;
                    in_force->adopted_on = event.effective_on;
                }
                in_force->printed = event.plan;
                in_force->adopted_by = event.seq;
                amended.reset();
                for (const auto& amendment : in_force->amendments)
                    amended = TRY(amend(amendment));
                break;
            case PlanEventKind::working:
                for (const auto& activity : event.activities) {
                    ask(activity, event.effective_on);
                    in_force->years[activity].push_back(event.year);
                }
                for (const std::uint64_t seq : event.proposals) {
                    const auto at =
                        std::ranges::find(in_force->proposed, seq, &plan::ProposedChange::seq);
                    if (at == in_force->proposed.end())
                        continue;
                    at->settled_by = event.seq;
                    const AmendmentRecord adopted{event.seq,  event.effective_on,  at->subject,
                                                  "",         event.year.decision, at->difference,
                                                  at->changes};
                    amended = TRY(amend(adopted));
                    in_force->amendments.push_back(adopted);
                }
                break;
            case PlanEventKind::proposed:
                // It takes the place of what the same institution proposed for the subject.
                for (auto& earlier : in_force->proposed) {
                    if (earlier.subject == event.proposed->subject && earlier.is_pending() &&
                        earlier.institution == event.proposed->institution)
                        earlier.settled_by = event.seq;
                }
                in_force->proposed.push_back(*event.proposed);
                break;
            case PlanEventKind::confirmed: {
                const plan::ActivityId& code = event.activities.front();
                in_force->confirmations[code].push_back(event.confirmation);
                const plan::Plan& current = amended ? *amended : *in_force->printed;
                const plan::Activity* activity = current.find(code);
                const bool by_lead = activity != nullptr && activity->lead.is_stated() &&
                                     *activity->lead == event.confirmation.institution;
                if (by_lead && event.confirmation.answer != "no")
                    ask(code, event.effective_on);
                break;
            }
            case PlanEventKind::declined:
                for (auto& change : in_force->proposed) {
                    if (change.seq == event.proposals.front())
                        change.settled_by = event.seq;
                }
                break;
            case PlanEventKind::amended:
                amended = TRY(amend(event.amendment));
                in_force->amendments.push_back(event.amendment);
                settle_same(*amended, event.amendment.subject, event.seq, *in_force);
                break;
        }
    }
    in_force->working = in_force->printed;
    if (amended)
        in_force->working = std::make_shared<const plan::Plan>(std::move(*amended));
    return std::shared_ptr<const PlanInForce>{std::move(in_force)};
}

}  // namespace state
