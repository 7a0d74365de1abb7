#include "council/standing.h"

#include <algorithm>
#include <array>

namespace council {
namespace {

using std::chrono::days;

template <typename List>
auto* found_in(List& list, std::string_view code) {
    const auto at = std::ranges::find_if(list, [&](const auto& one) { return one.code() == code; });
    return at == list.end() ? nullptr : &*at;
}

// One method a kind of event; what an entry names and the record does not hold was refused when it
// was written, so it is passed over here.
class Folding {
  public:
    explicit Folding(const plan::Council& council) : desk_(desk_of(council)) {
        for (const auto& seat : council.seats)
            standing_.seats.push_back({seat, {}, {}});
        std::ranges::sort(standing_.seats, {},
                          [](const SeatRecord& one) { return one.seat.number; });
    }

    void add(const Event& event) {
        event_ = &event;
        std::visit([&](const auto& content) { on(content); }, event.content);
    }

    Standing take() {
        auto& meetings = standing_.meetings;
        for (auto& [code, meeting] : meetings_)
            meetings.push_back(std::move(meeting));
        std::ranges::sort(meetings, {}, [](const Meeting& one) {
            return std::pair{one.on, std::string_view{one.code}};
        });
        return std::move(standing_);
    }

  private:
    template <typename What>
    Dated<What> dated(const What& what) const {
        return {event_->seq, event_->effective_on, &what};
    }

    // A new appointment ends the one that it takes the place of on the day before; one that was
    // made for a later day stays, and ends the new one.
    void on(const Appointed& what) {
        SeatRecord* seat = find_seat(what.seat);
        if (seat == nullptr)
            return;
        const base::Day from = event_->effective_on;
        end_tenure(*seat, what.capacity, from);
        Tenure tenure{what.holder, from, what.until, event_->seq, what.name};
        for (const Tenure& other : tenures(*seat, what.capacity)) {
            if (other.from > from && (!tenure.until || *tenure.until >= other.from))
                tenure.until = other.from - days{1};
        }
        tenures(*seat, what.capacity).push_back(std::move(tenure));
    }
    void on(const Vacated& what) {
        if (SeatRecord* seat = find_seat(what.seat))
            end_tenure(*seat, what.capacity, event_->effective_on);
    }
    void on(const GroupFormed& what) {
        auto& group = standing_.groups[what.code];
        group = {what.code,     what.title,           what.members, what.chair,
                 what.decision, event_->effective_on, std::nullopt};
    }
    void on(const GroupDissolved& what) {
        if (const auto at = standing_.groups.find(what.code); at != standing_.groups.end())
            at->second.dissolved_on = event_->effective_on;
    }
    void on(const MeetingScheduled& what) {
        for (const auto& date : what.dates) {
            Meeting& meeting = meetings_[date.code];
            meeting.code = date.code;
            meeting.body = what.body;
            meeting.on = date.on;
            meeting.time = what.time;
            meeting.place = what.place;
            meeting.seq = event_->seq;
            meeting.cancelled.reset();
        }
    }
    void on(const MeetingCancelled& what) {
        if (Meeting* meeting = find_meeting(what.meeting))
            meeting->cancelled = dated(what);
    }
    void on(const AgendaPrepared& what) {
        if (Meeting* meeting = find_meeting(what.meeting))
            meeting->agenda = dated(what);
    }
    void on(const MeetingHeld& what) {
        if (Meeting* meeting = find_meeting(what.meeting))
            meeting->held = dated(what);
    }
    void on(const Minuted& what) {
        if (Meeting* meeting = find_meeting(what.meeting))
            meeting->minutes.push_back(dated(what));
    }
    void on(const Decided& what) {
        const auto decision = dated(what);
        standing_.decisions.insert_or_assign(what.code, decision);
        if (Meeting* meeting = find_meeting(what.meeting))
            meeting->decisions.push_back(decision);
        if (!what.is_adopted)
            return;
        if (what.outcome == Outcome::obligation && what.due)
            standing_.obligations.push_back({decision, *what.due, {}, {}});
        if (what.outcome == Outcome::proposal)
            standing_.proposals.push_back({decision, {}, {}});
    }
    void on(const ObligationExtended& what) {
        if (auto* obligation = found_in(standing_.obligations, what.obligation)) {
            obligation->extensions.push_back(dated(what));
            obligation->due = what.due;
        }
    }
    void on(const ObligationClosed& what) {
        if (auto* obligation = found_in(standing_.obligations, what.obligation))
            obligation->closing = dated(what);
    }
    void on(const ProposalAdvanced& what) {
        if (auto* proposal = found_in(standing_.proposals, what.proposal))
            proposal->stages.push_back(dated(what));
    }
    void on(const ReformCredited& what) {
        if (auto* proposal = found_in(standing_.proposals, what.proposal))
            proposal->credits.insert_or_assign(what.step, dated(what));
    }
    void on(const IssueRaised& what) {
        Issue issue;
        issue.raised = dated(what);
        issue.form = what.form;
        issue.due = event_->effective_on + days{days_of(what.form)};
        issue_index_.insert_or_assign(what.issue, standing_.issues.size());
        standing_.issues.push_back(std::move(issue));
    }
    void on(const IssueAssigned& what) {
        if (Issue* issue = find_issue(what.issue)) {
            issue->assigned = dated(what);
            if (!what.constraint.empty())
                issue->constraint = what.constraint;
            if (!what.form.empty())
                issue->form = what.form;
            issue->due = clock_began(*issue) + days{days_of(issue->form)};
        }
    }
    void on(const IssueAnswered& what) {
        if (Issue* issue = find_issue(what.issue))
            issue->answered = dated(what);
    }
    // The clock begins anew with what was said again.
    void on(const IssueReopened& what) {
        if (Issue* issue = find_issue(what.issue)) {
            issue->reopenings.push_back(dated(what));
            if (issue->answered)
                issue->earlier.push_back(*issue->answered);
            issue->answered.reset();
            issue->withdrawn.reset();
            issue->due = event_->effective_on + days{days_of(issue->form)};
        }
    }
    void on(const IssueWithdrawn& what) {
        if (Issue* issue = find_issue(what.issue))
            issue->withdrawn = dated(what);
    }

    static base::Day clock_began(const Issue& issue) {
        return issue.reopenings.empty() ? issue.raised.on : issue.reopenings.back().on;
    }
    static std::vector<Tenure>& tenures(SeatRecord& seat, Capacity capacity) {
        return capacity == Capacity::holder ? seat.holders : seat.alternates;
    }
    // Who is in office on that day leaves before it.
    static void end_tenure(SeatRecord& seat, Capacity capacity, base::Day day) {
        for (Tenure& tenure : tenures(seat, capacity)) {
            if (tenure.covers(day))
                tenure.until = day - days{1};
        }
    }
    int days_of(std::string_view form) const {
        const auto at = std::ranges::find(desk_, form, &plan::DeskForm::form);
        return at == desk_.end() ? plan::DeskForm{}.days : at->days;
    }
    SeatRecord* find_seat(const InstitutionId& institution) {
        const auto at = std::ranges::find(standing_.seats, institution, [](const SeatRecord& one) {
            return one.seat.institution;
        });
        return at == standing_.seats.end() ? nullptr : &*at;
    }
    Meeting* find_meeting(const std::string& code) {
        const auto at = meetings_.find(code);
        return at == meetings_.end() ? nullptr : &at->second;
    }
    Issue* find_issue(const std::string& code) {
        const auto at = issue_index_.find(code);
        return at == issue_index_.end() ? nullptr : &standing_.issues[at->second];
    }

    std::vector<plan::DeskForm> desk_;
    Standing standing_;
    std::map<std::string, Meeting> meetings_;
    std::map<std::string, std::size_t> issue_index_;
    const Event* event_ = nullptr;
};

}  // namespace

const Tenure* SeatRecord::on(Capacity capacity, base::Day day) const {
    const Tenure* found = nullptr;
    for (const Tenure& tenure : in(capacity)) {
        if (tenure.covers(day))
            found = &tenure;
    }
    return found;
}

bool Group::has(const InstitutionId& institution) const {
    return std::ranges::find(members, institution) != members.end();
}

const Present* Meeting::present(const InstitutionId& seat) const {
    if (!held)
        return nullptr;
    const auto& list = held->what->present;
    const auto at = std::ranges::find(list, seat, &Present::seat);
    return at == list.end() ? nullptr : &*at;
}

bool Meeting::is_quorate() const {
    return held && static_cast<int>(held->what->present.size()) >= held->what->needed;
}

bool Meeting::dealt_with(std::string_view item) const {
    return std::ranges::any_of(minutes,
                               [&](const auto& line) { return line.what->item == item; }) ||
           std::ranges::any_of(decisions, [&](const auto& one) { return one.what->item == item; });
}

std::string_view word(ObligationState state) {
    constexpr std::array<std::string_view, 4> words{"open", "overdue", "closed", "closed_late"};
    return words[static_cast<std::size_t>(state)];
}

ObligationState Obligation::state(base::Day day) const {
    if (closing)
        return closing->on <= due ? ObligationState::closed : ObligationState::closed_late;
    return day <= due ? ObligationState::open : ObligationState::overdue;
}

std::vector<progress::EscalationStep> Obligation::escalation(base::Day day) const {
    if (closing)
        return {};
    return progress::escalation(due, day);
}

std::optional<Stage> Proposal::stage() const {
    return stages.empty() ? std::nullopt : std::optional{stages.back().what->stage};
}

bool Proposal::is_settled() const {
    return stage() == Stage::enacted || stage() == Stage::refused;
}

bool is_stalled(const Proposal& proposal, base::Day day) {
    return !proposal.is_settled() && day > proposal.moved_on() + days{stalled_after_days};
}

std::string_view word(IssueState state) {
    constexpr std::array<std::string_view, 4> words{"received", "assigned", "answered",
                                                    "withdrawn"};
    return words[static_cast<std::size_t>(state)];
}

IssueState Issue::state() const {
    if (withdrawn)
        return IssueState::withdrawn;
    if (answered)
        return IssueState::answered;
    return assigned ? IssueState::assigned : IssueState::received;
}

bool Issue::is_open() const {
    return !withdrawn && !answered;
}

std::vector<progress::EscalationStep> Issue::escalation(base::Day day) const {
    if (!is_open())
        return {};
    return progress::escalation(due, day);
}

const SeatRecord* Standing::find_seat(const InstitutionId& institution) const {
    const auto at = std::ranges::find(seats, institution,
                                      [](const SeatRecord& one) { return one.seat.institution; });
    return at == seats.end() ? nullptr : &*at;
}

const Group* Standing::find_group(std::string_view code) const {
    const auto at = groups.find(code);
    return at == groups.end() ? nullptr : &at->second;
}

const Meeting* Standing::find_meeting(std::string_view code) const {
    const auto at = std::ranges::find(meetings, code, &Meeting::code);
    return at == meetings.end() ? nullptr : &*at;
}

const Dated<Decided>* Standing::find_decision(std::string_view code) const {
    const auto at = decisions.find(code);
    return at == decisions.end() ? nullptr : &at->second;
}

const Obligation* Standing::find_obligation(std::string_view code) const {
    return found_in(obligations, code);
}

const Proposal* Standing::find_proposal(std::string_view code) const {
    return found_in(proposals, code);
}

const Issue* Standing::find_issue(std::string_view code) const {
    return found_in(issues, code);
}

const Meeting* Standing::next_meeting(std::string_view body, base::Day day) const {
    const auto at = std::ranges::find_if(meetings, [&](const Meeting& meeting) {
        return meeting.body == body && meeting.on >= day && !meeting.cancelled && !meeting.held;
    });
    return at == meetings.end() ? nullptr : &*at;
}

const Meeting* Standing::last_prepared(std::string_view body, base::Day day) const {
    const Meeting* found = nullptr;
    for (const Meeting& meeting : meetings) {
        if (meeting.body == body && meeting.held && meeting.agenda && meeting.on < day)
            found = &meeting;
    }
    return found;
}

const Meeting* Standing::last_quorate(std::string_view body, base::Day day) const {
    const Meeting* found = nullptr;
    for (const Meeting& meeting : meetings) {
        if (meeting.body == body && meeting.is_quorate() && meeting.on < day)
            found = &meeting;
    }
    return found;
}

std::vector<plan::DeskForm> desk_of(const plan::Council& council) {
    auto forms = council.desk;
    if (forms.empty())
        forms = {{"issue", "An issue raised with the council", 30},
                 {"whitelisting", "Whitelisting of an address", 10},
                 {"one_window", "A service of a zone's one window", 15}};
    return forms;
}

Standing fold(const plan::Council& council, std::span<const Event* const> events) {
    Folding folding{council};
    for (const Event* event : events)
        folding.add(*event);
    return folding.take();
}

}  // namespace council
