#include "app/exercise_council.h"

#include "app/amend_plan.h"
#include "app/convene.h"
#include "app/council_view.h"
#include "app/decide.h"
#include "app/issue_desk.h"
#include "app/keep_seats.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace app {

using base::Day;
using base::Json;
using std::chrono::days;

namespace {

const trust::Principal officer{
    "exercise-secretariat", "", {trust::Role::secretariat, trust::Role::administrator}};

}  // namespace

template <typename Request, typename Draft>
Result<void> ExerciseCouncil::act(Request request, Draft draft, std::string institution) {
    request.request_id = fmt::format("exercise-council-{}", ++requests_);
    auto principal = officer;
    principal.institution = institution.empty() ? secretariat_of(record_) : std::move(institution);
    if (principal.institution.empty())
        principal.institution = TRY(record_.now()).plan->working->institutions.front().code.text();
    TRY(carry_out(record_, principal, request, draft));
    return {};
}

Result<std::string> ExerciseCouncil::paper(std::string_view about) {
    return keep_evidence(record_, {"exercise-officer", "", {trust::Role::reporter}},
                         fmt::format("EXERCISE, NOT FACT\n{}, made up for training.\n", about));
}

Result<void> ExerciseCouncil::fill_seats() {
    const auto moment = TRY(record_.now());
    const auto standing = standing_of(record_, moment);
    for (const auto& seat : standing->seats) {
        AppointmentRequest request;
        request.seat = seat.seat.institution.text();
        request.holder = fmt::format("exercise-holder-{}", seat.seat.number);
        if (seat.on(council::Capacity::holder, moment.today) != nullptr)
            continue;
        TRY(act(request, draft_appointment));
        if (!dice_.chance(0.5))
            continue;
        request.holder = fmt::format("exercise-alternate-{}", seat.seat.number);
        request.capacity = "alternate";
        TRY(act(request, draft_appointment));
    }
    return {};
}

Result<std::string> ExerciseCouncil::begin(Day until) {
    const auto moment = TRY(record_.now());
    const plan::Plan& plan = *moment.plan->working;
    if (plan.council.seats.empty()) {
        // Without a council the working plan rests on minutes from outside.
        DecisionRequest request;
        request.code = "exercise-1";
        request.title = "Exercise: the working plan is closed and adopted";
        request.concerns = {"plan"};
        request.minutes.sha256 = TRY(paper("Minutes"));
        TRY(act(request, draft_decision));
        return request.code;
    }
    TRY(fill_seats());
    for (Day on = moment.today; on <= std::min(until, plan.until);) {
        const auto quarter = base::Period::containing(on, base::Frequency::quarter);
        ScheduleRequest request;
        request.on = on;
        request.meeting = quarter.text();
        request.time = "10:00";
        request.place = "Exercise hall";
        TRY(act(request, draft_schedule));
        meetings_.emplace_back(quarter.text(), on);
        on = quarter.next().first_day() + days{30 + static_cast<int>(dice_.below(40))};
    }
    const std::string first = meetings_.front().first;
    TRY(prepare(first));
    TRY(hold(first, 1.0));
    DecisionRequest request;
    request.meeting = first;
    request.title = "Exercise: the working plan is closed and adopted";
    request.concerns = {"plan", "council"};
    request.by_consensus = true;
    TRY(act(request, draft_decision));
    met_ = 1;
    return first + "/1";
}

// Each seat comes with that chance; its alternate stands in now and then.
Result<void> ExerciseCouncil::hold(const std::string& meeting, double attendance) {
    const auto moment = TRY(record_.now());
    const auto standing = standing_of(record_, moment);
    HoldRequest request;
    request.meeting = meeting;
    for (const auto& seat : standing->seats) {
        const std::string& code = seat.seat.institution.text();
        if (dice_.chance(attendance))
            request.present.push_back(code);
        else if (seat.on(council::Capacity::alternate, moment.today) != nullptr &&
                 dice_.chance(0.4))
            request.alternates.push_back(code);
    }
    if (!request.present.empty())
        request.chair = request.present.front();
    return act(request, draft_holding);
}

const plan::Institution& ExerciseCouncil::somebody(bool with_seat) {
    const auto plan = record_.now().value().plan->working;
    const auto& all = plan->institutions;
    while (true) {
        const auto& one = all[dice_.below(all.size())];
        const bool has_seat =
            std::ranges::find(plan->council.seats, one.code, &plan::Seat::institution) !=
            plan->council.seats.end();
        if (has_seat == with_seat || plan->council.seats.size() == all.size())
            return one;
    }
}

Result<void> ExerciseCouncil::decide(const std::string& meeting) {
    constexpr std::array<std::string_view, 5> tasks{
        "Hand in the missing reports", "Find a hall for the summit", "Write to the provinces",
        "Publish the register of firms", "Agree on the terms of the study"};
    constexpr std::array<std::string_view, 4> policies{
        "One tax rate for BPO and software firms", "Longer opening of the currency window",
        "Rent support in the technology zones", "Night shifts under the labour rules"};
    const auto moment = TRY(record_.now());
    const auto standing = standing_of(record_, moment);
    const auto* held = standing->find_meeting(meeting);
    if (static_cast<int>(held->held->what->present.size()) < held->held->what->needed)
        return {};
    const auto decisions = 1 + dice_.below(3);
    for (std::uint64_t i = 0; i < decisions; ++i) {
        DecisionRequest request;
        request.meeting = meeting;
        const bool is_task = dice_.chance(0.7);
        request.title =
            fmt::format("Exercise: {}", is_task ? tasks[dice_.below(tasks.size())]
                                                : policies[dice_.below(policies.size())]);
        for (const auto& present : held->held->what->present)
            (dice_.chance(0.85) ? request.in_favour : request.against)
                .push_back(present.seat.text());
        request.due = moment.today + days{60 + static_cast<int>(dice_.below(120))};
        if (is_task) {
            request.owner = somebody(true).code.text();
            request.proof = "Exercise: a signed letter";
        } else {
            request.body = somebody(false).code.text();
        }
        TRY(act(request, draft_decision));
    }
    return {};
}

// What is for the leads to close does not fill the council's time.
Result<void> ExerciseCouncil::prepare(const std::string& meeting) {
    const auto moment = TRY(record_.now());
    const auto items = TRY(proposed_agenda(record_, moment));
    PrepareRequest request;
    request.meeting = meeting;
    for (const std::string kind : {"working_plan", "unverified"}) {
        if (std::ranges::find(items, kind, &council::AgendaItem::kind) != items.end())
            request.leave_out.push_back(kind);
    }
    return act(request, draft_preparation);
}

// Owners hand in their proof, mostly in time; proposals move a stage now and then.
Result<void> ExerciseCouncil::follow_up(Day day) {
    const auto moment = TRY(record_.now());
    const auto standing = standing_of(record_, moment);
    for (const auto& one : standing->obligations) {
        if (one.closing || one.due > day + days{20} || !dice_.chance(0.7))
            continue;
        ClosingRequest request;
        request.obligation = one.code();
        request.evidence = {{TRY(paper("A letter")), "exercise letter", "B"}};
        const auto& plan = *moment.plan->working;
        const auto other = std::ranges::find_if(plan.institutions, [&](const auto& institution) {
            return institution.code != *one.decision.what->owner;
        });
        TRY(act(request, draft_closing, other->code.text()));
    }
    for (const auto& one : standing->proposals) {
        if (one.is_settled() || !dice_.chance(0.6))
            continue;
        AdvanceRequest request;
        request.proposal = one.code();
        const auto stage = one.stage();
        request.stage = !stage                                ? "drafted"
                        : *stage == council::Stage::drafted   ? "submitted"
                        : dice_.chance(0.2)                   ? "refused"
                        : *stage == council::Stage::submitted ? "accepted"
                                                              : "enacted";
        if (request.stage == "enacted")
            request.legal_text = "Exercise notification 12";
        TRY(act(request, draft_advance));
    }
    return {};
}

Result<void> ExerciseCouncil::bring_issues(Day day) {
    constexpr std::array<std::string_view, 4> titles{
        "Payments from abroad are held back", "Power is cut during the night shift",
        "The tax office asks for papers twice", "An address of ours is blocked"};
    constexpr std::array<std::string_view, 3> forms{"issue", "whitelisting", "one_window"};
    const auto moment = TRY(record_.now());
    const auto forms_known = council::desk_of(moment.plan->working->council);
    const auto count = 1 + dice_.below(3);
    for (std::uint64_t i = 0; i < count; ++i) {
        IssueRequest request;
        request.title = fmt::format("Exercise: {}", titles[dice_.below(titles.size())]);
        request.form = moment.plan->working->council.desk.empty()
                           ? std::string{forms[dice_.below(forms.size())]}
                           : forms_known[dice_.below(forms_known.size())].form;
        request.raised_by = dice_.chance(0.7) ? "firm" : "member";
        TRY(act(request, draft_issue));
    }
    const auto after = TRY(record_.now());
    const auto standing = standing_of(record_, after);
    for (const auto& issue : standing->issues) {
        if (!issue.is_open() || (issue.raised.on == day && dice_.chance(0.5)))
            continue;
        if (!issue.assigned) {
            AssignmentRequest request;
            request.issue = issue.code();
            request.owner = somebody(true).code.text();
            const auto& constraints = moment.plan->working->constraints;
            if (!constraints.empty())
                request.constraint = constraints[dice_.below(constraints.size())].code;
            TRY(act(request, draft_assignment));
        } else if (dice_.chance(0.7)) {
            auto principal = officer;
            AnswerRequest request;
            request.issue = issue.code();
            request.text = "Exercise: the office will deal with it this month.";
            TRY(act(request, draft_answer, issue.assigned->what->owner.text()));
        }
    }
    return {};
}

Result<void> ExerciseCouncil::meet_until(Day day) {
    for (; met_ < meetings_.size() && meetings_[met_].second <= day; ++met_) {
        const auto& [meeting, on] = meetings_[met_];
        move_to(on);
        const Day today = TRY(record_.now()).today;
        TRY(follow_up(today));
        TRY(bring_issues(today));
        if (today != on) {  // the clock had gone further: the meeting is held that day
            ScheduleRequest request;
            request.on = today;
            request.meeting = meeting;
            TRY(act(request, draft_schedule));
        }
        TRY(fill_seats());
        TRY(prepare(meeting));
        TRY(hold(meeting, dice_.chance(0.85) ? 0.8 : 0.3));
        TRY(decide(meeting));
    }
    return {};
}

}  // namespace app
