#pragma once

#include "council/event.h"
#include "progress/calendar.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace council {

/// A person on a seat, from the day of the appointment until the last day, where one is named.
struct Tenure {
    std::string person;
    base::Day from;
    std::optional<base::Day> until;
    std::uint64_t seq = 0;
    std::string name = {};  ///< a commitment
    bool covers(base::Day day) const { return from <= day && (!until || day <= *until); }
};

struct SeatRecord {
    plan::Seat seat;
    std::vector<Tenure> holders;
    std::vector<Tenure> alternates;
    const std::vector<Tenure>& in(Capacity capacity) const {
        return capacity == Capacity::holder ? holders : alternates;
    }
    /// Who is in office on the day; nobody where the seat is vacant.
    const Tenure* on(Capacity capacity, base::Day day) const;
};

struct Group {
    std::string code;
    std::string title;
    std::vector<InstitutionId> members;
    InstitutionId chair;
    std::string decision;
    base::Day from;
    std::optional<base::Day> dissolved_on;
    bool has(const InstitutionId& institution) const;
};

template <typename What>
struct Dated {
    std::uint64_t seq = 0;
    base::Day on;
    const What* what = nullptr;
};

struct Meeting {
    std::string code;
    std::string body;
    base::Day on;
    std::string time;
    std::string place;
    std::uint64_t seq = 0;  ///< that scheduled or moved it last
    std::optional<Dated<MeetingCancelled>> cancelled;
    std::optional<Dated<AgendaPrepared>> agenda;
    std::optional<Dated<MeetingHeld>> held;
    std::vector<Dated<Minuted>> minutes;
    std::vector<Dated<Decided>> decisions;
    const Present* present(const InstitutionId& seat) const;
    bool is_quorate() const;
    /// Whether something was minuted or decided under the item.
    bool dealt_with(std::string_view item) const;
};

enum class ObligationState { open, overdue, closed, closed_late };
std::string_view word(ObligationState state);

struct Obligation {
    Dated<Decided> decision;
    base::Day due;  ///< as extended last
    std::vector<Dated<ObligationExtended>> extensions;
    std::optional<Dated<ObligationClosed>> closing;
    const std::string& code() const { return decision.what->code; }
    ObligationState state(base::Day day) const;
    /// The steps that it has climbed by the day; none where it was closed or is not late.
    std::vector<progress::EscalationStep> escalation(base::Day day) const;
};

struct Proposal {
    Dated<Decided> decision;
    std::vector<Dated<ProposalAdvanced>> stages;
    std::map<int, Dated<ReformCredited>> credits;  ///< by step, the last
    const std::string& code() const { return decision.what->code; }
    std::optional<Stage> stage() const;
    bool is_settled() const;  ///< enacted or refused
    base::Day moved_on() const { return stages.empty() ? decision.on : stages.back().on; }
};

/// A proposal that has not moved for so long is brought to the council (docs/methods/council.md).
inline constexpr int stalled_after_days = 90;
bool is_stalled(const Proposal& proposal, base::Day day);

enum class IssueState { received, assigned, answered, withdrawn };
std::string_view word(IssueState state);

struct Issue {
    Dated<IssueRaised> raised;
    std::optional<Dated<IssueAssigned>> assigned;
    std::string constraint;  ///< as it was filed last
    std::string form;
    std::optional<Dated<IssueAnswered>> answered;
    std::vector<Dated<IssueAnswered>> earlier;  ///< answers that were not the last word
    std::optional<Dated<IssueWithdrawn>> withdrawn;
    std::vector<Dated<IssueReopened>> reopenings;
    base::Day due;  ///< the last day of the reply clock
    const std::string& code() const { return raised.what->issue; }
    IssueState state() const;
    bool is_open() const;
    std::vector<progress::EscalationStep> escalation(base::Day day) const;
};

/// What the entries of the council add up to: seats, groups, meetings, decisions and what became
/// of them, issues. It points into the events, which outlive it.
struct Standing {
    std::vector<SeatRecord> seats;  ///< in the order of their numbers in the plan
    std::map<std::string, Group, std::less<>> groups;
    std::vector<Meeting> meetings;  ///< by day, then code
    std::map<std::string, Dated<Decided>, std::less<>> decisions;
    std::vector<Obligation> obligations;  ///< in the order of their decisions
    std::vector<Proposal> proposals;
    std::vector<Issue> issues;

    const SeatRecord* find_seat(const InstitutionId& institution) const;
    const Group* find_group(std::string_view code) const;
    const Meeting* find_meeting(std::string_view code) const;
    const Dated<Decided>* find_decision(std::string_view code) const;
    const Obligation* find_obligation(std::string_view code) const;
    const Proposal* find_proposal(std::string_view code) const;
    const Issue* find_issue(std::string_view code) const;
    /// The next meeting of a body that lies on or after the day, is not cancelled and not held.
    const Meeting* next_meeting(std::string_view body, base::Day day) const;
    /// The last one before the day that was held with an agenda, with or without a quorum.
    const Meeting* last_prepared(std::string_view body, base::Day day) const;
    /// The last one before the day that could decide.
    const Meeting* last_quorate(std::string_view body, base::Day day) const;
};

/// The forms that the strategy declares; where it declares none, ours (docs/methods/council.md).
std::vector<plan::DeskForm> desk_of(const plan::Council& council);

/// Folds events that were known, in the order of the journal.
Standing fold(const plan::Council& council, std::span<const Event* const> events);

}  // namespace council
