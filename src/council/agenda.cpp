#include "council/agenda.h"

#include "council/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace council {
namespace {

using base::to_string;
using status::Status;
using std::chrono::days;

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> headings{{
    {"obligation", "Obligations that are due"},
    {"proposal", "Policy proposals that do not move"},
    {"issue", "Issues past their clock"},
    {"red_target", "Red lines"},
    {"red_outcome", "Red lines"},
    {"due_passed", "Promises whose day has passed"},
    {"overdue_report", "Overdue duties"},
    {"unverified", "Claims that nobody verified"},
    {"promise_changed", "Promises that were changed"},
    {"load_failed", "Statistics that could not be loaded"},
    {"group", "From the working groups"},
    {"adoption", "To adopt"},
    {"not_entered", "The council itself"},
    {"council_rules", "The council itself"},
    {"seats", "The council itself"},
    {"working_plan", "What is open in the working plan"},
    {"open_field", "What else is open"},
    {"idle_member", "Members without any activity"},
    {"overload", "Load beyond the rated capacity"},
    {"added", "Added by hand"},
}};

// Obligations are brought up before they are late, so that the owner can say how it stands.
constexpr int due_soon_days = 30;
// A named verifier has that long before the council hears of it.
constexpr int verification_days = 30;

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

/// Targets and activities by code, for plans of thousands.
struct Index {
    explicit Index(const plan::Plan& plan) {
        for (const auto& activity : plan.activities) {
            activities.emplace(activity.code.text(), &activity);
            for (const auto& target : activity.targets)
                targets.emplace(target.id.text(), &target);
        }
    }
    std::unordered_map<std::string_view, const plan::Activity*> activities;
    std::unordered_map<std::string_view, const plan::Target*> targets;
};

class Proposing {
  public:
    explicit Proposing(const AgendaInput& input)
        : input_(input), index_(input.plan), names_(input.plan) {}

    std::vector<AgendaItem> propose() {
        obligations();
        proposals();
        issues();
        red_lines();
        due_passed();
        overdue_reports();
        unverified();
        promises();
        failed_loads();
        groups();
        adoption();
        not_entered();
        rules();
        vacant_seats();
        working_plan();
        open_fields();
        members();
        left_over();
        return std::move(items_);
    }

  private:
    void add(std::string kind, std::string subject, std::string title, std::string why) {
        items_.push_back({std::move(kind), std::move(subject), std::move(title), std::move(why)});
    }
    std::string name(const InstitutionId& institution) const { return names_.of(institution); }

    std::string climbed(const std::vector<progress::EscalationStep>& steps) const {
        return steps.empty() ? ""
                             : fmt::format("; brought to the {} on {}", word(steps.back().rung),
                                           to_string(steps.back().on));
    }

    void obligations() {
        for (const Obligation& one : input_.standing.obligations) {
            const auto state = one.state(input_.day);
            if (one.closing || one.due > input_.day + days{due_soon_days})
                continue;
            const Decided& decision = *one.decision.what;
            add("obligation", one.code(),
                fmt::format("{} {}: {}", name(*decision.owner),
                            state == ObligationState::overdue ? "is late" : "owes", decision.title),
                fmt::format("decided on {}, {} on {}; proof: {}{}", to_string(one.decision.on),
                            state == ObligationState::overdue ? "was due" : "due",
                            to_string(one.due), decision.proof,
                            climbed(one.escalation(input_.day))));
        }
    }

    void proposals() {
        for (const Proposal& one : input_.standing.proposals) {
            const Decided& decision = *one.decision.what;
            const bool is_late = !one.is_settled() && decision.due && *decision.due < input_.day;
            if (!is_late && !is_stalled(one, input_.day))
                continue;
            const auto stage = one.stage();
            add("proposal", one.code(),
                fmt::format("{}: {}", name(InstitutionId{decision.body}), decision.title),
                fmt::format("{} since {}, for {} days{}", stage ? word(*stage) : "not drafted",
                            to_string(one.moved_on()), (input_.day - one.moved_on()).count(),
                            is_late ? ", was to be decided by " + to_string(*decision.due) : ""));
        }
    }

    void issues() {
        for (const Issue& issue : input_.standing.issues) {
            if (!issue.is_open() || issue.due >= input_.day)
                continue;
            const auto& raised = *issue.raised.what;
            add("issue", issue.code(), raised.title,
                fmt::format("raised on {} by {}, to be answered by {}; {}{}",
                            to_string(issue.raised.on),
                            raised.raised_by == "firm"     ? "a firm"
                            : raised.raised_by == "member" ? "a member"
                                                           : name(InstitutionId{raised.raised_by}),
                            to_string(issue.due),
                            issue.assigned ? "owned by " + name(issue.assigned->what->owner)
                                           : "nobody owns it",
                            climbed(issue.escalation(input_.day))));
        }
    }

    void red_lines() {
        const auto red = [&](std::span<const status::TargetStatus> list, std::string_view kind,
                             const auto& statement_of) {
            for (const Status wanted : {Status::missed, Status::off_track}) {
                for (const auto& judged : list) {
                    if (judged.status != wanted)
                        continue;
                    add(std::string{kind}, judged.id.text(),
                        fmt::format("{} {}: {}", judged.id.text(), label(judged.status),
                                    statement_of(judged)),
                        judged.why.empty() ? "" : judged.why.front());
                }
            }
        };
        red(input_.targets, "red_target", [&](const auto& judged) {
            const auto* target = index_.targets.at(judged.id.text());
            return target->statement.is_stated() ? *target->statement : std::string{"(open)"};
        });
        red(input_.outcomes, "red_outcome",
            [&](const auto& judged) { return input_.plan.find_outcome(judged.id)->statement; });
    }

    // Nobody was asked, or nothing was ever reported, and the day that was promised is gone.
    void due_passed() {
        std::vector<std::string> passed;
        for (const auto& judged : input_.targets) {
            const auto& target = *index_.targets.at(judged.id.text());
            const bool is_unknown =
                judged.status == Status::not_asked || judged.status == Status::no_data;
            if (is_unknown && target.due.is_stated() && target.due->day < input_.day)
                passed.push_back(fmt::format("{} (due {})", judged.id.text(), target.due->text));
        }
        if (!passed.empty())
            add("due_passed", "due_passed",
                fmt::format("The day of {} has passed, and nothing is known",
                            plural(passed.size(), "promise", "promises")),
                fmt::format("nobody was asked, or nothing was reported: {}",
                            fmt::join(passed, ", ")));
    }

    // A meeting that nobody entered would vanish between two agendas.
    void not_entered() {
        for (const Meeting& meeting : input_.standing.meetings) {
            if (!meeting.held && !meeting.cancelled && meeting.on < input_.day)
                add("not_entered", meeting.code,
                    fmt::format("Enter meeting {} of {}", meeting.code, to_string(meeting.on)),
                    "its day has passed; neither who was there nor that it was cancelled is "
                    "recorded");
        }
    }

    // One item an institution: silence is its own, not the target's.
    void overdue_reports() {
        struct Silence {
            std::vector<std::string> targets;
            std::size_t periods = 0;
            std::vector<progress::EscalationStep> steps;
        };
        std::map<InstitutionId, Silence> silences;
        for (const auto& judged : input_.targets) {
            if (judged.silent_periods.empty())
                continue;
            const auto* activity = index_.activities.at(judged.activity.text());
            if (!activity->lead.is_stated())
                continue;
            Silence& silence = silences[*activity->lead];
            silence.targets.push_back(judged.id.text());
            silence.periods += judged.silent_periods.size();
            if (judged.escalation.size() > silence.steps.size())
                silence.steps = judged.escalation;
        }
        for (const auto& [institution, silence] : silences) {
            const auto shown = std::min<std::size_t>(silence.targets.size(), 8);
            const std::vector<std::string> first{
                silence.targets.begin(),
                silence.targets.begin() + static_cast<std::ptrdiff_t>(shown)};
            add("overdue_report", institution.text(),
                fmt::format("{} is silent on {}", name(institution),
                            plural(silence.targets.size(), "target", "targets")),
                fmt::format("{} missing: {}{}{}", plural(silence.periods, "report", "reports"),
                            fmt::join(first, ", "),
                            shown < silence.targets.size()
                                ? fmt::format(" and {} more", silence.targets.size() - shown)
                                : "",
                            climbed(silence.steps)));
        }
    }

    void unverified() {
        for (const auto& judged : input_.targets) {
            if (judged.waiting_reports == 0)
                continue;
            const plan::Target& target = *index_.targets.at(judged.id.text());
            const bool is_late = *judged.waiting_since + days{verification_days} < input_.day;
            if (target.verifier && !is_late)
                continue;
            const auto title =
                target.verifier
                    ? fmt::format("Verification of {} is late", judged.id.text())
                    : fmt::format("Name who verifies {}: {}", judged.id.text(),
                                  target.statement.is_stated() ? *target.statement : "(open)");
            add("unverified", judged.id.text(), title,
                fmt::format("{} since {}; {}",
                            plural(static_cast<std::size_t>(judged.waiting_reports), "report waits",
                                   "reports wait"),
                            to_string(*judged.waiting_since),
                            target.verifier ? "the verifier that the plan names has not acted"
                                            : "the working plan names no verifier"));
        }
    }

    void promises() {
        for (const auto& change : input_.promises)
            add("promise_changed", change.subject,
                fmt::format("{} promises something else", change.subject),
                fmt::format("since {}: {}{}", to_string(change.on), change.difference,
                            change.decision.empty() ? "" : "; decision " + change.decision));
    }

    void failed_loads() {
        for (const auto& load : input_.failed_loads)
            add("load_failed", load.file, fmt::format("{} was refused", load.file),
                fmt::format("on {}, with {}; first: {}", to_string(load.on),
                            plural(static_cast<std::size_t>(load.faults), "fault", "faults"),
                            load.first));
    }

    // What a group decided since the council met last is a recommendation to it.
    void groups() {
        const Meeting* last = input_.standing.last_quorate(council_body, input_.day);
        for (const Meeting& meeting : input_.standing.meetings) {
            const bool is_new = last == nullptr || meeting.on > last->on;
            if (meeting.body == council_body || !meeting.held || !is_new)
                continue;
            const Group* group = input_.standing.find_group(meeting.body);
            for (const auto& decision : meeting.decisions) {
                if (decision.what->is_adopted)
                    add("group", decision.what->code, decision.what->title,
                        fmt::format("recommended on {} by {}", to_string(decision.on),
                                    group != nullptr ? group->title : meeting.body));
            }
        }
    }

    // The year that the next meeting can still adopt for: the present one, from its first day.
    void adoption() {
        std::vector<std::string> waiting, without;
        std::size_t proposals = 0;
        constexpr std::size_t shown_max = 6;
        for (const auto& list : input_.checklist) {
            if (!list.proposals.empty()) {
                for (const auto* proposal : list.proposals) {
                    if (++proposals <= shown_max)
                        waiting.push_back(proposal->difference);
                }
            }
            if (!list.years.empty() && !list.is_adopted_for(input_.plan, input_.day))
                without.push_back(list.activity->code.text());
        }
        if (!waiting.empty())
            add("adoption", "proposals",
                fmt::format("Adopt {} of the working plan",
                            plural(proposals, "proposed change", "proposed changes")),
                fmt::format("{}{}", fmt::join(waiting, "; "),
                            proposals > shown_max
                                ? fmt::format("; and {} more", proposals - shown_max)
                                : ""));
        if (!without.empty())
            add("adoption", "year",
                fmt::format("Adopt the working plan for {}",
                            base::Period::containing(input_.day, base::Frequency::year).text()),
                fmt::format("it was adopted for an earlier year only: {}",
                            fmt::join(without, ", ")));
    }

    void rules() {
        const auto& council = input_.plan.council;
        std::vector<std::string> open;
        for (const auto& [field, is_open] : {std::pair{"chair", council.chair.is_open()},
                                             {"quorum", council.quorum.is_open()},
                                             {"term", council.term.is_open()}}) {
            if (is_open)
                open.emplace_back(field);
        }
        if (!open.empty())
            add("council_rules", "council",
                fmt::format("Decide the council's {}", fmt::join(open, ", ")),
                "the strategy leaves them open; until then more than half of the seats are a "
                "quorum");
    }

    void vacant_seats() {
        std::vector<std::string> vacant;
        for (const auto& seat : input_.standing.seats) {
            if (seat.on(Capacity::holder, input_.day) == nullptr)
                vacant.push_back(name(seat.seat.institution));
        }
        if (!vacant.empty())
            add("seats", "seats",
                fmt::format("Name the holders of {}", plural(vacant.size(), "seat", "seats")),
                fmt::format("{}", fmt::join(vacant, ", ")));
    }

    void working_plan() {
        for (const auto& list : input_.checklist) {
            if (list.points.empty())
                continue;
            add("working_plan", list.activity->code.text(),
                fmt::format("{} {}", list.activity->code.text(), list.activity->title),
                in_words(names_, list));
        }
    }

    void open_fields() {
        std::map<std::string, std::vector<std::string>> by_subject;
        std::vector<std::string> order;
        for (const auto& point : plan::open_points_beside_activities(input_.plan)) {
            if (point.subject == "council")
                continue;
            auto& fields = by_subject[point.subject];
            if (fields.empty())
                order.push_back(point.subject);
            fields.push_back(point.field);
        }
        // Institutions lack all the same thing, so they stand together; outcomes too.
        std::vector<std::string> institutions, outcomes;
        for (const auto& subject : order) {
            if (input_.plan.find(InstitutionId{subject}) != nullptr)
                institutions.push_back(name(InstitutionId{subject}));
            else
                outcomes.push_back(
                    fmt::format("{} of {}", fmt::join(by_subject[subject], ", "), subject));
        }
        if (!outcomes.empty())
            add("open_field", "outcomes",
                fmt::format("Close what {} open",
                            plural(outcomes.size(), "outcome leaves", "outcomes leave")),
                fmt::format("the council: {}", fmt::join(outcomes, ", ")));
        if (!institutions.empty())
            add("open_field", "institutions",
                fmt::format("Say of which type {} are",
                            plural(institutions.size(), "institution", "institutions")),
                fmt::format("the secretariat: {}", fmt::join(institutions, ", ")));
    }

    void members() {
        std::vector<AgendaItem> idle;
        for (const auto& load : loads_of(input_.plan)) {
            if (load.has_seat && load.is_idle())
                add("idle_member", load.institution.text(),
                    fmt::format("{} sits on the council and has no activity",
                                name(load.institution)),
                    "it neither leads nor supports any");
            if (load.is_over())
                idle.push_back(
                    {"overload", load.institution.text(),
                     fmt::format("{} carries more than its rated capacity", name(load.institution)),
                     fmt::format("it leads {} and supports {} of {} activities; a load of {:.2f} "
                                 "against {:.1f} for a capacity rated {}",
                                 load.leads.size(), load.supports.size(),
                                 input_.plan.activities.size(), load.load, *load.limit,
                                 *load.capacity)});
        }
        std::ranges::move(idle, std::back_inserter(items_));
    }

    // What stood on the agenda of the last meeting and was not dealt with.
    void left_over() {
        const Meeting* last = input_.standing.last_prepared(council_body, input_.day);
        if (last == nullptr)
            return;
        std::unordered_map<std::string, std::size_t> index;
        for (std::size_t i = 0; i < items_.size(); ++i)
            index.emplace(items_[i].key(), i);
        const auto note = fmt::format("left over from {}", last->code);
        for (const AgendaItem& item : last->agenda->what->items) {
            if (last->dealt_with(item.key()))
                continue;
            if (const auto at = index.find(item.key()); at != index.end()) {
                AgendaItem& same = items_[at->second];
                same.why += (same.why.empty() ? "" : "; ") + note;
                same.papers = item.papers;
            } else if (item.kind == "added") {
                items_.push_back(item);
                items_.back().why += (item.why.empty() ? "" : "; ") + note;
            }
            // What the state of the plan no longer proposes has settled itself.
        }
    }

    const AgendaInput& input_;
    Index index_;
    ShortNames names_;
    std::vector<AgendaItem> items_;
};

}  // namespace

std::vector<AgendaItem> propose_agenda(const AgendaInput& input) {
    return Proposing{input}.propose();
}

std::string_view heading(std::string_view kind) {
    const auto at = std::ranges::find(headings, kind, [](const auto& one) { return one.first; });
    return at == headings.end() ? kind : at->second;
}

}  // namespace council
