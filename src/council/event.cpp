#include "council/event.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace council {
namespace {

using base::Error;
using base::ErrorCode;
using journal::JsonView;

template <typename Enum>
struct Words;
template <>
struct Words<Capacity> {
    static constexpr std::array<std::string_view, 2> list{"holder", "alternate"};
};
template <>
struct Words<MinuteType> {
    static constexpr std::array<std::string_view, 3> list{"information", "decision", "action"};
};
template <>
struct Words<Outcome> {
    static constexpr std::array<std::string_view, 3> list{"none", "obligation", "proposal"};
};
template <>
struct Words<Stage> {
    static constexpr std::array<std::string_view, 5> list{"drafted", "submitted", "accepted",
                                                          "enacted", "refused"};
};
template <>
struct Words<Vote> {
    static constexpr std::array<std::string_view, 3> list{"for", "against", "abstain"};
};

template <typename Enum>
std::string_view word_of(Enum value) {
    return Words<Enum>::list[static_cast<std::size_t>(value)];
}

// Reads the members of one payload and keeps the first fault.
class Payload {
  public:
    Payload(std::uint64_t seq, const JsonView& json) : seq_(seq), json_(json) {}

    std::string text(std::string_view key) {
        const JsonView field = json_.find(key);
        if (!field.is_string())
            fail(key, "a text");
        return field.text();
    }
    std::string optional_text(std::string_view key) const { return json_.find(key).text(); }
    InstitutionId institution(std::string_view key) { return InstitutionId{text(key)}; }
    std::optional<InstitutionId> optional_institution(std::string_view key) const {
        const auto code = optional_text(key);
        return code.empty() ? std::nullopt : std::optional{InstitutionId{code}};
    }
    base::Day day(std::string_view key) { return day_of(key, text(key)); }
    std::optional<base::Day> optional_day(std::string_view key) {
        const auto found = optional_text(key);
        return found.empty() ? std::nullopt : std::optional{day_of(key, found)};
    }
    int number(std::string_view key) {
        const auto found = json_.find(key).integer();
        if (!found)
            fail(key, "a whole number");
        return static_cast<int>(found.value_or(0));
    }
    bool flag(std::string_view key) const { return json_.find(key).boolean().value_or(false); }
    template <typename Enum>
    Enum one_of(std::string_view key) {
        const auto found = parse_word<Enum>(json_.find(key).raw());
        if (!found)
            fail(key, "one of the known words");
        return found.value_or(Enum{});
    }
    std::vector<std::string> texts(std::string_view key) const {
        std::vector<std::string> list;
        json_.find(key).for_each_item([&](JsonView item) { list.push_back(item.text()); });
        return list;
    }
    std::vector<InstitutionId> institutions(std::string_view key) const {
        std::vector<InstitutionId> list;
        for (auto& code : texts(key))
            list.emplace_back(std::move(code));
        return list;
    }
    /// Calls `read` with a reader for each object of a list; its faults count as ours.
    template <typename Read>
    void each(std::string_view key, Read read) {
        json_.find(key).for_each_item([&](JsonView item) {
            Payload part{seq_, item};
            read(part);
            if (part.fault_ && !fault_)
                fault_ = std::move(part.fault_);
        });
    }

    const std::optional<Error>& fault() const { return fault_; }

  private:
    void fail(std::string_view key, std::string_view expected) {
        if (!fault_)
            fault_ = Error{ErrorCode::invalid_entry,
                           fmt::format("expected {} under \"{}\"", expected, key),
                           fmt::format("entry {}", seq_)};
    }
    base::Day day_of(std::string_view key, const std::string& found) {
        const auto day = base::parse_day(found);
        if (!day.ok())
            fail(key, "a day");
        return day.value_or(base::Day{});
    }

    std::uint64_t seq_;
    JsonView json_;
    std::optional<Error> fault_;
};

Content appointed(Payload& payload) {
    return Appointed{payload.institution("seat"), payload.one_of<Capacity>("capacity"),
                     payload.text("holder"), payload.optional_day("until"),
                     payload.optional_text("person")};
}

Content vacated(Payload& payload) {
    return Vacated{payload.institution("seat"), payload.one_of<Capacity>("capacity")};
}

Content group_formed(Payload& payload) {
    return GroupFormed{payload.text("group"), payload.text("title"),
                       payload.institutions("members"), payload.institution("chair"),
                       payload.text("decision")};
}

Content group_dissolved(Payload& payload) {
    return GroupDissolved{payload.text("group"), payload.text("decision")};
}

Content scheduled(Payload& payload) {
    MeetingScheduled scheduled{
        payload.text("body"), {}, payload.optional_text("time"), payload.optional_text("place")};
    payload.each("meetings", [&](Payload& date) {
        scheduled.dates.push_back({date.text("code"), date.day("on")});
    });
    return scheduled;
}

Content cancelled(Payload& payload) {
    return MeetingCancelled{payload.text("meeting"), payload.optional_text("reason")};
}

Content prepared(Payload& payload) {
    AgendaPrepared agenda{payload.text("meeting"), {}, payload.texts("left_out")};
    payload.each("items", [&](Payload& item) {
        agenda.items.push_back({item.text("kind"), item.text("subject"), item.text("title"),
                                item.optional_text("why"), item.texts("papers")});
    });
    return agenda;
}

Content held(Payload& payload) {
    MeetingHeld held{payload.text("meeting"),
                     {},
                     payload.optional_institution("chair"),
                     payload.number("needed"),
                     payload.number("seats"),
                     payload.text("rule")};
    payload.each("present", [&](Payload& present) {
        held.present.push_back({present.institution("seat"), present.one_of<Capacity>("capacity")});
    });
    return held;
}

Content minuted(Payload& payload) {
    return Minuted{payload.text("meeting"), payload.text("item"),
                   payload.one_of<MinuteType>("type"), payload.text("text")};
}

Content decided(Payload& payload) {
    Decided decided;
    decided.code = payload.text("code");
    decided.meeting = payload.optional_text("meeting");
    decided.item = payload.optional_text("item");
    decided.title = payload.text("title");
    decided.concerns = payload.texts("concerns");
    payload.each("votes", [&](Payload& ballot) {
        decided.votes.push_back({ballot.institution("seat"), ballot.one_of<Vote>("vote")});
    });
    decided.recused = payload.institutions("recused");
    decided.is_adopted = payload.flag("adopted");
    decided.outcome = payload.one_of<Outcome>("outcome");
    decided.owner = payload.optional_institution("owner");
    decided.body = payload.optional_text("body");
    decided.due = payload.optional_day("due");
    decided.proof = payload.optional_text("proof");
    decided.text = payload.optional_text("text");
    decided.minutes = payload.optional_text("minutes");
    return decided;
}

Content extended(Payload& payload) {
    return ObligationExtended{payload.text("obligation"), payload.day("due"),
                              payload.text("decision")};
}

Content closed(Payload& payload) {
    ObligationClosed closed{payload.text("obligation"),
                            {},
                            payload.optional_text("grade"),
                            payload.optional_text("note")};
    payload.each("evidence",
                 [&](Payload& piece) { closed.evidence.push_back(piece.text("sha256")); });
    return closed;
}

Content advanced(Payload& payload) {
    return ProposalAdvanced{payload.text("proposal"),       payload.one_of<Stage>("stage"),
                            payload.optional_text("body"),  payload.optional_text("legal_text"),
                            payload.optional_text("paper"), payload.optional_text("note")};
}

Content credited(Payload& payload) {
    return ReformCredited{payload.text("proposal"), payload.number("step"), payload.number("score"),
                          payload.optional_text("reason")};
}

Content raised(Payload& payload) {
    return IssueRaised{payload.text("issue"), payload.text("form"), payload.text("title"),
                       payload.text("raised_by"), payload.optional_text("text")};
}

Content assigned(Payload& payload) {
    return IssueAssigned{payload.text("issue"), payload.optional_text("constraint"),
                         payload.institution("owner"), payload.optional_text("form")};
}

Content answered(Payload& payload) {
    return IssueAnswered{payload.text("issue"), payload.text("text"),
                         payload.optional_text("decision")};
}

Content reopened(Payload& payload) {
    return IssueReopened{payload.text("issue"), payload.optional_text("reason")};
}

Content withdrawn(Payload& payload) {
    return IssueWithdrawn{payload.text("issue"), payload.optional_text("reason")};
}

using Reader = Content (*)(Payload&);
const std::map<std::string_view, Reader>& readers() {
    static const std::map<std::string_view, Reader> table{
        {"seat.appointed", appointed},     {"seat.vacated", vacated},
        {"group.formed", group_formed},    {"group.dissolved", group_dissolved},
        {"meeting.scheduled", scheduled},  {"meeting.cancelled", cancelled},
        {"meeting.prepared", prepared},    {"meeting.held", held},
        {"meeting.minuted", minuted},      {"decision.recorded", decided},
        {"obligation.extended", extended}, {"obligation.closed", closed},
        {"proposal.advanced", advanced},   {"proposal.credited", credited},
        {"issue.raised", raised},          {"issue.assigned", assigned},
        {"issue.answered", answered},      {"issue.reopened", reopened},
        {"issue.withdrawn", withdrawn}};
    return table;
}

}  // namespace

std::string_view word(Capacity value) {
    return word_of(value);
}
std::string_view word(MinuteType value) {
    return word_of(value);
}
std::string_view word(Outcome value) {
    return word_of(value);
}
std::string_view word(Stage value) {
    return word_of(value);
}
std::string_view word(Vote value) {
    return word_of(value);
}

template <typename Enum>
std::optional<Enum> parse_word(std::string_view text) {
    const auto& list = Words<Enum>::list;
    const auto at = std::ranges::find(list, text);
    return at == list.end() ? std::nullopt : std::optional{static_cast<Enum>(at - list.begin())};
}

template <typename Enum>
std::vector<std::string> all_words() {
    const auto& list = Words<Enum>::list;
    return {list.begin(), list.end()};
}

template std::optional<Capacity> parse_word<Capacity>(std::string_view);
template std::optional<MinuteType> parse_word<MinuteType>(std::string_view);
template std::optional<Outcome> parse_word<Outcome>(std::string_view);
template std::optional<Stage> parse_word<Stage>(std::string_view);
template std::optional<Vote> parse_word<Vote>(std::string_view);
template std::vector<std::string> all_words<Capacity>();
template std::vector<std::string> all_words<MinuteType>();
template std::vector<std::string> all_words<Stage>();
template std::vector<std::string> all_words<Vote>();

Result<std::optional<Event>> event_of(std::uint64_t seq, const journal::EntryView& entry) {
    const auto at = readers().find(entry.kind);
    if (at == readers().end())
        return std::optional<Event>{};
    Payload payload{seq, entry.payload};
    Event event{seq, entry.effective_day(), std::string{entry.institution}, at->second(payload)};
    if (payload.fault())
        return *payload.fault();
    return std::optional{std::move(event)};
}

}  // namespace council
