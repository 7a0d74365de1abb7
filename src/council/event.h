#pragma once

#include "base/date.h"
#include "base/result.h"
#include "journal/entry_view.h"
#include "plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace council {

using base::Result;
using plan::InstitutionId;

/// In which capacity a person sits on a seat.
enum class Capacity { holder, alternate };
/// What a line of the minutes is.
enum class MinuteType { information, decision, action };
/// What becomes of a decision: of an obligation somebody with a seat is the owner, of a policy
/// proposal others decide.
enum class Outcome { none, obligation, proposal };
enum class Stage { drafted, submitted, accepted, enacted, refused };
enum class Vote { in_favour, against, abstain };

std::string_view word(Capacity);
std::string_view word(MinuteType);
std::string_view word(Outcome);
std::string_view word(Stage);
std::string_view word(Vote);
template <typename Enum>
std::optional<Enum> parse_word(std::string_view text);
template <typename Enum>
std::vector<std::string> all_words();  ///< in the order in which they are declared

/// The council itself, as the body of meetings and of decisions; working groups have codes.
inline constexpr std::string_view council_body = "council";

// What the entries of the council say, one struct a kind; texts that people typed are commitments.

struct Appointed {
    InstitutionId seat;
    Capacity capacity = Capacity::holder;
    std::string holder;  ///< an opaque identifier, never a name
    std::optional<base::Day> until;
    std::string name = {};  ///< a commitment
};
struct Vacated {
    InstitutionId seat;
    Capacity capacity = Capacity::holder;
};
struct GroupFormed {
    std::string code;
    std::string title;
    std::vector<InstitutionId> members;
    InstitutionId chair;
    std::string decision;
};
struct GroupDissolved {
    std::string code;
    std::string decision;
};
struct MeetingScheduled {
    struct Date {
        std::string code;
        base::Day on;
    };
    std::string body;
    std::vector<Date> dates;  ///< of a series; a code that is known is moved
    std::string time;         ///< "10:00", of the strategy's own zone; may be empty
    std::string place;
};
struct MeetingCancelled {
    std::string meeting;
    std::string reason;
};
/// One item of an agenda: what the state of the plan proposed, or what somebody added.
struct AgendaItem {
    std::string kind;     ///< "working_plan", "red_target", ..., "added"
    std::string subject;  ///< a code, or the number of an added item
    std::string title;
    std::string why;
    std::vector<std::string> papers = {};  ///< SHA-256 of each, in hexadecimal
    std::string key() const { return kind + ":" + subject; }
    friend bool operator==(const AgendaItem&, const AgendaItem&) = default;
};
struct AgendaPrepared {
    std::string meeting;
    std::vector<AgendaItem> items;
    std::vector<std::string> left_out;  ///< keys that were proposed and are not on it
};
struct Present {
    InstitutionId seat;
    Capacity capacity = Capacity::holder;
};
struct MeetingHeld {
    std::string meeting;
    std::vector<Present> present;
    std::optional<InstitutionId> chair;
    int needed = 0;  ///< the quorum that was in force
    int seats = 0;
    std::string rule;
};
struct Minuted {
    std::string meeting;
    std::string item;  ///< the key of an item of the agenda
    MinuteType type = MinuteType::information;
    std::string text;
};
struct Ballot {
    InstitutionId seat;
    Vote vote = Vote::in_favour;
};
struct Decided {
    std::string code;     ///< "2024-Q1/1"
    std::string meeting;  ///< empty where signed minutes from outside are entered
    std::string item;
    std::string title;
    std::vector<std::string> concerns;  ///< codes; "plan" is all of it
    std::vector<Ballot> votes;
    std::vector<InstitutionId> recused;
    bool is_adopted = false;
    Outcome outcome = Outcome::none;
    std::optional<InstitutionId> owner;  ///< of an obligation
    std::string body;                    ///< that decides a proposal
    std::optional<base::Day> due;
    std::string proof;  ///< what shows that it was carried out
    std::string text;
    std::string minutes;  ///< the hash of signed minutes from outside
};
struct ObligationExtended {
    std::string obligation;
    base::Day due;
    std::string decision;
};
struct ObligationClosed {
    std::string obligation;
    std::vector<std::string> evidence;  ///< hashes
    std::string grade;
    std::string note;
};
struct ProposalAdvanced {
    std::string proposal;
    Stage stage = Stage::drafted;
    std::string body;
    std::string legal_text;  ///< its citation
    std::string paper;       ///< the hash of the text
    std::string note;
};
struct ReformCredited {
    std::string proposal;
    int step = 0;
    int score = 0;
    std::string reason;
};
struct IssueRaised {
    std::string issue;
    std::string form;  ///< a form of the strategy's desk
    std::string title;
    std::string raised_by;  ///< "firm", "member", or an institution's code
    std::string text;
};
struct IssueAssigned {
    std::string issue;
    std::string constraint;
    InstitutionId owner;
    std::string form;
};
struct IssueAnswered {
    std::string issue;
    std::string answer;
    std::string decision;  ///< where the council answered
};
struct IssueReopened {
    std::string issue;
    std::string reason;
};
struct IssueWithdrawn {
    std::string issue;
    std::string reason;
};

using Content =
    std::variant<Appointed, Vacated, GroupFormed, GroupDissolved, MeetingScheduled,
                 MeetingCancelled, AgendaPrepared, MeetingHeld, Minuted, Decided,
                 ObligationExtended, ObligationClosed, ProposalAdvanced, ReformCredited,
                 IssueRaised, IssueAssigned, IssueAnswered, IssueReopened, IssueWithdrawn>;

/// One entry of the council's part of the journal.
struct Event {
    std::uint64_t seq = 0;
    base::Day effective_on;
    std::string institution;  ///< that entered it
    Content content;
};

/// Reads an entry of a kind of this module; nothing where the kind is another's.
/// Errors: invalid_entry, naming the member.
Result<std::optional<Event>> event_of(std::uint64_t seq, const journal::EntryView& entry);

}  // namespace council
