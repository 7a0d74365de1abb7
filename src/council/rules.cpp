#include "council/rules.h"

#include "base/text.h"
#include "plan/rules.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace council {
namespace {

using base::Error;
using base::ErrorCode;

std::string numbered(std::string_view list, std::size_t index) {
    return fmt::format("{}[{}]", list, index);
}

std::vector<std::string> codes_of(const Standing& standing) {
    std::vector<std::string> codes;
    for (const auto& [code, decision] : standing.decisions)
        codes.push_back(code);
    return codes;
}

std::string quorum_in_words(const std::string& text) {
    const bool is_number = std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? text + " seats" : base::lower_ascii(text);
}

}  // namespace

std::vector<InstitutionId> seats_of(const Standing& standing, std::string_view body) {
    if (const Group* group = standing.find_group(body))
        return group->members;
    std::vector<InstitutionId> seats;
    for (const auto& seat : standing.seats)
        seats.push_back(seat.seat.institution);
    return seats;
}

Quorum quorum_of(const plan::Council& council, const Standing& standing, std::string_view body) {
    const int seats = static_cast<int>(seats_of(standing, body).size());
    if (body == council_body && council.quorum.is_stated()) {
        if (const auto needed = plan::seats_needed(*council.quorum, seats))
            return {*needed, seats, quorum_in_words(*council.quorum)};
    }
    return {seats / 2 + 1, seats,
            body == council_body ? "more than half of the seats, until the council decides"
                                 : "more than half of the members"};
}

std::vector<Error> check_presence(const Standing& standing, const Meeting& meeting,
                                  const std::vector<Present>& present, base::Day day) {
    std::vector<Error> faults;
    const auto seats = seats_of(standing, meeting.body);
    std::set<InstitutionId> seen;
    for (std::size_t i = 0; i < present.size(); ++i) {
        const auto& [seat, capacity] = present[i];
        const auto where = numbered("present", i);
        if (!seen.insert(seat).second) {
            faults.push_back({ErrorCode::votes_twice,
                              fmt::format("{} is said to be present twice", seat.text()), where});
            continue;
        }
        if (std::ranges::find(seats, seat) == seats.end()) {
            faults.push_back({ErrorCode::not_a_seat,
                              fmt::format("{} has no seat in {}", seat.text(),
                                          meeting.body == council_body ? "the council"
                                                                       : "group " + meeting.body),
                              where});
            continue;
        }
        const SeatRecord* record = standing.find_seat(seat);
        if (record == nullptr || record->on(capacity, day) != nullptr)
            continue;
        const auto& all = record->in(capacity);
        faults.push_back(
            {ErrorCode::not_in_office,
             all.empty() ? fmt::format("the seat of {} has no {}", seat.text(), word(capacity))
             : all.back().from > day
                 ? fmt::format("the {} of {} is in office from {}, the meeting is on {}",
                               word(capacity), seat.text(), base::to_string(all.back().from),
                               base::to_string(day))
                 : fmt::format("the term of the {} of {} ended on {}, the meeting is on {}",
                               word(capacity), seat.text(), base::to_string(*all.back().until),
                               base::to_string(day)),
             where});
    }
    return faults;
}

std::vector<Error> check_votes(const Meeting& meeting, const Decided& decision) {
    std::vector<Error> faults;
    const MeetingHeld& held = *meeting.held->what;
    const std::set<InstitutionId> recused{decision.recused.begin(), decision.recused.end()};
    for (std::size_t i = 0; i < decision.recused.size(); ++i) {
        if (meeting.present(decision.recused[i]) == nullptr)
            faults.push_back(
                {ErrorCode::not_present,
                 fmt::format("{} was not present and needs no recusal", decision.recused[i].text()),
                 numbered("recused", i)});
    }
    std::set<InstitutionId> seen;
    for (std::size_t i = 0; i < decision.votes.size(); ++i) {
        const InstitutionId& seat = decision.votes[i].seat;
        const auto where = numbered("votes", i);
        if (!seen.insert(seat).second)
            faults.push_back(
                {ErrorCode::votes_twice, fmt::format("{} votes twice", seat.text()), where});
        else if (recused.contains(seat))
            faults.push_back(
                {ErrorCode::recused_votes,
                 fmt::format("{} is recused from this matter and votes on it", seat.text()),
                 where});
        else if (meeting.present(seat) == nullptr)
            faults.push_back({ErrorCode::not_present,
                              fmt::format("{} was not present on {} and votes", seat.text(),
                                          base::to_string(meeting.held->on)),
                              where});
    }
    const int present = static_cast<int>(std::ranges::count_if(
        held.present, [&](const Present& one) { return !recused.contains(one.seat); }));
    if (present < held.needed)
        faults.push_back(
            {ErrorCode::not_quorate,
             fmt::format("expected {} of {} seats for a decision ({}), found {} present{}",
                         held.needed, held.seats, held.rule, present,
                         recused.empty()
                             ? ""
                             : fmt::format(" and not recused ({} withdrew)", recused.size())),
             "meeting"});
    return faults;
}

Count count(const std::vector<Ballot>& votes) {
    Count count;
    for (const Ballot& ballot : votes) {
        count.in_favour += ballot.vote == Vote::in_favour;
        count.against += ballot.vote == Vote::against;
        count.abstained += ballot.vote == Vote::abstain;
    }
    return count;
}

bool is_carried(const std::vector<Ballot>& votes) {
    const Count counted = count(votes);
    return counted.in_favour > counted.against;
}

bool reaches(const plan::Plan& plan, const Standing& standing, const Decided& decision,
             const std::string& subject) {
    const auto names = [&](std::string_view code) {
        return std::ranges::find(decision.concerns, code) != decision.concerns.end();
    };
    if (names(subject))
        return true;
    const bool is_matter =
        standing.find_decision(subject) != nullptr || standing.find_issue(subject) != nullptr;
    if (!is_matter && names("plan"))
        return true;
    const plan::Activity* activity = plan.find(plan::ActivityId{subject});
    const plan::Target* target = plan.find_target(plan::TargetId{subject});
    if (target != nullptr) {
        if (names(target->activity.text()))
            return true;
        activity = plan.find(target->activity);
    }
    std::optional<plan::ObjectiveId> objective;
    if (activity != nullptr)
        objective = activity->objective;
    else if (const auto* outcome = plan.find_outcome(plan::TargetId{subject}))
        objective = outcome->objective;
    while (objective) {
        if (names(objective->text()))
            return true;
        const auto* found = plan.find(*objective);
        objective = found != nullptr ? found->parent : std::nullopt;
    }
    return false;
}

std::vector<Error> check_authority(const plan::Plan& plan, const Standing& standing,
                                   const std::string& decision,
                                   const std::vector<std::string>& subjects, base::Day day) {
    if (base::is_blank(decision))
        return {{ErrorCode::decision_required,
                 "expected the code of an adopted decision of the council, found none",
                 "decision"}};
    const auto* found = standing.find_decision(decision);
    if (found == nullptr)
        return {{ErrorCode::no_such_decision,
                 fmt::format("no decision has the code \"{}\"{}", decision,
                             base::did_you_mean(decision, codes_of(standing))),
                 "decision"}};
    if (!found->what->is_adopted)
        return {{ErrorCode::decision_required,
                 fmt::format("expected an adopted decision; {} was not carried", decision),
                 "decision"}};
    const Meeting* meeting = standing.find_meeting(found->what->meeting);
    if (meeting != nullptr && meeting->body != council_body)
        return {
            {ErrorCode::decision_required,
             fmt::format("expected a decision of the council; {} is a recommendation of group {}",
                         decision, meeting->body),
             "decision"}};
    if (found->on > day)
        return {{ErrorCode::decision_required,
                 fmt::format("decision {} was taken on {}; what rests on it counts from then, "
                             "found {}",
                             decision, base::to_string(found->on), base::to_string(day)),
                 "decision"}};
    std::vector<std::string> beyond;
    for (const auto& subject : subjects) {
        if (!reaches(plan, standing, *found->what, subject))
            beyond.push_back(subject);
    }
    if (beyond.empty())
        return {};
    return {{ErrorCode::decision_elsewhere,
             fmt::format("decision {} does not reach {}; it concerns {}", decision,
                         fmt::join(beyond, ", "),
                         found->what->concerns.empty()
                             ? "nothing"
                             : fmt::to_string(fmt::join(found->what->concerns, ", "))),
             "decision"}};
}

std::vector<Error> check_stage(const Proposal& proposal, Stage stage, base::Day day) {
    const auto now = proposal.stage();
    const bool may_follow =
        !now                      ? stage == Stage::drafted
        : now == Stage::drafted   ? stage == Stage::submitted
        : now == Stage::submitted ? stage == Stage::accepted || stage == Stage::refused
        : now == Stage::accepted  ? stage == Stage::enacted || stage == Stage::refused
        : now == Stage::refused   ? stage == Stage::drafted
                                  : false;
    if (!may_follow)
        return {{ErrorCode::wrong_stage,
                 fmt::format("proposal {} is {}; it cannot become {} now", proposal.code(),
                             now ? word(*now) : "not drafted yet", word(stage)),
                 "stage"}};
    if (day < proposal.moved_on())
        return {{ErrorCode::wrong_day,
                 fmt::format("expected a day from {}, on which the proposal moved last, found {}",
                             base::to_string(proposal.moved_on()), base::to_string(day)),
                 "effective_on"}};
    return {};
}

const std::vector<std::string>& reform_steps() {
    static const std::vector<std::string> steps{
        "problem recognized and put first", "solution designed", "support won and handed over",
        "legislated or decreed", "carried out and followed up"};
    return steps;
}

const std::vector<std::string>& reform_scores() {
    static const std::vector<std::string> scores{
        "the council had no part in it", "the council contributed", "the council was decisive",
        "the council did it alone"};
    return scores;
}

}  // namespace council
